// Which entities, relations and events of different articles become one.
#include "graph/merge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "tests/graph/draft.h"

using namespace entente;

namespace {

std::vector<std::string> ids(const KnowledgeGraph& graph) {
  std::vector<std::string> result;
  for (const GraphEntity& entity : graph.entities) result.push_back(entity.id);
  return result;
}

/// An article that only mentions a person, with some others around.
Extraction about(const std::string& id, const std::string& name, const Known& known = {}) {
  Draft draft(id);
  draft.person(name, known);
  return draft;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a person of the same full name in two articles is one, whatever the spelling") {
  const KnowledgeGraph graph =
      merge({about("a1", "Nicolás Maduro"), about("a2", "Nicolas Maduro"), about("a3", "Nicolás Maduro")});
  REQUIRE(ids(graph) == Ids{"person/nicolas-maduro"});
  CHECK(graph.entities[0].name == "Nicolás Maduro");
  CHECK(graph.entities[0].aliases == std::vector<std::string>{"Nicolas Maduro"});
  CHECK(graph.entities[0].articles == 3);
  CHECK(graph.entities[0].mentions == 3);
}

TEST_CASE("a link joins what is named differently, and the lexicon's name stays") {
  const KnowledgeGraph graph =
      merge({about("a1", "Xi Jinping", {.wikidata = "Q15031", .key = "person/xi-jinping"}),
             about("a2", "Xi Jinping", {.wikidata = "Q15031", .key = "person/xi-jinping"}), about("a3", "Xi Jinping")});
  REQUIRE(ids(graph) == Ids{"person/xi-jinping"});
  CHECK(graph.entities[0].links.wikidata == "Q15031");
}

TEST_CASE("an ISO code joins countries") {
  Draft first("a1");
  first.country("China", "CHN");
  Draft second("a2");
  second.entity(Kind::country, "People's Republic of China", {.country = "CHN", .key = "country/china"});
  const KnowledgeGraph graph = merge({first, second});
  REQUIRE(ids(graph) == Ids{"country/china"});
  CHECK(graph.entities[0].links.iso3 == "CHN");
}

TEST_CASE("a bare surname stays apart in each article") {
  const KnowledgeGraph graph = merge({about("a1", "Lee"), about("a2", "Lee"), about("a3", "Lee Jae-myung")});
  REQUIRE(graph.entities.size() == 3);
  CHECK(graph.entities[0].id == "person/lee-jae-myung");
  CHECK(graph.entities[1].id.starts_with("person/lee~"));
  CHECK(graph.entities[2].id.starts_with("person/lee~"));
  CHECK(graph.entities[1].id != graph.entities[2].id);
}

TEST_CASE("a surname with a particle or a hyphen is still a bare surname") {
  CHECK(merge({about("a1", "de Gaulle"), about("a2", "de Gaulle")}).entities.size() == 2);
  CHECK(merge({about("a1", "al-Assad"), about("a2", "al-Assad")}).entities.size() == 2);
}

TEST_CASE("a single name that the lexicon linked is one") {
  CHECK(ids(merge({about("a1", "Lula", {.wikidata = "Q37181"}), about("a2", "Lula", {.wikidata = "Q37181"})})) ==
        Ids{"person/lula"});
}

TEST_CASE("namesakes of one country, or with no country on one side, are one") {
  CHECK(ids(merge({about("a1", "Kim Min-ji", {.country = "KOR"}), about("a2", "Kim Min-ji")})) ==
        Ids{"person/kim-min-ji"});
}

TEST_CASE("namesakes of two countries stay apart, and who has no country stays alone") {
  const KnowledgeGraph graph =
      merge({about("a1", "Ana Costa", {.country = "BRA"}), about("a2", "Ana Costa", {.country = "PRT"}),
             about("a3", "Ana Costa"), about("a4", "Ana Costa", {.country = "PRT"}), about("a5", "Ana Costa")});
  REQUIRE(ids(graph) == Ids{"person/ana-costa", "person/ana-costa@BRA", "person/ana-costa@PRT"});
  CHECK(graph.entities[0].articles == 2);
  CHECK(graph.entities[1].articles == 1);
  CHECK(graph.entities[2].articles == 2);
}

TEST_CASE("an unlinked namesake joins the linked one of its country, not that of another") {
  const Known linked{.country = "GBR", .wikidata = "Q1", .key = "person/john-smith"};
  CHECK(merge({about("a1", "John Smith", linked), about("a2", "John Smith", {.country = "GBR"})}).entities.size() == 1);
  CHECK(ids(merge({about("a1", "John Smith", linked), about("a2", "John Smith", {.country = "USA"})})) ==
        Ids{"person/john-smith@GBR", "person/john-smith@USA"});
}

TEST_CASE("two linked namesakes of one country are told apart by their links") {
  CHECK(ids(merge({about("a1", "John Smith", {.country = "GBR", .wikidata = "Q1"}),
                   about("a2", "John Smith", {.country = "GBR", .wikidata = "Q2"}),
                   about("a3", "John Smith", {.country = "GBR"})})) ==
        Ids{"person/john-smith@GBR", "person/john-smith@Q1", "person/john-smith@Q2"});
}

TEST_CASE("a key made unlike by the extraction is kept") {
  CHECK(ids(merge({about("a1", "John Smith", {.key = "person/john-smith@GBR"}), about("a2", "John Smith")})) ==
        Ids{"person/john-smith", "person/john-smith@GBR"});
}

TEST_CASE("ids stay unique where a key looks like a qualified one") {
  const KnowledgeGraph graph =
      merge({about("a1", "John Smith", {.key = "person/john-smith@GBR"}), about("a2", "John Smith", {.country = "GBR"}),
             about("a3", "John Smith", {.country = "USA"})});
  CHECK(ids(graph) == Ids{"person/john-smith@GBR", "person/john-smith@GBR~2", "person/john-smith@USA"});
}

TEST_CASE("a name under two kinds becomes the better supported one where the other is hardly supported") {
  Draft often("a1");
  often.entity(Kind::organisation, "Morgan Stanley", {}, 8);
  Draft once("a2");
  once.person("Morgan Stanley");
  const KnowledgeGraph joined = merge({often, once});
  REQUIRE(ids(joined) == Ids{"organisation/morgan-stanley"});
  CHECK(joined.entities[0].kind == Kind::organisation);
  CHECK(joined.entities[0].articles == 2);

  Draft also("a3");
  also.person("Morgan Stanley", {}, 3);
  CHECK(ids(merge({often, also})) == Ids{"organisation/morgan-stanley", "person/morgan-stanley"});
}

TEST_CASE("a name under two kinds stays two where countries differ") {
  Draft often("a1");
  often.entity(Kind::country, "Georgia", {.country = "GEO"}, 9);
  Draft once("a2");
  once.entity(Kind::place, "Georgia", {.country = "USA"});
  CHECK(ids(merge({often, once})) == Ids{"country/georgia", "place/georgia"});
}

TEST_CASE("type and country are those most articles agree on, ties by bytes") {
  const auto typed = [](const std::string& id, const std::string& type) {
    return about(id, "Ana Costa", {.type = type});
  };
  CHECK(merge({typed("a1", "politician"), typed("a2", "diplomat"), typed("a3", "politician")}).entities[0].type ==
        "politician");
  CHECK(merge({typed("a1", "politician"), typed("a2", "diplomat")}).entities[0].type == "diplomat");
}

TEST_CASE("an entity that no words stand for and nothing is said of is left out") {
  Draft draft("a1");
  draft.entity(Kind::country, "France", {.country = "FRA"}, 0);
  CHECK(merge({draft}).entities.empty());
}

TEST_CASE("the spellings met become aliases") {
  Draft draft("a1");
  draft.says("Xi  Jinping spoke.").says("President Xi left.");
  const std::int32_t xi = draft.entity(Kind::person, "Xi Jinping", {.wikidata = "Q15031"}, 0);
  draft.mention(xi, "Xi  Jinping").mention(xi, "President Xi");
  CHECK(merge({draft}).entities[0].aliases == std::vector<std::string>{"President Xi"});
}

TEST_CASE("a relation stated by two articles is one edge of weight two") {
  const auto states = [](const std::string& id, const std::string& published, double confidence) {
    Draft draft(id, published);
    draft.says("Xi Jinping leads China.");
    const auto xi = draft.person("Xi Jinping");
    draft.relation("leads", xi, draft.country("China", "CHN"), "president").confidence = confidence;
    return draft.done();
  };
  const KnowledgeGraph graph = merge({states("a2", "2025-11-03", 0.9), states("a1", "2025-11-01", 0.6)});
  REQUIRE(graph.relations.size() == 1);
  const GraphRelation& relation = graph.relations[0];
  CHECK(relation.weight == 2);
  CHECK(relation.articles == 2);
  CHECK(relation.confidence == 0.9);
  CHECK(relation.first_date == "2025-11-01");
  CHECK(relation.last_date == "2025-11-03");
  CHECK(graph.entities[relation.subject].id == "person/xi-jinping");
  CHECK(graph.entities[relation.object].id == "country/china");
  CHECK(relation.id.size() == 14);
  CHECK(relation.id.starts_with("r-"));
}

TEST_CASE("copies of one story weigh as one, and are counted as articles") {
  const auto states = [](const std::string& id) {
    Draft draft(id);
    draft.says("Xi Jinping leads China.");
    draft.relation("leads", draft.person("Xi Jinping"), draft.country("China", "CHN"));
    Extraction extraction = draft.done();
    extraction.article.title = "China's leader";
    return extraction;
  };
  const KnowledgeGraph graph = merge({states("a1"), states("a2"), states("a3")});
  CHECK(graph.relations.at(0).weight == 1);
  CHECK(graph.relations.at(0).articles == 3);
}

TEST_CASE("two statements of one article weigh as one") {
  Draft draft("a1");
  const auto xi = draft.person("Xi Jinping");
  const auto china = draft.country("China", "CHN");
  draft.relation("leads", xi, china);
  draft.relation("leads", xi, china);
  CHECK(merge({draft}).relations.at(0).weight == 1);
}

TEST_CASE("role, negation and pastness keep relations apart") {
  Draft draft("a1");
  const auto xi = draft.person("Xi Jinping");
  const auto china = draft.country("China", "CHN");
  draft.relation("leads", xi, china, "president");
  draft.relation("leads", xi, china, "chairman");
  draft.relation("leads", xi, china, "president").past = true;
  draft.relation("leads", xi, china, "president").negated = true;
  CHECK(merge({draft}).relations.size() == 4);
}

TEST_CASE("a symmetric relation is one in both directions, an asymmetric one is two") {
  const auto states = [](const std::string& type) {
    Draft draft("a1");
    const auto ana = draft.person("Ana Costa");
    const auto rui = draft.person("Rui Costa");
    draft.relation(type, rui, ana);
    draft.relation(type, ana, rui);
    return merge({draft});
  };
  const KnowledgeGraph spouses = states("spouse_of");
  REQUIRE(spouses.relations.size() == 1);
  CHECK(spouses.entities[spouses.relations[0].subject].id == "person/ana-costa");
  CHECK(states("succeeds").relations.size() == 2);
}

TEST_CASE("a relation between two that turn out to be one is dropped") {
  Draft draft("a1");
  const auto xi = draft.person("Xi Jinping", {.wikidata = "Q15031"});
  const auto again = draft.person("President Xi", {.wikidata = "Q15031"});
  draft.relation("relative_of", xi, again);
  CHECK(merge({draft}).relations.empty());
}

TEST_CASE("the most precise start said is kept, of those the most frequent") {
  std::vector<Extraction> articles;
  const std::vector<std::string> starts = {"2012", "2012", "2012", "2012-11-15", "2012-11-16", "2012-11-16"};
  for (std::size_t i = 0; i < starts.size(); ++i) {
    Draft draft(std::to_string(i));
    const auto xi = draft.person("Xi Jinping");
    draft.relation("leads", xi, draft.country("China", "CHN")).start = starts[i];
    articles.push_back(draft);
  }
  CHECK(merge(articles).relations.at(0).start == "2012-11-16");
}

namespace {

/// "A met B", reported by an article.
Extraction meeting(const std::string& id, const std::string& published, const std::string& date,
                   Modality modality = Modality::actual) {
  Draft draft(id, published);
  const auto usa = draft.country("United States", "USA");
  draft.event("CONSULT", {usa}, {draft.country("China", "CHN")}, date).modality = modality;
  return draft;
}

}  // namespace

TEST_CASE("reports of the same actors, kind and day are one event") {
  const KnowledgeGraph graph =
      merge({meeting("a1", "2025-11-01", "2025-10-30"), meeting("a2", "2025-11-02", "2025-10-30")});
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].weight == 2);
  CHECK(graph.events[0].date == "2025-10-30");
  CHECK(graph.events[0].first_date == "2025-11-01");
  CHECK(graph.events[0].last_date == "2025-11-02");
}

