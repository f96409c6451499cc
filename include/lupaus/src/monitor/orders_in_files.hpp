// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the orders of a catalogue in files, a journal and a snapshot for each
// promise.
#pragma once

#include "lupaus/io/writer/write_json.hpp"
#include "lupaus/journal.hpp"
#include "lupaus/monitor/book/kept_orders.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0 {

namespace detail {

class orders_in_files final : public kept_orders {
 public:
  explicit orders_in_files(durable_monitor watch) : open_{std::move(watch)} {}

  monitor const& watch() const override { return open_ ? open_->watch() : *ended_; }
  errors observe(order_event const& e) override {
    return open_ ? open_->observe(e).error() : has_ended();
  }
  errors advance(seconds_t now) override {
    return open_ ? open_->advance(now).error() : has_ended();
  }
  errors erase(std::string_view order) override {
    return open_ ? open_->erase(order).error() : has_ended();
  }
  errors checkpoint() override { return open_ ? open_->checkpoint().error() : has_ended(); }
  void finish(seconds_t now) override {
    if (open_) ended_.emplace(std::move(*open_).release());
    open_.reset();
    ended_->advance(now);
    ended_->finish();
  }

 private:
  static errors has_ended() {
    error e;
    e.code = error_code::contradiction;
    e.message = "the log has ended, and its files are closed";
    return {std::move(e)};
  }

  std::optional<durable_monitor> open_;
  std::optional<monitor> ended_;
};

}  // namespace detail

LUPAUS_DECL order_store in_folder(std::string folder, bool syncs) {
  return [folder = std::move(folder), syncs](
             explorable_promise const& promise, monitor::breach_sink on_breach,
             monitor::remark_sink on_remark,
             monitor_options const& options) -> result<std::shared_ptr<detail::kept_orders>> {
    auto const hash = content_hash(promise.view());
    auto const file = folder + '/' + hash.substr(hash.find(':') + 1);
    auto opened = durable_monitor::open(promise, std::move(on_breach), std::move(on_remark),
                                        options, {file + ".journal", file + ".snapshot", syncs});
    if (!opened) return opened.error();
    return std::shared_ptr<detail::kept_orders>{
        std::make_shared<detail::orders_in_files>(std::move(opened).value())};
  };
}

}  // namespace lupaus::inline v0
