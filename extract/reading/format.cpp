// Magic numbers and the look of the first line.
#include "extract/reading/format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "extract/reading/fields.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

struct Magic {
  std::size_t at;
  std::string_view bytes;
  std::string_view name;
  std::string_view advice;
};

constexpr std::string_view kSaveAsText = "save it as plain text or HTML first";
constexpr std::string_view kUnpack = "unpack it first";
constexpr std::string_view kNoText = "it holds no text; leave it out";
constexpr std::string_view kRecompress = "decompress it first (gzip and zstd are read as they are)";
constexpr std::string_view kExport = "export it as JSON Lines or CSV first";

constexpr auto kMagics = std::to_array<Magic>({
    {0, "%PDF", "a PDF document", "turn it into text first (pdftotext does)"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Microsoft Office document", kSaveAsText},
    {0, "{\\rtf", "an RTF document", kSaveAsText},
    {0, "\x89PNG\r\n", "a PNG image", kNoText},
    {0, "\xFF\xD8\xFF", "a JPEG image", kNoText},
    {0, "GIF87a", "a GIF image", kNoText},
    {0, "GIF89a", "a GIF image", kNoText},
    {8, "WEBPVP8", "a WebP image", kNoText},
    {4, "ftyp", "a video or image (MP4 family)", kNoText},
    {0, "ID3\x03", "an MP3 recording", kNoText},
    {0, "ID3\x04", "an MP3 recording", kNoText},
    {0, "BZh", "bzip2 data", kRecompress},
    {0, std::string_view("\xFD\x37zXZ\0", 6), "xz data", kRecompress},
    {0, "7z\xBC\xAF\x27\x1C", "a 7z archive", kUnpack},
    {0, "Rar!\x1A\x07", "a RAR archive", kUnpack},
    {257, "ustar", "a tar archive", kUnpack},
    {0, std::string_view("SQLite format 3\0", 16), "an SQLite database", kExport},
    {0, "PAR1", "a Parquet file", kExport},
    {0, "ARROW1", "an Arrow file", kExport},
    {0,
     "\x7F"
     "ELF",
     "a program", kNoText},
});

struct ZipKind {
  std::string_view within;  ///< stands among the first bytes
  std::string_view name;
  std::string_view advice;
};

constexpr auto kZipKinds = std::to_array<ZipKind>({
    {"word/", "a Word document (DOCX)", kSaveAsText},
    {"xl/", "an Excel workbook (XLSX)", "save it as CSV first"},
    {"ppt/", "a PowerPoint presentation (PPTX)", kSaveAsText},
    {"application/vnd.oasis.opendocument", "an OpenDocument file", kSaveAsText},
    {"application/epub", "an e-book (EPUB)", kSaveAsText},
    {"[Content_Types].xml", "a Microsoft Office document", kSaveAsText},
    {"", "a ZIP archive", kUnpack},
});

FormatGuess unsupported(std::string_view name, std::string_view advice) {
  return {FileFormat::unsupported,
          std::string("is ") + std::string(name) + ", which is not read; " + std::string(advice)};
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// "json" of "News.JSON.gz".
std::string ending(std::string_view path) {
  std::string name = lower(path.substr(path.find_last_of('/') + 1));
  for (const std::string_view packed : {".gz", ".zst", ".zstd", ".gzip"}) {
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
  }
  const std::size_t dot = name.find_last_of('.');
  return dot == std::string::npos ? std::string() : name.substr(dot + 1);
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f\v");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n\f\v") - begin + 1);
}

/// Whether a line is one bracketed whole: brackets outside of strings match and end with it.
bool balanced(std::string_view line) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = i < line.size() && (c != '"' || line[i] != c);
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return trimmed(line.substr(i + 1)).empty();
    }
  }
  return false;
}

std::optional<FileFormat> json_format(std::string_view text, bool whole, std::string_view end) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return std::nullopt;
  const std::string_view inner = trimmed(text.substr(1, 4096));
  const bool named = one_of(end, {"json", "jsonl", "ndjson"});
  const bool object = text[0] == '{' && !inner.empty() && (inner[0] == '"' || inner[0] == '}');
  const bool array = text[0] == '[' && !inner.empty() && (inner[0] == '{' || inner[0] == ']');
  if (!named && !object && !array) return std::nullopt;
  if (text[0] == '[') return FileFormat::json;
  if (one_of(end, {"jsonl", "ndjson"})) return FileFormat::json_lines;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return FileFormat::json;
  const std::string_view rest = trimmed(text.substr(line_end, 4096));
  const bool more = !rest.empty() || (!whole && text.size() - line_end > 4096);
  const std::string_view first = trimmed(text.substr(0, line_end));
  const bool lines = more && (balanced(first) || (first.ends_with('}') && rest.starts_with("{\"")));
  return lines ? FileFormat::json_lines : FileFormat::json;
}

