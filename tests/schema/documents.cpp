// SPDX-License-Identifier: BSL-1.0
//
// Prints documents, right and wrong, for validate.py to hold against the schema: JSON lines of
// {"name", "right", "seen", "text"}.
#include "lupaus/io/writer/json_text.hpp"
#include "lupaus/json.hpp"
#include "support/random_model.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/json/src.hpp>
#include <iostream>
#include <string>
#include <string_view>

namespace {

void print(std::string_view name, bool seen, std::string_view text) {
  auto const right = lupaus::read_model(text).has_value();
  lupaus::detail::io::json_text out{lupaus::json_layout::compact};
  out.open('{').member("name", name).key("right").truth(right).key("seen").truth(seen);
  out.member("text", text).close();
  std::cout << out.str() << '\n';
}

constexpr std::string_view base = R"({"lupaus": 1, "title": "a lamp, delivered",
  "parties": [{"name": "customer", "role": "customer"}, {"name": "shop", "role": "seller"},
              {"name": "carrier", "role": "subcontractor"}],
  "parts": [{"name": "lamp", "kind": "good"}, {"name": "delivery", "kind": "service"}],
  "events": [{"failed": ["delivery", "lost"]}, {"step": ["delivery", "back"], "ways": [{"after": "ordered"}]}],
  "claims": [{"by": "shop", "about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}],
  "rules": [{"on": {"failed": ["delivery", "lost"]}, "owes": {"replace": "lamp"}}],
  "channels": [["customer", "shop"]]})";

// What stands for what in the base. Of `visible`, the schema must see that it is wrong, where the
// reader says so.
struct change {
  char const *from, *to;
  bool visible = true;
};
constexpr change changes[] = {
    {"\"lupaus\": 1", "\"lupaus\": 2"},
    {"\"lupaus\": 1, ", ""},
    {"\"a lamp, delivered\"", "\"\""},
    {"\"a lamp, delivered\"", "7"},
    {"\"a lamp, delivered\"", "null"},
    {"\"a lamp, delivered\"", "\"a\\u000alamp\""},
    {"\"title\": \"a lamp, delivered\",", "\"titel\": \"a lamp, delivered\","},
    {"\"title\"", "\"paid\": \"later\", \"title\""},
    {"\"title\"", "\"content_hash\": \"md5:00\", \"title\""},
    {"\"title\"", "\"before\": [[\"lamp\"]], \"title\""},
    {"\"title\"", "\"product\": {\"then\": []}, \"title\""},
    {"\"title\"", "\"product\": {\"then\": [\"lamp\", \"delivery\"], \"together\": []}, \"title\""},
    {"\"title\"", "\"product\": {\"then\": [\"lamp\", \"delivery\"]}, \"title\""},
    {"\"role\": \"seller\"", "\"role\": \"seler\""},
    {"\"role\": \"seller\"", "\"role\": \"department\"", false},
    {"\"kind\": \"good\"",
     "\"kind\": \"good\", \"price\": {\"minor_units\": 1, \"currency\": \"EUR\"}"},
    {"\"kind\": \"good\"",
     "\"kind\": \"good\", \"price\": {\"minor_units\": -1, \"currency\": \"EUR\"}"},
    {"\"kind\": \"good\"",
     "\"kind\": \"good\", \"price\": {\"minor_units\": 1, \"currency\": \"eur\"}"},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"price\": 1"},
    {"\"title\"", "\"price\": {\"minor_units\": 1, \"currency\": \"EUR\"}, \"title\""},
    {"\"title\"", "\"price\": {\"minor_units\": 1}, \"title\""},
    {"\"kind\": \"good\"", "\"kind\": \"goods\""},
    {"\"kind\": \"good\"", "\"kind\": \"composite\""},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"quantity\": 0"},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"quantity\": 1.5"},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"quantity\": 2.0"},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"quantity\": 1e6"},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"quantity\": 1000001"},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"quantity\": \"2\""},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"product\": \"delivery\""},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"carries\": \"delivery\"", false},
    {"\"kind\": \"service\"",
     "\"kind\": \"service\", \"gives\": \"greeted\", \"level\": \"action\""},
    {"\"kind\": \"service\"", "\"kind\": \"service\", \"gives\": \"greeted\""},
    {"\"kind\": \"service\"", "\"kind\": \"service\", \"level\": \"action\""},
    {"\"kind\": \"service\"", "\"kind\": \"service\", \"gives\": \"greeted\", \"level\": \"deep\""},
    {"\"kind\": \"service\"", "\"kind\": \"service\", \"gives\": \"deadline\"", false},
    {"\"kind\": \"good\"", "\"kind\": \"good\", \"gives\": \"greeted\"", false},
    {"\"after\": \"ordered\"", "\"after\": \"orderd\""},
    {"\"after\": \"ordered\"", "\"after\": {\"completed\": \"lamp\", \"late\": \"lamp\"}"},
    {"\"after\": \"ordered\"", "\"after\": {}"},
    {"\"after\": \"ordered\"", "\"after\": {\"failed\": [\"delivery\"]}"},
    {"\"after\": \"ordered\"", ""},
    {"[{\"failed\": [\"delivery\", \"lost\"]},",
     "[{\"completed\": \"lamp\", \"ways\": []}, {\"failed\": [\"delivery\", \"lost\"]},"},
    {"\"PT48H\"", "\"P1M\""},
    {"\"PT48H\"", "\"P\""},
    {"\"PT48H\"", "\"PT\""},
    {"\"PT48H\"", "\"P1DT\""},
    {"\"PT48H\"", "\"P1W1D\""},
    {"\"PT48H\"", "\"PT1.5H\""},
    {"\"PT48H\"", "\"PT1M1H\""},
    {"\"PT48H\"", "\"P1DT2H3M4S\""},
    {"\"PT48H\"", "\"P2W\""},
    {"\"PT48H\"", "\"P999999D\"", false},
    {"\"PT48H\"", "48"},
    {"\"PT48H\"", "{\"business_days\": 2, \"holidays\": 1, \"days_per_week\": 6}"},
    {"\"PT48H\"", "{\"business_days\": 2, \"days_per_week\": 8}"},
    {"\"PT48H\"", "{\"holidays\": 2}"},
    {"\"within\": \"PT48H\"", "\"by\": \"2026-12-24\""},
    {"\"within\": \"PT48H\"", "\"by\": \"2026-12-24T18:00:30\""},
    {"\"within\": \"PT48H\"", "\"by\": \"2026-12-24T18:00Z\""},
    {"\"within\": \"PT48H\"", "\"by\": \"2026-02-30\"", false},
    {"\"within\": \"PT48H\"", "\"by\": \"2026-12-24\", \"within\": \"PT48H\""},
    {"\"within\": \"PT48H\"", "\"within\": \"PT48H\", \"after\": \"ordered\""},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"cancel-until\", \"until\": \"ordered\", \"after\": \"ordered\"}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"cancel-until\", \"until\": {\"possession\": \"lamp\"}}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"time-window\", \"window\": {\"from\": \"08:00\", \"until\": \"24:00\"}}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"time-window\", \"window\": {\"from\": \"8:00\", \"until\": \"12:00\"}}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"price\", \"amount\": {\"minor_units\": 499, \"currency\": \"EUR\"}}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"price\", \"amount\": {\"minor_units\": 499, \"currency\": \"eur\"}}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"price\", \"amount\": {\"minor_units\": -1, \"currency\": \"EUR\"}}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"price\", \"amount\": 4.99}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"place\", \"value\": \"doorstep\"}"},
    {"{\"quality\": \"deadline\", \"within\": \"PT48H\"}",
     "{\"quality\": \"place\", \"value\": \"dorstep\"}", false},
    {"\"terms\": [{\"quality\": \"deadline\", \"within\": \"PT48H\"}]", "\"terms\": []"},
    {"\"terms\": [{\"quality\": \"deadline\", \"within\": \"PT48H\"}]", "\"words\": \"\""},
    {"\"terms\": [{\"quality\": \"deadline\", \"within\": \"PT48H\"}]", "\"words\": \"luxury\""},
    {"{\"replace\": \"lamp\"}", "{\"replace\": \"lamp\", \"units\": 1}"},
    {"{\"replace\": \"lamp\"}", "{\"replace\": \"lamp\", \"refund\": \"lamp\"}"},
    {"{\"replace\": \"lamp\"}", "{\"units\": 1}"},
    {"{\"replace\": \"lamp\"}", "{\"act\": \"says sorry\", \"units\": 1}"},
    {"{\"replace\": \"lamp\"}", "{\"act\": \"\"}"},
    {"{\"replace\": \"lamp\"}", "\"refund\""},
    {"{\"replace\": \"lamp\"}", "\"act\""},
    {"[\"customer\", \"shop\"]", "[\"customer\", \"shop\", \"carrier\"]"},
    {"[\"customer\", \"shop\"]", "[\"customer\", \"nobody\"]", false},
    {"[\"customer\", \"shop\"]", "{\"customer\": \"shop\"}"},
    {"\"title\"",
     "\"qualities\": [{\"name\": \"noise\", \"at_most\": \"dB\"}, {\"name\": \"w\", \"levels\": "
     "[\"a\", \"b\"]}], \"title\""},
    {"\"title\"", "\"qualities\": [{\"name\": \"noise\", \"at_most\": 3}], \"title\""},
    {"\"title\"", "\"qualities\": [{\"name\": \"\", \"at_most\": \"\"}], \"title\""},
    {"\"title\"", "\"qualities\": [{\"at_least\": \"m\"}], \"title\""},
    {"\"title\"", "\"qualities\": [{\"name\": \"w\", \"levels\": [\"a\"]}], \"title\""},
    {"\"title\"", "\"qualities\": [{\"name\": \"w\", \"levels\": [\"a\", \"a\"]}], \"title\""},
    {"\"title\"", "\"qualities\": [{\"name\": \"w\", \"one_of\": [\"a\", \"\"]}], \"title\""},
    {"\"title\"",
     "\"qualities\": [{\"name\": \"w\", \"levels\": [\"a\", \"b\"], \"one_of\": [\"a\", \"b\"]}], "
     "\"title\""},
    {"\"title\"", "\"qualities\": [{\"name\": \"w\"}, {\"name\": \"w\"}], \"title\"", false},
    {"\"title\"", "\"qualities\": \"w\", \"title\""},
    {"\"title\"", "\"capabilities\": [\"skill\", {\"backstage\": \"morning meeting\"}], \"title\""},
    {"\"title\"", "\"capabilities\": [{\"backstage\": \"\"}], \"title\""},
    {"\"title\"", "\"capabilities\": [{\"step\": \"morning meeting\"}], \"title\""},
    {"\"title\"",
     "\"commitments\": [{\"by\": \"carrier\", \"to\": \"shop\", \"about\": \"delivery\", "
     "\"overrides\": \"deadline\", \"interest\": \"the margin\"}], \"title\""},
    {"\"title\"",
     "\"commitments\": [{\"by\": \"carrier\", \"to\": \"shop\", \"about\": \"delivery\", "
     "\"interest\": \"the margin\"}], \"title\""},
    {"\"title\"",
     "\"commitments\": [{\"by\": \"carrier\", \"to\": \"shop\", \"about\": \"delivery\", "
     "\"overrides\": \"deadline\", \"interest\": \"\"}], \"title\""},
};

}  // namespace

int main() {
  print("base", true, base);
  for (auto const& c : changes) {
    std::string text{base};
    auto const at = text.find(c.from);
    if (at == text.npos) {
      std::cerr << "not in the base: " << c.from << '\n';
      return 1;
    }
    print(std::string{c.from} + " -> " + c.to, c.visible,
          text.replace(at, std::string_view{c.from}.size(), c.to));
  }
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    if (auto const m = proof::to_model(proof::sound_promise(seed)))
      print("sound " + std::to_string(seed), true, lupaus::write_model(*m));
    if (auto const m = proof::to_model(proof::random_promise(seed)))
      print("wild " + std::to_string(seed), true, lupaus::write_model(*m));
  }
}
