"""What the page of a weapon says beside what every page says."""

from __future__ import annotations

from dataclasses import dataclass

from armsref.law.claims import differ
from armsref.model import Designation, NumberClaim, Weapon, WeaponHistory
from armsref.prose import vocabulary
from armsref.prose.english import amount, listed
from armsref.prose.lines import Aside, Emphasis, EntryLink, Inline, Line, Words, plain_line
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import DESIGNATION_SYSTEMS, LAUNCHED_FROM, SAID_BY_PLACE, WEAPON_FACTS, sentence
from armsref.views.names import names
from armsref.views.parts import Fact, HistoryRow, Verdicts
from armsref.views.verdicts import on_weapon
from armsref.views.writer import Writer, unbroken_day, words


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A claim on the range of a weapon: how far, of which version, and who says so, also as of when."""

    range: Line
    by: Line
    speaker: str


@dataclass(frozen=True, slots=True)
class WeaponPart:
    """What is said of a weapon alone. `ranges_words` are all claims on its range in one sentence."""

    ranges: tuple[RangeRow, ...]
    ranges_words: str
    verdicts: Verdicts
    claims: tuple[Fact, ...]
    names: tuple[Fact, ...]
    variants: tuple[Line, ...]
    history: tuple[HistoryRow, ...]


def weapon_part(writer: Writer, weapon: Weapon) -> WeaponPart:
    """What is said of a weapon after its summary, in that order."""
    amounts = listed([amount(claim) for claim in weapon.range_km])
    claims = _claims(writer, weapon)
    return WeaponPart(
        ranges=_ranges(writer, weapon),
        ranges_words=typographic(f"Range of {weapon.title} in km, on a logarithmic scale: {amounts}."),
        verdicts=on_weapon(writer.as_of, weapon),
        claims=claims,
        names=(*_designations(writer, weapon), *names(weapon)),
        variants=tuple(writer.line(variant) for variant in weapon.variants),
        history=tuple(HistoryRow(unbroken_day(act.date), _act(writer, act)) for act in weapon.history),
    )


def range_line(claims: tuple[NumberClaim, ...]) -> Line:
    """The first claim on a range, and how many more there are; nothing where none is made."""
    if not claims:
        return ()
    more = (Words(" "), Aside((Words(f"and {len(claims) - 1} more"),))) if len(claims) > 1 else ()
    return (Words(f"{amount(claims[0])} km"), *more)


def weapon_facts(writer: Writer, weapon: Weapon) -> tuple[Fact, ...]:
    """The facts at a glance."""
    found = [Fact("Launched from", (words(launched_from(weapon)),)), Fact("Origin", (writer.links(weapon.origin),))]
    for label, states in (("Operators", weapon.operators), ("Former operators", weapon.former_operators)):
        if states:
            found.append(Fact(label, (writer.links(states),)))
    if weapon.warhead_type:
        found.append(Fact("Warhead type", (words(", ".join(weapon.warhead_type)),)))
    if weapon.range_km:
        found.append(Fact("Range", _first_range(writer, weapon)))
    return tuple(found)


def launched_from(weapon: Weapon) -> str:
    """From where, and how based: 'ground (road-mobile), submarines'; silos and aircraft are places already."""
    basing = ", ".join(vocabulary.BASING[base] for base in weapon.basing if base not in SAID_BY_PLACE)
    places = [LAUNCHED_FROM[place].removeprefix("the ") for place in weapon.launched_from]
    return ", ".join(f"{place} ({basing})" if place == "ground" and basing else place for place in places)


def _first_range(writer: Writer, weapon: Weapon) -> tuple[Line, ...]:
    first = writer.claim("range_km", weapon.range_km[0])
    more = len(weapon.range_km)
    here = EntryLink(weapon.id, f"{more} accounts in all", "claims")
    return (first, (here,)) if more > 1 else (first,)


def _ranges(writer: Writer, weapon: Weapon) -> tuple[RangeRow, ...]:
    rows = []
    for claim in weapon.range_km:
        version = words(f" ({claim.variant})") if claim.variant else ()
        value = (*writer.value("range_km", claim), *version)
        speaker = plain_line(writer.speaker_of(claim))
        rows.append(RangeRow(value, (*writer.by(claim), *writer.cite(claim.source)), speaker))
    return tuple(rows)


def _claims(writer: Writer, weapon: Weapon) -> tuple[Fact, ...]:
    """The claims by field: whether they differ is said of each field."""
    found = []
    for name, label in WEAPON_FACTS.items():
        claims = getattr(weapon, name)
        if claims:
            lines = tuple(writer.claim(name, claim) for claim in claims)
            found.append(Fact(label, lines, differ=differ(claims)))
    return tuple(found)


def _designations(writer: Writer, weapon: Weapon) -> tuple[Fact, ...]:
    return tuple(
        Fact(DESIGNATION_SYSTEMS[system], tuple(_designation(writer, designation) for designation in designations))
        for system, designations in weapon.designations.items()
        if designations
    )


def _designation(writer: Writer, designation: Designation) -> Line:
    """One designation, attributed where the data has it."""
    note = (Words(" – "), *writer.line(designation.note)) if designation.note else ()
    by = writer.by(designation) if designation.by or designation.source else ()
    return (*words(designation.value), *by, *writer.cite(designation.source), *note)


def _act(writer: Writer, act: WeaponHistory) -> Line:
    """A step of a weapon's life: what, where, by whose account, with what note."""
    place = typographic(f" ({act.place})") if act.place else ""
    line: list[Inline] = [Emphasis((Words(sentence(act.act)),), strong=True), Words(place)]
    if act.by:
        line += [Words(" "), Aside(writer.speaker(act.by))]
    line.append(Words("."))
    if act.note:
        line += [Words(" "), *writer.line(act.note)]
    return (*line, *writer.cite(act.source))
