// From a graph's nodes and what joins them to places in a drawing. Internal to export/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "export/layout.h"
#include "export/property_graph.h"

namespace entente {

/// Gathers what joins the nodes that are drawn, then places them.
class Placement {
 public:
  /// `drawn`: for each node whether it is.
  explicit Placement(const std::vector<bool>& drawn);

  [[nodiscard]] std::size_t size() const { return nodes_.size(); }  ///< nodes drawn
  /// Joins two nodes; several times adds up. Nodes that are not drawn and one with itself do not count.
  void join(std::uint32_t a, std::uint32_t b, double weight);

  /// The place of each node, nothing for those not drawn, to a tenth; `articles` tells how large a node is.
  [[nodiscard]] std::vector<std::optional<Place>> places(const std::function<double(std::uint32_t)>& articles);

 private:
  std::vector<std::uint32_t> nodes_;
  std::vector<std::uint32_t> index_;  ///< by node, into nodes_
  std::vector<Link> links_;
};

}  // namespace entente
