// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the model in words, and the builder.
#pragma once

#include "lupaus/config.hpp"
