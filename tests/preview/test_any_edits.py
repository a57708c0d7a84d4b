"""Whatever is edited, and in whatever order: what is kept from before is never seen in what is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armsref.export import outputs
from macros.lists import LISTS
from macros.prepare import Site, prepare
from preview.editing import Editing
from tests.built import EPOCH
from tests.conftest import COMPLETION, plain, weapon
from tests.preview.test_editing import FILES, editing_of

TOB, PIONEER, NEW = "treaties/tob.yml", "weapons/pioneer.yml", "weapons/new.yml"
Edit = tuple[str, str, str]
"""A file of the data, and a field in it with the value that it gets; without a field, the file is deleted."""
VALUES = {
    (TOB, "abbreviation"): ["TOB", "TB", "SS-20"],
    (TOB, "summary"): ["It bans the [[pioneer]].", "No SS-20 and no range.", "The [[gone]]."],
    (TOB, "history"): [
        f"[{{date: {day}, act: signed, source: aca/inf}}]" for day in ("1987-12-08", "~1990", "1987-13-01")
    ],
    (TOB, "parties"): ["[us]", "[ru, us]", "[us, su]", "[xx]"],
    (PIONEER, "name"): ["Pioneer", "SS-20", "Range", "'"],
    (PIONEER, "answer"): ["A missile.", "Banned by the TOB."],
    (PIONEER, ""): [""],
    (NEW, "name"): ["New", "TOB"],
    (NEW, "summary"): ["A Pioneer with a longer range.", "Nothing."],
    (NEW, ""): [""],
}
EDITS = st.sampled_from([(file, name, value) for (file, name), values in VALUES.items() for value in values])


def apply(edit: Edit, data: Path) -> None:
    name, changed, value = edit
    file = data / name
    if not changed:
        file.unlink(missing_ok=True)
        return
    lines = (file.read_text() if file.exists() else weapon()).splitlines()
    kept = [line for line in lines if not line.startswith(f"{changed}:")]
    file.write_text("\n".join([*kept, f"{changed}: {value}", ""]))


def pages(site: Site) -> dict[str, object]:
    """The pages of entries, and what is looked up of them."""
    made: dict[str, object] = {entry.id: site.entry(entry.id) for entry in site.dataset}
    made |= {path: site.head(path) for path in site.entries}
    return made | {path: make() for path, make in site.lookups.items()}


def lists_and_open_data(site: Site) -> dict[str, object]:
    return {name: site.listed(name, "x/") for name in LISTS} | dict(outputs.files(site.edition))


# Twenty times ten: two hundred edits.
@settings(max_examples=20)
@given(edits=st.lists(EDITS, min_size=10, max_size=10))
def test_after_any_edits_everything_is_as_if_made_anew(
    edits: list[Edit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("edited")
    for name, content in {**COMPLETION, **FILES}.items():
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(plain(content))
    editing = editing_of(folder / "data", folder / "preview")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        editing.look()
        for edit in edits:
            apply(edit, editing.source.data)
            editing.look()
            assert_as_if_made_anew(editing, pages)
        assert_as_if_made_anew(editing, lists_and_open_data)


def assert_as_if_made_anew(editing: Editing, made: Callable[[Site], dict[str, object]]) -> None:
    if editing.site and not editing.state.mistakes:
        assert made(editing.site) == made(prepare(editing.site.settings))
