// A model file of a few kilobytes with random weights, the same on each machine: the format, whole, without the size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

struct TinyTensor {
  std::string name, type;
  std::vector<std::size_t> shape;
  std::string bytes;
};

/// The parts of the file, to be changed before it is written.
struct TinyModel {
  TinyModel();
  /// The same with one article layer over the first layer of the encoder, and the heads that read an article.
  [[nodiscard]] static TinyModel with_article_heads();
  [[nodiscard]] TinyTensor& tensor(std::string_view name);
  /// The whole file as bytes.
  [[nodiscard]] std::string file() const;

  std::string magic = "ententeM";
  std::uint32_t version = 1;
  std::string header;  ///< JSON, all but "tensors", "bytes" and "crc32", without the braces
  std::vector<TinyTensor> tensors;
};

/// A file in a folder of its own, both removed at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The text with the first `from` in it replaced.
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace entente::test
