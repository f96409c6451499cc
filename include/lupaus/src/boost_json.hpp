// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the parser of Boost.JSON. A unit of its own, so that a linker leaves it out
// of a program that brings Boost.JSON itself.
#pragma once

#include <boost/json/src.hpp>
