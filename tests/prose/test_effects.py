"""What agreements in force do to a weapon, in one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from armsref import load
from armsref.law.coverage import Coverage, coverage_of
from armsref.law.effects import EFFECT_ORDER, by_effect
from armsref.model import Weapon
from armsref.prose.effects import effects_sentence
from armsref.prose.english import how_many
from tests.built import real_data
from tests.conftest import STATES, Data, treaty, weapon

TODAY = date(2026, 1, 1)
AGREEMENT = """
    parties: [{parties}]
    history:
      - {{date: 1988-05-01, act: signed, source: aca/inf}}
      - {{date: 1988-06-01, act: entered-into-force, source: aca/inf}}
      {end}
    provisions:
{provisions}
"""
SURE, UNSURE, NOT = "type: [ballistic-missile]", "range_km: {min: 500}", "type: [bomb]"
ENDED = "- {date: 2019-08-02, act: terminated, source: aca/inf}"


def agreement(*provisions: tuple[str, str], parties: str = "us, ru", end: str = "") -> str:
    rows = [
        f"      - {{id: p{at}, effect: {effect}, what: X., reaches: {{{reaches}}}, source: aca/inf}}"
        for at, (effect, reaches) in enumerate(provisions)
    ]
    return treaty(AGREEMENT.format(parties=parties, end=end, provisions="\n".join(rows)))


def said(data: Data, *agreements: str, operators: str = "us") -> str:
    files = {f"treaties/t{at}.yml": text for at, text in enumerate(agreements)}
    missile = weapon(f"type: ballistic-missile\norigin: [us]\noperators: [{operators}]")
    coverage = Coverage(load(data({"states.yml": STATES, "weapons/x.yml": missile, **files})))
    entry = coverage.dataset["x"]
    assert isinstance(entry, Weapon)
    return effects_sentence(coverage.dataset, coverage.verdicts(entry, TODAY))


def test_where_nothing_is_about_it_nothing_bans_or_limits_it(data: Data) -> None:
    assert said(data, agreement(("prohibits", NOT))) == "No agreement in force bans or limits it."


def test_agreements_are_counted_by_effect(data: Data) -> None:
    notice, export = ("requires-notification", SURE), ("restricts-transfer", SURE)
    told = said(data, agreement(notice), agreement(notice, export), agreement(notice, notice), agreement(export))
    assert told == (
        "No agreement in force bans or limits it; three ask for notice of its launches; two restrict its export."
    )


@pytest.mark.parametrize(
    ("effects", "words"),
    [
        (("prohibits",), "One agreement in force bans it."),
        (("limits", "limits"), "Two agreements in force limit it."),
        (("prohibits", "limits", "limits"), "One agreement in force bans it and two limit it."),
        (("prohibits", "prohibits", "limits"), "Two agreements in force ban it and one limits it."),
    ],
)
def test_bans_and_limits_come_first(data: Data, effects: tuple[str, ...], words: str) -> None:
    assert said(data, *(agreement((effect, SURE)) for effect in effects)) == words


def test_a_ban_that_binds_only_some_of_those_that_have_it_names_them(data: Data) -> None:
    told = said(data, agreement(("prohibits", SURE), parties="fr, ru"), operators="us, fr")
    assert told == "One agreement in force bans it for France."


def test_what_is_open_is_told_behind_what_is_sure(data: Data) -> None:
    told = said(
        data,
        agreement(("prohibits", UNSURE)),
        agreement(("restricts-transfer", SURE)),
        agreement(("restricts-transfer", UNSURE)),
    )
    assert told == (
        "No agreement in force bans or limits it; one may ban it; one restricts its export, and one more may."
    )


def test_what_is_open_of_an_agreement_that_has_ended_is_not_told(data: Data) -> None:
    ended = agreement(("prohibits", UNSURE), ("limits", SURE), end=ENDED)
    assert said(data, ended) == "No agreement in force bans or limits it."


@pytest.mark.parametrize(("count", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1200, "1,200")])
def test_small_numbers_stand_in_words(count: int, words: str) -> None:
    assert how_many(count) == words


def test_the_sentence_of_every_weapon_counts_what_the_law_says_on_every_day_of_change() -> None:
    coverage = coverage_of(real_data())
    for missile in coverage.dataset.of_kind(Weapon):
        days = {interval.start for treaty in coverage.conditional
                for interval in coverage.verdict_intervals(missile, treaty)}  # fmt: skip
        for day in days:
            told = effects_sentence(coverage.dataset, coverage.verdicts(missile, day))
            applying = [
                effect
                for treaty in coverage.conditional
                for effect, verdict in by_effect(coverage.treaty_verdicts(missile, treaty, day)).items()
                if verdict.word == "applies"
            ]
            for effect, words in COUNTED.items():
                count = applying.count(effect)
                assert (f"{how_many(count)} {words[count != 1]}" in told.lower()) is (count > 0), f"{missile.id} {day}"
            is_free = not {"prohibits", "limits"} & set(applying)
            assert told.startswith("No agreement in force bans or limits it") is is_free


COUNTED = {
    "requires-notification": ("asks for notice", "ask for notice"),
    "restricts-transfer": ("restricts its export", "restrict its export"),
}
assert COUNTED.keys() <= set(EFFECT_ORDER)
