"""The group of commands: it offers each, and imports none before it is asked for."""

import subprocess
import sys

import pytest

from armsref.cli.main import main
from tests.cli.conftest import run

SUBCOMMANDS = ["all", "bundle", "schemas", "openapi", "citation"]
# What takes long to import, and is of no use to most commands.
HEAVY = ["ahocorasick_rs", "armsref.export", "babel", "feedgen", "icalendar", "lxml", "pydantic", "rdflib", "yaml"]


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"]])
def test_help_is_printed(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 0


@pytest.mark.parametrize("command", [*main.commands, *(f"export {name}" for name in SUBCOMMANDS)])
def test_every_command_explains_itself(command: str) -> None:
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command} [OPTIONS]")


def test_the_help_lists_every_command_with_what_it_does() -> None:
    listed = run("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(main.commands)
    assert all(len(line.split()) > 3 for line in listed)


def test_a_command_that_is_not_there_is_told_with_the_one_that_was_meant() -> None:
    result = run("statu")
    assert result.exit_code == 2
    assert "No such command 'statu'" in result.stderr


def imported_by(module: str) -> set[str]:
    """The modules that a new interpreter has once it imported one."""
    code = f"import sys, {module}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_the_command_line_imports_no_command_before_it_is_asked_for() -> None:
    modules = imported_by("armsref.cli.main")
    assert "armsref.cli.main" in modules
    assert not modules & {*HEAVY, *(f"armsref.cli.{name}" for name in main.commands)}


@pytest.mark.parametrize("command", ["check", "covers", "status"])
def test_a_command_does_not_import_what_only_others_need(command: str) -> None:
    assert not imported_by(f"armsref.cli.{command}") & {*HEAVY} - {"pydantic", "yaml"}


def test_the_library_offers_its_names_without_importing_what_is_behind_them() -> None:
    assert not {name for name in imported_by("armsref") if name.startswith(("armsref.", "pydantic"))}
