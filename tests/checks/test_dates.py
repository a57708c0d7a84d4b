"""Are dates possible, and in order?"""

from datetime import date, timedelta

import pytest

from tests.conftest import Data, problems, treaty, weapon

TOMORROW = date.today() + timedelta(days=1)
HEAD = "state,signed,bound,act,left,note\n"
OWNER = treaty("participation_source: aca/inf")


def history(*acts: str) -> str:
    """A history of acts, each `date act` and perhaps more fields; the first stands in line 2."""
    made = []
    for each in acts:
        day, name, *more = each.split(" ", 2)
        made.append(f"  - {{date: {day}, act: {name}, source: aca/inf{''.join(f', {field}' for field in more)}}}\n")
    return "history:\n" + "".join(made)


def found(data: Data, check_name: str, *acts: str) -> list[str]:
    root = data({"treaties/inf.yml": treaty(history(*acts))})
    return [line.removeprefix("treaties/inf.yml:") for line in problems(root, check_name)]


# date-ahead


def test_an_act_that_lies_ahead(data: Data) -> None:
    assert found(data, "date-ahead", "1987 signed", f"{TOMORROW} entered-into-force") == [
        f"3:12: {TOMORROW} lies ahead of today. Mend the date; plans are told in the summary."
    ]


@pytest.mark.parametrize("field", ["until", "takes_effect"])
def test_the_end_of_a_term_may_lie_ahead(data: Data, field: str) -> None:
    assert found(data, "date-ahead", f"1987 extended {field}: {TOMORROW}") == []


def test_today_and_this_year_do_not_lie_ahead(data: Data) -> None:
    today = date.today()
    assert found(data, "date-ahead", f"{today.year} signed", f"{today} entered-into-force") == []


def test_a_review_that_lies_ahead(data: Data) -> None:
    root = data({"treaties/inf.yml": treaty(f"reviewed: {TOMORROW}")})
    assert problems(root, "date-ahead")[0].startswith(f"treaties/inf.yml:1:11: {TOMORROW} lies ahead of today.")


@pytest.mark.parametrize(("field", "column"), [("date", 27), ("checked", 30)])
def test_a_source_that_lies_ahead(data: Data, field: str, column: int) -> None:
    text = f"publisher: NTI\nkind: research\nitems:\n  inf: {{title: INF, {field}: {TOMORROW}}}\n"
    assert problems(data({"sources/nti.yml": text}), "date-ahead") == [
        f"sources/nti.yml:4:{column}: {TOMORROW} lies ahead of today. Mend the date."
    ]


def test_a_source_and_a_row_of_today_do_not_lie_ahead(data: Data) -> None:
    today = date.today()
    files = {
        "sources/nti.yml": f"publisher: NTI\nkind: research\nitems:\n  inf: {{title: INF, date: {today}}}\n",
        "treaties/ost.yml": OWNER,
        "participation/ost.csv": f"{HEAD}us,{today},{today},,,\n",
    }
    assert problems(data(files), "date-ahead") == []


@pytest.mark.parametrize("row", [f"ru,{TOMORROW},,,,", f"ru,,{TOMORROW},,,"])
def test_a_signature_that_lies_ahead(data: Data, row: str) -> None:
    root = data({"treaties/ost.yml": OWNER, "participation/ost.csv": f"{HEAD}us,1992,,,,\n{row}\n"})
    assert problems(root, "date-ahead") == [
        f"participation/ost.csv:3:1: ru: {TOMORROW} lies ahead of today. Mend the date."
    ]


# date-too-early


def test_a_date_with_a_digit_wrong(data: Data) -> None:
    assert found(data, "date-too-early", "1087-12-08 signed") == [
        "2:12: 1087-12-08 is before 1700. Is a digit missing or wrong?"
    ]


def test_a_treaty_of_the_nineteenth_century_passes(data: Data) -> None:
    assert found(data, "date-too-early", "1868-12-11 signed") == []


# history-order


