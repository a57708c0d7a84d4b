"""Finding names in running text: which words mean which entry, by the table of `armsref.annotation.forms`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import ahocorasick_rs

from armsref.annotation.forms import FOLLOWERS, FormTable, NameForm, form_table, plain_char
from armsref.loading.dataset import Dataset, once

# What shows that a word is an address, of a page or of mail: names in it are not words of the text.
ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
PAGE_ADDRESS = re.compile(r"(?:https?://|www\.).", re.IGNORECASE)
SPACE = re.compile(r"\s")
NEXT_WORD = re.compile(r"[\s\-–]+([^\W_]+)")
# A word broken at the end of a line.
BROKEN = re.compile(r"[-\u00ad\u2010](?<=[^\W\d_].)[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
# How near a name that is certain must stand to one that is not, in code points: a word of the field must stand by it,
# a state belongs to the whole of an article.
NEAR = 600
NEAR_BODIES = 4000
# What after a term in capitals makes a body's or a law's name of it.
BODIES = {
    "agency", "office", "command", "bureau", "commission", "committee", "act", "department", "directorate", "project",
    "program", "programme", "division", "group", "center", "centre", "institute", "council", "base", "review",
    "association", "initiative", "organisation", "organization", "today",
}  # fmt: skip
# Small words inside such a name.
JOINERS = {"and", "of", "for", "the", "on", "to"}
# How many words further such a name may end.
REST = 5
# What after a name says that no agreement is meant: things are many, or are built.
THINGS = {
    "system", "systems", "missile", "missiles", "interceptor", "interceptors", "launcher", "launchers", "site", "sites",
    "defense", "defenses", "defence", "defences", "deployment", "radar", "radars", "race",
}  # fmt: skip
# What after an agreement's name makes another agreement's of it: "START III".
NUMBERS = {"II", "III", "IV"}
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


class _Candidate(NamedTuple):
    start: int
    end: int
    forms: tuple[NameForm, ...]
    sure: bool

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.forms[0].id,) if len(self.forms) == 1 else tuple(sorted({form.id for form in self.forms}))


@dataclass(frozen=True)
class _Context:
    """What a text says as a whole: the names in it that are certain, and by these what shared ones mean.

    `named` are the entries that have a name of their own in it; `introduced` says what a shared name stands for that
    is told in brackets after such a name: "ground-launched cruise missile (GLCM)".
    """

    text: str
    sure: list[_Candidate]
    starts: list[int]
    named: frozenset[str]
    introduced: dict[tuple[str, ...], str]


class _Plain(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = found = plain_char(chr(code))
        return found


@dataclass(frozen=True)
class Finder:
    """Finds the names of a table in texts."""

    table: FormTable

    @cached_property
    def _forms(self) -> dict[str, tuple[NameForm, ...]]:
        found: dict[str, list[NameForm]] = defaultdict(list)
        for form in self.table.forms:
            found[form.text].append(form)
        return {text: tuple(forms) for text, forms in found.items()}

    @cached_property
    def _topics(self) -> dict[str, frozenset[str]]:
        return {one: frozenset(topics) for one, topics in self.table.topics.items()}

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
        addresses = list(_addresses(text))
        chosen = _longest(each for each in found if not _within(each, addresses) and not self._is_part(text, each))
        context = self._context(text, chosen)
        return [match for each in chosen if (match := self._match(each, context))]

    def _is_part(self, text: str, each: _Candidate) -> bool:
        """Whether it is a part of another name or a compound: "START III", "Missile Defense Agency", "long-range"."""
        kinds = {self.table.kinds[form.id] for form in each.forms}
        if kinds == {"treaty"}:
            return _next_word(text, each.end) in NUMBERS
        if kinds != {"term"}:
            return False
        if not each.sure and each.start > 1 and text[each.start - 1] == "-" and text[each.start - 2].isalpha():
            return True
        return text[each.start].isupper() and _ends_as_body(text, each.end)

    def _candidates(self, text: str, folded: _Folded) -> Iterator[_Candidate]:
        plain, forms, texts = folded.text, self._forms, self._texts
        for number, begins, ends in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            end = _word_end(plain, begins, ends)
            if end is None:
                continue
            start, stop = folded.at(begins), folded.at(end - 1) + 1
            surface = text[start:stop]
            fitting = tuple([form for form in forms[texts[number]] if _fits(form, surface)])
            if fitting:
                yield _Candidate(start, stop, fitting, any(not form.unsure for form in fitting))

    def _context(self, text: str, chosen: list[_Candidate]) -> _Context:
        sure = [each for each in chosen if each.sure]
        named = frozenset(each.ids[0] for each in chosen if self._is_own(each))
        introduced: dict[tuple[str, ...], str] = {}
        for one, other in pairwise(chosen):
            if len(one.ids) == 1 < len(other.ids) and one.ids[0] in other.ids and _in_brackets(text, one, other):
                introduced.setdefault(other.ids, one.ids[0])
        return _Context(text, sure, [each.start for each in sure], named, introduced)

    def _is_own(self, each: _Candidate) -> bool:
        """Whether a name is one entry's alone: certain, or of several words."""
        form = each.forms[0]
        return len(self._forms[form.text]) == 1 and (not form.unsure or " " in form.text)

    def _match(self, each: _Candidate, context: _Context) -> Match | None:
        ids = tuple(dict.fromkeys(form.id for form in each.forms if self._is_meant(form, each, context)))
        if not ids:
            return None
        best = ids[0] if len(ids) == 1 else self._resolved(ids, each, context)
        surface = context.text[each.start : each.end]
        return Match(each.start, each.end, surface, best, tuple(other for other in ids if other != best))

    def _is_meant(self, form: NameForm, each: _Candidate, context: _Context) -> bool:
        if not form.unsure:
            return True
        kind = self.table.kinds[form.id]
        if _next_word(context.text, each.end).lower() in FOLLOWERS[kind]:
            return True
        far = kind in ("state", "organisation") or (kind == "term" and " " in form.text)
        near = _near(each, context, NEAR_BODIES if far else NEAR)
        if kind not in ("state", "organisation") and (form.capitals or kind == "weapon"):
            topics = self._topics[form.id]
            return any(not topics.isdisjoint(self._topics[other.id]) for one in near for other in one.forms)
        return bool(near)

    def _resolved(self, ids: tuple[str, ...], each: _Candidate, context: _Context) -> str | None:
        """The entry meant of those that share a name: by the word after it, or by what else the text names."""
        following = _next_word(context.text, each.end).lower()
        treaties = [one for one in ids if self.table.kinds[one] == "treaty"]
        if len(treaties) == 1 and following in FOLLOWERS["treaty"]:
            return treaties[0]
        are_things = following in THINGS or context.text[each.end - 1] == "s"
        left = [one for one in ids if one not in treaties] if are_things else [*ids]
        introduced = context.introduced.get(tuple(sorted(ids)))
        if introduced in left:
            return introduced
        named = left if len(left) == 1 else [one for one in left if one in context.named]
        return named[0] if len(named) == 1 else None


