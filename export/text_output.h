// Text on its way to a stream, handed on in large pieces: a stream takes long over each word by itself.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace entente {

class TextOutput {
 public:
  explicit TextOutput(std::ostream& out) : out_(out) {}
  TextOutput(const TextOutput&) = delete;
  TextOutput& operator=(const TextOutput&) = delete;

  TextOutput& operator<<(std::string_view text) {
    text_ += text;
    if (text_.size() >= kPiece) flush();
    return *this;
  }
  TextOutput& operator<<(char c) { return *this << std::string_view(&c, 1); }

  /// Hands on what is left; call at the end.
  void flush() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

 private:
  static constexpr std::size_t kPiece = std::size_t{1} << 16U;

  std::ostream& out_;
  std::string text_;
};

/// Text put together in memory, in the same way.
class TextPiece {
 public:
  explicit TextPiece(std::string& text) : text_(text) {}

  TextPiece& operator<<(std::string_view text) {
    text_ += text;
    return *this;
  }
  TextPiece& operator<<(char c) {
    text_ += c;
    return *this;
  }

 private:
  std::string& text_;
};

}  // namespace entente
