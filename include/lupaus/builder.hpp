// SPDX-License-Identifier: BSL-1.0
//
// Promises written at run time: everything for `builder`.
#pragma once

#include "lupaus/model/builder/builder.hpp"
