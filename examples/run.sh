#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# examples/run.sh [NAME [ARGUMENT...]]: builds and runs one example, washing_machine if none is
# named. Installs what is missing. Prints on stdout, and exits with, what the program does; all
# else goes to stderr. The program runs where the caller is.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=${1:-washing_machine}
shift $(($# > 0))

{
  . "$root/.ci/setup.sh"
  if [ ! -e "$root/examples/$name.cpp" ] && [ ! -d "$root/examples/$name" ]; then
    say "there is no example '$name'; there are:"
    (cd "$root/examples" && ls -d -- *.cpp */ 2>/dev/null | sed 's/\.cpp$//; s|/$||')
    exit 2
  fi
  setup "${CXX:-g++}"
  say "building $name"
  (
    cd "$root"
    configure release "${CXX:-g++}"
    cmake --build --preset release --target "lupaus_example_$name"
  )
  say "running $name"
} </dev/null >&2

exec "$root/build/release/examples/$name" "$@"
