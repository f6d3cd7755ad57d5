// The registry of formats: what makes a writer of each. Only export.cpp and formats.cpp know it.
#pragma once

#include <memory>
#include <ostream>
#include <span>

#include "export/export.h"
#include "export/property_graph.h"

namespace entente {

using MakeWriter = std::unique_ptr<GraphWriter> (*)(std::ostream& out, const ExportOptions& options);

/// The maker of a format's writer; `format` is one of formats().
[[nodiscard]] MakeWriter maker_of(const Format& format);

[[nodiscard]] std::unique_ptr<GraphWriter> make_graphml_writer(std::ostream& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_jsonl_writer(std::ostream& out, const ExportOptions& options);

}  // namespace entente
