// Which articles carry the same story: a wire report printed by many is one independent source. Private to graph/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "extract/article.h"

namespace entente {

/// Finds copies among articles: the same text under other headlines, cut at its end, with bylines added or lightly
/// edited. Two articles carry one story where
///
/// - of the runs of five words in the shorter one at least 60 % stand in the longer one,
/// - the beginning of each (100 words, or as many as the shorter one has) stands to one half in the other: a report of
///   the next day that repeats the background, or an item of a bulletin, begins otherwise,
/// - where the shorter one has four different figures or more, at least half of them stand in the other, of another
///   day's 80 %: the next issue of a daily bulletin has other figures in the same frame,
/// - they were published at most seven days apart, as far as that is known.
///
/// Of a text under 60 words 80 % of the runs, 90 % of the words and all figures must stand in the other, since short
/// reports are often of one frame. Texts under 20 words are copies only where all words are the same, those of the
/// headlines too; a text without words is nobody's copy. Each copy is compared with the longest text of its story, so
/// that no chain of half copies joins two stories.
///
/// Candidates share one of 16 runs of words by which each article's beginning is known (bottom-k sketch, Broder 1997);
/// runs that begin more than 64 stories are boilerplate and passed over. 180 bytes for each article, and near-linear
/// time: texts are read again only of candidates, at most eight for each article.
class Stories {
 public:
  /// The text of an article by its number, which is the order of add().
  using Texts = std::function<std::string(std::size_t)>;

  /// Takes in an article; each once, sorted by id.
  void add(const Article& article);
  /// For each article the number of its story, the same for copies. Depends on the set of articles alone.
  [[nodiscard]] std::vector<std::uint32_t> finish(const Texts& texts) const;

 private:
  struct Sketch {
    std::vector<std::uint64_t> runs;  ///< the lowest hashes of the beginning, sorted
    std::uint64_t hash = 0;           ///< of the whole text
    std::uint64_t title = 0;          ///< hash of its words; 0 where there are none
    std::size_t size = 0;             ///< bytes
    std::int32_t day = 0;             ///< of publication, since 1970; kNoDay where unknown
  };
  std::vector<Sketch> sketches_;
};

}  // namespace entente
