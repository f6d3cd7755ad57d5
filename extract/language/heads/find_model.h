// Where the model file is.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The path `given`, where it is not empty; else what ENTENTE_MODEL of the environment names; else
/// ../share/entente/english.entente beside the running program; else data/model/english.entente in the folder that the
/// program was built from. The last two only where they are there: throws encoder::ModelError, saying where it looked
/// and what to do, where none is. Does not open the file.
[[nodiscard]] std::string find_model(std::string_view given = {});

}  // namespace entente
