// SPDX-License-Identifier: BSL-1.0
//
// Qualities that a document declares: {"name": "screen size", "at_least": "inches"}.
#pragma once

#include "lupaus/io/reader/context.hpp"
#include "lupaus/io/reader/fields.hpp"
#include "lupaus/model/terms/declared_quality.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// The words of levels or of choices, a line feed after each; at least two, and no two the same.
inline std::optional<std::string> quality_words_at(json_source& s, json_place list) {
  std::string all;
  std::vector<std::string_view> seen;
  auto is_right = true;
  if (s.tree[list].kind == json_kind::array && s.tree[list].count > s.limits().words) {
    s.fail(list, error_code::too_large,
           {"a quality has at most ", decimal{s.limits().words}, " words, and this ",
            decimal{s.tree[list].count}});
    return {};
  }
  for_each_in(
      s, list,
      [&](json_place at) {
        auto const word = text_of(s, at, "a word");
        is_right = is_right && word && !word->empty();
        if (!word) return;
        if (word->empty()) s.fail(at, error_code::empty_name, {"a word is expected here"});
        for (auto const known : seen)
          if (known == *word) {
            s.fail(at, error_code::duplicate_name,
                   {"the word ", in_quotes(*word), " is there twice"});
            is_right = false;
          }
        seen.push_back(*word);
        all.append(*word).push_back('\n');
      },
      "a list of words");
  if (is_right && s.tree[list].kind == json_kind::array && seen.size() < 2)
    s.fail(list, error_code::missing, {"a quality in words has two of them, or more"});
  if (!is_right || seen.size() < 2) return {};
  return all;
}

/// One declaration; `words` holds the words that it refers to.
inline std::optional<declared_quality> declared_quality_at(json_source& s, json_place at,
                                                           std::string& words) {
  json_object o{s, at, "a quality"};
  if (!o) return {};
  declared_quality q;
  auto is_right = true;
  if (auto const name = o.require("name"); name != no_place) {
    q.name = text_of(s, name).value_or("");
    is_right = !q.name.empty();
    if (s.tree[name].kind == json_kind::text && s.tree[name].text.empty())
      s.fail(name, error_code::empty_name, {"the name is empty; every quality needs one"});
  }
  constexpr struct {
    std::string_view member;
    quality_scale scale;
  } scales[] = {{"at_least", quality_scale::at_least},
                {"at_most", quality_scale::at_most},
                {"levels", quality_scale::levels},
                {"one_of", quality_scale::one_of}};
  for (auto const& [member, scale] : scales) {
    auto const how = o.find(member);
    if (how == no_place) continue;
    if (q.scale != quality_scale::presence) {
      s.fail(how, error_code::contradiction,
             {"a quality is declared by one of 'at_least', 'at_most', 'levels' and 'one_of'"});
      is_right = false;
      continue;
    }
    q.scale = scale;
    if (scale == quality_scale::at_least || scale == quality_scale::at_most) {
      auto const unit = text_of(s, how, "a unit, or an empty text");
      is_right = is_right && unit;
      q.unit = unit.value_or("");
    } else {
      auto const all = quality_words_at(s, how);
      is_right = is_right && all;
      words = all.value_or("");
      q.words = words;
    }
  }
  q.personal = o.truth("personal", false);
  o.finish();
  if (!is_right) return {};
  return q;
}

/// Calls `add(declaration)`, which gives the quality, for each of a list that is new by its name;
/// `known` has them too from then on.
template <class Add>
void read_qualities(json_source& s, json_object& document, std::vector<quality_type const*>& known,
                    Add add) {
  auto const list = document.find("qualities");
  if (list == no_place || !expect(s, list, json_kind::array)) return;
  if (s.tree[list].count > s.limits().qualities)
    return s.fail(list, error_code::too_large,
                  {"a document declares at most ", decimal{s.limits().qualities},
                   " qualities, and this ", decimal{s.tree[list].count}});
  for_each_in(s, list, [&](json_place at) {
    std::string words;
    auto const q = declared_quality_at(s, at, words);
    if (!q) return;
    for (auto const* other : known)
      if (other->name == q->name)
        return s.fail(at, error_code::duplicate_name,
                      {"there is a quality named ", in_quotes(q->name), " already"});
    known.push_back(add(*q));
  });
}

}  // namespace lupaus::inline v0::detail::io
