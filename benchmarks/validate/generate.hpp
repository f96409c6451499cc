// SPDX-License-Identifier: BSL-1.0
//
// A catalogue made up: the same offers on every machine. Of the defects that the nine rules look
// for, each is planted in one offer of fifty; most offers have none.
#pragma once

#include "../catalogue/facts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace catalogue {

/// Random whole numbers that no standard library has a say in (Steele, Lea and Flood, "Fast
/// Splittable Pseudorandom Number Generators", OOPSLA 2014).
class dice {
 public:
  explicit dice(std::uint64_t seed) : state_{seed} {}

  number between(number least, number most) {
    return least + static_cast<number>(next() % static_cast<std::uint64_t>(most - least + 1));
  }
  bool one_in(number n) { return between(1, n) == 1; }

 private:
  std::uint64_t next() {
    auto z = state_ += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  std::uint64_t state_;
};

namespace detail {

/// One offer, told step by step; `first` is the number of its first party, and of its first part.
class offer_maker {
 public:
  offer_maker(dice& d, number at)
      : dice_{d}, first_{at * per_offer}, parts_{d.between(3, 12)}, firms_{d.between(2, 6)} {}

  offer make() {
    offer_.is_listed = true;
    offer_.merchant = first_;
    offer_.customer = first_ + per_offer - 1;
    delegate();
    lay_out_parts();
    promise();
    open_channels();
    foresee_failures();
    wait();
    return std::move(offer_);
  }

 private:
  bool is_planted() { return dice_.one_in(50); }
  number firm() { return first_ + dice_.between(1, firms_); }
  number part(number i) const { return first_ + i; }

  void delegate() {
    std::set<row<2>> edges;
    for (number k = 1; k <= firms_; ++k) {
      edges.insert({first_ + dice_.between(0, k - 1), first_ + k});
      if (k > 1 && dice_.one_in(5)) edges.insert({first_ + dice_.between(1, k - 1), first_ + k});
    }
    has_orphan_ = is_planted();
    auto const last = first_ + firms_;
    if (has_orphan_) std::erase_if(edges, [&](row<2> const& e) { return e[1] == last; });
    if (is_planted()) {
      auto const a = firm();
      auto const b = a == last ? first_ + 1 : a + 1;
      edges.insert({a, b});
      edges.insert({b, a});
    }
    offer_.deleg.assign(edges.begin(), edges.end());
  }

  void lay_out_parts() {
    std::vector<number> ends(static_cast<std::size_t>(parts_));
    for (number i = 0; i < parts_; ++i) {
      auto const is_orphan = has_orphan_ && i + 1 == parts_;
      auto const who = is_orphan ? first_ + firms_ : dice_.one_in(4) ? first_ : firm();
      offer_.parts.push_back({part(i), who, dice_.between(1, 48)});
      std::set<number> earlier;
      for (auto n = i == 0 ? 0 : dice_.between(1, 2); n > 0; --n)
        earlier.insert(dice_.between(0, i - 1));
      number begins = 0;
      for (auto const k : earlier) {
        offer_.prec.push_back({part(k), part(i)});
        begins = std::max(begins, ends[static_cast<std::size_t>(k)]);
      }
      ends[static_cast<std::size_t>(i)] = begins + offer_.parts.back()[2];
    }
    auto const longest = *std::max_element(ends.begin(), ends.end());
    offer_.deadline =
        is_planted() ? longest - dice_.between(1, longest) : longest + dice_.between(0, 72);
  }

  void promise() {
    auto const unbacked = is_planted() ? dice_.between(0, parts_ - 1) : -1;
    auto const weak = is_planted() ? dice_.between(0, parts_ - 1) : -1;
    for (number i = 0; i < parts_; ++i) {
      std::set<number> kinds;
      for (auto n = dice_.between(1, 3); n > 0; --n) kinds.insert(dice_.between(0, 5));
      for (auto const kind : kinds) {
        auto const told = dice_.between(24, 240);
        offer_.claims.push_back({part(i), kind, told});
        if (i == unbacked) continue;
        for (auto n = dice_.between(1, 10) > 7 ? 2 : 1; n > 0; --n)
          offer_.commits.push_back(
              {part(i), kind, i == weak ? told + dice_.between(1, 48) : dice_.between(12, told)});
        if (i != weak && dice_.one_in(7)) offer_.commits.push_back({part(i), kind, told + 10});
      }
    }
  }

