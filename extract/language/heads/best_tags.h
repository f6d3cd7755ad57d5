// The best sequence of name tags: B-, I-, E-, S- with a type, and O.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Words [begin, end) of a sentence that one name covers, with the number of the tag of its last word (E- or S-).
struct TaggedSpan {
  std::uint32_t begin, end, tag;
};

/// Which tag may follow which.
class TagScheme {
 public:
  /// Throws std::runtime_error where a tag is neither O nor B-, I-, E- or S- with a type, or a type lacks one of them.
  explicit TagScheme(const std::vector<std::string>& tags);

  [[nodiscard]] std::size_t size() const { return roles_.size(); }

  /// The tags of highest total, a row of scores a word (rows `stride` apart, at least one). Viterbi; where two ways are
  /// equal, the tag of the lower number. Time: words * tags.
  [[nodiscard]] std::vector<std::uint32_t> best(const float* scores, std::size_t words, std::size_t stride) const;

  /// The names in such a sequence.
  [[nodiscard]] std::vector<TaggedSpan> spans(std::span<const std::uint32_t> tags) const;

 private:
  enum class Role : char { outside, begin, inside, end, single };
  [[nodiscard]] bool opens(std::size_t tag) const { return roles_[tag] == Role::begin || roles_[tag] == Role::inside; }
  [[nodiscard]] bool goes_on(std::size_t tag) const { return roles_[tag] == Role::inside || roles_[tag] == Role::end; }

  std::vector<Role> roles_;
  std::vector<std::uint32_t> begin_of_, inside_of_;  ///< the B- and I- of a tag's type
};

}  // namespace entente
