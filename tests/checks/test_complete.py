"""Does every entry hold what its kind asks for?"""

import pytest

from armsref import load
from armsref.checks.needs import missing
from tests.conftest import Data, plain, problems, treaty, weapon

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


def test_a_weapon_that_was_tested_and_then_fielded_has_or_had_an_operator(data: Data) -> None:
    tested = WHOLE_WEAPON.replace("[{date: 1990", "[{date: 1988, act: first-test, source: aca/inf}, {date: 1990")
    bare = tested.replace("    operators: [us]\n", "")
    assert lacks(data, {"weapons/x.yml": weapon(bare)}, "x") == ["who has it or had it"]
    assert lacks(data, {"weapons/x.yml": weapon(f"{bare}\n    former_operators: [us]")}, "x") == []


def test_a_weapon_that_was_never_fielded_needs_no_operator(data: Data) -> None:
    tested = WHOLE_WEAPON.replace("in-service", "first-test").replace("    operators: [us]\n", "")
    assert lacks(data, {"weapons/x.yml": weapon(tested)}, "x") == []


@pytest.mark.parametrize("sort", ["interceptor", "anti-satellite"])
def test_what_a_defence_destroys_with_may_be_secret(data: Data, sort: str) -> None:
    text = WHOLE_WEAPON.replace("    warhead_type: [nuclear]\n", f"    type: {sort}\n")
    assert lacks(data, {"weapons/x.yml": weapon(text)}, "x") == []


# What is asked of some agreements


@pytest.mark.parametrize("cited", ["aca/inf", "nti/range"])
def test_the_text_of_an_agreement_is_among_its_sources(data: Data, cited: str) -> None:
    text = WHOLE_TREATY.replace("source: nti/text", f"source: {cited}")
    assert lacks(data, {"treaties/inf.yml": treaty(text)}, "inf") == ["its text among the sources"]


def test_a_source_may_be_a_text_where_its_publisher_does_research(data: Data) -> None:
    gazette = "publisher: Gazette\nkind: research\nitems: {inf: {title: INF, kind: treaty-text}}\n"
    text = WHOLE_TREATY.replace("source: nti/text", "source: gazette/inf")
    files = {"sources/gazette.yml": gazette, "treaties/inf.yml": treaty(text)}
    assert lacks(data, files, "inf") == []


def test_only_what_is_legally_binding_needs_a_duration(data: Data) -> None:
    text = WHOLE_TREATY.replace("    duration: Unlimited.\n", "")
    assert lacks(data, {"treaties/inf.yml": treaty(text)}, "inf") == ["its duration"]
    assert lacks(data, {"treaties/inf.yml": treaty(f"{text}\n    binding: politically")}, "inf") == []


def test_a_proposal_needs_no_parties(data: Data) -> None:
    text = WHOLE_TREATY.replace("    parties: [us, su]\n", "    form: proposal\n")
    assert lacks(data, {"treaties/inf.yml": treaty(text)}, "inf") == []


@pytest.mark.parametrize("kind", ["form: protocol", "binding: politically"])
def test_only_a_treaty_that_binds_many_states_has_a_depositary(data: Data, kind: str) -> None:
    text = WHOLE_TREATY.replace("    parties: [us, su]\n", f"    {kind}\n")
    text += "    participation_source: aca/inf\n    participation_as_of: 2026-01-01\n"
    table = "state,signed,bound,act,left,note\nus,1987-12-08,,,,\n"
    assert lacks(data, {"treaties/inf.yml": treaty(text), "participation/inf.csv": table}, "inf") == []


def test_what_was_never_signed_needs_no_second_publisher_on_that(data: Data) -> None:
    text = WHOLE_TREATY.replace("act: signed, source: [aca/inf, nti/text]", "act: proposed, source: aca/inf")
    assert lacks(data, {"treaties/inf.yml": treaty(text)}, "inf") == []


def test_two_sources_of_one_publisher_are_one(data: Data) -> None:
    text = "sources: [nti/text, nti/range]\n" + plain(WHOLE_TREATY).replace(
        "[aca/inf, nti/text]", "[nti/text, nti/range]"
    )
    assert lacks(data, {"treaties/inf.yml": treaty(text)}, "inf") == [
        "a second publisher among its sources",
        "a second publisher on its signature and entry into force",
    ]


# The other kinds

COMMON = (
    "topics: [missiles], related: [{id: us}], summary: Words., reviewed: 2026-01-01, answer: A., "
    "sources: [aca/inf, nti/range]"
)


@pytest.mark.parametrize(
    ("file", "given", "lacking"),
    [
        ("glossary", "", ["a definition", "why it matters", "examples"]),
        ("glossary", "why_it_matters: It does.", ["a definition", "examples"]),
        ("events", "date: 1987", ["its place", "who was involved", "an account of it"]),
        ("events", "date: 1987, place: Geneva, involves: [us]", ["an account of it"]),
        ("organisations", "form: national", ["when it was founded", "its seat"]),
        ("organisations", "form: national, founded: {value: 1957, source: aca/inf}, seat: Vienna", []),
        ("organisations", "form: armed-force, founded: {value: 1957, source: aca/inf}", []),
    ],
)
def test_each_thing_that_other_kinds_have_to_hold(data: Data, file: str, given: str, lacking: list[str]) -> None:
    text = f"x: {{name: X, {COMMON}{', ' if given else ''}{given}}}\n"
    assert lacks(data, {f"{file}.yml": text}, "x") == lacking


def test_nothing_is_asked_of_a_state(data: Data) -> None:
    assert lacks(data, {}, "us") == []


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


def test_a_weapon_that_was_tested_before_it_was_deployed_passes(data: Data) -> None:
    acts = "{date: 1988, act: first-test, source: aca/inf}, {date: 1990, act: deployed, source: aca/inf}"
    text = f"history: [{acts}]\noperators: [us]"
    assert problems(data({"weapons/x.yml": weapon(text)}), "operated-without-an-act") == []
