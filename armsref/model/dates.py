"""Dates known to the year, the month or the day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Precision = Literal["year", "month", "day"]

_PATTERN = r"^~?\d{4}(-\d{2}(-\d{2})?)?$"
_FORM = re.compile(r"~?(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?", re.ASCII)


@dataclass(frozen=True)
class PartialDate:
    """A date as exact as its source: `1987`, `1987-12` or `1987-12-08`; a leading `~` means "about".

    `earliest` and `latest` bound the days it may stand for. Order is by `earliest`, then `latest`.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date as written in the data. Raises ValueError where it is none."""
        form = _FORM.fullmatch(text.strip())
        if form is None:
            raise ValueError(f"'{text}' is not a date: write 1987, 1987-12 or 1987-12-08")
        year, month, day = (int(part) if part else None for part in form.group("year", "month", "day"))
        assert year is not None
        if year == 0 or (month is not None and not 1 <= month <= 12):
            raise ValueError(f"'{text}' is not a date: there is no such year or month")
        if day is not None and not 1 <= day <= calendar.monthrange(year, month or 1)[1]:
            raise ValueError(f"'{text}' is not a date: there is no such day")
        return cls(year, month, day, text.strip().startswith("~"))

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """The date of a day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How exactly it is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """The first day that it may stand for."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it may stand for."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        return (self.earliest, self.latest) < (other.earliest, other.latest)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return ("~" if self.about else "") + "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        # A bare year is an integer to a YAML editor, which validates with these schemas.
        return {"anyOf": [{"type": "string", "pattern": _PATTERN}, {"type": "integer", "minimum": 1, "maximum": 9999}]}

    @classmethod
    def _validate(cls, value: Any) -> PartialDate:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("date", "a date is written 1987, 1987-12 or 1987-12-08")
        try:
            return _known(value)
        except ValueError as error:
            raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from None


@cache
def _known(text: str) -> PartialDate:
    """A date as written: the days on which sources were checked are few, and written thousands of times."""
    return PartialDate.parse(text)
