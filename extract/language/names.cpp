#include "extract/language/names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/language/defined_letters.h"
#include "extract/language/lexicon_matches.h"
#include "extract/language/name_readings.h"
#include "extract/language/name_words.h"
#include "extract/text/common_words.h"

namespace entente {
namespace {

NameKind name_kind(LexiconKind kind) {
  switch (kind) {
    case LexiconKind::person:
      return NameKind::person;
    case LexiconKind::country:
      return NameKind::country;
    case LexiconKind::organisation:
      return NameKind::organisation;
    case LexiconKind::place:
      return NameKind::place;
    case LexiconKind::event:
      return NameKind::event;
    case LexiconKind::demonym:
      return NameKind::demonym;
    case LexiconKind::metonym:
      return NameKind::organisation;
    case LexiconKind::group:
      return NameKind::group;
    case LexiconKind::title:
      return NameKind::title;
    case LexiconKind::agent:
      return NameKind::agent;
  }
  return NameKind::other;
}

/// Kinds that the model may confuse and the lexicon may settle: states, places, and the bodies that bear their names.
bool of_a_land(NameKind kind) {
  return kind == NameKind::country || kind == NameKind::place || kind == NameKind::organisation;
}

class NameFinder {
 public:
  NameFinder(std::string_view text, const Analysis& analysis, const Lexicon& lexicon)
      : text_(text),
        tokens_(analysis.tokens),
        sentences_(analysis.sentences),
        lexicon_(lexicon),
        matches_(lexicon_matches(text, analysis, lexicon)),
        readings_(name_readings(analysis)),
        letters_(defined_letters(analysis.tokens)),
        read_at_(analysis.tokens.size(), kNone) {
    for (std::size_t r = 0; r < readings_.size(); ++r) {
      for (std::uint32_t i = readings_[r].first; i < readings_[r].last; ++i) read_at_[i] = r;
      know_ends(readings_[r]);
    }
  }

