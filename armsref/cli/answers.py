"""The commands that answer: how an agreement stood on a day, and what reached a weapon or a launch."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from armsref.history.release import today
from armsref.law.coverage import VERDICT_ORDER, Coverage, Verdict, coverage_of
from armsref.law.notices import COURSES, Flight, Notice, flight_of, flight_on_course, notices
from armsref.law.standing import StandingInterval, standing_on
from armsref.law.status import StatusInterval, date_given, status_end, status_intervals, status_on
from armsref.loading.dataset import Dataset, load
from armsref.loading.problems import DataError, did_you_mean
from armsref.model import Attributed, Entry, Event, Purpose, State, Treaty, TreatyHistory, Weapon
from armsref.model.dates import PartialDate
from armsref.model.names import folded, names_of
from armsref.prose.english import begun, day
from armsref.prose.lines import plain_line
from armsref.prose.obligations import notice_terms
from armsref.prose.reasons import Reason, Reasons
from armsref.prose.status import BEFORE_FIRST_ACT, act_line, since_words, standing_words, status_sentence

E = TypeVar("E", bound=Entry)

_KINDS: dict[type[Entry], str] = {Treaty: "agreement", Weapon: "weapon", Event: "event", State: "state"}
# What lies further ahead is not told: what was agreed may change.
DAYS_AHEAD = 366


class DayType(click.ParamType):  # type: ignore[type-arg]
    """A day, as 2019-03-01."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day; tell what is wrong where it is none."""
        if isinstance(value, date):
            return value
        try:
            known = PartialDate.parse(str(value))
        except ValueError as error:
            self.fail(f"{error}", param, ctx)
        if known.precision != "day" or known.about:
            self.fail(f"'{value}' is not a day: write one such as {known.earliest}", param, ctx)
        if known.earliest > today() + timedelta(days=DAYS_AHEAD):
            self.fail(f"{value} lies more than a year ahead, and what was agreed may change until then", param, ctx)
        return known.earliest


def loaded(data: Path) -> Dataset:
    """The data. Raises ClickException, with every problem, where it cannot be used."""
    try:
        return load(data)
    except DataError as error:
        raise click.ClickException(f"the data has errors:\n{error}") from None


def entry_named(dataset: Dataset, model: type[E], entry_id: str) -> E:
    """An entry of one kind. Raises ClickException, with a suggestion, where there is none."""
    entry = dataset.get(entry_id)
    if isinstance(entry, model):
        return entry
    if entry is not None:
        raise click.ClickException(f"'{entry_id}' is {_a(entry.kind)}, not {_a(_KINDS[model])}")
    known = dataset.of_kind(model)
    named = [each.id for each in known if folded(entry_id) in {folded(name.surface) for name in names_of(each)}]
    hint = f"Did you mean '{named[0]}'?" if named else did_you_mean(entry_id, [each.id for each in known])
    raise click.ClickException(f"there is no {_KINDS[model]} '{entry_id}'. {hint}".rstrip())


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


# How an agreement stood


def status_json(dataset: Dataset, treaty: Treaty, on: date, state: State | None) -> dict[str, Any]:
    """How an agreement stood on a day, and a state in it, for a program."""
    held = status_on(treaty, on)
    answer: dict[str, Any] = {
        "treaty": treaty.id,
        "on": on.isoformat(),
        "status": held.status if held else None,
        "between": list(held.statuses) if held and held.status == "unclear" else [],
        **_span(held.since if held else None, status_end(treaty, held) if held else None),
        "suspended_by": sorted(held.suspended_by) if held else [],
        "decided_by": _act(dataset, treaty, held.act) if held else None,
    }
    return answer | ({"state": _state_json(dataset, treaty, state, on)} if state else {})


