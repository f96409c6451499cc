// SPDX-License-Identifier: BSL-1.0
//
// One event of EPCIS 2.0, taken out of its JSON-LD: the members that the monitor can use. Others,
// those of extensions too, are not looked at.
#pragma once

#include "lupaus/io/log/epcis_words.hpp"
#include "lupaus/io/log/log_reading.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

struct epcis_transaction {
  std::string_view type;  ///< a bare word, or somebody else's; empty: none
  std::string_view id;
};
struct epcis_quantity {
  std::string_view object_class;
  json_place at = no_place;  ///< of the number; none: it is not said
  bool is_measured = false;  ///< in a unit of measure, as KGM
};

struct epcis_event {
  std::string_view type, action, step, disposition, read_point, location, id;
  seconds_t at = 0;
  seconds_t recorded_at = 0;  ///< as soon as whoever reads the repository can know; else `at`
  std::string_view parent;
  std::vector<std::string_view> objects;  ///< without the parent
  std::vector<epcis_quantity> quantities;
  std::vector<epcis_transaction> transactions;
  bool is_wrong = false;      ///< an error declaration: it did not occur, or not so
  seconds_t declared_at = 0;  ///< of that

  bool is_linked() const {  ///< what is in what, or goes with what
    return type == "AggregationEvent" || type == "AssociationEvent";
  }
};

/// Reads an event; what is wrong with it is a fault of the source.
class epcis_event_reader {
 public:
  static constexpr std::size_t longest_id = 1'000;

  explicit epcis_event_reader(json_source& s) : source_{&s} {}

  void read(epcis_event& e) {
    json_object o{*source_, 0, "an event"};
    if (!o) return;
    read_type(o, e);
    if (auto const t = needed_moment(*source_, o, "eventTime")) e.at = e.recorded_at = *t;
    if (auto const offset = needed_text(*source_, o, "eventTimeZoneOffset");
        offset && !is_offset(*offset))
      fail(o.look("eventTimeZoneOffset"), "an offset as +02:00 is expected, of at most 14 hours");
    if (o.has("recordTime"))
      if (auto const t = needed_moment(*source_, o, "recordTime")) e.recorded_at = *t;
    e.id = id_in(o, "eventID");
    e.step = word_in(o, "bizStep", step_words, epcis_steps);
    e.disposition = word_in(o, "disposition", disposition_words, epcis_dispositions);
    e.read_point = place_in(o, "readPoint");
    e.location = place_in(o, "bizLocation");
    e.parent = id_in(o, "parentID");
    for (auto const list : {"epcList", "childEPCs", "inputEPCList", "outputEPCList"})
      read_objects(o, list, e);
    for (auto const list :
         {"quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"})
      read_quantities(o, list, e);
    read_transactions(o, e);
    read_declaration(o, e);
  }

 private:
  void read_type(json_object& o, epcis_event& e) {
    auto const type = needed_text(*source_, o, "type");
    if (!type) return;
    e.type = *type;
    if (is_foreign_word(e.type)) return;
    auto const at = o.look("type");
    if (!word_of(*source_, at, epcis_types, "type of event")) return;
    if (e.type == "TransformationEvent") return;
    auto const action = needed_text(*source_, o, "action");
    if (action && word_of(*source_, o.look("action"), epcis_actions, "action")) e.action = *action;
    if (e.type == "TransactionEvent" && !o.has("bizTransactionList"))
      fail(0, "the member 'bizTransactionList' is missing, of which a TransactionEvent is");
    if (e.is_linked() && e.action != "OBSERVE" && !o.has("parentID"))
      fail(0,
           "the member 'parentID' is missing, to which something is added or from which it is "
           "taken");
  }
  template <class Words>
  std::string_view word_in(json_object& o, std::string_view name, epcis_vocabulary const& v,
                           Words const& known) {
    auto const at = o.find(name);
    return at == no_place ? std::string_view{} : word_at(at, v, known);
  }
  template <class Words>
  std::string_view word_at(json_place at, epcis_vocabulary const& v, Words const& known) {
    auto const text = text_of(*source_, at);
    if (!text) return {};
    auto const bare = bare_word(*text, v);
    if (is_foreign_word(bare)) return bare;
    for (std::string_view k : known)
      if (k == bare) return bare;
    source_->fail(
        at, error_code::unknown_name,
        {in_quotes(*text), " is no ", v.what, " of CBV; a word of another vocabulary is a URI"},
        source_->nearest(bare, known));
    return {};
  }
  std::string_view id_in(json_object& o, std::string_view name) {
    auto const at = o.find(name);
    return at == no_place ? std::string_view{} : id_at(at);
  }
  std::string_view id_at(json_place at) {
    auto const text = text_of(*source_, at, "an id");
    if (!text) return {};
    if (!text->empty() && text->size() <= longest_id) return *text;
    fail(at, "an id of 1 to 1000 bytes is expected");
    return {};
  }
  std::string_view place_in(json_object& o, std::string_view name) {
    auto const at = o.find(name);
    if (at == no_place) return {};
    json_object place{*source_, at};
    return place ? id_in(place, "id") : std::string_view{};
  }
  void read_objects(json_object& o, std::string_view name, epcis_event& e) {
    auto const list = o.find(name);
    if (list == no_place) return;
    for_each_in(*source_, list, [&](json_place at) {
      if (auto const id = id_at(at); !id.empty()) e.objects.push_back(id);
    });
  }
  void read_quantities(json_object& o, std::string_view name, epcis_event& e) {
    auto const list = o.find(name);
    if (list == no_place) return;
    for_each_in(*source_, list, [&](json_place at) {
      json_object q{*source_, at, "a quantity"};
      if (!q) return;
      epcis_quantity read{needed_text(*source_, q, "epcClass").value_or(""), q.find("quantity"),
                          q.has("uom")};
      if (read.at == no_place || expect(*source_, read.at, json_kind::number))
        e.quantities.push_back(read);
    });
  }
  void read_transactions(json_object& o, epcis_event& e) {
    auto const list = o.find("bizTransactionList");
    if (list == no_place) return;
    for_each_in(*source_, list, [&](json_place at) {
      json_object t{*source_, at, "a business transaction"};
      if (!t) return;
      epcis_transaction read{word_in(t, "type", transaction_words, epcis_transactions), {}};
      if (needed_text(*source_, t, "bizTransaction")) read.id = id_at(t.look("bizTransaction"));
      e.transactions.push_back(read);
    });
  }
  void read_declaration(json_object& o, epcis_event& e) {
    auto const at = o.find("errorDeclaration");
    if (at == no_place) return;
    json_object d{*source_, at, "an error declaration"};
    if (!d) return;
    e.is_wrong = true;
    if (auto const t = needed_moment(*source_, d, "declarationTime")) e.declared_at = *t;
    auto const reason = word_in(d, "reason", reason_words, epcis_reasons);
    std::size_t others = 0;
    if (auto const list = d.find("correctiveEventIDs"); list != no_place)
      for_each_in(*source_, list, [&](json_place id) { others += id_at(id).empty() ? 0U : 1U; });
    if (reason == "did_not_occur" && others > 0)
      fail(d.look("correctiveEventIDs"),
           "what did not occur has no corrective events (CBV 2.0, error reasons)");
    if (!o.has("eventID"))
      fail(at, "an error declaration is of the event of this eventID, and there is none");
  }
  void fail(json_place at, std::string const& message) {
    source_->fail(at, error_code::bad_value, {message});
  }

  json_source* source_;
};

}  // namespace lupaus::inline v0::detail::io
