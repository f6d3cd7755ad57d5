// The reading of an article's language: sentences and tokens, by rule, and what the trained model reads of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/article.h"
#include "extract/span.h"

namespace entente {

/// A token after the Universal Dependencies guidelines for English: "'s", "n't" and hyphens stand alone.
struct Token {
  ByteSpan span;
  std::string lower;      ///< the text in lower case, ASCII apostrophes
  bool word = false;      ///< begins with a letter
  bool capital = false;   ///< begins with a capital letter
  bool all_caps = false;  ///< at least two letters, all of them capital
  bool spaced = false;    ///< white space stands before it (or the sentence begins)

  // What the model reads (read_language.h); views live as long as the Reader.
  std::string lemma;
  std::string_view upos;      ///< universal part of speech: "VERB"
  std::string_view xpos;      ///< Penn tag: "VBD"
  std::string_view relation;  ///< to the head, of Universal Dependencies: "nsubj"
  std::uint32_t head = 0;     ///< the token it hangs on; the root hangs on itself
};

/// Tokens [first, last) that the model reads as a name. Views live as long as the Reader.
struct ModelName {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string_view kind;  ///< "person", "country", "organisation", "place", "event", "demonym", "group", "misc"
  std::string_view type;  ///< "politician", "city" ...; empty where the kind has none
  float score = 0;        ///< 0 to 1
};

/// Tokens [first, last) of one sentence. A heading is a line of its own that states nothing: title, byline, caption,
/// share text. A dateline stands before the text of its paragraph: "WASHINGTON (Reuters) -". A label says
/// who speaks the text behind it: "MR. EARNEST:", "Q".
struct Sentence {
  ByteSpan span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;
  bool heading = false;
  bool dateline = false;
  bool label = false;
  /// Something that may have happened or not.
  [[nodiscard]] bool states() const { return !heading && !dateline && !label; }
};

struct Analysis {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<ModelName> names;  ///< in the order of the text, without overlap
};

/// Cuts an article into sentences and tokens, not yet read by the model. Linear in the text. Offsets are bytes of
/// `text`.
[[nodiscard]] Analysis analyse(std::string_view text);

/// Tokens of one stretch of text, appended; used by `analyse` sentence by sentence.
void tokenise(std::string_view text, ByteSpan stretch, std::vector<Token>& tokens);

/// A line of the text that stands for itself, or several lines that a line break merely wraps.
struct Paragraph {
  ByteSpan span;
  bool heading = false;
};
[[nodiscard]] std::vector<Paragraph> paragraphs(std::string_view text);

/// Where sentences begin and end within a paragraph, behind its dateline.
[[nodiscard]] std::vector<ByteSpan> sentences_in(std::string_view text, ByteSpan paragraph);

}  // namespace entente
