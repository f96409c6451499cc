// SPDX-License-Identifier: BSL-1.0
//
// A stream of events of many orders, read from a folder, and what was broken of it by the public
// interface: the host of the benchmarks of the monitor.
//
// The folder holds promise.tsv, with lines of product, part, due after the order in seconds, and
// performing party; and events.bin, of 12 bytes an event: order and time in seconds (4 bytes each),
// part (of the placing: the product), kind (0 placed, 1 done, 2 failed, 3 the customer is told),
// and two bytes that mean nothing. Counted by party: parts that were done late, parts that were
// never done and are due by the end, failures or lateness (the first of a part) of which the
// customer was not told within 24 h, and the seconds of lateness in all.
#pragma once

#include "lupaus/builder.hpp"
#include "lupaus/monitor.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace events {

using namespace lupaus;
using namespace std::chrono_literals;

struct raw_event {
  std::uint32_t order, at;
  std::uint8_t part, kind;
  std::uint16_t unused;
};
static_assert(sizeof(raw_event) == 12);

inline std::vector<raw_event> read_events(std::string const& folder) {
  std::ifstream in{folder + "/events.bin", std::ios::binary | std::ios::ate};
  if (!in) throw std::runtime_error{"there is no events.bin in " + folder};
  std::vector<raw_event> all(static_cast<std::size_t>(in.tellg()) / sizeof(raw_event));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(all.data()),
          static_cast<std::streamsize>(all.size() * sizeof(raw_event)));
  return all;
}

struct promised_part {
  seconds_t due = 0;
  std::size_t party = 0;
};
using product_parts = std::vector<promised_part>;

inline std::vector<product_parts> read_promise(std::string const& folder) {
  std::ifstream in{folder + "/promise.tsv"};
  if (!in) throw std::runtime_error{"there is no promise.tsv in " + folder};
  std::vector<product_parts> products;
  std::size_t product = 0, part = 0, party = 0;
  seconds_t due = 0;
  while (in >> product >> part >> due >> party) {
    if (products.size() <= product) products.resize(product + 1);
    if (products[product].size() <= part) products[product].resize(part + 1);
    products[product][part] = {due, party};
  }
  return products;
}

inline model promise_of(product_parts const& parts) {
  builder b{"a product"};
  auto const customer = b.customer("customer"), shop = b.seller("shop");
  std::optional<product> all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const p = b.service("part " + std::to_string(i));
    auto const by = b.subcontractor("firm " + std::to_string(i));
    all = all ? all_of(*all, product{p}) : product{p};
    b.fails(p, "failed");
    b.may_be_late(p);
    b.commits_to(by, shop, p, within(std::chrono::seconds{parts[i].due}));
    b.tells(shop, customer, failed(p, "failed"), 24h);
    b.tells(shop, customer, late(p), 24h);
  }
  b.product(*all);
  return b.build().value();
}

struct counts {
  std::uint64_t late = 0, broken = 0, uninformed = 0, lateness = 0;
};

/// What the host knows of an order, while it is kept.
struct open_order {
  std::uint8_t product = 0;
  std::uint8_t uninformed = 0;  ///< of which parts, by their bits
};
using open_orders = boost::unordered_flat_map<std::uint32_t, open_order>;

inline std::uint32_t number_of(std::string_view order) {
  std::uint32_t n = 0;
  std::from_chars(order.data(), order.data() + order.size(), n);
  return n;
}

/// One product's orders.
struct watched {
  model m;
  product_parts const* parts;
  std::vector<event_id> done, failed, late;
  std::unique_ptr<monitor> watch;
  std::vector<order_event> records;  ///< as many as are handed over at once
  std::size_t waiting = 0;

  order_event& add(std::uint32_t order, seconds_t at, order_event_kind kind, event_id what = {},
                   party_id who = {}) {
    auto& e = records[waiting++];
    char text[16];
    e.order.assign(text, std::to_chars(text, text + sizeof text, order).ptr);
    e.at = at, e.kind = kind, e.event = what, e.who = who;
    return e;
  }
  void hand_over() {
    watch->observe(std::span{records}.first(waiting));
    waiting = 0;
  }
};
inline constexpr std::size_t batch = 64;

