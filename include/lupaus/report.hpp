// SPDX-License-Identifier: BSL-1.0
//
// A report for people: as text, and as a picture of who owes whom.
//
//   auto const r = lupaus::validate(m);
//   std::cout << lupaus::to_text(r);
//   lupaus::write_dot(file, r);
#pragma once

#include "lupaus/report/dot.hpp"
#include "lupaus/report/text.hpp"
