// The graph file: what goes in comes out, evidence, search, and files that are none.
#include "graph/store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "graph/merge.h"
#include "tests/graph/draft.h"

using namespace entente;

namespace {

/// "Xi Jinping met Emmanuel Macron in Paris." and more, with a relation and an event.
Extraction visit(const std::string& id = "a1", const std::string& published = "2025-11-01", bool deny = false) {
  Draft draft(id, published);
  draft.says("Xi Jinping leads China.").says("He met Emmanuel Macron in Łódź.");
  if (deny) draft.says("Macron denied that they met in Łódź.");
  const auto xi = draft.person("Xi Jinping", {.wikidata = "Q15031"});
  const auto macron = draft.person("Emmanuel Macron", {.country = "FRA"});
  const auto china = draft.country("China", "CHN");
  const auto city = draft.entity(Kind::place, "Łódź", {.country = "POL"});
  Relation& leads = draft.relation("leads", xi, china, "president");
  leads.evidence = {0, 23};
  leads.start = "2012-11-15";
  Event& met = draft.event("CONSULT", {xi}, {macron}, "2025-10-31");
  met.mode = "meeting";
  met.contexts = {"diplomatic"};
  met.cameo = "042";
  met.quad = 1;
  met.intensity = 1.9;
  met.place = city;
  met.trigger = {27, 30};
  if (!deny) return draft;
  const Span denial = draft.done().sentences[2];
  Event denied = met;
  denied.modality = Modality::denied;
  denied.attribution = macron;
  denied.evidence = denial;
  denied.trigger = {denial.begin + 22, denial.begin + 25};
  draft.event("CONSULT", {}, {}) = denied;
  return draft;
}

std::string dumped(const Store& store) {
  std::ostringstream out;
  store.dump(out);
  return out.str();
}

/// What opening a file says is wrong.
std::string refusal(const std::filesystem::path& file, Store::Mode mode = Store::Mode::read) {
  try {
    const Store store(file, mode);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool says(const std::string& message, const std::string& part) {
  INFO("message: ", message);
  return message.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an extraction comes out as it went in") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit()});
  REQUIRE(store.extractions().size() == 1);
  CHECK(store.extractions()[0] == visit());
  CHECK(store.extraction("a1") == visit());
  CHECK_FALSE(store.extraction("a2").has_value());
  CHECK(store.article_count() == 1);
  CHECK(store.sentence_count() == 2);
}

TEST_CASE("the file is one file, and opens again") {
  const TemporaryFolder folder;
  {
    Store store(folder / "x.db", Store::Mode::write);
    store.add(std::vector{visit()});
    store.derive();
  }
  CHECK_FALSE(std::filesystem::exists(folder / "x.db-journal"));
  CHECK_FALSE(std::filesystem::exists(folder / "x.db-wal"));
  const Store store(folder / "x.db", Store::Mode::read);
  CHECK(store.article_count() == 1);
  CHECK(store.load().entities.size() == 4);
  CHECK(store.meta("writer").starts_with("entente "));
}

TEST_CASE("the graph is that of merge(), field by field") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit("a2", "2025-11-02"), visit("a1")});
  CHECK(store.stale());
  CHECK(store.load().entities.empty());
  store.derive();
  CHECK_FALSE(store.stale());

  const KnowledgeGraph loaded = store.load();
  const KnowledgeGraph merged = merge({visit("a1"), visit("a2", "2025-11-02")});
  REQUIRE(loaded.entities.size() == merged.entities.size());
  for (std::size_t i = 0; i < merged.entities.size(); ++i) {
    CHECK(loaded.entities[i].id == merged.entities[i].id);
    CHECK(loaded.entities[i].kind == merged.entities[i].kind);
    CHECK(loaded.entities[i].name == merged.entities[i].name);
    CHECK(loaded.entities[i].aliases == merged.entities[i].aliases);
    CHECK(loaded.entities[i].country == merged.entities[i].country);
    CHECK(loaded.entities[i].links == merged.entities[i].links);
    CHECK(loaded.entities[i].articles == 2);
    CHECK(loaded.entities[i].mentions == merged.entities[i].mentions);
    CHECK(loaded.entities[i].first_date == "2025-11-01");
    CHECK(loaded.entities[i].last_date == "2025-11-02");
  }
  REQUIRE(loaded.relations.size() == 1);
  CHECK(loaded.relations[0].id == merged.relations[0].id);
  CHECK(loaded.relations[0].subject == merged.relations[0].subject);
  CHECK(loaded.relations[0].object == merged.relations[0].object);
  CHECK(loaded.relations[0].role == "president");
  CHECK(loaded.relations[0].start == "2012-11-15");
  CHECK(loaded.relations[0].weight == 2);
  CHECK(loaded.relations[0].articles == 2);
  CHECK(loaded.relations[0].confidence == 0.5);
  REQUIRE(loaded.events.size() == 1);
  CHECK(loaded.events[0].id == merged.events[0].id);
  CHECK(loaded.events[0].mode == "meeting");
  CHECK(loaded.events[0].contexts == std::vector<std::string>{"diplomatic"});
  CHECK(loaded.events[0].cameo == "042");
  CHECK(loaded.events[0].quad == 1);
  CHECK(loaded.events[0].intensity == 1.9);
  CHECK(loaded.events[0].date == "2025-10-31");
  CHECK(loaded.events[0].precision == DatePrecision::day);
  CHECK(loaded.events[0].sources == merged.events[0].sources);
  CHECK(loaded.events[0].targets == merged.events[0].targets);
  CHECK(loaded.entities[static_cast<std::size_t>(loaded.events[0].place)].name == "Łódź");
  CHECK(loaded.events[0].attribution == -1);
}

