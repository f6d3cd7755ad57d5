// See fragment.h.
#include "export/fragment.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "export/json_output.h"
#include "export/placing.h"

namespace entente {

namespace {

constexpr std::uint32_t kLeftOut = std::numeric_limits<std::uint32_t>::max();

/// Articles and sentences in the order in which they are first needed, each once.
class Passages {
 public:
  std::size_t sentence(const Evidence& evidence) {
    const auto article = articles_.try_emplace(evidence.article, articles_.size());
    if (article.second) articles_in_order_.push_back(evidence);
    const auto key = std::tuple(article.first->second, evidence.sentence.begin, evidence.sentence.end);
    const auto sentence = sentences_.try_emplace(key, sentences_.size());
    if (sentence.second) sentences_in_order_.push_back({article.first->second, evidence.text});
    return sentence.first->second;
  }

  void write(JsonOutput& json) const {
    json.key("sentences");
    json.open_array();
    for (const auto& [article, text] : sentences_in_order_) {
      json.new_line();
      json.open_array();
      json.integer(static_cast<std::int64_t>(article));
      json.string(text);
      json.close_array();
    }
    json.close_array();
    json.key("articles");
    json.open_array();
    for (const Evidence& article : articles_in_order_) {
      json.new_line();
      json.open_object();
      json.member("id", article.article);
      for (const auto& [key, text] : {std::pair{"title", &article.title}, std::pair{"source", &article.source},
                                      std::pair{"published", &article.published}, std::pair{"url", &article.url}}) {
        if (!text->empty()) json.member(key, *text);
      }
      json.close_object();
    }
    json.close_array();
  }

 private:
  std::map<std::string, std::size_t> articles_;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> sentences_;
  std::vector<Evidence> articles_in_order_;
  std::vector<std::pair<std::size_t, std::string>> sentences_in_order_;
};

class FragmentWriter {
 public:
  FragmentWriter(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Selection& selection,
                 const std::vector<std::optional<Place>>& places, const FragmentOptions& options, std::ostream& out)
      : graph_(graph),
        evidence_(evidence),
        selection_(selection),
        places_(places),
        options_(options),
        json_(out),
        index_(graph.entities.size(), kLeftOut) {
    for (std::uint32_t i = 0; i < selection.entities.size(); ++i) index_[selection.entities[i]] = i;
  }

  void write() {
    json_.open_object();
    json_.member("schema", "entente/page/1");
    text("title", options_.title);
    text("note", options_.note);
    json_.key("totals");
    json_.open_object();
    for (const auto& [key, total] : options_.totals) number(key, total);
    json_.close_object();
    list("entities", selection_.entities, [this](std::uint32_t i) { entity(i); });
    list("relations", selection_.relations, [this](std::uint32_t i) { relation(graph_.relations[i]); });
    list("events", selection_.events, [this](std::uint32_t i) { event(graph_.events[i]); });
    passages_.write(json_);
    json_.close_object();
    json_.new_line();
  }

 private:
  template <typename Item>
  void list(std::string_view name, const std::vector<std::uint32_t>& members, Item item) {
    json_.key(name);
    json_.open_array();
    for (const std::uint32_t member : members) {
      json_.new_line();
      json_.open_object();
      item(member);
      json_.close_object();
    }
    json_.close_array();
  }

  void text(std::string_view key, std::string_view text) {
    if (!text.empty()) json_.member(key, text);
  }
  void number(std::string_view key, std::size_t number) {
    json_.key(key);
    json_.integer(static_cast<std::int64_t>(number));
  }
  void real(std::string_view key, double number) {
    json_.key(key);
    json_.number(number);
  }
  void flag(std::string_view key, bool truth) {
    if (!truth) return;
    json_.key(key);
    json_.truth(true);
  }

  void entity(std::uint32_t i) {
    const GraphEntity& entity = graph_.entities[i];
    text("id", entity.id);
    text("kind", word(entity.kind));
    text("type", entity.type);
    json_.member("name", entity.name.empty() ? entity.id : entity.name);
    if (!entity.aliases.empty()) {
      json_.key("aliases");
      json_.open_array();
      for (const std::string& alias : entity.aliases) json_.string(alias);
      json_.close_array();
    }
    text("country", entity.country.empty() ? entity.links.iso3 : entity.country);
    text("wikidata", entity.links.wikidata);
    number("articles", entity.articles);
    text("first", entity.first_date);
    text("last", entity.last_date);
    if (i < places_.size() && places_[i]) {
      real("x", places_[i]->x);
      real("y", places_[i]->y);
      json_.key("community");
      json_.integer(places_[i]->community);
    }
    const bool told = options_.said_of.empty() || options_.said_of == entity.id;
    if (told) statements("said", entity.id, options_.entity_sentences);
  }

