// SPDX-License-Identifier: BSL-1.0
//
// Snapshots and journals are frames, one after the other: a length, a checksum of that, the
// content, and a checksum of both, each counted on from the frame before. So a frame that was
// changed, moved or left out is seen, and one that was not written to its end is told from one that
// was changed.
#pragma once

#include "lupaus/detail/crc32c.hpp"
#include "lupaus/monitor/state/bytes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0::detail {

inline constexpr std::size_t frame_magic_size = 8, frame_start_size = 12, frame_head_size = 8;
inline constexpr std::size_t frame_overhead = 12;
/// Of one frame.
inline constexpr std::size_t longest_frame = std::size_t{1} << 30;
inline constexpr std::string_view snapshot_magic = "lupaus.S", journal_magic = "lupaus.J";
/// Of both formats. What reads one version reads no other.
inline constexpr std::uint32_t state_version = 2;

/// Appends to a text.
class frame_writer {
 public:
  explicit frame_writer(std::string& out) : out_{&out} {}

  void begin(std::string_view magic) {
    auto const at = out_->size();
    out_->append(magic);
    byte_writer{*out_}.fixed(state_version);
    chain_ = crc32c(0, std::string_view{*out_}.substr(at));
  }
  /// Goes on behind frames that are there.
  void resume(std::uint32_t chain) { chain_ = chain; }
  std::uint32_t chain() const { return chain_; }

  void frame(std::string_view content) {
    auto const at = out_->size();
    byte_writer w{*out_};
    w.fixed(static_cast<std::uint32_t>(content.size()));
    auto const of_length = crc32c(chain_, std::string_view{*out_}.substr(at, 4));
    w.fixed(of_length);
    out_->append(content);
    chain_ = crc32c(of_length, content);
    w.fixed(chain_);
  }

 private:
  std::string* out_;
  std::uint32_t chain_ = 0;
};

enum class frame_status : std::uint8_t {
  whole,
  end,              ///< there is no further one
  torn,             ///< it ends before its length, or only zeros follow
  damaged_length,   ///< its length is not what was written
  damaged_content,  ///< its content is not
  other_kind,       ///< the file does not begin as one of these
  other_version,
};

/// Reads frames from `source(char*, size)`, which gives how many bytes it had; less than were asked
/// for only at the end. Holds one frame.
template <class Source>
class frame_reader {
 public:
  explicit frame_reader(Source source) : source_{std::move(source)} {}

  frame_status begin(std::string_view magic) {
    char start[frame_start_size];
    auto const n = source_(start, sizeof start);
    std::string_view const bytes{start, n};
    auto const known = (std::min)(n, magic.size());
    if (bytes.substr(0, known) != magic.substr(0, known)) return frame_status::other_kind;
    if (n == 0) return frame_status::end;
    if (n < sizeof start) return frame_status::torn;
    version_ = byte_reader{bytes.substr(magic.size())}.fixed();
    if (version_ != state_version) return frame_status::other_version;
    chain_ = crc32c(0, bytes);
    at_ = next_at_ = n;
    return frame_status::whole;
  }
  frame_status next() {
    at_ = next_at_;
    char head[frame_head_size];
    auto const n = source_(head, sizeof head);
    std::string_view const bytes{head, n};
    seen_ = n;
    if (n == 0) return frame_status::end;
    if (n < sizeof head) return frame_status::torn;
    byte_reader r{bytes};
    auto const length = std::size_t{r.fixed()};
    auto const of_length = crc32c(chain_, bytes.substr(0, 4));
    if (r.fixed() != of_length || length > longest_frame)
      return is_zero(bytes) && are_zeros_left() ? frame_status::torn : frame_status::damaged_length;
    content_.resize(length + 4);
    auto const got = source_(content_.data(), content_.size());
    seen_ += got;
    if (got < content_.size()) return frame_status::torn;
    std::string_view const all{content_};
    auto const chain = crc32c(of_length, all.substr(0, length));
    if (byte_reader{all.substr(length)}.fixed() != chain) return frame_status::damaged_content;
    content_.resize(length);
    chain_ = chain;
    next_at_ = at_ + length + frame_overhead;
    return frame_status::whole;
  }

  std::string_view content() const { return content_; }
  /// Where the latest frame begins in the file, and where its content does.
  std::uint64_t at() const { return at_; }
  std::uint64_t content_at() const { return at_ + frame_head_size; }
  std::uint64_t end_at() const { return next_at_; }
  /// How many bytes there were of a torn frame.
  std::uint64_t torn_bytes() const { return seen_; }
  std::uint32_t chain() const { return chain_; }
  std::uint32_t version() const { return version_; }

 private:
  static bool is_zero(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
  }
  // A file that was made longer, and not written, before the power failed.
  bool are_zeros_left() {
    char some[4'096];
    while (auto const n = source_(some, sizeof some)) {
      seen_ += n;
      if (!is_zero({some, n})) return false;
    }
    return true;
  }

  Source source_;
  std::string content_;
  std::uint64_t at_ = 0, next_at_ = 0, seen_ = 0;
  std::uint32_t chain_ = 0, version_ = 0;
};

}  // namespace lupaus::inline v0::detail
