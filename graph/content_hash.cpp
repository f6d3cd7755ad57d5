#include "graph/content_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "extract/extraction_json.h"

namespace entente {

std::string Fingerprint::hex() const {
  return fmt::format("{:016x}{:016x}", high, low);
}

Fingerprint fingerprint(std::initializer_list<std::string_view> fields) {
  std::string joined;
  for (const std::string_view field : fields) fmt::format_to(std::back_inserter(joined), "{}:{}", field.size(), field);
  const XXH128_hash_t hash = XXH3_128bits(joined.data(), joined.size());
  return {hash.high64, hash.low64};
}

std::string content_hash(const Article& a, std::string_view extractor) {
  return fingerprint({a.id, a.title, a.published, a.source, a.url, a.language, a.text, extractor}).hex();
}

std::string content_hash(const Extraction& extraction) {
  return content_hash(extraction.article, to_json(extraction));
}

}  // namespace entente
