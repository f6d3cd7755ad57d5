// Several graph files -> one: the file of all their articles and corrections.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "graph/build.h"
#include "graph/store.h"

namespace entente {

struct FileMergeReport {
  std::size_t read = 0;            ///< articles in all files together
  std::size_t articles = 0;        ///< in the merged file
  std::size_t conflicting = 0;     ///< ids under which files hold different articles
  std::size_t read_otherwise = 0;  ///< articles that are the same in files which hold different extractions of them
  /// What read the articles of the files, as they say it; sorted, each once.
  std::vector<std::string> extractors = {};
  std::vector<BuildProblem> problems = {};  ///< the conflicting ones, by id
};

/// Tells of each article written, by the calling thread.
using MergeProgress = std::function<void(const Article&)>;

/// Puts the articles and corrections of graph files into a new one, and derives its graph: the same as that of building
/// all the articles in one run, whatever the order of the files. Articles keep the extractions that they have. An
/// article that several files hold counts once; of different ones with one id, or different extractions of one, the one
/// published last counts, then the one with the greater hash, as in a build. Throws std::runtime_error where a file is
/// no graph file or `store` holds articles already, CorrectionError where the corrections contradict each other; then
/// nothing was written. Memory: a few hundred articles, and the graph when it is derived.
FileMergeReport merge_graph_files(std::span<const std::filesystem::path> files, Store& store,
                                  const MergeProgress& progress = {});

}  // namespace entente
