// SPDX-License-Identifier: BSL-1.0
#include "support/print.hpp"

#include "support/description.hpp"
#include "support/random_steps.hpp"

#include <sstream>
#include <string>
#include <string_view>

namespace proof {

namespace detail {

inline std::string quoted(std::string const& s) { return '"' + s + '"'; }
/// A part; none is the whole.
inline std::string part(std::string const& s) { return s.empty() ? "whole" : quoted(s); }

inline std::string words(amount const& t) {
  if (t.kind == amount::workdays)
    return "business_days{" + std::to_string(t.n % 100) + ", " + std::to_string(t.n / 100) + "}";
  if (t.kind == amount::date) return "calendar_day{" + std::to_string(t.n) + "}";
  return std::to_string(t.n) + "min";
}

inline std::string words(mention const& e) {
  if (!e) return "{}";
  auto const plain = [&]() -> std::string {
    using lupaus::event_kind;
    switch (e.kind) {
      case event_kind::ordered: return "ordered";
      case event_kind::started: return "started(" + part(e.part) + ")";
      case event_kind::completed: return "completed(" + part(e.part) + ")";
      case event_kind::failed: return "failed(" + part(e.part) + ", " + quoted(e.name) + ")";
      case event_kind::late: return "late(" + part(e.part) + ")";
      case event_kind::step: return "step(" + part(e.part) + ", " + quoted(e.name) + ")";
      case event_kind::possession: return "possession(" + part(e.part) + ")";
      case event_kind::cancel_requested: return "cancel_requested";
      case event_kind::replacement_requested: return "replacement_requested";
      case event_kind::cancelled: return "cancelled";
      case event_kind::refunded: return "refunded";
      case event_kind::kept: return "kept";
      case event_kind::reported:
      case event_kind::timed_out: break;
    }
    return "?";
  }();
  auto const said = e.reported ? "reported(" + plain + ")" : plain;
  if (e.minutes < 0) return said;
  auto const since = words(mention{true, e.since_kind, e.since_part, e.since_name});
  return (e.only_time ? "b.passed(" : "b.not_by(" + said + ", ") + std::to_string(e.minutes) +
         "min, " + since + ")";
}

inline std::string words(quality_name q, amount const& t) {
  switch (q) {
    case quality_name::deadline: return "within(" + words(t) + ")";
    case quality_name::informed: return "informed_within(" + words(t) + ")";
    case quality_name::recovery: return "recovered_within(" + words(t) + ")";
    case quality_name::cancellable: return "cancel_until(" + words(t) + ")";
    case quality_name::condition: return "undamaged";
    case quality_name::single_contact: return "single_contact";
    case quality_name::price: return "priced_at({" + std::to_string(100 * t.n) + ", \"EUR\"})";
    case quality_name::installed: return "installed";
    case quality_name::step: return std::string{step_quality(t.n).quality->name};
    case quality_name::window:
      return "in_window(" + std::to_string(t.n / 100) + "h, " + std::to_string(t.n % 100) + "h)";
  }
  return "?";
}
inline std::string words(term_says const& t) {
  return words(t.quality, t.limit) + (t.anchor ? ".after(" + words(t.anchor) + ")" : "");
}

inline std::string words(shape const& s) {
  if (s.inside.empty()) return part(s.name);
  std::string text;
  for (auto const& x : s.inside)
    text += (text.empty() ? "" : s.in_order ? " >> " : ", ") + words(x);
  text = (s.in_order ? "(" : "all_of(") + text + ")";
  return s.name.empty() ? text : "b.composite(" + quoted(s.name) + ", " + text + ")";
}

inline std::string words(rule_says const& r) {
  if (r.action == lupaus::action_kind::act) return "act(\"makes amends\")";
  auto const name = std::string{lupaus::to_string(r.action)};
  if (r.object.empty()) return name;
  auto const off = r.takes_off() > 0 ? ", {" + std::to_string(r.takes_off()) + ", \"EUR\"}" : "";
  return name + "(" + quoted(r.object) + off + ")";
}

inline void print_rule(std::ostream& out, rule_says const& r) {
  out << "b.on(" << words(r.on) << ")";
  if (r.since) out << ".since(" << words(r.since) << ")";
  if (r.until) out << ".until(" << words(r.until) << ")";
  out << ".owes(" << quoted(r.debtor) << ", " << words(r) << ", " << quoted(r.creditor) << ")";
  if (r.gate) out << ".waits_for(" << words(r.gate) << ")";
  if (r.within.kind != amount::none) out << ".within(" << words(r.within) << ")";
  for (auto const& p : r.presumes)
    out << ".presumes("
        << (p.happened ? (p.is_not ? "not_happened(" : "happened(") + words(p.happened) + ")"
                       : "held_by(" + quoted(p.holder) + ", " + quoted(p.good) + ")")
        << ")";
  if (r.fee_cents > 0) out << ".keeps({" << r.fee_cents << ", \"EUR\"})";
  if (r.from_time > 0) out << ".from_time(" << r.from_time << ")";
  if (r.up_to_time > 0) out << ".up_to_time(" << r.up_to_time << ")";
  out << ";  // rule #" << r.tag << "\n";
}

inline void print_event(std::ostream& out, event_says const& e) {
  if (e.kind == lupaus::event_kind::started || e.kind == lupaus::event_kind::completed)
    out << "b.happens(" << words(e.said()) << ")";
  else
    out << (e.kind == lupaus::event_kind::failed ? "b.fails("
            : e.kind == lupaus::event_kind::late ? "b.may_be_late("
                                                 : "b.step(")
        << quoted(e.part) << (e.kind == lupaus::event_kind::late ? "" : ", " + quoted(e.name))
        << ")";
  for (auto const& w : e.ways) {
    if (w.from) out << ".follows(" << words(w.from) << ")";
    if (!w.by.empty()) out << ".by(" << quoted(w.by) << ")";
  }
  if (!e.good.empty()) out << ".hands(" << quoted(e.good) << ", " << quoted(e.holder) << ")";
  if (e.until) out << ".until(" << words(e.until) << ")";
  out << ";\n";
}

inline void print_commitment(std::ostream& out, description const& d, commitment_says const& c) {
  out << (c.creditor == d.customer ? "b.commits(" : "b.commits_to(") << quoted(c.debtor)
      << (c.creditor == d.customer ? "" : ", " + quoted(c.creditor)) << ", " << part(c.about)
      << (c.term.empty() ? "" : ", " + words(c.term[0])) << ")";
  if (c.creditor != d.customer && c.creditor != d.seller)
    out << ".to(" << quoted(c.creditor) << ")";
  if (c.given) out << ".given(" << words(c.given) << ")";
  if (c.brings_about) out << ".brings_about(" << words(c.brings_about) << ")";
  if (c.on_request) out << ".on_request()";
  for (auto q : c.overrides)
    out << ".overrides(" << words(q, minutes(q == quality_name::window ? 1'012 : 60))
        << (c.interest.empty() ? "" : ", " + quoted(c.interest)) << ")";
  for (auto const& k : c.rests_on) out << ".rests_on(" << quoted(k.name) << ")";
  out << ";  // commitment #" << c.tag << "\n";
}

inline void print_risk(std::ostream& out, risk_says const& r) {
  out << (r.covers.empty() ? "b.bears(" : "b.covers(") << quoted(r.bearer)
      << (r.covers.empty() ? "" : ", " + quoted(r.covers)) << ", loss_of(" << part(r.of) << "), "
      << words(r.from) << ", " << words(r.until) << ");\n";
}

inline char const* words(lupaus::event_kind end) {
  return end == lupaus::event_kind::kept        ? "kept"
         : end == lupaus::event_kind::cancelled ? "cancelled"
                                                : "refunded";
}

}  // namespace detail

std::string to_string(description const& d) {
  using detail::quoted, detail::part, detail::words;
  std::ostringstream out;
  out << "builder b{" << quoted(d.title) << "};\nb.customer(" << quoted(d.customer)
      << ");\nb.seller(" << quoted(d.seller) << ");\n";
  if (d.on_the_spot) out << "b.paid(payment::on_the_spot);\n";
  for (auto const& p : d.parties)
    out << (p.is_department ? "b.department(" : "b.subcontractor(") << quoted(p.name) << ");\n";
  for (auto const& x : d.mandates)
    out << (x.granted ? "b.has_mandate(" : "b.has_no_mandate(") << quoted(x.who) << ");\n";
  for (auto const& c : d.capabilities)
    out << "b.capability(" << (c.is_backstage ? "backstage(" : "") << quoted(c.name)
        << (c.is_backstage ? "));\n" : ");\n");
  for (auto const& p : d.parts)
    out << (p.is_instalment ? "b.instalment("
            : p.is_good     ? "b.good("
                            : "b.service(")
        << quoted(p.name) << (p.quantity == 1 ? "" : ", " + std::to_string(p.quantity)) << ");\n";
  for (auto const& p : d.parts)
    if (p.gives > 0)
      out << "b.gives(" << quoted(p.name) << ", {" << step_quality(p.gives).quality->name
          << "}, experience_level{" << p.level << "});\n";
  if (!d.product.empty() && !d.product[0].inside.empty())
    out << "b.product(" << words(d.product[0]) << ");\n";
  for (auto const& x : d.before) out << "b.before(" << quoted(x.a) << ", " << quoted(x.b) << ");\n";
  for (auto const& x : d.carries)
    out << "b.carries(" << quoted(x.a) << ", " << quoted(x.b) << ");\n";
  for (auto const& x : d.performers)
    out << "b.performs(" << quoted(x.b) << ", " << quoted(x.a) << ");\n";
  for (auto const& e : d.events) detail::print_event(out, e);
  for (auto const& e : d.turning_points) detail::print_event(out, e);
  for (auto const& x : d.abilities)
    out << "b.can_do(" << quoted(x.who) << ", " << quoted(x.what) << ", " << words(x.time)
        << ");\n";
  for (auto const& x : d.severable) out << "b.severable(" << quoted(x.part) << ");\n";
  for (auto const& x : d.answers)
    out << "b.answers(" << quoted(x.a) << ", " << quoted(x.b) << ");\n";
  for (auto const& x : d.prices)
    out << (is_instalment(d, x.part) ? "b.pays(" + quoted(d.customer)
                                     : "b.charges(" + quoted(d.seller))
        << ", " << part(x.part) << ", {" << x.cents << ", \"EUR\"});\n";
  for (auto const& c : d.claims) {
    out << (c.implied ? "b.implies(" : "b.claims(") << quoted(c.who) << ", " << part(c.about)
        << ", {";
    for (auto const& t : c.terms) out << (&t == &c.terms[0] ? "" : ", ") << words(t);
    out << "});  // claim #" << c.tag << "\n";
  }
  for (auto const& c : d.commitments) detail::print_commitment(out, d, c);
  for (auto const& r : d.rules) detail::print_rule(out, r);
  for (auto const& n : d.notices)
    out << "b.tells(" << quoted(n.from) << ", " << quoted(n.to) << ", " << words(n.of) << ", "
        << words(n.within) << ");\n";
  for (auto const& n : d.change_notices)
    out << "b.tells_of_any_change(" << quoted(n.from) << ", " << quoted(n.to) << ", "
        << part(n.part) << ", " << words(n.within) << ");\n";
  for (auto const& c : d.coordinations)
    out << "b.coordinates(" << quoted(c.owner) << ", " << quoted(c.before) << ", "
        << quoted(c.after) << ");\n";
  for (auto const& x : d.part_needs)
    out << "b.must_coordinate(" << quoted(x.a) << ", " << quoted(x.b) << ");\n";
  for (auto const& x : d.party_needs)
    out << "b.must_coordinate_parties(" << quoted(x.a) << ", " << quoted(x.b) << ");\n";
  for (auto const& x : d.channels)
    out << "b.reaches(" << quoted(x.a) << ", " << quoted(x.b) << ");\n";
  for (auto const& x : d.sightings)
    out << "b.sees(" << quoted(x.by) << ", " << words(x.of) << ");\n";
  for (auto const& x : d.provides)
    out << "b.provides(" << quoted(x.a) << ", " << quoted(x.b) << ");\n";
  for (auto const& r : d.recourses)
    out << "b.recovers_from(" << quoted(r.creditor) << ", " << quoted(r.debtor) << ", "
        << words(r.failure)
        << (r.within.kind == amount::none ? "" : ", within(" + words(r.within) + ")") << ");\n";
  for (auto const& e : d.ends)
    out << "b.ends_contract_with(" << quoted(e.debtor) << ", " << quoted(e.creditor) << ", {"
        << words(e.when) << "}" << (e.within.kind == amount::none ? "" : ", " + words(e.within))
        << ");\n";
  for (auto const& r : d.risks) detail::print_risk(out, r);
  if (d.telling) out << "// clauses told in order " << d.telling << "\n";
  return out.str();
}

}  // namespace proof
