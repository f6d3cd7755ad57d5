#include "extract/language/lexicon_matches.h"

#include <string>

namespace entente {
namespace {

/// The text with the line breaks within sentences made spaces, so that a name may run over the end of a wrapped line.
std::string unwrapped(std::string_view text, const std::vector<Sentence>& sentences) {
  std::string result(text);
  for (const Sentence& sentence : sentences) {
    for (std::uint32_t at = sentence.span.begin; at < sentence.span.end; ++at) {
      if (result[at] == '\n' || result[at] == '\r') result[at] = ' ';
    }
  }
  return result;
}

}  // namespace

std::vector<std::vector<TokenMatch>> lexicon_matches(std::string_view text, const Analysis& analysis,
                                                     const Lexicon& lexicon) {
  const std::vector<Token>& tokens = analysis.tokens;
  std::vector<std::vector<TokenMatch>> matches(tokens.size());
  std::uint32_t at = 0;
  for (const LexiconMatch& match : lexicon.match(unwrapped(text, analysis.sentences))) {
    while (at > 0 && tokens[at - 1].span.begin >= match.span.begin) --at;
    while (at < tokens.size() && tokens[at].span.begin < match.span.begin) ++at;
    if (at == tokens.size() || tokens[at].span.begin != match.span.begin) continue;
    std::uint32_t last = at;
    while (last < tokens.size() && tokens[last].span.end < match.span.end) ++last;
    if (last == tokens.size() || tokens[last].span.begin >= match.span.end) continue;
    const std::uint32_t over = tokens[last].span.end - match.span.end;
    const bool full_stop = over == 1 && text[match.span.end] == '.';
    if (over == 0 || full_stop) matches[at].push_back({last + 1, match.entries});
  }
  return matches;
}

}  // namespace entente
