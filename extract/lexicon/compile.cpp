// What each table says becomes entries, names, offices and name parts. One function a table.
#include "extract/lexicon/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "extract/lexicon/builder.h"
#include "extract/lexicon/schemas.h"

namespace entente::lexicon {

namespace {

// How much an office of a class makes its holder known.
constexpr std::array<std::pair<std::string_view, std::uint32_t>, words::kOfficeClasses.size()> kClassWeight = {
    {{"HOS", 1000},          {"HOG", 1000},        {"FM", 500},       {"DM", 400},
     {"minister", 120},      {"ambassador", 80},   {"IGO", 400},      {"other", 50},
     {"deputy_leader", 300}, {"legislator", 100},  {"military", 100}, {"subnational", 60},
     {"central_bank", 200},  {"spokesperson", 80}, {"envoy", 80},     {"party", 150},
     {"opposition", 150},    {"rebel", 200},       {"business", 200}, {"media", 50}}};

std::uint32_t class_weight(std::string_view office) {
  const auto found =
      std::find_if(kClassWeight.begin(), kClassWeight.end(), [&](const auto& pair) { return pair.first == office; });
  return found == kClassWeight.end() ? 0 : found->second;
}

// Ten for each year after 1980 that an office reaches into, fifty years at most: the living before the dead.
std::uint32_t recency(std::string_view date) {
  constexpr std::uint32_t kFirst = 1980, kMost = 50;
  std::uint32_t year = 0;
  for (const char c : date.substr(0, 4)) year = year * 10 + static_cast<std::uint32_t>(c - '0');
  return year <= kFirst ? 0 : 10 * std::min(year - kFirst, kMost);
}

LexiconEntry entry_of(LexiconKind kind, std::string_view name) {
  LexiconEntry entry;
  entry.kind = kind;
  entry.name = name;
  return entry;
}

class Compiler {
 public:
  explicit Compiler(std::uint32_t first_entry = 0) : builder_(first_entry) {}

  void add(const Table& table) {
    using Handler = void (Compiler::*)(const Row&);
    static constexpr std::array<std::pair<std::string_view, Handler>, kSchemas.size()> kHandlers = {
        {{"countries.tsv", &Compiler::add_country},
         {"organisations.tsv", &Compiler::add_organisation},
         {"memberships.tsv", &Compiler::add_membership},
         {"people.tsv", &Compiler::add_person},
         {"offices.tsv", &Compiler::add_office},
         {"places.tsv", &Compiler::add_place},
         {"events.tsv", &Compiler::add_event},
         {"metonyms.tsv", &Compiler::add_metonym},
         {"groups.tsv", &Compiler::add_group},
         {"titles.tsv", &Compiler::add_title},
         {"agents.tsv", &Compiler::add_agent},
         {"combining_forms.tsv", &Compiler::add_combining_form},
         {"name_order.tsv", &Compiler::add_name_order},
         {"given_names.tsv", &Compiler::add_given_name},
         {"surnames.tsv", &Compiler::add_surname}}};
    const std::string_view file = std::string_view(table.file()).substr(table.file().rfind('/') + 1);
    const auto found =
        std::find_if(kHandlers.begin(), kHandlers.end(), [&](const auto& pair) { return pair.first == file; });
    each_row(table, [&](const Row& row) { (this->*found->second)(row); });
  }

  void add_user(const Table& table) {
    each_row(table, [&](const Row& row) { add_user_row(row); });
  }

  std::string finish() { return builder_.finish(); }

 private:
  // Faults that the builder finds in a name get the place of the row they are in.
  template <class Handle>
  static void each_row(const Table& table, Handle handle) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      const Row row = table.row(i);
      try {
        handle(row);
      } catch (const std::invalid_argument& fault) {
        throw row.error(fault.what());
      }
    }
  }

  std::uint32_t add_named(const LexiconEntry& entry, const std::vector<std::string_view>& aliases) {
    const std::uint32_t id = builder_.add_entry(entry);
    builder_.add_name(id, entry.name);
    for (const auto alias : aliases) builder_.add_name(id, alias);
    return id;
  }

  void add_country(const Row& row) {
    enum { kName, kIso3, kIso2, kCow, kStatus, kPartOf, kOfficial, kAliases, kDemonyms, kPlurals, kAdjectives };
    enum { kWikidata = 15, kStart, kEnd };
    const auto status = row[kStatus];
    const bool within = status == "autonomous" || status == "constituent" || status == "disputed";
    LexiconEntry entry = entry_of(within ? LexiconKind::place : LexiconKind::country, row[kName]);
    entry.type = within ? "region" : status;
    entry.country = row[kIso3].empty() && within ? row[kPartOf] : row[kIso3];
    entry.sector = "GOV";
    entry.wikidata = row[kWikidata];
    entry.cow = row[kCow];
    entry.start = row[kStart];
    entry.end = row[kEnd];
    entry.weight = status == "state" ? 100'000'000 : status == "former" ? 1'000'000 : 10'000'000;
    auto names = row.list(kAliases);
    if (!row[kOfficial].empty() && row[kOfficial] != row[kName]) names.push_back(row[kOfficial]);
    const std::uint32_t id = add_named(entry, names);
    if (!row[kIso3].empty()) countries_.try_emplace(std::string(row[kIso3]), id);
    add_demonyms(entry, row.list(kAdjectives), "adjective");
    add_demonyms(entry, row.list(kDemonyms), "singular");
    add_demonyms(entry, row.list(kPlurals), "plural");
  }

