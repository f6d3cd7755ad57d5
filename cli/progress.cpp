// See progress.h.
#include "cli/progress.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "cli/terminal.h"

namespace entente {

namespace {

constexpr std::chrono::milliseconds kBetween{200};

bool is_plain(const std::filesystem::path& file) {
  constexpr std::array<std::string_view, 5> kEndings{".csv", ".json", ".jsonl", ".tsv", ".txt"};
  for (const std::string_view ending : kEndings) {
    if (file.extension() == ending) return true;
  }
  return false;
}

std::string time_left(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  if (seconds < 5400) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

}  // namespace

std::uint64_t bytes_to_read(const std::vector<std::string>& inputs) {
  std::uint64_t sum = 0;
  for (const std::string& input : inputs) {
    std::error_code error;
    const bool plain = is_plain(input) && std::filesystem::is_regular_file(input, error);
    const std::uintmax_t size = plain ? std::filesystem::file_size(input, error) : 0;
    if (!plain || error) return 0;
    sum += size;
  }
  return sum;
}

Progress::Progress(std::uint64_t total_bytes) : shown_(is_terminal(Stream::errors)), total_bytes_(total_bytes) {}

void Progress::add_article(std::size_t bytes) {
  ++articles_;
  bytes_ += bytes;
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - last_ < kBetween) return;
  last_ = now;
  const std::string text = line(std::chrono::duration<double>(now - start_).count());
  fmt::print(stderr, "\r\033[K{}", text);
  std::fflush(stderr);
  on_screen_ = true;
}

void Progress::clear() {
  if (!on_screen_) return;
  fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  on_screen_ = false;
}

std::string Progress::line(double seconds) const {
  const double rate = static_cast<double>(articles_) / seconds;
  std::string text = fmt::format("{} articles, {:.1f}/s", articles_, rate);
  if (total_bytes_ > bytes_ && bytes_ > 0) {
    const double share = static_cast<double>(bytes_) / static_cast<double>(total_bytes_);
    text += fmt::format(", {:.0f} %, about {} left", 100 * share, time_left(seconds * (1 - share) / share));
  }
  return text;
}

}  // namespace entente
