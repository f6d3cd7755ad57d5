// An HTML page as a flat list of nodes in document order: libxml2 parses, and stays out of sight.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace entente {

struct HtmlAttribute {
  std::string_view name;  ///< in lower case
  std::string_view value;
};

/// An element (with a tag) or a stretch of text (without). The nodes under it are those up to `end`.
struct HtmlNode {
  std::string_view tag;   ///< in lower case
  std::string_view text;  ///< entities decoded; of text only
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
};

class HtmlDocument {
 public:
  /// Parses UTF-8, mended as browsers would; nothing is too broken. The views of the nodes live as long as the
  /// document.
  explicit HtmlDocument(std::string_view html);
  ~HtmlDocument();
  HtmlDocument(HtmlDocument&&) noexcept;
  HtmlDocument& operator=(HtmlDocument&&) noexcept;

  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
  /// An attribute's value, empty where there is none.
  [[nodiscard]] std::string_view attribute(const HtmlNode& node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(const HtmlNode& node, std::string_view name) const;
  /// All text under a node, as it stands.
  [[nodiscard]] std::string text(std::size_t node) const;
  /// The page went beyond what any page needs (elements 1,000 deep, 1,000,000 elements and attributes, 1,000 attributes
  /// of an element): its rest was left out.
  [[nodiscard]] bool cut_short() const { return cut_short_; }

 private:
  struct Tree;
  void flatten();

  std::unique_ptr<Tree> tree_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
  bool cut_short_ = false;
};

}  // namespace entente
