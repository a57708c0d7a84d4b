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

from armsref.annotation.folding import FoldedText, PlainCharacters, unbroken, word_end
from armsref.annotation.forms import FOLLOWERS, FormTable, NameForm, form_table
from armsref.loading.dataset import Dataset, once

# What shows that a word is an address, of a page or of mail: names in it are not words of the text.
_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
_PAGE_ADDRESS = re.compile(r"(?:https?://|www\.).", re.IGNORECASE)
_SPACE = re.compile(r"\s")
_NEXT_WORD = re.compile(r"[\s\-–]+([^\W_]+)")
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
    """Words that may be a name, and the forms that they fit; `sure` where one of these needs nothing near it."""

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


@dataclass(frozen=True)
class Finder:
    """Finds the names of a table in texts."""

    table: FormTable

    @cached_property
    def _forms(self) -> dict[str, tuple[NameForm, ...]]:
        by_text: dict[str, list[NameForm]] = defaultdict(list)
        for form in self.table.forms:
            by_text[form.text].append(form)
        return {text: tuple(forms) for text, forms in by_text.items()}

    @cached_property
    def _topics(self) -> dict[str, frozenset[str]]:
        return {entry_id: frozenset(topics) for entry_id, topics in self.table.topics.items()}

    @cached_property
    def _texts(self) -> list[str]:
        return list(self._forms)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._texts, matchkind=ahocorasick_rs.MatchKind.Standard)

    @cached_property
    def _plain(self) -> PlainCharacters:
        return PlainCharacters()

    def find(self, text: str) -> list[Match]:
        """The names in a text, in order, none overlapping another."""
        addresses = list(_addresses(text))
        names = [
            candidate
            for words in dict.fromkeys([text, unbroken(text)])
            for candidate in self._candidates(text, FoldedText(words, self._plain))
            if not _within(candidate, addresses) and not self._is_part(text, candidate)
        ]
        chosen = _longest(names)
        context = self._context(text, chosen)
        return [match for candidate in chosen if (match := self._match(candidate, context))]

    def _is_part(self, text: str, candidate: _Candidate) -> bool:
        """Whether it is part of another name or of a compound: "START III", "Missile Defense Agency", "long-range"."""
        kinds = {self.table.kinds[form.id] for form in candidate.forms}
        if kinds == {"treaty"}:
            return _next_word(text, candidate.end) in NUMBERS
        if kinds != {"term"}:
            return False
        if not candidate.sure and _follows_hyphen(text, candidate.start):
            return True
        return text[candidate.start].isupper() and _ends_as_body(text, candidate.end)

    def _candidates(self, text: str, folded: FoldedText) -> Iterator[_Candidate]:
        """All places where the words of a form stand, overlapping ones too."""
        plain, forms, texts = folded.text, self._forms, self._texts
        for number, begins, ends in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            end = word_end(plain, begins, ends)
            if end is None:
                continue
            start, stop = folded.at(begins), folded.at(end - 1) + 1
            surface = text[start:stop]
            fitting = tuple([form for form in forms[texts[number]] if _fits(form, surface)])
            if fitting:
                yield _Candidate(start, stop, fitting, any(not form.unsure for form in fitting))

    def _context(self, text: str, chosen: list[_Candidate]) -> _Context:
        sure = [candidate for candidate in chosen if candidate.sure]
        named = frozenset(candidate.ids[0] for candidate in chosen if self._is_own(candidate))
        introduced: dict[tuple[str, ...], str] = {}
        for name, short in pairwise(chosen):
            if len(name.ids) == 1 < len(short.ids) and name.ids[0] in short.ids and _in_brackets(text, name, short):
                introduced.setdefault(short.ids, name.ids[0])
        return _Context(text, sure, [candidate.start for candidate in sure], named, introduced)

    def _is_own(self, candidate: _Candidate) -> bool:
        """Whether a name is one entry's alone: certain, or of several words."""
        form = candidate.forms[0]
        return len(self._forms[form.text]) == 1 and (not form.unsure or " " in form.text)

    def _match(self, candidate: _Candidate, context: _Context) -> Match | None:
        ids = tuple(dict.fromkeys(form.id for form in candidate.forms if self._is_meant(form, candidate, context)))
        if not ids:
            return None
        best = ids[0] if len(ids) == 1 else self._resolved(ids, candidate, context)
        surface = context.text[candidate.start : candidate.end]
        return Match(candidate.start, candidate.end, surface, best, tuple(other for other in ids if other != best))

    def _is_meant(self, form: NameForm, candidate: _Candidate, context: _Context) -> bool:
        """Whether a form is meant: it is certain, or the next word or the names near it say so."""
        if not form.unsure:
            return True
        kind = self.table.kinds[form.id]
        if _next_word(context.text, candidate.end).lower() in FOLLOWERS[kind]:
            return True
        far = kind in ("state", "organisation") or (kind == "term" and " " in form.text)
        near = _near(candidate, context, NEAR_BODIES if far else NEAR)
        if kind not in ("state", "organisation") and (form.capitals or kind == "weapon"):
            topics = self._topics[form.id]
            return any(not topics.isdisjoint(self._topics[other.id]) for name in near for other in name.forms)
        return bool(near)

    def _resolved(self, ids: tuple[str, ...], candidate: _Candidate, context: _Context) -> str | None:
        """The entry meant of those that share a name: by the word after it, or by what else the text names."""
        following = _next_word(context.text, candidate.end).lower()
        treaties = [entry_id for entry_id in ids if self.table.kinds[entry_id] == "treaty"]
        if len(treaties) == 1 and following in FOLLOWERS["treaty"]:
            return treaties[0]
        are_things = following in THINGS or context.text[candidate.end - 1] == "s"
        left = [entry_id for entry_id in ids if entry_id not in treaties] if are_things else [*ids]
        introduced = context.introduced.get(tuple(sorted(ids)))
        if introduced in left:
            return introduced
        named = left if len(left) == 1 else [entry_id for entry_id in left if entry_id in context.named]
        return named[0] if len(named) == 1 else None


