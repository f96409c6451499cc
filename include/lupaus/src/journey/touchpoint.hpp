// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: journeys, checked and in words.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/journey/touchpoint.hpp"
#include "lupaus/model/element_text.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Refuses bad input, by the exception or, without exceptions, by the end of the program.
[[noreturn]] LUPAUS_COLD inline void refuse_journey(errors list) {
#if defined(__cpp_exceptions)
  throw bad_input{std::move(list)};
#else
  print_and_abort(list);
#endif
}
LUPAUS_COLD inline error journey_fault(error_code code, std::string where, std::string message) {
  error e;
  e.code = code;
  e.where = std::move(where);
  e.message = std::move(message);
  return e;
}
inline void require_sound_journey(model_view const& m, customer_journey const& j) {
  if (auto list = faults_of(m, j); !list.empty()) refuse_journey(std::move(list));
}

/// Collects what is wrong with one journey.
class journey_faults {
 public:
  journey_faults(model_view const& m, customer_journey const& j) : m_{&m}, j_{&j} {}

  errors find() && {
    if (j_->steps.empty()) add(error_code::missing, "the journey", "it has no touchpoint");
    for (std::size_t i = 0; i < j_->steps.size(); ++i) step(i);
    for (auto const& p : m_->provisions) provided_.insert({p.by, p.of});
    for (auto const& b : j_->backstage) backstage(b);
    return std::move(found_);
  }

 private:
  void add(error_code code, std::string where, std::string message) {
    found_.push_back(journey_fault(code, std::move(where), std::move(message)));
  }
  template <class Id, class Table>
  bool refers(Id id, Table const& table, std::string const& where, char const* what) {
    if (id && id.index() < table.size()) return true;
    add(error_code::foreign_id, where, std::string{what} + " is none of this promise");
    return false;
  }
  template <class Id, class Table>
  void may_refer(Id id, Table const& table, std::string const& where, char const* what) {
    if (id) refers(id, table, where, what);
  }

  void step(std::size_t i) {
    auto const& t = j_->steps[i];
    auto const where = "the touchpoint '" + t.name + "'";
    if (t.name.empty())
      add(error_code::empty_name, "touchpoint " + std::to_string(i + 1), "it has no name");
    if (!names_.insert(t.name).second)
      add(error_code::duplicate_name, where, "another one has the same name");
    may_refer(t.met_by, m_->parties, where, "who meets the customer");
    if (t.met_by && t.met_by == m_->customer)
      add(error_code::contradiction, where, "the customer does not meet herself");
    may_refer(t.of, m_->parts, where, "the part that it is");
    for (auto const& n : t.friction) {
      if (n.what.empty() || n.amount == 0)
        add(error_code::bad_value, where,
            "a friction says what it is, and is an amount above or below 0");
      may_refer(n.owner, m_->parties, where, "who owns a friction");
    }
    if (t.next) {
      refers(t.next->by, m_->parties, where, "whose move is the next");
      if (t.next->words.empty()) add(error_code::bad_value, where, "the next move has no words");
    }
    for (auto p : t.sells) good(p, where, "what is sold");
    if (!t.sells.empty() && t.purpose != step_purpose::sells)
      add(error_code::contradiction, where,
          "it sells a good, and is said not to sell but that it " +
              std::string{to_string(t.purpose)});
    for (auto const& c : t.suggests) {
      good(c.of, where, "what the add-on is for");
      may_refer(c.part, m_->parts, where, "the add-on");
      if (c.name.empty()) add(error_code::empty_name, where, "an add-on has no name");
      if (c.part && c.part == c.of)
        add(error_code::contradiction, where, "a good is no add-on of itself");
    }
    if (t.standard) standard(*t.standard, where);
  }
  void good(part_id p, std::string const& where, char const* what) {
    if (refers(p, m_->parts, where, what) && m_->parts[p].kind != part_kind::good)
      add(error_code::contradiction, where, std::string{what} + " is no good");
  }
  void standard(step_standard const& s, std::string const& where) {
    if (s.quality == nullptr || !s.quality->accepts(s.level))
      add(error_code::unit_mismatch, where, "its standard has a level that its quality has not");
    for (auto p : s.agreed_by) refers(p, m_->parties, where, "who agreed on the standard");
    bool is_joint = false;
    for (auto p : s.agreed_by) is_joint = is_joint || p != s.agreed_by.front();
    if (!is_joint)
      add(error_code::missing, where, "a standard is agreed on by two parties, or more");
  }
  void backstage(backstage_step const& b) {
    auto const where = "the step behind the curtain '" + b.name + "'";
    if (b.name.empty()) add(error_code::empty_name, where, "it has no name");
    if (!refers(b.by, m_->parties, where, "who does it") ||
        !refers(b.provides, m_->capabilities, where, "what it provides"))
      return;
    if (provided_.contains({b.by, b.provides})) return;
    add(error_code::contradiction, where,
        "by the promise " + the(*m_, b.by) + " does not provide '" +
            std::string{m_->capabilities[b.provides].name} + "'");
  }

