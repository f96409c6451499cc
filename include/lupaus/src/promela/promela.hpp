// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: an order as a model for SPIN.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/explore/promela/promela.hpp"
#include "lupaus/explore/promela/promela_moves.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

inline std::vector<promela_variable> promela_variables(promela_terms const& t) {
  auto const& m = t.model();
  auto const type_for = [](std::size_t values) { return values < 255 ? "byte" : "int"; };
  std::vector<promela_variable> all{
      {"byte", "phase"}, {"int", "failures"}, {"byte", "cancellation"}};
  for (auto const& p : t.plan().parts())
    for (std::size_t u = 0; u < p.units; ++u) {
      all.push_back({type_for(m.events.size()), t.result(p.part, u)});
      all.push_back({"byte", t.reply(p.part, u)});
      all.push_back({"bit", t.told(p.part, u)});
      if (m.parts[p.part].kind == part_kind::good)
        all.push_back({type_for(m.parties.size()), t.holder(p.part, u)});
      for (auto e : m.events.ids()) {
        if (m.events[e].of != p.part) continue;
        if (t.happened(e, u) != "false") all.push_back({"bit", t.happened(e, u)});
        if (t.reported(e, u) != "false") all.push_back({"bit", t.reported(e, u)});
        if (auto const n = t.count(e, u); !n.empty()) all.push_back({"byte", n});
      }
      for (auto r : m.rules.ids())
        if (m.events[t.cause_of(r)].of == p.part && t.plan().fired_bit(r, u) != order_plan::none)
          all.push_back({"bit", t.fired(r, u)});
    }
  for (auto const i : t.plan().order_ways())
    all.push_back({"bit", t.happened(t.plan().ways()[i].to, 0)});
  for (auto const& p : t.plan().parts())
    if (t.returned(p.part) != "false") {
      all.push_back({"bit", t.returned(p.part)});
      all.push_back({"bit", t.asked_back(p.part)});
    }
  return all;
}

inline std::string asked_in_vain(promela_terms const& t) {
  std::vector<std::string> all{"(phase == 1)", "(cancellation != 0)"};
  for (auto const& p : t.plan().parts())
    for (std::size_t u = 0; u < p.units; ++u)
      all.push_back(promela_any({promela_not(t.some_failed(p.part, u)),
                                 std::string{"("}.append(t.reply(p.part, u)).append(" != 0)")}));
  return promela_all(all);
}

}  // namespace detail

LUPAUS_DECL promela_order promela_pieces(model_view const& m, promela_options const& o) {
  detail::order_plan const plan{m, o.units, false};
  detail::promela_terms const terms{plan};
  detail::promela_moves moves{terms, o.failures, o.prefix};
  promela_order all;
  all.variables = detail::promela_variables(terms);
  auto& text = all.definitions;
  text += "#define " + o.prefix + "kept " + terms.all_kept() + "\n";
  text += "#define " + o.prefix + "acceptable (phase >= 2 || " + terms.all_settled() + ")\n";
  text += "#define " + o.prefix + "asked_in_vain " + detail::asked_in_vain(terms) + "\n";
  text += "/* what takes no time and nobody's doing */\n";
  text += "inline " + o.prefix + "settle() {\n" + moves.settling() + "}\n";
  text += "/* how it stood no longer matters: one state an end */\n";
  text += "inline " + o.prefix + "ends(how) {\n";
  for (auto const& v : all.variables)
    if (v.name != "phase") text += "  " + v.name + " = 0;\n";
  text += "  phase = how\n}\n";
  all.moves = moves.run();
  return all;
}

LUPAUS_DECL std::string to_string(promela_move const& x) {
  auto comment = detail::visible(x.comment);
  std::replace(comment.begin(), comment.end(), '*', ' ');
  auto const guard =
      x.is_dependable == "true"
          ? x.guard
          : detail::promela_all({x.guard, detail::promela_any({"!counted_on", x.is_dependable})});
  return "  /* " + comment + " */\n  :: d_step { " + guard + " -> " + x.effect + " }\n";
}

LUPAUS_DECL std::string to_promela(model_view const& m, promela_options const& o) {
  auto const order = promela_pieces(m, o);
  std::string text = "/* " + detail::promela_word(m.parts[whole].name) + ", at most " +
                     std::to_string(o.failures) + " failures */\n";
  text += "#ifndef counted_on\n#define counted_on 0\n#endif\n";
  for (auto const& v : order.variables) text += v.type + " " + v.name + ";\n";
  text += order.definitions;
  text += "active proctype order() {\n  do\n";
  for (auto const& x : order.moves) text += to_string(x);
  return text + "  od\n}\n";
}

}  // namespace lupaus::inline v0
