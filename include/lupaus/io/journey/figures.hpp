// SPDX-License-Identifier: BSL-1.0
//
// The figures of a journey in JSON: receipts, flows, exposures. Each comes with its source.
#pragma once

#include "lupaus/io/reader/terms.hpp"
#include "lupaus/journey/journey_document.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Reads figures into values; whoever makes it looks for faults afterwards.
class figure_reader {
 public:
  explicit figure_reader(reading& r) : reading_{&r}, source_{&r.source} {}

  /// 1000, {"per_cent": 32}, {"num": 1, "den": 3}.
  fraction fraction_at(json_place at) {
    constexpr std::int64_t most = 1'000'000'000'000;
    if (source_->tree[at].kind == json_kind::number)
      return fraction::of(integer_of(*source_, at, -most, most).value_or(0), 1)
          .value_or(fraction{});
    json_object o{*source_, at, "a whole number, or an object for a fraction"};
    if (!o) return {};
    std::optional<std::int64_t> num, den = 1;
    if (auto const percent = o.find("per_cent"); percent != no_place) {
      num = integer_of(*source_, percent, -most, most), den = 100;
    } else {
      auto const num_at = o.require("num"), den_at = o.require("den");
      if (num_at != no_place) num = integer_of(*source_, num_at, -most, most);
      if (den_at != no_place) den = integer_of(*source_, den_at, 1, most);
    }
    o.finish();
    if (!num || !den) return {};
    return fraction::of(*num, *den).value_or(fraction{});
  }

  receipt_model receipt_at(json_place at) {
    receipt_model r;
    json_object o{*source_, at, "a receipt"};
    if (!o) return r;
    if (auto const base = o.require("base"); base != no_place) r.base = money_at(base);
    r.minor_digits = minor_digits_in(o);
    if (auto const list = o.require("effects"); list != no_place)
      each(list, [&](json_place effect) { r.effects.push_back(effect_at(effect)); });
    if (auto const list = o.find("without_number"); list != no_place)
      each(list, [&](json_place what) { r.without_number.push_back(words_at(what)); });
    o.finish();
    return r;
  }

  staffed_flow flow_at(json_place at) {
    staffed_flow f;
    json_object o{*source_, at, "a flow of customers"};
    if (!o) return f;
    f.name = words_in(o, "name");
    if (auto const rate = o.require("arrivals_per_hour"); rate != no_place)
      f.flow.arrivals_per_hour = above_zero(rate, 1e9);
    if (auto const time = o.require("service_time"); time != no_place)
      f.flow.service_time = seconds_at(time, 1);
    if (auto const n = o.require("on_duty"); n != no_place)
      f.on_duty = static_cast<std::uint32_t>(integer_of(*source_, n, 0, 1'000'000).value_or(0));
    if (auto const level = o.require("level"); level != no_place) f.level = level_at(level);
    o.knows({"condition"});
    o.finish();
    return f;
  }

  exposure_figures exposure_at(json_place at) {
    exposure_figures x;
    json_object o{*source_, at, "an exposure"};
    if (!o) return x;
    x.minor_digits = minor_digits_in(o);
    if (auto const list = o.require("parameters"); list != no_place)
      each(list, [&](json_place p) { x.parameters.push_back(parameter_at(p)); });
    if (auto const list = o.require("findings"); list != no_place)
      each(list, [&](json_place f) { x.findings.push_back(exposed_at(f)); });
    o.finish();
    return x;
  }

  /// A text that says something.
  std::string words_at(json_place at) {
    auto const text = text_of(*source_, at);
    if (text && text->empty())
      source_->fail(at, error_code::missing, {"a text is expected, and this one is empty"});
    return std::string{text.value_or("")};
  }
  std::string words_in(json_object& o, std::string_view member) {
    auto const at = o.require(member);
    return at == no_place ? std::string{} : words_at(at);
  }

