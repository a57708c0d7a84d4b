"""The site while its data is edited: every page is made from the files as they are, and a mistake changes no page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from preview.editing import Editing
from preview.pages import MadeFrom
from tests.built import TOP
from tests.conftest import Data, treaty, weapon

ADDRESS = "http://127.0.0.1:8000/"
FILES = {
    "treaties/tob.yml": treaty("name: Treaty on Balloons\nabbreviation: TOB\nparties: [us, su]"),
    "weapons/pioneer.yml": weapon("summary: Limited by the TOB.\nrelated: [{id: tob}]"),
    "glossary.yml": """
        range: {name: Range, answer: How far it flies., sources: [aca/inf]}
        throw-weight: {name: Throw-weight, answer: What it carries., sources: [aca/inf]}
    """,
}


def editing_of(data: Path, folder: Path, docs: Path = TOP / "docs") -> Editing:
    return Editing(MadeFrom(TOP / "mkdocs.yml", data, docs), ADDRESS, folder)


@pytest.fixture
def editing(data: Data, tmp_path: Path) -> Editing:
    return editing_of(data(FILES), tmp_path / "preview")


def text(editing: Editing, path: str) -> str:
    return editing.shown(path).content.decode()


def replace(editing: Editing, name: str, old: str, new: str) -> None:
    file = editing.source.data / name
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def test_a_change_is_on_the_page_on_lists_and_in_the_files_that_are_looked_up(editing: Editing) -> None:
    assert "How far it flies." in text(editing, "glossary/range/")
    replace(editing, "glossary.yml", "How far", "How wide")
    for path in ("glossary/range/", "glossary/range/index.md", "glossary/", "assets/answers/entries/glossary.json"):
        assert "How wide it flies." in text(editing, path)
        assert "How far it flies." not in text(editing, path)


def test_a_new_name_is_on_the_pages_that_name_the_entry(editing: Editing) -> None:
    assert "Treaty on Balloons" in text(editing, "weapons/pioneer/")
    replace(editing, "treaties/tob.yml", "Treaty on Balloons", "Treaty on Kites")
    page = text(editing, "weapons/pioneer/")
    assert "Treaty on Kites" in page
    assert "Treaty on Balloons" not in page


def test_a_name_is_found_in_a_text_as_long_as_it_is_one(editing: Editing) -> None:
    assert '">TOB</a>' in text(editing, "weapons/pioneer/")
    replace(editing, "treaties/tob.yml", "abbreviation: TOB", "abbreviation: TBO")
    assert '">TOB</a>' not in text(editing, "weapons/pioneer/")


def test_a_new_entry_has_a_page_and_a_deleted_one_has_none(editing: Editing) -> None:
    assert editing.shown("treaties/new/").what == "missing"
    (editing.source.data / "treaties/new.yml").write_text(treaty("name: New Treaty"))
    assert editing.shown("treaties/new/").what == "there"
    assert "New Treaty" in text(editing, "treaties/")
    (editing.source.data / "treaties/new.yml").unlink()
    assert editing.shown("treaties/new/").what == "missing"
    assert editing.shown("treaties/new/index.md").what == "missing"
    assert "New Treaty" not in text(editing, "treaties/")


def test_a_mistake_is_told_with_its_place_and_changes_no_page(editing: Editing) -> None:
    before = editing.shown("glossary/range/")
    replace(editing, "glossary.yml", "answer: How far", "answr: How high")
    assert editing.shown("glossary/range/") == before
    (missing, unknown) = editing.state.mistakes
    assert unknown.startswith(f"{editing.source.data / 'glossary.yml'}:1:")
    assert "unknown field 'answr'. Did you mean 'answer'?" in unknown
    assert "'answer' is missing" in missing
    replace(editing, "glossary.yml", "answr: How high", "answer: How high")
    assert "How high it flies." in text(editing, "glossary/range/")
    assert editing.state.mistakes == ()


def test_a_mistake_taken_back_leaves_no_word_of_it(editing: Editing) -> None:
    editing.look()
    replace(editing, "glossary.yml", "answer: How far", "answr: How far")
    editing.look()
    replace(editing, "glossary.yml", "answr: How far", "answer: How far")
    editing.look()
    assert editing.state.mistakes == ()


def test_data_that_begins_with_a_mistake_is_shown_once_it_is_mended(editing: Editing) -> None:
    replace(editing, "glossary.yml", "answer: How far", "answr: How far")
    shown = editing.shown("glossary/range/")
    assert shown.what == "nothing yet"
    assert editing.state.mistakes
    replace(editing, "glossary.yml", "answr: How far", "answer: How far")
    assert "How far it flies." in text(editing, "glossary/range/")


def test_the_open_data_is_made_when_it_is_asked_for_and_is_that_of_the_files_as_they_are(editing: Editing) -> None:
    editing.look()
    assert not any(editing.folder.rglob("*.json"))
    assert "How far it flies." in text(editing, "api/v1/glossary/range.json")
    replace(editing, "glossary.yml", "How far", "How wide")
    assert "How wide it flies." in text(editing, "api/v1/glossary/range.json")
    (editing.source.data / "glossary.yml").unlink()
    assert editing.shown("api/v1/glossary/range.json").what == "missing"


def test_an_address_without_its_slash_leads_to_the_page(editing: Editing) -> None:
    assert editing.shown("glossary/range").what == "folder"
    assert editing.shown("glossary/nothing").what == "missing"
    assert "There is no page here" in text(editing, "glossary/nothing")


def test_what_was_written_for_the_preview_goes_with_it(editing: Editing) -> None:
    editing.shown("glossary/range/")
    assert editing.folder.is_dir()
    editing.close()
    assert not editing.folder.exists()


def test_a_page_written_by_hand_is_shown_as_it_is_now(editing: Editing, tmp_path: Path) -> None:
    docs = shutil.copytree(TOP / "docs", tmp_path / "docs")
    copied = editing_of(editing.source.data, tmp_path / "copied", docs)
    about = docs / "about/index.md"
    assert "Written anew." not in text(copied, "about/")
    version = copied.state.version
    about.write_text(f"{about.read_text()}\n\nWritten anew.\n")
    assert "Written anew." in text(copied, "about/")
    assert copied.state.version != version
