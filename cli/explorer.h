// What the page of `entente explore` asks a graph file: answers as JSON, without the network.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/open_graph.h"
#include "export/fragment.h"

namespace entente {

/// What is sent back.
struct Reply {
  int status = 200;
  std::string type = "application/json";
  std::string body;
};

/// Answers GET requests by path and parameters:
///
///     /                          the page
///     /api/graph                 the part that is drawn first: the entities that are tied the strongest
///     /api/search?q=             entities by name, the best first, and sentences that hold the words
///     /api/entity?id=            an entity with its ties, their sentences and its neighbours
///     /api/pair?a=&b=            two entities and what passed between them
///     /api/neighbourhood?id=&hops=  what is within so many steps, without sentences
///     /api/evidence?id=&limit=   the sentences behind an entity, relation or event
///     /api/timeline?id=          events by day and quad class, of an entity or of all
///
/// Graphs come as fragments (export/fragment.h). What cannot be answered is {"error": ...} with status 400 or 404.
/// One thread at a time.
class Explorer {
 public:
  using Parameters = std::multimap<std::string, std::string>;

  /// Places the entities that are drawn first; some seconds at most. `title` is shown above the page.
  Explorer(const OpenGraph& graph, const Filter& filter, std::string title);

  [[nodiscard]] Reply reply(const std::string& path, const Parameters& parameters) const;

 private:
  using Answering = Reply (Explorer::*)(const Parameters& parameters) const;
  struct Route {
    std::string_view path;
    Answering answer;
  };
  static std::span<const Route> routes();

  [[nodiscard]] Reply page(const Parameters& parameters) const;
  [[nodiscard]] Reply first_graph(const Parameters& parameters) const;
  [[nodiscard]] Reply search(const Parameters& parameters) const;
  [[nodiscard]] Reply entity(const Parameters& parameters) const;
  [[nodiscard]] Reply pair(const Parameters& parameters) const;
  [[nodiscard]] Reply neighbourhood(const Parameters& parameters) const;
  [[nodiscard]] Reply evidence(const Parameters& parameters) const;
  [[nodiscard]] Reply timeline(const Parameters& parameters) const;

  [[nodiscard]] Selection strongest() const;
  [[nodiscard]] Selection of_ties(const std::vector<Tie>& ties, std::vector<std::uint32_t> entities) const;
  [[nodiscard]] std::vector<std::uint32_t> named(std::string_view text) const;
  [[nodiscard]] Reply fragment(const Selection& selection, std::size_t sentences,
                               const std::string& said_of = {}) const;
  [[nodiscard]] std::uint32_t entity_of(const Parameters& parameters, const std::string& key) const;

  const OpenGraph& graph_;
  Filter filter_;
  std::string title_;
  std::vector<std::string> folded_;  ///< by entity: its names, folded, a line each
  Selection first_;
  std::vector<std::optional<Place>> places_;  ///< by entity; of those drawn first
};

}  // namespace entente
