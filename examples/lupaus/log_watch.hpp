// SPDX-License-Identifier: BSL-1.0
//
// The monitor of a log; with files that a run which was ended goes on from, where they are named.
#pragma once

#include "command.hpp"

#include "lupaus/journal.hpp"

#include <cstddef>
#include <iostream>
#include <optional>
#include <string>
#include <utility>

/// Takes the records of the logs from the first one on, in every run: those that the journal has
/// are held against it, and not taken in again. So the logs must begin with what they began with.
class log_watch {
 public:
  log_watch(monitor_request const& request, lupaus::explorable_promise const& promise,
            lupaus::monitor::breach_sink on_breach, lupaus::monitor::remark_sink on_remark,
            lupaus::monitor_options const& options)
      : request_{&request} {
    if (request.journal.empty()) {
      plain_.emplace(promise, std::move(on_breach), std::move(on_remark), options);
      return;
    }
    auto opened = lupaus::durable_monitor::open(promise, std::move(on_breach), std::move(on_remark),
                                                options, {request.journal, request.snapshot});
    if (!opened) {
      note(opened.error());
      return;
    }
    durable_.emplace(std::move(opened).value());
    known_ = durable_->place();
    auto const& resumed = durable_->resumed();
    if (resumed.cut > 0)
      std::cerr << request.journal << ": byte " << resumed.cut_at << ": a torn record of "
                << resumed.cut << " bytes is cut off\n";
    if (known_.sequence > 0)
      std::cerr << "lupaus: goes on after record " << known_.sequence << ", " << resumed.replayed
                << " of them from the journal\n";
  }

  /// Nothing that could not be written counts.
  bool is_right() const { return fault_.empty(); }
  std::string const& fault() const { return fault_; }
  std::size_t size() const { return durable_ ? durable_->watch().size() : plain_->size(); }

  void observe(lupaus::order_event const& e) {
    if (!is_right()) return;
    if (!durable_) return plain_->observe(e);
    if (read_.sequence < known_.sequence) return pass_over(e);
    if (auto const written = durable_->observe(e); !written) return note(written.error());
    if (++since_snapshot_ >= request_->snapshot_every) checkpoint();
  }
  /// The logs have ended.
  lupaus::monitor end() {
    if (!durable_) return std::move(*plain_);
    if (read_.sequence < known_.sequence && is_right())
      fault_ = "the logs have " + std::to_string(read_.sequence) + " records, and " +
               request_->journal + " goes on after record " + std::to_string(known_.sequence);
    if (is_right()) checkpoint();
    return std::move(*durable_).release();
  }

 private:
  void note(lupaus::errors const& faults) { fault_ = to_string(faults); }
  void pass_over(lupaus::order_event const& e) {
    read_ = after(read_, e);
    if (read_.sequence == known_.sequence && read_ != known_)
      fault_ = "the first " + std::to_string(known_.sequence) +
               " records of the logs are not those that " + request_->journal +
               " goes on after; name the logs from their beginning";
  }
  // What was told has to be handed on before: it is not told again.
  void checkpoint() {
    if (request_->snapshot.empty()) return;
    since_snapshot_ = 0;
    std::cout.flush();
    if (auto const written = durable_->checkpoint(); !written) note(written.error());
  }

  monitor_request const* request_;
  std::optional<lupaus::monitor> plain_;
  std::optional<lupaus::durable_monitor> durable_;
  lupaus::journal_place known_, read_;
  std::size_t since_snapshot_ = 0;
  std::string fault_;
};
