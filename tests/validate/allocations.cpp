// SPDX-License-Identifier: BSL-1.0
//
// A validator that has seen a catalogue allocates nothing when it sees it again. Counts every
// `operator new`, and lets some fail.
#include "lupaus/validate_all.hpp"

#include "lupaus/model/builder/builder.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

std::atomic<std::size_t> allocations = 0;
std::atomic<bool> only_here = false;  // memory has ended for all other threads
auto const here_is = std::this_thread::get_id();

void* allocate(std::size_t size) {
  ++allocations;
  if (only_here && std::this_thread::get_id() != here_is) throw std::bad_alloc{};
  if (void* const p = std::malloc(size > 0 ? size : 1)) return p;
  throw std::bad_alloc{};
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }

namespace {

using std::chrono::hours;

/// An offer in which much is wrong, of that many parts, by subcontractors without a term.
lupaus::model offer(int parts) {
  using namespace lupaus;
  builder b{"an offer of " + std::to_string(parts) + " parts"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier"), installer = b.subcontractor("installer");
  b.commits_to(carrier, shop, b.whole());
  b.commits_to(installer, carrier, b.whole());
  part_id last;
  for (int i = 0; i < parts; ++i) {
    auto const p = b.service("part " + std::to_string(i));
    b.performs(i % 2 == 0 ? carrier : installer, p);
    b.claims(shop, p, {within(hours{i}), recovered_within(hours{i})});
    b.commits(shop, p, within(hours{i + 1}));
    b.fails(p, "broken");
    b.fails(p, "lost");
    b.on(failed(p, "broken")).owes(i % 3 == 0 ? shop : installer, perform_again(p));
    if (last) b.before(last, p);
    last = p;
  }
  return b.build().value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(allocations_of_a_validator)

BOOST_AUTO_TEST_CASE(none_once_warm) {
  using namespace lupaus;
  std::vector<model> catalogue;
  for (int parts = 1; parts < 20; ++parts) catalogue.push_back(offer(parts));
  validator v;
  std::size_t found = 0;
  auto const run = [&] {
    for (auto const& m : catalogue) v(m, [&](finding const&) { ++found; });
  };
  run();
  BOOST_TEST(found > 500U);
  auto const before = allocations.load();
  run();
  auto const once_warm = allocations - before;
  BOOST_TEST(once_warm == 0U);
}

/// Of what a catalogue has many of; what is found over a graph is read over one, too.
BOOST_AUTO_TEST_CASE(none_to_read_evidence_once_warm) {
  using namespace lupaus;
  auto const m = offer(10);
  std::vector<finding> all;
  basic_validator v{check_list{checks::weaker_subcontract, checks::missing_recourse,
                               checks::unowned_handoff, checks::uninformed_party,
                               checks::reversed_remedy, checks::silent_failure, checks::no_exit,
                               checks::surviving_subcontract}};
  v(m, [&](finding const& f) { all.push_back(f); });
  BOOST_TEST(all.size() > 40U);
  std::vector<element> seen;
  seen.reserve(1'000);
  std::size_t read = 0;
  auto const before = allocations.load();
  for (auto const& f : all) {
    seen.clear();
    f.what->evidence(m.view(), f, seen);
    read += seen.size();
  }
  auto const here = allocations - before;
  BOOST_TEST(here == 0U);
  BOOST_TEST(read > all.size());
}

/// Threads without memory leave their work to the one that has some.
BOOST_AUTO_TEST_CASE(a_catalogue_is_validated_by_those_who_have_memory) {
  using namespace lupaus;
  std::vector<model> catalogue;
  for (int parts = 1; parts < 40; ++parts) catalogue.push_back(offer(parts));
  using found = std::vector<std::pair<std::size_t, finding>>;
  auto const run = [&](std::size_t threads) {
    found all;
    validate_all(catalogue, {.threads = threads, .chunk = 2},
                 [&](std::size_t i, finding const& f) { all.emplace_back(i, f); });
    return all;
  };
  auto const expected = run(1);
  only_here = true;
  auto const told = run(4);
  only_here = false;
  BOOST_TEST(expected.size() > 1'000U);
  BOOST_TEST((told == expected));
}

BOOST_AUTO_TEST_CASE(the_count_counts) {
  auto const before = allocations.load();
  std::vector<int> const some(100);
  auto const here = allocations - before;
  BOOST_TEST(here == 1U);
  BOOST_TEST(some.size() == 100U);
}

BOOST_AUTO_TEST_SUITE_END()
