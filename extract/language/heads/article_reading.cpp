// See article_reading.h.
#include "extract/language/heads/article_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "extract/language/heads/article_content.h"
#include "extract/language/heads/relations_of.h"

namespace entente {

std::span<const SentenceReading> ArticleReading::sentences() const {
  return content_->sentences;
}
bool ArticleReading::has_events() const {
  return content_->heads->events.has_value();
}
bool ArticleReading::has_relations() const {
  return content_->heads->relations.has_value();
}
bool ArticleReading::has_coreference() const {
  return content_->heads->coreference.has_value();
}

std::vector<EventScore> ArticleReading::events(std::uint32_t sentence, std::uint32_t word, float floor) const {
  const std::size_t place = content_->word(sentence, word);
  if (!has_events()) return {};
  const EventsHead& head = *content_->heads->events;
  const auto probabilities = head.probabilities(content_->events.row(place));
  std::vector<EventScore> events;
  for (std::size_t i = 1; i < head.labels().size(); ++i) {
    if (probabilities[i] >= floor) events.push_back({head.labels()[i], probabilities[i]});
  }
  std::ranges::stable_sort(events, std::ranges::greater{}, &EventScore::probability);
  return events;
}

std::vector<RelationScore> ArticleReading::relations(std::span<const MentionWords> mentions,
                                                     std::span<const std::int32_t> entity, float floor) const {
  if (mentions.size() != entity.size()) {
    throw std::invalid_argument(fmt::format("{} mentions with {} entities", mentions.size(), entity.size()));
  }
  if (!has_relations()) return {};
  const PairHead& head = *content_->heads->relations;
  std::vector<std::size_t> places;
  for (const MentionWords& m : mentions) places.push_back(content_->word(m.sentence, m.first));
  return relations_of(head, content_->mentions(head, mentions), places, entity, floor);
}

struct CoreferenceReading::Content {
  std::shared_ptr<const ArticleReading::Content> article;  // holds what the mentions look into
  std::vector<std::string> kinds;                          // likewise
  PairHead::Mentions mentions;
};

CoreferenceReading ArticleReading::coreference(std::span<const MentionWords> mentions) const {
  auto content = std::make_shared<CoreferenceReading::Content>();
  content->article = content_;
  if (has_coreference()) content->mentions = content_->mentions(*content_->heads->coreference, mentions);
  for (const MentionWords& m : mentions) content->kinds.emplace_back(m.kind);
  for (std::size_t i = 0; i < content->mentions.facts.size(); ++i) content->mentions.facts[i].kind = content->kinds[i];
  return CoreferenceReading(std::move(content));
}

std::vector<float> CoreferenceReading::scores(std::uint32_t asks, std::span<const std::uint32_t> candidates) const {
  const std::size_t count = content_->kinds.size();
  const auto check = [&](std::uint32_t mention) {
    if (mention >= count) throw std::out_of_range(fmt::format("mention {} of {}", mention, count));
  };
  check(asks);
  std::ranges::for_each(candidates, check);
  std::vector<float> scores(candidates.size(), 0.0F);
  if (content_->mentions.facts.empty()) return scores;
  const PairHead& head = *content_->article->heads->coreference;
  encoder::AlignedVector<float> rows;
  head.score(content_->mentions, asks, candidates, rows);
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = rows[i * head.stride()];
  return scores;
}

float CoreferenceReading::probability(float score) const {
  const auto& head = content_->article->heads->coreference;
  return head ? head->calibration().probabilities(&score).front() : 0.0F;
}

}  // namespace entente
