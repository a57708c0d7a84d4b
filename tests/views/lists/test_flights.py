"""The list of tests and uses in war: what is in it, what each row says, and how many each year saw."""

from __future__ import annotations

from armsref.model import Weapon
from armsref.prose.lines import SiteLink, plain_line
from armsref.views.as_of import AsOf
from armsref.views.lists.flights import OUTCOMES, flights
from macros.charts import years
from tests.built import real_data
from tests.conftest import weapon
from tests.views.lists.conftest import TODAY, Standing

HISTORY = """
    name: Bolt
    origin: [ru]
    type: ballistic-missile
    history:
      - {date: 2001-02-03, act: first-test, place: Plesetsk, source: aca/inf}
      - {date: 2003, act: test-failed, source: aca/inf}
      - {date: 2003-05-06, act: combat-use, source: aca/inf}
      - {date: 2004-01-01, act: in-service, source: aca/inf}
      - {date: 2030-01-01, act: tested, source: aca/inf}
"""


def test_tests_and_uses_up_to_today_stand_with_the_latest_first(standing: Standing) -> None:
    rows = flights(standing({"weapons/x.yml": weapon(HISTORY)})).table.rows
    told = [[cell.day.words if cell.day else plain_line(cell.line) for cell in row.cells] for row in rows]
    assert told == [
        ["6 May 2003", "Bolt", "Russia", "Combat use", "", "Was it due?"],
        ["2003", "Bolt", "Russia", "Test failed", "", ""],
        ["3 February 2001", "Bolt", "Russia", "First test", "Plesetsk", "Was it due?"],
    ]


def test_a_row_leads_to_the_question_of_notice_for_its_day(standing: Standing) -> None:
    row = flights(standing({"weapons/x.yml": weapon(HISTORY)})).table.rows[0]
    (aside,) = row.cells[-1].line
    (link,) = aside.parts  # type: ignore[union-attr]
    assert isinstance(link, SiteLink)
    assert link.path == "launch-notice/?weapon=x&state=ru&on=2003-05-06&purpose=combat"


def test_each_year_is_counted_also_one_without_any(standing: Standing) -> None:
    listed = flights(standing({"weapons/x.yml": weapon(HISTORY)}))
    assert [(year.year, year.counts) for year in listed.years] == [
        (2001, {"tested": 1}),
        (2002, {}),
        (2003, {"failed": 1, "used in war": 1}),
    ]
    assert listed.words == "Acts told of each year from 2001 to 2003: 1 tested, 1 failed, 1 used in war."
    assert years(listed.years, listed.words).count("<rect") == 3 + 3  # the pieces, and the key


def test_without_any_nothing_is_drawn(standing: Standing) -> None:
    listed = flights(standing({}))
    assert (listed.words, years(listed.years, listed.words)) == ("", "")


def test_every_such_act_of_every_weapon_is_listed_once() -> None:
    as_of = AsOf(real_data(), TODAY)
    acts = [act for one in as_of.dataset.of_kind(Weapon) for act in one.history if act.act in OUTCOMES]
    listed = flights(as_of)
    assert len(listed.table.rows) == len(acts) == sum(sum(year.counts.values()) for year in listed.years)
