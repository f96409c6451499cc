// SPDX-License-Identifier: BSL-1.0
//
// A folder of its own for a test that writes files; it goes with the test. In memory where the
// system has that: files are seen to be on the disk, and a disk takes its time.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <system_error>

namespace proof {

class scratch {
 public:
  scratch() {
    std::random_device any;
    std::error_code ignored;
    std::filesystem::path const memory{"/dev/shm"};
    for (auto const& in : {memory, std::filesystem::temp_directory_path()})
      for (int i = 0; i < 100 && path_.empty(); ++i)
        if (auto p = in / ("lupaus_" + std::to_string(any())); create_directory(p, ignored))
          path_ = p;
  }
  scratch(scratch const&) = delete;
  scratch& operator=(scratch const&) = delete;
  ~scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator()(std::string const& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline std::string bytes_of(std::string const& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}
inline void write_bytes(std::string const& file, std::string const& bytes) {
  std::ofstream{file, std::ios::binary} << bytes;
}

}  // namespace proof
