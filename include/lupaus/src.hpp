// SPDX-License-Identifier: BSL-1.0
//
// The compiled form in one unit, for builds without CMake: include this in one source file of a
// program that defines LUPAUS_SEPARATE_COMPILATION everywhere.
#pragma once

#include "lupaus/src/model.hpp"
#include "lupaus/src/validate.hpp"
