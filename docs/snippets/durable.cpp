// SPDX-License-Identifier: BSL-1.0
#include <lupaus/builder.hpp>
#include <lupaus/journal.hpp>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <system_error>
#include <utility>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

model lamp() {
  builder b{"lamp, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.carries(delivery, lamp);
  b.fails(delivery, "damaged");
  b.can_do(shop, lamp, 0h);
  b.claims(shop, delivery, within(48h));
  b.commits(shop, delivery, within(48h));
  return b.build().value();
}

}  // namespace

int main() {
  auto const m = lamp();
  std::error_code none;
  auto const folder = std::filesystem::temp_directory_path(none) / "lupaus_durable";
  std::filesystem::remove_all(folder, none);
  std::filesystem::create_directory(folder, none);
  auto const in_folder = [&](char const* name) { return (folder / name).string(); };

  //! [open]
  // Whoever is told keeps the ids of what he was told: after a crash some of it is told again.
  std::set<std::string> known;
  auto const tell = [&](breach const& x) {
    if (known.insert(x.id()).second) std::cout << to_text(m, x) << '\n';
  };
  monitor_options options;
  options.on_signal = [](monitor_signal const& s) {
    std::cout << "  (" << id_of(s.kind) << " " << s.count << ")\n";
  };
  auto const open = [&] {
    return durable_monitor::open(
        m, tell, {}, options,
        {.journal = in_folder("orders.journal"), .snapshot = in_folder("orders.snapshot")});
  };
  //! [open]

  //! [watch]
  auto const hour = [](int h) { return seconds_t{1'772'442'000} + h * 3'600; };
  auto const shipped = event_called(m, part_called(m, "delivery"), "shipped");
  {
    auto watch = open().value();
    for (auto const* order : {"4711", "4712"})
      if (!watch.observe({.order = order, .at = hour(0), .kind = order_event_kind::placed}))
        return 1;
    if (!watch.checkpoint()) return 1;  // now and then
    order_event e{.order = "4711", .at = hour(10)};
    e.event = shipped;
    // When this has returned, the record is written, and the message that it came with can go.
    if (auto const written = watch.observe(e); !written)
      return std::cerr << to_string(written.error()) << '\n', 1;
  }  // the process dies

  auto watch = open().value();
  std::cout << "goes on after " << watch.place().sequence << " entries, "
            << watch.resumed().replayed << " from the journal\n";
  if (!watch.advance(hour(49))) return 1;
  //! [watch]

  //! [erase]
  if (!watch.erase("4712") || !watch.checkpoint()) return 1;
  //! [erase]
  std::cout << to_text(m, watch.watch().score());
  std::filesystem::remove_all(folder, none);
}
