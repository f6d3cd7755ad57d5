// The named questions over a small graph.
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "queries/queries.h"
#include "tests/queries/small_world.h"

using namespace entente;
using Cells = std::vector<std::string>;

TEST_CASE("show tells who it is, its ties with sentences, and its latest events first") {
  SmallWorld small;
  const Answer answer = show(small.world(), small.at("country/usa"), 10);
  CHECK(cell(section(answer, "entity"), 0, "aliases") == "America; US");
  CHECK(cell(section(answer, "entity"), 0, "iso3") == "USA");
  const Section& ties = section(answer, "ties");
  CHECK(column(ties, "id") == Cells{"r-0c0000000003", "r-0b0000000002"});
  CHECK(cell(ties, 0, "sentence") == "Surest of r-0c0000000003.");
  CHECK(cell(ties, 0, "article") == "a2");
  CHECK(cell(ties, 1, "past") == "true");
  CHECK(column(section(answer, "events"), "date") ==
        Cells{"2025-06-06", "-", "2025-05-05", "2025-04-04", "2025-03-01", "2025-02-01"});
}

TEST_CASE("show counts dealings by cooperation and conflict") {
  SmallWorld small;
  const Section dealings = section(show(small.world(), small.at("country/usa"), 10), "co_actors");
  CHECK(column(dealings, "id") == Cells{"country/chn", "organisation/pla", "person/kim-jong-un", "person/xi-jinping"});
  CHECK(cell(dealings, 0, "events") == "3");
  CHECK(cell(dealings, 0, "cooperation") == "1");
  CHECK(cell(dealings, 0, "conflict") == "2");
  CHECK(cell(dealings, 0, "mean_intensity") == "-2");
}

TEST_CASE("limits hold, are told, and spare the evidence") {
  SmallWorld small;
  const Answer answer = show(small.world(), small.at("country/usa"), 1);
  CHECK(section(answer, "ties").rows.size() == 1);
  CHECK(section(answer, "events").rows.size() == 1);
  CHECK(answer.notes == Cells{"1 of 2 ties shown; --limit shows more", "1 of 6 events shown; --limit shows more"});
  CHECK(small.asked() == Cells{"r-0c0000000003", "e-0e0000000005", "country/usa"});
}

TEST_CASE("neighbours come strongest first, with their strongest tie") {
  SmallWorld small;
  const Section found = section(neighbours(small.world(), small.at("country/chn"), 10), "neighbours");
  CHECK(column(found, "name") == Cells{"Xi Jinping", "United States"});
  CHECK(cell(found, 0, "relations") == "leads");
  CHECK(cell(found, 0, "strongest_id") == "r-0a0000000001");
  CHECK(cell(found, 0, "sentence") == "Surest of r-0a0000000001.");
}

TEST_CASE("kinds select neighbours, not the entity asked about") {
  Filter filter;
  filter.kinds = {Kind::country};
  SmallWorld unfiltered;
  const World all = unfiltered.world();
  const Answer answer =
      neighbours({all.graph, filter, all.topology, all.evidence}, unfiltered.at("person/xi-jinping"), 10);
  CHECK(column(section(answer, "neighbours"), "name") == Cells{"China", "United States"});
}

TEST_CASE("what is negated joins only when asked for") {
  SmallWorld small;
  CHECK(path(small.world(), small.at("country/chn"), small.at("organisation/nato"), 1, 1).notes ==
        Cells{"no way from China to North Atlantic Treaty Organization in 1 steps or fewer"});
  Filter filter;
  filter.negated = true;
  SmallWorld negated(filter);
  const Answer answer = path(negated.world(), negated.at("country/chn"), negated.at("organisation/nato"), 1, 1);
  CHECK(cell(section(answer, "steps"), 0, "type") == "not member_of");
}

TEST_CASE("a path has a sentence for each step and says who does it to whom") {
  SmallWorld small;
  const Answer answer = path(small.world(), small.at("person/xi-jinping"), small.at("organisation/nato"), 2, 4);
  CHECK(column(section(answer, "paths"), "route") ==
        Cells{"Xi Jinping > United States > North Atlantic Treaty Organization",
              "Xi Jinping > China > United States > North Atlantic Treaty Organization"});
  const Section& steps = section(answer, "steps");
  CHECK(column(steps, "path") == Cells{"1", "1", "2", "2", "2"});
  CHECK(cell(steps, 0, "tie") == "-- CONSULT ->");
  CHECK(cell(steps, 2, "tie") == "-- leads ->");
  for (std::size_t row = 0; row < steps.rows.size(); ++row) {
    CHECK(cell(steps, row, "sentence") == "Surest of " + cell(steps, row, "id") + ".");
  }
}

