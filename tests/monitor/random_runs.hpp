// SPDX-License-Identifier: BSL-1.0
//
// Random promises and logs, and one run of the monitor over a log: what properties of it are asked
// of. One that does not hold is told with the shortest log that shows it.
#pragma once

#include "monitor/batch_judge.hpp"
#include "monitor/random_log.hpp"
#include "support/chooser.hpp"
#include "support/random_counts.hpp"
#include "support/random_model.hpp"
#include "support/random_reductions.hpp"
#include "support/runs.hpp"
#include "support/small_model.hpp"
#include "support/teller.hpp"
#include "support/walks.hpp"
#include "support/wild_model.hpp"

#include "lupaus/io/writer/write_json.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/monitor.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace proof::watching {

using namespace lupaus;
using log_of_orders = std::vector<order_event>;

constexpr seconds_t for_ever = 1'000 * 365 * one_day;

// ---- what is compared --------------------------------------------------------------------------

inline auto key_of(breach_key const& k) {
  return std::tuple{k.kind, k.of, k.told, k.part, k.unit, k.attempt};
}
/// What it came from is told with these, and is no limit of theirs.
inline bool is_of_order(breach_kind k) {
  return k == breach_kind::broken_promise || k == breach_kind::watermelon;
}
inline auto what_counts(breach const& b) {
  auto const is_whole = is_of_order(b.key.kind);
  return std::tuple{b.at, key_of(b.key), is_whole ? part_id{} : b.part, is_whole ? 0 : b.due,
                    is_whole ? 0 : b.units};
}
inline void sort(std::vector<breach>& all) {
  std::sort(all.begin(), all.end(),
            [](auto const& a, auto const& b) { return what_counts(a) < what_counts(b); });
}
inline std::string told(model_view const& m, breach const& b) {
  std::ostringstream out;
  auto const& key = b.key.kind == breach_kind::revised ? b.revises : b.key;
  out << b.order << " " << b.at << " " << id_of(b.key.kind) << " " << id_of(key.kind) << " of kind "
      << static_cast<int>(key.of.kind) << " " << key.of.index;
  if (key.told) out << " to " << m.parties[key.told].name;
  if (key.part) out << " failed " << m.parts[key.part].name;
  out << " unit " << key.unit << " attempt " << key.attempt;
  if (b.part) out << " part " << m.parts[b.part].name;
  out << " due " << b.due << " units " << b.units << (b.is_found_late ? " found late" : "");
  return out.str();
}
inline std::string differences(model_view const& m, std::vector<breach> ours,
                               std::vector<breach> theirs) {
  sort(ours), sort(theirs);
  std::ostringstream out;
  auto const missing = [&](auto const& from, auto const& in, char const* who) {
    for (auto const& b : from)
      if (std::none_of(in.begin(), in.end(),
                       [&](auto const& x) { return what_counts(x) == what_counts(b); }))
        out << "  only " << who << ": " << told(m, b) << "\n";
  };
  missing(ours, theirs, "the monitor");
  missing(theirs, ours, "the oracle");
  if (out.str().empty() && ours.size() != theirs.size()) out << "  the same one twice\n";
  return out.str();
}

inline std::vector<std::string> orders_of(log_of_orders const& log) {
  std::set<std::string> all;
  for (auto const& e : log) all.insert(e.order);
  return {all.begin(), all.end()};
}
inline seconds_t last_time(log_of_orders const& log) {
  seconds_t last = 0;
  for (auto const& e : log) last = std::max(last, e.at);
  return last;
}

// ---- one run -----------------------------------------------------------------------------------

struct outcome {
  std::vector<breach> told;
  std::map<std::string, std::vector<breach>> stand;
  scorecard score;
};
struct arrival {
  seconds_t at;  // when it comes in
  order_event what;
};

