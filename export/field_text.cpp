// See field_text.h.
#include "export/field_text.h"

#include <fmt/format.h>

#include <cmath>

#include "extract/text/utf8.h"

namespace entente {

namespace {

constexpr std::size_t kSnippetLength = 400;  // code points of a sentence that are shown

std::string cut(const std::string& sentence) {
  if (count_code_points(sentence) <= kSnippetLength) return sentence;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < kSnippetLength; ++i) decode(sentence, at);
  return sentence.substr(0, at) + "…";
}

}  // namespace

std::string text_of(const Field& field) {
  struct Printer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
    std::string operator()(double number) const { return std::isfinite(number) ? fmt::to_string(number) : ""; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const std::vector<std::string>& list) const { return list_text(list); }
  };
  return std::visit(Printer{}, field);
}

std::string list_text(const std::vector<std::string>& list, std::string_view between) {
  std::string text;
  for (const std::string& item : list) {
    if (!text.empty()) text += between;
    text += item;
  }
  return text;
}

std::string evidence_text(const std::vector<Evidence>& evidence) {
  std::string text;
  for (const Evidence& statement : evidence) {
    if (!text.empty()) text += " | ";
    if (statement.denies) text += "Denied: ";
    text += cut(statement.text) + " [" + (statement.source.empty() ? statement.article : statement.source);
    if (!statement.published.empty()) text += ", " + statement.published;
    text += "]";
  }
  return text;
}

}  // namespace entente
