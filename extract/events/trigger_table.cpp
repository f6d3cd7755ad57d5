#include "extract/events/trigger_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "extract/events/events.h"
#include "extract/text/table.h"

extern "C" {
extern const char entente_verbs_begin[];
extern const char entente_verbs_end[];
extern const char entente_nouns_begin[];
extern const char entente_nouns_end[];
extern const char entente_noun_classes_begin[];
extern const char entente_noun_classes_end[];
extern const char entente_irregular_begin[];
extern const char entente_irregular_end[];
extern const char entente_control_begin[];
extern const char entente_control_end[];
extern const char entente_cameo_begin[];
extern const char entente_cameo_end[];
}

namespace entente {
namespace {

using Rows = std::unordered_map<std::string_view, std::vector<Trigger>>;

/// All tables, and the words they know.
class Tables {
 public:
  Tables() {
    for (const auto& row : table_rows({entente_noun_classes_begin, entente_noun_classes_end}))
      classes_.emplace(row.at(0), sorted(split(row.at(1), '|')));
    read_triggers({entente_verbs_begin, entente_verbs_end}, verbs_);
    read_triggers({entente_nouns_begin, entente_nouns_end}, nouns_);
    for (const auto& row : table_rows({entente_control_begin, entente_control_end})) {
      controls_.emplace(row.at(0), Control{modality_of(row.at(1)).value_or(Modality::planned), row.at(2), row.at(3)});
      known_.insert(row.at(0));
    }
    for (const auto& row : table_rows({entente_irregular_begin, entente_irregular_end})) {
      for (const auto form : split(row.at(1), '|')) irregular_.emplace(form, row.at(0));
    }
    for (const auto& [name, words] : classes_) known_.insert(words.begin(), words.end());
    for (const std::string_view word :
         {"say", "tell", "report", "announce", "state", "add", "declare", "confirm", "not", "claim", "note", "explain",
          "argue", "according", "believe", "suspect", "fault"})
      known_.insert(word);
  }

