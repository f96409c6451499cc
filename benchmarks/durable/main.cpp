// SPDX-License-Identifier: BSL-1.0
//
// durable [ORDERS]: what it costs that a monitor outlives its process. So many orders (1,000,000)
// of a product of three parts are open, each placed and with one part done. Prints the memory of
// each, the bytes of each in a snapshot, and the seconds that the snapshot takes each way; then the
// rate of records with a journal in the present folder, and with several threads. Before these, the
// same orders under many promises.
#include "lupaus/builder.hpp"
#include "lupaus/explore/event_names.hpp"
#include "lupaus/journal.hpp"
#include "lupaus/partition.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}
/// Of this process's work, whatever else the machine does.
template <class F>
double cpu_seconds_of(F f) {
  auto const begin = std::clock();
  f();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}
/// By the clock.
template <class F>
double seconds_of(F f) {
  auto const begin = std::chrono::steady_clock::now();
  f();
  return seconds_since(begin);
}
/// Of this process, in bytes; 0 where the system does not say.
double resident() {
  std::ifstream in{"/proc/self/statm"};
  double all = 0, pages = 0;
  in >> all >> pages;
  return pages * 4'096;
}

model promise(std::string const& identity = {}) {
  builder b{"a product"};
  if (!identity.empty()) b.identity(identity, "1");
  auto const customer = b.customer("customer"), shop = b.seller("shop");
  std::optional<product> all;
  for (int i = 0; i < 3; ++i) {
    auto const p = b.service("part " + std::to_string(i));
    auto const by = b.subcontractor("firm " + std::to_string(i));
    all = all ? all_of(*all, product{p}) : product{p};
    b.fails(p, "failed");
    b.may_be_late(p);
    b.commits_to(by, shop, p, within(std::chrono::hours{48 * (i + 1)}));
    b.tells(shop, customer, failed(p, "failed"), 24h);
    b.tells(shop, customer, late(p), 24h);
  }
  b.product(*all);
  return b.build().value();
}

/// Two records an order, the orders one second after the other.
std::vector<order_event> records_of(model const& m, std::size_t orders) {
  auto const done = event_called(m, part_called(m, "part 0"), "completed");
  std::vector<order_event> all;
  all.reserve(2 * orders);
  for (auto const kind : {order_event_kind::placed, order_event_kind::happened})
    for (std::size_t i = 0; i < orders; ++i) {
      order_event e{.order = "order " + std::to_string(i), .at = 0, .kind = kind};
      // They are all open at the end: nothing of them is due by then.
      e.at = static_cast<seconds_t>(i % 3'600) + (kind == order_event_kind::placed ? 0 : 3'600);
      if (kind == order_event_kind::happened) e.event = done;
      all.push_back(std::move(e));
    }
  // They come in as they happen.
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return a.at < b.at; });
  return all;
}

void watch_many(model const& m, std::size_t orders) {
  auto const records = records_of(m, orders);
  auto const before = resident();
  monitor watch{m};
  auto const taken = cpu_seconds_of([&] {
    for (auto const& e : records) watch.observe(e);
  });
  auto const n = static_cast<double>(orders);
  std::cout << watch.size() << " open orders, " << records.size() << " records in " << taken
            << " s of CPU\nmemory: " << (resident() - before) / n << " bytes an order\n";
  std::string bytes;
  auto const written = cpu_seconds_of([&] { bytes = watch.snapshot(); });
  std::cout << "snapshot: " << static_cast<double>(bytes.size()) / n
            << " bytes an order, written in " << written << " s of CPU";
  monitor again{m};
  auto const read = cpu_seconds_of([&] {
    if (!again.restore(bytes)) throw std::runtime_error{"it is not restored"};
  });
  std::cout << ", restored in " << read << " s of CPU\n";
  if (again.snapshot() != bytes) throw std::runtime_error{"it is restored to something else"};
}

/// The same orders, under many promises in turn.
void watch_catalogue(std::size_t orders, std::size_t promises) {
  auto const records = records_of(promise(), orders);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < promises; ++i) names.push_back("product " + std::to_string(i));
  catalogue_monitor watch;
  for (auto const& name : names)
    if (!watch.add(promise(name)).empty()) throw std::runtime_error{"a promise is refused"};
  auto const taken = cpu_seconds_of([&] {
    // An order's number is at its end: the same promise for both of its records.
    for (auto const& e : records) {
      promise_name said;
      if (e.kind == order_event_kind::placed)
        said = {names[std::strtoull(e.order.c_str() + 6, nullptr, 10) % promises], "1"};
      if (!watch.observe(e, said).empty()) throw std::runtime_error{"a record is refused"};
    }
  });
  std::cout << promises << (promises == 1 ? " promise" : " promises")
            << " in a catalogue: " << records.size() << " records in " << taken << " s of CPU\n";
}

void write_journal(model const& m, std::size_t orders, std::size_t batch, bool syncs) {
  auto const records = records_of(m, orders);
  std::string const file = "durable.journal";
  std::remove(file.c_str());
  auto watch = durable_monitor::open(m, {}, {}, {}, {file, {}, syncs}).value();
  auto const taken = seconds_of([&] {
    for (std::size_t i = 0; i < records.size(); i += batch)
      if (!watch.observe(std::span{records}.subspan(i, (std::min)(batch, records.size() - i))))
        throw std::runtime_error{"the journal cannot be written"};
  });
  std::ifstream in{file, std::ios::binary | std::ios::ate};
  std::cout << "journal, " << batch << (batch == 1 ? " record" : " records") << " a write"
            << (syncs ? ", each on the disk" : "") << ": "
            << static_cast<double>(records.size()) / taken << " records a second, "
            << static_cast<double>(in.tellg()) / static_cast<double>(records.size())
            << " bytes each\n";
  std::remove(file.c_str());
}

void share_out(model const& m, std::size_t orders, std::size_t threads) {
  auto records = records_of(m, orders);
  std::optional<partitioned_monitor> watch{std::in_place, m, threads};
  auto const taken = seconds_of([&] {
    for (auto& e : records) watch->observe(std::move(e));
    watch->wait();
  });
  std::cout << threads << (threads == 1 ? " thread: " : " threads: ")
            << static_cast<double>(records.size()) / taken << " records a second\n";
}

}  // namespace

int main(int argc, char** argv) try {
  auto const orders = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000U;
  if (argc > 2 || orders == 0) throw std::runtime_error{"usage: durable [ORDERS]"};
  auto const m = promise();
  watch_many(m, orders);
  for (auto const promises : {1U, 1'000U}) watch_catalogue(orders, promises);
  auto const some = orders / 10 + 1;
  write_journal(m, some, 1, false);
  write_journal(m, some, 1'000, false);
  write_journal(m, orders / 1'000 + 1, 1, true);
  write_journal(m, some, 1'000, true);
  for (auto const threads : {1U, 2U}) share_out(m, some, threads);
} catch (std::exception const& e) {
  std::cerr << e.what() << '\n';
  return 2;
}
