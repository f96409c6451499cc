// SPDX-License-Identifier: BSL-1.0
//
// Where the orders of a book are: one after the other in blocks, and in slots that are used again.
#pragma once

#include "lupaus/monitor/book/order_index.hpp"
#include "lupaus/monitor/book/plain_promise.hpp"
#include "lupaus/monitor/book/short_text.hpp"
#include "lupaus/monitor/order_log.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// A record of an order that goes a plain way: what happened, or of what somebody was told.
struct plain_record {
  static constexpr std::uint8_t nobody = 255;    ///< it happened
  static constexpr std::uint8_t followed = 254;  ///< it happened, by the promise, and is no record

  std::uint16_t low = 0, high = 0;  // of the seconds since the order; four bytes would stand apart
  std::uint8_t event = 0;
  std::uint8_t who = nobody;

  plain_record() = default;
  plain_record(std::uint32_t seconds, event_id e, std::uint8_t to)
      : low{static_cast<std::uint16_t>(seconds)},
        high{static_cast<std::uint16_t>(seconds >> 16)},
        event{static_cast<std::uint8_t>(e.value)},
        who{to} {}
  std::uint32_t seconds() const { return low | std::uint32_t{high} << 16; }
  event_id of() const { return event_id{event}; }
  bool is_word() const { return who < followed; }
};
static_assert(sizeof(plain_record) == 6);

/// One order. While it goes a plain way it is its records, and which limits have passed.
struct order_slot {
  static constexpr seconds_t never = due_time::never;
  static constexpr std::uint32_t no_slot = order_index::none;

  short_text number;
  seconds_t placed_at = 0;
  seconds_t wakes_at = never;  ///< it is looked at again then, or before
  plain_set done = 0;          ///< parts
  plain_set owed_terms = 0, broken_terms = 0;
  std::uint32_t owed_words = 0, broken_words = 0;  ///< of all word that it came to owe, in a row
  plain_set in_jeopardy = 0;                       ///< terms of which that has been told
  std::uint32_t seen = 0;                          ///< the latest record's time, since the order
  std::uint8_t records = 0, capacity = 0;
  std::uint8_t taken = 0;  ///< of the records, without those that follow; with the placing
  std::uint8_t words = 0;
  std::uint8_t breaches = 0, remarks = 0;  ///< that were told
  bool is_used = false;
  bool is_promise_broken : 1 = false, is_firm_broken : 1 = false, is_watermelon : 1 = false;
  std::unique_ptr<order_log> log;        ///< none: it goes a plain way, or the slot is free
  std::unique_ptr<plain_record[]> more;  ///< where the records are when they are many
};

/// A slot is followed by times of its terms, and by the first of its records.
class order_slots {
 public:
  /// How many times a slot has, and how many records without more memory.
  order_slots(std::size_t times, std::size_t records)
      : times_{times},
        few_{records},
        stride_{(sizeof(order_slot) + times * sizeof(seconds_t) + records * sizeof(plain_record) +
                 alignof(order_slot) - 1) /
                alignof(order_slot) * alignof(order_slot)} {}
  order_slots(order_slots const&) = delete;
  order_slots& operator=(order_slots const&) = delete;
  ~order_slots() {
    for (std::uint32_t i = 0; i < end_; ++i) (*this)[i].~order_slot();
  }

  std::size_t size() const { return index_.size(); }
  order_slot& operator[](std::uint32_t slot) const {
    return *std::launder(reinterpret_cast<order_slot*>(place(slot)));
  }
  /// Which slot has the order; `order_slot::no_slot` where none has.
  std::uint32_t find(std::string_view number) const { return find(number, number_hash(number)); }
  /// The same, and where none has it takes a fresh one; true then.
  std::pair<std::uint32_t, bool> find_or_add(std::string_view number) {
    auto const hash = number_hash(number);
    auto slot = find(number, hash);
    if (slot != order_slot::no_slot) return {slot, false};
    slot = fresh();
    auto& s = (*this)[slot];
    s.number.assign(number);
    s.is_used = true;
    index_.add(hash, slot);
    return {slot, true};
  }
  /// Nothing of the order is left.
  void remove(std::uint32_t slot) {
    index_.remove(number_hash((*this)[slot].number.view()), slot);
    (*this)[slot].~order_slot();
    std::memset(place(slot), 0, stride_);
    ::new (place(slot)) order_slot;
    free_.push_back(slot);
  }
  void clear() {
    for (std::uint32_t i = 0; i < end_; ++i) (*this)[i].~order_slot();
    blocks_.clear();
    free_.clear();
    index_.clear();
    end_ = 0;
  }
  /// In no order that means anything.
  template <class F>
  void for_each(F&& f) const {
    for (std::uint32_t i = 0; i < end_; ++i)
      if (auto& s = (*this)[i]; s.is_used) f(i, s);
  }

  /// Of the terms of the promise: when the plain ones are due, or their jeopardy begins.
  seconds_t* times(order_slot& s) const { return reinterpret_cast<seconds_t*>(&s + 1); }
  plain_record* records(order_slot& s) const {
    if (s.more) return s.more.get();
    return reinterpret_cast<plain_record*>(times(s) + times_);
  }
  plain_record const* records(order_slot const& s) const {
    return records(const_cast<order_slot&>(s));
  }
  seconds_t const* times(order_slot const& s) const { return times(const_cast<order_slot&>(s)); }
  /// Precondition: it has less than `most_records`.
  static constexpr std::size_t most_records = 120;
  void add(order_slot& s, plain_record r) const {
    auto const capacity = s.more ? s.capacity : few_;
    if (s.records == capacity) {
      auto const larger = 2 * capacity + 2;
      auto more = std::make_unique<plain_record[]>(larger);
      std::copy_n(records(s), s.records, more.get());
      s.more = std::move(more);
      s.capacity = static_cast<std::uint8_t>(larger);
    }
    records(s)[s.records++] = r;
  }
  /// It goes a plain way no more.
  static void forget_plain(order_slot& s) {
    s.more.reset();
    s.records = s.capacity = 0;
  }

 private:
  static constexpr std::size_t per_block = 128;

  std::byte* place(std::uint32_t slot) const {
    return blocks_[slot / per_block].get() + slot % per_block * stride_;
  }
  std::uint32_t find(std::string_view number, std::uint32_t hash) const {
    return index_.find(hash, [&](std::uint32_t s) { return (*this)[s].number.view() == number; });
  }
  std::uint32_t fresh() {
    if (!free_.empty()) {
      auto const slot = free_.back();
      free_.pop_back();
      return slot;
    }
    if (end_ == blocks_.size() * per_block)
      blocks_.push_back(std::make_unique<std::byte[]>(per_block * stride_));
    ::new (place(end_)) order_slot;
    return end_++;
  }

  std::size_t times_, few_, stride_;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::vector<std::uint32_t> free_;
  order_index index_;
  std::uint32_t end_ = 0;
};

}  // namespace lupaus::inline v0::detail
