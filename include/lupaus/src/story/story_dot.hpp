// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: stories as a picture.
#pragma once

#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/report/dot_string.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/layout.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/story_dot.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The states of stories, and the moves between them; stories share what they begin with.
class story_tree {
 public:
  struct node {
    std::size_t from = 0;
    order_move move = {};
    moment at = {};
    bool is_doomed = false, is_doomed_here = false;
    std::vector<story const*> ends = {};
  };

  explicit story_tree(verdict const& v) : nodes_(1) {
    for (auto const* stories : {&v.stories, &v.violations, &v.broken})
      for (auto const& s : *stories) add(v, s);
    for (auto const& x : v.exposures) add(v, x.how);
  }
  std::vector<node> const& nodes() const { return nodes_; }

 private:
  void add(verdict const& v, story const& s) {
    trace_times const times{v.model(), s.moves, v.units};
    std::size_t at = 0;
    for (std::size_t i = 0; i < s.moves.size(); ++i) {
      std::size_t next = at + 1;
      while (next < nodes_.size() && !(nodes_[next].from == at && nodes_[next].move == s.moves[i]))
        ++next;
      if (next == nodes_.size()) nodes_.push_back({at, s.moves[i], times[i]});
      at = next;
      nodes_[at].is_doomed = nodes_[at].is_doomed || i >= s.doomed_after;
      nodes_[at].is_doomed_here = nodes_[at].is_doomed_here || i == s.doomed_after;
    }
    nodes_[at].ends.push_back(&s);
  }

  std::vector<node> nodes_;
};

inline std::string in_lines(std::string const& text, std::size_t width,
                            std::string const& margin = {}) {
  std::string out;
  for (auto const& line : wrapped(text, width))
    out.append(out.empty() ? "" : "\n").append(margin).append(line).append(margin);
  return out;
}

}  // namespace detail

LUPAUS_DECL void write_dot(std::ostream& out, verdict const& v) {
  auto const& m = v.model();
  auto const quoted = [](std::string const& s) { return detail::dot_string(s); };
  constexpr auto red = "\"#b00020\"", blue = "\"#0050b0\"";
  out << "digraph stories {\n"
         "graph [label="
      << quoted(name_of(m, whole) + "\n" + summary(v) + "\n" + summary_of_exposures(v))
      << ", labelloc=t, fontname=\"Helvetica\"]\n"
         "node [fontname=\"Helvetica\", shape=box, style=rounded]\n"
         "edge [fontname=\"Helvetica\", fontsize=10]\n"
         "0 [label=\"before the order\"]\n";
  detail::story_tree const tree{v};
  for (std::size_t n = 1; n < tree.nodes().size(); ++n) {
    auto const& x = tree.nodes()[n];
    auto text = detail::phrase(x.at);
    for (auto const* s : x.ends) {
      text += "\n" + detail::in_lines(title_of(m, *s), 36);
      if (s->is_released_by_nothing) text += "\nreleased by nothing";
    }
    out << n << " [label=" << quoted(text);
    if (x.is_doomed) out << ", color=" << red << ", fontcolor=" << red;
    if (std::any_of(x.ends.begin(), x.ends.end(),
                    [](story const* s) { return s->ends == ending::exposed; }))
      out << ", color=" << blue << ", fontcolor=" << blue;
    if (!x.ends.empty()) out << ", peripheries=2";
    out << "]\n";

    auto said = phrase(m, x.move);
    if (auto const answer = phrase_outcome(m, x.move, v.is_by_the_rules); !answer.empty())
      said += ": " + answer;
    out << x.from << " -> " << n << " [label=" << quoted(detail::in_lines(said, 36, " "))
        << ", style=" << (x.move.is_dependable ? "solid" : "dashed");
    if (x.is_doomed_here) out << ", color=" << red << ", fontcolor=" << red << ", penwidth=2";
    out << "]\n";
  }
  out << "}\n";
}

}  // namespace lupaus::inline v0
