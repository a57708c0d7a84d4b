"""What the search box looks through: every name of every entry, and for the rest the texts."""

from __future__ import annotations

import json

from armsref.model import Entry, Event, Term
from armsref.model.addresses import address_of
from armsref.model.names import names_of
from macros.page import page_for
from macros.site import Site


def names_file(site: Site) -> str:
    """JSON: for each entry its address, title, kind in words, status, answer, and its other names."""
    return _json([_names(site, entry) for entry in site.dataset])


def texts_file(site: Site) -> str:
    """JSON: the running text of each entry, in the order of the names file."""
    return _json([_text(entry) for entry in site.dataset])


def _names(site: Site, entry: Entry) -> dict[str, object]:
    page = page_for(site, entry)
    names = dict.fromkeys(name.surface for name in names_of(entry))
    names.pop(entry.title, None)
    record = {"u": address_of(entry), "t": entry.title, "k": page.kind_words(), "s": page.standing()[1]}
    return record | {"a": site.answers.of(entry), "n": list(names)}


def _text(entry: Entry) -> str:
    texts = [entry.summary or ""]
    if isinstance(entry, Term):
        texts += [definition.text for definition in entry.definitions]
    if isinstance(entry, Event):
        texts += [account.text for account in entry.accounts]
    return " ".join(" ".join(texts).split())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
