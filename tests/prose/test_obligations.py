"""What a provision asks, of what, and with what notice."""

from __future__ import annotations

from typing import Any

import pytest

import armsref
from armsref.law.conditions import ConditionName
from armsref.model import Bounds, Provision
from armsref.prose.lines import EntryLink, plain_line
from armsref.prose.obligations import articles, condition_words, duration, notice_sentence, scope
from armsref.prose.vocabulary import article, plural, provision_name, with_article
from tests.conftest import Data, weapon


def provision(**given: Any) -> Provision:
    required = {"id": "ban", "effect": "prohibits", "what": "Missiles.", "source": "aca/inf"}
    return Provision.model_validate({**required, **given})


@pytest.mark.parametrize(
    ("condition", "asked", "words"),
    [
        ("type", ("ballistic-missile", "cruise-missile"), "ballistic missiles or cruise missiles"),
        ("launched_from", ("ground", "silo"), "launched from the ground or silos"),
        ("warhead_type", ("nuclear",), "nuclear warheads"),
        ("range_km", {"min": 500, "max": 5500}, "ranges of 500–5,500 km"),
        ("range_km", {"over": 5500}, "ranges over 5,500 km"),
        ("warheads", {"max": 1}, "numbers of warheads of up to 1"),
    ],
)
def test_a_condition_says_what_it_asks_for(
    condition: ConditionName, asked: tuple[str, ...] | dict[str, float], words: str
) -> None:
    limits = Bounds.model_validate(asked) if isinstance(asked, dict) else asked
    assert condition_words(condition, limits) == words


# What it is about


@pytest.mark.parametrize(
    ("reaches", "words"),
    [
        (None, ""),
        ({"type": ["bomb"]}, "bombs"),
        ({"launched_from": ["air"]}, "anything; launched from aircraft"),
        ({"type": ["bomb"], "launched_from": ["air"]}, "bombs; launched from aircraft"),
        ({"weapons": ["x", "y"]}, "Pioneer, Saber"),
        ({"weapons": ["x"], "basing": ["silo"]}, "in silos; Pioneer"),
        ({"weapons": ["x", "nowhere"]}, "Pioneer"),
    ],
)
def test_a_provision_is_about_its_conditions_and_the_weapons_that_it_names(
    data: Data, reaches: dict[str, Any] | None, words: str
) -> None:
    dataset = armsref.load(data({"weapons/x.yml": weapon(), "weapons/y.yml": weapon("name: Saber")}))
    assert plain_line(scope(dataset, provision(reaches=reaches))) == words


def test_the_weapons_that_a_provision_names_are_links(data: Data) -> None:
    dataset = armsref.load(data({"weapons/x.yml": weapon()}))
    assert scope(dataset, provision(reaches={"weapons": ["x"]})) == (EntryLink("x", "Pioneer"),)


# With what notice


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ({}, ""),
        ({"notice_hours": 24}, "Notice: at least 24 hours ahead."),
        ({"notice_hours": 0}, "Notice: at least 0 hours ahead."),
        ({"channel": "diplomatic"}, "Notice: channel: diplomatic."),
        ({"exempts": ["combat"]}, "Notice: not for combat."),
        ({"may_exempt": ["test", "training"]}, "Notice: a party may leave out tests or training."),
        ({"notice_hours": 1, "exempts": ["combat"]}, "Notice: at least 1 hour ahead; not for combat."),
    ],
)
def test_the_terms_of_notice_are_one_sentence(terms: dict[str, Any], sentence: str) -> None:
    assert notice_sentence(provision(**terms)) == sentence


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (1, "1 hour"),
        (2, "2 hours"),
        (1.5, "1.5 hours"),
        (72, "72 hours"),
        (96, "4 days"),
        (97, "97 hours"),
        (1008, "42 days"),
    ],
)
def test_many_whole_days_are_said_in_days(hours: float, words: str) -> None:
    assert duration(hours) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], ""),
        ([""], ""),
        (["IV, V"], "Articles IV, V"),
        (["IV", "", "VIII (2)", "IV"], "Article IV and Article VIII (2)"),
    ],
)
def test_where_provisions_stand_is_told_once_for_each_article(given: list[str], words: str) -> None:
    assert articles(provision(**({"article": place} if place else {})) for place in given) == words


# Words for it


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("IV", "Article IV"),
        ("1 and 2", "Articles 1 and 2"),
        ("I, IV, V", "Articles I, IV, V"),
        ("III, second paragraph", "Article III, second paragraph"),
        ("Protocol, I", "Protocol, I"),
    ],
)
def test_articles_are_cited_as_one_or_several(given: str, words: str) -> None:
    assert article(given) == words


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        ("bomb", "bombs"),
        ("torpedo", "torpedoes"),
        ("aircraft", "aircraft"),
        ("glass", "glasses"),
        ("box", "boxes"),
        ("launch", "launches"),
        ("flash", "flashes"),
    ],
)
def test_several_of_a_noun(noun: str, several: str) -> None:
    assert plural(noun) == several


@pytest.mark.parametrize(
    ("noun", "words"),
    [("bomb", "a bomb"), ("aircraft", "an aircraft"), ("interceptor", "an interceptor"), ("unit", "a unit")],
)
def test_one_of_a_noun(noun: str, words: str) -> None:
    assert with_article(noun) == words


@pytest.mark.parametrize(
    ("code", "name"), [("slbm-launch-notice", "SLBM launch notice"), ("icbm-ban", "ICBM ban"), ("ban", "ban")]
)
def test_a_provision_is_called_by_its_id_in_words(code: str, name: str) -> None:
    assert provision_name(code) == name
