// The facade of graph/: articles in, a graph file out. Adds to a file that exists; goes on where a killed run stopped.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "extract/extraction.h"
#include "graph/store.h"

namespace entente {

/// Gives the next article; false at the end. Called by one thread at a time. What it throws ends the run.
using ArticleSource = std::function<bool(Article&)>;
/// The same for articles that were extracted before.
using ExtractionSource = std::function<bool(Extraction&)>;
/// Reads an article; called by any number of threads at once. What it throws makes the article a failed one.
using ExtractFunction = std::function<Extraction(const Article&)>;

struct BuildCounts {
  std::size_t read = 0;
  std::size_t added = 0;        ///< new in the file
  std::size_t unchanged = 0;    ///< in the file already, or given twice
  std::size_t replaced = 0;     ///< in the file with other content
  std::size_t conflicting = 0;  ///< left out for another article with the same id
  std::size_t failed = 0;
  bool operator==(const BuildCounts&) const = default;
};

/// An article that was left out, and why.
struct BuildProblem {
  std::string article;  ///< its id
  std::string message;
  auto operator<=>(const BuildProblem&) const = default;
};

struct BuildOptions {
  unsigned threads = 0;        ///< 0: all that the machine has
  std::size_t batch = 64;      ///< articles per transaction; a slow batch is written after two seconds
  std::string extractor = {};  ///< names program, lexicon and model; articles that another one read are read again
  bool derive = true;          ///< derive the graph at the end
  std::function<void(const BuildCounts&)> progress = {};  ///< after each batch, by one thread at a time
};

struct BuildReport {
  BuildCounts counts;
  std::vector<BuildProblem> problems;  ///< sorted
};

/// Reads, extracts and stores articles, then derives the graph. Articles whose content is in the file already are
/// skipped before they are extracted; one with other content replaces its old self. Of different articles with one id
/// in the same run the one published last counts, then the one with the greater hash; the others are reported. The
/// content of the file depends on the set of articles alone: not on their order, the threads, the runs, or where a run
/// was cut off. Throws what `next` throws, and std::runtime_error where the file cannot be written; what was committed
/// stays. Memory: the articles in flight, some 100 bytes for each article read, and the graph when it is derived.
BuildReport build_graph(const ArticleSource& next, const ExtractFunction& extract, Store& store,
                        const BuildOptions& options = {});

/// The same for articles that were extracted before.
BuildReport add_extractions(const ExtractionSource& next, Store& store, const BuildOptions& options = {});

}  // namespace entente
