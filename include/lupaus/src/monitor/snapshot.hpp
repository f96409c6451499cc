// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the monitor as bytes, and from bytes.
#pragma once

#include "lupaus/io/writer/write_json.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/monitor/book/order_keeper.hpp"
#include "lupaus/monitor/state/frames.hpp"
#include "lupaus/monitor/state/records.hpp"
#include "lupaus/src/monitor/monitor.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

LUPAUS_COLD inline errors fault_in_state(std::uint64_t at, std::string message) {
  error e;
  e.code = error_code::bad_value;
  e.where = "byte " + std::to_string(at);
  e.message = std::move(message);
  return {std::move(e)};
}

/// What is wrong with a frame that is not whole. `what`: "snapshot" or "journal".
template <class Source>
errors fault_of_frame(frame_status s, frame_reader<Source> const& r, char const* what) {
  std::string const file{what};
  auto const at = r.at();
  switch (s) {
    case frame_status::other_kind: return fault_in_state(0, "this is no " + file + " of a monitor");
    case frame_status::other_version:
      return fault_in_state(frame_magic_size, "the " + file + " is of version " +
                                                  std::to_string(r.version()) + ", and version " +
                                                  std::to_string(state_version) + " is expected");
    case frame_status::damaged_length:
      return fault_in_state(at, "the " + file +
                                    " is damaged: the length of the frame that begins here does "
                                    "not have its checksum (CRC-32C)");
    case frame_status::damaged_content:
      return fault_in_state(at, "the " + file +
                                    " is damaged: the frame that begins here does not have its "
                                    "checksum (CRC-32C)");
    default:
      return fault_in_state(at + r.torn_bytes(),
                            "the " + file + " ends here, and the frame that begins at byte " +
                                std::to_string(at) + " goes on");
  }
}

