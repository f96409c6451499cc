// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: friction walks.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/journey/friction_walk.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/src/journey/touchpoint.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace lupaus::inline v0 {

namespace detail {

inline party_id owner_of(model_view const& m, touchpoint const& t, friction_note const& n) {
  return n.owner ? n.owner : t.met_by ? t.met_by : m.seller;
}

/// Of a step that rubs: the party that owns most of it.
inline party_id owner_of_rubbing(model_view const& m, touchpoint const& t) {
  party_id worst;
  std::int64_t least = 0;
  for (auto const& n : t.friction) {
    auto const who = owner_of(m, t, n);
    std::int64_t all = 0;
    for (auto const& other : t.friction)
      if (other.amount < 0 && owner_of(m, t, other) == who) all += other.amount;
    if (all < least) least = all, worst = who;
  }
  return worst;
}

inline std::string with_sign(std::int64_t n) {
  return n > 0 ? "+" + std::to_string(n) : std::to_string(n);
}
inline std::string to_the_right(std::string const& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

}  // namespace detail

LUPAUS_DECL walk_result friction_walk(model_view const& m, customer_journey const& j) {
  detail::require_sound_journey(m, j);
  walk_result w;
  std::int64_t running = 0;
  for (auto const& t : j.steps) {
    walked_step s;
    for (auto const& n : t.friction) (n.amount < 0 ? s.rubbing : s.carrying) += n.amount;
    s.running = running += s.friction();
    if (s.rubbing < 0 && (!w.worst || s.rubbing < w.steps[*w.worst].rubbing))
      w.worst = w.steps.size();
    w.steps.push_back(s);
  }
  if (w.worst) w.owner = detail::owner_of_rubbing(m, j.steps[*w.worst]);
  return w;
}

LUPAUS_DECL std::string to_text(model_view const& m, customer_journey const& j,
                                walk_result const& w) {
  using detail::to_the_right, detail::with_sign;
  std::size_t width = 10;
  for (auto const& t : j.steps) width = (std::max)(width, t.name.size());
  std::string text = "Friction walk, in " + j.scale + ":\n  " + std::string(width, ' ') +
                     "   rubs  carries  step  running\n";
  for (std::size_t i = 0; i < w.steps.size(); ++i) {
    auto const& s = w.steps[i];
    auto const& name = j.steps[i].name;
    text += "  " + name + std::string(width - name.size(), ' ') +
            to_the_right(with_sign(s.rubbing), 7) + to_the_right(with_sign(s.carrying), 9) +
            to_the_right(with_sign(s.friction()), 6) + to_the_right(with_sign(s.running), 9) + "\n";
    for (auto const& n : j.steps[i].friction)
      text += "    " + with_sign(n.amount) + " " + n.what + " (" +
              the(m, detail::owner_of(m, j.steps[i], n)) + ")\n";
  }
  if (!w.worst) return detail::visible_lines(text + "Nothing rubs.\n");
  return detail::visible_lines(text + "Worst rubbing surface: " + j.steps[*w.worst].name + " (" +
                               with_sign(w.steps[*w.worst].rubbing) + "). It is " +
                               the(m, w.owner) + "'s.\n");
}

}  // namespace lupaus::inline v0
