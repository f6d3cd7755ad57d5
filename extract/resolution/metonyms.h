// Capitals and seats that stand for their state: "Beijing said", "ties between Moscow and Ankara".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/language/names.h"
#include "extract/lexicon/lexicon.h"
#include "extract/resolution/trees.h"

namespace entente {

/// Keeps references.
class Metonyms {
 public:
  Metonyms(const Lexicon& lexicon, const Trees& trees) : lexicon_(lexicon), trees_(trees) {}

  /// The country that the name of a place stands for, where the tree shows it acting or acted upon as a state. "In
  /// Beijing", "flew to Beijing", "Beijing residents" stay the city. `text` is that of the name, `country` the code of
  /// the country that the place lies in, or empty.
  [[nodiscard]] std::optional<EntryId> state(const NameSpan& name, std::string_view text,
                                             std::string_view country) const;

 private:
  [[nodiscard]] bool acts(std::uint32_t token) const;
  [[nodiscard]] std::string_view case_of(std::uint32_t token) const;

  const Lexicon& lexicon_;
  const Trees& trees_;
};

}  // namespace entente
