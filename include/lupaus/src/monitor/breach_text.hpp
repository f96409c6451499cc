// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: breaches and remarks in words, and who can recover from whom.
#pragma once

#include "lupaus/io/time_text.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/terms/time_text.hpp"
#include "lupaus/monitor/breach.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

inline std::string element_id(element e) {
  constexpr std::string_view kinds[] = {
      "nothing", "party",        "part",    "event",    "claim",      "commitment", "rule",
      "notice",  "coordination", "channel", "recourse", "capability", "ability",    "risk"};
  std::string text{kinds[static_cast<std::size_t>(e.kind)]};
  if (e) text.append("-").append(std::to_string(e.index));
  return text;
}

inline char const* noun_of(layer l) {
  return l == layer::marketing ? "claim" : l == layer::fulfilment ? "commitment" : "subcontract";
}

/// A breach in sentences.
class breach_words {
 public:
  breach_words(model_view const& m, breach const& b) : m_{m}, b_{b} {}

  std::string text() const {
    std::string all{id_of(b_.key.kind)};
    all.append(": ").append(what());
    if (b_.answers)
      all.append(" ").append(sentence(the(m_, b_.answers))).append(" answers for it.");
    if (b_.caused_by && b_.caused_by != b_.answers)
      all.append(" It lies with ").append(the(m_, b_.caused_by)).append(".");
    if (b_.failed_to_tell)
      all.append(" ").append(sentence(the(m_, b_.failed_to_tell))).append(" failed to tell.");
    for (auto const& r : recourse_of(m_, b_))
      all.append(" ")
          .append(sentence(the(m_, r.creditor)))
          .append(" can recover from ")
          .append(the(m_, r.debtor))
          .append(".");
    return all;
  }

 private:
  std::string what() const {
    switch (b_.key.kind) {
      case breach_kind::broken_term: return broken_term();
      case breach_kind::broken_promise:
        return "the promise is broken to the customer: " + through();
      case breach_kind::watermelon:
        return "the promise is broken to the customer, and every firm kept its terms with the "
               "others.";
      case breach_kind::untold:
        return "nobody told " + the(m_, b_.key.told) + " in time that " + happening() + " (by " +
               moment_text(b_.due) + ").";
      case breach_kind::late_notice:
        return sentence(the(m_, b_.key.told)) + " was told that " + happening() + ", " +
               in_words(b_.late_by) + " late.";
      case breach_kind::customer_chased:
        return "the customer had to make a contact herself" +
               (b_.event ? ", while " + happening() + "." : std::string{"."});
      case breach_kind::refused_right:
        return b_.part == whole
                   ? "the customer may cancel, and was refused."
                   : "the customer may have another " + name_of(m_, b_.part) + ", and was refused.";
      case breach_kind::double_deviation: return "after a remedy, " + happening() + " again.";
      case breach_kind::jeopardy:
        return the(m_, b_.part) + " can no longer be in time at contracted times: " + limit() +
               ", and at least " + in_words(whole_minutes(b_.late_by)) + " more are needed.";
      case breach_kind::revised:
        return "an earlier breach does not stand: " + std::string{id_of(b_.revises.kind)} + ".";
    }
    return {};
  }
  std::string broken_step() const {
    auto const& p = m_.parts[b_.part];
    auto text = the(m_, b_.part);
    if (p.level != experience_level::unsaid)
      text += " (level of " + std::string{to_string(p.level)} + ")";
    if (!b_.event)
      text += " was left out.";
    else if (b_.interrupted_at != 0)
      text += " was interrupted at " + moment_text(b_.interrupted_at) + " ('" +
              name_of(m_, b_.event) + "') and not taken up again.";
    else
      text += " was begun by the customer herself.";
    auto const said = promised_with({b_.part});
    return said.empty() ? text : text + " Promised: " + said + ".";
  }
  // The claims, and commitments to her, that rest on some of these steps.
  std::string promised_with(std::vector<part_id> const& steps) const {
    std::vector<std::string> said;
    auto const is_of = [&](part_id about, term const& t) {
      return std::any_of(steps.begin(), steps.end(), [&](part_id p) {
        return is_within(m_, p, about) && m_.parts[p].gives == t.quality;
      });
    };
    for (auto i : m_.claims.ids()) {
      auto is = false;
      for_each_term(m_, m_.claims[i],
                    [&](term const& t) { is = is || is_of(m_.claims[i].about, t); });
      if (is) said.push_back(describe(m_, i));
    }
    for (auto i : m_.commitments.ids()) {
      auto const& c = m_.commitments[i];
      if (c.creditor == m_.customer && !c.on_request && !c.overrides && !c.antecedent &&
          is_of(c.about, c.consequent))
        said.push_back(describe(m_, i));
    }
    return listed(said, "; and ");
  }
  std::string through_steps() const {
    std::vector<std::string> names;
    for (auto p : b_.steps) names.push_back(the(m_, p));
    return "she was not given " + listed(names) +
           " as she should be. Promised: " + promised_with(b_.steps) + ".";
  }
  std::string broken_term() const {
    if (b_.key.of.kind == element_kind::part) return broken_step();
    auto text = the(m_, b_.part) + " was not there in time: " + noun_of(b_.where) + ", " + limit();
    if (b_.of_units > 1)
      text +=
          ", " + std::to_string(b_.units) + " of " + std::to_string(b_.of_units) + " units were";
    return text + ".";
  }
  // 'At least' so long.
  static seconds_t whole_minutes(seconds_t s) { return s < 60 ? s : s - s % 60; }
  std::string limit() const { return "due " + moment_text(b_.due); }
  std::string through() const {
    if (!b_.steps.empty()) return through_steps();
    if (b_.due != 0 && !b_.event)
      return the(m_, b_.part) + " was not there in time, " + limit() + ".";
    if (b_.failed_to_tell) return "she was not told that " + happening() + ".";
    if (b_.event) return happening() + ".";
    return "a request within her rights was refused.";
  }
  std::string happening() const {
    auto const& e = m_.events[b_.event];
    if (is_failure(e.kind)) return failing(m_, b_.event);
    auto const name = name_of(m_, b_.event);
    if (e.kind == event_kind::cancelled || e.kind == event_kind::refunded)
      return "the order was " + name;
    if (e.kind == event_kind::started && m_.parts[e.of].carries)
      return the(m_, m_.parts[e.of].carries) + " was shipped";
    if (e.kind == event_kind::completed && !is_instalment(m_.parts[e.of]))
      return the(m_, e.of) + " was completed";
    return "'" + name + "' happened";
  }

