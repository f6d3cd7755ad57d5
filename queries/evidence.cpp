// The sentences behind a node or edge.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

constexpr std::size_t kCandidates = 8;  // ids listed at most

enum class What : std::uint8_t { entity, relation, event };

struct Subject {
  What what;
  std::uint32_t index;
  std::string_view id;
};

template <typename Items>
void find_beginning(const Items& items, What what, std::string_view beginning, std::vector<Subject>& found) {
  auto at = std::ranges::lower_bound(items, beginning, {}, [](const auto& item) { return std::string_view(item.id); });
  for (; at != items.end() && at->id.starts_with(beginning); ++at) {
    found.push_back({what, static_cast<std::uint32_t>(at - items.begin()), at->id});
    if (at->id == beginning) return;
  }
}

Subject subject_of(const KnowledgeGraph& graph, std::string_view id) {
  std::string wanted(id);
  std::ranges::replace(wanted, ':', '/');
  std::vector<Subject> found;
  find_beginning(graph.entities, What::entity, wanted, found);
  find_beginning(graph.relations, What::relation, wanted, found);
  find_beginning(graph.events, What::event, wanted, found);
  const auto exact = std::ranges::find(found, std::string_view(wanted), &Subject::id);
  if (exact != found.end()) return *exact;
  if (found.empty()) {
    throw std::runtime_error(
        fmt::format("nothing has the id '{}'; ids stand in the column `id` of every answer and look like "
                    "'person/xi-jinping', 'r-0123456789ab' or 'e-0123456789ab'",
                    id));
  }
  if (found.size() == 1) return found.front();
  std::string message = fmt::format("{} ids begin with '{}'; give more of it:", found.size(), id);
  for (std::size_t i = 0; i < std::min(found.size(), kCandidates); ++i) message += fmt::format("\n  {}", found[i].id);
  if (found.size() > kCandidates) message += fmt::format("\n  and {} more", found.size() - kCandidates);
  throw std::runtime_error(message);
}

std::string statement(const KnowledgeGraph& graph, const Subject& subject) {
  if (subject.what == What::entity) return graph.entities[subject.index].name;
  if (subject.what == What::relation) {
    const GraphRelation& relation = graph.relations[subject.index];
    return fmt::format("{} {} {}{}", graph.entities[relation.subject].name, relation_word(relation),
                       graph.entities[relation.object].name, relation.background ? " (background)" : "");
  }
  const GraphEvent& event = graph.events[subject.index];
  std::string text = fmt::format("{}: {}", event.type, names_of(graph, event.sources));
  if (!event.targets.empty()) text += " > " + names_of(graph, event.targets);
  if (!event.date.empty()) text += ", " + event.date;
  if (event.contested()) text += ", denied by " + names_of(graph, event.denied_by);
  return text;
}

Section evidence_section(std::string heading) {
  return {"evidence",
          std::move(heading),
          {"id", "statement", "stance", "published", "confidence", "begin", "end", "title", "sentence", "article",
           "outlet", "url"},
          {},
          false,
          {"sentence", "title", "outlet", "article"},
          {"begin", "end", "url"}};
}

/// Adds the evidence of a subject while there is room; returns how many statements there are.
std::size_t append(const World& world, const Subject& subject, std::size_t limit, Section& section) {
  const std::vector<Evidence> evidence =
      world.evidence ? world.evidence(subject.id, SIZE_MAX) : std::vector<Evidence>{};
  for (const Evidence& e : evidence) {
    if (section.rows.size() >= limit) break;
    section.rows.push_back({std::string(subject.id), statement(world.graph, subject),
                            text_value(e.denies ? "denies" : ""), text_value(e.published),
                            subject.what == What::entity ? Value{} : Value{e.confidence}, count_value(e.span.begin),
                            count_value(e.span.end), text_value(e.title), text_value(e.text), text_value(e.article),
                            text_value(e.source), text_value(e.url)});
  }
  return evidence.size();
}

}  // namespace

Stated stated(const KnowledgeGraph& graph, std::string_view id) {
  const Subject subject = subject_of(graph, id);
  return {std::string(subject.id), statement(graph, subject)};
}

Answer evidence_of(const World& world, std::string_view id, std::size_t limit) {
  const Subject subject = subject_of(world.graph, id);
  Section section = evidence_section("Who says so: " + statement(world.graph, subject));
  const std::size_t total = append(world, subject, limit, section);
  Answer answer;
  note_left_out(answer, "statements", section.rows.size(), total);
  answer.sections.push_back(std::move(section));
  return answer;
}

Answer evidence_between(const World& world, std::uint32_t a, std::uint32_t b, std::size_t limit) {
  const std::string& first = world.graph.entities[a].name;
  const std::string& second = world.graph.entities[b].name;
  Section section = evidence_section(fmt::format("Who says so: {} and {}", first, second));
  const std::vector<Tie> ties = world.topology.ties(a, b);
  for (const Tie& tie : ties) {
    const bool relation = tie.kind == Tie::Kind::relation;
    const std::string& id = relation ? world.graph.relations[tie.index].id : world.graph.events[tie.index].id;
    append(world, {relation ? What::relation : What::event, tie.index, id}, limit, section);
  }
  Answer answer;
  if (ties.empty()) answer.notes.push_back(fmt::format("nothing joins {} and {}", first, second));
  if (section.rows.size() == limit) answer.notes.push_back("more may be known; --limit shows more");
  answer.sections.push_back(std::move(section));
  return answer;
}

}  // namespace entente
