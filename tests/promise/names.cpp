// SPDX-License-Identifier: BSL-1.0
//
// What a named type is called: by what it says, or by its own name without the compiler's
// trimmings.
#include "promise/agree.hpp"

#include <chrono>
#include <concepts>
#include <string_view>
#include <vector>

using namespace promise_test;
using namespace std::chrono_literals;

namespace outer::inner {

struct gift_wrapping_ : service<gift_wrapping_> {};
struct trailing__ : service<trailing__> {};
struct _leading : service<_leading> {};
struct plain : good<plain> {};
struct Capital : good<Capital> {};
struct by_argument_ : service<by_argument_, "express delivery, \"same day\""> {};
struct lifts_2_metres_ : service<lifts_2_metres_> {};

template <class T, int N>
struct of_a_template_ : service<of_a_template_<T, N>> {};
template <class T>
struct named_template_ : service<named_template_<T>, "a named template"> {};

struct holder {
  struct nested_ : good<nested_> {};
};

}  // namespace outer::inner

namespace {

struct in_no_namespace_ : customer<in_no_namespace_> {};

}  // namespace

using namespace outer::inner;
static_assert(gift_wrapping_::name == "gift wrapping");
static_assert(trailing__::name == "trailing");
static_assert(_leading::name == " leading" || _leading::name == "leading");
static_assert(plain::name == "plain");
static_assert(Capital::name == "Capital");
static_assert(by_argument_::name == "express delivery, \"same day\"");
static_assert(lifts_2_metres_::name == "lifts 2 metres");
static_assert(named_template_<std::vector<int>>::name == "a named template");
static_assert(of_a_template_<int, 3>::name.substr(0, 13) == "of a template");
static_assert(of_a_template_<std::vector<holder>, 3>::name.substr(0, 13) == "of a template");
static_assert(holder::nested_::name == "nested");
static_assert(in_no_namespace_::name == "in no namespace");

BOOST_AUTO_TEST_SUITE(names)

/// A local class is named like any other, and a promise of local classes is one.
BOOST_AUTO_TEST_CASE(local_classes) {
  struct buyer_ : customer<buyer_> {};
  struct corner_shop_ : seller<corner_shop_> {};
  struct rye_bread_ : good<rye_bread_> {};
  struct slicing_ : service<slicing_, "slicing, thin"> {};
  struct burnt_ : failure_of<burnt_, rye_bread_> {};
  static_assert(rye_bread_::name == "rye bread");
  static_assert(slicing_::name == "slicing, thin");
  static_assert(burnt_::name == "burnt");

  static constexpr auto bread =
      promise("bread, sliced", 2 * rye_bread_{} >> slicing_{},
              fulfilment(buyer_{}.reaches(corner_shop_{}), paid(payment::on_the_spot),
                         corner_shop_{}.commits(slicing_{}, within(5min)),
                         corner_shop_{}.has_in_stock(rye_bread_{}),
                         corner_shop_{}.can_do(slicing_{}, 5min)),
              may_happen(burnt_{}));
  static_assert(std::same_as<first_gap<bread>, uncovered_failure<burnt_>>);

  builder b{"bread, sliced"};
  b.customer("buyer"), b.seller("corner shop");
  auto const loaf = b.good("rye bread", 2), slicing = b.service("slicing, thin");
  b.product(loaf >> slicing).reaches("buyer", "corner shop").paid(payment::on_the_spot);
  b.commits("corner shop", slicing, within(5min));
  b.can_do("corner shop", loaf, 0h).can_do("corner shop", slicing, 5min);
  b.fails(loaf, "burnt");
  BOOST_TEST(agree<bread>(b));
}

/// In a function that has arrays, functions and templates in its own signature.
template <class T>
std::string_view name_within(T (&)[2], std::vector<T> const& (*)(int)) {
  struct soft_cheese_ : good<soft_cheese_> {};
  return soft_cheese_::name;
}
BOOST_AUTO_TEST_CASE(local_classes_of_strange_functions) {
  int two[2] = {};
  BOOST_TEST(name_within<int>(two, nullptr) == "soft cheese");
  BOOST_TEST([] {
    struct blue_cheese_ : good<blue_cheese_> {};
    return blue_cheese_::name;
  }() == "blue cheese");
}

BOOST_AUTO_TEST_SUITE_END()
