// SPDX-License-Identifier: BSL-1.0
//
// Every error by its exact text: file, line, column, pointer, what was found, what was expected.
// Each row changes one thing in the lamp.
#include "io/support.hpp"

namespace {

struct fault {
  char const* from;
  char const* to;
  char const* text;
};

// clang-format off
constexpr fault faults[] = {
    {R"~("by": "website", "about": "delivery")~",
     R"~("by": "website", "about": "delivry")~",
     "offer.json:20:32: at /claims/0/about: there is no part named 'delivry'; did you "
     "mean 'delivery'?"},
    {R"~("by": "website")~",
     R"~("by": "web site")~",
     "offer.json:20:12: at /claims/0/by: there is no party named 'web site'; did you mean "
     "'website'?"},
    {R"~("by": "website", "about")~",
     R"~("by": "website", "abuot")~",
     "offer.json:20:23: at /claims/0/abuot: there is no member 'abuot' here; did you mean "
     "'about'?"},
    {R"~("parts": [)~",
     R"~("prats": [)~",
     "offer.json:10:3: at /prats: there is no member 'prats' here; did you mean 'parts'?"},
    {R"~("parts": [)~",
     R"~("pieces": [)~",
     "offer.json:10:3: at /pieces: there is no member 'pieces' here\n"
     "offer.json:1:1: the member 'parts' is missing"},
    {R"~("parties": [)~",
     R"~("partees": [)~",
     "offer.json:4:3: at /partees: there is no member 'partees' here; did you mean 'parties'?"},
    {R"~("parties": [)~",
     R"~("parties": 7, "people": [)~",
     "offer.json:4:14: at /parties: a list of parties is expected, and a number was found\n"
     "offer.json:4:17: at /people: there is no member 'people' here"},
    {R"~("by": "website", )~",
     R"~("by": "website", "by": "shop", )~",
     "offer.json:20:23: at /claims/0/by: the member 'by' is there twice"},
    {R"~("by": "website", )~",
     "",
     "offer.json:20:5: at /claims/0: the member 'by' is missing"},
    {R"~("by": "website")~",
     R"~("by": null)~",
     "offer.json:20:12: at /claims/0/by: a party's name is expected, and null was found; "
     "what is not there is left out"},
    {R"~("by": "website")~",
     R"~("by": 7)~",
     "offer.json:20:12: at /claims/0/by: a party's name is expected, and a number was "
     "found"},
    {R"~("by": "website", "about": "delivery", "terms": [{"quality": "deadline")~",
     R"~("by": "website", "about": "delivery", "terms": [{"quality": "dedline")~",
     "offer.json:20:66: at /claims/0/terms/0/quality: there is no quality named "
     "'dedline'; did you mean 'deadline'?"},
    {R"~("role": "seller")~",
     R"~("role": "seler")~",
     "offer.json:6:30: at /parties/1/role: 'seler' is no role; 'customer', 'seller', "
     "'department', 'subcontractor' are known; did you mean 'seller'?"},
    {R"~("kind": "good")~",
     R"~("kind": "goods")~",
     "offer.json:11:30: at /parts/0/kind: 'goods' is no kind of part; 'good', 'service', "
     "'composite', 'instalment' are known; did you mean 'good'?\n"
     "offer.json:12:56: at /parts/1/carries: the carriage lamp by delivery: a service "
     "carries a good"},
    {R"~("quantity": 2)~",
     R"~("quantity": 2.5)~",
     "offer.json:11:50: at /parts/0/quantity: a whole number is expected, and 2.5 was "
     "found"},
    {R"~("quantity": 2)~",
     R"~("quantity": 1e-1)~",
     "offer.json:11:50: at /parts/0/quantity: a whole number is expected, and 1e-1 was "
     "found"},
    {R"~("quantity": 2)~",
     R"~("quantity": 0)~",
     "offer.json:11:50: at /parts/0/quantity: a number of 1 to 1000000 is expected, and 0 "
     "was found"},
    {R"~("quantity": 2)~",
     R"~("quantity": 1e7)~",
     "offer.json:11:50: at /parts/0/quantity: a number of 1 to 1000000 is expected, and "
     "1e7 was found"},
    {R"~("quantity": 2)~",
     R"~("quantity": 123456789012345678901234567890)~",
     "offer.json:11:50: at /parts/0/quantity: a number of at most 18 digits is expected, "
     "and 123456789012345678901234567890 was found"},
    {R"~("quantity": 2)~",
     R"~("quantity": 1e99999999999999999999)~",
     "offer.json:11:61: at /parts/0: the number is out of range"},
    {R"~("quantity": 2)~",
     R"~("quantity": "2")~",
     "offer.json:11:50: at /parts/0/quantity: a number is expected, and a text was found"},
    {R"~("lupaus": 1)~",
     R"~("lupaus": 2)~",
     "offer.json:2:13: at /lupaus: this is version 2 of the format, and version 1 is read "
     "here"},
    {R"~("lupaus": 1,
)~",
     "",
     "offer.json:1:1: the member 'lupaus' is missing"},
    {R"~("lupaus": 1)~",
     R"~("lupaus": "1")~",
     "offer.json:2:13: at /lupaus: a number is expected, and a text was found"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "")~",
     "offer.json:3:12: at /title: the promise: the name is empty; every element needs one"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a\u000alamp")~",
     "offer.json:3:12: at /title: a name or text has no control characters in it"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a\u0085lamp")~",
     "offer.json:3:12: at /title: a name or text has no control characters in it"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a\u2028lamp")~",
     "offer.json:3:12: at /title: a name or text has no control characters in it"},
    {R"~("by": "website", "about")~",
     R"~("by": "website", "\n\u202eofr\u0085ged\u2029": 1, "about")~",
     "offer.json:20:23: at /claims/0/\\u000a\\u202eofr\\u0085ged\\u2029: there is no member "
     "'\\u000a\\u202eofr\\u0085ged\\u2029' here"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a \ud800 lamp")~",
     "offer.json:3:21: an escape \\u is followed by four hexadecimal digits, and is no half of "
     "a pair of surrogates"},
    {R"~("title": "a lamp, delivered")~",
     "\"title\": \"a \377 lamp\"",
     "offer.json:3:15: this is no UTF-8, or a character outside of a text"},
    {R"~("title": "a lamp, delivered")~",
     "\"title\": \"a \001 lamp\"",
     "offer.json:3:15: a control character stands here; in a text it is written as an "
     "escape"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": 'a lamp')~",
     "offer.json:3:12: a text stands in double quotes"},
    {R"~("title": "a lamp, delivered",)~",
     R"~("title": "a lamp, delivered")~",
     R"~(offer.json:4:3: '"' is not expected here)~"},
    {R"~("title": "a lamp, delivered",)~",
     R"~("title": "a lamp, delivered",,)~",
     "offer.json:3:32: ',' is not expected here"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "titel": "x")~",
     "offer.json:3:33: at /titel: there is no member 'titel' here; did you mean 'title'?"},
    {R"~("carries": "lamp")~",
     R"~("carries": "delivery")~",
     "offer.json:12:56: at /parts/1/carries: the carriage delivery by delivery: a service "
     "carries a good"},
    {R"~("then": ["lamp", "delivery"])~",
     R"~("then": ["lamp", "lamp"])~",
     "offer.json:14:14: at /product: the product: the part 'lamp' is in a product "
     "already; each part has one place"},
    {R"~("then": ["lamp", "delivery"])~",
     R"~("then": [])~",
     "offer.json:14:23: at /product/then: a part is expected"},
    {R"~("then": ["lamp", "delivery"])~",
     R"~("than": ["lamp", "delivery"])~",
     "offer.json:14:15: at /product/than: there is no member 'than' here; did you mean "
     "'then'?\n"
     "offer.json:14:14: at /product: either 'then' or 'together' is expected, with a list "
     "of parts"},
    {R"~("then": ["lamp", "delivery"])~",
     R"~("then": ["lamp"])~",
     "offer.json:12:5: at /parts/1: the part 'delivery' is in no product; add it, or "
     "leave it out"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "late": "delivery"},
    {"step")~",
     "offer.json:16:5: at /events/0: an object is one event, and this one is 'late' and "
     "'failed'\n"
     "offer.json:17:79: at /events/1/ways/0/after/failed/1: 'delivery' has no failure "
     "mode named 'lost'\n"
     "offer.json:26:49: at /rules/0/on/reported/failed/1: 'delivery' has no failure mode "
     "named 'lost'\n"
     "offer.json:29:69: at /notices/0/of/failed/1: 'delivery' has no failure mode named "
     "'lost'"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery"]},
    {"step")~",
     "offer.json:16:16: at /events/0/failed: a list of a part and a name is expected, and "
     "a list of 1 was found\n"
     "offer.json:17:79: at /events/1/ways/0/after/failed/1: 'delivery' has no failure "
     "mode named 'lost'\n"
     "offer.json:26:49: at /rules/0/on/reported/failed/1: 'delivery' has no failure mode "
     "named 'lost'\n"
     "offer.json:29:69: at /notices/0/of/failed/1: 'delivery' has no failure mode named "
     "'lost'"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "until": "P730D"},
    {"step")~",
     "offer.json:16:47: at /events/0/until: an object as {\"passed\": \"P730D\"} is "
     "expected, and a text was found"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "until": 730},
    {"step")~",
     "offer.json:16:47: at /events/0/until: an object as {\"passed\": \"P730D\"} is "
     "expected, and a number was found"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "until": null},
    {"step")~",
     "offer.json:16:47: at /events/0/until: an object as {\"passed\": \"P730D\"} is "
     "expected, and null was found; what is not there is left out"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "until": {"completed": "delivery"}},
    {"step")~",
     "offer.json:16:47: at /events/0/until: a failure counts until a time has passed, and "
     "'delivery completed' is none; say 'passed'"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "until": {"passed": 730}},
    {"step")~",
     "offer.json:16:58: at /events/0/until/passed: a length of time is expected, and a "
     "number was found"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "until": {"pased": "P730D", "after": {"possession": "lamp"}}},
    {"step")~",
     "offer.json:16:47: at /events/0/until: an event is expected: one of the members "
     "'completed', 'started', 'shipped', 'possession', 'late', 'failed', 'step', "
     "'reported', 'not', 'passed'\n"
     "offer.json:16:48: at /events/0/until/pased: there is no member 'pased' here; did "
     "you mean 'passed'?"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "until": {"passed": "P730D", "after": {"possession": "lmap"}}},
    {"step")~",
     "offer.json:16:91: at /events/0/until/after/possession: there is no part named "
     "'lmap'; did you mean 'lamp'?"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"], "untill": {"passed": "P730D"}},
    {"step")~",
     "offer.json:16:38: at /events/0/untill: there is no member 'untill' here; did you "
     "mean 'until'?"},
    {R"~({"failed": ["delivery", "lost"]},
    {"step")~",
     R"~({"failed": ["delivery", "lost"]}, {"late": "delivery", "until": {"passed": "P730D"}},
    {"step")~",
     "offer.json:16:69: at /events/1/until: 'until' is said of what has failed"},
    {R"~({"after": {"failed": ["delivery", "lost"]}, "by": "carrier"})~",
     R"~({"after": {"failed": ["delivery", "losst"]}, "by": "carrier"})~",
     "offer.json:17:79: at /events/1/ways/0/after/failed/1: 'delivery' has no failure "
     "mode named 'losst'; did you mean 'lost'?"},
    {R"~({"after": {"failed": ["delivery", "lost"]}, "by": "carrier"})~",
     R"~({"after": {"step": ["delivery", "back"]}, "by": "carrier"})~",
     "offer.json:17:45: at /events/1/ways/0: the way to back: an event cannot follow "
     "itself"},
    {R"~({"after": {"failed": ["delivery", "lost"]}, "by": "carrier"})~",
     R"~({"after": {"step": ["delivery", "gone"]}}]}, {"step": ["delivery", "gone"], "ways": [{"after": {"step": ["delivery", "back"]}})~",
     "offer.json:17:45: at /events/1/ways/0: the way to back: it follows 'gone' of 'delivery', "
     "and nothing leads there; say how that comes about, or leave this way out\n"
     "offer.json:17:130: at /events/2/ways/0: the way to gone: it follows 'back' of 'delivery', "
     "and nothing leads there; say how that comes about, or leave this way out"},
    {R"~({"after": {"failed": ["delivery", "lost"]}, "by": "carrier"})~",
     R"~({"after": "orderd", "by": "carrier"})~",
     "offer.json:17:55: at /events/1/ways/0/after: 'orderd' is no event of the order; "
     "'ordered', 'cancel_requested', 'replacement_requested', 'cancelled', 'refunded', "
     "'kept' are known; did you mean 'ordered'?"},
    {R"~({"after": {"failed": ["delivery", "lost"]}, "by": "carrier"})~",
     R"~({"after": {"late": "delivery"}, "by": "carrier"})~",
     "offer.json:17:64: at /events/1/ways/0/after/late: 'late' is not declared as a "
     "failure mode of 'delivery'"},
    {R"~({"after": {"failed": ["delivery", "lost"]}, "by": "carrier"})~",
     R"~({"after": {"possession": "delivery"}, "by": "carrier"})~",
     "offer.json:17:70: at /events/1/ways/0/after/possession: possession is of a good, "
     "and 'delivery' is none"},
    {R"~("by": "carrier", "to": "shop")~",
     R"~("by": "shop", "to": "shop")~",
     "offer.json:23:5: at /commitments/0: nobody can owe something to himself"},
    {R"~("replace": "lamp")~",
     R"~("replace": "lamp", "units": 3)~",
     "offer.json:26:5: at /rules/0: the rule on delivery reported: 3 units of 'lamp' are "
     "more than the 2 ordered"},
    {R"~("owes": {"replace": "lamp"})~",
     R"~("owes": "replce")~",
     "offer.json:26:68: at /rules/0/owes: 'replce' is no action; 'replace', 'redo', "
     "'repair', 'reduce_price', 'refund', 'accept', 'refuse' are known; did you mean 'replace'?"},
    {R"~("owes": {"replace": "lamp"})~",
     R"~("owes": {"reduce_price": "lamp", "by": {"minor_units": 0, "currency": "EUR"}})~",
     "offer.json:26:5: at /rules/0: the rule on delivery reported: an amount of 1 to "
     "999999999999999999 minor units of a currency is expected, and 0 were given"},
    {R"~("owes": {"replace": "lamp"})~",
     R"~("owes": {"replace": "lamp", "by": {"minor_units": 100, "currency": "EUR"}})~",
     "offer.json:26:88: at /rules/0/owes/by: there is no member 'by' here"},
    {R"~("owes": {"replace": "lamp"})~",
     R"~("owes": {"reduce_price": "lamp", "by": "10 EUR"})~",
     "offer.json:26:99: at /rules/0/owes/by: an object is expected, and a text was found"},
    {R"~("owes": {"replace": "lamp"})~",
     R"~("owes": {"reduce_price": "lamp", "by": {"minor_units": 100, "currency": "EUR"}}, "keeps": {"minor_units": 100, "currency": "EUR"})~",
     "offer.json:1:1: the rule on delivery reported: a fee is kept of the customer's money: of a "
     "refund, or where she may cancel"},
    {R"~("within": "P1D")~",
     R"~("within": "P1M")~",
     "offer.json:26:99: at /rules/0/within: a length of time is expected, as 'PT48H' or "
     "'P5D' (ISO 8601, without months, years and fractions), and 'P1M' was found"},
    {R"~("within": "P1D")~",
     R"~("within": "P101Y")~",
     "offer.json:26:99: at /rules/0/within: a length of time is expected, as 'PT48H' or "
     "'P5D' (ISO 8601, without months, years and fractions), and 'P101Y' was found"},
    {R"~("within": "P1D")~",
     R"~("within": "P99999999D")~",
     "offer.json:26:99: at /rules/0/within: a duration of at most 100 years is expected"},
    {R"~("within": "P1D")~",
     R"~("within": {"business_days": -1})~",
     "offer.json:26:117: at /rules/0/within/business_days: a number of 0 to 36525 is "
     "expected, and -1 was found"},
    {R"~("within": "P1D")~",
     R"~("within": 24)~",
     "offer.json:26:99: at /rules/0/within: a length of time is expected, and a number "
     "was found"},
    {R"~("from": "carrier", "to": "shop")~",
     R"~("from": "shop", "to": "shop")~",
     "offer.json:29:5: at /notices/0: nobody owes notice to himself"},
    {R"~(["customer", "shop"])~",
     R"~(["customer", "customer"])~",
     "offer.json:31:16: at /channels/0: the channel customer - customer: a channel joins "
     "two parties"},
    {R"~(["customer", "shop"])~",
     R"~(["customer"])~",
     "offer.json:31:16: at /channels/0: a list of two parties is expected, and a list of "
     "1 was found"},
    {R"~(["customer", "shop"])~",
     R"~({"customer": "shop"})~",
     "offer.json:31:16: at /channels/0: a list of two parties is expected, and an object "
     "was found"},
    {R"~({"name": "website", "role": "department"})~",
     R"~({"name": "shop", "role": "department"})~",
     "offer.json:7:5: at /parties/2: the party shop: the name 'shop' is taken; names must "
     "differ\n"
     "offer.json:20:12: at /claims/0/by: there is no party named 'website'"},
    {R"~({"name": "website", "role": "department"})~",
     R"~({"name": "website", "role": "customer"})~",
     "offer.json:7:5: at /parties/2: the party website: a promise has one customer, and "
     "'customer' is it already\n"
     "offer.json:20:12: at /claims/0/by: there is no party named 'website'"},
    {R"~({"name": "customer", "role": "customer"},
)~",
     "",
     "offer.json:4:14: at /parties: there is no customer; say who buys\n"
     "offer.json:30:17: at /channels/0/0: there is no party named 'customer'"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "deadline", "value": 48}]}
  ],
  "rules")~",
     "offer.json:23:101: at /commitments/0/terms/0/value: deadline takes 'within' or "
     "'by', and 'value' was found"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": ["deadline"]}
  ],
  "rules")~",
     "offer.json:23:68: at /commitments/0/terms/0: deadline takes 'within' or 'by', and "
     "no bound was found"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "place", "value": "dorstep"}]}
  ],
  "rules")~",
     "offer.json:23:98: at /commitments/0/terms/0/value: 'dorstep' is no value of place; "
     "'pickup_point', 'kerb', 'doorstep', 'room_of_choice' are known; did you mean "
     "'doorstep'?"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "place", "value": 2}]}
  ],
  "rules")~",
     "offer.json:23:98: at /commitments/0/terms/0/value: a word is expected: 2 is "
     "'doorstep'"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "deadline", "by": "2026-02-30"}]}
  ],
  "rules")~",
     "offer.json:23:98: at /commitments/0/terms/0/by: a day as '2026-12-24' or a moment "
     "as '2026-12-24T18:00', on the promise's own clock, is expected, and '2026-02-30' "
     "was found"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "deadline", "by": "2026-12-24T18:00Z"}]}
  ],
  "rules")~",
     "offer.json:23:98: at /commitments/0/terms/0/by: a day as '2026-12-24' or a moment "
     "as '2026-12-24T18:00', on the promise's own clock, is expected, and "
     "'2026-12-24T18:00Z' was found"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "deadline", "by": "2026-12-24", "after": "ordered"}]}
  ],
  "rules")~",
     "offer.json:23:68: at /commitments/0/terms/0: deadline is counted from an event, but "
     "its bound is no length of time"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "deadline", "by": "2026-12-24", "within": "P1D"}]}
  ],
  "rules")~",
     "offer.json:23:98: at /commitments/0/terms/0/by: a term has one bound, and this one "
     "has 'within' and 'by'"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "time-window", "window": {"from": "12:00", "until": "08:00"}}]}
  ],
  "rules")~",
     "offer.json:23:105: at /commitments/0/terms/0/window: a window that ends after it "
     "begins, within one day is expected"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "price", "amount": {"minor_units": 49.9, "currency": "EUR"}}]}
  ],
  "rules")~",
     "offer.json:23:115: at /commitments/0/terms/0/amount/minor_units: a whole number is "
     "expected, and 49.9 was found"},
    {R"~("about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "rules")~",
     R"~("about": "delivery", "terms": [{"quality": "price", "amount": {"minor_units": 499, "currency": "Eur"}}]}
  ],
  "rules")~",
     "offer.json:23:132: at /commitments/0/terms/0/amount/currency: a currency of three "
     "capital letters (ISO 4217) is expected, and 'Eur' was found"},
    {R"~("channels": [["customer", "shop"]]
}
)~",
     R"~("channels": [["customer", "shop"]]
)~",
     "offer.json:32:1: the text ends in the middle"},
    {R"~("channels": [["customer", "shop"]]
}
)~",
     R"~("channels": [["customer", "shop"]]
}
[])~",
     "offer.json:33:1: something follows the end of the document"},
    {R"~("channels": [["customer", "shop"]]
)~",
     R"~("content_hash": "sha256:00", "channels": [["customer", "shop"]]
)~",
     "offer.json:31:19: at /content_hash: the content is not what the hash was made of; "
     "its hash is sha256:a6b489915ebda1a01061d8477fac3158f5b1fabef71292d642ee8e5084f0f7c2"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "paid": "later")~",
     "offer.json:3:41: at /paid: 'later' is no time of payment; 'ahead', 'on_the_spot' "
     "are known"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "answerable": "carrier")~",
     "offer.json:3:47: at /answerable: the answer carrier for a lamp, delivered: the "
     "whole is always the seller's to answer for"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "capabilities": ["ladder", "ladder"])~",
     "offer.json:3:60: at /capabilities/1: the capability ladder: the name 'ladder' is "
     "taken; names must differ"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "capabilities": ["ladder"], "provisions": [{"by": "shop", "capability": "lader"}])~",
     "offer.json:3:105: at /provisions/0/capability: there is no capability named "
     "'lader'; did you mean 'ladder'?"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "recourses": [{"against": "carrier", "for": "ordered"}])~",
     "offer.json:3:47: at /recourses/0: the recourse against carrier for ordered: "
     "recourse is for a failure mode of a part"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "contract_ends": [{"of": "carrier", "when": ["ordered"]}])~",
     "offer.json:3:78: at /contract_ends/0/when/0: the end of the contract of carrier: an "
     "order ends by being kept, cancelled or refunded"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "contract_ends": [{"of": "carrier", "when": ["kept"], "within": "-PT4H"}])~",
     "offer.json:3:97: at /contract_ends/0/within: a length of time is expected, as 'PT48H' or "
     "'P5D' (ISO 8601, without months, years and fractions), and '-PT4H' was found"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "contract_ends": [{"of": "carrier", "when": ["kept"], "within": null}])~",
     "offer.json:3:97: at /contract_ends/0/within: a length of time is expected, and null "
     "was found; what is not there is left out"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "before": [["lamp", "lamp"]])~",
     "offer.json:3:44: at /before/0: the precedence lamp before lamp: a part does not "
     "come before itself"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "needs": [{"before": "lamp"}])~",
     "offer.json:3:43: at /needs/0: the member 'after' is missing"},
    {R"~("title": "a lamp, delivered")~",
     R"~("title": "a lamp, delivered", "risks": [{"bearer": "shop", "part": "lamp", "form": "ordered"}])~",
     "offer.json:3:78: at /risks/0/form: there is no member 'form' here; did you mean "
     "'from'?"},
    {R"~({"name": "lamp", "kind": "good", "quantity": 2})~",
     R"~({"name": "lamp", "kind": "good", "quantity": 2}, {"name": "a", "kind": "composite", "product": "b"}, {"name": "b", "kind": "composite", "product": "a"})~",
     "offer.json:11:152: at /parts/2/product: the part 'a' would hold itself"},
};
// clang-format on

}  // namespace