  /// Each element of a list, while there are not more than the limits allow.
  template <class F>
  void each(json_place list, F f) {
    if (!expect(*source_, list, json_kind::array)) return;
    if (source_->tree[list].count > source_->limits().elements)
      return source_->fail(list, error_code::too_large, {"there are too many of a kind"});
    for_each_in(*source_, list, f);
  }

 private:
  money money_at(json_place at) {
    auto const amount = amount_at(*reading_, at);
    return amount ? bound_codec<money>::decode(*amount) : money{0, "EUR"};  // a fault was told
  }
  std::int32_t minor_digits_in(json_object& o) {
    return static_cast<std::int32_t>(number_in(*reading_, o, "minor_digits", 2, 0, 4).value_or(2));
  }

  declared_effect effect_at(json_place at) {
    declared_effect e;
    json_object o{*source_, at, "an effect"};
    if (!o) return e;
    e.what = words_in(o, "what");
    if (auto const rate = o.require("rate"); rate != no_place) {
      e.rate = fraction_at(rate);
      if (e.rate.num() < -e.rate.den())
        source_->fail(rate, error_code::bad_value,
                      {"a receipt loses at most all of it: -1 or more"});
    }
    if (auto const on = o.find("on"); on != no_place) {
      constexpr std::string_view words[] = {"receipt", "relationship", "either"};
      if (auto const i = word_of(*source_, on, words, "thing that an effect is on"))
        e.on = static_cast<effect_on>(*i);
    }
    e.source = words_in(o, "source");
    o.finish();
    return e;
  }

  exposure_parameter parameter_at(json_place at) {
    exposure_parameter p;
    json_object o{*source_, at, "a parameter"};
    if (!o) return p;
    p.name = words_in(o, "name");
    if (auto const value = o.require("value"); value != no_place) {
      p.value = fraction_at(value);
      if (p.value.num() < 0) source_->fail(value, error_code::bad_value, {"it is 0 or more"});
    }
    p.source = words_in(o, "source");
    p.measures = o.text("measures");
    p.population = o.text("population");
    o.finish();
    return p;
  }
  exposed_finding exposed_at(json_place at) {
    exposed_finding f;
    json_object o{*source_, at, "an exposed finding"};
    if (!o) return f;
    f.finding = words_in(o, "finding");
    if (auto const amount = o.require("per_case"); amount != no_place)
      f.per_case = money_at(amount);
    f.amount_source = words_in(o, "source");
    if (auto const list = o.find("factors"); list != no_place)
      each(list, [&](json_place name) { f.factors.push_back(words_at(name)); });
    o.finish();
    return f;
  }

  double above_zero(json_place at, double most) {
    auto const f = fraction_at(at);
    auto const x = static_cast<double>(f.num()) / static_cast<double>(f.den());
    if (!(x > 0) || x > most)
      source_->fail(at, error_code::bad_value, {"a number above 0 is expected, of at most 10⁹"});
    return x;
  }
  waiting_time seconds_at(json_place at, std::int64_t least) {
    auto const length = length_at(*reading_, at);
    if (!length) return {};
    if (length->kind != bound_kind::elapsed || length->a < least)
      source_->fail(at, error_code::bad_value,
                    {"a length of time as 'PT10M' is expected", least > 0 ? ", above 0" : ""});
    return waiting_time{static_cast<double>(length->a)};
  }
  service_level level_at(json_place at) {
    service_level l;
    json_object o{*source_, at, "a service level"};
    if (!o) return l;
    if (auto const share = o.require("share"); share != no_place) {
      auto const f = fraction_at(share);
      l.share = static_cast<double>(f.num()) / static_cast<double>(f.den());
      if (!(l.share > 0) || !(l.share < 1))
        source_->fail(share, error_code::bad_value, {"a share is above 0 and below 1"});
    }
    if (auto const time = o.require("within"); time != no_place) l.within = seconds_at(time, 0);
    o.finish();
    return l;
  }

  reading* reading_;
  json_source* source_;
};

}  // namespace lupaus::inline v0::detail::io
