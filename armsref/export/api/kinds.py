"""The records that each kind of entry has: everything on one entry, and what a list says of it."""

from __future__ import annotations

from armsref.export.api import records
from armsref.model import Kind

RECORDS: dict[Kind, type[records.EntryRecord]] = {
    "treaty": records.TreatyRecord,
    "weapon": records.WeaponRecord,
    "term": records.TermRecord,
    "event": records.EventRecord,
    "organisation": records.OrganisationRecord,
    "state": records.StateRecord,
}
SUMMARIES: dict[Kind, type[records.SummaryRecord]] = {
    "treaty": records.TreatySummaryRecord,
    "weapon": records.WeaponSummaryRecord,
    "term": records.TermSummaryRecord,
    "event": records.EventSummaryRecord,
    "organisation": records.OrganisationSummaryRecord,
    "state": records.StateSummaryRecord,
}
