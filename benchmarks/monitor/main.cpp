// SPDX-License-Identifier: BSL-1.0
//
// monitor FOLDER binary | lines | threads N: the events of FOLDER (see
// ../events/stream.hpp) through the monitor, in one of the ways that compare.py holds against each
// other. Prints what came out, and NAME=NUMBER of what it took. "lines" are the events of the first
// product as JSON lines, with what the same events take as records; "threads" those of all
// products, as orders of the one with the fewest parts, by a monitor that has so many.
#include "../events/stream.hpp"

#include "lupaus/event_logs.hpp"
#include "lupaus/partition.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace lupaus;

/// The records of a stream, as if all orders were of one product, which has no more parts than any
/// other; only those of the first product where it says.
std::vector<order_event> records_of(std::vector<events::raw_event> const& all, model const& m,
                                    std::size_t parts, bool only_first) {
  std::vector<event_id> done, failed;
  for (auto p : m->parts.ids()) {
    if (!is_leaf(m->parts[p])) continue;
    done.push_back(find_event(m, event_kind::completed, p));
    failed.push_back(find_event(m, event_kind::failed, p));
  }
  boost::unordered_flat_map<std::uint32_t, bool> is_taken;
  std::vector<order_event> records;
  for (auto const& e : all) {
    if (e.kind == 0) is_taken[e.order] = !only_first || e.part == 0;
    if (!is_taken[e.order] || (e.kind != 0 && e.part >= parts)) continue;
    order_event r{.order = std::to_string(e.order), .at = e.at};
    auto const part = std::size_t{e.part};
    if (e.kind == 0) r.kind = order_event_kind::placed;
    if (e.kind == 1) r.event = done[part];
    if (e.kind >= 2) r.event = failed[part];
    if (e.kind == 3) r.kind = order_event_kind::told, r.who = m->customer;
    records.push_back(std::move(r));
  }
  return records;
}

std::string lines_of(model_view const& m, std::vector<order_event> const& records) {
  std::ostringstream out;
  for (auto const& r : records) {
    out << R"({"order": ")" << r.order << R"(", "at": ")";
    auto text = moment_text(r.at);
    out << text << R"(", "event": )";
    auto const part = r.event ? m.parts[m.events[r.event].of].name : std::string_view{};
    std::ostringstream event;
    if (r.event && m.events[r.event].kind == event_kind::failed)
      event << R"({"failed": [")" << part << R"(", "failed"]})";
    else
      event << R"({"completed": ")" << part << R"("})";
    if (r.kind == order_event_kind::placed)
      out << R"("ordered")";
    else if (r.kind == order_event_kind::told)
      out << R"({"told": "customer", "of": )" << event.str() << "}";
    else
      out << event.str();
    out << "}\n";
  }
  return out.str();
}

template <class F>
double cpu_seconds_of(F&& f) {
  auto const begin = events::cpu_seconds();
  f();
  return events::cpu_seconds() - begin;
}

void by_lines(std::vector<events::raw_event> const& all, events::product_parts const& parts) {
  auto const m = events::promise_of(parts);
  auto const records = records_of(all, m, parts.size(), true);
  auto const text = lines_of(m, records);
  std::size_t from_records = 0, from_lines = 0;
  auto const binary = cpu_seconds_of([&] {
    monitor w{m, [&](breach const&) { ++from_records; }, {}, {.keeps_ended = 0}};
    for (auto const& r : records) w.observe(r);
    w.finish();
  });
  std::istringstream in{text};
  auto const lines = cpu_seconds_of([&] {
    monitor w{m, [&](breach const&) { ++from_lines; }, {}, {.keeps_ended = 0}};
    auto const right = for_each_event(m, in, [&](event_line const& l) {
      if (l.event) w.observe(*l.event);
    });
    w.finish();
    if (right != records.size()) throw std::runtime_error{"some lines were refused"};
  });
  if (from_records != from_lines) throw std::runtime_error{"lines give other breaches"};
  std::cout << "breaches=" << from_lines << "\nrecords=" << records.size()
            << "\nbinary_s=" << binary << "\nlines_s=" << lines << "\nbytes=" << text.size()
            << '\n';
}

void by_threads(std::vector<events::raw_event> const& all, events::product_parts const& parts,
                std::size_t threads) {
  auto const m = events::promise_of(parts);
  auto records = records_of(all, m, parts.size(), false);
  auto const n = records.size();
  partitioned_monitor w{m, threads, {}, {}, {.keeps_ended = 0}};
  auto const begin = std::chrono::steady_clock::now();
  for (auto& r : records) w.observe(std::move(r));
  w.finish();
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begin;
  std::cout << "placed=" << w.score().placed << "\nrecords=" << n << "\nclock_s=" << took.count()
            << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
  std::string const how = argc > 2 ? argv[2] : "";
  if (how.empty() || (how == "threads") != (argc == 4))
    throw std::runtime_error{"usage: monitor FOLDER binary | lines | threads N"};
  auto const products = events::read_promise(argv[1]);
  auto const all = events::read_events(argv[1]);
  if (how == "lines") {
    by_lines(all, products.front());
  } else if (how == "threads") {
    auto const fewest =
        std::min_element(products.begin(), products.end(),
                         [](auto const& a, auto const& b) { return a.size() < b.size(); });
    by_threads(all, *fewest, std::stoul(argv[3]));
  } else {
    auto const o = events::watch(all, products);
    std::cout << o.line << "\nseconds=" << o.seconds << "\nmost_open=" << o.most_open << '\n';
  }
} catch (std::exception const& e) {
  std::cerr << e.what() << '\n';
  return 2;
}
