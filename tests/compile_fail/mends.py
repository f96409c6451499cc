#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The mend that an error quotes is the one by which the source compiles.

    mends.py GAPS SOURCE...

Each SOURCE is tests/compile_fail/gap_NAME.cpp, and its twin, with MENDED defined, is known to
compile. The compiler's text in that gap's header, somewhere in GAPS, quotes sentences after "To
mend:". One of them, with the user's words in the places of `seller`, `part`, `term` and so on, must
be what the twin has and the source has not; or, where the mend is to take it out, the other way
round.
"""

import pathlib
import re
import sys

# Whose places the user's own words take.
PLACES = """seller party other part term claimant creditor debtor department subcontractor before
after time capability event gate failure action""".split()


def text_of(header, gap):
    """What the error for a gap says."""
    found = re.search(r"explain\(" + gap + r"<.*?static_assert\((.*?)\);", header, re.DOTALL)
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(1))) if found else ""


def pattern(sentence):
    """A sentence with any words in its places, as a regular expression."""
    words = re.split(r"(\w+)", sentence)
    return "".join(
        r"[\w\" ]+(?:\((?:[^()]|\([^()]*\))*\))?(?:\s*,\s*[\w\" ]+\((?:[^()]|\([^()]*\))*\))*"
        if word in PLACES else re.escape(word) for word in words).replace(r"\ ", r"\s*")


def variant(source, mended):
    """The source as the compiler sees it, without comments."""
    lines, shown = [], [True]
    for line in source.splitlines():
        line = re.sub(r"//.*", "", line)
        if match := re.match(r"\s*#\s*(ifdef|ifndef)\s+MENDED", line):
            shown.append((match.group(1) == "ifdef") == mended)
        elif re.match(r"\s*#\s*else", line):
            shown[-1] = not shown[-1]
        elif re.match(r"\s*#\s*endif", line):
            shown.pop()
        elif all(shown):
            lines.append(line)
    return "\n".join(lines)


def follows(source, text):
    """True when the twin does what the text says."""
    _, _, mend = text.partition("To mend:")
    broken, mended = variant(source, False), variant(source, True)
    takes_out = mend.lstrip().startswith("take out")
    for quoted in re.findall(r"`([^`]*)`", mend):
        sentence = re.compile(pattern(quoted))
        here, there = (sorted(sentence.findall(x)) for x in (broken, mended))
        if len(here) > len(there) if takes_out else set(there) - set(here):
            return True
    return False


def main():
    headers = {path.stem: path for path in pathlib.Path(sys.argv[1]).rglob("*.hpp")}
    failed = False
    for path in sys.argv[2:]:
        gap = re.search(r"gap_(\w+)\.cpp$", path).group(1)
        with open(path, encoding="utf-8") as file:
            source = file.read()
        text = text_of(headers[gap].read_text(encoding="utf-8"), gap)
        if "To mend:" not in text:
            print(f"{path}: the error for {gap} says no mend")
            failed = True
        elif not follows(source, text):
            print(f"{path}: the twin does not do what the error says: {text.split('To mend:')[1]}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
