"""What stands near a name decides whether it is meant, and which of several entries is: how near, and how sure."""

import pytest

from armsref import load
from armsref.annotation.finder import NEAR, NEAR_BODIES, REST, Finder
from armsref.annotation.forms import form_table
from tests.conftest import Data, treaty, weapon

TERM = "answer: A., sources: [aca/inf]"


def finder(data: Data, files: dict[str, str]) -> Finder:
    return Finder(form_table(load(data(files))))


def found(data: Data, files: dict[str, str], text: str) -> list[tuple[str, str | None]]:
    return [(match.surface, match.id) for match in finder(data, files).find(text)]


PIONEER = {
    "treaties/inf-treaty.yml": treaty("name: INF Treaty\ntopics: [missiles]"),
    "weapons/pioneer.yml": weapon("name: Pioneer\ntopics: [missiles]"),
}


def apart(first: str, second: str, characters: int) -> str:
    """A text in which so many characters lie between the beginnings of two names."""
    return f"{first}{'.' * (characters - len(first) - 1)} {second}"


def test_a_name_that_is_also_a_word_is_meant_within_600_characters_of_a_certain_one(data: Data) -> None:
    assert NEAR == 600
    near = found(data, PIONEER, apart("INF Treaty", "Pioneer", NEAR))
    assert near == [("INF Treaty", "inf-treaty"), ("Pioneer", "pioneer")]
    assert found(data, PIONEER, apart("INF Treaty", "Pioneer", NEAR + 1)) == [("INF Treaty", "inf-treaty")]


def test_a_state_is_meant_within_4000_characters_of_a_certain_name(data: Data) -> None:
    assert NEAR_BODIES == 4000
    near = found(data, PIONEER, apart("INF Treaty", "Russia", NEAR_BODIES))
    assert near == [("INF Treaty", "inf-treaty"), ("Russia", "ru")]
    assert found(data, PIONEER, apart("INF Treaty", "Russia", NEAR_BODIES + 1)) == [("INF Treaty", "inf-treaty")]


def test_a_term_that_begins_a_bodys_name_is_no_term_up_to_the_fifth_word_after_it(data: Data) -> None:
    assert REST == 5
    files = {"glossary.yml": f"arms-control: {{name: Arms control, {TERM}}}"}
    assert found(data, files, "the Arms Control and Disarmament Policy Research Agency") == []
    assert found(data, files, "the Arms Control and Disarmament Policy Research Support Agency") != []


def test_a_name_that_is_certain_for_one_entry_shows_the_field_though_it_is_a_mere_word_for_another(data: Data) -> None:
    files = {
        "treaties/kites.yml": treaty("name: Red Kites"),
        "glossary.yml": f"red-kites: {{name: Red kites, {TERM}}}\nrange: {{name: Range, {TERM}}}",
    }
    assert found(data, files, "Red Kites of some range")[-1] == ("range", "range")


@pytest.mark.parametrize(("topic", "is_found"), [("missiles", True), ("space", False)])
def test_a_weapon_or_a_short_form_that_is_also_a_word_is_meant_only_near_a_name_of_its_own_field(
    data: Data, topic: str, is_found: bool
) -> None:
    files = PIONEER | {
        "treaties/inf-treaty.yml": treaty(f"name: INF Treaty\ntopics: [{topic}]"),
        "treaties/salt.yml": treaty("name: Strategic Kites Treaty\nabbreviation: SALT\ntopics: [missiles]"),
    }
    assert (("Pioneer", "pioneer") in found(data, files, "INF Treaty: the Pioneer")) == is_found
    assert (("SALT", "salt") in found(data, files, "INF Treaty: the SALT")) == is_found


SHARED = {
    "treaties/abm-treaty.yml": treaty("name: Anti-Ballistic Missile Treaty\nabbreviation: ABM\ntopics: [missiles]"),
    "glossary.yml": "anti-ballistic-missile: "
    f"{{name: Anti-ballistic missile, abbreviation: ABM, topics: [missiles], {TERM}}}",
}


def test_a_shared_name_is_settled_by_the_one_entry_that_the_text_names(data: Data) -> None:
    assert found(data, SHARED, "An anti-ballistic missile, or ABM")[-1] == ("ABM", "anti-ballistic-missile")
    assert found(data, SHARED, "The Anti-Ballistic Missile Treaty, or ABM")[-1] == ("ABM", "abm-treaty")


def test_a_shared_name_is_not_guessed_where_the_text_names_both_entries(data: Data) -> None:
    text = "Anti-ballistic missiles and the Anti-Ballistic Missile Treaty: what of ABM?"
    match = finder(data, SHARED).find(text)[-1]
    assert (match.surface, match.id, {*match.alternatives}) == ("ABM", None, {"abm-treaty", "anti-ballistic-missile"})


@pytest.mark.parametrize(
    ("written", "expected"),
    [("missile (ABM)", "anti-ballistic-missile"), ("missile (ABM, or", None), ("missile, ABM)", None)],
)
def test_a_shared_name_in_brackets_stands_for_the_name_before_it(
    data: Data, written: str, expected: str | None
) -> None:
    text = f"The Anti-Ballistic Missile Treaty: an anti-ballistic {written}"
    assert found(data, SHARED, text)[-1] == ("ABM", expected)


