"""How agreements, weapons and states stand, and what was done, in words: each is said here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from armsref.law.coverage import Coverage
from armsref.law.standing import Standing, StandingInterval
from armsref.law.status import StatusInterval, TreatyStatus, WeaponStatus, weapon_status
from armsref.law.timeline import timeline
from armsref.loading.dataset import Dataset
from armsref.model import Treaty, TreatyAct, TreatyHistory, Weapon
from armsref.prose.english import begun, day, listed, on_words, the
from armsref.prose.lines import EntryLink, Line, Words, in_series
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import slug, spaced

# More states than these are counted, not named.
NAMED = 4
BEFORE_FIRST_ACT: TreatyStatus = "not yet agreed"


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A status as a reader meets it: a code for its colour, and a sentence that begins with a capital."""

    code: str
    words: str


# Agreements


def treaty_mark(coverage: Coverage, treaty: Treaty, on: date) -> StatusMark:
    """How an agreement stands on a day."""
    interval = coverage.status_on(treaty, on)
    if interval is None:
        return StatusMark(slug(BEFORE_FIRST_ACT), begun(BEFORE_FIRST_ACT))
    return StatusMark(slug(interval.status), begun(status_sentence(coverage, treaty, interval)))


def status_sentence(coverage: Coverage, treaty: Treaty, interval: StatusInterval) -> str:
    """How an agreement stands in an interval of its life, and since when: 'ended on 2 August 2019'."""
    words = in_effect(treaty, interval.words)
    if interval.status in ("unclear", "never in force"):
        return words
    if interval.status == "ended":
        # An agreement is in force through the day on which it expires.
        return f"{_end_words(interval)} {on_words(interval.given)}"
    first = began_with(coverage, treaty, interval)
    if interval.status == "signed":
        did = spaced(first.does) if first.does in ("adopted", "opened-for-signature") else "signed"
        return in_effect(treaty, f"{did} {on_words(first.given)}, not in force")
    return _with_suspension(coverage, treaty, interval, f"{words} since {day(first.given)}")


def _end_words(interval: StatusInterval) -> str:
    """How an agreement ended: 'expired', 'replaced', 'ended'."""
    return interval.does if interval.does in ("expired", "replaced") else "ended"


def in_effect(treaty: Treaty, words: str) -> str:
    """Words on a status, as they are said of this agreement: what is not law is in effect rather than in force."""
    return words if treaty.binding == "legally" else words.replace("force", "effect")


def _with_suspension(coverage: Coverage, treaty: Treaty, interval: StatusInterval, words: str) -> str:
    """Words on a status with those who suspended it: all the parties, or some, and others keep it."""
    if not interval.suspended_by or interval.status in ("ended", "never in force"):
        return words
    suspended = f"suspended {suspension_words(coverage, treaty, interval)}"
    return suspended if interval.status == "suspended" else f"{words}, {suspended}"


def suspension_words(coverage: Coverage, treaty: Treaty, interval: StatusInterval) -> str:
    """By whom an agreement is suspended, and since when: 'by the United States since 2 February 2019'."""
    states_by_day: dict[str, list[str]] = {}
    for timed_act in timeline(treaty):
        act = timed_act.act
        if timed_act.does == "suspended" and isinstance(act, TreatyHistory) and timed_act.first <= interval.start:
            for state in set(act.actors) & interval.suspended_by:
                for states in states_by_day.values():  # a later suspension of the same state counts
                    if state in states:
                        states.remove(state)
                states_by_day.setdefault(day(timed_act.given), []).append(state)
    groups = [(since, sorted(states)) for since, states in states_by_day.items() if states]
    return listed([f"by {states_named(coverage.dataset, states)} since {since}" for since, states in groups])


def states_named(dataset: Dataset, states: Iterable[str]) -> str:
    """States as they stand in running text: each by its name, or how many where they are many."""
    names = [the(dataset[state].title) for state in states if state in dataset]
    return listed(names) if len(names) <= NAMED else f"{len(names)} states"


def began_with(coverage: Coverage, treaty: Treaty, interval: StatusInterval) -> StatusInterval:
    """The interval with which a status began, which suspensions by some leave as it was."""
    intervals = coverage.status_intervals(treaty)
    return next(one for one in intervals if one.start == interval.since)


def life_rows(coverage: Coverage, treaty: Treaty, today: date) -> list[tuple[str, str]]:
    """The life of an agreement up to today: from when, and how it stood."""
    return [
        (day(interval.given), _life_status(coverage, treaty, interval)) for interval in _told(coverage, treaty, today)
    ]


