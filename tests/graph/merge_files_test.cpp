// Graph files merged are the file of all their articles and corrections.
#include "graph/merge_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "tests/graph/draft.h"

using namespace entente;

namespace {

using Action = CorrectionAction;
using Paths = std::vector<std::filesystem::path>;

Article article(const std::string& id, const std::string& text, const std::string& published = "2025-11-10") {
  Article article;
  article.id = id;
  article.title = "Of " + id;
  article.published = published;
  article.text = text;
  return article;
}

/// "A met B." A pure function of the article, as extraction is.
Extraction extracted(const Article& from) {
  Draft draft(from.id, from.published);
  draft.says(from.text);
  const std::size_t met = from.text.find(" met ");
  const auto who = draft.person(from.text.substr(0, met));
  const auto whom = draft.person(from.text.substr(met + 5, from.text.size() - met - 6));
  draft.event("CONSULT", {who}, {whom}, from.published);
  return draft;
}

void build(const std::filesystem::path& file, const std::vector<Article>& articles,
           const std::vector<Correction>& corrections = {}, const std::string& extractor = "one") {
  Store store(file, Store::Mode::write);
  store.set_corrections(corrections);
  std::size_t at = 0;
  const auto next = [&](Article& into) {
    if (at == articles.size()) return false;
    into = articles[at++];
    return true;
  };
  build_graph(next, extracted, store, {.extractor = extractor});
}

std::string dumped(const Store& store) {
  std::ostringstream out;
  store.dump(out);
  return out.str();
}

std::string dumped(const std::filesystem::path& file) {
  return dumped(Store(file, Store::Mode::read));
}

Correction correction(Action action, const std::string& target, const std::string& value) {
  return {"", "Ana", action, target, value, ""};
}

const Article kFirst = article("a1", "Ana Costa met Rui Costa.");
const Article kSecond = article("a2", "Ana Costa met Eva Lima.");
const Article kThird = article("a3", "Ana Dias met Eva Lima.");

}  // namespace

TEST_CASE("graph files merged are the file of all their articles, in any order") {
  const TemporaryFolder folder;
  build(folder / "a.db", {kSecond, kFirst});
  build(folder / "b.db", {kThird, kSecond}, {correction(Action::rename, "person/ana-costa", "Ana C.")});
  build(folder / "c.db", {}, {correction(Action::same, "person/ana-costa", "person/ana-dias")});
  build(folder / "all.db", {kFirst, kSecond, kThird},
        {correction(Action::same, "person/ana-costa", "person/ana-dias"),
         correction(Action::rename, "person/ana-costa", "Ana C.")});
  Paths files = {folder / "a.db", folder / "b.db", folder / "c.db"};
  do {
    const TemporaryFolder target;
    Store merged(target / "x.db", Store::Mode::write);
    const FileMergeReport report = merge_graph_files(files, merged);
    CHECK(report.read == 4);
    CHECK(report.articles == 3);
    CHECK(report.problems.empty());
    CHECK(report.extractors == std::vector<std::string>{"one"});
    CHECK(dumped(merged) == dumped(folder / "all.db"));
  } while (std::ranges::next_permutation(files).found);
}

TEST_CASE("of different articles with one id the one published last is kept, and the other named") {
  const TemporaryFolder folder;
  const Article later = article("a1", "Ana Costa met Eva Lima.", "2025-11-11");
  build(folder / "a.db", {later, kThird});
  build(folder / "b.db", {kFirst});
  build(folder / "all.db", {later, kThird});
  for (const Paths& files : {Paths{folder / "a.db", folder / "b.db"}, Paths{folder / "b.db", folder / "a.db"}}) {
    const TemporaryFolder target;
    Store merged(target / "x.db", Store::Mode::write);
    const FileMergeReport report = merge_graph_files(files, merged);
    CHECK(report.conflicting == 1);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].article == "a1");
    const std::string a = (folder / "a.db").string();
    CHECK(report.problems[0].message == "'" + (folder / "b.db").string() +
                                            "' holds another article with this id than '" + a + "'; that of '" + a +
                                            "' was kept, published last (2025-11-11); give the other an id of its own");
    CHECK(dumped(merged) == dumped(folder / "all.db"));
  }
}

TEST_CASE("one article read by two versions is no conflict, and one reading counts whatever the order") {
  const TemporaryFolder folder;
  build(folder / "a.db", {kFirst, kSecond}, {}, "one");
  build(folder / "b.db", {kFirst}, {}, "two");
  std::string first;
  for (const Paths& files : {Paths{folder / "a.db", folder / "b.db"}, Paths{folder / "b.db", folder / "a.db"}}) {
    const TemporaryFolder target;
    Store merged(target / "x.db", Store::Mode::write);
    const FileMergeReport report = merge_graph_files(files, merged);
    CHECK(report.read_otherwise == 1);
    CHECK(report.conflicting == 0);
    CHECK(report.extractors == std::vector<std::string>{"one", "two"});
    if (first.empty()) first = dumped(merged);
    CHECK(dumped(merged) == first);
  }
}

TEST_CASE("corrections that contradict each other are refused before anything is written") {
  const TemporaryFolder folder;
  build(folder / "a.db", {kFirst}, {correction(Action::same, "person/ana-costa", "person/ana-dias")});
  build(folder / "b.db", {kThird}, {correction(Action::not_same, "person/ana-dias", "person/ana-costa")});
  Store merged(folder / "x.db", Store::Mode::write);
  CHECK_THROWS_AS(merge_graph_files(Paths{folder / "a.db", folder / "b.db"}, merged), CorrectionError);
  CHECK(merged.article_count() == 0);
}

TEST_CASE("graph files are merged into a new file only, out of files that are there") {
  const TemporaryFolder folder;
  build(folder / "a.db", {kFirst});
  Store full(folder / "a.db", Store::Mode::write);
  CHECK_THROWS_AS(merge_graph_files(Paths{folder / "a.db"}, full), std::runtime_error);
  Store merged(folder / "x.db", Store::Mode::write);
  CHECK_THROWS_AS(merge_graph_files(Paths{folder / "a.db", folder / "none.db"}, merged), std::runtime_error);
}
