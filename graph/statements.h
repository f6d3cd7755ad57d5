// SQL statements prepared once per connection. Private to graph/.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <concepts>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace entente {

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// A prepared statement with its values bound, given back when it goes out of scope.
class Query {
 public:
  template <typename... Values>
  explicit Query(SQLite::Statement& statement, const Values&... values) : statement_(&statement) {
    statement_->reset();
    int index = 0;
    (bind(++index, values), ...);
  }
  ~Query() { statement_->tryReset(); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  bool next() { return statement_->executeStep(); }
  void run() { statement_->exec(); }

  [[nodiscard]] std::int64_t integer(int column) const { return statement_->getColumn(column).getInt64(); }
  [[nodiscard]] std::uint32_t count(int column) const { return statement_->getColumn(column).getUInt(); }
  [[nodiscard]] double real(int column) const { return statement_->getColumn(column).getDouble(); }
  [[nodiscard]] std::optional<std::int64_t> integer_or_none(int column) const {
    return statement_->getColumn(column).isNull() ? std::nullopt : std::optional(integer(column));
  }
  [[nodiscard]] std::string text(int column) const { return statement_->getColumn(column).getString(); }

 private:
  void bind(int index, std::integral auto value) { statement_->bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, double value) { statement_->bind(index, value); }
  void bind(int index, const std::string& value) { statement_->bind(index, value); }
  void bind(int index, std::string_view value) { statement_->bind(index, std::string(value)); }
  void bind(int index, const char* value) { statement_->bind(index, value); }
  void bind(int index, Blob value) {
    statement_->bind(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
  }
  template <typename Value>
  void bind(int index, const std::optional<Value>& value) {
    value ? bind(index, *value) : statement_->bind(index);
  }

  SQLite::Statement* statement_;
};

/// The statements of a connection by their SQL text.
class Statements {
 public:
  explicit Statements(SQLite::Database& database) : database_(&database) {}

  SQLite::Statement& operator()(std::string_view sql) {
    auto found = prepared_.find(sql);
    if (found == prepared_.end()) {
      auto statement = std::make_unique<SQLite::Statement>(*database_, std::string(sql));
      found = prepared_.emplace(std::string(sql), std::move(statement)).first;
    }
    return *found->second;
  }

 private:
  SQLite::Database* database_;
  std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> prepared_;
};

}  // namespace entente
