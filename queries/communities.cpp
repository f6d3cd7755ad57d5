// Which actors form groups, and what binds each.
#include "graph/communities.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

#include "queries/dealings.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

constexpr std::size_t kBonds = 4;  // types of ties named of a community

/// Somebody of a community.
struct Member {
  std::uint32_t entity = 0;
  double strength = 0;  ///< of the ties with other members
};

struct Community {
  std::vector<Member> members;
  std::vector<Tie> ties;  ///< between members
  std::size_t pairs = 0;
  double within = 0;   ///< strength of the ties between members, each once
  double outside = 0;  ///< of those with others
};

/// Two actors and all ties between them.
struct Pair {
  std::uint32_t a = 0;  ///< index into Actors::entities
  std::uint32_t b = 0;
  Neighbour tie;
};

/// The actors with ties, and who is tied to whom, by index into them.
struct Actors {
  std::vector<std::uint32_t> entities;
  std::vector<Pair> pairs;
  std::size_t alone = 0;  ///< actors without a tie
};

Actors actors_of(const World& world) {
  Actors actors;
  std::vector<std::pair<std::uint32_t, Neighbour>> found;
  std::vector<bool> tied(world.graph.entities.size());
  for (std::uint32_t a = 0; a < world.graph.entities.size(); ++a) {
    if (!is_actor(world, a)) continue;
    for (Neighbour& neighbour : world.topology.neighbours(a)) {
      if (!is_actor(world, neighbour.entity)) continue;
      tied[a] = true;
      if (neighbour.entity > a) found.emplace_back(a, std::move(neighbour));
    }
    if (!tied[a]) ++actors.alone;
  }
  std::vector<std::uint32_t> index(tied.size());
  for (std::uint32_t i = 0; i < tied.size(); ++i) {
    index[i] = static_cast<std::uint32_t>(actors.entities.size());
    if (tied[i]) actors.entities.push_back(i);
  }
  for (auto& [a, neighbour] : found) {
    const std::uint32_t b = index[neighbour.entity];
    actors.pairs.push_back({index[a], b, std::move(neighbour)});
  }
  return actors;
}

std::vector<Community> found_among(const Actors& actors) {
  std::vector<Link> links;
  for (const Pair& pair : actors.pairs) links.push_back({pair.a, pair.b, pair.tie.strength});
  const std::vector<std::uint32_t> number = communities_of(actors.entities.size(), links);
  std::vector<Community> communities(number.empty() ? 0 : 1 + *std::ranges::max_element(number));
  std::vector<Member> members;
  for (const std::uint32_t entity : actors.entities) members.push_back({entity, 0});
  for (const Pair& pair : actors.pairs) {
    if (number[pair.a] != number[pair.b]) {
      communities[number[pair.a]].outside += pair.tie.strength;
      communities[number[pair.b]].outside += pair.tie.strength;
      continue;
    }
    Community& community = communities[number[pair.a]];
    ++community.pairs;
    community.within += pair.tie.strength;
    std::ranges::copy(pair.tie.ties, std::back_inserter(community.ties));
    members[pair.a].strength += pair.tie.strength;
    members[pair.b].strength += pair.tie.strength;
  }
  for (std::size_t i = 0; i < members.size(); ++i) communities[number[i]].members.push_back(members[i]);
  for (Community& community : communities) {
    std::ranges::stable_sort(community.members, std::ranges::greater{}, &Member::strength);
  }
  return communities;
}

/// How much more lies within communities than chance would have it (Newman and Girvan 2004).
double modularity(const std::vector<Community>& communities) {
  double all = 0;
  for (const Community& community : communities) all += community.within + community.outside / 2;
  double sum = 0;
  for (const Community& community : communities) {
    const double share = (community.within + community.outside / 2) / all;
    sum += community.within / all - share * share;
  }
  return sum;
}

