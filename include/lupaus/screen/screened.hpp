// SPDX-License-Identifier: BSL-1.0
//
// A model that is being screened: its digest, its masks, and the terms that are compared in it.
#pragma once

#include "lupaus/model/digest_writer.hpp"
#include "lupaus/screen/masks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
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
    has_strongest_ = false;
    return true;
  }

  /// Whether some commitment of the seller to the customer stands for a part and has a quality,
  /// and whether one that does is as strong as what is claimed.
  enum class backing { none, weaker, enough };

  /// What backs a claimed term, and by how much the strongest that does falls short of it, where
  /// that can be told by the digest.
  struct backed {
    backing by = backing::none;
    std::int64_t shortfall = 0;
    bool is_known = false;
  };

  /// Of the i-th claimed term. O(1) for what is plain, else O(commitments).
  backed backing_of(std::size_t i) {
    auto const t = d.claimed[i];
    if (!t.tells_all() || !uses_table()) return looked_up(i);
    find_strongest();
    auto strongest = strongest_[t.about() * width + t.quality];
    if (covers_parts_[t.quality])
      for (auto p = d.parts[t.about()].within; p != digest_row::none; p = d.parts[p].within)
        strongest = std::min(strongest, strongest_[p * width + t.quality]);
    auto const claimed = weight_of(t);
    if (strongest <= claimed) return {backing::enough, 0, true};
    if (strongest == nothing) return {backing::none, 0, true};
    auto const is_time = (t.value & digest_row::term::is_time) != 0;
    return {backing::weaker, is_time ? strongest - claimed : 0, less_is_stronger_[t.quality]};
  }

  /// True when another commitment of the seller to the customer to do that work says the same as
  /// the i-th or more, so that the i-th adds nothing. O(1) for what is plain, else O(commitments).
  /// To be asked once of each, in their order.
  bool is_surpassed(std::size_t i) {
    auto const c = d.committed[i];
    if (c.tells_all() && uses_table()) {
      find_strongest();
      if (are_all_work_) {
        auto& seen = seen_[c.about()];
        auto const is_one = weight_of(c) == strongest_[c.about() * width + c.quality] &&
                            (seen >> c.quality & 1U) == 0;  // the first of the strongest
        if (is_one) seen = static_cast<std::uint8_t>(seen | 1U << c.quality);
        return !is_one;
      }
    }
    auto const& mine = m->commitments[commitment_id{c.id}].consequent;
    for (std::size_t j = 0; j < d.committed.size(); ++j) {
      auto const o = d.committed[j];
      if (j == i || o.quality != c.quality || o.about() != c.about() || !o.does_work()) continue;
      auto const& theirs = m->commitments[commitment_id{o.id}].consequent;
      if (entails(theirs, mine) && (j < i || !entails(mine, theirs))) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t width = 8;  // qualities of a model that fit in a row of a table
  static constexpr auto nothing = std::numeric_limits<std::int64_t>::max();

  bool uses_table() const { return d.qualities.size() <= width; }

  /// Of what is plain, so that less is always stronger.
  std::int64_t weight_of(digest_row::term const& t) const {
    return less_is_stronger_[t.quality] ? t.amount() : -t.amount();
  }

  /// Of every part and quality the strongest that the seller commits, of what is plain.
  void find_strongest() {
    if (has_strongest_) return;
    has_strongest_ = true;
    for (std::size_t q = 0; q < d.qualities.size(); ++q) {
      less_is_stronger_[q] = d.qualities[q]->order == value_order::less_entails_more;
      covers_parts_[q] = d.qualities[q]->covers_parts;
    }
    std::fill_n(strongest_.begin(), d.parts.size() * width, nothing);
    std::fill_n(seen_.begin(), d.parts.size(), std::uint8_t{0});
    are_all_work_ = true;
    for (std::size_t i = 0; i < d.committed.size(); ++i) {
      auto const c = d.committed[i];
      if (!c.tells_all()) continue;
      are_all_work_ = are_all_work_ && c.does_work();
      auto& known = strongest_[c.about() * width + c.quality];
      known = std::min(known, weight_of(c));
    }
  }
  /// The same as `backing_of`, from the model.
  backed looked_up(std::size_t i) const {
    auto const t = d.claimed[i];
    std::size_t k = 0;  // which term of its claim
    while (k < i && d.claimed[i - k - 1].id == t.id) ++k;
    auto const first = m->claims[claim_id{t.id}].first_term.index();
    auto const& claimed = m->terms[term_id{first + k}];
    auto found = backing::none;
    for (std::size_t j = 0; j < d.committed.size(); ++j) {
      auto const c = d.committed[j];
      if (c.quality != t.quality) continue;
      if (c.about() != t.about() &&
          !(claimed.quality->covers_parts && has(in.around(t.about()), c.about())))
        continue;
      found = backing::weaker;
      if (entails(m->commitments[commitment_id{c.id}].consequent, claimed))
        return {backing::enough, 0, true};
    }
    return {found, 0, found == backing::none};
  }

  digest_writer writer_;  // for models that bring no digest
  std::vector<std::uint64_t> words_;
  bool has_strongest_ = false, are_all_work_ = true;
  std::array<std::int64_t, mask_size* width> strongest_ = {};
  std::array<std::uint8_t, mask_size> seen_ = {};  // of each part, the qualities
  std::array<bool, width> less_is_stronger_ = {}, covers_parts_ = {};
};

}  // namespace lupaus::inline v0::detail
