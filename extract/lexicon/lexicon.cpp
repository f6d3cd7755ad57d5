// The facade: the built-in image, a user's image on top of it, and questions to both.
#include "extract/lexicon/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

#include "extract/lexicon/compile.h"
#include "extract/lexicon/holders.h"
#include "extract/lexicon/image.h"
#include "extract/lexicon/matcher.h"
#include "extract/lexicon/schemas.h"
#include "extract/lexicon/tokens.h"

extern "C" {
extern const std::byte entente_lexicon_begin[];
extern const std::byte entente_lexicon_end[];
}

namespace entente {

namespace {

using lexicon::Found;
using lexicon::Image;

using IdList = std::span<const EntryId>;

struct UserTable {
  std::string file;
  std::string text;
};

std::string file_content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw std::runtime_error(
        fmt::format("cannot read the lexicon table '{}': no such file, or not readable", file.string()));
  return {std::istreambuf_iterator<char>(in), {}};
}

// Calls `visit(node, words)` for every node of a trie that ends a name.
template <class Visit>
void each_name(const Image& image, std::uint32_t node, std::vector<std::uint32_t>& words, const Visit& visit) {
  if (!image.forms(node).empty()) visit(node, words);
  for (std::uint32_t child = image.first_child[node]; child < image.first_child[node + 1]; ++child) {
    words.push_back(image.edge_word[child]);
    each_name(image, child, words, visit);
    words.pop_back();
  }
}

std::uint32_t same_node(const Image& in, const Image& of, const std::vector<std::uint32_t>& words) {
  std::uint32_t node = 0;
  for (const auto number : words) {
    const auto word = of.word(number);
    const auto own = in.find_word(word, lexicon::word_hash(word));
    node = own == lexicon::kNoWord ? 0 : in.child(node, own);
    if (node == 0) break;
  }
  return node;
}

}  // namespace

struct Lexicon::State {
  Image base;
  std::vector<UserTable> user_tables;
  std::string user_bytes;  ///< what `user` views
  Image user;
  /// Entries of a user's list and of ours for the same name, joined.
  std::map<std::pair<const EntryId*, const EntryId*>, std::vector<EntryId>> joined;

  void compile_user_tables() {
    std::vector<lexicon::Table> tables;
    for (const auto& [file, text] : user_tables)
      tables.push_back(lexicon::Table::of_user(file, text, lexicon::kUserSchema));
    user_bytes = lexicon::compile_user(tables, static_cast<EntryId>(base.entries.size()));
    user = Image(std::as_bytes(std::span(user_bytes)), "the user's lexicon");
    std::vector<std::uint32_t> words;
    each_name(user, 0, words, [&](std::uint32_t node, const auto& path) {
      const std::uint32_t ours = same_node(base, user, path);
      if (ours != 0) join_lists(user.forms(node), base.forms(ours));
    });
  }

  void join_lists(std::span<const lexicon::FormRecord> theirs, std::span<const lexicon::FormRecord> ours) {
    for (std::uint32_t a = 1; a < (1U << theirs.size()); ++a) {
      for (std::uint32_t b = 1; b < (1U << ours.size()); ++b) {
        const IdList first = user.list(theirs, a), second = base.list(ours, b);
        auto& list = joined[{first.data(), second.data()}];
        list.assign(first.begin(), first.end());
        list.insert(list.end(), second.begin(), second.end());
      }
    }
  }

  [[nodiscard]] IdList join(IdList theirs, IdList ours) const {
    if (theirs.empty()) return ours;
    if (ours.empty()) return theirs;
    return joined.at({theirs.data(), ours.data()});
  }

  [[nodiscard]] bool has_user() const { return !user_tables.empty(); }
};

Lexicon Lexicon::builtin() {
  static const std::shared_ptr<const State> kState = [] {
    auto made = std::make_shared<State>();
    made->base = Image(std::span(entente_lexicon_begin, entente_lexicon_end), "the built-in lexicon");
    return made;
  }();
  Lexicon result;
  result.state_ = kState;
  return result;
}

Lexicon Lexicon::with_table(const std::filesystem::path& file) const {
  auto made = std::make_shared<State>();
  made->base = state_->base;
  made->user_tables = state_->user_tables;
  made->user_tables.push_back({file.string(), file_content(file)});
  made->compile_user_tables();
  Lexicon result;
  result.state_ = std::move(made);
  return result;
}

std::vector<LexiconMatch> Lexicon::match(std::string_view text) const {
  const lexicon::Tokens tokens = lexicon::tokenize(text);
  const std::vector<Found> ours = lexicon::find_names(state_->base, text, tokens);
  const std::vector<Found> theirs =
      state_->has_user() ? lexicon::find_names(state_->user, text, tokens) : std::vector<Found>();
  // By begin, longer first.
  const auto before = [](const Found& a, const Found& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  };
  std::vector<LexiconMatch> result;
  result.reserve(ours.size() + theirs.size());
  auto own = ours.begin();
  auto user = theirs.begin();
  while (own != ours.end() || user != theirs.end()) {
    if (user == theirs.end() || (own != ours.end() && before(*own, *user))) {
      result.push_back({own->span, own->entries});
      ++own;
    } else if (own == ours.end() || before(*user, *own)) {
      result.push_back({user->span, user->entries});
      ++user;
    } else {
      result.push_back({own->span, state_->join(user->entries, own->entries)});
      ++own, ++user;
    }
  }
  return result;
}

