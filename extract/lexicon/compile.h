// Tables in, compiled lexicon out.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/table.h"

namespace entente::lexicon {

/// Compiles the tables of data/lexicon/. `content` gives the text of a table by its file name ("people.tsv"). Throws
/// std::runtime_error naming file, line and column of the first fault. The same tables give the same bytes.
[[nodiscard]] std::string compile(const std::function<std::string(std::string_view file)>& content);

/// Compiles a user's tables alone, in their order; their entries are numbered from `first_entry`.
[[nodiscard]] std::string compile_user(const std::vector<Table>& tables, std::uint32_t first_entry);

}  // namespace entente::lexicon
