"""A line of text as a small tree: words, links, emphasis. It has no markup; templates and printers give it theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are read. A no-break space keeps those on either side of it on one line."""

    tag: ClassVar[str] = "words"
    text: str


@dataclass(frozen=True, slots=True)
class EntryLink:
    """A link to an entry, in these words. A page does not link to itself: there the words stand alone."""

    tag: ClassVar[str] = "entry"
    id: str
    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to another site."""

    tag: ClassVar[str] = "web"
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class SiteLink:
    """A link to another page or a file of this site, by its path below the site's root, and to a place on it."""

    tag: ClassVar[str] = "site"
    path: str
    parts: Line
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """What one types, or a program reads. An address `breaks` behind its slashes where there is little room."""

    tag: ClassVar[str] = "code"
    text: str
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Parts that are set off: strongly, or as a word that is spoken of."""

    tag: ClassVar[str] = "emphasis"
    parts: Line
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """Parts that are said in passing, in smaller letters: who says so, as of when."""

    tag: ClassVar[str] = "aside"
    parts: Line


@dataclass(frozen=True, slots=True)
class SourceNumbers:
    """The numbers of sources in the list at the foot of the page."""

    tag: ClassVar[str] = "cited"
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a new line begins within a line: a note below a claim."""

    tag: ClassVar[str] = "turn"


Inline = Words | EntryLink | WebLink | SiteLink | Code | Emphasis | Aside | SourceNumbers | Turn
Line = tuple[Inline, ...]


def plain_line(line: Iterable[Inline]) -> str:
    """The words of a line by themselves, without the numbers of sources."""
    return "".join(map(_plain, line)).replace(NO_BREAK, " ")


def _plain(part: Inline) -> str:
    match part:
        case Words() | Code():
            return part.text
        case EntryLink() | WebLink():
            return part.words
        case Emphasis() | Aside() | SiteLink():
            return plain_line(part.parts)
        case Turn():
            return " "
        case SourceNumbers():
            return ""


def joined(lines: Iterable[Line], between: str = ", ") -> Line:
    """Lines in a row, with the same words between each two."""
    parts: list[Inline] = []
    for line in lines:
        if parts:
            parts.append(Words(between))
        parts += line
    return tuple(parts)


def in_series(lines: Iterable[Line], last: str = "and") -> Line:
    """Lines as a series: 'A', 'A and B', 'A, B and C'."""
    *before, end = lines
    return (*joined(before), Words(f" {last} "), *end) if before else end
