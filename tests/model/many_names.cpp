// SPDX-License-Identifier: BSL-1.0
//
// A name is found at once among thousands, and the first of equals among them.
#include "model/support.hpp"

#include "lupaus/detail/row_index.hpp"
#include "lupaus/detail/text_arena.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace lupaus;

BOOST_AUTO_TEST_SUITE(many_names)

BOOST_AUTO_TEST_CASE(rows_looked_at_do_not_grow_with_their_number) {
  std::vector<std::string> names;
  detail::row_index index;
  std::size_t looks = 0, wrong = 0;
  auto const find = [&](std::string_view name) {
    return index.find(
        names.size(), detail::hash_of(name),
        [&](std::size_t i) { return detail::hash_of(names[i]); },
        [&](std::size_t i) { return ++looks, names[i] == name; });
  };
  for (std::size_t i = 0; i < 20'000; ++i) {
    auto name = "part " + std::to_string(i);
    wrong += find(name) != detail::row_index::none;
    names.push_back(std::move(name));
    wrong += find(names[i / 2]) != i / 2;
  }
  BOOST_TEST(wrong == 0U);
  BOOST_TEST(looks < 10 * names.size());
  names[19'999] = names[7];
  index.clear();
  BOOST_TEST(find(names[7]) == 7U);
}

BOOST_AUTO_TEST_CASE(hashes_tell_texts_apart_that_differ_in_one_letter) {
  std::size_t equal = 0;
  for (std::size_t length = 1; length < 40; ++length)
    for (std::size_t at = 0; at < length; ++at) {
      std::string const a(length, 'a');
      auto b = a;
      b[at] = 'b';
      BOOST_TEST(!detail::is_same(a, b));
      equal += detail::hash_of(a) == detail::hash_of(b) ? 1U : 0U;
    }
  // Of three letters and fewer, all count; so they do of more.
  BOOST_TEST(equal == 0U);
}

BOOST_AUTO_TEST_CASE(a_model_of_thousands_of_parts_is_built) {
  builder b{"a great many parts"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  product all;
  constexpr std::size_t many = 3'000;
  for (std::size_t i = 0; i < many; ++i) {
    auto const name = "part " + std::to_string(i);
    auto const p = b.service(name);
    b.fails(p, "lost");
    b.commits_to(b.subcontractor("firm " + std::to_string(i)), shop, name,
                 within(std::chrono::hours{1}));
    b.commits(shop, name, informed_within(std::chrono::hours{2}));
    b.on(failed(name, "lost")).owes(shop, perform_again(name));
    all = i == 0 ? product{p} : all >> product{p};
  }
  b.product(all);
  auto const m = b.build().value();
  BOOST_TEST(m->parts.size() == many + 1);
  BOOST_TEST(m->precedences.size() == many - 1);
  BOOST_TEST(m->notices.size() == many);
  BOOST_TEST(m->parties[m->parts[part_id{many}].performer].name == "firm 2999");
}

BOOST_AUTO_TEST_CASE(texts_stay_where_they_are) {
  detail::text_arena arena;
  for (int round = 0; round < 2; ++round) {
    std::vector<std::string_view> kept;
    for (std::size_t i = 0; i < 2'000; ++i) kept.push_back(arena.keep(std::string(i % 50, 'x')));
    kept.push_back(arena.keep(std::string(20'000, 'y')));
    std::size_t wrong = kept.back() != std::string(20'000, 'y');
    for (std::size_t i = 0; i < 2'000; ++i) wrong += kept[i] != std::string(i % 50, 'x');
    BOOST_TEST(wrong == 0U);
    arena.clear();
  }
}

BOOST_AUTO_TEST_SUITE_END()
