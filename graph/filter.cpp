#include "graph/filter.h"

#include <algorithm>

namespace entente {
namespace {

/// Whether `a` is before `b` or may be the same day, as far as both dates say.
bool not_after(std::string_view a, std::string_view b) {
  const std::size_t known = std::min(a.size(), b.size());
  return a.substr(0, known) <= b.substr(0, known);
}

template <typename T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// `mine` is the list for this sort of tie, `other` the list for the other sort.
bool selects_type(const std::vector<std::string>& mine, const std::vector<std::string>& other,
                  const std::string& type) {
  return mine.empty() ? other.empty() : contains(mine, type);
}

}  // namespace

bool days_meet(const Filter& filter, std::string_view first, std::string_view last) {
  if (filter.from.empty() && filter.to.empty()) return true;
  if (first.empty() && last.empty()) return false;
  const bool begins_in_time = filter.to.empty() || first.empty() || not_after(first, filter.to);
  const bool ends_in_time = filter.from.empty() || last.empty() || not_after(filter.from, last);
  return begins_in_time && ends_in_time;
}

bool selects(const Filter& filter, const GraphEntity& entity) {
  return filter.kinds.empty() || contains(filter.kinds, entity.kind);
}

bool selects(const Filter& filter, const GraphRelation& relation) {
  if (relation.negated && !filter.negated) return false;
  if (relation.background && !filter.background) return false;
  if (relation.weight < filter.min_weight || relation.confidence < filter.min_confidence) return false;
  if (!selects_type(filter.relation_types, filter.event_types, relation.type)) return false;
  const bool said = !relation.start.empty() || !relation.end.empty();
  return said ? days_meet(filter, relation.start, relation.end)
              : days_meet(filter, relation.first_date, relation.last_date);
}

bool selects(const Filter& filter, const GraphEvent& event) {
  if (event.modality == Modality::hypothetical && !filter.hypothetical) return false;
  if (event.modality == Modality::denied && !filter.denied) return false;
  if (event.weight < filter.min_weight || event.confidence < filter.min_confidence) return false;
  if (!selects_type(filter.event_types, filter.relation_types, event.type)) return false;
  return event.date.empty() ? days_meet(filter, event.first_date, event.last_date)
                            : days_meet(filter, event.date, event.date);
}

}  // namespace entente