inline outcome watch(model_view const& m, std::vector<arrival> const& log, seconds_t end,
                     monitor_options const& options, bool advances = false) {
  outcome o;
  monitor watches{m, [&](breach const& b) { o.told.push_back(b); }, {}, options};
  for (auto const& x : log) {
    if (advances) watches.advance(x.at);
    watches.observe(x.what);
  }
  watches.advance(end);
  watches.finish();
  for (auto const& x : log) o.stand[x.what.order] = watches.breaches(x.what.order);
  o.score = watches.score();
  return o;
}
inline std::vector<arrival> in_time(log_of_orders const& log) {
  std::vector<arrival> all;
  for (auto const& e : log) all.push_back({e.at, e});
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return a.at < b.at; });
  return all;
}
inline monitor_options with(monitor_options o, seconds_t lateness) {
  o.lateness = lateness;
  o.keeps_ended = for_ever;
  return o;
}

/// Each order as the oracle finds it. The log ends a second after its latest time.
inline std::string against_oracle(proof::naive_promise const& p, outcome const& ours,
                                  log_of_orders const& arrived, seconds_t end,
                                  monitor_options const& options) {
  std::string all;
  std::uint64_t standing[breach_kinds] = {};
  for (auto const& order : orders_of(arrived)) {
    log_of_orders one;
    for (auto const& e : arrived)
      if (e.order == order) one.push_back(e);
    auto const theirs = proof::judge(p, one, end + 1, options);
    for (auto const& b : theirs) ++standing[static_cast<std::size_t>(b.key.kind)];
    all += differences(p.m, ours.stand.at(order), theirs);
  }
  for (std::size_t k = 0; k < breach_kinds && all.empty(); ++k)
    if (ours.score.breaches[k] != standing[k])
      all += "  the score counts another number of " +
             std::string{id_of(static_cast<breach_kind>(k))} + "\n";
  return all;
}

/// What was told and not revised is what stands; nothing is told twice, or revised without having
/// been told.
inline std::string told_as_it_stands(model_view const& m, outcome const& o) {
  std::map<std::pair<std::string, decltype(key_of({}))>, breach> told_so_far;
  std::uint64_t revised = 0;
  for (auto const& b : o.told) {
    if (b.key.kind == breach_kind::revised) {
      ++revised;
      if (told_so_far.erase({b.order, key_of(b.revises)}) == 0)
        return "  revised, and was not told: " + told(m, b) + "\n";
    } else if (!told_so_far.emplace(std::pair{b.order, key_of(b.key)}, b).second) {
      return "  told twice: " + told(m, b) + "\n";
    }
  }
  std::size_t stand = 0;
  for (auto const& [order, all] : o.stand)
    for (auto const& b : all) {
      ++stand;
      if (told_so_far.count({order, key_of(b.key)}) == 0)
        return "  stands, and was not told: " + told(m, b) + "\n";
    }
  if (stand != told_so_far.size()) return "  told, does not stand, and was not revised\n";
  if (revised != o.score.revised) return "  the score counts another number of revised\n";
  return {};
}

inline bool is_same(breach const& a, breach const& b) {
  return a.order == b.order && what_counts(a) == what_counts(b) && a.where == b.where &&
         a.event == b.event && a.late_by == b.late_by && a.of_units == b.of_units &&
         a.answers == b.answers && a.caused_by == b.caused_by &&
         a.failed_to_tell == b.failed_to_tell && a.is_found_late == b.is_found_late &&
         a.revises == b.revises;
}
inline std::string same_told(model_view const& m, std::vector<breach> const& a,
                             std::vector<breach> const& b) {
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    if (i < a.size() && i < b.size() && is_same(a[i], b[i])) continue;
    return "  told at place " + std::to_string(i) + ":\n    " +
           (i < a.size() ? told(m, a[i]) : "nothing") + "\n    " +
           (i < b.size() ? told(m, b[i]) : "nothing") + "\n";
  }
  return {};
}

// ---- what is asked ------------------------------------------------------------------------------

/// What a property is asked of: a promise, a log in the order of its times, and a seed for the
/// rest.
struct question {
  proof::naive_promise const& promise;
  log_of_orders const& log;
  std::uint64_t seed;
};