  void open_channels() {
    auto const is_cut_off = is_planted();
    auto const last = first_ + firms_;
    std::set<row<2>> pairs;
    for (number k = 1; k <= firms_; ++k) pairs.insert({first_, first_ + k});
    auto const any_two = [&] {
      auto const a = firm();
      auto const b = a == last ? first_ + 1 : a + 1;
      return row<2>{std::min(a, b), std::max(a, b)};
    };
    for (number k = 0; k < firms_; ++k) pairs.insert(any_two());
    if (is_cut_off) std::erase_if(pairs, [&](row<2> const& p) { return p[1] == last; });
    std::set<row<2>> needs;
    for (auto n = dice_.between(1, 3); n > 0; --n) needs.insert(any_two());
    if (is_cut_off) {
      needs.insert({first_ + 1, last});
      pairs.insert({last, offer_.customer});
    }
    for (auto const& p : offer_.parts) pairs.insert({p[1], offer_.customer});
    offer_.channels.assign(pairs.begin(), pairs.end());
    offer_.needs.assign(needs.begin(), needs.end());
  }

  void foresee_failures() {
    auto const is_bare = is_planted(), is_hers = is_planted();
    for (number i = 0; i < parts_; ++i) {
      std::set<number> modes;
      for (auto n = dice_.between(1, 3); n > 0; --n) modes.insert(dice_.between(0, 4));
      for (auto const mode : modes) {
        offer_.failures.push_back({part(i), mode});
        auto const is_first = mode == *modes.begin();
        if (is_bare && i == 0 && is_first) continue;
        auto const who = is_hers && i + 1 == parts_ && is_first ? offer_.customer
                                                                : first_ + dice_.between(0, firms_);
        offer_.remedies.push_back({part(i), mode, who});
      }
    }
  }

  void wait() {
    auto const later = dice_.between(1, parts_ - 1), earlier = dice_.between(0, later - 1);
    if (is_planted()) {
      offer_.waits.push_back({part(earlier), part(later)});
      offer_.waits.push_back({part(later), part(earlier)});
    } else if (dice_.between(1, 10) <= 3) {
      offer_.waits.push_back({part(later), part(earlier)});
    }
  }

  dice& dice_;
  number first_, parts_, firms_;
  bool has_orphan_ = false;
  offer offer_;
};

}  // namespace detail

/// As many offers, always the same.
inline std::vector<offer> generate(std::size_t offers) {
  dice d{20'260'401};
  std::vector<offer> made;
  made.reserve(offers);
  for (std::size_t i = 0; i < offers; ++i)
    made.push_back(detail::offer_maker{d, static_cast<number>(i)}.make());
  return made;
}

/// Writes the folder of facts that `read` reads. Throws std::runtime_error when it cannot.
inline void write(std::vector<offer> const& offers, std::string const& folder) {
  auto const table = [&](char const* relation, auto const& tell) {
    auto const path = folder + "/" + relation + ".facts";
    std::ofstream out{path, std::ios::binary};
    for (std::size_t i = 0; i < offers.size(); ++i) tell(out, static_cast<number>(i), offers[i]);
    if (!out.flush()) throw std::runtime_error{path + ": cannot be written"};
  };
  auto const pairs = [&](char const* relation, std::vector<row<2>> offer::*column) {
    table(relation, [&](auto& out, number, offer const& o) {
      for (auto const& r : o.*column) out << r[0] << '\t' << r[1] << '\n';
    });
  };
  table("offer", [](auto& out, number at, offer const& o) {
    out << at << '\t' << o.merchant << '\t' << o.customer << '\t' << o.deadline << '\n';
  });
  table("part", [](auto& out, number at, offer const& o) {
    for (auto const& r : o.parts) out << r[0] << '\t' << at << '\t' << r[1] << '\t' << r[2] << '\n';
  });
  pairs("prec", &offer::prec);
  pairs("deleg", &offer::deleg);
  pairs("channel", &offer::channels);
  pairs("wait", &offer::waits);
  pairs("failure", &offer::failures);
  table("need", [](auto& out, number at, offer const& o) {
    for (auto const& r : o.needs) out << at << '\t' << r[0] << '\t' << r[1] << '\n';
  });
  number claims = 0, commits = 0;
  table("claim", [&](auto& out, number at, offer const& o) {
    for (auto const& r : o.claims)
      out << claims++ << '\t' << at << '\t' << r[0] << '\t' << r[1] << '\t' << r[2] << '\n';
  });
  table("commit", [&](auto& out, number, offer const& o) {
    for (auto const& r : o.commits)
      out << commits++ << '\t' << r[0] << '\t' << r[1] << '\t' << o.merchant << '\t' << r[2]
          << '\n';
  });
  table("remedy", [](auto& out, number, offer const& o) {
    for (auto const& r : o.remedies) out << r[0] << '\t' << r[1] << '\t' << r[2] << '\n';
  });
}

}  // namespace catalogue
