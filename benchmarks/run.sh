#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# benchmarks/run.sh catalogue FOLDER: reads a folder of facts, validates every offer, and prints
# the nine counts on one line.
# benchmarks/run.sh washing K STOCK [fates]: explores K orders of a washing machine, and prints the
# numbers of states and moves, or of states without a good end, on one line.
# Installs what is missing. Prints on stdout, and exits with, what the program does; all else goes
# to stderr. The program runs where the caller is.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=${1:-}
shift $(($# > 0))

{
  . "$root/.ci/setup.sh"
  if [ -z "$name" ] || [ ! -e "$root/benchmarks/$name/main.cpp" ]; then
    say "usage: benchmarks/run.sh NAME [ARGUMENT...]; there are:"
    (cd "$root/benchmarks" && ls -d -- */main.cpp | sed 's|/.*||')
    exit 2
  fi
  setup "${CXX:-g++}"
  say "building $name"
  (
    cd "$root"
    configure release "${CXX:-g++}"
    cmake --build --preset release --target "lupaus_benchmark_$name"
  )
  say "running $name"
} </dev/null >&2

exec "$root/build/release/benchmarks/$name" "$@"
