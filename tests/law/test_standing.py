"""Where a state stands in an agreement, on a date."""

from datetime import date
from itertools import pairwise

import pytest

from armsref import load
from armsref.law.coverage import Coverage
from armsref.law.standing import Participants, is_listed, standing_intervals, standing_on, states_of
from armsref.loading.dataset import Dataset
from armsref.model import Treaty
from tests.conftest import STATES, Data, treaty

HEAD = "state,signed,bound,act,left,note\n"


def read(data: Data, text: str, table: str = "") -> tuple[Dataset, Treaty]:
    files = {"treaties/x.yml": treaty(text), "states.yml": STATES}
    dataset = load(data(files | ({"participation/x.csv": HEAD + table} if table else {})))
    entry = dataset["x"]
    assert isinstance(entry, Treaty)
    return dataset, entry


def stands(data: Data, text: str, state: str, day: str, table: str = "") -> str | None:
    dataset, entry = read(data, text, table)
    interval = standing_on(dataset, entry, state, date.fromisoformat(day))
    return interval.words if interval else None


def bound(data: Data, text: str, day: str, table: str = "") -> set[str]:
    dataset, entry = read(data, text, table)
    return set(Coverage(dataset).bound(entry, date.fromisoformat(day)))


def act(day: str, name: str, **more: str) -> str:
    rest = "".join(f", {field}: {value}" for field, value in more.items())
    return f"  - {{date: {day}, act: {name}, source: aca/inf{rest}}}\n"


BILATERAL = (
    "parties: [us, su]\nsuccession: {su: [ru]}\nhistory:\n"
    + act("1987-12-08", "signed")
    + act("1988-06-01", "entered-into-force")
)


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("us", "1987-12-07", None),
        ("us", "1987-12-08", "signatory"),
        ("us", "1988-06-01", "party"),
        ("su", "1991-12-25", "party"),
        ("su", "1991-12-26", "succeeded"),
        ("ru", "1991-12-25", "not a party"),
        ("ru", "1991-12-26", "party"),
        ("fr", "2000-01-01", "not a party"),
    ],
)
def test_a_party_of_an_agreement_between_two(data: Data, state: str, day: str, expected: str | None) -> None:
    assert stands(data, BILATERAL, state, day) == expected


def test_those_that_did_not_join_are_listed_and_not_involved(data: Data) -> None:
    rows = "us,1990-01-01,,,,\nfr,,,,,Has not subscribed.\n"
    text = "participation_source: aca/inf\nhistory:\n" + act("1989-01-01", "proposed", actors="ru")
    dataset, entry = read(data, text + act("1990-01-01", "opened-for-signature"), rows)
    known = Participants(dataset, entry)
    assert (set(known.states), set(known.involved)) == ({"us", "fr", "ru"}, {"us", "ru"})


def test_a_successor_is_told_whose_place_it_took(data: Data) -> None:
    dataset, entry = read(data, BILATERAL)
    interval = standing_on(dataset, entry, "ru", date(2000, 1, 1))
    assert interval
    assert (interval.successor_to, interval.start) == ("su", date(1991, 12, 26))


def test_a_successor_by_an_act_of_its_own(data: Data) -> None:
    history = (
        "history:\n" + act("1980-01-01", "signed", actors="[us, su]") + act("1992-05-23", "succeeded", actors="ru")
    )
    history += act("1994-12-05", "entered-into-force", actors="[us, ru]")
    text = "parties: [us, su]\nsuccession: {su: [ru]}\n" + history
    assert stands(data, text, "ru", "1993-01-01") == "signatory"


def test_a_suspension_by_one_party_is_its_own(data: Data) -> None:
    text = BILATERAL + act("2019-02-02", "suspended", actors="us")
    assert (stands(data, text, "us", "2019-02-02"), stands(data, text, "ru", "2019-02-02")) == ("suspended", "party")


def test_a_withdrawal_takes_effect_on_its_day(data: Data) -> None:
    text = BILATERAL + act("2019-02-02", "withdrawal-announced", actors="us", takes_effect="2019-08-02")
    days = ("2019-08-01", "2019-08-02")
    assert [stands(data, text, "us", day) for day in days] == ["party", "withdrawn"]
    assert [stands(data, text, "ru", day) for day in days] == ["party", "former party"]


def test_who_only_signed_what_never_entered_into_force_was_never_bound(data: Data) -> None:
    text = "parties: [us, ru]\nhistory:\n" + act("1993-01-03", "signed") + act("2000-05-04", "ratified", actors="ru")
    assert stands(data, text, "ru", "2001-01-01") == "ratified"
    assert stands(data, text + act("2002-06-14", "withdrew", actors="ru"), "us", "2003-01-01") == "never bound"


