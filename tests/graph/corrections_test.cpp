// What corrections do to a graph, how they are written down, and what is refused.
#include "graph/corrections.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "graph/merge.h"
#include "graph/store.h"
#include "tests/graph/draft.h"

using namespace entente;

namespace {

using Action = CorrectionAction;
using Ids = std::vector<std::string>;

Correction correction(Action action, const std::string& target, const std::string& value = "",
                      const std::string& date = "") {
  return {date, "Ana", action, target, value, ""};
}

Extraction about(const std::string& id, const std::string& name, const Known& known = {}) {
  Draft draft(id);
  draft.says(name + " spoke.");
  draft.person(name, known);
  return draft;
}

Ids ids(const KnowledgeGraph& graph) {
  Ids result;
  for (const GraphEntity& entity : graph.entities) result.push_back(entity.id);
  return result;
}

const GraphEntity& entity(const KnowledgeGraph& graph, const std::string& id) {
  const auto found = std::ranges::find(graph.entities, id, &GraphEntity::id);
  REQUIRE(found != graph.entities.end());
  return *found;
}

/// The effects of corrections on articles, in canonical order.
std::vector<CorrectionEffect> effects(const std::vector<Extraction>& articles,
                                      const std::vector<Correction>& corrections) {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(articles);
  store.set_corrections(corrections);
  store.derive();
  return store.effects();
}

/// What is wrong with a table.
std::string refusal(const std::string& table) {
  try {
    static_cast<void>(parse_corrections(table, "c.tsv"));
  } catch (const CorrectionError& error) {
    return error.what();
  }
  return "";
}

bool says(const std::string& message, const std::string& part) {
  INFO("message: ", message);
  return message.find(part) != std::string::npos;
}

std::string dumped(const Store& store) {
  std::ostringstream out;
  store.dump(out);
  return out.str();
}

}  // namespace

TEST_CASE("same: one entity under the first one's id and name, with the mentions and aliases of both") {
  const std::vector<Extraction> articles = {about("a1", "Volodymyr Zelensky", {.country = "UKR"}),
                                            about("a2", "Wolodymyr Selenskyj", {.type = "politician"}),
                                            about("a3", "Wolodymyr Selenskyj")};
  const KnowledgeGraph graph =
      merge(articles, std::vector{correction(Action::same, "person/volodymyr-zelensky", "person/wolodymyr-selenskyj")});
  REQUIRE(ids(graph) == Ids{"person/volodymyr-zelensky"});
  CHECK(graph.entities[0].name == "Volodymyr Zelensky");
  CHECK(graph.entities[0].aliases == Ids{"Wolodymyr Selenskyj"});
  CHECK(graph.entities[0].articles == 3);
  CHECK(graph.entities[0].mentions == 3);
  CHECK(graph.entities[0].country == "UKR");
  CHECK(graph.entities[0].type == "politician");
}

TEST_CASE("same in a chain: the head is what no line names second") {
  const std::vector<Extraction> articles = {about("a1", "Ana Costa"), about("a2", "Bea Costa"),
                                            about("a3", "Cea Costa")};
  const KnowledgeGraph graph =
      merge(articles, std::vector{correction(Action::same, "person/bea-costa", "person/ana-costa"),
                                  correction(Action::same, "person/cea-costa", "person/bea-costa")});
  CHECK(ids(graph) == Ids{"person/cea-costa"});
  CHECK(graph.entities[0].aliases == Ids{"Ana Costa", "Bea Costa"});
}

TEST_CASE("entities are named by id, by Wikidata item, or by kind and name") {
  const std::vector<Extraction> articles = {about("a1", "Xi Jinping", {.wikidata = "Q15031"}),
                                            about("a2", "Hu Jintao")};
  for (const std::string target : {"person/xi-jinping", "person:xi-jinping", "Q15031", "person Xi Jinping"}) {
    CAPTURE(target);
    CHECK(ids(merge(articles, std::vector{correction(Action::same, target, "person hu jintao")})) ==
          Ids{"person/xi-jinping"});
  }
}

