// UTF-8: decoding, checking, and counting code points.
#include "extract/text/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace entente {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kBlock = 64;

unsigned char byte(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (byte(text, at) & 0xC0U) == 0x80U;
}

/// Length of a sequence by its first byte, 0 where no sequence starts so.
std::size_t sequence_length(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first < 0xC2U) return 0;
  if (first < 0xE0U) return 2;
  if (first < 0xF0U) return 3;
  return first < 0xF5U ? 4 : 0;
}

/// Too long a spelling, a surrogate, or beyond Unicode.
bool forbidden(char32_t code_point, std::size_t length) {
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  return code_point < kLeast[length] || (code_point >= 0xD800 && code_point <= 0xDFFF) || code_point > 0x10FFFF;
}

/// Length of the valid sequence at `at` and its code point; 0 where it is invalid.
std::size_t sequence(std::string_view text, std::size_t at, char32_t& code_point) {
  const unsigned char first = byte(text, at);
  const std::size_t length = sequence_length(first);
  if (length <= 1) {
    code_point = first;
    return length;
  }
  code_point = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!continuation(text, at + i)) return 0;
    code_point = (code_point << 6U) | (byte(text, at + i) & 0x3FU);
  }
  return forbidden(code_point, length) ? 0 : length;
}

std::uint64_t load(const char* from) {
  std::uint64_t word = 0;
  std::memcpy(&word, from, sizeof word);
  return word;
}

bool eight_ascii(const char* from) {
  return (load(from) & 0x8080808080808080U) == 0;
}

/// First byte at or after `at` where valid UTF-8 ends; the size where all is valid.
std::size_t first_invalid(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (at + 8 <= text.size() && eight_ascii(text.data() + at)) {
      at += 8;
      continue;
    }
    char32_t ignored = 0;
    const std::size_t length = sequence(text, at, ignored);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

/// Bytes that start a code point.
std::size_t count_starts(const char* from, std::size_t size) {
  std::size_t continuations = 0;
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    const std::uint64_t word = load(from + at);
    continuations += static_cast<std::size_t>(std::popcount((word >> 7U) & (~word >> 6U) & 0x0101010101010101U));
  }
  for (; at < size; ++at) continuations += (static_cast<unsigned char>(from[at]) & 0xC0U) == 0x80U ? 1U : 0U;
  return size - continuations;
}

}  // namespace

char32_t decode(std::string_view text, std::size_t& at) {
  char32_t code_point = 0;
  const std::size_t length = sequence(text, at, code_point);
  at += length == 0 ? 1 : length;
  return length == 0 ? kReplacement : code_point;
}

void append(std::string& text, char32_t code_point) {
  const auto put = [&text](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (forbidden(code_point, 1)) code_point = kReplacement;
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

bool valid_utf8(std::string_view text) {
  return first_invalid(text, 0) == text.size();
}

std::string repaired_utf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = first_invalid(text, at);
    repaired.append(text, at, end - at);
    if (end < text.size()) append(repaired, kReplacement);
    at = end + 1;
  }
  return repaired;
}

std::size_t count_code_points(std::string_view text) {
  return count_starts(text.data(), text.size());
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / kBlock + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kBlock) {
    blocks_.push_back(static_cast<std::uint32_t>(count));
    count += count_starts(text.data() + at, std::min(kBlock, text.size() - at));
  }
}

std::uint32_t CodePoints::at_byte(std::uint32_t byte) const {
  const std::size_t end = std::min<std::size_t>(byte, text_.size());
  const std::size_t block = end / kBlock;
  return blocks_[block] + static_cast<std::uint32_t>(count_starts(text_.data() + block * kBlock, end - block * kBlock));
}

std::uint32_t CodePoints::byte_at(std::uint32_t code_point) const {
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), code_point);
  const auto block = static_cast<std::size_t>(after - blocks_.begin()) - 1;
  std::uint32_t count = blocks_[block];
  std::size_t at = block * kBlock;
  while (continuation(text_, at)) ++at;
  while (at < text_.size() && count < code_point) {
    ++at;
    while (continuation(text_, at)) ++at;
    ++count;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace entente
