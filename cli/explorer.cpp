// See explorer.h.
#include "cli/explorer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <sstream>
#include <stdexcept>

#include "export/json_output.h"
#include "export/page.h"
#include "extract/text/fold.h"
#include "graph/filter.h"
#include "queries/rows.h"

namespace entente {

namespace {

constexpr std::size_t kDrawnFirst = 2500;  // entities
constexpr std::size_t kTiesOfEntity = 400;
constexpr std::size_t kNear = 1000;  // entities of a neighbourhood
constexpr std::size_t kSuggestions = 10;
constexpr std::size_t kPassages = 20;
constexpr std::size_t kSentences = 3;
constexpr std::size_t kSaid = 5;
constexpr std::size_t kEvidence = 100;

/// A question that cannot be answered.
struct Refusal {
  int status;
  std::string message;
};

/// A parameter that must be there.
const std::string& wanted(const Explorer::Parameters& parameters, const std::string& key) {
  const auto found = parameters.find(key);
  if (found == parameters.end() || found->second.empty()) {
    throw Refusal{400, fmt::format("the parameter {} is missing", key)};
  }
  return found->second;
}

std::size_t number(const Explorer::Parameters& parameters, const std::string& key, std::size_t otherwise,
                   std::size_t most) {
  const auto found = parameters.find(key);
  if (found == parameters.end()) return otherwise;
  std::size_t value = 0;
  const std::string& text = found->second;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > most) {
    throw Refusal{400, fmt::format("{} is '{}', not a number from 1 to {}", key, text, most)};
  }
  return value;
}

Reply refused(int status, std::string_view message) {
  std::ostringstream out;
  JsonOutput json(out);
  json.open_object();
  json.member("error", message);
  json.close_object();
  return {status, "application/json", std::move(out).str()};
}

/// How well a name fits what was typed: 0 begins with it, 1 a word of it does, 2 holds it, 3 not at all. Both folded.
int misfit(std::string_view names, std::string_view text) {
  int best = 3;
  for (std::size_t at = names.find(text); at != std::string_view::npos; at = names.find(text, at + 1)) {
    const char before = at == 0 ? '\n' : names[at - 1];
    best = std::min(best, before == '\n' ? 0 : before == ' ' || before == '-' ? 1 : 2);
  }
  return best;
}

template <typename T>
void sort_and_unique(std::vector<T>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

Explorer::Explorer(const OpenGraph& graph, const Filter& filter, std::string title)
    : graph_(graph), filter_(filter), title_(std::move(title)) {
  for (const GraphEntity& entity : graph_.graph().entities) {
    std::string names = fold(entity.name);
    for (const std::string& alias : entity.aliases) names += "\n" + fold(alias);
    folded_.push_back(std::move(names));
  }
  first_ = strongest();
  places_ = places_of(graph_.graph(), first_);
}

std::span<const Explorer::Route> Explorer::routes() {
  static constexpr std::array<Route, 8> kRoutes{{
      {"/", &Explorer::page},
      {"/api/graph", &Explorer::first_graph},
      {"/api/search", &Explorer::search},
      {"/api/entity", &Explorer::entity},
      {"/api/pair", &Explorer::pair},
      {"/api/neighbourhood", &Explorer::neighbourhood},
      {"/api/evidence", &Explorer::evidence},
      {"/api/timeline", &Explorer::timeline},
  }};
  return kRoutes;
}

Reply Explorer::reply(const std::string& path, const Parameters& parameters) const {
  const auto route = std::ranges::find(routes(), path, &Route::path);
  if (route == routes().end()) return refused(404, fmt::format("there is nothing at {}", path));
  try {
    return (this->*route->answer)(parameters);
  } catch (const Refusal& refusal) {
    return refused(refusal.status, refusal.message);
  } catch (const std::exception& error) {
    return refused(500, error.what());
  }
}

Reply Explorer::page(const Parameters& /*parameters*/) const {
  std::ostringstream out;
  write_page_around(
      "'self'", [](std::ostream&) {}, out);
  return {200, "text/html; charset=utf-8", std::move(out).str()};
}

Reply Explorer::first_graph(const Parameters& /*parameters*/) const {
  return fragment(first_, 0);
}

/// The entities that are tied the strongest, and all ties between two of them.
Selection Explorer::strongest() const {
  const KnowledgeGraph& graph = graph_.graph();
  const Topology& topology = graph_.world().topology;
  std::vector<std::uint32_t> entities;
  std::vector<double> strength;
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i) {
    strength.push_back(topology.strength(i));
    if (strength[i] > 0) entities.push_back(i);
  }
  std::ranges::stable_sort(entities, std::ranges::greater{}, [&strength](std::uint32_t i) { return strength[i]; });
  entities.resize(std::min(entities.size(), kDrawnFirst));
  std::vector<bool> chosen(graph.entities.size());
  for (const std::uint32_t entity : entities) chosen[entity] = true;
  std::vector<Tie> ties;
  for (const std::uint32_t entity : entities) {
    for (const Neighbour& neighbour : topology.neighbours(entity)) {
      if (chosen[neighbour.entity] && entity < neighbour.entity)
        std::ranges::copy(neighbour.ties, std::back_inserter(ties));
    }
  }
  return of_ties(ties, std::move(entities));
}

/// Those ties, their entities and the entities given.
Selection Explorer::of_ties(const std::vector<Tie>& ties, std::vector<std::uint32_t> entities) const {
  Selection selection;
  for (const Tie& tie : ties) {
    (tie.kind == Tie::Kind::relation ? selection.relations : selection.events).push_back(tie.index);
  }
  sort_and_unique(selection.relations);
  sort_and_unique(selection.events);
  const bool all_actors = entities.size() <= 2;
  for (const std::uint32_t relation : selection.relations) {
    entities.push_back(graph_.graph().relations[relation].subject);
    entities.push_back(graph_.graph().relations[relation].object);
  }
  for (const std::uint32_t event : selection.events) {
    if (!all_actors) break;
    std::ranges::copy(graph_.graph().events[event].sources, std::back_inserter(entities));
    std::ranges::copy(graph_.graph().events[event].targets, std::back_inserter(entities));
  }
  sort_and_unique(entities);
  selection.entities = std::move(entities);
  return selection;
}

Reply Explorer::fragment(const Selection& selection, std::size_t sentences, const std::string& said_of) const {
  const KnowledgeGraph& graph = graph_.graph();
  FragmentOptions options;
  options.sentences = sentences;
  options.entity_sentences = said_of.empty() ? 0 : kSaid;
  options.said_of = said_of;
  options.title = title_;
  options.totals = {{"articles", graph_.store().article_count()},
                    {"entities", graph.entities.size()},
                    {"relations", graph.relations.size()},
                    {"events", graph.events.size()}};
  if (graph.entities.size() > first_.entities.size()) {
    options.note = fmt::format(
        "Drawn are the {} entities that are tied the strongest; search finds all {}, and draws what you choose.",
        first_.entities.size(), graph.entities.size());
  }
  std::ostringstream out;
  write_fragment(graph, graph_.world().evidence, selection, places_, options, out);
  return {200, "application/json", std::move(out).str()};
}

/// Entities whose names hold a text, the best first.
std::vector<std::uint32_t> Explorer::named(std::string_view text) const {
  const std::string folded = fold(text);
  std::vector<std::pair<int, std::uint32_t>> found;
  for (std::uint32_t i = 0; i < folded_.size(); ++i) {
    const int how = folded.empty() ? 3 : misfit(folded_[i], folded);
    if (how < 3) found.emplace_back(how, i);
  }
  const auto better = [&](const auto& a, const auto& b) {
    const auto& entities = graph_.graph().entities;
    if (a.first != b.first) return a.first < b.first;
    if (entities[a.second].articles != entities[b.second].articles) {
      return entities[a.second].articles > entities[b.second].articles;
    }
    return a.second < b.second;
  };
  const std::size_t most = std::min(found.size(), kSuggestions);
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(most), better);
  std::vector<std::uint32_t> entities;
  for (std::size_t i = 0; i < most; ++i) entities.push_back(found[i].second);
  return entities;
}