TEST_CASE("an event without a day takes place when it is reported") {
  CHECK(merge({meeting("a1", "2025-11-01", ""), meeting("a2", "2025-11-01", "")}).events.size() == 1);
  CHECK(merge({meeting("a1", "2025-11-01", ""), meeting("a2", "2025-11-02", "")}).events.size() == 2);
  const KnowledgeGraph dated = merge({meeting("a1", "2025-11-01", ""), meeting("a2", "2025-11-02", "2025-11-01")});
  REQUIRE(dated.events.size() == 1);
  CHECK(dated.events[0].date == "2025-11-01");
  CHECK(dated.events[0].precision == DatePrecision::day);
}

TEST_CASE("a month is kept as a month and apart from a day") {
  const KnowledgeGraph graph =
      merge({meeting("a1", "2025-11-01", "2025-10"), meeting("a2", "2025-11-01", "2025-11-01")});
  REQUIRE(graph.events.size() == 2);
  CHECK(std::ranges::any_of(
      graph.events, [](const GraphEvent& e) { return e.date == "2025-10" && e.precision == DatePrecision::month; }));
}

TEST_CASE("what is planned and what happened are two events") {
  CHECK(merge({meeting("a1", "2025-11-01", "2025-11-01"), meeting("a2", "2025-11-01", "2025-11-01", Modality::planned)})
            .events.size() == 2);
}

