// JSON and JSON Lines: keys, containers, text as given, and what is broken.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "extract/text/utf8.h"
#include "tests/extract/reading/reading.h"

using namespace entente;
using test::read;
using namespace std::string_literals;

TEST_CASE("a line is an article with the design's keys") {
  const auto outcome = read(
      R"({"id": "a1", "title": "Talks", "published": "2025-11-01", "source": "The Daily", "url": "https://e.org/1", "text": "Xi met Lee."})"
      "\n"
      R"({"id": "a2", "text": "Putin met Modi."})",
      "news.jsonl");
  CHECK(outcome.said().empty());
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[0] ==
        Article{"a1", "Talks", "2025-11-01", "The Daily", "https://e.org/1", "en", "Xi met Lee."});
  CHECK(outcome.articles[1] == Article{"a2", "", "", "", "", "en", "Putin met Modi."});
}

TEST_CASE("text is taken byte for byte, so that offsets count into it") {
  const Article article =
      read(R"({"id":"a","text":"  \u00c9lys\u00e9e \ud83c\uddeb\ud83c\uddf7\r\n\ttab &amp; <b> 1 < 2 \u0000end  \n"})")
          .only();
  CHECK(article.text == "  Élysée \U0001F1EB\U0001F1F7\r\n\ttab &amp; <b> 1 < 2 \0end  \n"s);
  CHECK(count_code_points(article.text) == 41);
}

TEST_CASE("keys are known by the names that news APIs use") {
  struct Case {
    const char* json;
    Article article;
  };
  const std::vector<Case> cases = {
      {R"({"_id":7,"headline":"T","publishedAt":"2025-11-01T10:00:00Z","source":{"id":null,"name":"S"},"link":"u","content":"X."})",
       {"7", "T", "2025-11-01", "S", "u", "en", "X."}},
      {R"({"GUID":"g","Title":"T","pubDate":"Sat, 01 Nov 2025 10:00:00 GMT","publisher":{"title":"S"},"lang":"eng","Body":"X."})",
       {"g", "T", "2025-11-01", "S", "", "en", "X."}},
      {R"({"id":"w/1","webTitle":"T","webPublicationDate":"2025-11-01","webUrl":"u","fields":{"bodyText":"X."}})",
       {"w/1", "T", "2025-11-01", "", "u", "en", "X."}},
      {R"({"uuid":"x","published_at":1761989400,"outlet":"S","language":"German","article":"X."})",
       {"x", "", "2025-11-01", "S", "", "de", "X."}},
      {R"({"id":1,"title":{"rendered":"T"},"date":"2025-11-01","content":{"rendered":"X."}})",
       {"1", "T", "2025-11-01", "", "", "en", "X."}},
      {R"({"_id":"h","_source":{"title":"T","text":"X."}})", {"h", "T", "", "", "", "en", "X."}},
      {R"({"id":"d","description":"Only a summary."})", {"d", "", "", "", "", "en", "Only a summary."}},
      {R"({"id":"p","text":["One.","Two."]})", {"p", "", "", "", "", "en", "One.\n\nTwo."}},
  };
  for (const auto& [json, article] : cases) {
    CAPTURE(json);
    CHECK(read(json).only() == article);
  }
}

TEST_CASE("null, empty and duplicate keys") {
  CHECK(read(R"({"id":null,"url":null,"title":null,"published":null,"text":"X."})", "a.json").only() ==
        Article{"a.json", "", "", "", "", "en", "X."});
  CHECK(read(R"({"id":"a","text":"","body":"  ","content":"X."})").only().text == "X.");
  CHECK(read(R"({"id":"a","text":"first","text":"last"})").only().text == "last");
  CHECK(read(R"({"id":"a","content":"longer name","text":"X."})").only().text == "X.");
  CHECK(read(R"({"id":"a","text":"X.","related":[{"text":"not this"}],"meta":{"text":"nor this"}})").only().text ==
        "X.");
}

