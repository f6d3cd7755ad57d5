// See reader.h.
#include "extract/language/heads/reader.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>

#include "extract/language/encoder/encoder.h"
#include "extract/language/heads/lemma_rule.h"
#include "extract/language/heads/names_head.h"
#include "extract/language/heads/tag_head.h"
#include "extract/language/heads/tree_head.h"

namespace entente {

namespace {

using encoder::AlignedVector;
using encoder::Kernels;
using encoder::ModelFile;
using encoder::ModelSample;
using encoder::SampleSentence;

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

class Reader::Network {
 public:
  Network(const Kernels& kernels, const ModelFile& file)
      : kernels_(kernels),
        file_(with_long_windows(file)),
        pieces_(word_pieces(file)),
        encoder_(kernels, file),
        upos_(kernels, file, "upos"),
        xpos_(kernels, file, "xpos"),
        lemma_(kernels, file, "lemma"),
        names_(kernels, file),
        tree_(kernels, file),
        rules_(lemma_rules(file)) {}

  [[nodiscard]] const ModelFile& file() const { return file_; }
  [[nodiscard]] const Kernels& kernels() const { return kernels_; }

  [[nodiscard]] std::vector<WindowGroup> windows(std::span<const SentenceWords> sentences) const {
    return windows_of(sentences, pieces_, encoder_.longest_window());
  }

  [[nodiscard]] std::vector<SentenceReading> read(std::span<const SentenceWords> sentences) const {
    std::vector<SentenceReading> readings(sentences.size());
    Memory memory;
    for (const WindowGroup& group : windows(sentences)) {
      encode(group, memory);
      read_group(group, sentences, memory, readings);
    }
    return readings;
  }

  /// CRC-32 of the vectors of a window.
  [[nodiscard]] std::uint32_t checksum(std::span<const encoder::Piece> window) const {
    Memory memory;
    encoder_.encode(window, memory.workspace, memory.window);
    const auto bytes = std::as_bytes(std::span(memory.window));
    return static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
  }

 private:
  struct Memory {
    encoder::Encoder::Workspace workspace;
    AlignedVector<float> window, nodes;  ///< vectors
    encoder::QuantisedRows rows;
  };

  /// The vectors of the nodes of a group.
  void encode(const WindowGroup& group, Memory& memory) const {
    const std::size_t width = encoder_.width();
    memory.nodes.resize(group.nodes.size() * width);
    for (std::size_t w = 0; w < group.windows.size(); ++w) {
      encoder_.encode(group.windows[w], memory.workspace, memory.window);
      for (std::size_t n = 0; n < group.nodes.size(); ++n) {
        if (group.nodes[n].window != w) continue;
        std::copy_n(memory.window.data() + group.nodes[n].piece * width, width, memory.nodes.data() + n * width);
      }
    }
  }

  void read_group(const WindowGroup& group, std::span<const SentenceWords> sentences, Memory& memory,
                  std::vector<SentenceReading>& readings) const {
    memory.rows.assign(kernels_, memory.nodes.data(), group.nodes.size(), encoder_.width());
    const HeadInput input{kernels_, memory.rows.view()};
    const auto upos = upos_.read(input), xpos = xpos_.read(input), lemma = lemma_.read(input);
    const TreeHead::Trees trees = tree_.read(input, group.sentences);
    const NamesHead::Scores scores = names_.score(input);
    for (const SentenceNodes& sentence : group.sentences) {
      SentenceReading& reading = readings[sentence.sentence];
      const std::vector<std::uint32_t> tags = names_.tags(scores, sentence);
      for (std::size_t w = 0; w < sentence.words; ++w) {
        const std::size_t node = sentence.first_node + 1 + w;
        reading.words.push_back({label("upos", upos[node]), label("xpos", xpos[node]), label("lemma", lemma[node]),
                                 rules_[lemma[node]].apply(sentences[sentence.sentence][w]), trees.heads[node],
                                 label("rel", trees.labels[node]), label("names", tags[w])});
      }
      for (const TaggedSpan& span : names_.spans(tags)) {
        reading.names.push_back(
            name_reading(span, label("names", span.tag), names_.sureness(kernels_, scores, sentence, tags, span)));
      }
    }
  }

  [[nodiscard]] std::string_view label(std::string_view kind, std::uint32_t number) const {
    return file_.labels(kind)[number];
  }

  const Kernels& kernels_;
  ModelFile file_;
  encoder::WordPieces pieces_;
  encoder::Encoder encoder_;
  TagHead upos_, xpos_, lemma_;
  NamesHead names_;
  TreeHead tree_;
  std::vector<LemmaRule> rules_;
};

Reader Reader::open(const std::string& path, const Kernels& kernels) {
  return Reader(std::make_shared<const Network>(kernels, ModelFile::open(path)));
}

std::vector<SentenceReading> Reader::read(std::span<const SentenceWords> sentences) const {
  return network_->read(sentences);
}

const ModelFile& Reader::model() const {
  return network_->file();
}
const Kernels& Reader::kernels() const {
  return network_->kernels();
}

namespace {

/// What a reading says of one word beside what it must say.
void compare(const SentenceReading& reading, const SampleSentence& wanted, std::string_view where,
             std::vector<std::string>& differences) {
  for (std::size_t w = 0; w < wanted.words.size(); ++w) {
    const WordReading& found = reading.words[w];
    const auto check = [&](std::string_view what, std::string_view have, std::string_view want) {
      if (have == want) return;
      differences.push_back(
          fmt::format("{}, word {} ('{}'): {} is '{}', not '{}'", where, w + 1, wanted.words[w], what, have, want));
    };
    check("UPOS", found.upos, wanted.upos[w]);
    check("XPOS", found.xpos, wanted.xpos[w]);
    check("the rule of the lemma", found.rule, wanted.lemma[w]);
    check("the name tag", found.name_tag, wanted.names[w]);
    check("the head", std::to_string(found.head), std::to_string(wanted.head[w]));
    check("the relation", found.relation, wanted.relation[w]);
  }
}

}  // namespace

std::vector<std::string> Reader::replay_samples() const {
  std::vector<std::string> differences;
  const std::vector<ModelSample>& samples = model().header().samples;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const std::string where = fmt::format("sample {}", i);
    std::vector<std::vector<std::string_view>> words;
    for (const SampleSentence& s : samples[i].sentences) words.emplace_back(s.words.begin(), s.words.end());
    const std::vector<SentenceWords> sentences(words.begin(), words.end());
    const std::vector<WindowGroup> groups = network_->windows(sentences);
    if (groups.size() != 1 || groups[0].windows.size() != 1) {
      differences.push_back(where + ": its pieces are not one window");
      continue;
    }
    const std::vector<encoder::Piece>& window = groups[0].windows[0];
    if (!std::ranges::equal(window, samples[i].pieces, {}, &encoder::Piece::number)) {
      differences.push_back(where + ": its words have other pieces");
      continue;
    }
    const std::uint32_t checksum = network_->checksum(window);
    if (checksum != samples[i].vectors_crc32) {
      differences.push_back(fmt::format("{}: its vectors have the checksum {:08x}, not {:08x}", where, checksum,
                                        samples[i].vectors_crc32));
    }
    const std::vector<SentenceReading> readings = read(sentences);
    for (std::size_t s = 0; s < readings.size(); ++s) {
      compare(readings[s], samples[i].sentences[s], fmt::format("{}, sentence {}", where, s + 1), differences);
    }
  }
  return differences;
}

}  // namespace entente
