"""ProperDocs, the maintained continuation of MkDocs 1.6, makes the same site of the same pages."""

from __future__ import annotations

from pathlib import Path

from tests.built import run_generator
from tests.site.test_bad_input import write_data
from tests.site.test_repeatable import contents

DATA = {
    "states.yml": """
        ru: {name: Russia, sources: [somebody/text]}
        us: {name: United States, sources: [somebody/text]}
    """,
    "glossary.yml": """
        range:
          name: Range
          answer: How far it flies.
          sources: [somebody/text]
    """,
    "treaties/ban.yml": """
        name: Ban
        form: treaty
        binding: legally
        answer: Bans missiles of medium [[range]].
        summary: Each side's *declared* missiles were destroyed.
        parties: [ru, us]
        history:
          - {date: 1987-12-08, act: signed, source: somebody/text}
          - {date: 1988-06-01, act: entered-into-force, source: somebody/text}
        provisions:
          - id: ban
            effect: prohibits
            what: Missiles of medium range.
            reaches: {type: [ballistic-missile], range_km: {min: 500, max: 5500}}
            source: somebody/text
        sources: [somebody/text]
    """,
    "weapons/missile.yml": """
        name: Missile
        type: ballistic-missile
        launched_from: [ground]
        origin: [ru]
        answer: A missile.
        range_km: {value: 900, source: somebody/text}
        sources: [somebody/text]
    """,
}


def test_properdocs_gives_the_same_bytes_as_mkdocs(tmp_path: Path) -> None:
    data = write_data(tmp_path / "data", DATA)
    sites = []
    for generator in ("mkdocs", "properdocs"):
        built = run_generator(generator, tmp_path / generator, ARMSREF_DATA=str(data))
        assert built.returncode == 0, built.stdout + built.stderr
        sites.append(contents(tmp_path / generator))
    by_mkdocs, by_properdocs = sites
    assert "treaties/ban/index.html" in by_mkdocs
    assert by_mkdocs.keys() == by_properdocs.keys()
    assert [path for path in by_mkdocs if by_mkdocs[path] != by_properdocs[path]] == []
