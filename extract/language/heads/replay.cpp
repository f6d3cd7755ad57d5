// The samples of a model file, replayed: see Reader::replay_samples.
#include <fmt/format.h>

#include <algorithm>

#include "extract/language/heads/network.h"

namespace entente {

using encoder::ModelSample;
using encoder::SampleSentence;

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
    const std::uint32_t checksum = network_->checksums(window).encoder;
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
