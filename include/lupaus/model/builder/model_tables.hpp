// SPDX-License-Identifier: BSL-1.0
//
// The tables of a model being written, with the texts that they refer to and the faults found on
// the way. Finds what names mean, and makes events on first mention. `builder` and the readers of
// files write through it.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/detail/joined_text.hpp"
#include "lupaus/detail/row_index.hpp"
#include "lupaus/detail/text_arena.hpp"
#include "lupaus/model/builder/statement.hpp"
#include "lupaus/model/builder/term_spec.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/model.hpp"
#include "lupaus/model/model_columns.hpp"
#include "lupaus/model/terms/declared_types.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

class model_tables {
 public:
  model_columns columns;
  errors faults;
  std::vector<transition_id> dead_ways;  ///< of a model that is finished: one for each such fault
  std::vector<quality_type const*> qualities;  ///< that are known by name
  declared_types declared;                     ///< those of `columns.qualities`

  model_tables();
  /// Goes on from a finished model: what was derived is taken off again.
  explicit model_tables(model_view const& finished);
  model_tables(model_tables const&) = delete;
  model_tables& operator=(model_tables const&) = delete;

  /// Gives up all that was written, and keeps the memory.
  void clear();

  // ---- what is wrong -------------------------------------------------------------------------

  /// After a thousand faults no more are kept: whoever reads them has enough.
  void fail(error_code code, statement const& s, pieces message, std::string_view nearest = {});
  [[nodiscard]] std::string name_of(party_ref r) const;
  [[nodiscard]] std::string name_of(part_ref r) const;
  [[nodiscard]] std::string name_of(event_ref const& e) const;

  // ---- writing -------------------------------------------------------------------------------

  /// A copy of the text that lives as long as the tables.
  std::string_view keep(std::string_view t) { return texts_.keep(t); }
  /// A name with a line feed could forge a line of a report.
  void refuse_control_characters(std::string_view text, statement const& s);

  /// Appends, unless the table is full.
  template <class T>
  lupaus::id<T> add(T const& value, std::vector<T>& column, statement const& s) {
    if (column.size() >= lupaus::id<T>::limit) {
      fail_full(s);
      return {};
    }
    column.push_back(value);
    return lupaus::id<T>{column.size() - 1};
  }
  /// Appends a named element; the name must be new.
  party_id add_named(party value, statement const& s);
  part_id add_named(part value, statement const& s);
  capability_id add_named(capability value, statement const& s);
  /// One more quality that is known by name.
  void remember(quality_type const* q);

  // ---- what names mean; O(1) on average ------------------------------------------------------

  party_id find(party_ref r, statement const& s);
  part_id find(part_ref r, statement const& s);
  capability_id find_capability(std::string_view name, statement const& s);
  /// The event that is meant. Events that every part or order has are made on first mention;
  /// failure modes and steps must have been declared.
  event_id find(event_ref const& r, statement const& s);
  /// The same where an event must be given.
  event_id find_required(event_ref const& r, statement const& s);
  /// The event of that kind in the life of a part; made when it is not there yet.
  event_id event_of(event_kind kind, part_id of, statement const& s);
  /// The time-out: so long after `since`, `what` has not happened, or is none; made when it is not
  /// there yet.
  event_id time_out_of(event_id what, bound const& within, event_id since, statement const& s);
  /// A fault where the event is a time-out: nobody brings it about.
  void refuse_time_out(event_id e, statement const& s);
  /// The event of a part that goes by a name, whatever its kind; none when there is none.
  event_id event_named(part_id of, std::string_view name);
  /// None when there is no such name.
  party_id party_named(std::string_view name);
  part_id part_named(std::string_view name);
  capability_id capability_named(std::string_view name);

  term resolve(term_spec const& t, statement const& s);

  /// True for what happens to a good or a service: not to the order, not merely told or meant.
  [[nodiscard]] bool is_in_a_life(event_id id) const;
  /// True when `p` is `outer` or, as far as has been said, within it.
  [[nodiscard]] bool is_inside(part_id p, part_id outer) const;

  // ---- the model -----------------------------------------------------------------------------

  /// The model, or everything that is wrong; completes the tables on the way.
  result<model> finish();
  /// The same, and the tables stay as they are.
  [[nodiscard]] result<model> finished() const;

 private:
  model_tables(model_columns const& rows, errors const& found) : columns{rows}, faults{found} {}

  void fail_full(statement const& s);
  void refuse_dead_ways();
  [[nodiscard]] std::string name_of(named_element const& m) const;
  event_id find_plain(event_ref const& r, statement const& s);
  event_id report_of(event_id subject, statement const& s);
  template <class T, class Id>
  Id find_in(std::vector<T> const& column, row_index& index, reference<Id> r, statement const& s,
             char const* kind, char const* a_kind);
  template <class T>
  lupaus::id<T> add_named(T& value, std::vector<T>& column, row_index& index, statement const& s);
  std::size_t find_event(event const& wanted);

  text_arena texts_;
  row_index party_names_, part_names_, capability_names_, events_;
};

/// "a length of time", "an amount of money": what a bound is, for a message.
[[nodiscard]] LUPAUS_DECL char const* name_of(bound_kind k) noexcept;

}  // namespace lupaus::inline v0::detail

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/model_events.hpp"
#include "lupaus/src/model/model_tables.hpp"
#endif
