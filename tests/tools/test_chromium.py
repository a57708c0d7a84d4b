"""Where tools/chromium.py looks for a browser, and what it says when there is none."""

import os
import sys
from pathlib import Path

import pytest

from tools import chromium

Commands = list[tuple[str, ...]]


# The fixture below puts a stand-in in its place.
find_playwright_browser = chromium.find_playwright_browser


def executable(path: Path, script: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """A machine with no browser, whose user is not root; the commands that would be run on it."""
    run: Commands = []
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MAC_APPLICATIONS", ())
    monkeypatch.setattr(chromium, "find_playwright_browser", lambda: None)
    monkeypatch.setattr(chromium, "_run", lambda *command: run.append(command))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return run


def test_the_environment_variable_wins_over_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executable(tmp_path / "bin/chromium")
    named = executable(tmp_path / "elsewhere/my-chromium")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert chromium.find() == named


def test_the_environment_variable_may_name_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = executable(tmp_path / "bin/my-chromium")
    monkeypatch.setenv("CHROMIUM", "my-chromium")
    assert chromium.find() == named


def test_an_environment_variable_that_names_no_executable_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path = executable(tmp_path / "bin/chromium")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "missing"))
    assert chromium.find() == on_path


@pytest.mark.parametrize("command", chromium.COMMANDS)
def test_each_usual_command_is_found_on_the_path(tmp_path: Path, command: str) -> None:
    on_path = executable(tmp_path / "bin" / command)
    assert chromium.find() == on_path


def test_chromium_comes_before_chrome(tmp_path: Path) -> None:
    executable(tmp_path / "bin/google-chrome")
    first = executable(tmp_path / "bin/chromium")
    assert chromium.find() == first


def test_a_file_that_cannot_be_executed_is_not_found(tmp_path: Path) -> None:
    executable(tmp_path / "bin/chromium").chmod(0o644)
    assert chromium.find() is None


def test_a_mac_application_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    application = executable(tmp_path / "Applications/Chromium")
    monkeypatch.setattr(chromium, "MAC_APPLICATIONS", (application,))
    assert chromium.find() == application


def test_the_browser_that_playwright_downloaded_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    downloaded = executable(tmp_path / "playwright/chrome")
    monkeypatch.setattr(chromium, "find_playwright_browser", lambda: downloaded)
    assert chromium.find() == downloaded


def test_playwright_is_asked_where_its_browser_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    downloaded = executable(tmp_path / "playwright/chrome")
    monkeypatch.setattr(sys, "executable", str(executable(tmp_path / "python", f"echo '{downloaded}'")))
    assert find_playwright_browser() == downloaded


def test_a_browser_that_playwright_has_not_downloaded_is_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = tmp_path / "playwright/chrome"
    monkeypatch.setattr(sys, "executable", str(executable(tmp_path / "python", f"echo '{missing}'")))
    assert find_playwright_browser() is None


def test_a_python_without_playwright_has_no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(executable(tmp_path / "python", "exit 1")))
    assert find_playwright_browser() is None


def test_finding_installs_nothing(commands: Commands) -> None:
    chromium.find()
    assert commands == []


def test_the_path_of_what_is_found_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    on_path = executable(tmp_path / "bin/chromium")
    assert chromium.main() == 0
    assert capsys.readouterr().out == f"{on_path}\n"


def test_root_on_debian_installs_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executable(tmp_path / "bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    def run(*command: str) -> None:
        if command == ("apt-get", "install", "-y", "--no-install-recommends", "chromium"):
            executable(tmp_path / "bin/chromium")

    monkeypatch.setattr(chromium, "_run", run)
    assert chromium.install() == tmp_path / "bin/chromium"


def test_nobody_but_root_calls_apt_get(tmp_path: Path, commands: Commands) -> None:
    executable(tmp_path / "bin/apt-get")
    chromium.install()
    assert commands == [(sys.executable, "-m", "playwright", "install", "chromium")]


def test_root_without_apt_get_lets_playwright_install_the_libraries(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    chromium.install()
    assert commands == [(sys.executable, "-m", "playwright", "install", "--with-deps", "chromium")]


def test_nothing_found_and_nothing_installed_is_said_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert chromium.main() == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"{chromium.ADVICE}\n")
