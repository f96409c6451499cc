# SPDX-License-Identifier: BSL-1.0
#
# pkg_config.sh PKG_CONFIG PREFIX COMPILER VERSION FOLDER: builds a user's program with what
# pkg-config says, in a prefix that was moved after the installation.
set -eu
rm -rf "$5"
mkdir -p "$5"
cp -r "$2" "$5/moved"
export PKG_CONFIG_PATH="$5/moved/share/pkgconfig"
[ "$("$1" --modversion lupaus)" = "$4" ]
# Left to the shell to split, as a Makefile would.
"$3" -std=c++20 -Wall -Wextra -Werror -DEXPECTED="\"$4\"" $("$1" --cflags lupaus) \
  "$(dirname "$0")/main.cpp" -o "$5/program"
"$5/program"
