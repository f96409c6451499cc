// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: what graph algorithms tell of a promise. Needs Boost.Graph.
#pragma once

#include "lupaus/src/graph/critical_path.hpp"
#include "lupaus/src/graph/delegation_rings.hpp"
#include "lupaus/src/graph/parties_in_the_middle.hpp"
#include "lupaus/src/graph/weakest_links.hpp"
