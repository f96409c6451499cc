// SPDX-License-Identifier: BSL-1.0
//
// Boost.Test itself, compiled once for all test programs.
#define BOOST_TEST_MODULE lupaus
#include <boost/test/included/unit_test.hpp>
