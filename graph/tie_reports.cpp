#include "graph/tie_reports.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/tie_id.h"

namespace entente {
namespace {

constexpr unsigned kBits = 48;  // of a node
constexpr unsigned kFirstBits = 16;

std::size_t first_bits(std::uint64_t node) {
  return static_cast<std::size_t>(node >> (kBits - kFirstBits)) & ((std::size_t{1} << kFirstBits) - 1);
}

}  // namespace

ReportList::ReportList(std::vector<TieReport> reports)
    : reports_(std::move(reports)), begins_((std::size_t{1} << kFirstBits) + 1) {
  std::ranges::sort(reports_, {}, [](const TieReport& r) {
    return std::tuple(r.node, r.place, r.span.begin, r.span.end, r.statement);
  });
  for (const TieReport& report : reports_) ++begins_[first_bits(report.node) + 1];
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

std::span<const TieReport> ReportList::of(std::uint64_t node) const {
  if (reports_.empty()) return {};
  const std::size_t bits = first_bits(node);
  const std::span<const TieReport> near(reports_.data() + begins_[bits], begins_[bits + 1] - begins_[bits]);
  const auto found = std::ranges::equal_range(near, node, {}, &TieReport::node);
  return {found.begin(), found.end()};
}

std::span<const TieReport> TieReports::of(std::string_view id) const {
  const auto tie = tie_id_of(id);
  if (!tie || tie->of == TieId::Of::background) return {};
  return (tie->of == TieId::Of::event ? of_events : of_relations).of(tie->node);
}

}  // namespace entente
