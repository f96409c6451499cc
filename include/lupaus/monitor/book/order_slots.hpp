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

  order_slot() = default;
  order_slot(order_slot const&) = delete;
  order_slot& operator=(order_slot const&) = delete;
  ~order_slot() { forget_rest(); }

  short_text number;
  seconds_t placed_at = 0;
  seconds_t wakes_at = never;  ///< it is looked at again then, or before
  plain_set done = 0;          ///< parts
  plain_set owed_terms = 0, broken_terms = 0;
  std::uint32_t owed_words = 0, broken_words = 0;  ///< of all word that it came to owe, in a row
  std::uint32_t seen = 0;                          ///< the latest record's time, since the order
  std::uint8_t records = 0, capacity = 0;
  std::uint8_t taken = 0;  ///< of the records, without those that follow; with the placing
  std::uint8_t words = 0;
  std::uint8_t breaches = 0, remarks = 0;  ///< that were told
  static constexpr std::uint8_t by_term = 255;
  std::uint8_t broken_by = by_term;  ///< the word through which the promise was broken
  bool is_used : 1 = false, is_promise_broken : 1 = false;
  bool is_firm_broken : 1 = false, is_watermelon : 1 = false, is_revised : 1 = false;

  /// None: it goes a plain way, or the slot is free.
  order_log* log() const { return is_general_ ? static_cast<order_log*>(rest_) : nullptr; }
  /// It goes a plain way no more.
  order_log& go_on_in(std::unique_ptr<order_log> log) {
    forget_rest();
    records = capacity = 0;
    is_general_ = true;
    rest_ = log.release();
    return *static_cast<order_log*>(rest_);
  }
  /// Where the records are when they are many.
  plain_record* more() const { return is_general_ ? nullptr : static_cast<plain_record*>(rest_); }
  void move_to(std::unique_ptr<plain_record[]> larger) {
    forget_rest();
    rest_ = larger.release();
  }

 private:
  void forget_rest() {
    if (is_general_)
      delete static_cast<order_log*>(rest_);
    else
      delete[] static_cast<plain_record*>(rest_);
    rest_ = nullptr;
  }

  bool is_general_ : 1 = false;
  void* rest_ = nullptr;
};

/// A slot is followed by times of its terms, and by the first of its records: mostly all in two
/// lines of a processor's cache.
class order_slots {
 public:
  /// How many times a slot has, and how many records at least without more memory.
  order_slots(std::size_t times, std::size_t records)
      : times_{times},
        stride_{(size_of(times, records) + line - 1) / line * line},
        few_{(stride_ - size_of(times, 0)) / sizeof(plain_record)} {}
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
  std::pair<std::uint32_t, bool> find_or_add(std::string_view number, std::uint32_t hash) {
    auto slot = find(number, hash);
    if (slot != order_slot::no_slot) return {slot, false};
    slot = fresh();
    auto& s = (*this)[slot];
    s.number.assign(number);
    s.is_used = true;
    index_.add(hash, slot);
    return {slot, true};
  }
  /// Two steps by which orders come near that are asked for next. The second one reads: where the
  /// processor does not know the page yet, it fetches nothing that is not read.
  void prefetch(std::uint32_t hash) const { index_.prefetch(hash); }
  void touch(std::uint32_t hash) const {
    auto const slot = index_.guess(hash);
    if (slot == order_slot::no_slot) return;
    auto const* const at = place(slot);
    static_cast<void>(*static_cast<std::byte const volatile*>(at));
    LUPAUS_PREFETCH(at + line);
  }
  void prefetch_slot(std::uint32_t slot) const { LUPAUS_PREFETCH(place(slot)); }
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
    if (auto* const more = s.more()) return more;
    return reinterpret_cast<plain_record*>(times(s) + times_);
  }
  plain_record const* records(order_slot const& s) const {
    return records(const_cast<order_slot&>(s));
  }
  seconds_t const* times(order_slot const& s) const { return times(const_cast<order_slot&>(s)); }
  /// Precondition: it has less than `most_records`.
  static constexpr std::size_t most_records = 120;
  void add(order_slot& s, plain_record r) const {
    auto const capacity = s.more() ? s.capacity : few_;
    if (s.records == capacity) {
      auto const larger = (std::min)(2 * capacity, most_records);
      auto more = std::make_unique<plain_record[]>(larger);
      std::copy_n(records(s), s.records, more.get());
      s.move_to(std::move(more));
      s.capacity = static_cast<std::uint8_t>(larger);
    }
    records(s)[s.records++] = r;
  }

 private:
  static constexpr std::size_t per_block = 128, line = 64;
  struct free_block {
    void operator()(std::byte* b) const { ::operator delete (b, std::align_val_t{line}); }
  };
  using block = std::unique_ptr<std::byte, free_block>;

  static constexpr std::size_t size_of(std::size_t times, std::size_t records) {
    return sizeof(order_slot) + times * sizeof(seconds_t) + records * sizeof(plain_record);
  }

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
      blocks_.push_back(block{
          static_cast<std::byte*>(::operator new (per_block* stride_, std::align_val_t{line}))});
    ::new (place(end_)) order_slot;
    return end_++;
  }

  std::size_t times_, stride_, few_;
  std::vector<block> blocks_;
  std::vector<std::uint32_t> free_;
  order_index index_;
  std::uint32_t end_ = 0;
};

}  // namespace lupaus::inline v0::detail
