// See build_input.h.
#include "cli/build_input.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <stdexcept>
#include <utility>

#include "cli/progress.h"
#include "extract/extraction_json.h"

namespace entente {

namespace {

constexpr std::size_t kAhead = 64;

/// Throws std::runtime_error where the line is no extraction, or one whose statements nobody could check.
Extraction checked_extraction(std::string_view line) {
  Extraction extraction = extraction_from_json(line);
  if (extraction.article.text.empty() && !extraction.sentences.empty()) {
    throw std::runtime_error(
        "an extraction line without the text of its article, so that no sentence could be shown; "
        "make it with `entente extract --with-text`");
  }
  return extraction;
}

}  // namespace

BuildInput::BuildInput(std::vector<std::string> inputs)
    : queue_(kAhead), reader_([this, inputs = std::move(inputs)] { read(inputs); }) {}

BuildInput::~BuildInput() {
  queue_.abandon();
  reader_.join();
}

void BuildInput::read(const std::vector<std::string>& inputs) {
  Progress progress(bytes_to_read(inputs));
  std::size_t refused = 0;
  ReadingSink sink;
  sink.article = [&](Article article) {
    progress.add_article(article.text.size());
    queue_.push(std::move(article));
  };
  sink.problem = [&](const Problem& problem) {
    progress.clear();
    fmt::print(stderr, "entente: {}\n", message(problem));
  };
  sink.extraction_line = [&](std::string_view line, const Problem& where) {
    Extraction extraction;
    try {
      extraction = checked_extraction(line);
    } catch (const std::exception& error) {
      ++refused;
      Problem problem = where;
      problem.what = fmt::format("{}; the line was skipped", error.what());
      sink.problem(problem);
      return;
    }
    progress.add_article(line.size());
    queue_.push(std::move(extraction));
  };
  try {
    counts_ = read_articles(inputs, sink);
    counts_.extraction_lines -= refused;
    counts_.lost += refused;
    queue_.close();
  } catch (...) {
    queue_.close(std::current_exception());
  }
}

bool BuildInput::at_end() {
  return queue_.peek() == nullptr;
}

template <typename Kind>
bool BuildInput::take(Kind& wanted) {
  Item* item = queue_.peek();
  if (item == nullptr || !std::holds_alternative<Kind>(*item)) return false;
  wanted = std::get<Kind>(queue_.take());
  return true;
}

bool BuildInput::next(Article& article) {
  return take(article);
}

bool BuildInput::next(Extraction& extraction) {
  return take(extraction);
}

}  // namespace entente