  std::vector<NameSpan> run() {
    for (const Sentence& sentence : sentences_) {
      for (std::uint32_t at = sentence.first; at < sentence.last;) at = std::max(read(sentence, at), at + 1);
    }
    add_short_bodies();
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t kKnownBody = 1000;  ///< weight of bodies that are known beyond their country
  static constexpr float kSure = 0.7F;               ///< score of a reading that the lexicon does not overrule
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// What an article reads a name as, over all its places.
  struct Reading {
    float score = 0;
    std::string_view type;
  };

  /// Reads what begins at a token; returns the token behind it, or `at` where nothing does.
  std::uint32_t read(const Sentence& sentence, std::uint32_t at) {
    const NameReadingSpan* reading = read_at_[at] == kNone ? nullptr : &readings_[read_at_[at]];
    const std::optional<TokenMatch> known = best_match(sentence, at, reading);
    if (known) return push_match(at, *known);
    if (!reading) return at;
    return push_reading(sentence, *reading, at);
  }

  [[nodiscard]] std::string text_of(const NameReadingSpan& reading) const {
    std::string text;
    for (std::uint32_t i = reading.first; i < reading.last; ++i) text += tokens_[i].lower + ' ';
    return text;
  }

  /// The surnames of the people, the first words of the other names of more than one, and what each name is read as.
  void know_ends(const NameReadingSpan& reading) {
    Reading& as = read_as_[text_of(reading)].try_emplace(reading.kind, Reading{0, reading.type}).first->second;
    as.score += reading.score;
    if (reading.last - reading.first < 2 || reading.score < kSure) return;
    if (reading.kind == NameKind::person) surnames_.insert(tokens_[reading.last - 1].lower);
    if (reading.kind != NameKind::person) firsts_.insert(tokens_[reading.first].lower);
  }

  // ---- what the lexicon knows

  [[nodiscard]] NameKind entry_kind(const TokenMatch& match) const {
    return name_kind(lexicon_.entry(match.entries[0]).kind);
  }

  /// The longest match at a token that the model's reading gives way to.
  [[nodiscard]] std::optional<TokenMatch> best_match(const Sentence& sentence, std::uint32_t at,
                                                     const NameReadingSpan* reading) const {
    for (const TokenMatch& match : matches_[at]) {
      if (match.last > sentence.last || currency(match.last, sentence)) continue;
      const NameKind kind = entry_kind(match);
      const bool word_kind = kind == NameKind::title || kind == NameKind::agent;
      if (explained_otherwise(at, match)) continue;
      if (word_kind ? fits_word(at, match.last) : fits_name(sentence, at, match, reading)) return match;
    }
    return std::nullopt;
  }

  /// "A Memorandum of Understanding (MOU)": here the letters mean nobody of the lexicon.
  [[nodiscard]] bool explained_otherwise(std::uint32_t at, const TokenMatch& match) const {
    if (match.last != at + 1 || !tokens_[at].all_caps) return false;
    const auto words = letters_.find(tokens_[at].lower);
    if (words == letters_.end()) return false;
    const std::string_view meant = words_of(words->second);
    return std::ranges::none_of(match.entries, [&](EntryId id) { return same_words(lexicon_.entry(id).name, meant); });
  }

  /// Letters that stand for words of which none is read as a name.
  [[nodiscard]] bool explained_by_no_name(const NameReadingSpan& reading) const {
    if (reading.last != reading.first + 1 || !tokens_[reading.first].all_caps) return false;
    const auto words = letters_.find(tokens_[reading.first].lower);
    if (words == letters_.end()) return false;
    const Expansion& meant = words->second;
    if (!entries_of(make_span(reading.first, reading.last, reading.kind)).empty()) return false;
    return std::all_of(read_at_.begin() + meant.first, read_at_.begin() + meant.last,
                       [this](std::size_t read) { return read == kNone || readings_[read].kind == NameKind::other; });
  }

  [[nodiscard]] std::string_view words_of(const Expansion& words) const {
    const std::uint32_t begin = tokens_[words.first].span.begin;
    return text_.substr(begin, tokens_[words.last - 1].span.end - begin);
  }

  /// "The tanker Limburg", "MV Namse Bangdzod": no person.
  [[nodiscard]] bool vessel(const NameReadingSpan& reading) const {
    constexpr std::array<std::string_view, 22> kVessels{
        "ship",   "tanker",    "vessel",  "frigate",  "destroyer",   "submarine", "boat",    "yacht",
        "ferry",  "freighter", "trawler", "cruiser",  "warship",     "corvette",  "carrier", "steamer",
        "cutter", "m/v",       "liner",   "schooner", "supertanker", "battleship"};
    constexpr std::array<std::string_view, 8> kMarks{"mv", "ms", "uss", "hms", "ins", "rms", "ss", "m/v"};
    const auto among = [](std::string_view word, const auto& words) {
      return std::ranges::find(words, word) != words.end();
    };
    const auto marks = [&](std::uint32_t at) { return tokens_[at].all_caps && among(tokens_[at].lower, kMarks); };
    if (reading.last > reading.first + 1 && marks(reading.first)) return true;
    if (reading.first == 0) return false;
    return marks(reading.first - 1) || among(tokens_[reading.first - 1].lower, kVessels);
  }

  /// "US$60 billion" is money.
  [[nodiscard]] bool currency(std::uint32_t last, const Sentence& sentence) const {
    return last < sentence.last && tokens_[last].lower == "$" && !tokens_[last].spaced;
  }

  /// A title or a word for actors stands outside names; within one ("Guard" in "Guard Commander") it has a capital.
  [[nodiscard]] bool fits_word(std::uint32_t at, std::uint32_t last) const {
    for (std::uint32_t i = at; i < last; ++i) {
      if (read_at_[i] != kNone) return false;
    }
    return true;
  }

  /// A name of the lexicon stands where the model reads none, or where it is longer than all that the model reads of
  /// it.
  [[nodiscard]] bool fits_name(const Sentence& sentence, std::uint32_t at, const TokenMatch& match,
                               const NameReadingSpan* reading) const {
    if (!tokens_[at].capital) return false;
    bool read = false;
    for (std::uint32_t i = at; i < match.last; ++i) {
      if (read_at_[i] == kNone) continue;
      read = true;
      const NameReadingSpan& other = readings_[read_at_[i]];
      if (other.first < at || other.last > match.last) return false;
    }
    if (reading && reading->last == match.last) return false;  // the model's reading, which the lexicon fills in
    const NameKind kind = entry_kind(match);
    if (kind == NameKind::event && names_host(match, at)) return false;
    if (read) return match.last - at > 1;
    if (match.last - at > 1) return says_what(at, match.last);
    const bool sure = kind == NameKind::country || kind == NameKind::demonym || tokens_[at].all_caps;
    return sure && !(at == sentence.first && common_word(tokens_[at].lower)) && tokens_[at].upos == "PROPN";
  }

  /// The party "I Believe" is none where all of a text has capitals.
  [[nodiscard]] bool says_what(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array<std::string_view, 4> kNaming{"ADJ", "NOUN", "PROPN", "NUM"};
    return std::any_of(tokens_.begin() + first, tokens_.begin() + last,
                       [&](const Token& token) { return std::ranges::find(kNaming, token.upos) != kNaming.end(); });
  }

  /// "APEC summit" where "APEC" is known too: the host is the name, and the summit is made of it (resolve.cpp).
  [[nodiscard]] bool names_host(const TokenMatch& event, std::uint32_t at) const {
    return std::ranges::any_of(matches_[at], [&](const TokenMatch& match) {
      return of_a_land(entry_kind(match)) && match.last < event.last && tokens_[match.last].lower == "summit";
    });
  }

  std::uint32_t push_match(std::uint32_t at, const TokenMatch& match) {
    NameSpan name = make_span(at, match.last, entry_kind(match));
    name.entries.assign(match.entries.begin(), match.entries.end());
    describe(name);
    found_.push_back(std::move(name));
    return match.last;
  }

  void describe(NameSpan& name) const {
    const LexiconEntry entry = lexicon_.entry(name.entries[0]);
    name.metonym = entry.kind == LexiconKind::metonym;
    name.type = std::string(entry.type);
  }

  [[nodiscard]] NameSpan make_span(std::uint32_t first, std::uint32_t last, NameKind kind) const {
    NameSpan name;
    name.first = first;
    name.last = last;
    name.span = {tokens_[first].span.begin, tokens_[last - 1].span.end};
    name.kind = kind;
    return name;
  }

  // ---- what the model reads

  /// The reading from `at` on: all of it, or what a match of the lexicon within it has left.
  std::uint32_t push_reading(const Sentence& sentence, const NameReadingSpan& reading, std::uint32_t at) {
    if (reading.kind == NameKind::other || explained_by_no_name(reading)) return reading.last;
    if (reading.kind == NameKind::person && vessel(reading)) return reading.last;
    if (ticker(reading) && tokens_[reading.first].all_caps) return reading.last;
    if (const TokenMatch* host = host_of(reading)) {
      push_match(reading.first, *host);
      return reading.last;
    }
    if (const TokenMatch* people = adjective_of(reading)) {
      push_match(reading.last - 1, *people);
      return reading.last;
    }
    NameSpan name = make_span(at, reading.last, comes_from(sentence, reading) ? NameKind::place : reading.kind);
    if (name.kind == reading.kind) name.type = reading.type;
    look_up(name, reading.score);
    if (name.entries.empty() && at == reading.first) join_most(name, reading);
    if (name.entries.empty() && (known_behind(name) || body_behind(name))) return reading.last;
    if (name.entries.empty() && common_noun(sentence, name)) return reading.last;
    if (name.entries.empty()) settle_unlisted(name);
    if (name.entries.empty() && no_place(name)) return reading.last;
    found_.push_back(std::move(name));
    return reading.last;
  }

  /// A name that no list has as what it is read as here is what the article mostly reads it as.
  void join_most(NameSpan& name, const NameReadingSpan& reading) const {
    const std::map<NameKind, Reading>& kinds = read_as_.at(text_of(reading));
    const auto most = std::ranges::max_element(kinds, {}, [](const auto& kind) { return kind.second.score; });
    const bool names_one =
        most->first == NameKind::person || most->first == NameKind::place || most->first == NameKind::organisation;
    if (!names_one || most->first == name.kind || most->second.score <= kinds.at(reading.kind).score) return;
    name.kind = most->first;
    name.type = std::string(most->second.type);
    look_up(name, reading.score);
  }

  /// "COPENHAGEN (Reuters) -": a place that the lexicon knows, where an article says from where it comes.
  [[nodiscard]] bool comes_from(const Sentence& sentence, const NameReadingSpan& reading) const {
    if (!sentence.dateline || reading.first != sentence.first) return false;
    return std::ranges::any_of(matches_[reading.first], [&](const TokenMatch& match) {
      return match.last == reading.last && std::ranges::any_of(match.entries, [this](EntryId id) {
               return lexicon_.entry(id).kind == LexiconKind::place;
             });
    });
  }

  /// What the lexicon has for exactly these tokens, of any kind or one; nullptr where it has nothing.
  [[nodiscard]] const TokenMatch* match_of(std::uint32_t first, std::uint32_t last,
                                           std::optional<NameKind> kind = std::nullopt) const {
    const auto found = std::ranges::find_if(matches_[first], [&](const TokenMatch& match) {
      return match.last == last && (!kind || entry_kind(match) == *kind);
    });
    return found == matches_[first].end() ? nullptr : &*found;
  }

  /// "Taoiseach Leo Varadkar", "London Sadiq Khan" (who is its mayor): finds the person that is known, and what stands
  /// before.
  bool known_behind(const NameSpan& name) {
    if (name.kind != NameKind::person) return false;
    for (std::uint32_t first = name.first + 1; first + 1 < name.last; ++first) {
      const TokenMatch* person = match_of(first, name.last, NameKind::person);
      const TokenMatch* before = match_of(name.first, first);
      if (!person || !before) continue;
      push_match(name.first, *before);
      push_match(first, *person);
      return true;
    }
    return false;
  }

  /// "Kurdish People's Protection Units", "Pakistani ISI": a body that is known by a name of its own, and whose it is.
  bool body_behind(const NameSpan& name) {
    constexpr std::uint32_t kOwn = 3;  // words; a people's "Democratic Party" may be any
    if (name.kind != NameKind::organisation) return false;
    for (std::uint32_t first = name.first + 1; first < name.last; ++first) {
      const TokenMatch* body = match_of(first, name.last, NameKind::organisation);
      const TokenMatch* people = match_of(name.first, first, NameKind::demonym);
      if (!people) people = match_of(name.first, first, NameKind::group);
      if (!body || !people) continue;
      const std::string_view whose = lexicon_.entry(people->entries[0]).country;
      const LexiconEntry found = lexicon_.entry(body->entries[0]);
      const bool sure =
          first + kOwn <= name.last || (!whose.empty() && found.type != "party");  // "Scottish Labour Party"
      if (!sure || (!whose.empty() && whose != found.country)) continue;
      push_match(name.first, *people);
      push_match(first, *body);
      return true;
    }
    return false;
  }

  /// "sodium bromide", "orcas": of small letters in a sentence that has capitals.
  [[nodiscard]] bool common_noun(const Sentence& sentence, const NameSpan& name) const {
    const auto capital = [this](std::uint32_t first, std::uint32_t last) {
      return std::any_of(tokens_.begin() + first, tokens_.begin() + last, [](const Token& t) { return t.capital; });
    };
    const bool proper = name.kind == NameKind::person || name.kind == NameKind::place;
    return proper && !capital(name.first, name.last) && capital(sentence.first, sentence.last);
  }

  /// "States", "the North": common nouns with a capital.
  [[nodiscard]] bool no_place(const NameSpan& name) const {
    constexpr std::array<std::string_view, 17> kNouns{
        "capital", "city",     "continent", "east",     "eastern", "kingdom",  "midwestern", "nation", "nations",
        "north",   "northern", "region",    "republic", "south",   "southern", "state",      "states"};
    return name.kind == NameKind::place && name.last == name.first + 1 &&
           std::ranges::find(kNouns, tokens_[name.first].lower) != kNouns.end();
  }

  /// "Chinese" of what is read as the place "northern Chinese".
  [[nodiscard]] const TokenMatch* adjective_of(const NameReadingSpan& reading) const {
    if (reading.kind != NameKind::place || reading.last - reading.first != 2) return nullptr;
    const std::uint32_t last = reading.last - 1;
    if (!tokens_[last].xpos.starts_with("JJ") || tokens_[reading.first].capital) return nullptr;
    const auto people = std::ranges::find_if(matches_[last], [&](const TokenMatch& match) {
      return match.last == reading.last && entry_kind(match) == NameKind::demonym;
    });
    return people == matches_[last].end() ? nullptr : &*people;
  }

  /// "APEC" of what is read as the event "APEC summit".
  [[nodiscard]] const TokenMatch* host_of(const NameReadingSpan& reading) const {
    if (reading.kind != NameKind::event || tokens_[reading.last - 1].lower != "summit") return nullptr;
    const auto host = std::ranges::find_if(matches_[reading.first], [&](const TokenMatch& match) {
      return match.last + 1 == reading.last && of_a_land(entry_kind(match));
    });
    return host == matches_[reading.first].end() ? nullptr : &*host;
  }

  /// The entries that bear the name; where none is of the kind that the model reads, the lexicon may say which it is.
  void look_up(NameSpan& name, float score) const {
    const std::span<const EntryId> entries = entries_of(name);
    for (const EntryId id : entries) {
      if (name_kind(lexicon_.entry(id).kind) == name.kind) name.entries.push_back(id);
    }
    if (name.kind == NameKind::place) prefer_state(name, entries);
    if (name.kind == NameKind::group) {  // "the Taliban", "Palestinians"
      take(name, entries, [](NameKind kind, const LexiconEntry&) {
        return kind == NameKind::demonym || kind == NameKind::organisation;
      });
    }
    if (name.kind == NameKind::demonym) {  // "the Taliban" as well, "Czechia"
      take(name, entries, [](NameKind kind, const LexiconEntry&) {
        return kind == NameKind::organisation || kind == NameKind::country;
      });
    }
    if (name.kind == NameKind::person || name.kind == NameKind::place) {  // "Boko Haram", "Haaretz"
      take(name, entries, [](NameKind, const LexiconEntry& entry) {
        constexpr std::array<std::string_view, 6> kTypes{"armed_group", "government", "igo",
                                                         "media",       "military",   "ngo"};
        return entry.weight >= kKnownBody && std::ranges::find(kTypes, entry.type) != kTypes.end();
      });
    }
    if (name.kind == NameKind::organisation)  // "Brexit"
      take(name, entries, [](NameKind kind, const LexiconEntry&) { return kind == NameKind::event; });
    if (of_a_land(name.kind)) {
      const bool land = name.kind == NameKind::country;
      take(name, entries, [&](NameKind kind, const LexiconEntry& entry) {
        const bool state = kind == NameKind::country || entry.kind == LexiconKind::metonym ||
                           (land && (kind == NameKind::demonym || entry.type == "region"));  // "Scotland"
        return state || (of_a_land(kind) && score < kSure);
      });
    }
    if (name.kind == NameKind::person && name.entries.empty()) two_surnames(name);
    if (!name.entries.empty()) describe(name);
  }

  /// "María Fernanda Espinosa Garcés", known as "María Fernanda Espinosa": where people bear two surnames.
  void two_surnames(NameSpan& name) const {
    if (name.last - name.first < 3) return;
    const std::uint32_t end = tokens_[name.last - 2].span.end;
    for (const EntryId id : lexicon_.find(text_.substr(name.span.begin, end - name.span.begin))) {
      const LexiconEntry entry = lexicon_.entry(id);
      if (entry.kind == LexiconKind::person && lexicon_.name_order(entry.country).surname == "first_of_two")
        name.entries.push_back(id);
    }
  }

  /// Where no entry is of the kind that the model reads: those of a kind near it, of which the best known says which.
  template <typename Fits>
  void take(NameSpan& name, std::span<const EntryId> entries, Fits fits) const {
    if (!name.entries.empty()) return;
    for (const EntryId id : entries) {
      const LexiconEntry entry = lexicon_.entry(id);
      if (fits(name_kind(entry.kind), entry)) name.entries.push_back(id);
    }
    if (!name.entries.empty()) name.kind = name_kind(lexicon_.entry(name.entries[0]).kind);
  }

  /// "Panama" is the country rather than Panama City.
  void prefer_state(NameSpan& name, std::span<const EntryId> entries) const {
    const std::string_view text = text_.substr(name.span.begin, name.span.size());
    const auto called_so = [&](EntryId id) { return lexicon_.entry(id).name == text; };
    if (name.entries.empty() || std::ranges::any_of(name.entries, called_so)) return;
    const auto state = std::ranges::find_if(
        entries, [&](EntryId id) { return lexicon_.entry(id).kind == LexiconKind::country && called_so(id); });
    if (state == entries.end()) return;
    name.entries = {*state};
    name.kind = NameKind::country;
  }

  /// "<HWP.AS>", "<NSC>": the sign of a share.
  [[nodiscard]] bool ticker(const NameReadingSpan& reading) const {
    return reading.first > 0 && reading.last < tokens_.size() && tokens_[reading.first - 1].lower == "<" &&
           tokens_[reading.last].lower == ">" && reading.last == reading.first + 1;
  }

  [[nodiscard]] std::span<const EntryId> entries_of(const NameSpan& name) const {
    for (const TokenMatch& match : matches_[name.first]) {
      if (match.last != name.last) continue;
      return explained_otherwise(name.first, match) ? std::span<const EntryId>{} : match.entries;
    }
    return lexicon_.find(text_.substr(name.span.begin, name.span.size()));
  }

  /// A word that no list has and that is the surname of somebody whom the article names is that person.
  [[nodiscard]] bool surname(const NameSpan& name) const {
    const std::string& lower = tokens_[name.first].lower;
    return name.last == name.first + 1 && surnames_.contains(lower) && !firsts_.contains(lower);
  }

  /// A country that no list has is a region; the last word of a body's name tells its type where the model does not.
  void settle_unlisted(NameSpan& name) const {
    if (name.kind != NameKind::person && surname(name)) {
      name.kind = NameKind::person;
      name.type.clear();
    }
    if (name.kind == NameKind::country) {
      name.kind = NameKind::place;
      name.type = "region";
    }
    if (name.kind != NameKind::organisation || !(name.type.empty() || name.type == "other")) return;
    for (const std::uint32_t i : {name.first, name.last - 1}) {
      if (const std::string_view type = body_type(tokens_[i].lower); !type.empty()) name.type = std::string(type);
    }
  }

  // ---- what stands for a body named in full

  /// "the Fund" after "the Rockefeller Brothers Fund": the last word of a body's name, with a capital; "IS" after "the
  /// Islamic State group".
  void add_short_bodies() {
    std::set<std::string_view> known;
    std::set<std::string> letters;
    std::vector<NameSpan> added;
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
      while (next < found_.size() && found_[next].first < at) ++next;
      if (next < found_.size() && found_[next].first == at) {
        const NameSpan& name = found_[next];
        if (name.kind == NameKind::organisation && name.last - name.first > 1)
          known.insert(tokens_[name.last - 1].lower);
        if (name.kind == NameKind::organisation) letters.insert(initials(name));
        at = name.last - 1;
      } else if (read_at_[at] == kNone && ((known.contains(tokens_[at].lower) && stands_alone(at)) ||
                                           (letters.contains(tokens_[at].lower) && only_letters(at)))) {
        added.push_back(make_span(at, at + 1, NameKind::organisation));
        settle_unlisted(added.back());
      }
    }
    if (added.empty()) return;
    std::ranges::move(added, std::back_inserter(found_));
    std::ranges::stable_sort(found_, {}, &NameSpan::first);
  }

