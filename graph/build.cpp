#include "graph/build.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "graph/content_hash.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kLongestBatch{2};
constexpr std::size_t kTokensPerThread = 4;

/// An article on its way through the pipeline. `extracted` is set where it came with its extraction.
struct Job {
  StoredExtraction stored;
  bool extracted = false;
  bool replaces = false;
  std::string failure;
};

/// Gives the next article with its hash; false at the end.
using JobSource = std::function<bool(Job&)>;

/// Which articles this run has met, to find different ones with one id.
class Seen {
 public:
  enum class Verdict : std::uint8_t { fresh, same, older, newer };

  Verdict meet(const Article& article, const std::string& hash) {
    const auto [at, fresh] = articles_.try_emplace(fingerprint({article.id}), Version{article.published, hash});
    if (fresh) return Verdict::fresh;
    Version& known = at->second;
    Version next{article.published, hash};
    if (next.hash == known.hash) return Verdict::same;
    if (next < known) return Verdict::older;
    known = std::move(next);
    return Verdict::newer;
  }

 private:
  struct Version {
    std::string published;
    std::string hash;
    auto operator<=>(const Version&) const = default;
  };
  struct Low {
    std::size_t operator()(const Fingerprint& f) const { return static_cast<std::size_t>(f.low); }
  };
  std::unordered_map<Fingerprint, Version, Low> articles_;
};

/// The serial ends of the pipeline. The reading end and the writing end may run at once; the mutex guards what they
/// share.
class Build {
 public:
  Build(const JobSource& next, Store& store, const BuildOptions& options)
      : next_(next), store_(store), options_(options) {}

  /// Puts the next article that is worth extracting into the job; false at the end.
  bool read(Job& job) {
    while (true) {
      job = {};
      if (!next_(job)) return false;
      const std::scoped_lock lock(mutex_);
      ++report_.counts.read;
      if (wanted(job)) return true;
    }
  }

  void write(Job& job) {
    const std::scoped_lock lock(mutex_);
    if (!job.failure.empty()) {
      ++report_.counts.failed;
      report_.problems.push_back({job.stored.extraction.article.id, job.failure});
      return;
    }
    if (batch_.empty()) batch_began_ = Clock::now();
    ++(job.replaces ? report_.counts.replaced : report_.counts.added);
    batch_.push_back(std::move(job.stored));
    if (batch_.size() >= options_.batch || Clock::now() - batch_began_ >= kLongestBatch) flush();
  }

  BuildReport finish() {
    flush();
    if (options_.derive && store_.stale()) store_.derive();
    std::sort(report_.problems.begin(), report_.problems.end());
    return std::move(report_);
  }

 private:
  /// Whether an article goes into the file; notes what it replaces.
  bool wanted(Job& job) {
    const Article& article = job.stored.extraction.article;
    if (article.id.empty()) {
      ++report_.counts.failed;
      report_.problems.push_back(
          {"", fmt::format("an article without an id (title '{}'); give it one", article.title)});
      return false;
    }
    const Seen::Verdict verdict = seen_.meet(article, job.stored.hash);
    if (verdict == Seen::Verdict::same) {
      ++report_.counts.unchanged;
      return false;
    }
    if (verdict == Seen::Verdict::older || verdict == Seen::Verdict::newer) {
      ++report_.counts.conflicting;
      report_.problems.push_back({article.id,
                                  "several different articles with this id; the one published last was kept, "
                                  "give the others ids of their own"});
      job.replaces = true;
      return verdict == Seen::Verdict::newer;
    }
    const std::optional<std::string> known = store_.content_hash(article.id);
    job.replaces = known && *known != job.stored.hash;
    if (known && !job.replaces) ++report_.counts.unchanged;
    return known != job.stored.hash;
  }

  void flush() {
    store_.add(batch_);
    batch_.clear();
    if (options_.progress) options_.progress(report_.counts);
  }

  const JobSource& next_;
  Store& store_;
  const BuildOptions& options_;
  std::mutex mutex_;
  Seen seen_;
  std::vector<StoredExtraction> batch_;
  Clock::time_point batch_began_;
  BuildReport report_;
};

/// Runs `extract` over a job; what it throws is the article's failure, but for memory, without which nothing goes on.
void extract_job(Job& job, const ExtractFunction& extract) {
  if (job.extracted) return;
  try {
    Extraction extraction = extract(job.stored.extraction.article);
    extraction.article = std::move(job.stored.extraction.article);
    job.stored.extraction = std::move(extraction);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    job.failure = fmt::format("cannot be extracted: {}", error.what());
  }
}

BuildReport run(const JobSource& next, const ExtractFunction& extract, Store& store, const BuildOptions& options) {
  const int threads = options.threads > 0 ? static_cast<int>(options.threads) : tbb::info::default_concurrency();
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  return arena.execute([&] {
    Build build(next, store, options);
    // Articles leave the pipeline in the order in which they came, so that a slot is free when its turn comes again.
    // The slots own what is in flight: where a stage throws, the pipeline drops its tokens.
    std::vector<Job> slots(kTokensPerThread * static_cast<std::size_t>(threads));
    std::size_t turn = 0;
    const auto read = [&](tbb::flow_control& control) {
      Job* const job = &slots[turn++ % slots.size()];
      if (!build.read(*job)) control.stop();
      return job;
    };
    const auto extract_one = [&extract](Job* job) {
      extract_job(*job, extract);
      return job;
    };
    const auto write = [&build](Job* job) { build.write(*job); };
    tbb::parallel_pipeline(slots.size(), tbb::make_filter<void, Job*>(tbb::filter_mode::serial_in_order, read) &
                                             tbb::make_filter<Job*, Job*>(tbb::filter_mode::parallel, extract_one) &
                                             tbb::make_filter<Job*, void>(tbb::filter_mode::serial_in_order, write));
    return build.finish();
  });
}

}  // namespace

BuildReport build_graph(const ArticleSource& next, const ExtractFunction& extract, Store& store,
                        const BuildOptions& options) {
  const JobSource jobs = [&](Job& job) {
    Article& article = job.stored.extraction.article;
    if (!next(article)) return false;
    job.stored.hash = content_hash(article, options.extractor);
    return true;
  };
  if (!options.extractor.empty()) store.set_meta("extractor", options.extractor);
  return run(jobs, extract, store, options);
}

BuildReport add_extractions(const ExtractionSource& next, Store& store, const BuildOptions& options) {
  const JobSource jobs = [&](Job& job) {
    job.extracted = true;
    if (!next(job.stored.extraction)) return false;
    job.stored.hash = content_hash(job.stored.extraction);
    return true;
  };
  return run(jobs, {}, store, options);
}

}  // namespace entente