TEST_CASE("an id outlives that its entity got a namesake, where that leaves one meaning") {
  const Extraction of_brazil = about("a1", "Ana Costa", {.country = "BRA"});
  const Extraction of_portugal = about("a2", "Ana Costa", {.country = "PRT"});
  const std::vector rename{correction(Action::rename, "person/ana-costa@BRA", "Ana C. Costa")};
  CHECK(entity(merge({of_brazil, of_portugal}, rename), "person/ana-costa@BRA").name == "Ana C. Costa");
  CHECK(entity(merge({of_brazil}, rename), "person/ana-costa").name == "Ana C. Costa");

  const std::vector vague{correction(Action::rename, "person/ana-costa", "Ana C. Costa")};
  CHECK(entity(merge({of_brazil}, vague), "person/ana-costa").name == "Ana C. Costa");
  const CorrectionEffect effect = effects({of_brazil, of_portugal}, vague).at(0);
  CHECK_FALSE(effect.applied);
  CAPTURE(effect.what);
  CHECK(says(effect.what, "2 entities fit 'person/ana-costa' (person/ana-costa@BRA, person/ana-costa@PRT)"));
}

TEST_CASE("not same holds against the rules") {
  const Known link{.wikidata = "Q1"};
  const std::vector<Extraction> articles = {about("a1", "Ana Costa", link), about("a2", "Ana Dias", link)};
  CHECK(ids(merge(articles)).size() == 1);
  CHECK(ids(merge(articles, std::vector{correction(Action::not_same, "person/ana-costa", "person/ana-dias")})) ==
        Ids{"person/ana-costa", "person/ana-dias"});

  const std::vector<Extraction> namesakes = {about("a1", "Kim Min-ji", {.country = "KOR"}), about("a2", "Kim Min-ji")};
  CHECK(ids(merge(namesakes)).size() == 1);
  CHECK(
      ids(merge(namesakes, std::vector{correction(Action::not_same, "person/kim-min-ji", "person/kim-min-ji@KOR")})) ==
      Ids{"person/kim-min-ji", "person/kim-min-ji@KOR"});
}

TEST_CASE("not same, of an article: what it says is split off and loses the link") {
  const Known link{.wikidata = "Q1", .key = "person/john-smith"};
  const std::vector<Extraction> articles = {about("a1", "John Smith", link), about("a2", "John Smith", link),
                                            about("a3", "John Smith", link)};
  const KnowledgeGraph graph = merge(
      articles, std::vector{correction(Action::not_same, "person/john-smith", "person/john-smith in article a2")});
  REQUIRE(graph.entities.size() == 2);
  CHECK(graph.entities[0].id == "person/john-smith");
  CHECK(graph.entities[0].articles == 2);
  CHECK(graph.entities[0].links.wikidata == "Q1");
  CHECK(graph.entities[1].id.starts_with("person/john-smith~"));
  CHECK(graph.entities[1].articles == 1);
  CHECK(graph.entities[1].links == Links{});
}

TEST_CASE("same, of an article: what it says moves to another entity") {
  const std::vector<Extraction> articles = {about("a1", "John Smith", {.country = "GBR"}),
                                            about("a2", "John Smith", {.country = "USA"}),
                                            about("a3", "John Smith", {.country = "USA"})};
  const KnowledgeGraph graph = merge(
      articles, std::vector{correction(Action::same, "person/john-smith@GBR", "person/john-smith@USA in article a3")});
  REQUIRE(ids(graph) == Ids{"person/john-smith@GBR", "person/john-smith@USA"});
  CHECK(graph.entities[0].articles == 2);
  CHECK(graph.entities[0].country == "GBR");
  CHECK(graph.entities[1].articles == 1);
}

TEST_CASE("what two articles say is split off and made one") {
  const std::vector<Extraction> articles = {about("a1", "John Smith"), about("a2", "John Smith"),
                                            about("a3", "John Smith"), about("a4", "John Smith")};
  const std::string x = "person/john-smith";
  const KnowledgeGraph graph =
      merge(articles, std::vector{correction(Action::not_same, x, x + " in article a1"),
                                  correction(Action::not_same, x, x + " in article a3"),
                                  correction(Action::same, x + " in article a1", x + " in article a3")});
  REQUIRE(graph.entities.size() == 2);
  CHECK(graph.entities[0].articles == 2);
  CHECK(graph.entities[1].articles == 2);
}