def test_acts_out_of_order(data: Data) -> None:
    assert found(data, "history-order", "1987 signed", "2019 terminated", "1988-06-01 ratified") == [
        "4:12: ratified on 1988-06-01 stands after terminated on 2019. Put the acts in order, or mend the date."
    ]


def test_acts_of_a_weapon_are_in_order_too(data: Data) -> None:
    root = data({"weapons/rsd-10.yml": weapon(history("1976 deployed", "1974 first-test"))})
    assert problems(root, "history-order")[0].startswith("weapons/rsd-10.yml:3:12: first-test on 1974 stands after")


def test_acts_in_order_pass_and_so_do_those_that_may_be(data: Data) -> None:
    assert found(data, "history-order", "1987-12-08 signed", "1987 ratified", "1987-12 joined", "1988 amended") == []


# force-before-signature


def test_a_treaty_in_force_before_it_was_signed(data: Data) -> None:
    assert found(data, "force-before-signature", "1987-06-01 entered-into-force", "1987-12-08 signed") == [
        "2:12: entered-into-force on 1987-06-01, before signature on 1987-12-08. Mend one of the dates."
    ]


def test_negotiations_are_no_signature(data: Data) -> None:
    acts = ["1981 negotiations-began", "1987-06-01 entered-into-force", "1987-12-08 signed"]
    assert len(found(data, "force-before-signature", *acts)) == 1


def test_a_treaty_in_force_between_its_adoption_and_a_signature_passes(data: Data) -> None:
    acts = ["1987-01-01 adopted", "1987-06-01 entered-into-force", "1988-01-01 signed"]
    assert found(data, "force-before-signature", *acts) == []


@pytest.mark.parametrize("ending", ["terminated", "expired", "replaced"])
def test_a_treaty_that_ended_before_it_was_signed(data: Data, ending: str) -> None:
    assert found(data, "force-before-signature", f"1977 {ending}", "1987 signed")[0].startswith(
        f"2:12: {ending} on 1977"
    )


@pytest.mark.parametrize("first", ["signed", "adopted", "initialled", "opened-for-signature"])
def test_a_treaty_in_force_on_the_day_of_its_signature_passes(data: Data, first: str) -> None:
    assert found(data, "force-before-signature", f"1989-09-23 {first}", "1989-09-23 entered-into-force") == []


def test_a_treaty_signed_in_the_year_of_its_entry_into_force_passes(data: Data) -> None:
    assert found(data, "force-before-signature", "1988 entered-into-force", "1988-06-01 signed") == []


# ended-before-began


def test_a_treaty_that_ended_before_it_was_in_force(data: Data) -> None:
    assert found(data, "ended-before-began", "1977 terminated", "1988-06-01 entered-into-force") == [
        "2:12: terminated on 1977, before entry into force on 1988-06-01. Mend one of the dates."
    ]


@pytest.mark.parametrize(("field", "column"), [("takes_effect", 82), ("until", 75)])
def test_an_act_that_takes_effect_before_it_is_done(data: Data, field: str, column: int) -> None:
    act = f"2019-02-02 withdrawal-announced {field}: 2018-08-02"
    assert found(data, "ended-before-began", act) == [
        f"2:{column}: {field} 2018-08-02 is before the act on 2019-02-02. Mend one of the dates."
    ]


def test_an_event_that_ends_before_it_begins(data: Data) -> None:
    event = "talks: {name: Talks, date: 2019-08-02, end_date: 2019-08-01, answer: A., sources: [aca/inf]}"
    assert problems(data({"events.yml": event}), "ended-before-began") == [
        "events.yml:1:50: the event ends on 2019-08-01, before it began on 2019-08-02. Mend one of the dates."
    ]


def test_a_life_in_order_passes(data: Data) -> None:
    acts = [
        "1987 signed",
        "1988 entered-into-force",
        "2019-02 withdrawal-announced takes_effect: 2019-08",
        "2019 terminated",
    ]
    assert found(data, "ended-before-began", *acts) == []