TEST_CASE("who asserts and who denies an event, and the sentences of each") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit("a1"), visit("a2", "2025-11-02", true)});
  store.derive();
  const KnowledgeGraph graph = store.load();
  REQUIRE(graph.events.size() == 1);
  const GraphEvent& met = graph.events[0];
  CHECK(met.contested());
  CHECK(met.weight == 2);
  CHECK(met.articles == 2);
  REQUIRE(met.denied_by.size() == 1);
  CHECK(graph.entities[met.denied_by[0]].name == "Emmanuel Macron");
  const std::vector<Evidence> evidence = store.evidence(met.id);
  REQUIRE(evidence.size() == 3);
  CHECK_FALSE(evidence[0].denies);
  CHECK_FALSE(evidence[1].denies);
  CHECK(evidence[2].denies);
  CHECK(evidence[2].text == "Macron denied that they met in Łódź.");
}

TEST_CASE("evidence of an entity: each sentence that mentions it, by date") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit("a1", "2025-11-05"), visit("a2", "2025-11-02")});
  store.derive();
  const std::vector<Evidence> evidence = store.evidence("person/emmanuel-macron");
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].article == "a2");
  CHECK(evidence[0].published == "2025-11-02");
  CHECK(evidence[0].title == "Title of a2");
  CHECK(evidence[0].text == "He met Emmanuel Macron in Łódź.");
  CHECK(evidence[0].sentence == Span{24, 55});
  CHECK(evidence[0].span == Span{31, 46});
  CHECK(evidence[1].article == "a1");
  CHECK(store.evidence("person/emmanuel-macron", 1).size() == 1);
}

TEST_CASE("evidence of a relation and an event: the statement with its rule and confidence") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit()});
  store.derive();
  const KnowledgeGraph graph = store.load();
  const std::vector<Evidence> leads = store.evidence(graph.relations.at(0).id);
  REQUIRE(leads.size() == 1);
  CHECK(leads[0].text == "Xi Jinping leads China.");
  CHECK(leads[0].confidence == 0.5);
  CHECK(leads[0].rule == "by-hand");
  CHECK(leads[0].statement == 0);
  const std::vector<Evidence> met = store.evidence(graph.events.at(0).id);
  REQUIRE(met.size() == 1);
  CHECK(met[0].text == "He met Emmanuel Macron in Łódź.");
}

TEST_CASE("nothing is evidence for an unknown id") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit()});
  store.derive();
  for (const std::string id : {"", "person/nobody", "r-", "r-000000000000", "e-zzzzzzzzzzzz", "r-0000000000000000",
                               "x'; DROP TABLE articles; --"}) {
    CHECK(store.evidence(id).empty());
  }
}

TEST_CASE("a changed article replaces its old self, in the text search too") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit()});
  const auto hash = store.content_hash("a1");
  Draft changed("a1");
  changed.says("Nothing happened.");
  store.add(std::vector<Extraction>{changed});
  store.derive();
  CHECK(store.content_hash("a1") != hash);
  CHECK(store.article_count() == 1);
  CHECK(store.sentence_count() == 1);
  CHECK(store.search("Macron", 9).empty());
  CHECK(store.search("happened", 9).size() == 1);
  CHECK(store.load().entities.empty());

  Store fresh(folder / "y.db", Store::Mode::write);
  fresh.add(std::vector<Extraction>{changed});
  fresh.derive();
  CHECK(dumped(store) == dumped(fresh));
}

