#include "graph/corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <queue>
#include <set>
#include <utility>

#include "extract/text/dates.h"
#include "extract/text/fold.h"
#include "extract/text/table.h"
#include "extract/text/utf8.h"
#include "graph/tie_id.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> kActions = {"same", "not same", "rename", "retype", "drop"};
constexpr std::array<std::string_view, 6> kColumns = {"action", "target", "value", "by", "date", "why"};
constexpr std::string_view kInArticle = " in article ";
constexpr std::string_view kReferenceForms =
    "write an id (person/xi-jinping), a Wikidata item (Q15031) or kind and name (person Xi Jinping), and ' in article "
    "ID' behind it for what one article says";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

bool consists_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

/// "person/xi-jinping", as exports write it also "person:xi-jinping".
std::optional<Reference> id_reference(std::string_view text) {
  const std::size_t mark = text.find_first_of("/:");
  if (mark == std::string_view::npos || mark + 1 == text.size()) return std::nullopt;
  const std::optional<Kind> kind = kind_of(text.substr(0, mark));
  if (!kind || text.find(' ') != std::string_view::npos) return std::nullopt;
  return Reference{Reference::Form::id, fmt::format("{}/{}", word(*kind), text.substr(mark + 1)), *kind, {}};
}

std::optional<Reference> name_reference(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::optional<Kind> kind = kind_of(text.substr(0, space));
  const std::string name = slug(text.substr(space + 1));
  if (!kind || name.empty()) return std::nullopt;
  return Reference{Reference::Form::name, name, *kind, {}};
}

bool takes_article(CorrectionAction action) {
  return action == CorrectionAction::same || action == CorrectionAction::not_same || action == CorrectionAction::drop;
}

void check_text(std::string_view column, std::string_view text) {
  if (!valid_utf8(text)) throw CorrectionError(fmt::format("the {} is not UTF-8; save it as UTF-8", column));
  if (text.find_first_of("\t\n\r") != std::string_view::npos || text.find('\0') != std::string_view::npos) {
    throw CorrectionError(fmt::format("the {} '{}' holds a tab or line break; write it on one line", column, text));
  }
  if (text != trimmed(text)) {
    throw CorrectionError(fmt::format("the {} '{}' begins or ends with blanks; leave them out", column, text));
  }
}

void check_reference(std::string_view column, std::string_view text, CorrectionAction action) {
  if (text.empty()) {
    throw CorrectionError(fmt::format("'{}' needs a {}; {}", word(action), column, kReferenceForms));
  }
  const std::optional<Reference> reference = reference_of(text);
  if (!reference) throw CorrectionError(fmt::format("the {} '{}' names nothing; {}", column, text, kReferenceForms));
  if (reference->form == Reference::Form::tie && action != CorrectionAction::drop) {
    throw CorrectionError(fmt::format("'{}' is about entities, and '{}' is a relation or event; only 'drop' takes one",
                                      word(action), text));
  }
  if (reference->in && !takes_article(action)) {
    throw CorrectionError(
        fmt::format("'{}' is about an entity of the graph, not of one article ('{}'); leave out "
                    "'{}{}'",
                    word(action), text, kInArticle.substr(1), *reference->in));
  }
}

/// What two references that mean the same as they are written have in common.
std::pair<std::string, std::string> key_of(std::string_view text) {
  const Reference reference = *reference_of(text);
  const bool named = reference.form == Reference::Form::name;
  return {named ? fmt::format("{}/{}", word(reference.kind), reference.text) : reference.text,
          reference.in.value_or("")};
}

/// Corrections that contradict each other: the second against all of the first.
struct Conflict {
  std::vector<std::size_t> first;
  std::size_t second = 0;
  std::string what;
};

/// What is said to be the same, as a graph in which each edge is a correction.
class Sameness {
 public:
  using Node = std::pair<std::string, std::string>;

  void join(const Node& a, const Node& b, std::size_t by) {
    edges_[a].emplace_back(b, by);
    edges_[b].emplace_back(a, by);
  }

  /// The corrections that join two by the fewest steps, in order; empty where they are not joined.
  [[nodiscard]] std::vector<std::size_t> chain(const Node& from, const Node& to) const {
    std::map<Node, std::pair<Node, std::size_t>> came;
    std::queue<Node> waiting({from});
    while (!waiting.empty() && !came.contains(to)) {
      const Node at = waiting.front();
      waiting.pop();
      const auto edges = edges_.find(at);
      if (edges == edges_.end()) continue;
      for (const auto& [next, by] : edges->second) {
        if (next != from && came.try_emplace(next, at, by).second) waiting.push(next);
      }
    }
    std::vector<std::size_t> steps;
    for (auto at = came.find(to); at != came.end(); at = came.find(at->second.first))
      steps.push_back(at->second.second);
    std::ranges::sort(steps);
    return steps;
  }

