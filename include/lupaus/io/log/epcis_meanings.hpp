// SPDX-License-Identifier: BSL-1.0
//
// What an event of EPCIS means for an order: by the mapping of the host, or by the table.
#pragma once

#include "lupaus/io/log/epcis_event.hpp"
#include "lupaus/io/log/epcis_sense.hpp"
#include "lupaus/io/log/log_mappings.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

class epcis_meanings_of {
 public:
  /// Both must outlive it.
  epcis_meanings_of(model_view const& m, epcis_mapping& mapping)
      : m_{&m}, mapping_{&mapping}, senses_{m} {
    for (auto& r : mapping.rules) {
      r.step = bare_word(r.step, step_words);
      r.disposition = bare_word(r.disposition, disposition_words);
    }
  }

  /// Finds what it means; `all`: the objects that it is about. Where it means nothing, says why; or
  /// it is a fault of the source.
  skip_reason find(json_source& s, epcis_event const& e, std::vector<std::string_view> const& all) {
    source_ = &s, all_ = &all;
    found_.clear();
    auto const* const r = rule_of(e);
    if (!r && is_foreign_word(e.type)) return skip_reason::other_type;
    return r ? by_rule(*r) : by_table(e);
  }
  std::vector<order_event> const& found() const { return found_; }

  /// What a part carries, or the part itself.
  part_id good_of(part_id part) const {
    return m_->parts[part].carries ? m_->parts[part].carries : part;
  }

 private:
  epcis_rule const* rule_of(epcis_event const& e) const {
    for (auto const& r : mapping_->rules)
      if (fits(r, e)) return &r;
    return nullptr;
  }
  bool fits(epcis_rule const& r, epcis_event const& e) const {
    auto const is = [](std::string const& wanted, std::string_view found) {
      return wanted.empty() || wanted == found;
    };
    auto const begins = [](std::string const& wanted, std::string_view found) {
      return found.starts_with(wanted);
    };
    return is(r.type, e.type) && is(r.action, e.action) && is(r.step, e.step) &&
           is(r.disposition, e.disposition) && begins(r.read_point, e.read_point) &&
           begins(r.location, e.location) && (r.object.empty() || has_object(e, r.object));
  }
  bool has_object(epcis_event const& e, std::string_view wanted) const {
    auto const begins = [&](std::string_view o) { return o.starts_with(wanted); };
    return std::any_of(all_->begin(), all_->end(), begins) ||
           std::any_of(e.quantities.begin(), e.quantities.end(),
                       [&](auto const& q) { return begins(q.object_class); });
  }
  skip_reason by_rule(epcis_rule const& r) {
    if (!r.is) return skip_reason::set_aside;
    found_.push_back(*r.is);
    return skip_reason::none;
  }
  skip_reason by_table(epcis_event const& e) {
    if (!mapping_->uses_table) return skip_reason::no_meaning;
    if (e.type == "TransactionEvent" && e.action == "DELETE") return skip_reason::unlinked;
    auto const row = meaning_of(e.step, e.disposition);
    if (row == no_meaning) return skip_reason::no_meaning;
    order_event means;
    switch (epcis_meanings[row].sense) {
      case epcis_sense::ordered:
        means.kind = order_event_kind::placed;
        found_.push_back(means);
        return skip_reason::none;
      case epcis_sense::refused:
        return refuse(
            error_code::bad_value,
            "'void_shipping' does not say which event did not occur; an error declaration "
            "of that event does");
      default: break;
    }
    auto const& events = senses_.events(row);
    if (events.empty()) return skip_reason::not_promised;
    std::string names;
    for (auto const i : events) {
      auto const of = m_->events[i].of;
      if (events.size() > 1 && !is_of_goods(e, of)) continue;
      means.event = i;
      found_.push_back(means);
    }
    if (!found_.empty()) return skip_reason::none;
    for (auto const i : events)
      names += (names.empty() ? "'" : ", '") + std::string{m_->parts[m_->events[i].of].name} + "'";
    return refuse(error_code::contradiction,
                  "this may be of several parts: " + names +
                      "; the mapping says which, by a rule or by the goods");
  }
  // Of the part's goods, as the mapping tells them apart.
  bool is_of_goods(epcis_event const& e, part_id part) const {
    for (auto const& g : mapping_->goods)
      if (g.good == good_of(part) && has_object(e, g.object)) return true;
    return false;
  }
  skip_reason refuse(error_code code, std::string const& message) {
    source_->fail(0, code, {message});
    return skip_reason::none;
  }

  model_view const* m_;
  epcis_mapping const* mapping_;
  epcis_senses senses_;
  json_source* source_ = nullptr;
  std::vector<std::string_view> const* all_ = nullptr;
  std::vector<order_event> found_;
};

}  // namespace lupaus::inline v0::detail::io
