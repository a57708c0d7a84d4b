"""The forms under which entries are written in running text, and what each asks of the words around it.

The table is what `finder` and the pages search with; it holds no rule that is not also a field of a form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from armsref.loading.dataset import Dataset, once
from armsref.model import Entry, Organisation, State, Term, Topic
from armsref.model.names import names_of

# Capitals that are also words, or the beginning of a sentence in a heading: they need more than to be in capitals.
ALSO_WORDS = {"start", "salt", "sort", "mad", "post", "inf", "abm", "rail", "hot"}
# Names that are also words of the language, however they are written.
COMMON_NAMES = {
    "patriot", "sentinel", "peacekeeper", "poseidon", "tomahawk", "satan", "oka", "trident", "minuteman", "taurus",
    "sand", "gryphon", "pioneer", "saber", "sickle", "stone", "iskander", "pavement", "typhon", "kedr",
}  # fmt: skip
# Words that make a term of several words the field's own; another such term may be meant in any trade.
TECHNICAL = re.compile(
    r"nuclear|missile|ballistic|warhead|hypersonic|mirv|icbm|slbm|anti satellite|asat|deterrence|re ?entry vehicle|"
    r"arms control|disarmament|non proliferation|throw weight|first strike|second strike|boost glide"
)
# What after a name says that the entry is meant, by the entry's kind.
FOLLOWERS: dict[str, tuple[str, ...]] = {
    "treaty": ("treaty", "treaties", "agreement", "talks", "negotiations", "convention", "pact"),
    "weapon": ("missile", "missiles", "icbm", "icbms", "slbm", "launcher", "launchers", "system", "systems", "battery"),
    "term": (), "event": (), "organisation": (), "state": (),
}  # fmt: skip
# Spellings that are exchanged for one another.
SPELLINGS = (
    ("defence", "defense"), ("defense", "defence"), ("re entry", "reentry"), ("reentry", "re entry"),
    ("centre", "center"), ("center", "centre"), ("programme", "program"), ("targetable", "targeted"),
    ("targeted", "targetable"), ("on site", "onsite"), ("sub strategic", "substrategic"),
)  # fmt: skip
# Endings of the word with which the Russian name of an agreement begins.
DECLINED = {"договор": ("а", "у", "ом", "е"), "соглашение": ("я", "ю", "ем", "и")}
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_TREATY_ON = re.compile(r"^(treaty|agreement|convention|memorandum) on (?:the )?(.+)$")
_ON_TREATY = re.compile(r"^(.+) (treaty|agreement|convention|memorandum)$")


@dataclass(frozen=True, order=True)
class NameForm:
    """One form of an entry's name, as texts are compared (`plain`).

    `capitals`: only in capitals. `proper`: only with its first letter a capital. `unsure`: also a word, or a name too
    common to stand alone, so that something near it must say that it is meant.
    """

    text: str
    id: str
    capitals: bool = False
    proper: bool = False
    unsure: bool = False


@dataclass(frozen=True)
class FormTable:
    """All forms, and of each entry its kind and topics."""

    forms: tuple[NameForm, ...]
    kinds: dict[str, str]
    topics: dict[str, tuple[Topic, ...]] = field(default_factory=dict)


@once
def form_table(dataset: Dataset) -> FormTable:
    """The forms of all entries, in order."""
    forms = sorted({form for entry in dataset for form in forms_of(entry)})
    return FormTable(
        tuple(forms), {entry.id: entry.kind for entry in dataset}, {entry.id: entry.topics for entry in dataset}
    )


def forms_of(entry: Entry) -> Iterator[NameForm]:
    """Every form in which an entry's names are written."""
    for name in names_of(entry):
        # A code such as the ISO one of Italy, "IT", is no name that a text uses.
        if name.system == "code" or len(name.surface) < 2:
            continue
        yield from _forms(entry, name.surface)


def _forms(entry: Entry, surface: str) -> Iterator[NameForm]:
    capitals = _is_capitals(surface)
    proper = not capitals and surface[:1].isupper() and not _is_common_noun(entry, surface)
    base = comparable(surface)
    for text in dict.fromkeys(_inflected(base, latin=surface.isascii() or _is_latin(surface))):
        yield NameForm(text, entry.id, capitals, proper, _is_unsure(entry, base, capitals))


def comparable(text: str) -> str:
    """A text as names are compared: small, without accents, hyphens as spaces, one space between words."""
    return " ".join("".join(plain_char(char) for char in text).replace("\0", "").split())


