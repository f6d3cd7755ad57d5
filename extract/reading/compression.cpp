// Each source pulls compressed bytes from a window and stops with a trouble where they end early or make no sense.
#include "extract/reading/compression.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace entente {
namespace {

constexpr std::string_view kGzipMagic("\x1F\x8B\x08", 3);
constexpr std::string_view kZstdMagic("\x28\xB5\x2F\xFD", 4);

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(Window input) : input_(std::move(input)) {
    constexpr int kGzipOnly = 15 + 16;
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) trouble_ = "cannot be decompressed (not enough memory)";
  }
  ~GzipSource() override { inflateEnd(&stream_); }

  std::size_t read(char* to, std::size_t size) override {
    if (!trouble_.empty()) return 0;
    const auto wanted = static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = wanted;
    while (stream_.avail_out == wanted && trouble_.empty()) {
      if (!next_member()) break;
      step();
    }
    return wanted - stream_.avail_out;
  }
  [[nodiscard]] std::string trouble() const override { return trouble_.empty() ? input_.trouble() : trouble_; }

 private:
  /// Files may be joined from several gzip members; what follows the last and is none of them is padding.
  bool next_member() {
    if (!between_members_) return true;
    if (!input_.fill_to(kGzipMagic.size()) || !input_.data().starts_with(kGzipMagic)) return false;
    between_members_ = false;
    return inflateReset(&stream_) == Z_OK;
  }

  /// With the input at its end there may still be output within the decompressor.
  void step() {
    const bool ended = input_.at_end();
    const std::string_view bytes = input_.data();
    const auto given = static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
    const uInt room = stream_.avail_out;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = given;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    input_.consume(given - stream_.avail_in);
    between_members_ = result == Z_STREAM_END;
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      trouble_ =
          std::string("the gzip data is damaged (") + (stream_.msg != nullptr ? stream_.msg : "unknown reason") + ")";
    } else if (ended && !between_members_ && stream_.avail_out == room) {
      trouble_ = "the gzip data ends early; the file seems truncated";
    }
  }

  Window input_;
  z_stream stream_{};
  bool between_members_ = false;
  std::string trouble_;
};

class ZstdSource : public ByteSource {
 public:
  explicit ZstdSource(Window input) : input_(std::move(input)), stream_(ZSTD_createDStream()) {
    if (!stream_) trouble_ = "cannot be decompressed (not enough memory)";
  }

  /// With the input at its end there may still be output within the decompressor.
  std::size_t read(char* to, std::size_t size) override {
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0 && trouble_.empty()) {
      const bool ended = input_.at_end();
      if (ended && !within_frame_) break;
      const std::string_view bytes = input_.data();
      ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in);
      input_.consume(in.pos);
      within_frame_ = result != 0;
      if (ZSTD_isError(result) != 0) {
        trouble_ = std::string("the zstd data is damaged (") + ZSTD_getErrorName(result) + ")";
      } else if (ended && within_frame_ && out.pos == 0) {
        trouble_ = "the zstd data ends early; the file seems truncated";
      }
    }
    return out.pos;
  }
  [[nodiscard]] std::string trouble() const override { return trouble_.empty() ? input_.trouble() : trouble_; }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };

  Window input_;
  std::unique_ptr<ZSTD_DStream, Free> stream_;
  bool within_frame_ = false;
  std::string trouble_;
};

}  // namespace

Window decompressed(Window window) {
  window.fill_to(kZstdMagic.size());
  if (window.data().starts_with(kGzipMagic)) return Window(std::make_unique<GzipSource>(std::move(window)));
  if (window.data().starts_with(kZstdMagic)) return Window(std::make_unique<ZstdSource>(std::move(window)));
  return window;
}

}  // namespace entente
