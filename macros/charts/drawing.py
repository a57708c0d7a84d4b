"""Charts through the templates beside this file: every value is escaped, and numbers are written short."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


def drawn(chart: str, label: str, **parts: Any) -> Markup:
    """A chart as one picture, which its label describes; without one it is left out where a page is read aloud."""
    return Markup(_environment().get_template(f"{chart}.svg.j2").render(label=label, **parts))


class _Joined(FileSystemLoader):
    """Loads a template as one line: it is broken and indented for those who read it, not for those who load a page."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_current = super().get_source(environment, template)
        return "".join(line.strip() for line in source.splitlines()), path, is_current


@cache
def _environment() -> Environment:
    return Environment(
        loader=_Joined(Path(__file__).parent),
        autoescape=True,
        finalize=_short,
        undefined=StrictUndefined,
        auto_reload=False,
    )


def _short(value: Any) -> Any:
    return f"{value:g}" if isinstance(value, float) else value
