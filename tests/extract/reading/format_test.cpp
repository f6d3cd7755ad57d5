// Which format a file is taken for, and what is said of those that are not read.
#include "extract/reading/format.h"

#include <doctest/doctest.h>

#include "tests/extract/reading/reading.h"

using namespace entente;
using test::read;

TEST_CASE("the content tells the format") {
  const auto format = [](std::string_view text, std::string_view path = "in") {
    return text_format(text, true, path).format;
  };
  CHECK(format("{\"text\": \"A.\"}") == FileFormat::json);
  CHECK(format("{\"text\": \"A.\"}\n") == FileFormat::json);
  CHECK(format("{\"text\": \"A.\"}\n", "in.jsonl.gz") == FileFormat::json_lines);
  CHECK(format("{\"text\": \"A.\"}\n{\"text\": \"B.\"}\n") == FileFormat::json_lines);
  CHECK(format("{\"text\": \"A. }\n{\"text\": \"B.\"}\n") == FileFormat::json_lines);
  CHECK(format("{\n\"text\": \"A.\"}\n") == FileFormat::json);
  CHECK(format("{\"articles\": [\n{\"text\": \"A.\"}\n]}") == FileFormat::json);
  CHECK(format(" [ {\"text\": \"A.\"}]") == FileFormat::json);
  CHECK(format("[Reuters] The president\n") == FileFormat::plain_text);
  CHECK(format("{ so he said\n") == FileFormat::plain_text);
  CHECK(format("<!DOCTYPE html><html>") == FileFormat::html);
  CHECK(format("<?xml version=\"1.0\"?><html xmlns=\"x\">") == FileFormat::html);
  CHECK(format("<p>Hello</p>") == FileFormat::html);
  CHECK(format("<3 is a heart") == FileFormat::plain_text);
  CHECK(format("id,title,text\n1,T,X.\n") == FileFormat::table);
  CHECK(format("id,title,text\n1,T,X.\n", "a.txt") == FileFormat::plain_text);
  CHECK(format("A text.\n") == FileFormat::plain_text);
}

TEST_CASE("what is not read is named, with what to do") {
  CHECK(read("%PDF-1.7 ...", "a.pdf").said() ==
        "a.pdf: is a PDF document, which is not read; turn it into text first (pdftotext does)");
  CHECK(read(std::string("PK\x03\x04 [Content_Types].xml word/document.xml", 40), "a.docx").said() ==
        "a.docx: is a Word document (DOCX), which is not read; save it as plain text or HTML first");
  CHECK(read("PK\x03\x04 news.txt", "a.zip").said() == "a.zip: is a ZIP archive, which is not read; unpack it first");
  CHECK(read("\x89PNG\r\n\x1A\n", "a.png").said() ==
        "a.png: is a PNG image, which is not read; it holds no text; leave it out");
  CHECK(read("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"></rss>", "a.rss")
            .said()
            .starts_with("a.rss: is an XML document, which is not read"));
  std::string binary = "abc";
  for (int i = 0; i < 500; ++i) binary += std::string("\0\x01q\x7F", 4);
  CHECK(read(binary, "a.bin").said() ==
        "a.bin: is binary data, which is not read; only text, HTML, JSON, JSON Lines and CSV are read");
}