TEST_CASE("a not same comes before a chain of sames that only the graph shows") {
  const std::vector<Extraction> articles = {about("a1", "Ana Costa", {.wikidata = "Q1"}), about("a2", "Bea Costa")};
  const std::vector<Correction> corrections{correction(Action::same, "person/ana-costa", "person/bea-costa"),
                                            correction(Action::not_same, "Q1", "person Bea Costa")};
  CHECK(merge(articles, corrections).entities.size() == 2);
  const std::vector<CorrectionEffect> what = effects(articles, corrections);
  CHECK(what == std::vector<CorrectionEffect>{{false, "a 'not same' keeps them apart"}, {true, "kept apart"}});
}

TEST_CASE("rename and retype set, and the id stays") {
  const std::vector<Extraction> articles = {about("a1", "The Hague Court", {.country = "NLD"})};
  const KnowledgeGraph graph = merge(
      articles, std::vector{correction(Action::rename, "person/the-hague-court", "International Court of Justice"),
                            correction(Action::retype, "person/the-hague-court",
                                       "kind=organisation, type=igo, country=, sector=IGO")});
  REQUIRE(ids(graph) == Ids{"person/the-hague-court"});
  CHECK(graph.entities[0].name == "International Court of Justice");
  CHECK(graph.entities[0].aliases == Ids{"The Hague Court"});
  CHECK(graph.entities[0].kind == Kind::organisation);
  CHECK(graph.entities[0].type == "igo");
  CHECK(graph.entities[0].country.empty());
  CHECK(graph.entities[0].sector == "IGO");
}

TEST_CASE("of two names the later one holds") {
  const std::vector<Extraction> articles = {about("a1", "Ana Costa")};
  const std::vector<Correction> corrections{correction(Action::rename, "person/ana-costa", "Ana A", "2025-01-02"),
                                            correction(Action::rename, "person/ana-costa", "Ana B", "2025-01-01")};
  CHECK(merge(articles, corrections).entities[0].name == "Ana A");
  CHECK(effects(articles, corrections) ==
        std::vector<CorrectionEffect>{{false, "a later correction says otherwise"}, {true, "name was 'Ana Costa'"}});
}

namespace {

/// Ana leads Brazil; Ana and Rui meet Eva; Ana meets Eva; Rui meets Eva at Ana's.
Extraction meetings() {
  Draft draft("a1");
  draft.says("They met.");
  const auto ana = draft.person("Ana Costa");
  const auto rui = draft.person("Rui Costa");
  const auto eva = draft.person("Eva Lima");
  draft.relation("leads", ana, draft.country("Brazil", "BRA"));
  draft.relation("spouse_of", rui, eva);
  draft.event("CONSULT", {ana, rui}, {eva}, "2025-11-01");
  draft.event("CONSULT", {ana}, {eva}, "2025-11-02");
  draft.event("CONSULT", {rui}, {eva}, "2025-11-03").place = ana;
  return draft;
}

}  // namespace

TEST_CASE("drop of an entity takes its relations, and the events in which nobody else is left on its side") {
  const std::vector<Correction> drop{correction(Action::drop, "person/ana-costa")};
  const KnowledgeGraph graph = merge({meetings()}, drop);
  CHECK(ids(graph) == Ids{"country/brazil", "person/eva-lima", "person/rui-costa"});
  REQUIRE(graph.relations.size() == 1);
  CHECK(graph.entities[graph.relations[0].subject].id == "person/eva-lima");
  REQUIRE(graph.events.size() == 2);
  for (const GraphEvent& event : graph.events) {
    CHECK(event.sources == std::vector<std::uint32_t>{2});
    CHECK(event.targets == std::vector<std::uint32_t>{1});
    CHECK(event.place == -1);
  }
  CHECK(effects({meetings()}, drop).at(0) == CorrectionEffect{true, "took 1 relation and 1 event with it"});
}

