"""Charts through the templates beside this file: every value is escaped, and numbers are written short."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from macros.loading import JoinedLoader


def drawn(chart: str, label: str, **parts: Any) -> Markup:
    """A chart as one picture, which its label describes; without one it is left out where a page is read aloud."""
    return Markup(_environment().get_template(f"{chart}.svg.j2").render(label=label, **parts))


@cache
def _environment() -> Environment:
    return Environment(
        loader=JoinedLoader(Path(__file__).parent),
        autoescape=True,
        finalize=_short,
        undefined=StrictUndefined,
        auto_reload=False,
    )


def _short(value: Any) -> Any:
    return f"{value:g}" if isinstance(value, float) else value
