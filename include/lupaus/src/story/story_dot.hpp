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
#include "lupaus/report/stories_left_out.hpp"
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

inline std::string in_lines(std::string const& text, std::size_t width,
                            std::string const& margin = {}) {
  std::string out;
  for (auto const& line : wrapped(text, width))
    out.append(out.empty() ? "" : "\n").append(margin).append(line).append(margin);
  return out;
}

/// The states of stories, and the moves between them; stories share what they begin with.
class story_tree {
 public:
  struct node {
    std::size_t from = 0;
    order_move move = {};
    moment at = {};
    std::string said = {};  ///< of the move
    std::vector<std::size_t> next = {};
    bool is_doomed = false, is_doomed_here = false;
    std::vector<story const*> ends = {};
  };

  story_tree(verdict const& v, search_limits const& limits)
      : v_{v}, plan_{v.model(), v.units}, left_out_{limits}, nodes_(1) {
    for (auto const* stories : {&v.stories, &v.violations, &v.broken})
      for (auto const& s : *stories) add(s);
    for (auto const& x : v.exposures) add(x.how);
  }
  std::vector<node> const& nodes() const { return nodes_; }
  stories_left_out const& left_out() const { return left_out_; }

 private:
  void add(story const& s) {
    if (!left_out_.goes_on()) return left_out_.add_one();
    trace_times const times{plan_, s.moves};
    std::size_t at = 0, written = 0;
    for (std::size_t i = 0; i < s.moves.size(); ++i) {
      auto const& known = nodes_[at].next;
      auto const same = std::find_if(known.begin(), known.end(),
                                     [&](std::size_t n) { return nodes_[n].move == s.moves[i]; });
      if (same != known.end()) {
        at = *same;
      } else {
        // What is drawn of a story that is left out leads nowhere.
        if (!left_out_.goes_on()) return left_out_.add_one();
        nodes_[at].next.push_back(nodes_.size());
        nodes_.push_back({at, s.moves[i], times[i], said(s.moves[i])});
        at = nodes_.size() - 1;
        written += sizeof(node) + nodes_[at].said.size();
      }
      nodes_[at].is_doomed = nodes_[at].is_doomed || i >= s.doomed_after;
      nodes_[at].is_doomed_here = nodes_[at].is_doomed_here || i == s.doomed_after;
    }
    nodes_[at].ends.push_back(&s);
    left_out_.add_written(written);
  }

  std::string said(order_move const& x) const {
    auto text = phrase(plan_, x);
    if (auto const answer = phrase_outcome(v_.model(), x, v_.is_by_the_rules); !answer.empty())
      text += ": " + answer;
    return in_lines(text, 36, " ");
  }

  verdict const& v_;
  trace_plan plan_;
  stories_left_out left_out_;
  std::vector<node> nodes_;
};

}  // namespace detail

LUPAUS_DECL void write_dot(std::ostream& out, verdict const& v, search_limits const& limits) {
  auto const& m = v.model();
  auto const quoted = [](std::string const& s) { return detail::dot_string(s); };
  constexpr auto red = "\"#b00020\"", blue = "\"#0050b0\"";
  detail::story_tree const tree{v, limits};
  auto const left_out = tree.left_out().text();
  out << "digraph stories {\n"
         "graph [label="
      << quoted(name_of(m, whole) + "\n" + summary(v) + "\n" + summary_of_exposures(v) +
                (left_out.empty() ? "" : "\n" + left_out))
      << ", labelloc=t, fontname=\"Helvetica\"]\n"
         "node [fontname=\"Helvetica\", shape=box, style=rounded]\n"
         "edge [fontname=\"Helvetica\", fontsize=10]\n"
         "0 [label=\"before the order\"]\n";
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

    out << x.from << " -> " << n << " [label=" << quoted(x.said)
        << ", style=" << (x.move.is_dependable ? "solid" : "dashed");
    if (x.is_doomed_here) out << ", color=" << red << ", fontcolor=" << red << ", penwidth=2";
    out << "]\n";
  }
  out << "}\n";
}

}  // namespace lupaus::inline v0
