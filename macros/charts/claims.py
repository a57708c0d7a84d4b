"""What is claimed of a weapon's range, on a logarithmic scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from markupsafe import Markup

from armsref.law.claims import least_and_most
from armsref.model import NumberClaim, Weapon
from armsref.prose import english as words
from macros.charts.drawing import drawn
from macros.charts.scales import Label, LogScale, levelled, text_width

# The ranges at which agreements and classes draw their lines, in km.
_THRESHOLDS = (300, 500, 1000, 3000, 5500)
# From the shortest-ranged artillery rockets to once round the Earth, in km.
_SCALE = LogScale(30, 41_000, width=240)
# The height of a claim's row, and the room at the left for what it says.
_ROW, _MARGIN = 20, 105
# How much of a speaker's name stands there.
_MOST_CHARACTERS = 26
# How far the words of a claim end before its row.
_APART = 8


@dataclass(frozen=True)
class ClaimRow:
    """A claim's row: what it says, the middle of its height, where its line begins and ends, and its mark."""

    text: str
    middle: int
    begins: float
    ends: float
    mark: float


def ranges(weapon: Weapon, speakers: Sequence[str], label: str) -> Markup:
    """A weapon's range: a line a claim with who makes it, against the ranges at which agreements draw theirs."""
    claims = enumerate(zip(weapon.range_km, speakers, strict=True))
    rows = [_row(number, claim, speaker) for number, (claim, speaker) in claims]
    return drawn(
        "ranges",
        label,
        rows=rows,
        thresholds=levelled(Label(_SCALE.at(km), words.number(km)) for km in _THRESHOLDS),
        margin=max(_MARGIN, *(round(text_width(row.text)) + _APART for row in rows)),
        apart=_APART,
        width=_SCALE.width,
        height=_ROW * len(rows),
    )


def _row(number: int, claim: NumberClaim, speaker: str) -> ClaimRow:
    """Its mark stands at the greatest amount that a claim gives; its line covers what the claim leaves open."""
    least, most = least_and_most(claim)
    begins = 0 if claim.value is None and claim.min is None and claim.over is None else least
    mark = next(amount for amount in (claim.value, claim.max, claim.min, claim.over) if amount is not None)
    middle = _ROW * number + _ROW // 2
    said = f"{shorten(speaker, _MOST_CHARACTERS, placeholder=' …')}: {words.amount(claim)}"
    return ClaimRow(said, middle, _SCALE.at(begins), _SCALE.at(most), _SCALE.at(mark))
