"""Verdicts as they stand on the page of a weapon, of an agreement and of a launch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, product

from armsref.law.coverage import VERDICT_ORDER, Verdict, VerdictWord, is_about, weightiest_of
from armsref.law.effects import EFFECT_ORDER, ever_took_part
from armsref.law.notices import Notice, flight_of, notices
from armsref.model import Effect, Event, Treaty, Weapon
from armsref.prose.effects import effects_sentence
from armsref.prose.english import begun, day
from armsref.prose.lines import EntryLink
from armsref.prose.obligations import articles, notice_sentence
from armsref.prose.reasons import Reason
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import NOTICE_HEADINGS, provision_name, verdict_heading
from armsref.views.as_of import AsOf
from armsref.views.parts import Explanation, Step, VerdictGroup, VerdictItem, Verdicts


def on_weapon(as_of: AsOf, weapon: Weapon) -> Verdicts:
    """The agreements that reach a weapon or would have, those that do not, and those of other states only."""
    coverage = as_of.coverage
    verdicts = coverage.verdicts(weapon, as_of.day)
    own = {treaty.id for treaty in coverage.conditional if _concerns(as_of, treaty, coverage.holders(weapon, treaty))}
    near = [verdict for verdict in verdicts if verdict.treaty.id in own and verdict.word != "does not apply"]
    reached = {verdict.treaty.id for verdict in near}
    return Verdicts(
        groups=_grouped(as_of, [(verdict, _link_to(verdict.treaty)) for verdict in near]),
        far=_one_of_each(as_of, [one for one in verdicts if one.treaty.id in own - reached]),
        strangers=_one_of_each(as_of, [one for one in verdicts if one.treaty.id not in own]),
        sentence=sentence_on_weapon(as_of, weapon),
    )


def sentence_on_weapon(as_of: AsOf, weapon: Weapon) -> str:
    """What agreements in force do to a weapon, in one sentence."""
    return typographic(effects_sentence(as_of.dataset, as_of.coverage.verdicts(weapon, as_of.day)))


def _concerns(as_of: AsOf, treaty: Treaty, states: Iterable[str]) -> bool:
    return ever_took_part(as_of.coverage, treaty, states)


def _one_of_each(as_of: AsOf, verdicts: Iterable[Verdict]) -> tuple[tuple[EntryLink, str], ...]:
    """The agreements of some verdicts in their order, each with the reason of its weightiest."""
    groups = (list(group) for _, group in groupby(verdicts, key=lambda verdict: verdict.treaty.id))
    weightiest = [verdict for group in groups if (verdict := weightiest_of(group))]
    return tuple((_link_to(one.treaty), typographic(as_of.reasons.sentence(one))) for one in weightiest)


def on_treaty(as_of: AsOf, treaty: Treaty) -> Verdicts:
    """The weapons that an agreement reaches, may reach, or would have; those of states that never took part apart."""
    coverage = as_of.coverage
    weapons = [weapon for weapon in as_of.dataset.of_kind(Weapon) if is_about(coverage, weapon, treaty)]
    verdicts = [verdict for weapon in weapons for verdict in coverage.treaty_verdicts(weapon, treaty, as_of.day)]
    near = [verdict for verdict in verdicts if verdict.word != "does not apply"]
    own = {weapon.id for weapon in weapons if _concerns(as_of, treaty, coverage.holders(weapon, treaty))}
    groups = (list(group) for _, group in groupby(near, key=lambda verdict: verdict.weapon.id))
    strange = [one for group in groups if (one := weightiest_of(group)) and one.weapon.id not in own]
    return Verdicts(
        groups=_grouped(as_of, [(verdict, _link_to(verdict.weapon)) for verdict in near if verdict.weapon.id in own]),
        strangers=tuple((_link_to(one.weapon), typographic(as_of.reasons.sentence(one))) for one in strange),
    )


def on_launch(as_of: AsOf, event: Event) -> Verdicts:
    """What notice of a launch was due under each rule, and how officials explained it."""
    flight = flight_of(as_of.coverage, event)
    due = notices(as_of.coverage, flight, event)
    own = [notice for notice in due if _concerns(as_of, notice.treaty, [flight.by])]
    groups = []
    for word in VERDICT_ORDER:
        items = tuple(_notice(as_of, notice) for notice in own if notice.word == word)
        if items:
            groups.append(VerdictGroup(word, "requires-notification", NOTICE_HEADINGS[word], items))
    others = [(_link_to(one.treaty), typographic(as_of.reasons.notice_sentence(one))) for one in due if one not in own]
    return Verdicts(tuple(groups), strangers=tuple(dict(reversed(others)).items())[::-1])


def _link_to(entry: Treaty | Weapon) -> EntryLink:
    return EntryLink(entry.id, typographic(entry.title))


def _grouped(as_of: AsOf, told: Sequence[tuple[Verdict, EntryLink]]) -> tuple[VerdictGroup, ...]:
    """Verdicts under the word and the effect of each, those with one reason together."""
    groups: dict[tuple[VerdictWord, Effect], dict[tuple[EntryLink, str], list[Verdict]]] = {}
    for verdict, link in told:
        same = groups.setdefault((verdict.word, verdict.provision.effect), {})
        same.setdefault((link, as_of.reasons.sentence(verdict)), []).append(verdict)
    return tuple(
        VerdictGroup(
            word, effect, verdict_heading(word, effect),
            tuple(_item(as_of, link, reason, verdicts) for (link, reason), verdicts in groups[word, effect].items()),
        )
        for word, effect in product(VERDICT_ORDER, EFFECT_ORDER)
        if (word, effect) in groups
    )  # fmt: skip


def _item(as_of: AsOf, link: EntryLink, reason: str, verdicts: Sequence[Verdict]) -> VerdictItem:
    first = verdicts[0]
    place = articles(verdict.provision for verdict in verdicts)
    steps = _steps(as_of.reasons.steps(first), first.weapon)
    return VerdictItem(link, typographic(place), typographic(reason), steps)


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
