// Which reports are of one event, and what hangs on it.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "graph/merge.h"
#include "tests/graph/draft.h"

using namespace entente;

namespace {

struct Told {
  std::string published = "2025-11-01";
  std::string type = "ASSAULT";
  std::string date = {};
  std::string mode = {};
  std::string place = {};
  Modality modality = Modality::actual;
  std::string attribution = {};
};

/// An actor: "China" and the like are countries with a code, "Wang Yi" is China's minister.
std::int32_t actor(Draft& draft, const std::string& name) {
  if (name == "China") return draft.country(name, "CHN");
  if (name == "Russia") return draft.country(name, "RUS");
  if (name == "Ukraine") return draft.country(name, "UKR");
  if (name == "Peru") return draft.country(name, "PER");
  if (name == "Wang Yi") return draft.person(name, {.country = "CHN", .type = "politician"});
  return draft.person(name);
}

/// One event told by one sentence; the trigger is the word in stars.
void tell(Draft& draft, std::string sentence, const std::vector<std::string>& sources,
          const std::vector<std::string>& targets, const Told& told) {
  const std::size_t star = sentence.find('*');
  std::erase(sentence, '*');
  draft.says(sentence);
  std::vector<std::int32_t> from;
  std::vector<std::int32_t> to;
  for (const std::string& name : sources) from.push_back(actor(draft, name));
  for (const std::string& name : targets) to.push_back(actor(draft, name));
  const std::int32_t place = told.place.empty() ? -1 : draft.entity(Kind::place, told.place);
  const std::int32_t who = told.attribution.empty() ? -1 : actor(draft, told.attribution);
  Event& event = draft.event(told.type, from, to, told.date);
  event.mode = told.mode;
  event.modality = told.modality;
  event.place = place;
  event.attribution = who;
  event.quad = told.type == "CONSULT" ? 1 : told.type == "ACCUSE" || told.type == "REJECT" ? 3 : 4;
  const auto begin = event.evidence.begin + static_cast<std::uint32_t>(star);
  event.trigger = {begin, begin + 1};
}

Extraction report(const std::string& id, const std::string& sentence, const std::vector<std::string>& sources,
                  const std::vector<std::string>& targets, const Told& told = {}) {
  Draft draft(id, told.published);
  tell(draft, sentence, sources, targets, told);
  return draft;
}

std::string names(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& entities) {
  std::string result;
  for (const std::uint32_t entity : entities) result += (result.empty() ? "" : ", ") + graph.entities[entity].name;
  return result;
}

const Told kStrike{.date = "2025-11-01"};

}  // namespace

TEST_CASE("one attack in other words is one event") {
  const KnowledgeGraph graph = merge(
      {report("a1", "Russia *shelled a hospital in Kharkiv, killing three nurses.", {"Russia"}, {"Ukraine"}, kStrike),
       report("a2", "Three nurses died when Russia *struck a hospital in Kharkiv.", {"Russia"}, {"Ukraine"}, kStrike)});
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].weight == 2);
  CHECK(graph.events[0].articles == 2);
}

TEST_CASE("two attacks of the same day and parties are two events") {
  CHECK(merge({report("a1", "Russia *shelled a hospital in Kharkiv, killing three nurses.", {"Russia"}, {"Ukraine"},
                      kStrike),
               report("a2", "Russia *bombed the harbour of Odesa and sank a tug.", {"Russia"}, {"Ukraine"}, kStrike)})
            .events.size() == 2);
}

TEST_CASE("other places keep events apart") {
  const auto at = [](const std::string& place) { return Told{.date = "2025-11-01", .place = place}; };
  const auto struck = [&](const std::string& id, const std::string& place) {
    return report(id, "Russia *shelled a hospital and a school, killing three nurses.", {"Russia"}, {"Ukraine"},
                  at(place));
  };
  CHECK(merge({struck("a1", "Kharkiv"), struck("a2", "Odesa")}).events.size() == 2);
  CHECK(merge({struck("a1", "Kharkiv"), struck("a2", "")}).events.size() == 1);
}

TEST_CASE("a report of the next day joins where it names no day, and not where it names another") {
  const auto struck = [](const std::string& id, const std::string& published, const std::string& date) {
    return report(id, "Russia *shelled a hospital in Kharkiv, killing three nurses.", {"Russia"}, {"Ukraine"},
                  {.published = published, .date = date});
  };
  CHECK(merge({struck("a1", "2025-11-01", "2025-11-01"), struck("a2", "2025-11-02", "2025-11-02")}).events.size() == 1);
  CHECK(merge({struck("a1", "2025-11-03", "2025-11-01"), struck("a2", "2025-11-03", "2025-11-02")}).events.size() == 2);
  CHECK(merge({struck("a1", "2025-11-03", "2025-11-01"), struck("a2", "2025-11-20", "2025-11")}).events.size() == 1);
  CHECK(merge({struck("a1", "2025-11-03", "2025-11-01"), struck("a2", "2025-11-20", "2025-10")}).events.size() == 2);
}

