// SPDX-License-Identifier: BSL-1.0
//
// A promise as graphs, for the algorithms of Boost.Graph; and what those tell of it: the critical
// path, the weakest links, the parties in the middle and the rings of delegation.
//
//   for (lupaus::work_step const& s : lupaus::find_critical_path(m).steps)
//     std::cout << name_of(m, s.part) << '\n';
#pragma once

#include "lupaus/check/analysis/wait_graph.hpp"
#include "lupaus/graph/channels.hpp"
#include "lupaus/graph/critical_path.hpp"
#include "lupaus/graph/delegation_rings.hpp"
#include "lupaus/graph/parties_in_the_middle.hpp"
#include "lupaus/graph/precedence.hpp"
#include "lupaus/graph/responsibility.hpp"
#include "lupaus/graph/weakest_links.hpp"
