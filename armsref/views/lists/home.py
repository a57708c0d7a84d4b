"""The sections of the reference, as the front page has them."""

from __future__ import annotations

from dataclasses import dataclass

from armsref.model import ENTRY_MODELS, Kind
from armsref.model.addresses import SECTIONS
from armsref.prose.vocabulary import SECTION_TITLES
from armsref.views.as_of import AsOf

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
