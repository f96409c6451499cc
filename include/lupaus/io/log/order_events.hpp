// SPDX-License-Identifier: BSL-1.0
//
// One record of a log of orders, in JSON. Names are those of the promise; an event is written as in
// the promise itself. The format: docs/reference/monitor.md.
#pragma once

#include "lupaus/io/log/promise_of_record.hpp"
#include "lupaus/io/reader/events.hpp"
#include "lupaus/io/reader/fields.hpp"
#include "lupaus/io/reader/names.hpp"
#include "lupaus/io/reader/parse.hpp"
#include "lupaus/io/reader/terms.hpp"
#include "lupaus/io/time_text.hpp"
#include "lupaus/model/view.hpp"
#include "lupaus/monitor/order_event.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Reads records against one promise. Keeps its memory from one record to the next.
class order_event_reader : named_in_promise {
 public:
  /// Both must outlive it.
  order_event_reader(model_view const& m, json_options const& options)
      : named_in_promise{m}, reading_{options}, source_{reading_.source} {}

  /// The promise is chosen for each record.
  explicit order_event_reader(json_options const& options)
      : named_in_promise{nullptr}, reading_{options}, source_{reading_.source} {}

  result<order_event> read(std::string_view line) {
    source_.begin(line);
    order_event e;
    if (parse_json(source_)) read_record(e);
    if (!source_.faults.empty()) return std::move(source_.faults);
    return e;
  }
  /// The same against the promise that `choose(order, said)` gives, as of `catalogue_of_promises`.
  /// `said` is what the record said of it.
  template <class Choose>
  result<order_event> read(std::string_view line, Choose&& choose, promise_name& said) {
    source_.begin(line);
    order_event e;
    if (parse_json(source_) && (m_ = choose_promise(source_, choose, said))) read_record(e);
    if (!source_.faults.empty()) return std::move(source_.faults);
    return e;
  }

 private:
  friend class mapping_reader;

