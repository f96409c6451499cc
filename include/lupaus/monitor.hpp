// SPDX-License-Identifier: BSL-1.0
//
// Watches real orders: the same promise that was validated is held against what happens to the
// orders sold under it.
//
//   monitor watch{as_sold, [&](breach const& b) { log(to_text(as_sold, b)); }};
//   watch.orders("4711", at);
//   watch.happens("4711", "delivery", "damaged", at + 20h);
//   watch.advance(now);
//
// The orders of a whole catalogue are each held against the promise, and the version of it, that
// they were sold under:
//
//   catalogue_monitor shop{[&](model_view const& m, breach const& b) { log(to_text(m, b)); }};
//   shop.add(express_1);
//   shop.observe(placed, {"express", "1"});
//   shop.add(express_2);      // the offer is changed
//   shop.observe(delivered);  // of the same order: by version 1
//
// What they find, rule by rule: docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/event_names.hpp"
#include "lupaus/explore/explorable_promise.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/monitor/breach.hpp"
#include "lupaus/monitor/monitor_options.hpp"
#include "lupaus/monitor/order_event.hpp"
#include "lupaus/monitor/scorecard.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {
class order_book;
}  // namespace detail

/// What a record lacks to be judged under a promise; null where it is right.
[[nodiscard]] LUPAUS_DECL char const* fault_of(model_view const& m, order_event const& e);
/// A record that has a fault is bad input: throws `bad_input`; without exceptions, prints and
/// aborts.
LUPAUS_DECL void require_record(model_view const& m, order_event const& e);

/// Any number of orders under one promise. Breaches are told as they fall due, in the order of
/// their times; of what a late event or a correction changes, at once.
///
/// Belongs to one thread. Keeps the model; holds the events of each order until it is retired:
/// memory O(orders that are kept · their events). An event takes time O(events of the order so far
/// + what is owed of it) while the order goes a plain way (docs/reference/monitor.md), and beyond
/// that O(events of the promise + what is owed and was found of the order + its records, where they
/// have ids); a logarithm of the orders; and for jeopardy of each deadline to the customer a few
/// dozen walks of the parts.
class monitor {
 public:
  using breach_sink = std::function<void(breach const&)>;
  using remark_sink = std::function<void(remark const&)>;

  /// Throws `bad_input` for a promise of more than 254 events or parties; without exceptions,
  /// prints and aborts.
  explicit monitor(explorable_promise const& promise, breach_sink on_breach = {},
                   remark_sink on_remark = {}, monitor_options options = {});
  monitor(monitor&&) noexcept;
  monitor& operator=(monitor&&) noexcept;
  ~monitor();

  [[nodiscard]] model_view const& promise() const noexcept;

  /// One record of the log. Ids that the promise does not have are bad input, as above.
  void observe(order_event const& e);
  /// Some of them, as one after the other; bad input is told before any is taken. What has many at
  /// hand is faster so.
  void observe(std::span<order_event const> some);
  /// It is now that time: what is due before it and has not come in is broken, but for what may
  /// still come in (L2). A time before the latest changes nothing.
  void advance(seconds_t now);
  /// The log has ended, at the latest time that was seen or told: nothing comes in any more.
  void finish();

  // ---- records by name: as `observe`, and a name that the promise does not have is bad input ----

  void orders(std::string_view order, seconds_t at);
  /// A name of an event is as of `event_called`; `unit` counts from 0.
  void happens(std::string_view order, std::string_view part, std::string_view event, seconds_t at,
               std::size_t unit = 0);
  /// The same, with who did it: a step of an encounter that the customer begins is not given her.
  void does(std::string_view order, std::string_view who, std::string_view part,
            std::string_view event, seconds_t at, std::size_t unit = 0);
  void is_told(std::string_view order, std::string_view who, std::string_view part,
               std::string_view event, seconds_t at, std::size_t unit = 0);
  void contacts(std::string_view order, seconds_t at);
  void asks_for_another(std::string_view order, std::string_view part, answer was, seconds_t at,
                        std::size_t unit = 0);
  void asks_to_cancel(std::string_view order, answer was, seconds_t at);
  /// `part`: what failed; `does`: `replaces`, `performs_again`, `repairs`, `refunds` or
  /// `reduces_price`.
  void remedies(std::string_view order, std::string_view part, answer does, seconds_t at,
                std::size_t unit = 0);
  void cancels(std::string_view order, seconds_t at);
  void refunds(std::string_view order, seconds_t at);
  /// She goes elsewhere, having paid nothing: a lost sale.
  void leaves(std::string_view order, seconds_t at);
  /// Somebody takes one step more than was promised of the part.
  void exceeds(std::string_view order, std::string_view part, seconds_t at);

  // ---- how it stands

