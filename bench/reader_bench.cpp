// Words a second of the reader, with each kernel, stage by stage and whole, on one core and two.
//
//   reader_bench [--benchmark_filter=...]
//
// Reads with the model that find_model finds, over the text file that ENTENTE_BENCH_TEXT names (plain text, some pages
// of news), else over the model's own samples many times over. Before anything is timed every kernel replays the
// samples: what is fast is right.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/language/encoder/encoder.h"
#include "extract/language/heads/article_reading.h"
#include "extract/language/heads/find_model.h"
#include "extract/language/heads/reader.h"

namespace {

using entente::Reader;
using entente::SentenceWords;
using entente::encoder::Kernels;

using Text = std::vector<std::vector<std::string>>;  // words by sentence

Text samples_of(const Reader& reader) {
  constexpr int kTimes = 8;
  Text text;
  for (int i = 0; i < kTimes; ++i) {
    for (const auto& sample : reader.model().header().samples) {
      for (const auto& sentence : sample.sentences) text.push_back(sentence.words);
    }
  }
  return text;
}

Text analysed(const std::string& bytes) {
  const entente::Analysis analysis = entente::analyse(bytes);
  Text text;
  for (const auto& sentence : analysis.sentences) {
    auto& words = text.emplace_back();
    for (auto t = sentence.first; t < sentence.last; ++t) {
      const entente::ByteSpan span = analysis.tokens[t].span;
      words.push_back(bytes.substr(span.begin, span.size()));
    }
  }
  return text;
}

std::string content(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(fmt::format("cannot read ENTENTE_BENCH_TEXT, '{}'", path));
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What is read, as the reader takes it.
class Input {
 public:
  explicit Input(Text text) : text_(std::move(text)) {
    for (const auto& sentence : text_) {
      views_.emplace_back(sentence.begin(), sentence.end());
      count_ += sentence.size();
    }
    spans_.assign(views_.begin(), views_.end());
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  [[nodiscard]] std::span<const SentenceWords> sentences() const { return spans_; }
  [[nodiscard]] std::size_t words() const { return count_; }

 private:
  Text text_;
  std::vector<std::vector<std::string_view>> views_;
  std::vector<SentenceWords> spans_;
  std::size_t count_ = 0;
};

void count_words(benchmark::State& state, std::size_t words) {
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

void cut_into_pieces(benchmark::State& state, const Reader& reader, const Input& input) {
  const entente::encoder::WordPieces pieces(reader.model().text("vocabulary"));
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        entente::windows_of(input.sentences(), pieces, reader.model().header().settings.positions));
  }
  count_words(state, input.words());
}

void encode(benchmark::State& state, const Kernels& kernels, const Reader& reader, const Input& input) {
  const entente::encoder::WordPieces pieces(reader.model().text("vocabulary"));
  const entente::encoder::Encoder encoder(kernels, reader.model());
  const auto groups = entente::windows_of(input.sentences(), pieces, encoder.longest_window());
  entente::encoder::Encoder::Workspace workspace;
  entente::encoder::AlignedVector<float> vectors;
  std::size_t count = 0;
  for (const auto& group : groups) {
    for (const auto& window : group.windows) count += window.size();
  }
  for (auto _ : state) {
    for (const auto& group : groups) {
      for (const auto& window : group.windows) encoder.encode(window, workspace, vectors);
    }
    benchmark::DoNotOptimize(vectors.data());
  }
  count_words(state, input.words());
  state.counters["pieces/s"] =
      benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate);
}

void read(benchmark::State& state, const Reader& reader, const Input& input) {
  for (auto _ : state) benchmark::DoNotOptimize(reader.read(input.sentences()));
  count_words(state, input.words());
}

/// Some mentions in every sentence, of as many entities as there are sentences: about what an article of news has.
struct Mentions {
  explicit Mentions(std::span<const SentenceWords> sentences) {
    constexpr std::uint32_t kWordsToAMention = 7;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      for (std::uint32_t w = 0; w < sentences[s].size(); w += kWordsToAMention) {
        entity.push_back(static_cast<std::int32_t>((words.size() * 2654435761U) % sentences.size()));
        words.push_back({s, w, w, "person"});
      }
    }
  }
  std::vector<entente::MentionWords> words;
  std::vector<std::int32_t> entity;
};

