"""The one list of what is published beside the pages; what other files and pages say of it is read from here."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from armsref.export import citing
from armsref.export.api.files import api_files
from armsref.export.api.version import ROOT
from armsref.export.edition import Edition, File
from armsref.export.feeds.atom import feed_file
from armsref.export.feeds.calendar import calendar_file
from armsref.export.linked.jsonld import Download
from armsref.export.linked.skos import linked_files
from armsref.export.tables.tabular import table_files


@dataclass(frozen=True)
class Output:
    """A file that is published, or several by a pattern.

    `path` is below the site's root; a star stands for any part of one step of it. `make` writes the files, also those
    of other outputs of its part. `leads_to_all` tells that all of the data is in the file, or is found through it.
    """

    path: str
    format: str
    media_type: str
    title: str
    use: str
    make: Callable[[Edition], Iterator[File]]
    leads_to_all: bool = False


def _api(edition: Edition) -> Iterator[File]:
    return api_files(edition, index_files())


def _linked(edition: Edition) -> Iterator[File]:
    return linked_files(edition, downloads())


_JSON = "application/json"
_CITATIONS = "application/x-bibtex, application/x-research-info-systems, application/vnd.citationstyles.csl+json"

OUTPUTS: tuple[Output, ...] = (
    Output("api/v1/index.json", "JSON", _JSON, "Index of the API",
           "Where everything is: the kinds, the files, and of every id what it names", _api, leads_to_all=True),
    Output("api/v1/all.json", "JSON", _JSON, "Everything as JSON",
           "Everything on every entry, in one file", _api, leads_to_all=True),
    Output("api/v1/*.json", "JSON", _JSON, "Lists as JSON", "A list for each kind", _api),
    Output("api/v1/*/*.json", "JSON", _JSON, "Entries as JSON",
           "Everything on one entry: one file each, named like its page", _api),
    Output("api/v1/names.json", "JSON", _JSON, "Names as JSON",
           "From names, as they are written and as they stand in running text, to ids", _api),
    Output("api/v1/sources.json", "JSON", _JSON, "Sources as JSON",
           "Every source, with the entries that cite it", _api),
    Output("api/v1/openapi.json", "OpenAPI 3.1", "application/vnd.oai.openapi+json", "Description of the API",
           "Every file and field of the API, for programs that write programs", _api, leads_to_all=True),
    Output("data/csv/*.csv", "CSV", "text/csv", "Tables",
           "The tables, one a file, for spreadsheets and statistics", table_files),
    Output("data/datapackage.json", "Data Package", _JSON, "Description of the tables",
           "Every table with its columns, types, keys and checksum", table_files, leads_to_all=True),
    Output("data/armsref.sqlite", "SQLite", "application/vnd.sqlite3", "Database",
           "All tables in one database, for questions in SQL", table_files, leads_to_all=True),
    Output("data/armsref.ttl", "Turtle", "text/turtle", "Linked data as Turtle",
           "The entries as linked data, a concept each (SKOS)", _linked, leads_to_all=True),
    Output("data/armsref.jsonld", "JSON-LD", "application/ld+json", "Linked data as JSON-LD",
           "The entries as linked data, in JSON", _linked, leads_to_all=True),
    Output("data/cite.*", "BibTeX, RIS, CSL-JSON", _CITATIONS, "Citation of the whole",
           "The citation of the whole, for reference managers", citing.citation_files),
    Output("*/*/cite.*", "BibTeX, RIS, CSL-JSON", _CITATIONS, "Citations of entries",
           "The citation of each entry, beside its page", citing.citation_files),
    Output("feed.xml", "Atom", "application/atom+xml", "Changes",
           "New and changed entries, for feed readers", feed_file),
    Output("calendar.ics", "iCalendar", "text/calendar", "Calendar",
           "Anniversaries and days to come, for calendars", calendar_file),
)  # fmt: skip


def output_of(path: str) -> Output | None:
    """The output that a file belongs to: the one that names it, else the one whose pattern has its shape."""
    named = (output for output in OUTPUTS if output.path == path)
    shaped = (output for output in OUTPUTS if _has_shape(path, output.path))
    return next(named, None) or next(shaped, None)


def _has_shape(path: str, pattern: str) -> bool:
    return path.count("/") == pattern.count("/") and PurePosixPath(path).match(pattern)


# What others say of the list


def index_files() -> dict[str, str]:
    """What each file of the API holds that is not of one kind, by its name: for the API's index."""
    single = (output for output in OUTPUTS if output.path.startswith(ROOT) and "*" not in output.path)
    return {output.path.removeprefix(ROOT): f"{output.use}." for output in single}


def downloads() -> tuple[Download, ...]:
    """The files that lead to all of the data: for its description as linked data."""
    return tuple(Download(output.title, output.media_type, output.path) for output in OUTPUTS if output.leads_to_all)


# Writing


def files(edition: Edition) -> Iterator[File]:
    """Every file that is published."""
    for make in dict.fromkeys(output.make for output in OUTPUTS):
        yield from make(edition)


def write(edition: Edition, folder: Path) -> int:
    """Write every file below a folder, and return how many there are."""
    with _uncollected():
        return sum(_write(folder / path, content) for path, content in files(edition))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do not look for cycles of objects: there are next to none here, and the search takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write(target: Path, content: bytes) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return 1
