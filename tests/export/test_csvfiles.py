"""A CSV file opens correctly in a spreadsheet and in a program, and runs nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from armsref.export.tables.columns import CellValue, Column
from armsref.export.tables.csvfiles import cell_text, csv_file, defused, restored
from armsref.export.tables.table import Table

RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(*texts: str | None) -> Table:
    columns = (Column("text", "string", "A text."), Column("number", "number", "A number."))
    return Table("texts", "Texts.", columns, ("text",), tuple((text, 1.5) for text in texts))


def parsed(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@given(st.text())
@example("=1+1")
@example("'=1+1")
@example("''")
@example("-5")
def test_no_text_begins_as_a_formula_does_and_every_text_comes_back(text: str) -> None:
    assert not defused(text).startswith(RUN)
    assert restored(defused(text)) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_every_text_survives_the_file(texts: list[str]) -> None:
    rows = parsed(csv_file(table(*texts)))[1:]
    assert [restored(row[0]) for row in rows] == texts


@given(st.text())
def test_two_texts_are_never_written_alike(text: str) -> None:
    assert defused(text) != defused(f"'{text}")


@pytest.mark.parametrize("text", ["Oreshnik", "'Kedr'", "a=b", "5-1", "’=", ""])
def test_what_is_no_formula_is_left_as_it_is(text: str) -> None:
    assert defused(text) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (5500.0, "5500"),
        (0.5, "0.5"),
        (-5.0, "-5"),
        (3, "3"),
        ("-5", "'-5"),
    ],
)
def test_numbers_are_bare_and_texts_that_look_like_them_are_texts(cell: CellValue, text: str) -> None:
    assert cell_text(cell) == text


def test_the_bytes_are_those_of_the_standard() -> None:
    content = csv_file(table('Орешник, "hazel"', "two\nlines", None))
    assert content == (
        b"\xef\xbb\xbftext,number\r\n" + '"Орешник, ""hazel""",1.5\r\n'.encode() + b'"two\nlines",1.5\r\n,1.5\r\n'
    )


def test_pandas_reads_it_without_being_told_anything(tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    path.write_bytes(csv_file(table("Орешник", "two\nlines")))
    frame = pandas.read_csv(path)
    assert list(frame.columns) == ["text", "number"]
    assert list(frame["text"]) == ["Орешник", "two\nlines"]
    assert frame["number"].sum() == 3
