"""`armsref annotate`: the names in a text, and what each means."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from armsref.annotation import annotate
from armsref.annotation.finder import Finder, finder_of
from armsref.cli.options import DATA, DayType, loaded
from armsref.history.release import today
from armsref.loading.dataset import Dataset


@click.command("annotate")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--on", type=DayType(), help="The text's day; else the first that it names, else today.")
@click.option("--format", "form", type=click.Choice(["text", "json", "html", "markdown"]), default="text")
@click.option("--base", default="", help="The address of the site, for links.")
@DATA
def annotate_command(files: tuple[str, ...], on: date | None, form: str, base: str, data: Path) -> None:
    """Find the names in texts, and say what each means and how it stood on the text's day. '-' is standard input."""
    dataset = loaded(data)
    finder = finder_of(dataset)
    failed = False
    with click.progressbar(files, file=sys.stderr, hidden=len(files) == 1 or not sys.stderr.isatty()) as names:
        for name in names:
            explained = _explained(dataset, finder, name, on)
            failed = failed or explained is None
            if explained:
                click.echo(_written(explained, form, base, many=len(files) > 1))
    sys.exit(1 if failed else 0)


def _explained(dataset: Dataset, finder: Finder, name: str, on: date | None) -> annotate.Explained | None:
    """What is found in a file; None, with a message, where the file cannot be read."""
    try:
        text = annotate.read_input(name, _bytes_of(name))
    except OSError as error:
        click.echo(f"Error: {name}: {error.strerror}", err=True)
        return None
    except annotate.UnreadableError as error:
        click.echo(f"Error: {error}", err=True)
        return None
    if text.assumed:
        click.echo(f"{name}: {text.assumed}", err=True)
    return annotate.explain(dataset, finder, text, on, today())


def _bytes_of(name: str) -> bytes:
    with click.open_file(name, "rb") as file:
        return bytes(file.read(annotate.MOST_BYTES + 1))


def _written(explained: annotate.Explained, form: str, base: str, many: bool) -> str:
    if form == "json":
        return json.dumps(explained.record(), ensure_ascii=False, indent=None if many else 2)
    if form == "text":
        return annotate.annotated_text(explained, colour=sys.stdout.isatty())
    as_html = form == "html"
    return annotate.annotated_html(explained, base) if as_html else annotate.annotated_markdown(explained, base)
