// UTF-8: what counts as valid, what becomes of what is not, and offsets in bytes and code points.
#include "extract/text/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace entente;

namespace {

std::vector<char32_t> decoded(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size();) out.push_back(decode(text, at));
  return out;
}

}  // namespace

TEST_CASE("decode reads sequences of one to four bytes") {
  CHECK(decoded("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x87\xBA") == std::vector<char32_t>{'a', 0xE9, 0x20AC, 0x1F1FA});
}

TEST_CASE("an invalid byte gives U+FFFD and moves by one") {
  CHECK(decoded("\xFFz") == std::vector<char32_t>{0xFFFD, 'z'});
  CHECK(decoded("\xC0\x80") == std::vector<char32_t>{0xFFFD, 0xFFFD});              // overlong
  CHECK(decoded("\xED\xA0\x80") == std::vector<char32_t>{0xFFFD, 0xFFFD, 0xFFFD});  // surrogate
  CHECK(decoded("\xF4\x90\x80\x80").front() == 0xFFFD);                             // beyond U+10FFFF
  CHECK(decoded("\xE2\x82") == std::vector<char32_t>{0xFFFD, 0xFFFD});              // cut short
}

TEST_CASE("valid_utf8 and repaired_utf8 agree") {
  CHECK(valid_utf8(""));
  CHECK(valid_utf8("Nguy\xE1\xBB\x85n met the president of the republic"));
  CHECK_FALSE(valid_utf8("twelve bytes and then \x80 one that is wrong"));
  CHECK(repaired_utf8("caf\xE9 au lait") == "caf\xEF\xBF\xBD au lait");
  CHECK(repaired_utf8("end\xE2\x82") == "end\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(valid_utf8(repaired_utf8("\xFF\xFE\x80\xC3(\xF0\x9F")));
}

TEST_CASE("append writes what decode reads, and never a surrogate") {
  for (const char32_t c : {U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFD', U'\x10000', U'\x10FFFF'}) {
    std::string text;
    append(text, c);
    CHECK(decoded(text) == std::vector<char32_t>{c});
  }
  std::string text;
  append(text, 0xD800);
  CHECK(text == "\xEF\xBF\xBD");
}

TEST_CASE("CodePoints turns offsets both ways, at every code point of a long text") {
  std::string text;
  std::vector<std::uint32_t> starts;
  for (int i = 0; i < 200; ++i) {
    for (const char32_t c : {U'a', U'\xE9', U'\x20AC', U'\x1F1FA'}) {
      starts.push_back(static_cast<std::uint32_t>(text.size()));
      append(text, c);
    }
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  const CodePoints points(text);
  for (std::uint32_t i = 0; i < starts.size(); ++i) {
    REQUIRE(points.at_byte(starts[i]) == i);
    REQUIRE(points.byte_at(i) == starts[i]);
  }
  CHECK(count_code_points(text) == 800);
  CHECK(points.byte_at(5000) == text.size());
  CHECK(points.span({1, 3}) == Span{1, 2});
  CHECK(CodePoints("").at_byte(0) == 0);
}
