"""In force or not, on a date."""

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref import load
from armsref.law.status import StatusInterval, status_intervals, status_on, weapon_status
from armsref.model import Treaty, TreatyAct, Weapon
from tests.conftest import Data, treaty, weapon


def read_treaty(data: Data, text: str) -> Treaty:
    entry = load(data({"treaties/x.yml": treaty(text)}))["x"]
    assert isinstance(entry, Treaty)
    return entry


def status(entry: Treaty, day: str) -> str | None:
    interval = status_on(entry, date.fromisoformat(day))
    return interval.status if interval else None


# https://www.armscontrol.org/treaties/intermediate-range-nuclear-forces-treaty
INF = """
    parties: [us, su]
    succession: {su: [ru]}
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
      - {date: 2019-02-01, act: suspension-announced, actors: us, source: aca/inf}
      - {date: 2019-02-02, act: withdrawal-announced, actors: us, takes_effect: 2019-08-02, source: aca/inf}
      - {date: 2019-08-02, act: terminated, source: aca/inf}
"""

# https://www.armscontrol.org/treaties/new-strategic-arms-reduction-treaty
NEW_START = """
    parties: [us, ru]
    history:
      - {date: 2010-04-08, act: signed, place: Prague, source: aca/inf}
      - {date: 2011-02-05, act: entered-into-force, source: aca/inf}
      - {date: 2021-02-03, act: extended, until: 2026-02-05, source: aca/inf}
      - {date: 2023-02-28, act: suspended, actors: ru, source: aca/inf}
      - {date: 2026-02-05, act: expired, source: aca/inf}
"""

# https://www.armscontrol.org/treaties/anti-ballistic-missile-abm-treaty
ABM = """
    parties: [us, su]
    succession: {su: [ru]}
    history:
      - {date: 1972-05-26, act: signed, place: Moscow, source: aca/inf}
      - {date: 1972-10-03, act: entered-into-force, source: aca/inf}
      - {date: 2001-12-13, act: withdrawal-announced, actors: us, takes_effect: 2002-06-13, source: aca/inf}
"""

# https://www.armscontrol.org/treaties/strategic-arms-reduction-treaty-ii
START_II = """
    parties: [us, ru]
    history:
      - {date: 1993-01-03, act: signed, source: aca/inf}
      - {date: 2000-05-04, act: ratified, actors: ru, source: aca/inf}
      - {date: 2002-06-14, act: withdrew, actors: ru, source: aca/inf}
"""

# https://www.armscontrol.org/factsheets/open-skies-treaty-glance
OPEN_SKIES = """
    history:
      - {date: 1992-03-24, act: opened-for-signature, source: aca/inf}
      - {date: 2002-01-01, act: entered-into-force, source: aca/inf}
      - {date: 2020-05-22, act: withdrawal-announced, actors: us, takes_effect: 2020-11-22, source: aca/inf}
      - {date: 2020-11-22, act: withdrew, actors: us, source: aca/inf}
      - {date: 2021-12-18, act: withdrew, actors: ru, source: aca/inf}
"""


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (INF, "1987-12-07", None),
        (INF, "1988-05-31", "signed"),
        (INF, "1988-06-01", "in force"),
        (INF, "2019-02-02", "in force"),
        (INF, "2019-08-01", "in force"),
        (INF, "2019-08-02", "ended"),
        (INF, "2026-11-22", "ended"),
        (NEW_START, "2011-02-04", "signed"),
        (NEW_START, "2023-03-01", "in force"),
        (NEW_START, "2026-02-05", "in force"),
        (NEW_START, "2026-02-06", "ended"),
        (ABM, "2001-12-14", "in force"),
        (ABM, "2002-06-12", "in force"),
        (ABM, "2002-06-13", "ended"),
        (START_II, "2001-01-01", "signed"),
        (START_II, "2002-06-14", "never in force"),
        (OPEN_SKIES, "2001-12-31", "signed"),
        (OPEN_SKIES, "2020-11-22", "in force"),
        (OPEN_SKIES, "2026-11-22", "in force"),
    ],
)
def test_a_treaty_had_this_status_on_that_day(data: Data, text: str, day: str, expected: str | None) -> None:
    assert status(read_treaty(data, text), day) == expected


def suspenders(data: Data, text: str, day: str) -> frozenset[str]:
    interval = status_on(read_treaty(data, text), date.fromisoformat(day))
    assert interval
    return interval.suspended_by


