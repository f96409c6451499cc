// SPDX-License-Identifier: BSL-1.0
#include "findings_lines.hpp"

#include "text_places.hpp"

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace {

using namespace lupaus;

/// Where a finding stands in the document: at its first element that was written there.
std::string pointer_of(promise_read const& p, finding const& f) {
  for (element const e : {f.where, f.other, element{f.part}})
    if (e && !p.document->places[e].empty()) return p.document->places[e];
  return {};
}

}  // namespace

std::string lines_of(promise_read const& p, report const& r, validate_options const& limits) {
  std::vector<std::string> pointers;
  for (std::size_t i = 0; i < r.size(); ++i) {
    pointers.push_back(pointer_of(p, r[i]));
    for (auto const& c : r.consequences(i)) pointers.push_back(pointer_of(p, c));
  }
  // What exceeds the promise is stated after the findings, and is none.
  auto const more = over_fulfilments(r.model());
  for (auto const& o : more) pointers.push_back(p.document->places[o.more]);
  auto const places = places_in(p.text, pointers);

  std::string out;
  auto next = pointers.begin();
  explainer explain{r, limits};
  auto const put = [&](std::string_view severity, std::string const& said, std::string_view id) {
    auto const& [line, column] = places.at(*next++);
    out += detail::visible(std::string{p.file} + ':' + std::to_string(p.line > 0 ? p.line : line) +
                           ':' + std::to_string(column) + ": " + std::string{severity} + ": " +
                           said + " [" + std::string{id} + "]") +
           '\n';
  };
  auto const tell = [&](finding const& f, finding const* cause) {
    auto const words = explain(f);
    auto said = words.where + ": " + words.what;
    if (cause) said += " It follows from " + std::string{cause->what->id} + ".";
    put(to_string(f.what->severity), said, f.what->id);
  };
  for (std::size_t i = 0; i < r.size(); ++i) {
    tell(r[i], nullptr);
    for (auto const& c : r.consequences(i)) tell(c, &r[i]);
  }
  for (auto const& o : more)
    put("info", name_of(r.model(), o.part) + ": " + to_string(r.model(), o), to_string(o.kind));
  if (!r.is_complete())
    out += detail::visible(std::string{p.file} + ':' + std::to_string(p.line > 0 ? p.line : 1) +
                           ":1: warning: not every check was finished: " + to_string(r.coverage()) +
                           " [not-finished]") +
           '\n';
  return out;
}
