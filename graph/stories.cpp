#include "graph/stories.h"

#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <numeric>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "extract/text/dates.h"

namespace entente {
namespace {

constexpr std::size_t kRun = 5;           // words in a run
constexpr std::size_t kLead = 100;        // words of a beginning
constexpr std::size_t kSketch = 16;       // runs by which an article is known
constexpr std::size_t kBoilerplate = 64;  // stories that begin with the same run
constexpr std::size_t kCandidates = 8;
constexpr std::size_t kTiny = 20;  // words
constexpr std::size_t kShort = 60;
constexpr double kContained = 0.6;
constexpr double kShortContained = 0.8;
constexpr double kShortWordsContained = 0.9;
constexpr double kLeadContained = 0.5;
constexpr std::size_t kFigures = 4;
constexpr double kFiguresContained = 0.5;
constexpr double kFiguresNextDay = 0.8;
constexpr std::int32_t kDaysApart = 7;
constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

/// Hashes of the words of a text: runs of letters and digits in small letters. Quotes, dashes and blanks of any sort
/// part words; other letters than ASCII's stand as they are.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  /// The next word, in small letters; empty at the end.
  std::string_view next() {
    word_.clear();
    while (at_ < text_.size() && separator()) ++at_;
    while (at_ < text_.size() && !separator()) word_ += lower(text_[at_++]);
    return word_;
  }

 private:
  /// Whether no word goes on here; stands on the last byte of a separator of several.
  bool separator() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte >= 0x80) {
      const std::string_view rest = text_.substr(at_);
      const bool punctuation = rest.starts_with("\xe2\x80") && rest.size() > 2;
      const bool blank = rest.starts_with("\xc2\xa0");
      if (punctuation) at_ += 2;
      if (blank) at_ += 1;
      return punctuation || blank;
    }
    const char c = lower(text_[at_]);
    return (c < 'a' || c > 'z') && (c < '0' || c > '9');
  }
  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
};

std::uint64_t hash_of(const void* bytes, std::size_t size) {
  return XXH3_64bits(bytes, size);
}

using Hashes = std::vector<std::uint64_t>;

void sort_and_unique(Hashes& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

/// Sorted hashes of the runs of words; of fewer words than a run has, of all of them together.
Hashes runs_of(std::span<const std::uint64_t> words) {
  Hashes runs;
  if (words.empty()) return runs;
  const std::size_t length = std::min(kRun, words.size());
  for (std::size_t i = 0; i + length <= words.size(); ++i)
    runs.push_back(hash_of(words.data() + i, length * sizeof(std::uint64_t)));
  sort_and_unique(runs);
  return runs;
}

/// What two articles are compared by.
struct Print {
  Hashes words;    ///< in the order of the text
  Hashes runs;     ///< sorted
  Hashes figures;  ///< words with a digit, sorted
};

Print print_of(std::string_view text) {
  Print print;
  WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
    print.words.push_back(hash_of(word.data(), word.size()));
    if (std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }))
      print.figures.push_back(print.words.back());
  }
  print.runs = runs_of(print.words);
  sort_and_unique(print.figures);
  return print;
}

Hashes lead_words(std::string_view text) {
  Hashes words;
  WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty() && words.size() < kLead; word = reader.next())
    words.push_back(hash_of(word.data(), word.size()));
  return words;
}

/// How much of `part` stands in `whole`.
double contained(const Hashes& part, const Hashes& whole) {
  if (part.empty()) return 0;
  const auto there =
      std::ranges::count_if(part, [&](std::uint64_t each) { return std::ranges::binary_search(whole, each); });
  return static_cast<double>(there) / static_cast<double>(part.size());
}

/// Whether a short text has the words and figures of a longer one, not only its frame.
bool same_words(const Print& longer, const Print& shorter) {
  Hashes part = shorter.words;
  Hashes whole = longer.words;
  sort_and_unique(part);
  sort_and_unique(whole);
  const bool figures = shorter.figures.empty() || contained(shorter.figures, longer.figures) == 1;
  return figures && contained(part, whole) >= kShortWordsContained;
}

