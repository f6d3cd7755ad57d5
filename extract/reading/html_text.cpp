// Three passes over the nodes: what is clutter; where the article is (marked as such, or by how much prose stands
// where); and its blocks of text, less those that are mostly links or say "Share this".
#include "extract/reading/html_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/text/fold.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

enum class TagClass : std::uint8_t { inline_text, block, heading, line_break, link, time, scaffold, never };

struct TagRow {
  std::string_view tag;
  TagClass what;
};

/// `scaffold`: clutter unless the article is in it. `never`: no text of the page's. What is not here is inline.
constexpr auto kTags = std::to_array<TagRow>({
    {"a", TagClass::link},           {"address", TagClass::block},  {"applet", TagClass::never},
    {"article", TagClass::block},    {"aside", TagClass::scaffold}, {"audio", TagClass::never},
    {"blockquote", TagClass::block}, {"body", TagClass::block},     {"br", TagClass::line_break},
    {"button", TagClass::never},     {"canvas", TagClass::never},   {"caption", TagClass::never},
    {"center", TagClass::block},     {"dd", TagClass::block},       {"details", TagClass::block},
    {"dialog", TagClass::never},     {"div", TagClass::block},      {"dl", TagClass::block},
    {"dt", TagClass::block},         {"embed", TagClass::never},    {"fieldset", TagClass::block},
    {"figcaption", TagClass::never}, {"figure", TagClass::never},   {"footer", TagClass::scaffold},
    {"form", TagClass::scaffold},    {"h1", TagClass::heading},     {"h2", TagClass::heading},
    {"h3", TagClass::heading},       {"h4", TagClass::heading},     {"h5", TagClass::heading},
    {"h6", TagClass::heading},       {"head", TagClass::never},     {"header", TagClass::scaffold},
    {"hr", TagClass::block},         {"html", TagClass::block},     {"iframe", TagClass::never},
    {"input", TagClass::never},      {"label", TagClass::never},    {"li", TagClass::block},
    {"main", TagClass::block},       {"map", TagClass::never},      {"math", TagClass::never},
    {"menu", TagClass::scaffold},    {"nav", TagClass::scaffold},   {"noscript", TagClass::never},
    {"object", TagClass::never},     {"ol", TagClass::block},       {"option", TagClass::never},
    {"p", TagClass::block},          {"picture", TagClass::never},  {"pre", TagClass::block},
    {"script", TagClass::never},     {"section", TagClass::block},  {"select", TagClass::never},
    {"style", TagClass::never},      {"summary", TagClass::block},  {"svg", TagClass::never},
    {"table", TagClass::block},      {"tbody", TagClass::block},    {"td", TagClass::block},
    {"template", TagClass::never},   {"textarea", TagClass::never}, {"tfoot", TagClass::block},
    {"th", TagClass::block},         {"thead", TagClass::block},    {"time", TagClass::time},
    {"title", TagClass::never},      {"tr", TagClass::block},       {"ul", TagClass::block},
    {"video", TagClass::never},
});
static_assert(std::ranges::is_sorted(kTags, {}, &TagRow::tag));

TagClass tag_class(std::string_view tag) {
  const auto row = std::ranges::lower_bound(kTags, tag, {}, &TagRow::tag);
  return row != kTags.end() && row->tag == tag ? row->what : TagClass::inline_text;
}

bool is_block(TagClass what) {
  return what == TagClass::block || what == TagClass::heading || what == TagClass::scaffold;
}