TEST_CASE("events with neither source nor target, or without any date, stay apart") {
  const auto blast = [](const std::string& id) {
    Draft draft(id);
    draft.event("ASSAULT", {}, {}, "2025-11-01");
    return draft.done();
  };
  CHECK(merge({blast("a1"), blast("a2")}).events.size() == 2);
  CHECK(merge({meeting("a1", "", ""), meeting("a2", "", "")}).events.size() == 2);
}

TEST_CASE("an event has the coding most statements give and the contexts of all") {
  const auto coded = [](const std::string& id, const std::string& cameo, const std::string& context) {
    Extraction extraction = meeting(id, "2025-11-01", "2025-11-01");
    extraction.events[0].cameo = cameo;
    extraction.events[0].contexts = {context};
    return extraction;
  };
  const KnowledgeGraph graph =
      merge({coded("a1", "042", "economic"), coded("a2", "043", "diplomatic"), coded("a3", "043", "economic")});
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].cameo == "043");
  CHECK(graph.events[0].contexts == std::vector<std::string>{"diplomatic", "economic"});
}

TEST_CASE("indices that point nowhere are passed over") {
  Draft draft("a1");
  const auto xi = draft.person("Xi Jinping");
  draft.relation("leads", xi, 7);
  draft.relation("leads", -1, xi);
  draft.event("CONSULT", {xi, 9}, {-3}).place = 12;
  const KnowledgeGraph graph = merge({draft});
  CHECK(graph.relations.empty());
  REQUIRE(graph.events.size() == 1);
  CHECK(graph.events[0].sources.size() == 1);
  CHECK(graph.events[0].place == -1);
}

