// From what a person types to the entity meant: forgiving, but never guessing in silence.
#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"

namespace entente {

/// No entity, or several alike, go by a name. The message quotes the name, and lists candidates with ids or near names.
class NoSuchEntity : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct FoundEntity {
  std::uint32_t entity = 0;  ///< index into KnowledgeGraph::entities
  std::string note;          ///< how the name was understood, where that is not plain; else empty
};

/// Whether an entity may be meant; any, where it is empty.
using EntityTest = std::function<bool(const GraphEntity&)>;

/// The entity that a name or code means, among those that pass a test. In this order: its id ("person/xi-jinping", also
/// as exports write it, "person:xi-jinping"), ISO 3166 alpha-3 code of a country, name, alias, the same words in
/// another order or otherwise parted ("Jinping Xi", "Kim Jong Un"), initials ("IAEA"), one word of a person's name
/// ("Putin"), some of the words, their beginnings. Case, diacritics and punctuation do not matter. Among several found
/// the same way, the one in at least five times as many articles as the next is meant; else NoSuchEntity lists them. A
/// misspelt name is not taken for another: NoSuchEntity suggests. O(names).
[[nodiscard]] FoundEntity find_entity(const KnowledgeGraph& graph, std::string_view name, const EntityTest& among = {});

}  // namespace entente
