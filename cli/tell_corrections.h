// What became of the corrections of a graph file, for commands that derive its graph.
#pragma once

#include "graph/store.h"

namespace entente {

/// Says on standard error which corrections changed nothing, and why.
void tell_corrections(const Store& store);

}  // namespace entente