Reply Explorer::search(const Parameters& parameters) const {
  const std::string& text = wanted(parameters, "q");
  std::ostringstream out;
  JsonOutput json(out);
  json.open_object();
  json.key("entities");
  json.open_array();
  for (const std::uint32_t i : named(text)) {
    const GraphEntity& entity = graph_.graph().entities[i];
    json.open_object();
    json.member("id", entity.id);
    json.member("kind", word(entity.kind));
    json.member("name", entity.name);
    json.key("articles");
    json.integer(entity.articles);
    json.close_object();
  }
  json.close_array();
  json.key("passages");
  std::vector<Evidence> passages;
  for (Passage& passage : graph_.store().search(text, kPassages)) passages.push_back(std::move(passage.where));
  json.evidence(passages);
  json.close_object();
  return {200, "application/json", std::move(out).str()};
}

/// The entity that a parameter names by its id.
std::uint32_t Explorer::entity_of(const Parameters& parameters, const std::string& key) const {
  const std::string& id = wanted(parameters, key);
  const auto& entities = graph_.graph().entities;
  const auto found = std::ranges::lower_bound(entities, id, {}, &GraphEntity::id);
  if (found == entities.end() || found->id != id) throw Refusal{404, fmt::format("there is no entity '{}'", id)};
  return static_cast<std::uint32_t>(found - entities.begin());
}

