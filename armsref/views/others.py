"""What the pages of terms, events, organisations and states say beside what every page says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armsref.law.holdings import Holdings
from armsref.model import Account, Definition, Event, Organisation, State, Term, Treaty, Weapon
from armsref.prose.english import begun
from armsref.prose.lines import Aside, EntryLink, Inline, Line, Words
from armsref.prose.status import linked_names, standing_words
from armsref.prose.texts import Block, typographic
from armsref.prose.vocabulary import BINDING, LAUNCHED_FOR
from armsref.views.as_of import AsOf
from armsref.views.parts import AccountRow, Fact, Group, Verdicts
from armsref.views.verdicts import on_launch, sentence_on_weapon
from armsref.views.writer import Writer, unbroken_day, words

# Terms


@dataclass(frozen=True, slots=True)
class TermPart:
    """What is said of a term alone; `reached` are those of its examples that are weapons, with what agreements do."""

    definitions: tuple[AccountRow, ...]
    why_it_matters: tuple[Block, ...]
    reached: tuple[tuple[EntryLink, str], ...]
    groups: tuple[Group, ...]


def term_part(writer: Writer, term: Term) -> TermPart:
    """What is said of a term after its summary, in that order."""
    links = (("Not to be confused with", term.not_to_confuse_with), ("Examples", term.examples))
    return TermPart(
        definitions=_accounts(writer, term.definitions),
        why_it_matters=writer.prose(term.why_it_matters),
        reached=_reached(writer, term),
        groups=tuple(Group(label, writer.links(ids)) for label, ids in links if ids),
    )


def _reached(writer: Writer, term: Term) -> tuple[tuple[EntryLink, str], ...]:
    examples = [writer.as_of.dataset[example] for example in term.examples]
    return tuple(
        (EntryLink(weapon.id, typographic(weapon.title)), sentence_on_weapon(writer.as_of, weapon))
        for weapon in examples
        if isinstance(weapon, Weapon)
    )


def _accounts(writer: Writer, claims: Iterable[Definition | Account]) -> tuple[AccountRow, ...]:
    found = []
    for claim in claims:
        as_of: tuple[Inline, ...] = (Words(" "), Aside((Words(unbroken_day(claim.as_of)),))) if claim.as_of else ()
        speaker = (*writer.speaker_of(claim), *as_of)
        found.append(
            AccountRow(speaker, (*writer.line(claim.text), *writer.cite(claim.source)), writer.line(claim.note))
        )
    return tuple(found)


# Events


@dataclass(frozen=True, slots=True)
class EventPart:
    """What is said of an event alone; `notice` where it is a launch."""

    notice: Verdicts | None
    accounts: tuple[AccountRow, ...]


def event_facts(writer: Writer, event: Event) -> tuple[Fact, ...]:
    """The facts at a glance."""
    until = f" to {unbroken_day(event.end_date)}" if event.end_date else ""
    found = [Fact("Date", ((Words(f"{unbroken_day(event.date)}{until}"),),))]
    if event.place:
        found.append(Fact("Place", (words(event.place),)))
    if event.launch:
        found.append(Fact("Launch", (_launch(writer, event),)))
    for label, ids in (("Concerns", event.involves), ("Led to", event.led_to)):
        if ids:
            found.append(Fact(label, (writer.links(ids),)))
    return tuple(found)


def _launch(writer: Writer, event: Event) -> Line:
    launch, dataset = event.launch, writer.as_of.dataset
    assert launch
    line: list[Inline] = [*writer.link(launch.weapon), Words(" by "), *linked_names(dataset, [launch.by])]
    if launch.launched_from:
        line.append(Words(typographic(f" from {launch.launched_from}")))
    if launch.towards:
        line += [Words(" towards "), *linked_names(dataset, [launch.towards])]
    return (*line, Words(f", {LAUNCHED_FOR[launch.purpose]}"))


def event_part(writer: Writer, event: Event) -> EventPart:
    """What is said of an event after its summary, in that order."""
    notice = on_launch(writer.as_of, event) if event.launch else None
    return EventPart(notice, _accounts(writer, event.accounts))


# Organisations


def organisation_facts(writer: Writer, organisation: Organisation) -> tuple[Fact, ...]:
    """The facts at a glance."""
    found = []
    if organisation.states:
        label = "State" if len(organisation.states) == 1 else "States"
        found.append(Fact(label, (writer.links(organisation.states),)))
    if organisation.seat:
        found.append(Fact("Seat", (words(organisation.seat),)))
    for name in ("founded", "dissolved"):
        claims = getattr(organisation, name)
        if claims:
            found.append(Fact(begun(name), tuple(writer.claim(name, claim) for claim in claims)))
    return tuple(found)


# States


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event: its day, and a link to it."""

    day: str
    link: Line


@dataclass(frozen=True, slots=True)
class StandingRow:
    """An agreement, how it binds, how the state stands in it, and the day since when as its source gives it."""

    agreement: Line
    effect: str
    standing: str
    since: str


@dataclass(frozen=True, slots=True)
class StandingGroup:
    """The agreements in which a state has a like standing."""

    label: str
    rows: tuple[StandingRow, ...]


@dataclass(frozen=True, slots=True)
class StatePart:
    """What the reference holds on a state. `others` are the agreements that it has not joined, or may have."""

    agreements: tuple[StandingGroup, ...]
    others: tuple[Group, ...]
    weapons: tuple[Group, ...]
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
    weapons = (("Fields", held.fields), ("Fielded", held.fielded), ("Developed", held.developed))
    events = (event for event in dataset.of_kind(Event) if state.id in event.involves)
    return StatePart(
        agreements=tuple(_standing_groups(writer, state, held)),
        others=tuple(
            Group(f"{label} ({len(ids)})", writer.links(ids))
            for label, ids in (("Has not joined", held.not_joined), ("Not recorded here", held.unrecorded))
            if ids
        ),
        weapons=tuple(Group(label, writer.links(ids)) for label, ids in weapons if ids),
        organisations=writer.links(body.id for body in dataset.of_kind(Organisation) if state.id in body.states),
        events=tuple(EventRow(unbroken_day(event.date), writer.link(event.id)) for event in events),
    )


def _standing_groups(writer: Writer, state: State, held: Holdings) -> Iterator[StandingGroup]:
    """The agreements that bind a state, that it signed, and that it left or that ended."""
    for label, ids in (
        ("Bound by", held.current),
        ("Signed, not bound", held.signed),
        ("Unclear", held.unclear),
        ("Left, ended or never in force", held.past),
    ):
        if ids:
            yield StandingGroup(label, tuple(_standing_row(writer, treaty_id, state) for treaty_id in ids))


def _standing_row(writer: Writer, treaty_id: str, state: State) -> StandingRow:
    as_of, treaty = writer.as_of, _treaty(writer.as_of, treaty_id)
    place = as_of.coverage.standing_on(treaty, state.id, as_of.day)
    return StandingRow(
        writer.link(treaty_id),
        BINDING[treaty.binding],
        typographic(standing_words(as_of.dataset, place)),
        unbroken_day(place.given) if place and not place.is_undated else "–",
    )


def _treaty(as_of: AsOf, treaty_id: str) -> Treaty:
    treaty = as_of.dataset[treaty_id]
    assert isinstance(treaty, Treaty)
    return treaty
