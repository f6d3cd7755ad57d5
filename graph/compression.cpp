#include "graph/compression.h"

#include <zstd.h>

#include <cstdint>
#include <stdexcept>

namespace entente {
namespace {

constexpr int kLevel = 3;
constexpr unsigned long long kLargest =
    1ULL << 30;  // no extraction line is longer; a damaged length does not take all memory

}  // namespace

std::string compressed(std::string_view text) {
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress(bytes.data(), bytes.size(), text.data(), text.size(), kLevel);
  if (ZSTD_isError(size)) throw std::runtime_error(std::string("cannot compress: ") + ZSTD_getErrorName(size));
  bytes.resize(size);
  return bytes;
}

std::string decompressed(std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > kLargest) throw std::runtime_error("damaged: not a zstd frame");
  std::string text(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) || got != size) throw std::runtime_error("damaged: the zstd frame is not whole");
  return text;
}

}  // namespace entente
