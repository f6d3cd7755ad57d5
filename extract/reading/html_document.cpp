// libxml2's HTML parser with a limit on depth, and the walk through its tree without recursion.
#include "extract/reading/html_document.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <string>

namespace entente {
namespace {

constexpr int kMaxDepth = 1000;  ///< deeper ones make parsing quadratic; no page needs it

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* const parser = static_cast<htmlParserCtxtPtr>(context);
  if (parser->nodeNr >= kMaxDepth || parser->nameNr >= kMaxDepth) return xmlStopParser(parser);
  xmlSAX2StartElement(context, name, attributes);
}

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

struct HtmlDocument::Tree {
  explicit Tree(htmlDocPtr parsed) : document(parsed) {}
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  ~Tree() {
    if (document != nullptr) xmlFreeDoc(document);
  }
  htmlDocPtr document;
};

HtmlDocument::HtmlDocument(std::string_view html) {
  static const bool ready = (xmlInitParser(), true);
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD;
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(ready ? htmlNewParserCtxt() : nullptr);
  if (!parser) return;
  parser->sax->startElement = start_element;
  tree_ = std::make_unique<Tree>(
      htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
  cut_short_ = parser->disableSAX != 0;
  if (tree_->document != nullptr) flatten();
}

HtmlDocument::~HtmlDocument() = default;
HtmlDocument::HtmlDocument(HtmlDocument&&) noexcept = default;
HtmlDocument& HtmlDocument::operator=(HtmlDocument&&) noexcept = default;

void HtmlDocument::flatten() {
  std::vector<std::uint32_t> open;
  const auto add = [&](std::string_view tag, std::string_view text, const xmlAttr* attribute) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    const auto first = static_cast<std::uint32_t>(attributes_.size());
    for (; attribute != nullptr; attribute = attribute->next) {
      const xmlNode* const value = attribute->children;
      attributes_.push_back({view(attribute->name), value == nullptr ? std::string_view() : view(value->content)});
    }
    const auto count = static_cast<std::uint32_t>(attributes_.size()) - first;
    nodes_.push_back({tag, text, open.empty() ? index : open.back(), index + 1, first, count});
  };
  const xmlNode* at = tree_->document->children;
  while (at != nullptr) {
    const bool element = at->type == XML_ELEMENT_NODE;
    if (element) add(view(at->name), {}, at->properties);
    if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) add({}, view(at->content), nullptr);
    if (element && at->children != nullptr) {
      open.push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
      at = at->children;
      continue;
    }
    while (at != nullptr && at->next == nullptr) {
      at = at->parent;
      if (at == nullptr || at->type != XML_ELEMENT_NODE) return;
      nodes_[open.back()].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
    }
    at = at->next;
  }
}

std::string_view HtmlDocument::attribute(const HtmlNode& node, std::string_view name) const {
  const auto begin = attributes_.begin() + node.first_attribute;
  const auto end = begin + node.attribute_count;
  const auto found =
      std::find_if(begin, end, [name](const HtmlAttribute& attribute) { return attribute.name == name; });
  return found == end ? std::string_view() : found->value;
}

bool HtmlDocument::has_attribute(const HtmlNode& node, std::string_view name) const {
  const auto begin = attributes_.begin() + node.first_attribute;
  return std::any_of(begin, begin + node.attribute_count,
                     [name](const HtmlAttribute& attribute) { return attribute.name == name; });
}

std::string HtmlDocument::text(std::size_t node) const {
  std::string out;
  for (std::size_t i = node; i < nodes_[node].end; ++i) out += nodes_[i].text;
  return out;
}

}  // namespace entente
