// Where bytes come from: a file, standard input, memory, or another source decompressed or decoded.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace entente {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Reads up to `size` (at least 1) bytes; 0 at the end, or where reading failed and `trouble` says why.
  virtual std::size_t read(char* to, std::size_t size) = 0;
  /// What ended the bytes early, or empty.
  [[nodiscard]] virtual std::string trouble() const = 0;
};

/// Standard input for "-". A file that cannot be opened gives a source without bytes whose trouble says why.
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::string& path);
/// The bytes must outlive the source.
[[nodiscard]] std::unique_ptr<ByteSource> open_memory(std::string_view bytes);

}  // namespace entente
