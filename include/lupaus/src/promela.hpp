// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: an order in Promela.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/src/promela/promela.hpp"
