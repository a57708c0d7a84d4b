"""What the site publishes for its pages: each page has one script, and no file lies there that no page loads."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORTED = re.compile(r"""(?:from|import)\s*\(?["']\./([\w-]+\.js)["']""")
# The script that other sites put on their pages.
FOR_OTHERS = {"embed.js"}
FIRST = {"site.js", "scheme.js", *FOR_OTHERS}


def test_each_page_has_one_script_beside_that_of_the_colours_and_two_style_sheets(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        loaded = re.findall(r"<script[^>]* src=\"?[^\" >]*?([\w-]+\.js)", html)
        # The colours are set before the page is drawn; one page shows the script for other sites at work.
        own = ["scheme.js", "site.js", "embed.js"] if page.parent.name == "elsewhere" else ["scheme.js", "site.js"]
        assert loaded == own, page
        assert len(re.findall(r"<link rel=\"?stylesheet", html)) == 2, page


def test_every_script_is_reached_from_the_one_that_pages_load(site: Path) -> None:
    assets = site / "assets"
    reached, new = set[str](), FIRST
    while new:
        reached |= new
        texts = [(assets / name).read_text(encoding="utf-8") for name in new]
        new = {name for text in texts for name in _IMPORTED.findall(text)} - reached
    published = {path.relative_to(assets).as_posix() for path in assets.rglob("*.js")}
    assert published == reached


def test_material_s_sheet_is_published_without_what_no_page_uses(site: Path) -> None:
    (sheet,) = (site / "assets" / "stylesheets").iterdir()
    css = sheet.read_text(encoding="utf-8")
    assert ".md-typeset" in css
    assert not {"md-search", "admonition", "tabbed-set", "md-nav"} & set(re.findall(r"\.([\w-]+)", css))