/// Reads an article and asks all that is asked of one: how much it finds.
std::size_t read_as_article(const Reader& reader, std::span<const SentenceWords> sentences) {
  constexpr float kFloor = 0.5F;
  constexpr std::uint32_t kCandidates = 30;
  const Mentions mentions(sentences);
  const entente::ArticleReading article = reader.read_article(sentences);
  std::size_t found = article.relations(mentions.words, mentions.entity, kFloor).size();
  const entente::CoreferenceReading coreference = article.coreference(mentions.words);
  for (std::uint32_t asks = 0; asks < mentions.words.size(); ++asks) {
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t c = asks - std::min(asks, kCandidates); c < asks; ++c) candidates.push_back(c);
    for (const float score : coreference.scores(asks, candidates)) found += score > 0 ? 1 : 0;
  }
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (std::uint32_t w = 0; w < sentences[s].size(); ++w) found += article.events(s, w, kFloor).size();
  }
  return found;
}

constexpr std::size_t kArticleSentences = 20;

template <class Read>
void by_article(benchmark::State& state, const Input& input, Read read) {
  for (auto _ : state) {
    auto rest = input.sentences();
    while (!rest.empty()) {
      const auto article = rest.first(std::min(kArticleSentences, rest.size()));
      benchmark::DoNotOptimize(read(article));
      rest = rest.subspan(article.size());
    }
  }
  count_words(state, input.words());
}

void load(benchmark::State& state, const std::string& path, const Kernels& kernels) {
  for (auto _ : state) benchmark::DoNotOptimize(Reader::open(path, kernels));
}

void register_all(const std::string& path, const std::vector<Reader>& readers, const Input& input) {
  benchmark::RegisterBenchmark("pieces", [&](benchmark::State& state) {
    cut_into_pieces(state, readers[0], input);
  })->Unit(benchmark::kMillisecond);
  for (const Reader& reader : readers) {
    const Kernels& kernels = reader.kernels();
    const auto name = [&](std::string_view what) { return fmt::format("{}/{}", what, kernels.name); };
    benchmark::RegisterBenchmark(name("encode").c_str(), [&](benchmark::State& state) {
      encode(state, kernels, reader, input);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(name("read").c_str(), [&](benchmark::State& state) { read(state, reader, input); })
        ->Unit(benchmark::kMillisecond)
        ->ThreadRange(1, 2)
        ->UseRealTime();
    benchmark::RegisterBenchmark(name("read by twenty sentences").c_str(), [&](benchmark::State& state) {
      by_article(state, input, [&](auto article) { return reader.read(article); });
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(name("read_article").c_str(), [&](benchmark::State& state) {
      by_article(state, input, [&](auto article) { return reader.read_article(article); });
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(name("read_article and ask").c_str(), [&](benchmark::State& state) {
      by_article(state, input, [&](auto article) { return read_as_article(reader, article); });
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(name("load").c_str(), [&, path](benchmark::State& state) {
      load(state, path, kernels);
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    benchmark::Initialize(&argc, argv);
    const std::string path = entente::find_model();
    std::vector<Reader> readers;
    for (const Kernels* kernels : entente::encoder::available_kernels()) {
      readers.push_back(Reader::open(path, *kernels));
      if (!readers.back().replay_samples().empty()) {
        throw std::runtime_error(fmt::format("{}: the samples of the model come out otherwise", kernels->name));
      }
    }
    const char* text = std::getenv("ENTENTE_BENCH_TEXT");
    const Input input(text == nullptr ? samples_of(readers[0]) : analysed(content(text)));
    register_all(path, readers, input);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "reader_bench: {}\n", error.what());
    return 3;
  }
}
