// SPDX-License-Identifier: BSL-1.0
//
// A monitor that outlives its process: each record is written to a journal before it counts, and
// all that is known to a snapshot from time to time.
//
//   auto watch = durable_monitor::open(as_sold, on_breach, on_remark, {},
//                                      {.journal = "orders.journal", .snapshot =
//                                      "orders.snapshot"});
//   if (!watch) return tell(watch.error());
//   watch->observe(record);   // returns when it is written
//   watch->checkpoint();
//
// docs/how-to/keep-the-monitor-alive-over-crashes.md
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/journal/log_file.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/monitor/journal_place.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0 {

/// The files of one monitor. One process at a time has them.
struct journal_options {
  std::string journal = {};
  std::string snapshot =
      {};  ///< empty: there is none, and the journal holds all from the beginning
  /// What is acknowledged is on the disk, and outlives the power; else it outlives the process.
  /// What that costs: docs/reference/monitor.md.
  bool syncs = false;
};

/// What was there when the files were opened.
struct resumption {
  bool is_from_snapshot = false;
  std::uint64_t replayed = 0;  ///< entries of the journal, after the snapshot
  std::uint64_t cut_at = 0;    ///< where in the journal an entry was torn, in bytes ...
  std::uint64_t cut = 0;       ///< ... and how many bytes of it there were; 0: none was
};

namespace detail {
struct journal_entry;
}  // namespace detail

/// Belongs to one thread. What fails to be written does not count, and is told with the file and
/// the reason.
class durable_monitor {
 public:
  /// Takes up where the files end; those that are not there are begun. What was told of the entries
  /// after the snapshot is told again: whoever keeps the ids of breaches is told of each once.
  /// Files that are damaged, or of another promise, are refused and not touched, but for an entry
  /// that was torn at the end of the journal, which is cut off: it was not acknowledged. O(both
  /// files).
  [[nodiscard]] LUPAUS_DECL static result<durable_monitor> open(explorable_promise const& promise,
                                                                monitor::breach_sink on_breach,
                                                                monitor::remark_sink on_remark,
                                                                monitor_options const& options,
                                                                journal_options files);

  /// One record, or many with one write. When it returns, they are written. Bad input, as of
  /// `monitor::observe`, is refused before.
  [[nodiscard]] LUPAUS_DECL result<journal_place> observe(order_event const& e);
  [[nodiscard]] LUPAUS_DECL result<journal_place> observe(std::span<order_event const> some);
  [[nodiscard]] LUPAUS_DECL result<journal_place> advance(seconds_t now);
  /// Forgets an order. It has left the files too once `checkpoint` has returned.
  [[nodiscard]] LUPAUS_DECL result<bool> erase(std::string_view order);
  /// Writes the snapshot, and begins the journal anew. Without a snapshot the journal is compacted:
  /// of orders that were erased it keeps the times of their records, and nothing else. A crash
  /// between the two loses nothing. What was told before has to be handed on before: it is not told
  /// again after this.
  [[nodiscard]] LUPAUS_DECL result<journal_place> checkpoint();

  [[nodiscard]] monitor const& watch() const noexcept { return watch_; }
  /// How far it has been told.
  [[nodiscard]] journal_place place() const noexcept { return place_; }
  [[nodiscard]] resumption const& resumed() const noexcept { return resumed_; }
  /// Closes the files as they are, and gives the monitor.
  [[nodiscard]] monitor release() && {
    journal_ = detail::log_file{};
    return std::move(watch_);
  }

 private:
  durable_monitor(monitor watch, monitor_options const& options, journal_options files)
      : watch_{std::move(watch)},
        signal_{options.on_signal},
        share_{options.share},
        files_{std::move(files)} {}

  LUPAUS_DECL errors resume();
  LUPAUS_DECL errors replay(bool is_snapshot_there);
  LUPAUS_DECL void replay(detail::journal_entry const& x);
  LUPAUS_DECL errors begin_journal(std::string_view entries, std::uint32_t chain,
                                   journal_place base);
  LUPAUS_DECL errors compact();
  LUPAUS_DECL std::string head(journal_place base, std::uint32_t& chain) const;
  LUPAUS_DECL void add(detail::journal_entry const& x);
  LUPAUS_DECL errors write();
  LUPAUS_DECL errors fault(std::string const& file, std::string message) const;
  void signal(signal_kind kind, std::uint64_t count) const {
    if (signal_) signal_({kind, {}, count});
  }

  monitor watch_;
  std::function<void(monitor_signal const&)> signal_;
  partition_share share_;
  journal_options files_;
  detail::log_file journal_;
  std::string pending_;  // frames that are not written yet
  journal_place place_, pending_place_;
  std::uint64_t size_ = 0;  // of the journal, without what failed
  std::uint32_t chain_ = 0, pending_chain_ = 0;
  bool is_broken_ = false;  // what failed to be written could not be cut off
  resumption resumed_;
};

/// The place behind one more record that a journal has taken.
[[nodiscard]] LUPAUS_DECL journal_place after(journal_place p, order_event const& e);

/// Keeps the orders of a `catalogue_monitor` over the end of a process: of each promise a journal
/// and a snapshot in this folder, which is there, named by the hash of the promise's content.
/// `syncs`: as of `journal_options`.
[[nodiscard]] LUPAUS_DECL order_store in_folder(std::string folder, bool syncs = false);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/monitor/journal.hpp"
#include "lupaus/src/monitor/orders_in_files.hpp"
#endif
