"""Whether a provision reaches a weapon on a day, and why."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref import load
from armsref.law.conditions import Holds
from armsref.law.coverage import Coverage, Verdict, VerdictWord, weightiest, word_of
from armsref.model import Treaty, Weapon
from armsref.prose.reasons import Reasons
from tests.conftest import STATES, Data, plain, treaty, weapon

INF = """
    name: INF Treaty
    parties: [us, su]
    succession: {su: [ru]}
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
      - {date: 2019-02-02, act: suspended, actors: us, source: aca/inf}
      - {date: 2019-03-04, act: suspended, actors: ru, source: aca/inf}
      - {date: 2019-08-02, act: terminated, source: aca/inf}
    provisions:
      - id: ban
        effect: prohibits
        what: Missiles of medium range.
        reaches: {type: [ballistic-missile, cruise-missile], launched_from: [ground], range_km: {min: 500, max: 5500}}
        source: aca/inf
"""


def read(data: Data, weapons: dict[str, str], **treaties: str) -> Coverage:
    files = {f"weapons/{name}.yml": weapon(text) for name, text in weapons.items()}
    files |= {f"treaties/{name}.yml": treaty(text) for name, text in treaties.items()}
    return Coverage(load(data({"states.yml": STATES, **files})))


def verdict(coverage: Coverage, on: str, state: str | None = None, name: str = "x") -> Verdict:
    entry = coverage.dataset[name]
    assert isinstance(entry, Weapon)
    verdicts = coverage.verdicts(entry, date.fromisoformat(on), state)
    assert len(verdicts) == 1
    return verdicts[0]


def asked(data: Data, text: str, on: str, agreement: str = INF, state: str | None = None) -> tuple[VerdictWord, str]:
    coverage = read(data, {"x": f"name: X\n{plain(text)}"}, inf=agreement)
    answer = verdict(coverage, on, state)
    return answer.word, Reasons(coverage.dataset).sentence(answer)


WITHIN = "range_km: {value: 1000, source: aca/inf}\norigin: [ru]\n"
DISPUTED = """
    origin: [ru]
    range_km:
      - {value: 2500, by: us, source: aca/inf}
      - {value: 480, by: ru, source: aca/inf}
