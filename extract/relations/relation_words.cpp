#include "extract/relations/relation_words.h"

#include "extract/text/table.h"

extern "C" {
extern const char entente_title_relations_begin[];
extern const char entente_title_relations_end[];
extern const char entente_noun_relations_begin[];
extern const char entente_noun_relations_end[];
}

namespace entente {

std::string_view relation_of_title(std::string_view title, std::string_view role_class) {
  static const WordMap kTable = word_map({entente_title_relations_begin, entente_title_relations_end});
  const std::string_view own = told_by(kTable, title);
  return own.empty() ? told_by(kTable, role_class) : own;
}

std::string_view relation_of_noun(std::string_view lower) {
  static const WordMap kTable = word_map({entente_noun_relations_begin, entente_noun_relations_end});
  return told_by(kTable, lower);
}

}  // namespace entente