TEST_CASE("a minister acts for the country that another report names") {
  const Told talks{.type = "CONSULT", .date = "2025-11-01"};
  const KnowledgeGraph graph = merge(
      {report("a1", "China *met Peru in Lima to sign a treaty on copper exports.", {"China"}, {"Peru"}, talks),
       report("a2", "Wang Yi *met Peru in Lima to sign a treaty on copper exports.", {"Wang Yi"}, {"Peru"}, talks)});
  REQUIRE(graph.events.size() == 1);
  CHECK(names(graph, graph.events[0].sources) == "Wang Yi");
}

TEST_CASE("the same people meet once a day, whatever is said of it") {
  const auto on = [](const std::string& date) { return Told{.type = "CONSULT", .date = date}; };
  const auto first =
      report("a1", "Ana Costa *met Rui Dias in Porto on Thursday.", {"Ana Costa"}, {"Rui Dias"}, on("2025-10-30"));
  const auto second = [&](const std::string& date) {
    return report("a2", "Rui Dias and Ana Costa held *talks about fishing.", {"Rui Dias", "Ana Costa"}, {}, on(date));
  };
  CHECK(merge({first, second("2025-10-30")}).events.size() == 1);
  CHECK(merge({first, second("2025-10-31")}).events.size() == 2);
}

TEST_CASE("two persons of one country are not each other") {
  const Told talks{.type = "CONSULT", .date = "2025-11-01"};
  CHECK(merge({report("a1", "Li Qiang *met Peru in Lima to sign a treaty on copper.", {"Li Qiang"}, {"Peru"}, talks),
               report("a2", "Wang Yi *met Peru in Lima to sign a treaty on copper.", {"Wang Yi"}, {"Peru"}, talks)})
            .events.size() == 2);
}

TEST_CASE("who meets whom does not matter to a meeting, who hits whom does") {
  const auto told = [](const std::string& type) { return Told{.type = type, .date = "2025-11-01"}; };
  const auto both = [&](const std::string& type) {
    return merge({report("a1", "Ana Costa *saw Rui Dias at the harbour of Porto.", {"Ana Costa"}, {"Rui Dias"},
                         told(type)),
                  report("a2", "Rui Dias *saw Ana Costa at the harbour of Porto.", {"Rui Dias"}, {"Ana Costa"},
                         told(type))})
        .events.size();
  };
  CHECK(both("CONSULT") == 1);
  CHECK(both("ASSAULT") == 2);
}

TEST_CASE("two requests of one speaker are two events") {
  const Told asked{.type = "REQUEST", .date = "2025-11-01"};
  CHECK(merge({report("a1", "Ana Costa *called for an end to school fees.", {"Ana Costa"}, {}, asked),
               report("a2", "Ana Costa *called for new talks on fishing rights.", {"Ana Costa"}, {}, asked)})
            .events.size() == 2);
}

TEST_CASE("heading and first sentence of an article tell one event") {
  Draft draft("a1");
  tell(draft, "Russia *shells hospital in Kharkiv.", {"Russia"}, {"Ukraine"}, kStrike);
  tell(draft, "Russia *shelled a hospital in Kharkiv on Saturday, killing three nurses.", {"Russia"}, {"Ukraine"},
       kStrike);
  const KnowledgeGraph graph = merge({draft});
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].articles == 1);
}

TEST_CASE("a report between two others does not chain them") {
  const auto at = [](const std::string& place, const std::string& sentence, const std::string& id) {
    return report(id, sentence, {"Russia"}, {"Ukraine"}, {.date = "2025-11-01", .place = place});
  };
  const KnowledgeGraph graph = merge({at("Kharkiv", "Russia *shelled a hospital and a school with rockets.", "a1"),
                                      at("", "Russia *shelled a hospital and a school with rockets.", "a2"),
                                      at("Odesa", "Russia *shelled a hospital and a school with rockets.", "a3")});
  CHECK(graph.events.size() == 2);
}

TEST_CASE("copies of one report are one story of the event") {
  const auto copy = [](const std::string& id) {
    Extraction extraction =
        report(id, "Russia *shelled a hospital in Kharkiv, killing three nurses.", {"Russia"}, {"Ukraine"}, kStrike);
    extraction.article.title = "Hospital shelled";
    return extraction;
  };
  const KnowledgeGraph graph = merge({copy("a1"), copy("a2"), copy("a3")});
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].weight == 1);
  CHECK(graph.events[0].articles == 3);
}

