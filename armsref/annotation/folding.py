"""A text as names are compared, and the way back to where each of its characters stands."""

from __future__ import annotations

import re
from bisect import bisect_right

from armsref.annotation.forms import plain_char

# A word broken at the end of a line.
_BROKEN = re.compile(r"[-\u00ad\u2010](?<=[^\W\d_].)[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
# The endings that a Russian or Ukrainian name takes in a sentence.
CASES = re.compile(r"(?:ами|ями|ов|ев|ой|ей|ом|ем|ах|ях|ам|ям|а|я|у|ю|е|ы|и|о|і)(?!\w)")


class PlainCharacters(dict[int, str]):
    """Characters as names are compared, by their code points; each is worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = plain_char(chr(code))
        return plain


class FoldedText:
    """A text as names are compared, and where each of its characters stands in the text."""

    def __init__(self, text: str, table: PlainCharacters) -> None:
        # By lines, for of those most are ASCII, which is quick.
        plain = " ".join(line.translate(table) for line in text.split("\n"))
        # Runs of space, and characters that are not seen, are left out; the breaks say where.
        parts: list[str] = []
        self._begins = [0]
        self._stands = [0]
        at = length = 0
        for gap in re.finditer(r" [ \0]+|\0[ \0]*", plain):
            parts.append(plain[at : gap.start()] + (" " if " " in gap[0] else ""))
            length += len(parts[-1])
            at = gap.end()
            self._begins.append(length)
            self._stands.append(at)
        parts.append(plain[at:])
        self.text = "".join(parts)

    def at(self, index: int) -> int:
        """Where a character of the plain text stands in the text."""
        part = bisect_right(self._begins, index) - 1
        return self._stands[part] + index - self._begins[part]


def unbroken(text: str) -> str:
    """A text in which words that are broken at the end of a line are whole; all else stands where it stood."""
    return _BROKEN.sub(lambda broken: "\u00ad" * len(broken[0]), text)


def word_end(plain: str, begins: int, ends: int) -> int | None:
    """Where a name ends that is whole words; None where it is a part of one."""
    if begins and _is_wordly(plain[begins - 1]) and _is_wordly(plain[begins]):
        return None
    if ends == len(plain) or not (_is_wordly(plain[ends]) and _is_wordly(plain[ends - 1])):
        return ends
    ending = CASES.match(plain, ends) if "а" <= plain[ends - 1] <= "я" and ends - begins > 3 else None
    return ending.end() if ending else None


def _is_wordly(char: str) -> bool:
    """Whether a character joins its neighbours to a word; those of scripts without spaces do not."""
    return (char.isalnum() or char == "_") and not "\u2e80" <= char <= "\ud7ff"
