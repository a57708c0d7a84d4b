"""Was notice of a launch due?"""

from datetime import date

import pytest

from armsref import load
from armsref.law.coverage import Coverage
from armsref.law.notices import (
    Notice,
    can_be_launched,
    flight_of,
    flight_on_course,
    notice_intervals,
    notice_rules,
    notices,
)
from armsref.model import Event, Purpose, Weapon
from armsref.prose.reasons import Reasons
from tests.conftest import STATES, Data, plain, treaty, weapon

RULE = """
    name: Rule
    parties: [us, ru]
    history:
      - {{date: 1990-01-01, act: signed, source: aca/inf}}
      - {{date: 1990-01-01, act: entered-into-force, source: aca/inf}}
    provisions:
      - id: notice
        effect: requires-notification
        what: Notice of launches.
        notice_hours: 24
        channel: A hot line
        source: aca/inf
        {more}
"""
MISSILE = "name: X\norigin: [ru]\nrange_km: {value: 4000, source: aca/inf}\n"


def read(data: Data, more: str, event: str = "", missile: str = MISSILE) -> Coverage:
    files = {"treaties/rule.yml": treaty(RULE.format(more=more)), "weapons/x.yml": weapon(missile)}
    if event:
        about = "name: E\ndate: 2024-11-21\nanswer: A launch.\nsources: [aca/inf]\n" + plain(event)
        files["events.yml"] = "e:\n" + "".join(f"  {line}\n" for line in about.splitlines())
    return Coverage(load(data({"states.yml": STATES, **files})))


def notice(
    data: Data, more: str, towards: str | None = None, purpose: Purpose = "test", missile: str = MISSILE
) -> Notice:
    coverage = read(data, more, missile=missile)
    entry = coverage.dataset["x"]
    assert isinstance(entry, Weapon)
    answers = notices(coverage, flight_on_course(entry, "ru", date(2024, 11, 21), purpose, towards))
    assert len(answers) == 1
    return answers[0]


def told(data: Data, more: str, towards: str | None = None, purpose: Purpose = "test") -> tuple[str, str]:
    answer = notice(data, more, towards, purpose)
    return answer.word, Reasons(load(data({"states.yml": STATES}))).notice_sentence(answer)


def test_a_rule_without_conditions_asks_for_notice_of_any_launch(data: Data) -> None:
    assert told(data, "") == ("applies", "Within its terms, and binds Russia.")


TOWARDS = "trigger: {towards_other_party: true}"
BEYOND = "trigger: {beyond_national_territory: true}"
SEAS = "trigger: {over_high_seas: true}"


@pytest.mark.parametrize(
    ("trigger", "towards", "word"),
    [
        (TOWARDS, "us", "applies"),
        (TOWARDS, "fr", "does not apply"),
        (TOWARDS, "inside", "does not apply"),
        (TOWARDS, "sea", "does not apply"),
        (TOWARDS, None, "depends"),
        (BEYOND, "fr", "applies"),
        (BEYOND, "sea", "applies"),
        (BEYOND, "inside", "does not apply"),
        (BEYOND, "ru", "does not apply"),
        (BEYOND, None, "depends"),
        (SEAS, "sea", "applies"),
        (SEAS, "inside", "does not apply"),
        (SEAS, "fr", "depends"),
    ],
)
def test_where_a_flight_goes_decides(data: Data, trigger: str, towards: str | None, word: str) -> None:
    assert notice(data, trigger, towards).word == word


def test_each_condition_on_the_course_must_hold(data: Data) -> None:
    # The Accidents Measures Agreement, Article 4: beyond national territory and in the direction of the other party.
    both = "trigger: {beyond_national_territory: true, towards_other_party: true}"
    assert [notice(data, both, towards).word for towards in ("us", "fr", "inside")] == [
        "applies", "does not apply", "does not apply",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("distance", "word"), [("value: 400", "does not apply"), ("value: 4000", "depends"), ("max: 500", "does not apply")]
)
def test_a_weapon_that_cannot_go_so_far_does_not(data: Data, distance: str, word: str) -> None:
    missile = MISSILE.replace("value: 4000", distance)
    assert notice(data, "trigger: {range_km_over: 500}", missile=missile).word == word


