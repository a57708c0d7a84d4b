"""What an entry of each kind has to hold, and what an entry lacks of it.

What is not published of every one, such as a missile's stages or its payload, is not asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from armsref.loading.dataset import Dataset
from armsref.model import Attributed, Entry, Kind, Provision, Treaty, Weapon

_Holds = Callable[[Dataset, Any], object]
# A missile, or what is thrown like one: for these a range is asked for.
RANGED = {"ballistic-missile", "cruise-missile", "boost-glide", "interceptor"}
# What they destroy with is often secret.
DEFENCES = {"interceptor", "anti-satellite"}
FIELDED = {"in-service", "deployed", "first-combat-use", "combat-use"}


@dataclass(frozen=True)
class Need:
    """One thing that an entry has to hold, in words that follow "lacks"."""

    words: str
    holds: _Holds


def missing(dataset: Dataset, entry: Entry) -> list[str]:
    """What an entry lacks of what its kind asks for, in words."""
    return [need.words for need in NEEDS[entry.kind] if not need.holds(dataset, entry)]


def _publishers(sources: Iterable[str]) -> set[str]:
    return {source.partition("/")[0] for source in sources}


def _has_two_publishers(dataset: Dataset, entry: Entry) -> bool:
    models = (model for _, model in dataset.records[entry.id].models if isinstance(model, Attributed | Provision))
    return len(_publishers([*entry.sources, *(source for model in models for source in model.source or ())])) > 1


def _has_text(dataset: Dataset, treaty: Treaty) -> bool:
    cited = {*treaty.sources, *(source for provision in treaty.provisions for source in provision.source)}
    return any(_is_text(dataset, source) for source in cited)


def _is_text(dataset: Dataset, source: str) -> bool:
    publisher, _, item = source.partition("/")
    record = dataset.publishers.get(publisher)
    cited = record.publisher.items.get(item) if record else None
    return bool(record and cited and (cited.kind or record.publisher.kind) == "treaty-text")


def _has_second_dates(_: Dataset, treaty: Treaty) -> bool:
    """Whether the days of signature and entry into force rest on two publishers."""
    acts = [act for act in treaty.history if act.act in ("signed", "entered-into-force")]
    return not acts or len(_publishers(source for act in acts for source in act.source)) > 1


def _is_common(dataset: Dataset, treaty: Treaty) -> bool:
    """Whether it is a treaty of many states, which somebody keeps."""
    return treaty.form == "treaty" and treaty.binding == "legally" and treaty.id in dataset.participation


def _has_second_range(_: Dataset, weapon: Weapon) -> bool:
    ranges = [source for claim in weapon.range_km for source in claim.source]
    return weapon.type not in RANGED or len(_publishers(ranges)) > 1


def _was_fielded(weapon: Weapon) -> bool:
    return any(act.act in FIELDED for act in weapon.history)


COMMON = (
    Need("a summary", lambda _, entry: entry.summary),
    Need("topics", lambda _, entry: entry.topics),
    Need("related entries", lambda _, entry: entry.related),
    Need("a second publisher among its sources", _has_two_publishers),
    Need("the day of its review", lambda _, entry: entry.reviewed),
)
NEEDS: dict[Kind, tuple[Need, ...]] = {
    "treaty": (
        *COMMON,
        Need("its formal name", lambda _, treaty: treaty.formal_name),
        Need(
            "parties or a table of participation",
            lambda dataset, treaty: treaty.form == "proposal" or treaty.parties or treaty.id in dataset.participation,
        ),
        Need("its depositary", lambda dataset, treaty: not _is_common(dataset, treaty) or treaty.depositary),
        Need("its duration", lambda _, treaty: treaty.binding != "legally" or treaty.duration),
        Need("how it is verified", lambda _, treaty: treaty.verification),
        Need("provisions", lambda _, treaty: treaty.provisions),
        Need("its text among the sources", _has_text),
        Need("a second publisher on its signature and entry into force", _has_second_dates),
    ),
    "weapon": (
        *COMMON,
        Need("how it is based", lambda _, weapon: weapon.basing),
        Need("its kind of warhead", lambda _, weapon: weapon.type in DEFENCES or weapon.warhead_type),
        Need(
            "who has it or had it",
            lambda _, weapon: not _was_fielded(weapon) or weapon.operators or weapon.former_operators,
        ),
        Need("a history", lambda _, weapon: weapon.history),
        Need("a second publisher on its range", _has_second_range),
    ),
    "term": (
        *COMMON,
        Need("a definition", lambda _, term: term.definitions),
        Need("why it matters", lambda _, term: term.why_it_matters),
        Need("examples", lambda _, term: term.examples),
    ),
    "event": (
        *COMMON,
        Need("its place", lambda _, event: event.place),
        Need("who was involved", lambda _, event: event.involves),
        Need("an account of it", lambda _, event: event.accounts),
    ),
    "organisation": (
        *COMMON,
        Need("when it was founded", lambda _, body: body.founded),
        Need("its seat", lambda _, body: body.seat or body.form == "armed-force"),
    ),
    "state": (),
}
