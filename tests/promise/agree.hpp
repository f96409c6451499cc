// SPDX-License-Identifier: BSL-1.0
//
// One promise in three ways: as a type in constant evaluation, as a type at run time, and written
// by the builder. All must tell the same.
//
//   BOOST_TEST(agree<lamp>(b.build().value()));
//   BOOST_TEST(agree_to_the_id<lamp>(b.build().value()));
#pragma once

#include "lupaus/model/builder/builder.hpp"
#include "lupaus/promise.hpp"
#include "lupaus/report/text.hpp"
#include "promise/canon.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace promise_test {

template <std::size_t N>
struct list_of_findings {
  finding items[N + 1] = {};
  std::size_t size = N;
  constexpr finding const* begin() const { return items; }
  constexpr finding const* end() const { return items + size; }
};

constexpr std::size_t count_of(model_view const& m) {
  count_findings n;
  standard_checks(m, n);
  return n.count;
}

/// All that the checks find, found in constant evaluation.
template <auto const& P>
inline constexpr auto found_by_compiler = [] {
  list_of_findings<count_of(view_of<P>)> found;
  std::size_t n = 0;
  standard_checks(view_of<P>, [&](finding const& f) { found.items[n++] = f; });
  return found;
}();

/// The id of a gap that is a type.
template <class Gap>
inline constexpr std::string_view id_of = "another gap";
template <>
inline constexpr std::string_view id_of<no_gap> = "";
template <class P>
inline constexpr std::string_view id_of<disowned_part<P>> = "disowned-part";
template <class C, class P>
inline constexpr std::string_view id_of<unbacked_claim<C, P>> = "unbacked-claim";
template <class C, class P>
inline constexpr std::string_view id_of<overclaimed_term<C, P>> = "overclaimed-term";
template <class C, class P>
inline constexpr std::string_view id_of<unmandated_claim<C, P>> = "unmandated-claim";
template <class D, class P>
inline constexpr std::string_view id_of<conflicting_commitments<D, P>> = "conflicting-commitments";
template <class P>
inline constexpr std::string_view id_of<unperformed_commitment<P>> = "unperformed-commitment";
template <class P, class N>
inline constexpr std::string_view id_of<cyclic_delegation<P, N>> = "cyclic-delegation";
template <class D, class P>
inline constexpr std::string_view id_of<missing_enabler<D, P>> = "missing-enabler";
template <class S, class P>
inline constexpr std::string_view id_of<weaker_subcontract<S, P>> = "weaker-subcontract";
template <class P, long Hours>
inline constexpr std::string_view id_of<late_by_design<P, Hours>> = "late-by-design";
template <class D, class E>
inline constexpr std::string_view id_of<dangling_antecedent<D, E>> = "dangling-antecedent";
template <class P, class E>
inline constexpr std::string_view id_of<uninformed_party<P, E>> = "uninformed-party";
template <class E, class N>
inline constexpr std::string_view id_of<circular_wait<E, N>> = "circular-wait";
template <class T, class D>
inline constexpr std::string_view id_of<reversed_remedy<T, D>> = "reversed-remedy";
template <class A, class B>
inline constexpr std::string_view id_of<unowned_handoff<A, B>> = "unowned-handoff";
template <class A, class B>
inline constexpr std::string_view id_of<customer_in_the_middle<A, B>> = "customer-in-the-middle";
template <class F>
inline constexpr std::string_view id_of<uncovered_failure<F>> = "uncovered-failure";
template <class T, class G>
inline constexpr std::string_view id_of<blocked_remedy<T, G>> = "blocked-remedy";
template <class T, long Hours>
inline constexpr std::string_view id_of<late_remedy<T, Hours>> = "late-remedy";
template <class T, class S>
inline constexpr std::string_view id_of<misapplied_rule<T, S>> = "misapplied-rule";
template <class F, class U>
inline constexpr std::string_view id_of<silent_failure<F, U>> = "silent-failure";
template <class S>
inline constexpr std::string_view id_of<no_exit<S>> = "no-exit";
template <class R>
inline constexpr std::string_view id_of<broken_by_rule<R>> = "broken-by-rule";

/// What the compiler says of a promise.
struct compiled {
  model_view model;
  std::vector<finding> findings;
  std::string_view first_gap;
  bool is_sound;
};
template <auto const& P>
compiled as_compiled() {
  static_assert(sound<P> == is_no_gap<first_gap<P>>);
  static_assert(sound<P> == is_sound(view_of<P>));
  auto const& found = found_by_compiler<P>;
  return {view_of<P>, {found.begin(), found.end()}, id_of<first_gap<P>>, sound<P>};
}

