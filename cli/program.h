// The program: its commands on a command line.
#pragma once

namespace entente {

/// Reads the command line and runs the command; returns the exit status. Wrong usage is told on standard error. Throws
/// what the command throws.
int run_program(int argc, const char* const* argv);

}  // namespace entente