"""


@pytest.mark.parametrize(
    ("day", "word", "reason"),
    [
        ("1987-12-07", "would apply", "Within its terms, but it did not exist yet."),
        ("1988-05-31", "would apply", "Within its terms, but it was signed and not in force."),
        ("1990-01-01", "would apply", "Within its terms, but Russia does not take part."),
        ("2018-01-01", "applies", "Within its terms, and binds Russia."),
        ("2019-04-01", "would apply", "Within its terms, but it was suspended from 4 March 2019."),
        ("2019-08-02", "would apply", "Within its terms, but it ended on 2 August 2019."),
    ],
)
def test_what_is_within_the_terms_is_reached_while_they_bind(data: Data, day: str, word: str, reason: str) -> None:
    assert asked(data, WITHIN, day) == (word, reason)


def test_what_is_outside_the_terms_is_not_reached(data: Data) -> None:
    reason = "Reaches only ranges of 500–5,500 km; the range of X is given as 300 km."
    assert asked(data, "range_km: {value: 300, source: aca/inf}", "2018-01-01") == ("does not apply", reason)
    reason = "Reaches only ballistic missiles or cruise missiles; X is a bomb."
    assert asked(data, "type: bomb", "2018-01-01") == ("does not apply", reason)


def test_accounts_on_both_sides_of_a_limit_are_named(data: Data) -> None:
    word, reason = asked(data, DISPUTED, "2018-01-01")
    assert word == "depends"
    assert reason == (
        "Accounts of its range differ: as 2,500 km (the United States) it is reached, as 480 km (Russia) it is not; "
        "binds Russia."
    )


def test_a_dispute_is_told_of_what_has_ended_too(data: Data) -> None:
    word, reason = asked(data, DISPUTED, "2024-01-01")
    assert word == "depends"
    assert reason.endswith("it is not; in any case it ended on 2 August 2019.")


def test_what_is_not_recorded_is_said_to_be_so(data: Data) -> None:
    word, reason = asked(data, "origin: [ru]", "2018-01-01")
    assert (word, reason) == (
        "depends", "Reaches only ranges of 500–5,500 km, and nothing is recorded on that; binds Russia.",
    )  # fmt: skip


def test_a_suspension_by_the_state_in_question_stands_in_the_way(data: Data) -> None:
    word, reason = asked(data, WITHIN.replace("[ru]", "[us]"), "2019-02-10")
    assert (word, reason) == (
        "would apply",
        "Within its terms, but the United States suspended it on 2 February 2019.",
    )


def test_a_state_is_asked_about_by_itself(data: Data) -> None:
    assert asked(data, WITHIN, "2018-01-01", state="us")[0] == "applies"
    assert asked(data, WITHIN, "2018-01-01", state="fr") == (
        "would apply", "Within its terms, but France does not take part.",
    )  # fmt: skip


def test_one_holder_that_is_bound_is_enough_and_the_others_are_named(data: Data) -> None:
    word, reason = asked(data, WITHIN + "operators: [fr]", "2018-01-01")
    assert (word, reason) == ("applies", "Within its terms, and binds Russia, not France.")


def test_several_states_do_not_take_part(data: Data) -> None:
    word, reason = asked(data, WITHIN.replace("[ru]", "[fr, ru]"), "1990-01-01")
    assert (word, reason) == ("would apply", "Within its terms, but France and Russia do not take part.")


def test_those_that_take_the_place_of_a_holder_are_asked_about_too(data: Data) -> None:
    coverage = read(data, {"x": WITHIN.replace("[ru]", "[su]")}, inf=INF)
    entry, agreement = coverage.dataset["x"], coverage.dataset["inf"]
    assert isinstance(entry, Weapon)
    assert isinstance(agreement, Treaty)
    assert coverage.holders(entry, agreement) == ("su", "ru")
    assert verdict(coverage, "2018-01-01").force.states("yes") == ("ru",)


def test_a_provision_may_bind_some_and_spare_others(data: Data) -> None:
    of_one = INF.replace("effect: prohibits", "effect: prohibits\n        binds: [us]")
    but_one = INF.replace("effect: prohibits", "effect: prohibits\n        spares: [su]")
    assert asked(data, WITHIN, "2018-01-01", of_one) == (
        "would apply", "Within its terms, but Russia is not one of those that it binds.",
    )  # fmt: skip
    assert asked(data, WITHIN, "2018-01-01", but_one)[0] == "would apply"
    assert asked(data, WITHIN, "2018-01-01", but_one, state="us")[0] == "applies"


def test_a_weapon_is_reached_through_what_carries_it(data: Data) -> None:
    glider = "name: Glider\ntype: boost-glide\norigin: [ru]\ncarried_by: {value: x, source: aca/inf}\n"
    coverage = read(data, {"x": f"name: Carrier\n{WITHIN}", "y": glider}, inf=INF)
    answer = verdict(coverage, "2018-01-01", name="y")
    assert answer.word == "applies"
    assert (
        Reasons(coverage.dataset).sentence(answer) == "Through its carrier Carrier, within its terms, and binds Russia."
    )


def test_whether_a_state_takes_part_may_not_be_recorded(data: Data) -> None:
    of_many = INF.replace("    parties: [us, su]\n    succession: {su: [ru]}\n", "")
    of_many = "\n".join(line for line in of_many.splitlines() if "suspended" not in line)
    assert asked(data, WITHIN, "2018-01-01", of_many) == (
        "depends", "Within its terms, but Russia may take part or not, which is not recorded here.",
    )  # fmt: skip


def test_a_day_within_a_month_of_change_leaves_it_open(data: Data) -> None:
    unsure = INF.replace("1988-06-01", "1988-06")
    assert asked(data, WITHIN, "1988-06-15", unsure, state="us") == (
        "depends", "Within its terms, but its status is unclear between signed and in force.",
    )  # fmt: skip


def test_every_step_is_told_with_its_claims(data: Data) -> None:
    coverage = read(data, {"x": f"name: X\n{plain(DISPUTED)}"}, inf=INF)
    steps = Reasons(coverage.dataset).steps(verdict(coverage, "2018-01-01"))
    assert [(step.head, step.holds) for step in steps] == [
        ("Type", "yes"), ("Launched from", "yes"), ("Range", "depends"), ("Status", "yes"), ("State", "yes"),
    ]  # fmt: skip
    assert [claim.by for claim in steps[2].claims] == ["us", "ru"]
    assert steps[3].found == "in force since 1 June 1988"


ANSWERS = st.sampled_from(get_args(Holds))


@given(ANSWERS, ANSWERS)
def test_only_what_is_within_the_terms_and_binds_applies(reach: Holds, force: Holds) -> None:
    word = word_of(reach, force)
    assert (word == "applies") == (reach == "yes" and force == "yes")
    assert (word == "does not apply") == (reach == "no")
    assert word != "would apply" or (reach == "yes" and force == "no")


def test_a_verdict_changes_only_on_a_turning_day(data: Data) -> None:
    coverage = read(data, {"x": WITHIN}, inf=INF)
    entry = coverage.dataset["inf"]
    assert isinstance(entry, Treaty)
    days = coverage.turning_days(entry, ("ru",))
    assert [day.isoformat() for day in days] == [
        "1987-12-08", "1988-06-01", "1991-12-26", "2019-02-02", "2019-03-04", "2019-08-02",
    ]  # fmt: skip


def test_the_verdicts_over_time_are_those_of_their_days(data: Data) -> None:
    coverage = read(data, {"x": WITHIN}, inf=INF)
    missile, agreement = coverage.dataset["x"], coverage.dataset["inf"]
    assert isinstance(missile, Weapon)
    assert isinstance(agreement, Treaty)
    intervals = coverage.verdict_intervals(missile, agreement)
    assert [(interval.start.year, interval.verdict.word) for interval in intervals] == [
        (1987, "would apply"), (1988, "would apply"), (1991, "applies"), (2019, "applies"), (2019, "would apply"),
        (2019, "would apply"),
    ]  # fmt: skip
    assert coverage.verdicts_over_time(missile, agreement) is coverage.verdicts_over_time(missile, agreement)


RECORDED = WITHIN + "history: [{date: 2015, act: first-test, source: aca/inf}]\n"


def test_a_weapon_has_no_verdict_before_its_first_recorded_act(data: Data) -> None:
    coverage = read(data, {"x": RECORDED}, inf=INF)
    missile, agreement = coverage.dataset["x"], coverage.dataset["inf"]
    assert isinstance(missile, Weapon)
    assert isinstance(agreement, Treaty)
    before = date(2014, 12, 31)
    assert coverage.verdicts(missile, before) == coverage.treaty_verdicts(missile, agreement, before, "ru") == []
    assert coverage.verdict(missile, agreement, agreement.provisions[0], before) is None
    assert weightiest(coverage, missile, agreement, before) is None
    assert verdict(coverage, "2015-01-01").word == "applies"


def test_the_verdicts_over_time_begin_with_the_first_recorded_act(data: Data) -> None:
    coverage = read(data, {"x": RECORDED, "y": RECORDED + "type: bomb\n"}, inf=INF)
    agreement = coverage.dataset["inf"]
    assert isinstance(agreement, Treaty)
    starts = {}
    for name in ("x", "y"):
        missile = coverage.dataset[name]
        assert isinstance(missile, Weapon)
        starts[name] = [interval.start.isoformat() for interval in coverage.verdict_intervals(missile, agreement)]
    assert starts == {"x": ["2015-01-01", "2019-02-02", "2019-03-04", "2019-08-02"], "y": ["2015-01-01"]}


def test_what_is_never_reached_has_one_verdict_for_all_time(data: Data) -> None:
    coverage = read(data, {"x": "name: X\ntype: bomb"}, inf=INF)
    missile, agreement = coverage.dataset["x"], coverage.dataset["inf"]
    assert isinstance(missile, Weapon)
    assert isinstance(agreement, Treaty)
    (interval,) = coverage.verdict_intervals(missile, agreement)
    assert (interval.start, interval.end, interval.verdict.word) == (date(1987, 12, 8), None, "does not apply")


def test_an_agreement_says_of_a_weapon_what_its_weightiest_provision_says(data: Data) -> None:
    bombs = "  - {id: bombs, effect: prohibits, what: Bombs., reaches: {type: [bomb]}, source: aca/inf}\n"
    coverage = read(data, {"x": f"name: X\n{plain(WITHIN)}"}, inf=plain(INF).rstrip("\n ") + f"\n{bombs}")
    missile, agreement = coverage.dataset["x"], coverage.dataset["inf"]
    assert isinstance(missile, Weapon) and isinstance(agreement, Treaty)
    told = {
        interval.start.isoformat(): interval.verdict.word for interval in coverage.verdict_intervals(missile, agreement)
    }
    assert {day: told[day] for day in ("1987-12-08", "1991-12-26", "2019-08-02")} == {
        "1987-12-08": "would apply", "1991-12-26": "applies", "2019-08-02": "would apply",
    }  # fmt: skip
