#include "graph/search_query.h"

#include <algorithm>
#include <vector>

#include "extract/text/fold.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

struct Term {
  std::string text;  // as an FTS5 string
  bool quoted = false;
  bool excluded = false;
};

bool is_space(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

/// The text up to the next white space or quotation mark, or all that is in quotation marks; an open one is closed at
/// the end.
Term next_term(std::string_view text, std::size_t& at) {
  Term term;
  if (text[at] == '-' && at + 1 < text.size() && !is_space(text[at + 1])) {
    term.excluded = true;
    ++at;
  }
  term.quoted = text[at] == '"';
  if (term.quoted) {
    const std::size_t end = std::min(text.find('"', at + 1), text.size());
    term.text = text.substr(at + 1, end - at - 1);
    at = std::min(end + 1, text.size());
    return term;
  }
  const std::size_t begin = at;
  while (at < text.size() && !is_space(text[at]) && text[at] != '"') ++at;
  term.text = text.substr(begin, at - begin);
  return term;
}

std::vector<Term> terms_of(std::string_view text) {
  std::vector<Term> terms;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_space(text[at])) {
      ++at;
    } else {
      terms.push_back(next_term(text, at));
    }
  }
  return terms;
}

/// An FTS5 string of the words of a term; empty where it has none.
std::string fts_string(const Term& term) {
  std::string result;
  for (const Word& word : words(term.text)) {
    if (!result.empty()) result += ' ';
    result += term.text.substr(word.span.begin, word.span.size());
  }
  if (result.empty()) return result;
  const bool prefix = !term.quoted && term.text.ends_with('*');
  return '"' + result + '"' + (prefix ? "*" : "");
}

std::string joined(const std::vector<std::string>& parts, std::string_view with) {
  std::string result;
  for (const std::string& part : parts) {
    if (!result.empty()) result += with;
    result += part;
  }
  return result;
}

}  // namespace

std::optional<std::string> full_text_query(std::string_view text) {
  const std::string valid = repaired_utf8(text);
  std::vector<std::string> wanted;
  std::vector<std::string> excluded;
  bool either = false;
  bool exclude = false;
  for (const Term& term : terms_of(valid)) {
    if (!term.quoted && term.text == "OR") {
      either = !wanted.empty();
      continue;
    }
    if (!term.quoted && term.text == "NOT") {
      exclude = true;
      continue;
    }
    const std::string string = fts_string(term);
    if (string.empty()) continue;
    if (term.excluded || exclude) {
      excluded.push_back(string);
    } else if (either) {
      wanted.back() += " OR " + string;
    } else {
      wanted.push_back(string);
    }
    either = exclude = false;
  }
  if (wanted.empty()) return std::nullopt;
  for (std::string& part : wanted) part.insert(0, 1, '(').push_back(')');
  std::string query = joined(wanted, " AND ");
  if (!excluded.empty()) query = "(" + query + ") NOT (" + joined(excluded, " OR ") + ")";
  return query;
}

}  // namespace entente
