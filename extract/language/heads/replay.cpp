// The samples of a model file, replayed: see Reader::replay_samples.
#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "extract/language/heads/article_content.h"
#include "extract/language/heads/network.h"

namespace entente {

using encoder::ArticleSample;
using encoder::ModelSample;
using encoder::SamplePairs;
using encoder::SampleSentence;

namespace {

/// Gathers what differs in one sample.
class Differences {
 public:
  Differences(std::size_t sample, std::vector<std::string>& to) : sample_(sample), to_(to) {}

  void add(std::string_view text) { to_.push_back(fmt::format("sample {}{}", sample_, text)); }

  void compare(std::string_view what, std::uint32_t found, std::uint32_t wanted) {
    if (found != wanted) add(fmt::format(": {} have the checksum {:08x}, not {:08x}", what, found, wanted));
  }

  void compare(const SentenceReading& reading, const SampleSentence& wanted, std::size_t sentence) {
    for (std::size_t w = 0; w < wanted.words.size(); ++w) {
      const WordReading& found = reading.words[w];
      const auto check = [&](std::string_view what, std::string_view have, std::string_view want) {
        word(sentence, w, wanted, what, have, want);
      };
      check("UPOS", found.upos, wanted.upos[w]);
      check("XPOS", found.xpos, wanted.xpos[w]);
      check("the rule of the lemma", found.rule, wanted.lemma[w]);
      check("the name tag", found.name_tag, wanted.names[w]);
      check("the head", std::to_string(found.head), std::to_string(wanted.head[w]));
      check("the relation", found.relation, wanted.relation[w]);
    }
  }

  void word(std::size_t sentence, std::size_t w, const SampleSentence& wanted, std::string_view what,
            std::string_view have, std::string_view want) {
    if (have == want) return;
    add(fmt::format(", sentence {}, word {} ('{}'): {} is '{}', not '{}'", sentence + 1, w + 1, wanted.words[w], what,
                    have, want));
  }

 private:
  std::size_t sample_;
  std::vector<std::string>& to_;
};

}  // namespace

/// The parts of a reading that its public face does not show, beside what a sample says of them.
class ArticleReading::Replay {
 public:
  Replay(const Content& article, const ModelSample& sample, Differences& differences)
      : article_(article), sample_(sample), differences_(differences) {}

  void compare() {
    compare_events();
    compare_pairs("relations", article_.heads->relations, sample_.article->relations);
    compare_pairs("coreference", article_.heads->coreference, sample_.article->coreference);
  }

 private:
  void compare_events() {
    const auto& wanted = sample_.article->events;
    if (!article_.heads->events || wanted.empty()) return;
    const std::vector<std::string>& labels = article_.heads->events->labels();
    std::vector<float> scores;
    for (std::size_t s = 0; s < wanted.size(); ++s) {
      for (std::size_t w = 0; w < wanted[s].size(); ++w) {
        const float* row = article_.events.row(article_.begins[s] + w);
        scores.insert(scores.end(), row, row + labels.size());
        differences_.word(s, w, sample_.sentences[s], "the event", labels[highest(row, labels.size())], wanted[s][w]);
      }
    }
    differences_.compare("the scores of its events", checksum_of(scores), sample_.article->events_crc32);
  }

  void compare_pairs(std::string_view name, const std::optional<PairHead>& head, const SamplePairs& wanted) {
    if (!head || wanted.pairs.empty()) return;
    const std::size_t labels = head->labels().size();
    if (wanted.scores.size() != wanted.pairs.size() * labels) {
      return differences_.add(fmt::format(": {} scores of {} for {} pairs and {} labels", wanted.scores.size(), name,
                                          wanted.pairs.size(), labels));
    }
    std::vector<MentionWords> words;
    for (const auto& m : wanted.mentions) words.push_back({m.sentence, m.first, m.last, m.kind});
    const PairHead::Mentions mentions = article_.mentions(*head, words);
    encoder::AlignedVector<float> scores;
    for (std::size_t p = 0; p < wanted.pairs.size(); ++p) {
      const auto& [a, b] = wanted.pairs[p];
      head->score(mentions, a, std::span(&b, 1), scores);
      for (std::size_t i = 0; i < labels; ++i) {
        const float want = wanted.scores[p * labels + i];
        if (std::bit_cast<std::uint32_t>(scores[i]) == std::bit_cast<std::uint32_t>(want)) continue;
        differences_.add(fmt::format(": '{}' of {} for the mentions {} and {} has the score {}, not {}",
                                     head->labels()[i], name, a, b, scores[i], want));
      }
    }
  }

  const Content& article_;
  const ModelSample& sample_;
  Differences& differences_;
};

void Reader::replay(const ModelSample& sample, std::size_t number, std::vector<std::string>& to) const {
  Differences differences(number, to);
  std::vector<std::vector<std::string_view>> words;
  for (const SampleSentence& s : sample.sentences) words.emplace_back(s.words.begin(), s.words.end());
  const std::vector<SentenceWords> sentences(words.begin(), words.end());
  const std::vector<WindowGroup> groups = network_->windows(sentences);
  if (groups.size() != 1 || groups[0].windows.size() != 1) return differences.add(": its pieces are not one window");
  const std::vector<encoder::Piece>& window = groups[0].windows[0];
  if (!std::ranges::equal(window, sample.pieces, {}, &encoder::Piece::number)) {
    return differences.add(": its words have other pieces");
  }
  const Network::Checksums checksums = network_->checksums(window);
  differences.compare("its vectors", checksums.encoder, sample.vectors_crc32);
  const std::vector<SentenceReading> readings = read(sentences);
  for (std::size_t s = 0; s < readings.size(); ++s) differences.compare(readings[s], sample.sentences[s], s);
  if (!sample.article) return;
  differences.compare("the vectors of its article layers", checksums.article, sample.article->vectors_crc32);
  ArticleReading::Replay(*network_->read_article(sentences), sample, differences).compare();
}

std::vector<std::string> Reader::replay_samples() const {
  std::vector<std::string> differences;
  const std::vector<ModelSample>& samples = model().header().samples;
  for (std::size_t i = 0; i < samples.size(); ++i) replay(samples[i], i, differences);
  return differences;
}

}  // namespace entente
