// What articles report of events, in little memory, for those who decide which reports are of one event. Private to
// graph/.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/extraction.h"

namespace entente {

/// Strings that occur again and again, by number.
class Strings {
 public:
  std::uint32_t of(std::string_view text);
  [[nodiscard]] const std::string& at(std::uint32_t number) const { return texts_[number]; }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// How well the day of a report is known.
enum class Timing : std::uint8_t {
  unknown,    ///< neither a date nor that of publication
  stated,     ///< a day that the text names
  published,  ///< the day of publication, or the one before
  loose,      ///< no day is said: shortly before publication, or about it where it has not happened
  month,
  year,
};

/// One event of one article. Numbers of strings are those of EventReports::strings().
struct EventReport {
  struct Numbers {
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };

  std::uint32_t article = 0;    ///< in the order of add()
  std::uint32_t statement = 0;  ///< index into the events of its extraction
  std::uint32_t story = 0;
  std::uint32_t sentence = 0;  ///< in its article
  std::uint32_t type = 0;
  std::uint32_t mode = 0;
  std::uint32_t contexts = 0;  ///< joined by line breaks
  std::uint32_t cameo = 0;
  std::uint32_t rule = 0;
  std::uint32_t date = 0;
  std::uint32_t published = 0;
  std::int32_t quad = 0;
  double intensity = 0;
  double confidence = 0;
  std::int32_t place = -1;  ///< entity of the graph or -1
  std::int32_t attribution = -1;
  std::int32_t first_day = 0;  ///< days since 1970 within which it happened, both included
  std::int32_t last_day = 0;
  std::int32_t published_day = 0;  ///< days since 1970; 0 where unknown
  std::uint32_t trigger = 0;       ///< hash of the trigger's stem; 0 where there is no text
  Numbers sources;                 ///< entities of the graph, sorted
  Numbers targets;                 ///< likewise, without the sources
  Numbers words;                   ///< hashes of the stems of what the sentence says about it, sorted
  Span evidence;
  Timing timing = Timing::unknown;
  Modality modality = Modality::actual;
  DatePrecision precision = DatePrecision::unknown;
  bool denial = false;  ///< the sentence speaks of a denial or rejection
};

/// All reports, some 200 bytes each.
class EventReports {
 public:
  /// Takes in the events of an article; each once, sorted by id. `members` as EntityMerge::members() gave them.
  void add(const Extraction& extraction, std::span<const std::int32_t> members, std::uint32_t story);

  [[nodiscard]] const std::vector<EventReport>& all() const { return reports_; }
  [[nodiscard]] const EventReport& at(std::uint32_t number) const { return reports_[number]; }
  [[nodiscard]] std::span<const std::uint32_t> numbers(EventReport::Numbers which) const {
    return std::span(numbers_).subspan(which.begin, which.count);
  }
  [[nodiscard]] const std::string& text(std::uint32_t string) const { return strings_.at(string); }
  [[nodiscard]] const std::string& article_id(std::uint32_t article) const { return articles_[article]; }

 private:
  struct Reading;
  EventReport report(const Event& event, const Reading& reading);
  EventReport::Numbers keep(const std::vector<std::uint32_t>& numbers);

  Strings strings_;
  std::vector<std::string> articles_;
  std::vector<std::uint32_t> numbers_;
  std::vector<EventReport> reports_;
};

}  // namespace entente