inline std::vector<finding> raw_findings(model_view const& m) {
  std::vector<finding> all;
  standard_checks(m, [&](finding const& f) { all.push_back(f); });
  return all;
}

/// All findings of a report, by names.
inline std::vector<std::string> told(canon const& by_name, report const& r) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < r.size(); ++i) {
    all.push_back("cause: " + by_name(r[i]));
    for (auto const& f : r.consequences(i)) all.push_back("consequence: " + by_name(f));
  }
  return all;
}

/// Where the ways differ, in lines; empty when they agree.
inline std::string differences(compiled const& c, model const& built) {
  auto const& as_type = c.model;
  auto const& as_built = built.view();
  canon const of_type{as_type}, of_built{as_built};
  std::string text;

  if (c.findings != raw_findings(as_type))
    text += "\n  the compiler finds other gaps than the same checks at run time";
  std::string_view first;
  for (auto const& f : c.findings)
    if (first.empty() && f.what->severity == severity::error) first = f.what->id;
  if (c.first_gap != first)
    text += "\n  the first gap is " + std::string{c.first_gap} + " as a type and " +
            std::string{first} + " by the checks";

  if (c.is_sound != is_sound(as_built))
    text += "\n  the compiler and the checks at run time do not agree whether it is sound";

  text += difference(of_type.rows(), of_built.rows());

  auto const type_report = validate(as_type), built_report = validate(built);
  text += difference(told(of_type, type_report), told(of_built, built_report));

  // With the same ids the texts are the same to the letter.
  if (of_type.rows() == of_built.rows() && to_text(type_report) != to_text(built_report))
    text += "\n  the reports differ:\n" + to_text(type_report) + "\n--\n" + to_text(built_report);
  return text;
}

/// The same, of promises told in the order in which types are written: also the order of rows and
/// findings, and with it the ids. Only composites may be elsewhere among the parts, because the
/// builder is told of them after what they hold; without them all is the same to the letter.
inline std::string differences_to_the_id(compiled const& c, model const& built) {
  if (auto text = differences(c, built); !text.empty()) return text;
  auto const in_order = [](model_view const& m) {
    canon const by_name{m};
    auto rows = by_name.rows();
    std::erase_if(rows, [](auto const& r) { return r.starts_with("part composite"); });
    for (auto& f : told(by_name, validate(m))) rows.push_back(std::move(f));
    return rows;
  };
  auto const typed = in_order(c.model), as_built = in_order(built.view());
  std::string text;
  for (std::size_t i = 0; i < typed.size(); ++i)
    if (typed[i] != as_built[i])
      text += "\n  as a type: " + typed[i] + "\n  as built:  " + as_built[i];

  auto const is_composite = [](part const& p) { return p.kind == part_kind::composite; };
  auto const& parts = c.model.parts;
  if (std::count_if(parts.begin(), parts.end(), is_composite) == 1 &&
      c.findings != raw_findings(built.view()))
    text += "\n  the same models do not have the same findings";
  return text;
}

inline boost::test_tools::predicate_result verdict(std::string const& differences) {
  boost::test_tools::predicate_result same{differences.empty()};
  same.message() << differences;
  return same;
}
template <auto const& P>
boost::test_tools::predicate_result agree(model const& built) {
  return verdict(differences(as_compiled<P>(), built));
}
template <auto const& P>
boost::test_tools::predicate_result agree_to_the_id(model const& built) {
  return verdict(differences_to_the_id(as_compiled<P>(), built));
}
template <auto const& P>
boost::test_tools::predicate_result agree(builder const& b) {
  auto const made = b.build();
  return made.has_value() ? agree<P>(*made) : verdict(to_string(made.error()));
}

/// The gaps that the compiler finds, in order, causes and consequences alike.
template <auto const& P>
inline constexpr auto finds = [](auto... ids) {
  constexpr auto const& found = found_by_compiler<P>;
  std::string_view const expected[] = {ids..., ""};
  if (found.size != sizeof...(ids)) return false;
  for (std::size_t i = 0; i < found.size; ++i)
    if (found.items[i].what->id != expected[i]) return false;
  return true;
};

}  // namespace promise_test
