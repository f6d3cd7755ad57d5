#include "extract/relations/relation_words.h"

#include <unordered_map>

#include "extract/text/table.h"

extern "C" {
extern const char entente_title_relations_begin[];
extern const char entente_title_relations_end[];
extern const char entente_noun_relations_begin[];
extern const char entente_noun_relations_end[];
}

namespace entente {
namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

Table parse(const char* begin, const char* end) {
  Table table;
  for (const auto& row : table_rows({begin, end})) table.emplace(row.at(0), row.at(1));
  return table;
}

std::string_view in(const Table& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? std::string_view{} : found->second;
}

}  // namespace

std::string_view relation_of_title(std::string_view title, std::string_view role_class) {
  static const Table kTable = parse(entente_title_relations_begin, entente_title_relations_end);
  const std::string_view own = in(kTable, title);
  return own.empty() ? in(kTable, role_class) : own;
}

std::string_view relation_of_noun(std::string_view lower) {
  static const Table kTable = parse(entente_noun_relations_begin, entente_noun_relations_end);
  return in(kTable, lower);
}

}  // namespace entente
