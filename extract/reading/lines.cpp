// Finding line breaks without looking twice at a byte.
#include "extract/reading/lines.h"

#include "extract/reading/reading.h"

namespace entente {

bool Lines::next() {
  window_.consume(used_);
  used_ = 0;
  line_ = {};
  too_long_ = unended_ = false;
  if (window_.at_end()) return false;
  ++number_;
  std::size_t seen = 0;
  std::size_t end = window_.data().find('\n');
  while (end == std::string_view::npos) {
    seen = window_.data().size();
    if (seen > kMaxRecordBytes) {
      pass_over_long_line();
      return true;
    }
    if (!window_.fill()) break;
    end = window_.data().find('\n', seen);
  }
  unended_ = end == std::string_view::npos;
  line_ = window_.data().substr(0, end);
  used_ = line_.size() + (unended_ ? 0 : 1);
  too_long_ = line_.size() > kMaxRecordBytes;
  if (too_long_) line_ = {};
  if (line_.ends_with('\r')) line_.remove_suffix(1);
  return true;
}

void Lines::pass_over_long_line() {
  too_long_ = true;
  while (true) {
    const std::size_t end = window_.data().find('\n');
    if (end != std::string_view::npos) return window_.consume(end + 1);
    window_.consume(window_.data().size());
    if (!window_.fill()) return;
  }
}

}  // namespace entente
