// SPDX-License-Identifier: BSL-1.0
//
// The one unit of this program that contains the implementation of Boost.JSON.
#include <boost/json/src.hpp>
