"""What claims say: the value of one, whether several differ, and the least and greatest amount that one may mean."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, nextafter

from armsref.model import Attributed, NumberClaim

# How far an amount given as "about" may lie from it.
ABOUT_SHARE = 0.1


def said(claim: Attributed) -> object:
    """What a claim says, without who says so and of which version; None where it has no value, as an act has none."""
    if isinstance(claim, NumberClaim):
        return claim.value, claim.min, claim.over, claim.max, claim.about
    return getattr(claim, "value", None)


def differ(claims: Iterable[Attributed]) -> bool:
    """Whether claims on one fact say different things, so that it is disputed."""
    return len({said(claim) for claim in claims}) > 1


def least_and_most(claim: NumberClaim) -> tuple[float, float]:
    """The least and the greatest amount that a claim may mean."""
    if claim.value is not None:
        least = most = claim.value
    elif claim.over is not None:
        least, most = nextafter(claim.over, inf), inf if claim.max is None else claim.max
    elif claim.min is None:  # "up to 5,500 km" says how far it reaches, not that it may reach less
        least = most = claim.max or 0
    else:
        least, most = claim.min, inf if claim.max is None else claim.max
    return (least * (1 - ABOUT_SHARE), most * (1 + ABOUT_SHARE)) if claim.about else (least, most)
