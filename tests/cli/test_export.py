"""`armsref export`: what is written, and where."""

import json
from pathlib import Path

from tests.cli.conftest import run
from tests.conftest import Data


def test_schemas_are_written_into_the_data_folder(home: Data) -> None:
    root = home({})
    result = run("export", "schemas")
    written = sorted((root / "schema").iterdir())
    assert result.exit_code == 0
    assert sorted(result.stdout.splitlines()) == [f"data/schema/{path.name}" for path in written]


def test_the_promise_of_the_api_is_written(tmp_path: Path) -> None:
    file = tmp_path / "openapi.json"
    result = run("export", "openapi", str(file))
    assert (result.exit_code, result.output) == (0, f"{file}\n")
    assert json.loads(file.read_text(encoding="utf-8"))["openapi"] == "3.1.0"


def test_a_promise_of_the_api_that_would_be_broken_is_told_by_its_place(tmp_path: Path) -> None:
    file = tmp_path / "openapi.json"
    run("export", "openapi", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace("/api/v1/names.json", "/api/v1/words.json"))
    result = run("export", "openapi", str(file))
    assert result.exit_code == 1
    assert "nothing was written.\nGET /api/v1/words.json is gone." in result.output
