"""The tables of entries: all of them, one a kind, and what an entry has several of in words."""

from __future__ import annotations

from typing import Any, get_args

from armsref.export.edition import Edition
from armsref.export.tables.columns import Filled, columns_of
from armsref.export.tables.table import Table, derived, entry_column, position_column, table_of
from armsref.loading.dataset import Dataset
from armsref.model import ENTRY_MODELS, DesignationSystem, Entry, Kind, Weapon, meaning
from armsref.model.addresses import SECTIONS, address_of
from armsref.model.names import Name, System, names_of
from armsref.prose.status import treaty_mark, weapon_mark
from armsref.prose.vocabulary import spaced

# What a row of the table of a kind is.
_KINDS: dict[Kind, str] = {
    "treaty": "Agreements of any form and binding force.",
    "weapon": "Weapons and weapon systems; what is disputed about them stands in the claims.",
    "term": "Terms of the field; how they are defined, and by whom, stands in the claims.",
    "event": "What happened on a day, launches among it.",
    "organisation": "Bodies that make, keep, verify or carry out arms control, or field the weapons.",
    "state": "States, present and former.",
}
# Lists of words rather than of ids: their items have tables of their own.
_OF_OTHER_TABLES = ("aliases", "variants")


def entries_table(edition: Edition) -> Table:
    """Every entry."""
    columns = [
        derived("id", meaning(Entry, "id"), lambda entry: entry.id, required=True),
        derived("kind", "What sort of entry it is.", lambda entry: entry.kind, values=get_args(Kind), required=True),
        derived("title", "What it is called in lists and in running text.", lambda entry: entry.title, required=True),
        derived("url", "Its page.", lambda entry: edition.url(address_of(entry)), required=True),
    ]
    told = "Everything that has a page, of every kind; the other tables refer to it by id."
    return table_of("entries", told, "id", columns, edition.dataset)


def kind_table(edition: Edition, kind: Kind) -> Table:
    """The entries of one kind, with the fields that have one value, or ids."""
    model = ENTRY_MODELS[kind]
    key = derived("id", meaning(model, "id"), lambda entry: entry.id, required=True, refers="entries")
    own = [filled for filled in columns_of(model) if filled.column.name not in ("id", *_OF_OTHER_TABLES)]
    # That of a state may be worked out.
    columns = [Filled(each.column, edition.answers.of) if each.column.name == "answer" else each for each in own]
    columns += _worked_out(edition).get(kind, [])
    return table_of(SECTIONS[kind], _KINDS[kind], "id", [key, *columns], edition.dataset.of_kind(model))


def _worked_out(edition: Edition) -> dict[Kind, list[Filled]]:
    """What is worked out of an entry: its status on the day of the release, and the ends of what is claimed."""
    coverage, day = edition.coverage, edition.release.day
    told = "Its status on the day of the data."
    least, most = (f"The {end} distance that any claim on its range names." for end in ("least", "greatest"))
    return {
        "treaty": [derived("status", told, lambda treaty: spaced(treaty_mark(coverage, treaty, day).code))],
        "weapon": [
            derived("status", told, lambda weapon: spaced(weapon_mark(weapon, day).code)),
            derived("range_km_least", least, lambda weapon: min(_distances(weapon), default=None), "number", unit="km"),
            derived("range_km_most", most, lambda weapon: max(_distances(weapon), default=None), "number", unit="km"),
        ],
    }


def _distances(weapon: Weapon) -> list[float]:
    amounts = (amount for claim in weapon.range_km for amount in (claim.value, claim.min, claim.over, claim.max))
    return [amount for amount in amounts if amount is not None]


def names_table(dataset: Dataset) -> Table:
    """Every name."""
    rows = [(entry, number, name) for entry in dataset for number, name in enumerate(names_of(entry), 1)]
    systems, designating = get_args(System), get_args(DesignationSystem)
    columns = [
        entry_column(lambda row: row[0].id),
        position_column("Its place among the names of the entry, from 1; by the first it is called.", _second),
        derived("name", "The name as it is written.", lambda row: row[2].surface, required=True),
        derived("system", "What sort of name it is.", lambda row: row[2].system, values=systems, required=True),
        derived("language", "The language of a translation, as a BCP 47 code.", lambda row: _after("names", row[2])),
        derived(
            "designation_system",
            "Whose designation it is.",
            lambda row: _after("designations", row[2]),
            values=designating,
        ),
    ]
    told = "Every name that an entry goes by, in any language and script."
    return table_of("names", told, "entry position", columns, rows)


def _second(row: Any) -> Any:
    return row[1]


def _after(field: str, name: Name) -> str | None:
    """What stands after a field in the path of a name: the language, or the system."""
    return str(name.path[1]) if name.path[0] == field else None


def variants_table(dataset: Dataset) -> Table:
    """The versions of weapons."""
    rows = [(each.id, *numbered) for each in dataset.of_kind(Weapon) for numbered in enumerate(each.variants, 1)]
    columns = [
        derived("weapon", "The weapon that it belongs to.", lambda row: row[0], required=True, refers="weapons"),
        position_column("Its place in the weapon's list, from 1.", _second),
        derived("variant", "The version, in words.", lambda row: row[2], required=True),
    ]
    return table_of("variants", "The versions of a weapon.", "weapon position", columns, rows)
