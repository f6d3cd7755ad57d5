// From inputs to readers: open, decompress, tell the encoding and the format, read.
#include "extract/reading/reading.h"

#include "extract/reading/byte_source.h"
#include "extract/reading/compression.h"
#include "extract/reading/delivery.h"
#include "extract/reading/encoding.h"
#include "extract/reading/format.h"
#include "extract/reading/inputs.h"
#include "extract/reading/readers.h"
#include "extract/reading/window.h"

namespace entente {
namespace {

constexpr std::size_t kSniffed = std::size_t{64} << 10U;

/// As much of a text's beginning as tells its format: 64 KiB, and for what may be JSON Lines the whole first line.
std::string_view beginning(Window& window, bool& whole) {
  whole = !window.fill_to(kSniffed);
  const auto starts_object = [&] {
    const std::size_t first = window.data().find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && window.data()[first] == '{';
  };
  if (!whole && starts_object()) {
    while (window.data().find('\n') == std::string_view::npos && window.data().size() <= kMaxRecordBytes) {
      if (!window.fill()) break;
    }
    whole = !window.fill_to(window.data().size() + kSniffed);
  }
  return window.data();
}

void read_text(Window& window, Delivery& delivery) {
  bool whole = false;
  const FormatGuess guess = text_format(beginning(window, whole), whole, delivery.path());
  switch (guess.format) {
    case FileFormat::plain_text:
      return read_plain_text(window, delivery);
    case FileFormat::html:
      return read_html(window, delivery);
    case FileFormat::json:
      return read_json(window, delivery);
    case FileFormat::json_lines:
      return read_json_lines(window, delivery);
    case FileFormat::table:
      return read_table(window, delivery);
    case FileFormat::unsupported:
      return delivery.lost({}, guess.advice);
  }
}

void read_source(std::unique_ptr<ByteSource> source, Delivery& delivery) {
  Window bytes = decompressed(Window(std::move(source)));
  bytes.fill_to(kSniffed);
  if (bytes.data().empty()) {
    const std::string trouble = bytes.trouble();
    return delivery.lost({}, trouble.empty() ? "is empty" : trouble);
  }
  const FormatGuess binary = binary_format(bytes.data());
  if (binary.format == FileFormat::unsupported) return delivery.lost({}, binary.advice);
  Window text = decoded(std::move(bytes));
  read_text(text, delivery);
  if (const std::string trouble = text.trouble(); !trouble.empty()) {
    delivery.lost({}, trouble + "; what came before was kept");
  }
}

}  // namespace

ReadingCounts read_articles(std::span<const std::string> inputs, const ReadingSink& sink) {
  ReadingCounts counts;
  const auto on_trouble = [&](const std::string& path, std::string what) {
    Delivery(path, "", sink, counts).lost({}, std::move(what));
  };
  for (const std::string& input : inputs) {
    for (const InputFile& file : input_files(input, on_trouble)) {
      ++counts.files;
      Delivery delivery(file.path, file.id, sink, counts);
      read_source(open_file(file.path), delivery);
    }
  }
  return counts;
}

ReadingCounts read_article_bytes(std::string_view bytes, const std::string& path, const ReadingSink& sink) {
  ReadingCounts counts;
  counts.files = 1;
  Delivery delivery(path, path == "-" ? std::string() : path.substr(path.find_last_of('/') + 1), sink, counts);
  read_source(open_memory(bytes), delivery);
  return counts;
}

}  // namespace entente