TEST_CASE("drop of a relation or event takes it and its evidence") {
  const KnowledgeGraph before = merge({meetings()});
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{meetings()});
  store.set_corrections(std::vector{correction(Action::drop, before.relations[0].id),
                                    correction(Action::drop, before.events[0].id),
                                    correction(Action::drop, "e-000000000000")});
  store.derive();
  CHECK(store.load().relations.size() == 1);
  CHECK(store.load().events.size() == 2);
  CHECK(store.evidence(before.relations[0].id).empty());
  CHECK(store.evidence(before.events[0].id).empty());
  CHECK_FALSE(store.evidence(before.events[1].id).empty());
  CHECK(store.evidence("person/ana-costa").size() == 1);
  const std::vector<CorrectionEffect> what = store.effects();
  CHECK(std::ranges::count(what, CorrectionEffect{true, "dropped"}) == 2);
  CHECK(std::ranges::count(what, CorrectionEffect{false, "there is no event 'e-000000000000'"}) == 1);
}

TEST_CASE("drop of what one article says leaves the entity to the others") {
  const std::vector<Extraction> articles = {about("a1", "Ana Costa"), about("a2", "Ana Costa")};
  const KnowledgeGraph graph = merge(articles, std::vector{correction(Action::drop, "person/ana-costa in article a1")});
  REQUIRE(ids(graph) == Ids{"person/ana-costa"});
  CHECK(graph.entities[0].articles == 1);
}

TEST_CASE("a correction of what is not there is kept, and holds once it comes") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{about("a1", "Ana Costa")});
  store.set_corrections(std::vector{correction(Action::same, "person/ana-costa", "person/ana-dias")});
  store.derive();
  CHECK(store.effects() == std::vector<CorrectionEffect>{{false, "there is no entity 'person/ana-dias'"}});
  store.add(std::vector{about("a2", "Ana Dias")});
  store.derive();
  CHECK(ids(store.load()) == Ids{"person/ana-costa"});
  CHECK(store.effects().at(0).applied);
  store.add(std::vector{about("a2", "Eva Lima")});  // the article is replaced
  store.derive();
  CHECK(ids(store.load()) == Ids{"person/ana-costa", "person/eva-lima"});
  CHECK(store.corrections().size() == 1);
}

TEST_CASE("an id that corrections joined to another, or a key that the rules did, is known for the whole") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{about("a1", "Ana Costa"), about("a2", "Ana Dias"), about("a3", "Rui Costa"),
                        about("a4", "Eva Lima", {.wikidata = "Q7"}), about("a5", "Eva Souza", {.wikidata = "Q7"}),
                        about("a6", "Ivo Melo")});
  store.set_corrections(std::vector{correction(Action::same, "person/rui-costa", "person/ana-dias"),
                                    correction(Action::same, "person/ana-costa", "person/ana-dias"),
                                    correction(Action::same, "person/ana-costa", "person/nobody"),
                                    correction(Action::drop, "person/ivo-melo")});
  store.derive();
  const KnowledgeGraph graph = store.load();
  REQUIRE(ids(graph) == Ids{"person/ana-costa", "person/eva-lima"});
  const auto part_of = [&](const std::string& id) -> std::pair<std::string, std::size_t> {
    const std::optional<PartOf> part = store.part_of(graph, id);
    return part ? std::pair(graph.entities[part->entity].id, part->correction) : std::pair("", 0);
  };
  const std::vector<Correction> list = store.corrections();
  REQUIRE(list[2].target == "person/rui-costa");
  CHECK(part_of("person/ana-dias") == std::pair<std::string, std::size_t>("person/ana-costa", 1));
  CHECK(part_of("person/rui-costa") == std::pair<std::string, std::size_t>("person/ana-costa", 3));
  CHECK(part_of("person/eva-souza") == std::pair<std::string, std::size_t>("person/eva-lima", 0));
  CHECK(part_of("person/nobody").first.empty());  // the correction had no effect
  CHECK(part_of("person/ivo-melo").first.empty());
}

