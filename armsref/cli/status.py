"""`armsref status`: how an agreement stood on a day, and how a state stood in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from armsref.cli.options import DATA, FORMAT, ON, entry_named, loaded, printed
from armsref.law.coverage import coverage_of
from armsref.law.standing import StandingInterval, standing_intervals, standing_on
from armsref.law.status import StatusInterval, status_end, status_intervals, status_on
from armsref.loading.dataset import Dataset
from armsref.loading.problems import Place
from armsref.model import Participation, State, Treaty, TreatyHistory
from armsref.prose.english import day
from armsref.prose.lines import plain_line
from armsref.prose.status import BEFORE_FIRST_ACT, act_line, standing_since, standing_words, status_sentence

Act = TreatyHistory | Participation


@click.command("status")
@click.argument("treaty")
@ON
@click.option("--state", help="A state, as its id: ru.")
@FORMAT
@DATA
def status_command(treaty: str, on: date, state: str | None, form: str, data: Path) -> None:
    """Say how an agreement stood on a day, and how a state stood in it."""
    dataset = loaded(data)
    agreement = entry_named(dataset, Treaty, treaty)
    party = entry_named(dataset, State, state) if state else None
    asked = (dataset, agreement, on, party)
    click.echo(printed(form, lambda: status_record(*asked), lambda: status_text(*asked)))


# For a program


def status_record(dataset: Dataset, treaty: Treaty, on: date, state: State | None) -> dict[str, Any]:
    """How an agreement stood on a day, and a state in it, for a program."""
    interval = status_on(treaty, on)
    record: dict[str, Any] = {
        "treaty": treaty.id,
        "on": on.isoformat(),
        "status": interval.status if interval else None,
        "between": list(interval.statuses) if interval and interval.status == "unclear" else [],
        **_span(interval.since if interval else None, status_end(treaty, interval) if interval else None),
        "suspended_by": sorted(interval.suspended_by) if interval else [],
        "decided_by": _act_record(dataset, treaty, interval.act) if interval else None,
    }
    return record | ({"state": _standing_record(dataset, treaty, state, on)} if state else {})


def _standing_record(dataset: Dataset, treaty: Treaty, state: State, on: date) -> dict[str, Any]:
    interval = standing_on(dataset, treaty, state.id, on)
    return {
        "id": state.id,
        "standing": interval.standing if interval else "not a party",
        "between": list(interval.standings) if interval and interval.standing == "unclear" else [],
        **_span(interval.start if interval else None, interval.end if interval else None),
        "successor_to": interval.successor_to if interval else None,
        "decided_by": _act_record(dataset, treaty, interval.act) if interval else None,
    }


def _span(since: date | None, end: date | None) -> dict[str, str | None]:
    """The first and the last day, as ISO dates."""
    last = end - timedelta(days=1) if end else None
    return {"since": since.isoformat() if since else None, "until": last.isoformat() if last else None}


def _act_record(dataset: Dataset, treaty: Treaty, act: Act) -> dict[str, Any] | None:
    """An act of a history or a row of a table, and where it stands."""
    if isinstance(act, TreatyHistory):
        place = _place(dataset, treaty, act)
        return _acted(act) | {"file": str(place.file), "line": place.line}
    if _is_in_table(act):
        return act.model_dump(mode="json", exclude_none=True) | {"file": _table(dataset, treaty)}
    return None


def _acted(act: TreatyHistory) -> dict[str, Any]:
    record = act.model_dump(mode="json", exclude_none=True, exclude_defaults=True, exclude={"by"})
    # `by` is the name that `actors` had, and is still read.
    record |= {"by": record["actors"]} if act.actors else {}
    return record | ({"said_by": act.by} if act.by else {})


def _place(dataset: Dataset, treaty: Treaty, act: TreatyHistory) -> Place:
    return dataset.records[treaty.id].place("history", treaty.history.index(act))


def _table(dataset: Dataset, treaty: Treaty) -> str:
    return str(dataset.root / f"participation/{treaty.id}.csv")


def _is_in_table(row: Participation) -> bool:
    # The end of a state is reckoned as a row that holds its name alone; no table has such a row.
    return any(value is not None for name, value in row if name != "state")


# For a person


def status_text(dataset: Dataset, treaty: Treaty, on: date, state: State | None) -> str:
    """How an agreement stood on a day, and a state in it, for a person."""
    interval = status_on(treaty, on)
    lines = [f"{treaty.title} on {day(on)}: {_status(dataset, treaty, interval)}"]
    lines += _decided(dataset, treaty, interval.act) if interval else []
    if state:
        standing = standing_on(dataset, treaty, state.id, on)
        lines += [f"{state.title}: {standing_words(dataset, standing)}{_days(dataset, treaty, state, standing)}"]
        lines += _decided(dataset, treaty, standing.act) if standing else []
    return "\n".join(lines)


def _status(dataset: Dataset, treaty: Treaty, interval: StatusInterval | None) -> str:
    if interval is not None:
        words = status_sentence(coverage_of(dataset), treaty, interval)
        end = status_end(treaty, interval)
        return f"{words} (until {_last(end, status_intervals(treaty))})" if end else words
    first = next(iter(status_intervals(treaty)), None)
    return BEFORE_FIRST_ACT + (f"; its first act is of {day(first.given)}" if first else "")


def _days(dataset: Dataset, treaty: Treaty, state: State, standing: StandingInterval | None) -> str:
    if standing is None:
        return ""
    intervals = standing_intervals(dataset, treaty, state.id) if standing.end else ()
    until = f", until {_last(standing.end, intervals)}" if standing.end else ""
    return f" (since {standing_since(standing)}{until})"


def _last(end: date, intervals: Iterable[StatusInterval | StandingInterval]) -> str:
    """The last day before an end, in words; where it is not known to the day, what is given of the end."""
    given = next(interval.given for interval in intervals if interval.start == end)
    return day(end - timedelta(days=1)) if given.precision == "day" and not given.about else day(given)


def _decided(dataset: Dataset, treaty: Treaty, act: Act) -> list[str]:
    if not isinstance(act, TreatyHistory):
        return [f"  decided by its row in {_table(dataset, treaty)}"] if _is_in_table(act) else []
    place = _place(dataset, treaty, act)
    done = plain_line(act_line(dataset, treaty, act).whole)
    effect = f", to take effect on {day(act.takes_effect)}" if act.takes_effect else ""
    return [f"  decided by: {done}, {day(act.date)}{effect} ({', '.join(act.source)}; {place.file}:{place.line})"]