  /// Orders that are not retired.
  [[nodiscard]] std::size_t size() const noexcept;
  /// Their numbers, sorted. O(orders · log orders).
  [[nodiscard]] std::vector<std::string> order_numbers() const;
  /// The latest time that was seen or told; none before the first.
  [[nodiscard]] std::optional<seconds_t> now() const noexcept;
  /// When it is to be told the time next, where nothing happens before: something may fall due
  /// then, and nothing does earlier. None: nothing is waited for.
  [[nodiscard]] std::optional<seconds_t> next_due() const noexcept;
  /// The breaches of an order that stand, in the order of their times; none where it is retired.
  /// O(its records), as it may be judged again for this; `holder` too.
  [[nodiscard]] std::vector<breach> breaches(std::string_view order) const;
  /// Who has a good of an order; none when the order is not there, or nobody has it.
  [[nodiscard]] party_id holder(std::string_view order, part_id good, std::size_t unit = 0) const;
  /// Over all orders, the retired ones too. O(orders that are kept · what is owed of them).
  [[nodiscard]] scorecard score() const;
  /// Forgets an order and all that was said of it, its counts too. False where it is not there.
  bool erase(std::string_view order);

  // ---- over the end of a process

  /// All that it knows, as bytes: the same for the same calls. `place`: how far the host had read,
  /// for the host. Format: docs/reference/monitor.md. O(records · log orders).
  [[nodiscard]] std::string snapshot(journal_place place = {}) const;
  /// Takes the place of all that it knows, and goes on as the monitor that wrote it: no breach is
  /// told twice, and none is left out. The promise and the options must be the same; what they
  /// judge otherwise is told, as after a correction. Gives the place that was written with it; or
  /// where the bytes are not what was written, and then nothing is changed. O(records).
  [[nodiscard]] result<journal_place> restore(std::string_view bytes);

 private:
  std::unique_ptr<detail::order_book> book_;
};

// ---- many promises

namespace detail {
class kept_orders;
class order_catalogue;
}  // namespace detail

/// Opens where the orders under one promise are kept: `in_folder` of `lupaus/journal.hpp` is one.
using order_store = std::function<result<std::shared_ptr<detail::kept_orders>>(
    explorable_promise const&, monitor::breach_sink, monitor::remark_sink, monitor_options const&)>;

/// Any number of orders under any number of promises. One order may be under several, its parts
/// sold as several things: each is judged of its own. All are told of one time, so that breaches
/// come as they fall due, whatever promise they are of.
///
/// Belongs to one thread; several of them share orders as monitors do (`monitor_options::share`).
/// Memory as of a monitor for each promise, and some hundred bytes an order. A record takes the
/// time that it takes in a monitor, and O(log promises).
class catalogue_monitor {
 public:
  /// The model is the one that was added. A breach's id is unique among those of one promise.
  using breach_sink = std::function<void(model_view const&, breach const&)>;
  using remark_sink = std::function<void(model_view const&, remark const&)>;

  /// `store`: where orders are kept; empty: in memory.
  explicit catalogue_monitor(breach_sink on_breach = {}, remark_sink on_remark = {},
                             monitor_options options = {}, order_store store = {});
  catalogue_monitor(catalogue_monitor&&) noexcept;
  catalogue_monitor& operator=(catalogue_monitor&&) noexcept;
  ~catalogue_monitor();

  /// From now on orders may be under this promise; those that the store has go on. One that is
  /// there already changes nothing. Refused: another content under the same name, since a changed
  /// promise has another version; what `monitor` refuses; what the store does. Empty where it was
  /// added.
  [[nodiscard]] errors add(explorable_promise const& promise);

  /// One record. `said`: under which promise the order is, as far as the record says so; it has to
  /// with the first record of an order, where there are several promises or versions. Empty where
  /// it was taken in, and the store has it.
  [[nodiscard]] errors observe(order_event const& e, promise_name said = {});
  /// It is now that time, for all orders.
  [[nodiscard]] errors advance(seconds_t now);
  /// The log has ended. The stores are closed as they are.
  void finish();
  /// Forgets an order under every promise.
  [[nodiscard]] errors erase(std::string_view order);
  /// As of `durable_monitor`, in every store; nothing where orders are in memory.
  [[nodiscard]] errors checkpoint();

  // ---- how it stands

  /// The promise that a record of the order is read and judged against, or why nobody can tell.
  [[nodiscard]] result<model_view const*> promise_of(std::string_view order,
                                                     promise_name said = {}) const;
  /// Those that the order is under; none where it is not there.
  [[nodiscard]] std::vector<promise_name> promises_of(std::string_view order) const;
  /// How many promises were added.
  [[nodiscard]] std::size_t promises() const noexcept;
  /// The monitor of a promise, counted from 0 in the order in which they were added.
  [[nodiscard]] monitor const& watch(std::size_t promise) const noexcept;
  /// The monitor of the promise of this name and version; null where there is none.
  [[nodiscard]] monitor const* watch(promise_name of) const noexcept;
  /// Orders that are not retired; one under two promises counts twice.
  [[nodiscard]] std::size_t size() const noexcept;
  /// As of `monitor::next_due`, of all.
  [[nodiscard]] std::optional<seconds_t> next_due() const;

 private:
  std::unique_ptr<detail::order_catalogue> orders_;
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/monitor/catalogue.hpp"
#include "lupaus/src/monitor/monitor.hpp"
#include "lupaus/src/monitor/snapshot.hpp"
#endif
