// SPDX-License-Identifier: BSL-1.0
//
// From an event of EPCIS to records of orders: what it means, by the mapping or by the table; of
// which orders it is; and which units.
#pragma once

#include "lupaus/io/log/epcis_event.hpp"
#include "lupaus/io/log/epcis_meanings.hpp"
#include "lupaus/io/log/epcis_objects.hpp"
#include "lupaus/io/log/log_mappings.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

class epcis_records {
 public:
  static constexpr std::size_t most_orders = 1'000;  ///< of one event

  /// The model must outlive it.
  epcis_records(model_view const& m, epcis_mapping mapping)
      : m_{&m},
        mapping_{std::move(mapping)},
        meanings_{m, mapping_},
        objects_{mapping_.most_objects} {
    for (auto& t : mapping_.orders) t = bare_word(t, transaction_words);
  }
  epcis_records(epcis_records const&) = delete;
  epcis_records& operator=(epcis_records const&) = delete;

  /// Appends its records; where it has none, says why. Faults are those of the source, in which the
  /// event stands.
  skip_reason read(json_source& s, epcis_event const& e, std::vector<order_event>& records) {
    source_ = &s;
    auto const faults = s.faults.size();
    all_.clear(), leaves_.clear(), orders_.clear();
    if (!unpack(e)) return refuse(error_code::too_large, "an event is about at most 10000 objects");
    find_orders(e);
    if (orders_.size() > most_orders)
      return refuse(error_code::too_large, "an event is about at most 1000 orders");
    auto why = meanings_.find(s, e, all_);
    if (s.faults.size() == faults && why == skip_reason::none) {
      if (orders_.empty()) why = skip_reason::no_order;
      for (auto const order : orders_)
        for (auto const& means : meanings_.found()) add_records(e, order, means, records);
    }
    if (!e.is_wrong) learn(e);  // what it says of objects counts, whatever it means
    return why;
  }

 private:
  // ---- orders, and what is remembered

  // What is in the objects; or in the parent, where it stands for them.
  bool unpack(epcis_event const& e) {
    if (e.objects.size() > epcis_objects::most_in_one) return false;
    if (!e.objects.empty() || e.parent.empty()) {
      auto const fits = objects_.unpack(e.objects, all_, leaves_);
      if (!e.parent.empty()) all_.push_back(e.parent);
      return fits;
    }
    return objects_.unpack({e.parent}, all_, leaves_);
  }

  void find_orders(epcis_event const& e) {
    is_by_transaction_ = false;
    for (auto const& type : mapping_.orders) {
      for (auto const& t : e.transactions)
        if (t.type == type && orders_.size() <= most_orders)
          add_distinct(orders_, order_number(t.id, mapping_.without));
      is_by_transaction_ = !orders_.empty();
      if (is_by_transaction_) return;
    }
    for (auto const o : all_)
      if (auto const* const known = objects_.orders_of(o))
        for (auto const& order : *known)
          if (orders_.size() <= most_orders) add_distinct(orders_, order);
  }
  void learn(epcis_event const& e) {
    auto const is_unlinked = e.type == "TransactionEvent" && e.action == "DELETE";
    for (auto const o : all_) {
      if (!is_by_transaction_) break;
      if (is_unlinked)
        objects_.forget(o);
      else
        objects_.remember(o, orders_);
    }
    if (!e.is_linked() || e.parent.empty()) return;
    if (e.action == "DELETE")
      objects_.take_out(e.parent, e.objects);
    else
      objects_.put_in(e.parent, e.objects);
  }

  // ---- units

