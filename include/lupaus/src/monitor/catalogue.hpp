// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the monitor of a catalogue.
#pragma once

#include "lupaus/io/writer/write_json.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/monitor/book/kept_orders.hpp"
#include "lupaus/monitor/book/offer_index.hpp"
#include "lupaus/monitor/book/wake_queue.hpp"
#include "lupaus/src/monitor/monitor.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

class orders_in_memory final : public kept_orders {
 public:
  explicit orders_in_memory(monitor watch) : watch_{std::move(watch)} {}

  monitor const& watch() const override { return watch_; }
  errors observe(order_event const& e) override { return watch_.observe(e), errors{}; }
  errors advance(seconds_t now) override { return watch_.advance(now), errors{}; }
  errors erase(std::string_view order) override { return watch_.erase(order), errors{}; }
  errors checkpoint() override { return {}; }
  void finish(seconds_t now) override {
    watch_.advance(now);
    watch_.finish();
  }

 private:
  monitor watch_;
};

/// One promise, and when it is told the time next.
struct watched_offer {
  static constexpr seconds_t never = (std::numeric_limits<seconds_t>::max)();

  explorable_promise promise;
  std::string hash;
  std::shared_ptr<kept_orders> orders = {};
  seconds_t looked_at = never;

  model_view const& model() const { return promise.view(); }
  monitor const& watch() const { return orders->watch(); }
  seconds_t next_due() const { return watch().next_due().value_or(never); }
};

/// All promises with their orders, and one clock.
class order_catalogue {
 public:
  order_catalogue(catalogue_monitor::breach_sink on_breach,
                  catalogue_monitor::remark_sink on_remark, monitor_options options,
                  order_store store)
      : on_breach_{std::move(on_breach)},
        on_remark_{std::move(on_remark)},
        options_{std::move(options)},
        store_{std::move(store)} {}
  order_catalogue(order_catalogue const&) = delete;
  order_catalogue& operator=(order_catalogue const&) = delete;

  offer_index const& index() const { return index_; }
  watched_offer const& offer(std::size_t i) const { return *offers_[i]; }
  template <class F>
  void for_each(F&& f) const {
    for (auto const& o : offers_) f(o->watch());
  }

  errors add(explorable_promise const& promise) {
    auto const name = name_of(promise.view());
    auto hash = content_hash(promise.view());
    if (auto const there = index_.find(name); there != offer_index::none) {
      if (offers_[there]->hash == hash) return {};
      return offer_fault(error_code::contradiction, {},
                         "there is another promise " + quoted(name.identity) + " of version " +
                             quoted(name.version) +
                             ": one that is changed has another version, so that earlier orders "
                             "are judged by what they were promised");
    }
    if (auto refused = too_large_to_watch(promise.view())) return {std::move(*refused)};
    auto const i = static_cast<std::uint32_t>(offers_.size());
    auto offer = std::make_unique<watched_offer>(watched_offer{promise, std::move(hash)});
    if (auto faults = open(*offer, i); !faults.empty()) return faults;
    for (auto const& order : offer->watch().order_numbers()) index_.begin(order, i);
    if (auto const its = offer->watch().now()) now_ = (std::max)(now_, *its);
    index_.add(name_of(offer->model()));
    offers_.push_back(std::move(offer));
    look_again(i);
    return {};
  }

  errors observe(order_event const& e, promise_name said) {
    auto const found = index_.offer_of(e.order, said);
    if (!found) return found.error();
    auto& offer = *offers_[*found];
    if (auto const* const wrong = fault_of(offer.model(), e))
      return offer_fault(error_code::bad_value, e.order, wrong);
    auto faults = pass(e.at, *found);
    // Late is what comes in late by the clock of all.
    if (faults.empty() && e.at < now_ && offer.watch().now().value_or(first_time) < now_)
      faults = offer.orders->advance(now_);
    if (faults.empty()) faults = offer.orders->observe(e);
    if (faults.empty()) now_ = (std::max)(now_, e.at);
    look_again(*found);
    return faults;
  }
  errors advance(seconds_t now) {
    auto faults = pass(now, offer_index::none);
    // One store keeps the time of all.
    if (faults.empty() && !offers_.empty() && now > now_)
      faults = offers_.front()->orders->advance(now);
    if (faults.empty()) now_ = (std::max)(now_, now);
    return faults;
  }
  void finish() {
    if (now_ == first_time) return;
    for (auto const& o : offers_) o->orders->finish(now_);
    for (std::uint32_t i = 0; i < offers_.size(); ++i) look_again(i);
  }
  errors erase(std::string_view order) {
    for (auto const i : index_.under(order))
      if (auto faults = offers_[i]->orders->erase(order); !faults.empty()) return faults;
    return {};
  }
  errors checkpoint() {
    for (auto const& o : offers_)
      if (auto faults = o->orders->checkpoint(); !faults.empty()) return faults;
    return {};
  }

 private:
  static constexpr auto first_time = (std::numeric_limits<seconds_t>::min)();

