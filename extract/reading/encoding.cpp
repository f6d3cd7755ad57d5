// Detection looks at the first 64 KiB; decoding is ICU's.
#include "extract/reading/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "extract/text/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kSample = std::size_t{64} << 10U;
constexpr std::size_t kHead = 4096;

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};

constexpr auto kMarks = std::to_array<Mark>({
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
});

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter made(ucnv_open(name.c_str(), &error));
  return U_SUCCESS(error) ? std::move(made) : nullptr;
}

/// Which of the four bytes of each group are mostly zero tells UTF-16 and UTF-32 without a mark (of mostly ASCII text).
std::string_view wide_encoding(std::string_view sample) {
  std::array<std::size_t, 4> zeros{};
  const std::size_t groups = sample.size() / 4;
  for (std::size_t i = 0; i < groups * 4; ++i) zeros[i % 4] += sample[i] == '\0' ? 1U : 0U;
  const auto pattern = [&](std::string_view wanted) {
    for (std::size_t i = 0; i < 4; ++i) {
      if (wanted[i] == '0' ? zeros[i] * 10 < groups * 7 : zeros[i] * 10 > groups) return false;
    }
    return groups > 0;
  };
  if (pattern("x000")) return "UTF-32LE";
  if (pattern("000x")) return "UTF-32BE";
  if (pattern("x0x0")) return "UTF-16LE";
  return pattern("0x0x") ? "UTF-16BE" : std::string_view();
}

/// Valid UTF-8, but for a last sequence that the end of a sample may have cut.
bool valid_but_for_end(std::string_view sample, bool whole) {
  if (valid_utf8(sample)) return true;
  for (std::size_t cut = 1; !whole && cut <= 3 && cut < sample.size(); ++cut) {
    if (valid_utf8(sample.substr(0, sample.size() - cut))) return true;
  }
  return false;
}

/// The value of the first `charset=` or `encoding=` of a head that starts like HTML or XML.
std::string declared_charset(std::string_view sample) {
  std::string head(sample.substr(0, kHead));
  std::ranges::transform(head, head.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string::npos || head[start] != '<') return {};
  for (const std::string_view key : {"charset=", "encoding="}) {
    const std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    const std::size_t begin = head.find_first_not_of("\"' ", at + key.size());
    const std::size_t end = head.find_first_of("\"' />;\t\r\n?", begin);
    if (begin != std::string::npos && end != std::string::npos) return head.substr(begin, end - begin);
  }
  return {};
}

/// What the web means by a name: Latin 1 is windows-1252, GB2312 its superset, and a page readable as ASCII is not
/// UTF-16.
std::string web_encoding(std::string name) {
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii")
    return "windows-1252";
  if (name == "gb2312" || name == "gbk") return "gb18030";
  if (name == "shift_jis") return "windows-31j";
  if (name.starts_with("utf-16") || name.starts_with("utf-32") || name == "utf8") return "UTF-8";
  return name;
}

std::string guessed_charset(std::string_view sample) {
  constexpr int kLeastConfidence = 30;
  constexpr std::string_view kDefault = "windows-1252";
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&error), ucsdet_close);
  if (U_FAILURE(error)) return std::string(kDefault);
  ucsdet_enableInputFilter(detector.get(), sample.starts_with('<'));
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return std::string(kDefault);
  const std::string name = ucsdet_getName(match, &error);
  const bool sure = ucsdet_getConfidence(match, &error) >= kLeastConfidence;
  const bool western = name == "ISO-8859-1" || name.starts_with("UTF-") || name.starts_with("IBM");
  return U_SUCCESS(error) && sure && !western ? name : std::string(kDefault);
}

class DecodingSource : public ByteSource {
 public:
  DecodingSource(Window input, Converter from)
      : input_(std::move(input)), from_(std::move(from)), to_(converter("UTF-8")) {}

  std::size_t read(char* to, std::size_t size) override {
    char* target = to;
    while (target == to && !ended_) {
      const bool last = input_.at_end();
      const std::string_view bytes = input_.data();
      const char* source = bytes.data();
      UErrorCode error = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &target, to + size, &source, bytes.data() + bytes.size(), pivot_.data(),
                     &pivot_source_, &pivot_target_, pivot_.data() + pivot_.size(), 0, last ? 1 : 0, &error);
      input_.consume(static_cast<std::size_t>(source - bytes.data()));
      ended_ = (last && error != U_BUFFER_OVERFLOW_ERROR) || (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR);
    }
    return static_cast<std::size_t>(target - to);
  }
  [[nodiscard]] std::string trouble() const override { return input_.trouble(); }

 private:
  Window input_;
  Converter from_;
  Converter to_;
  std::array<UChar, 4096> pivot_{};
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
  bool ended_ = false;
};

/// The code points of windows-1252's bytes 0x80 to 0x9F; the five it leaves free stand for themselves.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

char32_t from_windows_1252(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80 && code < 0xA0 ? kWindows1252[code - 0x80U] : code;
}

}  // namespace

Encoding detected_encoding(std::string_view sample, bool whole) {
  const auto mark = std::ranges::find_if(kMarks, [&](const Mark& known) { return sample.starts_with(known.bytes); });
  if (mark != kMarks.end()) return {std::string(mark->encoding), mark->bytes.size()};
  if (const auto wide = wide_encoding(sample); !wide.empty()) return {std::string(wide)};
  const bool ascii = std::ranges::all_of(sample, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  const bool utf8 = valid_but_for_end(sample, whole);
  if (utf8 && !ascii) return {"UTF-8"};
  if (const std::string declared = web_encoding(declared_charset(sample)); !declared.empty() && converter(declared)) {
    if (declared != "UTF-8" && declared != "utf-8") return {declared};
  }
  return {utf8 ? "UTF-8" : guessed_charset(sample)};
}

Window decoded(Window window) {
  const bool whole = !window.fill_to(kSample);
  const Encoding encoding = detected_encoding(window.data().substr(0, kSample), whole);
  window.consume(encoding.mark);
  if (encoding.name == "UTF-8") return window;
  Converter from = converter(encoding.name);
  return from ? Window(std::make_unique<DecodingSource>(std::move(window), std::move(from))) : std::move(window);
}

bool repair(std::string& text) {
  if (valid_utf8(text)) return false;
  std::string repaired;
  repaired.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode(text, at);
    const bool invalid = at == begin + 1 && static_cast<unsigned char>(text[begin]) >= 0x80U;
    append(repaired, invalid ? from_windows_1252(text[begin]) : c);
  }
  text = std::move(repaired);
  return true;
}

}  // namespace entente
