"""The soak edits a copy of the data beside a preview, and stops at the first stale answer."""

import pytest

from tools.soak import expect


def test_a_stale_answer_ends_it() -> None:
    expect(True, "nothing")
    with pytest.raises(SystemExit, match="stale: the list lacks a new entry"):
        expect(False, "the list lacks a new entry")
