// SPDX-License-Identifier: BSL-1.0
//
// lupaus validate FILE... [--format text|json|dot]
// lupaus explore FILE... [--failures N] [--format text|json|gherkin|boost-test|dot]
//
// The validator and the explorer as a program, for a build server: a team's own would look like
// this. A file holds one promise as JSON, or, named *.jsonl, one on each line; - is the standard
// input, which may be either. Exits with 0 when all promises are sound, or trap nobody; 1 when some
// gap is of severity error, or somebody is trapped; 2 when some input is bad; 3 when a limit ended
// a search that had found no trap.
#include "command.hpp"

#include "lupaus/version.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

/// Replaces the name of a format by its number; says what is wrong with another.
CLI::Validator one_of(std::vector<std::pair<std::string, format>> const& formats,
                      std::string const& listed) {
  return {[=](std::string& name) -> std::string {
            for (auto const& [known, as] : formats)
              if (name == known) {
                name = std::to_string(static_cast<int>(as));
                return {};
              }
            return listed + " is expected, and '" + name + "' was given";
          },
          ""};
}

constexpr char const* file_words =
    "A promise as JSON; or *.jsonl, with one on each line; or - for the standard input";

void describe_validate(CLI::App& app, validate_options& options) {
  auto& command = *app.add_subcommand("validate",
                                      "Says of each promise who answers for what, "
                                      "and where nobody does.");
  command.add_option("FILE", options.files, file_words)->required();
  command.add_option("--format", options.as, "text (the default), json or dot")
      ->transform(one_of({{"text", format::text}, {"json", format::json}, {"dot", format::dot}},
                         "text, json or dot"))
      ->option_text("text|json|dot");
  command.footer(
      "Exits with 0 when all promises are sound, 1 when a gap of severity error was "
      "found, 2 when some input is bad.");
}

void describe_explore(CLI::App& app, explore_request& request) {
  auto& command = *app.add_subcommand("explore",
                                      "Says of each promise whether its rules can trap a customer, "
                                      "and tells the shortest story.");
  command.add_option("FILE", request.files, file_words)->required();
  command.add_option("--failures", request.failures, "How many may happen to one order (2)")
      ->check(CLI::Range(0, 255))
      ->option_text("N");
  command.add_option("--units", request.units, "Followed of a part that has more (2)")
      ->check(CLI::Range(1, 255))
      ->option_text("N");
  command
      .add_option("--format", request.as, "text (the default), json, gherkin, boost-test or dot")
      ->transform(one_of({{"text", format::text},
                          {"json", format::json},
                          {"gherkin", format::gherkin},
                          {"boost-test", format::boost_test},
                          {"dot", format::dot}},
                         "text, json, gherkin, boost-test or dot"))
      ->option_text("text|json|gherkin|boost-test|dot");
  command.add_option("--states", request.states, "Looks at no more states of a promise")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  command.add_option("--memory", request.bytes, "Takes no more memory, as 64MB or 2GB")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber)
      ->option_text("SIZE");
  command.add_option("--seconds", request.seconds, "Takes no more time for a promise")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  command.footer(
      "Exits with 0 when no customer is trapped, 1 when one can be, 2 when some input is bad, 3 "
      "when a limit ended a search that had found no trap.");
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app{"Finds the breaks in what a shop promises.", "lupaus"};
  app.set_version_flag("--version", std::to_string(lupaus::version_major) + "." +
                                        std::to_string(lupaus::version_minor) + "." +
                                        std::to_string(lupaus::version_patch));
  app.require_subcommand(0, 1);

  validate_options validating;
  explore_request exploring;
  describe_validate(app, validating);
  describe_explore(app, exploring);

  try {
    app.parse(argc, argv);
    if (app.get_subcommands().empty())
      throw CLI::RequiredError{
          "A command is required: lupaus validate FILE... or lupaus explore FILE...",
          CLI::ExitCodes::RequiredError};
  } catch (CLI::ParseError const& e) {
    return app.exit(e) == 0 ? 0 : static_cast<int>(outcome::bad_input);
  }
  try {
    auto const result =
        app.got_subcommand("explore") ? explore_command(exploring) : validate_command(validating);
    std::cout.flush();
    if (!std::cout) {
      std::cerr << "the output could not be written\n";
      return static_cast<int>(outcome::bad_input);
    }
    return static_cast<int>(result);
  } catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return static_cast<int>(outcome::bad_input);
  }
}
