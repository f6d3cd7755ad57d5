// See model_samples.h.
#include "extract/language/encoder/model_samples.h"

#include <algorithm>
#include <array>

namespace entente::encoder {

namespace {

SampleSentence sample_sentence(const Json& from, const char* /*key*/) {
  SampleSentence s;
  s.words = list_of(from, "words", text);
  s.upos = list_of(from, "upos", text);
  s.xpos = list_of(from, "xpos", text);
  s.lemma = list_of(from, "lemma", text);
  s.names = list_of(from, "names", text);
  s.relation = list_of(from, "rel", text);
  s.head = list_of(from, "head", small_number);
  for (const std::size_t size :
       {s.upos.size(), s.xpos.size(), s.lemma.size(), s.names.size(), s.relation.size(), s.head.size()}) {
    if (size != s.words.size()) malformed("samples", "made of lists of one length");
  }
  return s;
}

SampleMention mention(const Json& from, const std::vector<SampleSentence>& sentences) {
  if (!from.IsArray() || from.Size() != 4) malformed("mentions", "made of sentence, first word, last word and kind");
  const auto at = [&](rapidjson::SizeType i) { return small_number(from[i], "mentions"); };
  SampleMention mention{at(0), at(1), at(2), text(from[3], "mentions")};
  if (mention.sentence >= sentences.size() || mention.first > mention.last ||
      mention.last >= sentences[mention.sentence].words.size()) {
    malformed("mentions", "made of words of its sample");
  }
  return mention;
}

SamplePairs pairs(const Json& article, const char* head, const std::vector<SampleSentence>& sentences) {
  if (!article.HasMember(head)) return {};
  const Json& from = article[head];
  SamplePairs pairs;
  pairs.mentions =
      list_of(from, "mentions", [&](const Json& value, const char* /*key*/) { return mention(value, sentences); });
  pairs.pairs = list_of(from, "pairs", [&](const Json& value, const char* key) {
    const auto both = list(value, key, small_number);
    if (both.size() != 2 || std::ranges::max(both) >= pairs.mentions.size())
      malformed(key, "made of two mentions each");
    return std::array{both[0], both[1]};
  });
  pairs.scores = list_of(from, "scores", [](const Json& value, const char* key) {
    if (!value.IsNumber()) malformed(key, "made of numbers");
    return static_cast<float>(value.GetDouble());
  });
  return pairs;
}

ArticleSample article_sample(const Json& from, const std::vector<SampleSentence>& sentences) {
  ArticleSample article;
  article.vectors_crc32 = small_number(member(from, "vectors_crc32"), "vectors_crc32");
  if (from.HasMember("events")) {
    article.events = list_of(from, "events", [](const Json& each, const char* key) { return list(each, key, text); });
    const auto same = [](const auto& labels, const SampleSentence& s) { return labels.size() == s.words.size(); };
    if (!std::ranges::equal(article.events, sentences, same)) malformed("events", "made of a label for each word");
    article.events_crc32 = small_number(member(from, "events_crc32"), "events_crc32");
  }
  article.relations = pairs(from, "relations", sentences);
  article.coreference = pairs(from, "coreference", sentences);
  return article;
}

ModelSample sample(const Json& from, const char* /*key*/) {
  const auto piece = [](const Json& value, const char* key) {
    return static_cast<std::int32_t>(small_number(value, key));
  };
  ModelSample sample;
  sample.sentences = list_of(from, "sentences", sample_sentence);
  sample.pieces = list_of(from, "pieces", piece);
  sample.vectors_crc32 = small_number(member(from, "vectors_crc32"), "vectors_crc32");
  if (from.HasMember("article")) sample.article = article_sample(from["article"], sample.sentences);
  return sample;
}

}  // namespace

std::vector<ModelSample> model_samples(const Json& header) {
  return list_of(header, "samples", sample);
}

}  // namespace entente::encoder
