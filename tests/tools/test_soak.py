"""The soak edits a copy of the data beside a preview, and stops at the first stale answer."""

import subprocess
import sys

import pytest

from tests.built import TOP
from tools.soak import expect


def test_a_stale_answer_ends_it() -> None:
    expect(True, "nothing")
    with pytest.raises(SystemExit, match="stale: the list lacks a new entry"):
        expect(False, "the list lacks a new entry")


def test_a_short_soak_of_the_real_data_shows_nothing_stale() -> None:
    command = [sys.executable, "-m", "tools.soak", "--minutes", "0.05"]
    ran = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "turns, nothing stale; memory" in ran.stdout
