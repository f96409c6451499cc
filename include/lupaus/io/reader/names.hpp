// SPDX-License-Identifier: BSL-1.0
//
// Parties, parts, capabilities and qualities by their names.
#pragma once

#include "lupaus/io/reader/context.hpp"
#include "lupaus/io/reader/fields.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

template <class Column>
LUPAUS_COLD void refuse_name(reading& r, json_place at, char const* kind, std::string_view name,
                             Column const& column) {
  std::vector<std::string_view> names;
  names.reserve(column.size());
  for (auto const& x : column) names.push_back(x.name);
  r.fail(at, error_code::unknown_name, {"there is no ", kind, " named ", in_quotes(name)},
         r.source.nearest(name, names));
}

LUPAUS_NOINLINE inline std::optional<party_id> party_at(reading& r, json_place at) {
  auto const name = text_of(r.source, at, "a party's name");
  if (!name) return {};
  if (auto const p = r.tables().party_named(*name)) return p;
  if (!r.lacks_parties) refuse_name(r, at, "party", *name, r.columns().parties);
  return {};
}

/// By its name; the whole by its title, or as 'whole' where no part has that name.
LUPAUS_NOINLINE inline std::optional<part_id> part_at(reading& r, json_place at) {
  auto const name = text_of(r.source, at, "a part's name");
  if (!name) return {};
  if (auto const p = r.tables().part_named(*name)) return p;
  if (*name == "whole") return whole;
  if (!r.lacks_parts) refuse_name(r, at, "part", *name, r.columns().parts);
  return {};
}

LUPAUS_NOINLINE inline std::optional<capability_id> capability_at(reading& r, json_place at) {
  auto const name = text_of(r.source, at, "a capability's name");
  if (!name) return {};
  if (auto const c = r.tables().capability_named(*name)) return c;
  refuse_name(r, at, "capability", *name, r.columns().capabilities);
  return {};
}

LUPAUS_NOINLINE inline quality_type const* quality_at(reading& r, json_place at) {
  auto const name = text_of(r.source, at, "a quality's name");
  if (!name) return nullptr;
  for (auto const* q : r.qualities)
    if (q->name == *name) return q;
  std::vector<std::string_view> names;
  for (auto const* q : r.qualities) names.push_back(q->name);
  r.fail(at, error_code::unknown_name, {"there is no quality named ", in_quotes(*name)},
         r.source.nearest(*name, names));
  return nullptr;
}

/// The party that a member names; `otherwise` when there is no such member.
LUPAUS_NOINLINE inline std::optional<party_id> party_in(reading& r, json_object& o,
                                                        std::string_view member,
                                                        std::optional<party_id> otherwise) {
  auto const at = o.find(member);
  return at == no_place ? otherwise : party_at(r, at);
}
LUPAUS_NOINLINE inline std::optional<party_id> party_in(reading& r, json_object& o,
                                                        std::string_view member) {
  auto const at = o.require(member);
  return at == no_place ? std::nullopt : party_at(r, at);
}
LUPAUS_NOINLINE inline std::optional<part_id> part_in(reading& r, json_object& o,
                                                      std::string_view member) {
  auto const at = o.require(member);
  return at == no_place ? std::nullopt : part_at(r, at);
}

/// A list of so many elements at most.
inline bool fits(reading& r, json_place list, std::size_t limit, char const* what) {
  if (r.node(list).count <= limit) return true;
  r.fail(list, error_code::too_large,
         {"a document has at most ", decimal{limit}, " ", what, ", and this ",
          decimal{r.node(list).count}});
  return false;
}

/// Calls `f` on each of a list that need not be there.
template <class F>
void for_each_of(reading& r, json_object& o, std::string_view member, F f) {
  auto const list = o.find(member);
  if (list == no_place || !expect(r.source, list, json_kind::array) ||
      !fits(r, list, r.source.limits().elements, "of a kind"))
    return;
  for_each_in(r.source, list, f);
}

/// ["a", "b"]
template <class Id>
struct pair_of {
  Id first, second;
};

inline bool is_pair(reading& r, json_place at, char const* what) {
  if (!expect(r.source, at, json_kind::array, what)) return false;
  if (r.node(at).count == 2) return true;
  r.fail(at, error_code::bad_value,
         {what, " is expected, and a list of ", decimal{r.node(at).count}, " was found"});
  return false;
}
inline std::optional<pair_of<part_id>> two_parts_at(reading& r, json_place at) {
  if (!is_pair(r, at, "a list of two parts")) return {};
  auto const first = r.node(at).first;
  auto const a = part_at(r, first), b = part_at(r, r.node(first).next);
  if (!a || !b) return {};
  return pair_of<part_id>{*a, *b};
}
inline std::optional<pair_of<party_id>> two_parties_at(reading& r, json_place at) {
  if (!is_pair(r, at, "a list of two parties")) return {};
  auto const first = r.node(at).first;
  auto const a = party_at(r, first), b = party_at(r, r.node(first).next);
  if (!a || !b) return {};
  return pair_of<party_id>{*a, *b};
}

/// Names in a document that is about a promise, and is none: in a log, say.
class named_in_promise {
 public:
  explicit named_in_promise(model_view const& m) : m_{&m} {}
  explicit named_in_promise(std::nullptr_t) {}

  part_id part_at(json_source& s, json_place at, bool may_be_whole) const {
    auto const name = text_of(s, at, "a part's name");
    if (!name) return {};
    std::vector<std::string_view> names;
    for (auto p : m_->parts.ids()) {
      auto const& x = m_->parts[p];
      if (is_leaf(x) || may_be_whole) {
        if (x.name == *name) return p;
        names.push_back(x.name);
      }
    }
    if (may_be_whole && *name == "whole") return whole;
    s.fail(at, error_code::unknown_name, {"there is no good or service named ", in_quotes(*name)},
           s.nearest(*name, names));
    return {};
  }
  party_id party_at(json_source& s, json_place at) const {
    auto const name = text_of(s, at, "a party's name");
    if (!name) return {};
    std::vector<std::string_view> names;
    for (auto p : m_->parties.ids()) {
      if (m_->parties[p].name == *name) return p;
      names.push_back(m_->parties[p].name);
    }
    s.fail(at, error_code::unknown_name, {"there is no party named ", in_quotes(*name)},
           s.nearest(*name, names));
    return {};
  }

 protected:
  model_view const* m_ = nullptr;  // null where none is chosen yet
};

}  // namespace lupaus::inline v0::detail::io
