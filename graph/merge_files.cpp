#include "graph/merge_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "graph/content_hash.h"

namespace entente {
namespace {

constexpr std::size_t kBatch = 256;

/// A graph file and its next article, by id.
class Source {
 public:
  explicit Source(const std::filesystem::path& file)
      : file_(file.string()), store_(file, Store::Mode::read), next_(store_.next_after({})) {}

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const Store& store() const { return store_; }
  [[nodiscard]] const std::optional<StoredExtraction>& next() const { return next_; }
  [[nodiscard]] StoredExtraction take() {
    StoredExtraction taken = std::move(*next_);
    next_ = store_.next_after(taken.extraction.article.id);
    return taken;
  }

 private:
  std::string file_;
  Store store_;
  std::optional<StoredExtraction> next_;
};

/// An article as one of the files has it.
struct Version {
  StoredExtraction stored;
  std::string file;

  [[nodiscard]] const Article& article() const { return stored.extraction.article; }
  /// Of two with one id the greater counts. The file tells equal ones apart, for messages.
  [[nodiscard]] auto rank() const { return std::tie(article().published, stored.hash, file); }
};

std::vector<Source> opened(std::span<const std::filesystem::path> files) {
  std::vector<Source> sources;
  sources.reserve(files.size());
  for (const std::filesystem::path& file : files) sources.emplace_back(file);
  return sources;
}

/// All that the files hold of the first id that is left, what counts first; empty at the end.
std::vector<Version> next_versions(std::vector<Source>& sources) {
  const std::string* id = nullptr;
  for (const Source& source : sources) {
    if (!source.next()) continue;
    const std::string& other = source.next()->extraction.article.id;
    if (id == nullptr || other < *id) id = &other;
  }
  std::vector<Version> versions;
  if (id == nullptr) return versions;
  const std::string first = *id;
  for (Source& source : sources) {
    if (source.next() && source.next()->extraction.article.id == first) {
      versions.push_back({source.take(), source.file()});
    }
  }
  std::ranges::sort(versions, std::ranges::greater{}, &Version::rank);
  return versions;
}

/// Notes what is different among the versions of one article.
void compare(const std::vector<Version>& versions, FileMergeReport& report) {
  const Version& kept = versions.front();
  const auto same_hash = [&](const Version& v) { return v.stored.hash == kept.stored.hash; };
  if (std::ranges::all_of(versions, same_hash)) return;
  const std::string content = content_hash(kept.article());
  const auto other =
      std::ranges::find_if(versions, [&](const Version& v) { return content_hash(v.article()) != content; });
  if (other == versions.end()) {
    ++report.read_otherwise;
    return;
  }
  ++report.conflicting;
  const bool later = other->article().published < kept.article().published;
  report.problems.push_back(
      {kept.article().id,
       fmt::format("'{}' holds another article with this id than '{}'; that of '{}' was kept, {}; give the other an id "
                   "of its own",
                   other->file, kept.file, kept.file,
                   later ? fmt::format("published last ({})", kept.article().published)
                         : "the one with the greater hash, as neither was published later")});
}

void unite_corrections(const std::vector<Source>& sources, Store& store) {
  std::vector<Correction> corrections;
  for (const Source& source : sources) {
    for (Correction& each : source.store().corrections()) corrections.push_back(std::move(each));
  }
  try {
    store.add_corrections(corrections);
  } catch (const CorrectionError& error) {
    throw CorrectionError(
        fmt::format("{} in its file, `entente correct FILE` lists them; nothing was merged", error.what()));
  }
}

}  // namespace

FileMergeReport merge_graph_files(std::span<const std::filesystem::path> files, Store& store,
                                  const MergeProgress& progress) {
  if (store.article_count() > 0) throw std::runtime_error("graph files are merged into a new one, without articles");
  std::vector<Source> sources = opened(files);
  unite_corrections(sources, store);
  FileMergeReport report;
  std::set<std::string> extractors;
  for (const Source& source : sources) extractors.insert(source.store().meta("extractor"));
  extractors.erase("");
  report.extractors.assign(extractors.begin(), extractors.end());
  if (!extractors.empty()) store.set_meta("extractor", fmt::format("{}", fmt::join(extractors, "; ")));

  std::vector<StoredExtraction> batch;
  for (auto versions = next_versions(sources); !versions.empty(); versions = next_versions(sources)) {
    report.read += versions.size();
    ++report.articles;
    compare(versions, report);
    batch.push_back(std::move(versions.front().stored));
    if (progress) progress(batch.back().extraction.article);
    if (batch.size() < kBatch) continue;
    store.add(batch);
    batch.clear();
  }
  store.add(batch);
  store.derive();
  return report;
}

}  // namespace entente
