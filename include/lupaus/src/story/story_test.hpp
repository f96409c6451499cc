// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: stories as tests in C++.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/event_names.hpp"
#include "lupaus/explore/move_text.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/stories_left_out.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/story_gherkin.hpp"
#include "lupaus/report/story_test.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

LUPAUS_DECL std::string cpp_string(std::string_view text) {
  std::string out = "\"";
  detail::for_each_character(text, [&](std::string_view character, std::uint32_t code) {
    if (character == "\"" || character == "\\" || character == "?") {  // ? : lest it be a trigraph
      out.append("\\").append(character);
    } else if (detail::is_control(code) || detail::is_of_direction(code)) {
      for (char const c : character) {
        out += '\\';
        for (int shift : {6, 3, 0})
          out += static_cast<char>('0' + (static_cast<unsigned char>(c) >> shift & 7));
      }
    } else {
      out += character;
    }
  });
  return out + '"';
}

namespace detail {

/// A text as an end of an identifier: "_handed_over_damaged".
inline std::string cpp_name(std::string_view text) {
  std::string out;
  auto is_open = true;
  for (char const c : text) {
    auto const is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    auto const is_capital = c >= 'A' && c <= 'Z';
    if (is_letter || is_capital) {
      if (is_open) out += '_';
      out += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
    }
    is_open = !(is_letter || is_capital);
  }
  return out;
}

/// A comment to the end of the line. One that ends with a backslash would go on in the next, and
/// the trigraph of one is told by compilers wherever it stands.
inline std::string cpp_comment(std::string_view text) {
  auto line = "// " + on_one_line(text);
  for (std::size_t at = 0; (at = line.find("?\?/", at)) != line.npos;) line.insert(at + 1, " ");
  auto const goes_on = line.find_last_not_of(" \\/");
  if (line.find('\\', goes_on) != line.npos) line += '.';
  return line;
}

/// The call to `replay` that makes a move.
inline std::string call_of(model_view const& m, order_move const& x) {
  auto const name = [&](answer a) { return "lupaus::answer::" + std::string{to_string(a)}; };
  auto const part = x.part ? cpp_string(name_of(m, x.part)) : std::string{};
  auto const event = x.event && m.events[x.event].of == x.part
                         ? ", " + cpp_string(lupaus::call_of(m, x.event))
                         : std::string{};
  auto const unit = x.unit > 0 ? ", " + std::to_string(x.unit) : std::string{};
  switch (x.kind) {
    case move_kind::orders: return "orders()";
    case move_kind::happens: return "happens(" + part + event + unit + ")";
    case move_kind::reports: return "reports(" + part + event + unit + ")";
    case move_kind::tells: return "tells(" + part + unit + ")";
    case move_kind::leaves: return "leaves()";
    case move_kind::acts:
    case move_kind::asks:
    case move_kind::breaks: break;
  }
  // What breaks was a question, too.
  auto const was = x.kind == move_kind::breaks ? name(answer::waits) : name(x.says.does);
  switch (x.on) {
    case occasion::news: return "acts(" + part + event + ", " + was + unit + ")";
    case occasion::replacement: return "asks_for_replacement(" + part + ", " + was + unit + ")";
    case occasion::cancellation: break;
  }
  return "asks_to_cancel(" + was + ")";
}

/// Empty, and counted, where a limit ends it.
inline std::string to_test(verdict const& v, trace_plan const& plan, story const& s,
                           std::size_t number, test_options const& options,
                           stories_left_out& left_out) {
  auto const& m = v.model();
  if (!left_out.goes_on()) return left_out.add_one(), std::string{};
  trace_times const times{plan, s.moves};
  // A trap is a fault; what the seller takes upon him is a choice, and its test is run on demand.
  auto const* const marks = s.ends == ending::exposed
                                ? ",\n                     *boost::unit_test::label(\"exposure\") "
                                  "* boost::unit_test::disabled()"
                                : "";
  auto out = cpp_comment(title_of(m, s)) + "\nBOOST_AUTO_TEST_CASE(story_" +
             std::to_string(number) + cpp_name(s.failure ? name_of(m, s.failure) : "") + marks +
             ") {\n  lupaus::replay order{" + options.promise + ", " + options.policy +
             (v.units == 2 ? "" : ", {.units = " + std::to_string(v.units) + "}") + "};\n";
  for (std::size_t i = 0; i < s.moves.size(); ++i) {
    if (!left_out.goes_on()) return left_out.add_one(), std::string{};
    auto const& x = s.moves[i];
    auto said = phrase(times[i]) + ": " + lupaus::phrase(plan, x);
    if (auto const answer = phrase_outcome(m, x, v.is_by_the_rules); !answer.empty())
      said += ": " + answer;
    out += "  " + cpp_comment(said) + "\n  order." + call_of(m, x) + ";\n";
  }
  switch (s.ends) {
    case ending::trapped:
    case ending::doomed: out += "  BOOST_TEST(order.has_a_way_out(), order.account());\n"; break;
    case ending::exposed: out += "  BOOST_TEST(!order.is_exposed(), order.account());\n"; break;
    case ending::broken: out += "  BOOST_TEST(!order.is_broken(), order.account());\n"; break;
    case ending::violation:
      out += "  " + cpp_comment("Put the invariant here: " + s.words) +
             "\n  auto const holds = [](lupaus::order_view const&) { return false; };\n"
             "  BOOST_TEST(holds(order.view()), order.account());\n";
  }
  return out + "}\n";
}

}  // namespace detail

LUPAUS_DECL std::string to_boost_test(verdict const& v, test_options const& options) {
  auto const& m = v.model();
  auto out = detail::cpp_comment(name_of(m, whole)) + "\n//\n" + detail::cpp_comment(summary(v)) +
             "\n" + "// Each test fails until the promise or the policy is mended.\n";
  out += "#include \"lupaus/explore/replay.hpp\"\n#include \"lupaus/explore/order/policy.hpp\"\n";
  for (auto const& header : options.includes) out += "#include " + header + "\n";
  out += "\n#include <boost/test/unit_test.hpp>\n\nBOOST_AUTO_TEST_SUITE(";
  out +=
      (options.suite.empty() ? "stories_of" + detail::cpp_name(name_of(m, whole)) : options.suite) +
      ")\n\n";
  if (!options.helpers.empty()) out += options.helpers + "\n";
  std::size_t number = 0;
  trace_plan const plan{m, v.units};
  detail::stories_left_out left_out{options.limits};
  auto const tell = [&](story const& s) {
    auto const test = detail::to_test(v, plan, s, ++number, options, left_out);
    left_out.add_written(test.size());
    if (!test.empty()) out += test + "\n";
  };
  for (auto const* stories : {&v.stories, &v.violations, &v.broken})
    for (auto const& s : *stories) tell(s);
  if (!v.exposures.empty())
    out += detail::cpp_comment(summary_of_exposures(v)) +
           "\n// These tests are run on demand: --run_test=@exposure\n\n";
  for (auto const& x : v.exposures) tell(x.how);
  if (left_out.size() > 0) out += detail::cpp_comment(left_out.text()) + "\n\n";
  return out + "BOOST_AUTO_TEST_SUITE_END()\n";
}

}  // namespace lupaus::inline v0
