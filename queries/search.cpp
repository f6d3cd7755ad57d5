// Sentences that hold the words asked for.
#include <fmt/format.h>

#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

Answer search(const PassageSource& passages, std::string_view query, std::size_t limit) {
  Section section{"sentences",
                  fmt::format("Sentences with '{}'", query),
                  {"rank", "published", "title", "sentence", "article", "outlet", "url"},
                  {},
                  false,
                  {"sentence", "outlet", "article"},
                  {"url"}};
  for (const Passage& passage : passages(query, limit)) {
    const Evidence& where = passage.where;
    section.rows.push_back({count_value(section.rows.size() + 1), text_value(where.published), text_value(where.title),
                            text_value(where.text), text_value(where.article), text_value(where.source),
                            text_value(where.url)});
  }
  Answer answer;
  if (section.rows.empty()) answer.notes.push_back(fmt::format("no sentence with '{}'", query));
  answer.sections.push_back(std::move(section));
  return answer;
}

}  // namespace entente
