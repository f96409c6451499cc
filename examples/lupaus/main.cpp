// SPDX-License-Identifier: BSL-1.0
//
// lupaus validate FILE... [--format text|lines|json|dot] [--seconds N]
// lupaus explore FILE... [--failures N] [--format text|json|gherkin|boost-test|dot]
// lupaus graph FILE... [--format text|json]
// lupaus monitor MODEL EVENTS... [--format text|json] [--scorecard] [--ended] [--lateness HOURS]
//                            [--zone NAME] [--log lines|epcis|ocel] [--mapping FILE]
//                            [--journal FILE [--snapshot FILE]]
// lupaus journey FILE [LOG...] [--format text|json]
//
// The validator, the explorer, the graph algorithms, the monitor and the journey as a program, for
// a build server: a team's own would look like this. A file holds one promise as JSON, or, named
// *.jsonl, one on each line;
// - is the standard input, which may be either. Exits with 0 when all promises are sound, or trap
// nobody; 1 when some gap is of severity error, or somebody is trapped; 2 when some input could not
// be read, the output not be written, or the call was wrong; 3 when a limit ended checks or a
// search that had found neither.
#include "command.hpp"

#include "lupaus/version.hpp"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <exception>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

constexpr char const* file_words =
    "A promise as JSON; or *.jsonl, with one on each line; or - for the standard input";

using formats = std::vector<std::pair<std::string, format>>;

/// The names in a row: "text, json or dot", or, for a usage line, "text|json|dot".
std::string listed(formats const& all, char const* between, char const* last) {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i)
    text += (i == 0 ? "" : i + 1 == all.size() ? last : between) + all[i].first;
  return text;
}

/// Adds its formats to a command; the first is the default.
void add_formats(CLI::App& command, format& as, formats const& all) {
  auto const names = listed(all, ", ", " or ");
  CLI::Validator const number_of_format{[all, names](std::string& given) -> std::string {
                                          for (auto const& [known, number] : all)
                                            if (given == known) {
                                              given = std::to_string(static_cast<int>(number));
                                              return {};
                                            }
                                          return names + " is expected, and '" + given +
                                                 "' was given";
                                        },
                                        ""};
  command.add_option("--format", as, "How it is printed: " + names + " (default: text)")
      ->transform(number_of_format)
      ->option_text(listed(all, "|", "|"));
}

/// A command with its files, and its formats, of which the first is the default.
CLI::App& add_command(CLI::App& app, char const* name, char const* words,
                      std::vector<std::string>& files, format& as, formats const& all) {
  auto& command = *app.add_subcommand(name, words);
  command.add_option("FILE", files, file_words)->required();
  add_formats(command, as, all);
  return command;
}

/// The option of how long a promise may take.
void add_seconds(CLI::App& command, double& seconds) {
  CLI::Validator const time_of_a_search{
      [](std::string const& given) -> std::string {
        double number = 0;
        auto const is_number = CLI::detail::lexical_cast(given, number);
        if (is_number && number > 0 && number <= 1e9) return {};
        return "a number of seconds, more than 0 and at most 1000000000, is expected, and '" +
               given + "' was given";
      },
      ""};
  command
      .add_option("--seconds", seconds,
                  "Stops after so many seconds on a promise, as 0.5 or 10 (default: 60)")
      ->check(time_of_a_search)
      ->option_text("N");
}

void describe_validate(CLI::App& app, validate_request& request) {
  auto& command = add_command(app, "validate",
                              "Says of each promise who answers for what, and where nobody does.",
                              request.files, request.as,
                              {{"text", format::text},
                               {"lines", format::lines},
                               {"json", format::json},
                               {"dot", format::dot}});
  command
      .add_option("--work", request.work,
                  "Stops after so many steps of work on a promise (default: 4000000000)")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  add_seconds(command, request.seconds);
  command.footer(
      "Exits with 0 when all promises are sound, 1 when a gap of severity error was found, 2 when "
      "some input could not be read or the call was wrong, 3 when a limit ended the checks and no "
      "such gap had been found.");
}

void describe_graph(CLI::App& app, graph_request& request) {
  auto& command =
      add_command(app, "graph",
                  "Says of each promise what takes the longest, where a commitment is lost on its "
                  "way, who stands in the middle, and what work comes back.",
                  request.files, request.as, {{"text", format::text}, {"json", format::json}});
  command.footer("Exits with 0, or 2 when some input could not be read or the call was wrong.");
}

