// See question_command.h.
#include "cli/question_command.h"

#include <CLI/CLI.hpp>
#include <iterator>
#include <utility>

namespace entente {

void QuestionCommand::setup(CLI::App& app) {
  add_graph(app, file_);
  declare(app);
  answer_.setup(app);
  filter_.setup(app);
  if (tells_ties()) filter_.background(app);
}

int QuestionCommand::run() {
  const OpenGraph graph(file_, filter_.filter(), about(), background());
  Answer answer = ask(graph);
  answer.notes.insert(answer.notes.begin(), std::make_move_iterator(notes_.begin()),
                      std::make_move_iterator(notes_.end()));
  answer_.print(answer);
  return 0;
}

std::uint32_t QuestionCommand::entity(const OpenGraph& graph, const std::string& name) {
  FoundEntity found = find_entity(graph.store(), graph.graph(), name);
  if (!found.note.empty()) notes_.push_back(std::move(found.note));
  return found.entity;
}

std::string QuestionCommand::id_now(const OpenGraph& graph, const std::string& id) {
  std::optional<FoundEntity> whole = find_whole(graph.store(), graph.graph(), id);
  if (!whole) return id;
  notes_.push_back(std::move(whole->note));
  return graph.graph().entities[whole->entity].id;
}

void QuestionCommand::name_argument(CLI::App& app, const std::string& argument, std::string& name, bool required) {
  app.add_option(argument, name, "a name, alias, acronym, country code or id")->required(required)->type_name("");
}

}  // namespace entente
