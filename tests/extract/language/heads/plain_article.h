// The heads that read an article once more, word for word as training/FORMAT.md has them, in plain loops: what the
// program computes must be the same, to the bit.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/article_reading.h"

namespace entente::test {

class PlainArticle {
 public:
  using Words = std::vector<std::string_view>;

  PlainArticle(const std::string& model, const std::vector<Words>& sentences);

  /// Scores of the labels of a head of kind "pair" for mentions a and b.
  [[nodiscard]] std::vector<float> pair(const std::string& head, const MentionWords& a, const MentionWords& b) const;
  /// Scores of the events of a word.
  [[nodiscard]] std::vector<float> events(std::size_t sentence, std::size_t word) const;

 private:
  using Vector = std::vector<float>;
  [[nodiscard]] Vector linear(const std::string& name, const Vector& x) const;
  [[nodiscard]] Vector projected(const std::string& head, const MentionWords& mention) const;
  [[nodiscard]] std::vector<std::string> features(const MentionWords& a, const MentionWords& b) const;

  encoder::ModelFile file_;
  std::vector<Words> sentences_;
  std::vector<std::vector<Vector>> vectors_;  ///< of each word
};

}  // namespace entente::test
