// The samples in the header of a model file: JSON to values.
#pragma once

#include <vector>

#include "extract/language/encoder/header_json.h"
#include "extract/language/encoder/model_file.h"

namespace entente::encoder {

/// Throws std::runtime_error saying what is missing or malformed.
[[nodiscard]] std::vector<ModelSample> model_samples(const Json& header);

}  // namespace entente::encoder