/// Words of a class or id that mark what is not the article; two words in a row are joined by a hyphen.
constexpr auto kClutterWords = std::to_array<std::string_view>({"ad",
                                                                "ads",
                                                                "advert",
                                                                "advertisement",
                                                                "adverts",
                                                                "also-read",
                                                                "announcement",
                                                                "author-bio",
                                                                "banner",
                                                                "breadcrumb",
                                                                "breadcrumbs",
                                                                "byline",
                                                                "caption",
                                                                "cmp",
                                                                "comment",
                                                                "commentlist",
                                                                "comments",
                                                                "consent",
                                                                "cookie",
                                                                "cookies",
                                                                "copyright",
                                                                "credit",
                                                                "disclaimer",
                                                                "disqus",
                                                                "donate",
                                                                "donation",
                                                                "editsection",
                                                                "feedback",
                                                                "follow-us",
                                                                "footer",
                                                                "gallery",
                                                                "gdpr",
                                                                "hatnote",
                                                                "infobox",
                                                                "login",
                                                                "masthead",
                                                                "menu",
                                                                "metadata",
                                                                "modal",
                                                                "more-from",
                                                                "more-news",
                                                                "more-on",
                                                                "most-popular",
                                                                "most-read",
                                                                "nav",
                                                                "navbar",
                                                                "navbox",
                                                                "navigation",
                                                                "newsletter",
                                                                "newsletters",
                                                                "noprint",
                                                                "outbrain",
                                                                "pagination",
                                                                "paywall",
                                                                "popular",
                                                                "popup",
                                                                "print-only",
                                                                "promo",
                                                                "promoted",
                                                                "promotion",
                                                                "read-more",
                                                                "read-next",
                                                                "recirc",
                                                                "recommendation",
                                                                "recommendations",
                                                                "recommended",
                                                                "reference",
                                                                "reflist",
                                                                "register",
                                                                "related",
                                                                "respond",
                                                                "screen-reader",
                                                                "share",
                                                                "sharedaddy",
                                                                "sharing",
                                                                "sidebar",
                                                                "sign-up",
                                                                "signup",
                                                                "skip",
                                                                "social",
                                                                "socials",
                                                                "sponsor",
                                                                "sponsored",
                                                                "sr-only",
                                                                "subscribe",
                                                                "subscription",
                                                                "taboola",
                                                                "tag-list",
                                                                "taglist",
                                                                "tags",
                                                                "teaser",
                                                                "teasers",
                                                                "timestamp",
                                                                "toc",
                                                                "toolbar",
                                                                "trending",
                                                                "visually-hidden",
                                                                "widget",
                                                                "you-may"});
static_assert(std::ranges::is_sorted(kClutterWords));

constexpr auto kClutterRoles =
    std::to_array<std::string_view>({"alert", "alertdialog", "banner", "button", "complementary", "contentinfo",
                                     "dialog", "form", "menu", "menubar", "navigation", "search", "toolbar"});
static_assert(std::ranges::is_sorted(kClutterRoles));

/// Words of a class or id of the element that holds the article's text.
constexpr auto kBodyWords =
    std::to_array<std::string_view>({"article-body", "article-content", "article-text", "articlebody", "body-text",
                                     "entry-content", "post-content", "story-body", "storybody"});
static_assert(std::ranges::is_sorted(kBodyWords));

/// Beginnings (folded) of short blocks that belong to the page and not to the article.
constexpr auto kClutterBeginnings = std::to_array<std::string_view>({
    "advertisement",
    "all rights reserved",
    "also read",
    "click here",
    "comments",
    "copyright ©",
    "copy link",
    "download our app",
    "download the app",
    "follow us",
    "get our newsletter",
    "listen to this article",
    "loading",
    "most popular",
    "most read",
    "print this",
    "read also",
    "read more",
    "read next",
    "recommended",
    "related articles",
    "related news",
    "related stories",
    "related topics",
    "related:",
    "save article",
    "see also:",
    "share on",
    "share this",
    "sign up",
    "skip to",
    "sponsored",
    "story continues below",
    "subscribe",
    "support us",
    "tags:",
    "this article was amended",
    "topics:",
    "watch:",
    "© ",
});

/// Short blocks that are nothing but one of these.
constexpr auto kClutterLines = std::to_array<std::string_view>(
    {"ad",   "copy",   "email", "facebook", "home",    "linkedin", "menu",  "more",    "print", "reddit",   "related",
     "save", "search", "share", "telegram", "threads", "topics",   "tweet", "twitter", "video", "whatsapp", "x"});
