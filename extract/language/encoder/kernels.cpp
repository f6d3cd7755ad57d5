// Which kernels there are, and which of them the machine can run.
#include "extract/language/encoder/kernels.h"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "extract/language/encoder/kernel_sets.h"

namespace entente::encoder {

namespace {

std::vector<const Kernels*> runnable() {
  std::vector<const Kernels*> found{&portable_kernels()};
#ifdef ENTENTE_X86_KERNELS
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) found.push_back(&avx2_kernels());
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")) {
    found.push_back(&avx512vnni_kernels());
  }
#endif
  return found;
}

}  // namespace

std::span<const Kernels* const> available_kernels() {
  static const std::vector<const Kernels*> kFound = runnable();
  return kFound;
}

const Kernels& kernels_named(std::string_view name) {
  std::string names;
  for (const Kernels* kernels : available_kernels()) {
    if (kernels->name == name) return *kernels;
    names += fmt::format("{}{}", names.empty() ? "" : ", ", kernels->name);
  }
  throw std::runtime_error(fmt::format("no kernel '{}' on this machine; there are {}", name, names));
}

const Kernels& default_kernels() {
  const char* wanted = std::getenv("ENTENTE_KERNEL");
  return wanted == nullptr || *wanted == '\0' ? *available_kernels().back() : kernels_named(wanted);
}

}  // namespace entente::encoder
