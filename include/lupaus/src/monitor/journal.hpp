// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the monitor with a journal.
#pragma once

#include "lupaus/journal.hpp"
#include "lupaus/monitor/state/journal_entry.hpp"
#include "lupaus/src/monitor/journal_reader.hpp"
#include "lupaus/src/monitor/snapshot.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0 {

LUPAUS_DECL result<durable_monitor> durable_monitor::open(explorable_promise const& promise,
                                                          monitor::breach_sink on_breach,
                                                          monitor::remark_sink on_remark,
                                                          monitor_options const& options,
                                                          journal_options files) {
  monitor watch{promise, std::move(on_breach), std::move(on_remark), options};
  durable_monitor all{std::move(watch), options, std::move(files)};
  if (auto faults = all.resume(); !faults.empty()) return faults;
  return result<durable_monitor>{std::move(all)};
}

LUPAUS_DECL errors durable_monitor::fault(std::string const& file, std::string message) const {
  error e;
  e.code = error_code::missing;
  e.message = std::move(message);
  e.file = file;
  return {std::move(e)};
}

LUPAUS_DECL errors durable_monitor::resume() {
  auto const has_snapshot = !files_.snapshot.empty() && detail::log_file::exists(files_.snapshot);
  auto const has_journal = detail::log_file::exists(files_.journal);
  if (has_snapshot && !has_journal)
    return fault(files_.journal, "there is no such file, and the snapshot " + files_.snapshot +
                                     " is there: what came after it is expected here");
  // The lock on the journal is taken before the snapshot is read.
  if (has_journal && !journal_.open(files_.journal))
    return fault(files_.journal,
                 "the file cannot be opened for this process alone: " + detail::system_fault());
  if (has_snapshot) {
    std::string bytes;
    if (!detail::read_file(files_.snapshot, bytes))
      return fault(files_.snapshot, "the file cannot be read: " + detail::system_fault());
    auto const read = watch_.restore(bytes);
    if (!read) {
      auto faults = read.error();
      for (auto& e : faults) e.file = files_.snapshot;
      return faults;
    }
    place_ = *read;
    resumed_.is_from_snapshot = true;
  }
  if (!has_journal) return begin_journal({}, 0, place_);
  return replay(has_snapshot);
}

LUPAUS_DECL errors durable_monitor::replay(bool is_snapshot_there) {
  auto const& m = watch_.promise();
  auto const hash = content_hash(m);
  auto const known = place_;
  auto const named = [&](errors list) {
    for (auto& e : list) e.file = files_.journal;
    return list;
  };
  // All of it is read before anything is told.
  for (auto const is_checked : {false, true}) {
    if (!journal_.rewind())
      return fault(files_.journal, "the file cannot be read: " + detail::system_fault());
    detail::journal_reader in{journal_};
    journal_place base;
    auto faults = in.begin(hash, share_, base);
    if (!faults.empty()) return named(std::move(faults));
    if (base.sequence > known.sequence)
      return fault(
          files_.journal,
          "the journal begins after entry " + std::to_string(base.sequence) +
              (is_snapshot_there ? ", and the snapshot ends with " + std::to_string(known.sequence)
                                 : std::string{", and there is no snapshot of what came before"}));
    auto const is_of_another_run = [&](journal_place p) {
      return p.sequence == known.sequence && p.checksum != known.checksum;
    };
    auto another = is_of_another_run(base);
    while (!another && in.next(m)) {
      another = is_of_another_run(in.place());
      if (is_checked && in.place().sequence > known.sequence) replay(in.entry);
    }
    if (another)
      return named(detail::fault_in_state(
          in.frames().at(), "up to entry " + std::to_string(known.sequence) +
                                " the journal says other things than what the snapshot was made "
                                "of: they are not of one run"));
    if (!in.faults().empty()) return named(in.faults());
    // The power may have failed, and the journal be behind the snapshot, which has all of it.
    if (in.place().sequence < known.sequence) return begin_journal({}, 0, known);
    place_ = in.place();
    size_ = in.frames().at(), chain_ = in.frames().chain();
    if (!in.is_torn() || is_checked) continue;
    resumed_.cut_at = size_;
    resumed_.cut = in.frames().torn_bytes();
    signal(signal_kind::journal_cut, resumed_.cut);
  }
  if (resumed_.replayed > 0) signal(signal_kind::journal_replayed, resumed_.replayed);
  if (!journal_.cut(size_))
    return fault(files_.journal, "the file cannot be written: " + detail::system_fault());
  return {};
}
LUPAUS_DECL void durable_monitor::replay(detail::journal_entry const& x) {
  ++resumed_.replayed;
  switch (x.kind) {
    case detail::entry_kind::observed: watch_.observe(x.event); break;
    case detail::entry_kind::advanced: watch_.advance(x.now); break;
    case detail::entry_kind::erased: watch_.erase(x.event.order); break;
    case detail::entry_kind::nothing: break;
  }
}

LUPAUS_DECL std::string durable_monitor::head(journal_place base, std::uint32_t& chain) const {
  std::string bytes, content;
  detail::byte_writer w{content};
  auto const hash = content_hash(watch_.promise());
  detail::write(w, detail::state_head{hash, share_, base});
  detail::frame_writer frames{bytes};
  frames.begin(detail::journal_magic);
  frames.frame(content);
  chain = frames.chain();
  return bytes;
}

