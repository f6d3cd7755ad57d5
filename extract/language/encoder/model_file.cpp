// See model_file.h.
#include "extract/language/encoder/model_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>
#include <optional>
#include <system_error>

#include "extract/language/encoder/aligned.h"
#include "extract/language/encoder/file_mapping.h"
#include "extract/language/encoder/model_header.h"

namespace entente::encoder {

namespace {

static_assert(std::endian::native == std::endian::little, "model files are read as they lie: little-endian");

constexpr std::string_view kMagic = "ententeM";
constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kPrefix = 16;  // magic, version, length of the header

std::uint32_t number_at(std::span<const std::byte> bytes, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint32_t checksum_of(std::span<const std::byte> bytes) {
  uLong crc = crc32(0, nullptr, 0);
  constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
  while (!bytes.empty()) {
    const auto part = bytes.first(std::min(bytes.size(), kMost));
    crc = crc32(crc, reinterpret_cast<const Bytef*>(part.data()), static_cast<uInt>(part.size()));
    bytes = bytes.subspan(part.size());
  }
  return static_cast<std::uint32_t>(crc);
}

std::size_t width_of(std::string_view type) {
  return type == "f32" ? sizeof(float) : type == "i8" || type == "text" ? 1 : 0;
}

/// Checks all that can be said before the header is read; returns the header's text.
std::string_view header_text(std::span<const std::byte> bytes) {
  const std::string_view begin = as_text(bytes.first(std::min(bytes.size(), kMagic.size())));
  if (begin != kMagic) {
    throw std::runtime_error(
        fmt::format("no entente model: it does not begin with '{}'; name a file made by training/", kMagic));
  }
  if (bytes.size() < kPrefix) throw std::runtime_error("cut short: it ends before its header; fetch it again");
  const std::uint32_t format = number_at(bytes, kMagic.size());
  if (format != kFormat) {
    throw std::runtime_error(
        fmt::format("model format {}, and this program reads format {}; use the {} that belongs "
                    "to it",
                    format, kFormat, format > kFormat ? "newer program" : "newer model"));
  }
  const std::size_t size = number_at(bytes, kMagic.size() + 4);
  if (bytes.size() - kPrefix < size) {
    throw std::runtime_error(
        fmt::format("cut short: a header of {} bytes does not fit into {} bytes; fetch it again", size, bytes.size()));
  }
  return as_text(bytes.subspan(kPrefix, size));
}

void check_body(const ParsedHeader& header, std::span<const std::byte> bytes, std::size_t begin) {
  const std::size_t have = bytes.size() > begin ? bytes.size() - begin : 0;
  if (have != header.bytes) {
    throw std::runtime_error(fmt::format("{}: {} bytes of tensors, and its header says {}; fetch it again",
                                         have < header.bytes ? "cut short" : "too long", have, header.bytes));
  }
  const std::uint32_t found = checksum_of(bytes.subspan(begin));
  if (found != header.crc32) {
    throw std::runtime_error(
        fmt::format("damaged: its tensors have the checksum {:08x}, and its header says {:08x}; fetch it again", found,
                    header.crc32));
  }
}

/// The number of elements, nothing where it has no place in memory.
std::optional<std::size_t> count_of(std::span<const std::size_t> shape) {
  std::size_t count = 1;
  for (const std::size_t size : shape) {
    if (size != 0 && count > std::numeric_limits<std::size_t>::max() / 8 / size) return std::nullopt;
    count *= size;
  }
  return count;
}

}  // namespace

struct ModelFile::Content {
  explicit Content(const std::string& file) : path(file), mapping(file) {
    const std::string_view json = header_text(mapping.bytes());
    parsed = parse_header(json);
    begin = rounded_up(kPrefix + json.size(), kAlignment);
    check_body(parsed, mapping.bytes(), begin);
  }

  [[nodiscard]] const TensorPlace& place(const ModelFile& file, std::string_view name) const {
    const auto found = parsed.tensors.find(name);
    if (found == parsed.tensors.end()) throw file.error(fmt::format("it has no tensor '{}'", name));
    return found->second;
  }

  std::string path;
  FileMapping mapping;
  ParsedHeader parsed;
  std::size_t begin = 0;  ///< of the tensors
};

ModelFile ModelFile::open(const std::string& path) {
  try {
    return ModelFile(std::make_shared<const Content>(path));
  } catch (const std::system_error& error) {
    throw ModelError(fmt::format("cannot read the model '{}': {}", path, error.code().message()));
  } catch (const std::runtime_error& error) {
    throw ModelError(fmt::format("{}: {}", path, error.what()));
  }
}

const std::string& ModelFile::path() const {
  return content_->path;
}
const ModelHeader& ModelFile::header() const {
  return content_->parsed.header;
}
std::size_t ModelFile::bytes() const {
  return content_->mapping.bytes().size();
}
std::uint32_t ModelFile::checksum() const {
  return content_->parsed.crc32;
}
std::uint32_t ModelFile::format() const {
  return kFormat;
}

std::size_t ModelFile::parameters() const {
  std::size_t count = 0;
  for (const auto& [name, place] : content_->parsed.tensors) {
    if (place.type != "text") count += count_of(place.shape).value_or(0);
  }
  return count;
}

ModelError ModelFile::error(std::string_view what) const {
  return ModelError(fmt::format("{}: {}", content_->path, what));
}

std::span<const std::byte> ModelFile::tensor(std::string_view name, std::string_view type,
                                             std::span<const std::size_t> shape) const {
  const TensorPlace& place = content_->place(*this, name);
  const bool same_shape = type == "text" ? place.shape.size() == 1 : std::ranges::equal(place.shape, shape);
  if (place.type != type || !same_shape) {
    throw error(fmt::format("the tensor '{}' is {} [{}], and its settings call for {} [{}]", name, place.type,
                            fmt::join(place.shape, ", "), type, fmt::join(shape, ", ")));
  }
  const auto body = content_->mapping.bytes().subspan(content_->begin);
  const std::optional<std::size_t> count = count_of(place.shape);
  const std::size_t size = count.value_or(0) * width_of(type);
  if (!count || place.offset % kAlignment != 0 || place.offset > body.size() || size > body.size() - place.offset) {
    throw error(
        fmt::format("the tensor '{}' of {} bytes at {} does not lie within the file", name, size, place.offset));
  }
  return body.subspan(place.offset, size);
}

std::span<const std::int8_t> ModelFile::whole(std::string_view name, std::span<const std::size_t> shape) const {
  const auto bytes = tensor(name, "i8", shape);
  return {reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size()};
}

std::span<const float> ModelFile::real(std::string_view name, std::span<const std::size_t> shape) const {
  const auto bytes = tensor(name, "f32", shape);
  return {reinterpret_cast<const float*>(bytes.data()), bytes.size() / sizeof(float)};
}

std::string_view ModelFile::text(std::string_view name) const {
  return as_text(tensor(name, "text", {}));
}

std::span<const std::size_t> ModelFile::shape(std::string_view name) const {
  return content_->place(*this, name).shape;
}

const ModelHead* ModelFile::head(std::string_view name, std::string_view kind) const {
  const auto found = std::ranges::find_if(
      header().heads, [&](const ModelHead& head) { return head.name == name && head.kind == kind; });
  return found == header().heads.end() ? nullptr : &*found;
}

const std::vector<std::string>& ModelFile::labels(std::string_view kind) const {
  const auto found = header().labels.find(kind);
  if (found == header().labels.end() || found->second.empty()) throw error(fmt::format("it has no labels '{}'", kind));
  return found->second;
}

}  // namespace entente::encoder
