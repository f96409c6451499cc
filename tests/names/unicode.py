#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The characters that one does not see in a name, or that change another: a table in C++.

  tests/names/unicode.py HEADER --write   writes it
  tests/names/unicode.py HEADER           says whether the header is what would be written; a Python
                                          of another Unicode version skips, and says so

Combining marks are those of the general categories Mn, Mc and Me. What is ignorable is
Default_Ignorable_Code_Point, and what changes directions Bidi_Control, of DerivedCoreProperties.txt
and PropList.txt of the Unicode Character Database: Python does not know these two, and they hardly
ever change.
"""
import pathlib
import sys
import unicodedata

IGNORABLE = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]
DIRECTION = [(0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)]


def kind_of(code):
    if any(a <= code <= b for a, b in DIRECTION):
        return "direction"
    if any(a <= code <= b for a, b in IGNORABLE):
        return "ignorable"
    if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me"):
        return "combining"
    return None


def ranges():
    found = []
    for code in range(0x80, 0x110000):
        kind = kind_of(code)
        if not kind:
            continue
        if found and found[-1][1] == code - 1 and found[-1][2] == kind:
            found[-1][1] = code
        else:
            found.append([code, code, kind])
    return found


def header():
    cells = [f"{{0x{a:04X}, 0x{b:04X}, odd_kind::{k}}}," for a, b, k in ranges()]
    rows, row = [], "    "
    for cell in cells:
        if len(row) + len(cell) + 1 > 100:
            rows.append(row.rstrip())
            row = "    "
        row += cell + " "
    rows.append(row.rstrip())
    return f"""// SPDX-License-Identifier: BSL-1.0
//
// Characters that one does not see in a name, or that change another one. Written by
// tests/names/unicode.py from the Unicode Character Database, version {unicodedata.unidata_version}.
#pragma once

#include "lupaus/model/odd_kind.hpp"

#include <cstdint>

namespace lupaus::inline v0::detail {{

struct odd_range {{
  std::uint32_t first, last;
  odd_kind kind;
}};

// clang-format off
inline constexpr odd_range odd_ranges[] = {{
{chr(10).join(rows)}
}};
// clang-format on

}}  // namespace lupaus::inline v0::detail
"""


def main():
    path = pathlib.Path(sys.argv[1])
    wanted = header()
    if "--write" in sys.argv:
        path.write_text(wanted)
        return 0
    if f"version {unicodedata.unidata_version}." not in path.read_text():
        print(f"skipped: this Python knows Unicode {unicodedata.unidata_version}")
        return 77
    if path.read_text() == wanted:
        return 0
    print(f"{path} is not what {sys.argv[0]} would write; run it with --write")
    return 1


if __name__ == "__main__":
    sys.exit(main())