  errors open(watched_offer& offer, std::uint32_t i) {
    auto const& m = offer.model();
    monitor::breach_sink tell_breach;
    monitor::remark_sink tell_remark;
    if (on_breach_) tell_breach = [this, &m](breach const& b) { on_breach_(m, b); };
    if (on_remark_) tell_remark = [this, &m](remark const& r) { on_remark_(m, r); };
    auto options = options_;
    options.on_signal = [this, i](monitor_signal const& s) { hear(i, s); };
    if (!store_) {
      offer.orders = std::make_shared<orders_in_memory>(monitor{
          offer.promise, std::move(tell_breach), std::move(tell_remark), std::move(options)});
      return {};
    }
    auto opened = store_(offer.promise, std::move(tell_breach), std::move(tell_remark), options);
    if (!opened) return opened.error();
    offer.orders = std::move(opened).value();
    return {};
  }
  // While a store is opened, it is none of the promises yet: its orders are taken over at the end.
  void hear(std::uint32_t i, monitor_signal const& s) {
    if (i < offers_.size()) {
      if (s.kind == signal_kind::order_begun) index_.begin(s.order, i);
      if (s.kind == signal_kind::order_retired || s.kind == signal_kind::order_erased)
        index_.end(s.order, i);
    }
    if (options_.on_signal) options_.on_signal(s);
  }

  void look_again(std::uint32_t i) {
    auto& offer = *offers_[i];
    auto const at = offer.next_due();
    if (at >= offer.looked_at) return;  // it is looked at before
    offer.looked_at = at;
    wakes_.add(at, i);
  }
  /// Tells the time to whatever falls due, as it does. `taking` is about to take a record of that
  /// time, and judges with it what falls due in the same second.
  errors pass(seconds_t until, std::uint32_t taking) {
    while (!wakes_.is_empty() && wakes_.first_time() <= until) {
      auto const at = wakes_.first_time();
      auto const i = wakes_.take();
      auto& offer = *offers_[i];
      if (offer.looked_at != at) continue;
      offer.looked_at = watched_offer::never;
      if (i == taking && at == until) continue;
      auto faults = offer.next_due() <= at ? offer.orders->advance(at) : errors{};
      look_again(i);
      if (!faults.empty()) return faults;
    }
    return {};
  }

  catalogue_monitor::breach_sink on_breach_;
  catalogue_monitor::remark_sink on_remark_;
  monitor_options options_;
  order_store store_;
  std::vector<std::unique_ptr<watched_offer>> offers_;
  offer_index index_;
  wake_queue wakes_;
  seconds_t now_ = first_time;
};

}  // namespace lupaus::inline v0::detail

namespace lupaus::inline v0 {

LUPAUS_DECL catalogue_monitor::catalogue_monitor(breach_sink on_breach, remark_sink on_remark,
                                                 monitor_options options, order_store store)
    : orders_{std::make_unique<detail::order_catalogue>(std::move(on_breach), std::move(on_remark),
                                                        std::move(options), std::move(store))} {}
LUPAUS_DECL catalogue_monitor::catalogue_monitor(catalogue_monitor&&) noexcept = default;
LUPAUS_DECL catalogue_monitor& catalogue_monitor::operator=(catalogue_monitor&&) noexcept = default;
LUPAUS_DECL catalogue_monitor::~catalogue_monitor() = default;

LUPAUS_DECL errors catalogue_monitor::add(explorable_promise const& promise) {
  return orders_->add(promise);
}
LUPAUS_DECL errors catalogue_monitor::observe(order_event const& e, promise_name said) {
  return orders_->observe(e, said);
}
LUPAUS_DECL errors catalogue_monitor::advance(seconds_t now) { return orders_->advance(now); }
LUPAUS_DECL void catalogue_monitor::finish() { orders_->finish(); }
LUPAUS_DECL errors catalogue_monitor::erase(std::string_view order) {
  return orders_->erase(order);
}
LUPAUS_DECL errors catalogue_monitor::checkpoint() { return orders_->checkpoint(); }

LUPAUS_DECL result<model_view const*> catalogue_monitor::promise_of(std::string_view order,
                                                                    promise_name said) const {
  auto const found = orders_->index().offer_of(order, said);
  if (!found) return found.error();
  return &orders_->offer(*found).model();
}
LUPAUS_DECL std::vector<promise_name> catalogue_monitor::promises_of(std::string_view order) const {
  std::vector<promise_name> all;
  for (auto const i : orders_->index().under(order)) all.push_back(orders_->index().name(i));
  return all;
}
LUPAUS_DECL std::size_t catalogue_monitor::promises() const noexcept {
  return orders_->index().size();
}
LUPAUS_DECL monitor const& catalogue_monitor::watch(std::size_t promise) const noexcept {
  return orders_->offer(promise).watch();
}
LUPAUS_DECL monitor const* catalogue_monitor::watch(promise_name of) const noexcept {
  auto const i = orders_->index().find(of);
  return i == detail::offer_index::none ? nullptr : &watch(i);
}
LUPAUS_DECL std::size_t catalogue_monitor::size() const noexcept {
  std::size_t sum = 0;
  orders_->for_each([&](monitor const& m) { sum += m.size(); });
  return sum;
}
LUPAUS_DECL std::optional<seconds_t> catalogue_monitor::next_due() const {
  std::optional<seconds_t> first;
  orders_->for_each([&](monitor const& m) {
    if (auto const due = m.next_due(); due && (!first || *due < *first)) first = due;
  });
  return first;
}

}  // namespace lupaus::inline v0
