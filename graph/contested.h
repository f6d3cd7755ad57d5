// Who denies what: denials hung on the events they are about. Private to graph/.
#pragma once

#include <vector>

#include "graph/event_clusters.h"
#include "graph/event_likeness.h"
#include "graph/event_reports.h"

namespace entente {

/// Hangs denials on events.
///
/// - Reports that an event was not, where somebody is said to deny it ("Russia denied shelling the town", "..., Lavrov
///   said"), go to the event of the same matter (EventLikeness::same_matter) whose reports they share the most words
///   with: at least 30 %, or 20 % within an article. The event was at most a week before the denial. Their own cluster
///   goes. "The army failed to take the town" denies nothing.
/// - A rejection with words of denial ("Russia rejected the accusation") stays the event it is, and is a denial of the
///   accusation of whoever rejects it: one within the two sentences before it, else one with which it shares enough
///   words; or of the hostile act that somebody says he did, in the same sentence or the one before.
void hang_denials(std::vector<EventCluster>& clusters, const EventReports& reports, const EventLikeness& likeness);

/// Who denies an event by this report: whoever is said to say so, else who acts in it.
[[nodiscard]] std::vector<std::uint32_t> deniers(const EventReports& reports, std::uint32_t report);

}  // namespace entente
