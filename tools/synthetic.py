"""A made-up dataset of any size, the same for the same seed: to measure with, never to publish.

An entry is as rich as a real one: six relations, eight facts with their sources, three paragraphs with links.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from textwrap import shorten
from typing import Any

import yaml

from armsref.model import ANSWER_LIMIT

SEED = 1987
STATES = 40
SOURCES_A_PUBLISHER = 10
# Terms and events share a file each, and 800 of them fill most of the 5 MB that the project reads of one file.
SHARES = {"term": 0.2, "event": 0.2, "treaty": 0.25, "weapon": 0.35}
TITLES = {"term": "threshold", "event": "incident", "treaty": "Agreement on Missiles", "weapon": "missile system"}
SHARED_FILES = {"term": "glossary", "event": "events", "state": "states"}
TYPES = ("ballistic-missile", "cruise-missile", "boost-glide")
# However many agreements there are, few can be put to a weapon: of the real ones about a score.
WITH_CONDITIONS = 20
FOLDERS = {"treaty": "treaties", "weapon": "weapons"}

_SYLLABLES = [consonant + vowel for consonant in "bdklmnprstvz" for vowel in "aeiou"]
_VOCABULARY = """
    ballistic launcher range notification party inspection warhead deployment withdrawal interval flight exhibition
    declared observed reported denied tested limited eliminated mobile fixed strategic regional conventional nuclear
    the a its their of under with after before by and or for at least up to about no more than each side both
    government ministry commission statement text article protocol annex data exchange treaty missile system test
"""
_WORDS = _VOCABULARY.split()
_TOPICS = ("missiles", "nuclear", "verification", "law", "doctrine", "space")
_RELATIONS = ("see-also", "parallel", "follows", "limits", "uses", "led-to", "part-of", "alleged-violation")
_SPEAKERS = ("a ministry's spokesman", "the chief of the general staff", "an institute that keeps count")

Fields = dict[str, Any]


class _Dumper(yaml.CSafeDumper):
    """Writes a value out each time, for the project reads no aliases."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def write(folder: Path, entries: int, seed: int = SEED, with_conditions: int = WITH_CONDITIONS) -> None:
    """Write a data folder with so many treaties, weapons, terms and events (10 at least), and the states they name.

    Of the treaties, `with_conditions` have provisions that can be put to a weapon.
    """
    made = _Dataset(entries, Random(seed), with_conditions)
    for kind, ids in made.ids.items():
        filled = {entry_id: made.entry(kind, entry_id) for entry_id in ids}
        if kind in SHARED_FILES:
            _dump(folder / f"{SHARED_FILES[kind]}.yml", filled)
        else:
            for entry_id, entry in filled.items():
                _dump(folder / FOLDERS[kind] / f"{entry_id}.yml", entry)
    for publisher, content in made.publishers().items():
        _dump(folder / "sources" / f"{publisher}.yml", content)


