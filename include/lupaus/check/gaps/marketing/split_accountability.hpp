// SPDX-License-Identifier: BSL-1.0
//
// split-accountability, marketing / fulfilment: two parties commit to the customer on the same
// thing.
#pragma once

#include "lupaus/check/analysis/conflicts.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/shared_duties.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// True when the finding is of a promise of a single contact.
inline bool is_of_contact(model_view const& m, finding const& f) {
  quality_ref const q = m.commitments[static_cast<commitment_id>(f.where)].consequent.quality;
  return q == &quality_of<one_contact> &&
         m.commitments[static_cast<commitment_id>(f.other)].consequent.quality != q;
}

/// Calls `f(id, commitment)` for what the other firms have committed to.
template <class F>
void for_each_sharing(model_view const& m, finding const& found, F&& f) {
  auto const& c = m.commitments[static_cast<commitment_id>(found.where)];
  auto const is_contact = is_of_contact(m, found);
  for (auto k : m.commitments.ids()) {
    auto const& other = m.commitments[k];
    if (is_contact ? is_second_contact(m, c, other) : is_split(m, c, other)) f(k, other);
  }
}

/// One finding a part and quality, then one a promise of a single contact. O(commitments) where
/// only the seller commits to her, else as of `for_each_split`.
constexpr void find_split_accountability(model_analysis& analysis, gap const& what,
                                         finding_sink& sink) {
  auto const& m = analysis.model();
  auto others = false;  // besides the seller
  for (auto const& c : m.commitments) others |= is_to_customer(m, c) && !is_sellers(m, c.debtor);
  if (!others) return;
  auto const tell = [&](commitment_id i, commitment_id other, part_id part) {
    sink(finding{.what = &what,
                 .where = i,
                 .other = other,
                 .part = part,
                 .accountable = m.seller,
                 .performing = m.commitments[other].debtor});
  };
  for_each_split(m, analysis.work(), tell);
  for_each_second_contact(
      m, [&](commitment_id i, commitment_id k) { tell(i, k, m.commitments[i].about); });
}

inline void evidence_of_split_accountability(model_view const& m, finding const& f,
                                             std::vector<element>& seen) {
  seen.push_back(f.where);
  for_each_sharing(m, f, [&](commitment_id k, commitment const&) { seen.push_back(k); });
}

LUPAUS_COLD inline explanation explain_split_accountability(model_view const& m, finding const& f) {
  auto const& c = m.commitments[static_cast<commitment_id>(f.where)];
  auto const first = the(m, c.debtor);
  auto const is_contact = is_of_contact(m, f);
  std::vector<std::string> who{first};
  for_each_sharing(
      m, f, [&](commitment_id, commitment const& other) { add_new(who, the(m, other.debtor)); });
  if (is_contact) who.erase(who.begin());
  sentences say{m};
  say.with("first", first).with("who", listed(who)).with("part", the(m, f.part));
  say.with("quality", std::string{c.consequent.quality->name});
  explanation x;
  x.where = heading_of(m, f.part);
  x.what =
      say(!is_contact ? "{who} each commit to {customer}, for {part}, on the same quality: "
                        "'{quality}'."
                      : by_number(who.size(),
                                  "{first} is to be the single contact of {customer}, and {who} "
                                  "commits to her as well.",
                                  "{first} is to be the single contact of {customer}, and {who} "
                                  "commit to her as well."));
  x.why = is_contact
              ? "She was promised one party to turn to. When something goes wrong, there are "
                "several, and each can send her to another."
              : "When it is not kept, each can say that another answers for it.";
  x.mend = say(
      "one of them, as a rule {shop}, commits to {customer}; the others commit to {shop} instead.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap split_accountability{.id = "split-accountability",
                                          .severity = severity::warning,
                                          .between = boundary::marketing_fulfilment,
                                          .service = service_gap::perception_specification,
                                          .words = detail::explain_split_accountability,
                                          .rests_on = detail::evidence_of_split_accountability,
                                          .find = detail::find_split_accountability};
}

namespace checks {
inline constexpr check_for<gaps::split_accountability> split_accountability{};
}

}  // namespace lupaus::inline v0
