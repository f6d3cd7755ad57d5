// Which referents of an article stand for one another: names by their entities, phrases by the tree, by who speaks,
// and by the likeliest of those before them.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/resolution/antecedent_scores.h"
#include "extract/resolution/first_person.h"
#include "extract/resolution/quotes.h"
#include "extract/resolution/referents.h"

namespace entente {

/// Referents that stand for one.
struct Cluster {
  std::int32_t entity = kNoEntity;
  std::vector<std::int32_t> several;   ///< entities that it stands for together: "the two leaders"
  Traits traits;                       ///< what all of them tell
  std::vector<std::uint32_t> members;  ///< in the order in which they joined
};

struct Coreference {
  std::vector<Cluster> clusters;  ///< some are empty
  std::vector<std::uint32_t> of;  ///< the cluster of each referent
  std::vector<float> certainty;   ///< of each referent, that it belongs to its cluster
};

[[nodiscard]] Coreference find_coreference(const Trees& trees, const Quotes& quotes,
                                           const std::vector<Referent>& referents, const AntecedentScores& scores,
                                           const States& states);

}  // namespace entente
