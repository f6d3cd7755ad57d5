// See run_status.h.
#include "cli/run_status.h"

#include <fmt/format.h>

#include <cstdio>

namespace entente {

ExitStatus status_of(const ReadingCounts& counts) {
  if (counts.articles + counts.extraction_lines == 0) {
    fmt::print(stderr, "entente: no article in the input\n");
    return kNothingDone;
  }
  return counts.lost > 0 ? kSomeInputFailed : kDone;
}

}  // namespace entente
