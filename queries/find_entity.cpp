// See find_entity.h.
#include "queries/find_entity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "extract/text/fold.h"
#include "queries/edit_distance.h"

namespace entente {

namespace {

/// How a name was understood, the plainest first.
enum class Match : std::uint8_t {
  code,
  name,
  alias,
  reordered,
  initials,
  part_of_person,
  some_words,
  beginnings,
  none
};

constexpr std::uint32_t kClearLead = 5;  // times as many articles as the next
constexpr std::size_t kCandidates = 8;   // listed at most
constexpr std::size_t kSuggestions = 3;

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> folded;
  for (Word& word : words(text)) folded.push_back(std::move(word.folded));
  return folded;
}

std::string run_together(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ""));
}

/// What was asked for, prepared once.
struct Wanted {
  std::string text;
  std::string id;
  std::vector<std::string> words;
  std::vector<std::string> sorted;
  std::string together;
};

Wanted wanted(std::string_view name) {
  Wanted wanted{std::string(name), std::string(name), folded_words(name), {}, {}};
  std::ranges::replace(wanted.id, ':', '/');
  wanted.sorted = wanted.words;
  std::ranges::sort(wanted.sorted);
  wanted.together = run_together(wanted.words);
  return wanted;
}

bool is_small_word(std::string_view word) {
  constexpr std::array<std::string_view, 8> kSmall{"and", "de", "for", "in", "of", "on", "the", "to"};
  return std::ranges::binary_search(kSmall, word);
}

std::string initials(const std::vector<std::string>& parts) {
  std::string letters;
  for (const std::string& part : parts) {
    if (!is_small_word(part)) letters += part.front();
  }
  return letters;
}

/// Whether every wanted word stands for a word of its own in `parts`, in any order.
template <typename Fits>
bool all_found(const std::vector<std::string>& wanted, std::vector<std::string> parts, Fits fits) {
  return std::ranges::all_of(wanted, [&](const std::string& word) {
    const auto found = std::ranges::find_if(parts, [&](const std::string& part) { return fits(part, word); });
    if (found == parts.end()) return false;
    parts.erase(found);
    return true;
  });
}

Match match_words(const Wanted& wanted, const std::string& name, Kind kind, bool is_alias) {
  const std::vector<std::string> parts = folded_words(name);
  if (parts.empty()) return Match::none;
  if (parts == wanted.words) return is_alias ? Match::alias : Match::name;
  std::vector<std::string> sorted = parts;
  std::ranges::sort(sorted);
  if (sorted == wanted.sorted || run_together(parts) == wanted.together) return Match::reordered;
  const bool one_word = wanted.words.size() == 1;
  if (one_word && wanted.together.size() > 1 && initials(parts) == wanted.together) return Match::initials;
  if (all_found(wanted.words, parts, std::equal_to<>{})) {
    return one_word && kind == Kind::person ? Match::part_of_person : Match::some_words;
  }
  const auto begins = [](const std::string& part, const std::string& word) { return part.starts_with(word); };
  return all_found(wanted.words, parts, begins) ? Match::beginnings : Match::none;
}

