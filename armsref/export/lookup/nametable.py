"""The table of names and the constants of the finder's rules, so that a page finds what Python finds."""

from __future__ import annotations

from functools import cache
from typing import Any

from armsref.annotation.finder import BODIES, JOINERS, NEAR, NEAR_BODIES, NUMBERS, REST, THINGS
from armsref.annotation.folding import CASES
from armsref.annotation.forms import FOLLOWERS, NameForm, form_table, plain_char
from armsref.law.status import weapon_intervals
from armsref.loading.dataset import Dataset
from armsref.model import Weapon
from armsref.prose.english import begun

# What a form asks for, as bits of a number.
CAPITALS, PROPER, UNSURE = 1, 2, 4
# Beyond these there is no character that stands for a space or an apostrophe.
_MOST = 0x10000
# Before any day that a page can be asked about.
_FIRST = "0001-01-01"


def name_table(dataset: Dataset) -> dict[str, Any]:
    """What texts are searched with: `forms` are `[text, number of the entry, flags]`, in the order of the table."""
    table = form_table(dataset)
    numbers = {entry: number for number, entry in enumerate(table.kinds)}
    return {
        "entries": [{"id": one, "kind": kind, "topics": [*table.topics[one]]} for one, kind in table.kinds.items()],
        "forms": [[form.text, numbers[form.id], flags(form)] for form in table.forms],
        "rules": {
            "followers": {kind: [*words] for kind, words in FOLLOWERS.items()},
            "bodies": sorted(BODIES),
            "joiners": sorted(JOINERS),
            "rest": REST,
            "things": sorted(THINGS),
            "numbers": sorted(NUMBERS),
            "near": NEAR,
            "nearBodies": NEAR_BODIES,
            "endings": endings(),
            "spaces": _written()[" "],
            "apostrophes": _written()["'"],
        },
    }


def flags(form: NameForm) -> int:
    """What a form asks for, as a number."""
    return CAPITALS * form.capitals + PROPER * form.proper + UNSURE * form.unsure


def endings() -> list[str]:
    """The endings of names in Cyrillic, in the order in which they are tried."""
    return CASES.pattern.removeprefix("(?:").removesuffix(r")(?!\w)").split("|")


@cache
def _written() -> dict[str, str]:
    """All characters that are compared as a space, and as an apostrophe."""
    written = {" ": "", "'": ""}
    for char in map(chr, range(_MOST)):
        meant = plain_char(char)
        if meant in written:
            written[meant] += char
    return written


def weapon_stretches(weapon: Weapon) -> list[list[str]]:
    """How a weapon stood: `[first day, status, in words]`, as the table of agreements has it."""
    return [
        [each.start.isoformat() if each.start else _FIRST, each.status, begun(each.status)]
        for each in weapon_intervals(weapon)
    ]
