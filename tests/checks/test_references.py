"""Do ids and links lead somewhere?"""

import pytest

from tests.conftest import Data, problems, treaty, weapon

HEAD = "state,signed,bound,act,left,note\n"
TERM = "answer: A term., sources: [aca/inf]"


def found(data: Data, check_name: str, text: str) -> list[str]:
    root = data({"treaties/inf.yml": treaty(text)})
    return [line.removeprefix("treaties/inf.yml:") for line in problems(root, check_name)]


# unknown-id


def test_an_unknown_id_in_a_field_is_told_the_one_meant(data: Data) -> None:
    assert found(data, "unknown-id", "related: [{id: us}, {id: inf-traety}]") == ["1:26: unknown entry 'inf-traety'."]
    assert found(data, "unknown-id", "parties: [us, uss]") == ["1:15: unknown entry 'uss'. Did you mean 'us'?"]


def test_an_unknown_id_in_a_text_is_named_where_its_link_stands(data: Data) -> None:
    text = "summary: |\n  Banned missiles.\n\n  See [[us]] and [[oreshnik|the missile]]."
    assert found(data, "unknown-id", text) == ["4:18: unknown entry 'oreshnik'."]


def test_an_unknown_id_is_named_in_its_own_entry_of_a_shared_file(data: Data) -> None:
    terms = f"""
        a: {{name: A, summary: "See [[us]].", {TERM}}}
        b:
          name: B
          summary: See [[rangee]].
          answer: A term.
          sources: [aca/inf]
        range: {{name: Range, summary: "On [[us]].", {TERM}}}
    """
    assert problems(data({"glossary.yml": terms}), "unknown-id") == [
        "glossary.yml:4:16: unknown entry 'rangee'. Did you mean 'range'?"
    ]


def test_a_speaker_written_as_an_id_must_be_one(data: Data) -> None:
    text = "range_km: {value: 5000, by: pentagon, source: aca/inf}"
    assert problems(data({"weapons/rsd-10.yml": weapon(text)}), "unknown-id") == [
        "weapons/rsd-10.yml:1:29: unknown entry 'pentagon'."
    ]


def test_a_speaker_in_words_passes(data: Data) -> None:
    text = "range_km: {value: 5000, by: Vladimir Putin, source: aca/inf}"
    assert problems(data({"weapons/rsd-10.yml": weapon(text)}), "unknown-id") == []


def test_the_country_of_a_publisher_must_be_an_entry(data: Data) -> None:
    text = "publisher: Le Monde\nkind: news\ncountry: fr\nitems: {a: {title: A}}\n"
    assert problems(data({"sources/le-monde.yml": text}), "unknown-id") == [
        "sources/le-monde.yml:3:10: unknown entry 'fr'. Add it to states.yml."
    ]


def test_known_ids_pass_in_fields_and_in_texts(data: Data) -> None:
    text = "parties: [us, ru]\nsuccession: {su: [ru]}\nsummary: See [[us]] and [[ru|Russia]]."
    assert found(data, "unknown-id", text) == []


@pytest.mark.parametrize("link", ["[[!no link]]", "[[]]", "[[ |words]]"])
def test_what_is_no_link_names_no_entry(data: Data, link: str) -> None:
    assert found(data, "unknown-id", f"summary: |\n  See {link}.") == []


# empty-link


@pytest.mark.parametrize("link", ["[[]]", "[[ ]]", "[[|words]]", "[[us|]]", "[[us| ]]"])
def test_a_link_that_lacks_its_id_or_its_words(data: Data, link: str) -> None:
    assert found(data, "empty-link", f"summary: |\n  See [[us]] and {link}.") == [
        f"2:18: the link '{link}' is incomplete. Write [[id]] or [[id|words]]."
    ]


def test_whole_links_pass(data: Data) -> None:
    assert found(data, "empty-link", "summary: See [[us]] and [[ru|Russia]].") == []


# wrong-kind


def test_an_entry_of_another_kind_where_a_state_belongs(data: Data) -> None:
    root = data({"treaties/inf.yml": treaty("parties: [us, range]"), "glossary.yml": f"range: {{name: Range, {TERM}}}"})
    assert problems(root, "wrong-kind") == ["treaties/inf.yml:1:15: 'range' is a term, where a state belongs."]


def test_the_country_of_a_publisher_is_a_state(data: Data) -> None:
    text = "publisher: Le Monde\nkind: news\ncountry: inf\nitems: {a: {title: A}}\n"
    root = data({"treaties/inf.yml": treaty(), "sources/le-monde.yml": text})
    assert problems(root, "wrong-kind") == ["sources/le-monde.yml:3:10: 'inf' is a treaty, where a state belongs."]


def test_an_entry_of_the_kind_that_a_field_wants_passes(data: Data) -> None:
    assert found(data, "wrong-kind", "parties: [us, ru]") == []


def test_any_kind_passes_where_a_field_wants_none(data: Data) -> None:
    root = data({"treaties/inf.yml": treaty("related: [{id: rsd-10}]"), "weapons/rsd-10.yml": weapon()})
    assert problems(root, "wrong-kind") == []


# self-reference


def test_an_entry_that_is_related_to_itself(data: Data) -> None:
    assert found(data, "self-reference", "related: [{id: us}, {id: inf}]") == [
        "1:26: 'inf' refers to itself. Delete this reference."
    ]


def test_an_entry_that_links_to_itself(data: Data) -> None:
    assert found(data, "self-reference", "summary: The [[inf]] of 1987.") == [
        "1:14: 'inf' refers to itself. Delete this reference."
    ]


def test_an_entry_that_refers_to_others_passes(data: Data) -> None:
    assert found(data, "self-reference", "parties: [us]\nsummary: See [[ru]].") == []


