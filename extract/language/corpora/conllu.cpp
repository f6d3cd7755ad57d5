// See conllu.h.
#include "extract/language/corpora/conllu.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr char kNothing = '_';
constexpr std::string_view kName = "Name=";

[[noreturn]] void refuse(const std::string& name, std::size_t line, std::string_view what) {
  throw std::runtime_error(fmt::format("{}: line {}: {}", name, line, what));
}

ConlluRow row_of(std::string_view text, const std::string& name, std::size_t line) {
  ConlluRow row;
  std::size_t column = 0;
  for (;; ++column) {
    const std::size_t tab = text.find('\t');
    if (column < row.size()) row[column] = text.substr(0, tab);
    if (tab == std::string_view::npos) break;
    text.remove_prefix(tab + 1);
  }
  if (column + 1 != row.size()) {
    refuse(name, line, fmt::format("{} columns parted by tabs, and CoNLL-U has {}", column + 1, row.size()));
  }
  return row;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void add_row(ConlluRow row, ConlluSentence& sentence, const std::string& name, std::size_t line) {
  if (is_number(row[kId])) {
    if (row[kId] != std::to_string(sentence.words.size() + 1)) {
      refuse(name, line, fmt::format("word '{}', and {} comes next", row[kId], sentence.words.size() + 1));
    }
    if (row[kForm].empty()) refuse(name, line, "a word without its form");
    sentence.words.push_back(sentence.rows.size());
  } else if (row[kId].find_first_of("-.") == std::string::npos) {
    refuse(name, line, fmt::format("'{}' is no number of a word", row[kId]));
  }
  sentence.rows.push_back(std::move(row));
}

/// MISC with another name tag; "" for none.
std::string with_name(const std::string& misc, std::string_view tag) {
  std::string kept;
  const auto add = [&](std::string_view part) {
    if (part.empty() || part == std::string_view(&kNothing, 1)) return;
    if (!kept.empty()) kept += '|';
    kept += part;
  };
  for (std::size_t begin = 0; begin <= misc.size();) {
    const std::size_t end = std::min(misc.find('|', begin), misc.size());
    const std::string_view part = std::string_view(misc).substr(begin, end - begin);
    if (!part.starts_with(kName)) add(part);
    begin = end + 1;
  }
  if (!tag.empty()) add(fmt::format("{}{}", kName, tag));
  return kept.empty() ? std::string(1, kNothing) : kept;
}

}  // namespace

void read_conllu(std::istream& in, const std::string& name, const std::function<void(ConlluDocument)>& sink) {
  ConlluDocument document;
  ConlluSentence sentence;
  std::size_t line = 0;
  const auto finish_sentence = [&] {
    if (!sentence.words.empty()) document.push_back(std::move(sentence));
    sentence = {};
  };
  const auto finish_document = [&] {
    if (!document.empty()) sink(std::move(document));
    document = {};
  };
  for (std::string text; std::getline(in, text);) {
    ++line;
    if (text.ends_with('\r')) text.pop_back();
    if (text.empty()) {
      finish_sentence();
    } else if (text.starts_with('#')) {
      if (text.starts_with("# newdoc")) {
        finish_sentence();
        finish_document();
      }
      sentence.comments.push_back(text);
    } else {
      add_row(row_of(text, name, line), sentence, name, line);
    }
  }
  finish_sentence();
  finish_document();
}

void write_conllu(const ConlluSentence& sentence, std::ostream& out) {
  for (const std::string& comment : sentence.comments) out << comment << '\n';
  for (const ConlluRow& row : sentence.rows) {
    for (std::size_t column = 0; column < row.size(); ++column) out << row[column] << (column == kMisc ? '\n' : '\t');
  }
  out << '\n';
}

std::vector<std::string_view> words_of(const ConlluSentence& sentence) {
  std::vector<std::string_view> words;
  for (const std::size_t row : sentence.words) words.emplace_back(sentence.rows[row][kForm]);
  return words;
}

void fill(ConlluSentence& sentence, const SentenceReading& reading) {
  std::vector<std::string> names(sentence.words.size());
  for (const NameReading& name : reading.names) {
    for (std::size_t w = name.begin; w < name.end; ++w) {
      names[w] =
          fmt::format("{}-{}{}{}", w == name.begin ? 'B' : 'I', name.kind, name.type.empty() ? "" : ".", name.type);
    }
  }
  for (std::size_t w = 0; w < sentence.words.size(); ++w) {
    ConlluRow& row = sentence.rows[sentence.words[w]];
    const WordReading& word = reading.words[w];
    row[kLemma] = word.lemma.empty() ? row[kForm] : word.lemma;
    row[kUpos] = word.upos;
    row[kXpos] = word.xpos;
    row[kFeats].assign(1, kNothing);
    row[kHead] = std::to_string(word.head);
    row[kDeprel] = word.relation;
    row[kDeps].assign(1, kNothing);
    row[kMisc] = with_name(row[kMisc], names[w]);
  }
}

}  // namespace entente
