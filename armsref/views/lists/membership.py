"""All states by all agreements that list their states: who is in, how, and who is not."""

from __future__ import annotations

from dataclasses import dataclass

from armsref.law.holdings import listing_agreements
from armsref.model import State, Treaty
from armsref.model.names import folded
from armsref.prose.lines import EntryLink
from armsref.prose.membership import MEMBERS, MEMBERSHIP_WORDS, UNKNOWN_MEMBERSHIP, membership_letter
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import Sought, sought
from armsref.views.lists.tables import link_to
from armsref.views.lists.timeline import DaySpan, day_span


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A state, and a letter for each agreement."""

    state: EntryLink
    sought: Sought
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """Who takes part in what today, what the letters mean, and the days for which one may ask instead."""

    span: DaySpan
    treaties: tuple[EntryLink, ...]
    rows: tuple[MembershipRow, ...]

    @property
    def key(self) -> str:
        """What each letter means."""
        return " · ".join(f"{letter} {words}" for letter, words in MEMBERSHIP_WORDS.items())

    @property
    def members(self) -> str:
        """The letters of those that are in."""
        return "".join(sorted(MEMBERS))

    @property
    def unknown(self) -> str:
        """The letters of those of which it is not known whether they are in."""
        return "".join(sorted(UNKNOWN_MEMBERSHIP))


def membership(as_of: AsOf) -> Membership:
    """All states of today by all agreements that list their states."""
    treaties = listing_agreements(as_of.dataset)
    states = [state for state in as_of.dataset.of_kind(State) if state.existed_until is None]
    states.sort(key=lambda state: folded(state.title))
    rows = (MembershipRow(link_to(state), sought(as_of, state), _letters(as_of, treaties, state)) for state in states)
    return Membership(day_span(as_of), tuple(map(link_to, treaties)), tuple(rows))


def _letters(as_of: AsOf, treaties: tuple[Treaty, ...], state: State) -> tuple[str, ...]:
    coverage, day = as_of.coverage, as_of.day
    return tuple(membership_letter(coverage.standing_on(treaty, state.id, day)) for treaty in treaties)
