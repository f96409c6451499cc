// SPDX-License-Identifier: BSL-1.0
//
// A document from its first member to its last, in one order, whatever the order they are written
// in: what is named stands before what names it.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/io/reader/declared_qualities.hpp"
#include "lupaus/io/reader/happenings.hpp"
#include "lupaus/io/reader/obligations.hpp"
#include "lupaus/io/reader/parts.hpp"
#include "lupaus/io/reader/products.hpp"
#include "lupaus/io/reader/promises.hpp"
#include "lupaus/io/writer/promise_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

inline constexpr std::int64_t json_format = 1;

/// What it costs to complete a model is no secret of the algorithms: parts times the chains of
/// subcontracts, precedences of composites spelled out, notices of any change.
inline bool is_within_limits(reading& r) {
  auto const& c = r.columns();
  std::uint64_t const parts = c.parts.size(), parties = c.parties.size(),
                      commitments = c.commitments.size(), precedences = c.precedences.size();
  std::uint64_t of_composites = 0, composites = 0, deepest = 1, informed_of = 0;
  for (auto const& p : c.precedences)
    if (!is_leaf(c.parts[p.before.index()]) || !is_leaf(c.parts[p.after.index()])) ++of_composites;
  for (std::size_t i = 0; i < c.parts.size(); ++i) {
    if (!is_leaf(c.parts[i])) ++composites;
    std::uint64_t depth = 1;
    for (auto p = c.parts[i].within; p; p = c.parts[p.index()].within) ++depth;
    deepest = (std::max)(deepest, depth);
  }
  for (auto const& k : c.commitments) informed_of += k.consequent.quality == &quality_of<informed>;
  auto const told = c.changes.size() + informed_of;
  auto const notices =
      std::min<std::uint64_t>(c.notices.size() + told * c.events.size(), notice_id::limit);
  auto const work = parts * commitments * (parties + deepest) +
                    of_composites * parts * (composites + parts + precedences) +
                    told * (notices + c.events.size() * deepest);
  if (work <= r.source.limits().work) return true;
  r.fail(0, error_code::too_large,
         {"to complete this promise can take ", decimal{work}, " steps, and the limit is ",
          decimal{r.source.limits().work}});
  return false;
}

/// Notices that follow from others, or from a promise to keep informed, stand where that does.
inline void place_derived(reading& r, model_view const& m) {
  for (auto const id : m.notices.ids()) {
    auto const& n = m.notices[id];
    if (!n.derived) continue;
    auto const of = m.events[n.of].of;
    auto at = no_place;
    for (std::size_t i = 0; i < r.changes.size() && at == no_place; ++i) {
      auto const& c = m.changes[change_id{i}];
      if (c.from == n.from && c.to == n.to && is_within(m, of, c.of)) at = r.changes[i];
    }
    for (std::size_t i = 0; i < r.promises.size() && at == no_place; ++i) {
      auto const& c = m.commitments[commitment_id{i}];
      if (c.consequent.quality == &quality_of<informed> && c.debtor == n.from &&
          c.creditor == n.to && is_within(m, of, c.about))
        at = r.promises[i];
    }
    if (at != no_place) r.put(id, at);
  }
}

/// Faults of the ways that nothing leads to, one each, where those ways stand: ways to one event
/// stand in the order in which they are read.
inline void refuse_ways(reading& r, std::vector<transition_id> const& dead, errors const& found) {
  auto const& ways = r.columns().transitions;
  auto const events = r.columns().events.size();
  rows_by<event_id, json_place> const written{events, [&](auto&& f) {
                                                for (auto const& w : r.ways) f(w.id, w.at);
                                              }};
  std::vector<std::size_t> place(ways.size());  // of each way, among those to its event
  std::vector<std::size_t> so_far(events);
  for (std::size_t i = 0; i < ways.size(); ++i) place[i] = so_far[ways[i].to.index()]++;
  for (std::size_t i = 0; i < found.size(); ++i) {
    json_place at = 0;
    if (i < dead.size()) {
      auto const those = written[ways[dead[i].index()].to];
      if (auto const n = place[dead[i].index()]; n < those.size()) at = those[n];
    }
    r.source.fail(at, found[i].code, {found[i].message}, found[i].suggestion, found[i].where);
  }
}

/// What the document says that its content comes to.
struct said_hash {
  json_place at = no_place;
  std::string_view text = {};
};

inline said_hash read_head(reading& r, json_object& document) {
  auto const id = document.text("id"), version = document.text("version");
  r.writer.set_identity(id, version, {});
  if (auto const at = document.find("paid"); at != no_place) {
    constexpr std::string_view words[] = {"ahead", "on_the_spot"};
    if (auto const i = word_of(r.source, at, words, "time of payment"))
      r.columns().paid = static_cast<payment>(*i);
  }
  said_hash hash{document.find("content_hash"), {}};
  if (hash.at != no_place) hash.text = text_of(r.source, hash.at).value_or("");
  return hash;
}

/// Everything but what the document says first; false, with faults, when anything is wrong.
inline bool read_members(reading& r, json_object& document) {
  read_qualities(r.source, document, r.qualities,
                 [&](declared_quality const& q) { return r.writer.add_quality(q); });
  read_parties(r, document);
  read_capabilities(r, document);
  read_parts(r, document);
  if (auto const at = document.find("answerable"); at != no_place)
    if (auto const who = party_at(r, at)) r.writer.add_answer(*who, whole, {}), r.take(at);
  if (auto const at = document.find("price"); at != no_place) read_price(r, at, whole);
  read_events(r, document);
  read_products(r, document);
  read_lives(r);
  read_abilities(r, document);
  read_claims(r, document);
  read_commitments(r, document);
  read_recourses(r, document);
  read_contract_ends(r, document);
  read_rules(r, document);
  read_notices(r, document);
  read_coordination(r, document);
  read_provisions_and_risks(r, document);
  document.finish();
  return r.source.faults.empty() && is_within_limits(r);
}

/// The model; none, with faults, when anything is wrong.
inline std::optional<model> read_tree(reading& r) {
  json_object document{r.source, 0, "an object"};
  if (!document) return {};
  auto const format = document.require("lupaus");
  if (format != no_place) {
    auto const version = integer_of(r.source, format, 1, 999'999);
    if (version && *version != json_format) {
      r.fail(format, error_code::bad_value,
             {"this is version ", decimal{*version}, " of the format, and version ",
              decimal{json_format}, " is read here"});
      return {};  // what else stands here means something else
    }
  }
  auto const title_at = document.require("title");
  auto const title = title_at == no_place ? std::nullopt : text_of(r.source, title_at);
  auto const begins = title_at == no_place ? 0 : title_at;
  r.writer.begin(title.value_or("the promise"), {});
  r.put(whole, begins);
  r.put(ordering, 0);
  r.take(begins);
  auto const hash = read_head(r, document);
  if (!read_members(r, document)) return {};
  auto const made = r.tables().finish();
  if (!made) {
    refuse_ways(r, r.tables().dead_ways, made.error());
    return {};
  }
  place_derived(r, *made);
  if (hash.at == no_place) return *made;
  auto const found = content_hash(made->view(), r.canonical);
  if (hash.text != found) {
    r.fail(hash.at, error_code::contradiction,
           {"the content is not what the hash was made of; its hash is ", found});
    return {};
  }
  return *made;
}

}  // namespace lupaus::inline v0::detail::io
