"""The command line: `armsref check`, `armsref export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from armsref import problems
from armsref.checks import CHECKS, check
from armsref.export import schemas
from armsref.problems import Format, Problem

DATA = click.option("--data", type=click.Path(path_type=Path), default=Path("data"), help="The data folder.")
WRITERS = {"text": problems.as_text, "json": problems.as_json, "github": problems.as_github}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="armsref")
def main() -> None:
    """The Arms Control Reference: check the data, and export what is made from it."""


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
        click.echo("\n".join(f"{each.name} ({each.level}): {each.description}" for each in CHECKS))
        return
    roots = _roots(paths, data)
    found = [problem for root in roots for problem in check(root) if _wanted(problem, paths)]
    if found or form == "json":
        click.echo(WRITERS[form](found))
    errors = sum(problem.level == "error" for problem in found)
    if form == "text":
        click.echo(_verdict(errors, len(found) - errors), err=True)
    sys.exit(1 if errors else 0)


def _roots(paths: tuple[Path, ...], data: Path) -> list[Path]:
    for path in paths:
        if not path.exists():
            raise click.BadParameter(f"there is no file or folder '{path}'.", param_hint="PATH")
    folders = [path for path in paths if path.is_dir() and not path.resolve().is_relative_to(data.resolve())]
    inside = [path for path in paths if path not in folders]
    return [*folders, *([data] if inside or not paths else [])]


def _wanted(problem: Problem, paths: tuple[Path, ...]) -> bool:
    file = problem.place.file.resolve()
    return not paths or any(file.is_relative_to(path.resolve()) for path in paths)


def _verdict(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "The data is in order."
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@main.group("export")
def export_group() -> None:
    """Write what is made from the models and the data."""


@export_group.command("schemas")
@DATA
def export_schemas(data: Path) -> None:
    """Write data/schema/*.schema.json, which editors use while one writes YAML."""
    for path in schemas.write(data / "schema"):
        click.echo(path)
