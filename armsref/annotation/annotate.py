"""Explaining a text: the names in it, and how each entry stood on the text's day."""

from __future__ import annotations

import calendar
import hashlib
import re
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
from markupsafe import Markup, escape

from armsref.annotation.finder import Finder, Match
from armsref.law.coverage import coverage_of
from armsref.loading.dataset import Dataset
from armsref.model import Entry, Kind, Treaty, Weapon
from armsref.model.addresses import address_of
from armsref.prose.dated import answer_intervals, answer_on
from armsref.prose.english import day
from armsref.prose.status import treaty_mark, weapon_mark

# More than this is no article; it is refused rather than held in memory.
MOST_BYTES = 20_000_000
_MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_DATES = re.compile(
    r"\b(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2}) ([A-Z][a-z]+),? (\d{4})|([A-Z][a-z]+) (\d{1,2}),? (\d{4}))\b"
)
_MONTHS = [name.lower() for name in calendar.month_name]


@dataclass(frozen=True)
class InputText:
    """A text as it was read: its words, and what was assumed of it."""

    name: str
    words: str
    assumed: str = ""


class UnreadableError(Exception):
    """A text that cannot be explained; the message says why."""


def read_input(name: str, raw: bytes) -> InputText:
    """A text from its bytes. Raises UnreadableError for what is no text, or too long."""
    if len(raw) > MOST_BYTES:
        raise UnreadableError(f"{name}: more than {MOST_BYTES // 1_000_000} MB; cut it into parts")
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in raw[:4096] and not marked:
        raise UnreadableError(f"{name}: this is not a text")
    try:
        return InputText(name, raw.decode("utf-16" if marked else "utf-8"), "read as UTF-16" if marked else "")
    except UnicodeDecodeError:
        pass
    return InputText(name, raw.decode("cp1252", errors="replace"), "not UTF-8: read as Windows-1252")


def day_of(words: str) -> date | None:
    """The first day that a text names, which in an article is mostly its own."""
    for written in _DATES.finditer(words[:2000]):
        year, month, on = (written[1], written[2], written[3]) if written[1] else _spelt(written)
        try:
            return date(int(year), int(month), int(on))
        except ValueError:
            continue
    return None


def _spelt(written: re.Match[str]) -> tuple[str, str, str]:
    """The year, month and day of a date whose month is a word; of no month, 0."""
    on, month, year = (written[4], written[5], written[6]) if written[4] else (written[8], written[7], written[9])
    number = _MONTHS.index(month.lower()) if month.lower() in _MONTHS else 0
    return year, str(number), on


# The kinds of entry in the order in which they tell what a text is about; that it names a state says little.
WHAT_IT_IS_ABOUT: tuple[Kind, ...] = ("treaty", "weapon", "event", "term", "organisation", "state")


