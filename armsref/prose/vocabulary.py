"""The words in which the site says what the data says in codes."""

from __future__ import annotations

import re

from armsref.law.standing import Standing
from armsref.law.status import StatusInterval
from armsref.model import Form, Kind, TreatyAct, WeaponAct
from armsref.prose.english import listed
from armsref.prose.english import the as in_text

__all__ = ["in_text", "listed"]

KIND_WORDS: dict[Kind, str] = {
    "treaty": "Agreement", "weapon": "Weapon", "term": "Term", "event": "Event", "organisation": "Organisation",
    "state": "State",
}  # fmt: skip

FORM_WORDS: dict[Form, str] = {
    "treaty": "Treaty", "protocol": "Protocol", "agreement": "Agreement", "memorandum": "Memorandum",
    "code-of-conduct": "Code of conduct", "regime": "Export-control arrangement", "declaration": "Declaration",
    "resolution": "Resolution", "proposal": "Proposal", "unilateral": "Unilateral statement",
}  # fmt: skip

BINDING_WORDS = {"legally": "Legally binding", "politically": "Politically binding", "not": "Not binding"}

WEAPON_TYPES = {
    "ballistic-missile": "Ballistic missile", "cruise-missile": "Cruise missile", "boost-glide": "Boost-glide weapon",
    "anti-satellite": "Anti-satellite weapon", "interceptor": "Interceptor", "bomb": "Bomb", "torpedo": "Torpedo",
    "aircraft": "Aircraft", "submarine": "Submarine", "warhead": "Warhead", "launcher": "Launcher",
    "space-launch-vehicle": "Space launch vehicle",
}  # fmt: skip

DESIGNATION_SYSTEMS = {
    "native": "Own name", "nato": "NATO reporting name", "us": "US designation", "grau": "GRAU index",
    "industry": "Industry", "treaty": "In treaties", "programme": "Programme", "export": "Export",
}  # fmt: skip

# The facts about a weapon that are claims, in the order in which they are shown.
WEAPON_FACTS = {
    "range_class": "Range class", "range_km": "Range", "speed_mach": "Speed", "speed_kmh": "Speed in km/h",
    "altitude_km": "Altitude", "warheads": "Warheads", "payload_kg": "Payload", "yield_kt": "Yield",
    "launch_mass_kg": "Launch mass", "length_m": "Length", "diameter_m": "Diameter", "stages": "Stages",
    "propellant": "Propellant", "guidance": "Guidance", "cep_m": "Circular error probable",
    "number_deployed": "Number deployed", "in_service": "In service", "developer": "Developer",
    "derived_from": "Derived from",
}  # fmt: skip

RELATION_WORDS = {
    "parallel": "Alongside", "amends": "Amends", "amended-by": "Amended by", "replaces": "Replaces",
    "replaced-by": "Replaced by", "follows": "Follows", "followed-by": "Followed by", "implements": "Implements",
    "implemented-by": "Implemented by", "verified-by": "Verified by", "verifies": "Verifies", "limits": "Limits",
    "limited-by": "Limited by", "bans": "Bans", "banned-by": "Banned by", "alleged-violation": "Alleged violation",
    "derived-from": "Derived from", "source-of": "Led to", "variant-of": "Variant of", "has-variant": "Variants",
    "carried-by": "Carried by", "carries": "Carries", "used-in": "Used in", "uses": "Used", "led-to": "Led to",
    "result-of": "Result of", "part-of": "Part of", "has-part": "Parts", "operated-by": "Operated by",
    "operates": "Operates", "defines": "Defines", "defined-by": "Defined by", "see-also": "See also",
}  # fmt: skip

SOURCE_KINDS = {
    "treaty-text": "treaty text", "government": "government", "intergovernmental": "intergovernmental body",
    "research": "research", "news": "news", "state-media": "state media", "reference": "reference work",
}  # fmt: skip

ORGANISATION_FORMS = {
    "intergovernmental": "Intergovernmental body", "national": "National body", "alliance": "Alliance",
    "armed-force": "Armed force", "joint": "Joint bodies of several states",
}  # fmt: skip

LAUNCHED_FROM = {
    "ground": "the ground", "silo": "silos", "air": "aircraft", "surface-ship": "surface ships",
    "submarine": "submarines", "space": "space",
}  # fmt: skip

# The same as a fact by itself.
LAUNCH_PLACES = {
    "ground": "ground", "silo": "silos", "air": "aircraft", "surface-ship": "surface ships",
    "submarine": "submarines", "space": "space",
}  # fmt: skip

# How a weapon is based, where the place it is launched from does not say so already.
BASING = {"road-mobile": "road-mobile", "rail-mobile": "rail-mobile", "fixed-site": "at fixed sites"}

# How states stand in an agreement, after their number.
STANDING_WORDS: dict[Standing, str] = {
    "party": "bound", "suspended": "suspended it", "withdrawn": "left", "signatory": "signed only",
    "ratified": "ratified, not yet bound", "provisionally applying": "applying it provisionally",
    "not a party": "not taking part", "former party": "bound until it ended", "never bound": "never bound",
    "succeeded": "ceased to exist", "not recorded": "not recorded",
}  # fmt: skip
_NUMBERED = re.compile(r"[IVXL]+(\s\(\d+\))?|\d+")
_ENDINGS = {"expired": "Expired", "terminated": "Ended", "replaced": "Replaced", "withdrew": "Ended"}


def spaced(code: str) -> str:
    """A code as words: 'requires-notification' becomes 'requires notification'."""
    return code.replace("-", " ")


def rule(code: str) -> str:
    """What a provision is called: 'slbm-launch-notice' becomes 'SLBM launch notice'."""
    return re.sub(r"\b(icbm|slbm)", lambda found: found.group().upper(), spaced(code))


def slug(words: str) -> str:
    """Words as a code: 'in force' becomes 'in-force'."""
    return words.replace(" ", "-")


def sentence(code: str) -> str:
    """A code as the beginning of a sentence."""
    return spaced(code)[:1].upper() + spaced(code)[1:]


def act(code: TreatyAct | WeaponAct) -> str:
    """An act of a history in words, to which "by" and the actors can be added."""
    return "Withdrawal" if code == "withdrew" else sentence(code)


def status_words(status: str, politically: bool = False) -> str:
    """A status in words; what is not law is in effect rather than in force."""
    words = sentence(status)
    return words.replace("force", "effect") if politically else words


def ending(interval: StatusInterval) -> str:
    """How an agreement ended, in one word."""
    return _ENDINGS.get(interval.does, "Ended")


def article(words: str) -> str:
    """An article as it is cited: 'I, IV, V' is 'Articles I, IV, V'; what begins otherwise stays as it is."""
    parts = re.split(r",\s*|\s+and\s+", words)
    if not _NUMBERED.fullmatch(parts[0]):
        return words
    return f"Article{'s' if sum(bool(_NUMBERED.fullmatch(part)) for part in parts) > 1 else ''} {words}"