TEST_CASE("who denies an act hangs on the act") {
  const KnowledgeGraph graph = merge({report("a1", "Russia *shelled a hospital in Kharkiv, Ukraine said.", {"Russia"},
                                             {"Ukraine"}, {.date = "2025-11-01", .attribution = "Ukraine"}),
                                      report("a2", "Russia denied *shelling the hospital in Kharkiv.", {"Russia"},
                                             {"Ukraine"}, {.published = "2025-11-03", .modality = Modality::denied})});
  REQUIRE(graph.events.size() == 1);
  const GraphEvent& event = graph.events[0];
  CHECK(event.modality == Modality::actual);
  CHECK(event.contested());
  CHECK(names(graph, event.asserted_by) == "Ukraine");
  CHECK(names(graph, event.denied_by) == "Russia");
  CHECK(event.weight == 1);  // a denial does not report it
}

TEST_CASE("what did not come about denies nothing, nor does the denial of something else") {
  const auto shelled = report("a1", "Russia *shelled a hospital in Kharkiv.", {"Russia"}, {"Ukraine"}, kStrike);
  const Told not_so{.published = "2025-11-02", .modality = Modality::denied};
  const KnowledgeGraph failed = merge(
      {shelled, report("a2", "Russia failed to *shell the hospital in Kharkiv.", {"Russia"}, {"Ukraine"}, not_so)});
  CHECK(failed.events.size() == 2);
  const KnowledgeGraph other =
      merge({shelled, report("a2", "Russia denied *bombing the harbour of Odesa.", {"Russia"}, {"Ukraine"}, not_so)});
  REQUIRE(other.events.size() == 2);
  CHECK(std::ranges::none_of(other.events, &GraphEvent::contested));
  CHECK(std::ranges::any_of(other.events, [&](const GraphEvent& e) { return names(other, e.denied_by) == "Russia"; }));
}

TEST_CASE("an accusation that is rejected says so, and the rejection stays an event") {
  Draft draft("a1");
  tell(draft, "Ukraine *accused Russia of shelling a hospital.", {"Ukraine"}, {"Russia"}, {.type = "ACCUSE"});
  tell(draft, "Moscow *rejected the allegation.", {"Russia"}, {}, {.type = "REJECT"});
  const KnowledgeGraph graph = merge({draft});
  REQUIRE(graph.events.size() == 2);
  const auto accusation = std::ranges::find(graph.events, "ACCUSE", &GraphEvent::type);
  CHECK(accusation->contested());
  CHECK(names(graph, accusation->asserted_by) == "Ukraine");
  CHECK(names(graph, accusation->denied_by) == "Russia");
}

TEST_CASE("who rejects a wish denies no accusation") {
  Draft draft("a1");
  tell(draft, "Ukraine *condemned Russia for rejecting its appeal.", {"Ukraine"}, {"Russia"}, {.type = "ACCUSE"});
  tell(draft, "Moscow *rejected the appeal.", {"Russia"}, {}, {.type = "REJECT"});
  CHECK(std::ranges::none_of(merge({draft}).events, &GraphEvent::contested));
}

TEST_CASE("the order of the articles does not matter, and other articles change no id") {
  std::vector<Extraction> articles = {
      report("a1", "Russia *shelled a hospital in Kharkiv, killing three nurses.", {"Russia"}, {"Ukraine"}, kStrike),
      report("a2", "Three nurses died when Russia *struck a hospital in Kharkiv.", {"Russia"}, {"Ukraine"}, kStrike),
      report("a3", "Russia *bombed the harbour of Odesa and sank a tug.", {"Russia"}, {"Ukraine"}, kStrike),
      report("a4", "Russia denied *shelling the hospital in Kharkiv.", {"Russia"}, {"Ukraine"},
             {.published = "2025-11-03", .modality = Modality::denied}),
      report("a5", "Russia *bombed the harbour of Odesa and sank a tug.", {"Russia"}, {"Ukraine"}, kStrike)};
  const auto sketch = [](const KnowledgeGraph& graph) {
    std::string result;
    for (const GraphEvent& e : graph.events) {
      result += e.id + " " + std::to_string(e.weight) + " " + std::to_string(e.articles) + " " + e.date + " " +
                names(graph, e.denied_by) + "\n";
    }
    return result;
  };
  const std::string expected = sketch(merge(articles));
  CHECK(merge(articles).events.size() == 2);
  std::mt19937 random(11);
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(articles, random);
    CHECK(sketch(merge(articles)) == expected);
  }
  std::vector<Extraction> fewer;
  std::ranges::copy_if(articles, std::back_inserter(fewer), [](const Extraction& e) { return e.article.id != "a2"; });
  const KnowledgeGraph all = merge(articles);
  for (const GraphEvent& event : merge(fewer).events)
    CHECK(std::ranges::find(all.events, event.id, &GraphEvent::id) != all.events.end());
}
