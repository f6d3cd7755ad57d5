// Articles read with a tiny model of random weights: what the heads say is what FORMAT.md computes, wherever the
// mentions stand.
#include "extract/language/heads/article_reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <map>
#include <optional>
#include <stdexcept>
#include <thread>
#include <tuple>

#include "tests/extract/language/encoder/tiny_model.h"
#include "tests/extract/language/heads/plain_article.h"

using entente::ArticleReading;
using entente::CoreferenceReading;
using entente::MentionWords;
using entente::Reader;
using entente::RelationScore;
using entente::SentenceWords;
using entente::encoder::available_kernels;
using entente::encoder::Kernels;
using entente::test::PlainArticle;
using entente::test::TemporaryFile;
using entente::test::TinyModel;

namespace {

using Words = PlainArticle::Words;

/// Six sentences in windows of 24 pieces: the fourth is cut into several, the last stand in windows of their own.
std::vector<Words> article() {
  const Words first{"Xi", "met", "Macron", "in", "Paris", "."};
  const Words second{"The", "UN", "and", "EUs", "10", "wars", ",", "Paris", "-", "xi"};
  Words longest;
  for (std::size_t i = 0; i < 60; ++i) longest.push_back(second[i % second.size()]);
  return {first, {}, second, longest, first, second};
}

/// Mentions of five entities (and one of none), some in other windows than others, one within another.
const std::vector<MentionWords> kMentions{{0, 0, 0, "person"},  {0, 2, 2, "person"},  {0, 4, 4, "place"},
                                          {0, 0, 2, "nominal"}, {2, 0, 1, "country"}, {2, 9, 9, "person"},
                                          {3, 7, 7, "place"},   {3, 57, 57, "place"}, {3, 20, 21, "country"},
                                          {4, 0, 0, "person"},  {5, 1, 1, "he"},      {5, 3, 9, "unheard of"}};
const std::vector<std::int32_t> kEntities{0, 1, 2, -1, 3, 0, 2, 2, 3, 0, 1, 4};

ArticleReading reading(const std::string& model, const Kernels& kernels) {
  const std::vector<Words> sentences = article();
  const std::vector<SentenceWords> spans(sentences.begin(), sentences.end());
  return Reader::open(model, kernels).read_article(spans);
}

ArticleReading reading(const std::string& model) {
  return reading(model, *available_kernels().back());
}

std::string line(const RelationScore& r) {
  return fmt::format("{} {} {} {} {} {} {}", r.subject, r.type, r.object, r.probability, r.score, r.subject_mention,
                     r.object_mention);
}

std::vector<std::uint32_t> before(std::uint32_t mention) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < mention; ++i) all.push_back(i);
  return all;
}

/// All that a reading says, as text.
std::string all(const ArticleReading& article) {
  std::string text;
  for (std::uint32_t s = 0; s < article.sentences().size(); ++s) {
    for (std::uint32_t w = 0; w < article.sentences()[s].words.size(); ++w) {
      text += article.sentences()[s].words[w].lemma;
      for (const auto& event : article.events(s, w, 0)) text += fmt::format(" {} {}", event.type, event.probability);
    }
  }
  for (const RelationScore& relation : article.relations(kMentions, kEntities, 0)) text += line(relation) + "\n";
  const CoreferenceReading coreference = article.coreference(kMentions);
  for (std::uint32_t i = 0; i < kMentions.size(); ++i) {
    text += fmt::format("{}\n", fmt::join(coreference.scores(i, before(i)), " "));
  }
  return text;
}

double logistic(double slope, double shift, double score) {
  return 1 / (1 + std::exp(-(slope * score + shift)));
}

}  // namespace

TEST_CASE("the scores of mentions are those of the format, in one window, in several, and in a sentence cut up") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  const PlainArticle plain(file.path(), article());
  const ArticleReading found = reading(file.path());
  const CoreferenceReading coreference = found.coreference(kMentions);
  for (std::uint32_t asks = 0; asks < kMentions.size(); ++asks) {
    const auto candidates = before(asks);
    const auto scores = coreference.scores(asks, candidates);
    for (const std::uint32_t candidate : candidates) {
      CAPTURE(asks);
      CAPTURE(candidate);
      CHECK(scores[candidate] == plain.pair("coreference", kMentions[asks], kMentions[candidate])[0]);
    }
  }
  CHECK(coreference.probability(0) == 0.5F);
  CHECK(coreference.probability(32) == doctest::Approx(logistic(0.03125, 0, 32)));
}