TEST_CASE("between shows both directions by date") {
  SmallWorld small;
  const Answer answer = between(small.world(), small.at("country/chn"), small.at("country/usa"), Sides::themselves, 10);
  const Section& events = section(answer, "events");
  CHECK(column(events, "date") == Cells{"2025-02-01", "2025-04-04", "2025-05-05"});
  CHECK(column(events, "way") == Cells{"United States > China", "together", "China > United States"});
  CHECK(column(section(answer, "summary"), "events") == Cells{"1", "1", "1"});
}

TEST_CASE("a country's people and organisations count for it when asked") {
  SmallWorld small;
  const Answer answer =
      between(small.world(), small.at("country/chn"), small.at("country/usa"), Sides::with_people, 10);
  CHECK(column(section(answer, "events"), "actors") ==
        Cells{"United States", "Xi Jinping", "China, United States", "China", "People's Liberation Army"});
}

TEST_CASE("one of a country's people is on the other side when named") {
  SmallWorld small;
  const Answer answer =
      between(small.world(), small.at("country/chn"), small.at("person/xi-jinping"), Sides::with_people, 10);
  CHECK(column(section(answer, "relations"), "id") == Cells{"r-0a0000000001"});
  CHECK(column(section(answer, "summary"), "relations") == Cells{"-", "leads", "-"});
}

TEST_CASE("a timeline keeps the latest events, in order of date; without a date the first report counts") {
  SmallWorld small;
  const Answer answer = timeline(small.world(), small.at("country/usa"), std::nullopt, 3);
  CHECK(column(section(answer, "events"), "id") == Cells{"e-0c0000000003", "e-0f0000000006", "e-0e0000000005"});
  CHECK(answer.notes == Cells{"3 of 6 events (the latest) shown; --limit shows more"});
}

TEST_CASE("a timeline of two holds what both take part in, within the dates asked about") {
  Filter filter;
  filter.from = "2025-04";
  SmallWorld small(filter);
  const Answer answer = timeline(small.world(), small.at("country/usa"), small.at("country/chn"), 10);
  CHECK(column(section(answer, "events"), "event") == Cells{"AGREE", "THREATEN"});
}

TEST_CASE("top ranks by the measure") {
  SmallWorld small;
  CHECK(column(section(top(small.world(), Measure::articles, 3), "entities"), "name") ==
        Cells{"United States", "China", "Xi Jinping"});
  const Section ranks = section(top(small.world(), Measure::pagerank, 1), "entities");
  CHECK(cell(ranks, 0, "name") == "United States");
  CHECK(ranks.columns[ranks.columns.size() - 2] == "pagerank");
  for (const std::string_view word : measure_words()) CHECK(entente::word(*measure_of(word)) == word);
  CHECK_FALSE(measure_of("fame"));
}

TEST_CASE("top ranks only the kinds asked for") {
  Filter filter;
  filter.kinds = {Kind::person};
  SmallWorld small(filter);
  CHECK(column(section(top(small.world(), Measure::articles, 2), "entities"), "name") ==
        Cells{"Xi Jinping", "Kim Jong Un"});
}

TEST_CASE("communities are of actors, with what binds them and who is tied strongest") {
  SmallWorld small;
  const Answer answer = communities(small.world(), 2, 10);
  const Section& found = section(answer, "communities");
  CHECK(column(found, "size") == Cells{"5", "2"});
  CHECK(cell(found, 0, "members") ==
        "United States (country); North Atlantic Treaty Organization (organisation); 3 more");
  CHECK(cell(found, 1, "member_ids") == "country/chn; person/xi-jinping");
  CHECK(answer.notes.back() == "2 without a tie to another belong to none");
}

TEST_CASE("communities can be of the kinds asked for, and without ties there are none") {
  Filter filter;
  filter.kinds = {Kind::country};
  SmallWorld small(filter);
  const Section found = section(communities(small.world(), 8, 10), "communities");
  REQUIRE(column(found, "size") == Cells{"2"});
  CHECK(cell(found, 0, "cooperation") == "1");
  CHECK(cell(found, 0, "conflict") == "2");
  CHECK(cell(found, 0, "bound_by") == "AGREE 1, SANCTION 1, THREATEN 1");
  CHECK(cell(found, 0, "inside") == "1");
  filter.kinds = {Kind::place};
  SmallWorld places(filter);
  CHECK(section(communities(places.world(), 8, 10), "communities").rows.empty());
}

TEST_CASE("what changed between two periods: the largest change first, by quad class") {
  SmallWorld small;
  const Answer answer = compare(small.world(), *day_range_of("2025-01..2025-03"), *day_range_of("2025-04..2025-06"), 2);
  const Section& actors = section(answer, "actors");
  CHECK(column(actors, "name") == Cells{"China", "United States"});
  CHECK(column(actors, "shift") == Cells{"3", "2"});
  CHECK(cell(actors, 0, "first_mean_intensity") == "-4");
  CHECK(cell(actors, 0, "second_mean_intensity") == "-1");
  CHECK(cell(actors, 1, "first") == "2");
  CHECK(cell(actors, 1, "second") == "4");
  CHECK(cell(actors, 1, "change") == "2");
  CHECK(cell(actors, 1, "conflict_change") == "2");
  const Section& pairs = section(answer, "pairs");
  CHECK(cell(pairs, 0, "a") + " " + cell(pairs, 0, "b") == "China United States");
  CHECK(cell(pairs, 0, "tie") == "-");
  CHECK(cell(pairs, 0, "first_material_conflict") == "1");
  CHECK(cell(pairs, 0, "second_verbal_cooperation") == "1");
  CHECK(answer.notes == Cells{"first, 2025-01..2025-03 (90 days): 2 events",
                              "second, 2025-04..2025-06 (91 days): 4 events", "2 of 5 actors shown; --limit shows more",
                              "2 of 4 pairs shown; --limit shows more"});
}