  void read_record(order_event& e) {
    json_object o{source_, 0, "a record"};
    if (!o) return;
    if (auto const at = o.require("order"); at != no_place)
      if (auto const number = text_of(source_, at, "an order's number")) {
        e.order = *number;
        if (e.order.empty()) fail(at, "an order's number is expected, and the text is empty");
      }
    if (auto const at = o.require("at"); at != no_place) read_moment_at(at, e);
    e.id = o.text("id");
    if (auto const at = o.find("corrects"); at != no_place)
      if (auto const id = text_of(source_, at, "the id of a record")) {
        e.corrects = *id;
        if (e.corrects.empty()) fail(at, "the id of a record is expected, and the text is empty");
      }
    check_promise(source_, o, name_of(*m_));
    read_reason(o, e);
    auto const what = o.has("corrects") ? o.find("event") : o.require("event");
    if (what != no_place)
      read_event(o, what, e);
    else
      e.kind = order_event_kind::withdrawn;
    read_promised(o, e);
    read_actor(o, e);
    if (auto const at = o.find("unit"); at != no_place)
      if (auto const n = integer_of(source_, at, 1, 4'294'967'295))
        e.unit = static_cast<std::uint32_t>(*n - 1);
    o.finish();
  }
  void read_moment_at(json_place at, order_event& e) {
    auto const text = text_of(source_, at, "a moment");
    if (!text) return;
    if (auto const t = read_moment(*text))
      e.at = *t;
    else
      fail(at,
           "a moment with its zone is expected, as 2026-12-24T18:00:00Z or "
           "2026-12-24T18:00+02:00, and " +
               in_quotes(*text) + " was found");
  }
  // Who did what happened.
  void read_actor(json_object& o, order_event& e) {
    auto const at = o.find("by");
    if (at == no_place) return;
    if (e.kind == order_event_kind::happened)
      e.who = party_at(at);
    else
      fail(at, "who did it is said of what happens to a part");
  }
  void read_reason(json_object& o, order_event const&) {
    auto const at = o.find("because");
    if (at == no_place) return;
    constexpr std::string_view words[] = {"did_not_occur", "incorrect_data"};
    (void)word_of(source_, at, words, "reason of a correction");
    if (!o.has("corrects")) fail(at, "a reason is of a correction, which says what it 'corrects'");
  }

  // [{"by": "website", "about": "delivery", "deadline": "2026-12-24"}]: with this order.
  void read_promised(json_object& record, order_event& e) {
    auto const list = record.find("promised");
    if (list == no_place) return;
    if (e.kind != order_event_kind::placed)
      fail(list, "what is promised with an order stands in the record that places it");
    for_each_in(source_, list, [&](json_place at) { read_limit(at, e); });
  }
  void read_limit(json_place at, order_event& e) {
    json_object o{source_, at, "a limit"};
    if (!o) return;
    party_id by;
    if (auto const who = o.find("by"); who != no_place && !(by = party_at(who))) return;
    auto const about = o.require("about"), limit_at = o.require("deadline");
    o.finish();
    if (about == no_place || limit_at == no_place) return;
    auto const of = part_at(about, true);
    auto const is_date = source_.tree[limit_at].kind == json_kind::text &&
                         !source_.tree[limit_at].text.starts_with('P');
    auto const limit = is_date ? date_at(reading_, limit_at) : length_at(reading_, limit_at);
    if (!of || !limit) return;
    auto const before = e.promised.size();
    for (auto i : m_->claims.ids()) {
      auto const& c = m_->claims[i];
      for_each_term(*m_, c, [&](term const& t) {
        if (c.about == of && (!by || c.claimant == by) && t.quality == &quality_of<deadline>)
          e.promised.push_back({i, *limit});
      });
    }
    for (auto i : m_->commitments.ids()) {
      auto const& c = m_->commitments[i];
      if (c.about == of && (by ? c.debtor == by : c.creditor == m_->customer) && !c.on_request &&
          c.consequent.quality == &quality_of<deadline>)
        e.promised.push_back({i, *limit});
    }
    if (e.promised.size() == before)
      fail(at, "the promise has no deadline of that, for which this could stand");
  }

  // "ordered", {"shipped": "delivery"}, {"told": "customer", "of": EVENT}, {"replace": "machine"}
  void read_event(json_object& record, json_place at, order_event& e) {
    if (source_.tree[at].kind == json_kind::text) return read_word(record, at, e);
    json_object o{source_, at, "an event"};
    if (!o) return;
    if (auto const to = o.find("told"); to != no_place) {
      e.kind = order_event_kind::told;
      e.who = party_at(to);
      if (auto const of = o.require("of"); of != no_place) e.event = event_at(of);
    } else if (auto const asked = o.find("replacement_requested"); asked != no_place) {
      e.kind = order_event_kind::asked_for_another;
      e.part = part_at(asked);
      read_answer(record, e);
    } else if (auto const more = o.find("extra_step"); more != no_place) {
      e.kind = order_event_kind::exceeded;
      e.part = part_at(more, true);
    } else if (!read_remedy(o, e)) {
      e.event = life_event(o);
      auto const kind = e.event ? m_->events[e.event].kind : event_kind::step;
      if (kind == event_kind::possession || kind == event_kind::reported)
        fail(at, "what happens to a part is expected: possession and reports follow from it");
    }
    o.finish();
  }
  void read_word(json_object& record, json_place at, order_event& e) {
    constexpr std::string_view words[] = {"ordered",   "cancel_requested", "contacted",
                                          "cancelled", "refunded",         "left"};
    constexpr order_event_kind kinds[] = {
        order_event_kind::placed,    order_event_kind::asked_to_cancel,
        order_event_kind::contacted, order_event_kind::called_off,
        order_event_kind::paid_back, order_event_kind::left};
    auto const i = word_of(source_, at, words, "event of an order");
    if (!i) return;
    e.kind = kinds[*i];
    if (e.kind == order_event_kind::asked_to_cancel) read_answer(record, e);
  }
  void read_answer(json_object& record, order_event& e) {
    auto const at = record.require("answer");
    if (at == no_place) return;
    constexpr std::string_view words[] = {"wait", "refuse", "accept"};
    constexpr answer answers[] = {answer::waits, answer::refuses, answer::accepts};
    if (auto const i = word_of(source_, at, words, "answer")) e.was = answers[*i];
  }
  // {"replace": "machine", "for": "delivery"}: the delivery failed.
  bool read_remedy(json_object& o, order_event& e) {
    constexpr std::string_view words[] = {"replace", "redo", "repair", "reduce_price", "refund"};
    constexpr answer does[] = {answer::replaces, answer::performs_again, answer::repairs,
                               answer::reduces_price, answer::refunds};
    for (std::size_t i = 0; i < std::size(words); ++i) {
      auto const at = o.find(words[i]);
      if (at == no_place) continue;
      e.kind = order_event_kind::remedied;
      e.was = does[i];
      e.object = part_at(at, e.was == answer::refunds);
      auto const of = o.find("for");
      e.part = of == no_place ? e.object : part_at(of);
      return true;
    }
    return false;
  }

  event_id event_at(json_place at) {
    if (source_.tree[at].kind == json_kind::text) {
      std::vector<std::string_view> words;
      for (auto const& w : order_words) words.push_back(w.word);
      auto const i = word_of(source_, at, words, "event of the order");
      if (!i) return {};
      return found(find_event(*m_, order_words[*i].kind, whole), at);
    }
    json_object o{source_, at, "an event"};
    if (!o) return {};
    auto const e = life_event(o);
    o.finish();
    return e;
  }
  // Of a part, as in a promise.
  event_id life_event(json_object& o) {
    for (auto const& w : part_words) {
      auto const at = o.find(w.word);
      if (at == no_place) continue;
      if (w.kind == event_kind::reported) {
        auto const subject = event_at(at);
        for (auto e : m_->events.ids())
          if (m_->events[e].kind == event_kind::reported && m_->events[e].subject == subject)
            return e;
        return subject ? found({}, at) : event_id{};
      }
      if (w.kind == event_kind::failed || w.kind == event_kind::step)
        return named_event(at, w.kind);
      auto const of = part_at(at);
      return of ? found(find_event(*m_, w.kind, of), at) : event_id{};
    }
    std::string all;
    for (auto const& w : part_words) all += (all.empty() ? "'" : ", '") + std::string{w.word} + "'";
    fail(o.place(),
         "an event is expected: 'told', 'replacement_requested', 'extra_step', 'replace', 'redo', "
         "'repair', 'reduce_price', 'refund', or one of " +
             all);
    return {};
  }
  event_id named_event(json_place at, event_kind kind) {
    if (!expect(source_, at, json_kind::array, "a list of a part and a name")) return {};
    if (source_.tree[at].count != 2) {
      fail(at, "a list of a part and a name is expected");
      return {};
    }
    auto const first = source_.tree[at].first, second = source_.tree[first].next;
    auto const of = part_at(first);
    auto const name = text_of(source_, second);
    if (!of || !name) return {};
    std::vector<std::string_view> names;
    for (auto e : m_->events.ids()) {
      auto const& x = m_->events[e];
      if (x.of != of || x.kind != kind) continue;
      if (x.name == *name) return e;
      names.push_back(x.name);
    }
    auto const what = kind == event_kind::failed ? "failure mode" : "step";
    source_.fail(second, error_code::unknown_name,
                 {"'", m_->parts[of].name, "' has no ", what, " named ", in_quotes(*name)},
                 source_.nearest(*name, names));
    return {};
  }
  event_id found(event_id e, json_place at) {
    if (!e) source_.fail(at, error_code::unknown_name, {"the promise has no such event"});
    return e;
  }
  void fail(json_place at, std::string const& message) {
    source_.fail(at, error_code::bad_value, {message});
  }

  part_id part_at(json_place at, bool may_be_whole = false) {
    return named_in_promise::part_at(source_, at, may_be_whole);
  }
  party_id party_at(json_place at) { return named_in_promise::party_at(source_, at); }

  reading reading_;
  json_source& source_;
};

}  // namespace lupaus::inline v0::detail::io
