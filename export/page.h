// The page that shows a graph in a browser, as built from page/.
#pragma once

#include <functional>
#include <ostream>
#include <string_view>

namespace entente {

/// Whether the page was built into this program.
[[nodiscard]] bool has_page();

/// Writes the page. `connect`: where it may fetch data from, as a source of a Content-Security-Policy ("'none'",
/// "'self'"). `data` writes a JSON object into it, or nothing, where the page is to fetch it; whatever its strings say,
/// it stays data. Throws std::runtime_error, saying what to install, where the page is not built in.
void write_page_around(std::string_view connect, const std::function<void(std::ostream&)>& data, std::ostream& out);

}  // namespace entente