BOOST_AUTO_TEST_SUITE(errors)

BOOST_AUTO_TEST_CASE(the_lamp_itself_is_right) {
  BOOST_TEST(io_test::errors_of(io_test::lamp) == "nothing");
}

BOOST_AUTO_TEST_CASE(each_says_where_and_what) {
  for (auto const& f : faults)
    BOOST_TEST(io_test::errors_of(io_test::lamp_with(f.from, f.to)) == f.text);
}

BOOST_AUTO_TEST_CASE(an_error_has_its_parts) {
  auto const json = io_test::lamp_with("\"by\": \"website\"", "\"by\": \"web site\"");
  auto const read = lupaus::read_model(json);
  BOOST_TEST_REQUIRE(read.error().size() == 1u);
  auto const& e = read.error().front();
  BOOST_TEST(bool(e.code == lupaus::error_code::unknown_name));
  BOOST_TEST(e.pointer == "/claims/0/by");
  BOOST_TEST(e.line == 20);
  BOOST_TEST(e.column == 12);
  BOOST_TEST(e.suggestion == "website");
  BOOST_TEST(e.file == "");
  BOOST_TEST(e.to_string() ==
             "20:12: at /claims/0/by: there is no party named 'web site'; did you "
             "mean 'website'?");
}

BOOST_AUTO_TEST_SUITE_END()