void describe_monitor(CLI::App& app, monitor_request& request) {
  auto& command = *app.add_subcommand(
      "monitor",
      "Holds real orders against their promise, and says what is broken, by whom, and "
      "who answers for it.");
  command.add_option("MODEL", request.model, "The promise as JSON")->required();
  command
      .add_option(
          "EVENTS", request.logs,
          "Logs of orders: *.jsonl in JSON lines, *.jsonld in EPCIS 2.0, *.jsonocel in OCEL "
          "2.0; or - for the standard input")
      ->required();
  add_formats(command, request.as, {{"text", format::text}, {"json", format::json}});
  command.add_flag("--scorecard", request.is_scorecard,
                   "Counts over all orders, instead of each breach");
  command.add_flag("--ended", request.is_ended,
                   "Nothing comes in any more: what was due by the last record is judged");
  command
      .add_option("--lateness", request.lateness_hours,
                  "How many hours late a record may come in (default: 0)")
      ->check(CLI::Range(0.0, 876'600.0))
      ->option_text("HOURS");
  command
      .add_option("--zone", request.zone,
                  "The clock that the promise goes by, as Europe/Helsinki (default: UTC)")
      ->option_text("NAME");
  CLI::Validator const known_log{[](std::string& given) -> std::string {
                                   std::string_view const names[] = {"", "lines", "epcis", "ocel"};
                                   for (std::size_t i = 1; i < std::size(names); ++i)
                                     if (given == names[i]) {
                                       given = std::to_string(i);
                                       return {};
                                     }
                                   return "lines, epcis or ocel is expected, and '" + given +
                                          "' was given";
                                 },
                                 ""};
  command
      .add_option("--log", request.log,
                  "The format of all logs: lines, epcis or ocel (default: by their names, then of "
                  "the mapping, then lines)")
      ->transform(known_log)
      ->option_text("FORMAT");
  command
      .add_option("--mapping", request.mapping,
                  "A JSON file that says what the events of EPCIS or OCEL mean for an order")
      ->option_text("FILE");
  auto* const journal = command
                            .add_option("--journal", request.journal,
                                        "Each record is written there before it counts; the same "
                                        "call goes on where an earlier one was ended")
                            ->option_text("FILE");
  auto* const snapshot =
      command
          .add_option("--snapshot", request.snapshot,
                      "All that is known is written there from time to time, and the journal "
                      "begun anew")
          ->option_text("FILE")
          ->needs(journal);
  command
      .add_option("--snapshot-every", request.snapshot_every,
                  "After how many records (default: 100000)")
      ->check(CLI::Range(1, 1'000'000'000))
      ->option_text("N")
      ->needs(snapshot);
  command.footer(
      "Exits with 0 when nothing is broken, 1 when something is, 2 when some input could not be "
      "read or the call was wrong.");
}

void describe_journey(CLI::App& app, journey_request& request) {
  auto& command = *app.add_subcommand(
      "journey", "Walks a customer's path: what rubs, whose it is, and what is handed to her.");
  command
      .add_option("FILE", request.file, "A journey as JSON, which names the file of its promise")
      ->required();
  command.add_option("LOG", request.logs, "Logs of visits and of advice, a record on each line");
  add_formats(command, request.as, {{"text", format::text}, {"json", format::json}});
  command.footer(
      "Exits with 0 when nothing was found but notes, 1 when something was or a level is not kept, "
      "2 when some input could not be read or the call was wrong.");
}

void describe_explore(CLI::App& app, explore_request& request) {
  auto& command = add_command(app, "explore",
                              "Says of each promise whether its rules can trap a customer, and "
                              "tells the shortest story.",
                              request.files, request.as,
                              {{"text", format::text},
                               {"json", format::json},
                               {"gherkin", format::gherkin},
                               {"boost-test", format::boost_test},
                               {"dot", format::dot}});
  command
      .add_option("--failures", request.failures,
                  "How many failures may happen to one order (default: 2)")
      ->check(CLI::Range(0, 255))
      ->option_text("N");
  command
      .add_option("--units", request.units,
                  "How many units are followed of a part that has more (default: 2)")
      ->check(CLI::Range(1, 255))
      ->option_text("N");
  command
      .add_option("--states", request.states,
                  "Stops after so many states of a promise (default: 33554432)")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  command
      .add_option("--memory", request.bytes,
                  "Stops where the program would take more memory, as 64MB (default: 2GB)")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber)
      ->option_text("SIZE");
  add_seconds(command, request.seconds);
  command.footer(
      "Exits with 0 when no customer is trapped, 1 when one can be, 2 when some input could not be "
      "read or the call was wrong, 3 when a limit ended a search that had found no trap.");
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app{"Finds the breaks in what a shop promises.", "lupaus"};
  app.set_version_flag("--version", std::to_string(lupaus::version_major) + "." +
                                        std::to_string(lupaus::version_minor) + "." +
                                        std::to_string(lupaus::version_patch));
  app.require_subcommand(0, 1);

  validate_request validating;
  explore_request exploring;
  graph_request graphing;
  monitor_request watching;
  journey_request walking;
  describe_validate(app, validating);
  describe_explore(app, exploring);
  describe_graph(app, graphing);
  describe_monitor(app, watching);
  describe_journey(app, walking);

  try {
    app.parse(argc, argv);
    if (app.get_subcommands().empty())
      throw CLI::RequiredError{
          "A command is required: lupaus validate FILE..., lupaus explore FILE..., lupaus graph "
          "FILE..., lupaus monitor MODEL EVENTS... or lupaus journey FILE",
          CLI::ExitCodes::RequiredError};
  } catch (CLI::ParseError const& e) {
    return app.exit(e) == 0 ? 0 : static_cast<int>(outcome::bad_input);
  }
  try {
    auto const result = app.got_subcommand("validate")  ? validate_command(validating)
                        : app.got_subcommand("explore") ? explore_command(exploring)
                        : app.got_subcommand("graph")   ? graph_command(graphing)
                        : app.got_subcommand("journey") ? journey_command(walking)
                                                        : monitor_command(watching);
    std::cout.flush();
    if (!std::cout) {
      std::cerr << "lupaus: the output could not be written\n";
      return static_cast<int>(outcome::bad_input);
    }
    return static_cast<int>(result);
  } catch (std::exception const& e) {
    std::cerr << "lupaus: " << e.what() << '\n';
    return static_cast<int>(outcome::bad_input);
  }
}
