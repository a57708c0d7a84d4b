"""The command line: `armsref check`, `status`, `covers`, `annotate`, `export`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from armsref.annotation import annotate
from armsref.annotation.finder import finder_of
from armsref.checks import CHECKS, check
from armsref.cli import answers
from armsref.export import bundle, citing, schemas
from armsref.export.api import contract
from armsref.export.edition import Edition
from armsref.export.outputs import write
from armsref.history.release import CITATION, release_of, today
from armsref.loading import problems
from armsref.loading.problems import Format, Problem
from armsref.loading.reader import FOLDERS, READING_CHECKS, SHARED
from armsref.model import Purpose, State, Treaty

DATA = click.option("--data", type=click.Path(path_type=Path), default=Path("data"), help="The data folder.")
WRITERS = {"text": problems.as_text, "json": problems.as_json, "github": problems.as_github}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="armsref")
def main() -> None:
    """The Arms Control Reference: check the data, ask it, and export what is made from it."""


@main.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="text", help="How problems are printed.")
@click.option("--list", "list_checks", is_flag=True, help="List the checks instead of running them.")
@DATA
def check_command(paths: tuple[Path, ...], form: Format, list_checks: bool, data: Path) -> None:
    """Check the data: exit with 1 where there is an error.

    With PATH…, print only the problems in those files and folders; a PATH that is a data folder is checked whole.
    """
    if list_checks:
        read_first = [f"{name} (error): {description}" for name, description in READING_CHECKS.items()]
        checked = [f"{each.name} ({each.level}): {each.description}" for each in CHECKS]
        click.echo("\n".join([*read_first, *checked]))
        return
    roots = _roots(paths, data)
    found = [problem for root in roots for problem in check(root) if _wanted(problem, paths)]
    if found or form == "json":
        # The name of a file need not be UTF-8.
        click.echo(WRITERS[form](found).encode("utf-8", "backslashreplace").decode())
    errors = sum(problem.level == "error" for problem in found)
    if form == "text":
        click.echo(_verdict(errors, len(found) - errors), err=True)
    sys.exit(1 if errors else 0)


def _roots(paths: tuple[Path, ...], data: Path) -> list[Path]:
    """The data folders to check: `data` for what lies in it, and any other data folder that is named."""
    roots = [_root(path, data) for path in paths] or [data]
    return list(dict.fromkeys(roots))


def _root(path: Path, data: Path) -> Path:
    if not path.exists() and not path.is_symlink():
        raise click.ClickException(f"there is no file or folder '{path}'")
    if (path.parent.resolve() / path.name).is_relative_to(data.resolve()):
        return data
    if path.is_dir() and any((path / name).exists() for name in (*FOLDERS, *SHARED, "sources")):
        return path
    raise click.ClickException(f"'{path}' is not in the data folder '{data}', and is none itself: name one with --data")


def _wanted(problem: Problem, paths: tuple[Path, ...]) -> bool:
    # A link counts where it stands, not where it leads.
    file = problem.place.file.parent.resolve() / problem.place.file.name
    places = [place for path in paths for place in (path.resolve(), path.parent.resolve() / path.name)]
    return not paths or any(file.is_relative_to(place) for place in places)


def _verdict(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "The data is in order."
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How it is printed."
)
ON = click.option("--on", type=answers.DayType(), default=today, help="The day, as 2019-03-01; today unless given.")


@main.command("status")
@click.argument("treaty")
@ON
@click.option("--state", help="A state, as its id: ru.")
@FORMAT
@DATA
def status_command(treaty: str, on: date, state: str | None, form: str, data: Path) -> None:
    """Say how an agreement stood on a day, and how a state stood in it."""
    dataset = answers.loaded(data)
    agreement = answers.entry_named(dataset, Treaty, treaty)
    party = answers.entry_named(dataset, State, state) if state else None
    answer = answers.status_json(dataset, agreement, on, party)
    click.echo(answers.printed(form, answer, lambda: answers.status_text(dataset, agreement, on, party)))


@main.command("covers")
@click.argument("weapon", required=False)
@click.option("--event", help="An event that is a launch: what notice of it was due?")
@ON
@click.option("--state", help="For this state only, by its id; else for those that have the weapon.")
@click.option("--purpose", type=click.Choice(answers.PURPOSE_CODES), help="Ask about a launch: what for.")
@click.option("--towards", help="Ask about a launch: where to, as the id of a state, or 'inside', or 'sea'.")
@FORMAT
@DATA
def covers_command(
    weapon: str | None,
    event: str | None,
    on: date,
    state: str | None,
    purpose: Purpose | None,
    towards: str | None,
    form: str,
    data: Path,
) -> None:
    """Say which agreements reach a weapon on a day, or asked for notice of a launch, and why."""
    if weapon and event:
        raise click.UsageError("name a weapon or an event, not both")
    dataset = answers.loaded(data)
    found = answers.covers(dataset, answers.CoversQuestion(weapon, event, on, state, purpose, towards))
    click.echo(answers.printed(form, found, lambda: answers.covers_text(dataset, found)))


@main.command("annotate")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--on", type=answers.DayType(), help="The text's day; else the first that it names, else today.")
@click.option("--format", "form", type=click.Choice(["text", "json", "html", "markdown"]), default="text")
@click.option("--base", default="", help="The address of the site, for links.")
@DATA
def annotate_command(files: tuple[str, ...], on: date | None, form: str, base: str, data: Path) -> None:
    """Find the names in texts, and say what each means and how it stood on the text's day. '-' is standard input."""
    dataset = answers.loaded(data)
    finder = finder_of(dataset)
    failed = False
    with click.progressbar(files, file=sys.stderr, hidden=len(files) == 1 or not sys.stderr.isatty()) as names:
        for name in names:
            try:
                text = annotate.read_input(name, _bytes_of(name))
            except OSError as error:
                failed = True
                click.echo(f"Error: {name}: {error.strerror}", err=True)
                continue
            except annotate.UnreadableError as error:
                failed = True
                click.echo(f"Error: {error}", err=True)
                continue
            if text.assumed:
                click.echo(f"{name}: {text.assumed}", err=True)
            found = annotate.explain(dataset, finder, text, on, today())
            click.echo(_annotated(found, form, base, many=len(files) > 1))
    sys.exit(1 if failed else 0)


