"""What changed in the data, told from a history that a test makes."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from armsref.history.changes import Change, commits, extent
from tests.history.test_release import commit

GLOSSARY = """
range:
  name: Range
  answer: How far it flies.

warhead:
  name: Warhead
  answer: What it carries.
"""
TREATY = "name: Treaty\nanswer: Bans.\n"


class History:
    """A data folder with a history; each change of it is a commit of the next day."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.day = 0

    def change(self, **files: str | None) -> None:
        for name, text in files.items():
            path = self.data / FILES[name]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text, encoding="utf-8")
        self.day += 1
        commit(self.data.parent, f"2026-01-{self.day:02d}T12:00:00+00:00")

    def clone(self, folder: Path, depth: int) -> Path:
        command = ["git", "clone", "-q", "--depth", str(depth), f"file://{self.data.parent}", str(folder)]
        subprocess.run(command, check=True)
        return folder / "data"


FILES = {
    "glossary": "glossary.yml",
    "treaty": "treaties/t.yml",
    "table": "participation/t.csv",
    "source": "sources/s.yml",
    "events": "events.yml",
}


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "project")


def last(history: History) -> tuple[Change, ...]:
    return next(iter(commits(history.data))).changes


def test_an_entry_is_new_in_the_commit_that_adds_its_file_or_its_block(history: History) -> None:
    history.change(glossary="warhead:\n  name: Warhead\n")
    history.change(glossary="range:\n  name: Range\nwarhead:\n  name: Warhead\n", treaty=TREATY)
    assert last(history) == (Change("range", True), Change("t", True))


def test_an_entry_of_a_shared_file_changes_where_its_own_block_does(history: History) -> None:
    history.change(glossary=GLOSSARY)
    history.change(glossary=GLOSSARY.replace("How far", "How wide"))
    assert last(history) == (Change("range", False, ("answer",)),)


def test_the_fields_that_changed_came_or_went_are_named(history: History) -> None:
    history.change(treaty="name: Treaty\nanswer: Bans.\nduration: Ever.\n")
    history.change(treaty="name: Treaty\nanswer: Banned.\nverification: None.\n")
    assert last(history) == (Change("t", False, ("answer", "verification", "duration")),)


@pytest.mark.parametrize(
    "rewritten",
    [
        "# A comment.\n" + GLOSSARY,
        GLOSSARY.replace("How far it flies.", ">-\n    How far\n    it flies."),
        GLOSSARY.replace("name: Range\n  answer: How far it flies.", "answer: How far it flies.\n  name: 'Range'"),
        GLOSSARY.replace("range:\n", "range:  # How far?\n"),
        "warhead:\n  name: Warhead\n  answer: What it carries.\nrange: {name: Range, answer: How far it flies.}\n",
    ],
    ids=["comment", "folded", "order and quotes", "comment on a key", "order of entries"],
)
def test_what_is_only_written_otherwise_is_no_change(history: History, rewritten: str) -> None:
    history.change(glossary=GLOSSARY, treaty=TREATY)
    history.change(glossary=rewritten, treaty=f"# yaml\n{TREATY}")
    assert [commit.at.day for commit in commits(history.data)] == [1]


def test_a_text_that_runs_on_at_the_margin_is_read_as_yaml_reads_it(history: History) -> None:
    first = 'range:\n  name: "Range\nwarhead: no key"\nwarhead:\n  name: Warhead\n'
    history.change(glossary=first)
    history.change(glossary=first.replace("Range", "Reach"))
    assert last(history) == (Change("range", False, ("name",)),)


def test_a_table_is_a_field_of_its_agreement(history: History) -> None:
    history.change(treaty=TREATY)
    history.change(table="state\nru\n")
    assert last(history) == (Change("t", False, ("participation",)),)
    history.change(table="state\nru\nus\n", treaty=TREATY.replace("Bans", "Banned"))
    assert last(history) == (Change("t", False, ("participation", "answer")),)


def test_a_new_agreement_with_its_table_is_one_new_entry(history: History) -> None:
    history.change(table="state\nru\n", treaty=TREATY)
    assert last(history) == (Change("t", True),)


def test_an_entry_that_moves_to_another_file_is_not_new(history: History) -> None:
    history.change(glossary=GLOSSARY)
    kept, _, moved = GLOSSARY.partition("warhead:")
    history.change(glossary=kept, events=f"warhead:{moved}  date: 1990\n")
    assert last(history) == (Change("warhead", False, ("date",)),)


def test_an_entry_that_goes_and_a_source_that_comes_are_not_told(history: History) -> None:
    history.change(glossary=GLOSSARY, treaty=TREATY)
    history.change(treaty=None, source="publisher: Somebody\n")
    assert [commit.at.day for commit in commits(history.data)] == [1]


@pytest.mark.parametrize("broken", ["range: [\n", "range: in words\n", "- range\n", "? [range]\n: x\n", "# nothing\n"])
def test_a_version_that_was_broken_held_nothing(history: History, broken: str) -> None:
    history.change(glossary=broken)
    history.change(glossary=GLOSSARY)
    assert last(history) == (Change("range", True), Change("warhead", True))


def test_commits_come_from_the_last_back_with_their_time(history: History) -> None:
    history.change(glossary=GLOSSARY)
    history.change(treaty=TREATY)
    assert [commit.at for commit in commits(history.data)] == [datetime(2026, 1, day, 12, tzinfo=UTC) for day in (2, 1)]
    assert [commit.at.day for commit in commits(history.data, most=1)] == [2]
    assert extent(history.data) == "whole"


def test_a_merge_is_one_change_on_its_own_day(history: History) -> None:
    history.change(glossary=GLOSSARY)
    top = history.data.parent
    run = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*run, "checkout", "-q", "-b", "branch"], cwd=top, check=True)
    history.change(glossary=GLOSSARY.replace("How far", "How wide"))
    history.change(glossary=GLOSSARY.replace("How far", "How high"))
    subprocess.run([*run, "checkout", "-q", "-"], cwd=top, check=True)
    subprocess.run([*run, "merge", "-q", "--no-ff", "-m", "Merge", "branch"], cwd=top, check=True)
    merged, first = commits(history.data)
    assert merged.changes == (Change("range", False, ("answer",)),)
    assert first.at.day == 1


def test_where_the_history_is_cut_off_the_commit_at_the_cut_is_not_taken_for_the_first(
    history: History, tmp_path: Path
) -> None:
    history.change(glossary=GLOSSARY)
    history.change(treaty=TREATY)
    history.change(treaty=TREATY.replace("Bans", "Banned"))
    shallow = history.clone(tmp_path / "shallow", depth=1)
    assert (extent(shallow), list(commits(shallow))) == ("cut off", [])
    deeper = history.clone(tmp_path / "deeper", depth=2)
    assert [commit.changes for commit in commits(deeper)] == [(Change("t", False, ("answer",)),)]


def test_without_a_history_nothing_is_known(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    history.data.mkdir(parents=True)
    assert (extent(history.data), list(commits(history.data))) == ("unknown", [])
    history.change(glossary=GLOSSARY)
    monkeypatch.setenv("PATH", "")
    assert (extent(history.data), list(commits(history.data))) == ("unknown", [])
