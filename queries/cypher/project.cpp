// See project.h.
#include "queries/cypher/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "queries/cypher/functions.h"
#include "queries/cypher/query_error.h"

namespace entente {

namespace {

constexpr std::size_t kSlack = 4096;  // rows held besides those wanted before the rest is let go

}  // namespace

Projection::Projection(const BoundQuery& query, const PatternGraph& graph, std::size_t most_kept)
    : query_(query),
      graph_(graph),
      most_kept_(most_kept),
      wanted_(query.limit ? query.skip + *query.limit : std::numeric_limits<std::size_t>::max()) {}

bool Projection::take(const Binding& binding) {
  if (wanted_ == 0) return false;
  if (query_.grouped) {
    take_grouped(binding);
    return true;
  }
  Row row;
  row.reserve(query_.items.size());
  for (const Item& item : query_.items) row.push_back(evaluate(item.expression, graph_, binding));
  return take_row(std::move(row));
}

bool Projection::take_row(Row row) {
  if (query_.distinct) {
    if (!seen_.insert(row).second) return true;
    keep(1);
  }
  rows_.push_back(std::move(row));
  keep(1);
  if (query_.sort.empty()) return rows_.size() < wanted_;
  if (query_.limit && rows_.size() / 2 > wanted_ + kSlack) {
    sort_rows();
    kept_ -= rows_.size() - wanted_;
    rows_.resize(wanted_);
  }
  return true;
}

bool Projection::gathers(std::size_t item) const {
  const Expression& e = query_.items[item].expression;
  return e.op == Expression::Op::call && e.function->gathers();
}

void Projection::take_grouped(const Binding& binding) {
  Row key;
  for (std::size_t i = 0; i < query_.items.size(); ++i) {
    if (!gathers(i)) key.push_back(evaluate(query_.items[i].expression, graph_, binding));
  }
  auto group = groups_.find(key);
  if (group == groups_.end()) {
    group = groups_.emplace(std::move(key), new_gatherings()).first;
    keep(1);
  }
  std::size_t next = 0;
  for (std::size_t i = 0; i < query_.items.size(); ++i) {
    if (!gathers(i)) continue;
    Gathering& gathering = group->second[next++];
    const Expression& of = query_.items[i].expression.operands.front();
    if (of.op == Expression::Op::star) {
      gathering.add_row();
    } else {
      keep(gathering.add(evaluate(of, graph_, binding)));
    }
  }
}

std::vector<Gathering> Projection::new_gatherings() const {
  std::vector<Gathering> gatherings;
  for (std::size_t i = 0; i < query_.items.size(); ++i) {
    const Expression& e = query_.items[i].expression;
    if (gathers(i)) gatherings.emplace_back(e.function->name, e.distinct);
  }
  return gatherings;
}

Projection::Row Projection::grouped_row(const Row& key, const std::vector<Gathering>& gatherings) const {
  Row row;
  std::size_t next_key = 0;
  std::size_t next_gathering = 0;
  for (std::size_t i = 0; i < query_.items.size(); ++i) {
    row.push_back(gathers(i) ? gatherings[next_gathering++].result() : key[next_key++]);
  }
  return row;
}

void Projection::sort_rows() {
  std::ranges::stable_sort(rows_, [this](const Row& a, const Row& b) {
    for (const Sort& sort : query_.sort) {
      const std::strong_ordering by = order(a[sort.item], b[sort.item]);
      if (by != 0) return sort.descending ? by > 0 : by < 0;
    }
    return false;
  });
}

std::vector<std::vector<Cell>> Projection::rows() {
  if (query_.grouped) {
    const bool all_in_one = std::ranges::all_of(query_.items, [](const Item& item) {
      return item.expression.op == Expression::Op::call && item.expression.function->gathers();
    });
    if (all_in_one && groups_.empty()) groups_.emplace(Row{}, new_gatherings());
    for (const auto& [key, gatherings] : groups_) {
      Row row = grouped_row(key, gatherings);
      if (!query_.distinct || seen_.insert(row).second) rows_.push_back(std::move(row));
    }
  }
  sort_rows();
  const auto begin = static_cast<std::ptrdiff_t>(std::min(query_.skip, rows_.size()));
  rows_.erase(rows_.begin(), rows_.begin() + begin);
  if (query_.limit && rows_.size() > *query_.limit) rows_.resize(*query_.limit);
  return std::move(rows_);
}

void Projection::keep(std::size_t count) {
  kept_ += count;
  if (kept_ <= most_kept_) return;
  throw QueryTooLarge(fmt::format(
      "the answer has more than {} rows, groups or values; add LIMIT, WHERE, labels or types, or count() instead",
      most_kept_));
}

}  // namespace entente