def test_what_begins_and_ends_on_one_day_passes(data: Data) -> None:
    acts = [
        "1988-06-01 signed",
        "1988-06-01 entered-into-force",
        "1988-06-01 extended until: 1988-06-01",
        "1988-06-01 withdrawal-announced takes_effect: 1988-06-01",
        "1988-06-01 terminated",
    ]
    assert found(data, "ended-before-began", *acts) == []
    event = "talks: {name: Talks, date: 2019-08-02, end_date: 2019-08-02, answer: A., sources: [aca/inf]}"
    assert problems(data({"events.yml": event}), "ended-before-began") == []


# left-before-bound


def rows(data: Data, *given: str) -> list[str]:
    table = HEAD + "".join(f"{row}\n" for row in given)
    return problems(data({"treaties/ost.yml": OWNER, "participation/ost.csv": table}), "left-before-bound")


def test_a_state_bound_before_it_signed(data: Data) -> None:
    assert rows(data, "us,1992,2002,,,", "ru,1992-03-24,1991,,,") == [
        "participation/ost.csv:3:1: ru: 1991 stands after 1992-03-24. Mend one of the dates."
    ]


@pytest.mark.parametrize("row", ["ru,,2002,,2001,", "ru,2002,,,2001,"])
def test_a_state_that_left_before_it_was_bound(data: Data, row: str) -> None:
    assert rows(data, row) == ["participation/ost.csv:2:1: ru: 2001 stands after 2002. Mend one of the dates."]


def test_a_state_that_signed_was_bound_and_left_passes(data: Data) -> None:
    assert rows(data, "us,1992-03-24,2002-01-01,ratification,2020-11-22,", "ru,1992,1992-03,,,", "su,,,,,") == []
    assert rows(data, "us,1992-03-24,1992-03-24,,1992-03-24,") == []


@pytest.mark.parametrize("before", ["us,not-a-date,,,,", "", "us,,,,,,,,"])
def test_the_line_of_a_row_counts_those_that_are_no_rows(data: Data, before: str) -> None:
    assert rows(data, before, "ru,,2002,,2001,")[0].startswith("participation/ost.csv:3:1: ru:")


BILATERAL = """
    history:
      - {date: 1990-01-01, act: signed, source: aca/inf}
      - {date: 1991-01-01, act: entered-into-force, source: aca/inf}
"""
ENDED = BILATERAL + "      - {date: 2000-01-01, act: terminated, source: aca/inf}\n"


def contradictions(data: Data, history: str) -> list[str]:
    return problems(data({"treaties/x.yml": treaty(history)}), "contradiction")


@pytest.mark.parametrize(
    ("history", "act", "why"),
    [
        (ENDED, "expired", "after it was terminated on 2000-01-01"),
        (ENDED, "suspended", "after it was terminated on 2000-01-01"),
        (ENDED, "withdrew", "after it was terminated on 2000-01-01"),
        (BILATERAL, "entered-into-force", "after it entered into force on 1991-01-01 already"),
        (BILATERAL, "suspension-ended", "where nothing says that it was suspended before"),
    ],
)
def test_a_history_that_contradicts_itself_is_an_error(data: Data, history: str, act: str, why: str) -> None:
    found = contradictions(data, f"{history}      - {{date: 2001-01-01, act: {act}, source: aca/inf}}\n")
    assert len(found) == 1
    line = len(history.strip().splitlines()) + 1
    assert found[0].startswith(f"treaties/x.yml:{line}:")
    assert found[0].endswith(f"{act} on 2001-01-01, {why}. Mend one of the acts.")


@pytest.mark.parametrize(
    "more",
    [
        "{date: 2000-01-01, act: expired, source: aca/inf}",
        "{date: 2001-01-01, act: entered-into-force, source: aca/inf}",
        "{date: 2000, act: withdrew, actors: us, source: aca/inf}",
    ],
)
def test_acts_of_one_day_or_a_new_beginning_do_not_contradict(data: Data, more: str) -> None:
    assert contradictions(data, f"{ENDED}      - {more}\n") == []


