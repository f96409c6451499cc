// SPDX-License-Identifier: BSL-1.0
//
// What the program is asked to do, and what it says to the shell about it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

enum class format { text, lines, json, dot, gherkin, boost_test };

struct validate_request {
  std::vector<std::string> files;  ///< "-" is the standard input
  format as = format::text;
  // The limits of each promise.
  std::size_t work = 0;  ///< 0: the library's own
  double seconds = 60;
};

struct graph_request {
  std::vector<std::string> files;
  format as = format::text;
};

struct explore_request {
  std::vector<std::string> files;
  format as = format::text;
  std::size_t failures = 2;
  std::size_t units = 2;
  // The limits of each promise.
  std::size_t states = 0;                    ///< 0: the library's own
  std::size_t bytes = std::size_t{2} << 30;  ///< of the whole process
  double seconds = 60;
};

/// Of a log of orders.
enum class log_format { by_name, lines, epcis, ocel };

struct monitor_request {
  std::string model;              ///< a file with one promise
  std::vector<std::string> logs;  ///< "-" is the standard input
  format as = format::text;
  bool is_scorecard = false;  ///< instead of each breach
  bool is_ended = false;      ///< nothing comes in after the last record
  double lateness_hours = 0;
  std::string zone;  ///< of the tz database; empty: UTC
  // What a run that was ended goes on from; empty: nothing.
  std::string journal, snapshot;
  std::size_t snapshot_every = 100'000;  ///< records
  log_format log = log_format::by_name;
  std::string mapping;  ///< a file that says what foreign logs mean
};

struct journey_request {
  std::string file;               ///< of the journey, which names the promise that it is of
  std::vector<std::string> logs;  ///< of visits and of advice
  format as = format::text;
};

/// The exit code of the program. Bad input outweighs gaps and traps, for then the answer is not
/// complete; a trap that was found outweighs a search that was stopped.
enum class outcome : int {
  sound = 0,
  gaps = 1,
  traps = 1,
  breaches = 1,
  bad_input = 2,
  stopped = 3
};

inline outcome worse(outcome a, outcome b) {
  auto const rank = [](outcome o) {
    return o == outcome::sound ? 0 : o == outcome::stopped ? 1 : 1 + static_cast<int>(o);
  };
  return rank(a) < rank(b) ? b : a;
}

/// Reads and validates every promise of every file, and prints what was found.
outcome validate_command(validate_request const& request);

/// Reads every promise of every file, and prints what graph algorithms tell of it.
outcome graph_command(graph_request const& request);

/// Reads and explores every promise of every file, and prints what was found.
outcome explore_command(explore_request const& request);

/// Reads a promise and logs of orders, and prints what is broken, as it falls due.
outcome monitor_command(monitor_request const& request);

/// Reads a journey, its promise and its logs, and prints the path, its friction and what is found.
outcome journey_command(journey_request const& request);
