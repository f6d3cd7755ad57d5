// Files by POSIX calls: no buffer between the kernel and the window.
#include "extract/reading/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace entente {
namespace {

std::string reason(int error) {
  return std::generic_category().message(error);
}

class FileSource : public ByteSource {
 public:
  explicit FileSource(const std::string& path)
      : fd_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ < 0) trouble_ = "cannot be opened (" + reason(errno) + ")";
  }
  ~FileSource() override {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }

  std::size_t read(char* to, std::size_t size) override {
    if (fd_ < 0) return 0;
    while (true) {
      const ssize_t got = ::read(fd_, to, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      trouble_ = "cannot be read (" + reason(errno) + ")";
      return 0;
    }
  }
  [[nodiscard]] std::string trouble() const override { return trouble_; }

 private:
  int fd_;
  std::string trouble_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : rest_(bytes) {}

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t got = std::min(size, rest_.size());
    if (got != 0) std::memcpy(to, rest_.data(), got);
    rest_.remove_prefix(got);
    return got;
  }
  [[nodiscard]] std::string trouble() const override { return {}; }

 private:
  std::string_view rest_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  return std::make_unique<FileSource>(path);
}
std::unique_ptr<ByteSource> open_memory(std::string_view bytes) {
  return std::make_unique<MemorySource>(bytes);
}

}  // namespace entente
