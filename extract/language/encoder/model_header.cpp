// See model_header.h.
#include "extract/language/encoder/model_header.h"

#include <rapidjson/error/en.h>

#include "extract/language/encoder/header_json.h"
#include "extract/language/encoder/model_samples.h"

namespace entente::encoder {

namespace {

// No size of a model under 40 MB comes near this; a larger one would overflow products of sizes.
constexpr std::uint64_t kMostSize = 1U << 24U;

std::size_t size_from(std::uint64_t least, const Json& value, const char* key) {
  const std::uint64_t size = number(value, key);
  if (size < least || size > kMostSize) malformed(key, fmt::format("from {} to {}", least, kMostSize));
  return static_cast<std::size_t>(size);
}

std::size_t size_or_0(const Json& object, const char* key) {
  return object.HasMember(key) ? size_from(0, object[key], key) : 0;
}

ModelSettings settings(const Json& header) {
  const Json& from = member(header, "settings");
  const auto get = [&](const char* key) { return size_from(1, member(from, key), key); };
  ModelSettings s{get("hidden"),
                  get("layers"),
                  get("heads"),
                  get("inner"),
                  get("positions"),
                  get("vocabulary"),
                  get("arc"),
                  get("label"),
                  get("names_inner"),
                  0,
                  0};
  s.article_from = size_or_0(from, "article_from");
  s.article_layers = size_or_0(from, "article_layers");
  if (s.article_from > s.layers) malformed("article_from", fmt::format("from 0 to its {} layers", s.layers));
  return s;
}

ModelCalibration calibration(const Json& from, const char* key) {
  if (!from.IsArray() || from.Size() != 2 || !from[0].IsNumber() || !from[1].IsNumber()) {
    malformed(key, "made of pairs of numbers");
  }
  return {static_cast<float>(from[0].GetDouble()), static_cast<float>(from[1].GetDouble())};
}

ModelHead head(const Json& from, const char* /*key*/) {
  ModelHead head;
  head.name = text(member(from, "name"), "name");
  head.kind = text(member(from, "kind"), "kind");
  head.labels = text_or_nothing(from, "labels");
  const auto has = [&](const char* key) { return from.HasMember(key) && !from[key].IsNull(); };
  if (head.kind == "pair") {
    head.product = size_or_0(from, "product");
    head.sum = size_or_0(from, "sum");
    if (has("features")) head.features = list_of(from, "features", text);
  }
  if (has("calibration")) head.calibration = list_of(from, "calibration", calibration);
  return head;
}

ModelLicence licence(const Json& from, const char* /*key*/) {
  return {text_or_nothing(from, "name"), text_or_nothing(from, "file"), text_or_nothing(from, "licence"),
          text_or_nothing(from, "use")};
}

void read_labels(const Json& header, ModelHeader& to) {
  const Json& from = member(header, "labels");
  if (!from.IsObject()) malformed("labels", "an object");
  for (const auto& kind : from.GetObject()) to.labels[text(kind.name, "labels")] = list(kind.value, "labels", text);
}

void read_scores(const Json& header, ModelHeader& to) {
  if (!header.HasMember("scores") || !header["scores"].IsObject()) return;
  for (const auto& corpus : header["scores"].GetObject()) {
    if (!corpus.value.IsObject()) continue;
    for (const auto& measure : corpus.value.GetObject()) {
      if (measure.value.IsNumber()) {
        to.scores[text(corpus.name, "scores")][text(measure.name, "scores")] = measure.value.GetDouble();
      }
    }
  }
}

void read_tensors(const Json& header, ParsedHeader& to) {
  const auto size = [](const Json& value, const char* key) {
    return static_cast<std::size_t>(small_number(value, key));
  };
  const Json& from = member(header, "tensors");
  if (!from.IsArray()) malformed("tensors", "a list");
  for (const Json& each : from.GetArray()) {
    TensorPlace place{text(member(each, "type"), "type"), list_of(each, "shape", size),
                      static_cast<std::size_t>(number(member(each, "offset"), "offset"))};
    to.tensors.emplace(text(member(each, "name"), "name"), std::move(place));
  }
}

}  // namespace

ParsedHeader parse_header(std::string_view json) {
  rapidjson::Document header;
  header.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (header.HasParseError()) {
    throw std::runtime_error(fmt::format("its header is no JSON (byte {}: {})", header.GetErrorOffset(),
                                         rapidjson::GetParseError_En(header.GetParseError())));
  }
  if (!header.IsObject()) throw std::runtime_error("its header is no JSON object");
  ParsedHeader parsed;
  parsed.header.name = text(member(header, "name"), "name");
  parsed.header.language = text(member(header, "language"), "language");
  parsed.header.settings = settings(header);
  read_labels(header, parsed.header);
  parsed.header.heads = list_of(header, "heads", head);
  parsed.header.features = list_of(header, "features", text);
  parsed.header.lexicon = text_or_nothing(header, "lexicon");
  parsed.header.licences = list_of(header, "licences", licence);
  read_scores(header, parsed.header);
  parsed.header.samples = model_samples(header);
  read_tensors(header, parsed);
  parsed.bytes = number(member(header, "bytes"), "bytes");
  parsed.crc32 = small_number(member(header, "crc32"), "crc32");
  return parsed;
}

}  // namespace entente::encoder
