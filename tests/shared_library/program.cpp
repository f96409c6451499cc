// SPDX-License-Identifier: BSL-1.0
//
// A model that was made in a shared library, whose constants are not those of the program: gaps and
// qualities are known by their ids, and so the findings are the same.
#include "lupaus/validate.hpp"
#include "shared_library/promise.hpp"

#include <iostream>
#include <set>
#include <string_view>

namespace {

std::set<std::string_view> ids_in(lupaus::report const& r) {
  std::set<std::string_view> ids;
  for (auto const& f : r) ids.insert(f.what->id);
  return ids;
}

bool all_are_so = true;

void expect(bool is_so, char const* what) {
  if (!is_so) std::cerr << "not so: " << what << '\n';
  all_are_so = all_are_so && is_so;
}

}  // namespace

int main() {
  using namespace lupaus;
  auto const theirs = validate(shared_library::promise_of_library());
  auto const ours = validate(shared_library::make_promise());

  expect(shared_library::deadline_of_library() != &quality_of<deadline>,
         "the library has constants of its own");
  expect(ours.size() == theirs.size(), "as many findings");
  for (std::size_t i = 0; i < ours.size() && i < theirs.size(); ++i) {
    expect(ours[i] == theirs[i], "the same finding");
    expect(ours.consequences(i) == theirs.consequences(i), "the same consequences");
    expect(ours.explain(ours[i]).what == theirs.explain(theirs[i]).what, "the same words");
    expect(ours.evidence(ours[i]) == theirs.evidence(theirs[i]), "the same evidence");
  }
  // Each of these compares a quality, one with what is committed, one with one of the library's.
  for (auto const* id : {"overclaimed-term", "weaker-subcontract", "split-accountability",
                         "late-by-design", "late-remedy", "unbacked-claim"})
    expect(ids_in(theirs).count(id) == 1, id);
  return all_are_so ? 0 : 1;
}
