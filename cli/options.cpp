// See options.h.
#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <thread>

#include "cli/terminal.h"
#include "extract/ontology.h"
#include "extract/text/dates.h"

namespace entente {

namespace {

constexpr const char* kSelection = "Selection";

std::string list_of(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

[[noreturn]] void refuse(std::string_view option, std::string_view value, const std::vector<std::string>& allowed) {
  throw CLI::ValidationError(
      std::string(option), fmt::format("'{}' is none of {}{}", value, list_of(allowed), did_you_mean(value, allowed)));
}

/// An option that takes words, parted by commas or by repeating it.
CLI::Option* word_list(CLI::App& app, const std::string& name, std::function<void(const std::string&)> each,
                       const std::string& help) {
  return app
      .add_option_function<std::vector<std::string>>(
          name, [each = std::move(each)](const std::vector<std::string>& words) { std::ranges::for_each(words, each); },
          help)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->take_all()
      ->group(kSelection);
}

void date_option(CLI::App& app, const std::string& name, std::string& date, const std::string& help) {
  const auto check = [](const std::string& text) {
    if (parse_iso_date(text)) return std::string();
    return fmt::format("'{}' is no date; write YYYY-MM-DD, YYYY-MM or YYYY", text);
  };
  app.add_option(name, date, help)->check(CLI::Validator(check, "DATE"))->type_name("")->group(kSelection);
}

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (const Kind kind : {Kind::person, Kind::country, Kind::organisation, Kind::place, Kind::event}) {
    words.emplace_back(word(kind));
  }
  return words;
}

void add_kind(Filter& filter, const std::string& text) {
  const std::optional<Kind> kind = kind_of(text);
  if (!kind) refuse("--kind", text, kind_words());
  filter.kinds.push_back(*kind);
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

void add_type(Filter& filter, const std::string& text) {
  if (ontology().relation(text) != nullptr) {
    filter.relation_types.push_back(text);
  } else if (ontology().event(upper(text)) != nullptr) {
    filter.event_types.push_back(upper(text));
  } else {
    std::vector<std::string> words;
    for (const RelationType& type : ontology().relations()) words.emplace_back(type.name);
    for (const EventType& type : ontology().events()) words.emplace_back(type.name);
    refuse("--type", text, words);
  }
}

void add_unasserted(Filter& filter, const std::string& text) {
  if (text == "negated") {
    filter.negated = true;
  } else if (text == "denied") {
    filter.denied = true;
  } else if (text == "hypothetical") {
    filter.hypothetical = true;
  } else {
    refuse("--with", text, {"negated", "denied", "hypothetical"});
  }
}

}  // namespace

void add_graph(CLI::App& app, std::string& file) {
  app.add_option("GRAPH", file, "the graph file, as made by `entente build`")->required()->type_name("");
}

CLI::Validator in_range(double least, double most) {
  const auto check = [=](const std::string& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    if (is_number && number >= least && number <= most) return std::string();
    return fmt::format("'{}' is no number from {} to {}", text, least, most);
  };
  return {check, "NUMBER"};
}

void FilterOptions::setup(CLI::App& app, const std::string& last_day_option) {
  date_option(app, "--from,--since", filter_.from, "DATE: what held or happened on that day or later");
  date_option(app, last_day_option, filter_.to, "DATE: what held or happened on that day or earlier");
  word_list(
      app, "--kind", [this](const std::string& text) { add_kind(filter_, text); },
      "KIND,...: entities that are a " + list_of(kind_words()))
      ->type_name("");
  word_list(
      app, "--type", [this](const std::string& text) { add_type(filter_, text); },
      "TYPE,...: relations and events of these types alone (leads, SANCTION ...)")
      ->type_name("");
  app.add_option("--min-weight", filter_.min_weight, "N: what at least N independent stories say")
      ->type_name("")
      ->group(kSelection);
  app.add_option("--min-confidence", filter_.min_confidence, "X: what is at least that sure, 0 to 1 (0.5)")
      ->check(in_range(0, 1))
      ->type_name("")
      ->group(kSelection);
  word_list(
      app, "--with", [this](const std::string& text) { add_unasserted(filter_, text); },
      "WHAT,...: also what the texts deny or only imagine: negated (relations), denied, hypothetical (events)")
      ->type_name("");
}

void FilterOptions::background(CLI::App& app) {
  app.add_flag("--background", filter_.background,
               "also ties that no article says, marked as background: from the lexicon, or read across sentences")
      ->group(kSelection);
}

void AnswerOptions::setup(CLI::App& app) {
  app.add_option_function<std::string>(
         "--format,-f",
         [this](const std::string& text) {
           const std::optional<AnswerFormat> format = answer_format_of(text);
           const auto words = answer_format_words();
           if (!format) refuse("--format", text, {words.begin(), words.end()});
           format_ = *format;
         },
         "FORMAT: table (for people), json, jsonl, csv or tsv")
      ->type_name("");
  if (limit_ == 0) return;
  app.add_option("--limit,-n", limit_, fmt::format("N: at most N rows of a kind ({})", limit_))
      ->check(in_range(1, std::numeric_limits<int>::max()))
      ->type_name("");
}

void AnswerOptions::print(const Answer& answer) const {
  entente::print(answer, format_, {text_width(), use_colour()}, std::cout);
  std::cout.flush();
  if (!std::cout) throw std::runtime_error("cannot write the answer to standard output");
}

void LexiconOptions::setup(CLI::App& app) {
  app.add_option("--lexicon", tables_, "FILE: a table of names of your own (TSV or CSV); may be repeated")
      ->allow_extra_args(false)
      ->take_all()
      ->type_name("");
}

Lexicon LexiconOptions::load() const {
  Lexicon lexicon = Lexicon::builtin();
  for (const std::string& table : tables_) lexicon = lexicon.with_table(table);
  return lexicon;
}

void InputOptions::setup(CLI::App& app) {
  app.add_option("INPUT", inputs_,
                 "files and folders of articles (text, HTML, JSON, JSON Lines, CSV; also .gz and .zst), or - for "
                 "standard input")
      ->required()
      ->type_name("");
  app.add_option("--threads,-j", threads_, "N: threads that extract (as many as the machine has)")
      ->check(in_range(1, 1024))
      ->type_name("");
}

std::size_t InputOptions::threads() const {
  return threads_ == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads_;
}

}  // namespace entente