TEST_CASE("the score of a relation is the highest over the pairs of mentions at most two sentences apart") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  const PlainArticle plain(file.path(), article());
  std::map<std::tuple<int, int, std::size_t>, std::tuple<float, std::uint32_t, std::uint32_t>> highest;
  for (std::uint32_t a = 0; a < kMentions.size(); ++a) {
    for (std::uint32_t b = 0; b < kMentions.size(); ++b) {
      const int apart = static_cast<int>(kMentions[a].sentence) - static_cast<int>(kMentions[b].sentence);
      if (kEntities[a] == kEntities[b] || kEntities[a] < 0 || kEntities[b] < 0 || std::abs(apart) > 2) continue;
      const auto scores = plain.pair("relations", kMentions[a], kMentions[b]);
      for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto [at, added] = highest.try_emplace({kEntities[a], kEntities[b], i}, scores[i], a, b);
        if (!added && scores[i] > std::get<0>(at->second)) at->second = {scores[i], a, b};
      }
    }
  }
  const ArticleReading article = reading(file.path());
  const auto relations = article.relations(kMentions, kEntities, 0);
  REQUIRE(relations.size() == highest.size());
  auto wanted = highest.begin();
  for (const RelationScore& r : relations) {
    const auto& [subject, object, label] = wanted->first;
    CAPTURE(line(r));
    CHECK(r.subject == subject);
    CHECK(r.object == object);
    CHECK(r.type == (label == 0 ? "leads" : "member_of"));
    CHECK(std::tuple(r.score, r.subject_mention, r.object_mention) == wanted->second);
    const double probability = label == 0 ? logistic(0.0078125, 0.125, r.score) : logistic(0.015625, -0.5, r.score);
    CHECK(r.probability == doctest::Approx(probability));
    ++wanted;
  }
}

TEST_CASE("entities whose mentions are farther apart than two sentences are in no relation") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  const std::vector<MentionWords> mentions{{0, 0, 0, "person"}, {3, 0, 0, "place"}};
  const ArticleReading article = reading(file.path());
  CHECK(article.relations(mentions, std::vector<std::int32_t>{0, 1}, 0).empty());
  const std::vector<MentionWords> nearer{{2, 0, 0, "person"}, {3, 0, 0, "place"}};
  CHECK(article.relations(nearer, std::vector<std::int32_t>{0, 1}, 0).size() == 4);
  CHECK(article.relations(nearer, std::vector<std::int32_t>{5, 5}, 0).empty());
  CHECK(article.relations({}, {}, 0).empty());
}

TEST_CASE("mentions farther apart than a thousand words of one sentence are in no relation") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  const Words endless(1200, "war");
  const std::vector<SentenceWords> sentences{endless};
  const ArticleReading article = Reader::open(file.path()).read_article(sentences);
  const auto relations = [&](std::uint32_t word) {
    const std::vector<MentionWords> mentions{{0, 100, 100, "person"}, {0, word, word, "place"}};
    return article.relations(mentions, std::vector<std::int32_t>{0, 1}, 0).size();
  };
  CHECK(relations(1100) == 4);
  CHECK(relations(1101) == 0);
}

TEST_CASE("only relations and events of the probability asked for are told") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  const ArticleReading article = reading(file.path());
  const auto every = article.relations(kMentions, kEntities, 0);
  std::vector<std::string> wanted, found;
  for (const auto& r : every) {
    if (r.probability >= 0.75F) wanted.push_back(line(r));
  }
  for (const auto& r : article.relations(kMentions, kEntities, 0.75F)) found.push_back(line(r));
  CHECK(found == wanted);
  CHECK(!wanted.empty());
  CHECK(wanted.size() < every.size());
  CHECK(article.events(0, 0, 1.5F).empty());
}

TEST_CASE("the events of a word come by probability, which is by the lead of a score over all others") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  const PlainArticle plain(file.path(), article());
  const ArticleReading found = reading(file.path());
  for (std::uint32_t s = 0; s < found.sentences().size(); ++s) {
    for (std::uint32_t w = 0; w < found.sentences()[s].words.size(); ++w) {
      const auto scores = plain.events(s, w);
      const double consult = logistic(0.03125, -1, scores[1] - std::max(scores[0], scores[2]));
      const double aid = logistic(0.125, 0.25, scores[2] - std::max(scores[0], scores[1]));
      const auto events = found.events(s, w, 0);
      REQUIRE(events.size() == 2);
      CHECK(events[0].probability >= events[1].probability);
      const bool aid_first = events[0].type == "AID";
      CHECK(events[aid_first ? 0 : 1].probability == doctest::Approx(aid));
      CHECK(events[aid_first ? 1 : 0].type == "CONSULT");
      CHECK(events[aid_first ? 1 : 0].probability == doctest::Approx(consult));
    }
  }
}

