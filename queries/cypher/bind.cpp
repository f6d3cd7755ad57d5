// See bind.h.
#include "queries/cypher/bind.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "queries/cypher/expression_parser.h"
#include "queries/cypher/functions.h"
#include "queries/cypher/labels.h"
#include "queries/cypher/query_error.h"
#include "queries/edit_distance.h"

namespace entente {

namespace {

using Op = Expression::Op;
using Of = PatternGraph::Of;

constexpr std::uint32_t kEveryKind = 2 * kCodedEvent - 1;

/// The word and " (did you mean 'x'?)", or what there is.
std::string unknown(std::string_view what, const std::string& word, const std::vector<std::string>& known) {
  std::vector<std::string> big;
  for (const std::string& name : known) big.push_back(upper(name));
  const std::string hint = did_you_mean(upper(word), big);
  if (hint.empty()) return fmt::format("no {} '{}'; there are {}", what, word, fmt::join(known, ", "));
  const auto near = std::ranges::find_if(
      known, [&](const std::string& name) { return hint == did_you_mean(upper(word), {upper(name)}); });
  return fmt::format("no {} '{}'; did you mean '{}'?", what, word, *near);
}

bool same(const Expression& a, const Expression& b) {
  return a.op == b.op && a.variable == b.variable && a.what == b.what && a.function == b.function &&
         a.distinct == b.distinct && order(a.value, b.value) == 0 && std::ranges::equal(a.operands, b.operands, same);
}

/// Whether a value can be a truth at all.
bool is_condition(const Expression& e) {
  if (e.op == Op::literal) return e.value.is_null() || std::holds_alternative<bool>(e.value.any);
  return e.op != Op::variable && e.op != Op::list && e.op != Op::star;
}

class Binder {
 public:
  Binder(const QuerySyntax& query, const PatternGraph& graph, const NameFinder& find)
      : query_(query), graph_(graph), find_(find) {}

  BoundQuery bound() {
    for (std::uint32_t i = 0; i < query_.matches.size(); ++i) {
      for (const PatternSyntax& pattern : query_.matches[i].patterns) declare(pattern, i);
    }
    for (EdgePattern& pattern : bound_.edges) leave_out_roles(pattern);
    for (const auto& [variable, test] : node_properties_) bind_property(variable, *test);
    for (const MatchSyntax& match : query_.matches) {
      if (match.where) add_conditions(*match.where);
    }
    bind_items();
    bind_sort();
    bound_.distinct = query_.distinct;
    bound_.skip = query_.skip;
    bound_.limit = query_.limit;
    return std::move(bound_);
  }

 private:
  [[noreturn]] void refuse(std::size_t at, const std::string& what) const { throw QueryError(query_.text, at, what); }

  // Patterns

  std::uint32_t variable(const Name& name, Variable::Sort sort, std::size_t begin) {
    const auto known = std::ranges::find_if(
        bound_.variables, [&](const Variable& v) { return !name.text.empty() && v.name == name.text; });
    if (known != bound_.variables.end()) {
      if (known->sort != Variable::Sort::node || sort != Variable::Sort::node) {
        refuse(begin, fmt::format("'{}' stands for something else already; edges are named once each", name.text));
      }
      return static_cast<std::uint32_t>(known - bound_.variables.begin());
    }
    if (bound_.variables.size() == kMostVariables) {
      refuse(begin, fmt::format("more than {} nodes and edges in a query", kMostVariables));
    }
    bound_.variables.push_back({sort, name.text});
    bound_.nodes.emplace_back();
    types_of_.emplace_back();
    return static_cast<std::uint32_t>(bound_.variables.size() - 1);
  }

  void declare(const PatternSyntax& pattern, std::uint32_t clause) {
    std::uint32_t left = declare(pattern.nodes.front());
    for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
      const EdgeSyntax& edge = pattern.edges[i];
      const std::uint32_t at =
          variable(edge.variable, edge.hops ? Variable::Sort::edges : Variable::Sort::edge, edge.begin);
      const std::uint32_t right = declare(pattern.nodes[i + 1]);
      declare(edge, at, left, right, clause);
      left = right;
    }
  }

