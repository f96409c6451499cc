// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: reports as text and as pictures.
#pragma once

#include "lupaus/src/report/dot.hpp"
#include "lupaus/src/report/text.hpp"
