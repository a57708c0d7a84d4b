"""What the codes of the data are called in words: a code of the model on the left, its words on the right.

That every code of the model has its words is held by a test. Nouns are in the singular and in small letters; `plural`,
`with_article` and `begun` make the other forms.
"""

from __future__ import annotations

import re

from armsref.law.coverage import VerdictWord
from armsref.law.status import TreatyStatus
from armsref.model import (
    BasingKind,
    Binding,
    DesignationSystem,
    Effect,
    Form,
    Kind,
    OrganisationForm,
    Purpose,
    RelationKind,
    SourceKind,
)
from armsref.model.addresses import SECTIONS
from armsref.prose.english import begun

KINDS: dict[Kind, str] = {
    "treaty": "agreement", "weapon": "weapon", "term": "term", "event": "event", "organisation": "organisation",
    "state": "state",
}  # fmt: skip

SECTION_TITLES: dict[Kind, str] = {kind: section.capitalize() for kind, section in SECTIONS.items()}

FORMS: dict[Form, str] = {
    "treaty": "treaty", "protocol": "protocol", "agreement": "agreement", "memorandum": "memorandum",
    "code-of-conduct": "code of conduct", "regime": "export-control arrangement", "declaration": "declaration",
    "resolution": "resolution", "proposal": "proposal", "unilateral": "unilateral statement",
}  # fmt: skip

BINDING: dict[Binding, str] = {
    "legally": "legally binding", "politically": "politically binding", "not": "not binding",
}  # fmt: skip

WEAPON_TYPES: dict[str, str] = {
    "ballistic-missile": "ballistic missile", "cruise-missile": "cruise missile", "boost-glide": "boost-glide weapon",
    "anti-satellite": "anti-satellite weapon", "interceptor": "interceptor", "bomb": "bomb", "torpedo": "torpedo",
    "aircraft": "aircraft", "submarine": "submarine", "warhead": "warhead", "launcher": "launcher",
    "space-launch-vehicle": "space launch vehicle",
}  # fmt: skip

LAUNCHED_FROM: dict[str, str] = {
    "ground": "the ground", "silo": "silos", "air": "aircraft", "surface-ship": "surface ships",
    "submarine": "submarines", "space": "space",
}  # fmt: skip

BASING: dict[str, str] = {
    "road-mobile": "road-mobile", "rail-mobile": "rail-mobile", "silo": "in silos", "fixed-site": "at fixed sites",
    "aircraft": "on aircraft", "ship": "on ships", "submarine": "on submarines",
}  # fmt: skip
# How a weapon is based, where the place it is launched from does not say so already.
SAID_BY_PLACE: frozenset[BasingKind] = frozenset({"silo", "aircraft", "ship", "submarine"})

WARHEADS: dict[str, str] = {
    "nuclear": "nuclear", "conventional": "conventional", "kinetic": "kinetic", "none": "no",
}  # fmt: skip

TARGETS: dict[str, str] = {
    "strategic-missiles": "strategic missiles", "shorter-range-missiles": "shorter-range missiles",
    "aircraft": "aircraft", "satellites": "satellites", "ships": "ships", "ground": "targets on the ground",
}  # fmt: skip

PURPOSES: dict[Purpose, str] = {
    "combat": "combat", "test": "tests", "training": "training", "space-launch": "flights to space",
}  # fmt: skip
# What a launch was for, after what was launched.
LAUNCHED_FOR: dict[Purpose, str] = {
    "combat": "in combat", "test": "as a test", "training": "in training", "space-launch": "to space",
}  # fmt: skip

EFFECTS: dict[Effect, str] = {
    "prohibits": "prohibits", "limits": "limits", "requires-notification": "requires notification",
    "requires-data": "requires data", "requires-inspection": "requires inspection",
    "restricts-transfer": "restricts transfer", "commits": "commits",
}  # fmt: skip

DESIGNATION_SYSTEMS: dict[DesignationSystem, str] = {
    "native": "Own name", "nato": "NATO reporting name", "us": "US designation", "grau": "GRAU index",
    "industry": "Industry", "treaty": "In treaties", "programme": "Programme", "export": "Export",
}  # fmt: skip

# The facts about a weapon that are claims, in the order in which they are shown: what each is called as a heading.
WEAPON_FACTS: dict[str, str] = {
    "range_class": "Range class", "range_km": "Range", "speed_mach": "Speed", "speed_kmh": "Speed in km/h",
    "altitude_km": "Altitude", "warheads": "Warheads", "payload_kg": "Payload", "yield_kt": "Yield",
    "launch_mass_kg": "Launch mass", "length_m": "Length", "diameter_m": "Diameter", "stages": "Stages",
    "propellant": "Propellant", "guidance": "Guidance", "cep_m": "Circular error probable",
    "number_deployed": "Number deployed", "in_service": "In service", "developer": "Developer",
    "derived_from": "Derived from",
}  # fmt: skip

