// Articles in, text out, in the order of the input: what `extract` and `parse` share.
#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "cli/exit_status.h"
#include "cli/options.h"
#include "extract/article.h"

namespace entente {

/// Reads the inputs, makes the text of each article in parallel with `make`, and writes the texts in the order of the
/// articles. Problems are named on standard error, where progress is shown too.
[[nodiscard]] ExitStatus write_articles(const InputOptions& input, std::ostream& out,
                                        const std::function<std::string(Article&)>& make);

}  // namespace entente
