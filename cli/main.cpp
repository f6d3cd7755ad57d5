// The entente program.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <iostream>

#include "cli/exit_status.h"
#include "cli/program.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return entente::run_program(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "entente: {}\n", error.what());
    return entente::kNothingDone;
  }
}