inline double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// What was broken, as one line; how long that took, in seconds of CPU; how many orders were open
/// at most.
struct outcome {
  std::string line;
  double seconds = 0;
  std::size_t most_open = 0;
};

inline outcome watch(std::vector<raw_event> const& events,
                     std::vector<product_parts> const& products) {
  outcome o;
  std::array<counts, 256> by_party;
  std::vector<watched> all;
  all.reserve(products.size());
  open_orders open;
  // Nothing is corrected here, so that no order is kept for that.
  monitor_options options{.keeps_ended = 0};
  options.on_signal = [&](monitor_signal const& s) {
    if (s.kind == signal_kind::order_retired) open.erase(number_of(s.order));
  };
  auto const begin = cpu_seconds();
  for (auto const& parts : products) {
    all.push_back({promise_of(parts), &parts, {}, {}, {}, {}, std::vector<order_event>(batch + 1)});
    auto& w = all.back();
    for (auto p : w.m->parts.ids()) {
      if (!is_leaf(w.m->parts[p])) continue;
      w.done.push_back(find_event(w.m, event_kind::completed, p));
      w.failed.push_back(find_event(w.m, event_kind::failed, p));
      w.late.push_back(find_event(w.m, event_kind::late, p));
    }
    auto const on_breach = [&w, &by_party, &open](breach const& b) {
      if (b.part == whole) return;
      auto const i = b.part.index() - 1;
      auto& of = by_party[(*w.parts)[i].party];
      if (b.key.kind == breach_kind::broken_term) ++of.broken;  // until it is done after all
      if (b.key.kind == breach_kind::untold) {
        auto& untold = open[number_of(b.order)].uninformed;
        of.uninformed += (untold >> i & 1U) == 0 ? 1U : 0U;
        untold = static_cast<std::uint8_t>(untold | 1U << i);
      }
    };
    w.watch = std::make_unique<monitor>(w.m, on_breach, monitor::remark_sink{}, options);
  }
  for (auto const& e : events) {
    if (e.kind == 0) open[e.order].product = e.part;
    auto const found = open.find(e.order);
    if (found == open.end()) continue;
    auto& w = all[found->second.product];
    switch (e.kind) {
      case 0: w.add(e.order, e.at, order_event_kind::placed); break;
      case 1: w.add(e.order, e.at, order_event_kind::happened, w.done[e.part]); break;
      case 2: w.add(e.order, e.at, order_event_kind::happened, w.failed[e.part]); break;
      default:
        w.add(e.order, e.at, order_event_kind::told, w.failed[e.part], w.m->customer);
        w.add(e.order, e.at, order_event_kind::told, w.late[e.part], w.m->customer);
        break;
    }
    if (w.waiting >= batch) w.hand_over();
    o.most_open = (std::max)(o.most_open, open.size());
  }
  for (auto& w : all)
    if (!events.empty()) {
      w.hand_over();
      w.watch->advance(events.back().at);
      w.watch->finish();
    }
  for (auto const& w : all) {
    auto const score = w.watch->score();
    for (std::size_t i = 0; i < score.commitments.size(); ++i) {
      auto const about = w.m->commitments[commitment_id{i}].about;
      if (about == whole) continue;
      auto& of = by_party[(*w.parts)[about.index() - 1].party];
      of.late += score.commitments[i].met_late;
      of.broken -= score.commitments[i].met_late;
      of.lateness += static_cast<std::uint64_t>(score.commitments[i].late_by);
    }
  }
  o.seconds = cpu_seconds() - begin;
  counts sum;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < by_party.size(); ++i) {
    auto const& c = by_party[i];
    sum.late += c.late, sum.broken += c.broken;
    sum.uninformed += c.uninformed, sum.lateness += c.lateness;
    hash += (i + 1) * (c.late + 3 * c.broken + 7 * c.uninformed + 11 * c.lateness);
  }
  std::ostringstream out;
  out << "late=" << sum.late << " broken=" << sum.broken << " uninformed=" << sum.uninformed
      << " lateness_s=" << sum.lateness << " hash=" << hash;
  o.line = out.str();
  return o;
}

}  // namespace events
