// See placing.h.
#include "export/placing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "export/appearance.h"

namespace entente {

namespace {

constexpr std::uint32_t kNotDrawn = std::numeric_limits<std::uint32_t>::max();
constexpr double kLeastWeight = 0.01;

double to_a_tenth(double number) {
  return std::round(number * 10) / 10 + 0.0;  // no minus nought
}

}  // namespace

Placement::Placement(const std::vector<bool>& drawn) : index_(drawn.size(), kNotDrawn) {
  for (std::uint32_t i = 0; i < drawn.size(); ++i) {
    if (!drawn[i]) continue;
    index_[i] = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(i);
  }
}

void Placement::join(std::uint32_t a, std::uint32_t b, double weight) {
  if (a == b || index_[a] == kNotDrawn || index_[b] == kNotDrawn) return;
  const double sound = std::isfinite(weight) ? std::max(weight, kLeastWeight) : kLeastWeight;
  links_.push_back({std::min(index_[a], index_[b]), std::max(index_[a], index_[b]), sound});
}

std::vector<std::optional<Place>> Placement::places(const std::function<double(std::uint32_t)>& articles) {
  links_ = joined(std::move(links_));
  std::vector<double> radii;
  for (const std::uint32_t node : nodes_) radii.push_back(size_of(articles(node)) / 2);
  const Drawing drawing = draw(radii, links_);
  std::vector<std::optional<Place>> places(index_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    places[nodes_[i]] = Place{to_a_tenth(drawing.places[i].x), to_a_tenth(drawing.places[i].y), drawing.communities[i]};
  }
  return places;
}

}  // namespace entente
