"""Finding names in running text: which words mean which entry, by the table of `armsref.surfaces`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import ahocorasick_rs

from armsref.surfaces import FOLLOWERS, Form, Table, plain_char

# Names in an address are not words of the text.
ADDRESSES = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
# A word broken at the end of a line.
BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
# How near a name that is certain must stand to one that is not, in code points: a word of the field must stand by it,
# a state belongs to the whole of an article.
NEAR = 600
NEAR_BODIES = 4000
# What after a term in capitals makes a body's or a law's name of it.
BODIES = {
    "agency", "office", "command", "bureau", "commission", "committee", "act", "department", "directorate", "project",
    "program", "programme", "division", "group", "center", "centre", "institute", "council", "base", "review",
}  # fmt: skip
# The endings that a Russian or Ukrainian name takes in a sentence.
CASES = re.compile(r"(?:ами|ями|ов|ев|ой|ей|ом|ем|ах|ях|ам|ям|а|я|у|ю|е|ы|и|о|і)(?!\w)")


@dataclass(frozen=True)
class Match:
    """A name found: where it stands, in code points, what is written there, and the entry that it means.

    `id` is None where entries share the name and nothing near it says which; `alternatives` are those that it may mean
    beside `id`.
    """

    start: int
    end: int
    surface: str
    id: str | None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Candidate:
    start: int
    end: int
    forms: tuple[Form, ...]

    @property
    def sure(self) -> bool:
        return any(not form.unsure for form in self.forms)


class _Plain(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = found = plain_char(chr(code))
        return found


@dataclass(frozen=True)
class Finder:
    """Finds the names of a table in texts."""

    table: Table

    @cached_property
    def _forms(self) -> dict[str, tuple[Form, ...]]:
        found: dict[str, list[Form]] = defaultdict(list)
        for form in self.table.forms:
            found[form.text].append(form)
        return {text: tuple(forms) for text, forms in found.items()}

    @cached_property
    def _texts(self) -> list[str]:
        return list(self._forms)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._texts, matchkind=ahocorasick_rs.MatchKind.Standard)

    @cached_property
    def _plain(self) -> _Plain:
        return _Plain()

    def find(self, text: str) -> list[Match]:
        """The names in a text, in order, none overlapping another."""
        found = list(self._candidates(text, _Folded(text, self._plain)))
        if BROKEN.search(text):
            found += self._candidates(text, _Folded(text, self._plain, join=True))
        addresses = [address.span() for address in ADDRESSES.finditer(text)]
        chosen = _longest(each for each in found if not _within(each, addresses) and not self._is_part(text, each))
        sure = [each for each in chosen if each.sure]
        starts = [each.start for each in sure]
        return [match for each in chosen if (match := self._match(text, each, sure, starts))]

    def _is_part(self, text: str, each: _Candidate) -> bool:
        """Whether a term is a part of a compound or of a body's name: "long-range", "Missile Defense Agency"."""
        if any(self.table.kinds[form.id] != "term" for form in each.forms):
            return False
        if (
            not each.sure
            and text[each.start - 1 : each.start] == "-"
            and each.start > 1
            and text[each.start - 2].isalpha()
        ):
            return True
        return text[each.start].isupper() and _next_word(text, each.end) in BODIES

    def _candidates(self, text: str, folded: _Folded) -> Iterator[_Candidate]:
        plain = folded.text
        for number, begins, ends in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            end = _word_end(plain, begins, ends)
            if end is None:
                continue
            start, stop = folded.at(begins), folded.at(end - 1) + 1
            fitting = tuple(form for form in self._forms[self._texts[number]] if _fits(form, text[start:stop]))
            if fitting:
                yield _Candidate(start, stop, fitting)

    def _match(self, text: str, each: _Candidate, sure: list[_Candidate], starts: list[int]) -> Match | None:
        meant = [form for form in each.forms if self._is_meant(form, text, each, sure, starts)]
        ids = list(dict.fromkeys(form.id for form in meant))
        if not ids:
            return None
        surface = text[each.start : each.end]
        best = self._resolved(ids, text, each)
        return Match(each.start, each.end, surface, best, tuple(other for other in ids if other != best))

    def _is_meant(self, form: Form, text: str, each: _Candidate, sure: list[_Candidate], starts: list[int]) -> bool:
        if not form.unsure:
            return True
        kind = self.table.kinds[form.id]
        near = _near(each, sure, starts, NEAR_BODIES if kind in ("state", "organisation") else NEAR)
        if _next_word(text, each.end) in FOLLOWERS[kind]:
            return True
        if kind not in ("state", "organisation") and (form.capitals or kind == "weapon"):
            topics = set(self.table.topics[form.id])
            return any(topics & set(self.table.topics[other.id]) for one in near for other in one.forms)
        return bool(near)

    def _resolved(self, ids: list[str], text: str, each: _Candidate) -> str | None:
        """The entry meant of those that share a name: by the word after it, else the one thing that is no term."""
        if len(ids) == 1:
            return ids[0]
        following = _next_word(text, each.end)
        named = [one for one in ids if following in FOLLOWERS[self.table.kinds[one]]]
        if len(named) == 1:
            return named[0]
        things = [one for one in ids if self.table.kinds[one] != "term"]
        return things[0] if len(things) == 1 and text[each.start : each.start + 1].isupper() else None


