"""Verdicts as they stand on the page of a weapon, of an agreement and of a launch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from armsref.law.coverage import VERDICT_ORDER, Verdict, is_about
from armsref.law.notices import Notice, flight_of, notices
from armsref.model import Event, Treaty, Weapon
from armsref.prose.english import begun, day, listed
from armsref.prose.lines import EntryLink
from armsref.prose.obligations import asks, notice_sentence
from armsref.prose.reasons import Reason
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import NOTICE_HEADINGS, VERDICT_HEADINGS, provision_name
from armsref.views.as_of import AsOf
from armsref.views.parts import Explanation, Step, VerdictGroup, VerdictItem, Verdicts


def on_weapon(as_of: AsOf, weapon: Weapon) -> Verdicts:
    """The agreements that reach a weapon or would have, and those that do not."""
    verdicts = as_of.coverage.verdicts(weapon, as_of.day)
    near = [verdict for verdict in verdicts if verdict.word != "does not apply"]
    reached = {verdict.treaty.id for verdict in near}
    far = [verdict for verdict in verdicts if verdict.treaty.id not in reached]
    by_treaty = [next(group) for _, group in groupby(far, key=lambda verdict: verdict.treaty.id)]
    reasons = [(_link_to(verdict.treaty), typographic(as_of.reasons.sentence(verdict))) for verdict in by_treaty]
    return Verdicts(_grouped(as_of, [(verdict, _link_to(verdict.treaty)) for verdict in near]), tuple(reasons))


def on_treaty(as_of: AsOf, treaty: Treaty) -> Verdicts:
    """The weapons that an agreement reaches, may reach, or would have."""
    coverage = as_of.coverage
    weapons = [weapon for weapon in as_of.dataset.of_kind(Weapon) if is_about(coverage, weapon, treaty)]
    verdicts = [verdict for weapon in weapons for verdict in coverage.treaty_verdicts(weapon, treaty, as_of.day)]
    near = [(verdict, _link_to(verdict.weapon)) for verdict in verdicts if verdict.word != "does not apply"]
    return Verdicts(_grouped(as_of, near))


def on_launch(as_of: AsOf, event: Event) -> Verdicts:
    """What notice of a launch was due under each rule, and how officials explained it."""
    found = notices(as_of.coverage, flight_of(as_of.coverage, event), event)
    groups = []
    for word in VERDICT_ORDER:
        items = tuple(_notice(as_of, notice) for notice in found if notice.word == word)
        if items:
            groups.append(VerdictGroup(word, NOTICE_HEADINGS[word], items))
    return Verdicts(tuple(groups))


def _link_to(entry: Treaty | Weapon) -> EntryLink:
    return EntryLink(entry.id, typographic(entry.title))


def _grouped(as_of: AsOf, found: Sequence[tuple[Verdict, EntryLink]]) -> tuple[VerdictGroup, ...]:
    """Verdicts under the word of each, those with one reason together."""
    groups = []
    for word in VERDICT_ORDER:
        same: dict[tuple[EntryLink, str], list[Verdict]] = {}
        for verdict, link in found:
            if verdict.word == word:
                same.setdefault((link, as_of.reasons.sentence(verdict)), []).append(verdict)
        if same:
            items = tuple(_item(as_of, link, reason, verdicts) for (link, reason), verdicts in same.items())
            groups.append(VerdictGroup(word, VERDICT_HEADINGS[word], items))
    return tuple(groups)


def _item(as_of: AsOf, link: EntryLink, reason: str, verdicts: Sequence[Verdict]) -> VerdictItem:
    first = verdicts[0]
    what = listed([asks(verdict.provision) for verdict in verdicts])
    steps = _steps(as_of.reasons.steps(first), first.weapon)
    return VerdictItem(link, typographic(what), typographic(reason), steps)


def _steps(reasons: Iterable[Reason], weapon: Weapon) -> tuple[Step, ...]:
    return tuple(
        Step(
            typographic(begun(reason.asked)),
            typographic(begun(reason.found)),
            reason.holds,
            weapon.id if reason.claims else "",
        )
        for reason in reasons
    )


def _notice(as_of: AsOf, notice: Notice) -> VerdictItem:
    terms = notice_sentence(notice.provision) if notice.word != "does not apply" else ""
    explained = tuple(
        Explanation(
            typographic(account.text),
            typographic(f"{as_of.reasons.speaker(account)}, {day(account.as_of) if account.as_of else 'undated'}"),
        )
        for account in notice.explanations
    )
    return VerdictItem(
        _link_to(notice.treaty),
        typographic(provision_name(notice.provision.id)),
        typographic(as_of.reasons.notice_sentence(notice)),
        _steps(as_of.reasons.notice_steps(notice), notice.flight.weapon),
        typographic(terms),
        explained,
    )
