"""Lists of lines under headings: in what order they stand, and what each says."""

from __future__ import annotations

from armsref.views.lists.items import acts_by_year, events_by_year, terms_by_letter
from tests.conftest import treaty
from tests.views.lists.conftest import Standing

SOURCES = "sources: [aca/inf]"


def event(day: str, name: str) -> str:
    return f"{{date: {day}, name: {name}, answer: It happened., accounts: [{{text: So., source: aca/inf}}], {SOURCES}}}"


def test_events_stand_by_year_the_latest_first(standing: Standing) -> None:
    events = "\n".join(
        f"{name}: {event(day, name.upper())}"
        for name, day in (("a", "1987-12-08"), ("b", "2019-08-02"), ("c", "2019-02-02"))
    )
    groups = events_by_year(standing({"events.yml": events}))
    shown = [(group.anchor, group.heading, [(item.day, item.link.words) for item in group.items]) for group in groups]
    assert shown == [
        ("y2019", "2019", [("2 August 2019", "B"), ("2 February 2019", "C")]),
        ("y1987", "1987", [("8 December 1987", "A")]),
    ]


def test_terms_stand_by_letter_and_what_begins_with_none_comes_first(standing: Standing) -> None:
    terms = """
        b: {name: Élan, answer: A., sources: [aca/inf]}
        a: {name: Boost, abbreviation: BO, answer: B., sources: [aca/inf]}
        c: {name: 2+2, answer: C., sources: [aca/inf]}
    """
    groups = terms_by_letter(standing({"glossary.yml": terms}))
    shown = [(group.anchor, group.heading, [item.link.words for item in group.items]) for group in groups]
    assert shown == [("letter-other", "#", ["2+2"]), ("letter-b", "B", ["Boost"]), ("letter-e", "E", ["Élan"])]
    assert groups[1].items[0].abbreviation == "BO"


def test_acts_stand_by_year_up_to_today_with_those_who_acted(standing: Standing) -> None:
    history = """
        history:
          - {date: 1987-12-08, act: signed, source: aca/inf}
          - {date: 2019-08-02, act: withdrew, actors: us, source: aca/inf}
          - {date: 2030-01-01, act: expired, source: aca/inf}
    """
    years = acts_by_year(standing({"treaties/x.yml": treaty(history)}))
    shown = [(year.year, [(act.day, act.link.id, act.words) for act in year.acts]) for year in years]
    assert shown == [
        (2019, [("2 August 2019", "x", "the United States withdrew")]),
        (1987, [("8 December 1987", "x", "signed")]),
    ]
