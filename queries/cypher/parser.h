// From a query to its tree. Private to queries/cypher/.
#pragma once

#include <string_view>

#include "queries/cypher/syntax.h"

namespace entente {

/// Reads MATCH ... [WHERE ...] ... RETURN ... Throws QueryError: at the first place where the query is not of the
/// language, saying what was expected; clauses of Cypher that there are not are named with what to do instead.
[[nodiscard]] QuerySyntax parse_query(std::string_view query);

}  // namespace entente