@pytest.mark.parametrize(
    ("flown", "word"),
    [
        ("range_km: {value: 800, source: aca/inf}", "applies"),
        ("range_km: {value: 400, source: aca/inf}", "depends"),
        ("range_km: {value: 400, source: aca/inf}, altitude_km: {value: 90, source: aca/inf}", "does not apply"),
        ("range_km: {value: 400, source: aca/inf}, altitude_km: {value: 1000, source: aca/inf}", "applies"),
    ],
)
def test_how_far_or_how_high_it_flew_is_enough(data: Data, flown: str, word: str) -> None:
    trigger = "trigger: {range_km_over: 500, altitude_km_over: 500}"
    coverage = read(data, trigger, f"launch: {{weapon: x, by: ru, purpose: test, {flown}}}")
    event = coverage.dataset["e"]
    assert isinstance(event, Event)
    assert notices(coverage, flight_of(coverage, event), event)[0].word == word


@pytest.mark.parametrize(
    ("flown", "word"),
    [
        ("value: 500", "does not apply"),
        ("value: 501", "applies"),
        ("min: 500, max: 600", "depends"),
        ("max: 500", "does not apply"),
    ],
)
def test_a_rule_on_flights_of_more_than_500_km_does_not_speak_of_one_of_500_km(
    data: Data, flown: str, word: str
) -> None:
    launch = f"launch: {{weapon: x, by: ru, purpose: test, range_km: {{{flown}, source: aca/inf}}}}"
    coverage = read(data, "trigger: {range_km_over: 500}", launch)
    event = coverage.dataset["e"]
    assert isinstance(event, Event)
    assert notices(coverage, flight_of(coverage, event), event)[0].word == word


def test_a_purpose_may_be_exempted_or_may_be_left_out(data: Data) -> None:
    assert told(data, "exempts: [combat]", purpose="combat") == ("does not apply", "Exempts launches in combat.")
    assert notice(data, "exempts: [combat]", purpose="test").word == "applies"
    word, reason = told(data, "may_exempt: [combat]", purpose="combat")
    assert (word, reason) == ("depends", "Lets a party leave out launches in combat; binds Russia.")


def test_a_rule_on_exercises_asks_nothing_of_a_launch(data: Data) -> None:
    assert told(data, "trigger: {activity: exercise}") == (
        "does not apply", "Asks for notice of exercises, not of launches.",
    )  # fmt: skip


def test_what_it_is_not_about_is_told_before_where_it_flies(data: Data) -> None:
    rule = "reaches: {type: [cruise-missile]}\n        trigger: {towards_other_party: true}"
    assert told(data, rule, "fr") == ("does not apply", "Reaches only cruise missiles; X is a ballistic missile.")


def test_official_explanations_stand_beside_the_verdict(data: Data) -> None:
    event = """
        launch: {weapon: x, by: ru, towards: us, purpose: combat}
        accounts:
          - {text: No notice was due., by: Dmitry Peskov, explains: [rule], source: aca/inf}
          - {text: It flew., by: ru, source: aca/inf}
    """
    coverage = read(data, "", event)
    entry = coverage.dataset["e"]
    assert isinstance(entry, Event)
    answer = notices(coverage, flight_of(coverage, entry), entry)[0]
    assert [account.by for account in answer.explanations] == ["Dmitry Peskov"]


@pytest.mark.parametrize("event", ["place: Geneva", "launch: {weapon: rule, by: ru, purpose: test}"])
def test_an_event_that_is_no_launch_of_a_weapon_has_no_flight(data: Data, event: str) -> None:
    coverage = read(data, "", event)
    entry = coverage.dataset["e"]
    assert isinstance(entry, Event)
    with pytest.raises(ValueError, match="'e' is not a launch"):
        flight_of(coverage, entry)


