// From a row of the tables and what is said of the act to a type of PLOVER: who agrees to give aid has agreed, who will
// not has rejected, who will attack threatens (PLOVER codebook 2021, after CAMEO 03, 12 and 13).
#pragma once

#include <string_view>

#include "extract/events/stance.h"
#include "extract/events/trigger_table.h"
#include "extract/extraction.h"

namespace entente {

struct EventCode {
  std::string_view type;  ///< of the ontology; lives for ever
  std::string_view mode;
  std::string_view cameo;
  Modality modality = Modality::actual;
  bool shifted = false;  ///< another type than the row's
};

[[nodiscard]] EventCode code_of(const Trigger& trigger, const Stance& stance);

/// Verbal or material cooperation, quad classes 1 and 2.
[[nodiscard]] bool cooperative(std::string_view type);

}  // namespace entente
