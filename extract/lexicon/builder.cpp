// Lays out the arrays of a compiled lexicon. Everything is sorted before it is numbered: the same tables give the same
// bytes.
#include "extract/lexicon/builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <queue>
#include <stdexcept>
#include <tuple>

#include "extract/lexicon/name_pattern.h"
#include "extract/lexicon/tokens.h"

namespace entente::lexicon {

namespace {

// A node with more ways of writing than this has its last ones merged: 2^k lists are kept for k of them.
constexpr std::size_t kMostForms = 4;

// Among namesakes the kinds come in this order: Georgia the country before the state, a title last.
constexpr std::array<std::uint32_t, 10> kKindRank = [] {
  std::array<std::uint32_t, 10> rank{};
  constexpr std::array kOrder = {
      LexiconKind::country, LexiconKind::organisation, LexiconKind::demonym, LexiconKind::person, LexiconKind::place,
      LexiconKind::event,   LexiconKind::group,        LexiconKind::metonym, LexiconKind::title,  LexiconKind::agent};
  static_assert(kOrder.size() == rank.size());
  for (std::uint32_t i = 0; i < kOrder.size(); ++i) rank[static_cast<std::size_t>(kOrder[i])] = i;
  return rank;
}();

class ImageWriter {
 public:
  ImageWriter() : bytes_(sizeof(ImageHeader), '\0') {}

  template <class T>
  void add(const std::vector<T>& values) {
    add_bytes(values.data(), values.size() * sizeof(T));
  }
  void add(std::string_view text) { add_bytes(text.data(), text.size()); }

  std::string finish() {
    std::memcpy(header_.magic, kImageMagic, sizeof kImageMagic);
    header_.version = kImageVersion;
    header_.sections = kSections;
    header_.size = bytes_.size();
    const auto all = std::as_bytes(std::span(bytes_));
    header_.fingerprint = bytes_hash(all.subspan(sizeof header_), kImageVersion);
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    return std::move(bytes_);
  }

 private:
  void add_bytes(const void* data, std::size_t size) {
    constexpr std::size_t kAlignment = 16;
    bytes_.resize((bytes_.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
    header_.section[section_++] = {bytes_.size(), size};
    bytes_.append(static_cast<const char*>(data), size);
  }

  ImageHeader header_{};
  std::size_t section_ = 0;
  std::string bytes_;
};

// The folded words of a name part, joined by hyphens: "jean-pierre".
std::string part_key(std::string_view part) {
  const Tokens tokens = tokenize(part);
  std::string key;
  for (const Token& token : tokens.tokens) {
    if (!key.empty()) key += '-';
    key += tokens.folded_word(token);
  }
  return key;
}

std::uint16_t saturated(std::uint32_t sum) {
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(sum, 0xffff));
}

}  // namespace

struct Builder::Trie {
  std::vector<std::uint32_t> edge_word, first_child, first_form, lists;
  std::vector<FormRecord> forms;
  std::vector<PatternRecord> patterns;
  std::map<std::tuple<std::uint32_t, std::uint16_t, std::uint16_t, std::uint16_t, std::uint16_t>, std::uint32_t>
      pattern_numbers;
  std::map<std::vector<std::uint32_t>, std::uint32_t> list_offsets;