def _life_status(coverage: Coverage, treaty: Treaty, interval: StatusInterval) -> str:
    """A status in a row that has its day already: 'expired', 'in force, suspended by Russia'."""
    if interval.status == "ended":
        return _end_words(interval)
    words = in_effect(treaty, interval.words)
    if not interval.suspended_by or interval.status == "never in force":
        return words
    suspended = f"suspended by {states_named(coverage.dataset, sorted(interval.suspended_by))}"
    return suspended if interval.status == "suspended" else f"{words}, {suspended}"


def _told(coverage: Coverage, treaty: Treaty, today: date) -> list[StatusInterval]:
    """The intervals of a life up to today.

    Where the day of an act is not known, the days on which it may have come are not told apart.
    """
    past = [interval for interval in coverage.status_intervals(treaty) if interval.start <= today]
    return [
        interval
        for interval, following in zip(past, [*past[1:], None], strict=True)
        if not (interval.status == "unclear" and following and following.act is interval.act)
    ]


def life_caption(treaty: Treaty) -> str:
    """How the drawing of an agreement's life is to be read."""
    return in_effect(
        treaty,
        "From thick to thin: in force; suspended or provisionally applied; signed; proposed. "
        "Each upright stroke is an act told below.",
    )


def life_words(coverage: Coverage, treaty: Treaty, today: date) -> str:
    """The life of an agreement up to today in a row: 'signed from 8 December 1987, in force from 1 June 1988'."""
    return "; ".join(
        f"{_life_status(coverage, treaty, interval)} {_from_words(interval)}"
        for interval in _told(coverage, treaty, today)
    )


def _from_words(interval: StatusInterval) -> str:
    """From when a status holds, after it: 'from 1 June 1988'; of an end, when it came: 'on 5 February 2026'."""
    return on_words(interval.given) if interval.status == "ended" else f"from {day(interval.given)}"


# Weapons


def weapon_mark(weapon: Weapon, on: date) -> StatusMark:
    """Where a weapon stands in its life on a day."""
    status = weapon_status(weapon, on)
    return StatusMark(slug(status), begun(weapon_status_words(status)))


def weapon_status_words(status: WeaponStatus) -> str:
    """A weapon's status in words, which its code is already."""
    return status


def not_yet_recorded(weapon: Weapon) -> str:
    """Why no verdict is given on a weapon on a day before its first recorded act; nothing where none is recorded."""
    if not weapon.history:
        return ""
    first = min(act.date for act in weapon.history)
    return f"Not yet recorded: what is recorded of {weapon.title} begins with {day(first)}."


# States in agreements: after the state's name, as a word by itself, and after a number of states.

_STANDING_CLAUSES: dict[Standing, str] = {
    "not recorded": "may take part or not, which is not recorded here",
    "not a party": "does not take part",
    "signatory": "has signed, but is not bound",
    "ratified": "has ratified, but is not bound yet",
    "provisionally applying": "applies it provisionally",
    "party": "takes part since {since}{heir}",
    "suspended": "suspended it {on}",
    "withdrawn": "left {on}",
    "former party": "was a party until it ended",
    "never bound": "was never bound",
    "succeeded": "ceased to exist",
}
_STANDING_WORDS: dict[Standing, str] = {
    "not recorded": "not recorded",
    "not a party": "not a party",
    "signatory": "signed, not bound",
    "ratified": "ratified, not yet bound",
    "provisionally applying": "applying it provisionally",
    "party": "party{heir}",
    "suspended": "suspended",
    "withdrawn": "left",
    "former party": "party{heir} until it ended",
    "never bound": "never bound",
    "succeeded": "ceased to exist",
}
# Those that are told with the day on which they began.
_STANDING_WORDS_WITH_DAY: dict[Standing, str] = {
    "provisionally applying": "applying it provisionally since {since}",
    "party": "party since {since}{heir}",
    "suspended": "suspended it {on}",
    "withdrawn": "left {on}",
}
# Of one that suspended it, whether it is in force for it is what the two sides differ on.
_IN_FORCE_FOR: dict[Standing, str] = {
    "party": "Yes", "provisionally applying": "Provisionally", "suspended": "Suspended", "not recorded": "Not recorded",
}  # fmt: skip
STANDINGS_COUNTED: dict[Standing | Literal["unclear"], str] = {
    "party": "bound", "suspended": "suspended it", "withdrawn": "left", "signatory": "signed only",
    "ratified": "ratified, not yet bound", "provisionally applying": "applying it provisionally",
    "not a party": "not taking part", "former party": "bound until it ended", "never bound": "never bound",
    "succeeded": "ceased to exist", "not recorded": "not recorded", "unclear": "unclear",
}  # fmt: skip


