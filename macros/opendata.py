"""The page on the data: the files that are published, with their sizes, and worked examples with what they print.

What an example prints is worked out here from the data by itself; the tests run the very commands on the built files.
"""

from __future__ import annotations

import csv
import json
import posixpath
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from armsref.export.about import TITLE
from armsref.export.outputs import OUTPUTS, Output, output_of
from armsref.history.release import Release
from armsref.model import Treaty, Weapon
from armsref.prose import figures
from macros.quality import tally
from macros.site import Index

DAY = date(2019, 3, 1)
# How many weapons the example in Python prints.
MOST = 5


@dataclass(frozen=True)
class OpenData:
    """What a page says of the files of one build. `folder` is where the site is built."""

    index: Index
    release: Release
    folder: Path

    def published_files(self) -> str:
        """The files that this build has published, each with its format, size and use."""
        rows = [self._row(output) for output in OUTPUTS]
        return _offered(tally("Files", ("File", "Format", "Size", "What it is for"), "".join(rows)))

    def _row(self, output: Output) -> str:
        found = self.matching(output)
        if not found:
            return ""
        size = figures.size(sum(path.stat().st_size for path in found))
        sizes = size if len(found) == 1 else f"{len(found):,} files, {size}"
        first = found[0].relative_to(self.folder).as_posix()
        name = f"<code>/{output.path}</code>"
        one = f"{name}<br><small>for example {self._link(first, found[0].name)}</small>"
        link = self._link(first, name) if len(found) == 1 else one
        cells = f'<td>{output.format}</td><td>{sizes}</td><td class="long">{output.use}</td>'
        return f'<tr><th scope="row">{link}</th>{cells}</tr>'

    def matching(self, output: Output) -> list[Path]:
        """The published files of an output."""
        paths = sorted(self.folder.glob(output.path))
        return [path for path in paths if output_of(path.relative_to(self.folder).as_posix()) is output]

    def _link(self, path: str, words: str) -> str:
        return f'<a href="{posixpath.relpath(path, self.index.url or ".")}">{words}</a>'

    def published_tables(self) -> str:
        """The tables, as their own description has them."""
        described = self.folder / "data/datapackage.json"
        rows = [
            f'<tr><th scope="row">{self._link("data/" + each["path"], escape(each["name"]))}</th>'
            f'<td class="long">{escape(each["description"])}</td>'
            f"<td>{len(each['schema']['fields'])}</td><td>{figures.size(each['bytes'])}</td></tr>"
            for each in json.loads(described.read_text(encoding="utf-8"))["resources"]
        ]
        return _offered(tally("Tables", ("Table", "What a row is", "Columns", "Size"), "".join(rows)))

    def attribution(self) -> str:
        """What to write where something of the data is used."""
        address = f'<span class="address">{escape(self.release.site)}</span>'
        return f"<blockquote><p>{escape(TITLE)}, {self.release.version}, {address}, CC BY 4.0</p></blockquote>"

    # Examples

    def example_with_jq(self) -> str:
        """The agreements that were in force on a day."""
        code = f"""\
curl -s {self.release.site}api/v1/all.json |
  jq -r --arg day {DAY.isoformat()} '
    .result[]
    | select(.kind == "treaty")
    | select(any(.status_intervals[];
        .status == "in force" and .start <= $day
        and (.end == null or .end > $day)))
    | .title'"""
        coverage = self.index.site.coverage
        lives = [(treaty, coverage.status_on(treaty, DAY)) for treaty in coverage.dataset.of_kind(Treaty)]
        in_force = [treaty.title for treaty, interval in lives if interval and interval.status == "in force"]
        return _example("sh", code, in_force)

    def example_with_pandas(self) -> str:
        """The weapons of which most accounts of the range are listed."""
        code = f"""\
import pandas as pd

site = "{self.release.site}"
claims = pd.read_csv(site + "data/csv/claims.csv")
entries = pd.read_csv(site + "data/csv/entries.csv", index_col="id")
ranges = claims[claims["field"] == "range_km"]
accounts = ranges.groupby("entry").size()
most = accounts.sort_values(ascending=False, kind="stable")
for entry, number in most.head({MOST}).items():
    print(number, entries["title"][entry])"""
        weapons = [each for each in self.index.site.dataset.of_kind(Weapon) if each.range_km]
        weapons.sort(key=lambda weapon: (-len(weapon.range_km), weapon.id))
        return _example("python", code, [f"{len(each.range_km)} {each.title}" for each in weapons[:MOST]])

    def example_in_a_spreadsheet(self) -> str:
        """How many ballistic missiles are launched from submarines."""
        table = self.folder / "data/csv/weapons.csv"
        kind, place = (_column(table, name) for name in ("type", "launched_from"))
        weapons = self.index.site.dataset.of_kind(Weapon)
        number = sum(each.type == "ballistic-missile" and "submarine" in each.launched_from for each in weapons)
        formula = f'=COUNTIFS({kind}:{kind},"ballistic-missile",{place}:{place},"*submarine*")'
        return _example("text", formula, [str(number)])


def _column(table: Path, name: str) -> str:
    """The letter that a spreadsheet has for a column of a table."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        return letters(next(csv.reader(file)).index(name))


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from nought: A to Z, then AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _offered(table: str) -> str:
    return f'<div class="offers">{table}</div>'


def _example(language: str, code: str, printed: list[str]) -> str:
    """What one types, and the lines that it gives."""
    return (
        f'<pre class="example" tabindex="0"><code class="language-{language}">{escape(code)}</code></pre>'
        f'<p>It gives:</p><pre class="printed" tabindex="0"><code>{escape(chr(10).join(printed))}</code></pre>'
    )
