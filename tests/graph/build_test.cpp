// The promise of building: the same file content for any order, thread count, number of runs, and wherever a run was
// cut off.
#include "graph/build.h"

#include <doctest/doctest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <random>
#include <sstream>
#include <stdexcept>

#include "tests/graph/draft.h"

using namespace entente;

namespace {

constexpr const char* kNames[] = {"Ana Costa", "Lee",      "Rui Costa", "Lee Jae-myung", "Kim Min-ji",
                                  "Costa",     "Ana Dias", "Eva Lima",  "Lima",          "Xi Jinping"};
constexpr const char* kCountries[] = {"", "BRA", "PRT", "KOR", "CHN"};

/// Articles that share people, some with conflicting countries.
std::vector<Article> articles(std::size_t count) {
  std::vector<Article> result;
  for (std::size_t i = 0; i < count; ++i) {
    Article article;
    article.id = "article-" + std::to_string(i);
    article.title = "Number " + std::to_string(i);
    article.published = "2025-11-" + std::to_string(10 + i % 20);
    article.text = std::string(kNames[i % 10]) + " met " + kNames[(i * 7 + 3) % 10] + ".";
    result.push_back(article);
  }
  return result;
}

/// A pure function of the article, as extraction is.
Extraction extracted(const Article& article) {
  const std::size_t number = std::hash<std::string>{}(article.text + article.published);
  Draft draft(article.id, article.published);
  draft.says(article.text);
  const std::size_t met = article.text.find(" met ");
  const auto who = draft.person(article.text.substr(0, met), {.country = kCountries[number % 5]});
  const auto whom = draft.person(article.text.substr(met + 5, article.text.size() - met - 6));
  draft.event("CONSULT", {who}, {whom}, number % 3 == 0 ? article.published : "");
  draft.relation("spouse_of", who, whom);
  return draft;
}

ArticleSource from(std::vector<Article> list) {
  auto at = std::make_shared<std::size_t>(0);
  return [list = std::move(list), at](Article& article) {
    if (*at == list.size()) return false;
    article = list[(*at)++];
    return true;
  };
}

std::string dumped(const Store& store) {
  std::ostringstream out;
  store.dump(out);
  return out.str();
}

/// The file that a plain run makes.
std::string expected(const std::vector<Article>& list) {
  const TemporaryFolder folder;
  Store store(folder / "expected.db", Store::Mode::write);
  build_graph(from(list), extracted, store, {.threads = 1});
  return dumped(store);
}

constexpr std::size_t kMany = 150;

}  // namespace

TEST_CASE("any order, any number of threads and any batch give the same file") {
  const std::string wanted = expected(articles(kMany));
  CHECK(wanted.find("person/ana-costa") != std::string::npos);
  const TemporaryFolder folder;
  std::mt19937 random(11);
  for (unsigned threads = 1; threads <= 4; ++threads) {
    std::vector<Article> list = articles(kMany);
    std::shuffle(list.begin(), list.end(), random);
    const auto file = folder / (std::to_string(threads) + ".db");
    Store store(file, Store::Mode::write);
    const BuildReport report = build_graph(from(list), extracted, store, {.threads = threads, .batch = threads * 13});
    CHECK(report.counts == BuildCounts{.read = kMany, .added = kMany});
    CHECK(report.problems.empty());
    CHECK(dumped(store) == wanted);
  }
}

TEST_CASE("several runs give the file of one run") {
  const std::vector<Article> all = articles(kMany);
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  const std::vector<Article> tail(all.begin() + 40, all.end());
  const std::vector<Article> head(all.begin(), all.begin() + 60);
  build_graph(from(tail), extracted, store);
  const BuildReport report = build_graph(from(head), extracted, store);
  CHECK(report.counts == BuildCounts{.read = 60, .added = 40, .unchanged = 20});
  CHECK(dumped(store) == expected(all));
}