def standing_since(interval: StandingInterval) -> str:
    """The day from which a state stands so, as its source gives it; where none does, the last on which it may be."""
    return day(interval.given) + (" at the latest" if interval.is_undated else "")


def standing_clause(dataset: Dataset, interval: StandingInterval | None) -> str:
    """How a state stands in an agreement, after its name: 'takes part since 1 June 1988'."""
    if interval is None:
        return "is not one of those that it binds"
    if interval.standing == "unclear":
        return f"stands in it in a way that is {interval.words}"
    return _with_day(dataset, interval, _STANDING_CLAUSES[interval.standing])


def standing_words(dataset: Dataset, interval: StandingInterval | None) -> str:
    """How a state stands in an agreement, as a word by itself: 'party as successor to the Soviet Union'."""
    if interval is None:
        return _STANDING_WORDS["not a party"]
    if interval.standing == "unclear":
        return interval.words
    return _STANDING_WORDS[interval.standing].format(heir=_as_heir(dataset, interval))


def standing_words_with_day(dataset: Dataset, interval: StandingInterval) -> str:
    """How a state stands in an agreement, and since when: 'party since 1 June 1988', 'left on 18 December 2021'."""
    if interval.standing == "unclear" or interval.standing not in _STANDING_WORDS_WITH_DAY:
        return standing_words(dataset, interval)
    return _with_day(dataset, interval, _STANDING_WORDS_WITH_DAY[interval.standing])


def in_force_for(interval: StandingInterval) -> str:
    """Whether an agreement was in force for a state, as a word before the standing in words: 'Yes', 'Unclear'."""
    return "Unclear" if interval.standing == "unclear" else _IN_FORCE_FOR.get(interval.standing, "No")


def _with_day(dataset: Dataset, interval: StandingInterval, words: str) -> str:
    """Words on a standing with its day, and with whose place the state took."""
    since, on = standing_since(interval), on_words(interval.given)
    return words.format(since=since, on=on, heir=_as_heir(dataset, interval))


def _as_heir(dataset: Dataset, interval: StandingInterval) -> str:
    before = dataset.get(interval.successor_to) if interval.successor_to else None
    return f" as successor to {the(before.title)}" if before else ""


# Acts


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act in words: what was done, and before or after it, as lines with links, those who acted.

    'The United States' | 'withdrew' | ''; '' | 'suspended' | ' by the United States'.
    """

    before: Line
    done: str
    after: Line

    @property
    def whole(self) -> Line:
        """All of it as one line, from a small letter on."""
        return (*self.before, Words(self.done), *self.after)


# What is said where the actors are the subject: of an act that has no object, "by" would say something else.
_ACTIVE: dict[TreatyAct, str] = {"withdrew": "withdrew", "joined": "joined", "succeeded": "succeeded to it"}
# What stands between an act and the actors, where that is not "by".
_AFTER: dict[TreatyAct, str] = {
    "entered-into-force": " for ", "negotiations-began": " between ", "negotiations-ended": " between ",
    "provisionally-applied": " by ",
}  # fmt: skip


def act_line(dataset: Dataset, treaty: Treaty, act: TreatyHistory) -> ActLine:
    """What was done, with those who did it: 'suspended by the United States', 'the United States withdrew'."""
    done = in_effect(treaty, spaced(act.act))
    if not act.actors:
        return ActLine((), "withdrawal took effect" if act.act == "withdrew" else done, ())
    actors = linked_names(dataset, act.actors)
    if act.act in _ACTIVE:
        return ActLine((*actors, Words(" ")), _ACTIVE[act.act], ())
    return ActLine((), done, (Words(_AFTER.get(act.act, " by ")), *actors))


def linked_names(dataset: Dataset, ids: Iterable[str]) -> Line:
    """Links to those who acted, as they stand in running text: 'the United States and Russia'."""
    return in_series(_named(dataset, entry_id) for entry_id in ids)


def _named(dataset: Dataset, entry_id: str) -> Line:
    entry = dataset.get(entry_id)
    if entry is None:
        return (Words(entry_id),)
    article = the(entry.title).removesuffix(entry.title)
    link = EntryLink(entry.id, typographic(entry.title))
    return (Words(article), link) if article else (link,)
