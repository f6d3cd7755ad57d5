// Values and evidence as one text each, for formats that know no lists or objects.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/property_graph.h"

namespace entente {

/// The value as text, not yet escaped; empty where there is none. Lists are joined with "; ".
[[nodiscard]] std::string text_of(const Field& field);

[[nodiscard]] std::string list_text(const std::vector<std::string>& list, std::string_view between = "; ");

/// "The sentence. [Reuters, 2025-11-01] | The next. [a17]", long sentences cut.
[[nodiscard]] std::string evidence_text(const std::vector<Evidence>& evidence);

}  // namespace entente
