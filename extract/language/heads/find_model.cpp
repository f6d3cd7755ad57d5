// See find_model.h.
#include "extract/language/heads/find_model.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "extract/language/encoder/model_file.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> usual_places() {
  std::vector<fs::path> places;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) places.push_back(program.parent_path().parent_path() / "share/entente/english.entente");
  places.emplace_back(ENTENTE_SOURCE_MODEL);
  return places;
}

}  // namespace

std::string find_model(std::string_view given) {
  if (!given.empty()) return std::string(given);
  if (const char* named = std::getenv("ENTENTE_MODEL"); named != nullptr && *named != '\0') return named;
  std::string looked;
  for (const fs::path& place : usual_places()) {
    std::error_code error;
    if (fs::exists(place, error)) return place.string();
    looked += fmt::format("{}'{}'", looked.empty() ? "" : " nor at ", place.string());
  }
  throw encoder::ModelError(
      fmt::format("there is no model of English, neither at {}; name one with --model FILE or ENTENTE_MODEL, or train "
                  "one (training/README.md)",
                  looked));
}

}  // namespace entente
