// A walk down the trie from each word of the text.
#include "extract/lexicon/matcher.h"

#include <algorithm>
#include <bit>

#include "extract/lexicon/name_pattern.h"

namespace entente::lexicon {

namespace {

struct Written {
  std::uint32_t forms = 0;  ///< bit i: form i of the node
  bool final_dot = false;
};

Written written_forms(const Image& image, std::span<const FormRecord> forms, std::string_view text,
                      const Tokens& tokens, std::size_t first, std::size_t count) {
  Written result;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const PatternRecord& pattern = image.patterns[forms[i].pattern];
    if (!written_as(pattern, text, tokens, first, count)) continue;
    result.forms |= 1U << i;
    result.final_dot = result.final_dot || (pattern.flags & kFinalDot) != 0;
  }
  return result;
}

// The numbers of a text's words. Most words of a text come again, so a few thousand are kept by their hash.
std::vector<std::uint32_t> word_numbers(const Image& image, const Tokens& tokens) {
  struct Known {
    std::uint64_t hash = 0;
    std::uint32_t number = kNoWord;
  };
  constexpr std::size_t kKept = 4096;
  std::vector<Known> known(std::min(kKept, std::bit_ceil(tokens.tokens.size() + 1)));
  std::vector<std::uint32_t> numbers;
  numbers.reserve(tokens.tokens.size());
  for (const Token& token : tokens.tokens) {
    Known& seen = known[(token.hash >> 20U) & (known.size() - 1)];
    if (seen.hash != token.hash) seen = {token.hash, image.find_word(tokens.folded_word(token), token.hash)};
    numbers.push_back(seen.number);
  }
  return numbers;
}

}  // namespace

std::vector<Found> find_names(const Image& image, std::string_view text, const Tokens& tokens) {
  std::vector<Found> result;
  const auto& list = tokens.tokens;
  const std::vector<std::uint32_t> numbers = word_numbers(image, tokens);

  for (std::size_t first = 0; first < list.size(); ++first) {
    const std::size_t own = result.size();
    std::uint32_t node = 0;
    for (std::size_t at = first; at < list.size(); ++at) {
      if (numbers[at] == kNoWord || (at > first && !joins(list[at].gap))) break;
      node = image.child(node, numbers[at]);
      if (node == 0) break;
      const auto forms = image.forms(node);
      if (forms.empty()) continue;
      const Written written = written_forms(image, forms, text, tokens, first, at - first + 1);
      if (written.forms == 0) continue;
      const bool dot = written.final_dot && dot_at(text, list[at].end);
      result.push_back({{list[first].begin, list[at].end + (dot ? 1 : 0)}, image.list(forms, written.forms)});
    }
    std::reverse(result.begin() + static_cast<std::ptrdiff_t>(own), result.end());
  }
  return result;
}

std::span<const std::uint32_t> find_exactly(const Image& image, std::string_view name) {
  const Tokens tokens = tokenize(name);
  std::uint32_t node = 0;
  for (const Token& token : tokens.tokens) {
    const auto number = image.find_word(tokens.folded_word(token), token.hash);
    node = number == kNoWord ? 0 : image.child(node, number);
    if (node == 0) return {};
  }
  const auto forms = image.forms(node);
  if (forms.empty() || tokens.tokens.empty()) return {};
  const Written written = written_forms(image, forms, name, tokens, 0, tokens.tokens.size());
  if (written.forms != 0) return image.list(forms, written.forms);
  std::uint32_t lenient = 0;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const bool acronym = (image.patterns[forms[i].pattern].shapes & 0xAAAAAAAAU) != 0;
    if (!acronym) lenient |= 1U << i;
  }
  return lenient == 0 ? std::span<const std::uint32_t>() : image.list(forms, lenient);
}

}  // namespace entente::lexicon