Reply Explorer::entity(const Parameters& parameters) const {
  const std::uint32_t entity = entity_of(parameters, "id");
  std::vector<Tie> ties;
  for (const Neighbour& neighbour : graph_.world().topology.neighbours(entity)) {
    for (const Tie& tie : neighbour.ties) {
      if (ties.size() < kTiesOfEntity) ties.push_back(tie);
    }
  }
  return fragment(of_ties(ties, {entity}), kSentences, graph_.graph().entities[entity].id);
}

Reply Explorer::pair(const Parameters& parameters) const {
  const std::uint32_t a = entity_of(parameters, "a");
  const std::uint32_t b = entity_of(parameters, "b");
  std::vector<Tie> ties = graph_.world().topology.ties(a, b);
  ties.resize(std::min(ties.size(), kTiesOfEntity));
  return fragment(of_ties(ties, {a, b}), kSaid);
}

Reply Explorer::neighbourhood(const Parameters& parameters) const {
  const std::uint32_t centre = entity_of(parameters, "id");
  const std::size_t hops = number(parameters, "hops", 1, 4);
  const Topology& topology = graph_.world().topology;
  std::vector<std::uint32_t> reached{centre};
  std::set<std::uint32_t> known{centre};
  std::vector<Tie> ties;
  std::size_t begin = 0;
  for (std::size_t hop = 0; hop < hops; ++hop) {
    const std::size_t end = reached.size();
    for (; begin < end; ++begin) {
      for (const Neighbour& neighbour : topology.neighbours(reached[begin])) {
        if (!known.contains(neighbour.entity) && known.size() >= kNear) continue;
        if (known.insert(neighbour.entity).second) reached.push_back(neighbour.entity);
        std::ranges::copy(neighbour.ties, std::back_inserter(ties));
      }
    }
  }
  std::vector<std::uint32_t> entities = reached;
  if (entities.size() <= 2) entities.resize(3, centre);  // only those reached, not all who act in their events
  return fragment(of_ties(ties, std::move(entities)), 0);
}

Reply Explorer::evidence(const Parameters& parameters) const {
  const std::string& id = wanted(parameters, "id");
  const std::vector<Evidence> found = graph_.evidence(id, number(parameters, "limit", kEvidence, 10'000));
  if (found.empty()) throw Refusal{404, fmt::format("there is no entity, relation or event '{}'", id)};
  std::ostringstream out;
  JsonOutput json(out);
  json.open_object();
  json.key("evidence");
  json.evidence(found);
  json.close_object();
  return {200, "application/json", std::move(out).str()};
}

Reply Explorer::timeline(const Parameters& parameters) const {
  const bool of_all = !parameters.contains("id");
  const std::uint32_t entity = of_all ? 0 : entity_of(parameters, "id");
  std::map<std::string, std::array<std::int64_t, 5>> days;
  for (const GraphEvent& event : graph_.graph().events) {
    const bool acts = of_all || std::ranges::find(event.sources, entity) != event.sources.end() ||
                      std::ranges::find(event.targets, entity) != event.targets.end();
    if (!acts || !selects(filter_, event) || day_of(event).empty()) continue;
    ++days[day_of(event)][event.quad >= 1 && event.quad <= 4 ? static_cast<std::size_t>(event.quad) : 0];
  }
  std::ostringstream out;
  JsonOutput json(out);
  json.open_object();
  json.key("days");
  json.open_array();
  for (const auto& [day, quads] : days) {
    json.open_array();
    json.string(day);
    for (const std::int64_t count : quads) json.integer(count);
    json.close_array();
  }
  json.close_array();
  json.close_object();
  return {200, "application/json", std::move(out).str()};
}

}  // namespace entente
