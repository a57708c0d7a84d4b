"""What is kept of the data between runs: it saves reading, and never changes what is read."""

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref.checks import problems_of
from armsref.loading import cache, yamlfile
from armsref.loading.reader import read_changed, read_data
from armsref.loading.reading import Reading
from tests.conftest import Data, plain, treaty, weapon

Folder = Path


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Where data is kept in this test."""
    monkeypatch.setenv("ARMSREF_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the YAML files that are read anew."""
    names = []
    parse = yamlfile.content_of

    def noted(file: yamlfile.YamlFile) -> yamlfile.Content:
        names.append(file.path.name)
        return parse(file)

    monkeypatch.setattr(yamlfile, "content_of", noted)
    return names


def the_file(folder: Folder) -> Path:
    """The one file in which data is kept."""
    (file,) = folder.iterdir()
    return file


def test_what_did_not_change_is_not_read_again(data: Data, kept: Folder, parsed: list[str]) -> None:
    root = data({"treaties/inf.yml": treaty(), "weapons/pioneer.yml": weapon()})
    first = read_data(root)
    assert sorted(parsed) == ["aca.yml", "inf.yml", "pioneer.yml", "states.yml"]
    parsed.clear()
    assert read_data(root) == first
    assert parsed == []


def test_after_a_change_only_the_file_that_changed_is_read_again(data: Data, kept: Folder, parsed: list[str]) -> None:
    root = data({"treaties/inf.yml": treaty(), "weapons/pioneer.yml": weapon()})
    read_data(root)
    parsed.clear()
    data({"treaties/inf.yml": treaty("name: Another"), "weapons/pioneer.yml": weapon()})
    assert [record.entry.name for record in read_data(root).records][-2:] == ["Another", "Pioneer"]
    assert parsed == ["inf.yml"]


