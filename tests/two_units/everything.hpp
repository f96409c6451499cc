// SPDX-License-Identifier: BSL-1.0
//
// Every header of the library, and what the two units compare: each unit includes this file and
// collects the addresses as it sees them.
#pragma once

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/check/analysis/handoffs.hpp"
#include "lupaus/check/analysis/schedule.hpp"
#include "lupaus/check/consequence.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gaps/delivery/coordination.hpp"
#include "lupaus/check/gaps/marketing/claims.hpp"
#include "lupaus/check/gaps/recovery/information.hpp"
#include "lupaus/check/gaps/recovery/misapplied_rule.hpp"
#include "lupaus/check/gaps/recovery/no_exit.hpp"
#include "lupaus/check/gaps/recovery/remedy.hpp"
#include "lupaus/check/standard_checks.hpp"
#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/explore/search/block_array.hpp"
#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/longest_path.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/search_coverage.hpp"
#include "lupaus/explore/search/state_set.hpp"
#include "lupaus/explore/search/transition_relation.hpp"
#include "lupaus/explore/search/transition_system.hpp"
#include "lupaus/graph/channels.hpp"
#include "lupaus/graph/graph.hpp"
#include "lupaus/graph/precedence.hpp"
#include "lupaus/graph/responsibility.hpp"
#include "lupaus/graph/waits.hpp"
#include "lupaus/life/assurances.hpp"
#include "lupaus/life/contracted_times.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/builder/builder_clauses.hpp"
#include "lupaus/model/builder/clause_writer.hpp"
#include "lupaus/model/builder/completeness.hpp"
#include "lupaus/model/builder/derivation.hpp"
#include "lupaus/model/builder/model_tables.hpp"
#include "lupaus/model/builder/name_resolution.hpp"
#include "lupaus/model/builder/product.hpp"
#include "lupaus/model/builder/reference.hpp"
#include "lupaus/model/builder/table_writer.hpp"
#include "lupaus/model/capability.hpp"
#include "lupaus/model/column.hpp"
#include "lupaus/model/commitment.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/event.hpp"
#include "lupaus/model/id.hpp"
#include "lupaus/model/model.hpp"
#include "lupaus/model/notice.hpp"
#include "lupaus/model/part.hpp"
#include "lupaus/model/party.hpp"
#include "lupaus/model/responsibility_matrix.hpp"
#include "lupaus/model/risk.hpp"
#include "lupaus/model/rule.hpp"
#include "lupaus/model/terms/money.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/terms/quality.hpp"
#include "lupaus/model/terms/term.hpp"
#include "lupaus/model/terms/term_spec.hpp"
#include "lupaus/model/terms/time.hpp"
#include "lupaus/model/terms/time_text.hpp"
#include "lupaus/model/view.hpp"
#include "lupaus/promise.hpp"
#include "lupaus/promise/clause_base.hpp"
#include "lupaus/promise/clause_writer.hpp"
#include "lupaus/promise/commitment_clauses.hpp"
#include "lupaus/promise/event_clauses.hpp"
#include "lupaus/promise/flatten.hpp"
#include "lupaus/promise/gap_types.hpp"
#include "lupaus/promise/growing_columns.hpp"
#include "lupaus/promise/layers.hpp"
#include "lupaus/promise/named_types.hpp"
#include "lupaus/promise/notice_clauses.hpp"
#include "lupaus/promise/product.hpp"
#include "lupaus/promise/product_errors.hpp"
#include "lupaus/promise/promise.hpp"
#include "lupaus/promise/require.hpp"
#include "lupaus/promise/rule_clauses.hpp"
#include "lupaus/promise/sound.hpp"
#include "lupaus/promise/type_list.hpp"
#include "lupaus/promise/type_name.hpp"
#include "lupaus/promise/verbs.hpp"
#include "lupaus/promise/well_formed.hpp"
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