@lru_cache(maxsize=4096)
def plain_char(char: str) -> str:
    """A character as names are compared: one character, or NUL for what is not seen."""
    if char in "-‐‑‒–—−/" or char.isspace():
        return " "
    if char in "’‘ʼ`´":
        return "'"
    if unicodedata.category(char) in ("Mn", "Cf"):
        return "\0"
    small = char.lower()
    bare = "".join(part for part in unicodedata.normalize("NFKD", small) if unicodedata.category(part) != "Mn").lower()
    return bare if len(bare) == 1 else small if len(small) == 1 else char


def _is_capitals(surface: str) -> bool:
    """Whether a name is a short form in capitals, such as INF: then only capitals are that name."""
    letters = [char for char in surface if char.isalpha()]
    return 1 < len(letters) <= 6 and " " not in surface and all(char.isupper() for char in letters)


def _is_common_noun(entry: Entry, surface: str) -> bool:
    """Whether a name keeps no capital in running text."""
    if comparable(surface).split()[0] in DECLINED:
        return True
    if not isinstance(entry, Term) or entry.proper_name:
        return False
    # "Ballistic missile" is a noun; a name with a capital inside, "Nuclear Posture Review", is one of its own.
    return not any(word[:1].isupper() for word in surface.split()[1:])


def _is_unsure(entry: Entry, base: str, capitals: bool) -> bool:
    """Whether something near a name must say that it is meant."""
    if isinstance(entry, State):
        return True
    if isinstance(entry, Organisation):
        return not TECHNICAL.search(base)
    if capitals:
        return base in ALSO_WORDS
    if isinstance(entry, Term):
        return not TECHNICAL.search(base)
    return base in COMMON_NAMES or (len(base) < 4 and base.isalpha())


def _is_latin(surface: str) -> bool:
    return all(not char.isalpha() or "LATIN" in unicodedata.name(char, "") for char in surface)


def _inflected(base: str, latin: bool) -> Iterator[str]:
    """A name in all the forms that it takes in a text."""
    if not latin:
        yield from (base, *_joined(base), *_declined(base))
        return
    for text in {base, *_numerals(base), *_reordered(base), *_joined(base)}:
        for spelled in (text, *_spelled(text)):
            yield spelled
            yield from _plurals(spelled)


def _spelled(text: str) -> Iterator[str]:
    """The same words in American or British spelling, and with the hyphens that some leave out."""
    for spelling, other in SPELLINGS:
        if spelling in text:
            yield text.replace(spelling, other)


def _declined(text: str) -> Iterator[str]:
    """'договор рсмд' as 'договора рсмд': the endings of the last word are the finder's own."""
    first, _, rest = text.partition(" ")
    for ending in DECLINED.get(first, ()) if rest else ():
        yield f"{first.removesuffix('е')}{ending} {rest}"


def _plurals(text: str) -> Iterable[str]:
    """The plural of the last word or of a designation, where one can be made: 'mirvs', 'ss 20s'."""
    last = text.split()[-1] if text.split() else ""
    if last[-1:].isdigit() and any(char.isalpha() for char in text):
        return (f"{text}s",)
    if not last[-1:].isalpha() or last.endswith("s"):
        return ()
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return (f"{text[:-1]}ies",)
    return (f"{text}es",) if last.endswith(("ch", "sh", "x", "z")) else (f"{text}s",)


def _numerals(text: str) -> Iterator[str]:
    """'start i' as 'start 1', and the other way."""
    *words, last = text.split() or [""]
    other = ROMAN.get(last) or {digit: roman for roman, digit in ROMAN.items()}.get(last)
    if words and other:
        yield " ".join([*words, other])


def _reordered(text: str) -> Iterator[str]:
    """'open skies treaty' as 'treaty on open skies', and the other way."""
    if (name := _TREATY_ON.match(text)) and len(name[2].split()) <= 4:
        yield f"{name[2]} {name[1]}"
    name = _ON_TREATY.match(text)
    if name and len(name[1].split()) > 1 and not any(char.isdigit() for char in name[1]):
        yield f"{name[2]} on {name[1]}"


def _joined(text: str) -> Iterator[str]:
    """'rs 28' as 'rs28', and the other way: designations are written with and without a hyphen."""
    if re.fullmatch(r"[^\W\d_]{1,4} \d+[^\W\d_]?", text):
        yield text.replace(" ", "")
    if parts := re.fullmatch(r"(\d*[^\W\d_]{1,4})(\d+[^\W\d_]?)", text):
        yield f"{parts[1]} {parts[2]}"
