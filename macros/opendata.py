"""What the pages on the data say of the files that a build has published: their sizes, and what is in them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from armsref.export.about import TITLE
from armsref.export.api.version import API_PAGE, ROOT
from armsref.export.outputs import OUTPUTS, Output, output_of
from armsref.history.release import Release
from armsref.views.as_of import AsOf
from armsref.views.lists.api import RecordsView, Reference
from armsref.views.lists.examples import Example, jq_example, pandas_example, spreadsheet_example
from armsref.views.lists.published import Attribution, PublishedFiles, files_table, tables_table
from armsref.views.lists.tables import TableView


@dataclass(frozen=True)
class Publication:
    """The data of a release, whose files are written below a folder."""

    as_of: AsOf
    release: Release
    folder: Path

    def files(self) -> TableView:
        """The published files, each with its format, size and use."""
        published = (
            PublishedFiles(output.path, output.format, output.use, self._sizes(self._matching(output)))
            for output in OUTPUTS
        )
        return files_table(published)

    def _matching(self, output: Output) -> list[Path]:
        paths = sorted(self.folder.glob(output.path))
        return [path for path in paths if output_of(self._path(path)) is output]

    def _sizes(self, files: Iterable[Path]) -> dict[str, int]:
        return {self._path(file): file.stat().st_size for file in files}

    def _path(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix()

    def tables(self) -> TableView:
        """The published tables."""
        return tables_table(self._json("data/datapackage.json")["resources"])

    def attribution(self) -> Attribution:
        """What to write where something of the data is used."""
        return Attribution(TITLE, self.release.version, self.release.site)

    # Examples

    def example_with_jq(self) -> Example:
        """The agreements that were in force on a day."""
        return jq_example(self.as_of, self.release.site)

    def example_with_pandas(self) -> Example:
        """The weapons of which most accounts of the range are listed."""
        return pandas_example(self.as_of, self.release.site)

    def example_in_a_spreadsheet(self) -> Example:
        """How many ballistic missiles are launched from submarines."""
        return spreadsheet_example(self.as_of, self._columns("data/csv/weapons.csv"))

    def _columns(self, table: str) -> list[str]:
        with (self.folder / table).open(encoding="utf-8-sig", newline="") as file:
            return next(csv.reader(file))

    # The API

    def api_files(self) -> TableView:
        """Every file of the API."""
        reference = self._reference()
        return reference.files_table({path: self._api_sizes(path) for path in reference.description["paths"]})

    def api_envelope(self) -> TableView:
        """What stands round the records of every file."""
        return self._reference().envelope_table()

    def api_records(self) -> RecordsView:
        """Every record with its fields."""
        return self._reference().records()

    def _reference(self) -> Reference:
        return Reference(self._json(f"{ROOT}openapi.json"), API_PAGE)

    def _api_sizes(self, path: str) -> Sequence[int]:
        files = self.folder.glob(path.lstrip("/").replace("{id}", "*"))
        return [file.stat().st_size for file in files]

    def _json(self, path: str) -> Any:
        return json.loads((self.folder / path).read_text(encoding="utf-8"))