def _state_json(dataset: Dataset, treaty: Treaty, state: State, on: date) -> dict[str, Any]:
    held = standing_on(dataset, treaty, state.id, on)
    return {
        "id": state.id,
        "standing": held.standing if held else "not a party",
        "between": list(held.standings) if held and held.standing == "unclear" else [],
        **_span(held.start if held else None, held.end if held else None),
        "successor_to": held.successor_to if held else None,
        "decided_by": _act(dataset, treaty, held.act) if held else None,
    }


def _span(since: date | None, end: date | None) -> dict[str, str | None]:
    """The first and the last day, as ISO dates."""
    last = end - timedelta(days=1) if end else None
    return {"since": since.isoformat() if since else None, "until": last.isoformat() if last else None}


def _act(dataset: Dataset, treaty: Treaty, act: object) -> dict[str, Any] | None:
    """An act of a history or a row of a table, and where it stands."""
    if not isinstance(act, TreatyHistory):
        table = f"participation/{treaty.id}.csv"
        row = act.model_dump(mode="json", exclude_none=True) if hasattr(act, "model_dump") else {}
        return row | {"file": str(dataset.root / table)} if len(row) > 1 else None
    place = dataset.records[treaty.id].place("history", treaty.history.index(act))
    return _act_json(act) | {"file": str(place.file), "line": place.line}


def _act_json(act: TreatyHistory) -> dict[str, Any]:
    shown = act.model_dump(mode="json", exclude_none=True, exclude_defaults=True, exclude={"by"})
    # `by` is the name that `actors` had, and is still read.
    shown |= {"by": shown["actors"]} if act.actors else {}
    return shown | ({"said_by": act.by} if act.by else {})


def status_text(dataset: Dataset, treaty: Treaty, on: date, state: State | None) -> str:
    """How an agreement stood on a day, and a state in it, for a person."""
    interval = status_on(treaty, on)
    lines = [f"{treaty.title} on {day(on)}: {_status(dataset, treaty, interval)}"]
    lines += _decided(dataset, treaty, interval.act) if interval else []
    if state:
        place = standing_on(dataset, treaty, state.id, on)
        lines += [f"{state.title}: {standing_words(dataset, place)}{_days(place)}"]
        lines += _decided(dataset, treaty, place.act) if place else []
    return "\n".join(lines)


def _status(dataset: Dataset, treaty: Treaty, interval: StatusInterval | None) -> str:
    if interval is not None:
        words = status_sentence(coverage_of(dataset), treaty, interval)
        end = status_end(treaty, interval)
        return f"{words} (until {day(end - timedelta(days=1))})" if end else words
    first = next(iter(status_intervals(treaty)), None)
    return BEFORE_FIRST_ACT + (f"; its first act is of {day(first.start)}" if first else "")


def _days(place: StandingInterval | None) -> str:
    if place is None:
        return ""
    until = f", until {day(place.end - timedelta(days=1))}" if place.end else ""
    return f" (since {since_words(place.start, date_given(place.act, place.does))}{until})"


def _decided(dataset: Dataset, treaty: Treaty, act: object) -> list[str]:
    shown = _act(dataset, treaty, act)
    if shown is None:
        return []
    place = f"{shown['file']}:{shown['line']}" if "line" in shown else shown["file"]
    if not isinstance(act, TreatyHistory):
        return [f"  decided by its row in {place}"]
    done = plain_line(act_line(dataset, treaty, act).whole)
    effect = f", to take effect on {day(act.takes_effect)}" if act.takes_effect else ""
    return [f"  decided by: {done}, {day(act.date)}{effect} ({', '.join(act.source)}; {place})"]


# What reached a weapon or a launch


@dataclass(frozen=True)
class CoversQuestion:
    """What `armsref covers` was asked, with its options."""

    weapon: str | None
    event: str | None
    on: date
    state: str | None
    purpose: Purpose | None
    towards: str | None


