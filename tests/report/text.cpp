// SPDX-License-Identifier: BSL-1.0
//
// The report in words: nothing is lost in layout, and the reader sees the matrix first.
#include "lupaus/report/text.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/responsibility_matrix.hpp"
#include "lupaus/report/layout.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <random>
#include <sstream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> words_in(std::string const& text) {
  std::istringstream in{text};
  std::vector<std::string> words;
  for (std::string w; in >> w;) words.push_back(w);
  return words;
}

std::vector<std::string> lines_in(std::string const& text) {
  std::istringstream in{text};
  std::vector<std::string> lines;
  for (std::string l; std::getline(in, l);) lines.push_back(l);
  return lines;
}

struct small_shop {
  builder b{"lamp, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier");
  part_id lamp = b.good("lamp", 3, "pcs"), delivery = b.service("delivery");
  small_shop() {
    b.product(lamp >> delivery).can_do(shop, lamp, 0h).paid(payment::on_the_spot);
    b.commits_to(carrier, shop, delivery, within(48h));
    b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
  }
  report validated() { return validate(b.build().value()); }
};

}  // namespace

BOOST_AUTO_TEST_CASE(wrapping_keeps_every_word_and_the_width) {
  std::mt19937 random{1};
  std::uniform_int_distribution<int> length{1, 12}, count{0, 40}, width{12, 60};
  for (int run = 0; run < 200; ++run) {
    std::string text;
    for (int i = count(random); i > 0; --i)
      text += std::string(static_cast<std::size_t>(length(random)), 'x') + (i % 7 ? " " : "  ");
    auto const w = static_cast<std::size_t>(width(random));
    std::string joined;
    for (auto const& line : detail::wrapped(text, w)) {
      BOOST_TEST(line.size() <= w);
      joined += line + ' ';
    }
    BOOST_TEST(words_in(joined) == words_in(text), boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_the_line_is_kept_whole) {
  auto const lines = detail::wrapped("a incomprehensibilities b", 5);
  BOOST_TEST(lines.size() == 3U);
  BOOST_TEST(lines[1] == "incomprehensibilities");
}

BOOST_AUTO_TEST_CASE(width_counts_characters_not_bytes) {
  BOOST_TEST(detail::width_of("p\xc3\xa4iv\xc3\xa4") == 5U);
}

BOOST_FIXTURE_TEST_CASE(the_matrix_comes_first_and_shows_the_three_layers, small_shop) {
  auto const ads = b.department("ads");
  b.claims(ads, delivery, within(24h));
  b.implies(ads, b.whole(), single_contact);
  b.commits(shop, delivery, within(36h));
  auto const text = to_text(validated());
  auto const lines = lines_in(text);
  BOOST_TEST(lines[0] == "lamp, delivered");
  BOOST_TEST(lines[1] == "===============");
  BOOST_TEST(text.find("Who promises what") < text.find("1. "));
  auto const row = [&](std::string const& part) {
    for (auto const& l : lines)
      if (l.starts_with("  " + part)) return words_in(l);
    return std::vector<std::string>{};
  };
  auto const delivery_row = row("delivery");
  std::vector<std::string> const expected{"delivery", "within", "24", "h", "within", "36",
                                          "h",        "within", "48", "h", "shop",   "carrier"};
  BOOST_TEST(delivery_row == expected, boost::test_tools::per_element());
  // Implied, and committed by none.
  BOOST_TEST(text.find("(a single") != text.npos);
  BOOST_TEST(text.find("nobody") != text.npos);
  BOOST_TEST(text.find("lamp, 3 pcs") != text.npos);
}

BOOST_FIXTURE_TEST_CASE(a_cell_that_hides_another_term_says_so, small_shop) {
  b.commits(shop, delivery, within(36h));
  b.commits(shop, delivery, within(12h).after(completed(lamp)));  // not comparable
  auto const row = responsibility_for(b.build().value(), delivery, &quality_of<deadline>);
  BOOST_TEST(row.committed.has_others);
  auto const stronger = [&] {
    builder again{b.build().value()};
    again.commits(shop, delivery, within(1h));
    return again.build().value();
  }();
  auto const& strongest =
      *responsibility_for(stronger, delivery, &quality_of<deadline>).committed.strongest;
  BOOST_TEST(strongest.limit.a == 3'600);
}

BOOST_FIXTURE_TEST_CASE(a_promise_without_a_gap_says_so, small_shop) {
  auto const text = to_text(validated());
  BOOST_TEST(text.find("No gap was found") != text.npos);
  BOOST_TEST(to_lines(validated()).empty());
}

BOOST_FIXTURE_TEST_CASE(findings_are_numbered_counted_and_told_in_four_parts, small_shop) {
  b.answers(carrier, delivery);
  b.claims(shop, delivery, within(48h));
  b.fails(delivery, "lost");
  auto const r = validated();
  auto const text = to_text(r);
  BOOST_TEST(text.find("2 findings: 2 errors, 0 warnings.\n") != text.npos);
  BOOST_TEST(text.find("1. disowned-part  [error, marketing / fulfilment]") != text.npos);
  BOOST_TEST(text.find("2. uncovered-failure  [error, recovery]") != text.npos);
  // What 'gap 4' is, it says itself.
  BOOST_TEST(
      text.find("   Gap    service-quality gap 4 (Parasuraman, Zeithaml, Berry 1985), between\n"
                "          service delivery and external communications\n") != text.npos);
  for (auto const* label : {"What ", "Where ", "Why ", "Mend ", "Seen ", "Hence "})
    BOOST_TEST(text.find(label) != text.npos);
  // What follows is told under its cause and not as a finding.
  BOOST_TEST(text.find("Hence  unbacked-claim") != text.npos);
  BOOST_TEST(text.find(". unbacked-claim") == text.npos);
  for (auto const& line : lines_in(to_text(r, {.width = 60, .with_matrix = false})))
    BOOST_TEST(line.size() <= 60U);
  BOOST_TEST(lines_in(to_lines(r)).size() == r.size());
}

BOOST_FIXTURE_TEST_CASE(what_follows_is_counted_apart, small_shop) {
  // A rule lays a duty on the office that it has not taken on: a warning. So nobody owes the
  // refund.
  auto const office = b.paid(payment::ahead).subcontractor("office");
  b.tells(shop, office, cancel_requested, 1h).on(cancel_requested).owes(office, refund);
  auto const tally_of = [](report const& r) {
    auto const lines = lines_in(to_text(r, {.with_matrix = false}));
    return lines[3] + " " + lines[4];
  };
  BOOST_TEST(tally_of(validated()) ==
             "1 finding: 0 errors, 1 warning. 1 more follows from it: 1 error.");
  b.answers(carrier, delivery).claims(shop, delivery, {within(48h), at(place::doorstep)});
  BOOST_TEST(tally_of(validated()) ==
             "2 findings: 1 error, 1 warning. 2 more follow from them: 2 errors.");
}

BOOST_FIXTURE_TEST_CASE(parts_of_the_report_can_be_left_out, small_shop) {
  b.fails(delivery, "lost");
  auto const text = to_text(validated(), {.with_matrix = false, .with_evidence = false});
  BOOST_TEST(text.find("Who promises what") == text.npos);
  BOOST_TEST(text.find("Seen") == text.npos);
  BOOST_TEST(text.find("uncovered-failure") != text.npos);
}
