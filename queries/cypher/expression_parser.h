// Reads expressions: conditions, what is returned, values. Private to queries/cypher/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "queries/cypher/lexer.h"
#include "queries/cypher/syntax.h"

namespace entente {

/// In capitals, of ASCII.
[[nodiscard]] std::string upper(std::string_view text);

/// Goes through the tokens of a query by recursive descent. Everything throws QueryError.
class ExpressionParser {
 public:
  explicit ExpressionParser(std::string_view query);

  /// OR over AND over NOT over comparisons.
  Expression read_expression();
  /// A string, number, truth or null.
  Cell read_literal();
  std::size_t read_count(std::size_t most);
  Name read_name(std::string_view expected);

  [[nodiscard]] std::string_view query() const { return query_; }
  [[nodiscard]] const QueryToken& peek(std::size_t ahead = 0) const;
  [[nodiscard]] bool is_symbol(std::string_view symbol) const;
  [[nodiscard]] bool is_word(std::string_view word, std::size_t ahead = 0) const;  ///< in any case
  /// Whether a name follows that is no keyword.
  [[nodiscard]] bool is_name() const;
  /// Takes the next token if it is that one.
  bool accept(std::string_view symbol);
  bool accept_word(std::string_view word);
  const QueryToken& expect(std::string_view symbol, std::string_view expected);
  void expect_word(std::string_view word);

  [[noreturn]] void refuse(const QueryToken& token, const std::string& what) const;
  [[noreturn]] void refuse_next(std::string_view expected) const;
  /// A token as messages name it.
  [[nodiscard]] static std::string described(const QueryToken& token);

 private:
  const QueryToken& take();
  Expression read_and();
  Expression read_not();
  Expression read_comparison();
  Expression read_text_test(Expression left);
  Expression read_null_test(Expression left);
  Expression read_operand();
  Expression read_list();
  Expression read_call();
  Expression joined(Expression::Op op, Expression left, Expression right) const;
  void add_operand(Expression::Op op, Expression& whole, Expression operand) const;
  [[nodiscard]] std::size_t last_end() const;

  std::string_view query_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace entente
