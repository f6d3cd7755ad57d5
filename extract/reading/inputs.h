// Which files the inputs of a command stand for.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace entente {

struct InputFile {
  std::string path;  ///< as messages name it; "-" is standard input
  std::string id;    ///< from the given input's last component on: "articles/a.txt" for a.txt in the input x/articles;
                     ///< empty for "-"
};

/// The files an input stands for: itself, or all under a folder, sorted bytewise by path, without hidden ones.
/// `on_trouble` is told of what is missing or cannot be listed.
[[nodiscard]] std::vector<InputFile> input_files(
    const std::string& input, const std::function<void(const std::string& path, std::string what)>& on_trouble);

}  // namespace entente
