// A window on a source: the bytes read and not yet used, in one piece.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reading/byte_source.h"

namespace entente {

class Window {
 public:
  explicit Window(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  /// Bytes read and not consumed; the view dies with the next fill.
  [[nodiscard]] std::string_view data() const { return {buffer_.data() + begin_, end_ - begin_}; }
  /// Reads more behind data(); false at the end of the source.
  bool fill();
  /// Fills until data() has this many bytes or the source ends; whether it has them.
  bool fill_to(std::size_t size);
  void consume(std::size_t size) { begin_ += size; }
  /// Whether nothing is left, here and in the source.
  [[nodiscard]] bool at_end() { return data().empty() && !fill(); }
  [[nodiscard]] std::string trouble() const { return source_->trouble(); }

 private:
  void make_room();

  std::unique_ptr<ByteSource> source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// All bytes of a window up to a limit; false where there are more.
[[nodiscard]] bool read_all(Window& window, std::size_t limit);

}  // namespace entente
