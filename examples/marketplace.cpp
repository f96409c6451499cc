// SPDX-License-Identifier: BSL-1.0
//
// marketplace FOLDER: a marketplace promises each buyer a day, and each merchant promises the
// marketplace a moment by which the parcel is with the carrier. A year of orders is held against
// that: who was late, and did it reach the customer?
//
// The folder holds two tables in CSV: *orders*.csv, with the columns order_id, order_status,
// order_purchase_timestamp, order_approved_at, order_delivered_carrier_date,
// order_delivered_customer_date, order_estimated_delivery_date; and *items*.csv, with order_id,
// seller_id, shipping_limit_date. It is the form in which Olist published its orders.
#include "lupaus/builder.hpp"
#include "lupaus/monitor.hpp"

#include <boost/tokenizer.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

// ---- the tables

using row = std::map<std::string, std::string>;

std::vector<row> read_table(std::filesystem::path const& file) {
  using fields_of_line = boost::tokenizer<boost::escaped_list_separator<char>>;
  std::ifstream in{file};
  if (!in) throw std::runtime_error{file.string() + " cannot be read"};
  auto const fields = [](std::string line) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    fields_of_line const of{line};
    return std::vector<std::string>(of.begin(), of.end());
  };
  std::string line;
  std::getline(in, line);
  auto const names = fields(line);
  std::vector<row> rows;
  while (std::getline(in, line)) {
    auto const values = fields(line);
    row r;
    for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) r[names[i]] = values[i];
    rows.push_back(std::move(r));
  }
  return rows;
}

std::filesystem::path table_of(std::filesystem::path const& folder, std::string const& about) {
  for (auto const& entry : std::filesystem::directory_iterator{folder}) {
    auto const name = entry.path().filename().string();
    if (name.find(about) != name.npos && name.ends_with(".csv")) return entry.path();
  }
  throw std::runtime_error{"there is no table *" + about + "*.csv in " + folder.string()};
}

/// "2017-10-02 10:56:33", on the clock of the table; none for an empty field.
std::optional<seconds_t> moment(std::string const& text) {
  if (text.size() < 19) return {};
  auto const number = [&](std::size_t at, std::size_t digits) {
    return std::stoi(text.substr(at, digits));
  };
  auto const date =
      day(number(0, 4), static_cast<unsigned>(number(5, 2)), static_cast<unsigned>(number(8, 2)));
  return seconds_t{date.since_epoch} * one_day + number(11, 2) * 3'600 + number(14, 2) * 60 +
         number(17, 2);
}

// ---- the promise

struct marketplace {
  builder b{"goods from a merchant, delivered"};
  party_id buyer = b.customer("buyer"), site = b.seller("marketplace"),
           merchant = b.subcontractor("merchant"), carrier = b.subcontractor("carrier");
  part_id approval = b.service("approval"), dispatch = b.service("dispatch"),
          delivery = b.service("delivery");
  claim_id by_day;         ///< what the buyer was told
  commitment_id by_limit;  ///< what the merchant promised the marketplace
  event_id approved, handed_over, delivered;
  std::optional<model> made;

  marketplace() {
    b.product(approval >> dispatch >> delivery);
    b.performs(site, approval);
    // Each order has limits of its own, which stand for these.
    by_day = b.claims(site, delivery, within(30 * 24h));
    b.commits_to(merchant, site, dispatch, within(7 * 24h));
    b.commits_to(carrier, site, delivery);
    made = b.build().value();
    auto const& m = made->view();
    for (auto i : m.commitments.ids())
      if (m.commitments[i].debtor == merchant) by_limit = i;
    approved = find_event(m, event_kind::completed, approval);
    handed_over = find_event(m, event_kind::completed, dispatch);
    delivered = find_event(m, event_kind::completed, delivery);
  }
};

// ---- the log

struct order_facts {
  std::string id, status;
  std::optional<seconds_t> purchased, approved, handed_over, delivered, estimate, limit;
  std::size_t items = 0;
  std::set<std::string> merchants;
};

std::vector<order_facts> read_orders(std::filesystem::path const& folder) {
  std::vector<order_facts> orders;
  std::map<std::string, std::size_t> place;
  for (auto& r : read_table(table_of(folder, "orders"))) {
    place[r["order_id"]] = orders.size();
    orders.push_back({r["order_id"],
                      r["order_status"],
                      moment(r["order_purchase_timestamp"]),
                      moment(r["order_approved_at"]),
                      moment(r["order_delivered_carrier_date"]),
                      moment(r["order_delivered_customer_date"]),
                      moment(r["order_estimated_delivery_date"]),
                      {},
                      0,
                      {}});
  }
  for (auto& r : read_table(table_of(folder, "items"))) {
    auto const found = place.find(r["order_id"]);
    if (found == place.end()) continue;
    auto& o = orders[found->second];
    ++o.items;
    o.merchants.insert(r["seller_id"]);
    o.limit = (std::max)(o.limit, moment(r["shipping_limit_date"]));
  }
  return orders;
}

/// What the monitor found of each order, with the promise read as a moment or as a day.
struct found {
  std::set<std::string> late, merchant_late, in_jeopardy_at_once;
  scorecard score;
};

