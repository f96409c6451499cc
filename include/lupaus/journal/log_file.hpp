// SPDX-License-Identifier: BSL-1.0
//
// A file that is only added to, and files that are replaced as a whole: what a journal and a
// snapshot need of the system. POSIX where it is; elsewhere the C library, which can neither lock a
// file nor see to it that it is on the disk.
#pragma once

#include "lupaus/config.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#if __has_include(<unistd.h>) && __has_include(<sys/file.h>)
#define LUPAUS_HAS_POSIX_FILES 1
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#define LUPAUS_HAS_POSIX_FILES 0
#endif

namespace lupaus::inline v0::detail {

inline std::string system_fault() { return std::strerror(errno); }

#if LUPAUS_HAS_POSIX_FILES

/// Functions that can fail give false, with the reason in `errno`.
class log_file {
 public:
  log_file() = default;
  log_file(log_file&& o) noexcept : file_{std::exchange(o.file_, -1)} {}
  log_file& operator=(log_file&& o) noexcept {
    std::swap(file_, o.file_);
    return *this;
  }
  ~log_file() {
    if (file_ >= 0) ::close(file_);
  }

  static bool exists(std::string const& path) { return ::access(path.c_str(), F_OK) == 0; }
  bool is_open() const { return file_ >= 0; }

  /// One that is there, to read and to add to; nobody else has it open so.
  bool open(std::string const& path) { return open(path, O_RDWR | O_CLOEXEC) && lock(); }
  /// An empty one.
  bool create(std::string const& path) {
    return open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC) && lock();
  }
  std::size_t read(char* to, std::size_t size) {
    std::size_t got = 0;
    while (got < size) {
      auto const n = ::read(file_, to + got, size - got);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) break;
      got += static_cast<std::size_t>(n);
    }
    return got;
  }
  /// When it returns, the system has it: it is there also when this process ends.
  bool append(std::string_view bytes) {
    while (!bytes.empty()) {
      auto const n = ::write(file_, bytes.data(), bytes.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }
  /// The next that is read is the first byte.
  bool rewind() { return ::lseek(file_, 0, SEEK_SET) >= 0; }
  /// The rest is cut off; what is added comes behind.
  bool cut(std::uint64_t size) {
    return ::ftruncate(file_, static_cast<off_t>(size)) == 0 &&
           ::lseek(file_, static_cast<off_t>(size), SEEK_SET) >= 0;
  }
  /// When it returns, the disk has it: it is there also when the power fails.
  bool sync() { return ::fdatasync(file_) == 0; }

  /// Puts the file in the place of another, in one step; the folder is on the disk then too.
  bool rename(std::string const& from, std::string const& to) {
    if (!sync() || std::rename(from.c_str(), to.c_str()) != 0) return false;
    auto const slash = to.rfind('/');
    auto const folder = slash == to.npos ? std::string{"."} : to.substr(0, slash + 1);
    auto const f = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (f < 0) return false;
    auto const is_synced = ::fsync(f) == 0;
    ::close(f);
    return is_synced;
  }

 private:
  bool open(std::string const& path, int how) {
    *this = log_file{};
    file_ = ::open(path.c_str(), how, 0666);
    return file_ >= 0;
  }
  bool lock() { return ::flock(file_, LOCK_EX | LOCK_NB) == 0; }

  int file_ = -1;
};

#else

class log_file {
 public:
  log_file() = default;
  log_file(log_file&& o) noexcept
      : file_{std::exchange(o.file_, nullptr)}, path_{std::move(o.path_)} {}
  log_file& operator=(log_file&& o) noexcept {
    std::swap(file_, o.file_);
    path_.swap(o.path_);
    return *this;
  }
  ~log_file() {
    if (file_) std::fclose(file_);
  }

  static bool exists(std::string const& path) {
    auto* const f = std::fopen(path.c_str(), "rb");
    if (f) std::fclose(f);
    return f != nullptr;
  }
  bool is_open() const { return file_ != nullptr; }
  bool open(std::string const& path) { return open(path, "r+b"); }
  bool create(std::string const& path) { return open(path, "w+b"); }
  std::size_t read(char* to, std::size_t size) { return std::fread(to, 1, size, file_); }
  bool append(std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size() && sync();
  }
  bool rewind() { return std::fseek(file_, 0, SEEK_SET) == 0; }
  // There is no way to make a file shorter: it is written anew.
  bool cut(std::uint64_t size) {
    std::string all(static_cast<std::size_t>(size), '\0');
    std::rewind(file_);
    if (read(all.data(), all.size()) != all.size()) return false;
    auto const path = path_;
    return open(path, "w+b") && append(all);
  }
  bool sync() { return std::fflush(file_) == 0; }
  bool rename(std::string const& from, std::string const& to) {
    if (!sync()) return false;
    *this = log_file{};
    std::remove(to.c_str());
    return std::rename(from.c_str(), to.c_str()) == 0 && open(to, "r+b") &&
           std::fseek(file_, 0, SEEK_END) == 0;
  }

 private:
  bool open(std::string const& path, char const* how) {
    *this = log_file{};
    path_ = path;
    file_ = std::fopen(path.c_str(), how);
    return file_ != nullptr;
  }

  std::FILE* file_ = nullptr;
  std::string path_;
};

#endif

/// Puts these bytes in the place of a file: it holds either all of them or what it held.
inline bool replace_file(std::string const& path, std::string_view bytes, log_file& file) {
  auto const fresh = path + ".new";
  return file.create(fresh) && file.append(bytes) && file.rename(fresh, path);
}
inline bool read_file(std::string const& path, std::string& bytes) {
  auto* const f = std::fopen(path.c_str(), "rb");
  if (!f) return false;
  char some[65'536];
  while (auto const n = std::fread(some, 1, sizeof some, f)) bytes.append(some, n);
  auto const is_read = std::ferror(f) == 0;
  std::fclose(f);
  return is_read;
}

}  // namespace lupaus::inline v0::detail
