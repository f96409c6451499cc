// SPDX-License-Identifier: BSL-1.0
//
// What checks ask of a model, found once and shared between them.
#pragma once

#include "lupaus/check/analysis/exits.hpp"
#include "lupaus/check/analysis/remedy_times.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// A model that is being checked. Each answer is found when it is asked for the first time. Usable
/// in constant evaluation.
class model_analysis {
 public:
  constexpr explicit model_analysis(model_view const& m) : m_{&m} {}
  model_analysis(model_analysis const&) = delete;
  model_analysis& operator=(model_analysis const&) = delete;
  constexpr ~model_analysis() {
    delete exits_;
    delete times_;
  }

  constexpr model_view const& model() const { return *m_; }
  /// Where she can get out, and where she cannot.
  constexpr exits const& way_out() {
    if (!exits_) exits_ = new exits{*m_};
    return *exits_;
  }

  /// How long remedies take.
  constexpr remedy_times& times_of_remedies() {
    if (!times_) times_ = new remedy_times{*m_};
    return *times_;
  }

 private:
  model_view const* m_;
  exits const* exits_ = nullptr;
  remedy_times* times_ = nullptr;
};

}  // namespace lupaus::inline v0::detail
