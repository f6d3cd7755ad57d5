// --model, --kernel: which model reads, and with which instructions.
#pragma once

#include <string>

#include "extract/language/heads/reader.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace entente {

class ModelOptions {
 public:
  void setup(CLI::App& app);
  /// The path of the model, found as find_model says.
  [[nodiscard]] std::string path() const;
  [[nodiscard]] Reader load() const;

 private:
  std::string path_;
  std::string kernel_;
};

}  // namespace entente
