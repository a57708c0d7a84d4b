"""Where agreements and states stand on a day, in words."""

from __future__ import annotations

from datetime import date

import pytest

from armsref.law.standing import standing_on
from armsref.loading.dataset import load
from armsref.model import Treaty
from armsref.prose.lines import EntryLink, Words, plain_line
from armsref.prose.status import act_line, life_words, standing_clause, standing_words, states_named, treaty_mark
from armsref.views.as_of import AsOf
from tests.conftest import Data, plain, treaty, weapon

TWO = "parties: [us, ru]\n"
HISTORY = "history:\n  - {date: 2010-04-08, act: signed, source: aca/inf}\n"
IN_FORCE = "  - {date: 2011-02-05, act: entered-into-force, source: aca/inf}\n"
SUSPENDED = "  - {date: 2023-02-28, act: suspended, actors: ru, source: aca/inf}\n"
EXPIRED = "  - {date: 2026-02-05, act: expired, source: aca/inf}\n"
LEFT = "  - {date: 2026-01-01, act: withdrawal-announced, actors: us, takes_effect: 2026-07-01, source: aca/inf}\n"


ABOUT = "  - {date: ~2011-02-05, act: entered-into-force, source: aca/inf}\n"
OPENED = """
    history:
      - {date: 2010-04-01, act: adopted, source: aca/inf}
      - {date: 2010-04-08, act: opened-for-signature, source: aca/inf}
"""


STATES = (("ca", "Canada"), ("de", "Germany"), ("fr", "France"), ("ru", "Russia"), ("us", "United States"))


def as_of(data: Data, day: date, files: dict[str, str]) -> AsOf:
    return AsOf(load(data(files)), day)


@pytest.mark.parametrize(
    ("text", "day", "standing"),
    [
        (HISTORY, "2010-04-08", ("signed", "Signed on 8 April 2010, not in force")),
        (HISTORY + IN_FORCE, "2012-01-01", ("in-force", "In force since 5 February 2011")),
        (HISTORY.replace("2010-04-08", "2010-04"), "2010-05-01", ("signed", "Signed in April 2010, not in force")),
        (HISTORY.replace("2010-04-08", "2010"), "2011-01-01", ("signed", "Signed in 2010, not in force")),
        (
            HISTORY.replace("2010-04-08", "~2010-04-08"),
            "2012-01-01",
            ("signed", "Signed about 8 April 2010, not in force"),
        ),
        (HISTORY + IN_FORCE, "2010-12-31", ("signed", "Signed on 8 April 2010, not in force")),
        (
            HISTORY + IN_FORCE + SUSPENDED,
            "2024-01-01",
            ("in-force", "In force since 5 February 2011, suspended by Russia since 28 February 2023"),
        ),
        (HISTORY + IN_FORCE + EXPIRED, "2026-02-05", ("in-force", "In force since 5 February 2011")),
        (HISTORY + IN_FORCE + EXPIRED, "2026-02-06", ("ended", "Expired on 5 February 2026")),
        (HISTORY + IN_FORCE + LEFT, "2026-07-01", ("ended", "Ended on 1 July 2026")),
        ("binding: politically\n" + HISTORY + IN_FORCE, "2012-01-01", ("in-force", "In effect since 5 February 2011")),
        (HISTORY, "2009-01-01", ("not-yet-agreed", "Not yet agreed")),
        (HISTORY + ABOUT, "2012-01-01", ("in-force", "In force since about 5 February 2011")),
        (plain(OPENED), "2012-01-01", ("signed", "Opened for signature on 8 April 2010, not in force")),
    ],
)
def test_an_agreement_stands_so_on_that_day(data: Data, text: str, day: str, standing: tuple[str, str]) -> None:
    on = date.fromisoformat(day)
    told = as_of(data, on, {"treaties/x.yml": treaty(TWO + text)})
    mark = treaty_mark(told.coverage, told.dataset.of_kind(Treaty)[0], on)
    assert (mark.code, mark.words) == standing


