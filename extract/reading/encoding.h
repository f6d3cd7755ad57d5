// Encodings: told by byte order mark, declaration or the look of the bytes, decoded to UTF-8 as they stream.
#pragma once

#include <string>
#include <string_view>

#include "extract/reading/window.h"

namespace entente {

/// What the first bytes of a file say of its encoding.
struct Encoding {
  std::string name;      ///< an ICU converter name; "UTF-8" needs no decoding
  std::size_t mark = 0;  ///< bytes of a byte order mark
};

/// Told by, in this order: a byte order mark, zero bytes where UTF-16 and UTF-32 have them, valid UTF-8 beyond ASCII,
/// the charset an HTML or XML head declares, statistics of the bytes; windows-1252 where all that fails. `whole`: the
/// sample is all there is.
[[nodiscard]] Encoding detected_encoding(std::string_view sample, bool whole);

/// The same window without its byte order mark, or one on its bytes decoded to UTF-8.
[[nodiscard]] Window decoded(Window window);

/// Valid UTF-8 from what claims to be it: invalid bytes are read as windows-1252. Whether there were any.
bool repair(std::string& text);

}  // namespace entente
