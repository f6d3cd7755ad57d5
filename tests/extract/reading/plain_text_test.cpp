// Plain text: the header, the body as given, line breaks.
#include <doctest/doctest.h>

#include "tests/extract/reading/reading.h"

using namespace entente;
using test::read;

TEST_CASE("a text without a header is taken as it is and called by its file's name") {
  const Article article = read("Xi met Lee.\n\nThey talked.\n", "x/2025-11-01-gyeongju.txt").only();
  CHECK(article.id == "2025-11-01-gyeongju.txt");
  CHECK(article.text == "Xi met Lee.\n\nThey talked.\n");
  CHECK(article.title.empty());
  CHECK(article.published.empty());
  CHECK(article.language == "en");
}

TEST_CASE("header lines of known keys are read, the text begins below the empty line") {
  const Article article =
      read(
          "Title: Talks end: no deal\nDate: 1 November 2025\nSource: The Daily\nURL: https://example.org/a\n"
          "Author: Jane Doe\nLanguage: en-GB\n\n  Xi met Lee.\n")
          .only();
  CHECK(article.title == "Talks end: no deal");
  CHECK(article.published == "2025-11-01");
  CHECK(article.source == "The Daily");
  CHECK(article.url == "https://example.org/a");
  CHECK(article.id == "https://example.org/a");
  CHECK(article.language == "en");
  CHECK(article.text == "  Xi met Lee.\n");
}

TEST_CASE("a given id comes before the URL") {
  CHECK(read("ID: a1\nURL: https://example.org/a\n\nText.").only().id == "a1");
}

TEST_CASE("a text that begins like a header, but with another key, is text") {
  for (const char* text :
       {"Note: the talks ended.\n\nXi met Lee.\n", "Title: A\nNote: B\n\nXi met Lee.\n",
        "Title: no empty line follows\nXi met Lee.\n", "Title: only", "Beijing: a city.\n\nA text.\n"}) {
    CAPTURE(text);
    CHECK(read(text).only().text == text);
    CHECK(read(text).only().title.empty());
  }
}

TEST_CASE("line breaks of all kinds become \\n") {
  const Article article = read("Title: A\r\n\r\nOne.\r\n\r\nTwo.\rThree.\n\r").only();
  CHECK(article.title == "A");
  CHECK(article.text == "One.\n\nTwo.\nThree.\n\n");
}

TEST_CASE("a date that is no date is reported, and the article kept") {
  const auto outcome = read("Date: yesterday\n\nXi met Lee.\n", "a.txt");
  CHECK(outcome.only().published.empty());
  CHECK(outcome.said() ==
        "a.txt: the date 'yesterday' was not understood; the article was kept without one (write 2025-11-01)");
  CHECK(outcome.counts.problems == 1);
  CHECK(outcome.counts.lost == 0);
}

TEST_CASE("a file without a text is reported") {
  CHECK(read("", "a.txt").said() == "a.txt: is empty");
  CHECK(read(" \n\t\n", "a.txt").said() == "a.txt: holds nothing but white space; the file was skipped");
  CHECK(read("Title: A\n\n", "a.txt").said() == "a.txt: has no text below its header; the file was skipped");
  CHECK(read("", "-").said() == "standard input: is empty");
  CHECK(read("\xEF\xBB\xBF", "a.txt").said() == "a.txt: holds nothing but white space; the file was skipped");
}

TEST_CASE("a text from standard input is called by what it says") {
  const Article article = read("Xi met Lee.", "-").only();
  CHECK(article.id.size() == 20);
  CHECK(article.id.starts_with("sha:"));
  CHECK(article.id == read("Xi met Lee.", "-").only().id);
  CHECK(article.id != read("Xi met Kim.", "-").only().id);
}

TEST_CASE("a text of more than 64 MiB is skipped") {
  const auto outcome = read(std::string(kMaxRecordBytes + 1, 'a'), "a.txt");
  CHECK(outcome.articles.empty());
  CHECK(outcome.said().starts_with("a.txt: is a plain text of more than 64 MiB; the file was skipped"));
}
