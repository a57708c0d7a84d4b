"""Answers worked out ahead are those that one gets by asking for a day."""

from datetime import date, timedelta

from armsref import load
from armsref.export.lookup.answers import courses, launches, recorded_since, statuses, verdicts
from armsref.law.coverage import VERDICT_ORDER, Coverage, coverage_of, weightiest
from armsref.law.effects import EFFECT_ORDER, by_effect
from armsref.law.notices import flight_on_course, notice, notice_rules
from armsref.law.status import status_on
from armsref.model import Treaty, Weapon
from armsref.prose.reasons import Reasons
from tests.built import real_data
from tests.conftest import STATES, Data, treaty, weapon

AGREEMENT = """
    name: Agreement
    parties: [us, su]
    succession: {su: [ru]}
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
      - {date: 2012, act: suspended, actors: ru, source: aca/inf}
      - {date: 2019-08-02, act: terminated, source: aca/inf}
    provisions:
      - id: ban
        effect: prohibits
        what: Missiles of medium range.
        reaches: {type: [ballistic-missile], range_km: {min: 500, max: 5500}}
        source: aca/inf
      - id: notice
        effect: requires-notification
        what: Notice.
        trigger: {towards_other_party: true}
        exempts: [combat]
        source: aca/inf
"""
DAYS = [date(1987, 1, 1) + timedelta(days=days) for days in range(0, 14_000, 97)]


def read(data: Data, history: str = "") -> tuple[Coverage, Weapon, Treaty]:
    missiles = {
        "weapons/x.yml": weapon(f"name: X\norigin: [ru]\nrange_km: {{value: 900, source: aca/inf}}\n{history}"),
        "weapons/y.yml": weapon("name: Y\ntype: bomb"),
    }
    dataset = load(data({"states.yml": STATES, "treaties/t.yml": treaty(AGREEMENT), **missiles}))
    missile, agreement = dataset["x"], dataset["t"]
    assert isinstance(missile, Weapon)
    assert isinstance(agreement, Treaty)
    return Coverage(dataset), missile, agreement


def held(stretches: list[list[object]], on: date) -> list[object] | None:
    """The last stretch that begins on a day or before it, as a page looks it up."""
    begun = [each for each in stretches if str(each[0]) <= on.isoformat()]
    return begun[-1] if begun else None


def test_a_status_looked_up_is_the_status_on_that_day(data: Data) -> None:
    coverage, _, agreement = read(data)
    (table,) = statuses(coverage)
    for on in DAYS:
        found, asked = held(table["stretches"], on), status_on(agreement, on)
        assert (found and found[1]) == (asked and asked.status)


def test_a_verdict_looked_up_is_the_verdict_on_that_day(data: Data) -> None:
    coverage, missile, agreement = read(data)
    table, reasons = verdicts(coverage), Reasons(coverage.dataset)
    for on in DAYS:
        asked, found = weightiest(coverage, missile, agreement, on), held(table["cells"]["x"]["t"]["0"], on)
        assert asked
        if found:
            assert (VERDICT_ORDER[int(str(found[1]))], table["reasons"][found[2]]) == (
                asked.word,
                reasons.sentence(asked),
            )
        else:
            assert asked.word == "would apply"


def test_before_the_first_recorded_act_there_is_a_sentence_and_no_verdict(data: Data) -> None:
    history = "history: [{date: 2001-05, act: first-test, source: aca/inf}]"
    coverage, missile, _ = read(data, history)
    sentence = "Not yet recorded: what is recorded of X begins with May 2001."
    assert recorded_since(missile) == ["2001-05-01", sentence]
    table, launched = verdicts(coverage), launches(coverage, missile)
    assert table["recorded"] == {"x": ["2001-05-01", sentence], "y": ["0001-01-01", ""]}
    assert launched["recorded"] == ["2001-05-01", sentence]
    assert table["cells"]["x"]["t"]["0"][0][0] == "2001-05-01"
    assert {stretches[0][0] for stretches in launched["outcomes"]} == {"2001-05-01"}


def test_no_weapon_has_a_verdict_looked_up_before_it_is_recorded() -> None:
    table = verdicts(coverage_of(real_data()))
    for weapon_id, (since, sentence) in table["recorded"].items():
        assert sentence, weapon_id
        for treaty_id, effects in table["cells"][weapon_id].items():
            for stretches in effects.values():
                assert stretches[0][0] >= since, f"{weapon_id} {treaty_id}"


def test_each_effect_looked_up_is_that_of_the_library_on_every_day_of_change() -> None:
    coverage = coverage_of(real_data())
    table, reasons = verdicts(coverage), Reasons(coverage.dataset)
    for missile in coverage.dataset.of_kind(Weapon):
        for agreement in coverage.conditional:
            cell = table["cells"][missile.id].get(agreement.id, {})
            for interval in coverage.verdicts_over_time(missile, agreement):
                for effect, verdict in by_effect(interval.verdicts).items():
                    found = held(cell.get(str(EFFECT_ORDER.index(effect)), []), interval.start)
                    said = (VERDICT_ORDER[int(str(found[1]))], table["reasons"][found[2]]) if found else None
                    assert said in ((verdict.word, reasons.sentence(verdict)), None), f"{missile.id} {agreement.id}"
                    assert said or verdict.word == "does not apply"


def test_what_no_provision_is_about_has_no_cell(data: Data) -> None:
    coverage, _, _ = read(data)
    assert verdicts(coverage)["cells"]["y"] == {}


def test_notice_looked_up_is_the_notice_due_on_that_day(data: Data) -> None:
    coverage, missile, _ = read(data)
    table, reasons = launches(coverage, missile), Reasons(coverage.dataset)
    for state, purpose, towards in [("ru", "test", "us"), ("ru", "combat", "us"), ("ru", "test", "inside")]:
        outcomes = table["launches"][f"{state} {purpose} {towards}"]
        for on in DAYS:
            flight = flight_on_course(missile, state, on, "combat" if purpose == "combat" else "test", towards)
            for number, rule in zip(outcomes, notice_rules(coverage), strict=True):
                due, found = notice(coverage, flight, *rule), held(table["outcomes"][number], on)
                said = (VERDICT_ORDER[int(str(found[1]))], table["reasons"][found[2]]) if found else None
                assert said in (None, (due.word, reasons.notice_sentence(due)))


def test_launches_go_nowhere_over_the_sea_or_towards_those_that_a_rule_is_for(data: Data) -> None:
    coverage, _, _ = read(data)
    assert courses(coverage) == ("inside", "sea", "ru", "su", "us", "another-state")
