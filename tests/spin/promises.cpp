// SPDX-License-Identifier: BSL-1.0
//
// Writes random small promises for SPIN, and what the explorer says of them.
//
//   promises FOLDER FIRST-SEED HOW-MANY   FOLDER/models.pml, FOLDER/explorer.txt, and the first of
//                                         the promises alone, as users get it: FOLDER/order.pml
//   promises SEED                         one promise, its model and its story, for people
//
// models.pml holds many models, so that SPIN and the C compiler are called once for all. Its
// verifier prints a line for every state, in the order of breadth; or, where LUPAUS_ROWS names a
// file with such lines, which of these states can reach an acceptable end: by what can be counted
// on (LUPAUS_MODE=1), or by any move (LUPAUS_MODE=2).
#include "support/print.hpp"
#include "support/small_model.hpp"
#include "support/teller.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/promela/promela.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace lupaus;

/// Few enough moves to keep the C compiler short, few enough states to look at each.
constexpr std::size_t most_states = 1'200, most_moves = 60;

struct promise {
  std::uint64_t seed;
  model m;
  explore_options how;
  promela_order text;
};

explore_options options_of(std::uint64_t seed) {
  return {.failures = seed / 3 % 3,
          .limits = {.states = most_states},
          .together = true,
          .times = false};
}

std::vector<promise> find_promises(std::uint64_t seed, std::size_t many) {
  std::vector<promise> all;
  for (; all.size() < many; ++seed) {
    auto m = proof::to_model(proof::small_promise(seed));
    if (!m) continue;
    auto const how = options_of(seed);
    auto const v = explore(*m, how);
    if (!v.seen.is_complete()) continue;
    auto const name = "m" + std::to_string(all.size());
    auto text = promela_pieces(m->view(), {.failures = how.failures, .prefix = name + "_"});
    if (text.moves.size() > most_moves) continue;
    all.push_back({seed, std::move(*m), how, std::move(text)});
  }
  return all;
}

// ---- the models --------------------------------------------------------------------------------

constexpr auto common = R"(
c_decl {
\#include <stdio.h>
\#include <stdlib.h>
  extern int lup_mode(void);
  extern int lup_rows;
  extern int *lup_row(int);
  extern char *lup_free;
};
c_code {
  enum { lup_most = 100 };
  int lup_rows = 0;
  char *lup_free = 0;
  static int (*lup_all)[lup_most] = 0;
  int *lup_row(int row) { return lup_all[row]; }
  static void lup_tell(void) {
    int i;
    for (i = 0; i < lup_rows; ++i) putchar(lup_free[i] ? '1' : '0');
    putchar('\n');
  }
  int lup_mode(void) {
    static int mode = -1;
    if (mode < 0) {
      char *name = getenv("LUPAUS_ROWS");
      mode = name ? atoi(getenv("LUPAUS_MODE")) : 0;
      if (name) {
        FILE *in = fopen(name, "r");
        int n, i;
        if (!in) exit(2);
        if (fscanf(in, "%d", &lup_rows) != 1) exit(2);
        lup_all = calloc(lup_rows + 1, sizeof *lup_all);
        lup_free = calloc(lup_rows + 1, 1);
        for (n = 0; n < lup_rows; ++n) {
          int size = 0;
          if (fscanf(in, "%d", &size) != 1 || size > lup_most) exit(2);
          for (i = 0; i < size; ++i)
            if (fscanf(in, "%d", &lup_all[n][i]) != 1) exit(2);
        }
        fclose(in);
        atexit(lup_tell);
      }
    }
    return mode;
  }
};
#define counted_on (mode == 1)
)";

void write_model(std::ostream& out, promise const& p, std::size_t number) {
  auto const name = "m" + std::to_string(number);
  out << "\n" << p.text.definitions << "proctype " << name << "(byte mode; int row) {\n";
  for (auto const& v : p.text.variables) out << "  " << v.type << " " << v.name << ";\n";
  out << "  d_step { c_code { if (P" << name << "->mode) { int *at = lup_row(P" << name
      << "->row);\n";
  std::size_t at = 1;
  for (auto const& v : p.text.variables)
    out << "    P" << name << "->" << v.name << " = at[" << at++ << "];\n";
  out << "  } } }\n  do\n";
  for (auto const& x : p.text.moves) out << to_string(x);
  auto const tell = [&](char const* guard, int kind) {
    out << "  :: d_step { mode == 0 && " << guard << " -> c_code { printf(\"" << number << " %ld "
        << kind;
    for (std::size_t i = 0; i < p.text.variables.size(); ++i) out << " %d";
    out << "\\n\", depth";
    for (auto const& v : p.text.variables) out << ", P" << name << "->" << v.name;
    out << "); } }\n";
  };
  auto const acceptable = name + "_acceptable", in_vain = name + "_asked_in_vain";
  tell(acceptable.c_str(), 1);
  tell(("!" + acceptable + " && " + in_vain).c_str(), 2);
  tell(("!" + acceptable + " && !" + in_vain).c_str(), 0);
  out << "  :: d_step { mode > 0 && " << acceptable << " -> c_code { lup_free[P" << name
      << "->row] = 1; } }\n  od\n}\n";
}