TEST_CASE("the order of the articles does not matter") {
  std::vector<Extraction> articles = {about("a1", "Ana Costa", {.country = "BRA"}),
                                      about("a2", "Ana Costa", {.country = "PRT"}),
                                      about("a3", "Ana Costa"),
                                      about("a4", "Lee"),
                                      about("a5", "Lee"),
                                      meeting("a6", "2025-11-01", ""),
                                      meeting("a7", "2025-11-03", "2025-11-01"),
                                      meeting("a8", "2025-11-02", "2025-10")};
  const auto sketch = [](const KnowledgeGraph& graph) {
    std::string result;
    for (const GraphEntity& e : graph.entities) result += e.id + " " + e.name + " " + std::to_string(e.mentions) + "\n";
    for (const GraphEvent& e : graph.events) result += e.id + " " + e.date + " " + std::to_string(e.weight) + "\n";
    return result;
  };
  const std::string expected = sketch(merge(articles));
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(articles.begin(), articles.end(), random);
    CHECK(sketch(merge(articles)) == expected);
  }
}

TEST_CASE("spellings of one name in different articles are one person") {
  const auto one = [](const std::string& a, const std::string& b, const Known& of_a = {}, const Known& of_b = {}) {
    return merge({about("a1", a, of_a), about("a2", b, of_b)}).entities.size() == 1;
  };
  CHECK(one("Qasem Soleimani", "Qassem Soleimani", {}, {.country = "IRN"}));
  CHECK(one("Mohammad bin Salman", "Mohammed bin Salman"));
  CHECK(one("Muhammad bin Salman", "Mohamed Bin Salman", {.country = "SAU"}, {.country = "SAU"}));
  CHECK(one("Volodymyr Zelenskyy", "Volodymyr Zelensky"));
  CHECK(one("Vladimir Zelensky", "Volodymyr Zelenskiy"));
  CHECK(one("Antony Blinken", "Anthony Blinken"));
  CHECK_FALSE(one("Qasem Soleimani", "Qassem Soleimani", {.country = "LBN"}, {.country = "IRN"}));
  CHECK_FALSE(one("Mario Rossi", "Maria Rossi"));
  CHECK_FALSE(one("Hassan Rouhani", "Hussein Rouhani"));
  CHECK_FALSE(one("Paul Budd", "Paul Rudd"));
  CHECK_FALSE(one("Kim Ki-hyun", "Kim Kyou-hyun"));
  CHECK_FALSE(one("Chen Chih-chung", "Chen Shih-chung"));
}

