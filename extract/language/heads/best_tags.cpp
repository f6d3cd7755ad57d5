// See best_tags.h.
#include "extract/language/heads/best_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <stdexcept>

namespace entente {

namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

}  // namespace

TagScheme::TagScheme(const std::vector<std::string>& tags) : begin_of_(tags.size()), inside_of_(tags.size()) {
  constexpr std::string_view kLetters = "OBIES";
  std::map<std::string_view, std::uint32_t, std::less<>> numbers;
  for (std::size_t i = 0; i < tags.size(); ++i) numbers[tags[i]] = static_cast<std::uint32_t>(i);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::string& tag = tags[i];
    const std::size_t role = tag.empty() ? std::string::npos : kLetters.find(tag[0]);
    const bool typed = tag.size() > 2 && tag[1] == '-' && role != 0;
    if (role == std::string::npos || !(typed || tag == "O")) {
      throw std::runtime_error(fmt::format("'{}' is no tag of a name: O, or B-, I-, E- or S- and a type", tag));
    }
    roles_.push_back(static_cast<Role>(role));
    if (!typed) continue;
    const auto partner = [&](char letter) {
      const auto found = numbers.find(fmt::format("{}{}", letter, tag.substr(1)));
      if (found == numbers.end())
        throw std::runtime_error(fmt::format("there is no tag '{}{}'", letter, tag.substr(1)));
      return found->second;
    };
    begin_of_[i] = partner('B');
    inside_of_[i] = partner('I');
  }
}

std::vector<std::uint32_t> TagScheme::best(const float* scores, std::size_t words, std::size_t stride) const {
  const std::size_t n = size();
  std::vector<float> total(n), next(n);
  for (std::size_t t = 0; t < n; ++t) total[t] = goes_on(t) ? kNever : scores[t];
  std::vector<std::uint32_t> from(words * n);
  const auto best_closed = [&] {
    std::uint32_t best = 0;
    float most = kNever;
    for (std::size_t t = 0; t < n; ++t) {
      if (opens(t) || !(total[t] > most)) continue;
      most = total[t];
      best = static_cast<std::uint32_t>(t);
    }
    return best;
  };
  for (std::size_t w = 1; w < words; ++w) {
    const std::uint32_t closed = best_closed();
    for (std::size_t t = 0; t < n; ++t) {
      std::uint32_t before = closed;
      if (goes_on(t)) {
        const auto [lower, higher] = std::minmax(begin_of_[t], inside_of_[t]);
        before = total[higher] > total[lower] ? higher : lower;
      }
      from[w * n + t] = before;
      next[t] = total[before] + scores[w * stride + t];
    }
    total.swap(next);
  }
  std::vector<std::uint32_t> path(words);
  if (words == 0) return path;
  path.back() = best_closed();
  for (std::size_t w = words - 1; w > 0; --w) path[w - 1] = from[w * n + path[w]];
  return path;
}

std::vector<TaggedSpan> TagScheme::spans(std::span<const std::uint32_t> tags) const {
  std::vector<TaggedSpan> found;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    const Role role = roles_[tags[i]];
    if (role == Role::begin || role == Role::single) begin = i;
    if (role == Role::end || role == Role::single) found.push_back({begin, i + 1, tags[i]});
  }
  return found;
}

}  // namespace entente
