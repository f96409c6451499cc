// SPDX-License-Identifier: BSL-1.0
//
// A document on its way to a model: what was read so far, and what is wrong with it. Functions, one
// file a subject, read the document's parts into it.
#pragma once

#include "lupaus/io/json_options.hpp"
#include "lupaus/io/reader/faults.hpp"
#include "lupaus/io/reader/positions.hpp"
#include "lupaus/io/writer/json_text.hpp"
#include "lupaus/model/builder/model_writer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// A value that is an element, or makes one.
template <class Id>
struct placed {
  json_place at;
  Id id;
};

/// Keeps its memory from one document to the next.
struct reading {
  json_source source;
  model_writer writer{"", {}};
  position_writer positions;

  // By name: the user's own first, which take the place of the library's of that name. Last those
  // that the document declares.
  std::vector<quality_type const*> qualities;

  // The list that declares them is missing or is none, which has been told; whoever names one is
  // not to blame.
  bool lacks_parties = false, lacks_parts = false;

  // To be read on, when what they name has been declared.
  std::vector<placed<part_id>> parts, composites;
  std::vector<placed<event_id>> events;
  std::vector<placed<event_id>> ways;         ///< of each, the event that it leads to
  std::vector<json_place> changes;            ///< of each notice of any change
  std::vector<json_place> promises;           ///< of each commitment
  std::size_t steps = 0;                      ///< from part to part, in all products
  lupaus::product made_of;                    ///< the product that is being read
  term_list terms;                            ///< of the clause that is being read
  json_text canonical{json_layout::compact};  ///< what the hash is made of

  explicit reading(json_options const& options) : source{options} {
    for (auto const* q : options.qualities)
      if (q) qualities.push_back(q);
    qualities.insert(qualities.end(), std::begin(shipped_qualities), std::end(shipped_qualities));
    known_before_ = qualities.size();
  }

  /// Begins another document.
  void begin(std::string_view text) {
    source.begin(text);
    positions.clear();
    qualities.resize(known_before_);
    lacks_parties = lacks_parts = false;
    parts.clear(), composites.clear(), events.clear(), ways.clear();
    changes.clear(), promises.clear();
    steps = 0;
    taken_ = placed_events_ = 0;
  }

  model_tables& tables() { return writer.tables; }
  model_columns& columns() { return writer.tables.columns; }
  json_node const& node(json_place at) const { return source.tree[at]; }
  part const& part_of(part_id p) { return columns().parts[p.index()]; }

  LUPAUS_COLD void fail(json_place at, error_code code, pieces message,
                        std::string_view nearest = {}) {
    source.fail(at, code, message, nearest);
  }
  void put(element e, json_place at) {
    if (e) positions.put(e, at);
  }
  /// Faults that the writer has found since are the value's, and events that it made are there.
  void take(json_place at) {
    if (taken_ < tables().faults.size()) take_faults(at);
    if (placed_events_ < columns().events.size()) place_events(at);
  }

 private:
  LUPAUS_COLD void take_faults(json_place at) {
    for (; taken_ < tables().faults.size(); ++taken_) {
      auto const& f = tables().faults[taken_];
      source.fail(at, f.code, {f.message}, f.suggestion, f.where);
    }
  }
  // Events come into being on first mention. Those of a part are the part's.
  void place_events(json_place at) {
    for (; placed_events_ < columns().events.size(); ++placed_events_) {
      auto const& e = columns().events[placed_events_];
      event_id const id{placed_events_};
      if (id == ordering)
        put(id, 0);
      else if (is_of_order(e.kind) || e.kind == event_kind::reported || is_failure(e.kind) ||
               e.kind == event_kind::step)
        put(id, at);
      else
        positions.put(id, positions.of(e.of));
    }
  }

  std::size_t taken_ = 0, placed_events_ = 0, known_before_ = 0;
};

}  // namespace lupaus::inline v0::detail::io
