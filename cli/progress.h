// How far a long run is, on standard error, where that is a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The bytes of all inputs together, where the share of them that was read tells how far a run is: plain files of text
/// and JSON; 0 where there is a folder, a pipe or a compressed file.
[[nodiscard]] std::uint64_t bytes_to_read(const std::vector<std::string>& inputs);

/// A line that is written over, at most five times a second. Shows nothing where standard error is no terminal.
class Progress {
 public:
  /// `total_bytes` as from bytes_to_read.
  explicit Progress(std::uint64_t total_bytes);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more article, of so many bytes.
  void add_article(std::size_t bytes);
  /// Wipes the line, as before a message.
  void clear();

 private:
  [[nodiscard]] std::string line(double seconds) const;

  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool on_screen_ = false;
  std::uint64_t total_bytes_;
  std::uint64_t bytes_ = 0;
  std::uint64_t articles_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace entente
