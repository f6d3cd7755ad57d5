// A file mapped into memory for reading.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace entente::encoder {

class FileMapping {
 public:
  /// Throws std::system_error where the file cannot be read.
  explicit FileMapping(const std::string& path);
  ~FileMapping();
  FileMapping(const FileMapping&) = delete;
  FileMapping& operator=(const FileMapping&) = delete;

  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace entente::encoder