class _Dataset:
    """The ids of everything, known beforehand so that entries can refer to each other; and what fills them."""

    def __init__(self, entries: int, random: Random, with_conditions: int) -> None:
        self.random = random
        self.with_conditions = with_conditions
        self.names: dict[str, str] = {}
        counts = {kind: int(entries * share) for kind, share in SHARES.items()}
        counts["weapon"] += entries - sum(counts.values())
        self.ids = {kind: self._named(kind, count) for kind, count in counts.items()}
        self.entries = [entry_id for ids in self.ids.values() for entry_id in ids]
        self.numbers = {entry_id: number for number, entry_id in enumerate(self.entries)}
        self.ids["state"] = self.states = [f"{first}{second}" for first in "abcd" for second in "klmnopqrst"][:STATES]

    def _named(self, kind: str, count: int) -> list[str]:
        names = [f"{_coined(len(self.names) + number)} {TITLES[kind]}" for number in range(count)]
        ids = {name.lower().replace(" ", "-"): name for name in names}
        self.names |= ids
        return sorted(ids)

    def entry(self, kind: str, entry_id: str) -> Fields:
        """An entry's fields."""
        if kind == "state":
            return {"name": f"Republic of {_coined(-1 - self.states.index(entry_id))}", "iso": entry_id.upper()}
        sources = [self._source(self.numbers[entry_id]), *self._some_sources(5)]
        own = {"term": self._term, "event": self._event, "treaty": self._treaty, "weapon": self._weapon}[kind]
        if kind == "treaty":
            own = partial(self._treaty, conditions=self.ids["treaty"].index(entry_id) < self.with_conditions)
        return self._common(entry_id, sources) | own(sources)

    def publishers(self) -> dict[str, Fields]:
        """All publishers with their sources: one source an entry, each cited by at least that entry."""
        found: dict[str, Fields] = {}
        for number in range(len(self.entries)):
            publisher, item = self._source(number).split("/")
            head = {
                "publisher": f"{_coined(number)} Institute",
                "kind": "research",
                "country": self._state(),
                "items": {},
            }
            found.setdefault(publisher, head)["items"][item] = {
                "title": self._words(9),
                "author": f"A. {_coined(number + 7)}",
                "date": self._day(),
                "url": f"https://example.org/{publisher}/{item}",
                "checked": "2024-05-01",
            }
        return found

    # What every entry has

    def _common(self, entry_id: str, sources: list[str]) -> Fields:
        name = self.names[entry_id]
        others = self._others(entry_id, 6)
        return {
            "name": name,
            "aliases": [f"{name} of old", f"Second {name}"],
            "names": {"ru": [f"{name} по-русски"], "fr": [f"{name} en français"]},
            "topics": self.random.sample(_TOPICS, 2),
            "answer": shorten(self._words(22), ANSWER_LIMIT, placeholder="."),
            "summary": "\n\n".join(self._paragraph(entry_id) for _ in range(3)),
            "related": [{"id": other, "how": self.random.choice(_RELATIONS)} for other in others],
            "sources": sources[:3],
        }

    def _paragraph(self, entry_id: str) -> str:
        first, second = self._others(entry_id, 2)
        links = [f"[[{first}]]", f"[[{second}|{self._words(2)[:-1]}]]", f"[[{self._state()}]]"]
        sentences = [f"{self._words(14)[:-1]} {link} {self._words(6).lower()}" for link in links]
        return " ".join(sentences)

    # What each kind has, with eight facts

    def _term(self, sources: list[str]) -> Fields:
        return {"definitions": [self._told(sources) for _ in range(8)], "why_it_matters": self._words(30)}

    def _event(self, sources: list[str]) -> Fields:
        involves = [*self.random.sample(self.states, 2), *self.random.sample(self.ids["weapon"], 1)]
        accounts = [self._told(sources) for _ in range(8)]
        return {
            "date": self._day(),
            "place": _coined(self.random.randrange(999)),
            "involves": involves,
            "accounts": accounts,
        }

    def _treaty(self, sources: list[str], conditions: bool = True) -> Fields:
        acts = ("signed", "ratified", "entered-into-force", "amended", self.random.choice(("terminated", "extended")))
        return {
            "form": "agreement",
            "binding": self.random.choice(("legally", "politically")),
            "parties": self.random.sample(self.states, self.random.randint(2, 4)),
            "duration": self._words(10),
            "history": self._history(acts, sources),
            "provisions": [self._provision(number, sources, conditions) for number in range(3)],
        }

    def _weapon(self, sources: list[str]) -> Fields:
        number = self.random.randrange(10, 100)
        return {
            "designations": {"native": [f"K-{number}"], "nato": [{"value": f"SS-{number}", "source": sources[0]}]},
            "type": self.random.choice(TYPES),
            "launched_from": ["ground"],
            "basing": ["road-mobile"],
            "origin": [self._state()],
            "operators": self.random.sample(self.states, 2),
            "warhead_type": ["conventional", "nuclear"],
            "history": self._history(("revealed", "first-test", "in-service"), sources),
            "range_km": [self._claim(sources, 500, 5500), self._claim(sources, 500, 5500)],
            "speed_mach": [self._claim(sources, 2, 20)],
            "payload_kg": [self._claim(sources, 300, 1500)],
            "length_m": [self._claim(sources, 6, 30)],
        }

    def _history(self, acts: tuple[str, ...], sources: list[str]) -> list[Fields]:
        day = date(1960, 1, 1) + timedelta(days=self.random.randrange(10_000))
        days = [day + timedelta(days=400 * step) for step in range(len(acts))]
        return [
            {"date": day.isoformat(), "act": act, "source": self._cited(sources), "note": self._words(12)}
            for act, day in zip(acts, days, strict=True)
        ]

    def _provision(self, number: int, sources: list[str], conditions: bool) -> Fields:
        effects = ("prohibits", "limits", "requires-notification") if conditions else ("prohibits", "limits", "commits")
        least = self.random.choice((300, 500, 1000, 3000))
        reaches = {
            "type": [self.random.choice(TYPES)],
            "launched_from": ["ground"],
            "range_km": {"min": least, "max": 5500},
        }
        return {
            "id": f"provision-{number}",
            "article": "IV",
            "effect": self.random.choice(effects),
            "what": self._words(22),
            **({"reaches": reaches} if conditions else {}),
            "source": self._cited(sources),
        }

    def _claim(self, sources: list[str], least: int, most: int) -> Fields:
        return {"value": self.random.randint(least, most), **self._attribution(sources), "note": self._words(8)}

    def _told(self, sources: list[str]) -> Fields:
        return {"text": self._words(28), **self._attribution(sources)}

    def _attribution(self, sources: list[str]) -> Fields:
        by = self.random.choice((self._state(), *_SPEAKERS))
        return {"by": by, "as_of": self._day(), "source": self._cited(sources)}

    # Small things

    def _words(self, count: int) -> str:
        return " ".join(self.random.choices(_WORDS, k=count)).capitalize() + "."

    def _day(self) -> str:
        return (date(1970, 1, 1) + timedelta(days=self.random.randrange(18_000))).isoformat()

    def _state(self) -> str:
        return self.random.choice(self.states)

    def _others(self, entry_id: str, count: int) -> list[str]:
        drawn = self.random.sample(self.entries, count + 1)
        return [other for other in drawn if other != entry_id][:count]

    def _cited(self, sources: list[str]) -> list[str]:
        return self.random.sample(sources, self.random.randint(1, 2))

    def _some_sources(self, count: int) -> list[str]:
        return [self._source(number) for number in self.random.sample(range(len(self.entries)), count)]

    def _source(self, number: int) -> str:
        publisher, item = divmod(number, SOURCES_A_PUBLISHER)
        return f"publisher-{publisher:05d}/item-{item:02d}"


def _coined(number: int) -> str:
    """A word that no other number has."""
    size = len(_SYLLABLES)
    scattered = number * 7919 % size**4  # coprime to the modulus, so distinct numbers stay distinct
    return "".join(_SYLLABLES[scattered // size**place % size] for place in range(4)).capitalize()


def _dump(path: Path, content: Fields) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(content, file, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
