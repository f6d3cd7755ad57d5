// See parser.h. Clauses and patterns; expression_parser.h reads expressions.
#include "queries/cypher/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "queries/cypher/expression_parser.h"
#include "queries/cypher/query_error.h"
#include "queries/edit_distance.h"

namespace entente {

namespace {

constexpr std::uint32_t kMostHops = 8;
constexpr std::string_view kReadOnly =
    "changes a graph, and a query only reads; `entente build` adds articles, `entente correct` corrects what they say";
constexpr std::string_view kOneStep =
    "is not of this subset: a query is MATCH ... WHERE ... RETURN ...; RETURN groups by what is not counted";

struct Unsupported {
  std::string_view word;
  std::string_view why;
};
/// Clauses of Cypher that there are not, and why.
constexpr std::array kUnsupported{
    Unsupported{"CREATE", kReadOnly},
    Unsupported{"DELETE", kReadOnly},
    Unsupported{"DETACH", kReadOnly},
    Unsupported{"DROP", kReadOnly},
    Unsupported{"FOREACH", kReadOnly},
    Unsupported{"LOAD", kReadOnly},
    Unsupported{"MERGE", kReadOnly},
    Unsupported{"REMOVE", kReadOnly},
    Unsupported{"SET", kReadOnly},
    Unsupported{"WITH", kOneStep},
    Unsupported{"UNWIND", kOneStep},
    Unsupported{"UNION", "is not of this subset; give several queries, each ended by ;"},
    Unsupported{"OPTIONAL", "is not of this subset; ask for what may be missing in a second query"},
    Unsupported{"CALL", "is not of this subset; `entente -h` lists the questions that have a command of their own"},
    Unsupported{"EXPLAIN", "is not of this subset"},
    Unsupported{"PROFILE", "is not of this subset"},
};
constexpr std::array<std::string_view, 3> kClauses{"MATCH", "WHERE", "RETURN"};

class Parser : private ExpressionParser {
 public:
  explicit Parser(std::string_view query) : ExpressionParser(query) {}

  QuerySyntax read() {
    QuerySyntax query;
    query.text = this->query();
    expect_clause("MATCH", "a query begins with MATCH");
    do {
      query.matches.push_back(read_match());
    } while (accept_word("MATCH"));
    query.return_begin = peek().begin;
    expect_clause("RETURN", "MATCH, WHERE or RETURN was expected");
    read_return(query);
    accept(";");
    if (peek().kind != QueryToken::Kind::end) refuse_clause("ORDER BY, SKIP, LIMIT or the end was expected");
    return query;
  }

 private:
  void expect_clause(std::string_view clause, std::string_view else_say) {
    if (!accept_word(clause)) refuse_clause(else_say);
  }

  [[noreturn]] void refuse_clause(std::string_view expected) const {
    const QueryToken& token = peek();
    const std::string word = upper(token.text);
    const auto* unsupported = std::ranges::find(kUnsupported, std::string_view(word), &Unsupported::word);
    if (token.kind == QueryToken::Kind::name && unsupported != kUnsupported.end()) {
      refuse(token, fmt::format("{} {}", word, unsupported->why));
    }
    std::string hint;
    if (token.kind == QueryToken::Kind::name) {
      hint = did_you_mean(word, {kClauses.begin(), kClauses.end()});
    }
    refuse(token, fmt::format("{}, not {}{}", expected, described(token), hint));
  }

  MatchSyntax read_match() {
    MatchSyntax match;
    do {
      match.patterns.push_back(read_pattern());
    } while (accept(","));
    if (accept_word("WHERE")) match.where = read_expression();
    return match;
  }

  PatternSyntax read_pattern() {
    PatternSyntax pattern;
    if (peek().kind == QueryToken::Kind::name && peek(1).text == "=") {
      refuse(peek(), "paths have no names here; name their edges: (a)-[r*1..3]-(b)");
    }
    if (peek().kind == QueryToken::Kind::name && peek(1).text == "(") {
      refuse(peek(), fmt::format("{} is not of this subset; `entente path` finds the best ways", peek().text));
    }
    pattern.nodes.push_back(read_node());
    while (is_symbol("-") || is_symbol("<")) {
      pattern.edges.push_back(read_edge());
      pattern.nodes.push_back(read_node());
    }
    return pattern;
  }

