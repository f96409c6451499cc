// SPDX-License-Identifier: BSL-1.0
//
// The implementation of Boost.JSON, once for the whole program.
#include <boost/json/src.hpp>
