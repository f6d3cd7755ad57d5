// RDF 1.1 Turtle (W3C Recommendation, 2014), resource by resource.
#include <fmt/format.h>

#include "export/formats.h"
#include "export/rdf.h"
#include "extract/text/utf8.h"

namespace entente {

namespace {

/// Text in quotes. Controls are written by number; invalid bytes become U+FFFD.
std::string turtle_string(std::string_view text) {
  const std::string repaired = valid_utf8(text) ? std::string(text) : repaired_utf8(text);
  std::string result = "\"";
  for (const char c : repaired) {
    switch (c) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) {
          result += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
        } else {
          result += c;
        }
    }
  }
  return result + '"';
}

class TurtleWriter {
 public:
  explicit TurtleWriter(std::ostream& out) : out_(out) {
    for (const Prefix& prefix : prefixes()) out_ << "@prefix " << prefix.name << ": <" << prefix.iri << "> .\n";
  }

  void write(const Resource& resource) {
    out_ << '\n' << iri(resource.id);
    describe(resource, 1);
    out_ << " .\n";
  }

 private:
  static std::string iri(const Iri& iri) { return iri.prefixed ? iri.text : "<" + iri.text + ">"; }

  void describe(const Resource& resource, std::size_t depth) {
    std::string_view before = " ";
    if (!resource.types.empty()) {
      out_ << " a " << fmt::format("{}", fmt::join(resource.types, ", "));
      before = " ;\n";
    }
    for (std::size_t i = 0; i < resource.properties.size(); ++i) {
      const Property& property = resource.properties[i];
      if (i > 0 && resource.properties[i - 1].predicate == property.predicate) {
        out_ << ", ";
      } else {
        out_ << before << (before == " " ? "" : std::string(2 * depth, ' ')) << property.predicate << ' ';
      }
      before = " ;\n";
      value(property.value, depth);
    }
  }

  void value(const RdfValue& value, std::size_t depth) {
    if (const auto* link = std::get_if<Iri>(&value)) {
      out_ << iri(*link);
    } else if (const auto* literal = std::get_if<Literal>(&value)) {
      out_ << turtle_string(literal->text);
      if (!literal->type.empty()) out_ << "^^" << literal->type;
    } else {
      out_ << '[';
      describe(std::get<std::vector<Resource>>(value).front(), depth + 1);
      out_ << " ]";
    }
  }

  std::ostream& out_;
};

}  // namespace

ExportCounts write_turtle(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                          std::ostream& out) {
  TurtleWriter writer(out);
  return write_resources(graph, evidence, options, [&writer](const Resource& resource) { writer.write(resource); });
}

}  // namespace entente