def test_a_state_is_counted_by_what_binds_it_and_what_it_fields(data: Data) -> None:
    files = {
        "treaties/x.yml": treaty(TWO + HISTORY + IN_FORCE),
        "treaties/y.yml": treaty("name: Other\n" + TWO + HISTORY + IN_FORCE + EXPIRED),
        "weapons/z.yml": weapon("operators: [ru]"),
    }
    told = as_of(data, date(2026, 11, 22), files)
    answer = told.entry_answers.of(told.dataset["ru"])
    assert answer == "Russia takes part in one agreement listed here; it fields one weapon listed here."


def test_a_state_is_told_what_most_states_have_joined_and_it_has_not(data: Data) -> None:
    text = "name: Wide\nparticipation_source: aca/inf\nparticipation_complete: true\n" + HISTORY + IN_FORCE
    rows = "".join(f"{state},,1990-01-01,,,\n" for state in ("us", "ru"))
    files = {
        "states.yml": "".join(
            f"{state}: {{name: {name}, sources: [aca/inf]}}\n"
            for state, name in (("fr", "France"), ("ru", "Russia"), ("us", "United States"))
        ),
        "treaties/wide.yml": treaty(text),
        "participation/wide.csv": f"state,signed,bound,act,left,note\n{rows}",
    }
    told = as_of(data, date(2026, 11, 22), files)
    answer = told.entry_answers.of(told.dataset["fr"])
    assert (
        answer
        == "France takes part in no agreements listed here; it is outside the Wide, which most states have joined."
    )


def test_a_state_with_an_answer_of_its_own_is_not_counted(data: Data) -> None:
    states = """
        ru: {name: Russia, answer: A state., sources: [aca/inf]}
        us: {name: United States, sources: [aca/inf]}
    """
    told = as_of(data, date(2026, 11, 22), {"states.yml": states})
    assert told.entry_answers.of(told.dataset["ru"]) == "A state."
    assert told.entry_answers.of(told.dataset["us"]) == "The United States takes part in no agreements listed here."


def test_a_weapon_that_a_state_fielded_and_made_is_counted_once(data: Data) -> None:
    told = as_of(data, date(2026, 11, 22), {"weapons/z.yml": weapon("origin: [su]\nformer_operators: [su]")})
    assert told.held("su").fielded == ["z"]
    assert told.held("su").weapons == ["z"]


# How an agreement stood, in a row


def agreement(data: Data, text: str) -> tuple[AsOf, Treaty]:
    told = as_of(data, date(2026, 11, 22), {"treaties/x.yml": treaty(text)})
    return told, told.dataset.of_kind(Treaty)[0]


MONTH = "  - {date: 2011-02, act: entered-into-force, source: aca/inf}\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HISTORY, "signed from 8 April 2010"),
        (
            HISTORY + IN_FORCE + SUSPENDED,
            "signed from 8 April 2010; in force from 5 February 2011; "
            "in force, suspended by Russia from 28 February 2023",
        ),
        (
            HISTORY + IN_FORCE + EXPIRED,
            "signed from 8 April 2010; in force from 5 February 2011; expired on 5 February 2026",
        ),
        ("binding: politically\n" + HISTORY + IN_FORCE, "signed from 8 April 2010; in effect from 5 February 2011"),
        # In February 2011 it is not known which holds, but the month is all that is told of it.
        (HISTORY + MONTH, "signed from 8 April 2010; in force from February 2011"),
    ],
)
def test_the_life_of_an_agreement_is_told_in_a_row(data: Data, text: str, words: str) -> None:
    told, entry = agreement(data, TWO + text)
    assert life_words(told.coverage, entry, told.day) == words


def test_a_life_is_told_up_to_today(data: Data) -> None:
    told, entry = agreement(data, TWO + HISTORY + IN_FORCE)
    assert life_words(told.coverage, entry, date(2011, 2, 4)) == "signed from 8 April 2010"
    assert life_words(told.coverage, entry, date(2011, 2, 5)).endswith("in force from 5 February 2011")


