"""Templates as they are loaded: broken and indented for those who read them, not for those who load a page."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader


class JoinedLoader(FileSystemLoader):
    """Loads a template as one line: a line of it that is to end in a space says so in an expression."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The template without its line breaks and its indentation."""
        source, path, is_current = super().get_source(environment, template)
        return "".join(line.strip() for line in source.splitlines()), path, is_current
