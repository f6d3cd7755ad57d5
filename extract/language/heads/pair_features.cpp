// See pair_features.h, and training/FORMAT.md, section 8.
#include "extract/language/heads/pair_features.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace entente {

namespace {

constexpr std::uint32_t kMore = 9;  // sentences apart, the least that "more" holds for

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

template <class Table, class Key>
std::optional<std::uint32_t> exactly(const Table& table, const Key& key) {
  const auto found = table.find(key);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// The row of the largest number not above `value`.
template <class Table>
std::optional<std::uint32_t> not_above(const Table& table, std::uint32_t value) {
  const auto above = table.upper_bound(value);
  return above == table.begin() ? std::nullopt : std::optional(std::prev(above)->second);
}

bool stands_before(const MentionFacts& a, const MentionFacts& b) {
  return std::tie(a.sentence, a.first, a.last) < std::tie(b.sentence, b.first, b.last);
}

/// Words between two mentions of one sentence, 0 where they overlap.
std::uint32_t words_between(const MentionFacts& a, const MentionFacts& b) {
  const auto& [earlier, later] = a.first <= b.first ? std::tie(a, b) : std::tie(b, a);
  return later.first > earlier.last ? later.first - earlier.last - 1 : 0;
}

std::string_view match(const MentionFacts& a, const MentionFacts& b) {
  if (std::ranges::equal(a.forms, b.forms)) return "words";
  return a.forms.back() == b.forms.back() ? "head" : "none";
}

}  // namespace

void PairFeatures::Rows::sort() {
  std::sort(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(size_));
}

PairFeatures::PairFeatures(const encoder::ModelFile& file, const encoder::ModelHead& head)
    : size_(head.features.size()) {
  for (std::uint32_t row = 0; row < size_; ++row) {
    const std::string_view name = head.features[row];
    if (std::ranges::find(head.features, name) != head.features.begin() + row) {
      throw file.error(fmt::format("its head '{}' asks for the feature '{}' twice", head.name, name));
    }
    const std::size_t sign = std::min(name.find('='), name.size());
    if (add(name.substr(0, sign), name.substr(std::min(sign + 1, name.size())), row)) continue;
    throw file.error(
        fmt::format("its head '{}' asks for the feature '{}', which this program does not know; use the "
                    "newer program that belongs to it",
                    head.name, name));
  }
}

bool PairFeatures::add(std::string_view sort, std::string_view value, std::uint32_t row) {
  const auto by_text = [&](ByText& table) { return table.emplace(value, row).second; };
  const auto by_number = [&](ByNumber& table, std::optional<std::uint32_t> least) {
    return least && table.emplace(*least, row).second;
  };
  if (sort == "subject" || sort == "asks") return by_text(first_kinds_);
  if (sort == "object" || sort == "candidate") return by_text(second_kinds_);
  if (sort == "order") return (value == "before" || value == "after") && by_text(order_);
  if (sort == "match") return (value == "none" || value == "head" || value == "words") && by_text(match_);
  if (sort == "apart") return by_number(apart_, value == "more" ? kMore : number(value));
  if (sort != "words") return false;
  if (value != "elsewhere") return by_number(words_, number(value));
  if (elsewhere_) return false;
  elsewhere_ = row;
  return true;
}

PairFeatures::Rows PairFeatures::of(const MentionFacts& a, const MentionFacts& b) const {
  const std::uint32_t apart = a.sentence > b.sentence ? a.sentence - b.sentence : b.sentence - a.sentence;
  Rows rows;
  rows.add(exactly(first_kinds_, a.kind));
  rows.add(exactly(second_kinds_, b.kind));
  rows.add(not_above(apart_, apart));
  rows.add(apart > 0 ? elsewhere_ : not_above(words_, words_between(a, b)));
  if (!order_.empty()) rows.add(exactly(order_, std::string_view(stands_before(a, b) ? "before" : "after")));
  if (!match_.empty()) rows.add(exactly(match_, match(a, b)));
  rows.sort();
  return rows;
}

}  // namespace entente
