#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# examples/run.sh [--no-install] [NAME [ARGUMENT...]]: builds and runs one example, washing_machine if
# none is named; tracker/NAME is one of the folder tracker. Installs what is missing; with --no-install
# it says what that is, and stops. Prints on stdout, and exits with, what the program does; all else
# goes to stderr. The program runs where the caller is.
set -euo pipefail
if [ "${1:-}" = --no-install ]; then
  export LUPAUS_NO_INSTALL=1
  shift
fi
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=${1:-washing_machine}
shift $(($# > 0))

{
  . "$root/.ci/setup.sh"
  if [ ! -e "$root/examples/$name.cpp" ] && [ ! -e "$root/examples/$name/main.cpp" ]; then
    say "there is no example '$name'; there are:"
    (cd "$root/examples" && ls -- *.cpp */*.cpp | sed -n 's|/main\.cpp$||p; s/\.cpp$//p' |
      grep -v '^lupaus/' | sort)
    exit 2
  fi
  setup "${CXX:-g++}"
  say "building $name"
  (
    cd "$root"
    configure release "${CXX:-g++}"
    cmake --build --preset release --target "lupaus_example_${name//\//_}"
  )
  say "running $name"
} </dev/null >&2

exec "$root/build/release/examples/$name" "$@"