  std::uint32_t declare(const NodeSyntax& node) {
    const std::uint32_t at = variable(node.variable, Variable::Sort::node, node.begin);
    for (const std::vector<Name>& alternatives : node.labels) {
      std::vector<Label>& labels = bound_.nodes[at].labels.emplace_back();
      for (const Name& name : alternatives) {
        const std::vector<Label> named = labels_named(graph_, name.text);
        if (named.empty()) refuse(name.begin, unknown("label", name.text, label_words(graph_)));
        labels.insert(labels.end(), named.begin(), named.end());
      }
      const bool events = std::ranges::any_of(labels, [](const Label& l) { return (l.kinds & kCodedEvent) != 0; });
      bound_.nodes[at].events = bound_.nodes[at].events || events;
    }
    for (const PropertyTest& test : node.properties) node_properties_.emplace_back(at, &test);
    return at;
  }

  void declare(const EdgeSyntax& edge, std::uint32_t at, std::uint32_t left, std::uint32_t right,
               std::uint32_t clause) {
    EdgePattern pattern;
    pattern.variable = at;
    pattern.from = edge.towards == Towards::left ? right : left;
    pattern.to = edge.towards == Towards::left ? left : right;
    pattern.directed = edge.towards != Towards::either;
    pattern.hops = edge.hops;
    pattern.clause = clause;
    pattern.test.types = types_named(edge);
    if (!edge.types.empty() && has(pattern.test.types, Of::role)) {
      for (const std::uint32_t end : {left, right}) bound_.nodes[end].events = true;
    }
    types_of_[pattern.variable] = pattern.test.types;
    for (const PropertyTest& test : edge.properties) {
      const QueryProperty* property = edge_property(pattern.variable, test.name.text, test.name.begin);
      pattern.test.equals.emplace_back(property, test.value);
    }
    bound_.edges.push_back(std::move(pattern));
  }

  /// Edges without a type lead to events where the pattern speaks of events alone: else each would be met twice, as a
  /// node and as an edge.
  void leave_out_roles(EdgePattern& pattern) {
    if (bound_.nodes[pattern.from].events || bound_.nodes[pattern.to].events) return;
    for (std::size_t i = 0; i < pattern.test.types.size(); ++i) {
      if (graph_.types()[i].of == Of::role) pattern.test.types[i] = false;
    }
  }

  [[nodiscard]] std::vector<bool> types_named(const EdgeSyntax& edge) const {
    const auto all = graph_.types();
    std::vector<bool> types(all.size(), edge.types.empty());
    for (const Name& name : edge.types) {
      bool known = false;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (upper(all[i].name) != upper(name.text)) continue;
        types[i] = true;
        known = true;
      }
      if (known) continue;
      std::vector<std::string> words;
      for (const PatternGraph::Type& type : all) words.push_back(type.name);
      refuse(name.begin, unknown("type of edges", name.text, words));
    }
    return types;
  }

