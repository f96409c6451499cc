// SPDX-License-Identifier: BSL-1.0
//
// The names, events and terms of a model as JSON.
#pragma once

#include "lupaus/io/time_text.hpp"
#include "lupaus/io/writer/json_text.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <string_view>

namespace lupaus::inline v0::detail::io {

class json_term_text {
 protected:
  json_term_text(model_view const& m, json_layout l)
      : m_{m},
        out_{l},
        whole_{std::any_of(m.parts.begin(), m.parts.end(),
                           [](part const& p) { return p.name == "whole"; })
                   ? m.parts[lupaus::whole].name
                   : std::string_view{"whole"}} {}

  std::string_view name(party_id p) const { return m_.parties[p].name; }
  std::string_view name(part_id p) const { return p == lupaus::whole ? whole_ : m_.parts[p].name; }

  void event(event_id id) {
    auto const& e = m_.events[id];
    if (is_of_order(e.kind)) {
      out_.text(word_of(e.kind));
      return;
    }
    out_.open('{');
    event_members(id);
    out_.close();
  }
  /// A member; left out when there is none.
  void event(std::string_view key, event_id id) {
    if (!id) return;
    out_.key(key);
    event(id);
  }
  /// What stands in the event's object.
  void event_members(event_id id) {
    auto const& e = m_.events[id];
    switch (e.kind) {
      case event_kind::reported: event("reported", e.subject); return;
      case event_kind::failed: named("failed", e); return;
      case event_kind::step: named("step", e); return;
      case event_kind::started:
        out_.member(m_.parts[e.of].carries ? "shipped" : "started", name(e.of));
        return;
      default: out_.member(word_of(e.kind), name(e.of));
    }
  }

  void length(std::string_view key, bound const& b) {
    out_.key(key);
    if (b.kind != bound_kind::working) {
      out_.text(write_length(b.a));
      return;
    }
    auto const d = working(b);
    out_.open('{').key("business_days").number(d.count);
    if (d.holidays != 0) out_.key("holidays").number(d.holidays);
    if (d.days_per_week != 5) out_.key("days_per_week").number(d.days_per_week);
    out_.close();
  }

  void term(lupaus::term const& t) {
    auto const& b = t.limit;
    if (b.kind == bound_kind::nothing) {
      out_.text(t.quality->name);
      return;
    }
    out_.open('{').member("quality", t.quality->name);
    auto const is_until = t.quality == &quality_of<cancellable> && t.anchor &&
                          b.kind == bound_kind::elapsed && b.a == 0;
    if (!is_until) limit(b, *t.quality);
    event(is_until ? "until" : "after", t.anchor);
    out_.close();
  }

 private:
  static std::string_view word_of(event_kind k) {
    constexpr std::string_view words[] = {
        "ordered",   "started",    "completed", "failed",           "late",
        "step",      "possession", "reported",  "cancel_requested", "replacement_requested",
        "cancelled", "refunded",   "kept"};
    return words[static_cast<std::size_t>(k)];
  }
  void named(std::string_view key, lupaus::event const& e) {
    out_.key(key).open('[').text(name(e.of)).text(e.name).close();
  }

  void limit(bound const& b, quality_type const& q) {
    switch (b.kind) {
      case bound_kind::nothing: return;
      case bound_kind::elapsed:
      case bound_kind::working: length("within", b); return;
      case bound_kind::calendar_day: out_.member("by", write_day(b.a)); return;
      case bound_kind::instant: out_.member("by", write_instant(b.a)); return;
      case bound_kind::window:
        out_.key("window").open('{').member("from", clock_time(b.a));
        out_.member("until", clock_time(b.b)).close();
        return;
      case bound_kind::number:
        out_.key("value");
        if (q.words && b.a >= 0 && b.a < static_cast<std::int64_t>(q.word_count))
          out_.text(q.words[static_cast<std::size_t>(b.a)]);
        else
          out_.number(b.a);
        return;
      case bound_kind::money:
        out_.key("amount").open('{').key("minor_units").number(b.a);
        out_.member("currency", bound_codec<money>::decode(b).in.view()).close();
        return;
      case bound_kind::text: out_.member("text", b.text); return;
    }
  }

 protected:
  model_view const& m_;
  json_text out_;

 private:
  std::string_view whole_;
};

}  // namespace lupaus::inline v0::detail::io
