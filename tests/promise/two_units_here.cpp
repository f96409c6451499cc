// SPDX-License-Identifier: BSL-1.0
//
// Two translation units that ask the same promise have one flat model of it.
#include "promise/agree.hpp"
#include "promise/two_units.hpp"

namespace shop_floor {

model_view const* shared_seen_here() { return &view_of<shared>; }

BOOST_AUTO_TEST_SUITE(two_units)

BOOST_AUTO_TEST_CASE(there_is_one_flat_model) {
  BOOST_TEST(shared_seen_here() == shared_seen_there());
  BOOST_TEST(shared_seen_here()->parts.begin() == shared_seen_there()->parts.begin());
  BOOST_TEST(validate(*shared_seen_there()).count(gaps::disowned_part) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace shop_floor
