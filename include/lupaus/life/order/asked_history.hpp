// SPDX-License-Identifier: BSL-1.0
//
// What somebody wanted to know of the earlier attempts of an order: only that is remembered of them
// (S8 of docs/explanation/semantics.md).
#pragma once

#include "lupaus/model/view.hpp"

#include <cstddef>
#include <vector>

namespace lupaus::inline v0::detail {

/// Notes what is asked for, so that a plan can make room for it.
class asked_history {
 public:
  /// How often something is remembered to have happened: so often, or more.
  static constexpr std::size_t most = 3;

  explicit asked_history(model_view const& m)
      : events_(m.events.size()), replacements_(m.parts.size()) {}

  /// How often the event, of a leaf part, has happened to each unit.
  void note(event_id e) { set(events_[e.index()]); }
  /// The requests for another one of each unit of a leaf part, and the last answer.
  void note(part_id p) { set(replacements_[p.index()]); }
  /// The same of the requests to cancel.
  void note_cancellations() { set(cancellations_); }

  /// All that can be asked.
  void note_all(model_view const& m) {
    for (auto e : m.events.ids()) note(e);
    for (auto p : m.parts.ids()) note(p);
    note_cancellations();
  }

  bool has(event_id e) const { return events_[e.index()] != 0; }
  bool has(part_id p) const { return replacements_[p.index()] != 0; }
  bool has_cancellations() const { return cancellations_ != 0; }
  /// How much was asked for so far; it never shrinks.
  std::size_t size() const { return size_; }

 private:
  void set(char& x) {
    if (x == 0) ++size_;
    x = 1;
  }

  std::vector<char> events_, replacements_;
  char cancellations_ = 0;
  std::size_t size_ = 0;
};

}  // namespace lupaus::inline v0::detail
