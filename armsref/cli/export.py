"""`armsref export`: the files that are made from the models and the data.

Each subcommand imports what it writes with: together that takes longer than most of them run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from armsref.cli.options import DATA, counted, loaded
from armsref.history.release import CITATION, release_of

SITE = "http://127.0.0.1:8000/"
SITE_OPTION = click.option("--site", envvar="SITE_URL", default=SITE, help="The address of the site, for links.")


@click.group("export")
def export_command() -> None:
    """Write what is made from the models and the data."""


@contextmanager
def _writing() -> Iterator[None]:
    """Tell what cannot be written in one line."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename}: {error.strerror}") from None


@export_command.command("all")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@SITE_OPTION
@DATA
def export_all(folder: Path, site: str, data: Path) -> None:
    """Write into FOLDER the files that the site publishes beside its pages: the API, tables, linked data, feeds."""
    from armsref.export.edition import Edition
    from armsref.export.outputs import write

    dataset = loaded(data)
    with _writing():
        number = write(Edition(dataset, release_of(data, site)), folder)
    click.echo(f"{counted(number, 'file')} written to {folder}.", err=True)


@export_command.command("bundle")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@SITE_OPTION
@DATA
def export_bundle(folder: Path, site: str, data: Path) -> None:
    """Write into FOLDER one archive of the same files, named after the version: data-2026.11.22.zip."""
    from armsref.export.bundle import write_bundle
    from armsref.export.edition import Edition

    dataset = loaded(data)
    with _writing():
        click.echo(write_bundle(Edition(dataset, release_of(data, site)), folder))


@export_command.command("schemas")
@DATA
def export_schemas(data: Path) -> None:
    """Write data/schema/*.schema.json, which editors use while one writes YAML."""
    from armsref.export.schemas import write_schemas

    for path in write_schemas(data / "schema"):
        click.echo(path)


def _committed() -> Path:
    from armsref.export.api.contract import COMMITTED

    return COMMITTED


@export_command.command("openapi")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=_committed)
def export_openapi(file: Path) -> None:
    """Write into FILE what version 1 of the API promises, where that breaks nothing which FILE promises already."""
    from armsref.export.api.contract import BrokenPromiseError, write_contract

    try:
        write_contract(file)
    except BrokenPromiseError as error:
        raise click.ClickException(f"version 1 of the API promises otherwise; nothing was written.\n{error}") from None
    click.echo(file)


@export_command.command("citation")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=CITATION)
@DATA
def export_citation(file: Path, data: Path) -> None:
    """Write into FILE (CITATION.cff) how the data is cited, with its version and that version's day."""
    from armsref.export.citing import cff

    with _writing():
        file.write_text(cff(release_of(data, SITE)), encoding="utf-8")
    click.echo(file)