inline seconds_t some_time(std::uint64_t seed) {
  proof::chooser r{seed};
  return r.chance(30) ? 0 : r.chance(50) ? r.between(1, 6'000) * 60 : 60 * one_day;
}
/// The same choices for a record, whatever else is in the log.
inline proof::chooser choices_for(order_event const& e, std::uint64_t seed) {
  for (auto c : e.id) seed = (seed ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return proof::chooser{seed};
}
/// By when they come in; of one second, in any order.
inline void sort(std::vector<arrival>& all, std::uint64_t seed) {
  auto const place = [&](arrival const& x) {
    return std::pair{x.at, choices_for(x.what, seed + 1).below(1'000'000)};
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](auto const& a, auto const& b) { return place(a) < place(b); });
}
inline std::vector<arrival> with_delays(log_of_orders const& log, seconds_t longest,
                                        std::uint64_t seed) {
  auto all = in_time(log);
  for (auto& x : all)
    if (auto r = choices_for(x.what, seed); r.chance(70))
      x.at += static_cast<seconds_t>(r.below(static_cast<std::size_t>(longest)));
  sort(all, seed);
  return all;
}

/// The log as it comes in late, and with records that are taken back or told anew.
inline std::vector<arrival> with_corrections(log_of_orders const& log, seconds_t lateness,
                                             std::uint64_t seed) {
  std::vector<arrival> all;
  for (auto const& e : log) {
    auto r = choices_for(e, seed);
    auto const late = [&] {
      return r.chance(60) ? seconds_t{0}
                          : static_cast<seconds_t>(r.below(std::size_t{12} * 86'400));
    };
    all.push_back({e.at + (r.chance(30) ? late() : r.between(0, static_cast<int>(lateness))), e});
    if (!r.chance(15)) continue;
    auto x = e;
    x.id += " again";
    x.corrects = e.id;
    if (r.chance(50))
      x.kind = order_event_kind::withdrawn;
    else
      x.at += r.between(-86'400, 86'400);
    // Some come in before what they correct.
    all.push_back({all.back().at + (r.chance(15) ? -late() : late()), x});
    if (!r.chance(20)) continue;
    x.corrects = x.id;
    x.id += " and again";
    x.at += r.between(-3'600, 3'600);
    all.push_back({all.back().at + late(), x});
  }
  sort(all, seed);
  return all;
}

// ---- running them ------------------------------------------------------------------------------

/// What she is told, and what firms are bound to, of which few random promises speak.
inline void add_terms(proof::description& d, proof::chooser& r) {
  using namespace proof;
  std::vector<std::string> parts{""};
  std::vector<mention> events{mention{}, mention{}};
  for (auto const& p : d.parts) {
    parts.push_back(p.name);
    events.push_back(r.chance(50) ? started(p.name) : completed(p.name));
    if (p.is_good) events.push_back(possession(p.name));
  }
  auto const time = [&] {
    return r.chance(20) ? amount{amount::workdays, r.between(0, 3) + 100 * r.between(0, 1)}
                        : minutes(r.chance(50) ? 60 * r.between(0, 48) : r.between(1, 3'000));
  };
  auto const quality = [&] {
    return r.one_of(std::vector{quality_name::deadline, quality_name::deadline,
                                quality_name::recovery, quality_name::recovery,
                                quality_name::informed, quality_name::cancellable});
  };
  auto const term = [&] {
    term_says t{quality(), time(), {}};
    if (t.quality == quality_name::deadline || t.quality == quality_name::cancellable)
      t.anchor = r.one_of(events);
    if (t.quality == quality_name::recovery && !d.events.empty() && r.chance(30)) {
      t.anchor = r.one_of(d.events).said();
      if (r.chance(50)) t.anchor = reported(t.anchor);
    }
    return t;
  };
  // An encounter, in one of two; half of what is said of its steps is committed to.
  if (r.chance(50))
    for (auto& p : d.parts) {
      if (p.is_good || r.chance(30)) continue;
      p.gives = r.between(1, 3);
      term_says const step{quality_name::step, minutes(r.between(1, 3)), {}};
      auto const about = r.one_of(parts);
      if (r.chance(50)) d.claims.push_back({2'000 + p.gives, d.seller, about, {step}});
      if (r.chance(30)) d.claims.push_back({3'000 + p.gives, d.seller, {}, {term(), step, step}});
      if (r.chance(50)) d.commitments.push_back({d.seller, d.customer, about, {step}});
      if (r.chance(20) && !d.parties.empty())
        d.commitments.push_back({r.one_of(d.parties).name, d.seller, p.name, {step}});
    }
  for (int i = r.between(0, 2); i > 0; --i) {
    claim_says c{1'000 + i, d.seller, r.one_of(parts), {term()}};
    if (r.chance(30)) c.terms.push_back(term());
    d.claims.push_back(c);
  }
  for (int i = r.between(0, 3); i > 0 && !d.parties.empty(); --i) {
    auto const who = r.one_of(d.parties).name;
    commitment_says c{who, r.chance(20) ? d.customer : d.seller, r.one_of(parts), {term()}};
    if (r.chance(15)) c.given = r.one_of(events);
    if (r.chance(15)) c.brings_about = r.one_of(events);
    d.commitments.push_back(c);
    if (r.chance(30)) d.abilities.push_back({who, d.parts[r.below(d.parts.size())].name, time()});
  }
  number_commitments(d);
}

/// All sizes and kinds of promises.
inline proof::description some_promise(std::uint64_t seed) {
  // The slow judge knows no time-outs: time_outs.cpp has those.
  auto const speaks_of_time = [](proof::description d) {
    auto some = false;
    proof::for_each_mention(d, [&](proof::mention const& e) { some = some || e.minutes >= 0; });
    return some;
  };
  if (seed % 4 == 3) {
    auto d = proof::wild_promise(seed);
    for (auto& e : d.events) e.until = {};
    return d;
  }
  if (seed % 8 == 6) return proof::sound_promise(seed);
  auto d = proof::small_promise(seed);
  if (speaks_of_time(d)) return proof::sound_promise(seed);
  proof::chooser r{seed};
  if (r.chance(15)) d.parts[r.below(d.parts.size())].quantity = r.between(2, 3);
  proof::chooser of_times{seed + 4};  // apart, so that the rest is as it is
  if (of_times.chance(40)) proof::count_failures(of_times, d);
  if (of_times.chance(40)) proof::reduce_prices(of_times, d);
  auto more = d;
  add_terms(more, r);
  return proof::to_model(more) ? more : d;
}

/// Records are dropped, one by one, while it still fails.
template <class Property>
log_of_orders shrunk(proof::naive_promise const& p, log_of_orders log, std::uint64_t seed,
                     Property property) {
  for (auto news = true; news;) {
    news = false;
    for (std::size_t i = log.size(); i-- > 0;) {
      auto fewer = log;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (property(question{p, fewer, seed}).empty()) continue;
      log = fewer;
      news = true;
    }
  }
  return log;
}

template <class Property>
void hold(std::size_t promises, Property property) {
  constexpr std::uint64_t logs = 4;
  auto const first = proof::first_seed();
  std::size_t held = 0;
  for (std::size_t i = 0; i < proof::runs(promises); ++i) {
    auto const seed = first + i;
    auto const m = proof::to_model(some_promise(seed));
    if (!m) continue;
    proof::naive_promise const p{m->view()};
    for (std::uint64_t n = 0; n < logs; ++n) {
      auto const log = proof::random_log(p, seed * logs + n);
      if (property(question{p, log, seed * logs + n}).empty()) {
        ++held;
        continue;
      }
      auto const few = shrunk(p, log, seed * logs + n, property);
      std::ostringstream out;
      for (auto const& e : few) out << "  " << proof::to_string(*m, e) << "\n";
      BOOST_ERROR("LUPAUS_SEED=" << seed << " LUPAUS_RUNS=1 shows it again, at log " << n << ":\n"
                                 << out.str() << property(question{p, few, seed * logs + n})
                                 << write_model(*m));
      return;
    }
  }
  BOOST_TEST(held > 0U);
}

}  // namespace proof::watching
