"""What the models take, and what they make of it."""

from typing import Any

import pytest
from pydantic import ValidationError

from armsref.model import ENTRY_MODELS, Event, NumberClaim, Relation, Source, State, Treaty, TreatyHistory, Weapon
from armsref.model.dates import PartialDate

TREATY = {
    "name": "Intermediate-Range Nuclear Forces Treaty",
    "form": "treaty",
    "binding": "legally",
    "answer": "Banned missiles.",
    "history": [{"date": "1987-12-08", "act": "signed", "source": "aca/inf"}],
    "sources": ["aca/inf"],
}
WEAPON = {
    "name": "Pioneer",
    "type": "ballistic-missile",
    "launched_from": ["ground"],
    "origin": ["su"],
    "answer": "A missile.",
    "sources": ["aca/inf"],
}


def treaty(**fields: Any) -> Treaty:
    return Treaty.model_validate(TREATY | fields)


def weapon(**fields: Any) -> Weapon:
    return Weapon.model_validate(WEAPON | fields)


def test_there_is_one_model_for_each_kind() -> None:
    assert list(ENTRY_MODELS) == ["treaty", "weapon", "term", "event", "organisation", "state"]


def test_an_entry_is_called_by_its_short_name_where_it_has_one() -> None:
    assert treaty().title == "Intermediate-Range Nuclear Forces Treaty"
    assert treaty(short_name="INF Treaty").title == "INF Treaty"


def test_space_around_a_text_is_dropped() -> None:
    assert treaty(name="  INF \n").name == "INF"


def test_an_entry_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        treaty().name = "Another"  # type: ignore[misc]


@pytest.mark.parametrize("field", TREATY)
def test_a_treaty_needs_each_of_these(field: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        Treaty.model_validate({name: value for name, value in TREATY.items() if name != field})


@pytest.mark.parametrize("field", WEAPON)
def test_a_weapon_needs_each_of_these(field: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        Weapon.model_validate({name: value for name, value in WEAPON.items() if name != field})


def test_a_state_needs_a_name_only() -> None:
    assert State.model_validate({"name": "Russia"}).answer is None


@pytest.mark.parametrize("model", ENTRY_MODELS.values(), ids=ENTRY_MODELS)
def test_a_field_that_is_unknown_is_refused(model: Any) -> None:
    with pytest.raises(ValidationError, match="colour\n  Extra inputs are not permitted"):
        model.model_validate({"colour": "red"})


def test_one_claim_may_stand_without_a_list() -> None:
    claim = {"value": "5000", "source": "aca/inf"}
    assert weapon(range_km=claim).range_km == weapon(range_km=[claim]).range_km


def test_claims_that_differ_keep_their_order() -> None:
    claims = [{"value": value, "source": "aca/inf"} for value in ("5500", "4000", "5000")]
    assert [claim.value for claim in weapon(range_km=claims).range_km] == [5500, 4000, 5000]


def test_a_claim_may_have_one_source_or_several() -> None:
    assert NumberClaim.model_validate({"value": "1", "source": "aca/inf"}).source == ("aca/inf",)
    assert NumberClaim.model_validate({"value": "1", "source": ["aca/inf", "nti/inf"]}).source == ("aca/inf", "nti/inf")


@pytest.mark.parametrize("amount", [{"value": "0"}, {"min": "1"}, {"max": "2"}, {"min": "1", "max": "2"}])
def test_an_amount_is_exact_or_bounded(amount: dict[str, str]) -> None:
    claim = NumberClaim.model_validate({**amount, "source": "aca/inf"})
    assert {name: getattr(claim, name) for name in amount} == {name: float(value) for name, value in amount.items()}


@pytest.mark.parametrize(("word", "flag"), [("true", True), ("false", False)])
def test_a_flag_is_written_true_or_false(word: str, flag: bool) -> None:
    assert NumberClaim.model_validate({"value": "1", "about": word, "source": "aca/inf"}).about is flag


def test_a_designation_may_be_a_bare_text_or_attributed() -> None:
    given = {"nato": ["SS-20", {"value": "Saber", "source": "aca/inf"}]}
    bare, attributed = weapon(designations=given).designations["nato"]
    assert (bare.value, bare.source) == ("SS-20", None)
    assert (attributed.value, attributed.source) == ("Saber", ("aca/inf",))


def test_a_name_in_another_language_may_be_one_or_several() -> None:
    names = treaty(names={"ru": "РСМД", "zh-Hans": ["中导条约", "中程核力量条约"]}).names
    assert names == {"ru": ("РСМД",), "zh-Hans": ("中导条约", "中程核力量条约")}


def act(**fields: object) -> TreatyHistory:
    return TreatyHistory.model_validate({"date": "1987", "act": "signed", "source": "aca/inf", **fields})


@pytest.mark.parametrize(("written", "actors"), [({}, ()), ({"actors": "us"}, ("us",)), ({"actors": ["us"]}, ("us",))])
def test_an_act_is_of_all_parties_unless_it_names_the_actors(
    written: dict[str, object], actors: tuple[str, ...]
) -> None:
    assert act(**written).actors == actors


def test_who_says_so_of_an_act_is_not_who_acted() -> None:
    told = act(actors=["us"], by="ru")
    assert (told.actors, told.by) == (("us",), "ru")


@pytest.mark.parametrize("by", ["us", ["us"]])
def test_ids_in_by_are_still_read_as_the_actors_of_an_act(by: object) -> None:
    assert (act(by=by).actors, act(by=by).by) == (("us",), None)


def test_a_speaker_in_words_is_never_read_as_an_actor() -> None:
    assert (act(by="Vladimir Putin").actors, act(by="Vladimir Putin").by) == ((), "Vladimir Putin")


def test_dates_keep_their_precision() -> None:
    assert treaty(reviewed="~2026-11").reviewed == PartialDate(2026, 11, about=True)


def test_a_relation_is_see_also_unless_it_says_how() -> None:
    assert Relation.model_validate({"id": "start-i"}).how == "see-also"


def test_a_launch_says_from_where_in_the_word_of_the_data() -> None:
    launch = {"weapon": "oreshnik", "by": "ru", "from": "Kapustin Yar", "purpose": "combat"}
    fields = {"name": "Strike", "date": "2024-11-21", "answer": "A strike.", "sources": ["aca/inf"], "launch": launch}
    event = Event.model_validate(fields)
    assert event.launch
    assert event.launch.launched_from == "Kapustin Yar"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://a.org", "https//a.org", "https://a b", "ftp://a.org"])
def test_a_source_has_an_https_address_or_none(url: str) -> None:
    with pytest.raises(ValidationError):
        Source.model_validate({"title": "INF", "url": url})


@pytest.mark.parametrize(
    "entry_id", ["Inf", "inf_treaty", "-inf", "inf-", "inf--treaty", "inf treaty", "", "инф", "a\n"]
)
def test_an_id_is_lower_case_and_hyphenated(entry_id: str) -> None:
    with pytest.raises(ValidationError):
        Relation.model_validate({"id": entry_id})


@pytest.mark.parametrize("length", [200, 201])
def test_an_answer_has_200_characters_at_most(length: int) -> None:
    if length == 200:
        assert treaty(answer="a" * length).answer == "a" * length
    else:
        with pytest.raises(ValidationError, match="at most 200 characters"):
            treaty(answer="a" * length)
