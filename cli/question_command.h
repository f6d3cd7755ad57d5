// What the commands that ask a graph file share: GRAPH, selection and form of the answer.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/open_graph.h"
#include "cli/options.h"

namespace entente {

class QuestionCommand : public Command {
 public:
  /// `limit`: rows of a kind unless --limit says otherwise; 0 for a question without one.
  explicit QuestionCommand(std::size_t limit) : answer_(limit) {}
  void setup(CLI::App& app) final;
  int run() final;

 protected:
  /// Declares what only this question has; arguments come after GRAPH.
  virtual void declare(CLI::App& app) = 0;
  [[nodiscard]] virtual OpenGraph::About about() const { return OpenGraph::About::named; }
  /// Whether its answer tells ties, so that background can be asked for.
  [[nodiscard]] virtual bool tells_ties() const { return false; }
  [[nodiscard]] virtual OpenGraph::Background background() const { return OpenGraph::Background::selected; }
  [[nodiscard]] virtual Answer ask(const OpenGraph& graph) = 0;

  [[nodiscard]] std::size_t limit() const { return answer_.limit(); }
  /// The entity of a name; how it was understood joins the answer's notes.
  [[nodiscard]] std::uint32_t entity(const OpenGraph& graph, const std::string& name);

  /// The id itself, or that of the entity which it is part of now.
  [[nodiscard]] std::string id_now(const OpenGraph& graph, const std::string& id);

  /// Declares a required argument that names an entity.
  static void name_argument(CLI::App& app, const std::string& argument, std::string& name, bool required = true);

 private:
  std::string file_;
  FilterOptions filter_;
  AnswerOptions answer_;
  std::vector<std::string> notes_;
};

}  // namespace entente
