"""Names in running text: what is found in small texts, and what must hold of any."""

import json
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref.annotation.finder import Finder
from armsref.annotation.forms import comparable, form_table
from tests.built import TOP, real_data

CASES = json.loads((TOP / "tests/finding/cases.json").read_text(encoding="utf-8"))


@cache
def finder() -> Finder:
    return Finder(form_table(real_data()))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_these_names_and_no_others_are_found(case: dict[str, object]) -> None:
    matches = finder().find(str(case["text"]))
    assert [[match.surface, match.id] for match in matches] == case["found"]


def test_a_name_that_two_entries_share_is_not_guessed() -> None:
    match, _ = finder().find("ABM and MIRV")
    assert match.id is None
    assert set(match.alternatives) == {"abm-treaty", "anti-ballistic-missile"}


TEXTS = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            ["INF Treaty", "Орешник", "东风-26", "ICBMs", "\n", "-\n", "\u200b", "\u202e", " ", "the range"]
        ),
    ),
    max_size=12,
).map("".join)


@given(TEXTS)
def test_what_is_found_stands_where_it_is_said_to_and_overlaps_nothing(text: str) -> None:
    matches = finder().find(text)
    assert all(text[match.start : match.end] == match.surface for match in matches)
    assert all(match.end <= following.start for match, following in pairwise(matches))


@given(TEXTS)
def test_every_name_found_is_one_of_the_entry(text: str) -> None:
    forms = {(form.text, form.id) for form in finder().table.forms}
    for match in finder().find(text):
        assert match.id is None or any(entry == match.id for _, entry in forms)


@given(st.text(max_size=30))
def test_a_text_made_plain_is_plain(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)
