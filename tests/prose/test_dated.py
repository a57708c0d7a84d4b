"""What is said of an entry on a day of the past."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from armsref import load
from armsref.law.coverage import Coverage, coverage_of
from armsref.law.status import weapon_intervals
from armsref.model.dates import PartialDate
from armsref.prose.answers import EntryAnswers
from armsref.prose.dated import answer_intervals, answer_on, dates_named
from tests.built import real_data
from tests.conftest import Data, plain, treaty, weapon

TODAY = date(2026, 12, 1)
AGREEMENT = """
    name: INF Treaty
    form: treaty
    binding: legally
    parties: [us, su]
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
      - {date: 2019-08-02, act: terminated, source: aca/inf}
    provisions:
      - {id: end, effect: commits, what: To end them., source: aca/inf}
      - {id: ban, effect: prohibits, what: No missiles., source: aca/inf}
"""
MISSILE = """
    type: ballistic-missile
    origin: [su]
    history:
      - {date: 1974-09-21, act: first-test, source: aca/inf}
      - {date: 1976-03, act: in-service, place: Belarus, source: aca/inf}
      - {date: 1991-05-12, act: eliminated, source: aca/inf}
      - {date: 1995, act: tested, source: aca/inf}
"""


def said(data: Data, files: dict[str, str], **days: str) -> dict[str, str]:
    """What is said of the entry `x` on some days, by their names."""
    dataset = load(data(files))
    entry = dataset["x"]
    told = answer_intervals(Coverage(dataset), entry, entry.answer or "", TODAY)
    return {name: answer_on(told, date.fromisoformat(day)) for name, day in days.items()}


def of_agreement(data: Data, answer: str, **days: str) -> dict[str, str]:
    return said(data, {"treaties/x.yml": treaty(f"answer: {answer}\n{plain(AGREEMENT)}")}, **days)


def of_missile(data: Data, answer: str, **days: str) -> dict[str, str]:
    return said(data, {"weapons/x.yml": weapon(f"answer: {answer}\n{plain(MISSILE)}")}, **days)


def test_before_the_last_change_of_its_status_facts_stand_for_the_answer_of_an_agreement(data: Data) -> None:
    told = of_agreement(
        data, "Banned missiles.", before="1987-12-07", signed="1987-12-08", last="2019-08-01", ended="2019-08-02"
    )
    facts = "Legally binding treaty of the United States and the Soviet Union. No missiles."
    assert told == {"before": "", "signed": facts, "last": facts, "ended": "Banned missiles."}


def test_an_answer_that_names_a_later_day_is_not_told_before_it(data: Data) -> None:
    told = of_agreement(data, "Banned missiles until a law of 2021.", ended="2019-08-02", year="2021-12-31")
    assert told["ended"].startswith("Legally binding treaty")
    assert told["year"] == "Banned missiles until a law of 2021."


def test_a_provision_that_names_a_later_day_is_not_told(data: Data) -> None:
    agreement = plain(AGREEMENT).replace("No missiles.", "No missiles from 1991 on.")
    told = said(data, {"treaties/x.yml": treaty(f"answer: Banned missiles.\n{agreement}")}, signed="1987-12-08")
    assert told["signed"].endswith("Soviet Union. To end them.")


def test_what_is_foreseen_is_no_act(data: Data) -> None:
    assert of_agreement(data, "Ended; to return in 2030.", ended="2019-08-02")["ended"] == "Ended; to return in 2030."


@pytest.mark.parametrize(("answer", "early"), [("Bans mines.", True), ("Bans mines for 90 states.", False)])
def test_an_answer_on_those_that_take_part_may_tell_of_the_last_that_joined(
    data: Data, answer: str, early: bool
) -> None:
    history = "history: [{date: 1999-03-01, act: entered-into-force, source: aca/inf}]\nparticipation_source: aca/inf"
    files = {
        "treaties/x.yml": treaty(f"answer: {answer}\n{history}"),
        "participation/x.csv": "state,signed,bound,act,left,note\nfr,,1999-03-01,,,\nru,,2020-05-06,,,\n",
    }
    told = said(data, files, before="2020-05-05", then="2020-05-06")
    assert (told["before"] == answer) is early
    assert told["then"] == answer


def test_of_a_weapon_the_last_recorded_act_is_told(data: Data) -> None:
    told = of_missile(data, "Flew far.", before="1974-09-20", test="1976-02-29", service="1991-05-11", end="1991-05-12")
    assert told == {
        "before": "",
        "test": "Ballistic missile of the Soviet Union. First test: 21 September 1974.",
        "service": "Ballistic missile of the Soviet Union. In service: March 1976, Belarus.",
        "end": "Flew far.",
    }


def test_an_answer_on_how_things_are_now_may_tell_of_any_act(data: Data) -> None:
    told = of_missile(data, "Now flies as a target.", end="1994-12-31", act="1995-01-01")
    assert told["end"] == "Ballistic missile of the Soviet Union. Eliminated: 12 May 1991."
    assert told["act"] == "Now flies as a target."


def test_an_event_is_told_from_its_day_on_and_what_came_of_it_later(data: Data) -> None:
    event = "x:\n  name: X\n  date: 2010-04-08\n  place: Prague\n  answer: {}\n  sources: [aca/inf]\n"
    told = said(data, {"events.yml": event.format("In force on 5 February 2011.")}, **DAYS_OF_EVENT)
    assert told == {"before": "", "on": "8 April 2010, Prague.", "after": "In force on 5 February 2011."}


DAYS_OF_EVENT = {"before": "2010-04-07", "on": "2010-04-08", "after": "2011-02-05"}


def test_of_a_term_the_clauses_before_one_that_names_a_later_day_are_told(data: Data) -> None:
    term = "x:\n  name: X\n  answer: {}\n  summary: X.\n  sources: [aca/inf]\n"
    answer = "A missile from land; from 1988 to 2019 some were banned. Old."
    told = said(data, {"glossary.yml": term.format(answer)}, before="1980-01-01", last="2019-12-31")
    assert told == {"before": "A missile from land.", "last": answer}
    assert said(data, {"glossary.yml": term.format("Of 1999.")}, before="1980-01-01") == {"before": ""}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 8 December 1987 and in May 1991, 2002.", ["1987-12-08", "1991-05", "2002"]),
        ("in 2025-26", ["2025", "2026"]),
        ("Kosmos-1999, 2,000 km, 1,999, the 1980s, 12000 and 3000", []),
        ("1984 and 1988;", ["1984", "1988"]),
    ],
)
def test_days_months_and_years_are_found_but_no_other_numbers(text: str, dates: list[str]) -> None:
    assert dates_named(text) == [PartialDate.parse(known) for known in dates]


def test_of_no_entry_is_a_later_day_told_on_any_day_of_change() -> None:
    coverage = coverage_of(real_data())
    answers = EntryAnswers(coverage, TODAY)
    for entry in coverage.dataset:
        told = answer_intervals(coverage, entry, answers.of(entry), TODAY)
        assert told[0].start == date.min
        assert told[-1].words == answers.of(entry), entry.id
        for interval in told:
            later = [known for known in dates_named(interval.words) if interval.start < known.earliest <= TODAY]
            assert not later, f"{entry.id} {interval.start}: {interval.words}"


def test_no_answer_of_an_agreement_or_a_weapon_is_told_before_a_status_that_it_has_today() -> None:
    coverage = coverage_of(real_data())
    kinds: Any = ("treaty", "weapon")
    for entry in (entry for entry in coverage.dataset if entry.kind in kinds):
        last = answer_intervals(coverage, entry, entry.answer or "", TODAY)[-1].start
        assert last >= _status_since(coverage, entry.id), entry.id


def _status_since(coverage: Coverage, entry_id: str) -> date:
    entry: Any = coverage.dataset[entry_id]
    intervals = coverage.status_intervals(entry) if entry.kind == "treaty" else weapon_intervals(entry)
    return max(interval.start for interval in intervals if interval.start and interval.start <= TODAY)