TEST_CASE("an object alone in its file is called by the file, rows by what they say") {
  CHECK(read(R"({"text": "X."})", "in/a.json").only().id == "a.json");
  CHECK(read("{\n  \"text\": \"X.\"\n}\n", "in/a.json").only().id == "a.json");
  CHECK(read(R"([{"text": "X."}])", "in/a.json").only().id.starts_with("sha:"));
  CHECK(read(R"({"text": "X."})", "in/a.jsonl").only().id.starts_with("sha:"));
  CHECK(read(R"({"text": "X.", "url": "https://e.org/1"})", "in/a.json").only().id == "https://e.org/1");
}

TEST_CASE("arrays of articles are found in arrays and envelopes, whatever the layout") {
  for (const char* json :
       {R"([{"id":1,"text":"A."},{"id":2,"text":"B."}])",
        "[\n {\"id\":1,\"text\":\"A.\"},\n {\"id\":2,\"text\":\"B.\"}\n]\n",
        R"({"status":"ok","totalResults":2,"articles":[{"id":1,"text":"A."},{"id":2,"text":"B."}]})",
        R"({"response":{"status":"ok","results":[{"id":1,"text":"A."},{"id":2,"text":"B."}],"pages":1}})",
        R"({"hits":{"total":2,"hits":[{"_id":1,"_source":{"text":"A."}},{"_id":2,"_source":{"text":"B."}}]}})",
        "{\"articles\":[\n{\"id\":1,\"text\":\"A.\"},\n{\"id\":2,\"text\":\"B.\"}\n]}",
        "{\"id\":1,\"text\":\"A.\"}{\"id\":2,\"text\":\"B.\"}",
        "{\"data\":[{\"id\":1,\"text\":\"A.\"}]}\n{\"data\":[{\"id\":2,\"text\":\"B.\"}]}\n"}) {
    CAPTURE(json);
    const auto outcome = read(json);
    CHECK(outcome.said().empty());
    REQUIRE(outcome.articles.size() == 2);
    CHECK(outcome.articles[0].id == "1");
    CHECK(outcome.articles[0].text == "A.");
    CHECK(outcome.articles[1].id == "2");
    CHECK(outcome.articles[1].text == "B.");
  }
  CHECK(read(R"({"status":"ok","articles":[]})").said().empty());
}

TEST_CASE("HTML in a text is laid out, a stray < is not") {
  CHECK(
      read(
          R"({"id":1,"body":"<p>Xi met <a href=\"x\">Lee</a> &amp; Kim.</p>\n<p>They\n talked.</p><script>x()</script>"})")
          .only()
          .text == "Xi met Lee & Kim.\n\nThey talked.");
  CHECK(read(R"({"id":1,"body":"a < b and <p> is a tag"})").only().text == "a < b and <p> is a tag");
}

TEST_CASE("a broken line is reported with its place and skipped") {
  const auto outcome =
      read("{\"id\":1,\"text\":\"A.\"}\n{\"id\":2 \"text\":\"B.\"}\n\n{\"id\":3,\"text\":\"C.\"}\n", "news.jsonl");
  CHECK(outcome.articles.size() == 2);
  CHECK(outcome.said() ==
        "news.jsonl: line 2: not valid JSON (missing a comma or } at column 9); the line was skipped");
  CHECK(outcome.problems.at(0).line == 2);
  CHECK(outcome.problems.at(0).column == 9);
  CHECK(outcome.counts.lost == 1);
}

TEST_CASE("what can be wrong with a line is said in words") {
  const std::vector<std::pair<std::string, const char*>> cases = {
      {R"({"text":"A.)", "missing the closing quote of a string"},
      {R"({"text":"A."} x)", "more text behind the value"},
      {R"({"text":"\q"})", "an unknown escape behind a backslash"},
      {R"({"text":"\ud800"})", "half of a surrogate pair in a \\u escape"},
      {"{\"text\":\"a\tb\"}", "a raw line break, tab or control character in a string"},
      {R"({'text':"A."})", "missing a key in double quotes"},
      {R"(["A."])", "not an object in { }"},
      {R"("A.")", "not an object in { }"},
      {R"({"text" "A."})", "missing a colon behind a key"},
      {"{\"text\":\"A\0B, and more text around the zero byte, so that the file is not taken for binary data.........\"}"s,
       "a zero byte"},
      {"{\"a\":" + std::string(100000, '[') + "}", "nested deeper than 512 levels"},
  };
  for (const auto& [line, reason] : cases) {
    CAPTURE(line.substr(0, 40));
    const auto outcome = read("{\"id\":1,\"text\":\"A.\"}\n" + line + "\n{\"id\":3,\"text\":\"C.\"}\n", "n.jsonl");
    CHECK(outcome.articles.size() == 2);
    CHECK(outcome.said().starts_with(std::string("n.jsonl: line 2: not valid JSON (") + reason));
  }
}

TEST_CASE("a record without a text lists the keys it has") {
  const auto outcome = read("{\"id\":1,\"text\":\"A.\"}\n{\"id\":2,\"titel\":\"B\",\"inhalt\":\"C\"}\n", "n.jsonl");
  CHECK(outcome.said() ==
        "n.jsonl: line 2: no text (keys: 'id', 'titel', 'inhalt'); the line was skipped (call the text's key text, "
        "body or content)");
  CHECK(read("{\"id\":1,\"text\":\"A.\"}\n{}\n", "n.jsonl").said().find("(keys: none)") != std::string::npos);
}

TEST_CASE("errors within a document name line and column of the file") {
  const auto outcome = read(
      "{\n  \"articles\": [\n    {\"id\": 1, \"text\": \"A.\"},\n    {\"id\": 2,\n     \"text\" \"B.\"},\n    {\"id\": "
      "3, \"text\": \"C.\"}\n  ]\n}\n",
      "n.json");
  CHECK(outcome.articles.size() == 2);
  CHECK(outcome.said() ==
        "n.json: line 5: not valid JSON (missing a colon behind a key at column 13); the object was skipped");
  CHECK(read("{\n  \"title\": \"T\",\n  \"text\": \"A\\q\"\n}\n", "n.json").said() ==
        "n.json: line 3: not valid JSON (an unknown escape behind a backslash at column 13); the object was skipped");
}

TEST_CASE("a document that breaks off keeps what came before") {
  const auto outcome = read("[{\"id\":1,\"text\":\"A.\"},\n{\"id\":2,\"text\":\"B", "n.json");
  CHECK(outcome.articles.size() == 1);
  CHECK(outcome.said() ==
        "n.json: line 2: not valid JSON (the value that begins in line 2 is not closed at column 18); the rest of the "
        "file was skipped");
  CHECK(read("[{\"id\":1,\"text\":\"A.\"}", "n.json").said().find("an array is not closed") != std::string::npos);
}

TEST_CASE("extraction lines go to whoever reads them, else they are a problem") {
  const std::string line = R"({"schema": "entente/extraction/1", "article": {"id": "a1", "text": "A."}})";
  CHECK(read(line + "\n", "x.jsonl").said().starts_with("x.jsonl: line 1: is an extraction line, not an article"));
  std::string got;
  ReadingSink sink;
  sink.extraction_line = [&](std::string_view json, const Problem& where) {
    got = fmt::format("{} {}", where.line, json);
  };
  const ReadingCounts counts = read_article_bytes("\n" + line + "\n", "x.jsonl", sink);
  CHECK(got == "2 " + line);
  CHECK(counts.extraction_lines == 1);
  CHECK(counts.problems == 0);
}

TEST_CASE("a line of more than 64 MiB is skipped, the next is read") {
  const std::string lines = "{\"id\":1,\"text\":\"A.\"}\n{\"text\":\"" + std::string(kMaxRecordBytes, 'a') +
                            "\"}\n{\"id\":3,\"text\":\"C.\"}\n";
  const auto outcome = read(lines, "n.jsonl");
  CHECK(outcome.articles.size() == 2);
  CHECK(outcome.said() == "n.jsonl: line 2: longer than 64 MiB; the line was skipped");
}
