// What is told a head of kind "pair" of two mentions beside their vectors: yes/no features, by name.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/encoder/model_file.h"

namespace entente {

/// A mention as its features are judged.
struct MentionFacts {
  std::uint32_t sentence, first, last;
  std::string_view kind;
  std::span<const std::uint32_t> forms;  ///< a number for each of its words, equal where these are in small letters
};

class PairFeatures {
 public:
  /// Of the head's list. Throws ModelError, quoting it, where a feature is of no sort that this program knows.
  PairFeatures(const encoder::ModelFile& file, const encoder::ModelHead& head);

  [[nodiscard]] std::size_t size() const { return size_; }

  /// The numbers of features that hold for (a, b), ascending.
  class Rows;
  [[nodiscard]] Rows of(const MentionFacts& a, const MentionFacts& b) const;

 private:
  using Row = std::optional<std::uint32_t>;
  using ByText = std::map<std::string, std::uint32_t, std::less<>>;
  /// Rows by the least number they hold for, ascending.
  using ByNumber = std::map<std::uint32_t, std::uint32_t>;

  bool add(std::string_view sort, std::string_view value, std::uint32_t row);

  std::size_t size_;
  ByText first_kinds_, second_kinds_, order_, match_;
  ByNumber apart_, words_;
  Row elsewhere_;
};

class PairFeatures::Rows {
 public:
  void add(Row row) {
    if (row) rows_[size_++] = *row;
  }
  void sort();
  [[nodiscard]] auto begin() const { return rows_.begin(); }
  [[nodiscard]] auto end() const { return rows_.begin() + static_cast<std::ptrdiff_t>(size_); }

 private:
  std::array<std::uint32_t, 6> rows_{};  ///< one of each sort
  std::size_t size_ = 0;
};

}  // namespace entente
