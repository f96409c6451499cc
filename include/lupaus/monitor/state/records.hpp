// SPDX-License-Identifier: BSL-1.0
//
// Records, breach keys and scorecards as bytes. Ids are written as they are: a promise with the
// same content hash has the same.
#pragma once

#include "lupaus/monitor/breach.hpp"
#include "lupaus/monitor/order_event.hpp"
#include "lupaus/monitor/scorecard.hpp"
#include "lupaus/monitor/state/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lupaus::inline v0::detail {

template <class Tag>
void write(byte_writer& w, id<Tag> i) {
  w.number(i.value);
}
template <class Tag>
void read(byte_reader& r, id<Tag>& i) {
  i.value = static_cast<std::uint16_t>(r.number(0xffff, "an id of the promise"));
}
/// An id that the column has, or none.
template <class Tag, class Column>
void read(byte_reader& r, id<Tag>& i, Column const& column) {
  read(r, i);
  if (i && !column.contains(i)) r.fail("an id of the promise");
}
inline void write(byte_writer& w, element e) {
  w.byte(static_cast<std::uint8_t>(e.kind));
  w.number(e.index);
}
inline void read(byte_reader& r, element& e) {
  constexpr auto last = static_cast<std::uint8_t>(element_kind::risk);
  e.kind = static_cast<element_kind>(r.number(last, "a kind of element"));
  e.index = static_cast<std::uint16_t>(r.number(0xffff, "an element of the promise"));
}
template <class E>
void read_kind(byte_reader& r, E& e, std::size_t kinds, char const* expected) {
  e = static_cast<E>(r.number(kinds - 1, expected));
}

// What a record says besides its kind and time, each where it says it.
enum class record_part : std::uint8_t {
  event,
  part,
  unit,
  who,
  was,
  object,
  promised,
  id,
  corrects
};

/// Without the order's number; the time is told from `base` on.
inline void write(byte_writer& w, order_event const& e, seconds_t base = 0) {
  order_event const plain;
  std::uint64_t says = 0;
  auto const note = [&](bool is, record_part p) {
    says |= is ? std::uint64_t{1} << static_cast<unsigned>(p) : 0U;
    return is;
  };
  note(e.event != plain.event, record_part::event);
  note(e.part != plain.part, record_part::part);
  note(e.unit != plain.unit, record_part::unit);
  note(e.who != plain.who, record_part::who);
  note(e.was != plain.was, record_part::was);
  note(e.object != plain.object, record_part::object);
  note(!e.promised.empty(), record_part::promised);
  note(!e.id.empty(), record_part::id);
  note(!e.corrects.empty(), record_part::corrects);
  w.byte(static_cast<std::uint8_t>(e.kind));
  w.number(says);
  w.signed_number(
      static_cast<seconds_t>(static_cast<std::uint64_t>(e.at) - static_cast<std::uint64_t>(base)));
  if (e.event != plain.event) write(w, e.event);
  if (e.part != plain.part) write(w, e.part);
  if (e.unit != plain.unit) w.number(e.unit);
  if (e.who != plain.who) write(w, e.who);
  if (e.was != plain.was) w.byte(static_cast<std::uint8_t>(e.was));
  if (e.object != plain.object) write(w, e.object);
  if (!e.promised.empty()) {
    w.number(e.promised.size());
    for (auto const& p : e.promised) {
      write(w, p.of);
      w.byte(static_cast<std::uint8_t>(p.limit.kind));
      w.signed_number(p.limit.a);
      w.signed_number(p.limit.b);
    }
  }
  if (!e.id.empty()) w.text(e.id);
  if (!e.corrects.empty()) w.text(e.corrects);
}