def test_a_month_in_which_it_is_not_known_what_holds_is_told_while_it_lasts(data: Data) -> None:
    told, entry = agreement(data, TWO + HISTORY + MONTH)
    words = "signed from 8 April 2010; unclear between signed and in force from February 2011"
    assert life_words(told.coverage, entry, date(2011, 2, 10)) == words


def test_those_who_suspended_an_agreement_of_many_are_told_as_those_of_one_between_two(data: Data) -> None:
    files = {
        "treaties/x.yml": treaty("participation_source: aca/inf\n" + HISTORY + IN_FORCE + SUSPENDED),
        "participation/x.csv": "state,signed,bound,act,left,note\nru,,2011-02-05,ratification,,\n",
    }
    on = date(2024, 1, 1)
    told = as_of(data, on, files)
    mark = treaty_mark(told.coverage, told.dataset.of_kind(Treaty)[0], on)
    assert mark.words == "In force since 5 February 2011, suspended by Russia since 28 February 2023"


def test_an_agreement_that_all_suspended_one_by_one_is_told_with_the_day_of_each(data: Data) -> None:
    told, entry = agreement(
        data, TWO + HISTORY + IN_FORCE + SUSPENDED + SUSPENDED.replace("ru", "us").replace("2-28", "3-04")
    )
    mark = treaty_mark(told.coverage, entry, date(2024, 1, 1))
    both = "by Russia since 28 February 2023 and by the United States since 4 March 2023"
    assert (mark.code, mark.words) == ("suspended", f"Suspended {both}")
    assert life_words(told.coverage, entry, date(2024, 1, 1)).endswith(
        "suspended by Russia and the United States from 4 March 2023"
    )


@pytest.mark.parametrize(
    ("more", "on", "words"),
    [
        ("  - {date: 2023, act: suspended, actors: ru, source: aca/inf}\n", "2024-01-01", "by Russia since 2023"),
        (
            SUSPENDED + "  - {date: 2023-03-01, act: suspended, actors: fr, source: aca/inf}\n",
            "2024-01-01",
            "by Russia since 28 February 2023 and by France since 1 March 2023",
        ),
        (
            SUSPENDED + SUSPENDED.replace("actors: ru", "actors: fr"),
            "2024-01-01",
            "by France and Russia since 28 February 2023",
        ),
        (SUSPENDED, "2023-02-28", "by Russia since 28 February 2023"),
        (
            SUSPENDED
            + SUSPENDED.replace("suspended", "suspension-ended").replace("02-28", "05-01")
            + SUSPENDED.replace("02-28", "07-01"),
            "2024-01-01",
            "by Russia since 1 July 2023",
        ),
    ],
)
def test_those_who_suspended_an_agreement_are_told_with_their_days(data: Data, more: str, on: str, words: str) -> None:
    states = "".join(f"{code}: {{name: {name}, sources: [aca/inf]}}\n" for code, name in STATES)
    text = "parties: [fr, ru, us]\n" + HISTORY + IN_FORCE + more
    told = as_of(data, date(2026, 11, 22), {"states.yml": states, "treaties/x.yml": treaty(text)})
    mark = treaty_mark(told.coverage, told.dataset.of_kind(Treaty)[0], date.fromisoformat(on))
    assert mark.words == f"In force since 5 February 2011, suspended {words}"


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (["us", "nowhere"], "the United States"),
        (["ca", "de", "fr", "ru"], "Canada, Germany, France and Russia"),
        (["ca", "de", "fr", "ru", "us"], "5 states"),
    ],
)
def test_more_than_four_states_are_counted(data: Data, ids: list[str], words: str) -> None:
    states = "".join(f"{code}: {{name: {name}, sources: [aca/inf]}}\n" for code, name in STATES)
    assert states_named(load(data({"states.yml": states})), ids) == words


# States in agreements, and acts