 private:
  std::map<Node, std::vector<std::pair<Node, std::size_t>>> edges_;
};

std::optional<Conflict> conflict_of_identity(std::span<const Correction> corrections) {
  Sameness sameness;
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const Correction& c = corrections[i];
    if (c.action == CorrectionAction::same) sameness.join(key_of(c.target), key_of(c.value), i);
  }
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const Correction& c = corrections[i];
    if (c.action != CorrectionAction::not_same) continue;
    std::vector<std::size_t> chain = sameness.chain(key_of(c.target), key_of(c.value));
    if (!chain.empty())
      return Conflict{std::move(chain), i, "says that two are not the same, and the other that they are"};
  }
  return std::nullopt;
}

/// What a correction sets, property by property.
std::vector<std::pair<std::string_view, std::string>> settings_of(const Correction& c) {
  if (c.action == CorrectionAction::rename) return {{"name", c.value}};
  if (c.action != CorrectionAction::retype) return {};
  const Retyping retyping = retyping_of(c.value);
  std::vector<std::pair<std::string_view, std::string>> result;
  if (retyping.kind) result.emplace_back("kind", word(*retyping.kind));
  if (retyping.type) result.emplace_back("type", *retyping.type);
  if (retyping.country) result.emplace_back("country", *retyping.country);
  if (retyping.sector) result.emplace_back("sector", *retyping.sector);
  return result;
}

std::optional<Conflict> conflict_of_settings(std::span<const Correction> corrections) {
  std::map<std::tuple<std::string, std::string_view, std::string>, std::pair<std::string, std::size_t>> set;
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    for (const auto& [property, value] : settings_of(corrections[i])) {
      const auto [known, fresh] =
          set.try_emplace({key_of(corrections[i].target).first, property, corrections[i].date}, value, i);
      if (fresh || known->second.first == value) continue;
      return Conflict{{known->second.second},
                      i,
                      fmt::format("gives '{}' the {} '{}' on the same date as the other gives it '{}'",
                                  corrections[i].target, property, value, known->second.first)};
    }
  }
  return std::nullopt;
}

std::optional<Conflict> conflict_in(std::span<const Correction> corrections) {
  std::optional<Conflict> found = conflict_of_identity(corrections);
  return found ? found : conflict_of_settings(corrections);
}

/// A cell as spreadsheets write it: quoted where it has quotes.
std::string unquoted(std::string_view cell) {
  if (cell.size() < 2 || !cell.starts_with('"') || !cell.ends_with('"')) return std::string(cell);
  std::string result;
  const std::string_view inside = cell.substr(1, cell.size() - 2);
  for (std::size_t i = 0; i < inside.size(); ++i) {
    result += inside[i];
    if (inside.substr(i, 2) == "\"\"") ++i;
  }
  return result;
}

std::string table_cell(std::string_view cell) {
  if (!cell.starts_with('"') && !cell.starts_with('#')) return std::string(cell);
  std::string result = "\"";
  for (const char c : cell) result.append(c == '"' ? 2 : 1, c);
  return result + '"';
}

