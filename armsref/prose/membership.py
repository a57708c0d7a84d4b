"""How a state takes part in an agreement, as one letter of a table of all states by all agreements."""

from __future__ import annotations

from armsref.law.standing import Standing, StandingInterval
from armsref.model import Instrument, Participation

# By which act a state is bound; one that is bound by another, or by an act not recorded here, is a party.
_BY_ACT: dict[Instrument, str] = {
    "ratification": "r", "acceptance": "A", "approval": "A", "accession": "a", "succession": "d",
}  # fmt: skip
_BY_STANDING: dict[Standing, str] = {
    "party": "p", "signatory": "s", "ratified": "q", "provisionally applying": "v", "suspended": "x",
    "withdrawn": "l", "former party": "f", "never bound": "f", "succeeded": "f", "not a party": "–",
    "not recorded": "?",
}  # fmt: skip
MEMBERSHIP_WORDS: dict[str, str] = {
    "r": "ratified", "a": "acceded", "A": "accepted or approved", "d": "succeeded", "p": "party by another act",
    "v": "applies it provisionally", "x": "suspended it", "s": "signed, not bound", "q": "ratified, not yet bound",
    "l": "left", "f": "was a party or signatory until it ended", "~": "not clear on that day", "–": "not a party",
    "?": "not recorded",
}  # fmt: skip
# Who stands so has joined, also what is not in force yet; of one that is not clear or not recorded it is not known.
MEMBERS: frozenset[str] = frozenset("raAdpqvx")
UNKNOWN_MEMBERSHIP: frozenset[str] = frozenset("~?")


def membership_letter(interval: StandingInterval | None) -> str:
    """How a state takes part, as a key of MEMBERSHIP_WORDS; before an agreement's first act it is not a party."""
    if interval is None:
        return "–"
    if interval.standing == "unclear":
        return "~"
    act = interval.act.act if isinstance(interval.act, Participation) else None
    if interval.standing == "party" and act in _BY_ACT:
        return _BY_ACT[act]
    return _BY_STANDING[interval.standing]
