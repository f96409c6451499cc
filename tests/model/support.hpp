// SPDX-License-Identifier: BSL-1.0
//
// What the tests of the nouns share: how values are printed in a failure, and how a builder's
// fault is asked for.
#pragma once

#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <string_view>

namespace lupaus::inline v0 {

template <class Tag>
std::ostream& boost_test_print_type(std::ostream& out, id<Tag> i) {
  return i ? out << '#' << i.value : out << "none";
}
inline std::ostream& boost_test_print_type(std::ostream& out, element e) {
  return out << "element of kind " << static_cast<int>(e.kind) << " #" << e.index;
}
inline std::ostream& boost_test_print_type(std::ostream& out, error_code c) {
  constexpr char const* names[] = {"unknown_name",  "duplicate_name", "empty_name",
                                   "foreign_id",    "bad_value",      "unit_mismatch",
                                   "contradiction", "missing",        "too_large"};
  return out << names[static_cast<std::size_t>(c)];
}
inline std::ostream& boost_test_print_type(std::ostream& out, bound const& b) {
  return out << "bound(" << detail::name_of(b.kind) << ' ' << b.a << ' ' << b.b << " '" << b.text
             << "')";
}
inline std::ostream& boost_test_print_type(std::ostream& out, term const& t) {
  boost_test_print_type(out << (t.quality ? t.quality->name : "no quality") << ' ', t.limit);
  return boost_test_print_type(out << " after event ", t.anchor);
}
inline std::ostream& boost_test_print_type(std::ostream& out, role r) {
  return out << to_string(r);
}
inline std::ostream& boost_test_print_type(std::ostream& out, part_kind k) {
  return out << to_string(k);
}
inline std::ostream& boost_test_print_type(std::ostream& out, action_kind k) {
  return out << to_string(k);
}
inline std::ostream& boost_test_print_type(std::ostream& out, event_kind k) {
  return out << "event kind " << static_cast<int>(k);
}
inline std::ostream& boost_test_print_type(std::ostream& out, bound_kind k) {
  return out << detail::name_of(k);
}
inline std::ostream& boost_test_print_type(std::ostream& out, span_of_time const& t) {
  return out << in_words(t);
}
inline std::ostream& boost_test_print_type(std::ostream& out, business_days d) {
  return out << in_words(d);
}

}  // namespace lupaus::inline v0

namespace model_test {

/// The model, or a failed test that says what was wrong.
inline lupaus::model built(lupaus::builder const& b) {
  auto const made = b.build();
  BOOST_TEST_REQUIRE(made.has_value(), lupaus::to_string(made.error()));
  return *made;
}

/// The one fault that the builder has found so far.
inline lupaus::error only_fault(lupaus::builder const& b) {
  BOOST_TEST_REQUIRE(b.faults().size() == 1u, lupaus::to_string(b.faults()));
  BOOST_TEST(!b.build().has_value());
  return b.faults().front();
}

/// Fails unless the one fault has that code, was brought by that line, and reads like that.
inline void check_fault(lupaus::builder const& b, lupaus::error_code code, int line,
                        std::string_view where, std::string_view message,
                        std::string_view suggestion = {}) {
  auto const e = only_fault(b);
  BOOST_TEST(e.code == code);
  BOOST_TEST(e.line == line);
  BOOST_TEST(e.where == where);
  BOOST_TEST(e.message == message);
  BOOST_TEST(e.suggestion == suggestion);
}

/// A shop with one good that it delivers by a carrier: enough to be wrong about something.
struct small_shop {
  lupaus::builder b{"a lamp, delivered"};
  lupaus::party_id customer = b.customer("customer");
  lupaus::party_id shop = b.seller("shop");
  lupaus::party_id website = b.department("website");
  lupaus::party_id carrier = b.subcontractor("carrier");
  lupaus::part_id lamp = b.good("lamp", 2);
  lupaus::part_id delivery = b.service("delivery");
};

}  // namespace model_test