RELATIONS: dict[RelationKind, str] = {
    "parallel": "Alongside", "amends": "Amends", "amended-by": "Amended by", "replaces": "Replaces",
    "replaced-by": "Replaced by", "follows": "Follows", "followed-by": "Followed by", "implements": "Implements",
    "implemented-by": "Implemented by", "verified-by": "Verified by", "verifies": "Verifies", "limits": "Limits",
    "limited-by": "Limited by", "bans": "Bans", "banned-by": "Banned by", "alleged-violation": "Alleged violation",
    "derived-from": "Derived from", "source-of": "Led to", "variant-of": "Variant of", "has-variant": "Variants",
    "carried-by": "Carried by", "carries": "Carries", "used-in": "Used in", "uses": "Used", "led-to": "Led to",
    "result-of": "Result of", "part-of": "Part of", "has-part": "Parts", "operated-by": "Operated by",
    "operates": "Operates", "defines": "Defines", "defined-by": "Defined by", "see-also": "See also",
}  # fmt: skip

SOURCE_KINDS: dict[SourceKind, str] = {
    "treaty-text": "treaty text", "government": "government", "intergovernmental": "intergovernmental body",
    "research": "research", "news": "news", "state-media": "state media", "reference": "reference work",
}  # fmt: skip

ORGANISATION_FORMS: dict[OrganisationForm, str] = {
    "intergovernmental": "intergovernmental body", "national": "national body", "alliance": "alliance",
    "armed-force": "armed force", "joint": "joint bodies of several states",
}  # fmt: skip

# What a provision is called by what it does.
EFFECT_NOUNS: dict[Effect, str] = {
    "prohibits": "ban", "limits": "limit", "requires-notification": "notice", "requires-data": "data",
    "requires-inspection": "inspection", "restricts-transfer": "transfers", "commits": "commitment",
}  # fmt: skip

# The groups in which agreements stand on a day, in order.
STATUS_GROUPS: dict[TreatyStatus | str, str] = {
    "in force": "In force", "suspended": "Suspended", "provisionally applied": "Provisionally applied",
    "signed": "Signed, not in force", "proposed": "Proposed or negotiated", "unclear": "Unclear on that day",
    "ended": "Ended", "never in force": "Never in force", "not yet agreed": "Not yet agreed",
}  # fmt: skip

VERDICT_HEADINGS: dict[VerdictWord, str] = {
    "applies": "Applies", "depends": "Depends", "would apply": "Not in force for those that have it",
    "does not apply": "Does not apply",
}  # fmt: skip
# A verdict by itself, whichever states were asked about.
VERDICT_WORDS: dict[VerdictWord, str] = {
    "applies": "Applies", "depends": "Depends", "would apply": "Not in force", "does not apply": "Does not apply",
}  # fmt: skip
# What stands for a verdict in the cell of a table, so that colour is not what tells them apart.
VERDICT_SIGNS: dict[VerdictWord, str] = {"applies": "●", "depends": "◐", "would apply": "○", "does not apply": "·"}
NOTICE_HEADINGS: dict[VerdictWord, str] = {
    "applies": "Notice was due", "depends": "It depends", "would apply": "Not in force at the time",
    "does not apply": "No notice was due",
}  # fmt: skip


def verdict_heading(word: VerdictWord, effect: Effect) -> str:
    """A verdict with what it is on, as a heading: 'Applies: ban'."""
    return f"{VERDICT_HEADINGS[word]}: {EFFECT_NOUNS[effect]}"


_NUMBERED = re.compile(r"[IVXL]+(\s\(\d+\))?|\d+")


def spaced(code: str) -> str:
    """A code as words: 'first-combat-use' becomes 'first combat use'."""
    return code.replace("-", " ")


def slug(words: str) -> str:
    """Words as a code: 'in force' becomes 'in-force'."""
    return words.replace(" ", "-")


def sentence(code: str) -> str:
    """A code as the beginning of a sentence."""
    return begun(spaced(code))


def provision_name(code: str) -> str:
    """What a provision is called by its id: 'slbm-launch-notice' becomes 'SLBM launch notice'."""
    return re.sub(r"\b(icbm|slbm)", lambda found: found.group().upper(), spaced(code))


def article(words: str) -> str:
    """An article as it is cited: 'I, IV, V' is 'Articles I, IV, V'; what begins otherwise stays as it is."""
    parts = re.split(r",\s*|\s+and\s+", words)
    if not _NUMBERED.fullmatch(parts[0]):
        return words
    return f"Article{'s' if sum(bool(_NUMBERED.fullmatch(part)) for part in parts) > 1 else ''} {words}"


def plural(noun: str) -> str:
    """Several of what a noun names: 'ballistic missiles', 'torpedoes', 'aircraft'."""
    if noun.endswith("craft"):
        return noun
    return f"{noun}es" if noun.endswith(("o", "s", "x", "ch", "sh")) else f"{noun}s"


def with_article(noun: str) -> str:
    """One of what a noun names: 'a ballistic missile', 'an aircraft'."""
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"
