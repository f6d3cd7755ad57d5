#include "extract/resolution/other_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace entente {
namespace {

constexpr std::uint32_t kWords = 6;  ///< at most between two names, with brackets and commas

struct Cue {
  std::string_view words;
  bool bracket = false;  ///< says so in brackets only: "(now Mumbai)"
};

constexpr std::array<Cue, 38> kCues{{{"also known as"},
                                     {"known as"},
                                     {"better known as"},
                                     {"best known as"},
                                     {"more commonly known as"},
                                     {"commonly known as"},
                                     {"popularly known as"},
                                     {"formerly"},
                                     {"formerly known as"},
                                     {"formerly called"},
                                     {"formerly named"},
                                     {"previously"},
                                     {"previously known as"},
                                     {"previously called"},
                                     {"now known as"},
                                     {"now called"},
                                     {"now renamed"},
                                     {"later known as"},
                                     {"later called"},
                                     {"later renamed"},
                                     {"since renamed"},
                                     {"originally known as"},
                                     {"originally named"},
                                     {"originally called"},
                                     {"also called"},
                                     {"also spelled"},
                                     {"also spelt"},
                                     {"aka"},
                                     {"a.k.a."},
                                     {"alias"},
                                     {"née"},
                                     {"nee"},
                                     {"born"},
                                     {"born as"},
                                     {"or simply"},
                                     {"also", true},
                                     {"now", true},
                                     {"or", true}}};

bool mark(std::string_view token) {
  constexpr std::array<std::string_view, 10> kMarks{",", "(", "\"", "'", "“", "‘", "''", "``", ";", "the"};
  return std::ranges::find(kMarks, token) != kMarks.end();
}

/// Whether the tokens between two names say that they name one.
bool told_between(const NameDraft& draft, std::uint32_t first, std::uint32_t last) {
  if (first >= last || last - first > kWords || !mark(draft.lower(first))) return false;
  std::string words;
  bool bracket = false;
  for (std::uint32_t t = first; t < last; ++t) {
    bracket = bracket || draft.lower(t) == "(";
    if (mark(draft.lower(t))) continue;
    if (!words.empty()) words += ' ';
    words += draft.lower(t);
  }
  const auto cue = std::ranges::find(kCues, words, &Cue::words);
  return cue != kCues.end() && (bracket || !cue->bracket);
}

}  // namespace

std::int32_t called_otherwise(const NameDraft& draft, std::size_t i) {
  if (i == 0 || draft.heading(i)) return kNoEntity;
  const NameSpan& before = draft.names[i - 1];
  const NameSpan& name = draft.names[i];
  if (before.kind != name.kind || !told_between(draft, before.last, name.first)) return kNoEntity;
  return draft.entity_of_name[i - 1];
}

}  // namespace entente
