// SPDX-License-Identifier: BSL-1.0
//
// Some services of a description become steps of an encounter.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

#include "lupaus/model/builder/term_spec.hpp"

namespace proof {

/// The quality that a step gives, by its number from 1 on.
inline lupaus::term_spec step_quality(int number) {
  lupaus::term_spec const all[] = {lupaus::greeted, lupaus::undivided_attention,
                                   lupaus::needs_asked, lupaus::advised, lupaus::thanked};
  return all[number - 1];
}

/// With a chooser of its own, so that all else stays as it was.
inline void make_steps(description& d) {
  chooser r{static_cast<unsigned>(d.parts.size() + 31 * d.claims.size() + 97 * d.events.size() +
                                  1'009 * d.commitments.size())};
  if (!r.chance(30)) return;
  for (auto& p : d.parts)
    if (!p.is_good && r.chance(70)) p.gives = r.between(1, 5), p.level = r.between(0, 3);
}

}  // namespace proof