@once
def finder_of(dataset: Dataset) -> Finder:
    """What finds the names of a dataset."""
    return Finder(form_table(dataset))


def _fits(form: NameForm, surface: str) -> bool:
    """Whether a name is written with the capitals that its form asks for; a plural in -s may end small."""
    if form.capitals:
        letters = [char for char in surface if char.isalpha()]
        return all(char.isupper() for char in letters) or (
            letters[-1] == "s" and len(letters) > 2 and all(char.isupper() for char in letters[:-1])
        )
    return not form.proper or not surface[:1].isalpha() or surface[0].isupper() or not surface[0].islower()


def _longest(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Of overlapping names the one that begins first, and of those the longest."""
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda candidate: (candidate.start, -candidate.end)):
        if not chosen or candidate.start >= chosen[-1].end:
            chosen.append(candidate)
    return chosen


def _follows_hyphen(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()


def _in_brackets(text: str, name: _Candidate, short: _Candidate) -> bool:
    """Whether a short form stands in brackets after a name: "ground-launched cruise missile (GLCM)"."""
    return text[name.end : short.start].strip() == "(" and text[short.end : short.end + 1] == ")"


def _near(candidate: _Candidate, context: _Context, reach: int) -> list[_Candidate]:
    """The names that are certain and stand within so many code points of one."""
    starts = context.starts
    first, last = bisect_left(starts, candidate.start - reach), bisect_right(starts, candidate.end + reach)
    return [name for name in context.sure[first:last] if name is not candidate]


def _ends_as_body(text: str, end: int) -> bool:
    """Whether the words after a name make a body's or a law's name of it: "and Disarmament Agency"."""
    for _ in range(REST):
        following = _NEXT_WORD.match(text, end)
        if not following or not (following[1][0].isupper() or following[1] in JOINERS):
            return False
        if following[1].lower() in BODIES:
            return True
        end = following.end()
    return False


def _next_word(text: str, end: int) -> str:
    following = _NEXT_WORD.match(text, end)
    return following[1] if following else ""


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand: each from where it begins in its word up to the word's end."""
    end = 0
    for mark in _ADDRESS.finditer(text):
        if mark.start() < end:
            continue
        before = text[end : mark.start()]
        start = mark.start() - len(before.rsplit(None, 1)[-1] if before[-1:].strip() else "")
        space = _SPACE.search(text, mark.end())
        end = space.start() if space else len(text)
        begins = _address(text[start:end])
        if begins is not None:
            yield start + begins, end


def _address(word: str) -> int | None:
    """Where in a word an address begins; one of mail is the whole word."""
    mail = word.find("@", 1)
    if 0 < mail <= word.rfind(".", 0, len(word) - 1) - 2:
        return 0
    page = _PAGE_ADDRESS.search(word)
    return page.start() if page else None


def _within(candidate: _Candidate, addresses: list[tuple[int, int]]) -> bool:
    """Whether a name begins inside one of the addresses of a text, which stand in order."""
    before = bisect_right(addresses, (candidate.start, len(addresses) and addresses[-1][1] + 1)) - 1
    return before >= 0 and candidate.start < addresses[before][1]
