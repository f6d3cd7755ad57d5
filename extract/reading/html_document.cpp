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

// Beyond these, libxml2's time grows with the square of the page and its memory to a hundred times it. No page needs
// more.
constexpr int kMaxDepth = 1000;
constexpr std::size_t kMaxParts = 1'000'000;  ///< elements and attributes of a page
constexpr std::size_t kMaxAttributes = 1000;  ///< of an element

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// Stops the parser where a page goes beyond the limits; its `_private` points to the number of parts so far.
void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* const parser = static_cast<htmlParserCtxtPtr>(context);
  auto& parts = *static_cast<std::size_t*>(parser->_private);
  ++parts;
  for (const xmlChar** one = attributes; one != nullptr && *one != nullptr; one += 2) ++parts;
  if (parts > kMaxParts || parser->nodeNr >= kMaxDepth || parser->nameNr >= kMaxDepth) return xmlStopParser(parser);
  xmlSAX2StartElement(context, name, attributes);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The page up to a tag with too many attributes, counted by the white space outside of quotes.
std::string_view before_overlong_tag(std::string_view html) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    if (at + 1 >= html.size() || !is_letter(html[at + 1])) continue;
    const std::size_t begin = at;
    std::size_t attributes = 0;
    char quote = '\0';
    for (; at < html.size() && (quote != '\0' || html[at] != '>'); ++at) {
      const char c = html[at];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
        quote = c;
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/') {
        if (++attributes > kMaxAttributes) return html.substr(0, begin);
      }
    }
  }
  return html;
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
  static const bool kReady = (xmlInitParser(), true);
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD;
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(kReady ? htmlNewParserCtxt() : nullptr);
  if (!parser) return;
  std::size_t parts = 0;
  parser->_private = &parts;
  parser->sax->startElement = start_element;
  parser->sax->comment = nullptr;
  parser->sax->processingInstruction = nullptr;
  const std::string_view page = before_overlong_tag(html);
  tree_ = std::make_unique<Tree>(
      htmlCtxtReadMemory(parser.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions));
  cut_short_ = parser->disableSAX != 0 || page.size() != html.size();
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
