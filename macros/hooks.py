"""The MkDocs hook: each event is handed on to `macros.building`.

MkDocs keeps this file for as long as `mkdocs serve` runs. So that a change of the code shows like a change of the data,
every build begins by forgetting the modules, and nothing is imported from them up here.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import click
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

PACKAGES = ("armsref", "macros")
_serving = False


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the site is being served, or built once."""
    global _serving
    _serving = command == "serve"


@event_priority(100)
def on_config(config: Any) -> Any:
    """Begin a build, before mkdocs-macros loads its module.

    While the site is served, a mistake is told and the site stays as it was. Otherwise raises Abort; nothing is built.
    """
    before = _forget_modules()
    try:
        from macros import building

        return building.begin(config)
    except Abort as error:
        if not (_serving and "macros.building" in before):
            raise
        click.echo(f"{error}\nThe site is shown as it was until this is mended.", err=True)
        _forget_modules()
        sys.modules.update(before)
        return before["macros.building"].begin(config)


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that no file in docs/ stands for."""
    from macros import building

    return building.add_files(files, config)


def on_nav(nav: Any, config: Any, **_: Any) -> Any:
    """Begin to write the open data, of whose files pages tell the sizes."""
    from macros import building

    building.publish(config)
    return nav


@event_priority(-100)
def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Name a page after the macros have run: mkdocs-macros would take a title with braces for a template."""
    from macros import building

    building.describe(page, config)
    return markdown


def on_env(env: Any, files: Any, **_: Any) -> Any:
    """Tell the theme where Material's style sheet is, whose name changes with each of its versions."""
    from macros import building

    env.globals["material_styles"] = building.material_styles(files)
    return env


def on_page_context(context: Any, page: Any, config: Any, **_: Any) -> Any:
    """Finish a page, just before the theme lays its frame round it."""
    from macros import building

    building.finish(page, config)
    return context


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Let a page go that is written, so that a large site need not be kept whole."""
    page.content = ""
    return output


def on_post_build(config: Any) -> None:
    """Write what pages look up, and the list of the pages."""
    from macros import building

    building.write_files(config)


def _forget_modules() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name.split(".")[0] in PACKAGES and "/" not in name]
    return {name: sys.modules.pop(name) for name in names}
