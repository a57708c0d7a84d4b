"""The MkDocs hook: each event is handed on to `macros.building`."""

from __future__ import annotations

from typing import Any

from mkdocs.plugins import event_priority

from macros import building


@event_priority(100)
def on_config(config: Any) -> Any:
    """Begin a build, before mkdocs-macros loads its module. Raises Abort where the data has errors."""
    building.begin(config)
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that no file in docs/ stands for."""
    return building.add_files(files, config)


def on_nav(nav: Any, config: Any, **_: Any) -> Any:
    """Begin to write the open data, of whose files pages tell the sizes."""
    building.publish(config)
    return nav


@event_priority(-100)
def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Name a page after the macros have run: mkdocs-macros would take a title with braces for a template."""
    building.describe(page, config)
    return markdown


def on_env(env: Any, files: Any, **_: Any) -> Any:
    """Tell the theme where Material's style sheet is, whose name changes with each of its versions."""
    env.globals["material_styles"] = building.material_styles(files)
    return env


def on_page_context(context: Any, page: Any, config: Any, **_: Any) -> Any:
    """Finish a page, just before the theme lays its frame round it."""
    building.finish(page, config)
    return context


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Let a page go that is written, so that a large site need not be kept whole."""
    page.content = ""
    return output


def on_post_build(config: Any) -> None:
    """Write what pages look up, and the list of the pages."""
    building.write_files(config)
