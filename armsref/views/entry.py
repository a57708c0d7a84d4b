"""What the page of an entry says, in the order in which it says it."""

from __future__ import annotations

from dataclasses import dataclass

from armsref.loading.relations import related
from armsref.model import Entry, Event, Organisation, State, Term, Treaty, Weapon
from armsref.prose.english import begun
from armsref.prose.lines import EntryLink
from armsref.prose.texts import Block, typographic
from armsref.prose.vocabulary import FORMS, KINDS, ORGANISATION_FORMS, RELATIONS, SECTION_TITLES, WEAPON_TYPES
from armsref.views.as_of import AsOf
from armsref.views.names import known_as, names
from armsref.views.others import (
    EventPart,
    TermPart,
    event_facts,
    event_part,
    organisation_facts,
    term_part,
)
from armsref.views.parts import Fact, Group, Head, Mentioned, SourceRow
from armsref.views.state import StatePart, state_facts, state_part
from armsref.views.treaty import TreatyPart, treaty_facts, treaty_part
from armsref.views.weapon import WeaponPart, weapon_facts, weapon_part
from armsref.views.writer import Writer, unbroken_day

Part = TreatyPart | WeaponPart | TermPart | EventPart | StatePart | None


@dataclass(frozen=True, slots=True)
class EntryView:
    """The page of an entry. `own` is what only its kind has; the names of a weapon stand in that."""

    head: Head
    facts: tuple[Fact, ...]
    summary: tuple[Block, ...]
    own: Part
    names: tuple[Fact, ...]
    related: tuple[Group, ...]
    mentions: Mentioned
    sources: tuple[SourceRow, ...]
    reviewed: str
    before: EntryLink | None
    after: EntryLink | None


def entry_view(as_of: AsOf, entry: Entry) -> EntryView:
    """The page of an entry on a day."""
    # In the order of the page, in which its sources are numbered and its entries are first mentioned.
    writer = Writer(as_of, entry)
    facts = _facts(writer, entry)
    summary = writer.prose(entry.summary)
    own = _own(writer, entry)
    before, after = as_of.neighbours[entry.id]
    return EntryView(
        head=head_of(as_of, entry),
        facts=facts,
        summary=summary,
        own=own,
        names=() if isinstance(entry, Weapon) else names(entry),
        related=_related(writer, entry),
        mentions=_mentions(writer, entry),
        sources=writer.sources(),
        reviewed=unbroken_day(entry.reviewed) if entry.reviewed else "Not yet",
        before=_neighbour(before),
        after=_neighbour(after),
    )


def head_of(as_of: AsOf, entry: Entry) -> Head:
    """What the page of an entry begins with."""
    formal = entry.formal_name if isinstance(entry, Treaty | State) else None
    name = formal or entry.name
    return Head(
        id=entry.id,
        kind=entry.kind,
        title=typographic(entry.title),
        formal_name=typographic(" ".join(name.split())) if name != entry.title else "",
        names=() if isinstance(entry, State) else known_as(entry),
        kind_words=begun(kind_words(entry)),
        status=as_of.marks.get(entry.id),
        answer=as_of.answer(entry),
    )


def kind_words(entry: Entry) -> str:
    """What sort of thing an entry is: 'memorandum', 'cruise missile', 'former state'."""
    match entry:
        case Treaty():
            return FORMS[entry.form]
        case Weapon():
            return WEAPON_TYPES[entry.type]
        case Organisation():
            return ORGANISATION_FORMS[entry.form]
        case State() if entry.existed_until:
            return "former state"
        case _:
            return KINDS[entry.kind]


def _facts(writer: Writer, entry: Entry) -> tuple[Fact, ...]:
    match entry:
        case Treaty():
            return treaty_facts(writer, entry)
        case Weapon():
            return weapon_facts(writer, entry)
        case Event():
            return event_facts(writer, entry)
        case Organisation():
            return organisation_facts(writer, entry)
        case State():
            return state_facts(writer, entry)
        case _:
            return ()


def _own(writer: Writer, entry: Entry) -> Part:
    match entry:
        case Treaty():
            return treaty_part(writer, entry)
        case Weapon():
            return weapon_part(writer, entry)
        case Term():
            return term_part(writer, entry)
        case Event():
            return event_part(writer, entry)
        case State():
            return state_part(writer, entry)
        case _:
            return None


def _related(writer: Writer, entry: Entry) -> tuple[Group, ...]:
    by_relation = related(writer.as_of.dataset, entry)
    return tuple(
        Group(RELATIONS[how], writer.links(other.id for other in others)) for how, others in by_relation.items()
    )


def _mentions(writer: Writer, entry: Entry) -> Mentioned:
    """The entries that refer to this one or name it in a text, by kind."""
    dataset = writer.as_of.dataset
    others = [dataset[other] for other in writer.as_of.mentions.by.get(entry.id, ())]
    by_kind: dict[str, list[str]] = {}
    for other in sorted(others, key=lambda other: other.title.casefold()):
        by_kind.setdefault(SECTION_TITLES[other.kind], []).append(other.id)
    return Mentioned(len(others), tuple(Group(title, writer.links(ids)) for title, ids in by_kind.items()))


def _neighbour(entry: Entry | None) -> EntryLink | None:
    return EntryLink(entry.id, typographic(entry.title)) if entry else None
