// The exit status of a run over inputs.
#pragma once

#include "cli/exit_status.h"
#include "extract/reading/reading.h"

namespace entente {

/// Says on standard error where there was no article at all.
[[nodiscard]] ExitStatus status_of(const ReadingCounts& counts);

}  // namespace entente
