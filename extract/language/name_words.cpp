#include "extract/language/name_words.h"

#include <unordered_map>

#include "extract/text/table.h"

extern "C" {
extern const char entente_name_words_begin[];
extern const char entente_name_words_end[];
}

namespace entente {
namespace {

constexpr std::string_view kHonorific = "honorific";

using Words = std::unordered_map<std::string_view, std::string_view>;

const Words& words() {
  static const Words kWords = [] {
    Words words;
    for (const auto& row : table_rows({entente_name_words_begin, entente_name_words_end}))
      words.emplace(row.at(0), row.at(1));
    return words;
  }();
  return kWords;
}

}  // namespace

std::string_view body_type(std::string_view lower) {
  const auto found = words().find(lower);
  return found == words().end() || found->second == kHonorific ? std::string_view{} : found->second;
}

bool honorific(std::string_view lower) {
  const auto found = words().find(lower);
  return found != words().end() && found->second == kHonorific;
}

}  // namespace entente
