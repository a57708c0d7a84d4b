"""What several commands share: their options, the data that they ask, and how they print."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from armsref.history.release import today
from armsref.loading.dataset import Dataset, load
from armsref.loading.problems import DataError, did_you_mean
from armsref.model import Entry, Event, State, Treaty, Weapon
from armsref.model.dates import PartialDate
from armsref.model.names import folded, names_of

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


DATA = click.option("--data", type=click.Path(path_type=Path), default=Path("data"), help="The data folder.")
FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How it is printed."
)
ON = click.option("--on", type=DayType(), default=today, help="The day, as 2019-03-01; today unless given.")


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
        raise click.ClickException(f"'{entry_id}' is {_with_article(entry.kind)}, not {_with_article(_KINDS[model])}")
    raise click.ClickException(f"there is no {_KINDS[model]} '{entry_id}'. {_meant(dataset, model, entry_id)}".rstrip())


def _meant(dataset: Dataset, model: type[Entry], word: str) -> str:
    """A suggestion for a word that is no id: the entry that has it as a name, else one with an id like it."""
    known = dataset.of_kind(model)
    named = [entry.id for entry in known if folded(word) in {folded(name.surface) for name in names_of(entry)}]
    return f"Did you mean '{named[0]}'?" if named else did_you_mean(word, [entry.id for entry in known])


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def counted(number: int, noun: str) -> str:
    """A number of things: '1 file', '2 files'."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def printed(form: str, as_json: Callable[[], Any], as_text: Callable[[], str]) -> str:
    """An answer as text, or as JSON."""
    return json.dumps(as_json(), ensure_ascii=False, indent=2) if form == "json" else as_text()