/// What the frames at the beginning of both kinds of files say: whose they are, and from where on.
struct state_head {
  std::string_view promise;
  partition_share share;
  journal_place place;
};
inline void write(byte_writer& w, state_head const& h) {
  w.text(h.promise);
  w.number(h.share.number), w.number(h.share.of);
  w.number(h.place.sequence), w.fixed(h.place.checksum);
}
inline void read(byte_reader& r, state_head& h) {
  h.promise = r.text();
  h.share.number = static_cast<std::uint32_t>(r.number(0xffff'ffff, "a partition"));
  h.share.of = static_cast<std::uint32_t>(r.number(0xffff'ffff, "a number of partitions"));
  h.place.sequence = r.number(), h.place.checksum = r.fixed();
}
/// Empty where it is of this promise and share.
inline std::string fault_of_head(state_head const& h, std::string_view promise,
                                 partition_share share) {
  auto const of = [](partition_share s) {
    return "partition " + std::to_string(s.number) + " of " + std::to_string(s.of);
  };
  if (h.promise != promise)
    return "it was written under another promise: the content hash of that is " +
           std::string{h.promise} + ", and " + std::string{promise} + " is expected";
  if (h.share != share) return "it is of " + of(h.share) + ", and " + of(share) + " is expected";
  return {};
}

// ---- orders

enum class snapshot_frame : std::uint8_t { orders = 1, end = 2 };
// What an order has besides its records, each where it has it.
enum class order_part : std::uint8_t { counts, standing, remarks, withdrawn, corrections };

inline void write(byte_writer& w, kept_order const& k) {
  w.text(k.number);
  auto const bit = [](bool is, order_part p) {
    return static_cast<std::uint8_t>(is ? 1U << static_cast<unsigned>(p) : 0U);
  };
  auto const has_counts = k.duplicates + k.changed + k.unknown + k.refused + k.revised != 0;
  w.byte(static_cast<std::uint8_t>(bit(has_counts, order_part::counts) |
                                   bit(!k.standing.empty(), order_part::standing) |
                                   bit(!k.remarks.empty(), order_part::remarks) |
                                   bit(!k.withdrawn.empty(), order_part::withdrawn) |
                                   bit(!k.corrections.empty(), order_part::corrections)));
  w.signed_number(k.seen_at);
  w.number(k.records.size());
  auto base = k.seen_at;
  for (auto const& e : k.records) write(w, e, std::exchange(base, e.at));
  if (has_counts)
    for (auto const n : {k.duplicates, k.changed, k.unknown, k.refused, k.revised}) w.number(n);
  auto const list = [&](auto const& all, auto&& each) {
    if (all.empty()) return;
    w.number(all.size());
    for (auto const& x : all) each(x);
  };
  list(k.standing, [&](breach_key const& x) { write(w, x); });
  list(k.remarks, [&](remark const& x) {
    w.byte(static_cast<std::uint8_t>(x.kind));
    w.signed_number(x.at);
    write(w, x.event);
    w.number(x.unit);
  });
  list(k.withdrawn, [&](kept_order::withdrawal const& x) {
    w.text(x.id);
    w.byte(x.is_matched ? 1 : 0);
  });
  list(k.corrections, [&](std::string const& x) { w.text(x); });
}

inline void read(byte_reader& r, kept_order& k, model_view const& m) {
  k.number = r.text();
  auto const has = r.number(31, "what an order has");
  auto const list = [&](order_part p, auto&& each) {
    if ((has >> static_cast<unsigned>(p) & 1U) == 0) return;
    for (auto n = r.number(); n > 0 && r.is_right(); --n) each();
  };
  k.seen_at = r.signed_number();
  if (k.seen_at > farthest_time || k.seen_at < -farthest_time) r.fail("a time");
  auto base = k.seen_at;
  for (auto n = r.number(); n > 0 && r.is_right(); --n) {
    auto& e = k.records.emplace_back();
    e.order = k.number;
    read(r, e, base);
    base = e.at;
    if (!r.is_right()) return;
    if (auto const* const fault = fault_of(m, e)) r.fail(fault);
    if (e.kind == order_event_kind::withdrawn) r.fail("a record that stands");
  }
  if ((has & 1U) != 0)
    for (auto* n : {&k.duplicates, &k.changed, &k.unknown, &k.refused, &k.revised}) *n = r.number();
  list(order_part::standing, [&] { read(r, k.standing.emplace_back(), m); });
  list(order_part::remarks, [&] {
    auto& x = k.remarks.emplace_back();
    read_kind(r, x.kind, remark_kinds, "a kind of remark");
    x.at = r.signed_number();
    read(r, x.event, m.events);
    x.unit = static_cast<std::uint32_t>(r.number(0xffff'ffff, "a number of a unit"));
  });
  list(order_part::withdrawn, [&] {
    auto& x = k.withdrawn.emplace_back();
    x.id = r.text();
    x.is_matched = r.number(1, "yes or no") == 1;
  });
  list(order_part::corrections, [&] { k.corrections.emplace_back(r.text()); });
}

// ---- all of it

inline std::string write_snapshot(order_book const& book, partition_share share,
                                  journal_place place) {
  constexpr std::size_t full = 65'536;
  std::string out, content;
  frame_writer frames{out};
  byte_writer w{content};
  auto const hash = content_hash(book.model());
  auto const kept = order_keeper::book_of(book);
  frames.begin(snapshot_magic);
  write(w, {hash, share, place});
  w.signed_number(kept.now), w.signed_number(kept.passed);
  write(w, kept.retired);
  frames.frame(content);
  content.clear();
  std::uint64_t orders = 0;
  order_keeper::for_each_order(book, [&](kept_order const& order) {
    if (content.empty()) w.byte(static_cast<std::uint8_t>(snapshot_frame::orders));
    write(w, order);
    ++orders;
    if (content.size() < full) return;
    frames.frame(content);
    content.clear();
  });
  if (!content.empty()) frames.frame(content);
  content.clear();
  w.byte(static_cast<std::uint8_t>(snapshot_frame::end));
  w.number(orders);
  frames.frame(content);
  return out;
}

/// Reads the whole of it before anything is changed.
class snapshot_reader {
 public:
  snapshot_reader(model_view const& m, partition_share share) : m_{&m}, share_{share} {}

  kept_book book;
  std::vector<kept_order> orders;
  journal_place place;

  /// Empty where it is right.
  errors read(std::string_view bytes) {
    frame_reader frames{[bytes](char* to, std::size_t size) mutable {
      auto const n = (std::min)(size, bytes.size());
      if (n > 0) std::memcpy(to, bytes.data(), n);
      bytes.remove_prefix(n);
      return n;
    }};
    auto status = frames.begin(snapshot_magic);
    if (status == frame_status::whole) status = frames.next();
    if (status != frame_status::whole) return fault_of_frame(status, frames, "snapshot");
    byte_reader head{frames.content()};
    if (auto const fault = read_head(head); !fault.empty())
      return fault_in_state(frame_start_size, fault);
    for (auto is_ended = false; !is_ended;) {
      status = frames.next();
      if (status != frame_status::whole) return fault_of_frame(status, frames, "snapshot");
      byte_reader r{frames.content()};
      is_ended = r.byte() == static_cast<std::uint8_t>(snapshot_frame::end);
      is_ended ? read_end(r) : read_orders(r);
      if (!r.is_right())
        return fault_in_state(frames.content_at() + r.at(),
                              std::string{r.expected()} + " is expected");
    }
    if (frames.next() != frame_status::end)
      return fault_in_state(frames.at(), "the snapshot ends here, and more bytes follow");
    return {};
  }

 private:
  std::string read_head(byte_reader& r) {
    state_head h;
    detail::read(r, h);
    if (r.is_right())
      if (auto fault = fault_of_head(h, content_hash(*m_), share_); !fault.empty()) return fault;
    place = h.place;
    book.now = r.signed_number();
    book.passed = r.signed_number();
    constexpr auto farthest = seconds_t{1} << 61;
    auto const is_time = [](seconds_t t) {
      return (t < farthest && t > -farthest) || t == (std::numeric_limits<seconds_t>::min)();
    };
    if (!is_time(book.now) || !is_time(book.passed)) r.fail("a time");
    book.retired.claims.resize(m_->claims.size());
    book.retired.commitments.resize(m_->commitments.size());
    detail::read(r, book.retired);
    auto const is_sum = [](seconds_t t) { return t >= 0 && t < farthest; };
    auto is_right = is_sum(book.retired.word_latency);
    for (auto const& c : book.retired.claims) is_right = is_right && is_sum(c.late_by);
    for (auto const& c : book.retired.commitments) is_right = is_right && is_sum(c.late_by);
    if (!is_right) r.fail("a length of time");
    if (!r.is_at_end()) r.fail("the end of the frame");
    return r.is_right() ? std::string{} : std::string{r.expected()} + " is expected";
  }
  void read_orders(byte_reader& r) {
    while (r.is_right() && !r.is_at_end()) {
      orders.emplace_back();
      detail::read(r, orders.back(), *m_);
      if (orders.back().number.empty() ||
          (orders.size() > 1 && !(orders[orders.size() - 2].number < orders.back().number)))
        r.fail("orders in the order of their numbers");
    }
  }
  void read_end(byte_reader& r) {
    if (r.number() != orders.size()) r.fail("as many orders as were written");
    if (!r.is_at_end()) r.fail("the end of the frame");
  }

  model_view const* m_;
  partition_share share_;
};

}  // namespace detail

LUPAUS_DECL std::string monitor::snapshot(journal_place place) const {
  auto bytes = detail::write_snapshot(*book_, book_->share(), place);
  book_->signal(signal_kind::snapshot_written, {}, bytes.size());
  return bytes;
}
LUPAUS_DECL result<journal_place> monitor::restore(std::string_view bytes) {
  detail::snapshot_reader r{promise(), book_->share()};
  if (auto faults = r.read(bytes); !faults.empty()) return faults;
  detail::order_keeper::restore(*book_, std::move(r.book), std::move(r.orders));
  return r.place;
}

}  // namespace lupaus::inline v0
