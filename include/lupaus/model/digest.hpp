// SPDX-License-Identifier: BSL-1.0
//
// The short form of a model: what a validator asks of every promise of a catalogue, in one run of
// words, so that it reads a kilobyte where the columns take ten. It holds what the model says, in
// small numbers, and no verdict: whatever follows is left to those who read it.
//
// `lupaus/model/digest_writer.hpp` makes it. A model has one when it is built; of a promise written
// as a type there is none before somebody makes it.
#pragma once

#include "lupaus/model/event.hpp"
#include "lupaus/model/rule.hpp"
#include "lupaus/model/terms/quality.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// Rows of a digest, one word each. Parties and parts are numbered as in the model.
namespace digest_row {

inline constexpr std::uint8_t none = 0xff;

/// What the model has at all; else whole checks have nothing to look for.
enum trait : std::uint16_t {
  some_answerable = 1,          ///< a part was declared somebody's
  some_lack_mandate = 2,        ///< of those who claim
  some_bare_claims = 4,         ///< bound to no term
  some_exclude = 8,             ///< an incentive, or a quality whose bounds exclude each other
  some_requirements = 16,       ///< a commitment rests on a capability
  some_recourses = 32,          ///< somebody can recover a loss
  some_ends = 64,               ///< a contract ends with the order
  some_goods = 128,             ///< besides services
  some_presumptions = 256,      ///< of rules
  paid_on_the_spot = 512,       ///< she need not get out
  all_lead_times_known = 1024,  ///< of every leaf part, by its performer, by the clock
  lives_are_apart = 2048,       ///< no event of a part follows one of another
  lives_go_on = 4096,           ///< in the life of a part, later events have higher numbers
  some_gates = 8192,            ///< an action, no refusal, waits for an event
};

struct header {
  std::uint8_t parts, parties, seller, customer;
  std::uint16_t traits, events;
};
struct sizes {
  std::uint16_t qualities, claimed, committed, contracts;
};
struct more_sizes {
  std::uint16_t rules, conditions, waits, needs;
};
struct last_sizes {
  std::uint16_t notices, coordinations;
  std::uint8_t deadline;  ///< which of the qualities is the deadline
  std::uint8_t recovery;
  std::uint16_t unused;
};

/// A part. `can_end`: its completion can be reached in its own life.
struct part {
  enum : std::uint8_t { is_leaf = 1, can_end = 2, is_able = 4 };
  std::uint8_t performer, within, carries, flags;
  std::uint16_t completion;  ///< the event; `event_id::none` when it has none
  std::uint16_t unused;
};

/// A claimed term, or a commitment of the seller to the customer. Plain: the terms of its quality
/// are counted from its own beginning, and their values are small and tell their order; of others,
/// the model has the bound.
struct term {
  enum : std::uint8_t { is_work = 64, is_plain = 128 };
  std::uint16_t id;  ///< of the claim or commitment
  std::uint8_t about_and_flags, quality;
  std::uint32_t value;  ///< of what is plain: `bound::a`, and the highest bit where it is a time

  static constexpr std::uint32_t is_time = std::uint32_t{1} << 31U;
  constexpr std::uint8_t about() const { return about_and_flags & 63U; }
  constexpr bool does_work() const { return (about_and_flags & is_work) != 0; }
  constexpr bool tells_all() const { return (about_and_flags & is_plain) != 0; }
  constexpr std::int64_t amount() const { return value & ~is_time; }
};

/// Any commitment but those of the seller to the customer.
struct contract {
  enum : std::uint8_t { is_contract = 1, is_work = 2, overrides = 4, brings_about = 8 };
  std::uint16_t id;
  std::uint8_t debtor, creditor, about, quality, flags;
  std::uint8_t completes;  ///< the part whose completion it is to bring about, if one is named
};

struct event {
  std::uint8_t kind, of, holder, actor, good, unused;  ///< actor: if in every way it is one firm
  std::uint16_t subject;
};

struct rule {
  enum : std::uint8_t { has_gate = 1, has_since = 2 };
  std::uint16_t on, gate;
  std::uint8_t debtor, creditor, object;
  std::uint8_t action_and_flags;  ///< action · 4 + flags
};

/// A commitment depends on an event: its condition, or what its time is counted from.
struct condition {
  std::uint16_t commitment, on;
  std::uint8_t debtor, is_antecedent, can_dangle, unused;
};

struct notice {
  std::uint8_t from, to;
  std::uint16_t of;
  std::uint32_t unused;
};

/// Up to four parties or parts: of a need, a coordination (owner, before, after), or a wait.
struct tuple {
  std::uint8_t a, b, c, d;
  std::uint32_t unused;
};

}  // namespace digest_row