  void add_records(epcis_event const& e, std::string_view order, order_event const& means,
                   std::vector<order_event>& records) {
    order_event r = means;
    r.order = order;
    r.at = e.at;
    r.id = e.id;
    r.unit = 0;
    auto const part = part_of(r);
    auto const units = part ? units_of(*m_, part) : 1;
    if (units <= 1) return add(e, r, 0, records);
    auto const good = meanings_.good_of(part);
    std::uint32_t n = 0;
    auto is_any = false;
    for (auto const& o : leaves_) {
      if (!is_unit_of(o, order, good)) continue;
      is_any = true;
      if (e.is_wrong) {
        add(e, r, n++, records);
        continue;
      }
      auto const unit = objects_.unit_of(order, good, o.id, units);
      if (!unit) return too_many(order, part, units);
      r.unit = *unit;
      add(e, r, n++, records);
    }
    for (auto const& q : e.quantities)
      if (is_class_of(q.object_class, good)) {
        is_any = true;
        if (!add_quantity(e, q, r, part, units, n, records)) return;
      }
    if (is_any) return;
    if (!leaves_.empty() || !e.quantities.empty())
      return void(refuse(error_code::missing,
                         "'" + std::string{m_->parts[part].name} + "' has " +
                             std::to_string(units) +
                             " units, and no object of this event is known to be one of order " +
                             in_quotes(order)));
    for (; n < units; ++n) {
      r.unit = n;
      add(e, r, n, records);
    }
  }
  bool add_quantity(epcis_event const& e, epcis_quantity const& q, order_event& r, part_id part,
                    std::size_t units, std::uint32_t& n, std::vector<order_event>& records) {
    auto count = static_cast<std::int64_t>(units);
    if (q.is_measured) {
      source_->fail(q.at == no_place ? 0 : q.at, error_code::unit_mismatch,
                    {"a number of units is expected, and a measured quantity was found"});
      return false;
    }
    if (q.at != no_place) {
      auto const said = integer_of(*source_, q.at, 1, static_cast<std::int64_t>(units));
      if (!said) return false;
      count = *said;
    }
    if (objects_.has_units(r.order, meanings_.good_of(part))) {
      refuse(error_code::contradiction, "the units of order " + in_quotes(r.order) +
                                            " go by their objects, and a quantity does not say "
                                            "which they are");
      return false;
    }
    for (; count > 0; --count) {
      auto const record = e.id.empty() ? std::string{} : record_id(e, n);
      if (e.is_wrong) {
        objects_.free_unit(r.order, r.event, record);
      } else {
        auto const unit = objects_.next_unit(r.order, r.event, record, units);
        if (!unit) {
          too_many(r.order, part, units);
          return false;
        }
        r.unit = *unit;
      }
      add(e, r, n++, records);
    }
    return true;
  }
  void too_many(std::string_view order, part_id part, std::size_t units) {
    refuse(error_code::contradiction, "order " + in_quotes(order) + " has " +
                                          std::to_string(units) + " units of '" +
                                          std::string{m_->parts[part].name} +
                                          "', and this is one more; or more objects are "
                                          "remembered than the mapping lets");
  }
  // What an event names beside its one order is of that order. Else it is known to be, and where
  // the event names several orders, of no other.
  bool is_unit_of(epcis_leaf const& o, std::string_view order, part_id good) const {
    if (!is_class_of(o.id, good) || is_unopened(o.id)) return false;
    auto const* const known = objects_.orders_of(o.id);
    if (is_by_transaction_ && orders_.size() == 1 && (o.is_named || !known)) return true;
    return known && (!is_by_transaction_ || known->size() == 1) &&
           std::find(known->begin(), known->end(), order) != known->end();
  }
  // A parcel of which nobody has said what is in it (SSCC; in a web address, key 00).
  static bool is_unopened(std::string_view object) {
    return object.starts_with("urn:epc:id:sscc:") || object.find("/00/") != object.npos;
  }
  bool is_class_of(std::string_view object, part_id good) const {
    auto is_told_apart = false;
    for (auto const& g : mapping_.goods) {
      if (g.good != good) continue;
      if (object.starts_with(g.object)) return true;
      is_told_apart = true;
    }
    return !is_told_apart;
  }
  part_id part_of(order_event const& r) const {
    if (r.event) return is_of_life(*m_, r.event) ? m_->events[r.event].of : part_id{};
    return r.part;
  }
  static std::string record_id(epcis_event const& e, std::uint32_t n) {
    return n == 0 ? std::string{e.id} : std::string{e.id} + "#" + std::to_string(n + 1);
  }
  // The n-th record of the event for its order, and the word of it; or, of an error, that they did
  // not occur.
  void add(epcis_event const& e, order_event r, std::uint32_t n,
           std::vector<order_event>& records) {
    if (!e.id.empty()) r.id = record_id(e, n);
    auto const id = r.id;
    put(e, r, records);
    if (r.kind != order_event_kind::happened) return;
    for (std::size_t i = 0; i < mapping_.told.size(); ++i) {
      r.kind = order_event_kind::told;
      r.who = mapping_.told[i];
      r.at = (std::max)(e.at, e.recorded_at);
      if (!id.empty()) r.id = id + "#told" + (i == 0 ? "" : std::to_string(i + 1));
      put(e, r, records);
    }
  }
  static void put(epcis_event const& e, order_event const& r, std::vector<order_event>& records) {
    if (!e.is_wrong) return records.push_back(r);
    order_event gone;
    gone.order = r.order;
    gone.at = e.declared_at;
    gone.kind = order_event_kind::withdrawn;
    gone.corrects = r.id;
    gone.id = r.id + "#error";
    records.push_back(std::move(gone));
  }

  skip_reason refuse(error_code code, std::string const& message) {
    source_->fail(0, code, {message});
    return skip_reason::none;
  }

  model_view const* m_;
  epcis_mapping mapping_;
  epcis_meanings_of meanings_;
  epcis_objects objects_;
  json_source* source_ = nullptr;
  std::vector<std::string_view> all_, orders_;  // of the event that is read
  std::vector<epcis_leaf> leaves_;
  bool is_by_transaction_ = false;
};

}  // namespace lupaus::inline v0::detail::io
