"""How files stand: every change is noticed."""

import os
import time
from pathlib import Path

from preview.watching import SETTLED_NANOSECONDS, standing

AN_HOUR_AGO = time.time_ns() - 3600 * 10**9


def written(file: Path, text: str, at: int = AN_HOUR_AGO) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    os.utime(file, ns=(at, at))
    return file


def test_files_that_nobody_touched_stand_as_before(tmp_path: Path) -> None:
    written(tmp_path / "a/b.yml", "1")
    assert not standing([tmp_path]).differs(standing([tmp_path]))


def test_a_changed_a_new_a_moved_and_a_deleted_file_are_noticed(tmp_path: Path) -> None:
    file = written(tmp_path / "a/b.yml", "1")
    for change in (
        lambda: written(file, "2", AN_HOUR_AGO + 1),
        lambda: written(tmp_path / "a/c.yml", "1"),
        lambda: file.rename(tmp_path / "b.yml"),
        lambda: (tmp_path / "b.yml").unlink(),
    ):
        before = standing([tmp_path])
        change()
        assert standing([tmp_path]).differs(before)


def test_a_file_changed_a_moment_ago_may_be_changed_again_unseen_so_it_is_looked_at_again(tmp_path: Path) -> None:
    written(tmp_path / "a.yml", "1", time.time_ns())
    assert standing([tmp_path]).differs(standing([tmp_path]))
    written(tmp_path / "a.yml", "1", time.time_ns() - 2 * SETTLED_NANOSECONDS)
    assert not standing([tmp_path]).differs(standing([tmp_path]))


def test_a_file_dated_in_the_future_is_no_reason_to_look_for_ever(tmp_path: Path) -> None:
    written(tmp_path / "a.yml", "1", time.time_ns() + 3600 * 10**9)
    assert not standing([tmp_path]).differs(standing([tmp_path]))


def test_what_is_not_there_is_left_out(tmp_path: Path) -> None:
    assert standing([tmp_path / "nothing"]).stamps == {}
