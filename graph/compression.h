// Extraction lines as they lie in the graph file: compressed with zstd. Private to graph/.
#pragma once

#include <string>
#include <string_view>

namespace entente {

[[nodiscard]] std::string compressed(std::string_view text);
/// Throws std::runtime_error where the bytes are no whole zstd frame.
[[nodiscard]] std::string decompressed(std::string_view bytes);

}  // namespace entente