def test_a_state_may_name_itself(data: Data) -> None:
    states = "ru: {name: Russia, successors: [ru], sources: [aca/inf]}\nus: {name: United States, sources: [aca/inf]}"
    assert problems(data({"states.yml": states}), "self-reference") == []


# participation-owner


def test_a_table_without_a_treaty_is_told_the_one_meant(data: Data) -> None:
    root = data({"treaties/open-skies.yml": treaty(), "participation/open-skys.csv": HEAD})
    assert problems(root, "participation-owner") == [
        "participation/open-skys.csv: there is no treaty 'open-skys'. Did you mean 'open-skies'?"
    ]


def test_a_table_of_what_is_no_treaty(data: Data) -> None:
    root = data({"weapons/rsd-10.yml": weapon(), "participation/rsd-10.csv": HEAD})
    assert problems(root, "participation-owner")[0].startswith("participation/rsd-10.csv: there is no treaty 'rsd-10'.")


def test_a_treaty_that_does_not_say_where_its_table_was_taken_from(data: Data) -> None:
    root = data({"treaties/ost.yml": treaty(), "participation/ost.csv": HEAD})
    assert problems(root, "participation-owner") == [
        "treaties/ost.yml:1:1: 'participation_source' is missing. Say what participation/ost.csv was taken from."
    ]


def test_an_unknown_state_is_named_at_its_row(data: Data) -> None:
    table = HEAD + "us,1992,,,,\nfr,1992,,,,\n"
    root = data({"treaties/ost.yml": treaty("participation_source: aca/inf"), "participation/ost.csv": table})
    assert problems(root, "participation-owner") == [
        "participation/ost.csv:3:1: unknown state 'fr'. Add it to states.yml."
    ]


def test_an_unknown_state_after_a_row_that_is_wrong_keeps_its_line(data: Data) -> None:
    table = HEAD + "us,nineteen,,,,\n\nfr,1992,,,,\n"
    root = data({"treaties/ost.yml": treaty("participation_source: aca/inf"), "participation/ost.csv": table})
    assert problems(root, "participation-owner")[0].startswith("participation/ost.csv:4:1: unknown state 'fr'.")


def test_the_table_of_a_treaty_that_cannot_be_read_is_not_orphaned(data: Data) -> None:
    root = data({"treaties/ost.yml": treaty("form: pact"), "participation/ost.csv": HEAD + "us,,,,,\n"})
    assert problems(root, "participation-owner") == []


def test_a_table_after_that_of_a_treaty_that_cannot_be_read_is_looked_at(data: Data) -> None:
    tables = {f"participation/{name}.csv": HEAD for name in ("ost", "rev")}
    (line,) = problems(data({"treaties/ost.yml": treaty("form: pact"), **tables}), "participation-owner")
    assert line.startswith("participation/rev.csv: there is no treaty 'rev'.")


def test_a_table_with_its_treaty_and_known_states_passes(data: Data) -> None:
    table = HEAD + "us,1992,,,,\nru,1992,,,,\n"
    root = data({"treaties/ost.yml": treaty("participation_source: aca/inf"), "participation/ost.csv": table})
    assert problems(root, "participation-owner") == []


TABLE = "state,signed,bound,act,left,note\n"


def test_a_state_that_has_two_rows_is_found(data: Data) -> None:
    files = {
        "treaties/inf.yml": treaty("participation_source: aca/inf"),
        "participation/inf.csv": TABLE + "us,1992,2002,ratification,,\nus,1992,2002,ratification,2020,\n",
    }
    assert problems(data(files), "repeated-state") == [
        "participation/inf.csv:3:1: 'us' has a row already. Keep one, with its latest place in the note."
    ]


def test_a_table_stands_in_place_of_a_list_of_parties(data: Data) -> None:
    files = {
        "treaties/inf.yml": treaty("parties: [us]\nparticipation_source: aca/inf"),
        "participation/inf.csv": TABLE + "us,1992,2002,ratification,,\n",
    }
    assert problems(data(files), "repeated-state") == [
        "treaties/inf.yml:1:10: 'parties' stands beside participation/inf.csv. Keep the table; delete the list."
    ]


def test_what_is_no_state_has_no_row(data: Data) -> None:
    files = {
        "treaties/inf.yml": treaty("participation_source: aca/inf"),
        "participation/inf.csv": TABLE + "inf,1992,2002,ratification,,\n",
    }
    assert problems(data(files), "wrong-kind") == [
        "participation/inf.csv:2:1: 'inf' is a treaty, where a state belongs."
    ]


def test_two_provisions_with_one_id_are_found(data: Data) -> None:
    text = """
        provisions:
          - {id: ban, effect: prohibits, what: Missiles., source: aca/inf}
          - {id: ban, effect: limits, what: Launchers., source: aca/inf}
    """
    assert problems(data({"treaties/inf.yml": treaty(text)}), "repeated-provision") == [
        "treaties/inf.yml:3:10: 'ban' is the id of another provision."
    ]


def parts(*pairs: str) -> str:
    relations = {one: f"related: [{{id: {other}, how: part-of}}], " for one, other in pairs}
    return "\n".join(
        f"{each}: {{name: {each.upper()}, {relations.get(each, '')}answer: A., sources: [aca/inf]}}" for each in "abc"
    )


def test_a_part_of_itself_through_others_is_told_once(data: Data) -> None:
    assert problems(data({"glossary.yml": parts("ab", "bc", "ca")}), "circular-part") == [
        "glossary.yml:1:4: 'a' is a part of itself, by way of a, b and c. "
        "Take out the relation that is the wrong way round."
    ]


def test_a_part_of_a_part_passes(data: Data) -> None:
    assert problems(data({"glossary.yml": parts("ab", "bc")}), "circular-part") == []
