// The window moves its bytes to the front before it grows, so that it never holds more than twice what is unused.
#include "extract/reading/window.h"

#include <algorithm>
#include <cstring>

namespace entente {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10U;

}  // namespace

void Window::make_room() {
  if (buffer_.size() - end_ >= kChunk) return;
  const std::size_t used = end_ - begin_;
  if (used != 0 && begin_ != 0) std::memmove(buffer_.data(), buffer_.data() + begin_, used);
  begin_ = 0;
  end_ = used;
  if (buffer_.size() - end_ < kChunk) buffer_.resize(std::max(2 * buffer_.size(), end_ + 2 * kChunk));
}

bool Window::fill() {
  make_room();
  const std::size_t got = source_->read(buffer_.data() + end_, buffer_.size() - end_);
  end_ += got;
  return got != 0;
}

bool Window::fill_to(std::size_t size) {
  while (data().size() < size) {
    if (!fill()) return false;
  }
  return true;
}

bool read_all(Window& window, std::size_t limit) {
  while (window.data().size() <= limit) {
    if (!window.fill()) return true;
  }
  return false;
}

}  // namespace entente
