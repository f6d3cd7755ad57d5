// gzip and zstd, told by their first bytes, decompressed as they stream.
#pragma once

#include "extract/reading/window.h"

namespace entente {

/// The same window, or one on its decompressed bytes.
[[nodiscard]] Window decompressed(Window window);

}  // namespace entente