TEST_CASE("adding the same articles again changes nothing and extracts nothing") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  build_graph(from(articles(30)), extracted, store);
  const std::string before = dumped(store);
  std::atomic<int> extractions = 0;
  const auto counting = [&](const Article& article) {
    ++extractions;
    return extracted(article);
  };
  const BuildReport report = build_graph(from(articles(30)), counting, store);
  CHECK(report.counts == BuildCounts{.read = 30, .unchanged = 30});
  CHECK(extractions == 0);
  CHECK(dumped(store) == before);
}

TEST_CASE("articles that another model read are read again") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  build_graph(from(articles(5)), extracted, store, {.extractor = "model 1"});
  CHECK(build_graph(from(articles(5)), extracted, store, {.extractor = "model 1"}).counts.unchanged == 5);
  CHECK(build_graph(from(articles(5)), extracted, store, {.extractor = "model 2"}).counts.replaced == 5);
  CHECK(store.meta("extractor") == "model 2");
}

TEST_CASE("a changed article replaces its old self") {
  std::vector<Article> list = articles(20);
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  build_graph(from(list), extracted, store);
  list[7].text = "Eva Lima met Xi Jinping.";
  const BuildReport report = build_graph(from(list), extracted, store);
  CHECK(report.counts == BuildCounts{.read = 20, .unchanged = 19, .replaced = 1});
  CHECK(dumped(store) == expected(list));
}

TEST_CASE("of different articles with one id the one published last stays, in any order, and it is said") {
  std::vector<Article> list = articles(10);
  Article rival = list[3];
  rival.published = "2025-12-24";
  rival.text = "Eva Lima met Lima.";
  Article twin = rival;
  twin.text = "Rui Costa met Lima.";
  std::vector<Article> winners = list;
  winners[3] = rival;
  const std::string either = expected(winners);
  winners[3] = twin;
  const std::string other = expected(winners);

  list.push_back(rival);
  list.push_back(twin);
  std::string first;
  std::mt19937 random(3);
  for (int i = 0; i < 8; ++i) {
    std::shuffle(list.begin(), list.end(), random);
    const TemporaryFolder folder;
    Store store(folder / "x.db", Store::Mode::write);
    const BuildReport report = build_graph(from(list), extracted, store, {.threads = 2, .batch = 3});
    CHECK(report.counts.conflicting == 2);
    REQUIRE(report.problems.size() == 2);
    CHECK(report.problems[0].article == "article-3");
    const std::string content = dumped(store);
    CHECK((content == either || content == other));
    if (first.empty()) first = content;
    CHECK(content == first);
  }
}

TEST_CASE("an article that cannot be extracted is named, the others go on") {
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  const auto failing = [](const Article& article) {
    if (article.id == "article-4") throw std::runtime_error("no such word");
    return extracted(article);
  };
  const BuildReport report = build_graph(from(articles(10)), failing, store);
  CHECK(report.counts == BuildCounts{.read = 10, .added = 9, .failed = 1});
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems[0].article == "article-4");
  CHECK(report.problems[0].message == "cannot be extracted: no such word");
}

TEST_CASE("an article without an id is named") {
  std::vector<Article> list = articles(2);
  list[0].id.clear();
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  const BuildReport report = build_graph(from(list), extracted, store);
  CHECK(report.counts.failed == 1);
  CHECK(report.problems.at(0).message.find("'Number 0'") != std::string::npos);
}

TEST_CASE("a source that throws ends the run; the next run goes on and ends the same") {
  const std::vector<Article> all = articles(kMany);
  const TemporaryFolder folder;
  for (const std::size_t limit : {0U, 1U, 64U, 65U, 149U}) {
    Store store(folder / (std::to_string(limit) + ".db"), Store::Mode::write);
    std::size_t given = 0;
    const auto broken = [&, source = from(all)](Article& article) {
      if (given++ == limit) throw std::runtime_error("the disk is gone");
      return source(article);
    };
    CHECK_THROWS_WITH(build_graph(broken, extracted, store, {.batch = 16}), "the disk is gone");
    CHECK(store.article_count() <= limit);
    build_graph(from(all), extracted, store);
    CHECK(dumped(store) == expected(all));
  }
}

