// Folders are followed by links too, but never twice on the way down.
#include "extract/reading/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "extract/text/utf8.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using OnTrouble = std::function<void(const std::string&, std::string)>;

class Listing {
 public:
  Listing(const OnTrouble& on_trouble, std::vector<InputFile>& files) : on_trouble_(on_trouble), files_(files) {}

  /// Adds the files under a folder; `id` is its name within ids.
  void add_folder(const fs::path& folder, const std::string& id) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || std::ranges::find(open_, real) != open_.end()) return;
    fs::directory_iterator entries(folder, error);
    if (error) return on_trouble_(folder.string(), fmt::format("the folder cannot be read ({})", error.message()));
    open_.push_back(real);
    for (const fs::directory_iterator end; entries != end; entries.increment(error)) {
      add_entry(*entries, id);
    }
    if (error) on_trouble_(folder.string(), fmt::format("the folder cannot be read to its end ({})", error.message()));
    open_.pop_back();
  }

 private:
  void add_entry(const fs::directory_entry& entry, const std::string& folder_id) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.')) return;
    const std::string id = folder_id.empty() ? name : folder_id + '/' + name;
    std::error_code error;
    const fs::file_status status = entry.status(error);
    if (fs::is_directory(status)) return add_folder(entry.path(), id);
    if (fs::is_regular_file(status)) {
      files_.push_back({entry.path().string(), repaired_utf8(id)});
    } else if (status.type() == fs::file_type::not_found) {
      on_trouble_(entry.path().string(), "is a link to a file that does not exist; it was skipped");
    } else {
      on_trouble_(entry.path().string(), "is neither a file nor a folder; it was skipped");
    }
  }

  const OnTrouble& on_trouble_;
  std::vector<InputFile>& files_;
  std::vector<fs::path> open_;
};

/// The last component of an input, whatever way it is written: "articles" for "x/articles/" and for "." within it.
std::string last_component(const std::string& input) {
  std::error_code error;
  const fs::path written = fs::path(input).lexically_normal();
  const fs::path name = written.has_filename() ? written.filename() : written.parent_path().filename();
  if (!name.empty() && name != "." && name != "..") return name.string();
  return fs::canonical(input, error).filename().string();
}

}  // namespace

std::vector<InputFile> input_files(const std::string& input, const OnTrouble& on_trouble) {
  if (input == "-") return {{"-", ""}};
  std::error_code error;
  const fs::file_status status = fs::status(input, error);
  if (status.type() == fs::file_type::not_found) {
    on_trouble(input, "no such file or folder");
    return {};
  }
  if (!fs::is_directory(status)) return {{input, repaired_utf8(last_component(input))}};
  std::vector<InputFile> files;
  Listing(on_trouble, files).add_folder(input, last_component(input));
  std::ranges::sort(files, {}, &InputFile::path);
  return files;
}

}  // namespace entente