def test_a_ratification_that_is_revoked_leaves_a_signatory(data: Data) -> None:
    text = "participation_source: aca/inf\nhistory:\n" + act("1996-09-24", "opened-for-signature")
    text += act("2023-11-02", "ratification-revoked", actors="ru")
    rows = "ru,1996-09-24,2000-06-30,ratification,,\n"
    days = ("1996-09-24", "2000-07-01", "2024-01-01")
    assert [stands(data, text, "ru", day, rows) for day in days] == ["signatory", "ratified", "signatory"]


MANY = (
    "participation_source: aca/inf\nhistory:\n" + act("1992-03-24", "signed") + act("2002-01-01", "entered-into-force")
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1992-03-23", None),
        ("1992-03-24", "signatory"),
        ("1999-01-01", "ratified"),
        ("2002-01-01", "party"),
        ("2020-11-21", "party"),
        ("2020-11-22", "withdrawn"),
    ],
)
def test_a_row_of_a_table_says_when_a_state_is_bound(data: Data, day: str, expected: str | None) -> None:
    assert stands(data, MANY, "us", day, "us,1992-03-24,1993-12-03,ratification,2020-11-22,\n") == expected


@pytest.mark.parametrize(
    ("delay", "day"),
    [("{days: 30}", "2005-02-14"), ("{full_months: 6}", "2005-07-15"), ("{months: 6}", "2005-07-01")],
)
def test_a_state_is_bound_some_time_after_its_instrument(data: Data, delay: str, day: str) -> None:
    # The Convention on Certain Conventional Weapons, Article 5 (2): six months after the deposit. The mine-ban
    # convention, Article 17 (2): the first day of the sixth month after the month of the deposit.
    dataset, entry = read(data, f"bound_after: {delay}\n{MANY}", "fr,,2005-01-15,accession,,\n")
    intervals = [(interval.words, interval.start.isoformat()) for interval in standing_intervals(dataset, entry, "fr")]
    assert intervals[-2:] == [("ratified", "2005-01-15"), ("party", day)]


def test_months_end_on_the_last_day_of_a_shorter_month(data: Data) -> None:
    dataset, entry = read(data, f"bound_after: {{full_months: 6}}\n{MANY}", "fr,,2005-08-31,accession,,\n")
    assert [interval.start.isoformat() for interval in standing_intervals(dataset, entry, "fr")][-1] == "2006-02-28"


def test_a_successor_does_not_wait(data: Data) -> None:
    dataset, entry = read(data, f"bound_after: {{full_months: 6}}\n{MANY}", "fr,,2005-01-15,succession,,\n")
    intervals = [(interval.words, interval.start.isoformat()) for interval in standing_intervals(dataset, entry, "fr")]
    assert intervals[-1] == ("party", "2005-01-15")


def test_who_ratified_before_entry_into_force_is_bound_with_it(data: Data) -> None:
    rows = "fr,,2001-12-31,accession,,\n"
    assert stands(data, f"bound_after: {{days: 90}}\n{MANY}", "fr", "2002-01-01", rows) == "party"


def test_a_delay_for_all_holds_before_entry_into_force_too(data: Data) -> None:
    # The nuclear-ban treaty, Article 15 (2): 90 days after each instrument that follows the fiftieth.
    text = f"bound_after: {{days: 90, for_all: true}}\n{MANY}"
    rows = "fr,,2001-12-01,accession,,\n"
    days = ("2002-01-01", "2002-02-28", "2002-03-01")
    assert [stands(data, text, "fr", day, rows) for day in days] == ["ratified", "ratified", "party"]


def test_a_row_without_days_says_that_a_state_takes_no_part(data: Data) -> None:
    text = f"participation_complete: false\n{MANY}"
    assert stands(data, text, "fr", "2010-01-01", "fr,,,,,Has not subscribed\n") == "not a party"


def test_what_became_of_an_agreement_later_is_no_concern_of_a_state_that_is_gone(data: Data) -> None:
    ended = BILATERAL + act("2019-08-02", "terminated")
    assert [stands(data, ended, state, "2020-01-01") for state in ("su", "ru")] == ["succeeded", "former party"]
    before = BILATERAL + act("1990-01-01", "terminated")
    assert stands(data, before, "su", "2020-01-01") == "former party"


def test_a_state_that_is_gone_takes_part_in_nothing(data: Data) -> None:
    text = f"participation_complete: false\n{MANY}"
    assert stands(data, text, "su", "2010-01-01", "us,1992-03-24,2002-01-01,ratification,,\n") == "not a party"


def test_who_left_what_never_entered_into_force_was_never_bound(data: Data) -> None:
    text = "parties: [us, ru]\nhistory:\n" + act("1993-01-03", "signed") + act("2002-06-14", "withdrew", actors="ru")
    assert stands(data, text, "ru", "2003-01-01") == "never bound"


def test_a_complete_table_without_a_state_says_that_it_takes_no_part(data: Data) -> None:
    rows = "us,1992-03-24,2002-01-01,ratification,,\n"
    assert stands(data, MANY, "fr", "2010-01-01", rows) == "not a party"
    assert stands(data, f"participation_complete: false\n{MANY}", "fr", "2010-01-01", rows) == "not recorded"


