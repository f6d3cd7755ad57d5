// See expression_parser.h.
#include "queries/cypher/expression_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "queries/cypher/query_error.h"

namespace entente {

namespace {

using Op = Expression::Op;

constexpr std::size_t kDeepest = 100;  // expressions within each other

/// Words that are no names of variables.
constexpr std::array<std::string_view, 24> kKeywords{
    "MATCH",    "WHERE", "RETURN", "ORDER", "BY",  "SKIP", "LIMIT", "DISTINCT", "AS",   "AND",  "OR",    "NOT",
    "CONTAINS", "IN",    "IS",     "NULL",  "XOR", "TRUE", "FALSE", "STARTS",   "ENDS", "WITH", "UNION", "DESC"};

constexpr std::array<std::pair<std::string_view, Op>, 7> kComparisons{{{"=", Op::equal},
                                                                       {"<>", Op::unequal},
                                                                       {"!=", Op::unequal},
                                                                       {"<", Op::less},
                                                                       {"<=", Op::at_most},
                                                                       {">", Op::greater},
                                                                       {">=", Op::at_least}}};

template <typename T>
std::optional<T> number_in(const std::string& text) {
  T number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Counts how deep a reader is in itself, so that no query exhausts the stack.
class Level {
 public:
  explicit Level(std::size_t& depth) : depth_(depth) { ++depth_; }
  ~Level() { --depth_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  std::size_t& depth_;
};

}  // namespace

std::string upper(std::string_view text) {
  std::string big(text);
  for (char& c : big) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return big;
}

ExpressionParser::ExpressionParser(std::string_view query) : query_(query), tokens_(tokens_of(query)) {}

const QueryToken& ExpressionParser::peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

const QueryToken& ExpressionParser::take() {
  const QueryToken& token = peek();
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool ExpressionParser::is_symbol(std::string_view symbol) const {
  return peek().kind == QueryToken::Kind::symbol && peek().text == symbol;
}

bool ExpressionParser::is_word(std::string_view word, std::size_t ahead) const {
  return peek(ahead).kind == QueryToken::Kind::name && upper(peek(ahead).text) == word;
}

bool ExpressionParser::is_name() const {
  if (peek().kind == QueryToken::Kind::quoted_name) return true;
  return peek().kind == QueryToken::Kind::name && std::ranges::find(kKeywords, upper(peek().text)) == kKeywords.end();
}

bool ExpressionParser::accept(std::string_view symbol) {
  if (!is_symbol(symbol)) return false;
  take();
  return true;
}

bool ExpressionParser::accept_word(std::string_view word) {
  if (!is_word(word)) return false;
  take();
  return true;
}

const QueryToken& ExpressionParser::expect(std::string_view symbol, std::string_view expected) {
  if (!is_symbol(symbol)) refuse_next(expected);
  return take();
}

void ExpressionParser::expect_word(std::string_view word) {
  if (!accept_word(word)) refuse_next(word);
}

void ExpressionParser::refuse(const QueryToken& token, const std::string& what) const {
  throw QueryError(query_, token.begin, what);
}

void ExpressionParser::refuse_next(std::string_view expected) const {
  refuse(peek(), fmt::format("{} was expected, not {}", expected, described(peek())));
}

std::string ExpressionParser::described(const QueryToken& token) {
  switch (token.kind) {
    case QueryToken::Kind::end:
      return "the end";
    case QueryToken::Kind::text:
      return fmt::format("the text \"{}\"", token.text);
    default:
      return fmt::format("'{}'", token.text);
  }
}

Name ExpressionParser::read_name(std::string_view expected) {
  // After a dot, colon or AS a keyword is a name like any other.
  const bool name = peek().kind == QueryToken::Kind::name || peek().kind == QueryToken::Kind::quoted_name;
  if (!name) refuse_next(expected);
  const QueryToken& token = take();
  return {token.text, token.begin};
}

std::size_t ExpressionParser::read_count(std::size_t most) {
  if (peek().kind != QueryToken::Kind::integer) refuse_next("a whole number");
  const auto count = number_in<std::uint64_t>(peek().text);
  if (!count || *count > most) refuse(peek(), fmt::format("{} is more than the {} there may be", peek().text, most));
  take();
  return *count;
}

std::size_t ExpressionParser::last_end() const {
  return at_ == 0 ? 0 : tokens_[at_ - 1].end;
}

Expression ExpressionParser::joined(Op op, Expression left, Expression right) const {
  Expression whole;
  whole.op = op;
  whole.begin = left.begin;
  whole.end = last_end();
  whole.operands.push_back(std::move(left));
  whole.operands.push_back(std::move(right));
  return whole;
}

void ExpressionParser::add_operand(Op op, Expression& whole, Expression operand) const {
  // Side by side, not within each other: so that a long chain is not deep.
  if (whole.op != op) {
    whole = joined(op, std::move(whole), std::move(operand));
  } else {
    whole.operands.push_back(std::move(operand));
    whole.end = last_end();
  }
}

Expression ExpressionParser::read_expression() {
  const Level level(depth_);
  if (depth_ > kDeepest) refuse(peek(), "expressions are too deep within each other here");
  Expression whole = read_and();
  while (accept_word("OR")) add_operand(Op::either, whole, read_and());
  if (is_word("XOR")) refuse(peek(), "XOR is not of this subset; write AND, OR and NOT");
  return whole;
}

Expression ExpressionParser::read_and() {
  Expression whole = read_not();
  while (accept_word("AND")) add_operand(Op::both, whole, read_not());
  return whole;
}

Expression ExpressionParser::read_not() {
  if (!is_word("NOT")) return read_comparison();
  const Level level(depth_);
  if (depth_ > kDeepest) refuse(peek(), "expressions are too deep within each other here");
  Expression expression;
  expression.op = Op::negation;
  expression.begin = take().begin;
  expression.operands.push_back(read_not());
  expression.end = last_end();
  return expression;
}

Expression ExpressionParser::read_comparison() {
  Expression left = read_operand();
  if (peek().kind == QueryToken::Kind::symbol) {
    if (is_symbol("==")) refuse(peek(), "equality is a single =");
    if (is_symbol("=~")) refuse(peek(), "=~ is not of this subset; there are CONTAINS, STARTS WITH and ENDS WITH");
    if (is_symbol("+") || is_symbol("-") || is_symbol("/") || is_symbol("%") || is_symbol("^") || is_symbol("*")) {
      refuse(peek(), "queries do not calculate; return the values and do it there");
    }
    const auto* comparison =
        std::ranges::find(kComparisons, std::string_view(peek().text), &std::pair<std::string_view, Op>::first);
    if (comparison == kComparisons.end()) return left;
    take();
    Expression whole = joined(comparison->second, std::move(left), read_operand());
    if (std::ranges::find(kComparisons, std::string_view(peek().text), &std::pair<std::string_view, Op>::first) !=
        kComparisons.end()) {
      refuse(peek(), "comparisons do not chain; join them by AND");
    }
    return whole;
  }
  if (is_word("IS")) return read_null_test(std::move(left));
  return read_text_test(std::move(left));
}

Expression ExpressionParser::read_text_test(Expression left) {
  if (accept_word("IN")) return joined(Op::among, std::move(left), read_operand());
  if (accept_word("CONTAINS")) return joined(Op::contains, std::move(left), read_operand());
  const bool starts = is_word("STARTS");
  if (!starts && !is_word("ENDS")) return left;
  take();
  expect_word("WITH");
  return joined(starts ? Op::starts : Op::ends, std::move(left), read_operand());
}

Expression ExpressionParser::read_null_test(Expression left) {
  expect_word("IS");
  Expression whole;
  whole.op = accept_word("NOT") ? Op::is_not_null : Op::is_null;
  expect_word("NULL");
  whole.begin = left.begin;
  whole.end = last_end();
  whole.operands.push_back(std::move(left));
  return whole;
}

Expression ExpressionParser::read_operand() {
  const std::size_t begin = peek().begin;
  Expression expression;
  if (accept("(")) {
    expression = read_expression();
    if (is_symbol("-") || is_symbol("<") || is_symbol(":")) refuse(peek(), "patterns stand in MATCH, not here");
    expect(")", "the ) that ends this");
  } else if (is_symbol("[")) {
    expression = read_list();
  } else if (is_name() && peek(1).kind == QueryToken::Kind::symbol && peek(1).text == "(") {
    expression = read_call();
  } else if (is_name()) {
    expression.op = Op::variable;
    expression.name = read_name("").text;
    if (accept(".")) {
      expression.op = Op::property;
      expression.property = read_name("the name of a property").text;
    }
    if (is_symbol(":")) refuse(peek(), "labels stand in MATCH, as in (a:Country); here compare a.kind or a.type");
  } else {
    expression.value = read_literal();
  }
  expression.begin = begin;
  expression.end = last_end();
  return expression;
}

Expression ExpressionParser::read_list() {
  Expression list;
  list.op = Op::list;
  expect("[", "");
  if (accept("]")) return list;
  do {
    list.operands.push_back(read_expression());
  } while (accept(","));
  expect("]", "a , or the ] that ends a list");
  return list;
}

Expression ExpressionParser::read_call() {
  Expression call;
  call.op = Op::call;
  call.name = read_name("").text;
  expect("(", "");
  call.distinct = accept_word("DISTINCT");
  if (is_symbol("*")) {
    Expression& star = call.operands.emplace_back();
    star.op = Op::star;
    star.begin = take().begin;
  } else if (!is_symbol(")")) {
    do {
      call.operands.push_back(read_expression());
    } while (accept(","));
  }
  expect(")", "the ) that ends what is given to a function");
  return call;
}

Cell ExpressionParser::read_literal() {
  if (is_symbol("$")) refuse(peek(), "there are no parameters; write the value itself");
  const bool minus = accept("-");
  const QueryToken& token = peek();
  if (token.kind == QueryToken::Kind::integer || token.kind == QueryToken::Kind::number) {
    const auto integer = token.kind == QueryToken::Kind::integer ? number_in<std::int64_t>(token.text) : std::nullopt;
    const auto number = number_in<double>(token.text);
    if (!integer && !number) refuse(token, fmt::format("'{}' is too large a number", token.text));
    take();
    if (integer) return Cell(minus ? -*integer : *integer);
    return Cell(minus ? -*number : *number);
  }
  if (minus) refuse_next("a number");
  if (token.kind == QueryToken::Kind::text) return Cell(take().text);
  if (accept_word("TRUE")) return Cell(true);
  if (accept_word("FALSE")) return Cell(false);
  if (accept_word("NULL")) return {};
  refuse_next("a value");
}

}  // namespace entente