def test_a_change_that_leaves_size_and_time_as_they_were_is_seen(data: Data, kept: Folder) -> None:
    root = data({"treaties/inf.yml": treaty("name: Old")})
    file = root / "treaties/inf.yml"
    read_data(root)
    before = file.stat()
    file.write_text(file.read_text().replace("Old", "New"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read_data(root).records[-1].entry.name == "New"


def test_a_file_with_another_name_is_another_entry(data: Data, kept: Folder) -> None:
    root = data({"treaties/inf.yml": treaty()})
    read_data(root)
    (root / "treaties/inf.yml").rename(root / "treaties/abm.yml")
    assert read_data(root).records[-1].entry.id == "abm"


def test_a_problem_is_told_each_time_with_its_place(data: Data, kept: Folder) -> None:
    root = data({"treaties/inf.yml": treaty("answr: x")})
    assert read_data(root).problems == read_data(root).problems != []


def test_a_table_is_kept_with_the_places_of_its_rows(data: Data, kept: Folder) -> None:
    table = "state,signed,bound,act,left,note\nus,1992,2002,ratification,,\nru,1992,2001,ratification,,\n"
    root = data({"participation/ost.csv": table})
    first = [(place.line, row.state) for place, row in read_data(root).rows("ost")]
    assert first == [(place.line, row.state) for place, row in read_data(root).rows("ost")] == [(2, "us"), (3, "ru")]


def test_the_data_folder_may_lie_elsewhere_in_the_next_run(
    data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: Folder
) -> None:
    root = data({})
    monkeypatch.chdir(tmp_path)
    assert read_data(root).records[0].file.path == tmp_path / "data/states.yml"
    assert read_data(Path("data")).records[0].file.path == Path("data/states.yml")


# Where it is kept


def test_data_is_kept_beside_its_folder(data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARMSREF_CACHE")
    read_data(data({}))
    assert the_file(tmp_path / ".cache/armsref").stat().st_mode & 0o777 == 0o600


def test_nothing_is_kept_where_that_is_switched_off(
    data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARMSREF_CACHE", "off")
    read_data(data({}))
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_nothing_is_kept_where_nothing_can_be_written(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    root = data({})
    monkeypatch.setenv("ARMSREF_CACHE", str(root / "states.yml/kept"))
    assert len(read_data(root).records) == len(read_data(root).records) == 3


def test_a_write_that_fails_leaves_nothing_behind(data: Data, kept: Folder) -> None:
    root = data({})
    read_data(root)
    file = the_file(kept)
    file.unlink()
    file.mkdir()
    assert len(read_data(root).records) == 3
    assert the_file(kept) == file


def test_only_the_last_few_files_are_kept(data: Data, kept: Folder) -> None:
    kept.mkdir()
    for age in range(9):
        old = kept / f"armsref-{age}.pickle"
        old.touch()
        os.utime(old, (1_000 - age, 1_000 - age))
    (kept / "other.pickle").touch()
    read_data(data({}))
    names = {path.name for path in kept.iterdir()}
    assert names >= {"armsref-0.pickle", "armsref-1.pickle", "armsref-2.pickle", "other.pickle"}
    assert len(names) == cache.MOST_FILES + 1


# What is not trusted


@pytest.mark.parametrize("bad", [b"", b"armsref", b"x" * 1000], ids=["empty", "cut", "foreign"])
def test_a_broken_file_is_replaced(data: Data, kept: Folder, parsed: list[str], bad: bytes) -> None:
    root = data({})
    first = read_data(root)
    the_file(kept).write_bytes(bad)
    assert read_data(root) == first
    parsed.clear()
    read_data(root)
    assert parsed == []


def test_a_file_with_one_wrong_byte_is_replaced(data: Data, kept: Folder) -> None:
    root = data({})
    first = read_data(root)
    file = the_file(kept)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    assert read_data(root) == first
    assert file.read_bytes() != content


def test_what_other_code_kept_is_not_used(
    data: Data, kept: Folder, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = data({})
    read_data(root)
    parsed.clear()
    monkeypatch.setattr(cache, "_HEADER", b"armsref " + b"x" * 16)
    read_data(root)
    assert sorted(parsed) == ["aca.yml", "states.yml"]


class Trap:
    """What ends the process where it is loaded."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("raise SystemExit('code was run')",)


@contextmanager
def trapped(folder: Folder, root: Path) -> Iterator[Path]:
    """A file that is in order, but for who could write it."""
    read_data(root)
    file = the_file(folder)
    payload = pickle.dumps(Trap())
    file.write_bytes(cache._HEADER + cache._sum(payload) + payload)
    yield file
    read_data(root)


def test_a_file_of_the_user_alone_is_loaded(data: Data, kept: Folder) -> None:
    with pytest.raises(SystemExit, match="code was run"), trapped(kept, data({})):
        pass


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_to_is_not_loaded(data: Data, kept: Folder, mode: int) -> None:
    with trapped(kept, data({})) as file:
        file.chmod(mode)


def test_a_file_of_somebody_else_is_not_loaded(data: Data, kept: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    with trapped(kept, data({})):
        monkeypatch.setattr(os, "geteuid", lambda: 12345)


def test_a_link_is_not_followed(data: Data, kept: Folder) -> None:
    with trapped(kept, data({})) as file:
        file.symlink_to(file.rename(kept / "elsewhere"))


def test_several_runs_at_once_do_not_disturb_each_other(data: Data, kept: Folder) -> None:
    root = data({f"weapons/w{number}.yml": weapon(f"name: W{number}") for number in range(20)})
    code = "import sys; from armsref import load; print(all(len(load(sys.argv[1])) == 23 for _ in range(5)))"
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(root)], stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert [run.communicate()[0] for run in runs] == ["True\n"] * 4
    assert the_file(kept).suffix == ".pickle"


# Whatever is edited, what is kept gives what reading anew gives

TABLES = "state,signed,bound,act,left,note\n"
TEXTS = {
    "glossary.yml": ["a: {name: A, answer: An a., sources: [aca/inf]}\n", "b: {name: B, answr: A b.}\n", "- x\n"],
    "participation/inf.csv": [TABLES, TABLES + "us,1992,2002,ratification,,\n", TABLES + 'us,"1992\n', "state\n"],
    "sources/aca.yml": [
        "publisher: ACA\nkind: research\nitems:\n  inf: {title: INF}\n",
        "publisher: ACA\nkind: blog\nitems:\n  inf: {title: INF}\n",
    ],
    "states.yml": ["us: {name: United States}\n", "us: {name: United States}\nru: {name: Russia}\n", "us: {}\n"],
    "treaties/inf.yml": [treaty(), treaty("summary: See [[us]] and [[nowhere]]."), treaty("form: x"), "", "a: &b c\n"],
    "treaties/start-i.yml": [treaty("name: START I"), treaty("parties: [us, ru]"), "name: \u200b\n"],
    "weapons/pioneer.yml": [weapon(), weapon("range_km: {min: 9, max: 5, source: aca/inf}"), "{"],
    "weapons/x.yaml": ["name: X\n"],
}
EDITS = st.lists(
    st.sampled_from(sorted(TEXTS)).flatmap(
        lambda name: st.tuples(st.just(name), st.none() | st.sampled_from(TEXTS[name]))
    ),
    min_size=1,
    max_size=12,
)


def everything(reading: Reading) -> tuple[object, ...]:
    """All that a reading tells, with every place in it."""
    places = [
        (record.place(), record.key_place(), [record.place(*path) for path, _ in record.models])
        for record in reading.records
    ]
    given = [record.entry.model_dump(exclude_unset=True) for record in reading.records]
    return reading, places, given, problems_of(reading)


@given(EDITS)
def test_what_is_kept_gives_what_reading_anew_gives(edits: list[tuple[str, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        root = Path(folder, "data")
        root.mkdir()
        for name, text in edits:
            edit(root / name, text)
            patch.setenv("ARMSREF_CACHE", f"{folder}/kept")
            with_cache = everything(read_data(root))
            patch.setenv("ARMSREF_CACHE", "off")
            assert with_cache == everything(read_data(root))


def edit(path: Path, text: str | None) -> None:
    """Write a file, or delete it."""
    path.parent.mkdir(exist_ok=True)
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(plain(text), encoding="utf-8")


# Reading a folder again


def test_a_folder_is_read_again_with_the_records_of_all_files_that_stayed(data: Data, parsed: list[str]) -> None:
    files = {"treaties/inf.yml": treaty(), "weapons/pioneer.yml": weapon()}
    root, known = data(files), cache.Cache(None)
    before = {record.entry.id: record for record in read_changed(root, known).records}
    parsed.clear()
    data(files | {"weapons/pioneer.yml": weapon("answer: Another.")})
    after = {record.entry.id: record for record in read_changed(root, known).records}
    assert parsed == ["pioneer.yml"]
    assert {entry_id for entry_id in after if after[entry_id] is not before[entry_id]} == {"pioneer"}


def test_a_file_that_is_gone_or_broken_gives_nothing_and_is_read_as_it_was_when_mended(data: Data) -> None:
    files = {"treaties/inf.yml": treaty(), "weapons/pioneer.yml": weapon()}
    root, known = data(files), cache.Cache(None)
    whole = read_changed(root, known)
    data(files | {"weapons/pioneer.yml": weapon("answr: Wrong.")})
    (root / "treaties/inf.yml").unlink()
    broken = read_changed(root, known)
    assert {record.entry.id for record in broken.records}.isdisjoint({"inf", "pioneer"})
    assert [problem.message for problem in broken.problems] == ["unknown field 'answr'"]
    data(files)
    assert read_changed(root, known) == whole == read_data(root)
