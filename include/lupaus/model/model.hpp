// SPDX-License-Identifier: BSL-1.0
//
// A model that owns its columns.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"

#include <memory>

namespace lupaus::inline v0 {

namespace detail {

struct model_columns;
class model_tables;

}  // namespace detail

/// A promise and all that stands behind it: immutable, cheap to copy (copies share), safe to read
/// from any number of threads. Made by `builder`.
class model {
 public:
  model(model const&) = default;  // and no move: what was moved from would be of no use
  model& operator=(model const&) = default;
  ~model() = default;

  /// The columns; valid as long as this model or any copy of it lives.
  [[nodiscard]] model_view const& view() const& noexcept { return view_; }
  model_view const& view() const&& = delete;  // the columns would be gone
  operator model_view const&() const noexcept { return view_; }
  model_view const* operator->() const& noexcept { return &view_; }
  model_view const* operator->() const&& = delete;

 private:
  friend class detail::model_tables;
  /// Copies the columns and all their texts into one block of memory.
  explicit model(detail::model_columns const& written);

  std::shared_ptr<void const> block_;
  std::shared_ptr<void const> qualities_;  // that its document declares; none, as a rule
  model_view view_;
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/model.hpp"
#endif
