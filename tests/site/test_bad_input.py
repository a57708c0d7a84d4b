"""Data that is wrong, or hostile: no site, or a site on which it is inert."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.built import TOP, Build
from tests.site.pages import parse

SOURCE = """
    publisher: Somebody
    kind: research
    items:
      text: {title: A text, url: "https://example.org/a?b=1&c='2'", checked: 2026-01-01}
"""
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> {{ 1234 * 5678 }} {% raw %} [x](javascript:alert(1)) ![i](https://e.x/i.png)"
TERM = """
    evil:
      name: 'EVIL'
      aliases: ['other EVIL']
      answer: 'EVIL'
      summary: |
        EVIL

        # No heading
            no code
        <b>bold</b> { onclick="alert(1)" } [[evil|EVIL]]
      definitions: [{text: 'EVIL', by: 'EVIL', source: somebody/text, note: 'EVIL'}]
      why_it_matters: 'EVIL'
      sources: [somebody/text]
"""


def write_data(folder: Path, files: dict[str, str]) -> Path:
    for name, text in {"sources/somebody.yml": SOURCE, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    return folder


def test_html_scripts_and_templates_in_texts_are_shown_not_run(tmp_path: Path, build: Build) -> None:
    hostile = TERM.replace("[[evil|EVIL]]", "").replace("EVIL", HOSTILE)
    data = write_data(tmp_path / "data", {"glossary.yml": hostile})
    built = build(ARMSREF_DATA=str(data))
    assert built.returncode == 0, built.stdout + built.stderr
    for name, titles in {"glossary/evil": [HOSTILE], "glossary": []}.items():
        page = parse(tmp_path / f"site/{name}/index.html")
        assert [json.loads(data)["name"] for data in page.linked_data] == titles
        assert "<script>alert(1)</script>" in page.text
        assert "{{ 1234 * 5678 }}" in page.text
        assert page.handlers == []
        assert [script for script in page.scripts if script.strip()] == []
        assert [link for link in page.links if "javascript" in link] == []
        assert "img" not in page.tags


EVERY_KIND = {
    "treaties/evil.yml": """
        name: 'EVIL'
        formal_name: 'EVIL'
        names: {ru: ['EVIL']}
        answer: 'EVIL'
        summary: 'EVIL'
        sources: [somebody/text]
        form: treaty
        binding: legally
        participants: {value: 3, by: 'EVIL', note: 'EVIL', source: somebody/text}
        participation_source: somebody/text
        duration: 'EVIL'
        verification: 'EVIL'
        history: [{date: 1987, act: signed, by: 'EVIL', place: 'EVIL', note: 'EVIL', source: somebody/text}]
        provisions:
          - {id: ban, article: 'EVIL', effect: prohibits, what: 'EVIL', channel: 'EVIL', source: somebody/text}
    """,
    "participation/evil.csv": """\
        state,signed,bound,act,left,note
        aa,1990,1991,ratification,,"EVIL"
    """,
    "weapons/evil-weapon.yml": """
        name: 'W EVIL'
        answer: 'EVIL'
        sources: [somebody/text]
        designations: {native: ['EVIL'], nato: [{value: 'EVIL', by: 'EVIL', note: 'EVIL', source: somebody/text}]}
        type: ballistic-missile
        launched_from: [ground]
        origin: [aa]
        history: [{date: 1987, act: first-test, by: 'EVIL', place: 'EVIL', note: 'EVIL', source: somebody/text}]
        range_km: {value: 3, by: 'EVIL', note: 'EVIL', source: somebody/text}
        guidance: {value: 'EVIL', source: somebody/text}
        variants: ['EVIL']
    """,
    "events.yml": """
        evil-event:
          name: 'E EVIL'
          answer: 'EVIL'
          sources: [somebody/text]
          date: 2000
          place: 'EVIL'
          accounts: [{text: 'EVIL', by: 'EVIL', note: 'EVIL', source: somebody/text}]
          launch: {weapon: evil-weapon, by: aa, from: 'EVIL', purpose: test}
    """,
    "organisations.yml": """
        evil-body: {name: 'O EVIL', answer: 'EVIL', sources: [somebody/text], form: national, seat: 'EVIL'}
    """,
    "states.yml": "aa: {name: 'S EVIL', formal_name: 'EVIL', names: {ru: ['EVIL']}}",
    "sources/somebody.yml": SOURCE.replace("A text", "'EVIL'").replace("Somebody", "'EVIL'"),
}


def test_hostile_text_is_inert_on_every_page_of_every_kind(tmp_path: Path, build: Build) -> None:
    # In a table of values a quotation mark would end the cell, so it is doubled there.
    hostile = HOSTILE.replace("'", "''")
    files = {name: text.replace("EVIL", hostile) for name, text in EVERY_KIND.items()}
    built = build(ARMSREF_DATA=str(write_data(tmp_path / "data", files)))
    assert built.returncode == 0, built.stdout + built.stderr
    pages = [parse(path) for path in (tmp_path / "site").rglob("*.html")]
    assert len(pages) > len(EVERY_KIND)
    for page in pages:
        assert page.handlers == []
        assert [script for script in page.scripts if script.strip()] == []
        assert [link for link in page.links if link.startswith("javascript")] == []
        assert "img" not in page.tags
        assert "7006652" not in page.text


def test_data_with_an_error_builds_no_site_and_says_where(tmp_path: Path, build: Build) -> None:
    data = write_data(
        tmp_path / "data", {"glossary.yml": "range:\n  name: Range\n  answr: x\n  sources: [somebody/text]\n"}
    )
    built = build(ARMSREF_DATA=str(data))
    assert built.returncode == 1
    assert "glossary.yml:3:3: unknown field 'answr'. Did you mean 'answer'?" in built.stdout
    assert "Traceback" not in built.stdout + built.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ no_such_macro() }}", "no_such_macro"),
        ('{{ entry("no-such-entry") }}', "no-such-entry"),
        ("[a page](no-such-page.md)", "no-such-page.md"),
        ("[a place](about/method.md#no-such-place)", "no-such-place"),
    ],
)
def test_a_mistake_on_a_page_fails_the_build(tmp_path: Path, text: str, message: str) -> None:
    top = project(tmp_path / "project", {})
    (top / "docs/page.md").write_text(f"# A page\n\n{text}\n", encoding="utf-8")
    built = build_project(top)
    assert built.returncode != 0
    assert message in built.stdout + built.stderr


def project(top: Path, files: dict[str, str]) -> Path:
    """A copy of this project with other data."""
    for name in ("docs", "theme", "macros", "armsref"):
        shutil.copytree(TOP / name, top / name)
    shutil.copy(TOP / "mkdocs.yml", top)
    write_data(top / "data", files)
    return top


def build_project(top: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a project into its folder `site`."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    command = [sys.executable, "-m", "mkdocs", "build"]
    return subprocess.run(command, cwd=top, env=settings, capture_output=True, text=True, check=False)
