"""The agreements by how they stand today."""

from __future__ import annotations

from dataclasses import dataclass

from armsref.model import Treaty
from armsref.prose.lines import EntryLink
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import STATUS_GROUPS, slug
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import Sought, sought
from armsref.views.lists.tables import link_to
from armsref.views.lists.timeline import DaySpan, day_span

# The front page shows no more than a screen of agreements; the list has them all.
FRONT_PAGE = 12


@dataclass(frozen=True, slots=True)
class TreatyStanding:
    """An agreement, and how it stands today."""

    link: EntryLink
    words: str
    sought: Sought


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """The agreements of a status."""

    status: str
    heading: str
    treaties: tuple[TreatyStanding, ...]


@dataclass(frozen=True, slots=True)
class InForce:
    """All agreements by their status today, and the days for which one may ask instead."""

    span: DaySpan
    groups: tuple[StatusGroup, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first agreements of some: `in_all` says how many there are in all where those are more.

    `otherwise` is said where there is none.
    """

    treaties: tuple[TreatyStanding, ...]
    in_all: int = 0
    otherwise: str = ""


def in_force(as_of: AsOf) -> InForce:
    """All agreements by their status today; a group in which there is none today may have some on another day."""
    treaties = as_of.dataset.of_kind(Treaty)
    groups = [
        StatusGroup(
            status,
            heading,
            tuple(_standing(as_of, treaty) for treaty in treaties if as_of.marks[treaty.id].code == slug(status)),
        )
        for status, heading in STATUS_GROUPS.items()
    ]
    return InForce(day_span(as_of), tuple(groups))


def in_force_today(as_of: AsOf) -> Excerpt:
    """The agreements in force; of many, those to which most entries refer."""
    backlinks = as_of.dataset.backlinks
    treaties = sorted(_standing_at(as_of, "in-force"), key=lambda treaty: -len(backlinks.get(treaty.id, ())))
    return Excerpt(
        tuple(_standing(as_of, treaty) for treaty in treaties[:FRONT_PAGE]),
        in_all=len(treaties) if len(treaties) > FRONT_PAGE else 0,
        otherwise="None of the agreements listed here is in force.",
    )


def _standing_at(as_of: AsOf, code: str) -> list[Treaty]:
    return [treaty for treaty in as_of.dataset.of_kind(Treaty) if as_of.marks[treaty.id].code == code]


def _standing(as_of: AsOf, treaty: Treaty) -> TreatyStanding:
    return TreatyStanding(link_to(treaty), typographic(as_of.marks[treaty.id].words), sought(as_of, treaty))