TEST_CASE("the hash depends on every field of an article and on what read it") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  const auto hash = [&](const Extraction& extraction, std::string_view extractor = "") {
    store.add(std::vector{extraction}, extractor);
    return *store.content_hash("a1");
  };
  const std::string base = hash(visit());
  CHECK(hash(visit()) == base);
  CHECK(hash(visit(), "model 2") != base);
  for (std::string Article::*field :
       {&Article::title, &Article::published, &Article::source, &Article::url, &Article::language, &Article::text}) {
    Extraction changed = visit();
    changed.article.*field += "x";
    CHECK(hash(changed) != base);
  }
}

TEST_CASE("a text is found by its words, whatever their case and diacritics") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  Draft draft("a1");
  draft.says("Nicolás Maduro spoke in Caracas.").says("The summit in São Paulo ended.").says("He spoke again.");
  store.add(std::vector<Extraction>{draft});
  const auto found = [&](std::string_view query) {
    std::string result;
    for (const Passage& passage : store.search(query, 10)) result += passage.where.text + "|";
    return result;
  };
  CHECK(found("maduro nicolas") == "Nicolás Maduro spoke in Caracas.|");
  CHECK(found("SÃO") == "The summit in São Paulo ended.|");
  CHECK(found("\"spoke in\"") == "Nicolás Maduro spoke in Caracas.|");
  CHECK(found("summ*") == "The summit in São Paulo ended.|");
  CHECK(found("spoke -caracas") == "He spoke again.|");
  CHECK(found("spoke NOT caracas") == "He spoke again.|");
  CHECK(found("caracas OR paulo").find("Paulo") != std::string::npos);
  CHECK(found("caracas OR paulo").find("Caracas") != std::string::npos);
  CHECK(found("caracas paulo").empty());
  CHECK(store.search("spoke", 1).size() == 1);
  CHECK(store.search("caracas", 1)[0].where.sentence == Span{0, 32});
  CHECK(store.search("caracas", 1)[0].where.article == "a1");
}

TEST_CASE("no query is refused, however odd") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit()});
  const std::vector<std::string> odd = {"",
                                        " ",
                                        "\"",
                                        "\"\"",
                                        "\"\"\"",
                                        "\"Xi",
                                        "Xi\"",
                                        "*",
                                        "**",
                                        "Xi**",
                                        "-",
                                        "--",
                                        "- -",
                                        "-Xi",
                                        "NOT",
                                        "OR",
                                        "AND",
                                        "NEAR",
                                        "NOT NOT",
                                        "OR OR",
                                        "Xi OR",
                                        "OR Xi",
                                        "Xi NOT",
                                        "Xi NOT OR",
                                        "(",
                                        ")",
                                        "(Xi",
                                        "Xi)",
                                        "()",
                                        "text:Xi",
                                        "^Xi",
                                        "Xi + Jinping",
                                        "{text}: Xi",
                                        "NEAR(Xi China)",
                                        "'",
                                        "';--",
                                        "\\",
                                        "%",
                                        "_",
                                        "a\0b",
                                        "\xff\xfe",
                                        "Ł",
                                        "习近平",
                                        "😀",
                                        "e\u0301",
                                        "\u0301",
                                        std::string("\0", 1),
                                        std::string("Xi\0China", 8),
                                        std::string(100000, '('),
                                        std::string(10000, '"')};
  for (const std::string& query : odd) {
    INFO("query: ", query.substr(0, 40));
    CHECK_NOTHROW((void)store.search(query, 5));
  }
  CHECK(store.search("\"Xi", 5).size() == 1);
  CHECK(store.search("NEAR(Xi China)", 5).empty());  // a word "NEAR" does not occur
  CHECK(store.search("text:Xi", 5).empty());
  CHECK(store.search("(Xi)", 5).size() == 1);
}

