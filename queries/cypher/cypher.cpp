// See cypher.h.
#include "queries/cypher/cypher.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "queries/cypher/functions.h"
#include "queries/cypher/match.h"
#include "queries/cypher/parser.h"
#include "queries/cypher/project.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

using Op = Expression::Op;

/// How an item becomes columns.
enum class Shown : std::uint8_t {
  value,
  thing,     ///< a node or edge, or several: its name, and its id
  sentence,  ///< evidence() by itself: the columns that sentences have in every answer
};

Shown shown_as(const Item& item) {
  const Expression& e = item.expression;
  if (e.op == Op::variable) return Shown::thing;
  const bool sentence = e.op == Op::call && e.function->name == "evidence" && !item.named;
  return sentence ? Shown::sentence : Shown::value;
}

class Writer {
 public:
  Writer(const World& world, const PatternGraph& graph, const BoundQuery& query)
      : world_(world), graph_(graph), query_(query) {}

  Section section(const std::vector<std::vector<Cell>>& rows) {
    Section section{"rows", fmt::format("{} {}", rows.size(), rows.size() == 1 ? "row" : "rows"), {}, {}, false, {},
                    {}};
    bool sentences = false;
    for (const Item& item : query_.items) {
      if (!item.hidden) add_columns(item, section, sentences);
    }
    for (const std::vector<Cell>& row : rows) section.rows.push_back(values(row));
    hide_ids_of_entities(rows, section);
    return section;
  }

 private:
  /// Of several sentences only the first has all its columns; the others are values.
  void add_columns(const Item& item, Section& section, bool& sentences) {
    Shown shown = shown_as(item);
    if (shown == Shown::sentence && std::exchange(sentences, true)) shown = Shown::value;
    shown_.push_back(shown);
    if (shown == Shown::sentence) {
      for (std::string& column : sentence_columns()) section.columns.push_back(std::move(column));
      section.below = {"sentence", "outlet", "published", "article"};
      return;
    }
    section.columns.push_back(item.name);
    if (shown == Shown::thing) section.columns.push_back(item.name + "_id");
  }

  /// People know an entity by its name; edges and events they ask for by id.
  void hide_ids_of_entities(const std::vector<std::vector<Cell>>& rows, Section& section) const {
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      const bool entities = std::ranges::all_of(rows, [&](const std::vector<Cell>& row) {
        const auto* node = std::get_if<NodeRef>(&row[i].any);
        return node != nullptr && !graph_.is_event(node->node);
      });
      if (shown_[i] == Shown::thing && entities) section.unseen.push_back(query_.items[i].name + "_id");
    }
  }

  std::vector<Value> values(const std::vector<Cell>& row) {
    std::vector<Value> values;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      const auto* sentence = std::get_if<SentenceOf>(&row[i].any);
      if (shown_[i] == Shown::sentence) {
        append_sentence(values, world_, sentence == nullptr ? "" : sentence->id);
        continue;
      }
      values.push_back(value(row[i]));
      if (shown_[i] == Shown::thing) values.push_back(ids(row[i]));
    }
    return values;
  }

  Value value(const Cell& cell) {
    return std::visit(
        [this](const auto& any) -> Value {
          using T = std::remove_cvref_t<decltype(any)>;
          if constexpr (std::is_same_v<T, NodeRef>) {
            return graph_.is_event(any.node) ? stated(world_.graph, graph_.id_of_node(any.node)).text
                                             : graph_.entity(any.node).name;
          } else if constexpr (std::is_same_v<T, EdgeRef>) {
            return edge_text(any.edge);
          } else if constexpr (std::is_same_v<T, SentenceOf>) {
            std::vector<Value> sentence;
            append_sentence(sentence, world_, any.id);
            return sentence.front();
          } else if constexpr (std::is_same_v<T, CellList>) {
            return list_text(*any.cells);
          } else {
            return any;
          }
        },
        cell.any);
  }

  [[nodiscard]] std::string edge_text(std::uint32_t index) const {
    const PatternGraph::Edge& edge = graph_.edge(index);
    const std::string text = stated(world_.graph, graph_.id_of_edge(index)).text;
    return edge.of == PatternGraph::Of::role ? fmt::format("{} of {}", graph_.types()[edge.type].name, text) : text;
  }

  Value list_text(const std::vector<Cell>& cells) {
    std::vector<std::string> texts;
    for (const Cell& cell : cells) texts.push_back(plain(value(cell)));
    return text_value(joined(texts, "; "));
  }

  static std::string plain(const Value& value) {
    struct Printer {
      std::string operator()(std::monostate) const { return ""; }
      std::string operator()(bool truth) const { return truth ? "true" : "false"; }
      std::string operator()(const std::string& text) const { return text; }
      std::string operator()(std::int64_t number) const { return std::to_string(number); }
      std::string operator()(double number) const { return fmt::to_string(number); }
    };
    return std::visit(Printer{}, value);
  }

  [[nodiscard]] Value ids(const Cell& cell) { return value(function_named("id")->apply(graph_, std::span(&cell, 1))); }

  const World& world_;
  const PatternGraph& graph_;
  const BoundQuery& query_;
  std::vector<Shown> shown_;
};

}  // namespace

Answer answer_query(const World& world, const PatternGraph& graph, std::string_view query, const NameFinder& find,
                    const QueryLimits& limits) {
  BoundQuery bound = bind_query(parse_query(query), graph, find);
  Projection projection(bound, graph, limits.kept);
  match(bound, graph, limits.steps, [&](const Binding& binding) { return projection.take(binding); });
  const std::vector<std::vector<Cell>> rows = projection.rows();
  Answer answer;
  answer.notes = std::move(bound.notes);
  if (rows.empty()) answer.notes.emplace_back("nothing matches");
  answer.sections.push_back(Writer(world, graph, bound).section(rows));
  return answer;
}

}  // namespace entente