static_assert(std::ranges::is_sorted(kClutterLines));

template <std::size_t N>
bool among(const std::array<std::string_view, N>& table, std::string_view word) {
  return std::ranges::binary_search(table, word);
}

/// The words of a class or id: "relatedLinks_list-2" is related, links, list, 2.
std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  bool joins = false;
  bool after_lower = false;
  for (const char c : name.substr(0, 512)) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter && (!joins || (upper && after_lower))) words.emplace_back();
    if (letter) words.back() += upper ? static_cast<char>(c + ('a' - 'A')) : c;
    joins = letter;
    after_lower = letter && !upper;
  }
  return words;
}

template <std::size_t N>
bool any_word_among(const std::array<std::string_view, N>& table, std::string_view name) {
  const auto words = name_words(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (among(table, words[i])) return true;
    if (i + 1 < words.size() && among(table, words[i] + '-' + words[i + 1])) return true;
  }
  return false;
}

/// Bytes of a text that are not white space.
std::uint32_t ink(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(text, [](char c) { return c != ' ' && c != '\n' && c != '\t' && c != '\r'; }));
}

/// What is known of a node and all under it.
struct Measure {
  TagClass what = TagClass::inline_text;
  bool clutter = false;        ///< itself; what stands under it is not marked
  bool suspect = false;        ///< clutter unless the article is in it
  bool has_article = false;    ///< holds a headline or what is marked as the article
  std::uint32_t text = 0;      ///< bytes of ink
  std::uint32_t link = 0;      ///< of them within links
  std::uint32_t own_text = 0;  ///< of them in no block under it
  std::uint32_t own_link = 0;
  std::uint32_t prose = 0;  ///< bytes of ink in blocks that look like sentences
};

class Page {
 public:
  explicit Page(const HtmlDocument& document)
      : document_(document), nodes_(document.nodes()), measures_(nodes_.size()) {
    classify();
    measure();
    const std::uint32_t all = measures_.empty() ? 0 : prose_of_page();
    for (std::size_t i = 0; i < nodes_.size(); ++i) judge(i, all);
    measure();
  }

  [[nodiscard]] const Measure& at(std::size_t node) const { return measures_[node]; }

  /// The elements that hold the article's text, in order; empty for an empty page.
  [[nodiscard]] std::vector<std::size_t> article() const;

 private:
  static constexpr std::uint32_t kSentence = 40;  ///< bytes of ink from which on a block may be prose
  static constexpr std::uint32_t kArticle = 80;   ///< bytes of prose that make a candidate the article

  void classify();
  void measure();
  void judge(std::size_t node, std::uint32_t prose_of_page);
  [[nodiscard]] bool marked_as_clutter(const HtmlNode& node) const;
  [[nodiscard]] bool marked_as_body(const HtmlNode& node) const;
  [[nodiscard]] bool marked_as_main(const HtmlNode& node) const;
  [[nodiscard]] std::uint32_t prose_of_page() const;
  [[nodiscard]] std::vector<std::size_t> visible(bool (Page::*marked)(const HtmlNode&) const) const;
  [[nodiscard]] bool is_article(const HtmlNode& node) const { return node.tag == "article"; }
  [[nodiscard]] std::vector<std::size_t> best(const std::vector<std::size_t>& candidates) const;
  [[nodiscard]] std::size_t densest() const;

  const HtmlDocument& document_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<Measure> measures_;
  bool marked_ = false;  ///< some element is marked as the article
};

bool Page::marked_as_clutter(const HtmlNode& node) const {
  if (among(kClutterRoles, document_.attribute(node, "role"))) return true;
  return any_word_among(kClutterWords, document_.attribute(node, "class")) ||
         any_word_among(kClutterWords, document_.attribute(node, "id"));
}

bool Page::marked_as_body(const HtmlNode& node) const {
  if (node.tag.empty() || node.tag == "meta") return false;
  return document_.attribute(node, "itemprop") == "articleBody" ||
         any_word_among(kBodyWords, document_.attribute(node, "class")) ||
         any_word_among(kBodyWords, document_.attribute(node, "id"));
}

