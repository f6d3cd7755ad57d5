// JSON-LD 1.1 (W3C Recommendation, 2020): {"@context": {...}, "@graph": [...]}, a resource a line.
#include "export/formats.h"
#include "export/json_output.h"
#include "export/rdf.h"

namespace entente {

namespace {

class JsonLdWriter {
 public:
  explicit JsonLdWriter(std::ostream& out) : json_(out) {
    json_.open_object();
    json_.key("@context");
    json_.open_object();
    for (const Prefix& prefix : prefixes()) json_.member(prefix.name, prefix.iri);
    json_.close_object();
    json_.key("@graph");
    json_.open_array();
  }

  void write(const Resource& resource) {
    json_.new_line();
    describe(resource);
  }

  void end() {
    json_.close_array();
    json_.close_object();
    json_.new_line();
  }

 private:
  void describe(const Resource& resource) {
    json_.open_object();
    if (!resource.id.text.empty()) json_.member("@id", resource.id.text);
    json_.key("@type");
    json_.open_array();
    for (const std::string& type : resource.types) json_.string(type);
    json_.close_array();
    const std::vector<Property>& properties = resource.properties;
    for (std::size_t i = 0; i < properties.size();) {
      std::size_t end = i;
      while (end < properties.size() && properties[end].predicate == properties[i].predicate) ++end;
      json_.key(properties[i].predicate);
      if (end - i > 1) json_.open_array();
      for (std::size_t j = i; j < end; ++j) value(properties[j].value);
      if (end - i > 1) json_.close_array();
      i = end;
    }
    json_.close_object();
  }

  void value(const RdfValue& value) {
    if (const auto* link = std::get_if<Iri>(&value)) {
      json_.open_object();
      json_.member("@id", link->text);
      json_.close_object();
    } else if (const auto* literal = std::get_if<Literal>(&value)) {
      if (literal->type.empty()) {
        json_.string(literal->text);
      } else {
        json_.open_object();
        json_.member("@value", literal->text);
        json_.member("@type", literal->type);
        json_.close_object();
      }
    } else {
      describe(std::get<std::vector<Resource>>(value).front());
    }
  }

  JsonOutput json_;
};

}  // namespace

ExportCounts write_json_ld(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                           std::ostream& out) {
  JsonLdWriter writer(out);
  const ExportCounts counts =
      write_resources(graph, evidence, options, [&writer](const Resource& resource) { writer.write(resource); });
  writer.end();
  return counts;
}

}  // namespace entente
