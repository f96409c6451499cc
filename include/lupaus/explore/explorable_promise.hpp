// SPDX-License-Identifier: BSL-1.0
//
// What the explorer is given: a model, or the columns of one.
#pragma once

#include "lupaus/model/model.hpp"

#include <optional>

namespace lupaus::inline v0 {

/// A promise to explore. A `model` is kept as long as it is needed; bare columns, such as
/// `view_of<as_sold>`, must outlive whatever is given them.
class explorable_promise {
 public:
  explorable_promise(model const& m) : kept_{m}, view_{m.view()} {}
  explorable_promise(model_view const& m) noexcept : view_{m} {}

  [[nodiscard]] model_view const& view() const noexcept { return view_; }

 private:
  std::optional<model> kept_;
  model_view view_;
};

}  // namespace lupaus::inline v0
