// SPDX-License-Identifier: BSL-1.0
//
// Every element that a finding can point at has a place in the document; and what is said besides
// the promise: its hash, qualities of the user's own, words for values.
#include "io/support.hpp"

#include "lupaus/io/writer/sha256.hpp"
#include "lupaus/model/builder/builder.hpp"

using namespace lupaus;
using io_test::errors_of;
using io_test::lamp;
using io_test::lamp_with;

namespace {

struct colour_fast {
  static constexpr std::string_view name = "colour-fast";
  static constexpr std::string_view words[] = {"poor", "fair", "good"};
  using bound_type = std::int64_t;
  static constexpr bool entails(bound_type a, bound_type b) { return a >= b; }
  static std::string phrase(bound_type n) { return "colour fast: " + std::to_string(n); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(places)

BOOST_AUTO_TEST_CASE(of_every_kind_of_element) {
  auto const read =
      read_document(lamp_with("\"channels\"",
                              R"("abilities": [{"party": "shop", "part": "lamp", "within": "PT0S"}],
         "capabilities": ["van"], "recourses": [{"against": "carrier", "for": {"failed": ["delivery", "lost"]}}],
         "coordinations": [{"by": "shop", "before": "lamp", "after": "delivery"}], "channels")"));
  BOOST_TEST_REQUIRE(read.has_value(), to_string(read.error()));
  auto const& at = read->places;
  auto const& m = read->model.view();
  BOOST_TEST(at[whole] == "/title");
  BOOST_TEST(at[part_id{2}] == "/parts/1");
  BOOST_TEST(at[party_id{3}] == "/parties/3");
  BOOST_TEST(at[claim_id{0}] == "/claims/0");
  BOOST_TEST(at[commitment_id{0}] == "/commitments/0");
  BOOST_TEST(at[rule_id{0}] == "/rules/0");
  BOOST_TEST(at[notice_id{0}] == "/notices/0");
  BOOST_TEST(at[coordination_id{0}] == "/coordinations/0");
  BOOST_TEST(at[channel_id{0}] == "/channels/0");
  BOOST_TEST(at[recourse_id{0}] == "/recourses/0");
  BOOST_TEST(at[capability_id{0}] == "/capabilities/0");
  BOOST_TEST(at[ability_id{0}] == "/abilities/0");
  BOOST_TEST(at[element{}] == "");
  BOOST_TEST(at[claim_id{77}] == "");
  for (auto const e : m.events.ids()) {
    auto const& x = m.events[e];
    BOOST_TEST(at[e] == (x.kind == event_kind::ordered    ? ""
                         : x.kind == event_kind::failed   ? "/events/0"
                         : x.kind == event_kind::step     ? "/events/1"
                         : x.kind == event_kind::reported ? "/rules/0/on/reported"
                         : x.of == part_id{1}             ? "/parts/0"
                                                          : "/parts/1"));
  }
}

BOOST_AUTO_TEST_CASE(of_several_commitments_in_one_breath) {
  auto const read = read_document(lamp_with(
      R"("terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")",
      R"("terms": [{"quality": "deadline", "within": "PT48H"}, "single-contact"]}
  ],
  "rules")"));
  BOOST_TEST_REQUIRE(read.has_value(), to_string(read.error()));
  BOOST_TEST(read->places[commitment_id{0}] == "/commitments/0/terms/0");
  BOOST_TEST(read->places[commitment_id{1}] == "/commitments/0/terms/1");
}

BOOST_AUTO_TEST_CASE(of_notices_that_follow_from_others) {
  auto const read =
      read_document(lamp_with(R"("commitments": [)",
                              R"("commitments": [{"by": "shop", "to": "customer", "about": "whole",
           "terms": [{"quality": "informed-within", "within": "PT2H"}]},)"));
  BOOST_TEST_REQUIRE(read.has_value(), to_string(read.error()));
  auto const& m = read->model.view();
  BOOST_TEST_REQUIRE(m.notices.size() == 2u);
  BOOST_TEST(m.notices[notice_id{1}].derived);
  BOOST_TEST(read->places[notice_id{1}] == "/commitments/0");

  auto const change =
      read_document(lamp_with(R"("of": {"failed": ["delivery", "lost"]}, "within": "PT2H")",
                              R"("of_any_change": "whole", "within": "PT2H")"));
  BOOST_TEST_REQUIRE(change.has_value(), to_string(change.error()));
  BOOST_TEST(change->places[notice_id{0}] == "/notices/0");
}

BOOST_AUTO_TEST_CASE(the_hash_is_of_the_content_not_of_the_layout) {
  auto const read = read_model(lamp).value();
  auto const hash = content_hash(read);
  BOOST_TEST(hash.size() == 71u);
  std::string packed{lamp};
  std::erase(packed, '\n');
  BOOST_TEST(content_hash(read_model(packed).value()) == hash);
  auto const spelled = lamp_with("\"quantity\": 2", "\"unit\": \"p\\u0063s\", \"quantity\": 20e-1");
  BOOST_TEST(content_hash(read_model(spelled).value()) == hash);
  BOOST_TEST(content_hash(read_model(lamp_with("\"PT2H\"", "\"PT120M\"")).value()) == hash);
  BOOST_TEST(content_hash(read_model(lamp_with("\"PT2H\"", "\"PT3H\"")).value()) != hash);
  auto const hashed = lamp_with("\"title\"", "\"content_hash\": \"" + hash + "\", \"title\"");
  BOOST_TEST(errors_of(hashed) == "nothing");
  auto changed = hashed;
  changed.replace(changed.find("PT2H"), 4, "PT3H");
  BOOST_TEST(errors_of(changed).find("at /content_hash: the content is not what the hash") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(sha256_of_the_examples_of_its_standard) {
  auto const hex = [](std::string_view t) { return detail::io::sha256::hex(t); };
  BOOST_TEST(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  BOOST_TEST(hex(std::string(1'000'000, 'a')) ==
             "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(a_quality_of_the_users_own) {
  auto const json = lamp_with(R"({"quality": "deadline", "within": "PT48H"}]}
  ],
  "commitments")",
                              R"({"quality": "colour-fast", "value": "good"}]}
  ],
  "commitments")");
  BOOST_TEST(errors_of(json) ==
             "offer.json:20:66: at /claims/0/terms/0/quality: there is no quality named "
             "'colour-fast'");
  auto const read = read_model(json, {.qualities = {&quality_of<colour_fast>}});
  BOOST_TEST_REQUIRE(read.has_value(), to_string(read.error()));
  auto const& m = read->view();
  BOOST_TEST(m.terms[term_id{0}].quality == &quality_of<colour_fast>);
  BOOST_TEST(m.terms[term_id{0}].limit.a == 2);
  BOOST_TEST(write_model(*read).find(R"({"quality": "colour-fast", "value": "good"})") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_utf8_is_written_as_json_all_the_same) {
  builder b{"a \xff lamp"};
  b.customer("c"), b.seller("s"), b.good("lamp \xc3\xa9 \xed\xa0\x80");
  auto const text = write_model(b.build().value());
  BOOST_TEST(text.find("a \xef\xbf\xbd lamp") != std::string::npos);
  auto const read = read_model(text);
  // The hash is of what was meant to be written; U+FFFD is what was.
  BOOST_TEST(read.has_value(), to_string(read.error()));
}

BOOST_AUTO_TEST_SUITE_END()
