"""Numbers, units and dates as a reader sees them."""

from __future__ import annotations

from math import floor, log10

from armsref.model import NumberClaim
from armsref.prose import english as words
from armsref.prose.english import bounds, number

__all__ = ["bounds", "number", "quantity"]

KM_PER_MILE = 1.609344
KILO = 1000

# The unit a field's name ends in, as it is printed after the number.
UNITS = {"km": " km", "kmh": " km/h", "kg": " kg", "m": " m", "kt": " kt", "mach": ""}


def quantity(claim: NumberClaim, field: str) -> str:
    """A claim's amount with its unit: 'about 500 km', 'up to 5,500 km', '3,000-5,500 km', 'Mach 10'."""
    unit = field.rpartition("_")[2]
    before, after = ("Mach ", "") if unit == "mach" else ("", UNITS.get(unit, ""))
    shown = f"{words.amount(claim, before)}{after}"
    if unit in ("km", "kmh"):
        shown += f" ({words.amount(_in_miles(claim))} {'mph' if unit == 'kmh' else 'miles'})"
    return shown


def size(count: int) -> str:
    """So many bytes: '812 bytes', '38 kB', '1.2 MB'."""
    if count < KILO:
        return f"{count} bytes"
    return f"{count / KILO:.0f} kB" if count < KILO**2 else f"{count / KILO**2:.1f} MB"


def _in_miles(claim: NumberClaim) -> NumberClaim:
    ends = {name: getattr(claim, name) for name in ("value", "min", "over", "max")}
    return claim.model_copy(update={name: _rounded(km / KM_PER_MILE) for name, km in ends.items() if km is not None})


def _rounded(value: float) -> float:
    """To three significant figures, which is more than any published range is good for."""
    return round(value, 2 - floor(log10(value))) if value else 0