bool Page::marked_as_main(const HtmlNode& node) const {
  return node.tag == "main" || document_.attribute(node, "role") == "main";
}

void Page::classify() {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const HtmlNode& node = nodes_[i];
    Measure& measure = measures_[i];
    measure.what = tag_class(node.tag);
    const std::string_view style = document_.attribute(node, "style");
    const bool hidden = document_.has_attribute(node, "hidden") || document_.attribute(node, "aria-hidden") == "true" ||
                        style.find("display:none") != std::string_view::npos ||
                        style.find("display: none") != std::string_view::npos;
    const bool whole = node.tag == "html" || node.tag == "body" || node.tag == "main";
    measure.clutter = measure.what == TagClass::never || (hidden && !whole);
    measure.suspect = !node.tag.empty() && !whole && (measure.what == TagClass::scaffold || marked_as_clutter(node));
    measure.has_article = node.tag == "h1" || node.tag == "main" || marked_as_body(node);
    marked_ |= !measure.clutter && (marked_as_body(node) || marked_as_main(node) || is_article(node));
  }
}

/// Sums up from the leaves. Nodes stand before those under them, so the way back meets children first.
void Page::measure() {
  for (Measure& measure : measures_)
    measure.text = measure.link = measure.own_text = measure.own_link = measure.prose = 0;
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    Measure& own = measures_[i];
    if (nodes_[i].tag.empty()) own.text = own.own_text = ink(nodes_[i].text);
    if (own.what == TagClass::link) {
      own.link = own.text;
      own.own_link = own.own_text;
    }
    const bool block = is_block(own.what);
    if (block && own.own_text >= kSentence && own.own_link * 2 < own.own_text) own.prose += own.own_text;
    Measure& parent = measures_[nodes_[i].parent];
    if (&parent == &own || own.clutter) continue;
    parent.text += own.text;
    parent.link += own.link;
    parent.prose += own.prose;
    parent.has_article |= own.has_article;
    if (!block) {
      parent.own_text += own.own_text;
      parent.own_link += own.own_link;
    }
  }
}

std::uint32_t Page::prose_of_page() const {
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < nodes_.size(); i = nodes_[i].end) most = std::max(most, measures_[i].prose);
  return most;
}

/// A suspect is clutter, unless the article is in it or, on a page that does not mark its article, most of the prose.
void Page::judge(std::size_t node, std::uint32_t prose_of_page) {
  Measure& measure = measures_[node];
  if (!measure.suspect || measure.clutter) return;
  const bool headed = measure.has_article && measure.prose * 10 > prose_of_page;
  const bool most =
      measure.what == TagClass::scaffold ? measure.prose * 2 > prose_of_page : measure.prose * 10 > prose_of_page * 7;
  measure.clutter = !headed && !most;
}

std::vector<std::size_t> Page::visible(bool (Page::*marked)(const HtmlNode&) const) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < nodes_.size();) {
    const bool hidden = measures_[i].clutter;
    if (!hidden && !nodes_[i].tag.empty() && (this->*marked)(nodes_[i])) found.push_back(i);
    i = hidden ? nodes_[i].end : i + 1;
  }
  return found;
}

/// The first candidate with half of the longest's prose, and those that stand beside it under the same parent.
std::vector<std::size_t> Page::best(const std::vector<std::size_t>& candidates) const {
  std::uint32_t most = 0;
  for (const std::size_t i : candidates) most = std::max(most, measures_[i].prose);
  const auto first = std::ranges::find_if(candidates, [&](std::size_t i) { return measures_[i].prose * 2 >= most; });
  if (first == candidates.end()) return {};
  std::vector<std::size_t> chosen;
  for (const std::size_t i : candidates) {
    const bool beside = nodes_[i].parent == nodes_[*first].parent && !is_article(nodes_[i]);
    if (i == *first || beside) chosen.push_back(i);
  }
  return chosen;
}

