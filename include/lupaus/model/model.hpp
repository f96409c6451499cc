// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "lupaus/model/view.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// The columns of a model while it is written. `builder` fills them; nobody else need see them.
struct model_columns {
  std::string identity, version;
  payment paid = payment::ahead;
  party_id customer, seller;
  std::vector<party> parties;
  std::vector<part> parts;
  std::vector<precedence> precedences;
  std::vector<event> events;
  std::vector<transition> transitions;
  std::vector<claim> claims;
  std::vector<term> terms;
  std::vector<commitment> commitments;
  std::vector<recourse> recourses;
  std::vector<contract_end> contract_ends;
  std::vector<ability> abilities;
  std::vector<rule> rules;
  std::vector<presumption> presumptions;
  std::vector<notice> notices;
  std::vector<change_notice> changes;  ///< as written; `notices` has them spelled out
  std::vector<coordination> coordinations;
  std::vector<coordination_need> needs;
  std::vector<channel> channels;
  std::vector<capability> capabilities;
  std::vector<requirement> requirements;
  std::vector<provision> provisions;
  std::vector<risk> risks;
};

namespace detail {

/// Calls `f` on every text of the columns, wherever it stands.
template <class Columns, class F>
void for_each_text(Columns& c, F f) {
  for (auto& x : c.parties) f(x.name), f(x.identity);
  for (auto& x : c.parts) f(x.name), f(x.unit), f(x.identity);
  for (auto& x : c.events) f(x.name);
  for (auto& x : c.claims) f(x.words);
  for (auto& x : c.terms) f(x.limit.text);
  for (auto& x : c.commitments) f(x.consequent.limit.text);
  for (auto& x : c.rules) f(x.words);
  for (auto& x : c.capabilities) f(x.name);
}

template <class Id, class T>
table<Id, T> as_table(std::vector<T> const& v) {
  return {v.data(), v.size()};
}

/// A model's memory: the columns, with all their texts in one block of their own.
struct model_storage {
  explicit model_storage(model_columns const& written) : columns{written} {
    std::size_t length = 0;
    for_each_text(columns, [&](std::string_view t) { length += t.size(); });
    text.reserve(length);  // never grows again: the views below stay valid
    for_each_text(columns, [&](std::string_view& t) {
      auto const at = text.size();
      text.append(t);
      t = std::string_view{text}.substr(at, t.size());
    });
  }
  model_storage(model_storage const&) = delete;
  model_storage& operator=(model_storage const&) = delete;

  model_view view() const {
    auto const& c = columns;
    return {c.identity,
            c.version,
            c.paid,
            c.customer,
            c.seller,
            as_table<party_id>(c.parties),
            as_table<part_id>(c.parts),
            as_table<precedence_id>(c.precedences),
            as_table<event_id>(c.events),
            as_table<transition_id>(c.transitions),
            as_table<claim_id>(c.claims),
            as_table<term_id>(c.terms),
            as_table<commitment_id>(c.commitments),
            as_table<recourse_id>(c.recourses),
            as_table<contract_end_id>(c.contract_ends),
            as_table<ability_id>(c.abilities),
            as_table<rule_id>(c.rules),
            as_table<presumption_id>(c.presumptions),
            as_table<notice_id>(c.notices),
            as_table<coordination_id>(c.coordinations),
            as_table<need_id>(c.needs),
            as_table<channel_id>(c.channels),
            as_table<capability_id>(c.capabilities),
            as_table<requirement_id>(c.requirements),
            as_table<provision_id>(c.provisions),
            as_table<risk_id>(c.risks),
            as_table<change_id>(c.changes)};
  }

  model_columns columns;
  std::string text;
};

}  // namespace detail

/// A promise and all that stands behind it: immutable, cheap to copy (copies share), safe to read
/// from any number of threads. Made by `builder`.
class model {
 public:
  model(model const&) = default;  // and no move: what was moved from would be of no use
  model& operator=(model const&) = default;
  ~model() = default;

  /// The columns; valid as long as this model or any copy of it lives.
  model_view const& view() const& { return view_; }
  model_view const& view() const&& = delete;  // the columns would be gone
  operator model_view const&() const { return view_; }
  model_view const* operator->() const& { return &view_; }
  model_view const* operator->() const&& = delete;

 private:
  friend class builder;
  explicit model(model_columns const& c)
      : storage_{std::make_shared<detail::model_storage const>(c)}, view_{storage_->view()} {}

  std::shared_ptr<detail::model_storage const> storage_;
  model_view view_;
};

}  // namespace lupaus::inline v0