/// Reads a table line by line; what is wrong is told with its place.
class TableReader {
 public:
  TableReader(std::string_view table, std::string_view file) : file_(file) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (table.starts_with(kByteOrderMark)) table.remove_prefix(kByteOrderMark.size());
    for (const std::string_view line : split(table, '\n')) {
      ++line_;
      if (!trimmed(line).empty() && !line.starts_with('#')) read(line);
    }
    if (columns_.empty() && !corrections_.empty()) fail("has no header row");
    if (const auto conflict = conflict_in(corrections_)) tell(*conflict);
  }

  [[nodiscard]] std::vector<Correction> corrections() && { return canonical(std::move(corrections_)); }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw CorrectionError(fmt::format("{}:{}: {}", file_, line_, what));
  }

  void read(std::string_view line) {
    std::vector<std::string> cells;
    for (const std::string_view cell : split(line, '\t')) cells.push_back(unquoted(trimmed(cell)));
    const bool header = std::ranges::find(cells, kColumns[0]) != cells.end();
    if (header) {
      read_header(cells);
    } else if (columns_.empty()) {
      fail(
          fmt::format("the table has no header row but begins with '{}'; begin it with the tab-separated line 'action "
                      "target value by date why'",
                      trimmed(line)));
    } else {
      read_row(cells);
    }
  }

  void read_header(const std::vector<std::string>& cells) {
    columns_.clear();
    for (const std::string& cell : cells) {
      const auto found = std::ranges::find(kColumns, cell);
      if (found == kColumns.end() && !cell.empty()) {
        fail(fmt::format("no column '{}'; a table of corrections has {}", cell, fmt::join(kColumns, ", ")));
      }
      if (!cell.empty() && std::ranges::find(columns_, cell) != columns_.end()) {
        fail(fmt::format("the column '{}' comes twice; leave one out", cell));
      }
      columns_.push_back(cell);
    }
    if (std::ranges::find(columns_, kColumns[1]) == columns_.end()) {
      fail("no column 'target'; it says which entity, relation or event is corrected");
    }
  }

  void read_row(const std::vector<std::string>& cells) {
    std::map<std::string_view, std::string> row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i < columns_.size() && !columns_[i].empty()) {
        row[columns_[i]] = cells[i];
      } else if (!cells[i].empty()) {
        fail(fmt::format("'{}' stands under no column; the header has {} columns", cells[i], columns_.size()));
      }
    }
    const std::optional<CorrectionAction> action = correction_action_of(row["action"]);
    if (!action) fail(fmt::format("no action '{}'; write one of {}", row["action"], fmt::join(kActions, ", ")));
    const Correction correction{row["date"], row["by"], *action, row["target"], row["value"], row["why"]};
    try {
      check(correction);
    } catch (const CorrectionError& error) {
      fail(error.what());
    }
    corrections_.push_back(correction);
    lines_.push_back(line_);
  }

  [[noreturn]] void tell(const Conflict& conflict) const {
    std::vector<std::size_t> others;
    for (const std::size_t each : conflict.first) others.push_back(lines_[each]);
    const Correction& c = corrections_[conflict.second];
    throw CorrectionError(fmt::format("{}:{}: '{}' contradicts line {}: it {}; take one of them out", file_,
                                      lines_[conflict.second], described(c), fmt::join(others, ", "), conflict.what));
  }

  std::string_view file_;
  std::size_t line_ = 0;
  std::vector<std::string> columns_;
  std::vector<Correction> corrections_;
  std::vector<std::size_t> lines_;
};

}  // namespace

std::string_view word(CorrectionAction action) {
  return kActions[static_cast<std::size_t>(action)];
}

std::optional<CorrectionAction> correction_action_of(std::string_view text) {
  std::string folded = fold(text);
  std::ranges::replace(folded, '-', ' ');
  std::ranges::replace(folded, '_', ' ');
  const auto found = std::ranges::find(kActions, folded);
  if (found == kActions.end()) return std::nullopt;
  return static_cast<CorrectionAction>(found - kActions.begin());
}

std::span<const std::string_view> correction_action_words() {
  return kActions;
}

std::optional<Reference> reference_of(std::string_view text) {
  if (const std::size_t in = text.find(kInArticle); in != std::string_view::npos) {
    std::optional<Reference> result = reference_of(text.substr(0, in));
    const std::string_view article = text.substr(in + kInArticle.size());
    if (!result || result->form == Reference::Form::tie || article.empty()) return std::nullopt;
    result->in = std::string(article);
    return result;
  }
  if (tie_id_of(text)) return Reference{Reference::Form::tie, std::string(text), Kind::person, {}};
  if (text.size() > 1 && text.starts_with('Q') && consists_of(text.substr(1), "0123456789")) {
    return Reference{Reference::Form::wikidata, std::string(text), Kind::person, {}};
  }
  if (auto id = id_reference(text)) return id;
  return name_reference(text);
}

