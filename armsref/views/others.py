"""What the pages of terms, events and organisations say beside what every page says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from armsref.model import Account, Definition, Event, Organisation, Term, Weapon
from armsref.prose.english import begun
from armsref.prose.lines import Aside, EntryLink, Inline, Line, Words
from armsref.prose.status import linked_names
from armsref.prose.texts import Block, typographic
from armsref.prose.vocabulary import LAUNCHED_FOR
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
