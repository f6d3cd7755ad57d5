// See terminal.h.
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace entente {

namespace {

constexpr std::size_t kUsualWidth = 100;
constexpr std::size_t kLeastWidth = 40;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

}  // namespace

bool is_terminal(Stream stream) {
  return ::isatty(static_cast<int>(stream)) == 1;
}

std::size_t text_width() {
  const std::string_view columns = environment("COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && is_terminal(Stream::output) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? kUsualWidth : std::max(width, kLeastWidth);
}

bool use_colour() {
  return is_terminal(Stream::output) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

}  // namespace entente
