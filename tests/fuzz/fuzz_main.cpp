// The main of a fuzz target without libFuzzer: replays files, and mutates them for a while on request.
//
//     fuzz_reading CORPUS...                                replay all files of the folders
//     fuzz_reading --mutate SECONDS [--seed N] CORPUS...    then run mutations of them
//
// Before each mutated input runs it is written to `fuzz-last-input` in the working folder, so that a crash leaves it
// there.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> corpora;
  int seconds = 0;
  std::uint64_t seed = 1;
};

Options read_options(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--mutate" && i + 1 < count) {
      options.seconds = std::atoi(arguments[++i]);
    } else if (argument == "--seed" && i + 1 < count) {
      options.seed = std::strtoull(arguments[++i], nullptr, 10);
    } else {
      options.corpora.push_back(argument);
    }
  }
  return options;
}

std::vector<std::string> read_corpus(const std::vector<std::string>& corpora) {
  std::vector<fs::path> files;
  for (const std::string& corpus : corpora) {
    if (!fs::is_directory(corpus)) files.emplace_back(corpus);
    if (!fs::is_directory(corpus)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  std::vector<std::string> inputs;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return inputs;
}

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

/// Small changes as fuzzers make them: bits, bytes, copies, cuts, joints, and pieces of other inputs.
class Mutator {
 public:
  Mutator(const std::vector<std::string>& corpus, std::uint64_t seed) : corpus_(corpus), random_(seed) {}

  std::string next() {
    std::string input = any();
    for (std::size_t i = 0, changes = 1 + below(8); i < changes; ++i) change(input);
    constexpr std::size_t kLongest = 200'000;
    if (input.size() > kLongest) input.resize(kLongest);
    return input;
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  const std::string& any() { return corpus_[below(corpus_.size())]; }

  void change(std::string& input) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t size = below(std::min<std::size_t>(input.size() - at, 1 + below(64)) + 1);
    switch (below(8)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < input.size()) input[at] = static_cast<char>(below(256));
        break;
      case 2:
        input.erase(at, size);
        break;
      case 3:
        input.insert(at, input.substr(at, size));
        break;
      case 4:
        input.insert(at, piece());
        break;
      case 5:
        input.resize(at);
        break;
      case 6:
        for (std::size_t i = 0, times = below(200); i < times && size > 0; ++i)
          input.insert(at, input.substr(at, size));
        break;
      default:
        input.insert(at, std::string(1 + below(4), kMarks[below(kMarks.size())]));
    }
  }

  std::string piece() {
    const std::string& other = any();
    const std::size_t at = below(other.size() + 1);
    return other.substr(at, below(200));
  }

  static constexpr std::string_view kMarks = "\"'{}[]<>&;,:\\/\n\r\t|=!-\xEF\xBB\xBF\xFF\xFE\xC3\xE2";

  const std::vector<std::string>& corpus_;
  std::mt19937_64 random_;
};

void mutate(const std::vector<std::string>& corpus, const Options& options) {
  Mutator mutator(corpus, options.seed);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(options.seconds);
  std::size_t runs = 0;
  double slowest = 0;
  while (std::chrono::steady_clock::now() < end) {
    const std::string input = mutator.next();
    std::ofstream("fuzz-last-input", std::ios::binary) << input;
    const auto start = std::chrono::steady_clock::now();
    run(input);
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (took > slowest && took > 0.2) std::ofstream("fuzz-slowest-input", std::ios::binary) << input;
    slowest = std::max(slowest, took);
    ++runs;
  }
  std::printf("%zu mutated inputs, the slowest took %.3f s\n", runs, slowest);
}

}  // namespace

int main(int count, char** arguments) {
  const Options options = read_options(count, arguments);
  const std::vector<std::string> corpus = read_corpus(options.corpora);
  if (corpus.empty()) {
    std::fprintf(stderr, "no input to replay; give a corpus folder or files\n");
    return 2;
  }
  for (const std::string& input : corpus) run(input);
  std::printf("%zu inputs replayed\n", corpus.size());
  if (options.seconds > 0) mutate(corpus, options);
  return 0;
}
