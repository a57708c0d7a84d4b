"""What `make bench` builds bare sites from, and what its figures are held against."""

import sys
import urllib.request
from collections import Counter
from pathlib import Path

import pytest
from click import ClickException

from tools.bench_aims import (
    AIMS,
    Aim,
    Figure,
    of_audits,
    of_builds,
    of_commands,
    of_editing,
    of_exports,
    of_search,
    of_verdicts,
)
from tools.bench_builds import BARE, OURS, REAL, SECTIONS, Build, MeasuredBuild
from tools.bench_editing import Edited
from tools.bench_library import COMMANDS, PROVISIONS, WEAPONS, Exported, Timed, Verdicts
from tools.bench_lighthouse import CATEGORIES, PAGES, Audit, audit_of, serving
from tools.bench_markdown import SITE_URL, source, write_sources
from tools.bench_process import Used, run
from tools.bench_search import KindScore, MeasuredSearch, kind_score, queries

PAGE = f"""# The INF \\_Treaty\\_

Banned [missiles]({SITE_URL}weapons/pioneer/#claims); its [data]({SITE_URL}api/v1/x.json);
in the [list]({SITE_URL}treaties/).

---

[Arms Control Reference]({SITE_URL}), <{SITE_URL}treaties/inf-treaty/>, data of 2026.11.22
"""
URL, URLS = "treaties/inf-treaty/", {"treaties/", "treaties/inf-treaty/", "weapons/pioneer/"}


def test_a_page_begins_with_its_title() -> None:
    assert source(PAGE, URL, URLS).startswith('---\ntitle: "The INF _Treaty_"\n---\n\n# The INF')


def test_a_page_ends_without_its_imprint() -> None:
    assert "Arms Control Reference" not in source(PAGE, URL, URLS)


def test_a_page_without_an_imprint_is_left_whole() -> None:
    assert source("Words.\n", "about/", set()) == "Words.\n"


def test_links_to_pages_lead_to_their_sources_and_others_stay() -> None:
    text = source(PAGE, URL, URLS)
    assert "[missiles](../weapons/pioneer.md)" in text
    assert "[list](index.md)" in text
    assert f"[data]({SITE_URL}api/v1/x.json)" in text


def test_a_source_stands_where_docs_has_it_or_is_named_after_its_page(tmp_path: Path) -> None:
    for page in ("", "treaties/", "treaties/inf-treaty/", "about/method/"):
        (tmp_path / "site" / page).mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / page / "index.md").write_text("# Title\n", encoding="utf-8")
    write_sources(tmp_path / "site", tmp_path / "docs")
    written = {path.relative_to(tmp_path / "docs").as_posix() for path in (tmp_path / "docs").rglob("*.md")}
    assert written == {"index.md", "treaties/index.md", "treaties/inf-treaty.md", "about/method.md"}


def measured(dataset: str, name: str, cpu_seconds: float, pages: int = 10) -> MeasuredBuild:
    build = Build(dataset, name, ())
    return MeasuredBuild(build, Used(1, cpu_seconds, 10**9), pages, 0, dict.fromkeys(SECTIONS, (30_000,)))


def test_a_build_is_held_against_the_bare_one_of_the_same_pages_by_processor_time() -> None:
    builds = [measured(REAL, OURS, 6), measured(REAL, BARE, 4), measured("1,000 entries", OURS, 9)]
    (figure,) = [figure for figure in of_builds(builds) if figure.name.startswith("whole build")]
    assert (figure.name, figure.value, figure.by_clock) == (f"whole build / bare, {REAL}", 1.5, 1)


def test_a_page_among_many_is_held_against_one_among_few() -> None:
    builds = [measured("1,000 entries", OURS, 10), measured("4,000 entries", OURS, 60, pages=40)]
    (figure,) = [figure for figure in of_builds(builds) if figure.name.startswith("a page")]
    assert figure.value == 1.5


@pytest.mark.parametrize(("value", "met"), [(0.9, True), (1.0, True), (1.1, False)])
def test_an_aim_is_met_within_its_limit(value: float, met: bool) -> None:
    assert Aim(1).is_met(value) == met
    assert Aim(1, "at least").is_met(value) == (not met or value == 1)


