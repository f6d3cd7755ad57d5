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
  CHECK(std::ranges::find(names, std::string("Monday"), &Found::text) == names.end());
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
  CHECK(names_in("Reports said little. However, nothing changed.").empty());
}

TEST_CASE("a name read clearly once is read so throughout the article") {
  const auto names =
      names_in("Veronika Skvorechnaya lives in Zembla City. Of it she said: Zembla City zu Veronika Skvorechnaya ja.");
  CHECK(std::ranges::count(names, NameKind::place, &Found::kind) == 2);
}

TEST_CASE("a place and the country behind it are two names") {
  const auto names = names_in("They met in Geneva, Switzerland.");
  CHECK(has(names, "Geneva", NameKind::place));
  CHECK(has(names, "Switzerland", NameKind::country));
}

TEST_CASE("honorifics, possessives and articles are no part of a name") {
  const auto names = names_in("Mr. Skvorechnaya's aides met the European Union's envoy.");
  CHECK(has(names, "Skvorechnaya", NameKind::person));
  CHECK(has(names, "European Union", NameKind::organisation));
}

TEST_CASE("capital letters that begin the words of a body named before stand for it, even where they are a word") {
  const auto names = names_in("The Islamic State group took the town. Fighters of IS fled. What it is, nobody knows.");
  CHECK(has(names, "IS", NameKind::organisation));
  CHECK_FALSE(has(names, "is", NameKind::organisation));
}

TEST_CASE("a body with a name of its own is found behind whose it is") {
  const auto names = names_in("They joined the Kurdish People's Protection Units in Syria.");
  CHECK(has(names, "People's Protection Units", NameKind::organisation));
}

TEST_CASE("words in small letters are no people or places, but what begins with a small particle is") {
  const auto names = names_in("Veronika Skvorechnaya drank sodium bromide with Ivan de Skvor and al-Skvorani.");
  CHECK(std::ranges::find(names, std::string("sodium bromide"), &Found::text) == names.end());
  CHECK(has(names, "Ivan de Skvor", NameKind::person));
}
