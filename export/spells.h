// When a node or edge is on the timeline.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "export/property_graph.h"

namespace entente {

/// The days that two dates, which may be cut short, span: from the first day of one to the last day of the other. Where
/// one is unknown the other stands for both; nothing where both are, or where the last day is before the first.
[[nodiscard]] std::optional<Spell> spell_of(std::string_view first, std::string_view last);
/// From the first to the last publication that mentions it.
[[nodiscard]] std::optional<Spell> spell_of(const GraphEntity& entity);
/// From the first to the last publication that states it. (When it held, as a text says, is often decades ago or open:
/// it would push all that was reported into one end of the timeline.)
[[nodiscard]] std::optional<Spell> spell_of(const GraphRelation& relation);
/// The days that its date covers; where the text tells none, those from the first to the last report.
[[nodiscard]] std::optional<Spell> spell_of(const GraphEvent& event);

/// The same days, sorted, with those that overlap, touch or follow each other day by day made one.
[[nodiscard]] std::vector<Spell> merged(std::vector<Spell> spells);

/// Makes `hull` the days from the first to the last of both.
void widen(std::optional<Spell>& hull, const Spell& spell);

}  // namespace entente
