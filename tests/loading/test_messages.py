"""What a contributor reads where a value does not fit its field."""

import pytest

from tests.conftest import Data, problems, treaty, weapon


def complaint(data: Data, text: str) -> str:
    """The one problem of a treaty with these fields, each at the top of the file."""
    (line,) = problems(data({"treaties/inf.yml": treaty(text)}))
    return line.removeprefix("treaties/inf.yml:")


def claim_complaint(data: Data, text: str) -> str:
    (line,) = problems(data({"weapons/rsd-10.yml": weapon(text)}))
    return line.removeprefix("weapons/rsd-10.yml:")


def test_a_missing_field_is_named_at_its_entry(data: Data) -> None:
    root = data({"glossary.yml": "\nrange: {name: Range, sources: [aca/inf]}\n"})
    assert problems(root) == ["glossary.yml:1:1: 'answer' is missing. Add it; it is required."]


def test_an_unknown_field_is_told_the_one_meant(data: Data) -> None:
    assert complaint(data, "shortname: INF") == "1:1: unknown field 'shortname'. Did you mean 'short_name'?"


def test_an_unknown_field_like_no_other_gets_no_suggestion(data: Data) -> None:
    assert complaint(data, "colour: red") == "1:1: unknown field 'colour'."


def test_an_unknown_field_deep_inside_is_told_the_one_meant_there(data: Data) -> None:
    text = "history:\n  - {date: 1987, act: signed, plaec: Washington, source: aca/inf}"
    assert complaint(data, text) == "2:31: unknown field 'plaec'. Did you mean 'place'?"


def test_an_unknown_field_of_a_single_claim_is_told_the_one_meant_there(data: Data) -> None:
    assert claim_complaint(data, "range_km: {vaule: 5, source: aca/inf}") == (
        "1:12: unknown field 'vaule'. Did you mean 'value'?"
    )


def test_an_unknown_field_of_a_source_is_told_the_one_meant_there(data: Data) -> None:
    text = "publisher: NTI\nkind: research\nitems:\n  inf: {titel: INF, title: INF}\n"
    assert problems(data({"sources/nti.yml": text})) == [
        "sources/nti.yml:4:9: unknown field 'titel'. Did you mean 'title'?"
    ]


def test_a_field_of_the_data_is_suggested_not_one_of_the_model(data: Data) -> None:
    launch = "{weapon: rsd-10, by: ru, form: Kapustin Yar, purpose: test}"
    event = f"test: {{name: Test, date: 1974, answer: A., sources: [aca/inf], launch: {launch}}}"
    assert problems(data({"events.yml": event}))[0].endswith("unknown field 'form'. Did you mean 'from'?")


def test_a_word_that_is_not_allowed_is_told_the_one_meant(data: Data) -> None:
    assert complaint(data, "form: traety") == (
        "1:7: 'form' is 'traety', which is not one of the words allowed. Did you mean 'treaty'?"
    )


def test_a_word_like_none_allowed_is_told_them_all(data: Data) -> None:
    assert complaint(data, "binding: maybe") == (
        "1:10: 'binding' is 'maybe', which is not one of the words allowed. Use one of: legally, politically, not."
    )


def test_a_word_in_a_list_is_named_where_it_stands(data: Data) -> None:
    assert complaint(data, "topics: [nuclear, misiles]").startswith("1:19: 'topics' is 'misiles',")


def test_an_answer_that_is_too_long(data: Data) -> None:
    assert complaint(data, f"answer: {'a' * 201}") == (
        "1:9: the answer has 201 characters; the limit is 200. Shorten it to one sentence."
    )


def test_a_name_that_is_too_long(data: Data) -> None:
    assert complaint(data, f"name: {'a' * 301}") == "1:7: 'name' has 301 characters; the limit is 300. Shorten it."


@pytest.mark.parametrize("empty", ["", " ''", " '   '"])
def test_an_empty_text(data: Data, empty: str) -> None:
    assert complaint(data, f"short_name:{empty}").endswith("'short_name' is empty. Fill it, or delete the field.")


def test_an_empty_list_where_there_must_be_one(data: Data) -> None:
    assert complaint(data, "sources: []") == "1:10: 'sources' is empty. Fill it, or delete the field."


def test_a_list_whose_only_item_is_wrong_is_not_called_empty(data: Data) -> None:
    assert complaint(data, "history: [{date: 1987, act: sined, source: aca/inf}]").startswith("1:29: 'act' is 'sined',")


def test_a_text_where_a_list_belongs(data: Data) -> None:
    assert complaint(data, "parties: us") == "1:10: 'parties' is not a list. Write [one, two], or one '- item' a line."


@pytest.mark.parametrize("value", ["[a]", "{a: b}"])
def test_a_list_or_a_mapping_where_a_text_belongs(data: Data, value: str) -> None:
    assert complaint(data, f"name: {value}") == (
        "1:7: 'name' is a list or a mapping where text belongs. Write one text; quote it if it holds ': '."
    )


def test_a_text_where_a_mapping_belongs(data: Data) -> None:
    assert complaint(data, "names: x") == "1:8: 'names' is not a mapping. Write 'key: value' lines, indented."