/// The element under which most prose stands: each block of prose counts for the element around it, and half for the
/// next.
std::size_t Page::densest() const {
  std::vector<std::uint64_t> scores(nodes_.size(), 0);
  for (std::size_t i = 0; i < nodes_.size();) {
    const Measure& measure = measures_[i];
    if (measure.clutter) {
      i = nodes_[i].end;
      continue;
    }
    const bool prose =
        is_block(measure.what) && measure.own_text >= kSentence && measure.own_link * 2 < measure.own_text;
    if (prose) {
      const std::size_t around = nodes_[i].tag == "div" || nodes_[i].tag == "td" ? i : nodes_[i].parent;
      scores[around] += 2 * std::uint64_t{measure.own_text};
      if (nodes_[around].parent != around) scores[nodes_[around].parent] += measure.own_text;
    }
    ++i;
  }
  const auto most = std::ranges::max_element(scores);
  return most == scores.end() ? 0 : static_cast<std::size_t>(most - scores.begin());
}

std::vector<std::size_t> Page::article() const {
  if (nodes_.empty()) return {};
  std::vector<std::size_t> dense = {densest()};
  const std::uint32_t dense_prose = measures_[dense[0]].prose;
  const auto prose = [this](const std::vector<std::size_t>& roots) {
    std::uint32_t sum = 0;
    for (const std::size_t i : roots) sum += measures_[i].prose;
    return sum;
  };
  for (const auto marked : {&Page::marked_as_body, &Page::is_article, &Page::marked_as_main}) {
    auto roots = best(visible(marked));
    const std::uint32_t found = prose(roots);
    if (found >= kArticle && found * 3 >= dense_prose) return roots;
  }
  if (dense_prose > 0) return dense;
  for (const auto marked : {&Page::marked_as_body, &Page::is_article, &Page::marked_as_main}) {
    const auto roots = visible(marked);
    if (!roots.empty() && measures_[roots[0]].text > 0) return {roots[0]};
  }
  return {0};
}

/// A paragraph, heading, list item ... on its way into the text.
struct Block {
  std::string text;
  TagClass what = TagClass::block;
  std::string_view tag;
  std::size_t link = 0;  ///< bytes of it within links or times
  bool dropped = false;
};

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060 || c < 0x09;
}

/// Lays the text under some nodes out as blocks.
class Layout {
 public:
  Layout(const HtmlDocument& document, const Page& page) : nodes_(document.nodes()), page_(page) {}

  void add(std::size_t root) {
    for (std::size_t i = root; i < nodes_[root].end;) {
      close_blocks(i);
      const HtmlNode& node = nodes_[i];
      const Measure& measure = page_.at(i);
      if (measure.clutter) {
        i = node.end;
        continue;
      }
      open(i, measure.what);
      if (node.tag.empty()) add_text(node.text, i < aside_until_);
      ++i;
    }
    close_blocks(nodes_[root].end);
    finish_block();
  }

  [[nodiscard]] std::vector<Block> take() { return std::move(blocks_); }

 private:
  void open(std::size_t i, TagClass what) {
    if (is_block(what)) {
      finish_block();
      open_.push_back(i);
      block_.what = what;
      block_.tag = nodes_[i].tag;
    } else if (what == TagClass::line_break) {
      breaks_ += 1;
    } else if (what == TagClass::link || what == TagClass::time) {
      aside_until_ = std::max<std::size_t>(aside_until_, nodes_[i].end);
    }
  }

  void close_blocks(std::size_t i) {
    while (!open_.empty() && nodes_[open_.back()].end <= i) {
      finish_block();
      open_.pop_back();
      if (open_.empty()) continue;
      block_.what = page_.at(open_.back()).what;
      block_.tag = nodes_[open_.back()].tag;
    }
  }