TEST_CASE("a correction taken back leaves no trace") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{meetings(), about("a2", "Ana Costa")});
  store.derive();
  const std::string before = dumped(store);
  store.set_corrections(std::vector{correction(Action::same, "person/ana-costa", "person/rui-costa"),
                                    correction(Action::drop, "person/eva-lima")});
  CHECK(store.stale());
  store.derive();
  CHECK(dumped(store) != before);
  store.set_corrections({});
  store.derive();
  CHECK(dumped(store) == before);
}

TEST_CASE("the order of articles and corrections does not matter") {
  std::vector<Extraction> articles = {meetings(),
                                      about("a2", "Ana Costa", {.country = "BRA"}),
                                      about("a3", "Ana Costa", {.country = "PRT"}),
                                      about("a4", "Ana Costa"),
                                      about("a5", "Lee"),
                                      about("a6", "Lee"),
                                      about("a7", "Eva Lima")};
  std::vector<Correction> corrections = {
      correction(Action::same, "person/rui-costa", "person/ana-costa@BRA"),
      correction(Action::same, "person/lee in article a5", "person/lee in article a6"),
      correction(Action::not_same, "person/eva-lima", "person/eva-lima in article a7"),
      correction(Action::same, "person/eva-lima in article a7", "person/ana-costa@PRT"),
      correction(Action::rename, "person/eva-lima", "Eva", "2025-01-01"),
      correction(Action::rename, "person Eva Lima", "Evita", "2025-01-02"),
      correction(Action::retype, "person/rui-costa", "country=BRA"),
      correction(Action::drop, "person/nobody"),
      correction(Action::drop, "person/ana-costa in article a4")};
  const auto dump_of = [](const std::vector<Extraction>& all, const std::vector<Correction>& said, bool late) {
    const TemporaryFolder folder;
    Store store(folder / "x.db", Store::Mode::write);
    if (!late) store.set_corrections(said);
    for (const Extraction& article : all) {
      store.add(std::vector{article});
      if (late) store.derive();
    }
    if (late) {
      for (const Correction& each : said) store.add_corrections(std::vector{each});
    }
    store.derive();
    return dumped(store);
  };
  const std::string wanted = dump_of(articles, corrections, false);
  CHECK(wanted.find("Evita") != std::string::npos);
  std::mt19937 random(5);
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(articles, random);
    std::ranges::shuffle(corrections, random);
    CHECK(dump_of(articles, corrections, i % 2 == 1) == wanted);
  }
}

TEST_CASE("joinings say by which rule each article's entity came") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{about("a1", "Xi Jinping", {.wikidata = "Q15031"}), about("a2", "Xi Jinping"),
                        about("a3", "Shi Dsinping"), about("a4", "Lee")});
  store.set_corrections(std::vector{correction(Action::same, "person/xi-jinping", "person/shi-dsinping")});
  store.derive();
  const std::vector<Joining> joinings = store.joinings("person/xi-jinping");
  REQUIRE(joinings.size() == 3);
  CHECK(joinings[0].rule == "link");
  CHECK(joinings[0].wikidata == "Q15031");
  CHECK(joinings[1].article == "a2");
  CHECK(joinings[1].rule == "only");
  CHECK(joinings[2].name == "Shi Dsinping");
  CHECK(joinings[2].rule == "correction");
  CHECK(joinings[2].correction == 1);
  CHECK(store.joinings("person/nobody").empty());
}

TEST_CASE("a table is read whatever made it, and printed so that it is read again") {
  const std::string table =
      "\xEF\xBB\xBF# ours\r\n"
      "why\taction\ttarget\tvalue\tdate\r\n"
      "\r\n"
      "\"a \"\"quoted\"\" word\"\tNot-Same\tperson/a\tperson B b\t2025\r\n"
      "action\ttarget\n"
      "drop\tr-0123456789ab\n";
  const std::vector<Correction> read = parse_corrections(table, "c.tsv");
  CHECK(read == std::vector<Correction>{{"", "", Action::drop, "r-0123456789ab", "", ""},
                                        {"2025", "", Action::not_same, "person/a", "person B b", "a \"quoted\" word"}});
  std::vector<Correction> odd = read;
  odd.push_back({"", "\"Q\"", Action::rename, "person/a", "\"X", "#1"});
  odd = canonical(odd);
  CHECK(parse_corrections(print_corrections(odd), "c.tsv") == odd);
  CHECK(parse_corrections("", "c.tsv").empty());
}

