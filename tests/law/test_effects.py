"""What agreements do to a weapon, each effect by itself, and whose agreements they are."""

from __future__ import annotations

from datetime import date

import pytest

from armsref import load
from armsref.law.coverage import Coverage, coverage_of
from armsref.law.effects import EFFECT_ORDER, by_effect, effect_intervals, ever_took_part
from armsref.model import Treaty, Weapon
from tests.built import real_data
from tests.conftest import STATES, Data, plain, treaty, weapon

AGREEMENT = """
    parties: [us, ru]
    history:
      - {date: 1988-05-01, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
      - {date: 2019-08-02, act: terminated, source: aca/inf}
    provisions:
      - {id: notice, effect: requires-notification, what: N., reaches: {type: [ballistic-missile]}, source: aca/inf}
      - {id: far, effect: prohibits, what: B., reaches: {range_km: {min: 500}}, source: aca/inf}
      - {id: bombs, effect: prohibits, what: B., reaches: {type: [bomb]}, source: aca/inf}
      - {id: limit, effect: limits, what: L., reaches: {type: [bomb]}, source: aca/inf}
"""


def read(data: Data, more: dict[str, str] | None = None) -> tuple[Coverage, Weapon, Treaty]:
    files = {"weapons/x.yml": weapon("origin: [us]"), "treaties/t.yml": treaty(AGREEMENT)} | (more or {})
    dataset = load(data({"states.yml": STATES, **files}))
    missile, agreement = dataset["x"], dataset["t"]
    assert isinstance(missile, Weapon)
    assert isinstance(agreement, Treaty)
    return Coverage(dataset), missile, agreement


def test_of_each_effect_the_weightiest_verdict_stands_in_the_order_of_effects(data: Data) -> None:
    coverage, missile, agreement = read(data)
    told = by_effect(coverage.treaty_verdicts(missile, agreement, date(2000, 1, 1)))
    assert [(effect, verdict.provision.id, verdict.word) for effect, verdict in told.items()] == [
        ("prohibits", "far", "depends"),
        ("limits", "limit", "does not apply"),
        ("requires-notification", "notice", "applies"),
    ]
    assert by_effect([]) == {}


def test_each_effect_has_its_own_verdicts_over_time(data: Data) -> None:
    told = effect_intervals(*read(data))
    assert {
        effect: [(interval.start.year, interval.verdict.word) for interval in intervals]
        for effect, intervals in told.items()
    } == {
        "prohibits": [(1988, "depends"), (1988, "depends"), (2019, "depends")],
        "limits": [(1988, "does not apply")] * 2 + [(2019, "does not apply")],
        "requires-notification": [(1988, "would apply"), (1988, "applies"), (2019, "would apply")],
    }


@pytest.mark.parametrize(
    ("states", "expected"),
    [(("us",), True), (("fr", "ru"), True), (("fr",), False), ((), False)],
)
def test_those_that_are_named_took_part(data: Data, states: tuple[str, ...], expected: bool) -> None:
    coverage, _, agreement = read(data)
    assert ever_took_part(coverage, agreement, states) is expected


@pytest.mark.parametrize(
    ("table", "complete", "expected"),
    [
        ("fr,2001-01-01,,,,", True, True),
        ("fr,2001-01-01,2002-01-01,,2003-01-01,", True, True),
        ("us,2001-01-01,,,,", True, False),
        ("us,2001-01-01,,,,", False, True),
    ],
)
def test_a_signature_is_enough_one_may_have_left_and_what_is_not_recorded_may_be(
    data: Data, table: str, complete: bool, expected: bool
) -> None:
    of_many = plain(AGREEMENT).replace("parties: [us, ru]\n", "participation_source: aca/inf\n")
    more = {
        "treaties/t.yml": treaty(of_many + f"participation_complete: {str(complete).lower()}\n"),
        "participation/t.csv": f"state,signed,bound,act,left,note\n{table}\n",
    }
    coverage, _, agreement = read(data, more)
    assert ever_took_part(coverage, agreement, ("fr",)) is expected


def test_on_every_day_of_change_the_effects_together_say_what_the_agreement_says() -> None:
    """The weightiest of all effects is the weightiest verdict of the agreement, for all weapons."""
    coverage = coverage_of(real_data())
    for missile in coverage.dataset.of_kind(Weapon):
        for agreement in coverage.conditional:
            told = effect_intervals(coverage, missile, agreement)
            assert list(told) == [effect for effect in EFFECT_ORDER if effect in told]
            whole = coverage.verdict_intervals(missile, agreement)
            for at, interval in enumerate(whole):
                verdicts = [intervals[at].verdict for intervals in told.values()]
                assert interval.verdict in verdicts, f"{missile.id} {agreement.id} {interval.start}"
                assert {(each[at].start, each[at].end) for each in told.values()} == {(interval.start, interval.end)}


def test_no_agreement_of_other_states_only_ever_applies() -> None:
    coverage = coverage_of(real_data())
    for missile in coverage.dataset.of_kind(Weapon):
        for agreement in coverage.conditional:
            if ever_took_part(coverage, agreement, coverage.holders(missile, agreement)):
                continue
            words = {interval.verdict.word for interval in coverage.verdict_intervals(missile, agreement)}
            assert "applies" not in words, f"{missile.id} {agreement.id}"