  NodeSyntax read_node() {
    NodeSyntax node;
    node.begin = expect("(", "a node in round brackets, as in (a:Country),").begin;
    if (is_name()) node.variable = read_name("");
    while (accept(":")) {
      node.labels.push_back({read_name("a label, as in (a:Country),")});
      while (accept("|")) node.labels.back().push_back(read_name("a label"));
    }
    if (is_symbol("{")) node.properties = read_properties();
    expect(")", "the ) that ends a node");
    return node;
  }

  EdgeSyntax read_edge() {
    EdgeSyntax edge;
    edge.begin = peek().begin;
    const bool left = accept("<");
    expect("-", "a - of an edge");
    if (accept("[")) {
      read_edge_inside(edge);
      expect("]", "the ] that ends an edge");
    }
    expect("-", "a - of an edge");
    const bool right = accept(">");
    if (left != right) edge.towards = right ? Towards::right : Towards::left;
    return edge;
  }

  void read_edge_inside(EdgeSyntax& edge) {
    if (is_name()) edge.variable = read_name("");
    if (accept(":")) {
      do {
        accept(":");  // [:a|:b] as well
        edge.types.push_back(read_name("a type, as in [:leads],"));
      } while (accept("|"));
    }
    if (is_symbol("*")) edge.hops = read_hops();
    if (is_symbol("{")) edge.properties = read_properties();
  }

  Hops read_hops() {
    const QueryToken& star = expect("*", "");
    Hops hops{1, 0};
    if (peek().kind == QueryToken::Kind::integer) {
      hops.least = static_cast<std::uint32_t>(read_count(kMostHops));
      hops.most = hops.least;
    }
    if (accept("..")) {
      hops.most = peek().kind == QueryToken::Kind::integer ? static_cast<std::uint32_t>(read_count(kMostHops)) : 0;
    }
    if (hops.most == 0 || hops.most < hops.least) {
      refuse(star, fmt::format("say how many edges at most, up to {}: *1..3", kMostHops));
    }
    return hops;
  }

  std::vector<PropertyTest> read_properties() {
    std::vector<PropertyTest> properties;
    expect("{", "");
    if (accept("}")) return properties;
    do {
      PropertyTest& test = properties.emplace_back();
      test.name = read_name("the name of a property");
      expect(":", "a : after the name of a property");
      test.value_begin = peek().begin;
      test.value = read_literal();
    } while (accept(","));
    expect("}", "a , or the } that ends the properties");
    return properties;
  }

  void read_return(QuerySyntax& query) {
    query.distinct = accept_word("DISTINCT");
    query.all = accept("*");
    if (!query.all || accept(",")) {
      do {
        query.items.push_back(read_item());
      } while (accept(","));
    }
    if (accept_word("ORDER")) {
      expect_word("BY");
      do {
        query.sort.push_back(read_sort());
      } while (accept(","));
    }
    if (accept_word("SKIP")) query.skip = read_count(kMostRows);
    if (accept_word("LIMIT")) query.limit = read_count(kMostRows);
  }

  ItemSyntax read_item() {
    ItemSyntax item{read_expression(), {}, accept_word("AS")};
    item.name = item.named ? read_name("a name for the column").text : one_line(item.expression);
    return item;
  }

  SortSyntax read_sort() {
    SortSyntax sort{read_expression(), false};
    if (accept_word("DESC") || accept_word("DESCENDING")) {
      sort.descending = true;
    } else if (!accept_word("ASC")) {
      accept_word("ASCENDING");
    }
    return sort;
  }

  /// An expression as written, with blanks for line breaks.
  [[nodiscard]] std::string one_line(const Expression& expression) const {
    std::string text;
    for (const char c : query().substr(expression.begin, expression.end - expression.begin)) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!blank) {
        text += c;
      } else if (!text.ends_with(' ')) {
        text += ' ';
      }
    }
    return text;
  }

  static constexpr std::size_t kMostRows = 1'000'000'000;
};

}  // namespace

QuerySyntax parse_query(std::string_view query) {
  return Parser(query).read();
}

}  // namespace entente