  [[nodiscard]] bool has(const std::vector<bool>& types, Of of) const {
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (types[i] && graph_.types()[i].of == of) return true;
    }
    return false;
  }

  // Properties

  /// The kinds that a node of a variable may be of.
  [[nodiscard]] std::uint32_t kinds_of(std::uint32_t at) const {
    std::uint32_t kinds = kEveryKind;
    for (const std::vector<Label>& labels : bound_.nodes[at].labels) {
      std::uint32_t any = 0;
      for (const Label& label : labels) any |= label.kinds;
      kinds &= any;
    }
    if (!bound_.nodes[at].events) kinds &= ~kCodedEvent;
    return kinds == 0 ? kEveryKind
                      : kinds;  // nothing can be of all its labels; what it is called is right all the same
  }

  template <typename Has>
  const QueryProperty* known_property(std::string_view of_what, const std::string& name, std::size_t begin,
                                      Has has_it) const {
    const QueryProperty* found = property_named(name);
    if (found != nullptr && has_it(*found)) return found;
    std::vector<std::string> words;
    for (const QueryProperty& property : properties()) {
      if (has_it(property)) words.emplace_back(property.name);
    }
    refuse(begin, unknown(fmt::format("property of {}", of_what), name, words));
  }

  const QueryProperty* node_property(std::uint32_t at, const std::string& name, std::size_t begin) const {
    const std::uint32_t kinds = kinds_of(at);
    const bool entities = (kinds & (kCodedEvent - 1)) != 0;
    const bool events = (kinds & kCodedEvent) != 0;
    return known_property(entities ? (events ? "entities and events" : "entities") : "events", name, begin,
                          [=](const QueryProperty& property) {
                            return (entities && property.of_entity != nullptr) ||
                                   (events && property.of_event != nullptr);
                          });
  }

  const QueryProperty* edge_property(std::uint32_t at, const std::string& name, std::size_t begin) const {
    const bool relations = has(types_of_[at], Of::relation);
    const bool events = has(types_of_[at], Of::act) || has(types_of_[at], Of::role);
    return known_property(relations ? (events ? "relations and events" : "relations") : "events", name, begin,
                          [=](const QueryProperty& property) {
                            return (relations && property.of_relation != nullptr) ||
                                   (events && property.of_event != nullptr);
                          });
  }

  void bind_property(std::uint32_t at, const PropertyTest& test) {
    const QueryProperty* property = node_property(at, test.name.text, test.name.begin);
    if (property->name != "name") {
      bound_.nodes[at].equals.emplace_back(property, test.value);
      return;
    }
    const std::string* name = test.value.text();
    if (name == nullptr) refuse(test.value_begin, "a name is a text in quotes");
    FoundEntity found = entity_named(at, *name, test.value_begin);
    if (!found.note.empty()) bound_.notes.push_back(std::move(found.note));
    bound_.nodes[at].pinned.push_back(found.entity);
  }

  FoundEntity entity_named(std::uint32_t at, const std::string& name, std::size_t begin) const {
    const auto& labels = bound_.nodes[at].labels;
    try {
      return find_(name, [&labels](const GraphEntity& entity) { return fits_labels(labels, entity); });
    } catch (const NoSuchEntity&) {
      if (labels.empty()) throw;
      const FoundEntity other = find_(name, {});  // throws what a question would say of the name
      const GraphEntity& entity = graph_.entity(other.entity);
      if (fits_labels(labels, entity)) throw;
      refuse(begin, fmt::format("'{}' is {}, {} {}, which the label leaves out", name, entity.id,
                                entity.kind == Kind::organisation || entity.kind == Kind::event ? "an" : "a",
                                word(entity.kind)));
    }
  }

  // Expressions

  /// `may_gather`: whether count() and the like may stand here.
  void bind_expression(Expression& e, bool may_gather = false) const {
    if (e.op == Op::variable || e.op == Op::property) bind_variable(e);
    if (e.op == Op::star) refuse(e.begin, "* stands in count(*) and in RETURN *");
    if (e.op == Op::call) bind_call(e, may_gather);
    for (Expression& operand : e.operands) {
      if (e.op == Op::call && operand.op == Op::star && e.function->name == "count") continue;
      bind_expression(operand);
    }
    const bool logic = e.op == Op::both || e.op == Op::either || e.op == Op::negation;
    for (const Expression& operand : e.operands) {
      if (logic) require_condition(operand);
    }
  }

  void require_condition(const Expression& e) const {
    if (!is_condition(e)) refuse(e.begin, "a condition was expected, as in a.articles > 10");
  }

  void bind_variable(Expression& e) const {
    const auto known = std::ranges::find(bound_.variables, e.name, &Variable::name);
    if (known == bound_.variables.end()) {
      std::vector<std::string> names;
      for (const Variable& v : bound_.variables) {
        if (!v.name.empty()) names.push_back(v.name);
      }
      if (names.empty()) refuse(e.begin, fmt::format("nothing in MATCH is called '{}'; name it there: (a)", e.name));
      refuse(e.begin, fmt::format("nothing in MATCH is called '{}'; there are {}", e.name, fmt::join(names, ", ")));
    }
    e.variable = static_cast<std::uint32_t>(known - bound_.variables.begin());
    if (e.op == Op::variable) return;
    const std::size_t begin = e.end - std::min(e.end, e.property.size());
    if (known->sort == Variable::Sort::edges) {
      refuse(begin,
             fmt::format("'{0}' is a list of edges; there are size({0}), type({0}), id({0}), evidence({0})", e.name));
    }
    const bool node = known->sort == Variable::Sort::node;
    e.what = node ? node_property(e.variable, e.property, begin) : edge_property(e.variable, e.property, begin);
  }

  void bind_call(Expression& e, bool may_gather) const {
    e.function = function_named(e.name);
    if (e.function == nullptr) {
      std::vector<std::string> words;
      for (const Function& function : functions()) words.emplace_back(function.name);
      refuse(e.begin, unknown("function", e.name, words));
    }
    const Function& function = *e.function;
    if (e.operands.size() < function.least || e.operands.size() > function.most) {
      refuse(e.begin, fmt::format("{}() takes {}, not {}", function.name,
                                  function.most == 1 ? "one value" : "one value or more", e.operands.size()));
    }
    if (e.distinct && !function.gathers()) refuse(e.begin, fmt::format("{}() takes no DISTINCT", function.name));
    const Op given = e.operands.front().op;
    if ((function.name == "id" || function.name == "evidence" || function.name == "type") && given != Op::variable) {
      refuse(e.begin, fmt::format("{}() takes a node or an edge by its name", function.name));
    }
    if (function.gathers() && !may_gather) {
      refuse(e.begin, fmt::format("{}() stands by itself, in RETURN", function.name));
    }
  }

  void add_conditions(const Expression& where) {
    if (where.op == Op::both) {
      for (const Expression& part : where.operands) add_conditions(part);
      return;
    }
    QueryCondition condition{where, 0};
    bind_expression(condition.expression);
    require_condition(condition.expression);
    refuse_evidence(condition.expression);
    condition.about = about(condition.expression);
    bound_.conditions.push_back(std::move(condition));
  }

  void refuse_evidence(const Expression& e) const {
    if (e.op == Op::call && e.function->name == "evidence") {
      refuse(e.begin, "evidence() stands in RETURN alone; `entente search` finds sentences by their words");
    }
    for (const Expression& operand : e.operands) refuse_evidence(operand);
  }

  static std::uint64_t about(const Expression& e) {
    std::uint64_t mask = e.op == Op::variable || e.op == Op::property ? std::uint64_t{1} << e.variable : 0;
    for (const Expression& operand : e.operands) mask |= about(operand);
    return mask;
  }

  // What is returned

  static bool gathers(const Expression& e) { return e.op == Op::call && e.function->gathers(); }

  void bind_items() {
    if (query_.all) return_all();
    for (const ItemSyntax& item : query_.items) {
      add_item({item.expression, item.name, item.named, false}, item.expression.begin);
    }
  }

  void return_all() {
    for (std::uint32_t i = 0; i < bound_.variables.size(); ++i) {
      if (bound_.variables[i].name.empty()) continue;
      Expression e;
      e.op = Op::variable;
      e.name = bound_.variables[i].name;
      add_item({e, e.name, false, false}, query_.return_begin);
    }
    if (bound_.items.empty()) refuse(query_.return_begin, "nothing in MATCH has a name to return");
  }

  void add_item(Item item, std::size_t begin) {
    bind_expression(item.expression, true);
    const bool taken = std::ranges::find(bound_.items, item.name, &Item::name) != bound_.items.end();
    if (taken) refuse(begin, fmt::format("two columns are called '{}'; name one with AS", item.name));
    bound_.grouped = bound_.grouped || gathers(item.expression);
    bound_.items.push_back(std::move(item));
  }

  void bind_sort() {
    for (const SortSyntax& sort : query_.sort) bound_.sort.push_back({sort_item(sort.by), sort.descending});
  }

  std::size_t sort_item(Expression by) {
    auto& items = bound_.items;
    const auto index = [&](auto found) { return static_cast<std::size_t>(found - items.begin()); };
    if (by.op == Op::variable) {
      const auto column = std::ranges::find(items, by.name, &Item::name);
      if (column != items.end()) return index(column);
    }
    bind_expression(by, true);
    const auto column = std::ranges::find_if(items, [&](const Item& item) { return same(item.expression, by); });
    if (column != items.end()) return index(column);
    const bool counts = bound_.grouped && gathers(by) && !query_.distinct;
    if ((bound_.grouped || query_.distinct || gathers(by)) && !counts && !is_of_returned(by)) {
      refuse(by.begin, "with DISTINCT, count() and the like, rows are sorted by what is returned; return this too");
    }
    items.push_back({std::move(by), "", false, true});
    return items.size() - 1;
  }

  /// Whether it is the same in all rows that return the same nodes and edges.
  [[nodiscard]] bool is_of_returned(const Expression& by) const {
    std::uint64_t returned = 0;
    for (const Item& item : bound_.items) {
      if (item.expression.op == Op::variable) returned |= about(item.expression);
    }
    return !gathers(by) && (about(by) & ~returned) == 0;
  }

  const QuerySyntax& query_;
  const PatternGraph& graph_;
  const NameFinder& find_;
  BoundQuery bound_;
  std::vector<std::vector<bool>> types_of_;  ///< of edge variables
  std::vector<std::pair<std::uint32_t, const PropertyTest*>> node_properties_;
};

}  // namespace

BoundQuery bind_query(const QuerySyntax& query, const PatternGraph& graph, const NameFinder& find) {
  return Binder(query, graph, find).bound();
}

}  // namespace entente
