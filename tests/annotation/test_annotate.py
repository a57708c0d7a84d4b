"""The terminal's explanation of a text: what is printed, in what form, and what is refused."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from armsref.annotation import annotate
from armsref.cli.main import main

TOP = Path(__file__).resolve().parents[2]
WORDS = "On 21 November 2024 Russia fired an Oreshnik; the INF Treaty had ended."


def run(*arguments: str, typed: str | bytes = "") -> Result:
    result = CliRunner().invoke(main, ["annotate", *arguments, "--data", str(TOP / "data")], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_text_numbers_the_names_and_lists_the_entries_below() -> None:
    lines = run("-", typed=WORDS).stdout.splitlines()
    assert lines[0] == "On 21 November 2024 Russia[3] fired an Oreshnik[2]; the INF Treaty[1] had ended."
    assert lines[2] == "As of 21 November 2024:"
    assert lines[3].startswith("[1] INF Treaty (Ended on 2 August 2019): ")


def test_json_is_the_matches_and_the_entries() -> None:
    record = json.loads(run("-", "--format", "json", "--on", "2018-01-01", typed=WORDS).stdout)
    assert record["text_sha256"] == hashlib.sha256(WORDS.encode()).hexdigest()
    assert record["date"] == "2018-01-01"
    assert record["matches"][2] == {
        "start": 50, "end": 60, "surface": "INF Treaty", "id": "inf-treaty", "alternatives": [], "kind": "treaty",
    }  # fmt: skip
    assert record["entries"][0]["status"] == "In force since 1 June 1988"


def test_markdown_links_and_html_runs_nothing() -> None:
    text = "<script>alert(1)</script> the INF Treaty"
    assert run("-", "--format", "markdown", "--base", "/a/", typed=text).stdout == (
        "<script>alert(1)</script> the [INF Treaty](/a/treaties/inf-treaty/)\n"
    )
    html = run("-", "--format", "html", typed=text).stdout
    assert "<script>" not in html
    assert 'href="treaties/inf-treaty/"' in html


def test_in_html_only_what_is_read_is_searched(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<p title="INF Treaty">the <b>New START</b></p><script>INF Treaty</script>', encoding="utf-8")
    record = json.loads(run(str(page), "--format", "json").stdout)
    assert [(match["surface"], match["start"]) for match in record["matches"]] == [("New START", 29)]


def test_many_files_are_one_line_each_and_one_that_cannot_be_read_stops_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("INF Treaty", encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\x00\x01\x02")
    (tmp_path / "c.txt").write_text("New START", encoding="utf-8")
    result = run(*[str(tmp_path / name) for name in ("a.txt", "b.bin", "none.txt", "c.txt")], "--format", "json")
    assert result.exit_code == 1
    assert [json.loads(line)["entries"][0]["id"] for line in result.stdout.splitlines()] == ["inf-treaty", "new-start"]
    assert f"{tmp_path / 'b.bin'}: this is not a text" in result.stderr
    assert f"{tmp_path / 'none.txt'}: No such file" in result.stderr


@pytest.mark.parametrize(
    ("raw", "words", "assumed"),
    [
        (b"caf\xc3\xa9", "café", ""),
        (b"caf\xe9", "café", "not UTF-8: read as Windows-1252"),
        ("café".encode("utf-16"), "café", "read as UTF-16"),
    ],
)
def test_an_encoding_that_is_assumed_is_told(raw: bytes, words: str, assumed: str) -> None:
    text = annotate.read_input("x", raw)
    assert (text.words, text.assumed) == (words, assumed)


def test_what_is_too_long_is_refused_with_the_limit() -> None:
    with pytest.raises(annotate.UnreadableError, match="more than 20 MB"):
        annotate.read_input("x", b"a" * (annotate.MOST_BYTES + 1))
    assert annotate.read_input("x", b"a" * annotate.MOST_BYTES).assumed == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Published 27 November 2024", date(2024, 11, 27)),
        ("November 27, 2024 – Kyiv", date(2024, 11, 27)),
        ("2024-11-27", date(2024, 11, 27)),
        ("31 February 2024, then 1 March 2024", date(2024, 3, 1)),
        ("in 2024", None),
        ("Article 12, 2024", None),
    ],
)
def test_the_first_day_in_a_text_is_taken_for_its_own(words: str, expected: date | None) -> None:
    assert annotate.day_of(words) == expected
