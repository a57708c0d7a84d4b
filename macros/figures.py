"""Numbers, units and dates as a reader sees them."""

from __future__ import annotations

from functools import cache
from math import floor, log10

from babel.dates import format_date
from babel.numbers import format_decimal

from armsref.dates import PartialDate
from armsref.model import Bounds, NumberClaim

LOCALE = "en_GB"
KM_PER_MILE = 1.609344
_PATTERNS = {"year": "y", "month": "MMMM y", "day": "d MMMM y"}

# The unit a field's name ends in, as it is printed after the number.
UNITS = {"km": " km", "kmh": " km/h", "kg": " kg", "m": " m", "kt": " kt", "mach": ""}


@cache
def day(date: PartialDate) -> str:
    """A date in words, as exact as it is known: 8 December 1987, December 1987, about 1987."""
    words = format_date(date.earliest, _PATTERNS[date.precision], locale=LOCALE)
    return f"about {words}" if date.about else words


@cache
def number(value: float) -> str:
    """A number with thousands set apart: 13,600; 2.5."""
    return format_decimal(value, locale=LOCALE, group_separator=value >= 1000)


def quantity(claim: NumberClaim, field: str) -> str:
    """A claim's amount with its unit: 'about 500 km', 'up to 5,500 km', '3,000-5,500 km', 'Mach 10'."""
    unit = field.rpartition("_")[2]
    before, after = ("Mach ", "") if unit == "mach" else ("", UNITS.get(unit, ""))
    words = f"{_bounds(claim, before)}{after}"
    if unit in ("km", "kmh"):
        words += f" ({_bounds(_in_miles(claim))} {'mph' if unit == 'kmh' else 'miles'})"
    return words


def bounds(limits: Bounds, unit: str) -> str:
    """The limits of a condition: '500–5,500 km', 'over 5,500 km'."""
    least = (
        f"over {number(limits.over)}"
        if limits.over is not None
        else number(limits.min)
        if limits.min is not None
        else ""
    )
    if limits.max is None:
        return f"{least} {unit}" if limits.over is not None else f"at least {least} {unit}"
    return f"{least}–{number(limits.max)} {unit}" if least else f"up to {number(limits.max)} {unit}"


def _bounds(claim: NumberClaim, before: str = "") -> str:
    before = ("about " if claim.about else "") + before
    if claim.value is not None:
        return before + number(claim.value)
    if claim.min is not None and claim.max is not None:
        return f"{before}{number(claim.min)}–{number(claim.max)}"
    if claim.max is not None:
        return f"up to {before}{number(claim.max)}"
    return f"at least {before}{number(claim.min or 0)}"


def _in_miles(claim: NumberClaim) -> NumberClaim:
    bounds = {name: getattr(claim, name) for name in ("value", "min", "max")}
    return claim.model_copy(update={name: _rounded(km / KM_PER_MILE) for name, km in bounds.items() if km is not None})


def _rounded(value: float) -> float:
    """To three significant figures, which is more than any published range is good for."""
    return round(value, 2 - floor(log10(value))) if value else 0
