// Encodings and compression: one text, however it is packed.
#include <doctest/doctest.h>

#include <string>

#include "extract/text/utf8.h"
#include "tests/extract/reading/reading.h"

using namespace entente;
using test::read;

namespace {

/// UTF-16 or UTF-32 of ASCII and Latin-1 text.
std::string wide(std::string_view text, std::size_t width, bool little) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    std::string unit(width, '\0');
    unit[little ? 0 : width - 1] = static_cast<char>(static_cast<unsigned char>(c));
    out += unit;
  }
  return out;
}

const std::string kText = "Le président Macron a reçu le chancelier à l'Élysée.";
const std::string kLatin1 =
    "Le pr\xE9sident Macron a re\xE7u le chancelier \xE0 l'\xC9lys\xE9"
    "e.";

}  // namespace

TEST_CASE("byte order marks are believed and left out") {
  CHECK(read("\xEF\xBB\xBF" + kText).only().text == kText);
  CHECK(read("\xFF\xFE" + wide(kText, 2, true)).only().text == kText);
  CHECK(read("\xFE\xFF" + wide(kText, 2, false)).only().text == kText);
  CHECK(read(std::string("\xFF\xFE\0\0", 4) + wide(kText, 4, true)).only().text == kText);
  CHECK(read(std::string("\0\0\xFE\xFF", 4) + wide(kText, 4, false)).only().text == kText);
}

TEST_CASE("UTF-16 without a mark is told by its zero bytes") {
  CHECK(read(wide(kText, 2, true)).only().text == kText);
  CHECK(read(wide(kText, 2, false)).only().text == kText);
}

TEST_CASE("a table from a spreadsheet in UTF-16 with tabs") {
  CHECK(read("\xFF\xFE" + wide("id\ttext\r\n1\t" + kText + "\r\n", 2, true), "n.tsv").only().text == kText);
}

TEST_CASE("JSON Lines after a byte order mark") {
  CHECK(read("\xEF\xBB\xBF{\"id\":1,\"text\":\"A.\"}\n").only().text == "A.");
}

TEST_CASE("Latin 1 and windows-1252 are told by their bytes") {
  CHECK(read(kLatin1).only().text == kText);
  CHECK(read("\x93It is over,\x94 he said \x96 and left.").only().text == "“It is over,” he said – and left.");
  CHECK(read(kText).said().empty());
  CHECK(read(kLatin1).said().empty());
}

TEST_CASE("Russian in windows-1251") {
  const std::string text =
      "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xD0\xEE\xF1\xF1\xE8\xE8 \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xF1\xFF \xF1 "
      "\xEA\xE0\xED\xF6\xEB\xE5\xF0\xEE\xEC \xC3\xE5\xF0\xEC\xE0\xED\xE8\xE8 \xE2 \xCC\xEE\xF1\xEA\xE2\xE5.";
  CHECK(read(text).only().text == "Президент России встретился с канцлером Германии в Москве.");
}

TEST_CASE("a page's declared charset is believed, but not against valid UTF-8") {
  const std::string head = "<html><head><meta charset=\"iso-8859-1\"></head><body><article><p>";
  CHECK(read(head + kLatin1 + "</p></article></body></html>").only().text == kText);
  CHECK(read(head + kText + "</p></article></body></html>").only().text == kText);
}

TEST_CASE("a stray byte far into UTF-8 is read as windows-1252 and reported") {
  const std::string text = kText + std::string(70000, '.') + "caf\xE9\n";
  const auto outcome = read(text, "a.txt");
  CHECK(outcome.only().text == kText + std::string(70000, '.') + "café\n");
  CHECK(outcome.said() == "a.txt: holds bytes that are not valid UTF-8; they were read as windows-1252");
  CHECK(outcome.counts.lost == 0);
}

TEST_CASE("gzip and zstd are told by their bytes, also joined and nested in nothing") {
  const std::string lines = "{\"id\":1,\"text\":\"A.\"}\n{\"id\":2,\"text\":\"B.\"}\n";
  CHECK(read(test::gzip(lines), "news").articles.size() == 2);
  CHECK(read(test::zstd(lines), "news").articles.size() == 2);
  CHECK(read(test::gzip(lines) + test::gzip("{\"id\":3,\"text\":\"C.\"}\n"), "news").articles.size() == 3);
  CHECK(read(test::zstd(lines) + test::zstd("{\"id\":3,\"text\":\"C.\"}\n"), "news").articles.size() == 3);
  CHECK(read(test::gzip(""), "news.gz").said() == "news.gz: is empty");
}

TEST_CASE("a packed file larger than any buffer comes out whole") {
  std::string lines;
  for (int i = 0; i < 20000; ++i)
    lines += "{\"id\":" + std::to_string(i) + ",\"text\":\"" + std::string(100, 'x') + "\"}\n";
  CHECK(read(test::gzip(lines)).articles.size() == 20000);
  CHECK(read(test::zstd(lines)).articles.size() == 20000);
}

TEST_CASE("of a truncated gzip file, what came before is kept") {
  std::string lines;
  unsigned seed = 1;
  for (int i = 0; i < 9000; ++i) {
    lines += "{\"id\":" + std::to_string(i) + ",\"text\":\"";
    for (int k = 0; k < 50; ++k) lines += static_cast<char>('a' + (seed = seed * 1103515245U + 12345U) / 65536U % 26U);
    lines += "\"}\n";
  }
  for (const auto pack : {test::gzip, test::zstd}) {
    const std::string packed = pack(lines);
    const auto outcome = read(packed.substr(0, packed.size() / 2), "n.jsonl.gz");
    CHECK(outcome.articles.size() < 9000);
    REQUIRE(outcome.messages.size() == 1);
    CAPTURE(outcome.said());
    CHECK(outcome.messages[0].find("data ends early; the file seems truncated; what came before was kept") !=
          std::string::npos);
    for (const Article& article : outcome.articles) REQUIRE(article.text.size() == 50);
  }
  CHECK(read(test::gzip(lines).substr(0, test::gzip(lines).size() / 2)).articles.size() > 500);
}

TEST_CASE("damaged gzip data is reported") {
  std::string packed = test::gzip("{\"id\":1,\"text\":\"A.\"}\n");
  packed[12] = static_cast<char>(packed[12] ^ 0x55);
  CHECK(read(packed, "n.gz").said().starts_with("n.gz: the gzip data"));
}