def test_a_party_that_suspends_a_treaty_is_named_while_it_stays_in_force(data: Data) -> None:
    assert suspenders(data, NEW_START, "2023-02-27") == frozenset()
    assert suspenders(data, NEW_START, "2023-03-01") == {"ru"}


def test_a_suspension_that_is_only_announced_changes_nothing(data: Data) -> None:
    assert suspenders(data, INF, "2019-02-03") == frozenset()


def test_a_suspension_announced_for_a_day_counts_from_that_day(data: Data) -> None:
    text = SIGNED_AND_IN_FORCE + act("2000-01-05", "suspension-announced", actors="ru", takes_effect="2000-02-01")
    assert suspenders(data, text, "2000-01-31") == frozenset()
    assert suspenders(data, text, "2000-02-01") == {"ru"}


def act(day: str, name: str, **more: str) -> str:
    rest = "".join(f", {field}: {value}" for field, value in more.items())
    return f"  - {{date: {day}, act: {name}, source: aca/inf{rest}}}\n"


SIGNED_AND_IN_FORCE = (
    "parties: [us, ru]\nhistory:\n" + act("1990-01-01", "signed") + act("1991-01-01", "entered-into-force")
)


def test_a_party_that_takes_its_suspension_back_is_no_longer_named(data: Data) -> None:
    text = (
        SIGNED_AND_IN_FORCE
        + act("2000-01-01", "suspended", actors="ru")
        + act("2001-01-01", "suspension-ended", actors="ru")
    )
    assert suspenders(data, text, "2000-06-01") == {"ru"}
    assert suspenders(data, text, "2001-06-01") == frozenset()


@pytest.mark.parametrize("actors", [{}, {"actors": "[us, ru]"}])
def test_a_treaty_that_all_suspend_is_suspended_until_they_end_it(data: Data, actors: dict[str, str]) -> None:
    text = SIGNED_AND_IN_FORCE + act("2000-01-01", "suspended", **actors) + act("2001-01-01", "suspension-ended")
    entry = read_treaty(data, text)
    assert [status(entry, day) for day in ("1999-12-31", "2000-01-01", "2001-01-01")] == [
        "in force",
        "suspended",
        "in force",
    ]


def test_a_treaty_may_be_applied_before_it_is_in_force(data: Data) -> None:
    history = (
        act("1990-01-01", "signed")
        + act("1991-01-01", "provisionally-applied")
        + act("1992-01-01", "entered-into-force")
    )
    entry = read_treaty(data, f"history:\n{history}")
    assert [interval.status for interval in status_intervals(entry)] == ["signed", "provisionally applied", "in force"]


def test_a_proposal_is_proposed_until_it_is_signed(data: Data) -> None:
    history = act("1980-01-01", "proposed") + act("1985-01-01", "negotiations-began") + act("1990-01-01", "signed")
    entry = read_treaty(data, f"history:\n{history}")
    assert [(interval.status, interval.start.year) for interval in status_intervals(entry)] == [
        ("proposed", 1980),
        ("signed", 1990),
    ]


def test_a_withdrawal_announced_without_a_day_ends_nothing(data: Data) -> None:
    text = SIGNED_AND_IN_FORCE + act("2001", "withdrawal-announced", actors="us")
    assert status(read_treaty(data, text), "2020-01-01") == "in force"


def test_a_withdrawal_of_all_ends_a_treaty_of_many(data: Data) -> None:
    history = act("1990-01-01", "adopted") + act("1991-01-01", "entered-into-force")
    history += act("2000-01-01", "withdrew", actors="[us, ru, su]")
    entry = read_treaty(data, f"parties: [us, ru, su]\nhistory:\n{history}")
    assert status(entry, "2000-01-01") == "ended"


@pytest.mark.parametrize("later", ["signed", "ratified", "suspended", "implementation-completed"])
def test_what_ended_stays_so_unless_an_act_says_that_it_is_in_force_again(data: Data, later: str) -> None:
    ended = SIGNED_AND_IN_FORCE + act("2000-01-01", "terminated")
    assert status(read_treaty(data, ended + act("2001-01-01", later)), "2010-01-01") == "ended"
    assert status(read_treaty(data, ended + act("2001-01-01", "entered-into-force")), "2010-01-01") == "in force"


def test_an_act_known_to_the_month_leaves_the_status_unclear_within_it(data: Data) -> None:
    entry = read_treaty(data, f"history:\n{act('1990-05', 'signed') + act('1991-07', 'entered-into-force')}")
    days = ("1990-04-30", "1990-05-01", "1990-05-31", "1991-06-30", "1991-07-01", "1991-07-30", "1991-07-31")
    assert [status(entry, day) for day in days] == [
        None, "unclear", "signed", "signed", "unclear", "unclear", "in force",
    ]  # fmt: skip
    interval = status_on(entry, date(1991, 7, 15))
    assert interval
    assert (interval.words, str(interval.act.date)) == ("unclear between signed and in force", "1991-07")


