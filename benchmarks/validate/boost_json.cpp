// SPDX-License-Identifier: BSL-1.0
//
// The implementation of Boost.JSON, once for the whole program: no library has to be linked.
#include <boost/json/src.hpp>