@pytest.mark.parametrize(
    ("kind", "flies"),
    [("ballistic-missile", True), ("space-launch-vehicle", True), ("bomb", False), ("launcher", False)],
)
def test_rules_speak_of_what_flies_by_itself(data: Data, kind: str, flies: bool) -> None:
    entry = read(data, "", missile=f"name: X\ntype: {kind}\n").dataset["x"]
    assert isinstance(entry, Weapon)
    assert can_be_launched(entry) == flies


@pytest.mark.parametrize(
    ("course", "towards", "beyond"),
    [("", None, None), (", towards: ru", None, False), (", towards: us", "us", True)],
)
def test_a_launch_towards_another_state_leaves_its_own_and_one_towards_itself_does_not(
    data: Data, course: str, towards: str | None, beyond: bool | None
) -> None:
    coverage = read(data, "", f"launch: {{weapon: x, by: ru, purpose: test{course}}}")
    event = coverage.dataset["e"]
    assert isinstance(event, Event)
    flight = flight_of(coverage, event)
    assert (flight.towards, flight.beyond_national_territory) == (towards, beyond)


FAR = "trigger: {range_km_over: 500}"


def test_a_flight_may_go_as_far_as_any_account_of_the_weapon_says(data: Data) -> None:
    disputed = "name: X\nrange_km: [{value: 400, by: ru, source: aca/inf}, {value: 4000, by: us, source: aca/inf}]\n"
    assert notice(data, FAR, missile=disputed).word == "depends"
    short = "name: X\nrange_km: [{value: 400, by: ru, source: aca/inf}, {value: 500, by: us, source: aca/inf}]\n"
    assert notice(data, FAR, missile=short).word == "does not apply"


@pytest.mark.parametrize(("flown", "rests_on"), [("", [4000]), (", range_km: {value: 600, source: aca/inf}", [600])])
def test_an_answer_rests_on_what_is_said_of_the_flight_else_on_what_is_said_of_the_weapon(
    data: Data, flown: str, rests_on: list[int]
) -> None:
    coverage = read(data, FAR, f"launch: {{weapon: x, by: ru, purpose: test{flown}}}")
    event = coverage.dataset["e"]
    assert isinstance(event, Event)
    (finding,) = notices(coverage, flight_of(coverage, event), event)[0].triggers
    assert [claim.value for claim in finding.claims] == rests_on


def test_no_rule_is_put_to_a_launch_before_the_first_recorded_act_of_the_weapon(data: Data) -> None:
    coverage = read(data, "", missile=MISSILE + "history: [{date: 2024-11-21, act: revealed, source: aca/inf}]")
    entry = coverage.dataset["x"]
    assert isinstance(entry, Weapon)
    before, on = (flight_on_course(entry, "ru", date(2024, 11, day), "test", None) for day in (20, 21))
    assert notices(coverage, before) == []
    ((agreement, provision),) = notice_rules(coverage)
    assert [notice.word for notice in notices(coverage, on)] == ["applies"]
    (interval,) = notice_intervals(coverage, before, agreement, provision)
    assert (interval.start, interval.notice.flight.day) == (date(2024, 11, 21), date(2024, 11, 21))


def test_what_a_rule_asks_over_time_has_no_gaps(data: Data) -> None:
    coverage = read(data, "")
    entry = coverage.dataset["x"]
    assert isinstance(entry, Weapon)
    flight = flight_on_course(entry, "ru", date(2024, 11, 21), "test", None)
    ((agreement, provision),) = notice_rules(coverage)
    told = notice_intervals(coverage, flight, agreement, provision)
    assert [(interval.start, interval.end, interval.notice.word) for interval in told] == [
        (date(1990, 1, 1), None, "applies")
    ]
