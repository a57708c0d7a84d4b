"""Tables as CSV files that open correctly in a spreadsheet and in a program.

- UTF-8 with a byte order mark: without it, Excel takes the file for one in the code page of the machine and garbles
  Cyrillic. pandas, frictionless, R's readr and DuckDB take it off.
- RFC 4180: a header, commas, double quotes where they are needed, CR LF between rows.
- A text that a spreadsheet would run as a formula has an apostrophe before it. So has one that begins with apostrophes
  and would be one without them, so that `restored` gives every text back. Numbers are written bare, for a number is no
  formula whatever its sign; a text that looks like a negative one is a text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from armsref.export.tables.columns import SEPARATOR, CellValue
from armsref.export.tables.table import Table

CONVENTIONS = (
    f"A cell with several items has '{SEPARATOR}' between them; an empty cell holds nothing. A text that a spreadsheet "
    "would run as a formula has an apostrophe before it: where a text begins with apostrophes and then one of = + - @, "
    "a tab or a line break, take one apostrophe away."
)
BYTE_ORDER_MARK = "\ufeff"
# Full-width signs are read as the plain ones where East Asian languages are set up.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_BEGINNINGS = frozenset("'=+-@\t\r\n＝＋－＠")


def csv_file(table: Table) -> bytes:
    """A table as a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(_rows(table.rows))
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _rows(rows: Iterable[tuple[CellValue, ...]]) -> Iterator[list[str]]:
    return ([cell_text(cell) for cell in row] for row in rows)


def cell_text(cell: CellValue) -> str:
    """A cell as it stands in a file; nothing where there is none."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return defused(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(int(cell)) if cell == int(cell) else repr(cell)


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in _BEGINNINGS and _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """The text that was defused."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
