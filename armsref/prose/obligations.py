"""What a provision asks, of what, and with what notice, in words."""

from __future__ import annotations

from collections.abc import Iterable

from armsref.law.conditions import CONDITIONS, ConditionName
from armsref.loading.dataset import Dataset
from armsref.model import Bounds, Provision, Purpose
from armsref.prose import vocabulary
from armsref.prose.english import bounds, listed, number
from armsref.prose.lines import EntryLink, Line, Words, joined
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import plural

HOURS_A_DAY = 24
# From so many hours on, whole days are said in days: 72 hours, but 42 days.
_SAID_IN_DAYS = 4 * HOURS_A_DAY

# What the codes of each condition are called.
CODES: dict[ConditionName, dict[str, str]] = {
    "type": vocabulary.WEAPON_TYPES, "launched_from": vocabulary.LAUNCHED_FROM, "basing": vocabulary.BASING,
    "warhead_type": vocabulary.WARHEADS, "targets": vocabulary.TARGETS,
}  # fmt: skip
_PHRASES: dict[ConditionName, str] = {
    "type": "{}", "launched_from": "launched from {}", "basing": "{}", "warhead_type": "{} warheads",
    "targets": "made against {}", "range_km": "ranges of {}", "payload_kg": "payloads of {}",
    "warheads": "numbers of warheads of {}",
}  # fmt: skip
CONDITION_UNITS: dict[ConditionName, str] = {"range_km": " km", "payload_kg": " kg", "warheads": ""}


def condition_words(condition: ConditionName, asked: Bounds | tuple[str, ...]) -> str:
    """What a condition asks for: 'ballistic missiles or cruise missiles', 'ranges of 500–5,500 km'."""
    if isinstance(asked, Bounds):
        words = bounds(asked, CONDITION_UNITS[condition])
    else:
        names = [CODES[condition][code] for code in asked]
        words = listed([plural(name) for name in names] if condition == "type" else names, "or")
    return _PHRASES[condition].format(words).replace("of over", "over")


def scope(dataset: Dataset, provision: Provision) -> Line:
    """What a provision is about: its conditions in a row, with links to the weapons that its text names."""
    reaches = provision.reaches
    if reaches is None:
        return ()
    given = [name for name in CONDITIONS if name != "weapons" and getattr(reaches, name)]
    words = [condition_words(name, getattr(reaches, name)) for name in given]
    if "type" not in given and not reaches.weapons:
        words.insert(0, "anything")
    weapons = [dataset[weapon] for weapon in reaches.weapons if weapon in dataset]
    named = joined((EntryLink(weapon.id, typographic(weapon.title)),) for weapon in weapons)
    lines: list[Line] = [(Words(each),) for each in words]
    return joined([*lines, *([named] if named else [])], "; ")


def notice_terms(provision: Provision) -> str:
    """How long ahead, by what channel and with what exemptions a provision asks for notice; nothing where it asks none.

    'at least 24 hours ahead; channel: diplomatic; not for combat; a party may leave out tests'.
    """
    words = []
    if provision.notice_hours is not None:
        words.append(f"at least {duration(provision.notice_hours)} ahead")
    if provision.channel:
        words.append(f"channel: {provision.channel}")
    if provision.exempts:
        words.append(f"not for {_purposes(provision.exempts)}")
    if provision.may_exempt:
        words.append(f"a party may leave out {_purposes(provision.may_exempt)}")
    return "; ".join(words)


def notice_sentence(provision: Provision) -> str:
    """The terms of notice as a sentence, or nothing: 'Notice: at least 24 hours ahead.'."""
    terms = notice_terms(provision)
    return f"Notice: {terms}." if terms else ""


def duration(hours: float) -> str:
    """So many hours, in days where they are many whole ones: '24 hours', '42 days'."""
    if hours >= _SAID_IN_DAYS and hours % HOURS_A_DAY == 0:
        return f"{number(hours / HOURS_A_DAY)} days"
    return f"{number(hours)} hour{'' if hours == 1 else 's'}"


def _purposes(purposes: tuple[Purpose, ...]) -> str:
    return listed([vocabulary.PURPOSES[purpose] for purpose in purposes], "or")


def articles(provisions: Iterable[Provision]) -> str:
    """Where provisions stand in the text of their agreement: 'Article III and Article VI'; empty where nobody says."""
    places = dict.fromkeys(provision.article for provision in provisions if provision.article)
    return listed([vocabulary.article(place) for place in places])
