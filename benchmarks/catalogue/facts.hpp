// SPDX-License-Identifier: BSL-1.0
//
// A catalogue of offers as facts: a folder with one tab-separated file of whole numbers a relation.
//
//   offer(o, merchant, customer, deadline)   part(p, o, performer, duration)   prec(before, after)
//   claim(c, o, p, kind, deadline)           commit(m, p, kind, party, limit)  deleg(a, b)
//   channel(a, b)  need(o, a, b)             failure(p, mode)  remedy(p, mode, party)  wait(a, b)
//
// Parties and parts are numbered 16 · offer + k; times are hours. A file that is absent is an empty
// relation, but for `offer` and `part`.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

using number = std::int64_t;
inline constexpr number per_offer = 16;  ///< parties of an offer, and parts

template <std::size_t N>
using row = std::array<number, N>;

struct offer {
  number merchant = 0, customer = 0, deadline = 0;
  bool is_listed = false;
  std::vector<row<3>> parts;     ///< part, performer, duration
  std::vector<row<2>> prec;      ///< before, after
  std::vector<row<2>> deleg;     ///< who has contracted whom
  std::vector<row<2>> channels;  ///< who can reach whom
  std::vector<row<2>> needs;     ///< who must coordinate with whom
  std::vector<row<2>> waits;     ///< the start of a part waits for an event of another
  std::vector<row<3>> claims;    ///< part, kind, deadline
  std::vector<row<3>> commits;   ///< part, kind, limit
  std::vector<row<2>> failures;  ///< part, mode
  std::vector<row<3>> remedies;  ///< part, mode, party
};

namespace detail {

inline std::string read_file(std::string const& path, bool is_needed) {
  std::ifstream in{path, std::ios::binary};
  if (!in) {
    if (is_needed) throw std::runtime_error{path + ": cannot be opened"};
    return {};
  }
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Calls `f(row)` for every line of a file.
template <std::size_t N, class F>
void for_each_row(std::string const& path, bool is_needed, F f) {
  auto const text = read_file(path, is_needed);
  auto const* at = text.data();
  auto const* const end = at + text.size();
  for (std::size_t line = 1; at < end; ++line) {
    auto const fail = [&](std::string const& what) {
      throw std::runtime_error{path + ":" + std::to_string(line) + ": " + what};
    };
    row<N> r;
    for (std::size_t i = 0; i < N; ++i) {
      auto const [after, fault] = std::from_chars(at, end, r[i]);
      if (fault != std::errc{} || r[i] < 0)
        fail("column " + std::to_string(i + 1) + " is no whole number of 0 or more");
      at = after;
      auto const ends = at == end || *at == '\n';
      if (i + 1 < N ? (ends || *at != '\t') : !ends)
        fail(std::to_string(N) + " columns between tabulators are expected");
      if (at < end) ++at;
    }
    f(r, fail);
  }
}

}  // namespace detail

/// Reads the folder. Throws std::runtime_error with file and line for what it cannot read.
inline std::vector<offer> read(std::string const& folder) {
  constexpr number most_offers = 100'000'000;
  std::vector<offer> offers;
  auto const path = [&](char const* relation) { return folder + "/" + relation + ".facts"; };
  detail::for_each_row<4>(path("offer"), true, [&](row<4> const& r, auto const& fail) {
    if (r[0] >= most_offers) fail("an offer below " + std::to_string(most_offers) + " is expected");
    auto const at = static_cast<std::size_t>(r[0]);
    if (offers.size() <= at) offers.resize(at + 1);
    auto& o = offers[at];
    if (o.is_listed) fail("the offer " + std::to_string(r[0]) + " is listed twice");
    o.is_listed = true;
    o.merchant = r[1];
    o.customer = r[2];
    o.deadline = r[3];
    if (r[1] / per_offer != r[0] || r[2] / per_offer != r[0])
      fail("the parties of offer " + std::to_string(r[0]) + " are numbered 16 times that, and on");
  });
  auto const offer_of = [&](number id, auto const& fail) -> offer& {
    auto const at = static_cast<std::size_t>(id / per_offer);
    if (at >= offers.size() || !offers[at].is_listed)
      fail(std::to_string(id) + " belongs to no offer that is listed");
    return offers[at];
  };
  detail::for_each_row<4>(path("part"), true, [&](row<4> const& r, auto const& fail) {
    offer_of(r[0], fail).parts.push_back({r[0], r[2], r[3]});
  });
  auto const pairs = [&](char const* relation, std::vector<row<2>> offer::*column) {
    detail::for_each_row<2>(path(relation), false, [&](row<2> const& r, auto const& fail) {
      (offer_of(r[0], fail).*column).push_back(r);
    });
  };
  pairs("prec", &offer::prec);
  pairs("deleg", &offer::deleg);
  pairs("channel", &offer::channels);
  pairs("wait", &offer::waits);
  pairs("failure", &offer::failures);
  detail::for_each_row<3>(path("need"), false, [&](row<3> const& r, auto const& fail) {
    offer_of(r[1], fail).needs.push_back({r[1], r[2]});
  });
  detail::for_each_row<5>(path("claim"), false, [&](row<5> const& r, auto const& fail) {
    offer_of(r[2], fail).claims.push_back({r[2], r[3], r[4]});
  });
  detail::for_each_row<5>(path("commit"), false, [&](row<5> const& r, auto const& fail) {
    offer_of(r[1], fail).commits.push_back({r[1], r[2], r[4]});
  });
  detail::for_each_row<3>(path("remedy"), false, [&](row<3> const& r, auto const& fail) {
    offer_of(r[0], fail).remedies.push_back(r);
  });
  return offers;
}

}  // namespace catalogue
