"""Does every entry hold what its kind asks for?"""

import pytest

from armsref import load
from armsref.checks.needs import missing
from tests.conftest import Data, problems, treaty, weapon

NTI = "publisher: NTI\nkind: treaty-text\nitems: {text: {title: Text}, range: {title: Range, kind: research}}\n"
SOURCES = {"sources/nti.yml": NTI}
WHOLE_TREATY = """
    formal_name: Treaty on Missiles
    parties: [us, su]
    duration: Unlimited.
    verification: None.
    topics: [missiles]
    related: [{id: us}]
    summary: It banned missiles.
    reviewed: 2026-01-01
    provisions: [{id: ban, effect: commits, what: No missiles., source: nti/text}]
    history: [{date: 1987-12-08, act: signed, source: [aca/inf, nti/text]}]
"""
WHOLE_WEAPON = """
    basing: [road-mobile]
    warhead_type: [nuclear]
    operators: [us]
    topics: [missiles]
    related: [{id: us}]
    summary: It flew.
    reviewed: 2026-01-01
    range_km: [{value: 500, source: aca/inf}, {value: 600, source: nti/range}]
    history: [{date: 1990, act: in-service, source: aca/inf}]
"""


def lacks(data: Data, files: dict[str, str], entry: str) -> list[str]:
    dataset = load(data(SOURCES | files))
    return missing(dataset, dataset[entry])


# incomplete


def test_what_a_reviewed_entry_lacks_is_told(data: Data) -> None:
    text = WHOLE_TREATY.replace("    duration: Unlimited.\n", "")
    assert problems(data(SOURCES | {"treaties/inf.yml": treaty(text)}), "incomplete") == [
        "treaties/inf.yml:1:1: warning: 'inf' lacks its duration. Add it, or take 'reviewed' away."
    ]


def test_what_a_draft_lacks_is_not(data: Data) -> None:
    assert problems(data({"treaties/inf.yml": treaty("topics: [missiles]")}), "incomplete") == []


def test_whole_entries_pass(data: Data) -> None:
    files = SOURCES | {"treaties/inf.yml": treaty(WHOLE_TREATY), "weapons/x.yml": weapon(WHOLE_WEAPON)}
    assert problems(data(files), "incomplete") == []


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ("formal_name: Treaty on Missiles", "its formal name"),
        ("parties: [us, su]", "parties or a table of participation"),
        ("verification: None.", "how it is verified"),
        ("topics: [missiles]", "topics"),
        ("related: [{id: us}]", "related entries"),
        ("summary: It banned missiles.", "a summary"),
        ("provisions: [{id: ban, effect: commits, what: No missiles., source: nti/text}]", "provisions"),
    ],
)
def test_each_thing_that_an_agreement_has_to_hold(data: Data, line: str, lacking: str) -> None:
    found = lacks(data, {"treaties/inf.yml": treaty(WHOLE_TREATY.replace(line, ""))}, "inf")
    assert lacking in found


def test_a_day_needs_two_publishers(data: Data) -> None:
    text = WHOLE_TREATY.replace("[aca/inf, nti/text]", "aca/inf")
    assert lacks(data, {"treaties/inf.yml": treaty(text)}, "inf") == [
        "a second publisher on its signature and entry into force"
    ]


def test_a_treaty_of_many_states_has_a_depositary(data: Data) -> None:
    text = f"{WHOLE_TREATY}\n    participation_source: aca/inf\n    participation_as_of: 2026-01-01".replace(
        "    parties: [us, su]\n", ""
    )
    table = "state,signed,bound,act,left,note\nus,1987-12-08,,,,\n"
    files = {"treaties/inf.yml": treaty(text), "participation/inf.csv": table}
    assert lacks(data, files, "inf") == ["its depositary"]


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ("basing: [road-mobile]", "how it is based"),
        ("warhead_type: [nuclear]", "its kind of warhead"),
        ("operators: [us]", "who has it or had it"),
        ("history: [{date: 1990, act: in-service, source: aca/inf}]", "a history"),
        (", {value: 600, source: nti/range}", "a second publisher on its range"),
    ],
)
def test_each_thing_that_a_weapon_has_to_hold(data: Data, line: str, lacking: str) -> None:
    found = lacks(data, {"weapons/x.yml": weapon(WHOLE_WEAPON.replace(line, ""))}, "x")
    assert lacking in found


def test_a_bomb_needs_no_range(data: Data) -> None:
    text = WHOLE_WEAPON.replace("[{value: 500, source: aca/inf}, {value: 600, source: nti/range}]", "[]")
    text += "    type: bomb\n    launched_from: [air]\n    speed_mach: {value: 1, source: nti/range}\n"
    assert lacks(data, {"weapons/x.yml": weapon(text)}, "x") == []


# operated-without-an-act


def test_a_weapon_that_a_state_has_but_that_was_never_deployed(data: Data) -> None:
    text = "history: [{date: 1990, act: first-test, source: aca/inf}]\noperators: [us]"
    assert problems(data({"weapons/x.yml": weapon(text)}), "operated-without-an-act") == [
        "weapons/x.yml:2:12: warning: 'x' has operators, but was never deployed by its history. "
        "Add the act with its source, or take the operators away."
    ]


@pytest.mark.parametrize("act", ["in-service", "deployed", "first-combat-use", "combat-use"])
def test_a_weapon_that_was_deployed_passes(data: Data, act: str) -> None:
    text = f"history: [{{date: 1990, act: {act}, source: aca/inf}}]\noperators: [us]"
    assert problems(data({"weapons/x.yml": weapon(text)}), "operated-without-an-act") == []
