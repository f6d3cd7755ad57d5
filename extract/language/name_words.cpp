#include "extract/language/name_words.h"

#include "extract/text/table.h"

extern "C" {
extern const char entente_name_words_begin[];
extern const char entente_name_words_end[];
}

namespace entente {
namespace {

constexpr std::string_view kHonorific = "honorific";

const WordMap& words() {
  static const WordMap kWords = word_map({entente_name_words_begin, entente_name_words_end});
  return kWords;
}

}  // namespace

std::string_view body_type(std::string_view lower) {
  const std::string_view told = told_by(words(), lower);
  return told == kHonorific ? std::string_view{} : told;
}

bool honorific(std::string_view lower) {
  return told_by(words(), lower) == kHonorific;
}

}  // namespace entente