@pytest.mark.parametrize(
    ("state", "on", "clause", "word"),
    [
        ("us", "2010-04-08", "has signed, but is not bound", "signed, not bound"),
        ("us", "2012-01-01", "takes part since 5 February 2011", "party"),
        ("ru", "2024-01-01", "suspended it on 28 February 2023", "suspended"),
        ("fr", "2012-01-01", "does not take part", "not a party"),
    ],
)
def test_a_state_stands_so_in_an_agreement(data: Data, state: str, on: str, clause: str, word: str) -> None:
    told, entry = agreement(data, TWO + HISTORY + IN_FORCE + SUSPENDED)
    interval = standing_on(told.dataset, entry, state, date.fromisoformat(on))
    assert (standing_clause(told.dataset, interval), standing_words(told.dataset, interval)) == (clause, word)


def test_a_state_that_took_the_place_of_another_is_told_as_its_successor(data: Data) -> None:
    files = {
        "states.yml": """
            ru: {name: Russia, sources: [aca/inf]}
            su: {name: Soviet Union, sources: [aca/inf], existed_until: 1991-12-26, successors: [ru]}
            us: {name: United States, sources: [aca/inf]}
        """,
        "treaties/x.yml": treaty(
            "parties: [su, us]\nsuccession: {su: [ru]}\nhistory:\n"
            "  - {date: 1987-12-08, act: signed, source: aca/inf}\n"
            "  - {date: 1988-06-01, act: entered-into-force, source: aca/inf}\n"
        ),
    }
    told = as_of(data, date(2026, 11, 22), files)
    interval = standing_on(told.dataset, told.dataset.of_kind(Treaty)[0], "ru", told.day)
    assert (
        standing_clause(told.dataset, interval) == "takes part since 26 December 1991 as successor to the Soviet Union"
    )
    assert standing_words(told.dataset, interval) == "party as successor to the Soviet Union"


def test_a_state_that_is_bound_from_a_day_not_known_is_so_by_the_day_of_the_table(data: Data) -> None:
    files = {
        "states.yml": "fr: {name: France, sources: [aca/inf]}\n",
        "treaties/x.yml": treaty(
            "participation_source: aca/inf\nparticipation_as_of: 2020-03-01\nhistory:\n"
            "  - {date: 2002-11-25, act: entered-into-force, source: aca/inf}\n"
        ),
        "participation/x.csv": "state,signed,bound,act,left,note\nfr,,,subscription,,\n",
    }
    told = as_of(data, date(2026, 11, 22), files)
    interval = standing_on(told.dataset, told.dataset.of_kind(Treaty)[0], "fr", told.day)
    assert standing_clause(told.dataset, interval) == "takes part since 1 March 2020 at the latest"


def test_a_state_that_is_left_out_is_not_bound(data: Data) -> None:
    told, _ = agreement(data, TWO + HISTORY)
    assert standing_clause(told.dataset, None) == "is not one of those that it binds"
    assert standing_words(told.dataset, None) == "not a party"


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("act: signed", "signed"),
        ("act: suspended, actors: us", "suspended by the United States"),
        ("act: suspended, actors: [us, ru]", "suspended by the United States and Russia"),
        ("act: withdrew", "withdrawal took effect"),
        ("act: withdrew, actors: us", "the United States withdrew"),
        ("act: entered-into-force, actors: ru", "entered into force for Russia"),
        ("act: joined, actors: nowhere", "nowhere joined"),
    ],
)
def test_an_act_is_told_with_those_who_did_it(data: Data, act: str, words: str) -> None:
    told, entry = agreement(data, f"history: [{{date: 2010, {act}, source: aca/inf}}]\n")
    assert plain_line(act_line(told.dataset, entry, entry.history[0]).whole) == words


def test_those_who_acted_are_links_without_their_article(data: Data) -> None:
    told, entry = agreement(data, "history: [{date: 2010, act: suspended, actors: us, source: aca/inf}]\n")
    line = act_line(told.dataset, entry, entry.history[0])
    assert line.after == (Words(" by "), Words("the "), EntryLink("us", "United States"))
