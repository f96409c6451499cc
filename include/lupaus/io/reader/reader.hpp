// SPDX-License-Identifier: BSL-1.0
//
// A document from its first member to its last, in one order, whatever the order they are written
// in: what is named stands before what names it.
#pragma once

#include "lupaus/io/reader/obligations.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

inline constexpr std::int64_t json_format = 1;

class json_reader : public json_clauses {
 public:
  json_reader(json_source& s, std::string_view title, json_place at) : json_clauses{s, title, at} {}

  /// What the document says that its content comes to; empty when it does not say.
  std::string_view content_hash;
  json_place content_hash_at = no_place;

  /// The model; none, with faults, when anything is wrong.
  std::optional<model> read(json_object& document) {
    document.knows({"lupaus", "title"});
    read_head(document);
    read_parties(document);
    read_capabilities(document);
    read_parts(document);
    read_answerable(document);
    read_events(document);
    read_products(document);
    read_lives();
    read_abilities(document);
    read_claims(document);
    read_commitments(document);
    read_recourses(document);
    read_contract_ends(document);
    read_rules(document);
    read_notices(document);
    read_coordination(document);
    read_provisions_and_risks(document);
    document.finish();
    if (!source().faults.empty() || !is_within_limits()) return {};
    auto const made = build();
    if (!made) {
      for (auto const& f : made.error())
        source().fail(document.place(), f.code, f.message, f.suggestion, f.where);
      return {};
    }
    place_derived(*made);
    return *made;
  }

 private:
  void read_head(json_object& document) {
    identity(document.text("id"), document.text("version"));
    if (auto const at = document.find("paid"); at != no_place) {
      constexpr std::string_view words[] = {"ahead", "on_the_spot"};
      if (auto const i = word_of(source(), at, words, "time of payment"))
        paid(static_cast<payment>(*i));
    }
    content_hash_at = document.find("content_hash");
    if (content_hash_at != no_place) content_hash = text_of(source(), content_hash_at).value_or("");
  }
  void read_answerable(json_object& document) {
    auto const at = document.find("answerable");
    if (at == no_place) return;
    if (auto const who = party(at)) answers(*who, lupaus::whole), take(at);
  }

  // What it costs to complete a model is no secret of the algorithms: parts times the chains of
  // subcontracts, precedences of composites spelled out, notices of any change.
  bool is_within_limits() {
    auto const& c = draft_.columns;
    std::uint64_t const parts = c.parts.size(), parties = c.parties.size(),
                        commitments = c.commitments.size(), precedences = c.precedences.size();
    std::uint64_t of_composites = 0, composites = 0, deepest = 1, informed_of = 0;
    for (auto const& p : c.precedences)
      if (!is_leaf(c.parts[p.before.index()]) || !is_leaf(c.parts[p.after.index()]))
        ++of_composites;
    for (std::size_t i = 0; i < c.parts.size(); ++i) {
      if (!is_leaf(c.parts[i])) ++composites;
      std::uint64_t depth = 1;
      for (auto p = c.parts[i].within; p; p = c.parts[p.index()].within) ++depth;
      deepest = std::max(deepest, depth);
    }
    for (auto const& k : c.commitments)
      informed_of += k.consequent.quality == &quality_of<informed>;
    auto const told = c.changes.size() + informed_of;
    auto const notices =
        std::min<std::uint64_t>(c.notices.size() + told * c.events.size(), notice_id::limit);
    auto const work = parts * commitments * (parties + deepest) +
                      of_composites * parts * (composites + parts + precedences) +
                      told * (notices + c.events.size() * deepest);
    if (work <= source().limits().work) return true;
    fail(0, error_code::too_large,
         "to complete this promise can take " + std::to_string(work) + " steps, and the limit is " +
             std::to_string(source().limits().work));
    return false;
  }

  // Notices that follow from others, or from a promise to keep informed.
  void place_derived(model_view const& m) {
    auto const is_inside = [&](part_id p, part_id outer) {
      for (; p; p = m.parts[p].within)
        if (p == outer) return true;
      return false;
    };
    for (auto const id : m.notices.ids()) {
      auto const& n = m.notices[id];
      if (!n.derived) continue;
      auto const of = m.events[n.of].of;
      auto at = no_place;
      for (std::size_t i = 0; i < changes_.size() && at == no_place; ++i) {
        auto const& c = draft_.columns.changes[i];
        if (c.from == n.from && c.to == n.to && is_inside(of, c.of)) at = changes_[i];
      }
      for (std::size_t i = 0; i < owed_.size() && at == no_place; ++i) {
        auto const& c = m.commitments[commitment_id{i}];
        if (c.consequent.quality == &quality_of<informed> && c.debtor == n.from &&
            c.creditor == n.to && is_inside(of, c.about))
          at = owed_[i];
      }
      if (at != no_place) put(id, at);
    }
  }
};

}  // namespace lupaus::inline v0::detail::io