/// `entries`: frames behind the head, with their last chain; none: from `base` on.
LUPAUS_DECL errors durable_monitor::begin_journal(std::string_view entries, std::uint32_t chain,
                                                  journal_place base) {
  std::uint32_t of_head = 0;
  auto bytes = head(base, of_head);
  bytes += entries;
  detail::log_file fresh;
  if (!detail::replace_file(files_.journal, bytes, fresh))
    return fault(files_.journal, "the file cannot be written: " + detail::system_fault());
  signal(signal_kind::journal_begun, size_);
  journal_ = std::move(fresh);
  size_ = bytes.size();
  chain_ = entries.empty() ? of_head : chain;
  is_broken_ = false;
  return {};
}

LUPAUS_DECL void durable_monitor::add(detail::journal_entry const& x) {
  std::string content;
  detail::byte_writer w{content};
  detail::write(w, x);
  if (pending_.empty()) pending_chain_ = chain_, pending_place_ = place_;
  detail::frame_writer frames{pending_};
  frames.resume(pending_chain_);
  frames.frame(content);
  pending_chain_ = frames.chain();
  pending_place_ = detail::after_entry(pending_place_, content);
}
LUPAUS_DECL errors durable_monitor::write() {
  auto const bytes = std::exchange(pending_, {});
  if (is_broken_)
    return fault(files_.journal, "an earlier write failed, and what it left could not be cut off");
  if (!journal_.append(bytes) || (files_.syncs && !journal_.sync())) {
    auto faults = fault(files_.journal, "the file cannot be written: " + detail::system_fault());
    is_broken_ = !journal_.cut(size_);
    return faults;
  }
  size_ += bytes.size();
  chain_ = pending_chain_;
  place_ = pending_place_;
  return {};
}

LUPAUS_DECL result<journal_place> durable_monitor::observe(order_event const& e) {
  return observe(std::span{&e, 1});
}
LUPAUS_DECL result<journal_place> durable_monitor::observe(std::span<order_event const> some) {
  if (some.empty()) return place_;
  for (auto const& e : some) require_record(watch_.promise(), e);
  for (auto const& e : some) add({detail::entry_kind::observed, e});
  if (auto faults = write(); !faults.empty()) return faults;
  for (auto const& e : some) watch_.observe(e);
  return place_;
}
LUPAUS_DECL result<journal_place> durable_monitor::advance(seconds_t now) {
  add({detail::entry_kind::advanced, {}, now});
  if (auto faults = write(); !faults.empty()) return faults;
  watch_.advance(now);
  return place_;
}
LUPAUS_DECL result<bool> durable_monitor::erase(std::string_view order) {
  add({detail::entry_kind::erased, {.order = std::string{order}}});
  if (auto faults = write(); !faults.empty()) return faults;
  return watch_.erase(order);
}

LUPAUS_DECL result<journal_place> durable_monitor::checkpoint() {
  if (files_.snapshot.empty()) {
    if (auto faults = compact(); !faults.empty()) return faults;
    return place_;
  }
  detail::log_file file;
  if (!detail::replace_file(files_.snapshot, watch_.snapshot(place_), file))
    return fault(files_.snapshot, "the file cannot be written: " + detail::system_fault());
  if (auto faults = begin_journal({}, 0, place_); !faults.empty()) return faults;
  return place_;
}

LUPAUS_DECL errors durable_monitor::compact() {
  auto const& m = watch_.promise();
  auto const hash = content_hash(m);
  // Up to which entry an order is gone.
  std::map<std::string, std::uint64_t, std::less<>> gone;
  journal_place base;
  std::uint32_t chain = 0;
  std::string entries, content;
  auto place = base;
  for (auto const is_second : {false, true}) {
    if (!journal_.rewind())
      return fault(files_.journal, "the file cannot be read: " + detail::system_fault());
    detail::journal_reader in{journal_};
    auto faults = in.begin(hash, share_, base);
    detail::frame_writer frames{entries};
    place = base;
    if (is_second) head(base, chain), frames.resume(chain);
    while (faults.empty() && in.next(m)) {
      auto& x = in.entry;
      auto const is_erasure = x.kind == detail::entry_kind::erased;
      if (!is_second) {
        if (is_erasure) gone[x.event.order] = in.place().sequence;
        continue;
      }
      auto const found = gone.find(x.event.order);
      if (is_erasure)
        x = {};
      else if (x.kind == detail::entry_kind::observed && found != gone.end() &&
               in.place().sequence < found->second)
        x = {detail::entry_kind::advanced, {}, x.event.at};
      content.clear();
      detail::byte_writer w{content};
      detail::write(w, x);
      frames.frame(content);
      place = detail::after_entry(place, content);
    }
    if (faults.empty()) faults = in.faults();
    if (faults.empty() && in.place() != place_)
      faults = fault({}, "the journal ends before what was written to it");
    for (auto& e : faults) e.file = files_.journal;
    if (!faults.empty()) return journal_.cut(size_) ? faults : (is_broken_ = true, faults);
    chain = frames.chain();
  }
  if (auto faults = begin_journal(entries, chain, base); !faults.empty()) return faults;
  place_ = place;
  return {};
}

LUPAUS_DECL journal_place after(journal_place p, order_event const& e) {
  std::string content;
  detail::byte_writer w{content};
  detail::write(w, detail::journal_entry{detail::entry_kind::observed, e});
  return detail::after_entry(p, content);
}

}  // namespace lupaus::inline v0