  [[nodiscard]] std::string initials(const NameSpan& name) const {
    std::string result;
    for (std::uint32_t i = name.first; i < name.last; ++i) {
      if (tokens_[i].capital && !tokens_[i].all_caps) result += tokens_[i].lower.front();
    }
    return result;
  }

  /// Capital letters where others have none.
  [[nodiscard]] bool only_letters(std::uint32_t at) const {
    const auto shouted = [this](std::uint32_t i) { return i < tokens_.size() && tokens_[i].all_caps; };
    return shouted(at) && !shouted(at + 1) && (at == 0 || !shouted(at - 1));
  }

  /// A noun with a capital, "the" before it and no other noun with one behind it.
  [[nodiscard]] bool stands_alone(std::uint32_t at) const {
    const Token& token = tokens_[at];
    const bool noun = token.upos == "NOUN" || token.upos == "PROPN";
    if (!noun || !token.capital || token.all_caps || at == 0 || tokens_[at - 1].lower != "the") return false;
    const bool joined = at + 1 < tokens_.size() && tokens_[at + 1].capital && tokens_[at + 1].upos == "PROPN";
    return !joined && token.relation != "compound";
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Lexicon& lexicon_;
  std::vector<std::vector<TokenMatch>> matches_;  ///< by first token, longest first
  std::vector<NameReadingSpan> readings_;
  std::map<std::string, Expansion, std::less<>> letters_;
  std::vector<std::size_t> read_at_;                                         ///< by token
  std::map<std::string, std::map<NameKind, Reading>, std::less<>> read_as_;  ///< by words in small letters
  std::set<std::string> surnames_;
  std::set<std::string> firsts_;
  std::vector<NameSpan> found_;
};

}  // namespace

std::vector<NameSpan> find_names(std::string_view text, const Analysis& analysis, const Lexicon& lexicon) {
  return NameFinder(text, analysis, lexicon).run();
}

}  // namespace entente
