// Files appear whole or not at all.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "export/output_file.h"

using namespace entente;

namespace {

/// A folder of its own, gone at the end.
class Folder {
 public:
  Folder() { std::filesystem::create_directories(path_); }
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_ = std::filesystem::temp_directory_path() / "entente_output_file_test";
};

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file appears when it is closed") {
  const Folder folder;
  OutputFile file(folder / "x.txt", false);
  file.stream() << "whole";
  CHECK_FALSE(std::filesystem::exists(folder / "x.txt"));
  file.close();
  CHECK(content(folder / "x.txt") == "whole");
  CHECK(folder.files() == 1);
}

TEST_CASE("a file that is not closed leaves nothing behind") {
  const Folder folder;
  { OutputFile(folder / "x.txt", false).stream() << "half"; }
  CHECK(folder.files() == 0);
}

TEST_CASE("a file that exists stays, unless it may be overwritten") {
  const Folder folder;
  std::ofstream(folder / "x.txt") << "old";
  const std::string message = "'" + (folder / "x.txt").string() + "' exists; say --overwrite to replace it";
  CHECK_THROWS_WITH_AS(OutputFile(folder / "x.txt", false), message.c_str(), std::runtime_error);
  CHECK(content(folder / "x.txt") == "old");
  OutputFile file(folder / "x.txt", true);
  file.stream() << "new";
  file.close();
  CHECK(content(folder / "x.txt") == "new");
}

TEST_CASE("a folder that is not there is named") {
  CHECK_THROWS_WITH_AS(OutputFile("/nowhere/at/all.graphml", false),
                       "cannot write '/nowhere/at/all.graphml': No such file or directory", std::runtime_error);
}