/// What is known of two articles besides their texts.
struct Frame {
  bool same_day = true;
  bool same_title = true;  ///< or one has none
};

bool is_copy(const Print& longer, const Print& shorter, Frame frame) {
  const std::size_t size = shorter.words.size();
  if (size < kTiny) return size > 0 && shorter.words == longer.words && frame.same_title;
  if (contained(shorter.runs, longer.runs) < (size < kShort ? kShortContained : kContained)) return false;
  if (size < kShort && !same_words(longer, shorter)) return false;
  const auto lead = [size](const Print& print) {
    return runs_of(std::span(print.words).first(std::min({kLead, size, print.words.size()})));
  };
  if (contained(lead(longer), shorter.runs) < kLeadContained) return false;
  if (contained(lead(shorter), longer.runs) < kLeadContained) return false;
  return shorter.figures.size() < kFigures ||
         contained(shorter.figures, longer.figures) >= (frame.same_day ? kFiguresContained : kFiguresNextDay);
}

std::int32_t day_of(const std::string& date) {
  const auto day = parse_iso_date(date);
  return day ? static_cast<std::int32_t>(std::chrono::sys_days(*day).time_since_epoch().count()) : kNoDay;
}

bool near(std::int32_t a, std::int32_t b) {
  return a == kNoDay || b == kNoDay || std::abs(a - b) <= kDaysApart;
}

}  // namespace

void Stories::add(const Article& article) {
  Sketch& sketch = sketches_.emplace_back();
  sketch.runs = runs_of(lead_words(article.text));
  if (sketch.runs.size() > kSketch) sketch.runs.resize(kSketch);
  sketch.runs.shrink_to_fit();
  sketch.hash = hash_of(article.text.data(), article.text.size());
  sketch.size = article.text.size();
  for (const std::uint64_t word : lead_words(article.title)) sketch.title = sketch.title * 31 + word;
  sketch.day = day_of(article.published);
}

std::vector<std::uint32_t> Stories::finish(const Texts& texts) const {
  std::vector<std::uint32_t> order(sketches_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [this](std::uint32_t a, std::uint32_t b) {
    const Sketch& left = sketches_[a];
    const Sketch& right = sketches_[b];
    return std::tie(right.size, left.hash) < std::tie(left.size, right.hash);
  });

  std::vector<std::uint32_t> story(sketches_.size());
  std::iota(story.begin(), story.end(), 0U);
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> beginning_with;  // run -> longest texts of stories
  for (const std::uint32_t article : order) {
    const Sketch& sketch = sketches_[article];
    std::map<std::uint32_t, int> shared;
    for (const std::uint64_t run : sketch.runs) {
      const auto found = beginning_with.find(run);
      if (found == beginning_with.end() || found->second.size() > kBoilerplate) continue;
      for (const std::uint32_t other : found->second) {
        if (near(sketch.day, sketches_[other].day)) ++shared[other];
      }
    }
    std::vector<std::pair<int, std::uint32_t>> candidates;
    for (const auto& [other, runs] : shared) candidates.emplace_back(-runs, other);
    std::ranges::sort(candidates);
    if (candidates.size() > kCandidates) candidates.resize(kCandidates);
    const Print print = candidates.empty() ? Print{} : print_of(texts(article));
    const auto original = std::ranges::find_if(candidates, [&](const auto& candidate) {
      const Sketch& other = sketches_[candidate.second];
      const bool untitled = sketch.title == 0 || other.title == 0;
      const Frame frame{sketch.day == other.day, untitled || sketch.title == other.title};
      return is_copy(print_of(texts(candidate.second)), print, frame);
    });
    if (original != candidates.end()) {
      story[article] = original->second;
      continue;
    }
    for (const std::uint64_t run : sketch.runs) {
      std::vector<std::uint32_t>& stories = beginning_with[run];
      if (stories.size() <= kBoilerplate) stories.push_back(article);
    }
  }
  return story;
}

}  // namespace entente
