// SPDX-License-Identifier: BSL-1.0
//
// A document being read: its text, its tree, and what is wrong with it so far, each fault with its
// pointer, line and column.
#pragma once

#include "lupaus/detail/joined_text.hpp"
#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/io/json_options.hpp"
#include "lupaus/io/reader/tree.hpp"
#include "lupaus/model/error.hpp"

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0::detail::io {

class json_source {
 public:
  explicit json_source(json_options const& options) : options_{&options} {}
  json_source(json_source const&) = delete;
  json_source& operator=(json_source const&) = delete;

  json_tree tree;
  errors faults;

  /// Begins another document, in the same memory.
  void begin(std::string_view text) {
    text_ = text;
    places_.begin(text);
    tree.nodes.clear();
    tree.texts.clear();
    faults.clear();
    looked_at_ = 0;
  }

  std::string_view text() const { return text_; }
  json_options const& options() const { return *options_; }
  json_limits const& limits() const { return options_->limits; }
  /// Enough has been found; whoever reads on may stop.
  bool is_full() const { return faults.size() >= limits().errors; }

  /// A fault of a value.
  LUPAUS_COLD void fail(json_place at, error_code code, pieces message,
                        std::string_view nearest = {}, std::string where = {}) {
    fail_in(at, false, code, message, nearest, std::move(where));
  }
  /// A fault of a member's name.
  LUPAUS_COLD void fail_key(json_place at, error_code code, pieces message,
                            std::string_view nearest = {}) {
    fail_in(at, true, code, message, nearest, {});
  }
  LUPAUS_COLD void fail_at(std::size_t offset, std::string pointer, error_code code,
                           std::string message, std::string_view nearest, std::string where) {
    if (!has_room()) return;
    auto const at = places_.position_of(offset);
    faults.push_back({code, std::move(where), std::move(message), std::string{nearest},
                      std::string{options_->file}, at.line, at.column, std::move(pointer)});
  }

  /// Where in the text the n-th value begins, or the name of that member.
  LUPAUS_COLD std::size_t offset_of(json_place n, bool of_key) {
    return places_.offset_of(n, of_key);
  }

  /// The nearest of the names, as long as the document has not used up its share of looking for
  /// them: a hostile one could ask for thousands among thousands.
  template <class Names>
  LUPAUS_COLD std::string_view nearest(std::string_view wanted, Names const& known) {
    if (looked_at_ > 20'000 || is_full()) return {};
    looked_at_ += std::size(known);
    return nearest_name(wanted, known);
  }

 private:
  LUPAUS_COLD void fail_in(json_place at, bool of_key, error_code code, pieces message,
                           std::string_view nearest, std::string where) {
    if (has_room())
      fail_at(offset_of(at, of_key), tree.pointer(at), code, joined_text(message), nearest,
              std::move(where));
  }
  /// False where one more would be too many. The first of those becomes a fault that says that
  /// there may be others.
  bool has_room() {
    if (faults.size() == limits().errors)
      faults.push_back({error_code::too_large,
                        {},
                        "there are more errors than these",
                        {},
                        std::string{options_->file}});
    return faults.size() < limits().errors;
  }

  std::string_view text_;
  text_places places_;
  json_options const* options_;
  std::size_t looked_at_ = 0;
};

/// A text of the document in a message: in quotes, and no longer than a line.
LUPAUS_COLD inline std::string in_quotes(std::string_view t) {
  constexpr std::size_t longest = 60;
  auto shown = t.substr(0, longest);
  if (t.size() > longest) {
    while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xc0) == 0x80)
      shown.remove_suffix(1);  // no half character at the end
    if (!shown.empty() && static_cast<unsigned char>(shown.back()) >= 0xc0) shown.remove_suffix(1);
  }
  return "'" + visible(shown) + (t.size() > longest ? "...'" : "'");
}

}  // namespace lupaus::inline v0::detail::io
