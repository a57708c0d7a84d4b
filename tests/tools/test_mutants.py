"""Which changes of the code `make mutants` tries, and what it says of them."""

from __future__ import annotations

import random

import pytest

from tools.mutants_sample import Change, Mutant, Trial, drawn, matters, report, worth_trying

LAW, CHECKS = "armsref/law/status.py", "armsref/checks/dates.py"


def change(line: int, path: str = LAW, kind: str = "NumberReplacer", occurrence: int = 0) -> Change:
    return Change(path, (line, 4), (line, 5), kind, occurrence)


def mutant(path: str, before: str, after: str, line: int = 1) -> Mutant:
    return Mutant(change(line, path), after, before)


# The sample

EVERY = [change(line, occurrence=occurrence) for line in range(50) for occurrence in (0, 1)]


def test_a_seed_draws_the_same_changes_however_they_were_found() -> None:
    shuffled = random.Random(7).sample(EVERY, len(EVERY))
    assert drawn(shuffled, 3) == drawn(EVERY, 3)


def test_another_seed_draws_others() -> None:
    assert drawn(EVERY, 3)[:10] != drawn(EVERY, 4)[:10]


def test_a_place_is_changed_once_in_a_sample() -> None:
    lines = [found.start[0] for found in drawn(EVERY, 1)]
    assert sorted(lines) == list(range(50))


def test_a_larger_sample_goes_on_where_a_smaller_one_ended() -> None:
    def mutate(change: Change) -> Mutant:
        return Mutant(change, f"x = {change.start[0]}", "x = -1")

    small, large = ([found.change for found in worth_trying(drawn(EVERY, 1), mutate, most)] for most in (5, 20))
    assert len(small) == 5
    assert large[:5] == small


def test_what_cannot_matter_is_not_counted() -> None:
    def mutate(change: Change) -> Mutant:
        return Mutant(change, "x = 2" if change.start[0] % 2 else "x = 1", "x = 1")

    tried = list(worth_trying(drawn(EVERY, 1), mutate, 100))
    assert {found.change.start[0] % 2 for found in tried} == {1}
    assert len(tried) == 25


# What cannot matter


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def f(x: int | None) -> str | None: ...", "def f(x: int & None) -> str & None: ..."),
        ("x: tuple[int, 3] = y", "x: tuple[int, 4] = y"),
        ("@dataclass(frozen=True)\nclass A: ...", "@dataclass(frozen=False)\nclass A: ..."),
        ("@functools.cache\ndef f(): ...", "def f(): ..."),
        ("class A:\n    __slots__ = ('a', 1)", "class A:\n    __slots__ = ('a', 2)"),
        ("raise ValueError(f'{x + 1} is too much')", "raise ValueError(f'{x + 2} is too much')"),
        ("def f():\n    'Words.'", "def f():\n    'Other words.'"),
        ("isinstance(x, Treaty | Weapon)", "isinstance(x, Treaty & Weapon)"),
        ("assert x", "assert not x"),
        ("zip(x, y, strict=True)", "zip(x, y, strict=False)"),
        ("x = 1", "x = 1  # one"),
        ("if x := y: ...", "if not x := y: ..."),
    ],
)
def test_what_no_test_can_notice_is_skipped(before: str, after: str) -> None:
    assert not matters(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x: int = 1", "x: int = 2"),
        ("def f(x: bool = True): ...", "def f(x: bool = False): ..."),
        ("@error\ndef f(): ...", "def f(): ..."),
        ("x = SIGNING | {'initialled'}", "x = SIGNING & {'initialled'}"),
        ("if x:\n    raise ValueError", "if not x:\n    raise ValueError"),
        ("def f():\n    'Words.'\n    return 1", "def f():\n    'Words.'\n    return 2"),
    ],
)
def test_what_a_test_could_notice_is_tried(before: str, after: str) -> None:
    assert matters(before, after)


# The report

SURVIVOR = mutant(LAW, "def f(x):\n    return x <= 2\n", "def f(x):\n    return x < 2\n", line=2)
KILLED = mutant(CHECKS, "x = 1\n", "x = 2\n")


def test_a_survivor_is_told_by_its_place_and_what_was_changed() -> None:
    assert report([Trial(SURVIVOR)], 1).splitlines()[:3] == [
        "armsref/law/status.py:2: survived (NumberReplacer)",
        "  - return x <= 2",
        "  + return x < 2",
    ]


def test_a_line_that_was_left_out_is_told_as_such() -> None:
    left_out = mutant(CHECKS, "a = 1\n\n\n@error\ndef f(): ...\n", "a = 1\ndef f(): ...\n", line=4)
    assert report([Trial(left_out)], 1).splitlines()[1:3] == ["  - @error", "  + (left out)"]


def test_shares_are_told_by_package_and_in_all() -> None:
    trials = [Trial(SURVIVOR), Trial(mutant(LAW, "x = 1", "x = 2"), "tests/law"), Trial(KILLED, "tests/checks")]
    assert report(trials, 5).splitlines()[-4:] == [
        "checks         1 of    1 killed   100%",
        "law            1 of    2 killed    50%",
        "in all         2 of    3 killed    67%",
        "Drawn with SEED=5 COUNT=3.",
    ]


def test_nothing_tried_is_told_without_a_share_of_nothing() -> None:
    assert "in all         0 of    0 killed     0%" in report([], 1)


# The kinds of change, which Cosmic Ray makes: `make mutants` installs it


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("SwapQuantifier", "x = all(y)", "x = any(y)"),
        ("SwapMembership", "x = a not in b", "x = a in b"),
        ("SwapMembership", "x = a in b", "x = a not in b"),
        ("NegateFilter", "x = [a for a in b if a or c]", "x = [a for a in b if not (a or c)]"),
        ("ReplaceComparisonOperator_LtE_Lt", "x = a <= b", "x = a < b"),
        ("ReplaceUnaryOperator_Delete_Not", "x = not a", "x =  a"),
    ],
)
def test_a_kind_of_change_is_made_at_its_place(kind: str, before: str, after: str) -> None:
    kinds = pytest.importorskip("tools.mutants_kinds", reason="Cosmic Ray is not installed", exc_type=ImportError)
    (found,) = [found for found in kinds.changes(LAW, before) if found.kind == kind]
    assert kinds.mutated(found, before).text == after
