// SPDX-License-Identifier: BSL-1.0
//
// A catalogue in several threads: the findings of one validator, in the same order, whatever the
// number of threads and the size of their chunks; and what the sink throws comes out.
#include "lupaus/validate_all.hpp"

#include "lupaus/model/builder/builder.hpp"
#include "support/planter.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#if defined(__GLIBC__)
#include <pthread.h>
#endif

namespace {

using lupaus::finding;
using found = std::vector<std::pair<std::size_t, finding>>;

std::vector<lupaus::model> wild_catalogue(std::size_t size) {
  std::vector<lupaus::model> models;
  for (auto seed = proof::first_seed(); models.size() < size; ++seed)
    if (auto const m = proof::to_model(proof::random_promise(seed))) models.push_back(*m);
  return models;
}

found one_by_one(std::vector<lupaus::model> const& models) {
  found all;
  lupaus::validator v;
  for (std::size_t i = 0; i < models.size(); ++i)
    v(models[i], [&](finding const& f) { all.emplace_back(i, f); });
  return all;
}

found together(std::vector<lupaus::model> const& models, lupaus::validate_all_options o) {
  found all;
  lupaus::validate_all(models, o, [&](std::size_t i, finding const& f) { all.emplace_back(i, f); });
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(same_findings_in_the_same_order) {
  auto const models = wild_catalogue(500);
  auto const expected = one_by_one(models);
  BOOST_TEST(expected.size() > models.size());
  for (auto const threads : {0U, 1U, 2U, 3U, 8U})
    for (auto const chunk : {0U, 1U, 7U, 64U, 1'000U}) {
      BOOST_TEST_CONTEXT(threads << " threads, chunks of " << chunk)
      BOOST_TEST((together(models, {.threads = threads, .chunk = chunk}) == expected));
    }
  BOOST_TEST(together({}, {.threads = 2}).empty());
}

BOOST_AUTO_TEST_CASE(the_sink_is_called_on_the_callers_thread) {
  auto const models = wild_catalogue(100);
  auto const me = std::this_thread::get_id();
  auto elsewhere = false;
  lupaus::validate_all(models, {.threads = 3, .chunk = 4}, [&](std::size_t, finding const&) {
    elsewhere = elsewhere || std::this_thread::get_id() != me;
  });
  BOOST_TEST(!elsewhere);
}

BOOST_AUTO_TEST_CASE(what_the_sink_throws_comes_out) {
  auto const models = wild_catalogue(200);
  for (auto const threads : {1U, 2U, 4U}) {
    std::size_t told = 0;
    auto const run = [&] {
      lupaus::validate_all(models, {.threads = threads, .chunk = 4},
                           [&](std::size_t, finding const&) {
                             if (++told == 10) throw std::runtime_error{"enough"};
                           });
    };
    BOOST_CHECK_THROW(run(), std::runtime_error);
    BOOST_TEST(told == 10U);
  }
}

// In whatever thread: after all that was found before it, and nothing else.
BOOST_AUTO_TEST_CASE(what_a_check_throws_comes_out) {
  auto const models = wild_catalogue(400);
  auto const* const last = &models[300].view();
  auto const breaks = [last](lupaus::model_view const& m, auto&& sink) {
    lupaus::checks::unbacked_claim(m, sink);
    if (&m == last) throw std::runtime_error{"cannot check that"};
  };
  lupaus::check_list const own{breaks};
  found expected;
  for (std::size_t i = 0; i <= 300; ++i)
    lupaus::checks::unbacked_claim(models[i].view(),
                                   [&](finding const& f) { expected.emplace_back(i, f); });
  for (auto const threads : {1U, 2U, 4U})
    for (auto const chunk : {1U, 4U, 64U}) {
      found told;
      auto const run = [&] {
        lupaus::validate_all(
            models, {.threads = threads, .chunk = chunk},
            [&](std::size_t i, finding const& f) { told.emplace_back(i, f); }, own);
      };
      BOOST_CHECK_THROW(run(), std::runtime_error);
      BOOST_TEST((told == expected));
    }
}

/// Gives its models by value, each made when it is asked for.
class made_on_demand {
 public:
  explicit made_on_demand(std::size_t size) : size_{size} {}
  std::size_t size() const { return size_; }
  lupaus::model operator[](std::size_t i) const {
    lupaus::builder b{"offer " + std::to_string(i)};
    b.customer("customer");
    auto const shop = b.seller("a shop with a name that is too long to be kept in place");
    auto const part = b.service("a service with a name that is too long to be kept in place");
    b.claims(shop, part, lupaus::single_contact);
    return b.build().value();
  }

 private:
  std::size_t size_;
};

BOOST_AUTO_TEST_CASE(models_may_be_given_by_value) {
  for (auto const threads : {1U, 2U, 4U}) {
    std::size_t unbacked = 0;
    lupaus::validate_all(made_on_demand{200}, {.threads = threads, .chunk = 3},
                         [&](std::size_t, finding const& f) {
                           if (f.is(lupaus::gaps::unbacked_claim)) ++unbacked;
                         });
    BOOST_TEST(unbacked == 200U);
    std::size_t found = 0;
    lupaus::validate_all(wild_catalogue(20), {.threads = threads, .chunk = 3},
                         [&](std::size_t, finding const&) { ++found; });
    BOOST_TEST(found > 0U);
  }
}

#if defined(__GLIBC__)
/// While it lives, a thread asks for more stack than there is, and does not start.
class no_room_for_threads {
 public:
  no_room_for_threads() {
    pthread_getattr_default_np(&before_);
    auto vast = before_;
    pthread_attr_setstacksize(&vast, std::size_t{1} << (sizeof(std::size_t) * 8 - 2));
    pthread_setattr_default_np(&vast);
  }
  no_room_for_threads(no_room_for_threads const&) = delete;
  no_room_for_threads& operator=(no_room_for_threads const&) = delete;
  ~no_room_for_threads() { pthread_setattr_default_np(&before_); }

 private:
  pthread_attr_t before_ = {};
};

BOOST_AUTO_TEST_CASE(without_threads_the_caller_does_it_all) {
  auto const models = wild_catalogue(50);
  auto const expected = one_by_one(models);
  found told;
  auto has_started = true;
  {
    no_room_for_threads const tight;
    try {
      std::thread{[] {}}.join();
    } catch (std::system_error const&) {
      has_started = false;
    }
    told = together(models, {.threads = 8, .chunk = 2});
  }
  BOOST_TEST(!has_started);
  BOOST_TEST((told == expected));
}
#endif

BOOST_AUTO_TEST_CASE(checks_of_ones_own) {
  auto const models = wild_catalogue(50);
  constexpr lupaus::check_list own{lupaus::checks::unbacked_claim};
  std::size_t by_two = 0, by_one = 0;
  lupaus::validate_all(
      models, {.threads = 2, .chunk = 3}, [&](std::size_t, finding const&) { ++by_two; }, own);
  for (auto const& m : models) own(m, [&](finding const&) { ++by_one; });
  BOOST_TEST(by_one > 0U);
  BOOST_TEST(by_two == by_one);
}

BOOST_AUTO_TEST_SUITE_END()
