"""Worked examples of the use of the data, with what they print.

What an example prints is worked out here from the data by itself; the tests run the very commands on the built files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from armsref.model import Treaty, Weapon
from armsref.views.as_of import AsOf

DAY = date(2019, 3, 1)
# How many weapons the example in Python prints.
MOST = 5


@dataclass(frozen=True, slots=True)
class Example:
    """What one types, in a language by the name that highlighters have for it, and the lines that it gives."""

    language: str
    code: str
    printed: tuple[str, ...]


def jq_example(as_of: AsOf, site: str) -> Example:
    """The agreements that were in force on a day, from the site at an address."""
    code = f"""\
curl -s {site}api/v1/all.json |
  jq -r --arg day {DAY.isoformat()} '
    .result[]
    | select(.kind == "treaty")
    | select(any(.status_intervals[];
        .status == "in force" and .start <= $day
        and (.end == null or .end > $day)))
    | .title'"""
    lives = [(treaty, as_of.coverage.status_on(treaty, DAY)) for treaty in as_of.dataset.of_kind(Treaty)]
    in_force = (treaty.title for treaty, interval in lives if interval and interval.status == "in force")
    return Example("sh", code, tuple(in_force))


def pandas_example(as_of: AsOf, site: str) -> Example:
    """The weapons of which most accounts of the range are listed, from the site at an address."""
    code = f"""\
import pandas as pd

site = "{site}"
claims = pd.read_csv(site + "data/csv/claims.csv")
entries = pd.read_csv(site + "data/csv/entries.csv", index_col="id")
ranges = claims[claims["field"] == "range_km"]
accounts = ranges.groupby("entry").size()
most = accounts.sort_values(ascending=False, kind="stable")
for entry, number in most.head({MOST}).items():
    print(number, entries["title"][entry])"""
    weapons = [weapon for weapon in as_of.dataset.of_kind(Weapon) if weapon.range_km]
    weapons.sort(key=lambda weapon: (-len(weapon.range_km), weapon.id))
    return Example("python", code, tuple(f"{len(weapon.range_km)} {weapon.title}" for weapon in weapons[:MOST]))


def spreadsheet_example(as_of: AsOf, columns: Sequence[str]) -> Example:
    """How many ballistic missiles are launched from submarines, by the columns of the table of weapons."""
    kind, place = (letters(columns.index(name)) for name in ("type", "launched_from"))
    weapons = as_of.dataset.of_kind(Weapon)
    number = sum(weapon.type == "ballistic-missile" and "submarine" in weapon.launched_from for weapon in weapons)
    formula = f'=COUNTIFS({kind}:{kind},"ballistic-missile",{place}:{place},"*submarine*")'
    return Example("text", formula, (str(number),))


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from nought: A to Z, then AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)
