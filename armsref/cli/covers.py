"""`armsref covers`: which agreements reached a weapon on a day, or asked for notice of a launch, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from armsref.cli.options import DATA, FORMAT, ON, entry_named, loaded, printed
from armsref.law.coverage import VERDICT_ORDER, Coverage, Verdict
from armsref.law.effects import EFFECT_ORDER
from armsref.law.notices import COURSES, Flight, Notice, flight_of, flight_on_course, notices
from armsref.law.status import is_recorded
from armsref.loading.dataset import Dataset
from armsref.model import Attributed, Event, Purpose, State, Weapon
from armsref.prose.effects import effects_sentence
from armsref.prose.obligations import notice_sentence
from armsref.prose.reasons import Reason, Reasons
from armsref.prose.status import not_yet_recorded
from armsref.prose.vocabulary import EFFECT_NOUNS, VERDICT_WORDS


@click.command("covers")
@click.argument("weapon", required=False)
@click.option("--event", help="An event that is a launch: what notice of it was due?")
@ON
@click.option("--state", help="For this state only, by its id; else for those that have the weapon.")
@click.option("--purpose", type=click.Choice(get_args(Purpose)), help="Ask about a launch: what for.")
@click.option("--towards", help="Ask about a launch: where to, as the id of a state, or 'inside', or 'sea'.")
@FORMAT
@DATA
def covers_command(
    weapon: str | None,
    event: str | None,
    on: date,
    state: str | None,
    purpose: Purpose | None,
    towards: str | None,
    form: str,
    data: Path,
) -> None:
    """Say which agreements reach a weapon on a day, or asked for notice of a launch, and why."""
    if weapon and event:
        raise click.UsageError("name a weapon or an event, not both")
    dataset = loaded(data)
    verdicts = asked_verdicts(dataset, Question(weapon, event, on, state, purpose, towards))
    reasons = Reasons(dataset)
    unasked = _not_yet_recorded(dataset, weapon, on)
    click.echo(
        printed(form, lambda: covers_records(reasons, verdicts), lambda: unasked or covers_text(reasons, verdicts))
    )


@dataclass(frozen=True)
class Question:
    """What `armsref covers` was asked, with its options."""

    weapon: str | None
    event: str | None
    on: date
    state: str | None
    purpose: Purpose | None
    towards: str | None


def asked_verdicts(dataset: Dataset, asked: Question) -> Sequence[Verdict | Notice]:
    """The verdicts on a weapon, on an event's launch, or on a launch that the options describe."""
    coverage = Coverage(dataset)
    if asked.event:
        return _of_event(coverage, entry_named(dataset, Event, asked.event))
    if asked.weapon is None:
        raise click.UsageError("name a weapon, or an event with --event")
    weapon = entry_named(dataset, Weapon, asked.weapon)
    state = entry_named(dataset, State, asked.state).id if asked.state else None
    if asked.purpose or asked.towards:
        return list(notices(coverage, _flight(dataset, weapon, state, asked)))
    return list(coverage.verdicts(weapon, asked.on, state))


def _of_event(coverage: Coverage, event: Event) -> list[Notice]:
    try:
        flight = flight_of(coverage, event)
    except ValueError as error:
        raise click.ClickException(f"{error}: its entry has no 'launch'") from None
    return list(notices(coverage, flight, event))


def _flight(dataset: Dataset, weapon: Weapon, state: str | None, asked: Question) -> Flight:
    if state is None:
        raise click.UsageError("say with --state whose launch it is")
    if asked.towards and asked.towards not in COURSES:
        entry_named(dataset, State, asked.towards)
    return flight_on_course(weapon, state, asked.on, asked.purpose or "test", asked.towards)


def _not_yet_recorded(dataset: Dataset, weapon_id: str | None, day: date) -> str:
    """Why there is no verdict on a weapon on a day; empty where there may be one."""
    weapon = dataset.get(weapon_id) if weapon_id else None
    return not_yet_recorded(weapon) if isinstance(weapon, Weapon) and not is_recorded(weapon, day) else ""


# For a program


def covers_records(reasons: Reasons, verdicts: Sequence[Verdict | Notice]) -> list[dict[str, Any]]:
    """Verdicts for a program, in the order of the agreements."""
    return [
        _notice_record(reasons, verdict) if isinstance(verdict, Notice) else _verdict_record(reasons, verdict)
        for verdict in verdicts
    ]


def _verdict_record(reasons: Reasons, verdict: Verdict) -> dict[str, Any]:
    return {**_head(verdict), "reason": reasons.sentence(verdict), "reasons": _steps(reasons.steps(verdict))}


def _notice_record(reasons: Reasons, notice: Notice) -> dict[str, Any]:
    return {
        **_head(notice),
        "reason": reasons.notice_sentence(notice),
        "reasons": _steps(reasons.notice_steps(notice)),
        "notice_hours": notice.provision.notice_hours,
        "channel": notice.provision.channel,
        "explanations": [_claim_record(account) | {"by": reasons.speaker(account)} for account in notice.explanations],
    }


def _head(verdict: Verdict | Notice) -> dict[str, Any]:
    return {
        "treaty": verdict.treaty.id,
        "provision": verdict.provision.id,
        "effect": verdict.provision.effect,
        "verdict": verdict.word,
    }


def _steps(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [_reason_record(reason) for reason in reasons]


def _reason_record(reason: Reason) -> dict[str, Any]:
    return {
        "about": reason.head,
        "asked": reason.asked,
        "found": reason.found,
        "answer": reason.holds,
        "claims": [_claim_record(claim) for claim in reason.claims],
    }


def _claim_record(claim: Attributed) -> dict[str, Any]:
    return claim.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


# For a person


def covers_text(reasons: Reasons, verdicts: Sequence[Verdict | Notice]) -> str:
    """Verdicts for a person: on a weapon a sentence; then each, from the weightiest, those of one effect together."""
    if not verdicts:
        return "No agreement listed here has a rule to put to it."
    on_weapon = [verdict for verdict in verdicts if isinstance(verdict, Verdict)]
    summed_up = [effects_sentence(reasons.dataset, on_weapon)] if on_weapon else []
    lines = (line for verdict in sorted(verdicts, key=_weight) for line in _lines(reasons, verdict))
    return "\n".join([*summed_up, *lines])


def _weight(verdict: Verdict | Notice) -> tuple[int, int]:
    return VERDICT_ORDER.index(verdict.word), EFFECT_ORDER.index(verdict.provision.effect)


def _lines(reasons: Reasons, verdict: Verdict | Notice) -> list[str]:
    where = f"{verdict.treaty.title}, {verdict.provision.id}"
    if not isinstance(verdict, Notice):
        noun = EFFECT_NOUNS[verdict.provision.effect]
        return [f"{VERDICT_WORDS[verdict.word]} ({noun}): {where}", f"  {reasons.sentence(verdict)}"]
    head = f"{VERDICT_WORDS[verdict.word]}: {where}"
    told = [f"  {reasons.speaker(account)}: {account.text}" for account in verdict.explanations]
    return [head, f"  {reasons.notice_sentence(verdict)}{_terms(verdict)}", *told]


def _terms(notice: Notice) -> str:
    """How long ahead notice was due, and by what channel, where it was due."""
    if notice.word == "does not apply":
        return ""
    words = notice_sentence(notice.provision)
    return f" {words}" if words else ""
