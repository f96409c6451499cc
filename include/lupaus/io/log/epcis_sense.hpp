// SPDX-License-Identifier: BSL-1.0
//
// The table of what EPCIS means for an order, found in one promise: which of its events each row
// can be.
#pragma once

#include "lupaus/io/log/epcis_words.hpp"
#include "lupaus/life/order/order_ways.hpp"
#include "lupaus/model/view.hpp"

#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// The events of a promise that a row of the table may mean; for goods that are told apart, each
/// its own.
class epcis_senses {
 public:
  explicit epcis_senses(model_view const& m) {
    std::size_t row = 0;
    for (auto const& meaning : epcis_meanings) find(m, meaning, events_[row++]);
  }
  std::vector<event_id> const& events(std::size_t row) const { return events_[row]; }

 private:
  static void find(model_view const& m, epcis_meaning const& meaning, std::vector<event_id>& all) {
    for (auto const i : m.events.ids()) {
      auto const& e = m.events[i];
      if (!is_of_life(m, i) || !e.of || !is_leaf(m.parts[e.of])) continue;
      auto const& p = m.parts[e.of];
      auto const is_work = p.kind == part_kind::service;
      auto is_it = false;
      switch (meaning.sense) {
        case epcis_sense::shipped: is_it = e.kind == event_kind::started && p.carries; break;
        case epcis_sense::delivered: is_it = e.kind == event_kind::completed && p.carries; break;
        case epcis_sense::performed:
          is_it = e.kind == event_kind::completed && is_work && !p.carries;
          break;
        case epcis_sense::fails:
          is_it = e.kind == event_kind::failed && is_called(e.name, meaning.name);
          break;
        case epcis_sense::step:
          is_it = e.kind == event_kind::step && is_called(e.name, meaning.name);
          break;
        case epcis_sense::ordered:
        case epcis_sense::refused: break;
      }
      if (is_it) all.push_back(i);
    }
  }
  /// "mismatch_class" is "mismatch class".
  static bool is_called(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
      if ((a[i] == '_' ? ' ' : a[i]) != b[i]) return false;
    return true;
  }

  std::array<std::vector<event_id>, std::size(epcis_meanings)> events_;
};

}  // namespace lupaus::inline v0::detail::io
