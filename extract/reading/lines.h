// Lines of a window, one by one, of bounded length.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/reading/window.h"

namespace entente {

class Lines {
 public:
  explicit Lines(Window& window) : window_(window) {}

  /// Moves to the next line; false at the end. The line ends before its "\n" or "\r\n"; its view dies with the next
  /// call.
  bool next();
  [[nodiscard]] std::string_view line() const { return line_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< from 1
  /// The line was longer than kMaxRecordBytes: it was passed over and line() is empty.
  [[nodiscard]] bool too_long() const { return too_long_; }
  /// The line is the last and no line break ends it.
  [[nodiscard]] bool unended() const { return unended_; }

 private:
  void pass_over_long_line();

  Window& window_;
  std::string_view line_;
  std::size_t used_ = 0;  ///< bytes of the line given out, with its end, to be consumed
  std::uint64_t number_ = 0;
  bool too_long_ = false;
  bool unended_ = false;
};

}  // namespace entente
