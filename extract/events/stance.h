// What the words about a verb make of its act: whether it happened, is planned, supposed or denied, and by whom it is
// promised, refused or threatened.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "extract/events/tree_view.h"
#include "extract/extraction.h"

namespace entente {

struct Stance {
  Modality own = Modality::actual;    ///< by the act's own words, "will send", or those of control, "refused to send"
  Modality above = Modality::actual;  ///< by what is said of the whole: "might refuse to send"
  bool future = false;                ///< "will": said of what is to come
  bool dependent = false;        ///< "after", "since", "had", "who visited": not of the day that the article tells of
  std::string_view cooperative;  ///< type of event that a word of control makes of a cooperative act ("agreed to");
                                 ///< empty: its own
  std::string_view hostile;

  [[nodiscard]] Modality modality() const { return std::max(own, above); }
};

/// Of a verb, or a noun that names an act.
[[nodiscard]] Stance stance_of(const TreeView& tree, std::uint32_t trigger);

}  // namespace entente
