// SPDX-License-Identifier: BSL-1.0
//
// A model that is being screened: its digest, its masks, and the terms that are compared in it.
#pragma once

#include "lupaus/model/digest_writer.hpp"
#include "lupaus/screen/masks.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// A party or a part of a digest as the model knows it.
constexpr party_id party_at(std::size_t i) { return i < mask_size ? party_id{i} : party_id{}; }
constexpr part_id part_at(std::size_t i) { return i < mask_size ? part_id{i} : part_id{}; }

/// Belongs to one validator, which shows it one model after the other.
class screened {
 public:
  model_view const* m = nullptr;
  digest d;
  masks in;

  /// False when the model has no digest, and can have none.
  bool read(model_view const& model) {
    m = &model;
    if (model.digest) {
      fetch(model.digest);
      d = digest{model.digest};
    } else if (writer_.write(model, words_)) {
      d = digest{words_.data()};
    } else {
      return false;
    }
    in.read(d);
    has_links_ = false;
    return true;
  }

  /// Whether some commitment of the seller to the customer stands for a part and has a quality,
  /// and whether one that does is as strong as what is claimed.
  enum class backing { none, weaker, enough };

  /// Of the i-th claimed term, which is the k-th of its claim. O(commitments on the part and on
  /// what holds it).
  backing backing_of(std::size_t i, std::size_t k) {
    link();
    auto const t = d.claimed[i];
    auto found = backing::none;
    auto const look = [&](std::size_t part) {
      for (auto j = first_[part]; j != commitment_id::none; j = next_[j]) {
        auto const c = d.committed[j];
        if (c.quality != t.quality) continue;
        found = backing::weaker;
        if (c.anchor == t.anchor && does_entail(c, d.committed.word(j), t, d.claimed.word(i), [&] {
              return std::pair{bound_of(j), claimed_bound(i, k)};
            })) {
          found = backing::enough;
          return true;
        }
      }
      return false;
    };
    if (look(t.about) || !d.qualities[t.quality]->covers_parts) return found;
    for (auto p = d.parts[t.about].within; p != digest_row::none; p = d.parts[p].within)
      if (look(p)) break;
    return found;
  }

  /// True when another commitment of the seller to the customer to do that work says the same as
  /// the i-th or more, so that the i-th adds nothing. O(commitments on the part).
  bool is_surpassed(std::size_t i) {
    link();
    auto const c = d.committed[i];
    for (auto j = first_[c.about]; j != commitment_id::none; j = next_[j]) {
      auto const o = d.committed[j];
      if (j == i || o.quality != c.quality || o.anchor != c.anchor ||
          (o.flags & digest_row::term::is_work) == 0)
        continue;
      auto const mine = d.committed.word(i), theirs = d.committed.word(j);
      if (does_entail(o, theirs, c, mine,
                      [&] {
                        return std::pair{bound_of(j), bound_of(i)};
                      }) &&
          (j < i || !does_entail(c, mine, o, theirs, [&] {
             return std::pair{bound_of(i), bound_of(j)};
           })))
        return true;
    }
    return false;
  }

 private:
  /// True when the first of two terms of one quality and anchor entails the other; by their values,
  /// where the quality says that these tell.
  template <class Bounds>
  bool does_entail(digest_row::term const& a, std::uint64_t a_value, digest_row::term const& b,
                   std::uint64_t b_value, Bounds bounds) const {
    auto const* q = d.qualities[a.quality];
    auto const kind = static_cast<bound_kind>(a.kind);
    if (q->order != value_order::unknown && a.kind == b.kind &&
        (kind == bound_kind::elapsed || kind == bound_kind::number) &&
        ((a.flags | b.flags) & digest_row::term::is_long) == 0) {
      auto const x = static_cast<std::int64_t>(a_value), y = static_cast<std::int64_t>(b_value);
      return q->order == value_order::less_entails_more ? x <= y : x >= y;
    }
    auto const [x, y] = bounds();
    return q->entails(x, y);
  }

  /// Lines up the seller's commitments to the customer, part by part.
  void link() {
    if (has_links_) return;
    has_links_ = true;
    for (std::size_t p = 0; p < d.parts.size(); ++p) first_[p] = commitment_id::none;
    auto const n = d.committed.size();
    if (next_.size() < n) next_.resize(n);
    for (auto j = n; j-- > 0;) {
      auto& first = first_[d.committed[j].about];
      next_[j] = first;
      first = static_cast<std::uint16_t>(j);
    }
  }

  static bound short_bound(digest_row::term const& t, std::uint64_t a) {
    return {static_cast<bound_kind>(t.kind), static_cast<std::int64_t>(a), 0, {}};
  }
  bound bound_of(std::size_t j) const {
    auto const c = d.committed[j];
    if (c.flags & digest_row::term::is_long)
      return m->commitments[commitment_id{c.id}].consequent.limit;
    return short_bound(c, d.committed.word(j));
  }
  bound claimed_bound(std::size_t i, std::size_t k) const {
    auto const t = d.claimed[i];
    if (t.flags & digest_row::term::is_long)
      return m->terms[term_id{m->claims[claim_id{t.id}].first_term.index() + k}].limit;
    return short_bound(t, d.claimed.word(i));
  }

  digest_writer writer_;  // for models that bring no digest
  std::vector<std::uint64_t> words_;
  bool has_links_ = false;
  std::array<std::uint16_t, mask_size> first_ = {};
  std::vector<std::uint16_t> next_;
};

}  // namespace lupaus::inline v0::detail