def test_a_table_of_today_says_nothing_of_a_former_state(data: Data) -> None:
    dataset, entry = read(data, MANY, "ru,1992-03-24,2002-01-01,ratification,,\n")
    assert not is_listed(dataset, entry, "su")


def test_without_table_or_parties_only_those_named_in_the_history_are_known(data: Data) -> None:
    text = "history:\n" + act("2002-11-25", "entered-into-force") + act("2016-06-01", "joined", actors="fr")
    assert stands(data, text, "fr", "2017-01-01") == "party"
    assert stands(data, text, "us", "2017-01-01") == "not recorded"


def test_what_is_not_law_binds_those_that_signed_it(data: Data) -> None:
    text = "binding: politically\nhistory:\n" + act("2002-11-25", "adopted", actors="[us, ru]")
    assert stands(data, text + act("2002-11-25", "entered-into-force"), "us", "2003-01-01") == "party"


def test_a_day_known_to_the_year_leaves_a_standing_unclear(data: Data) -> None:
    text = BILATERAL + act("2012", "suspended", actors="ru")
    assert stands(data, text, "ru", "2012-06-01") == "unclear between party and suspended"


def test_provisional_application_binds_for_the_time_being(data: Data) -> None:
    text = "parties: [us, ru]\nhistory:\n" + act("1992-01-01", "signed") + act("1992-02-01", "provisionally-applied")
    assert stands(data, text, "us", "1993-01-01") == "provisionally applying"
    assert bound(data, text, "1993-01-01") == {"us", "ru"}


def test_only_what_is_in_force_binds(data: Data) -> None:
    assert bound(data, BILATERAL, "1988-01-01") == set()
    assert bound(data, BILATERAL, "1989-01-01") == {"us", "su"}
    assert bound(data, BILATERAL, "1992-01-01") == {"us", "ru"}


def test_a_state_may_come_back(data: Data) -> None:
    text = "history:\n" + act("1990-01-01", "entered-into-force") + act("1991-01-01", "joined", actors="fr")
    text += act("1995-01-01", "withdrew", actors="fr") + act("1999-01-01", "joined", actors="fr")
    days = ("1994-12-31", "1995-01-01", "1999-01-01")
    assert [stands(data, text, "fr", day) for day in days] == ["party", "withdrawn", "party"]


def test_the_states_of_an_agreement_are_all_that_are_named(data: Data) -> None:
    dataset, entry = read(data, BILATERAL)
    assert set(states_of(dataset, entry)) == {"us", "su", "ru"}


def test_a_place_in_an_agreement_has_no_gaps(data: Data) -> None:
    dataset, entry = read(
        data, BILATERAL + act("2012", "suspended", actors="ru") + act("2013", "withdrew", actors="ru")
    )
    for state in ("us", "ru", "su", "fr"):
        life = standing_intervals(dataset, entry, state)
        assert all(before.end == following.start for before, following in pairwise(life))


def test_a_state_that_never_joined_cannot_withdraw(data: Data) -> None:
    left = BILATERAL + act("2000-01-01", "withdrew", actors="fr")
    assert stands(data, left, "fr", "2000-01-01") == "not a party"


def test_a_state_that_was_a_party_itself_is_no_successor(data: Data) -> None:
    dataset, entry = read(data, BILATERAL.replace("parties: [us, su]", "parties: [us, su, ru]"))
    interval = standing_on(dataset, entry, "ru", date(2000, 1, 1))
    assert interval
    assert (interval.words, interval.successor_to) == ("party", None)


UNDATED = (
    "binding: politically\nparticipation_source: aca/inf\nparticipation_as_of: 2020-03-01\nhistory:\n"
    + act("2002-11-25", "adopted")
    + act("2002-11-25", "entered-into-force")
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2002-11-24", None),
        ("2010-01-01", "unclear between not a party and party"),
        ("2020-03-01", "party"),
    ],
)
def test_an_instrument_without_a_day_binds_by_the_day_of_its_table(data: Data, day: str, expected: str | None) -> None:
    assert stands(data, UNDATED, "fr", day, "fr,,,subscription,,\n") == expected


def test_of_an_instrument_without_a_day_it_is_known_that_none_is_given(data: Data) -> None:
    dataset, entry = read(data, UNDATED, "fr,,,subscription,,\nus,,2002-11-25,subscription,,\n")
    day = date(2021, 1, 1)
    undated, dated = (standing_on(dataset, entry, state, day) for state in ("fr", "us"))
    assert undated and dated and undated.is_undated and not dated.is_undated


def test_a_signature_without_a_day_binds_nobody(data: Data) -> None:
    assert stands(data, UNDATED, "fr", "2021-01-01", "fr,,,signature,,\n") == "not a party"
