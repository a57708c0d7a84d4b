"""What the search box looks through: every name of every entry, and for the rest the texts."""

from __future__ import annotations

import json

from armsref.model import Entry, Event, Term
from armsref.model.addresses import address_of
from armsref.model.names import names_of
from armsref.views.as_of import AsOf
from armsref.views.entry import head_of


def names_file(as_of: AsOf) -> str:
    """JSON: for each entry its address, title, kind in words, status, answer, and its other names."""
    return _json([_names(as_of, entry) for entry in as_of.dataset])


def texts_file(as_of: AsOf) -> str:
    """JSON: the running text of each entry, in the order of the names file."""
    return _json([_text(entry) for entry in as_of.dataset])


def _names(as_of: AsOf, entry: Entry) -> dict[str, object]:
    head = head_of(as_of, entry)
    names = dict.fromkeys(name.surface for name in names_of(entry))
    names.pop(entry.title, None)
    status = head.status.words if head.status else ""
    record = {"u": address_of(entry), "t": head.title, "k": head.kind_words, "s": status}
    return record | {"a": head.answer, "n": list(names)}


def _text(entry: Entry) -> str:
    texts = [entry.summary or ""]
    if isinstance(entry, Term):
        texts += [definition.text for definition in entry.definitions]
    if isinstance(entry, Event):
        texts += [account.text for account in entry.accounts]
    return " ".join(" ".join(texts).split())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
