#include "extract/events/sport.h"

#include <algorithm>

#include "extract/events/trigger_table.h"

namespace entente {

bool about_sport(const TreeView& tree) {
  constexpr std::size_t kDistinct = 3;
  constexpr std::size_t kOneIn = 50;  // words
  std::size_t words = 0;
  std::size_t of_sport = 0;
  std::vector<std::string_view> distinct;
  for (std::uint32_t i = 0; i < tree.trees().size(); ++i) {
    if (!tree.token(i).word) continue;
    ++words;
    const std::string_view lemma = tree.lemma(i);
    if (!of_class(lemma, "sports")) continue;
    ++of_sport;
    if (std::ranges::find(distinct, lemma) == distinct.end()) distinct.push_back(lemma);
  }
  return distinct.size() >= kDistinct && of_sport * kOneIn >= words;
}

}  // namespace entente
