"""What the page of a state says beside what every page says: its agreements and its weapons, a line for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armsref.law.holdings import Holdings
from armsref.law.standing import StandingInterval
from armsref.model import Event, Organisation, Participation, State, Treaty, Weapon
from armsref.model.dates import PartialDate
from armsref.prose.english import begun, day
from armsref.prose.lines import Line, Words
from armsref.prose.status import standing_words
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import WEAPON_TYPES
from armsref.views.parts import Fact, Group
from armsref.views.weapon import range_line
from armsref.views.writer import Writer, unbroken_day, words

NOT_KNOWN: Line = (Words("–"),)
_AGREEMENT_HEADS = ("Agreement", "Binding", "Standing", "Since", "Signed", "By")
_WEAPON_HEADS = ("Weapon", "Type", "Range", "Status")


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event: its day, and a link to it."""

    day: str
    link: Line


@dataclass(frozen=True, slots=True)
class StateTable:
    """The agreements or weapons with which a state has to do in one way; a column without anything is left out."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class StatePart:
    """What the reference holds on a state. `others` are the agreements that it has not joined, or may have.

    `today` is the day of all this, which a reader may change for the agreements.
    """

    today: str
    agreements: tuple[StateTable, ...]
    others: tuple[Group, ...]
    weapons: tuple[StateTable, ...]
    organisations: Line
    events: tuple[EventRow, ...]


def state_facts(writer: Writer, state: State) -> tuple[Fact, ...]:
    """The facts at a glance."""
    found = []
    if state.existed_until:
        found.append(Fact("Existed until", ((Words(unbroken_day(state.existed_until)),),)))
    if state.successors:
        found.append(Fact("Succeeded by", (writer.links(state.successors),)))
    return tuple(found)


def state_part(writer: Writer, state: State) -> StatePart:
    """What is said of a state: its agreements, weapons, organisations and events."""
    held, dataset = writer.as_of.held(state.id), writer.as_of.dataset
    events = (event for event in dataset.of_kind(Event) if state.id in event.involves)
    return StatePart(
        today=writer.as_of.day.isoformat(),
        agreements=tuple(_agreements(writer, state, held)),
        others=tuple(
            Group(f"{label} ({len(ids)})", writer.links(ids))
            for label, ids in (("Has not joined", held.not_joined), ("Not recorded here", held.unrecorded))
            if ids
        ),
        weapons=tuple(_weapons(writer, held)),
        organisations=writer.links(body.id for body in dataset.of_kind(Organisation) if state.id in body.states),
        events=tuple(EventRow(unbroken_day(event.date), writer.link(event.id)) for event in events),
    )


def _table(label: str, heads: tuple[str, ...], rows: Iterable[tuple[Line, ...]]) -> StateTable:
    """A table without the columns in which nothing stands."""
    all_rows = list(rows)
    kept = [number for number in range(len(heads)) if any(row[number] for row in all_rows)]
    filled = (tuple(row[number] or NOT_KNOWN for number in kept) for row in all_rows)
    return StateTable(label, tuple(heads[number] for number in kept), tuple(filled))


# Agreements


def _agreements(writer: Writer, state: State, held: Holdings) -> Iterator[StateTable]:
    """The agreements that bind a state, that it signed, and that it left or that ended."""
    for label, ids in (
        ("Bound by", held.current),
        ("Signed, not bound", held.signed),
        ("Unclear", held.unclear),
        ("Left, ended or never in force", held.past),
    ):
        if ids:
            yield _table(label, _AGREEMENT_HEADS, (_agreement(writer, treaty_id, state) for treaty_id in ids))


def _agreement(writer: Writer, treaty_id: str, state: State) -> tuple[Line, ...]:
    as_of, treaty = writer.as_of, writer.as_of.dataset[treaty_id]
    assert isinstance(treaty, Treaty)
    place = as_of.coverage.standing_on(treaty, state.id, as_of.day)
    since = unbroken_day(place.given) if place and not place.is_undated else ""
    rows = [row for row in as_of.dataset.participation.get(treaty_id, ()) if row.state == state.id]
    said = (treaty.binding, typographic(standing_words(as_of.dataset, place)), since, *_steps(place, rows))
    return (writer.link(treaty_id), *(words(cell) if cell else () for cell in said))


def _steps(place: StandingInterval | None, rows: list[Participation]) -> tuple[str, str]:
    """The day on which it signed, where that is not told already; by what act it was bound, and what else is noted."""
    told = place.given if place else None
    signed = [day(row.signed) for row in rows if row.signed and row.signed != told]
    notes = [f"{typographic(row.note.rstrip('.'))}." for row in rows if row.note]
    acts = [words for row in rows if (words := _act_words(row, told))]
    return ", ".join(signed), " ".join([*([begun(", ".join(acts)) + "."] if acts and notes else acts), *notes])


def _act_words(row: Participation, told: PartialDate | None) -> str:
    """By what act it was bound, and when where that is not told already: 'accession of 18 May 2005'."""
    if row.bound is None or row.bound == told:
        return row.act or ""
    return f"{row.act or 'act'} of {day(row.bound)}"


# Weapons


def _weapons(writer: Writer, held: Holdings) -> Iterator[StateTable]:
    """The weapons that a state fields, that it gave up, and that it made for others or never fielded."""
    for label, ids in (("Fields", held.fields), ("Fielded", held.fielded), ("Developed", held.developed)):
        if ids:
            yield _table(label, _WEAPON_HEADS, (_weapon(writer, weapon_id) for weapon_id in ids))


def _weapon(writer: Writer, weapon_id: str) -> tuple[Line, ...]:
    weapon = writer.as_of.dataset[weapon_id]
    assert isinstance(weapon, Weapon)
    mark = writer.as_of.marks[weapon_id]
    return (
        writer.link(weapon_id),
        words(begun(WEAPON_TYPES[weapon.type])),
        range_line(weapon.range_km),
        words(mark.words),
    )
