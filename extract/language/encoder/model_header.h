// The header of a model file: JSON to values.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/encoder/model_file.h"

namespace entente::encoder {

struct TensorPlace {
  std::string type;
  std::vector<std::size_t> shape;
  std::size_t offset = 0;  ///< from the begin of the tensors
};

struct ParsedHeader {
  ModelHeader header;
  std::map<std::string, TensorPlace, std::less<>> tensors;
  std::uint64_t bytes = 0;  ///< of all tensors
  std::uint32_t crc32 = 0;
};

/// Throws std::runtime_error saying what is missing or malformed.
[[nodiscard]] ParsedHeader parse_header(std::string_view json);

}  // namespace entente::encoder