def test_a_text_where_fields_belong(data: Data) -> None:
    assert complaint(data, "related: [start-i]") == (
        "1:11: 'related' is not a mapping of fields. Write 'field: value' lines, indented."
    )


def test_a_claim_without_a_source(data: Data) -> None:
    assert claim_complaint(data, "range_km: {value: 5000}") == (
        "1:1: 'source' is missing. A claim says where it was read: source: <publisher>/<item>."
    )


def test_one_claim_of_several_without_a_source(data: Data) -> None:
    assert claim_complaint(data, "range_km:\n  - {value: 1, source: aca/inf}\n  - {value: 2}").startswith(
        "3:5: 'source' is missing."
    )


def test_a_claim_without_an_amount(data: Data) -> None:
    assert claim_complaint(data, "range_km: {source: aca/inf}") == (
        "1:11: a claim needs 'value', or 'min' or 'max' or both. Leave one of them out, or add the one that is missing."
    )


def test_a_claim_with_an_amount_and_bounds(data: Data) -> None:
    assert claim_complaint(data, "range_km: {value: 1, max: 2, source: aca/inf}").startswith(
        "1:11: a claim has either 'value', or 'min' and 'max', not both."
    )


def test_a_number_in_words(data: Data) -> None:
    assert claim_complaint(data, "range_km: {value: 5500 km, source: aca/inf}") == (
        "1:19: 'value' is '5500 km', which is not a number. Write digits only; the field's name has the unit."
    )


@pytest.mark.parametrize("value", [".inf", "nan", "inf"])
def test_a_number_that_is_not_finite(data: Data, value: str) -> None:
    assert claim_complaint(data, f"range_km: {{value: {value}, source: aca/inf}}").startswith(
        f"1:19: 'value' is '{value}'"
    )


def test_a_number_below_zero(data: Data) -> None:
    assert claim_complaint(data, "range_km: {value: -1, source: aca/inf}") == (
        "1:19: 'value' is '-1', which is below zero. Mend the number."
    )


@pytest.mark.parametrize("value", ["yes", "on", "True", "1"])
def test_a_flag_is_true_or_false(data: Data, value: str) -> None:
    assert claim_complaint(data, f"range_km: {{value: 1, about: {value}, source: aca/inf}}") == (
        f"1:29: '{value}' is not true or false. Write true or false."
    )


def test_a_date_in_another_form(data: Data) -> None:
    assert complaint(data, "reviewed: 8 December 1987") == (
        "1:11: '8 December 1987' is not a date: write 1987, 1987-12 or 1987-12-08. Put '~' before it for 'about'."
    )


def test_a_date_that_is_a_list(data: Data) -> None:
    assert complaint(data, "reviewed: [1987]").startswith("1:11: a date is written 1987, 1987-12 or 1987-12-08.")


def test_an_id_in_another_form(data: Data) -> None:
    assert complaint(data, "parties: [USA]") == (
        "1:11: 'parties' is 'USA', which does not have the right form. Write a lower-case id such as 'inf-treaty'."
    )


def test_a_source_in_another_form(data: Data) -> None:
    assert complaint(data, "sources: [aca]") == (
        "1:11: 'sources' is 'aca', which does not have the right form. Write <publisher>/<item>, both lower-case ids."
    )


def test_a_name_over_two_lines(data: Data) -> None:
    assert complaint(data, "name: |\n  INF\n  Treaty").endswith("Write it on one line.")


def test_a_language_that_is_none(data: Data) -> None:
    assert complaint(data, "names: {Russian: [РСМД]}").startswith("1:18: 'Russian' is 'Russian'")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "http://nti.org/", "data:text/html,x", "//nti.org", "HTTPS://nti.org", "nti.org"]
)
def test_an_address_that_is_not_https(data: Data, address: str) -> None:
    text = f"publisher: NTI\nkind: research\nitems:\n  inf: {{title: INF, url: '{address}'}}\n"
    assert problems(data({"sources/nti.yml": text})) == [
        f"sources/nti.yml:4:26: '{address}' is not an https:// address. Give the https address that was read, or none."
    ]


def test_an_address_with_a_space(data: Data) -> None:
    text = "publisher: NTI\nkind: research\nitems:\n  inf: {title: INF, url: 'https://nti.org/a b'}\n"
    assert problems(data({"sources/nti.yml": text}))[0].endswith("Write the address without spaces.")


def test_a_publisher_without_items(data: Data) -> None:
    text = "publisher: NTI\nkind: research\nitems: {}\n"
    assert problems(data({"sources/nti.yml": text})) == [
        "sources/nti.yml:3:8: 'items' is empty. Fill it, or delete the field."
    ]


def test_what_was_given_is_shown_in_part_only(data: Data) -> None:
    assert len(complaint(data, f"form: {'x' * 5_000}")) < 400


def test_braces_in_a_value_are_shown_as_they_stand(data: Data) -> None:
    assert complaint(data, "binding: '{name} {0}'").startswith("1:10: 'binding' is '{name} {0}',")


@pytest.mark.parametrize("item", ["q1", "Q0", "Q", "1", "Q1x", "https://www.wikidata.org/wiki/Q1"])
def test_what_is_no_id_of_wikidata(data: Data, item: str) -> None:
    assert complaint(data, f"wikidata: {item}").endswith("Write the item's id: a capital Q and its number.")