def test_a_suspension_that_was_told_may_end(data: Data) -> None:
    history = BILATERAL + "      - {date: 2001-01-01, act: suspended, actors: us, source: aca/inf}\n"
    history += "      - {date: 2002-01-01, act: suspension-ended, actors: us, source: aca/inf}\n"
    assert contradictions(data, history) == []


@pytest.mark.parametrize("since", ["2002", "2002-01"])
def test_a_suspension_known_only_by_its_year_or_month_may_end_within_it(data: Data, since: str) -> None:
    history = BILATERAL + f"      - {{date: {since}, act: suspended, actors: us, source: aca/inf}}\n"
    history += "      - {date: 2002-01-20, act: suspension-ended, actors: us, source: aca/inf}\n"
    assert contradictions(data, history) == []


def test_acts_whose_order_is_not_known_do_not_contradict(data: Data) -> None:
    force = "      - {date: 1992, act: entered-into-force, source: aca/inf}\n"
    again = "      - {date: 1992-03-01, act: entered-into-force, source: aca/inf}\n"
    assert contradictions(data, BILATERAL.replace("1991-01-01, act: entered", "1992, act: entered") + again) == []
    assert len(contradictions(data, BILATERAL + force)) == 1


def test_the_first_year_of_the_field_is_not_too_early(data: Data) -> None:
    assert found(data, "date-too-early", "1700 signed") == []
    assert len(found(data, "date-too-early", "1699 signed")) == 1


def test_an_entry_into_force_for_others_is_no_second_one(data: Data) -> None:
    history = BILATERAL.replace("act: entered-into-force", "act: entered-into-force, actors: us")
    more = "      - {date: 1992-01-01, act: entered-into-force, actors: ru, source: aca/inf}\n"
    assert contradictions(data, history + more) == []
    assert len(contradictions(data, history + more.replace("ru", "us"))) == 1


def test_of_several_entries_into_force_the_last_is_named(data: Data) -> None:
    again = "      - {date: 2001-01-01, act: entered-into-force, source: aca/inf}\n"
    (line,) = contradictions(data, ENDED + again + again.replace("2001", "2002"))
    assert "entered-into-force on 2002-01-01, after it entered into force on 2001-01-01 already." in line


def test_what_entered_into_force_again_may_end_again(data: Data) -> None:
    again = "      - {date: 2001-01-01, act: entered-into-force, source: aca/inf}\n"
    ended = "      - {date: 2002-01-01, act: terminated, source: aca/inf}\n"
    assert contradictions(data, ENDED + again + ended) == []
    (line,) = contradictions(data, ENDED + again + ended + ended.replace("2002", "2003"))
    assert "terminated on 2003-01-01, after it was terminated on 2002-01-01." in line


@pytest.mark.parametrize("act", ["proposed", "negotiations-began", "verification-ended"])
def test_what_may_happen_after_an_end_contradicts_nothing(data: Data, act: str) -> None:
    assert contradictions(data, f"{ENDED}      - {{date: 2001-01-01, act: {act}, source: aca/inf}}\n") == []


@pytest.mark.parametrize(
    ("suspended", "resumed", "contradicts"),
    [
        ("actors: us, ", "actors: ru, ", True),
        ("actors: us, ", "", False),
        ("", "", False),
        ("actors: [us, ru], ", "actors: ru, ", False),
    ],
)
def test_a_suspension_ends_for_those_who_suspended(data: Data, suspended: str, resumed: str, contradicts: bool) -> None:
    history = f"{BILATERAL}      - {{date: 2001-01-01, act: suspended, {suspended}source: aca/inf}}\n"
    history += f"      - {{date: 2002-01-01, act: suspension-ended, {resumed}source: aca/inf}}\n"
    assert bool(contradictions(data, history)) is contradicts
