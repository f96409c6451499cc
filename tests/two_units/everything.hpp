// SPDX-License-Identifier: BSL-1.0
//
// Every header of the library, and what the two units compare: each unit includes this file and
// collects the addresses as it sees them.
#pragma once

#include "lupaus/check/all.hpp"
#include "lupaus/check/assurance.hpp"
#include "lupaus/check/claims.hpp"
#include "lupaus/check/consequence.hpp"
#include "lupaus/check/coordination.hpp"
#include "lupaus/check/exit.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/handoff.hpp"
#include "lupaus/check/information.hpp"
#include "lupaus/check/knowledge.hpp"
#include "lupaus/check/misapplied.hpp"
#include "lupaus/check/part_order.hpp"
#include "lupaus/check/paths.hpp"
#include "lupaus/check/remedy.hpp"
#include "lupaus/check/schedule.hpp"
#include "lupaus/check/timing.hpp"
#include "lupaus/graph/channels.hpp"
#include "lupaus/graph/graph.hpp"
#include "lupaus/graph/precedence.hpp"
#include "lupaus/graph/responsibility.hpp"
#include "lupaus/graph/waits.hpp"
#include "lupaus/model/builder.hpp"
#include "lupaus/model/capability.hpp"
#include "lupaus/model/clauses.hpp"
#include "lupaus/model/clerk.hpp"
#include "lupaus/model/commitment.hpp"
#include "lupaus/model/complete.hpp"
#include "lupaus/model/draft.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/event.hpp"
#include "lupaus/model/id.hpp"
#include "lupaus/model/ledger.hpp"
#include "lupaus/model/matrix.hpp"
#include "lupaus/model/model.hpp"
#include "lupaus/model/money.hpp"
#include "lupaus/model/notice.hpp"
#include "lupaus/model/part.hpp"
#include "lupaus/model/party.hpp"
#include "lupaus/model/phrase.hpp"
#include "lupaus/model/product.hpp"
#include "lupaus/model/qualities.hpp"
#include "lupaus/model/quality.hpp"
#include "lupaus/model/reference.hpp"
#include "lupaus/model/risk.hpp"
#include "lupaus/model/rule.hpp"
#include "lupaus/model/scratch.hpp"
#include "lupaus/model/scribe.hpp"
#include "lupaus/model/situation.hpp"
#include "lupaus/model/suggest.hpp"
#include "lupaus/model/table.hpp"
#include "lupaus/model/term.hpp"
#include "lupaus/model/terms.hpp"
#include "lupaus/model/time.hpp"
#include "lupaus/model/view.hpp"
#include "lupaus/model/whole.hpp"
#include "lupaus/model/words.hpp"
#include "lupaus/policy/blocks.hpp"
#include "lupaus/policy/exploration.hpp"
#include "lupaus/policy/extent.hpp"
#include "lupaus/policy/longest.hpp"
#include "lupaus/policy/outlook.hpp"
#include "lupaus/policy/relation.hpp"
#include "lupaus/policy/state_set.hpp"
#include "lupaus/policy/transition_system.hpp"
#include "lupaus/promise.hpp"
#include "lupaus/promise/clause.hpp"
#include "lupaus/promise/clauses.hpp"
#include "lupaus/promise/columns.hpp"
#include "lupaus/promise/fault.hpp"
#include "lupaus/promise/fit.hpp"
#include "lupaus/promise/flatten.hpp"
#include "lupaus/promise/gaps.hpp"
#include "lupaus/promise/happening.hpp"
#include "lupaus/promise/layers.hpp"
#include "lupaus/promise/name.hpp"
#include "lupaus/promise/named.hpp"
#include "lupaus/promise/owed.hpp"
#include "lupaus/promise/product.hpp"
#include "lupaus/promise/promise.hpp"
#include "lupaus/promise/require.hpp"
#include "lupaus/promise/rule.hpp"
#include "lupaus/promise/sound.hpp"
#include "lupaus/promise/types.hpp"
#include "lupaus/promise/words.hpp"
#include "lupaus/promise/writer.hpp"
#include "lupaus/ranges.hpp"
#include "lupaus/report/dot.hpp"
#include "lupaus/report/layout.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"
#include "lupaus/version.hpp"

#include <vector>

namespace two_units {

using addresses = std::vector<void const*>;

addresses seen_by_a();
addresses seen_by_b();

namespace {  // one in each unit, on purpose

addresses collect() {
  using namespace lupaus;
  addresses all;
  for (auto const* q : shipped_qualities) all.push_back(q);
  for (auto const& row : consequences) all.insert(all.end(), {row.cause, row.effect});
  for (auto const* g : {&gaps::unbacked_claim, &gaps::disowned_part, &gaps::unowned_handoff,
                        &gaps::customer_in_the_middle, &gaps::uninformed_party,
                        &gaps::uncovered_failure, &gaps::blocked_remedy, &gaps::late_remedy,
                        &gaps::misapplied_rule, &gaps::silent_failure, &gaps::no_exit})
    all.push_back(g);
  all.push_back(&standard_checks);
  all.push_back(&single_contact);
  return all;
}

}  // namespace

}  // namespace two_units
