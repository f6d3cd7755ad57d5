// Plurals that stand for several named ones: "the two leaders", "both countries", "they" for A and B.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/resolution/referents.h"
#include "extract/resolution/trees.h"

namespace entente {

/// "The two leaders", "both sides": exactly two are meant.
[[nodiscard]] bool means_two(const Referent& referent, const Trees& trees);

/// The entities that the referent at `asks` plainly stands for, sorted; empty where it does not stand for several. "The
/// two leaders", "both countries": the only two of the kind in the same sentence before it, or in one of the two
/// sentences before. "They": a row of names ("Xi and Lee") that is the subject last read, in the same sentence or the
/// one before.
[[nodiscard]] std::vector<std::int32_t> group_of(std::uint32_t asks, const Trees& trees,
                                                 const std::vector<Referent>& referents);

}  // namespace entente
