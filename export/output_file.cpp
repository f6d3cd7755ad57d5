// See output_file.h.
#include "export/output_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 18U;

void refuse_existing(const std::filesystem::path& target) {
  if (std::filesystem::exists(target)) {
    throw std::runtime_error(fmt::format("'{}' exists; say --overwrite to replace it", target.string()));
  }
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path target, bool overwrite)
    : target_(std::move(target)),
      temporary_(target_.parent_path() / fmt::format(".{}.{}.part", target_.filename().string(), ::getpid())),
      buffer_(kBuffer),
      overwrite_(overwrite) {
  if (std::filesystem::is_directory(target_)) {
    throw std::runtime_error(fmt::format("'{}' is a folder; name a file in it", target_.string()));
  }
  if (!overwrite_) refuse_existing(target_);
  stream_.rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  stream_.open(temporary_, std::ios::binary | std::ios::trunc);
  if (!stream_) {
    throw std::runtime_error(fmt::format("cannot write '{}': {}", target_.string(), std::strerror(errno)));
  }
}

OutputFile::~OutputFile() {
  if (temporary_.empty()) return;
  stream_.close();
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

void OutputFile::finish() {
  errno = 0;
  stream_.close();
  if (!stream_) {
    throw std::runtime_error(fmt::format("cannot write '{}': {}", target_.string(),
                                         errno == 0 ? "not all bytes were taken" : std::strerror(errno)));
  }
}

void OutputFile::close() {
  if (stream_.is_open()) finish();
  if (!overwrite_) refuse_existing(target_);
  std::filesystem::rename(temporary_, target_);
  temporary_.clear();
}

}  // namespace entente
