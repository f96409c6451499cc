// SPDX-License-Identifier: BSL-1.0
#include "graph_text.hpp"

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/terms/time_text.hpp"

#include <string>
#include <vector>

namespace {

using namespace lupaus;

template <class Ids>
std::string names_of(model_view const& m, Ids const& ids) {
  std::vector<std::string> names;
  for (auto const id : ids) names.push_back(name_of(m, id));
  return listed(names);
}

std::string critical_path_text(model_view const& m, critical_path const& path) {
  if (!path.impossible.empty())
    return "Critical path: none, since these parts wait for each other: " +
           names_of(m, path.impossible) + "\n";
  if (!path.untimed.empty())
    return "Critical path: unknown, since nobody has contracted a time for " +
           names_of(m, path.untimed) + "\n";
  auto text = "Critical path: " + in_hours(path.length()) + " from the order\n";
  for (auto const& s : path.steps)
    text += "  " + name_of(m, s.part) + ", by " + name_of(m, m.parts[s.part].performer) +
            ": from " + in_hours(s.begins) + " to " + in_hours(s.ends) + "\n";
  return text;
}

/// The firms of a chain of subcontracts: "shop -> carrier -> driver".
std::string chain_text(model_view const& m, std::vector<commitment_id> const& chain) {
  auto text = name_of(m, m.commitments[chain.front()].creditor);
  for (auto const i : chain) text += " -> " + name_of(m, m.commitments[i].debtor);
  return text;
}

std::string weakest_links_text(model_view const& m, std::vector<weakest_link> const& all) {
  if (all.empty()) return "Weakest links: none; what is passed on is kept up to who performs it\n";
  std::string text = "Weakest links\n";
  commitment_id last;
  for (auto const& w : all) {
    if (w.committed != last) text += "  " + describe(m, w.committed) + "\n";
    last = w.committed;
    text += "    lost on " + name_of(m, w.part) + ", " + chain_text(m, w.chain) + ": " +
            describe(m, w.link) + "\n";
  }
  return text;
}

std::string middle_text(model_view const& m, std::vector<party_in_the_middle> const& all) {
  if (all.empty()) return "In the middle: nobody\n";
  std::string text = "In the middle\n";
  for (auto const& p : all)
    text += "  " + name_of(m, p.who) + ", between " + name_of(m, p.giver) + " and " +
            name_of(m, p.taker) +
            (p.before ? " (" + name_of(m, p.before) + ", then " + name_of(m, p.after) + ")" : "") +
            "\n";
  return text;
}

std::string rings_text(model_view const& m, std::vector<delegation_ring> const& all) {
  if (all.empty()) return "Rings of delegation: none\n";
  std::string text = "Rings of delegation\n";
  for (auto const& r : all) text += "  " + name_of(m, r.part) + ": " + names_of(m, r.firms) + "\n";
  return text;
}

}  // namespace

std::string text_of(promise_read const& p, promise_graphs const& g) {
  auto const& m = p.document->model.view();
  return detail::visible_lines(name_of(m, whole) + "\n\n" + critical_path_text(m, g.path) + '\n' +
                               weakest_links_text(m, g.weakest) + '\n' + middle_text(m, g.middle) +
                               '\n' + rings_text(m, g.rings));
}