  void relation(const GraphRelation& relation) {
    text("id", relation.id);
    text("type", (relation.background ? "background: " : "") + relation.type);  // for the page a type of its own
    number("subject", index_[relation.subject]);
    number("object", index_[relation.object]);
    text("role", relation.role);
    text("start", relation.start);
    text("end", relation.end);
    flag("negated", relation.negated);
    flag("past", relation.past);
    shared(relation);
  }

  void event(const GraphEvent& event) {
    text("id", event.id);
    text("type", event.type);
    text("mode", event.mode);
    json_.key("quad");
    json_.integer(event.quad);
    real("intensity", event.intensity);
    text("date", event.date);
    if (event.modality != Modality::actual) text("modality", word(event.modality));
    if (event.place >= 0) text("place", graph_.entities[static_cast<std::size_t>(event.place)].name);
    if (event.attribution >= 0) {
      text("reported_by", graph_.entities[static_cast<std::size_t>(event.attribution)].name);
    }
    names("asserted_by", event.asserted_by);
    names("denied_by", event.contested() ? event.denied_by : std::vector<std::uint32_t>{});
    actors("sources", event.sources);
    actors("targets", event.targets);
    shared(event);
  }

  /// Nothing where there are none.
  void names(std::string_view key, const std::vector<std::uint32_t>& entities) {
    std::string list;
    for (const std::uint32_t entity : entities) list += (list.empty() ? "" : ", ") + graph_.entities[entity].name;
    if (!list.empty()) text(key, list);
  }

  void actors(std::string_view key, const std::vector<std::uint32_t>& actors) {
    json_.key(key);
    json_.open_array();
    for (const std::uint32_t actor : actors) {
      if (index_[actor] != kLeftOut) json_.integer(index_[actor]);
    }
    json_.close_array();
  }

  template <typename Tie>
  void shared(const Tie& tie) {
    number("weight", tie.weight);
    number("articles", tie.articles);
    text("first", tie.first_date);
    text("last", tie.last_date);
    real("confidence", tie.confidence);
    statements("evidence", tie.id, options_.sentences);
  }

  void statements(std::string_view key, const std::string& id, std::size_t most) {
    if (most == 0 || !evidence_) return;
    const std::vector<Evidence> found = evidence_(id, most);
    if (found.empty()) return;
    json_.key(key);
    json_.open_array();
    for (const Evidence& statement : found) {
      const auto sentence = static_cast<std::int64_t>(passages_.sentence(statement));
      const std::int64_t start = statement.sentence.begin;
      json_.open_array();
      for (const std::int64_t value : {sentence, statement.span.begin - start, statement.span.end - start}) {
        json_.integer(value);
      }
      json_.close_array();
    }
    json_.close_array();
  }

  const KnowledgeGraph& graph_;
  const EvidenceSource& evidence_;
  const Selection& selection_;
  const std::vector<std::optional<Place>>& places_;
  const FragmentOptions& options_;
  JsonOutput json_;
  std::vector<std::uint32_t> index_;  ///< of entities, into the selection's
  Passages passages_;
};

}  // namespace

std::vector<std::optional<Place>> places_of(const KnowledgeGraph& graph, const Selection& selection) {
  std::vector<bool> drawn(graph.entities.size());
  for (const std::uint32_t entity : selection.entities) drawn[entity] = true;
  Placement placement(drawn);
  for (const std::uint32_t i : selection.relations) {
    const GraphRelation& relation = graph.relations[i];
    placement.join(relation.subject, relation.object, relation.weight * relation.confidence);
  }
  for (const std::uint32_t i : selection.events) {
    const GraphEvent& event = graph.events[i];
    const auto& targets = event.targets.empty() ? event.sources : event.targets;
    for (const std::uint32_t a : event.sources) {
      for (const std::uint32_t b : targets) {
        if (!event.targets.empty() || a < b) placement.join(a, b, event.weight * event.confidence);
      }
    }
  }
  return placement.places([&graph](std::uint32_t entity) -> double { return graph.entities[entity].articles; });
}

void write_fragment(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Selection& selection,
                    const std::vector<std::optional<Place>>& places, const FragmentOptions& options,
                    std::ostream& out) {
  FragmentWriter(graph, evidence, selection, places, options, out).write();
}

}  // namespace entente
