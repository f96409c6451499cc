// SPDX-License-Identifier: BSL-1.0
//
// Sentences as data: a pattern with names in braces, and one function that fills them in. A finding
// takes its words from a few patterns, and so costs a compiler little.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/view.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// What names in a pattern stand for: {shop} and {customer} from the beginning, others as they are
/// given. {Shop}, with a capital, begins a sentence.
class sentences {
 public:
  LUPAUS_COLD explicit sentences(model_view const& m) {
    with("shop", the(m, m.seller));
    with("customer", the(m, m.customer));
  }
  LUPAUS_COLD sentences& with(std::string_view name, std::string words) {
    entries_.push_back({name, std::move(words)});
    return *this;
  }

  /// The pattern, filled in, with a capital at its beginning. O(its length · the names).
  LUPAUS_COLD std::string operator()(std::string_view pattern) const {
    std::string text;
    for (;;) {
      auto const open = pattern.find('{');
      text += pattern.substr(0, open);
      if (open == std::string_view::npos) return sentence(std::move(text));
      auto const close = pattern.find('}', open);
      text += words_for(pattern.substr(open + 1, close - open - 1));
      pattern.remove_prefix(close + 1);
    }
  }

 private:
  struct entry {
    std::string_view name;
    std::string words;
  };

  LUPAUS_COLD std::string words_for(std::string_view name) const {
    for (auto const& e : entries_) {
      if (e.name == name) return e.words;
      if (e.name.substr(1) == name.substr(1) && sentence(std::string{e.name}) == name)
        return sentence(e.words);
    }
    return std::string{name};
  }

  std::vector<entry> entries_;
};

/// One form for one of something, another for several.
constexpr std::string_view by_number(std::size_t n, std::string_view one,
                                     std::string_view several) {
  return n == 1 ? one : several;
}

/// Adds a text that is not there yet.
inline void add_new(std::vector<std::string>& texts, std::string text) {
  for (auto const& known : texts)
    if (known == text) return;
  texts.push_back(std::move(text));
}

}  // namespace lupaus::inline v0::detail
