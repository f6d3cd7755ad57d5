// What the extraction considered on its way to what it tells; kept only where somebody asks why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/span.h"

namespace entente {

/// A reading of a stretch of text: what it would say, on whose word, and what became of it.
struct Considered {
  ByteSpan where;             ///< of an event its trigger, of a tie its evidence
  std::string says;           ///< "leads (president)", "ASSAULT"
  std::string by;             ///< the rule, the row of a table ("kill obj_actor"), or the model's head
  double score = 0;           ///< confidence before others were heard, 0 to 1; 0 where it came to none
  std::string verdict;        ///< what the score is made of, and "told", or why not
  std::int32_t subject = -1;  ///< of a tie: the entities it would join, as the extraction numbers them
  std::int32_t object = -1;
};

/// All readings of an article, in the order in which they were considered.
struct Trace {
  std::vector<Considered> ties;
  std::vector<Considered> events;
};

}  // namespace entente
