// The tables of data/lexicon/ and a user's own: their columns and what may stand in them. data/lexicon/README.md says
// more.
#pragma once

#include <array>
#include <string_view>

#include "extract/lexicon/table.h"

namespace entente::lexicon {

namespace words {

inline constexpr std::array<std::string_view, 10> kKinds = {"person",  "country", "organisation", "place", "event",
                                                            "demonym", "metonym", "group",        "title", "agent"};
inline constexpr std::array<std::string_view, 5> kPersonTypes = {"politician", "official", "military", "diplomat",
                                                                 "other"};
inline constexpr std::array<std::string_view, 10> kOrganisationTypes = {
    "igo", "ngo", "government", "party", "company", "media", "military", "armed_group", "education", "other"};
inline constexpr std::array<std::string_view, 5> kPlaceTypes = {"city", "region", "water", "facility", "other"};
inline constexpr std::array<std::string_view, 6> kEventTypes = {"summit", "election", "war",
                                                                "treaty", "disaster", "other"};
inline constexpr std::array<std::string_view, 2> kGroupTypes = {"ethnic", "religious"};
inline constexpr std::array<std::string_view, 9> kStatuses = {"state",      "observer_state", "partially_recognized",
                                                              "territory",  "former",         "unrecognized",
                                                              "autonomous", "constituent",    "disputed"};
inline constexpr std::array<std::string_view, 3> kGenders = {"F", "M", "U"};
inline constexpr std::array<std::string_view, 4> kNameOrders = {"FG", "GF", "MONO", "PATR"};
inline constexpr std::array<std::string_view, 5> kSurnamePlaces = {"first", "last", "first_of_two", "given", "whole"};
inline constexpr std::array<std::string_view, 20> kOfficeClasses = {
    "HOS",   "HOG",           "FM",         "DM",       "minister",    "ambassador",   "IGO",
    "other", "deputy_leader", "legislator", "military", "subnational", "central_bank", "spokesperson",
    "envoy", "party",         "opposition", "rebel",    "business",    "media"};

/// Titles have the classes of offices, and these for those who hold none that is listed.
inline constexpr std::array<std::string_view, 34> kTitleClasses = {
    "HOS",      "HOG",           "FM",         "DM",           "minister",    "ambassador",   "IGO",
    "other",    "deputy_leader", "legislator", "military",     "subnational", "central_bank", "spokesperson",
    "envoy",    "party",         "opposition", "rebel",        "business",    "media",        "royal",
    "judge",    "lawyer",        "police",     "intelligence", "religious",   "adviser",      "academic",
    "activist", "official",      "honorific",  "suffix",       "family",      "candidate"};

}  // namespace words

namespace schemas {

using enum CellType;

inline constexpr std::array kAgents = {Column{"noun", text, true}, Column{"plural"}, Column{"code"}, Column{"sector"}};
inline constexpr std::array kCombiningForms = {Column{"form", text, true}, Column{"iso3", country, true}};
inline constexpr std::array kCountries = {Column{"name", text, true},
                                          Column{"iso3", country},
                                          Column{"iso2"},
                                          Column{"cow"},
                                          Column{"status", word, true, words::kStatuses},
                                          Column{"part_of", country},
                                          Column{"official"},
                                          Column{"aliases", list},
                                          Column{"demonyms", list},
                                          Column{"plurals", list},
                                          Column{"adjectives", list},
                                          Column{"capital"},
                                          Column{"region"},
                                          Column{"subregion"},
                                          Column{"un_member", number, true},
                                          Column{"wikidata"},
                                          Column{"start", date},
                                          Column{"end", date},
                                          Column{"successor", list}};
inline constexpr std::array kEvents = {
    Column{"name", text, true}, Column{"aliases", list}, Column{"type", word, true, words::kEventTypes},
    Column{"parties", list},    Column{"start", date},   Column{"end", date}};
inline constexpr std::array kGivenNames = {Column{"name", text, true}, Column{"weight", number, true},
                                           Column{"gender", word, false, words::kGenders}};
inline constexpr std::array kGroups = {Column{"name", text, true}, Column{"aliases", list},
                                       Column{"type", word, true, words::kGroupTypes}, Column{"code"}};
inline constexpr std::array kMemberships = {Column{"iso3", country, true}, Column{"organisation", text, true},
                                            Column{"status", text, true}, Column{"start", date}, Column{"end", date}};
inline constexpr std::array kMetonyms = {Column{"metonym", text, true}, Column{"iso3", country},
                                         Column{"organisation"}};
inline constexpr std::array kNameOrder = {Column{"iso3", country, true},
                                          Column{"order", word, true, words::kNameOrders},
                                          Column{"surname", word, true, words::kSurnamePlaces}};
inline constexpr std::array kOffices = {
    Column{"person_id", text, true}, Column{"start", date},
    Column{"role", text, true},      Column{"class", word, true, words::kOfficeClasses},
    Column{"iso3", country},         Column{"end", date},
    Column{"open_as_of", date}};
inline constexpr std::array kOrganisations = {
    Column{"name", text, true}, Column{"iso3", country}, Column{"type", word, true, words::kOrganisationTypes},
    Column{"acronym"},          Column{"aliases", list}, Column{"sector"},
    Column{"start", date},      Column{"end", date},     Column{"wikidata"},
    Column{"weight", number}};
inline constexpr std::array kPeople = {Column{"person_id", text, true},
                                       Column{"name", text, true},
                                       Column{"aliases", list},
                                       Column{"iso3", country},
                                       Column{"type", word, true, words::kPersonTypes},
                                       Column{"gender", word, false, words::kGenders},
                                       Column{"surname"},
                                       Column{"wikidata"}};
inline constexpr std::array kPlaces = {Column{"name", text, true},
                                       Column{"iso3", country},
                                       Column{"region"},
                                       Column{"type", word, true, words::kPlaceTypes},
                                       Column{"aliases", list},
                                       Column{"adjectives", list},
                                       Column{"population", number},
                                       Column{"wikidata"}};
inline constexpr std::array kSurnames = {Column{"name", text, true}, Column{"weight", number, true}};
inline constexpr std::array kTitles = {Column{"title", text, true}, Column{"variants", list},
                                       Column{"class", word, true, words::kTitleClasses}, Column{"sector"}};
inline constexpr std::array kUser = {Column{"name", text, true},
                                     Column{"kind", word, true, words::kKinds},
                                     Column{"type"},
                                     Column{"aliases", list},
                                     Column{"country", country},
                                     Column{"start", date},
                                     Column{"end", date},
                                     Column{"wikidata"}};

}  // namespace schemas

/// The tables that make the built-in lexicon, in the order in which they are compiled (organisations before
/// memberships, people before offices).
inline constexpr std::array<Schema, 15> kSchemas = {{{"countries.tsv", schemas::kCountries, 1},
                                                     {"organisations.tsv", schemas::kOrganisations, 3},
                                                     {"memberships.tsv", schemas::kMemberships, 4},
                                                     {"people.tsv", schemas::kPeople, 1},
                                                     {"offices.tsv", schemas::kOffices, 5},
                                                     {"places.tsv", schemas::kPlaces, 4},
                                                     {"events.tsv", schemas::kEvents, 1},
                                                     {"metonyms.tsv", schemas::kMetonyms, 3},
                                                     {"groups.tsv", schemas::kGroups, 1},
                                                     {"titles.tsv", schemas::kTitles, 1},
                                                     {"agents.tsv", schemas::kAgents, 1},
                                                     {"combining_forms.tsv", schemas::kCombiningForms, 1},
                                                     {"name_order.tsv", schemas::kNameOrder, 1},
                                                     {"given_names.tsv", schemas::kGivenNames, 1},
                                                     {"surnames.tsv", schemas::kSurnames, 1}}};

inline constexpr Schema kUserSchema = {"", schemas::kUser, 0};

}  // namespace entente::lexicon