  std::uint32_t pattern_number(const PatternRecord& p) {
    const auto [at, added] = pattern_numbers.try_emplace({p.shapes, p.dots, p.commas, p.ampersands, p.flags},
                                                         static_cast<std::uint32_t>(patterns.size()));
    if (added) patterns.push_back(p);
    return at->second;
  }
};

Builder::Builder(std::uint32_t first_entry) : first_entry_(first_entry), pool_(2, '\0') {
  refs_.emplace(std::string(), 0);
}

TextRef Builder::intern(std::string_view text) {
  const auto [at, added] = refs_.try_emplace(std::string(text), static_cast<TextRef>(pool_.size()));
  if (added) {
    if (text.size() > 0xffff) throw std::invalid_argument(fmt::format("a cell of {} bytes is too long", text.size()));
    const auto length = static_cast<std::uint16_t>(text.size());
    pool_.append(reinterpret_cast<const char*>(&length), sizeof length).append(text);
  }
  return at->second;
}

std::uint32_t Builder::word_number(std::string_view folded) {
  const auto [at, added] = word_numbers_.try_emplace(std::string(folded), static_cast<std::uint32_t>(words_.size()));
  if (added) {
    words_.emplace_back(folded);
    name_parts_.emplace_back();
  }
  return at->second;
}

std::uint32_t Builder::add_entry(const LexiconEntry& entry) {
  EntryRecord record{};
  record.name = intern(entry.name);
  record.type = intern(entry.type);
  record.country = intern(entry.country);
  record.sector = intern(entry.sector);
  record.wikidata = intern(entry.wikidata);
  record.cow = intern(entry.cow);
  record.start = intern(entry.start);
  record.end = intern(entry.end);
  record.gender = intern(entry.gender);
  record.surname = intern(entry.surname);
  record.target = intern(entry.target);
  record.weight = entry.weight;
  record.kind = static_cast<std::uint32_t>(entry.kind);
  entries_.push_back(record);
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

void Builder::add_weight(std::uint32_t entry, std::uint32_t weight) {
  entries_[entry].weight += weight;
}

void Builder::add_name(std::uint32_t entry, std::string_view name) {
  const NamePattern read = read_name(name);
  NameRow row{.words = {}, .pattern = read.pattern, .entry = entry};
  for (const auto& word : read.words) row.words.push_back(word_number(word));
  names_.push_back(std::move(row));
}

void Builder::add_term(std::uint32_t person, const Term& term) {
  terms_.push_back({person, intern(term.role), intern(term.role_class), intern(term.country), intern(term.start),
                    intern(term.end), intern(term.open_as_of)});
}

void Builder::add_membership(std::uint32_t country, std::uint32_t organisation, std::string_view status,
                             std::string_view start, std::string_view end) {
  memberships_.push_back({country, organisation, intern(status), intern(start), intern(end)});
}

void Builder::add_name_order(std::string_view country, std::string_view order, std::string_view surname) {
  name_orders_.push_back({intern(country), intern(order), intern(surname)});
}

NamePartRecord& Builder::name_part(std::string_view part) {
  const std::string key = part_key(part);
  if (key.empty()) throw std::invalid_argument(fmt::format("the name part '{}' has no letter", part));
  return name_parts_[word_number(key)];
}

void Builder::add_given(std::string_view part, std::uint32_t weight, char gender) {
  NamePartRecord& known = name_part(part);
  // Namesakes after folding ("Andrea", "Andréa"): the commoner one says the gender.
  if (weight > known.given) known.gender = static_cast<std::uint16_t>(static_cast<unsigned char>(gender));
  known.given = saturated(known.given + weight);
}

void Builder::add_surname(std::string_view part, std::uint32_t weight) {
  NamePartRecord& known = name_part(part);
  known.surname = saturated(known.surname + weight);
}

// Words that begin names come first, so that the root finds its children by number; each half in the order of its
// bytes.
void Builder::number_words() {
  std::vector<bool> begins(words_.size(), false);
  for (const auto& row : names_) begins[row.words.front()] = true;
  std::vector<std::uint32_t> order(words_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return begins[a] != begins[b] ? begins[a] : words_[a] < words_[b];
  });
  std::vector<std::uint32_t> number(words_.size());
  std::vector<std::string> words;
  std::vector<NamePartRecord> parts;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    number[order[i]] = i;
    words.push_back(std::move(words_[order[i]]));
    parts.push_back(name_parts_[order[i]]);
  }
  words_ = std::move(words);
  name_parts_ = std::move(parts);
  for (auto& row : names_) {
    for (auto& word : row.words) word = number[word];
  }
}

std::uint32_t Builder::add_list(Trie& trie, std::vector<std::uint32_t> entries) {
  const auto rank = [&](std::uint32_t id) {
    return std::tuple(kKindRank[entries_[id].kind], ~entries_[id].weight, id);
  };
  std::sort(entries.begin(), entries.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  const auto [at, added] = trie.list_offsets.try_emplace(entries, static_cast<std::uint32_t>(trie.lists.size()));
  if (added) {
    trie.lists.push_back(static_cast<std::uint32_t>(entries.size()));
    for (const auto entry : entries) trie.lists.push_back(first_entry_ + entry);
  }
  return at->second;
}

// `rows`: all names of one node.
void Builder::add_forms(Trie& trie, std::span<const NameRow> rows) {
  std::map<std::uint32_t, std::pair<PatternRecord, std::vector<std::uint32_t>>> by_shape;
  for (const auto& row : rows) {
    const bool full = by_shape.size() == kMostForms && !by_shape.contains(row.pattern.shapes);
    const std::uint32_t shapes = full ? by_shape.begin()->first : row.pattern.shapes;
    const auto [at, added] = by_shape.try_emplace(shapes, row.pattern, std::vector<std::uint32_t>{});
    if (!added) at->second.first = merged(at->second.first, row.pattern);
    at->second.second.push_back(row.entry);
  }
  std::vector<std::uint32_t> lists;
  for (std::uint32_t set = 1; set < (1U << by_shape.size()); ++set) {
    std::vector<std::uint32_t> entries;
    std::uint32_t form = 0;
    for (const auto& [shapes, content] : by_shape) {
      if ((set >> form++ & 1U) != 0) entries.insert(entries.end(), content.second.begin(), content.second.end());
    }
    lists.push_back(add_list(trie, std::move(entries)));
  }
  std::uint32_t list = lists.front();
  if (by_shape.size() > 1) {
    list = static_cast<std::uint32_t>(trie.lists.size());
    trie.lists.insert(trie.lists.end(), lists.begin(), lists.end());
  }
  for (const auto& [shapes, content] : by_shape) trie.forms.push_back({trie.pattern_number(content.first), list});
}

// Breadth first: the children of a node stand together, in the order of their words.
Builder::Trie Builder::build_trie() {
  std::sort(names_.begin(), names_.end(), [](const NameRow& a, const NameRow& b) {
    return std::tie(a.words, a.pattern.shapes, a.entry) < std::tie(b.words, b.pattern.shapes, b.entry);
  });
  struct Range {
    std::size_t begin, end, depth;
  };
  Trie trie;
  trie.edge_word.push_back(kNoWord);
  std::queue<Range> todo;
  todo.push({0, names_.size(), 0});
  for (; !todo.empty(); todo.pop()) {
    auto [at, end, depth] = todo.front();
    trie.first_child.push_back(static_cast<std::uint32_t>(trie.edge_word.size()));
    trie.first_form.push_back(static_cast<std::uint32_t>(trie.forms.size()));
    const std::size_t own = at;
    while (at < end && names_[at].words.size() == depth) ++at;
    if (at > own) add_forms(trie, std::span(names_).subspan(own, at - own));
    while (at < end) {
      const std::size_t begin = at;
      const auto word = names_[begin].words[depth];
      while (at < end && names_[at].words[depth] == word) ++at;
      trie.edge_word.push_back(word);
      todo.push({begin, at, depth + 1});
    }
  }
  trie.first_child.push_back(static_cast<std::uint32_t>(trie.edge_word.size()));
  trie.first_form.push_back(static_cast<std::uint32_t>(trie.forms.size()));
  return trie;
}

std::vector<HashSlot> Builder::hash_words() const {
  std::size_t size = 16;
  while (size * 2 < words_.size() * 3) size *= 2;
  std::vector<HashSlot> slots(size);
  for (std::uint32_t number = 0; number < words_.size(); ++number) {
    const std::uint64_t hash = word_hash(words_[number]);
    std::size_t at = hash & (size - 1);
    while (slots[at].word != 0) at = (at + 1) & (size - 1);
    slots[at] = {static_cast<std::uint32_t>(hash >> 32U), number + 1};
  }
  return slots;
}

std::string_view Builder::text(TextRef ref) const {
  std::uint16_t length = 0;
  std::memcpy(&length, pool_.data() + ref, sizeof length);
  return std::string_view(pool_).substr(ref + sizeof length, length);
}

Builder::Offices Builder::offices() const {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::uint32_t>> by_office;
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    if (terms_[i].country != 0) by_office[{text(terms_[i].country), text(terms_[i].role_class)}].push_back(i);
  }
  Offices result;
  for (const auto& [office, members] : by_office) {
    const TermRecord& any = terms_[members.front()];
    result.groups.push_back({any.country, any.role_class, static_cast<std::uint32_t>(result.holders.size()),
                             static_cast<std::uint32_t>(members.size())});
    result.holders.insert(result.holders.end(), members.begin(), members.end());
  }
  return result;
}

std::vector<CountryRecord> Builder::countries() const {
  std::map<std::string_view, CountryRecord> by_code;
  for (std::uint32_t id = 0; id < entries_.size(); ++id) {
    const auto& entry = entries_[id];
    if (entry.kind == static_cast<std::uint32_t>(LexiconKind::country) && entry.country != 0) {
      by_code.try_emplace(text(entry.country), CountryRecord{entry.country, first_entry_ + id});
    }
  }
  std::vector<CountryRecord> result;
  for (const auto& [code, record] : by_code) result.push_back(record);
  return result;
}

std::string Builder::finish() {
  number_words();
  const Trie trie = build_trie();
  std::stable_sort(terms_.begin(), terms_.end(), [&](const TermRecord& a, const TermRecord& b) {
    return std::tuple(a.person, text(a.start)) < std::tuple(b.person, text(b.start));
  });
  std::ranges::stable_sort(memberships_, {}, &MembershipRecord::country);
  const Offices by_office = offices();

  std::vector<std::uint32_t> word_begin;
  std::string word_bytes;
  for (const auto& word : words_) {
    word_begin.push_back(static_cast<std::uint32_t>(word_bytes.size()));
    word_bytes += word;
  }
  word_begin.push_back(static_cast<std::uint32_t>(word_bytes.size()));

  // In the order in which Image takes them.
  ImageWriter out;
  out.add(entries_), out.add(terms_), out.add(by_office.groups), out.add(by_office.holders), out.add(memberships_);
  out.add(name_orders_), out.add(countries()), out.add(name_parts_), out.add(trie.patterns), out.add(trie.forms);
  out.add(trie.first_form), out.add(trie.first_child), out.add(trie.edge_word), out.add(trie.lists),
      out.add(hash_words());
  out.add(word_begin), out.add(word_bytes), out.add(pool_);
  return out.finish();
}

}  // namespace entente::lexicon
