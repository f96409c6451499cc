// SPDX-License-Identifier: BSL-1.0
//
// What the program is asked to do, and what it says to the shell about it.
#pragma once

#include <string>
#include <vector>

enum class format { text, json, dot };

struct validate_options {
  std::vector<std::string> files;  ///< "-" is the standard input
  format as = format::text;
};

/// The exit code of the program. Bad input outweighs gaps, for then the answer is not complete.
enum class outcome : int { sound = 0, gaps = 1, bad_input = 2 };

inline outcome worse(outcome a, outcome b) { return a < b ? b : a; }

/// Reads and validates every promise of every file, and prints what was found.
outcome validate_command(validate_options const& options);