Retyping retyping_of(std::string_view value) {
  constexpr std::string_view kLower = "abcdefghijklmnopqrstuvwxyz_";
  constexpr std::string_view kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::string_view kHint = "write kind=organisation, type=igo, country=FRA, sector=GOV, or some of them";
  Retyping result;
  if (trimmed(value).empty()) throw CorrectionError(fmt::format("'retype' needs a value; {}", kHint));
  for (const std::string_view part : split(value, ',')) {
    const std::size_t mark = part.find('=');
    if (mark == std::string_view::npos) throw CorrectionError(fmt::format("'{}' has no '='; {}", trimmed(part), kHint));
    const std::string_view property = trimmed(part.substr(0, mark));
    const std::string_view to = trimmed(part.substr(mark + 1));
    if (property == "kind") {
      result.kind = kind_of(to);
      if (!result.kind) {
        throw CorrectionError(fmt::format("no kind '{}'; write person, country, organisation, place or event", to));
      }
    } else if (property == "type" && consists_of(to, kLower)) {
      result.type = to;
    } else if (property == "country" && consists_of(to, kUpper) && (to.empty() || to.size() == 3)) {
      result.country = to;
    } else if (property == "sector" && consists_of(to, kUpper)) {
      result.sector = to;
    } else if (property == "type" || property == "country" || property == "sector") {
      throw CorrectionError(fmt::format(
          "'{}' is no {}; a type is a word in lower case (igo), a country its ISO 3166 alpha-3 code (FRA), a sector a "
          "code in capitals (GOV)",
          to, property));
    } else {
      throw CorrectionError(fmt::format("'{}' cannot be retyped; {}", property, kHint));
    }
  }
  return result;
}

void check(const Correction& c) {
  const std::array<std::pair<std::string_view, const std::string*>, 5> texts = {
      {{"target", &c.target}, {"value", &c.value}, {"by", &c.by}, {"date", &c.date}, {"why", &c.why}}};
  for (const auto& [column, text] : texts) check_text(column, *text);
  check_reference("target", c.target, c.action);
  if (!c.date.empty() && !parse_iso_date(c.date)) {
    throw CorrectionError(fmt::format("'{}' is no date; write YYYY-MM-DD, YYYY-MM or YYYY", c.date));
  }
  switch (c.action) {
    case CorrectionAction::same:
    case CorrectionAction::not_same:
      check_reference("value", c.value, c.action);
      if (key_of(c.target) == key_of(c.value)) {
        throw CorrectionError(fmt::format("'{}' of '{}' and itself; name two entities", word(c.action), c.target));
      }
      break;
    case CorrectionAction::rename:
      if (c.value.empty()) throw CorrectionError(fmt::format("'rename' of '{}' needs the name as its value", c.target));
      break;
    case CorrectionAction::retype:
      static_cast<void>(retyping_of(c.value));
      break;
    case CorrectionAction::drop:
      if (!c.value.empty()) {
        throw CorrectionError(
            fmt::format("'drop' takes no value, and has '{}'; write the reason under 'why'", c.value));
      }
      break;
  }
}

std::vector<Correction> canonical(std::vector<Correction> corrections) {
  std::ranges::sort(corrections);
  const auto repeated = std::ranges::unique(corrections);
  corrections.erase(repeated.begin(), repeated.end());
  return corrections;
}

void check_together(std::span<const Correction> corrections) {
  const std::optional<Conflict> conflict = conflict_in(corrections);
  if (!conflict) return;
  std::vector<std::string> others;
  for (const std::size_t each : conflict->first) others.push_back(fmt::format("'{}'", described(corrections[each])));
  throw CorrectionError(fmt::format("the correction '{}' contradicts {}: it {}; take one of them back",
                                    described(corrections[conflict->second]), fmt::join(others, " with "),
                                    conflict->what));
}

std::vector<Correction> checked(std::span<const Correction> corrections) {
  std::ranges::for_each(corrections, check);
  std::vector<Correction> result = canonical({corrections.begin(), corrections.end()});
  check_together(result);
  return result;
}

std::vector<Correction> parse_corrections(std::string_view table, std::string_view file) {
  return TableReader(table, file).corrections();
}

std::vector<Correction> read_corrections(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string table{std::istreambuf_iterator<char>(in), {}};
  if (!in || std::filesystem::is_directory(file)) {
    throw std::runtime_error(
        fmt::format("'{}' cannot be read; give a table of corrections that is there", file.string()));
  }
  return parse_corrections(table, file.string());
}

std::string print_corrections(std::span<const Correction> corrections) {
  std::string result = fmt::format("{}\n", fmt::join(kColumns, "\t"));
  for (const Correction& c : corrections) {
    result += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", word(c.action), table_cell(c.target), table_cell(c.value),
                          table_cell(c.by), table_cell(c.date), table_cell(c.why));
  }
  return result;
}

std::string described(const Correction& c) {
  std::string result = fmt::format("{} {}", word(c.action), c.target);
  if (!c.value.empty()) result += fmt::format(", {}", c.value);
  std::string who = c.by;
  if (!c.date.empty()) who += (who.empty() ? "" : ", ") + c.date;
  if (!c.why.empty()) who += (who.empty() ? "" : ": ") + c.why;
  return who.empty() ? result : fmt::format("{} ({})", result, who);
}

}  // namespace entente
