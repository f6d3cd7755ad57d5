// See tell_corrections.h.
#include "cli/tell_corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "graph/corrections.h"

namespace entente {

void tell_corrections(const Store& store) {
  const std::vector<Correction> corrections = store.corrections();
  const std::vector<CorrectionEffect> effects = store.effects();
  for (std::size_t i = 0; i < std::min(corrections.size(), effects.size()); ++i) {
    if (effects[i].applied) continue;
    fmt::print(stderr, "entente: correction {}, '{}', has no effect: {}\n", i + 1, described(corrections[i]),
               effects[i].what);
  }
}

}  // namespace entente
