// SPDX-License-Identifier: BSL-1.0
//
// The models of the examples, in both forms, survive being written and read.
#include "io/support.hpp"

#include "lupaus/check/analysis/schedule.hpp"
#include "lupaus/check/gaps.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/responsibility_matrix.hpp"
#include "lupaus/model/terms/time_text.hpp"
#include "lupaus/promise.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <iostream>
#include <string_view>

// The programs, but for their main(), which is given another name.
namespace washing {
int program();
#define main program
#include "../../examples/washing_machine.cpp"
#undef main
}  // namespace washing
namespace fitted {
int program();
#define main program
#include "../../examples/kitchen.cpp"
#undef main
}  // namespace fitted

namespace {

void check_survives(lupaus::model_view const& m) {
  auto const text = lupaus::write_model(m);
  auto const read = lupaus::read_document(text, {.file = "example.json"});
  BOOST_TEST_REQUIRE(read.has_value(), lupaus::to_string(read.error()) << "\n" << text);
  BOOST_TEST(io_test::dump(read->model) == io_test::dump(m));
  BOOST_TEST(lupaus::to_text(lupaus::validate(read->model)) ==
             lupaus::to_text(lupaus::validate(m)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(examples)

BOOST_AUTO_TEST_CASE(the_washing_machine_as_built) {
  using washing::version;
  for (auto v : {version::as_sold, version::as_sold_with_return_term, version::mended})
    check_survives(washing::washing_machine(v));
}

BOOST_AUTO_TEST_CASE(the_washing_machine_as_types) {
  check_survives(lupaus::view_of<washing::shop_floor::as_sold>);
  check_survives(lupaus::view_of<washing::shop_floor::as_sold_with_return_term>);
  check_survives(lupaus::view_of<washing::shop_floor::mended>);
}

BOOST_AUTO_TEST_CASE(the_kitchen) {
  check_survives(lupaus::view_of<fitted::kitchen>);
  check_survives(lupaus::view_of<fitted::alone>);
}

BOOST_AUTO_TEST_SUITE_END()
