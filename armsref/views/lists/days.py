"""The days that the data names: those remembered every year, and those that are to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from armsref.law.coverage import coverage_of
from armsref.law.status import OVER
from armsref.law.timeline import ANNOUNCING, timeline
from armsref.loading.dataset import Dataset
from armsref.model import Entry, Event, Treaty, TreatyHistory, Weapon
from armsref.model.dates import PartialDate
from armsref.prose.english import listed
from armsref.prose.vocabulary import spaced

# The acts by which a legally binding agreement is remembered.
_REMEMBERED = {
    "signed": "signed", "opened-for-signature": "opened for signature", "entered-into-force": "entered into force",
}  # fmt: skip
# What comes, where the words of its act alone do not say it.
_COMING = {
    "expired": "last day of its term", "withdrew": "withdrawal takes effect", "suspended": "suspension takes effect",
    "entered-into-force": "enters into force",
}  # fmt: skip


@dataclass(frozen=True)
class CalendarDay:
    """A day of an entry and what happens on it: in `words`, and as a `code` that is unique for the entry and the day.

    A `yearly` day is remembered on every anniversary.
    """

    entry: Entry
    when: PartialDate
    code: str
    words: str
    yearly: bool = False


def is_a_day(when: PartialDate) -> bool:
    """Whether one day is named, and not about when."""
    return when.precision == "day" and not when.about


def anniversaries(dataset: Dataset, today: date) -> Iterator[CalendarDay]:
    """The days, up to today, on which legally binding agreements were signed or entered into force; and of events."""
    told = {(entry_id, event.date) for event in dataset.of_kind(Event) for entry_id in event.involves}
    for treaty in dataset.of_kind(Treaty):
        if treaty.binding == "legally":
            # A day that is an event of its own is remembered as that event.
            yield from (day for day in _remembered(treaty, today) if (treaty.id, day.when) not in told)
    for event in dataset.of_kind(Event):
        if is_a_day(event.date) and event.date.earliest <= today:
            yield CalendarDay(event, event.date, "event", _with_year(event.title, event.date), yearly=True)


def _remembered(treaty: Treaty, today: date) -> Iterator[CalendarDay]:
    done: dict[PartialDate, list[str]] = defaultdict(list)
    for act in treaty.history:
        # What one state did by itself is no day of the agreement.
        if act.act in _REMEMBERED and len(act.actors) != 1 and is_a_day(act.date) and act.date.earliest <= today:
            done[act.date].append(act.act)
    for when, acts in done.items():
        # What is opened for signature is as a rule signed by some on the same day.
        kept = [act for act in dict.fromkeys(acts) if act != "signed" or "opened-for-signature" not in acts]
        words = f"{treaty.title} {' and '.join(_REMEMBERED[act] for act in kept)}"
        yield CalendarDay(treaty, when, kept[0], _with_year(words, when), yearly=True)


def _with_year(words: str, when: PartialDate) -> str:
    return words if str(when.year) in words else f"{words}, {when.year}"


def coming(dataset: Dataset, today: date) -> Iterator[CalendarDay]:
    """The days after today that the data names: terms that run out, acts that take effect, what is planned."""
    for treaty in dataset.of_kind(Treaty):
        interval = coverage_of(dataset).status_on(treaty, today)
        if interval is None or interval.status not in OVER:
            yield from _ahead(dataset, treaty, today)
    for weapon in dataset.of_kind(Weapon):
        for step in weapon.history:
            if step.date.latest > today:
                yield CalendarDay(weapon, step.date, step.act, f"{weapon.title}: {spaced(step.act)}")
    for event in dataset.of_kind(Event):
        if event.date.latest > today:
            yield CalendarDay(event, event.date, "event", event.title)


def _ahead(dataset: Dataset, treaty: Treaty, today: date) -> Iterator[CalendarDay]:
    named = [*_acts(treaty), *_terms(treaty), *_rows(dataset, treaty)]
    for does, when, by in dict.fromkeys(named):
        if when.latest > today:
            who = f" ({listed([dataset[state].title for state in by])})" if by else ""
            words = f"{treaty.title}: {_COMING.get(does, spaced(does))}{who}"
            yield CalendarDay(treaty, when, "-".join([does, *by]), words)


_Named = tuple[str, PartialDate, Sequence[str]]
"""What is done, when, and by whom: all where nobody is named."""


def _acts(treaty: Treaty) -> Iterator[_Named]:
    for act in treaty.history:
        yield act.act, act.date, act.actors
        if act.takes_effect:
            yield ANNOUNCING.get(act.act, act.act), act.takes_effect, act.actors


def _terms(treaty: Treaty) -> Iterator[_Named]:
    for turn in timeline(treaty):
        if turn.does == "expired" and isinstance(turn.act, TreatyHistory) and turn.act.until:
            yield "expired", turn.act.until, ()


def _rows(dataset: Dataset, treaty: Treaty) -> Iterator[_Named]:
    for row in dataset.participation.get(treaty.id, ()):
        if row.left:
            yield "withdrew", row.left, (row.state,)
