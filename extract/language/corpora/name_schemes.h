// How the labels of corpora of names relate to our kinds and types.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace entente {

struct NameScheme {
  std::string_view name;
  /// What the corpus would call a name of ours; "" where it would not label it.
  std::string_view (*label)(std::string_view kind, std::string_view type);
  /// Labels that are left out of scores: what is no person, country, organisation, place or event, or a kind of its
  /// own.
  std::span<const std::string_view> ignored;
  /// Labels that tell the scheme.
  std::span<const std::string_view> labels;
};

/// "worldwide", "crossner", "conll", and "own": our own kinds.
[[nodiscard]] std::span<const NameScheme> name_schemes();
[[nodiscard]] const NameScheme* name_scheme(std::string_view name);

/// The scheme that knows most of the labels; "own" where none knows any.
[[nodiscard]] const NameScheme& scheme_of(const std::set<std::string>& labels);

}  // namespace entente