@once
def finder_of(dataset: Dataset) -> Finder:
    """What finds the names of a dataset."""
    return Finder(form_table(dataset))


class _Folded:
    """A text as names are compared, and where each of its characters stands in the text."""

    def __init__(self, text: str, table: _Plain, join: bool = False) -> None:
        if join:
            text = BROKEN.sub(lambda found: "\u00ad" * len(found[0]), text)
        # By lines, for of those most are ASCII, which is quick.
        plain = " ".join(line.translate(table) for line in text.split("\n"))
        # Runs of space, and characters that are not seen, are left out; the breaks say where.
        parts: list[str] = []
        self._begins = [0]
        self._stands = [0]
        at = length = 0
        for found in re.finditer(r" [ \0]+|\0[ \0]*", plain):
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
    if begins and _is_wordly(plain[begins - 1]) and _is_wordly(plain[begins]):
        return None
    if ends == len(plain) or not (_is_wordly(plain[ends]) and _is_wordly(plain[ends - 1])):
        return ends
    ending = CASES.match(plain, ends) if "а" <= plain[ends - 1] <= "я" and ends - begins > 3 else None
    return ending.end() if ending else None


def _is_wordly(char: str) -> bool:
    """Whether a character joins its neighbours to a word; those of scripts without spaces do not."""
    return (char.isalnum() or char == "_") and not "\u2e80" <= char <= "\ud7ff"


def _fits(form: NameForm, surface: str) -> bool:
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


def _in_brackets(text: str, one: _Candidate, other: _Candidate) -> bool:
    return text[one.end : other.start].strip() == "(" and text[other.end : other.end + 1] == ")"


def _near(each: _Candidate, context: _Context, reach: int) -> list[_Candidate]:
    starts = context.starts
    first, last = bisect_left(starts, each.start - reach), bisect_right(starts, each.end + reach)
    return [one for one in context.sure[first:last] if one is not each]


def _ends_as_body(text: str, end: int) -> bool:
    """Whether the words after a name make a body's or a law's name of it: "and Disarmament Agency"."""
    for _ in range(REST):
        found = NEXT_WORD.match(text, end)
        if not found or not (found[1][0].isupper() or found[1] in JOINERS):
            return False
        if found[1].lower() in BODIES:
            return True
        end = found.end()
    return False


def _next_word(text: str, end: int) -> str:
    found = NEXT_WORD.match(text, end)
    return found[1] if found else ""


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand: each from where it begins in its word up to the word's end."""
    end = 0
    for mark in ADDRESS.finditer(text):
        if mark.start() < end:
            continue
        before = text[end : mark.start()]
        start = mark.start() - len(before.rsplit(None, 1)[-1] if before[-1:].strip() else "")
        space = SPACE.search(text, mark.end())
        end = space.start() if space else len(text)
        begins = _address(text[start:end])
        if begins is not None:
            yield start + begins, end


def _address(word: str) -> int | None:
    """Where in a word an address begins; one of mail is the whole word."""
    mail = word.find("@", 1)
    if 0 < mail <= word.rfind(".", 0, len(word) - 1) - 2:
        return 0
    page = PAGE_ADDRESS.search(word)
    return page.start() if page else None


def _within(each: _Candidate, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (each.start, len(spans) and spans[-1][1] + 1)) - 1
    return at >= 0 and each.start < spans[at][1]