def test_acts_of_one_year_leave_open_what_may_have_been(data: Data) -> None:
    history = act("1990", "signed") + act("1990", "entered-into-force") + act("1990", "terminated")
    interval = status_on(read_treaty(data, f"history:\n{history}"), date(1990, 6, 1))
    assert interval
    assert interval.words == "unclear between not yet agreed, signed, in force and ended"


def test_about_a_day_means_a_week_before_or_after_it(data: Data) -> None:
    entry = read_treaty(data, f"history:\n{act('1990-01-01', 'signed') + act('~1991-07-10', 'entered-into-force')}")
    days = ("1991-07-02", "1991-07-03", "1991-07-16", "1991-07-17")
    assert [status(entry, day) for day in days] == ["signed", "unclear", "unclear", "in force"]


def test_an_act_on_a_known_day_comes_before_one_of_the_same_year_that_stands_after_it(data: Data) -> None:
    history = act("1990", "signed") + act("1990-05-03", "entered-into-force")
    entry = read_treaty(data, f"history:\n{history}")
    assert [interval.words for interval in status_intervals(entry)] == [
        "unclear between not yet agreed and signed",
        "in force",
    ]


def test_a_term_runs_out_by_itself(data: Data) -> None:
    history = act("1990-01-01", "signed") + act("1991-01-01", "entered-into-force", until="2001-01-01")
    entry = read_treaty(data, f"history:\n{history}")
    assert [status(entry, day) for day in ("2001-01-01", "2001-01-02")] == ["in force", "ended"]
    interval = status_on(entry, date(2001, 1, 2))
    assert interval
    assert (interval.does, str(interval.given)) == ("expired", "2001-01-01")


def test_an_extension_in_time_carries_a_term_on(data: Data) -> None:
    history = act("1991-01-01", "entered-into-force", until="2001-01-01")
    history += act("2000-12-01", "extended", until="2006-01-01")
    entry = read_treaty(data, f"history:\n{history}")
    assert [status(entry, day) for day in ("2001-01-02", "2006-01-01", "2006-01-02")] == [
        "in force",
        "in force",
        "ended",
    ]


def test_an_extension_after_the_end_brings_it_back(data: Data) -> None:
    history = act("1991-01-01", "entered-into-force", until="2001-01-01")
    history += act("2002-01-01", "extended", until="2006-01-01")
    entry = read_treaty(data, f"history:\n{history}")
    days = ("2001-06-01", "2002-01-01", "2006-01-02")
    assert [status(entry, day) for day in days] == ["ended", "in force", "ended"]


def test_a_status_begins_once_though_a_party_suspends_it(data: Data) -> None:
    interval = status_on(read_treaty(data, NEW_START), date(2023, 3, 1))
    assert interval
    assert (interval.start, interval.since) == (date(2023, 2, 28), date(2011, 2, 5))


def test_who_has_left_suspends_nothing_any_more(data: Data) -> None:
    history = act("1990-01-01", "entered-into-force") + act("2007-12-12", "suspended", actors="ru")
    text = f"history:\n{history}" + act("2023-11-07", "withdrew", actors="ru")
    assert suspenders(data, text, "2023-11-06") == {"ru"}
    assert suspenders(data, text, "2023-11-07") == frozenset()


def test_what_is_adopted_before_it_is_open_for_signature_is_not_yet_signed(data: Data) -> None:
    history = act("1996-09-10", "adopted") + act("1996-09-24", "opened-for-signature")
    entry = read_treaty(data, f"history:\n{history}")
    assert [status(entry, day) for day in ("1996-09-10", "1996-09-24")] == ["proposed", "signed"]
    adopted = read_treaty(data, f"history:\n{act('2002-11-25', 'adopted')}")
    assert status(adopted, "2002-11-25") == "signed"


def test_some_parties_cannot_end_an_agreement_of_many_for_all(data: Data) -> None:
    text = "history:\n" + act("1990-01-01", "entered-into-force") + act("2000-01-01", "terminated", actors="[us, ru]")
    assert status(read_treaty(data, text), "2001-01-01") == "in force"


def test_an_interval_names_the_act_that_decides(data: Data) -> None:
    interval = status_on(read_treaty(data, ABM), date(2010, 1, 1))
    assert interval
    assert (interval.act.act, interval.start, interval.end) == ("withdrawal-announced", date(2002, 6, 13), None)


