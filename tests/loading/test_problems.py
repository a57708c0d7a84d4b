"""A problem, and how it is printed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref.loading.problems import DataError, Place, Problem, as_github, as_json, as_text, did_you_mean

FILE = Path("data/weapons/oreshnik.yml")
UNKNOWN = Problem(Place(FILE, 14, 12), "unknown entry 'rs-26'", "unknown-id", "Did you mean 'rs-26-rubezh'?")


def test_text_names_the_place_and_the_remedy() -> None:
    assert as_text([UNKNOWN]) == (
        "data/weapons/oreshnik.yml:14:12: unknown entry 'rs-26'. Did you mean 'rs-26-rubezh'?"
    )


def test_text_of_a_whole_file_has_no_line() -> None:
    assert as_text([Problem(Place(FILE), "the file is empty", "yaml")]) == f"{FILE}: the file is empty."


def test_text_marks_a_warning() -> None:
    assert (
        as_text([Problem(Place(FILE, 1, 2), "unused", "sources", level="warning")]) == f"{FILE}:1:2: warning: unused."
    )


def test_json_has_every_field() -> None:
    assert json.loads(as_json([UNKNOWN])) == [
        {
            "file": "data/weapons/oreshnik.yml",
            "line": 14,
            "column": 12,
            "level": "error",
            "check": "unknown-id",
            "message": "unknown entry 'rs-26'",
            "hint": "Did you mean 'rs-26-rubezh'?",
        }
    ]


def test_json_of_no_problems_is_an_empty_list() -> None:
    assert json.loads(as_json([])) == []


def test_github_gets_an_annotation() -> None:
    assert as_github([UNKNOWN]) == (
        "::error file=data/weapons/oreshnik.yml,line=14,col=12,title=armsref unknown-id"
        "::unknown entry 'rs-26'. Did you mean 'rs-26-rubezh'?"
    )


def test_github_shows_a_whole_file_at_its_first_line() -> None:
    assert as_github([Problem(Place(FILE), "the file is empty", "yaml")]).startswith(
        f"::error file={FILE},line=1,col=1,"
    )


def test_no_text_can_begin_another_workflow_command() -> None:
    evil = Problem(Place(Path("data/a,line=9:b\n.yml")), "50 % of\r\n::add-mask::x", "yaml")
    assert as_github([evil]) == (
        "::error file=data/a%2Cline=9%3Ab%0A.yml,line=1,col=1,title=armsref yaml::50 %25 of%0D%0A::add-mask::x."
    )


@given(st.text(), st.text())
def test_every_annotation_is_one_line(message: str, hint: str) -> None:
    assert not {"\n", "\r"} & set(as_github([Problem(Place(FILE), message, "yaml", hint)]))


def test_a_data_error_tells_its_problems_in_order() -> None:
    first, second = Problem(Place(FILE, 1, 1), "one", "yaml"), Problem(Place(FILE, 2, 1), "two", "yaml")
    error = DataError([second, first])
    assert error.problems == (first, second)
    assert str(error) == f"{FILE}:1:1: one.\n{FILE}:2:1: two."


@pytest.mark.parametrize(
    ("word", "meant"),
    [("oreshnick", "oreshnik"), ("inf-traety", "inf-treaty"), ("rs-26", "rs-26-rubezh"), ("sarmat", "rs-28-sarmat")],
)
def test_a_near_word_is_suggested(word: str, meant: str) -> None:
    known = ["oreshnik", "inf-treaty", "rs-26-rubezh", "rs-28-sarmat"]
    assert did_you_mean(word, known) == f"Did you mean '{meant}'?"


@pytest.mark.parametrize("word", ["", "x", "tomahawk"])
def test_nothing_is_suggested_where_no_word_is_near(word: str) -> None:
    assert did_you_mean(word, ["oreshnik", "inf-treaty"]) == ""
