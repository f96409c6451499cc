// SPDX-License-Identifier: BSL-1.0
//
// lupaus validate FILE... [--format text|json|dot]
//
// The validator as a program, for a build server: a team's own would look like this. A file holds
// one promise as JSON, or, named *.jsonl, one on each line; - is the standard input, which may be
// either. Exits with 0 when all promises are sound, 1 when some gap is of severity error, 2 when
// some input is bad.
#include "command.hpp"

#include "lupaus/version.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

/// Replaces the name of a format by its number; says what is wrong with another.
std::string read_format(std::string& name) {
  constexpr std::string_view names[] = {"text", "json", "dot"};
  for (std::size_t i = 0; i < std::size(names); ++i)
    if (name == names[i]) {
      name = std::to_string(i);
      return {};
    }
  return "text, json or dot is expected, and '" + name + "' was given";
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app{"Finds the breaks in what a shop promises.", "lupaus"};
  app.set_version_flag("--version", std::to_string(lupaus::version_major) + "." +
                                        std::to_string(lupaus::version_minor) + "." +
                                        std::to_string(lupaus::version_patch));
  app.require_subcommand(0, 1);

  validate_options options;
  auto& validate = *app.add_subcommand("validate",
                                       "Says of each promise who answers for what, "
                                       "and where nobody does.");
  validate
      .add_option("FILE", options.files,
                  "A promise as JSON; or *.jsonl, with one on each line; or - for the standard "
                  "input")
      ->required();
  validate.add_option("--format", options.as, "text (the default), json or dot")
      ->transform(CLI::Validator{read_format, ""})
      ->option_text("text|json|dot");
  validate.footer(
      "Exits with 0 when all promises are sound, 1 when a gap of severity error was "
      "found, 2 when some input is bad.");

  try {
    app.parse(argc, argv);
    if (!validate.parsed())
      throw CLI::RequiredError{"A command is required: lupaus validate FILE...",
                               CLI::ExitCodes::RequiredError};
  } catch (CLI::ParseError const& e) {
    return app.exit(e) == 0 ? 0 : static_cast<int>(outcome::bad_input);
  }
  try {
    auto const result = validate_command(options);
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