def test_a_shared_name_is_settled_by_a_name_of_several_words_and_not_by_a_mere_word(data: Data) -> None:
    glossary = f"""
        wide: {{name: Wide area, abbreviation: XYZ, {TERM}}}
        zone: {{name: Zone, abbreviation: XYZ, {TERM}}}
    """
    files = {"glossary.yml": glossary, **PIONEER}
    assert found(data, files, "INF Treaty: the wide area, or XYZ")[-1] == ("XYZ", "wide")
    assert found(data, files, "INF Treaty: the zone, or XYZ")[-1] == ("XYZ", None)


def test_a_shared_name_is_settled_by_a_certain_name_of_one_word(data: Data) -> None:
    files = {
        "weapons/a.yml": weapon("name: Topolek\naliases: [RT-2]"),
        "weapons/b.yml": weapon("name: Yarsek\naliases: [RT-2]"),
    }
    assert found(data, files, "the Topolek: what of RT-2?")[-1] == ("RT-2", "a")


def test_a_common_word_is_a_term_near_a_certain_name_and_a_term_of_several_words_far_from_it_too(data: Data) -> None:
    glossary = f"range: {{name: Range, {TERM}}}\nwide: {{name: Wide area, {TERM}}}"
    files = {"glossary.yml": glossary, **PIONEER}
    assert found(data, files, apart("INF Treaty", "range", NEAR))[1:] == [("range", "range")]
    assert found(data, files, apart("INF Treaty", "range", NEAR + 1))[1:] == []
    assert found(data, files, apart("INF Treaty", "wide area", NEAR_BODIES))[1:] == [("wide area", "wide")]
    assert found(data, files, apart("INF Treaty", "wide area", NEAR_BODIES + 1))[1:] == []


@pytest.mark.parametrize(("compound", "is_found"), [("long-range", False), ("a-range", False), ("3-range", True)])
def test_a_common_word_behind_a_word_and_a_hyphen_is_no_term(data: Data, compound: str, is_found: bool) -> None:
    files = {"glossary.yml": f"range: {{name: Range, {TERM}}}", **PIONEER}
    assert (("range", "range") in found(data, files, f"{compound} in the INF Treaty")) == is_found


# The forms of a name


@pytest.mark.parametrize(
    ("name", "text", "is_found"),
    [
        ("Sov", "a Sov", False),
        ("R9", "an R9", True),
        ("Topo", "a Topo", True),
    ],
)
def test_a_weapon_of_three_letters_or_fewer_needs_a_word_beside_it(
    data: Data, name: str, text: str, is_found: bool
) -> None:
    assert bool(found(data, {"weapons/x.yml": weapon(f"name: {name}")}, text)) == is_found


@pytest.mark.parametrize(("short", "small", "is_found"), [("FMCTBT", "Fmctbt", False), ("FMCTBTX", "Fmctbtx", True)])
def test_a_short_form_of_up_to_six_capitals_is_found_in_capitals_alone(
    data: Data, short: str, small: str, is_found: bool
) -> None:
    files = {"treaties/x.yml": treaty(f"name: Some Long Treaty\nabbreviation: {short}")}
    assert found(data, files, f"the {short}") == [(short, "x")]
    assert bool(found(data, files, f"the {small}")) == is_found


@pytest.mark.parametrize(
    ("short", "text", "is_found"),
    [("AS", "AS", True), ("AS", "As", False), ("AS", "as", False), ("RV", "RVs", True), ("RV", "Rvs", False)],
)
def test_a_short_form_takes_a_small_s_as_its_plural_and_not_as_its_second_letter(
    data: Data, short: str, text: str, is_found: bool
) -> None:
    files = {"treaties/x.yml": treaty(f"name: Some Long Treaty\nabbreviation: {short}")}
    assert bool(found(data, files, f"{text} it was said")) == is_found


@pytest.mark.parametrize(
    ("name", "text", "is_found"),
    [
        ("Topolek-5", "the Topolek-5", True),
        ("Topolek-5", "the topolek-5", False),
        ("Topolek-5", "the tOPOLEK-5", False),
        ("Topolek-5", "the TOPOLEK-5", True),
        ("9M72", "the 9m72", True),
    ],
)
def test_a_proper_name_is_found_with_its_first_letter_large(data: Data, name: str, text: str, is_found: bool) -> None:
    assert bool(found(data, {"weapons/x.yml": weapon(f"name: {name}")}, text)) == is_found


@pytest.mark.parametrize(("name", "small_is_found"), [("Ballistic missile", True), ("Nuclear Posture Review", False)])
def test_a_term_with_a_capital_inside_keeps_its_capitals(data: Data, name: str, small_is_found: bool) -> None:
    files = {"glossary.yml": f"x: {{name: {name}, {TERM}}}"}
    assert found(data, files, f"the {name}") != []
    assert bool(found(data, files, f"the {name.lower()}")) == small_is_found


def test_an_agreement_on_four_words_is_found_turned_and_one_on_five_is_not(data: Data) -> None:
    four = {"treaties/x.yml": treaty("name: Treaty on Big Red Paper Kites")}
    assert found(data, four, "the Big Red Paper Kites Treaty") == [("Big Red Paper Kites Treaty", "x")]
    five = {"treaties/x.yml": treaty("name: Treaty on Big Red Light Paper Kites")}
    assert found(data, five, "the Big Red Light Paper Kites Treaty") == []


def test_a_name_that_is_plural_already_gets_no_second_s(data: Data) -> None:
    files = {"glossary.yml": f"small-arms: {{name: Missiles, {TERM}}}"}
    assert [form.text for form in finder(data, files).table.forms if form.id == "small-arms"] == ["missiles"]
