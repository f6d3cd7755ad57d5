// Opens a compiled lexicon and finds words, trie nodes and lists in it.
#include "extract/lexicon/image.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace entente::lexicon {

namespace {

[[noreturn]] void refuse(std::string_view what, std::string_view why) {
  throw std::runtime_error(fmt::format("{}: {}; build the lexicon again with entente-lexicon", what, why));
}

template <class T>
void take(std::span<const T>& view, std::span<const std::byte> bytes, const ImageHeader& header, std::size_t number,
          std::string_view what) {
  const auto& section = header.section[number];
  const bool fits = section.offset <= bytes.size() && section.bytes <= bytes.size() - section.offset;
  if (!fits || section.bytes % sizeof(T) != 0 || section.offset % alignof(T) != 0) {
    refuse(what, fmt::format("part {} of the compiled lexicon lies outside of it", number));
  }
  view = {reinterpret_cast<const T*>(bytes.data() + section.offset), section.bytes / sizeof(T)};
}

}  // namespace

Image::Image(std::span<const std::byte> bytes, std::string_view what) {
  ImageHeader header;
  if (bytes.size() < sizeof header)
    refuse(what, fmt::format("{} bytes are too few for a compiled lexicon", bytes.size()));
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kImageMagic, sizeof kImageMagic) != 0) refuse(what, "this is no compiled lexicon");
  if (header.version != kImageVersion || header.sections != kSections) {
    refuse(what,
           fmt::format("the compiled lexicon has version {}, this program reads {}", header.version, kImageVersion));
  }
  if (header.size != bytes.size()) {
    refuse(what, fmt::format("the compiled lexicon has {} bytes, its header says {}", bytes.size(), header.size));
  }
  fingerprint_ = header.fingerprint;
  if (bytes_hash(bytes.subspan(sizeof header), kImageVersion) != fingerprint_) {
    refuse(what, "the compiled lexicon does not have the fingerprint that its header says");
  }
  std::size_t number = 0;
  const auto next = [&](auto& view) { take(view, bytes, header, number++, what); };
  next(entries), next(terms), next(groups), next(holders), next(memberships), next(name_orders), next(countries);
  next(name_parts), next(patterns), next(all_forms), next(first_form), next(first_child), next(edge_word), next(lists);
  next(slots), next(word_begin), next(word_bytes), next(pool);
}

std::uint64_t word_hash(std::string_view folded) {
  return XXH3_64bits(folded.data(), folded.size());
}

std::uint64_t bytes_hash(std::span<const std::byte> bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

}  // namespace entente::lexicon