TEST_CASE("a bad line is told with its place, its value and what to do") {
  const std::string header = "action\ttarget\tvalue\tby\tdate\twhy\n";
  CHECK(says(refusal("same\tperson/a\tperson/b\n"), "c.tsv:1: the table has no header row but begins with 'same"));
  CHECK(says(refusal("action\ttarget\tnote\n"), "c.tsv:1: no column 'note'"));
  CHECK(says(refusal("action\tvalue\n"), "c.tsv:1: no column 'target'"));
  CHECK(says(refusal(header + "# x\nmerge\tperson/a\tperson/b\n"),
             "c.tsv:3: no action 'merge'; write one of same, not same, rename, retype, drop"));
  CHECK(says(refusal(header + "same\tAna Costa\tperson/b\n"),
             "c.tsv:2: the target 'Ana Costa' names nothing; write an id"));
  CHECK(says(refusal(header + "same\tperson/a\n"), "c.tsv:2: 'same' needs a value"));
  CHECK(says(refusal(header + "same\tperson/a\tperson a\n"), "'person/a' and itself"));
  CHECK(says(refusal(header + "rename\tperson/a\n"), "'rename' of 'person/a' needs the name"));
  CHECK(says(refusal(header + "rename\te-0123456789ab\tx\n"), "only 'drop' takes one"));
  CHECK(says(refusal(header + "rename\tperson/a in article 7\tx\n"), "leave out 'in article 7'"));
  CHECK(says(refusal(header + "retype\tperson/a\tigo\n"), "'igo' has no '='"));
  CHECK(says(refusal(header + "retype\tperson/a\tkind=thing\n"), "no kind 'thing'; write person, country"));
  CHECK(says(refusal(header + "retype\tperson/a\tcountry=France\n"), "'France' is no country"));
  CHECK(says(refusal(header + "retype\tperson/a\tcolour=red\n"), "'colour' cannot be retyped"));
  CHECK(says(refusal(header + "drop\tperson/a\tx\n"), "'drop' takes no value, and has 'x'"));
  CHECK(says(refusal(header + "drop\tperson/a\t\tAna\tyesterday\n"), "'yesterday' is no date; write YYYY-MM-DD"));
  CHECK(says(refusal(header + "drop\tperson/a\t\t\t\t\tx\n"), "c.tsv:2: 'x' stands under no column"));
  CHECK(says(refusal(header + "drop\tperson/\xFF\n"), "not UTF-8"));
}

TEST_CASE("contradictions are told with both lines") {
  const std::string header = "action\ttarget\tvalue\tdate\n";
  CHECK(says(refusal(header + "same\tperson/a\tperson/b\nnot same\tperson B\tperson/a\n"),
             "c.tsv:3: 'not same person B, person/a' contradicts line 2"));
  CHECK(says(refusal(header + "same\tperson/a\tperson/b\nsame\tperson/c\tperson/b\nnot same\tperson/a\tperson/c\n"),
             "c.tsv:4: 'not same person/a, person/c' contradicts line 2, 3"));
  CHECK(says(refusal(header + "rename\tperson/a\tx\nrename\tperson/a\ty\n"),
             "c.tsv:3: 'rename person/a, y' contradicts line 2"));
  CHECK(
      says(refusal(header + "retype\tperson/a\ttype=x\nretype\tperson/a\ttype=y\n"), "the type 'y' on the same date"));
  CHECK(refusal(header + "rename\tperson/a\tx\t2024\nrename\tperson/a\ty\t2025\n").empty());
  CHECK(refusal(header + "same\tperson/a\tperson/b\nsame\tperson/b\tperson/a\n").empty());
}