found watch(marketplace const& p, std::vector<order_facts> const& orders, bool by_day) {
  found f;
  std::map<std::string, seconds_t> placed;
  monitor watch{*p.made, [&](breach const& b) {
                  auto const is_term = b.key.kind == breach_kind::broken_term;
                  if (is_term && b.key.of == element{p.by_day}) f.late.insert(b.order);
                  if (is_term && b.key.of == element{p.by_limit}) f.merchant_late.insert(b.order);
                  if (b.key.kind == breach_kind::jeopardy && b.at == placed[b.order])
                    f.in_jeopardy_at_once.insert(b.order);
                }};
  std::vector<order_event> log;
  for (auto const& o : orders) {
    if (!o.purchased || !o.estimate || !o.limit) continue;
    placed[o.id] = *o.purchased;
    order_event e{.order = o.id, .at = *o.purchased, .kind = order_event_kind::placed};
    auto const day_of = static_cast<std::int64_t>(*o.estimate / one_day);
    e.promised = {{p.by_day, by_day ? bound{bound_kind::calendar_day, day_of, 0, {}}
                                    : bound{bound_kind::instant, *o.estimate, 0, {}}},
                  {p.by_limit, {bound_kind::instant, *o.limit, 0, {}}}};
    log.push_back(e);
    auto last = *o.purchased;
    auto const happens = [&](event_id what, std::optional<seconds_t> at) {
      if (!at) return;
      last = (std::max)(last, *at);
      order_event step{.order = o.id, .at = *at};
      step.event = what;
      log.push_back(step);
    };
    happens(p.approved, o.approved);
    happens(p.handed_over, o.handed_over);
    if (o.status == "delivered") happens(p.delivered, o.delivered);
    // The table does not say when an order was cancelled: it was after all that it does say.
    if (o.status == "canceled")
      log.push_back({.order = o.id, .at = last, .kind = order_event_kind::called_off});
  }
  std::stable_sort(log.begin(), log.end(),
                   [](auto const& a, auto const& b) { return a.at < b.at; });
  for (auto const& e : log) watch.observe(e);
  // Two years later every limit has passed.
  if (!log.empty()) watch.advance(log.back().at + 730 * one_day);
  f.score = watch.score();
  return f;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::cerr << "usage: marketplace FOLDER, with *orders*.csv and *items*.csv in it\n";
    return 2;
  }
  auto const orders = read_orders(argv[1]);
  marketplace const p;
  auto const by_moment = watch(p, orders, false), by_day = watch(p, orders, true);

  std::size_t delivered = 0, late_by_moment = 0, late_by_day = 0, unfinished = 0, several_items = 0,
              several_merchants = 0, handed_over = 0, merchant_late = 0, both_late = 0,
              only_late = 0, only_merchant = 0, on_time = 0, cancelled_after = 0;
  for (auto const& o : orders) {
    auto const is_delivered = o.status == "delivered" && o.delivered;
    auto const was_late = by_moment.late.contains(o.id);
    auto const merchant_was = by_moment.merchant_late.contains(o.id) && o.handed_over;
    delivered += is_delivered;
    late_by_moment += is_delivered && was_late;
    late_by_day += is_delivered && by_day.late.contains(o.id);
    unfinished += o.status == "shipped" && !o.delivered;
    several_items += o.items > 1;
    several_merchants += o.merchants.size() > 1;
    handed_over += o.handed_over.has_value();
    merchant_late += merchant_was;
    cancelled_after += o.status == "canceled" && o.handed_over;
    if (!is_delivered || !o.handed_over) continue;
    both_late += was_late && merchant_was;
    only_late += was_late && !merchant_was;
    only_merchant += !was_late && merchant_was;
    on_time += !was_late && !merchant_was;
  }
  auto const remarks = [&](remark_kind k) {
    return by_moment.score.remarks[static_cast<std::size_t>(k)];
  };
  std::cout
      << by_moment.score.placed << " orders, " << delivered << " delivered, "
      << by_moment.score.cancelled << " cancelled (" << cancelled_after << " after the hand-over), "
      << unfinished << " shipped and never delivered\n"
      << several_items << " with several items, " << several_merchants
      << " from several merchants\n"
      << "late to the buyer: " << late_by_moment << " by the moment, " << late_by_day
      << " by the day\n"
      << "handed over: " << handed_over << ", " << merchant_late
      << " later than the merchant promised\n"
      << "of those delivered: both late " << both_late << ", late though the merchant was not "
      << only_late << ", on time though the merchant was late " << only_merchant
      << ", both on time " << on_time << "\n"
      << "the promise contradicts itself: " << by_moment.in_jeopardy_at_once.size() << '\n'
      << "before the approval: " << remarks(remark_kind::does_not_fit)
      << ", before the purchase: " << remarks(remark_kind::too_early) << '\n'
      << "Late though the merchant was not: that is no proof against the carrier. The day may "
         "have been too tight.\n";
} catch (std::exception const& e) {
  std::cerr << "marketplace: " << e.what() << '\n';
  return 2;
}
