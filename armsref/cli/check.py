"""`armsref check`: every problem in the data, for a person, a program or a pull request."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from armsref.checks import CHECKS, check
from armsref.cli.options import DATA, counted
from armsref.loading.problems import Format, Problem, as_github, as_json, as_text
from armsref.loading.reader import READING_CHECKS
from armsref.loading.reading import FOLDERS, SHARED

WRITERS = {"text": as_text, "json": as_json, "github": as_github}


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="text", help="How problems are printed.")
@click.option("--list", "list_checks", is_flag=True, help="List the checks instead of running them.")
@DATA
def check_command(paths: tuple[Path, ...], form: Format, list_checks: bool, data: Path) -> None:
    """Check the data: exit with 1 where there is an error.

    With PATH…, print only the problems in those files and folders; a PATH that is a data folder is checked whole.
    """
    if list_checks:
        click.echo(_all_checks())
        return
    roots = _roots(paths, data)
    problems = [problem for root in roots for problem in check(root) if _is_wanted(problem, paths)]
    if problems or form == "json":
        # The name of a file need not be UTF-8.
        click.echo(WRITERS[form](problems).encode("utf-8", "backslashreplace").decode())
    errors = sum(problem.level == "error" for problem in problems)
    if form == "text":
        click.echo(_verdict(errors, len(problems) - errors), err=True)
    sys.exit(1 if errors else 0)


def _all_checks() -> str:
    lines = [f"{name} (error): {description}" for name, description in READING_CHECKS.items()]
    lines += [f"{known.name} ({known.level}): {known.description}" for known in CHECKS]
    return "\n".join(lines)


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


def _is_wanted(problem: Problem, paths: tuple[Path, ...]) -> bool:
    # A link counts where it stands, not where it leads.
    file = problem.place.file.parent.resolve() / problem.place.file.name
    places = [place for path in paths for place in (path.resolve(), path.parent.resolve() / path.name)]
    return not paths or any(file.is_relative_to(place) for place in places)


def _verdict(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "The data is in order."
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')}."
