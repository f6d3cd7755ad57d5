// See rdf.h.
#include "export/rdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "extract/ontology.h"
#include "extract/text/utf8.h"

namespace entente {

namespace {

constexpr std::array kPrefixes{
    Prefix{"entente", "urn:entente:vocabulary:"},
    Prefix{"oa", "http://www.w3.org/ns/oa#"},
    Prefix{"prov", "http://www.w3.org/ns/prov#"},
    Prefix{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    Prefix{"schema", "https://schema.org/"},
    Prefix{"wd", "http://www.wikidata.org/entity/"},
    Prefix{"wdt", "http://www.wikidata.org/prop/direct/"},
    Prefix{"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

/// A kind and type of entity as a class of schema.org; an empty type stands for all others.
struct ClassOf {
  Kind kind;
  std::string_view type;
  std::string_view schema;
};
constexpr std::array kClasses{
    ClassOf{Kind::country, "", "schema:Country"},
    ClassOf{Kind::event, "", "schema:Event"},
    ClassOf{Kind::organisation, "company", "schema:Corporation"},
    ClassOf{Kind::organisation, "education", "schema:EducationalOrganization"},
    ClassOf{Kind::organisation, "government", "schema:GovernmentOrganization"},
    ClassOf{Kind::organisation, "media", "schema:NewsMediaOrganization"},
    ClassOf{Kind::organisation, "ngo", "schema:NGO"},
    ClassOf{Kind::organisation, "party", "schema:PoliticalParty"},
    ClassOf{Kind::organisation, "", "schema:Organization"},
    ClassOf{Kind::person, "", "schema:Person"},
    ClassOf{Kind::place, "city", "schema:City"},
    ClassOf{Kind::place, "", "schema:Place"},
};

std::string class_of(const GraphEntity& entity) {
  const auto* found = std::ranges::find_if(kClasses, [&entity](const ClassOf& row) {
    return row.kind == entity.kind && (row.type.empty() || row.type == entity.type);
  });
  return std::string(found == kClasses.end() ? "schema:Thing" : found->schema);
}

Iri own(std::string_view id) {
  return {iri_of(id), false};
}
Iri term(std::string_view text) {
  return {std::string(text), true};
}

bool is_item(std::string_view text) {
  return text.size() > 1 && text[0] == 'Q' && text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}
bool is_web(std::string_view text) {
  const bool begins = text.starts_with("http://") || text.starts_with("https://");
  const auto bad = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos;
  };
  return begins && valid_utf8(text) && std::ranges::none_of(text, bad);
}

/// Gathers properties, leaving out what is unknown.
class Properties {
 public:
  Properties& text(std::string_view predicate, std::string_view text) {
    return text.empty() ? *this : add(predicate, Literal{std::string(text)});
  }
  /// An ISO date, cut short where less is known.
  Properties& date(std::string_view predicate, std::string_view date) {
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMonth = 7;
    constexpr std::size_t kDay = 10;
    if (date.empty()) return *this;
    const std::string_view type = date.size() == kYear    ? "xsd:gYear"
                                  : date.size() == kMonth ? "xsd:gYearMonth"
                                  : date.size() == kDay   ? "xsd:date"
                                                          : "";
    return add(predicate, Literal{std::string(date), std::string(type)});
  }
  Properties& number(std::string_view predicate, std::int64_t number) {
    return add(predicate, Literal{fmt::to_string(number), "xsd:integer"});
  }
  Properties& real(std::string_view predicate, double number) {
    return add(predicate, Literal{fmt::format("{:.4g}", number), "xsd:double"});
  }
  Properties& flag(std::string_view predicate, bool truth) {
    return truth ? add(predicate, Literal{"true", "xsd:boolean"}) : *this;
  }
  Properties& link(std::string_view predicate, Iri iri) { return add(predicate, std::move(iri)); }
  /// A resource of a class that has no IRI.
  Properties& nested(std::string_view predicate, std::string_view type, std::vector<Property> properties) {
    std::vector<Resource> one(1);
    one.front().types = {std::string(type)};
    one.front().properties = std::move(properties);
    return add(predicate, std::move(one));
  }
  std::vector<Property> take() { return std::move(properties_); }

 private:
  Properties& add(std::string_view predicate, RdfValue value) {
    properties_.push_back({std::string(predicate), std::move(value)});
    return *this;
  }
  std::vector<Property> properties_;
};

class ResourceWriter {
 public:
  ResourceWriter(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                 const std::function<void(const Resource&)>& write)
      : graph_(graph),
        evidence_(evidence),
        options_(options),
        write_(write),
        selection_(selection_of(graph, options)) {}

  ExportCounts run() {
    gather_direct();
    for (const std::uint32_t i : selection_.entities) entity(i);
    for (const std::uint32_t i : selection_.relations) relation(graph_.relations[i]);
    for (const std::uint32_t i : selection_.events) event(graph_.events[i]);
    for (const auto& [id, article] : articles_) write_(article);
    ExportCounts counts;
    counts.nodes = selection_.entities.size();
    counts.edges = selection_.relations.size() + selection_.events.size();
    counts.isolated = selection_.isolated;
    return counts;
  }

 private:
  [[nodiscard]] const std::string& id_of(std::uint32_t entity) const { return graph_.entities[entity].id; }

  /// What Wikidata calls a relation, and whether it runs the other way there.
  [[nodiscard]] std::pair<std::string, bool> property_of_relation(const GraphRelation& relation) const {
    const RelationType* type = ontology().relation(relation.type);
    if (type == nullptr) return {};
    const std::string_view property = property_of(*type, graph_.entities[relation.object].kind, relation.role);
    if (property.empty()) return {};
    return {"wdt:" + std::string(property), type->inverse};
  }

  /// Relations that are properties of their subjects in Wikidata's terms, sorted, each once.
  void gather_direct() {
    for (const std::uint32_t i : selection_.relations) {
      const GraphRelation& relation = graph_.relations[i];
      const auto [property, inverse] = property_of_relation(relation);
      if (property.empty() || relation.negated || relation.past || relation.background) continue;
      const std::uint32_t from = inverse ? relation.object : relation.subject;
      direct_[from].emplace_back(property, inverse ? relation.subject : relation.object);
    }
    for (auto& [entity, properties] : direct_) {
      std::ranges::sort(properties);
      properties.erase(std::unique(properties.begin(), properties.end()), properties.end());
    }
  }

  void entity(std::uint32_t i) {
    const GraphEntity& entity = graph_.entities[i];
    Properties p;
    p.text("schema:name", entity.name.empty() ? entity.id : entity.name);
    for (const std::string& alias : entity.aliases) p.text("schema:alternateName", alias);
    if (is_item(entity.links.wikidata)) p.link("schema:sameAs", term("wd:" + entity.links.wikidata));
    p.text("wdt:P298", entity.links.iso3).text("entente:type", entity.type).text("entente:country", entity.country);
    p.text("entente:sector", entity.sector).number("entente:articles", entity.articles);
    if (const auto found = direct_.find(i); found != direct_.end()) {
      for (const auto& [property, other] : found->second) p.link(property, own(id_of(other)));
    }
    write_({own(entity.id), {class_of(entity)}, p.take()});
  }

  void relation(const GraphRelation& relation) {
    Properties p;
    p.link("rdf:subject", own(id_of(relation.subject)));
    p.link("rdf:predicate", term("entente:" + relation.type));
    p.link("rdf:object", own(id_of(relation.object)));
    p.text("schema:roleName", relation.role);
    p.date("schema:startDate", relation.start).date("schema:endDate", relation.end);
    p.flag("entente:negated", relation.negated).flag("entente:past", relation.past);
    p.flag("entente:background", relation.background);
    p.number("entente:articles", relation.articles).number("entente:stories", relation.weight);
    p.real("entente:confidence", relation.confidence);
    annotate(relation.id, p);
    write_({own(relation.id), {"rdf:Statement"}, p.take()});
  }

  void event(const GraphEvent& event) {
    Properties p;
    for (const std::uint32_t actor : event.sources) p.link("schema:agent", own(id_of(actor)));
    for (const std::uint32_t actor : event.targets) p.link("schema:participant", own(id_of(actor)));
    if (event.place >= 0) {
      p.text("schema:location", graph_.entities[static_cast<std::size_t>(event.place)].name);
    }
    p.date("schema:startTime", event.date).text("entente:type", event.type).text("entente:mode", event.mode);
    for (const std::string& context : event.contexts) p.text("entente:context", context);
    p.text("entente:cameo", event.cameo);
    if (event.quad != 0) p.number("entente:quad", event.quad);
    p.real("entente:intensity", event.intensity).text("entente:modality", word(event.modality));
    for (const std::uint32_t who : event.asserted_by) p.link("entente:assertedBy", own(id_of(who)));
    for (const std::uint32_t who : event.denied_by) p.link("entente:deniedBy", own(id_of(who)));
    p.number("entente:articles", event.articles).number("entente:stories", event.weight);
    p.real("entente:confidence", event.confidence);
    annotate(event.id, p);
    write_({own(event.id), {"schema:Action"}, p.take()});
  }

  /// The sentences behind a relation or event, as annotations of their articles that have it as their body.
  void annotate(const std::string& id, Properties& of) {
    if (options_.sentences == 0 || !evidence_) return;
    std::size_t number = 0;
    std::vector<std::string> articles;
    for (const Evidence& statement : evidence_(id, options_.sentences)) {
      const Iri article = article_of(statement);
      Properties quote;
      quote.text("oa:exact", statement.text);
      Properties position;
      position.number("oa:start", statement.span.begin).number("oa:end", statement.span.end);
      Properties target;
      target.link("oa:hasSource", article);
      target.nested("oa:hasSelector", "oa:TextQuoteSelector", quote.take());
      target.nested("oa:hasSelector", "oa:TextPositionSelector", position.take());
      Properties p;
      p.link("oa:hasBody", own(id));
      p.nested("oa:hasTarget", "oa:SpecificResource", target.take());
      p.link("oa:motivatedBy", term("oa:identifying"));
      p.real("entente:confidence", statement.confidence).text("entente:rule", statement.rule);
      write_({own(fmt::format("{}/evidence/{}", id, ++number)), {"oa:Annotation"}, p.take()});
      articles.push_back(statement.article);
    }
    std::ranges::sort(articles);
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    for (const std::string& article : articles) of.link("prov:wasDerivedFrom", own("article/" + article));
  }

  Iri article_of(const Evidence& statement) {
    Iri id = own("article/" + statement.article);
    if (articles_.contains(statement.article)) return id;
    Properties p;
    p.text("schema:headline", statement.title).date("schema:datePublished", statement.published);
    if (!statement.source.empty()) {
      Properties publisher;
      publisher.text("schema:name", statement.source);
      p.nested("schema:publisher", "schema:Organization", publisher.take());
    }
    if (is_web(statement.url)) p.link("schema:url", {statement.url, false});
    articles_[statement.article] = {id, {"schema:NewsArticle"}, p.take()};
    return id;
  }

  const KnowledgeGraph& graph_;
  const EvidenceSource& evidence_;
  const ExportOptions& options_;
  const std::function<void(const Resource&)>& write_;
  Selection selection_;
  std::map<std::uint32_t, std::vector<std::pair<std::string, std::uint32_t>>> direct_;
  std::map<std::string, Resource> articles_;
};

}  // namespace

std::span<const Prefix> prefixes() {
  return kPrefixes;
}

std::string iri_of(std::string_view id) {
  std::string iri = "urn:entente:";
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/:").find(c) != std::string_view::npos;
    if (plain) {
      iri += c;
    } else {
      iri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return iri;
}

ExportCounts write_resources(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                             const std::function<void(const Resource&)>& write) {
  return ResourceWriter(graph, evidence, options, write).run();
}

}  // namespace entente
