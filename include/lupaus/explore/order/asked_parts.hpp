// SPDX-License-Identifier: BSL-1.0
//
// Which parts a policy looks at when it decides on one: what it never asked about, it does not
// depend on.
#pragma once

#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lupaus::inline v0::detail {

/// Notes the leaf parts that were asked about, by what was to be decided: something about a leaf
/// part, or about the order. A decision that names a part, or money for some parts, asks about it.
class asked_parts {
 public:
  explicit asked_parts(model_view const& m)
      : m_{m}, parts_{m.parts.size()}, asked_((m.parts.size() + 1) * m.parts.size()) {}

  /// A decision about a part; none: about the order.
  void begin(part_id about) { row_ = (about ? about.index() : parts_) * parts_; }
  /// Of a composite, all that it is made of.
  void note(part_id p) {
    if (!m_.parts.contains(p)) return;
    if (is_leaf(m_.parts[p])) {
      asked_[row_ + p.index()] = true;
      return;
    }
    for (auto q : m_.parts.ids())
      if (is_leaf(m_.parts[q]) && is_within(m_, q, p)) asked_[row_ + q.index()] = true;
  }
  /// Of a report, the part of what is reported; of the order's own events, all or none.
  void note(event_id e) {
    if (!e || !m_.events.contains(e)) return;
    auto const& x = m_.events[cause_of(m_, e)];
    if (x.kind == event_kind::kept)
      note(whole);
    else if (!is_of_order(x.kind))
      note(x.of);
  }
  void note(rule_id r) {
    if (!m_.rules.contains(r)) return;
    auto const& x = m_.rules[r];
    for (auto e : {x.on, x.since, x.until, x.gate}) note(e);
  }

  /// How much was noted so far: it grows with whatever is asked for the first time.
  std::size_t noted() const {
    return static_cast<std::size_t>(std::count(asked_.begin(), asked_.end(), true));
  }
  /// `about`: none for the order.
  bool has(part_id about, part_id asked) const {
    return asked_[(about ? about.index() : parts_) * parts_ + asked.index()];
  }

 private:
  model_view m_;
  std::size_t parts_, row_ = 0;
  std::vector<bool> asked_;
};

}  // namespace lupaus::inline v0::detail
