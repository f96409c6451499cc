// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: waiting in a shop.
#pragma once

#include "lupaus/journey/staffing.hpp"
#include "lupaus/src/journey/touchpoint.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace lupaus::inline v0 {

namespace detail {

[[noreturn]] LUPAUS_COLD inline void refuse_staffing(error_code code, std::string message) {
  refuse_journey({journey_fault(code, "the staffing", std::move(message))});
}

/// A number for people: so many decimals, without zeros at the end.
inline std::string in_decimals(double x, int digits) {
  double scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  auto const rounded = std::llround(std::abs(x) * scale);
  auto text = std::to_string(rounded);
  auto const places = static_cast<std::size_t>(digits);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places != 0) {
    text.insert(text.size() - places, ".");
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return (x < 0 && rounded != 0 ? "-" : "") + text;
}

inline void require_flow(customer_flow const& flow) {
  auto const load = flow.load();
  if (!(flow.arrivals_per_hour > 0) || !(flow.service_time.count() > 0) || !(load > 0) ||
      !std::isfinite(load))
    refuse_staffing(error_code::bad_value,
                    "arrivals an hour and service time are above 0, and finite");
}
inline void require_level(service_level const& goal) {
  if (!(goal.share > 0) || !(goal.share < 1) || !(goal.within.count() >= 0) ||
      !std::isfinite(goal.within.count()))
    refuse_staffing(error_code::bad_value,
                    "a service level is a share above 0 and below 1, within a time of 0 or more");
}

inline double next_erlang_b(double b, double load, std::uint32_t server) {
  return load * b / (server + load * b);
}

/// Of a steady state, given Erlang's B.
inline waiting waiting_of(customer_flow const& flow, std::uint32_t sellers, double b) {
  auto const load = flow.load();
  auto const free = sellers - load;
  waiting w;
  w.sellers = sellers, w.load = load;
  w.delayed = sellers * b / (free + load * b);
  w.turn = flow.service_time / free;
  w.mean = w.delayed * w.turn;
  w.queue = w.delayed * load / free;
  return w;
}

}  // namespace detail

LUPAUS_DECL double waiting::share_within(waiting_time t) const {
  return t.count() < 0 ? 0 : 1 - delayed * std::exp(-(t / turn));
}

LUPAUS_DECL waiting_time waiting::percentile(double share) const {
  if (!(share > 0) || !(share < 1))
    detail::refuse_staffing(error_code::bad_value,
                            "a percentile is of a share above 0 and below 1");
  return delayed <= 1 - share ? waiting_time{0} : turn * std::log(delayed / (1 - share));
}

LUPAUS_DECL double erlang_b(std::uint32_t servers, double load) {
  if (!(load >= 0) || !std::isfinite(load))
    detail::refuse_staffing(error_code::bad_value, "a load is 0 or more, and finite");
  double b = 1;
  for (std::uint32_t k = 0; k < servers; ++k) b = detail::next_erlang_b(b, load, k + 1);
  return b;
}

LUPAUS_DECL double erlang_c(std::uint32_t servers, double load) {
  auto const b = erlang_b(servers, load);
  if (!(load < servers))
    detail::refuse_staffing(error_code::bad_value,
                            "there is a steady state only while the load is less than the servers");
  return servers * b / (servers - load + load * b);
}

LUPAUS_DECL waiting waiting_with(customer_flow const& flow, std::uint32_t sellers) {
  detail::require_flow(flow);
  if (!(flow.load() < sellers))
    detail::refuse_staffing(error_code::bad_value,
                            "the flow keeps " + detail::in_decimals(flow.load(), 2) +
                                " sellers busy, and there are " + std::to_string(sellers) +
                                ": the queue grows without end");
  return detail::waiting_of(flow, sellers, erlang_b(sellers, flow.load()));
}

LUPAUS_DECL std::uint32_t sellers_for(customer_flow const& flow, service_level const& goal,
                                      std::uint32_t at_most) {
  detail::require_flow(flow);
  detail::require_level(goal);
  auto const load = flow.load();
  double b = 1;
  for (std::uint32_t n = 0; n < at_most;) {
    b = detail::next_erlang_b(b, load, ++n);
    if (load < n && detail::waiting_of(flow, n, b).keeps(goal)) return n;
  }
  detail::refuse_staffing(error_code::too_large,
                          std::to_string(at_most) + " sellers do not keep that level");
}

LUPAUS_DECL std::string load_text(customer_flow const& flow, std::uint32_t on_duty,
                                  service_level const& goal) {
  using detail::in_decimals;
  detail::require_flow(flow);
  detail::require_level(goal);
  auto const minutes = [](waiting_time t) { return in_decimals(t.count() / 60, 1) + " min"; };
  auto const busy = in_decimals(flow.load(), 2);
  auto text = in_decimals(flow.arrivals_per_hour, 2) + " customers an hour × " +
              minutes(flow.service_time) + " each keep " + busy +
              (busy == "1" ? " seller busy; " : " sellers busy; ") + std::to_string(on_duty) +
              " on duty. ";
  if (flow.load() < on_duty) {
    auto const w = waiting_with(flow, on_duty);
    text += in_decimals(100 * w.delayed, 1) + " % wait, all on average " + minutes(w.mean) + "; " +
            in_decimals(100 * w.share_within(goal.within), 1) + " % no longer than " +
            minutes(goal.within) + " (Erlang C). ";
    if (w.keeps(goal))
      return text + "That keeps the level of " + in_decimals(100 * goal.share, 1) + " %.";
    text += "The level is " + in_decimals(100 * goal.share, 1) + " %: ";
  } else {
    text += "The queue grows without end. " + in_decimals(100 * goal.share, 1) +
            " % no longer than " + minutes(goal.within) + ": ";
  }
  auto const needed = sellers_for(flow, goal);
  return text + std::to_string(needed) + (needed == 1 ? " is needed." : " are needed.");
}

}  // namespace lupaus::inline v0
