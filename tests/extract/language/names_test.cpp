// Names by the lexicon and by shape.
#include <doctest/doctest.h>

#include <algorithm>

#include <string>
#include <vector>

#include "extract/language/heads/find_model.h"
#include "extract/language/names.h"
#include "extract/language/read_language.h"

using entente::NameKind;

namespace {

struct Found {
  std::string text;
  NameKind kind;
  bool operator==(const Found&) const = default;
};

std::vector<Found> names_in(const std::string& text) {
  static const entente::Lexicon kLexicon = entente::Lexicon::builtin();
  std::vector<Found> result;
  static const entente::Reader kReader = entente::Reader::open(entente::find_model());
  entente::Analysis analysis = entente::analyse(text);
  entente::read_language(text, kReader, analysis);
  for (const auto& name : entente::find_names(text, analysis, kLexicon)) {
    result.push_back({text.substr(name.span.begin, name.span.size()), name.kind});
  }
  return result;
}

bool has(const std::vector<Found>& names, const std::string& text, NameKind kind) {
  return std::find(names.begin(), names.end(), Found{text, kind}) != names.end();
}

}  // namespace

TEST_CASE("a demonym, a title and a name stand side by side") {
  const auto names = names_in("On Monday the South Korean President Lee Jae Myung met reporters.");
  CHECK(has(names, "South Korean", NameKind::demonym));
  CHECK(has(names, "President", NameKind::title));
  CHECK(has(names, "Lee Jae Myung", NameKind::person));
  CHECK_FALSE(has(names, "Monday", NameKind::unknown));
}

TEST_CASE("people the lexicon does not know are found by their given names and titles") {
  const auto names = names_in("The letter was read by Veronika Skvorechnaya and Judge Qumarzoi, aides said.");
  CHECK(has(names, "Veronika Skvorechnaya", NameKind::person));
  CHECK(has(names, "Qumarzoi", NameKind::person));
}

TEST_CASE("organisations are found by the words that end or begin their names") {
  const auto names = names_in("He works for Zembla National University and for the Ministry of Emergency Situations.");
  CHECK(has(names, "Zembla National University", NameKind::organisation));
  CHECK(has(names, "Ministry of Emergency Situations", NameKind::organisation));
}

TEST_CASE("a common word with a capital at the start of a sentence is no name") {
  for (const auto& name : names_in("Reports said little. However, nothing changed."))
    CHECK(name.kind != NameKind::unknown);
}
