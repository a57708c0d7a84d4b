"""Every check is described in a line, and tested."""

from pathlib import Path

import pytest

from armsref import check
from armsref.checks import CHECKS
from armsref.checks.registry import Check
from tests.conftest import Data

HERE = Path(__file__).parent
TESTS = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py") if path != Path(__file__))


@pytest.mark.parametrize("each", CHECKS, ids=lambda each: each.name)
def test_a_check_is_described_in_one_line(each: Check) -> None:
    assert each.description == (each.find.__doc__ or "").strip()
    assert each.description.endswith(".")
    assert "\n" not in each.description


@pytest.mark.parametrize("each", CHECKS, ids=lambda each: each.name)
def test_a_check_is_tested_by_name(each: Check) -> None:
    assert f'"{each.name}"' in TESTS


def test_no_two_checks_have_one_name() -> None:
    assert len({each.name for each in CHECKS}) == len(CHECKS)


def test_problems_come_in_the_order_of_files_and_lines(data: Data) -> None:
    terms = "a: {name: A, answer: A., sources: [x/y]}\nb: {name: B, answer: B., sources: [x/z], topics: x}\n"
    found = check(data({"glossary.yml": terms, "zzz.yml": "a", "aaa.yml": "a"}))
    assert [problem.place.file.name for problem in found] == ["aaa.yml", "glossary.yml", "glossary.yml", "zzz.yml"]
    assert list(found) == sorted(found)


def test_one_mistake_is_told_once(data: Data) -> None:
    term = "a: {name: A, answer: A., summary: 'See [[nowhere]] and [[nowhere]].', sources: [aca/inf]}"
    assert len(check(data({"glossary.yml": term}))) == 1