TEST_CASE("a name with an initial and without it is one person, unless there are several initials") {
  CHECK(merge({about("a1", "Brian Carroll"), about("a2", "Brian T. Carroll")}).entities.size() == 1);
  CHECK(ids(merge({about("a1", "George Bush"), about("a2", "George W. Bush"), about("a3", "George H. W. Bush")})) ==
        Ids{"person/george-bush", "person/george-h-w-bush", "person/george-w-bush"});
}

TEST_CASE("spellings of one organisation's name are one") {
  const auto one = [](const std::string& a, const std::string& b) {
    Draft first("a1");
    first.entity(Kind::organisation, a);
    Draft second("a2");
    second.entity(Kind::organisation, b);
    return merge({first, second}).entities.size() == 1;
  };
  CHECK(one("U.S. Chess Federation", "United States Chess Federation"));
  CHECK(one("U.N. Security Council", "UN Security Council"));
  CHECK(one("Food and Agriculture Organization", "Food and Agriculture Organisation"));
  CHECK(one("Council on Foreign Relations", "Council of Foreign Relations"));
  CHECK(one("Kurdistan Workers' Party", "Kurdistan Worker's Party"));
  CHECK_FALSE(one("The Times", "New York Times"));
  CHECK_FALSE(one("ABC News", "NBC News"));
  CHECK_FALSE(one("Rolling Stone", "Rolling Stones"));
  CHECK_FALSE(one("Group A", "Group B"));
}

TEST_CASE("an acronym joins the organisation that an article calls by it") {
  Draft both("a1");
  both.says("The Commission on Presidential Debates (CPD) met.");
  const auto commission = both.entity(Kind::organisation, "Commission on Presidential Debates");
  both.mention(commission, "CPD");
  Draft alone("a2");
  alone.says("CPD answered.");
  alone.entity(Kind::organisation, "CPD");
  Draft again("a4");
  again.says("The Commission on Presidential Debates met.");
  again.entity(Kind::organisation, "Commission on Presidential Debates");
  CHECK(ids(merge({both, alone, again})) == Ids{"organisation/commission-on-presidential-debates"});
  CHECK(merge({both, alone}).entities.size() == 2);  // three letters, and only one article that knows the name

  Draft other("a3");
  other.says("The Communist Party of Denmark (CPD) met.");
  other.mention(other.entity(Kind::organisation, "Communist Party of Denmark"), "CPD");
  CHECK(merge({both, alone, again, other}).entities.size() == 3);
}

TEST_CASE("a body as every country has stays apart in each article, unless its country is known") {
  const auto body = [](const std::string& id, const std::string& name, const std::string& country) {
    Draft draft(id);
    draft.entity(Kind::organisation, name, {.country = country});
    return draft.done();
  };
  CHECK(merge({body("a1", "Foreign Ministry", ""), body("a2", "Foreign Ministry", "")}).entities.size() == 2);
  CHECK(merge({body("a1", "Supreme Court", ""), body("a2", "Supreme Court", "")}).entities.size() == 2);
  CHECK(merge({body("a1", "Foreign Ministry", "IRN"), body("a2", "Foreign Ministry", "IRN")}).entities.size() == 1);
  CHECK(merge({body("a1", "Green Cross", ""), body("a2", "Green Cross", "")}).entities.size() == 1);
}

TEST_CASE("an organisation's name of several words taken for a place elsewhere is one") {
  Draft first("a1");
  first.entity(Kind::organisation, "Newport Wafer Fab", {}, 2);
  Draft second("a2");
  second.entity(Kind::place, "Newport Wafer Fab");
  CHECK(ids(merge({first, second})) == Ids{"organisation/newport-wafer-fab"});
  Draft british("a3");
  british.entity(Kind::organisation, "Newport Wafer Fab", {.country = "GBR"}, 2);
  Draft american("a4");
  american.entity(Kind::place, "Newport Wafer Fab", {.country = "USA"});
  CHECK(merge({british, american}).entities.size() == 2);
}

TEST_CASE("the tables of spellings and of words for bodies are sorted") {
  for (const std::string name : {"spellings.tsv", "body_words.txt"}) {
    std::ifstream in(std::string(ENTENTE_SOURCE_DIR "/data/language/") + name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    REQUIRE(lines.size() > 10);
    if (name.ends_with(".tsv")) lines.erase(lines.begin());
    CHECK(std::ranges::is_sorted(lines));
    CHECK(std::ranges::adjacent_find(lines) == lines.end());
  }
}