/// Rows of one kind.
template <class Row>
class digest_rows {
  // The linter takes the name of a row for a pointer.
  static_assert(sizeof(Row) == sizeof(std::uint64_t));  // NOLINT(bugprone-sizeof-expression)

 public:
  digest_rows() = default;
  digest_rows(std::uint64_t const* at, std::size_t size) : at_{at}, size_{size} {}
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Row operator[](std::size_t i) const { return std::bit_cast<Row>(at_[i]); }

 private:
  std::uint64_t const* at_ = nullptr;
  std::size_t size_ = 0;
};

/// Has the first words of a digest brought near, so that whoever reads it need not wait line by
/// line. Reads nothing: what lies beyond its end does no harm.
inline void fetch(void const* at, std::size_t lines = 18) {
#if defined(__GNUC__)
  constexpr std::size_t line = 64;
  for (std::size_t i = 0; i < lines; ++i)
    __builtin_prefetch(static_cast<char const*>(at) + i * line);
#else
  static_cast<void>(at), static_cast<void>(lines);
#endif
}

/// A digest, read: where its rows lie. O(1).
struct digest {
  digest() = default;
  explicit digest(std::uint64_t const* at) {
    auto const head = std::bit_cast<digest_row::header>(at[0]);
    auto const n = std::bit_cast<digest_row::sizes>(at[1]);
    auto const more = std::bit_cast<digest_row::more_sizes>(at[2]);
    auto const last = std::bit_cast<digest_row::last_sizes>(at[3]);
    at += 4;
    traits = head.traits;
    seller = head.seller;
    customer = head.customer;
    party_count = head.parties;
    deadline = last.deadline;
    recovery = last.recovery;
    departments = *at++;
    auto const take = [&](auto& rows, std::size_t size) {
      rows = {at, size};
      at += size;
    };
    take(parts, head.parts);
    take(after, head.parts);
    take(lead_times, head.parts);
    take(channels, head.parties);
    take(qualities, n.qualities);
    take(claimed, n.claimed);
    take(committed, n.committed);
    take(contracts, n.contracts);
    take(events, head.events);
    take(rules, more.rules);
    take(conditions, more.conditions);
    take(waits, more.waits);
    take(needs, more.needs);
    take(notices, last.notices);
    take(coordinations, last.coordinations);
  }

  bool has(digest_row::trait t) const { return (traits & t) != 0; }

  std::uint16_t traits = 0;
  std::size_t seller = 0, customer = 0, party_count = 0;
  std::uint8_t deadline = digest_row::none, recovery = digest_row::none;
  std::uint64_t departments = 0;  ///< a set of parties
  digest_rows<digest_row::part> parts;
  digest_rows<std::uint64_t> after;      ///< of each part, what comes right after it
  digest_rows<std::int64_t> lead_times;  ///< of each part, in seconds
  digest_rows<std::uint64_t> channels;   ///< of each firm, whom it can reach
  digest_rows<quality_type const*> qualities;
  digest_rows<digest_row::term> claimed, committed;
  digest_rows<digest_row::contract> contracts;
  digest_rows<digest_row::event> events;
  digest_rows<digest_row::rule> rules;
  digest_rows<digest_row::condition> conditions;
  digest_rows<digest_row::tuple> waits, needs;
  digest_rows<digest_row::notice> notices;
  digest_rows<digest_row::tuple> coordinations;
};

}  // namespace lupaus::inline v0::detail