bool same_code(std::string_view code, std::string_view text) {
  return !code.empty() && std::ranges::equal(code, text, {}, {}, [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
}

Match match(const Wanted& wanted, const GraphEntity& entity) {
  if (entity.id == wanted.id || entity.id == wanted.text) return Match::code;
  if (entity.kind == Kind::country && same_code(entity.links.iso3, wanted.text)) return Match::code;
  if (wanted.words.empty()) return Match::none;
  Match best = match_words(wanted, entity.name, entity.kind, false);
  for (const std::string& alias : entity.aliases) best = std::min(best, match_words(wanted, alias, entity.kind, true));
  return best;
}

/// The entities that match best, most articles first.
struct Matches {
  Match how = Match::none;
  std::vector<std::uint32_t> entities;
};

Matches best_matches(const KnowledgeGraph& graph, const Wanted& wanted, const EntityTest& among) {
  Matches best;
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i) {
    if (among && !among(graph.entities[i])) continue;
    const Match how = match(wanted, graph.entities[i]);
    if (how == Match::none || how > best.how) continue;
    if (how < best.how) best = {how, {}};
    best.entities.push_back(i);
  }
  std::ranges::stable_sort(best.entities, std::ranges::greater{},
                           [&](std::uint32_t i) { return graph.entities[i].articles; });
  return best;
}

struct Suggestion {
  std::size_t distance;
  std::uint32_t entity;
};

std::size_t distance_to(const Wanted& wanted, const GraphEntity& entity, std::size_t limit) {
  std::size_t least = limit + 1;
  const auto try_name = [&](const std::string& name) {
    const std::vector<std::string> parts = folded_words(name);
    least = std::min(least, edit_distance(wanted.together, run_together(parts), limit));
    if (wanted.words.size() > 1 || entity.kind != Kind::person) return;
    for (const std::string& part : parts) least = std::min(least, edit_distance(wanted.together, part, limit));
  };
  try_name(entity.name);
  std::ranges::for_each(entity.aliases, try_name);
  return least;
}

std::vector<std::uint32_t> near_entities(const KnowledgeGraph& graph, const Wanted& wanted, const EntityTest& among) {
  const std::size_t limit = std::clamp<std::size_t>(wanted.together.size() / 4, 1, 3);
  std::vector<Suggestion> near;
  for (std::uint32_t i = 0; i < graph.entities.size() && !wanted.together.empty(); ++i) {
    if (among && !among(graph.entities[i])) continue;
    const std::size_t distance = distance_to(wanted, graph.entities[i], limit);
    if (distance <= limit) near.push_back({distance, i});
  }
  std::ranges::stable_sort(near, [&](const Suggestion& a, const Suggestion& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    return graph.entities[a.entity].articles > graph.entities[b.entity].articles;
  });
  near.resize(std::min(near.size(), kSuggestions));
  std::vector<std::uint32_t> entities(near.size());
  std::ranges::transform(near, entities.begin(), &Suggestion::entity);
  return entities;
}

[[noreturn]] void throw_unknown(const KnowledgeGraph& graph, const Wanted& wanted, const EntityTest& among) {
  std::string message = fmt::format("no entity '{}'", wanted.text);
  const std::vector<std::uint32_t> near = near_entities(graph, wanted, among);
  for (std::size_t i = 0; i < near.size(); ++i) {
    const std::string_view before = i == 0 ? "; did you mean " : (i + 1 == near.size() ? " or " : ", ");
    message += fmt::format("{}'{}'", before, graph.entities[near[i]].name);
  }
  message += near.empty() ? "; `entente top` lists the entities of a graph, `entente search` its sentences" : "?";
  throw NoSuchEntity(message);
}

[[noreturn]] void throw_ambiguous(const KnowledgeGraph& graph, const Wanted& wanted, const Matches& matches) {
  const std::size_t shown = std::min(matches.entities.size(), kCandidates);
  std::size_t width = 0;
  for (std::size_t i = 0; i < shown; ++i) width = std::max(width, graph.entities[matches.entities[i]].id.size());
  std::string message =
      fmt::format("'{}' may be {} entities; give the id of the one you mean:", wanted.text, matches.entities.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const GraphEntity& entity = graph.entities[matches.entities[i]];
    message += fmt::format("\n  {:<{}}  {}, {} {}", entity.id, width, entity.name, entity.articles,
                           entity.articles == 1 ? "article" : "articles");
  }
  if (shown < matches.entities.size()) message += fmt::format("\n  and {} more", matches.entities.size() - shown);
  throw NoSuchEntity(message);
}

bool leads_clearly(const KnowledgeGraph& graph, const Matches& matches) {
  if (matches.entities.size() < 2) return true;
  const std::uint64_t first = graph.entities[matches.entities[0]].articles;
  const std::uint64_t second = graph.entities[matches.entities[1]].articles;
  return first >= kClearLead * std::max<std::uint64_t>(second, 1);
}

}  // namespace

FoundEntity find_entity(const KnowledgeGraph& graph, std::string_view name, const EntityTest& among) {
  const Wanted text = wanted(name);
  const Matches matches = best_matches(graph, text, among);
  if (matches.entities.empty()) throw_unknown(graph, text, among);
  if (!leads_clearly(graph, matches)) throw_ambiguous(graph, text, matches);
  const GraphEntity& entity = graph.entities[matches.entities.front()];
  FoundEntity found{matches.entities.front(), {}};
  const bool plain = matches.how <= Match::name && matches.entities.size() == 1;
  if (!plain) found.note = fmt::format("'{}' taken for {} ({})", name, entity.name, entity.id);
  if (matches.entities.size() > 1) {
    const GraphEntity& next = graph.entities[matches.entities[1]];
    found.note += fmt::format(", not {} ({})", next.name, next.id);
  }
  return found;
}

}  // namespace entente
