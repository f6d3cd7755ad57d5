// The extraction line: out and back, and what is refused.
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "extract/extraction_json.h"
#include "tests/extract/reading_of.h"

using entente::extraction_from_json;
using entente::to_json;

TEST_CASE("a line read back is the extraction that wrote it") {
  const auto x = entente::test::read("Chinese President Xi Jinping visited \"South Korea\" on Saturday.\nIt rained.");
  CHECK(extraction_from_json(to_json(x, true)) == x);
}

TEST_CASE("the text stays out unless asked for") {
  const auto x = entente::test::read("Xi Jinping spoke.");
  CHECK(to_json(x).find("\"text\"") == std::string::npos);
  CHECK(to_json(x, true).find("\"text\":\"Xi Jinping spoke.\"") != std::string::npos);
}

TEST_CASE("relations carry their Wikidata property and its direction") {
  const std::string line = to_json(entente::test::read("Chinese President Xi Jinping spoke."));
  CHECK(line.find(R"("type":"leads","property":"P35","inverse":true)") != std::string::npos);
}

TEST_CASE("what is no extraction line is refused with the reason") {
  const auto reason = [](const std::string& line) {
    try {
      (void)extraction_from_json(line);
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  CHECK(reason("{").find("at byte") != std::string::npos);
  CHECK(reason("[]").find("must be a JSON object") != std::string::npos);
  CHECK(reason(R"({"schema":"other/1"})").find("other/1") != std::string::npos);
  const std::string head = R"({"schema":"entente/extraction/1","article":{"id":"a"})";
  CHECK(reason(head + "}") == "accepted");
  CHECK(reason(head + R"(,"mentions":[{"begin":1,"end":2,"form":"name","kind":"person","entity":7}]})")
            .find("0 entities") != std::string::npos);
  CHECK(reason(head + R"(,"sentences":[[5,2]]})").find("ends before it begins") != std::string::npos);
  CHECK(reason(head + R"(,"entities":[{"kind":"robot","name":"x","key":"y"}]})").find("robot") != std::string::npos);
}