STATES = ["us", "ru", "su"]
DATES = st.dates(date(1900, 1, 1), date(2100, 1, 1))
WRITTEN = st.builds(lambda day, length: str(day)[:length], DATES, st.sampled_from([4, 7, 10, 10, 10]))


ACTS = st.fixed_dictionaries(
    {
        "date": WRITTEN,
        "act": st.sampled_from(get_args(TreatyAct)),
        "actors": st.sampled_from([[], ["us"], ["ru"], ["us", "ru"], STATES]),
        "source": st.just("aca/inf"),
    },
    optional={"takes_effect": WRITTEN, "until": WRITTEN},
)


def treaties() -> st.SearchStrategy[Treaty]:
    """Treaties between none, two or three states, with any acts in any order."""
    required = {"name": "T", "form": "treaty", "binding": "legally", "answer": "A treaty.", "sources": ["aca/inf"]}
    parties = st.sampled_from([[], STATES[:2], STATES])
    histories = st.lists(ACTS, min_size=1, max_size=6)
    return st.builds(
        lambda states, acts: Treaty.model_validate(required | {"parties": states, "history": acts}), parties, histories
    )


@given(treaties())
def test_the_life_of_a_treaty_has_no_gaps(entry: Treaty) -> None:
    life = status_intervals(entry)
    assert all(before.end == after.start for before, after in pairwise(life))
    assert all(interval.end is None for interval in life[-1:])


@given(treaties())
def test_every_interval_lasts_a_day_or_more(entry: Treaty) -> None:
    assert all(interval.start < interval.end for interval in status_intervals(entry) if interval.end)


REVIVING = {"entered-into-force", "extended", "provisionally-applied"}
OVER = {"ended", "never in force"}


@given(treaties())
def test_nothing_comes_back_into_force_without_an_act_that_says_so(entry: Treaty) -> None:
    for before, following in pairwise(status_intervals(entry)):
        if OVER.issuperset(before.statuses) and not OVER.issuperset(following.statuses):
            assert following.act.act in REVIVING


@given(treaties())
def test_nothing_that_was_in_force_is_called_never_in_force(entry: Treaty) -> None:
    statuses = [interval.status for interval in status_intervals(entry)]
    assert "never in force" not in statuses[statuses.index("in force") :] if "in force" in statuses else True


@given(treaties(), DATES)
def test_every_day_is_in_one_interval_or_before_the_first(entry: Treaty, day: date) -> None:
    life = status_intervals(entry)
    with_day: list[StatusInterval] = [
        interval for interval in life if interval.start <= day and (interval.end is None or day < interval.end)
    ]
    assert with_day == [interval for interval in (status_on(entry, day),) if interval]
    assert with_day or not life or day < life[0].start


@given(treaties())
def test_a_status_changes_on_the_first_day_of_an_interval(entry: Treaty) -> None:
    for interval in status_intervals(entry):
        assert status_on(entry, interval.start) == interval
        assert status_on(entry, interval.start - timedelta(days=1)) != interval


@pytest.mark.parametrize(
    ("acts_of_a_life", "expected"),
    [
        ([], "in development"),
        (["first-test"], "in development"),
        (["first-test", "in-service"], "in service"),
        (["first-combat-use"], "in service"),
        (["deployed", "tested"], "in service"),
        (["deployed", "retired"], "retired"),
        (["deployed", "eliminated"], "eliminated"),
        (["revealed", "cancelled"], "cancelled"),
    ],
)
def test_a_weapon_has_the_status_of_its_last_act(data: Data, acts_of_a_life: list[str], expected: str) -> None:
    history = "".join(act(str(1980 + index), name) for index, name in enumerate(acts_of_a_life))
    entry = load(data({"weapons/x.yml": weapon(f"history:\n{history}" if history else "")}))["x"]
    assert isinstance(entry, Weapon)
    assert weapon_status(entry, date(2026, 1, 1)) == expected


def test_a_treaty_that_each_party_suspends_by_itself_is_suspended(data: Data) -> None:
    text = (
        SIGNED_AND_IN_FORCE + act("2000-01-01", "suspended", actors="us") + act("2001-01-01", "suspended", actors="ru")
    )
    intervals = [
        (interval.status, sorted(interval.suspended_by)) for interval in status_intervals(read_treaty(data, text))
    ]
    assert intervals[-2:] == [("in force", ["us"]), ("suspended", ["ru", "us"])]