  void add_demonyms(const LexiconEntry& country, const std::vector<std::string_view>& forms, std::string_view type) {
    for (const auto form : forms) {
      if (!demonyms_.emplace(std::string(country.name), std::string(form)).second) continue;
      LexiconEntry entry = entry_of(LexiconKind::demonym, form);
      entry.type = type;
      entry.country = country.country;
      entry.target = country.name;
      entry.weight = country.weight;
      add_named(entry, {});
    }
  }

  void add_organisation(const Row& row) {
    enum { kName, kIso3, kType, kAcronym, kAliases, kSector, kStart, kEnd, kWikidata, kWeight };
    LexiconEntry entry = entry_of(LexiconKind::organisation, row[kName]);
    entry.type = row[kType];
    entry.country = row[kIso3];
    entry.sector = row[kSector];
    entry.start = row[kStart];
    entry.end = row[kEnd];
    entry.wikidata = row[kWikidata];
    entry.weight = row.number(kWeight);
    auto names = row.list(kAliases);
    if (!row[kAcronym].empty()) names.push_back(row[kAcronym]);
    organisations_.try_emplace(std::string(row[kName]), add_named(entry, names));
  }

  void add_membership(const Row& row) {
    enum { kIso3, kOrganisation, kStatus, kStart, kEnd };
    const auto country = countries_.find(row[kIso3]);
    if (country == countries_.end())
      throw row.error(kIso3, fmt::format("no country '{}' in countries.tsv", row[kIso3]));
    const auto organisation = organisations_.find(row[kOrganisation]);
    if (organisation == organisations_.end()) {
      throw row.error(kOrganisation, fmt::format("no organisation '{}' in organisations.tsv", row[kOrganisation]));
    }
    builder_.add_membership(country->second, organisation->second, row[kStatus], row[kStart], row[kEnd]);
  }

  void add_person(const Row& row) {
    enum { kId, kName, kAliases, kIso3, kType, kGender, kSurname, kWikidata };
    LexiconEntry entry = entry_of(LexiconKind::person, row[kName]);
    entry.type = row[kType];
    entry.country = row[kIso3];
    entry.gender = row[kGender];
    entry.surname = row[kSurname];
    entry.wikidata = row[kWikidata];
    people_.try_emplace(std::string(row[kId]), add_named(entry, row.list(kAliases)));
  }

  void add_office(const Row& row) {
    enum { kPerson, kStart, kRole, kClass, kIso3, kEnd, kOpenAsOf };
    const auto person = people_.find(row[kPerson]);
    if (person == people_.end()) throw row.error(kPerson, fmt::format("no person '{}' in people.tsv", row[kPerson]));
    if (!row[kEnd].empty() && row[kEnd] < row[kStart].substr(0, row[kEnd].size())) {
      throw row.error(kEnd, fmt::format("'{}' is before the start '{}'", row[kEnd], row[kStart]));
    }
    builder_.add_term(person->second, {.role = row[kRole],
                                       .role_class = row[kClass],
                                       .country = row[kIso3],
                                       .start = row[kStart],
                                       .end = row[kEnd],
                                       .open_as_of = row[kOpenAsOf]});
    builder_.add_weight(person->second,
                        class_weight(row[kClass]) + recency(row[kEnd].empty() ? row[kOpenAsOf] : row[kEnd]));
  }

  void add_place(const Row& row) {
    enum { kName, kIso3, kRegion, kType, kAliases, kAdjectives, kPopulation, kWikidata };
    LexiconEntry entry = entry_of(LexiconKind::place, row[kName]);
    entry.type = row[kType];
    entry.country = row[kIso3];
    entry.target = row[kRegion];
    entry.wikidata = row[kWikidata];
    // Macro-regions and seas, which have no country, before provinces of the same name.
    constexpr std::uint32_t kWide = 500'000, kLeast = 100'000;
    const std::uint32_t unknown = row[kIso3].empty() ? kWide : row[kType] == "region" ? kLeast : 0;
    entry.weight = std::max(row.number(kPopulation), unknown);
    add_named(entry, row.list(kAliases));
    add_demonyms(entry, row.list(kAdjectives), "adjective");
  }

  void add_event(const Row& row) {
    enum { kName, kAliases, kType, kParties, kStart, kEnd };
    LexiconEntry entry = entry_of(LexiconKind::event, row[kName]);
    entry.type = row[kType];
    entry.start = row[kStart];
    entry.end = row[kEnd];
    add_named(entry, row.list(kAliases));
  }

