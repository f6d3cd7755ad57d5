#include "extract/resolution/resolve.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "extract/resolution/linking.h"
#include "extract/resolution/name_text.h"
#include "extract/resolution/office_phrases.h"
#include "extract/resolution/people.h"
#include "extract/resolution/phrase_mentions.h"
#include "extract/resolution/reference_date.h"
#include "extract/text/fold.h"

namespace entente {
namespace {

class Resolver {
 public:
  Resolver(const Article& article, const Analysis& analysis, const std::vector<NameSpan>& names, const Lexicon& lexicon)
      : text_(article.text),
        tokens_(analysis.tokens),
        names_(names),
        lexicon_(lexicon),
        offices_(article.text, analysis.tokens, names, lexicon) {
    result_.date = reference_date(article, analysis);
    around_.date = result_.date;
    in_heading_.resize(tokens_.size(), false);
    for (const Sentence& sentence : analysis.sentences) {
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) in_heading_[i] = sentence.heading;
    }
    resolved_.resize(names.size(), kNoEntity);
  }

  Resolution run() {
    survey();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!heading(i) && names_[i].kind == NameKind::person) name_person(i);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!heading(i)) name_body(i);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) acronym_in_brackets(i);
    for (std::size_t i = 0; i < names_.size(); ++i) follow(i);
    for (std::size_t i = 0; i < names_.size(); ++i) loose_name(i);
    std::ranges::sort(result_.mentions, {}, [](const TokenMention& m) { return std::pair(m.first, ~m.last); });
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool heading(std::size_t i) const { return in_heading_[names_[i].first]; }
  [[nodiscard]] std::string_view text_of(const NameSpan& name) const {
    return text_.substr(name.span.begin, name.span.size());
  }
  [[nodiscard]] const std::string& lower(std::uint32_t token) const {
    static const std::string kNone;
    return token < tokens_.size() ? tokens_[token].lower : kNone;
  }

  // ---- entities

  void survey() {
    for (const NameSpan& name : names_) {
      if (name.entries.empty() || name.kind == NameKind::person) continue;
      const LexiconEntry entry = lexicon_.entry(name.entries[0]);
      if (!entry.country.empty()) around_.countries.insert(std::string(entry.country));
    }
  }

  std::int32_t entity_for(Entity entity, std::optional<EntryId> entry) {
    const auto [at, fresh] = by_key_.try_emplace(entity.key, static_cast<std::int32_t>(result_.entities.size()));
    if (fresh) {
      EntityNote note;
      note.entry = entry;
      if (entry && !lexicon_.entry(*entry).gender.empty()) note.gender = lexicon_.entry(*entry).gender.front();
      result_.entities.push_back(std::move(entity));
      result_.notes.push_back(note);
    }
    return at->second;
  }

  void mention(std::size_t i, std::int32_t entity, Form form) {
    const NameSpan& name = names_[i];
    result_.mentions.push_back({name.first, name.last, name.span, form, entity});
    resolved_[i] = entity;
  }

  void loose_name(std::size_t i) {
    const NameSpan& name = names_[i];
    if (resolved_[i] != kNoEntity) return;
    switch (name.kind) {
      case NameKind::person:
        return result_.loose.push_back({name.span, Form::name, Kind::person});
      case NameKind::country:
        return result_.loose.push_back({name.span, Form::name, Kind::country});
      case NameKind::demonym:
        return result_.loose.push_back({name.span, Form::demonym, Kind::country});
      case NameKind::place:
        return result_.loose.push_back({name.span, Form::name, Kind::place});
      case NameKind::organisation:
        return result_.loose.push_back({name.span, Form::name, Kind::organisation});
      case NameKind::event:
        return result_.loose.push_back({name.span, Form::name, Kind::event});
      default:
        return;
    }
  }

  /// First pass: names that stand for themselves.
  void name_body(std::size_t i) {
    const NameSpan& name = names_[i];
    switch (name.kind) {
      case NameKind::country:
      case NameKind::demonym:
      case NameKind::place:
      case NameKind::organisation:
      case NameKind::event:
        return name_thing(i);
      default:
        return;
    }
  }

  void name_thing(std::size_t i) {
    const NameSpan& name = names_[i];
    if (surname_of_somebody(name)) return;  // second pass
    const auto entry = choose_entry(name, lexicon_, around_);
    const Form form = name.kind == NameKind::demonym ? Form::demonym : Form::name;
    if (entry) {
      mention(i, entity_for(entity_of(*entry, lexicon_, around_), entry), form);
    } else if (name.kind != NameKind::demonym && name.kind != NameKind::country) {
      mention(i, entity_for(shaped_thing(i), std::nullopt), form);
    }
    if (resolved_[i] != kNoEntity) summit(i);
  }

  /// "Warren" in an article on Elizabeth Warren is she and not a town, unless a word of place stands before it.
  [[nodiscard]] bool surname_of_somebody(const NameSpan& name) {
    if (name.kind != NameKind::place || name.last != name.first + 1) return false;
    const std::string& before = name.first > 0 ? lower(name.first - 1) : lower(name.first);
    constexpr std::array<std::string_view, 6> kPlaceWords{"in", "at", "near", "from", "outside", "around"};
    if (std::ranges::find(kPlaceWords, before) != kPlaceWords.end()) return false;
    return people_.short_for(fold(text_of(name)), nullptr, '?') != nullptr || weak_place(name);
  }

  /// A town of no great size that bears a surname ("Clinton"), with no country behind it.
  [[nodiscard]] bool weak_place(const NameSpan& name) const {
    constexpr std::uint32_t kGreatCity = 300'000;
    if (name.entries.empty() || lexicon_.entry(name.entries[0]).weight >= kGreatCity || lower(name.last) == ",")
      return false;
    return lexicon_.name_part(fold(text_of(name))).surname > 50;
  }

  Entity shaped_thing(std::size_t i) const {
    const NameSpan& name = names_[i];
    Entity entity;
    entity.kind = name.kind == NameKind::place   ? Kind::place
                  : name.kind == NameKind::event ? Kind::event
                                                 : Kind::organisation;
    entity.name = tidy(text_of(name));
    entity.type = name.type;
    entity.key = entity_key(entity.kind, entity.name);
    entity.country = country_of_body(i);
    if (entity.kind == Kind::organisation && entity.type == "government") entity.sector = "GOV";
    if (entity.kind == Kind::organisation && entity.type == "military") entity.sector = "MIL";
    if (!entity.country.empty() && entity.kind == Kind::organisation) entity.key += "-" + slug(entity.country);
    return entity;
  }

  /// "Russian Investigative Committee", "the Ministry of Defence of Ukraine": the country that a body's name begins or
  /// ends with.
  [[nodiscard]] std::string country_of_body(std::size_t i) const {
    const NameSpan& name = names_[i];
    if (name.kind != NameKind::organisation) return {};
    const bool state_body = name.type == "government" || name.type == "military";
    for (const LexiconMatch& match : lexicon_.match(text_of(name))) {
      const LexiconEntry entry = lexicon_.entry(match.entries[0]);
      const bool lends = entry.kind == LexiconKind::country || entry.kind == LexiconKind::demonym;
      if (lends && (match.span.begin == 0 || match.span.end == name.span.size())) return std::string(entry.country);
    }
    if (!state_body || i == 0) return {};
    const NameSpan& before = names_[i - 1];
    const bool demonym = before.kind == NameKind::demonym && before.last == name.first;
    const bool possessive =
        before.kind == NameKind::country && before.last + 1 == name.first && lower(before.last) == "'s";
    const bool country = before.kind == NameKind::country && before.last == name.first;
    if ((demonym || possessive || country) && !before.entries.empty())
      return std::string(lexicon_.entry(before.entries[0]).country);
    return {};
  }

  /// "the APEC summit": an event that has the name of who holds it, or of the place.
  void summit(std::size_t i) {
    const NameSpan& name = names_[i];
    if (name.kind == NameKind::demonym || name.kind == NameKind::event || lower(name.last) != "summit") return;
    std::string year;
    const bool dated =
        name.first > 0 && lower(name.first - 1).size() == 4 && lower(name.first - 1).substr(0, 2) == "20";
    if (dated) {
      year = lower(name.first - 1);
    } else if (result_.date.size() >= 4) {
      year = result_.date.substr(0, 4);
    }
    Entity entity;
    entity.kind = Kind::event;
    entity.type = "summit";
    entity.name = (year.empty() ? "" : year + " ") + tidy(text_of(name)) + " summit";
    entity.key = entity_key(Kind::event, entity.name);
    std::optional<EntryId> entry;
    for (const EntryId id : lexicon_.find(entity.name)) {
      if (lexicon_.entry(id).kind == LexiconKind::event) entry = id;
    }
    const std::int32_t at = entity_for(entry ? entity_of(*entry, lexicon_, around_) : std::move(entity), entry);
    const ByteSpan span{name.span.begin, tokens_[name.last].span.end};
    result_.mentions.push_back({name.first, name.last + 1, span, Form::name, at});
  }

  // ---- people

  void name_person(std::size_t i) {
    const NameSpan& name = names_[i];
    const std::vector<std::string> words = folded_words(text_of(name));
    const auto entry = choose_entry(name, lexicon_, around_);
    if (!entry && words.size() < 2) return;  // a lone surname: second pass
    Person* person = nullptr;
    std::int32_t entity = kNoEntity;
    if (entry) {
      entity = entity_for(entity_of(*entry, lexicon_, around_), entry);
      person = people_.of_entity(entity);
    } else if ((person = people_.named(words))) {
      entity = person->entity;
    } else {
      Entity fresh;
      fresh.kind = Kind::person;
      fresh.type = name.type;
      fresh.name = tidy(text_of(name));
      fresh.key = entity_key(Kind::person, fresh.name);
      entity = entity_for(std::move(fresh), std::nullopt);
    }
    if (!person) person = &people_.add(new_person(i, entity, words, entry));
    mention(i, entity, Form::name);
    give_office(i, *person);
  }

  Person new_person(std::size_t i, std::int32_t entity, const std::vector<std::string>& words,
                    std::optional<EntryId> entry) {
    Person person;
    person.entity = entity;
    person.words = words;
    EntityNote& note = result_.notes[static_cast<std::size_t>(entity)];
    if (entry) {
      const auto surname = folded_words(lexicon_.entry(*entry).surname);
      person.surname = surname.empty() ? words.back() : surname.back();
    } else {
      person.surname = short_form(words, lexicon_);
      const char gender = lexicon_.name_part(words.front()).gender;
      if (gender == 'M' || gender == 'F') note.gender = gender;
    }
    if (const char told = gender_before(i); told != '?') note.gender = told;
    person.gender = note.gender;
    return person;
  }

  [[nodiscard]] char gender_before(std::size_t i) const {
    if (names_[i].first == 0) return '?';
    const std::string& before = lower(names_[i].first - 1);
    if (before == "mrs." || before == "ms." || before == "mrs" || before == "ms" || before == "wife" ||
        before == "queen")
      return 'F';
    if (before == "mr." || before == "mr" || before == "husband" || before == "king") return 'M';
    return '?';
  }

  void give_office(std::size_t i, Person& person) {
    person.last_token = names_[i].first;
    const auto office = offices_.of_person(i);
    if (!office) return;
    person.offices.push_back(*office);
    Entity& entity = result_.entities[static_cast<std::size_t>(person.entity)];
    if (entity.country.empty() && (office->state || office->demonym)) entity.country = office->country;
    if (entity.type.empty() || entity.type == "other") entity.type = person_type(office->role_class);
  }

  // ---- acronyms

  /// "Free Libya Movement (FLM)": the letters in brackets stand for the name before them.
  void acronym_in_brackets(std::size_t i) {
    if (resolved_[i] == kNoEntity || heading(i)) return;
    const std::uint32_t at = names_[i].last;
    if (lower(at) != "(" || at + 2 >= tokens_.size() || lower(at + 2) != ")" || !tokens_[at + 1].all_caps) return;
    aliases_.try_emplace(lower(at + 1), resolved_[i]);
  }

  // ---- second pass: short forms and titles, in the order of the text

  void follow(std::size_t i) {
    const NameSpan& name = names_[i];
    if (resolved_[i] != kNoEntity) {
      if (Person* person = people_.of_entity(resolved_[i])) person->last_token = name.first;
      return;
    }
    switch (name.kind) {
      case NameKind::title:
        result_.words.push_back(actor_word(name, true));
        if (!heading(i)) title_alone(i);
        return;
      case NameKind::agent:
        result_.words.push_back(actor_word(name, false));
        return;
      case NameKind::person:
        return short_name(i);
      default:
        if (heading(i)) join_heading(i);
    }
  }

  [[nodiscard]] ActorWord actor_word(const NameSpan& name, bool title) const {
    const LexiconEntry entry = lexicon_.entry(name.entries[0]);
    return {name.first, name.last, title, entry.name, entry.type, entry.sector};
  }

  /// A name in a heading mentions an entity of the body, or nothing.
  void join_heading(std::size_t i) {
    const auto entry = choose_entry(names_[i], lexicon_, around_);
    const Form form = names_[i].kind == NameKind::demonym ? Form::demonym : Form::name;
    const std::string key = entry ? entity_of(*entry, lexicon_, around_).key : shaped_thing(i).key;
    if (const auto found = by_key_.find(key); found != by_key_.end()) mention(i, found->second, form);
  }

  void short_name(std::size_t i) {
    const NameSpan& name = names_[i];
    const std::vector<std::string> parts = folded_words(text_of(name));
    if (parts.empty()) return;
    if (parts.size() > 1) {
      if (Person* person = people_.named(parts)) return take(i, *person);
      if (const std::int32_t body = body_named(parts); body != kNoEntity) mention(i, body, Form::name);
      return;
    }
    if (const auto alias = aliases_.find(lower(name.first)); alias != aliases_.end())
      return mention(i, alias->second, Form::name);
    std::optional<Office> office;
    if (i > 0 && names_[i - 1].kind == NameKind::title && names_[i - 1].last == name.first)
      office = offices_.of_title(i - 1);
    if (Person* person = people_.short_for(parts.front(), office ? &*office : nullptr, gender_before(i)))
      return take(i, *person);
    if (const std::int32_t body = body_named(parts); body != kNoEntity) return mention(i, body, Form::name);
    if (name.kind == NameKind::person && !heading(i)) lone_surname(i, parts, office);
  }

  void take(std::size_t i, Person& person) {
    mention(i, person.entity, Form::name);
    give_office(i, person);
  }

  /// The only organisation, place or event whose name, found by its shape, begins with these words.
  [[nodiscard]] std::int32_t body_named(const std::vector<std::string>& parts) const {
    std::int32_t found = kNoEntity;
    for (std::size_t e = 0; e < result_.entities.size(); ++e) {
      if (result_.entities[e].kind != Kind::organisation || result_.notes[e].entry) continue;
      const std::vector<std::string> whole = folded_words(result_.entities[e].name);
      if (whole.size() <= parts.size() || !std::equal(parts.begin(), parts.end(), whole.begin())) continue;
      if (found != kNoEntity) return kNoEntity;
      found = static_cast<std::int32_t>(e);
    }
    return found;
  }

  /// "President Trump" in an article that never gives the full name: whoever of that surname held the office at the
  /// date in a country that the article names; else a person known by a surname alone.
  void lone_surname(std::size_t i, const std::vector<std::string>& parts, const std::optional<Office>& office) {
    std::optional<EntryId> entry;
    if (office && !result_.date.empty()) entry = office_holder_named(parts.front(), *office);
    Entity entity;
    if (entry) {
      entity = entity_of(*entry, lexicon_, around_);
    } else {
      entity.kind = Kind::person;
      entity.type = names_[i].type;
      entity.name = tidy(text_of(names_[i]));
      entity.key = entity_key(Kind::person, entity.name);
    }
    const std::int32_t at = entity_for(std::move(entity), entry);
    Person person = new_person(i, at, parts, entry);
    Person& added = people_.of_entity(at) ? *people_.of_entity(at) : people_.add(std::move(person));
    take(i, added);
  }

  [[nodiscard]] std::optional<EntryId> office_holder_named(const std::string& surname, const Office& office) const {
    std::optional<EntryId> found;
    for (const std::string& country : around_.countries) {
      if (!office.country.empty() && office.country != country) continue;
      for (const EntryId holder : lexicon_.holders(country, office.role_class, result_.date)) {
        const auto words = folded_words(lexicon_.entry(holder).surname);
        if (words.empty() || words.back() != surname) continue;
        if (found && *found != holder) return std::nullopt;
        found = holder;
      }
    }
    return found;
  }

  /// "the Chinese president", "South Korea's president", "the president of France": the person of that office.
  void title_alone(std::size_t i) {
    const NameSpan& title = names_[i];
    const auto office = offices_.standing_alone(i);
    if (!office) return;
    Person* person = people_.holder(*office);
    if (!person && !office->country.empty()) person = lexicon_holder(i, *office);
    if (!person || (office->country.empty() && person->last_token > title.first)) return;
    mention(i, person->entity, Form::title);
    person->last_token = title.first;
  }

  Person* lexicon_holder(std::size_t i, const Office& office) {
    if (result_.date.empty()) return nullptr;
    const auto holders = lexicon_.holders(office.country, office.role_class, result_.date);
    if (holders.empty()) return nullptr;
    const std::int32_t entity = entity_for(entity_of(holders[0], lexicon_, around_), holders[0]);
    if (Person* known = people_.of_entity(entity)) return known;
    Person person = new_person(i, entity, folded_words(lexicon_.entry(holders[0]).name), holders[0]);
    person.offices.push_back(office);
    return &people_.add(std::move(person));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<NameSpan>& names_;
  const Lexicon& lexicon_;
  OfficePhrases offices_;
  std::vector<bool> in_heading_;
  std::vector<std::int32_t> resolved_;  ///< entity of each name
  Surroundings around_;
  People people_;
  std::map<std::string, std::int32_t> by_key_;
  std::map<std::string, std::int32_t> aliases_;
  Resolution result_;
};

}  // namespace

Resolution resolve(const Article& article, const Analysis& analysis, const std::vector<NameSpan>& names,
                   const Lexicon& lexicon, const ArticleReading* reading) {
  Resolution result = Resolver(article, analysis, names, lexicon).run();
  add_phrase_mentions(article.text, analysis, names, reading, result);
  return result;
}

}  // namespace entente
