// See network.h.
#include "extract/language/heads/network.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>

#include "extract/language/heads/article_content.h"
#include "extract/language/heads/lemma_spelling.h"

namespace entente {

namespace {

using encoder::AlignedVector;
using encoder::Kernels;
using encoder::ModelFile;

encoder::WordPieces word_pieces(const ModelFile& file) {
  try {
    encoder::WordPieces pieces(file.text("vocabulary"));
    if (pieces.size() != file.header().settings.vocabulary) {
      throw file.error(fmt::format("its vocabulary has {} pieces, and its settings say {}", pieces.size(),
                                   file.header().settings.vocabulary));
    }
    return pieces;
  } catch (const encoder::ModelError&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw file.error(error.what());
  }
}

std::vector<LemmaRule> lemma_rules(const ModelFile& file) {
  std::vector<LemmaRule> rules;
  try {
    for (const std::string& rule : file.labels("lemma")) rules.emplace_back(rule);
  } catch (const encoder::ModelError&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw file.error(error.what());
  }
  return rules;
}

const ModelFile& with_long_windows(const ModelFile& file) {
  constexpr std::size_t kLeast = 8;
  if (file.header().settings.positions >= kLeast) return file;
  throw file.error(fmt::format("its windows of {} pieces hold no sentence; at least {} are needed",
                               file.header().settings.positions, kLeast));
}

NameReading name_reading(const TaggedSpan& span, std::string_view tag, float score) {
  const std::string_view label = tag.substr(2);
  const std::size_t dot = std::min(label.find('.'), label.size());
  return {span.begin, span.end, label.substr(0, dot), label.substr(std::min(dot + 1, label.size())), score};
}

}  // namespace

std::uint32_t checksum_of(std::span<const float> numbers) {
  const auto bytes = std::as_bytes(numbers);
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

struct Reader::Network::Memory {
  encoder::Encoder::Workspace workspace;
  AlignedVector<float> window, article_window, nodes;  ///< vectors
  encoder::QuantisedRows rows;
};

Reader::Network::Network(const Kernels& kernels, const ModelFile& file)
    : kernels_(kernels),
      file_(with_long_windows(file)),
      pieces_(word_pieces(file)),
      encoder_(kernels, file),
      upos_(kernels, file, "upos"),
      xpos_(kernels, file, "xpos"),
      lemma_(kernels, file, "lemma"),
      names_(kernels, file),
      tree_(kernels, file),
      rules_(lemma_rules(file)),
      english_(file.header().language == "en"),
      article_(std::make_shared<const ArticleHeads>(kernels, file)) {}

std::vector<SentenceReading> Reader::Network::read(std::span<const SentenceWords> sentences) const {
  std::vector<SentenceReading> readings(sentences.size());
  Memory memory;
  for (const WindowGroup& group : windows(sentences)) {
    encode_group(group, memory, nullptr);
    read_group(group, sentences, memory, readings);
  }
  return readings;
}

std::shared_ptr<const ArticleReading::Content> Reader::Network::read_article(
    std::span<const SentenceWords> sentences) const {
  auto article = std::make_shared<ArticleReading::Content>(article_, sentences);
  Memory memory;
  for (const WindowGroup& group : windows(sentences)) {
    encode_group(group, memory, article_->any() ? article.get() : nullptr);
    read_group(group, sentences, memory, article->sentences);
  }
  article->score_events();
  return article;
}

Reader::Network::Checksums Reader::Network::checksums(std::span<const encoder::Piece> window) const {
  Memory memory;
  encode(window, memory, true);
  return {checksum_of(memory.window), checksum_of(memory.article_window)};
}

/// The vectors of a window, those of the article layers too where they are asked for.
void Reader::Network::encode(std::span<const encoder::Piece> window, Memory& memory, bool article) const {
  if (!article) return encoder_.encode(window, memory.workspace, memory.window);
  const encoder::LayerStack& below = encoder_.layers();
  const encoder::LayerStack& above = article_->layers;
  encoder_.embed(window, memory.window);
  below.apply(0, article_->from, memory.workspace, memory.window);
  memory.article_window = memory.window;
  below.apply(article_->from, below.size(), memory.workspace, memory.window);
  above.apply(0, above.size(), memory.workspace, memory.article_window);
}

/// The vectors of the nodes of a group, and for an article those of its words.
void Reader::Network::encode_group(const WindowGroup& group, Memory& memory, ArticleReading::Content* article) const {
  const std::size_t width = encoder_.width();
  memory.nodes.resize(group.nodes.size() * width);
  for (std::size_t w = 0; w < group.windows.size(); ++w) {
    encode(group.windows[w], memory, article != nullptr);
    for (std::size_t n = 0; n < group.nodes.size(); ++n) {
      if (group.nodes[n].window != w) continue;
      std::copy_n(memory.window.data() + group.nodes[n].piece * width, width, memory.nodes.data() + n * width);
    }
    if (article == nullptr) continue;
    for (const SentenceNodes& sentence : group.sentences) {
      for (std::size_t i = 0; i < sentence.words; ++i) {
        const NodePlace& place = group.nodes[sentence.first_node + 1 + i];
        if (place.window != w) continue;
        std::copy_n(memory.article_window.data() + place.piece * width, width,
                    article->vector(article->begins[sentence.sentence] + i));
      }
    }
  }
}

std::string Reader::Network::lemma_of(std::string_view word, std::uint32_t rule, std::string_view upos) const {
  std::string lemma = rules_[rule].apply(word);
  return english_ ? spelled_lemma(std::move(lemma), word, upos) : lemma;
}

void Reader::Network::read_group(const WindowGroup& group, std::span<const SentenceWords> sentences, Memory& memory,
                                 std::vector<SentenceReading>& readings) const {
  memory.rows.assign(kernels_, memory.nodes.data(), group.nodes.size(), encoder_.width());
  const HeadInput input{kernels_, memory.rows.view()};
  const auto upos = upos_.read(input), xpos = xpos_.read(input), lemma = lemma_.read(input);
  const TreeHead::Trees trees = tree_.read(input, group.sentences);
  const NodeScores scores = names_.score(input);
  for (const SentenceNodes& sentence : group.sentences) {
    SentenceReading& reading = readings[sentence.sentence];
    const std::vector<std::uint32_t> tags = names_.tags(scores, sentence);
    for (std::size_t w = 0; w < sentence.words; ++w) {
      const std::size_t node = sentence.first_node + 1 + w;
      reading.words.push_back({label("upos", upos[node]), label("xpos", xpos[node]), label("lemma", lemma[node]),
                               lemma_of(sentences[sentence.sentence][w], lemma[node], label("upos", upos[node])),
                               trees.heads[node], label("rel", trees.labels[node]), label("names", tags[w])});
    }
    for (const TaggedSpan& span : names_.spans(tags)) {
      reading.names.push_back(
          name_reading(span, label("names", span.tag), names_.sureness(kernels_, scores, sentence, tags, span)));
    }
  }
}

}  // namespace entente
