// What is wrong with a query, and where.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

/// A query that cannot be read, or asks for what there is not. The message says what is wrong and what to do, line and
/// column (code points, from 1), and shows that line of the query with a caret under the place.
class QueryError : public std::runtime_error {
 public:
  /// `at`: bytes into the query.
  QueryError(std::string_view query, std::size_t at, const std::string& what);
};

/// A query whose answering would take too long or too much memory; the message says what to do.
class QueryTooLarge : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace entente
