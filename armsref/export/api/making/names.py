"""From names to ids: names as they are written, and the forms in which they are looked for in running text."""

from __future__ import annotations

from armsref.annotation.forms import NameForm, form_table
from armsref.export.api import records
from armsref.export.api.given import Fields
from armsref.loading.dataset import Dataset
from armsref.model import Entry
from armsref.model.names import Name, folded, names_of


def names_record(dataset: Dataset) -> records.NameTableRecord:
    """All names of all entries."""
    names = [_written(entry, name) for entry in dataset for name in names_of(entry)]
    forms = [_form(form) for form in form_table(dataset).forms]
    return records.NameTableRecord.model_validate({"names": names, "forms": forms})


def _written(entry: Entry, name: Name) -> Fields:
    return {
        "name": name.surface,
        "id": entry.id,
        "system": name.system,
        "language": str(name.path[1]) if name.system == "translation" else None,
        "folded": folded(name.surface),
    }


def _form(form: NameForm) -> Fields:
    return {
        "form": form.text,
        "id": form.id,
        "capitals": form.capitals,
        "proper": form.proper,
        "unsure": form.unsure,
    }