std::optional<FormatGuess> markup_format(std::string_view text, std::string_view end) {
  if (one_of(end, {"html", "htm", "xhtml"})) return FormatGuess{FileFormat::html, {}};
  if (!text.starts_with('<')) return std::nullopt;
  const std::string head = lower(text.substr(0, 2048));
  for (const std::string_view feed :
       {"<rss", "<feed", "<rdf:rdf", "<nitf", "<newsml", "<newsitem", "<urlset", "<svg"}) {
    if (head.find(feed) != std::string::npos && head.find("<html") == std::string::npos) {
      return unsupported("an XML document",
                         "turn its articles into JSON Lines with the keys title, published, url and text");
    }
  }
  for (const std::string_view tag :
       {"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<main", "<section", "<div", "<p>",
        "<p ", "<h1", "<h2", "<span", "<table", "<script", "<a ", "<!--"}) {
    if (head.find(tag) != std::string::npos) return FormatGuess{FileFormat::html, {}};
  }
  if (!head.starts_with("<?xml")) return std::nullopt;
  return unsupported("an XML document",
                     "turn its articles into JSON Lines with the keys title, published, url and text");
}

std::vector<std::string_view> plain_cells(std::string_view line, char delimiter) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t end = line.find(delimiter);
    std::string_view cell = trimmed(line.substr(0, end));
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    cells.push_back(cell);
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

std::size_t known_cells(std::string_view line, char delimiter) {
  const auto cells = plain_cells(line, delimiter);
  return static_cast<std::size_t>(
      std::ranges::count_if(cells, [](std::string_view cell) { return field_of(cell).has_value(); }));
}

/// A header row: two known keys or more, and nothing that is longer than a column's name.
bool looks_like_header(std::string_view line) {
  const char delimiter = delimiter_of(line);
  const auto cells = plain_cells(line, delimiter);
  const bool short_cells = std::ranges::all_of(cells, [](std::string_view cell) { return cell.size() <= 40; });
  return cells.size() >= 2 && short_cells && known_cells(line, delimiter) >= 2;
}

}  // namespace

FormatGuess binary_format(std::string_view first_bytes) {
  for (const Magic& magic : kMagics) {
    if (first_bytes.size() > magic.at && first_bytes.substr(magic.at).starts_with(magic.bytes)) {
      return unsupported(magic.name, magic.advice);
    }
  }
  if (!first_bytes.starts_with(std::string_view("PK\x03\x04", 4))) return {};
  const std::string_view head = first_bytes.substr(0, 4096);
  const auto kind = std::ranges::find_if(
      kZipKinds, [&](const ZipKind& zip) { return head.find(zip.within) != std::string_view::npos; });
  return unsupported(kind->name, kind->advice);
}

FormatGuess text_format(std::string_view beginning, bool whole, std::string_view path) {
  const std::string_view text =
      beginning.substr(std::min(beginning.size(), beginning.find_first_not_of(" \t\r\n\f\v")));
  const std::string end = ending(path);
  const std::string_view sample = text.substr(0, 4096);
  if (static_cast<std::size_t>(std::ranges::count(sample, '\0')) * 100 > sample.size()) {
    return unsupported("binary data", "only text, HTML, JSON, JSON Lines and CSV are read");
  }
  if (const auto json = json_format(text, whole, end)) return {*json, {}};
  if (one_of(end, {"csv", "tsv"})) return {FileFormat::table, {}};
  if (auto markup = markup_format(text, end)) return *std::move(markup);
  const bool named_text = one_of(end, {"txt", "text", "md"});
  const std::size_t line_end = text.find('\n');
  if (!named_text && line_end != std::string_view::npos && looks_like_header(text.substr(0, line_end)))
    return {FileFormat::table, {}};
  return {FileFormat::plain_text, {}};
}

char delimiter_of(std::string_view header) {
  constexpr std::array<char, 4> kDelimiters = {',', '\t', ';', '|'};
  const auto rank = [header](char delimiter) {
    return std::pair(known_cells(header, delimiter), std::ranges::count(header, delimiter));
  };
  return *std::ranges::max_element(kDelimiters, {}, rank);
}

}  // namespace entente
