// SPDX-License-Identifier: BSL-1.0
//
// Makes the digest of a model, once, as it is built.
#pragma once

#include "lupaus/model/digest.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Writes the digest of a model behind what `words` holds. Keeps its memory from one model to the
/// next.
class digest_writer {
 public:
  /// False for models of more than 64 parts or 64 parties, and for more qualities or duties than a
  /// row can count: they have no digest. O(elements + transitions · the longest life of a part).
  bool write(model_view const& m, std::vector<std::uint64_t>& words) {
    constexpr std::size_t most = 64;
    words.clear();
    if (m.parts.size() > most || m.parties.size() > most) return false;
    m_ = &m;
    words_ = &words;
    qualities_.clear();
    is_plain_.clear();
    for (auto const& t : m.terms) read_term(t);
    for (auto const& c : m.commitments) read_term(c.consequent);
    if (qualities_.size() >= digest_row::none || 2 * m.commitments.size() > event_id::limit)
      return false;
    traits_ = 0;
    find_traits();
    find_lives();
    find_waits();
    if (waits_.size() > event_id::limit) return false;

    put(digest_row::header{});
    put(digest_row::sizes{});
    put(digest_row::more_sizes{});
    put(digest_row::last_sizes{});
    write_parties_and_parts();
    for (auto const* q : qualities_) put(q);
    digest_row::sizes sizes{};
    sizes.qualities = count(qualities_.size());
    sizes.claimed = write_claimed();
    sizes.committed = write_committed();
    sizes.contracts = write_contracts();
    write_events();
    digest_row::more_sizes more{};
    more.rules = write_rules();
    more.conditions = write_conditions();
    for (auto const& w : waits_) put(w);
    more.waits = count(waits_.size());
    for (auto const& n : m.needs)
      put(digest_row::tuple{at(n.before), at(n.after), at(n.a), at(n.b), 0});
    more.needs = count(m.needs.size());
    for (auto const& n : m.notices) put(digest_row::notice{at(n.from), at(n.to), n.of.value, 0});
    for (auto const& c : m.coordinations)
      put(digest_row::tuple{at(c.owner), at(c.before), at(c.after), digest_row::none, 0});

    words[0] = std::bit_cast<std::uint64_t>(digest_row::header{
        static_cast<std::uint8_t>(m.parts.size()), static_cast<std::uint8_t>(m.parties.size()),
        at(m.seller), at(m.customer), traits_, count(m.events.size())});
    words[1] = std::bit_cast<std::uint64_t>(sizes);
    words[2] = std::bit_cast<std::uint64_t>(more);
    words[3] = std::bit_cast<std::uint64_t>(digest_row::last_sizes{
        count(m.notices.size()), count(m.coordinations.size()), known_index(&quality_of<deadline>),
        known_index(&quality_of<recovery>), 0});
    return true;
  }