class _Folded:
    """A text as names are compared, and where each of its characters stands in the text."""

    def __init__(self, text: str, table: _Plain, join: bool = False) -> None:
        if join:
            text = BROKEN.sub(lambda found: "\u00ad" * len(found[0]), text)
        plain = text.translate(table)
        # Runs of space, and characters that are not seen, are left out; the breaks say where.
        parts: list[str] = []
        self._begins = [0]
        self._stands = [0]
        at = length = 0
        for found in re.finditer(r" {2,}|\0+| *\0[ \0]*", plain):
            parts.append(plain[at : found.start()] + (" " if " " in found[0] else ""))
            length += len(parts[-1])
            at = found.end()
            self._begins.append(length)
            self._stands.append(at)
        parts.append(plain[at:])
        self.text = "".join(parts)

    def at(self, index: int) -> int:
        """Where a character of the plain text stands in the text."""
        part = bisect_right(self._begins, index) - 1
        return self._stands[part] + index - self._begins[part]


def _word_end(plain: str, begins: int, ends: int) -> int | None:
    """Where a name ends that is whole words; None where it is a part of one."""
    if begins and _joins(plain[begins - 1], plain[begins]):
        return None
    if ends == len(plain) or not _joins(plain[ends - 1], plain[ends]):
        return ends
    ending = CASES.match(plain, ends) if "а" <= plain[ends - 1] <= "я" and ends - begins > 3 else None
    return ending.end() if ending else None


def _joins(one: str, other: str) -> bool:
    """Whether two neighbouring characters belong to one word; scripts without spaces have no such words."""
    if _spaceless(one) or _spaceless(other):
        return False
    return (one.isalnum() or one == "_") and (other.isalnum() or other == "_")


def _spaceless(char: str) -> bool:
    return "\u2e80" <= char <= "\ud7ff"


def _fits(form: Form, surface: str) -> bool:
    if form.capitals:
        letters = [char for char in surface if char.isalpha()]
        return all(char.isupper() for char in letters) or (
            letters[-1] == "s" and len(letters) > 2 and all(char.isupper() for char in letters[:-1])
        )
    return not form.proper or not surface[:1].isalpha() or surface[0].isupper() or not surface[0].islower()


def _longest(found: Iterable[_Candidate]) -> list[_Candidate]:
    """Of overlapping names the one that begins first, and of those the longest."""
    chosen: list[_Candidate] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not chosen or each.start >= chosen[-1].end:
            chosen.append(each)
    return chosen


def _near(each: _Candidate, sure: list[_Candidate], starts: list[int], reach: int) -> list[_Candidate]:
    first, last = bisect_left(starts, each.start - reach), bisect_right(starts, each.end + reach)
    return [one for one in sure[first:last] if one is not each]


def _next_word(text: str, end: int) -> str:
    found = re.compile(r"[\s\-–]+([^\W_]+)").match(text, end)
    return found[1].lower() if found else ""


def _within(each: _Candidate, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (each.start, len(spans) and spans[-1][1] + 1)) - 1
    return at >= 0 and each.start < spans[at][1]