  void add_metonym(const Row& row) {
    enum { kName, kIso3, kOrganisation };
    LexiconEntry entry = entry_of(LexiconKind::metonym, row[kName]);
    entry.country = row[kIso3];
    entry.target = row[kOrganisation];
    entry.sector = "GOV";
    add_named(entry, {});
  }

  void add_group(const Row& row) {
    enum { kName, kAliases, kType, kCode };
    LexiconEntry entry = entry_of(LexiconKind::group, row[kName]);
    entry.type = row[kType];
    add_named(entry, row.list(kAliases));
  }

  void add_title(const Row& row) {
    enum { kTitle, kVariants, kClass, kSector };
    LexiconEntry entry = entry_of(LexiconKind::title, row[kTitle]);
    entry.type = row[kClass];
    entry.sector = row[kSector];
    add_named(entry, row.list(kVariants));
  }

  void add_agent(const Row& row) {
    enum { kNoun, kPlural, kCode, kSector };
    LexiconEntry entry = entry_of(LexiconKind::agent, row[kNoun]);
    entry.type = row[kCode];
    entry.sector = row[kSector];
    add_named(entry, row.list(kPlural));
  }

  void add_combining_form(const Row& row) {
    LexiconEntry entry = entry_of(LexiconKind::demonym, row[0]);
    entry.type = "combining";
    entry.country = row[1];
    add_named(entry, {});
  }

  void add_name_order(const Row& row) { builder_.add_name_order(row[0], row[1], row[2]); }

  void add_given_name(const Row& row) {
    builder_.add_given(row[0], row.number(1), row[2].empty() ? '?' : row[2].front());
  }

  void add_surname(const Row& row) { builder_.add_surname(row[0], row.number(1)); }

  void add_user_row(const Row& row) {
    enum { kName, kKind, kType, kAliases, kCountry, kStart, kEnd, kWikidata };
    const auto kind = std::find(words::kKinds.begin(), words::kKinds.end(), row[kKind]) - words::kKinds.begin();
    LexiconEntry entry = entry_of(static_cast<LexiconKind>(kind), row[kName]);
    check_user_type(row, entry.kind, row[kType]);
    entry.type = row[kType];
    entry.country = row[kCountry];
    entry.start = row[kStart];
    entry.end = row[kEnd];
    entry.wikidata = row[kWikidata];
    if (!user_rows_.emplace(row[kName], row[kKind], row[kCountry]).second) {
      throw row.error(kName, fmt::format("a second {} '{}'{}", row[kKind], row[kName],
                                         row[kCountry].empty() ? "" : fmt::format(" of {}", row[kCountry])));
    }
    add_named(entry, row.list(kAliases));
  }

  static void check_user_type(const Row& row, LexiconKind kind, std::string_view type) {
    std::span<const std::string_view> allowed;
    if (kind == LexiconKind::person) allowed = words::kPersonTypes;
    if (kind == LexiconKind::organisation) allowed = words::kOrganisationTypes;
    if (kind == LexiconKind::place) allowed = words::kPlaceTypes;
    if (kind == LexiconKind::event) allowed = words::kEventTypes;
    if (kind == LexiconKind::title) allowed = words::kTitleClasses;
    const bool known =
        type.empty() || allowed.empty() || std::find(allowed.begin(), allowed.end(), type) != allowed.end();
    if (!known) throw row.error(2, "unknown type " + unknown_word(type, allowed));
  }

  Builder builder_;
  std::map<std::string, std::uint32_t, std::less<>> countries_, organisations_, people_;
  std::set<std::pair<std::string, std::string>> demonyms_;
  std::set<std::tuple<std::string, std::string, std::string>> user_rows_;
};

// Compile-time proof that the words for kinds stand in the order of the enumeration.
static_assert(words::kKinds[static_cast<std::size_t>(LexiconKind::person)] == "person");
static_assert(words::kKinds[static_cast<std::size_t>(LexiconKind::event)] == "event");
static_assert(words::kKinds[static_cast<std::size_t>(LexiconKind::demonym)] == "demonym");
static_assert(words::kKinds[static_cast<std::size_t>(LexiconKind::group)] == "group");
static_assert(words::kKinds[static_cast<std::size_t>(LexiconKind::agent)] == "agent");

}  // namespace

std::string compile(const std::function<std::string(std::string_view)>& content) {
  Compiler compiler;
  for (const Schema& schema : kSchemas)
    compiler.add(Table("data/lexicon/" + std::string(schema.file), content(schema.file), schema));
  return compiler.finish();
}

std::string compile_user(const std::vector<Table>& tables, std::uint32_t first_entry) {
  Compiler compiler(first_entry);
  for (const Table& table : tables) compiler.add_user(table);
  return compiler.finish();
}

}  // namespace entente::lexicon