  [[nodiscard]] static std::span<const Trigger> find(const Rows& rows, std::string_view lemma) {
    const auto found = rows.find(lemma);
    return found == rows.end() ? std::span<const Trigger>{} : std::span<const Trigger>(found->second);
  }
  [[nodiscard]] const Rows& verbs() const { return verbs_; }
  [[nodiscard]] const Rows& nouns() const { return nouns_; }
  [[nodiscard]] const Control* control(std::string_view lemma) const {
    const auto found = controls_.find(lemma);
    return found == controls_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool of_class(std::string_view lemma, std::string_view name) const {
    const auto found = classes_.find(name);
    return found != classes_.end() && std::ranges::binary_search(found->second, lemma);
  }

  /// The known word that this one is, or empty.
  [[nodiscard]] std::string_view known(std::string_view word) const {
    const auto found = known_.find(word);
    return found == known_.end() ? std::string_view{} : *found;
  }
  [[nodiscard]] std::string_view irregular(std::string_view form) const {
    const auto found = irregular_.find(form);
    return found == irregular_.end() ? std::string_view{} : found->second;
  }

 private:
  static Lemmas sorted(Lemmas words) {
    std::ranges::sort(words);
    return words;
  }

  void read_triggers(std::string_view text, Rows& rows) {
    for (const auto& row : table_rows(text)) {
      const auto words = split(row.at(0), ' ');
      Trigger trigger{row.at(0), {}, split(row.at(1), '|'), row.at(2), row.at(3), row.at(4), 0, SidesNeeded::two};
      for (std::size_t i = 1; i < words.size(); ++i) trigger.conditions.push_back(condition(words[i]));
      int tenths = 0;
      std::from_chars(row.at(5).data(), row.at(5).data() + row.at(5).size(), tenths);
      trigger.sure = tenths / 10.0;
      if (row.at(6) == "alone") trigger.sides = SidesNeeded::one_will_do;
      if (row.at(6) == "both") trigger.sides = SidesNeeded::alike;
      rows[words.front()].push_back(std::move(trigger));
      known_.insert(words.front());
    }
    for (auto& [lemma, of_lemma] : rows)
      std::ranges::stable_sort(of_lemma, std::greater{}, [](const Trigger& t) {
        return std::pair(t.conditions.size(), t.sides == SidesNeeded::alike);
      });
  }

  Condition condition(std::string_view text) {
    using What = Condition::What;
    Condition result;
    if (text.starts_with('-')) {
      result.negated = true;
      text.remove_prefix(1);
    }
    const std::size_t colon = text.find(':');
    result.word = text.substr(0, colon);
    if (colon != std::string_view::npos && colon + 1 < text.size()) result.words = lemmas(text.substr(colon + 1));
    constexpr std::array<std::pair<std::string_view, What>, 15> kWords{{{"obj", What::object},
                                                                        {"obj_mod", What::object_modifier},
                                                                        {"obj_actor", What::object_kind},
                                                                        {"obj_person", What::object_kind},
                                                                        {"obj_org", What::object_kind},
                                                                        {"subj", What::subject},
                                                                        {"subj_official", What::subject_kind},
                                                                        {"subj_envoy", What::subject_kind},
                                                                        {"subj_force", What::subject_kind},
                                                                        {"subj_people", What::subject_kind},
                                                                        {"subj_state", What::subject_kind},
                                                                        {"subj_politician", What::subject_kind},
                                                                        {"xcomp", What::complement},
                                                                        {"ccomp", What::clause},
                                                                        {"must", What::must}}};
    const auto named = std::ranges::find(kWords, result.word, &std::pair<std::string_view, What>::first);
    if (named != kWords.end()) {
      result.what = named->second;
    } else if (result.word == "politics") {
      result.what = What::politics;
    } else {
      result.what = colon == std::string_view::npos ? What::particle : What::oblique;
    }
    return result;
  }

  /// "talk|@visit" with the class put in; each distinct list is kept once.
  const Lemmas* lemmas(std::string_view text) {
    const auto [at, fresh] = lists_.try_emplace(text);
    if (fresh) {
      for (const auto word : split(text, '|')) {
        if (!word.starts_with('@')) {
          at->second.push_back(word);
        } else if (const auto found = classes_.find(word.substr(1)); found != classes_.end()) {
          at->second.insert(at->second.end(), found->second.begin(), found->second.end());
        }
      }
      at->second = sorted(std::move(at->second));
      known_.insert(at->second.begin(), at->second.end());
    }
    return &at->second;
  }

  Rows verbs_, nouns_;
  std::map<std::string_view, Lemmas> classes_, lists_;
  std::unordered_map<std::string_view, Control> controls_;
  std::unordered_map<std::string_view, std::string_view> irregular_;
  std::unordered_set<std::string_view> known_;
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

/// The stem as it is, with an "e", or with its double consonant made single: "invad" -> "invade", "bann" -> "ban".
std::string_view known_stem(std::string stem) {
  if (const auto found = tables().known(stem); !found.empty()) return found;
  if (const auto found = tables().known(stem + "e"); !found.empty()) return found;
  if (stem.size() > 2 && stem.back() == stem[stem.size() - 2]) stem.pop_back();
  return tables().known(stem);
}

std::string_view without_ending(std::string_view form) {
  const auto cut = [form](std::size_t n) { return std::string(form.substr(0, form.size() - n)); };
  if (form.ends_with("ied") || form.ends_with("ies")) return tables().known(cut(3) + "y");
  if (form.ends_with("ing")) return known_stem(cut(3));
  if (form.ends_with("ed")) return known_stem(cut(2));
  if (form.ends_with("s") && form.size() > 3) {
    if (const auto found = tables().known(cut(1)); !found.empty()) return found;
    if (form.ends_with("es")) return known_stem(cut(2));
  }
  return {};
}

}  // namespace

std::span<const Trigger> verb_triggers(std::string_view lemma) {
  return Tables::find(tables().verbs(), lemma);
}
std::span<const Trigger> noun_triggers(std::string_view lemma) {
  return Tables::find(tables().nouns(), lemma);
}
const Control* control(std::string_view lemma) {
  return tables().control(lemma);
}
bool of_class(std::string_view lemma, std::string_view name) {
  return tables().of_class(lemma, name);
}

std::string_view table_lemma(const Token& token) {
  if (token.upos == "VERB" || token.upos == "AUX") {
    if (const auto base = tables().irregular(token.lower); !base.empty() && token.xpos != "VB" && token.xpos != "VBP")
      return base;
  }
  if (const auto found = tables().known(token.lemma); !found.empty()) return found;
  if (const auto found = tables().known(token.lower); !found.empty()) return found;
  if (const auto found = without_ending(token.lower); !found.empty()) return found;
  return token.lemma;
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
