"""How well founded the data is: which claims rest on a text that was read, which differ, what was reviewed when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from armsref.law.claims import differ
from armsref.loading.dataset import Dataset
from armsref.model import Attributed, Entry, Kind, Provision, Weapon


@dataclass(frozen=True)
class Share:
    """How many claims there are, and how many of them rest on at least one source that was read."""

    entries: int
    claims: int
    checked: int

    @property
    def percent(self) -> float:
        """The share of checked claims; 100 where there is nothing to check."""
        return 100 * self.checked / self.claims if self.claims else 100.0


@dataclass(frozen=True)
class Disputed:
    """A field of a weapon on which claims differ."""

    weapon: Weapon
    field: str
    claims: int


def share(dataset: Dataset, kind: Kind | None = None) -> Share:
    """The claims of all entries, or of those of one kind."""
    entries = [entry for entry in dataset if kind in (None, entry.kind)]
    checked = [_is_checked(dataset, sources) for entry in entries for sources in _claims(dataset, entry)]
    return Share(len(entries), len(checked), sum(checked))


def _claims(dataset: Dataset, entry: Entry) -> Iterator[tuple[str, ...]]:
    """The sources of each claim of an entry: facts, acts, provisions, definitions, accounts."""
    for _, model in dataset.records[entry.id].models:
        if isinstance(model, Attributed | Provision) and model.source:
            yield model.source


def _is_checked(dataset: Dataset, sources: tuple[str, ...]) -> bool:
    return any(dataset.cited(source).source.checked for source in sources)


def disputed(dataset: Dataset) -> list[Disputed]:
    """The facts of weapons on which claims differ, by weapon."""
    return [
        Disputed(weapon, field, len(claims))
        for weapon in dataset.of_kind(Weapon)
        for field, claims in _claimed(weapon)
        if differ(claims)
    ]


def _claimed(weapon: Weapon) -> Iterator[tuple[str, tuple[Attributed, ...]]]:
    """The fields of a weapon that are claims, by name; those without a claim are left out."""
    for field in Weapon.model_fields:
        claims = getattr(weapon, field)
        if isinstance(claims, tuple) and claims and all(isinstance(claim, Attributed) for claim in claims):
            yield field, claims


def by_review(dataset: Dataset) -> list[Entry]:
    """The entries by the day of their last review, those never reviewed first, then the oldest; without states."""
    entries = [entry for entry in dataset if entry.kind != "state"]
    return sorted(entries, key=lambda entry: (entry.reviewed.earliest.isoformat() if entry.reviewed else "", entry.id))