/// What the members did to each other or agreed upon, without what they did together to others.
Dealings among_themselves(const KnowledgeGraph& graph, std::vector<Tie> ties) {
  std::erase_if(ties, [&graph](const Tie& tie) {
    return tie.kind == Tie::Kind::event && tie.direction == Direction::with && !graph.events[tie.index].targets.empty();
  });
  return dealings(graph, ties);
}

/// The types of relations and events that there are most of: "member_of 12, CONSULT 9".
std::string bonds(const KnowledgeGraph& graph, const std::vector<Tie>& ties) {
  std::vector<std::pair<Tie::Kind, std::uint32_t>> seen;  // an event joins many pairs
  for (const Tie& tie : ties) seen.emplace_back(tie.kind, tie.index);
  std::ranges::sort(seen);
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  std::map<std::string, std::size_t> counts;
  for (const auto& [kind, index] : seen) {
    ++counts[kind == Tie::Kind::relation ? marked_relation_word(graph.relations[index]) : graph.events[index].type];
  }
  std::vector<std::pair<std::string, std::size_t>> most(counts.begin(), counts.end());
  std::ranges::stable_sort(most, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
  std::vector<std::string> words;
  for (const auto& [word, count] : most | std::views::take(kBonds)) words.push_back(fmt::format("{} {}", word, count));
  return joined(words);
}

Section columns() {
  Section section{
      "communities",           "Communities of actors", {"community", "size", "pairs", "strength", "inside"}, {}, false,
      {"members", "bound_by"}, {"member_ids"}};
  for (std::string& column : dealings_columns()) section.columns.push_back(std::move(column));
  for (const char* column : {"cooperation_share", "bound_by", "members", "member_ids"}) {
    section.columns.emplace_back(column);
  }
  for (std::string& column : finer_dealings_columns()) section.unseen.push_back(std::move(column));
  return section;
}

Value share(std::size_t part, std::size_t rest) {
  if (part + rest == 0) return {};
  return static_cast<double>(part) / static_cast<double>(part + rest);
}

std::vector<Value> row_of(const KnowledgeGraph& graph, std::size_t number, const Community& community,
                          std::size_t members) {
  std::vector<std::string> names;
  std::vector<std::string> ids;
  for (const Member& member : community.members | std::views::take(members)) {
    const GraphEntity& entity = graph.entities[member.entity];
    names.push_back(fmt::format("{} ({})", entity.name, word(entity.kind)));
    ids.push_back(entity.id);
  }
  const std::size_t size = community.members.size();
  if (size > names.size()) names.push_back(fmt::format("{} more", size - names.size()));
  const Dealings sum = among_themselves(graph, community.ties);
  std::vector<Value> row{count_value(number), count_value(size), count_value(community.pairs), community.within,
                         community.within / (community.within + community.outside)};
  append_dealings(row, sum);
  row.push_back(share(sum.quads[1] + sum.quads[2], sum.quads[3] + sum.quads[4]));
  row.push_back(text_value(bonds(graph, community.ties)));
  row.push_back(text_value(joined(names, "; ")));
  row.push_back(text_value(joined(ids, "; ")));
  return row;
}

}  // namespace

Answer communities(const World& world, std::size_t members, std::size_t limit) {
  const Actors actors = actors_of(world);
  const std::vector<Community> found = found_among(actors);
  Section section = columns();
  for (const Community& community : found | std::views::take(limit)) {
    section.rows.push_back(row_of(world.graph, section.rows.size() + 1, community, members));
  }
  Answer answer;
  if (!found.empty()) answer.notes.push_back(fmt::format("modularity {:.2f}", modularity(found)));
  if (actors.alone > 0) {
    answer.notes.push_back(fmt::format("{} without a tie to another belong to none", actors.alone));
  }
  note_left_out(answer, "communities", section.rows.size(), found.size());
  answer.sections.push_back(std::move(section));
  return answer;
}

}  // namespace entente
