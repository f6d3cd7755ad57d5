#include "tests/extract/reading_of.h"

#include <algorithm>

#include "extract/extract.h"
#include "extract/language/heads/find_model.h"
#include "extract/text/utf8.h"

namespace entente::test {
namespace {

std::string name_of(const Extraction& x, std::int32_t entity) {
  return entity < 0 ? "?" : x.entities[static_cast<std::size_t>(entity)].name;
}

std::string names_of(const Extraction& x, const std::vector<std::int32_t>& entities) {
  std::string names;
  for (const std::int32_t entity : entities) names += (names.empty() ? "" : " + ") + name_of(x, entity);
  return names.empty() ? "-" : names;
}

}  // namespace

Extraction read(std::string_view text, std::string_view published, std::string_view title) {
  static const Lexicon kLexicon = Lexicon::builtin();
  static const Reader kReader = Reader::open(find_model());
  Article article;
  article.id = "test";
  article.published = published;
  article.title = title;
  article.text = text;
  return extract(article, kLexicon, kReader);
}

Lines entities(const Extraction& x) {
  const CodePoints points(x.article.text);
  Lines lines;
  for (std::size_t e = 0; e < x.entities.size(); ++e) {
    std::string line = std::string(word(x.entities[e].kind)) + " " + x.entities[e].name + ":";
    for (const Mention& mention : x.mentions) {
      if (mention.entity != static_cast<std::int32_t>(e)) continue;
      const ByteSpan bytes = points.bytes(mention.span);
      line += (line.back() == ':' ? " " : ", ") + x.article.text.substr(bytes.begin, bytes.size());
    }
    lines.push_back(line);
  }
  return lines;
}

Lines kinds(const Extraction& x) {
  const auto known = [](const std::string& value) { return value.empty() ? std::string("-") : value; };
  Lines lines;
  for (const Entity& e : x.entities)
    lines.push_back(e.name + ": " + known(e.type) + " " + known(e.country) + " " + known(e.sector));
  return lines;
}

Lines ties(const Extraction& x) {
  Lines lines;
  for (const Relation& r : x.relations) {
    std::string line = name_of(x, r.subject) + (r.negated ? " not" : "") + (r.past ? " past " : " ") + r.type + " " +
                       name_of(x, r.object);
    if (!r.role.empty()) line += " (" + r.role + ")";
    lines.push_back(line);
  }
  return lines;
}

Lines events(const Extraction& x) {
  Lines lines;
  for (const Event& e : x.events) {
    lines.push_back(names_of(x, e.sources) + " " + e.type + (e.mode.empty() ? "" : "/" + e.mode) + " " +
                    names_of(x, e.targets) + " " + e.date + " " + std::string(word(e.modality)));
  }
  return lines;
}

bool has(const Lines& lines, std::string_view line) {
  return std::ranges::any_of(lines, [line](const std::string& each) { return each.starts_with(line); });
}

}  // namespace entente::test
