"""Where agreements and states stand on a day, in words."""

from __future__ import annotations

from datetime import date

import pytest

from armsref.loading.dataset import load
from armsref.model import Treaty
from armsref.prose.status import treaty_mark
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


def as_of(data: Data, day: date, files: dict[str, str]) -> AsOf:
    return AsOf(load(data(files)), day)


@pytest.mark.parametrize(
    ("text", "day", "standing"),
    [
        (HISTORY, "2010-04-08", ("signed", "Signed on 8 April 2010, not in force")),
        (HISTORY + IN_FORCE, "2012-01-01", ("in-force", "In force since 5 February 2011")),
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
    assert answer == "Russia in this reference: 1 agreement in force, 1 other agreement, 1 weapon."


def test_a_weapon_that_a_state_fielded_and_made_is_counted_once(data: Data) -> None:
    told = as_of(data, date(2026, 11, 22), {"weapons/z.yml": weapon("origin: [su]\nformer_operators: [su]")})
    assert told.held("su").fielded == ["z"]
    assert told.held("su").weapons == ["z"]
