"""What is said of an entry on a day of the past: its answer if that tells of nothing later, else facts."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, zip_longest

from armsref.law.coverage import Coverage
from armsref.law.effects import EFFECT_ORDER
from armsref.law.status import weapon_intervals
from armsref.law.timeline import Interval, interval_on
from armsref.model import Entry, Event, Participation, Provision, State, Treaty, Weapon, WeaponHistory
from armsref.model.dates import PartialDate
from armsref.prose.english import begun, day, listed, the
from armsref.prose.texts import plain
from armsref.prose.vocabulary import BINDING, FORMS, WEAPON_TYPES, sentence

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
# "8 December 1987", "December 1987", "1987", "2025-26"; not the number of a thing, as in Kosmos-1408, nor a decade.
_DATES = re.compile(
    r"(?<![\w,.-])(?:(?:(\d{1,2}) )?(" + "|".join(_MONTHS) + r") )?((?:19|20)\d\d)(?:[-–](\d\d))?(?!\w)"
)
# What speaks of who takes part, which changes with acts that only the table of participation tells of.
_ON_STATES = re.compile(
    r"\b(\d+ (\w+ )?(parties|states|members)|takes? part|a party|joined|ratified|outside|members)\b"
)
# What speaks of the day on which the answer was written, so that any act may be meant.
_ON_TODAY = re.compile(r"\b(now|still|later|latest|last|today|being|replaced|begun|all \d+)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"(?<=[.;]) ")


@dataclass(frozen=True, slots=True)
class AnswerInterval(Interval):
    """Days for which the same is said of an entry in place of its answer, or its answer; empty where nothing is."""

    start: date
    words: str


def answer_on(intervals: Iterable[AnswerInterval], on: date) -> str:
    """What is said of an entry on a day."""
    interval = interval_on(intervals, on)
    return interval.words if interval else ""


def answer_intervals(coverage: Coverage, entry: Entry, answer: str, today: date) -> tuple[AnswerInterval, ...]:
    """What is said of an entry over time, of which the last is its answer; none tells of a day that is yet to come.

    The answer was written for `today`. Facts stand before the last of the acts that it may tell of; of what has none
    the clauses up to the first that names a later day.
    """
    steps = {date.min: ""}
    if isinstance(entry, Treaty | Weapon | Event | State):
        steps |= dict(_facts(coverage, entry))
        last = max(filter(lambda known: known <= today, [date.min, *_told(coverage, entry, answer, today)]))
        steps = {first: words for first, words in steps.items() if first < last} | {last: answer}
    else:
        steps |= dict(_clauses(answer, today))
    days = sorted(steps)
    return tuple(AnswerInterval(first, end, steps[first]) for first, end in zip_longest(days, days[1:]))


def dates_named(text: str) -> list[PartialDate]:
    """The days, months and years that a text names."""
    return [known for found in _DATES.finditer(text) for known in _dates(found)]


def _dates(found: re.Match[str]) -> Iterator[PartialDate]:
    number, month, year, until = found.groups()
    yield PartialDate(int(year), _MONTHS.get(month), int(number) if number else None)
    if until:
        yield PartialDate(int(year[:2] + until))


def _days_named(text: str, today: date) -> Iterator[date]:
    """The last days that the dates in a text may stand for; what is foreseen for later than today is no act."""
    for known in dates_named(text):
        if known.earliest <= today:
            yield min(known.latest, today)


# The days of which an answer may tell


def _told(coverage: Coverage, entry: Entry, answer: str, today: date) -> Iterator[date]:
    """The days of all acts that an answer may tell of: those that it names, and those that changed the status."""
    yield from _days_named(answer, today)
    if isinstance(entry, Treaty):
        yield from (interval.start for interval in coverage.status_intervals(entry))
        yield from (act.date.earliest for act in entry.history)
        if _ON_STATES.search(answer):
            yield from _days_of_table(coverage.dataset.participation.get(entry.id, ()))
    elif isinstance(entry, Weapon):
        yield from (interval.start for interval in weapon_intervals(entry) if interval.start)
        if _ON_TODAY.search(answer):
            yield from (act.date.earliest for act in entry.history)
    elif isinstance(entry, Event):
        yield entry.date.earliest
    elif isinstance(entry, State) and not entry.answer:
        yield from _days_counted(coverage, entry, today)


def _days_of_table(rows: Iterable[Participation]) -> Iterator[date]:
    for row in rows:
        yield from (known.earliest for known in (row.signed, row.bound, row.left) if known)


def _days_counted(coverage: Coverage, state: State, today: date) -> Iterator[date]:
    """From when on each agreement of a state is counted as it is today."""
    for treaty in coverage.dataset.of_kind(Treaty):
        if state.id in coverage.participants(treaty).states:
            current = (coverage.status_on(treaty, today), coverage.standing_on(treaty, state.id, today))
            yield from (interval.start for interval in current if interval)


# What is said instead


def _facts(coverage: Coverage, entry: Entry) -> Iterator[tuple[date, str]]:
    """From which day on which facts stand in place of an answer."""
    if isinstance(entry, Treaty):
        first = coverage.status_intervals(entry)[0].start
        yield first, " ".join(_treaty_facts(coverage, entry, first))
    elif isinstance(entry, Weapon):
        for act in sorted(entry.history, key=lambda act: act.date):
            yield act.date.earliest, _weapon_facts(coverage, entry, act)
    elif isinstance(entry, Event):
        yield entry.date.earliest, f"{begun(', '.join(filter(None, [day(entry.date), entry.place])))}."


def _treaty_facts(coverage: Coverage, treaty: Treaty, first: date) -> Iterator[str]:
    """What an agreement is and whose, and its weightiest provision that names no later day: a ban before a promise."""
    between = f" of {_names(coverage, treaty.parties)}" if treaty.parties else ""
    yield f"{begun(BINDING[treaty.binding])} {FORMS[treaty.form]}{between}."
    texts = (plain(coverage.dataset, provision.what) for provision in sorted(treaty.provisions, key=_weight))
    yield from [text for text in texts if all(known.earliest <= first for known in dates_named(text))][:1]


def _weight(provision: Provision) -> int:
    return EFFECT_ORDER.index(provision.effect)


def _weapon_facts(coverage: Coverage, weapon: Weapon, act: WeaponHistory) -> str:
    """What a weapon is and whose, and the last recorded act."""
    place = f", {act.place}" if act.place else ""
    what = f"{begun(WEAPON_TYPES[weapon.type])} of {_names(coverage, weapon.origin)}"
    return f"{what}. {sentence(act.act)}: {day(act.date)}{place}."


def _names(coverage: Coverage, states: Iterable[str]) -> str:
    return listed([the(coverage.dataset[state].title) for state in states])


def _clauses(answer: str, today: date) -> Iterator[tuple[date, str]]:
    """From which day on how many clauses of an answer tell of nothing later."""
    clauses = _CLAUSES.split(answer)
    lasts = accumulate((max(_days_named(clause, today), default=date.min) for clause in clauses), max)
    for last, told in zip(lasts, accumulate(clauses, lambda before, clause: f"{before} {clause}"), strict=True):
        yield last, f"{told[:-1]}." if told.endswith(";") else told
