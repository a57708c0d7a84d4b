"""The records that each kind of entry has: everything on one entry, and what a list says of it."""

from __future__ import annotations

from armsref.export.api import records
from armsref.model import Kind

RECORDS: dict[Kind, type[records.Entry]] = {
    "treaty": records.Treaty, "weapon": records.Weapon, "term": records.Term, "event": records.Event,
    "organisation": records.Organisation, "state": records.State,
}  # fmt: skip
SUMMARIES: dict[Kind, type[records.Summary]] = {
    "treaty": records.TreatySummary, "weapon": records.WeaponSummary, "term": records.TermSummary,
    "event": records.EventSummary, "organisation": records.OrganisationSummary, "state": records.StateSummary,
}  # fmt: skip