namespace {

constexpr const char* kVictimFile = "ENTENTE_TEST_VICTIM_FILE";
constexpr const char* kVictimLimit = "ENTENTE_TEST_VICTIM_LIMIT";

/// Runs the test case "victim" below in a process of its own, which kills itself at the extraction `limit` (0: never)
/// or is killed after some microseconds; its wait status.
int run_victim(const std::filesystem::path& file, int limit, useconds_t killed_after = 0) {
  std::string settings[] = {std::string(kVictimFile) + "=" + file.string(),
                            std::string(kVictimLimit) + "=" + std::to_string(limit)};
  std::string words[] = {"/proc/self/exe", "--test-case=victim", "--no-skip"};
  char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
  char* environment[] = {settings[0].data(), settings[1].data(), nullptr};
  pid_t child = 0;
  REQUIRE(posix_spawn(&child, arguments[0], nullptr, nullptr, arguments, environment) == 0);
  if (killed_after > 0) {
    usleep(killed_after);
    kill(child, SIGKILL);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return status;
}

}  // namespace

TEST_CASE("victim" * doctest::skip()) {
  const char* file = std::getenv(kVictimFile);
  REQUIRE(file != nullptr);
  const int limit = std::atoi(std::getenv(kVictimLimit));
  Store store(file, Store::Mode::write);
  std::atomic<int> extractions = 0;
  const auto deadly = [&](const Article& article) {
    if (++extractions == limit) (void)raise(SIGKILL);
    return extracted(article);
  };
  build_graph(from(articles(kMany)), deadly, store, {.threads = 2, .batch = 8});
}

TEST_CASE("a killed run is gone on with, and ends the same") {
  const std::vector<Article> all = articles(kMany);
  const std::string wanted = expected(all);
  const TemporaryFolder folder;
  for (const int limit : {1, 9, 70, 149}) {
    const auto file = folder / (std::to_string(limit) + ".db");
    const int status = run_victim(file, limit);
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGKILL);
    if (limit > 60) CHECK(Store(file, Store::Mode::read).article_count() >= static_cast<std::size_t>(limit) - 40);
    Store store(file, Store::Mode::write);
    build_graph(from(all), extracted, store);
    CHECK(dumped(store) == wanted);
  }
}

TEST_CASE("killed at any moment, while it writes too, a file opens and is gone on with") {
  const std::vector<Article> all = articles(kMany);
  const std::string wanted = expected(all);
  const TemporaryFolder folder;
  const auto file = folder / "x.db";
  for (int round = 0; round < 6; ++round) {
    run_victim(file, 0, static_cast<useconds_t>(4000 + 9000 * round));
    CHECK(Store(file, Store::Mode::write).article_count() <= kMany);
  }
  Store store(file, Store::Mode::write);
  build_graph(from(all), extracted, store);
  CHECK(dumped(store) == wanted);
}

TEST_CASE("ready extractions give the graph of their articles") {
  std::vector<Extraction> ready;
  for (const Article& article : articles(30)) {
    Extraction extraction = extracted(article);
    extraction.article = article;
    ready.push_back(extraction);
  }
  const TemporaryFolder folder;
  Store store(folder / "x.db", Store::Mode::write);
  std::size_t at = 0;
  const auto next = [&](Extraction& extraction) {
    if (at == ready.size()) return false;
    extraction = ready[at++];
    return true;
  };
  CHECK(add_extractions(next, store).counts == BuildCounts{.read = 30, .added = 30});
  at = 0;
  CHECK(add_extractions(next, store).counts == BuildCounts{.read = 30, .unchanged = 30});

  Store other(folder / "y.db", Store::Mode::write);
  build_graph(from(articles(30)), extracted, other);
  const KnowledgeGraph a = store.load();
  const KnowledgeGraph b = other.load();
  REQUIRE(a.events.size() == b.events.size());
  for (std::size_t i = 0; i < a.events.size(); ++i) CHECK(a.events[i].id == b.events[i].id);
}