TEST_CASE("what was not there before is new, what is there no more is gone") {
  Filter filter;
  filter.kinds = {Kind::person, Kind::country};
  SmallWorld small(filter);
  const Answer answer = compare(small.world(), *day_range_of("2025-03-01"), *day_range_of("2025-06"), 10);
  const Section& pairs = section(answer, "pairs");
  REQUIRE(column(pairs, "b_id") == Cells{"person/kim-jong-un", "person/xi-jinping"});
  CHECK(column(pairs, "tie") == Cells{"new", "gone"});
  CHECK(column(pairs, "change") == Cells{"1", "-1"});
}

TEST_CASE("a period is a day, a month, a year, or from one to another") {
  CHECK(day_range_of("2024-02")->to == "2024-02-29");
  CHECK(day_range_of("2019..2020-05-03")->from == "2019-01-01");
  CHECK(day_range_of("2019..2020-05-03")->to == "2020-05-03");
  for (const char* none : {"", "..", "2019..", "2020..2019", "2019-13", "last year"}) CHECK_FALSE(day_range_of(none));
}

TEST_CASE("evidence is found by an id or the beginning of one") {
  SmallWorld small;
  const Section said = section(evidence_of(small.world(), "e-0b", 10), "evidence");
  CHECK(column(said, "sentence") == Cells{"First of e-0b0000000002.", "Surest of e-0b0000000002."});
  CHECK(cell(said, 0, "statement") == "SANCTION: United States > China, 2025-02-01");
  CHECK(cell(section(evidence_of(small.world(), "person:xi-jinping", 10), "evidence"), 0, "confidence") == "-");
  CHECK(cell(section(evidence_of(small.world(), "r-0d", 10), "evidence"), 0, "statement") ==
        "China not member_of North Atlantic Treaty Organization");
}

TEST_CASE("an id that nothing or too much begins with is refused with what to do") {
  SmallWorld small;
  CHECK_THROWS_WITH_AS((void)evidence_of(small.world(), "x-1", 10),
                       "nothing has the id 'x-1'; ids stand in the column `id` of every answer and look like "
                       "'person/xi-jinping', 'r-0123456789ab' or 'e-0123456789ab'",
                       std::runtime_error);
  CHECK_THROWS_WITH_AS(
      (void)evidence_of(small.world(), "person/george", 10),
      "2 ids begin with 'person/george'; give more of it:\n  person/george-bush\n  person/george-w-bush",
      std::runtime_error);
}

TEST_CASE("an id that another begins with is itself") {
  SmallWorld small;
  CHECK(cell(section(evidence_of(small.world(), "place/washington", 1), "evidence"), 0, "id") == "place/washington");
}

TEST_CASE("evidence of a pair covers all ties between the two") {
  SmallWorld small;
  const Answer answer = evidence_between(small.world(), small.at("country/usa"), small.at("country/chn"), 3);
  CHECK(section(answer, "evidence").rows.size() == 3);
  CHECK(answer.notes == Cells{"more may be known; --limit shows more"});
  CHECK(evidence_between(small.world(), small.at("country/chn"), small.at("person/lech-walesa"), 3).notes ==
        Cells{"nothing joins China and Lech Wałęsa"});
}

TEST_CASE("search hands passages on in their order") {
  const auto passages = [](std::string_view query, std::size_t limit) {
    std::vector<Passage> found(limit);
    for (Passage& passage : found) passage.where.text = std::string(query) + "!";
    return found;
  };
  const Section found = section(search(passages, "peace talks", 2), "sentences");
  CHECK(column(found, "sentence") == Cells{"peace talks!", "peace talks!"});
  CHECK(search([](auto, auto) { return std::vector<Passage>{}; }, "x", 2).notes == Cells{"no sentence with 'x'"});
}

TEST_CASE("stats count what is selected, most frequent first") {
  SmallWorld small;
  const Answer answer = stats(small.world(), {7, 70});
  CHECK(cell(section(answer, "graph"), 0, "articles") == "7");
  CHECK(cell(section(answer, "graph"), 0, "relations") == "3");
  CHECK(column(section(answer, "relations"), "type") == Cells{"leads", "member_of"});
  CHECK(column(section(answer, "entities"), "count") == Cells{"5", "2", "2", "2"});
}