  model_view const& m_;
  breach const& b_;
};

}  // namespace detail

LUPAUS_DECL std::string breach::id() const {
  auto text = order;
  text.append("/").append(id_of(key.kind));
  if (key.kind == breach_kind::revised) text.append("/").append(id_of(revises.kind));
  text.append("/").append(detail::element_id(key.of));
  if (key.told) text.append("/").append(detail::element_id(key.told));
  if (key.part) text.append("/").append(detail::element_id(key.part));
  return text.append("/")
      .append(std::to_string(key.unit))
      .append("/")
      .append(std::to_string(key.attempt));
}

LUPAUS_DECL std::vector<recourse_link> recourse_of(model_view const& m, breach const& b) {
  std::vector<recourse_link> all;
  auto const is_failing = b.event && is_failure(m.events[b.event].kind);
  auto const is_of_term = b.key.kind == breach_kind::broken_term;
  if (b.key.kind == breach_kind::broken_promise || b.key.kind == breach_kind::double_deviation ||
      is_of_term)
    for (auto i : m.recourses.ids())
      if (is_failing && m.recourses[i].failure == b.event)
        all.push_back({m.recourses[i].creditor, m.recourses[i].debtor, i});
  if (is_of_term && b.where != layer::delivery)
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (c.creditor != m.customer && !c.on_request && c.about == b.part &&
          detail::same_firm(m, c.debtor, b.caused_by))
        all.push_back({c.creditor, c.debtor, i});
    }
  return all;
}

LUPAUS_DECL std::string moment_text(seconds_t since_epoch) {
  return detail::io::write_instant(since_epoch) + "Z";
}

LUPAUS_DECL std::string to_text(model_view const& m, breach const& b) {
  return moment_text(b.at) + " order " + b.order + ": " + detail::breach_words{m, b}.text();
}

LUPAUS_DECL std::string to_text(model_view const& m, remark const& r) {
  auto text = moment_text(r.at) + " order " + r.order + ": " + std::string{id_of(r.kind)};
  if (r.event) text += ": " + place_of(m, r.event);
  switch (r.kind) {
    case remark_kind::does_not_fit:
      if (!r.wanted.empty()) {
        std::vector<std::string> names;
        for (auto e : r.wanted) names.push_back(place_of(m, e));
        text += " can come only after " + listed(names, " or ");
      } else {
        text += " cannot come here by the promise";
      }
      break;
    case remark_kind::repeated: text += " has happened already"; break;
    case remark_kind::after_the_end: text += " comes after the end of the order"; break;
    case remark_kind::placed_twice: text += ": the order stands already"; break;
    case remark_kind::never_placed: text += ": the order was never placed"; break;
    case remark_kind::unknown_record: text += ": a record is withdrawn that has not come in"; break;
    case remark_kind::changed_record:
      text += ": a record of that id is there, and says something else";
      break;
    case remark_kind::too_early: text += " is said to come before the order was placed"; break;
    case remark_kind::too_many_records: text += ": the order takes no more records"; break;
    case remark_kind::bad_unit:
      text += " has no unit " + std::to_string(r.unit + std::size_t{1});
      break;
  }
  return text + ".";
}

}  // namespace lupaus::inline v0
