"""A problem in the data, and how it is printed: for a person, for a program, for a pull request."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Level = Literal["error", "warning"]
Format = Literal["text", "json", "github"]


@dataclass(frozen=True, order=True)
class Place:
    """Where in the data: a file, and a line and column counted from one. Zero means the file as a whole."""

    file: Path
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else str(self.file)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and how to mend it where that can be said."""

    place: Place
    message: str
    check: str
    hint: str = ""
    level: Level = "error"


class DataError(Exception):
    """The data cannot be used; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(as_text(self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A suggestion such as "Did you mean 'rs-26-rubezh'?", or nothing where no known word is near."""
    return _suggestion(word, tuple(known))


# One broken id may be named a thousand times, and comparing it with all known ones takes a while.
@cache
def _suggestion(word: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6) or [
        other for other in known if len(word) > 3 and (other.startswith(f"{word}-") or f"-{word}" in other)
    ]
    return f"Did you mean '{close[0]}'?" if close else ""


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem: `path:line:column: message. Hint`."""
    return "\n".join(_line(problem) for problem in problems)


def _line(problem: Problem) -> str:
    level = "" if problem.level == "error" else f"{problem.level}: "
    hint = f" {problem.hint}" if problem.hint else ""
    return f"{problem.place}: {level}{problem.message}.{hint}"


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of `{file, line, column, level, check, message, hint}`."""
    return json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=2)


def _record(problem: Problem) -> dict[str, str | int]:
    record = asdict(problem)
    place = record.pop("place")
    return {"file": str(place["file"]), "line": place["line"], "column": place["column"]} | record


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows as annotations on the changed lines."""
    return "\n".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    place, body = problem.place, f"{problem.message}. {problem.hint}".strip()
    where = f"file={_escape_property(str(place.file))},line={max(place.line, 1)},col={max(place.column, 1)}"
    return f"::{problem.level} {where},title=armsref {problem.check}::{_escape(body)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
