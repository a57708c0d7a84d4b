"""The parts of which the view of an entry is made."""

from __future__ import annotations

from dataclasses import dataclass

from armsref.law.conditions import Holds
from armsref.law.coverage import VerdictWord
from armsref.model import Effect, Kind
from armsref.prose.lines import EntryLink, Line
from armsref.prose.status import StatusMark


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of an entry; `language` is the code of its language, where that is not English."""

    words: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page begins with. `formal_name` is empty where the title is the whole name; `names` are a few others."""

    id: str
    kind: Kind
    title: str
    formal_name: str
    names: tuple[OtherName, ...]
    kind_words: str
    status: StatusMark | None
    answer: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something with a name, and what is said of it: one line, or one from each who says so.

    `language` is the code of the language that the lines are in, where that is not English. Accounts `differ` where two
    claims do not say the same.
    """

    label: str
    lines: tuple[Line, ...]
    language: str = ""
    differ: bool = False


@dataclass(frozen=True, slots=True)
class AccountRow:
    """What somebody says: who and as of when, what, and a note on it, empty where there is none."""

    speaker: Line
    text: Line
    note: Line


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An act: its day, and what was done."""

    day: str
    act: Line


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a provision does and asks, of what, and with what notice; empty where it says nothing of that."""

    effect: str
    article: str
    what: Line
    note: Line
    scope: Line
    notice: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning for a verdict. `weapon` is the one on whose claims it rests, empty where on none."""

    asked: str
    found: str
    holds: Holds
    weapon: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How an official explained a notice, or that there was none."""

    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class VerdictItem:
    """A verdict with its reason.

    `place` says where in the text of the agreement, or by which of its rules; `terms` what notice is to be given, where
    that is asked.
    """

    link: EntryLink
    place: str
    reason: str
    steps: tuple[Step, ...]
    terms: str = ""
    explanations: tuple[Explanation, ...] = ()


# Of more verdicts that do not apply on the day, or that do, the number is enough until a reader asks.
_SEEN_AT_ONCE, _APPLYING_SEEN_AT_ONCE = 4, 24


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """The verdicts that are the same word, and the same effect where not all have one."""

    word: VerdictWord
    effect: Effect
    heading: str
    items: tuple[VerdictItem, ...]

    @property
    def is_folded(self) -> bool:
        """Whether only how many there are is seen at once: of many that do not apply that day, of very many that do."""
        return len(self.items) > (_APPLYING_SEEN_AT_ONCE if self.word == "applies" else _SEEN_AT_ONCE)

    @property
    def title(self) -> str:
        """The heading, with how many there are where they are folded."""
        return f"{self.heading} ({len(self.items)})" if self.is_folded else self.heading


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts by word, from the weightiest, and by effect. `sentence` sums up those of today.

    `far` are agreements that are not about a weapon, each with the reason, and `strangers` those in which no state that
    has it ever took part; of an agreement, the weapons of such states.
    """

    groups: tuple[VerdictGroup, ...]
    far: tuple[tuple[EntryLink, str], ...] = ()
    strangers: tuple[tuple[EntryLink, str], ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A state in the table of an agreement, and what its columns say of it: days in words, '–' where none is known.

    `sorts` are the keys by which its cells are sorted. A reader looks for it by the `act` by which it was bound, and
    by its `standing`.
    """

    state: EntryLink
    cells: tuple[str, ...]
    sorts: tuple[str, ...]
    act: str
    standing: str


@dataclass(frozen=True, slots=True)
class ParticipationTable:
    """Which states take part: how many, in a sentence with its sources, and a row each.

    `columns` are the names of those columns that say something of any state. `outside` are the states that have not
    joined, where the table is complete enough to know.
    """

    sentence: Line
    columns: tuple[str, ...]
    rows: tuple[ParticipantRow, ...]
    outside: tuple[EntryLink, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with its number on the page: words that stand before its title, after it, and in small letters."""

    number: int
    author: str
    title: str
    url: str
    publisher: str
    date: str
    remark: str


@dataclass(frozen=True, slots=True)
class Group:
    """Links to entries under a heading."""

    label: str
    links: Line


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The entries that refer to one or name it: how many, and by kind."""

    count: int
    groups: tuple[Group, ...]