  model_view const* m_;
  customer_journey const* j_;
  std::set<std::string_view> names_;
  std::set<std::pair<party_id, capability_id>> provided_;
  errors found_;
};

}  // namespace detail

LUPAUS_DECL errors faults_of(model_view const& m, customer_journey const& j) {
  return detail::journey_faults{m, j}.find();
}

LUPAUS_DECL std::vector<commitment_id> commitments_at(model_view const& m, touchpoint const& t) {
  std::vector<commitment_id> found;
  for (auto c : m.commitments.ids())
    if (t.of && m.commitments[c].about == t.of && m.commitments[c].creditor == m.customer)
      found.push_back(c);
  return found;
}

LUPAUS_DECL std::vector<std::size_t> backstage_of(model_view const& m, customer_journey const& j,
                                                  touchpoint const& t) {
  auto const owed = commitments_at(m, t);
  auto const is_needed = [&](capability_id c) {
    for (auto const& r : m.requirements)
      for (auto of : owed)
        if (r.of == of && r.on == c) return true;
    return false;
  };
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < j.backstage.size(); ++i)
    if (is_needed(j.backstage[i].provides)) found.push_back(i);
  return found;
}

LUPAUS_DECL std::vector<capability_id> backstage_of(model_view const& m, touchpoint const& t) {
  std::vector<bool> is_needed(m.capabilities.size());
  auto const owed = commitments_at(m, t);
  for (auto const& r : m.requirements)
    if (std::find(owed.begin(), owed.end(), r.of) != owed.end()) is_needed[r.on.index()] = true;
  std::vector<capability_id> found;
  for (auto c : m.capabilities.ids())
    if (m.capabilities[c].is_backstage && is_needed[c.index()]) found.push_back(c);
  return found;
}

LUPAUS_DECL std::string to_text(model_view const& m, customer_journey const& j) {
  detail::require_sound_journey(m, j);
  // What the promise itself calls a step backstage, and the journey does not name anew.
  auto const is_named = [&](capability_id c) {
    return std::any_of(j.backstage.begin(), j.backstage.end(),
                       [&](backstage_step const& b) { return b.provides == c; });
  };
  std::string below;
  for (auto const& b : j.backstage)
    below += "  " + b.name + ": " + the(m, b.by) + " provides " +
             std::string{m.capabilities[b.provides].name} + "\n";
  for (auto c : m.capabilities.ids()) {
    if (!m.capabilities[c].is_backstage || is_named(c)) continue;
    std::vector<std::string> who;
    for (auto const& p : m.provisions)
      if (p.of == c) who.push_back(the(m, p.by));
    below += "  " + std::string{m.capabilities[c].name} + ": " +
             (who.empty() ? std::string{"nobody"} : listed(who)) +
             (who.size() > 1 ? " perform it\n" : " performs it\n");
  }
  std::string text = sentence(j.title) + "\n";
  for (std::size_t i = 0; i < j.steps.size(); ++i) {
    auto const& t = j.steps[i];
    text += "  " + std::to_string(i + 1) + ". " + t.name + ": " +
            std::string{to_string(t.purpose)} + "; " +
            (t.met_by ? the(m, t.met_by) + " meets her" : std::string{"nobody meets her"}) + "\n";
    for (auto c : commitments_at(m, t)) text += "     owed: " + describe(m, c) + "\n";
    if (t.standard) {
      std::vector<std::string> who;
      for (auto p : t.standard->agreed_by) who.push_back(the(m, p));
      text += "     standard: " + t.standard->quality->phrase(t.standard->level) +
              ", agreed on by " + listed(who) + "\n";
    }
    for (auto const& c : t.suggests)
      text += "     suggested: " + c.name + ", with the " + name_of(m, c.of) + "\n";
    for (auto b : backstage_of(m, j, t)) text += "     rests on: " + j.backstage[b].name + "\n";
    for (auto c : backstage_of(m, t))
      if (!is_named(c)) text += "     rests on: " + std::string{m.capabilities[c].name} + "\n";
  }
  if (!below.empty()) text += "  ---- line of visibility ----\n" + below;
  return detail::visible_lines(text);
}

}  // namespace lupaus::inline v0
