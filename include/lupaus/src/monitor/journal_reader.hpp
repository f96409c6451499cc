// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: a journal, read entry by entry.
#pragma once

#include "lupaus/journal/log_file.hpp"
#include "lupaus/monitor/state/frames.hpp"
#include "lupaus/monitor/state/journal_entry.hpp"
#include "lupaus/src/monitor/snapshot.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0::detail {

/// The entries of a journal one after the other.
class journal_reader {
 public:
  /// Reads the file in pieces of 64 KiB.
  explicit journal_reader(log_file& file) : frames_{source{&file, {}, 0}} {}

  /// Empty where the file begins as it should; `base` is where it does.
  errors begin(std::string_view promise, partition_share share, journal_place& base) {
    auto status = frames_.begin(journal_magic);
    if (status == frame_status::whole) status = frames_.next();
    if (status != frame_status::whole) return fault_of_frame(status, frames_, "journal");
    byte_reader r{frames_.content()};
    state_head h;
    read(r, h);
    if (!r.is_at_end()) r.fail("the end of the frame");
    auto fault = r.is_right() ? fault_of_head(h, promise, share)
                              : std::string{r.expected()} + " is expected";
    if (!fault.empty()) return fault_in_state(frame_start_size, std::move(fault));
    base = place_ = h.place;
    return {};
  }
  /// False at the end, and at a fault.
  bool next(model_view const& m) {
    status_ = frames_.next();
    if (status_ != frame_status::whole) {
      if (status_ != frame_status::end && status_ != frame_status::torn)
        faults_ = fault_of_frame(status_, frames_, "journal");
      return false;
    }
    byte_reader r{frames_.content()};
    read(r, entry);
    if (r.is_right() && entry.kind == entry_kind::observed)
      if (auto const* const fault = fault_of(m, entry.event)) r.fail(fault);
    if (!r.is_right()) {
      faults_ =
          fault_in_state(frames_.content_at() + r.at(), std::string{r.expected()} + " is expected");
      return false;
    }
    place_ = after_entry(place_, frames_.content());
    return true;
  }
  journal_entry entry;

  errors const& faults() const { return faults_; }
  journal_place place() const { return place_; }
  bool is_torn() const { return status_ == frame_status::torn; }
  auto const& frames() const { return frames_; }

 private:
  struct source {
    log_file* file;
    std::string buffer;
    std::size_t at;
    std::size_t operator()(char* to, std::size_t size) {
      std::size_t got = 0;
      while (got < size) {
        if (at == buffer.size()) {
          buffer.resize(65'536);
          buffer.resize(file->read(buffer.data(), buffer.size()));
          at = 0;
          if (buffer.empty()) break;
        }
        auto const n = (std::min)(size - got, buffer.size() - at);
        std::memcpy(to + got, buffer.data() + at, n);
        got += n, at += n;
      }
      return got;
    }
  };

  frame_reader<source> frames_;
  journal_place place_;
  frame_status status_ = frame_status::whole;
  errors faults_;
};

}  // namespace lupaus::inline v0::detail