def _bytes_of(name: str) -> bytes:
    with click.open_file(name, "rb") as file:
        return bytes(file.read(annotate.MOST_BYTES + 1))


def _annotated(found: annotate.Explained, form: str, base: str, many: bool) -> str:
    if form == "json":
        return json.dumps(found.record(), ensure_ascii=False, indent=None if many else 2)
    if form == "text":
        return annotate.annotated_text(found, colour=sys.stdout.isatty())
    return annotate.annotated_html(found, base) if form == "html" else annotate.annotated_markdown(found, base)


@main.group("export")
def export_group() -> None:
    """Write what is made from the models and the data."""


SITE = "http://127.0.0.1:8000/"
SITE_OPTION = click.option("--site", envvar="SITE_URL", default=SITE, help="The address of the site, for links.")


@contextmanager
def _writing() -> Iterator[None]:
    """Tell what cannot be written in one line."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename}: {error.strerror}") from None


@export_group.command("all")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@SITE_OPTION
@DATA
def export_all(folder: Path, site: str, data: Path) -> None:
    """Write into FOLDER the files that the site publishes beside its pages: the API, tables, linked data, feeds."""
    dataset = answers.loaded(data)
    with _writing():
        number = write(Edition(dataset, release_of(data, site)), folder)
    click.echo(f"{_count(number, 'file')} written to {folder}.", err=True)


@export_group.command("bundle")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@SITE_OPTION
@DATA
def export_bundle(folder: Path, site: str, data: Path) -> None:
    """Write into FOLDER one archive of the same files, named after the version: data-2026.11.22.zip."""
    dataset = answers.loaded(data)
    with _writing():
        click.echo(bundle.write_bundle(Edition(dataset, release_of(data, site)), folder))


@export_group.command("schemas")
@DATA
def export_schemas(data: Path) -> None:
    """Write data/schema/*.schema.json, which editors use while one writes YAML."""
    for path in schemas.write_schemas(data / "schema"):
        click.echo(path)


@export_group.command("openapi")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=contract.COMMITTED)
def export_openapi(file: Path) -> None:
    """Write into FILE what version 1 of the API promises, where that breaks nothing which FILE promises already."""
    try:
        contract.write_contract(file)
    except contract.BrokenPromiseError as error:
        raise click.ClickException(f"version 1 of the API promises otherwise; nothing was written.\n{error}") from None
    click.echo(file)


@export_group.command("citation")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=CITATION)
@DATA
def export_citation(file: Path, data: Path) -> None:
    """Write into FILE (CITATION.cff) how the data is cited, with its version and that version's day."""
    with _writing():
        file.write_text(citing.cff(release_of(data, SITE)), encoding="utf-8")
    click.echo(file)


if __name__ == "__main__":
    main()
