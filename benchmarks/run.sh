#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# benchmarks/run.sh [validate] [--peers DIR] [--offers N] [--rounds R] [--out FILE]: the speed of the
# validator beside the loops that one would write by hand, and the hand-written ones of
# DIR/validator where it is given; prints a table, and the ratios on the last line.
# benchmarks/run.sh explore [--peers DIR] [--orders K] [--rounds R] [--out FILE]: the speed and memory
# of the explorer, beside a pass backwards written by hand, and beside the search and the SPIN model
# of DIR/explorer where it is given; the ratios on the last line.
# benchmarks/run.sh reading [--before REV] [--offers N] [--rounds R] [--threads T] [--out FILE]: the
# speed of reading JSON lines to findings, beside an earlier revision, which is built and run in turn;
# the ratios on the last line.
# benchmarks/run.sh catalogue FOLDER: reads a folder of facts, validates every offer, and prints
# the nine counts on one line.
# benchmarks/run.sh events FOLDER: watches the events in a folder, and prints what was broken on one line.
# benchmarks/run.sh monitor --peers DIR [--events N] [--rounds R] [--out FILE]: the speed and memory of
# the monitor beside the loop written by hand in DIR/monitor, on events of DIR/gen_events.cpp; JSON
# lines beside records, and two threads beside one; the ratios on the last line. --folder FOLDER in
# the place of --peers: on the events there, without the loop.
# benchmarks/run.sh durable [ORDERS]: snapshots, journals and threads of the monitor: bytes, seconds and rates.
# benchmarks/run.sh washing K STOCK [fates]: explores K orders of a washing machine, and prints the
# numbers of states and moves, or of states without a good end, on one line.
# Installs what is missing; with --no-install before all else it says what that is, and stops.
# Prints on stdout, and exits with, what the program does; all else goes to stderr. The program runs
# where the caller is.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [ "${1:-}" = --no-install ]; then
  export LUPAUS_NO_INSTALL=1
  shift
fi
name=validate
if [ $# -gt 0 ] && [[ $1 != -* ]]; then
  name=$1
  shift
fi

{
  . "$root/.ci/setup.sh"
  if [ ! -e "$root/benchmarks/$name/main.cpp" ]; then
    say "usage: benchmarks/run.sh NAME [ARGUMENT...]; there are:"
    (cd "$root/benchmarks" && ls -d -- */main.cpp | sed 's|/.*||')
    exit 2
  fi
  needed=("${CXX:-g++}")
  case "$name" in validate | explore) needed+=(benchmark) ;; esac
  setup "${needed[@]}"
  say "building $name"
  (
    cd "$root"
    configure release "${CXX:-g++}"
    cmake --build --preset release --target "lupaus_benchmark_$name"
  )
  say "running $name"
} </dev/null >&2

program=$root/build/release/benchmarks/$name
if [ -e "$root/benchmarks/$name/compare.py" ]; then
  exec python3 "$root/benchmarks/$name/compare.py" "$program" "$@"
fi
exec "$program" "$@"
