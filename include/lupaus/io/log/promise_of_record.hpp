// SPDX-License-Identifier: BSL-1.0
//
// Under which promise the order of a record is.
#pragma once

#include "lupaus/io/reader/fields.hpp"
#include "lupaus/model/view.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

/// A record of another promise, or of another version, is not judged by this one.
inline void check_promise(json_source& s, json_object& record, promise_name own) {
  auto const check = [&](char const* member, std::string_view is, char const* what) {
    auto const at = record.find(member);
    if (at == no_place) return;
    auto const text = text_of(s, at);
    if (text && *text != is)
      s.fail(at, error_code::bad_value,
             {"this is an order under ", what, " ", in_quotes(*text), ", and the model is ",
              (is.empty() ? std::string{"without one"} : in_quotes(is))});
  };
  check("promise", own.identity, "promise");
  check("version", own.version, "version");
}

/// The promise that `choose(order, said)` gives; null, with a fault, where it gives none. `said` is
/// what the record says of it.
template <class Choose>
model_view const* choose_promise(json_source& s, Choose&& choose, promise_name& said) {
  json_object const record{s, 0, "a record"};
  if (!record) return nullptr;
  auto last = record.place();
  auto const read = [&](char const* member) {
    auto const at = record.look(member);
    if (at == no_place) return std::string_view{};
    last = at;
    return text_of(s, at).value_or(std::string_view{});
  };
  auto const order = read("order");
  said = {read("promise"), read("version")};
  if (!s.faults.empty()) return nullptr;
  result<model_view const*> const found = choose(order, said);
  for (auto const& e : found.error()) s.fail(last, e.code, {e.message}, e.suggestion, e.where);
  return found ? *found : nullptr;
}

}  // namespace lupaus::inline v0::detail::io
