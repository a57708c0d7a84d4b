"""Numbers, days and names in words, as the library says them."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from functools import cache

from armsref.model import Bounds, NumberClaim
from armsref.model.dates import PartialDate

# Names of states that take an article in running text, beside those that begin with "United".
_WITH_ARTICLE = {
    "Soviet Union", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Seychelles", "Comoros", "Holy See",
    "Central African Republic", "Dominican Republic", "Democratic Republic of the Congo", "Congo", "Marshall Islands",
    "Solomon Islands",
}  # fmt: skip


# Numbers up to here stand in running text as words.
_IN_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def how_many(count: int) -> str:
    """How many there are, in running text: 'no', 'one', 'twelve', '13'."""
    return _IN_WORDS[count] if count < len(_IN_WORDS) else number(count)


def number(value: float) -> str:
    """A number with thousands set apart: 13,600; 2.5."""
    return f"{value:,.10g}"


def amount(claim: NumberClaim, before: str = "") -> str:
    """What a claim gives: 'about 500', 'up to 5,500', '3,000–5,500', 'up to Mach 10' with 'Mach ' before."""
    least = f"{'about ' if claim.about else ''}{before}"
    if claim.value is not None:
        return least + number(claim.value)
    if claim.over is not None:
        upper = f" and up to {number(claim.max)}" if claim.max is not None else ""
        return f"over {least}{number(claim.over)}{upper}"
    if claim.min is not None and claim.max is not None:
        return f"{least}{number(claim.min)}–{number(claim.max)}"
    if claim.max is not None:
        return f"up to {least}{number(claim.max)}"
    return f"at least {least}{number(claim.min or 0)}"


def bounds(limits: Bounds, unit: str) -> str:
    """The limits of a condition, the unit with its space: '500–5,500 km', 'over 5,500 km'."""
    over = limits.over is not None
    least = f"over {number(limits.over or 0)}" if over else "" if limits.min is None else number(limits.min)
    if limits.max is None:
        return f"{least}{unit}" if over else f"at least {least}{unit}"
    if not least:
        return f"up to {number(limits.max)}{unit}"
    return f"{least} and up to {number(limits.max)}{unit}" if over else f"{least}–{number(limits.max)}{unit}"


@cache
def day(when: PartialDate | date) -> str:
    """A date in words, as exact as it is known: 8 December 1987, December 1987, about 1987."""
    known = when if isinstance(when, PartialDate) else PartialDate.on(when)
    parts = [str(known.day)] if known.day else []
    parts += [calendar.month_name[known.month]] if known.month else []
    return ("about " if known.about else "") + " ".join([*parts, str(known.year)])


def on_words(when: PartialDate) -> str:
    """A date after what was done then: 'on 8 December 1987', 'in December 1987', 'about 16 December 2000'."""
    before = "" if when.about else "on " if when.precision == "day" else "in "
    return before + day(when)


def the(name: str) -> str:
    """A state's name as it stands in running text: 'the United States', 'Russia'."""
    return f"the {name}" if name.startswith("United ") or name in _WITH_ARTICLE else name


def listed(items: Sequence[str], last: str = "and") -> str:
    """Items in a row: 'A', 'A and B', 'A, B and C'."""
    return f" {last} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def begun(sentence: str) -> str:
    """A sentence with its first letter a capital."""
    return sentence[:1].upper() + sentence[1:]
