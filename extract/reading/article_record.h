// A record on its way to an article: the best value for each part of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/reading/delivery.h"
#include "extract/reading/fields.h"

namespace entente {

class ArticleRecord {
 public:
  /// Takes a value where it is not empty and no better name for the part gave one; of the same name the last one
  /// counts.
  void offer(FieldKey key, std::string_view value);
  [[nodiscard]] bool has(Field field) const { return !value(field).empty(); }
  [[nodiscard]] const std::string& value(Field field) const { return values_[static_cast<std::size_t>(field)]; }
  [[nodiscard]] std::string take(Field field) { return std::move(values_[static_cast<std::size_t>(field)]); }
  void clear();

 private:
  std::array<std::string, kFields> values_;
  std::array<std::uint8_t, kFields> ranks_ = no_ranks();

  static constexpr std::array<std::uint8_t, kFields> no_ranks() {
    std::array<std::uint8_t, kFields> ranks{};
    ranks.fill(0xFF);
    return ranks;
  }
};

/// What is particular to a format when a record becomes an article.
struct ArticleOptions {
  bool alone = false;          ///< the article fills its file: without id and URL it is called by the path
  bool may_hold_html = false;  ///< text that clearly is HTML is turned into plain text
};

/// Makes an article of a record that has text (or a summary in its place) and hands it over; else says false and keeps
/// quiet. Reports a date that cannot be read.
bool deliver(ArticleRecord& record, Delivery& delivery, FilePosition place, ArticleOptions options);

}  // namespace entente
