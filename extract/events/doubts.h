// What a confidence is made of.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// A product of doubts, each with its reason.
class Doubts {
 public:
  Doubts(double sure, std::string_view why) { weigh(sure, why); }

  /// A factor of 1 is no doubt and is not kept.
  void weigh(double factor, std::string_view why) {
    sure_ *= factor;
    if (factor != 1) made_of_.emplace_back(factor, why);
  }
  void cap(double most) { sure_ = sure_ < most ? sure_ : most; }
  [[nodiscard]] double sure() const { return sure_; }
  /// "0.90 the row, 0.80 nobody on the other side"; the reasons must live still.
  [[nodiscard]] std::string text() const;

 private:
  double sure_ = 1;
  std::vector<std::pair<double, std::string_view>> made_of_;
};

}  // namespace entente
