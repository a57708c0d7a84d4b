"""What the front page tells: what happened last, what comes next, and the sections of the reference."""

from __future__ import annotations

from dataclasses import dataclass

from armsref.model import ENTRY_MODELS, Event, Kind
from armsref.model.addresses import SECTIONS
from armsref.model.dates import PartialDate
from armsref.prose.english import day
from armsref.prose.lines import EntryLink
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import SECTION_TITLES
from armsref.views.as_of import AsOf
from armsref.views.lists.days import coming
from armsref.views.lists.items import DatedLink, acts_until, linked_act
from armsref.views.lists.tables import link_to

# So many days of the past, and so many to come, have room on the front page.
LATEST, NEXT = 5, 3

SECTION_LINES: dict[Kind, str] = {
    "treaty": "What was agreed, by whom, and whether it is still in force.",
    "weapon": "What it is called, how far it reaches, and who says so.",
    "term": "What the words mean, and to whom.",
    "event": "What happened, day by day, by whose account.",
    "organisation": "Who makes, keeps and carries out arms control.",
    "state": "What each state is bound by, and what it fields.",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of entry: where its list is below the site's root, how many entries it has, and what they tell."""

    address: str
    title: str
    entries: int
    line: str


def sections(as_of: AsOf) -> tuple[Section, ...]:
    """The kinds of entry."""
    return tuple(
        Section(f"{folder}/", SECTION_TITLES[kind], len(as_of.dataset.of_kind(ENTRY_MODELS[kind])), SECTION_LINES[kind])
        for kind, folder in SECTIONS.items()
    )


@dataclass(frozen=True, slots=True)
class Happenings:
    """What happened last, the latest first, and what is to come, the next first."""

    lately: tuple[DatedLink, ...]
    coming: tuple[DatedLink, ...]


def happenings(as_of: AsOf) -> Happenings:
    """What the data tells of last, and the days to come that it names."""
    ahead = sorted(coming(as_of.dataset, as_of.day), key=lambda named: (named.when.earliest, named.words))
    return Happenings(
        lately=_lately(as_of),
        coming=tuple(
            DatedLink(day(named.when), EntryLink(named.entry.id, typographic(named.words))) for named in ahead[:NEXT]
        ),
    )


def _lately(as_of: AsOf) -> tuple[DatedLink, ...]:
    """The last events, and the last acts of agreements that are no event."""
    events = [event for event in as_of.dataset.of_kind(Event) if event.date.latest <= as_of.day]
    told = {(entry_id, event.date) for event in events for entry_id in event.involves}
    acts = [pair for pair in acts_until(as_of.dataset, as_of.day) if (pair[0].id, pair[1].date) not in told]
    dated: list[tuple[PartialDate, DatedLink]] = [
        *((event.date, DatedLink(day(event.date), link_to(event))) for event in events),
        *((act.date, linked_act(as_of, treaty, act)) for treaty, act in acts),
    ]
    dated.sort(key=lambda pair: (pair[0].latest, pair[1].link.words), reverse=True)
    return tuple(link for _, link in dated[:LATEST])
