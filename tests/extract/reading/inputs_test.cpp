// Files and folders as inputs: order, ids, what is skipped and what is reported.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/extract/reading/reading.h"

using namespace entente;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, removed at the end.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("entente-reading-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, std::string_view content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::vector<std::string> ids(const test::Outcome& outcome) {
  std::vector<std::string> out;
  for (const Article& article : outcome.articles) out.push_back(article.id);
  return out;
}

}  // namespace

TEST_CASE("a folder stands for its files, sorted by path, without hidden ones") {
  const Folder folder;
  folder.write("articles/b.txt", "B.");
  folder.write("articles/a/z.txt", "Z.");
  folder.write("articles/a-b.txt", "AB.");
  folder.write("articles/.hidden.txt", "no");
  folder.write("articles/.git/x.txt", "no");
  const std::vector<std::string> expected = {"articles/a-b.txt", "articles/a/z.txt", "articles/b.txt"};
  CHECK(ids(test::read_inputs({folder / "articles"})) == expected);
  CHECK(ids(test::read_inputs({folder / "articles/"})) == expected);
  CHECK(ids(test::read_inputs({folder / "articles/a/.."})) == expected);
  CHECK(ids(test::read_inputs({folder / "articles/b.txt", folder / "articles/a"})) ==
        std::vector<std::string>{"b.txt", "a/z.txt"});
}

TEST_CASE("links are followed, but not in circles") {
  const Folder folder;
  folder.write("in/a.txt", "A.");
  fs::create_directory_symlink(folder / "in", folder / "in/circle");
  fs::create_symlink(folder / "nowhere", folder / "in/broken.txt");
  const auto outcome = test::read_inputs({folder / "in"});
  CHECK(ids(outcome) == std::vector<std::string>{"in/a.txt"});
  CHECK(outcome.said() == (folder / "in/broken.txt") + ": is a link to a file that does not exist; it was skipped");
}

TEST_CASE("a missing file is reported and the next is read") {
  const Folder folder;
  folder.write("a.txt", "A.");
  const auto outcome = test::read_inputs({folder / "none.txt", folder / "a.txt"});
  CHECK(ids(outcome) == std::vector<std::string>{"a.txt"});
  CHECK(outcome.said() == (folder / "none.txt") + ": no such file or folder");
  CHECK(outcome.counts.files == 1);
  CHECK(outcome.counts.lost == 1);
}

TEST_CASE("an unreadable folder or file is reported") {
  if (::geteuid() == 0) return;  // root reads everything
  const Folder folder;
  folder.write("in/sub/a.txt", "A.");
  folder.write("in/b.txt", "B.");
  fs::permissions(folder / "in/sub", fs::perms::none);
  fs::permissions(folder / "in/b.txt", fs::perms::none);
  const auto outcome = test::read_inputs({folder / "in"});
  fs::permissions(folder / "in/sub", fs::perms::owner_all);
  CHECK(outcome.articles.empty());
  CHECK(outcome.said().find("sub: the folder cannot be read (Permission denied)") != std::string::npos);
  CHECK(outcome.said().find("b.txt: cannot be opened (Permission denied)") != std::string::npos);
}

TEST_CASE("an exception of the sink ends the reading and reaches the caller") {
  const Folder folder;
  folder.write("a.txt", "A.");
  const std::vector<std::string> inputs = {folder / "a.txt"};
  ReadingSink sink;
  sink.article = [](const Article&) { throw std::runtime_error("enough"); };
  CHECK_THROWS_WITH(read_articles(inputs, sink), "enough");
}
