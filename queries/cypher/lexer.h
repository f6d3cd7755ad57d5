// A query cut into tokens. Private to queries/cypher/, but for end_of_query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct QueryToken {
  enum class Kind : std::uint8_t { end, name, quoted_name, text, integer, number, symbol };
  Kind kind = Kind::end;
  std::string text;  ///< a string without quotes and escapes; else as written
  std::size_t begin = 0;
  std::size_t end = 0;  ///< bytes into the query
};

/// The tokens of a query, the last of kind `end`. Comments (// and /* */) are left out. Throws QueryError.
[[nodiscard]] std::vector<QueryToken> tokens_of(std::string_view query);

/// Where the first query of a text ends: the place of its `;`, which is in no string or comment; npos where there is
/// none.
[[nodiscard]] std::size_t end_of_query(std::string_view text);

}  // namespace entente
