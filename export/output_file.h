// A file that appears whole or not at all: written under a temporary name beside its target, renamed when closed.
#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>
#include <vector>

namespace entente {

class OutputFile {
 public:
  /// Opens a temporary file beside `target`. Throws std::runtime_error where the target exists and may not be
  /// overwritten, or its folder cannot be written to.
  OutputFile(std::filesystem::path target, bool overwrite);
  /// Removes the temporary file if close() was not reached.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream() { return stream_; }
  /// Where the file is until close(); after finish() another may write there, as SQLite does.
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }

  /// Ends the writing. Throws std::runtime_error where not all could be written, as on a full disk.
  void finish();
  /// Ends the writing, unless that was done, and renames the file to its target.
  void close();

 private:
  std::filesystem::path target_;
  std::filesystem::path temporary_;
  std::vector<char> buffer_;
  std::ofstream stream_;
  bool overwrite_;
};

}  // namespace entente
