"""The made-up dataset that `make bench` builds a site from."""

import re
from pathlib import Path

import pytest

import armsref
from armsref.checks import check
from armsref.loading.dataset import Dataset
from armsref.model import Attributed, Designation, Entry, Provision, State
from armsref.model.references import linked_ids, models_in
from tools import synthetic

ENTRIES = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("synthetic") / "data"
    synthetic.write(data, ENTRIES)
    return data


@pytest.fixture(scope="module")
def entries(folder: Path) -> list[Entry]:
    return [entry for entry in armsref.load(folder) if not isinstance(entry, State)]


def facts_of(entry: Entry) -> int:
    models = [model for _, model in models_in(entry)]
    return sum(isinstance(model, Attributed | Provision) and not isinstance(model, Designation) for model in models)


def test_the_data_passes_every_check(folder: Path) -> None:
    assert check(folder) == ()


def test_there_are_as_many_entries_as_asked_for_beside_the_states(entries: list[Entry]) -> None:
    assert len(entries) == ENTRIES


def test_it_is_split_over_treaties_weapons_terms_and_events(entries: list[Entry]) -> None:
    assert {entry.kind for entry in entries} == {"treaty", "weapon", "term", "event"}


def test_each_entry_has_six_relations_eight_facts_and_three_paragraphs(entries: list[Entry]) -> None:
    shapes = {(len(entry.related), facts_of(entry), len(re.split(r"\n\n", entry.summary or ""))) for entry in entries}
    assert shapes == {(6, 8, 3)}


def test_each_paragraph_links_to_known_entries(folder: Path, entries: list[Entry]) -> None:
    dataset: Dataset = armsref.load(folder)
    for entry in entries:
        for paragraph in (entry.summary or "").split("\n\n"):
            linked = list(linked_ids(paragraph))
            assert len(linked) == 3
            assert all(target in dataset for target in linked)


def test_the_same_seed_writes_the_same_files(folder: Path, tmp_path: Path) -> None:
    synthetic.write(tmp_path, ENTRIES)
    assert contents(tmp_path) == contents(folder)


def test_another_seed_writes_others(folder: Path, tmp_path: Path) -> None:
    synthetic.write(tmp_path, ENTRIES, seed=1)
    assert contents(tmp_path) != contents(folder)


def contents(folder: Path) -> dict[str, str]:
    files = sorted(folder.rglob("*.yml"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