TEST_CASE("a missing, empty or foreign file is refused with what it is") {
  const TemporaryFolder folder;
  CHECK(says(refusal(folder / "none.db"), "does not exist"));
  CHECK(says(refusal(folder / ""), "is a folder"));
  CHECK(says(refusal(folder / "no/such/folder.db", Store::Mode::write), "folder.db"));

  write_file(folder / "empty.db", "");
  CHECK(says(refusal(folder / "empty.db"), "is empty"));
  write_file(folder / "text.db", "{\"id\": \"a1\", \"text\": \"An article, not a graph.\"}");
  CHECK(says(refusal(folder / "text.db"), "not a graph file: it begins with '{\"id\": \"a1\""));
  CHECK(says(refusal(folder / "text.db", Store::Mode::write), "not a graph file"));
  write_file(folder / "short.db", "SQLite for");
  CHECK(says(refusal(folder / "short.db"), "cut short"));

  SQLite::Database(std::string(folder / "other.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (x); PRAGMA application_id = 7;");
  CHECK(says(refusal(folder / "other.db"), "database of another program (application id 0x00000007"));
  CHECK(says(refusal(folder / "other.db", Store::Mode::write), "database of another program"));
}

TEST_CASE("a file of another version is refused with what to do") {
  const TemporaryFolder folder;
  { const Store store(folder / "x.db", Store::Mode::write); }
  const auto set_version = [&](const std::string& version) {
    SQLite::Database(std::string(folder / "x.db"), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = " + version);
  };
  set_version("99");
  CHECK(says(refusal(folder / "x.db"), "newer version of entente (schema 99"));
  set_version("0");
  CHECK(says(refusal(folder / "x.db"), "older version of entente (schema 0"));
  set_version("1");
  CHECK(says(refusal(folder / "x.db"), "older version of entente (schema 1"));
  set_version("2");
  CHECK(refusal(folder / "x.db").empty());
}

TEST_CASE("a truncated or damaged file raises an error that names it, never more") {
  const TemporaryFolder folder;
  {
    Store store(folder / "x.db", Store::Mode::write);
    store.add(std::vector{visit()});
    store.derive();
  }
  const std::string whole = read_file(folder / "x.db");
  for (std::size_t size = 0; size < whole.size(); size += 1500) {
    write_file(folder / "cut.db", std::string_view(whole).substr(0, size));
    CHECK_FALSE(refusal(folder / "cut.db").empty());
  }
  for (std::size_t at = 100; at < whole.size(); at += 700) {
    std::string damaged = whole;
    for (std::size_t i = at; i < std::min(at + 40, whole.size()); ++i) damaged[i] = static_cast<char>(~damaged[i]);
    write_file(folder / "damaged.db", damaged);
    try {
      Store store(folder / "damaged.db", Store::Mode::read);
      (void)store.load();
      (void)store.extractions();
      (void)store.evidence("person/xi-jinping");
      (void)store.search("Xi", 5);
    } catch (const std::runtime_error& error) {
      CHECK_FALSE(std::string(error.what()).empty());
    }
  }
}

TEST_CASE("a file open for reading cannot be written") {
  const TemporaryFolder folder;
  { const Store store(folder / "x.db", Store::Mode::write); }
  Store store(folder / "x.db", Store::Mode::read);
  CHECK_THROWS_WITH_AS(store.add(std::vector{visit()}), doctest::Contains("cannot be written"), std::runtime_error);
}

TEST_CASE("text with line breaks, NULs and other scripts keeps its offsets") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  Draft draft("a1");
  draft.says("习近平访问俄罗斯。").says("Ünlü\nsöz.").says(std::string("a\0b.", 4));
  store.add(std::vector<Extraction>{draft});
  store.derive();
  CHECK(store.search("unlu", 5).at(0).where.text == "Ünlü\nsöz.");
  CHECK(store.extractions().at(0) == draft.done());
}

TEST_CASE("evidence read at once is the same as one by one") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  store.add(std::vector{visit("a2", "2025-11-01", true), visit("a1", "2025-11-02"), visit("a3", "2025-10-30")});
  store.derive();
  const TieReports reports = store.tie_reports();
  const auto facts = [](const std::vector<Evidence>& evidence) {
    std::vector<std::string> result;
    for (const Evidence& e : evidence) {
      result.push_back(e.article + " " + e.text + " " + e.rule + " " + std::to_string(e.statement) + " " +
                       std::to_string(e.confidence) + " " + std::to_string(e.span.begin) + (e.denies ? " denies" : ""));
    }
    return result;
  };
  const KnowledgeGraph graph = store.load();
  std::vector<std::string> ids;
  for (const GraphRelation& relation : graph.relations) ids.push_back(relation.id);
  for (const GraphEvent& event : graph.events) ids.push_back(event.id);
  REQUIRE(ids.size() >= 2);
  std::size_t denials = 0;
  for (const std::string& id : ids) {
    const std::vector<std::string> all = facts(store.evidence(id));
    CAPTURE(id);
    CHECK(all.size() >= 2);
    CHECK(facts(store.evidence(reports, id)) == all);
    CHECK(facts(store.evidence(reports, id, 1)) == facts(store.evidence(id, 1)));
    denials += static_cast<std::size_t>(std::ranges::count_if(all, [](auto& e) { return e.ends_with("denies"); }));
  }
  CHECK(denials == 1);
  CHECK(facts(store.evidence(reports, graph.relations.at(0).id)).front().starts_with("a3 "));
  CHECK(store.evidence(reports, "r-000000000000").empty());
  CHECK(store.evidence(reports, graph.entities.at(0).id).empty());
  CHECK(store.evidence(TieReports{}, ids[0]).empty());
}