inline void read(byte_reader& r, order_event& e, seconds_t base = 0) {
  read_kind(r, e.kind, static_cast<std::size_t>(order_event_kind::exceeded) + 1,
            "a kind of record");
  auto const says = r.number((std::uint64_t{1} << 9) - 1, "what a record says");
  auto const has = [&](record_part p) {
    return r.is_right() && (says >> static_cast<unsigned>(p) & 1U) != 0;
  };
  e.at = static_cast<seconds_t>(static_cast<std::uint64_t>(r.signed_number()) +
                                static_cast<std::uint64_t>(base));
  if (has(record_part::event)) read(r, e.event);
  if (has(record_part::part)) read(r, e.part);
  if (has(record_part::unit))
    e.unit = static_cast<std::uint32_t>(r.number(0xffff'ffff, "a number of a unit"));
  if (has(record_part::who)) read(r, e.who);
  if (has(record_part::was))
    read_kind(r, e.was, static_cast<std::size_t>(answer::reduces_price) + 1, "an answer");
  if (has(record_part::object)) read(r, e.object);
  if (has(record_part::promised))
    for (auto n = r.number(); n > 0 && r.is_right(); --n) {
      auto& p = e.promised.emplace_back();
      read(r, p.of);
      read_kind(r, p.limit.kind, static_cast<std::size_t>(bound_kind::instant) + 1,
                "a kind of limit");
      p.limit.a = r.signed_number();
      p.limit.b = r.signed_number();
    }
  if (has(record_part::id)) e.id = r.text();
  if (has(record_part::corrects)) e.corrects = r.text();
}

inline void write(byte_writer& w, breach_key const& k) {
  w.byte(static_cast<std::uint8_t>(k.kind));
  write(w, k.of);
  write(w, k.told);
  write(w, k.part);
  w.number(k.unit);
  w.number(k.attempt);
}
inline void read(byte_reader& r, breach_key& k, model_view const& m) {
  read_kind(r, k.kind, breach_kinds, "a kind of breach");
  read(r, k.of);
  read(r, k.told, m.parties);
  read(r, k.part, m.parts);
  k.unit = static_cast<std::uint32_t>(r.number(0xffff'ffff, "a number of a unit"));
  k.attempt = static_cast<std::uint32_t>(r.number(0xffff'ffff, "a number of an attempt"));
}

inline void write(byte_writer& w, duration_sketch const& s) {
  w.number(s.buckets().size());
  for (auto const& b : s.buckets()) {
    w.number(b.number);
    w.number(b.count);
  }
}
inline void read(byte_reader& r, duration_sketch& s) {
  auto first = std::uint64_t{0};
  for (auto n = r.number(); n > 0 && r.is_right(); --n) {
    auto const number = r.number(duration_sketch::bucket_count - 1, "a bucket of durations");
    auto const count = r.number();
    if (number < first || count == 0) r.fail("buckets in their order, each with a count");
    first = number + 1;
    if (r.is_right()) s.add_to(static_cast<std::uint16_t>(number), count);
  }
}

/// Calls `f` on each number of a scorecard, in one order.
template <class Card, class F>
void for_each_count(Card& s, F&& f) {
  f(s.placed), f(s.open), f(s.kept), f(s.settled), f(s.cancelled), f(s.refunded), f(s.left);
  f(s.perfect), f(s.ended_in_failure), f(s.revised), f(s.duplicates), f(s.contacts);
  f(s.words_owed), f(s.words_in_time), f(s.words_late), f(s.left_after_breach), f(s.extra_steps);
  for (auto& n : s.breaches) f(n);
  for (auto& n : s.remarks) f(n);
}
inline void write(byte_writer& w, std::vector<term_counts> const& all) {
  w.number(all.size());
  for (auto const& c : all) {
    w.number(c.kept), w.number(c.broken), w.number(c.terminated), w.number(c.met_late);
    w.signed_number(c.late_by);
    write(w, c.lateness);
    w.number(c.early), w.signed_number(c.early_by);
  }
}
/// As many as there are already.
inline void read(byte_reader& r, std::vector<term_counts>& all) {
  if (r.number() != all.size()) r.fail("as many counts as the promise has terms");
  for (auto& c : all) {
    c.kept = r.number(), c.broken = r.number(), c.terminated = r.number(), c.met_late = r.number();
    c.late_by = r.signed_number();
    read(r, c.lateness);
    c.early = r.number(), c.early_by = r.signed_number();
  }
}
inline void write(byte_writer& w, scorecard const& s) {
  for_each_count(s, [&](std::uint64_t n) { w.number(n); });
  w.signed_number(s.word_latency);
  write(w, s.word_delays);
  write(w, s.claims);
  write(w, s.commitments);
}
inline void read(byte_reader& r, scorecard& s) {
  for_each_count(s, [&](std::uint64_t& n) { n = r.number(); });
  s.word_latency = r.signed_number();
  read(r, s.word_delays);
  read(r, s.claims);
  read(r, s.commitments);
}

}  // namespace lupaus::inline v0::detail