  void add_text(std::string_view text, bool aside) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = decode(text, at);
      if (is_blank(c)) {
        space_ = true;
      } else if (!is_invisible(c)) {
        separate();
        const std::size_t before = block_.text.size();
        append(block_.text, c);
        if (aside) block_.link += block_.text.size() - before;
      }
    }
  }

  /// Puts what stood between the last character and the next: a space, a line break, or a new block.
  void separate() {
    if (breaks_ > 1) {
      const TagClass what = block_.what;
      const std::string_view tag = block_.tag;
      finish_block();
      block_.what = what;
      block_.tag = tag;
    }
    if (!block_.text.empty() && (space_ || breaks_ == 1)) block_.text += breaks_ == 1 ? '\n' : ' ';
    space_ = false;
    breaks_ = 0;
  }

  void finish_block() {
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
    space_ = false;
    breaks_ = 0;
  }

  const std::vector<HtmlNode>& nodes_;
  const Page& page_;
  std::vector<std::size_t> open_;
  std::size_t aside_until_ = 0;
  Block block_;
  bool space_ = false;
  int breaks_ = 0;
  std::vector<Block> blocks_;
};

bool says_clutter(const Block& block) {
  constexpr std::size_t kShort = 120;
  if (block.text.size() > kShort) return false;
  std::string folded = fold(block.text);
  const bool begins =
      std::ranges::any_of(kClutterBeginnings, [&](std::string_view known) { return folded.starts_with(known); });
  const bool sentence = folded.ends_with('.') && folded.size() > 60;
  while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ' || folded.back() == '.')) folded.pop_back();
  return (begins && !sentence) || among(kClutterLines, folded);
}

bool mostly_links(const Block& block) {
  return block.link * 2 > block.text.size() && block.text.size() < 300;
}

/// "By Jane Doe" above the text.
bool is_byline(const Block& block) {
  return block.text.size() <= 80 && block.text.starts_with("By ") && !block.text.ends_with('.');
}

void drop_clutter(std::vector<Block>& blocks, std::string_view title) {
  constexpr std::size_t kTop = 4;
  const std::string headline = slug(title);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    block.dropped = block.tag == "h1" || says_clutter(block) || mostly_links(block) || (i < kTop && is_byline(block)) ||
                    (i < kTop && !headline.empty() && slug(block.text) == headline);
  }
  // A heading goes with what stood below it.
  for (std::size_t i = blocks.size(); i-- > 0;) {
    const bool nothing_below = i + 1 == blocks.size() || blocks[i + 1].dropped;
    if (blocks[i].what == TagClass::heading && nothing_below) blocks[i].dropped = true;
  }
}

std::string joined(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    if (block.dropped) continue;
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

}  // namespace

std::string main_text(const HtmlDocument& document, std::string_view title) {
  const Page page(document);
  Layout layout(document, page);
  for (const std::size_t root : page.article()) layout.add(root);
  std::vector<Block> blocks = layout.take();
  drop_clutter(blocks, title);
  return joined(blocks);
}

bool looks_like_html(std::string_view text) {
  static constexpr auto kMarks = std::to_array<std::string_view>(
      {"</a>",   "</blockquote>", "</div>", "</em>", "</figure>",  "</h1>",   "</h2>",     "</h3>",
       "</i>",   "</b>",          "</li>",  "</p>",  "</section>", "</span>", "</strong>", "</ul>",
       "<br />", "<br/>",         "<br>",   "<img ", "<p ",        "<p>"});
  std::size_t seen = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos && seen < 2; at = text.find('<', at + 1)) {
    const std::string_view here = text.substr(at, 16);
    if (std::ranges::any_of(kMarks, [here](std::string_view mark) { return here.starts_with(mark); })) ++seen;
  }
  return seen >= 2;
}

std::string html_fragment_text(std::string_view html) {
  const HtmlDocument document(html);
  if (document.nodes().empty()) return {};
  const Page page(document);
  Layout layout(document, page);
  for (std::size_t i = 0; i < document.nodes().size(); i = document.nodes()[i].end) layout.add(i);
  return joined(layout.take());
}

}  // namespace entente
