// SPDX-License-Identifier: BSL-1.0
//
// A model on its way to JSON. Functions, one file a subject, write its parts.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/io/writer/json_text.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace lupaus::inline v0::detail::io {

/// The rows of a table, by what they are of.
template <class Key, class Table, class KeyOf>
auto index_rows(std::size_t keys, Table const& rows, KeyOf key_of) {
  using row_id = std::remove_cvref_t<decltype(*rows.ids().begin())>;
  return rows_by<Key, row_id>{keys, [&](auto&& tell) {
                                for (auto const i : rows.ids()) tell(key_of(rows[i]), i);
                              }};
}

struct writing {
  model_view const& m;
  json_text& out;
  std::string_view whole_name;  ///< "whole", where no part has that name

  writing(model_view const& model, json_text& text)
      : m{model},
        out{text},
        whole_name{std::any_of(m.parts.begin(), m.parts.end(),
                               [](part const& p) { return p.name == "whole"; })
                       ? m.parts[whole].name
                       : std::string_view{"whole"}} {}

  [[nodiscard]] std::string_view name(party_id p) const { return m.parties[p].name; }
  [[nodiscard]] std::string_view name(part_id p) const {
    return p == whole ? whole_name : m.parts[p].name;
  }
};

template <class Table, class F>
void write_list(writing& w, std::string_view name, Table const& rows, F f) {
  if (rows.empty()) return;
  w.out.key(name).open('[');
  for (auto const i : rows.ids()) f(rows[i], i);
  w.out.close();
}
LUPAUS_NOINLINE inline void write_pair(writing& w, std::string_view a, std::string_view b) {
  w.out.open('[').text(a).text(b).close();
}

}  // namespace lupaus::inline v0::detail::io
