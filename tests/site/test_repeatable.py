"""The same data at the same time is the same site, to the byte."""

from pathlib import Path

from tests.built import run_mkdocs


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    built = run_mkdocs(tmp_path, PYTHONHASHSEED="4711", ARMSREF_CORES="1", TZ="Asia/Tokyo", LC_ALL="C")
    assert built.returncode == 0, built.stdout + built.stderr
    first, second = contents(site), contents(tmp_path)
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
