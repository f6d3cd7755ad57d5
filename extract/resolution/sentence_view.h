// One sentence with what was found in it, by token: the view that rules over sentences share.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/resolution/resolve.h"

namespace entente {

/// Where mentions and actor words begin and end, for a whole article; made once, then asked sentence by sentence.
class SentenceView {
 public:
  SentenceView(const Analysis& analysis, const Resolution& resolution);

  [[nodiscard]] const Resolution& resolution() const { return resolution_; }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }
  /// The token in small letters; empty beyond the article.
  [[nodiscard]] std::string_view lower(std::uint32_t i) const;
  [[nodiscard]] bool is(std::uint32_t i, std::initializer_list<std::string_view> words) const;

  /// The mention that begins or ends at a token or covers it; nullptr where none does. Of several a name wins over a
  /// phrase, who holds a summit over the summit, then the smaller. `ending` takes the token behind it.
  [[nodiscard]] const TokenMention* beginning(std::uint32_t token) const;
  [[nodiscard]] const TokenMention* ending(std::uint32_t token) const;
  [[nodiscard]] const TokenMention* covering(std::uint32_t token) const;
  /// The mentions of its span: several where a plural stands for several ("the two leaders").
  [[nodiscard]] std::span<const TokenMention> all_of(const TokenMention& mention) const;
  [[nodiscard]] const ActorWord* word_beginning(std::uint32_t token) const;
  [[nodiscard]] const ActorWord* word_ending(std::uint32_t token) const;

  [[nodiscard]] const Entity& entity(const TokenMention& mention) const {
    return resolution_.entities[static_cast<std::size_t>(mention.entity)];
  }
  [[nodiscard]] bool kind(const TokenMention* mention, std::initializer_list<Kind> kinds) const;
  /// A part of a longer word that is about something else: "Pakistan-ruled", "the Charlotte, NC-based firm".
  [[nodiscard]] bool joined(const TokenMention& mention) const;
  /// Bytes from the first to behind the last of these tokens.
  [[nodiscard]] ByteSpan bytes(std::uint32_t first, std::uint32_t last) const;

 private:
  void prefer(std::int32_t& held, std::int32_t mention) const;

  const Analysis& analysis_;
  const Resolution& resolution_;
  std::vector<std::int32_t> begins_, ends_, covers_, word_begins_, word_ends_;
};

}  // namespace entente