 private:
  template <class Row>
  void put(Row const& r) {
    words_->push_back(std::bit_cast<std::uint64_t>(r));
  }
  template <class Tag>
  static std::uint8_t at(id<Tag> i) {
    return i ? static_cast<std::uint8_t>(i.value) : digest_row::none;
  }
  static std::uint16_t count(std::size_t n) { return static_cast<std::uint16_t>(n); }
  static std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }
  std::size_t firm(party_id p) const { return firm_of(*m_, p).index(); }
  void add(digest_row::trait t, bool is_so = true) {
    if (is_so) traits_ = static_cast<std::uint16_t>(traits_ | t);
  }

  std::uint8_t known_index(quality_type const* q) const {
    for (std::size_t i = 0; i < qualities_.size(); ++i)
      if (qualities_[i] == q) return static_cast<std::uint8_t>(i);
    return digest_row::none;
  }
  std::uint8_t index_of(quality_type const* q) {
    if (!q || qualities_.size() >= digest_row::none) return digest_row::none;
    auto const known = known_index(q);
    if (known != digest_row::none) return known;
    qualities_.push_back(q);
    is_plain_.emplace_back(true, std::nullopt);
    return static_cast<std::uint8_t>(qualities_.size() - 1);
  }
  /// Notes the quality of a term, and whether its value says all that there is to compare.
  void read_term(term const& t) {
    auto const i = index_of(t.quality);
    if (i == digest_row::none) return;
    auto& [is_plain, kind] = is_plain_[i];
    if (!kind) kind = t.limit.kind;
    is_plain = is_plain && t.quality->order != value_order::unknown && !t.anchor &&
               t.limit.kind == kind &&
               (kind == bound_kind::elapsed || kind == bound_kind::number) && t.limit.b == 0 &&
               0 <= t.limit.a && t.limit.a < digest_row::term::is_time;
  }

  void find_traits() {
    using namespace digest_row;
    auto const& m = *m_;
    for (auto const& p : m.parts) {
      add(some_answerable, static_cast<bool>(p.answerable));
      add(some_goods, p.kind == part_kind::good);
    }
    for (auto const& c : m.claims) {
      add(some_lack_mandate, !m.parties[c.claimant].has_mandate);
      add(some_bare_claims, c.terms == 0);
    }
    for (auto const& c : m.commitments)
      add(some_exclude,
          c.overrides || (c.consequent.quality && c.consequent.quality->compatible != nullptr));
    add(some_requirements, !m.requirements.empty());
    add(some_recourses, !m.recourses.empty());
    add(some_ends, !m.contract_ends.empty());
    add(some_presumptions, !m.presumptions.empty());
    for (auto const& r : m.rules) add(some_gates, r.gate && r.action != action_kind::refuse);
    add(paid_on_the_spot, m.paid == payment::on_the_spot);
  }

  /// Who brings each event about, and which parts can end.
  void find_lives() {
    auto const& m = *m_;
    actors_.assign(m.events.size(), {});
    is_one_.assign(m.events.size(), true);
    reached_.assign(m.events.size(), false);
    auto apart = true, onwards = true;
    for (auto const& t : m.transitions) {
      auto const i = t.to.index();
      auto& actor = actors_[i];
      is_one_[i] = is_one_[i] && t.by && (!actor || firm(actor) == firm(t.by));
      actor = t.by;
      apart = apart && t.from && (t.from == ordering || m.events[t.from].of == m.events[t.to].of);
      if (t.from && t.from != ordering && m.events[t.from].of == m.events[t.to].of)
        onwards = onwards && t.from.index() < t.to.index();
    }
    for (bool news = true; news;) {
      news = false;
      for (auto const& t : m.transitions)
        if (!reached_[t.to.index()] && (t.from == ordering || (t.from && reached_[t.from.index()])))
          reached_[t.to.index()] = news = true;
    }
    add(digest_row::lives_are_apart, apart);
    add(digest_row::lives_go_on, onwards);
  }

  /// What waits for what besides the order of the parts.
  void find_waits() {
    auto const& m = *m_;
    waits_.clear();
    auto const wait = [&](part_id x, part_id y) {
      if (x && y) waits_.push_back({at(x), at(y), digest_row::none, digest_row::none, 0});
    };
    for (auto const& c : m.commitments) {
      if (c.overrides || c.on_request || (!c.antecedent && !c.consequent.anchor)) continue;
      auto const x = c.brings_about ? m.events[c.brings_about].of : c.about;
      for (auto const y : {c.antecedent, c.consequent.anchor})
        if (y && y != ordering) wait(x, m.events[y].of);
    }
    for (auto const& t : m.transitions)
      if (t.from && t.from != ordering && m.events[t.from].of != m.events[t.to].of)
        wait(m.events[t.to].of, m.events[t.from].of);
    for (auto const& r : m.rules)
      if (r.gate && r.object) wait(r.object, m.events[r.gate].of);
  }

  void write_parties_and_parts() {
    using row = digest_row::part;
    auto const& m = *m_;
    std::uint64_t departments = 0;
    for (auto p : m.parties.ids())
      if (m.parties[p].is == role::department) departments |= bit(p.index());
    put(departments);

    std::array<row, 64> parts{};
    std::array<std::int64_t, 64> takes{};
    std::array<std::uint64_t, 64> after{}, channels{};
    constexpr std::int64_t unknown = -1;
    constexpr std::uint8_t leaf = row::is_leaf;
    for (auto p : m.parts.ids()) {
      auto const& x = m.parts[p];
      parts[p.index()] = {at(x.performer), at(x.within),
                          at(x.carries),   is_leaf(x) ? leaf : std::uint8_t{0},
                          event_id::none,  0};
      takes[p.index()] = unknown;
    }
    for (auto e : m.events.ids()) {
      auto const& x = m.events[e];
      if (x.kind != event_kind::completed) continue;
      auto& p = parts[x.of.index()];
      if (p.completion == event_id::none) p.completion = e.value;
      if (reached_[e.index()]) p.flags = static_cast<std::uint8_t>(p.flags | row::can_end);
    }
    auto by_clock = true;
    for (auto const& a : m.abilities) {
      auto& p = parts[a.what.index()];
      p.flags = static_cast<std::uint8_t>(p.flags | row::is_able);
      auto const who = m.parts[a.what].performer;
      if (!is_leaf(m.parts[a.what]) || !who || firm(a.who) != firm(who)) continue;
      auto& t = takes[a.what.index()];
      by_clock = by_clock && a.lead_time.kind == bound_kind::elapsed;
      if (t == unknown || a.lead_time.a < t) t = a.lead_time.a;
    }
    for (auto p : m.parts.ids())
      by_clock = by_clock && (!is_leaf(m.parts[p]) || takes[p.index()] != unknown);
    add(digest_row::all_lead_times_known, by_clock);
    for (auto const& x : m.precedences) after[x.before.index()] |= bit(x.after.index());

    auto const join = [&](party_id a, party_id b) {
      if (!a || !b || firm(a) == firm(b)) return;
      channels[firm(a)] |= bit(firm(b));
      channels[firm(b)] |= bit(firm(a));
    };
    for (auto const& c : m.channels) join(c.a, c.b);
    for (auto const& n : m.notices) join(n.from, n.to);
    for (auto const& c : m.coordinations) {
      join(c.owner, m.parts[c.before].performer);
      join(c.owner, m.parts[c.after].performer);
    }
    for (std::size_t i = 0; i < m.parts.size(); ++i) put(parts[i]);
    for (std::size_t i = 0; i < m.parts.size(); ++i) put(after[i]);
    for (std::size_t i = 0; i < m.parts.size(); ++i) put(takes[i]);
    for (std::size_t i = 0; i < m.parties.size(); ++i) put(channels[i]);
  }

  void put_term(std::uint16_t i, part_id about, term const& t, bool is_work) {
    using row = digest_row::term;
    auto const quality = index_of(t.quality);
    auto const [is_plain, kind] = is_plain_[quality];
    auto const flags_and_part =
        at(about) | (is_work ? row::is_work : 0) | (is_plain ? row::is_plain : 0);
    auto const value = static_cast<std::uint32_t>(t.limit.a);
    put(row{i, static_cast<std::uint8_t>(flags_and_part), quality,
            !is_plain                     ? 0
            : kind == bound_kind::elapsed ? value | row::is_time
                                          : value});
  }
  std::uint16_t write_claimed() {
    std::size_t n = 0;
    for (auto i : m_->claims.ids()) {
      auto const& c = m_->claims[i];
      for (std::size_t k = 0; k < c.terms; ++k, ++n)
        put_term(i.value, c.about, m_->terms[term_id{c.first_term.index() + k}], false);
    }
    return count(n);
  }
  bool is_to_her(commitment const& c) const {
    return c.creditor == m_->customer && is_sellers(*m_, c.debtor);
  }
  std::uint16_t write_committed() {
    std::size_t n = 0;
    for (auto i : m_->commitments.ids()) {
      auto const& c = m_->commitments[i];
      if (!is_to_her(c) || c.overrides || !c.consequent.quality) continue;
      put_term(i.value, c.about, c.consequent, is_work(c) && !c.brings_about);
      ++n;
    }
    return count(n);
  }

  std::uint16_t write_contracts() {
    using row = digest_row::contract;
    auto const& m = *m_;
    std::size_t n = 0;
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (is_to_her(c)) continue;
      auto const is_one = !c.overrides && c.creditor != m.customer && c.debtor != m.customer &&
                          firm(c.debtor) != firm(c.creditor);
      auto const bits =
          (is_one ? row::is_contract : 0) | (is_one && is_work(c) ? row::is_work : 0) |
          (c.overrides ? row::overrides : 0) | (c.brings_about ? row::brings_about : 0);
      auto const names_end =
          c.brings_about && m.events[c.brings_about].kind == event_kind::completed;
      put(row{i.value, at(c.debtor), at(c.creditor), at(c.about), index_of(c.consequent.quality),
              static_cast<std::uint8_t>(bits),
              names_end ? at(m.events[c.brings_about].of) : digest_row::none});
      ++n;
    }
    return count(n);
  }

  void write_events() {
    for (auto e : m_->events.ids()) {
      auto const& x = m_->events[e];
      auto const actor = is_one_[e.index()] ? actors_[e.index()] : party_id{};
      put(digest_row::event{static_cast<std::uint8_t>(x.kind), at(x.of), at(x.holder), at(actor),
                            at(x.good), 0, x.subject.value});
    }
  }
  std::uint16_t write_rules() {
    using row = digest_row::rule;
    for (auto const& r : m_->rules) {
      auto const bits = (r.gate ? row::has_gate : 0) | (r.since ? row::has_since : 0);
      put(row{r.on.value, r.gate.value, at(r.debtor), at(r.creditor), at(r.object),
              static_cast<std::uint8_t>(static_cast<int>(r.action) * 4 + bits)});
    }
    return count(m_->rules.size());
  }
  std::uint16_t write_conditions() {
    std::size_t n = 0;
    for (auto i : m_->commitments.ids()) {
      auto const& c = m_->commitments[i];
      auto const can_dangle = !c.overrides && !c.on_request;
      auto const tell = [&](event_id on, bool is_antecedent) {
        put(digest_row::condition{i.value, on.value, at(c.debtor), is_antecedent,
                                  is_antecedent && can_dangle, 0});
        ++n;
      };
      if (c.antecedent) tell(c.antecedent, true);
      if (c.consequent.anchor && c.consequent.anchor != c.antecedent)
        tell(c.consequent.anchor, false);
    }
    return count(n);
  }

  model_view const* m_ = nullptr;
  std::vector<std::uint64_t>* words_ = nullptr;
  std::uint16_t traits_ = 0;
  std::vector<quality_type const*> qualities_;
  std::vector<std::pair<bool, std::optional<bound_kind>>> is_plain_;  // of each quality
  std::vector<party_id> actors_;                                      // of each event
  std::vector<bool> is_one_, reached_;
  std::vector<digest_row::tuple> waits_;
};

}  // namespace lupaus::inline v0::detail
