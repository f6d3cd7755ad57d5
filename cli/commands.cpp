// The registry of commands: one line each, in the order in which help lists them.
#include <array>

#include "cli/command.h"

namespace entente {

std::unique_ptr<Command> make_parse_command();
std::unique_ptr<Command> make_extract_command();
std::unique_ptr<Command> make_build_command();
std::unique_ptr<Command> make_merge_command();
std::unique_ptr<Command> make_correct_command();
std::unique_ptr<Command> make_export_command();
std::unique_ptr<Command> make_explore_command();
std::unique_ptr<Command> make_show_command();
std::unique_ptr<Command> make_neighbours_command();
std::unique_ptr<Command> make_path_command();
std::unique_ptr<Command> make_between_command();
std::unique_ptr<Command> make_timeline_command();
std::unique_ptr<Command> make_top_command();
std::unique_ptr<Command> make_communities_command();
std::unique_ptr<Command> make_compare_command();
std::unique_ptr<Command> make_query_command();
std::unique_ptr<Command> make_search_command();
std::unique_ptr<Command> make_evidence_command();
std::unique_ptr<Command> make_why_command();
std::unique_ptr<Command> make_stats_command();
std::unique_ptr<Command> make_verify_command();
std::unique_ptr<Command> make_model_command();
std::unique_ptr<Command> make_evaluate_command();

std::span<const MakeCommand> command_makers() {
  static constexpr std::array<MakeCommand, 23> kMakers{
      make_parse_command,      make_extract_command,     make_build_command,    make_merge_command,
      make_correct_command,    make_export_command,      make_explore_command,  make_show_command,
      make_neighbours_command, make_path_command,        make_between_command,  make_timeline_command,
      make_top_command,        make_communities_command, make_compare_command,  make_query_command,
      make_search_command,     make_evidence_command,    make_why_command,      make_stats_command,
      make_verify_command,     make_model_command,       make_evaluate_command,
  };
  return kMakers;
}

}  // namespace entente
