"""The page About: who stands behind the site, as far as configuration says."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment

from tests.built import TOP

NOBODY = {"editors": [], "contact": "", "errors": ""}


def about(repo_url: str = "", **extra: object) -> str:
    page = Environment().from_string((TOP / "docs" / "about" / "index.md").read_text(encoding="utf-8"))
    return page.render(config=SimpleNamespace(extra=SimpleNamespace(**NOBODY | extra), repo_url=repo_url))


@pytest.mark.parametrize(
    ("configured", "said"),
    [
        ({"editors": ["A. Editor", "B. Editor"]}, "Editors: A. Editor, B. Editor."),
        ({"contact": "desk@example.org"}, "Contact: desk@example.org."),
        ({"errors": "errors@example.org"}, "Errors are reported to errors@example.org."),
        ({"repo_url": "https://example.org/code"}, "kept at <https://example.org/code>"),
    ],
)
def test_what_is_configured_is_told(configured: dict[str, str], said: str) -> None:
    page = about(**configured)  # type: ignore[arg-type]
    assert "## Who stands behind it" in page
    assert said in page


def test_what_is_empty_is_left_out() -> None:
    assert "Who stands behind it" not in about()
