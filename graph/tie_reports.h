// What stands behind all relations and events of a graph file, read at once: for who asks for the evidence of most of
// them, one by one, this is several times as fast as the file.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace entente {

/// Where an article states a relation or reports an event.
struct TieReport {
  std::uint64_t node = 0;   ///< the 48 bits in the id of the relation or event
  std::uint32_t place = 0;  ///< index into TieReports::articles
  std::uint32_t statement = 0;
  Span span;
  double confidence = 0;
  std::uint32_t rule = 0;  ///< index into TieReports::rules
  bool denies = false;
};

/// Reports by what they are of, 40 bytes each.
class ReportList {
 public:
  ReportList() = default;
  /// Sorts by node, then by date and id of the article and by place in it, as evidence is told.
  explicit ReportList(std::vector<TieReport> reports);

  [[nodiscard]] std::span<const TieReport> of(std::uint64_t node) const;

 private:
  std::vector<TieReport> reports_;
  std::vector<std::uint32_t> begins_;  ///< of nodes by their first bits, which are those of a hash; the last is the end
};

struct TieReports {
  ReportList of_relations;
  ReportList of_events;
  std::vector<std::int64_t> articles;  ///< their numbers in the graph file, by date and id
  std::vector<std::string> rules;

  /// Those of a relation or event by its id; none for any other.
  [[nodiscard]] std::span<const TieReport> of(std::string_view id) const;
};

}  // namespace entente