TEST_CASE("the sentences of an article are read as without the heads") {
  const TemporaryFile with(TinyModel::with_article_heads().file()), without(TinyModel().file());
  const std::vector<Words> sentences = article();
  const std::vector<SentenceWords> spans(sentences.begin(), sentences.end());
  const auto text = [](std::span<const entente::SentenceReading> readings) {
    std::string all;
    for (const auto& reading : readings) {
      for (const auto& w : reading.words) {
        all += fmt::format("{} {} {} {} {} {} ", w.upos, w.xpos, w.lemma, w.head, w.relation, w.name_tag);
      }
      for (const auto& n : reading.names) all += fmt::format("{} {} {} {}\n", n.begin, n.end, n.kind, n.score);
    }
    return all;
  };
  const std::string wanted = text(Reader::open(without.path()).read(spans));
  CHECK(text(Reader::open(with.path()).read(spans)) == wanted);
  CHECK(text(reading(with.path()).sentences()) == wanted);
  CHECK(text(reading(without.path()).sentences()) == wanted);
}

TEST_CASE("a model without the heads says so, and nothing more") {
  const TemporaryFile file(TinyModel().file());
  const ArticleReading article = reading(file.path());
  CHECK(!article.has_events());
  CHECK(!article.has_relations());
  CHECK(!article.has_coreference());
  CHECK(article.events(0, 0, 0).empty());
  CHECK(article.relations(kMentions, kEntities, 0).empty());
  CHECK(article.coreference(kMentions).scores(1, before(1)) == std::vector<float>{0});
  CHECK(article.coreference(kMentions).probability(1) == 0);
}

TEST_CASE("without article layers the heads read the encoder's own vectors") {
  TinyModel model = TinyModel::with_article_heads();
  model.header = entente::test::replaced(model.header, R"("article_from":1,"article_layers":1,)", "");
  const TemporaryFile file(model.file());
  TinyModel all_below = TinyModel::with_article_heads();
  all_below.header = entente::test::replaced(all_below.header, R"("article_from":1,"article_layers":1,)",
                                             R"("article_from":2,"article_layers":0,)");
  const TemporaryFile same(all_below.file()), other(TinyModel::with_article_heads().file());
  CHECK(all(reading(file.path())) == all(reading(same.path())));
  CHECK(all(reading(file.path())) != all(reading(other.path())));
}

TEST_CASE("every kernel and any number of threads read an article the same") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  const std::string wanted = all(reading(file.path(), *available_kernels().front()));
  for (const Kernels* kernels : available_kernels()) {
    CAPTURE(kernels->name);
    const ArticleReading shared = reading(file.path(), *kernels);
    std::vector<std::string> found(4);
    std::vector<std::thread> threads;
    for (std::string& each : found) threads.emplace_back([&] { each = all(shared); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& each : found) CHECK(each == wanted);
  }
}

TEST_CASE("mentions that are not in the article are refused") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  const ArticleReading article = reading(file.path());
  const auto refusal = [&](const MentionWords& mention) -> std::string {
    try {
      static_cast<void>(article.coreference(std::vector{mention}));
      return "";
    } catch (const std::out_of_range& error) {
      return error.what();
    }
  };
  CHECK(refusal({5, 9, 9, "person"}) == "");
  CHECK(refusal({6, 0, 0, "person"}) == "sentence 6 of an article of 6");
  CHECK(refusal({0, 5, 6, "person"}) == "word 6 of a sentence of 6");
  CHECK(refusal({1, 0, 0, "person"}) == "word 0 of a sentence of 0");
  CHECK(refusal({0, 3, 2, "person"}) == "a mention of the words 3 to 2");
  CHECK_THROWS_WITH_AS(static_cast<void>(article.relations(kMentions, std::vector<std::int32_t>{1}, 0)),
                       "12 mentions with 1 entities", std::invalid_argument);
  CHECK_THROWS_AS(static_cast<void>(article.events(0, 6, 0)), std::out_of_range);
  CHECK_THROWS_WITH_AS(static_cast<void>(article.coreference(kMentions).scores(12, {})), "mention 12 of 12",
                       std::out_of_range);
  CHECK_THROWS_AS(static_cast<void>(article.coreference(kMentions).scores(0, std::vector{99U})), std::out_of_range);
}

TEST_CASE("a reading outlives its reader, and questions of coreference the reading and the names of kinds") {
  const TemporaryFile file(TinyModel::with_article_heads().file());
  std::optional<ArticleReading> article = reading(file.path());
  std::string person = "person";
  const std::vector<MentionWords> mentions{{0, 0, 0, person}, {4, 0, 0, person}};
  const CoreferenceReading coreference = article->coreference(mentions);
  const auto wanted = coreference.scores(1, before(1));
  person = "XXXXXX";
  article.reset();
  CHECK(coreference.scores(1, before(1)) == wanted);
}
