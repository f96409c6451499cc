#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# tests/run.sh [--no-install] [CTEST-OPTION...]: builds and runs all tests with one compiler, the one
# that CXX names, or g++. Installs what is missing; with --no-install it says what that is, and stops.
# tests/run.sh -R graph runs some of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .ci/setup.sh

if [ "${1:-}" = --no-install ]; then
  export LUPAUS_NO_INSTALL=1
  shift
fi
compiler=${CXX:-g++}
case $compiler in
  *clang*) preset=clang ;;
  *) preset=debug ;;
esac

setup "$compiler"
# Without it the explorer is compared with our own oracles only.
(setup "$compiler" spin) || say "no SPIN here"
configure "$preset" "$compiler"
cmake --build --preset "$preset"
ctest --preset "$preset" "$@"
