"""Finished parts of pages, and how they are kept from the converter of Markdown: it sees a mark in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from markupsafe import Markup

# A comment, which every converter leaves as it is.
_MARK = re.compile(r"<!-- stowed \d+ -->")


@dataclass(frozen=True, slots=True)
class Finished:
    """A page or a part of one: as HTML, and as Markdown."""

    html: Markup
    markdown: str


@dataclass(frozen=True)
class Stow:
    """What is to stand in the place of each mark: made when its page is, so that no two pages are kept at once."""

    _makers: dict[str, Callable[[], Finished]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    def keep(self, make: Callable[[], Finished]) -> str:
        """The mark for a part that is made later."""
        mark = f"<!-- stowed {next(self._numbers)} -->"
        self._makers[mark] = make
        return mark

    def parts_of(self, page: str) -> dict[str, Finished]:
        """The parts whose marks stand on a page, each finished. They are not kept after that."""
        return {mark: self._makers.pop(mark)() for mark in _MARK.findall(page)}


def filled(page: str, parts: Mapping[str, str]) -> str:
    """A page with its parts, as HTML or as Markdown, in the places of their marks."""
    return _MARK.sub(lambda mark: parts[mark.group()], page)