def covers(dataset: Dataset, asked: CoversQuestion) -> list[dict[str, Any]]:
    """The verdicts asked for: on a weapon, on an event's launch, or on a launch that the options describe."""
    coverage, reasons = Coverage(dataset), Reasons(dataset)
    if asked.event:
        event = entry_named(dataset, Event, asked.event)
        try:
            flight = flight_of(coverage, event)
        except ValueError as error:
            raise click.ClickException(f"{error}: its entry has no 'launch'") from None
        return [_notice_json(reasons, each) for each in notices(coverage, flight, event)]
    if asked.weapon is None:
        raise click.UsageError("name a weapon, or an event with --event")
    weapon = entry_named(dataset, Weapon, asked.weapon)
    state = entry_named(dataset, State, asked.state).id if asked.state else None
    if asked.purpose or asked.towards:
        return [_notice_json(reasons, each) for each in notices(coverage, _flight(dataset, weapon, state, asked))]
    return [_verdict_json(reasons, each) for each in coverage.verdicts(weapon, asked.on, state)]


def _flight(dataset: Dataset, weapon: Weapon, state: str | None, asked: CoversQuestion) -> Flight:
    if state is None:
        raise click.UsageError("say with --state whose launch it is")
    if asked.towards and asked.towards not in COURSES:
        entry_named(dataset, State, asked.towards)
    return flight_on_course(weapon, state, asked.on, asked.purpose or "test", asked.towards)


def _verdict_json(reasons: Reasons, verdict: Verdict) -> dict[str, Any]:
    return {
        "treaty": verdict.treaty.id,
        "provision": verdict.provision.id,
        "effect": verdict.provision.effect,
        "verdict": verdict.word,
        "reason": reasons.sentence(verdict),
        "reasons": [_reason_json(each) for each in reasons.steps(verdict)],
    }


def _notice_json(reasons: Reasons, notice: Notice) -> dict[str, Any]:
    return {
        "treaty": notice.treaty.id,
        "provision": notice.provision.id,
        "effect": notice.provision.effect,
        "verdict": notice.word,
        "reason": reasons.notice_sentence(notice),
        "reasons": [_reason_json(each) for each in reasons.notice_steps(notice)],
        "notice_hours": notice.provision.notice_hours,
        "channel": notice.provision.channel,
        "explanations": [_claim_json(each) | {"by": reasons.speaker(each)} for each in notice.explanations],
    }


def _reason_json(reason: Reason) -> dict[str, Any]:
    return {
        "about": reason.head,
        "asked": reason.asked,
        "found": reason.found,
        "answer": reason.holds,
        "claims": [_claim_json(each) for each in reason.claims],
    }


def _claim_json(claim: Attributed) -> dict[str, Any]:
    return claim.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def covers_text(dataset: Dataset, found: Sequence[dict[str, Any]]) -> str:
    """Verdicts for a person, the weightiest first."""
    if not found:
        return "No agreement listed here has a rule to put to it."
    lines = []
    for each in sorted(found, key=lambda each: VERDICT_ORDER.index(each["verdict"])):
        lines.append(f"{begun(each['verdict'])}: {dataset[each['treaty']].title}, {each['provision']}")
        lines.append(f"  {each['reason']}{_notice_words(dataset, each)}")
        lines += [f"  {told['by']}: {told['text']}" for told in each.get("explanations", ())]
    return "\n".join(lines)


def _notice_words(dataset: Dataset, found: dict[str, Any]) -> str:
    treaty = dataset[found["treaty"]]
    if found["verdict"] == "does not apply" or "notice_hours" not in found or not isinstance(treaty, Treaty):
        return ""
    provision = next(each for each in treaty.provisions if each.id == found["provision"])
    words = notice_terms(provision)
    return f" Notice: {words}." if words else ""


def printed(form: str, as_json: Any, as_text: Callable[[], str]) -> str:
    """An answer as text, or as JSON."""
    return json.dumps(as_json, ensure_ascii=False, indent=2) if form == "json" else as_text()


PURPOSE_CODES = get_args(Purpose)