def test_a_figure_that_nobody_set_an_aim_for_has_none() -> None:
    assert Figure("peak memory, real data", 1).aim is None


def test_every_aim_but_those_of_names_is_of_a_figure_that_is_measured() -> None:
    builds = [measured(each, name, 5) for each in ("1,000 entries", "4,000 entries", REAL) for name in (OURS, BARE)]
    used = Used(1, 1, 1)
    figures = [
        of_verdicts(Verdicts(WEAPONS * PROVISIONS, 1, 1)),
        *of_builds(builds),
        *of_exports([Exported(REAL, 0.5, 0.5, 1, 1)], builds),
        *of_commands([Timed(name, used, used) for name in COMMANDS]),
        *(figure for dataset in ("1,000 entries", REAL) for figure in of_editing(Edited(dataset, 1, 1, 1, 1))),
        *of_search(MeasuredSearch((KindScore("this project", "all", 1, 1, 1, 0),), 1, 1, ())),
        *of_audits([Audit(page, dict.fromkeys(CATEGORIES, 1), 0, 1, 1) for page in PAGES]),
    ]
    names = ("precision", "recall", "false hits", "names found")
    assert {aim for aim in AIMS if not aim.startswith(names)} <= {figure.name for figure in figures}


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the system does not tell the memory of processes")
def test_the_memory_of_processes_that_a_command_starts_is_added_to_its_own() -> None:
    child = "import time; own = bytearray(200_000_000); time.sleep(1)"
    parent = f"import subprocess, sys; own = bytearray(100_000_000); subprocess.run([sys.executable, '-c', {child!r}])"
    assert run([sys.executable, "-c", parent], {}).memory > 300_000_000


def test_a_command_that_fails_is_told_with_what_it_printed() -> None:
    with pytest.raises(ClickException, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"], {})


def test_a_kind_of_queries_is_scored_by_the_places_of_what_was_expected() -> None:
    score = kind_score("this project", "typo", [0, 2, 3, None, -1])
    assert (score.asked, score.first, score.first_three, score.nothing) == (5, 0.2, 0.4, 0.2)


def test_the_search_is_held_against_the_kind_that_it_does_worst() -> None:
    scores = [KindScore("this project", kind, 10, first, 1, 0) for kind, first in (("typo", 0.8), ("all", 0.9))]
    lunr = KindScore("lunr", "typo", 10, 0.1, 1, 0)
    found = {figure.name: figure for figure in of_search(MeasuredSearch((*scores, lunr), 9, 190_000, ()))}
    worst = found["search: answered first, worst kind"]
    assert worst.value == 0.8
    assert worst.aim and not worst.aim.is_met(worst.value)
    assert found["search: fetched on first use"].value == 190


def test_there_are_many_queries_of_each_kind() -> None:
    kinds = Counter(query.kind for query in queries())
    assert kinds.total() >= 300
    assert min(kinds.values()) >= 20


def test_a_category_that_lighthouse_could_not_score_counts_as_none() -> None:
    categories = {name: {"score": 1} for name in CATEGORIES} | {"seo": {"score": None}}
    values = {"cumulative-layout-shift": 0.1, "total-byte-weight": 30_000, "dom-size": 900}
    audits = {name: {"numericValue": value} for name, value in values.items()}
    audit = audit_of("home", {"categories": categories, "audits": audits})
    assert (audit.scores["seo"], audit.shift, audit.transferred, audit.elements) == (0, 0.1, 30_000, 900)


def test_the_performance_of_the_matrix_is_told_by_itself_and_of_others_the_worst() -> None:
    scores = dict(zip(PAGES, (1, 0.9, 1, 1, 1, 0.7, 1), strict=True))
    audits = [
        Audit(page, dict.fromkeys(CATEGORIES, 1) | {"performance": score}, 0, 1, 1) for page, score in scores.items()
    ]
    found = {figure.name: figure.value for figure in of_audits(audits)}
    assert found["Lighthouse: performance, coverage"] == 0.7
    assert found["Lighthouse: performance, other pages"] == 0.9


def test_a_site_is_served_compressed_as_a_host_does_it(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>" * 100, encoding="utf-8")
    with serving(tmp_path) as address, urllib.request.urlopen(address) as answered:
        assert answered.headers["Content-Encoding"] == "gzip"
        assert len(answered.read()) < 200
