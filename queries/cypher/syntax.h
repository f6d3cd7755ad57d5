// A query as it was written, as a tree. Private to queries/cypher/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "queries/cypher/value.h"

namespace entente {

struct QueryProperty;
struct Function;

struct Expression {
  enum class Op : std::uint8_t {
    literal,     // value
    variable,    // name
    property,    // name.property
    call,        // name(operands)
    star,        // the * of count(*)
    list,        // [operands]
    negation,    // NOT, of one operand
    both,        // AND, of two or more
    either,      // OR, likewise
    equal,       // =
    unequal,     // <>
    less,        // <
    at_most,     // <=
    greater,     // >
    at_least,    // >=
    among,       // IN
    contains,    // CONTAINS
    starts,      // STARTS WITH
    ends,        // ENDS WITH
    is_null,     // IS NULL, of one operand
    is_not_null  // IS NOT NULL
  };
  Op op = Op::literal;
  Cell value;
  std::string name;
  std::string property;
  bool distinct = false;  ///< count(DISTINCT x)
  std::vector<Expression> operands;
  std::size_t begin = 0;  ///< bytes into the query
  std::size_t end = 0;

  // What binding (bind.h) finds the names to be:
  std::uint32_t variable = 0;
  const QueryProperty* what = nullptr;
  const Function* function = nullptr;
};

/// A name with its place.
struct Name {
  std::string text;
  std::size_t begin = 0;
};

/// name: value, in the braces of a node or an edge.
struct PropertyTest {
  Name name;
  Cell value;
  std::size_t value_begin = 0;
};

struct NodeSyntax {
  Name variable;                          ///< empty where it has none
  std::vector<std::vector<Name>> labels;  ///< all of them must fit, of each one of the alternatives
  std::vector<PropertyTest> properties;
  std::size_t begin = 0;
};

enum class Towards : std::uint8_t { right, left, either };

/// How many edges a pattern with a * stands for.
struct Hops {
  std::uint32_t least = 1;
  std::uint32_t most = 1;
};

struct EdgeSyntax {
  Name variable;
  std::vector<Name> types;  ///< one of them must fit; empty: any
  std::vector<PropertyTest> properties;
  Towards towards = Towards::either;
  std::optional<Hops> hops;
  std::size_t begin = 0;
};

/// (a)-[r]->(b)-...: one node more than edges.
struct PatternSyntax {
  std::vector<NodeSyntax> nodes;
  std::vector<EdgeSyntax> edges;
};

struct MatchSyntax {
  std::vector<PatternSyntax> patterns;
  std::optional<Expression> where;
};

struct ItemSyntax {
  Expression expression;
  std::string name;  ///< of the column: what follows AS, else the expression as written
  bool named = false;
};

struct SortSyntax {
  Expression by;
  bool descending = false;
};

struct QuerySyntax {
  std::string text;
  std::vector<MatchSyntax> matches;
  bool distinct = false;
  bool all = false;  ///< RETURN *
  std::vector<ItemSyntax> items;
  std::vector<SortSyntax> sort;
  std::size_t skip = 0;
  std::optional<std::size_t> limit;
  std::size_t return_begin = 0;
};

}  // namespace entente
