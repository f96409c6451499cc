# SPDX-License-Identifier: BSL-1.0
#
# Sourced by the scripts: finds out what the build needs and installs what is missing, or says what
# it is where LUPAUS_NO_INSTALL is set. Looks before it asks the package manager, and never removes a
# package. Everything is said on stderr.

: "${CMAKE_BUILD_PARALLEL_LEVEL:=$(nproc 2>/dev/null || echo 2)}"
: "${CTEST_PARALLEL_LEVEL:=$CMAKE_BUILD_PARALLEL_LEVEL}"
export CMAKE_BUILD_PARALLEL_LEVEL CTEST_PARALLEL_LEVEL

say() { printf '== %s\n' "$*" >&2; }

by_hand() {
  say "$1"
  say "Needed: CMake 3.25, Ninja, Python 3.8, g++ 12 or clang++ 14 or later, and the headers of" \
    "Boost 1.81, range-v3 0.12 and CLI11 2.1 or later, with their CMake packages."
  say "On Debian 12: apt-get install cmake ninja-build python3 g++ libboost1.81-dev" \
    "librange-v3-dev libcli11-dev"
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# have_header COMPILER HEADER [MACRO LEAST]: can it be included, and is its version high enough?
have_header() {
  printf '#include <%s>\n' "$2" | "$1" -x c++ -std=c++20 -E -dM - 2>/dev/null |
    awk -v macro="${3:-}" -v least="${4:-0}" \
      '$2 == macro && $3 + 0 >= least { found = 1 } END { exit !(NR > 0 && (macro == "" || found)) }'
}

# Others have programs of that name.
have_spin() { [[ $(spin -V 2>&1) == *"Spin Version"* ]]; }

# The package that brings a new enough Boost; known only after the package lists were read.
boost_package() {
  local package version
  for package in libboost-dev libboost1.81-dev; do
    version=$(LC_ALL=C apt-cache policy "$package" | awk '/Candidate:/ { print $2 }')
    if dpkg --compare-versions "${version/(none)/}" ge 1.81; then
      echo "$package"
      return
    fi
  done
  return 1
}

# can_build COMPILER FLAG...: does a program compile and link with these flags?
can_build() {
  local probe status=0
  probe=$(mktemp)
  printf '#include <string>\nint main() {}\n' | "$1" -x c++ "${@:2}" - -o "$probe" 2>/dev/null || status=1
  rm -f "$probe"
  return $status
}

# setup COMPILER...: makes all of them usable. "sanitizers", "libc++", "32-bit", "format", "tidy",
# "schema", "pictures", "pkg-config", "benchmark" and "spin" may be among them.
setup() {
  local missing=() boost= as_root=() wanted compiler=
  have cmake || missing+=(cmake)
  have ninja || missing+=(ninja-build)
  have python3 || missing+=(python3)
  for wanted in "$@"; do
    case $wanted in
      sanitizers) can_build clang++ -fsanitize=address || missing+=(libclang-rt-dev) ;;
      libc++) can_build clang++ -stdlib=libc++ || missing+=(libc++-dev libc++abi-dev) ;;
      32-bit) can_build g++ -m32 || missing+=(g++-multilib) ;;
      schema) python3 -c 'import jsonschema' 2>/dev/null || missing+=(python3-jsonschema) ;;
      pkg-config) have pkg-config || missing+=(pkg-config) ;;
      pictures) have dot || missing+=(graphviz) ;;
      benchmark) have_header "$compiler" benchmark/benchmark.h || missing+=(libbenchmark-dev) ;;
      spin) have_spin || missing+=(spin) ;;
      format | tidy) have "clang-$wanted-14" || missing+=("clang-$wanted-14") ;;
      *)
        compiler=${compiler:-$wanted}
        # The package of clang++-15 is clang-15; that of g++-13 has the same name.
        have "$wanted" || missing+=("${wanted/clang++/clang}")
        ;;
    esac
  done
  have_header "$compiler" boost/version.hpp BOOST_VERSION 108100 || boost=missing
  have_header "$compiler" range/v3/version.hpp || missing+=(librange-v3-dev)
  have_header "$compiler" CLI/Version.hpp || missing+=(libcli11-dev)

  if [ ${#missing[@]} -gt 0 ] || [ -n "$boost" ]; then
    [ -z "${LUPAUS_NO_INSTALL:-}" ] ||
      by_hand "missing, and not to be installed: ${missing[*]}${boost:+ Boost 1.81}"
    have apt-get || by_hand "missing: ${missing[*]} ${boost:+Boost 1.81}"
    if [ "$(id -u)" -ne 0 ]; then
      have sudo || by_hand "packages are missing (${missing[*]} ${boost:+Boost 1.81}), and there is no sudo"
      as_root=(sudo)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q)
    say "reading the package lists"
    "${as_root[@]}" update </dev/null >&2 || say "some lists could not be read; going on"
    if [ -n "$boost" ]; then
      boost=$(boost_package) || by_hand "this system's packages have no Boost 1.81 or later"
      missing+=("$boost")
    fi
    say "installing ${missing[*]}"
    "${as_root[@]}" install -y --no-install-recommends --no-remove "${missing[@]}" </dev/null >&2 ||
      by_hand "apt-get could not install them${boost:+; is an older Boost in the way (libboost1.74-dev)?}"
  fi

  wanted=$(cmake --version | awk 'NR == 1 { print $3 }')
  if [ "$(printf '3.25\n%s\n' "$wanted" | sort -V | head -n 1)" != 3.25 ]; then
    by_hand "CMake is $wanted, which is too old"
  fi
}

# configure PRESET COMPILER: afresh if the build had another compiler; CMake would then keep the
# cache without the preset's settings.
configure() {
  local compiler fresh=
  compiler=$(command -v "$2")
  grep -qs "^CMAKE_CXX_COMPILER:[A-Z]*=$compiler\$" "build/$1/CMakeCache.txt" || fresh=--fresh
  cmake $fresh --preset "$1" -DCMAKE_CXX_COMPILER="$compiler"
}
