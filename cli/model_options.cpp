// See model_options.h.
#include "cli/model_options.h"

#include <CLI/CLI.hpp>

#include "extract/language/heads/find_model.h"

namespace entente {

void ModelOptions::setup(CLI::App& app) {
  app.add_option("--model", path_, "FILE: the model (ENTENTE_MODEL, else the one installed with the program)")
      ->type_name("");
  app.add_option("--kernel", kernel_,
                 "NAME: portable, avx2 or avx512vnni; all give the same output (the fastest this machine has)")
      ->type_name("");
}

std::string ModelOptions::path() const {
  return find_model(path_);
}

Reader ModelOptions::load() const {
  return Reader::open(path(), kernel_.empty() ? encoder::default_kernels() : encoder::kernels_named(kernel_));
}

}  // namespace entente