std::span<const EntryId> Lexicon::find(std::string_view name) const {
  const IdList ours = lexicon::find_exactly(state_->base, name);
  return state_->has_user() ? state_->join(lexicon::find_exactly(state_->user, name), ours) : ours;
}

LexiconEntry Lexicon::entry(EntryId id) const {
  const bool ours = id < state_->base.entries.size();
  const Image& image = ours ? state_->base : state_->user;
  const std::size_t at = ours ? id : id - state_->base.entries.size();
  if (at >= image.entries.size())
    throw std::out_of_range(fmt::format("the lexicon has no entry {}; it has {}", id, size()));
  const lexicon::EntryRecord& record = image.entries[at];
  return {.kind = static_cast<LexiconKind>(record.kind),
          .name = image.text(record.name),
          .type = image.text(record.type),
          .country = image.text(record.country),
          .sector = image.text(record.sector),
          .wikidata = image.text(record.wikidata),
          .cow = image.text(record.cow),
          .start = image.text(record.start),
          .end = image.text(record.end),
          .gender = image.text(record.gender),
          .surname = image.text(record.surname),
          .target = image.text(record.target),
          .weight = record.weight};
}

std::vector<Term> Lexicon::terms(EntryId person) const {
  const Image& image = state_->base;
  const auto first = std::ranges::lower_bound(image.terms, person, {}, &lexicon::TermRecord::person);
  const auto last = std::ranges::upper_bound(image.terms, person, {}, &lexicon::TermRecord::person);
  std::vector<Term> result;
  for (const auto& term : std::span(first, last)) {
    result.push_back({image.text(term.role), image.text(term.role_class), image.text(term.country),
                      image.text(term.start), image.text(term.end), image.text(term.open_as_of)});
  }
  return result;
}

std::vector<EntryId> Lexicon::holders(std::string_view country, std::string_view role_class,
                                      std::string_view date) const {
  return lexicon::office_holders(state_->base, country, role_class, date);
}

std::optional<EntryId> Lexicon::country(std::string_view iso3) const {
  for (const Image* image : {&state_->user, &state_->base}) {
    const auto code = [&](const lexicon::CountryRecord& record) { return image->text(record.iso3); };
    const auto found = std::ranges::lower_bound(image->countries, iso3, {}, code);
    if (found != image->countries.end() && code(*found) == iso3) return found->entry;
  }
  return std::nullopt;
}

NamePart Lexicon::name_part(std::string_view word) const {
  const Image& image = state_->base;
  const lexicon::Tokens tokens = lexicon::tokenize(word);
  std::string key;
  for (const auto& token : tokens.tokens) {
    if (!key.empty()) key += '-';
    key += tokens.folded_word(token);
  }
  const auto known = [&](std::string_view folded) -> NamePart {
    const auto number = image.find_word(folded, lexicon::word_hash(folded));
    if (number == lexicon::kNoWord) return {};
    const lexicon::NamePartRecord& part = image.name_parts[number];
    return {part.given, part.surname, part.gender == 0 ? '?' : static_cast<char>(part.gender)};
  };
  NamePart result = known(key);
  if (tokens.tokens.size() < 2 || result.given + result.surname > 0) return result;
  // "Jean-Philippe", "Garcia-Lopez": as good as the lesser known of its parts.
  result = known(tokens.folded_word(tokens.tokens.front()));
  for (const auto& token : tokens.tokens) {
    const NamePart part = known(tokens.folded_word(token));
    result.given = std::min(result.given, part.given);
    result.surname = std::min(result.surname, part.surname);
  }
  if (result.given == 0) result.gender = '?';
  return result;
}

std::vector<Membership> Lexicon::memberships(std::string_view country) const {
  std::vector<Membership> result;
  const Image& image = state_->base;
  const auto code = [&](const lexicon::CountryRecord& record) { return image.text(record.iso3); };
  const auto found = std::ranges::lower_bound(image.countries, country, {}, code);
  if (found == image.countries.end() || code(*found) != country) return result;
  const auto country_of = &lexicon::MembershipRecord::country;
  const auto first = std::ranges::lower_bound(image.memberships, found->entry, {}, country_of);
  const auto last = std::ranges::upper_bound(image.memberships, found->entry, {}, country_of);
  for (const auto& record : std::span(first, last)) {
    result.push_back({record.country, record.organisation, image.text(record.status), image.text(record.start),
                      image.text(record.end)});
  }
  return result;
}

NameOrder Lexicon::name_order(std::string_view country) const {
  const Image& image = state_->base;
  for (const auto& record : image.name_orders) {
    if (image.text(record.country) == country) return {image.text(record.order), image.text(record.surname)};
  }
  return {};
}

std::size_t Lexicon::size() const {
  return state_->base.entries.size() + state_->user.entries.size();
}

std::uint64_t Lexicon::fingerprint() const {
  if (!state_->has_user()) return state_->base.fingerprint();
  const std::array<std::uint64_t, 2> both = {state_->base.fingerprint(), state_->user.fingerprint()};
  return lexicon::bytes_hash(std::as_bytes(std::span(both)), lexicon::kImageVersion);
}

}  // namespace entente
