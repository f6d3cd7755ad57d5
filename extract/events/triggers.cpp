#include "extract/events/triggers.h"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>
#include <utility>

#include "extract/events/events.h"
#include "extract/text/table.h"

extern "C" {
extern const char entente_verbs_begin[];
extern const char entente_verbs_end[];
extern const char entente_nouns_begin[];
extern const char entente_nouns_end[];
extern const char entente_irregular_begin[];
extern const char entente_irregular_end[];
extern const char entente_control_begin[];
extern const char entente_control_end[];
extern const char entente_cameo_begin[];
extern const char entente_cameo_end[];
}

namespace entente {
namespace {

struct Inflected {
  std::string text;
  VerbForm form;
};

bool vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// One short vowel before one consonant at the end doubles it: "ban" -> "banned". Words of more syllables that do not
/// are listed.
bool doubles(std::string_view lemma) {
  constexpr std::array<std::string_view, 8> kSingle{"visit",  "deport", "benefit", "consider",
                                                    "target", "pardon", "topple",  "murder"};
  constexpr std::array<std::string_view, 6> kDouble{"expel", "rebut", "ban", "bar", "free", "kidnap"};
  if (std::ranges::find(kSingle, lemma) != kSingle.end()) return false;
  if (lemma == "free") return false;
  if (std::ranges::find(kDouble, lemma) != kDouble.end()) return true;
  const std::size_t n = lemma.size();
  const bool shape = n >= 3 && n <= 4 && !vowel(lemma[n - 1]) && vowel(lemma[n - 2]) && !vowel(lemma[n - 3]);
  return shape && lemma[n - 1] != 'w' && lemma[n - 1] != 'x' && lemma[n - 1] != 'y';
}

std::string third_person(std::string_view lemma) {
  std::string text(lemma);
  const bool hissing =
      text.ends_with("s") || text.ends_with("sh") || text.ends_with("ch") || text.ends_with("x") || text.ends_with("z");
  if (hissing) return text + "es";
  if (text.ends_with("y") && text.size() > 1 && !vowel(text[text.size() - 2]))
    return text.substr(0, text.size() - 1) + "ies";
  return text + "s";
}

std::string with_ending(std::string_view lemma, std::string_view ending) {
  std::string stem(lemma);
  if (doubles(lemma)) stem += stem.back();
  if (stem.ends_with("e") && !(ending == "ing" && stem.ends_with("ee"))) stem.pop_back();
  if (ending == "ed" && stem.ends_with("y") && stem.size() > 1 && !vowel(stem[stem.size() - 2])) stem.back() = 'i';
  if (ending == "ed" && lemma.ends_with("ee")) return std::string(lemma) + "d";
  return stem + std::string(ending);
}

using Irregular = std::unordered_map<std::string_view, std::vector<std::string_view>>;

const Irregular& irregular() {
  static const Irregular kTable = [] {
    Irregular table;
    for (const auto& row : table_rows({entente_irregular_begin, entente_irregular_end}))
      table.emplace(row.at(0), split(row.at(1), '|'));
    return table;
  }();
  return kTable;
}

std::vector<Inflected> inflect(std::string_view lemma) {
  std::vector<Inflected> forms{{std::string(lemma), VerbForm::base},
                               {third_person(lemma), VerbForm::third},
                               {with_ending(lemma, "ing"), VerbForm::gerund}};
  const auto listed = irregular().find(lemma);
  if (listed == irregular().end()) {
    forms.push_back({with_ending(lemma, "ed"), VerbForm::past});
    return forms;
  }
  forms.push_back({std::string(listed->second.front()), VerbForm::past});
  if (listed->second.size() > 1) forms.push_back({std::string(listed->second[1]), VerbForm::participle});
  return forms;
}

struct Index {
  std::deque<Trigger> triggers;
  std::unordered_map<std::string, std::vector<TriggerForm>> forms;
};

void sort_longer_first(Index& index) {
  for (auto& [form, rows] : index.forms) {
    std::ranges::stable_sort(rows, std::greater{}, [](const TriggerForm& f) {
      return std::pair(f.trigger->rest.size(), f.trigger->frames.front() == "obj_politics");
    });
  }
}

const Index& verbs() {
  static const Index kIndex = [] {
    Index index;
    for (const auto& row : table_rows({entente_verbs_begin, entente_verbs_end})) {
      auto pattern = split(row.at(0), ' ');
      const std::string_view head = pattern.front();
      pattern.erase(pattern.begin());
      Trigger& trigger = index.triggers.emplace_back(
          Trigger{row.at(0), pattern, split(row.at(1), '|'), row.at(2), row.at(3), row.at(4), row.at(5) == "1"});
      for (const Inflected& each : inflect(head)) index.forms[each.text].push_back({&trigger, each.form});
    }
    sort_longer_first(index);
    return index;
  }();
  return kIndex;
}

const Index& nouns() {
  static const Index kIndex = [] {
    Index index;
    for (const auto& row : table_rows({entente_nouns_begin, entente_nouns_end})) {
      Trigger& trigger = index.triggers.emplace_back(
          Trigger{row.at(0), {}, split(row.at(1), '|'), row.at(2), row.at(3), row.at(4), false});
      index.forms[std::string(row.at(0))].push_back({&trigger, VerbForm::base});
      index.forms[third_person(row.at(0))].push_back({&trigger, VerbForm::third});
    }
    return index;
  }();
  return kIndex;
}

std::span<const TriggerForm> forms_in(const Index& index, std::string_view lower) {
  const auto found = index.forms.find(std::string(lower));
  return found == index.forms.end() ? std::span<const TriggerForm>{} : std::span<const TriggerForm>(found->second);
}

}  // namespace

std::span<const TriggerForm> verb_triggers(std::string_view lower) {
  return forms_in(verbs(), lower);
}
std::span<const TriggerForm> noun_triggers(std::string_view lower) {
  return forms_in(nouns(), lower);
}

std::optional<Modality> control_modality(std::string_view lower) {
  static const auto kForms = [] {
    std::unordered_map<std::string, Modality> forms;
    for (const auto& row : table_rows({entente_control_begin, entente_control_end})) {
      const auto modality = modality_of(row.at(1));
      for (const Inflected& each : inflect(row.at(0))) forms.emplace(each.text, modality.value_or(Modality::planned));
    }
    return forms;
  }();
  const auto found = kForms.find(std::string(lower));
  if (found == kForms.end()) return std::nullopt;
  return found->second;
}

double intensity_of(std::string_view cameo) {
  static const auto kTable = [] {
    std::unordered_map<std::string_view, double> table;
    for (const auto& row : table_rows({entente_cameo_begin, entente_cameo_end}))
      table.emplace(row.at(0), std::stod(std::string(row.at(1))));
    return table;
  }();
  for (; cameo.size() >= 2; cameo.remove_suffix(1)) {
    if (const auto found = kTable.find(cameo); found != kTable.end()) return found->second;
  }
  return 0;
}

}  // namespace entente
