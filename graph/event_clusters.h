// Reports -> clusters, each of one event. Private to graph/; the rules are those of EventMerge.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/event_likeness.h"
#include "graph/event_reports.h"

namespace entente {

/// The reports of one event, the one that says the most first.
struct EventCluster {
  std::vector<std::uint32_t> reports;
  std::vector<std::uint32_t> denials;  ///< reports that it is not so
};

/// Every report in one cluster; the same for the same set of articles.
[[nodiscard]] std::vector<EventCluster> cluster_events(const EventReports& reports, const EventLikeness& likeness);

}  // namespace entente