@dataclass(frozen=True)
class Explained:
    """A text with the names found in it, for one day; answers are those of `today`."""

    dataset: Dataset
    text: InputText
    on: date
    today: date
    matches: tuple[Match, ...]

    @property
    def order(self) -> list[str]:
        """The entries found: agreements, weapons and events before terms and states; of a kind the oftenest named."""
        counts = Counter(match.id for match in self.matches if match.id)
        ranks = {entry_id: WHAT_IT_IS_ABOUT.index(self.dataset[entry_id].kind) for entry_id in counts}
        return sorted(counts, key=lambda entry_id: (ranks[entry_id], -counts[entry_id]))

    def entry(self, entry_id: str) -> Entry:
        """An entry found."""
        return self.dataset[entry_id]

    def standing(self, entry_id: str) -> str:
        """How an entry stood on the day; nothing for what has no status."""
        entry = self.dataset[entry_id]
        if isinstance(entry, Treaty):
            return treaty_mark(coverage_of(self.dataset), entry, self.on).words
        return weapon_mark(entry, self.on).words if isinstance(entry, Weapon) else ""

    def answer(self, entry_id: str) -> str:
        """What is said of an entry on the day: its answer, or facts where that tells of a later day."""
        entry = self.dataset[entry_id]
        return answer_on(answer_intervals(coverage_of(self.dataset), entry, entry.answer or "", self.today), self.on)

    def record(self) -> dict[str, Any]:
        """All of it for a program."""
        matches = [
            asdict(match)
            | {"kind": self.dataset[match.id].kind if match.id else None, "alternatives": [*match.alternatives]}
            for match in self.matches
        ]
        counts = Counter(match.id for match in self.matches)
        return {
            "file": self.text.name,
            "text_sha256": hashlib.sha256(self.text.words.encode("utf-8", "surrogatepass")).hexdigest(),
            "date": self.on.isoformat(),
            "matches": matches,
            "entries": [
                {
                    "id": entry_id,
                    "kind": self.entry(entry_id).kind,
                    "title": self.entry(entry_id).title,
                    "answer": self.answer(entry_id),
                    "status": self.standing(entry_id),
                    "count": counts[entry_id],
                    "first": next(match.start for match in self.matches if match.id == entry_id),
                }
                for entry_id in self.order
            ],
        }


def explain(dataset: Dataset, finder: Finder, text: InputText, on: date | None, today: date) -> Explained:
    """Find the names in a text, for a day: the one given, else the text's own, else today."""
    seen = text.words
    if Path(text.name).suffix.lower() in (".html", ".htm"):
        # Markup is covered by as many spaces, so that what is found stands where it stood.
        seen = _MARKUP.sub(lambda markup: " " * len(markup[0]), seen)
    return Explained(dataset, text, on or day_of(seen) or today, today, tuple(finder.find(seen)))


# Written out


def annotated_text(explained: Explained, colour: bool) -> str:
    """The text with each name numbered, and the entries below."""
    numbers = {entry_id: str(at) for at, entry_id in enumerate(explained.order, 1)}
    body = _marked(explained, lambda match: _numbered(match, numbers, colour))
    lines = [body.rstrip("\n"), "", f"As of {day(explained.on)}:"]
    for entry_id, number in numbers.items():
        entry = explained.entry(entry_id)
        standing, answer = explained.standing(entry_id), explained.answer(entry_id)
        lines.append(f"[{number}] {entry.title}{f' ({standing})' if standing else ''}: {answer or entry.kind}")
    return "\n".join(lines)


def _numbered(match: Match, numbers: dict[str, str], colour: bool) -> str:
    mark = f"[{numbers[match.id]}]" if match.id else f"[{' or '.join(match.alternatives)}?]"
    return click.style(match.surface, underline=True) + click.style(mark, dim=True) if colour else match.surface + mark


def annotated_markdown(explained: Explained, base: str) -> str:
    """The text with each name a link."""
    return _marked(
        explained, lambda match: f"[{match.surface}]({base}{address(explained, match)})" if match.id else match.surface
    )


def annotated_html(explained: Explained, base: str) -> Markup:
    """The text as HTML that runs nothing, each name a link titled with its answer."""

    def link(match: Match) -> Markup:
        if not match.id:
            return escape(match.surface)
        title = " – ".join(filter(None, [explained.standing(match.id), explained.answer(match.id)]))
        return Markup('<a href="{}" title="{}">{}</a>').format(base + address(explained, match), title, match.surface)

    return Markup("<pre>{}</pre>").format(Markup(_marked(explained, link, escape)))


def address(explained: Explained, match: Match) -> str:
    """The address of the page of a match, below the site."""
    assert match.id
    return address_of(explained.entry(match.id))


def _marked(explained: Explained, mark: Any, between: Any = str) -> str:
    parts, at = [], 0
    for match in explained.matches:
        parts += [between(explained.text.words[at : match.start]), mark(match)]
        at = match.end
    return "".join([*parts, between(explained.text.words[at:])])