void write_models(std::ostream& out, std::vector<promise> const& all) {
  out << common;
  for (std::size_t i = 0; i < all.size(); ++i) write_model(out, all[i], i);
  out << "init {\n  byte mode; int row; int rows; int which;\n  atomic {\n"
         "    c_code { Pinit->mode = lup_mode(); Pinit->rows = lup_rows; };\n    if\n"
         "    :: mode == 0 -> if\n";
  for (std::size_t i = 0; i < all.size(); ++i) out << "      :: run m" << i << "(0, 0)\n";
  out << "      fi\n    :: else ->\n      do :: row + 1 < rows -> row++ :: break od;\n"
         "      c_code { Pinit->which = lup_row(Pinit->row)[0]; };\n      if\n";
  for (std::size_t i = 0; i < all.size(); ++i)
    out << "      :: which == " << i << " -> run m" << i << "(mode, row)\n";
  out << "      fi\n    fi\n  }\n}\n";
}

// ---- what the explorer says --------------------------------------------------------------------

/// The values of the model's variables, in their order.
void write_state(std::ostream& out, order_view const& v) {
  auto const& plan = detail::order_access::plan(v);
  auto const* const bytes = detail::order_access::bytes(v);
  auto const& m = v.promise();
  auto const tell = [&](std::size_t x) { out << ' ' << x; };
  auto const bit = [&](std::size_t at) {
    if (at != detail::order_plan::none) tell(bytes[at / 8] >> at % 8 & 1);
  };
  tell(static_cast<std::size_t>(v.phase())), tell(v.failures());
  tell(static_cast<std::size_t>(v.cancellation()));
  for (auto const& p : plan.parts())
    for (std::size_t u = 0; u < p.units; ++u) {
      auto const flags = bytes[plan.flags_at(p.first_unit + u)];
      tell(bytes[plan.result_at(p.first_unit + u)]), tell(flags & detail::reply_mask);
      tell((flags & detail::told_flag) != 0 ? 1 : 0);
      if (plan.good_unit(p.part) != detail::order_plan::none)
        tell(bytes[plan.holder_at(plan.good_unit(p.part) + u)]);
      for (auto e : m.events.ids()) {
        if (m.events[e].of != p.part) continue;
        bit(plan.happened_bit(e, u)), bit(plan.reported_bit(e, u));
        if (auto const at = plan.count_bit(e, u); at != detail::order_plan::none)
          tell(detail::read_number(bytes, at, plan.count_bits(e)));
      }
      for (auto r : m.rules.ids()) {
        auto const& on = m.events[m.rules[r].on];
        auto const& cause = on.kind == event_kind::reported ? m.events[on.subject] : on;
        if (cause.of == p.part) bit(plan.fired_bit(r, u));
      }
    }
  for (auto const i : plan.order_ways()) bit(plan.happened_bit(plan.ways()[i].to, 0));
  for (auto const& p : plan.parts())
    bit(plan.returned_bit(p.part)), bit(plan.asked_back_bit(p.part));
}

void write_states(std::ostream& out, promise const& p, std::size_t number) {
  detail::order_plan const plan{p.m.view(), p.how.units, false};
  rules_policy rules;
  detail::order_moves const moves{plan, detail::policy_ref{rules}, p.how.failures};
  auto const space = detail::make_order_space(moves);
  space->run({}, {});
  for (std::size_t n = 0; n < space->size(); ++n) {
    auto const s = (*space)[n];
    auto const kind = s.is_acceptable() ? 1 : s.has_asked_in_vain() ? 2 : 0;
    out << number << ' ' << space->depth_of(static_cast<state_number>(n)) << ' ' << kind;
    write_state(out, {plan, space->bytes(n)});
    out << '\n';
  }
}

std::size_t shortest_trap(verdict const& v) {
  std::size_t shortest = 0;
  for (auto const& s : v.stories)
    if (s.ends == ending::trapped && (shortest == 0 || s.moves.size() < shortest))
      shortest = s.moves.size();
  return shortest;
}

void write_verdict(std::ostream& out, promise const& p, std::size_t number) {
  auto const v = explore(p.m, p.how);
  auto apart = p.how;
  apart.together = false;
  out << "verdict " << number << ' ' << p.seed << ' ' << v.seen.states << ' ' << v.trapped << ' '
      << v.doomed << ' ' << v.released_by_nothing << ' ' << shortest_trap(v) << ' '
      << shortest_trap(explore(p.m, apart)) << '\n';
}

void show(std::uint64_t seed) {
  auto const d = proof::small_promise(seed);
  auto const m = proof::to_model(d).value();
  auto const how = options_of(seed);
  std::cout << "at most " << how.failures << " failures\n"
            << proof::to_string(d) << "\n"
            << to_promela(m.view(), {.failures = how.failures}) << "\n";
  for (auto const& s : explore(m, how).stories) {
    std::cout << to_string(s.ends) << ":";
    for (auto const& x : s.moves) {
      std::cout << " / " << to_string(x.kind);
      if (x.event) std::cout << " " << name_of(m.view(), x.event);
      if (x.kind == move_kind::asks || x.kind == move_kind::acts)
        std::cout << " (" << to_string(x.on) << ": " << to_string(x.says.does) << ")";
    }
    std::cout << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2) return show(std::strtoull(argv[1], nullptr, 10)), 0;
  if (argc != 4) return 2;
  std::string const folder = argv[1];
  auto const all =
      find_promises(std::strtoull(argv[2], nullptr, 10), std::strtoull(argv[3], nullptr, 10));
  std::ofstream models{folder + "/models.pml"}, states{folder + "/explorer.txt"};
  write_models(models, all);
  std::ofstream{folder + "/order.pml"}
      << to_promela(all[0].m.view(), {.failures = all[0].how.failures});
  for (std::size_t i = 0; i < all.size(); ++i) {
    write_states(states, all[i], i);
    write_verdict(states, all[i], i);
  }
  std::cout << all.back().seed + 1 << "\n";  // where to go on
  return models && states ? 0 : 1;
}
