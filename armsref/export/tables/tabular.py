"""The tables as they are published: CSV files with their description and dictionary, and one database."""

from __future__ import annotations

import json
from collections.abc import Iterator

from armsref.export import about
from armsref.export.edition import Edition, File
from armsref.export.tables.csvfiles import csv_file
from armsref.export.tables.database import database
from armsref.export.tables.datapackage import datapackage
from armsref.export.tables.dictionary import dictionary
from armsref.export.tables.tables import tables

FOLDER = "data"


def table_files(published: Edition) -> Iterator[File]:
    """The CSV files, `datapackage.json` beside their folder, and `armsref.sqlite`."""
    known = tables(published)
    described = {f"csv/{table.name}.csv": table for table in (*known, dictionary(known))}
    written = {path: csv_file(table) for path, table in described.items()}
    package = datapackage(described, written, published.release)
    for path, content in written.items():
        yield f"{FOLDER}/{path}", content
    yield f"{FOLDER}/datapackage.json", json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n"
    yield f"{FOLDER}/armsref.sqlite", database(described.values(), _metadata(published))


def _metadata(published: Edition) -> dict[str, str]:
    release = published.release
    return {
        "title": about.TITLE,
        "description": about.DESCRIPTION,
        "data_version": release.version,
        "generated_at": release.stamp,
        "license": about.LICENCE,
        "license_url": about.LICENCE_URL,
        "site": release.site,
    }
