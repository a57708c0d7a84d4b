"""The table of claims: every fact that is somebody's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from armsref.export.tables.columns import date_columns, unit_of
from armsref.export.tables.facts import PlacedFact, attribution, columns_where, placed
from armsref.export.tables.table import Table, derived, table_of
from armsref.model import (
    Account,
    Attributed,
    DateClaim,
    Designation,
    EntryClaim,
    NumberClaim,
    Provision,
    TreatyHistory,
    WeaponHistory,
)

_SORTS = ("number", "words", "entry", "date")


def claims_table(facts: Iterable[PlacedFact]) -> Table:
    """Every claim, whatever it is about."""
    told_in = "The field of the entry in which it stands: range_km, designations.nato, definitions."
    sort = "Which columns say what is claimed."
    columns = [
        *placed(),
        derived("field", told_in, lambda fact: fact.field, required=True),
        derived("kind", sort, lambda fact: _sort(fact.model), values=_SORTS, required=True),
        *columns_where(NumberClaim, "value", "min", "over", "max", "about"),
        derived("unit", "The unit of value, min, over and max; 'count' of what is counted.", _unit),
        *columns_where(NumberClaim, "variant"),
        derived("words", "What is claimed, where that is words.", _words, prose=True),
        derived("other", "The entry that is claimed, where that is one.", _other, refers="entries"),
        *date_columns("date", "The date that is claimed, where that is one.", _date),
        *columns_where(Account, "explains"),
        *attribution(),
    ]
    told = "Every fact that is somebody's: a value, who says so, when, and where it is printed."
    return table_of("claims", told, "id", columns, (fact for fact in facts if _is_claim(fact.model)))


def _is_claim(model: BaseModel) -> bool:
    """Whether it is claimed by somebody: acts and provisions are tables of their own, bare designations only names."""
    if isinstance(model, Designation):
        return bool(model.by or model.source)
    return not isinstance(model, TreatyHistory | WeaponHistory | Provision)


def _sort(model: Attributed) -> str:
    sorts: dict[type[Attributed], str] = {NumberClaim: "number", EntryClaim: "entry", DateClaim: "date"}
    return sorts.get(type(model), "words")


def _unit(fact: PlacedFact) -> str | None:
    return unit_of(fact.field.rpartition(".")[2]) or None if isinstance(fact.model, NumberClaim) else None


def _words(fact: PlacedFact) -> Any:
    if _sort(fact.model) != "words":
        return None
    return getattr(fact.model, "value", None) or getattr(fact.model, "text", None)


def _other(fact: PlacedFact) -> Any:
    return fact.model.value if isinstance(fact.model, EntryClaim) else None


def _date(fact: PlacedFact) -> Any:
    return fact.model.value if isinstance(fact.model, DateClaim) else None
