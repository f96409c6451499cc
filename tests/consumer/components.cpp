// SPDX-License-Identifier: BSL-1.0
//
// Added to a consumer's program: what each component needs has come along.
#include <lupaus/boost_test.hpp>
#include <lupaus/graph/graph.hpp>
#include <lupaus/io/json_positions.hpp>
#include <lupaus/ranges.hpp>
