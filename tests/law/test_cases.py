"""How agreements stood on days that matter, written from their articles and not from what armsref prints.

The words are those of the whole agreement where no state is named, and of that state's place in it where one is. Above
each group stand the articles and the sources, by their ids in data/sources.
"""

from datetime import date

import pytest

from armsref.law.standing import standing_on
from armsref.law.status import status_on
from armsref.loading.dataset import Dataset
from armsref.model import Treaty
from tests.built import real_data


@pytest.fixture(scope="module")
def real() -> Dataset:
    """The data of this repository."""
    return real_data()


def treaty_of(dataset: Dataset, treaty: str) -> Treaty:
    entry = dataset[treaty]
    assert isinstance(entry, Treaty)
    return entry


Case = tuple[str, str | None, str, str | None]

# Article XVII (1): in force on the exchange of the instruments, 1 June 1988. Article XV (2): withdrawal six months
# after notice, which the United States gave on 2 February 2019, when its suspension began too; Russia only announced
# one that day and decreed it on 4 March. The treaty was between two sides, and ended for both.
# fas/1987-inf-treaty-text, us-department-of-state/2019-intent-to-withdraw-inf,
# the-gazette/2019-03-04-putin-suspends-inf, tass/2019-08-02-pompeo-us-quits-inf
INF: list[Case] = [
    ("inf-treaty", None, "1987-12-07", None),
    ("inf-treaty", None, "1987-12-08", "signed"),
    ("inf-treaty", None, "1988-05-31", "signed"),
    ("inf-treaty", "us", "1988-05-31", "signatory"),
    ("inf-treaty", "su", "1988-05-31", "signatory"),
    ("inf-treaty", None, "1988-06-01", "in force"),
    ("inf-treaty", "us", "1988-06-01", "party"),
    ("inf-treaty", "su", "1988-06-01", "party"),
    ("inf-treaty", "su", "1992-06-01", "succeeded"),
    ("inf-treaty", "ru", "1992-06-01", "party"),
    ("inf-treaty", "ua", "2019-01-01", "party"),
    ("inf-treaty", "cn", "2018-01-01", "not a party"),
    ("inf-treaty", None, "2019-02-03", "in force"),
    ("inf-treaty", "us", "2019-02-01", "party"),
    ("inf-treaty", "us", "2019-02-03", "suspended"),
    ("inf-treaty", "ru", "2019-02-03", "party"),
    ("inf-treaty", "ru", "2019-03-04", "suspended"),
    ("inf-treaty", None, "2019-08-01", "suspended"),
    ("inf-treaty", "us", "2019-08-01", "suspended"),
    ("inf-treaty", "ru", "2019-08-01", "suspended"),
    ("inf-treaty", None, "2019-08-02", "ended"),
    ("inf-treaty", "us", "2019-08-02", "withdrawn"),
    ("inf-treaty", "ru", "2019-08-02", "former party"),
]

# Article VI (1): it enters into force on the exchange of the instruments, which never took place: Russia's law of 4 May
# 2000 tied it to conditions, and on 14 June 2002 Russia declared that it no longer held itself bound.
# nti/1993-start-ii-text, aca/2000-05-start-ii-ratified, aca/2002-07-start-ii-not-bound
START_II: list[Case] = [
    ("start-ii", None, "1993-01-02", "proposed"),
    ("start-ii", None, "1993-01-03", "signed"),
    ("start-ii", None, "1998-01-01", "signed"),
    ("start-ii", "us", "1995-01-01", "signatory"),
    ("start-ii", "us", "1996-01-26", "ratified"),
    ("start-ii", "ru", "2000-05-03", "signatory"),
    ("start-ii", "ru", "2000-05-04", "ratified"),
    ("start-ii", None, "2002-06-13", "signed"),
    ("start-ii", None, "2002-06-14", "never in force"),
    ("start-ii", "us", "2002-06-14", "never bound"),
    ("start-ii", None, "2020-01-01", "never in force"),
]

# Article XIV (1): in force on the exchange of the instruments, 5 February 2011; (2): for ten years, with one extension
# of up to five, which the notes of 2021 set to 5 February 2026. Russia's suspension was announced on 21 February 2023
# and is a law of the 28th; the United States calls it invalid, and stayed bound.
# upi/2011-new-start-in-force, interfax/2021-new-start-extended, interfax/2023-new-start-suspension-law,
# tass/2026-new-start-no-longer-bound
NEW_START: list[Case] = [
    ("new-start", None, "2010-04-08", "signed"),
    ("new-start", "us", "2011-02-01", "signatory"),
    ("new-start", "ru", "2011-02-01", "ratified"),
    ("new-start", None, "2011-02-04", "signed"),
    ("new-start", None, "2011-02-05", "in force"),
    ("new-start", None, "2021-02-06", "in force"),
    ("new-start", None, "2023-02-20", "in force"),
    ("new-start", "us", "2023-02-20", "party"),
    ("new-start", "ru", "2023-02-20", "party"),
    ("new-start", "us", "2023-02-21", "party"),
    ("new-start", "ru", "2023-02-21", "party"),
    ("new-start", "ru", "2023-02-27", "party"),
    ("new-start", None, "2023-02-28", "in force"),
    ("new-start", "us", "2023-02-28", "party"),
    ("new-start", "ru", "2023-02-28", "suspended"),
    ("new-start", None, "2026-02-05", "in force"),
    ("new-start", "ru", "2026-02-05", "suspended"),
    ("new-start", "us", "2026-02-05", "party"),
    ("new-start", None, "2026-02-06", "ended"),
    ("new-start", "ru", "2026-02-06", "former party"),
    ("new-start", "us", "2026-02-06", "former party"),
]

# Article XIV: in force 180 days after all states of Annex 2 have ratified, which they have not. Russia deposited its
# instrument on 30 June 2000 and revoked it on 3 November 2023; it is still a signatory.
# us-department-of-state/ctbt-text, un-treaty-collection/2026-ctbt-status, vertic/2023-ctbt-de-ratification,
# tass/2023-ctbt-notification
CTBT: list[Case] = [
    ("ctbt", None, "1996-09-24", "signed"),
    ("ctbt", None, "2024-01-01", "signed"),
    ("ctbt", "ru", "2000-06-29", "signatory"),
    ("ctbt", "ru", "2000-07-01", "ratified"),
    ("ctbt", "ru", "2023-11-01", "ratified"),
    ("ctbt", "ru", "2024-01-01", "signatory"),
    ("ctbt", "us", "2024-01-01", "signatory"),
    ("ctbt", "gb", "2024-01-01", "ratified"),
    ("ctbt", "in", "2024-01-01", "not a party"),
    ("ctbt", "kp", "2024-01-01", "not a party"),
]

# Article XVII: in force 60 days after the instruments of 20 states, among them those with eight quotas or more; Article
# XVIII: parts of it apply provisionally from signature. Article XV (2): withdrawal not less than six months after
# notice, given on 22 May 2020 and on 18 June 2021.
# un-treaty-collection/1992-open-skies-text, fas/1996-open-skies-consultative-commission,
# dutch-treaty-database/open-skies-parties
OPEN_SKIES: list[Case] = [
    ("open-skies-treaty", "ge", "2015-01-01", "party"),
    ("open-skies-treaty", None, "2001-12-31", "provisionally applied"),
    ("open-skies-treaty", None, "2002-01-01", "in force"),
    ("open-skies-treaty", "ru", "2001-12-31", "provisionally applying"),
    ("open-skies-treaty", "us", "2002-01-01", "party"),
    ("open-skies-treaty", "us", "2020-05-23", "party"),
    ("open-skies-treaty", "us", "2020-11-21", "party"),
    ("open-skies-treaty", "us", "2020-11-22", "withdrawn"),
    ("open-skies-treaty", None, "2020-11-22", "in force"),
    ("open-skies-treaty", "ru", "2021-12-17", "party"),
    ("open-skies-treaty", "ru", "2021-12-18", "withdrawn"),
    ("open-skies-treaty", None, "2021-12-18", "in force"),
    ("open-skies-treaty", "de", "2022-01-01", "party"),
    ("open-skies-treaty", "kg", "2010-01-01", "signatory"),
]

# Article XVI (1): in force on the exchange of the instruments, 3 October 1972. Article XV (2): withdrawal six months
# after notice, given on 13 December 2001; a treaty between two ends with it.
# umn-human-rights-library/1972-abm-treaty-text, fas/2001-abm-withdrawal-announced, aca/2002-abm-withdrawal
ABM: list[Case] = [
    ("abm-treaty", None, "1972-05-26", "signed"),
    ("abm-treaty", None, "1972-10-02", "signed"),
    ("abm-treaty", None, "1972-10-03", "in force"),
    ("abm-treaty", "su", "1980-01-01", "party"),
    ("abm-treaty", "ru", "1995-01-01", "party"),
    ("abm-treaty", "us", "2001-12-14", "party"),
    ("abm-treaty", None, "2002-06-12", "in force"),
    ("abm-treaty", None, "2002-06-13", "ended"),
    ("abm-treaty", "us", "2002-06-13", "withdrawn"),
    ("abm-treaty", "ru", "2002-06-13", "former party"),
]

# The Interim Agreement, Article VIII: in force with the ABM Treaty, for five years. SALT II, Article XIX: to last until
# 31 December 1985 once the instruments were exchanged, which they were not; it was dropped in May 1986.
# aca/salt-i-status, us-department-of-state/1977-09-29-press-roundup, us-department-of-state/1979-salt-ii-text,
# american-presidency-project/1986-05-27-interim-restraint
SALT: list[Case] = [
    ("salt-i-interim-agreement", None, "1972-10-02", "signed"),
    ("salt-i-interim-agreement", None, "1972-10-03", "in force"),
    ("salt-i-interim-agreement", "su", "1975-01-01", "party"),
    ("salt-i-interim-agreement", None, "1977-10-02", "in force"),
    ("salt-i-interim-agreement", None, "1977-10-04", "ended"),
    ("salt-i-interim-agreement", "us", "1977-10-04", "former party"),
    ("salt-ii", None, "1979-06-18", "signed"),
    ("salt-ii", "su", "1980-01-01", "signatory"),
    ("salt-ii", None, "1986-05-26", "signed"),
    ("salt-ii", None, "1990-01-01", "never in force"),
]

# Article XVII: in force on the exchange of the instruments, 5 December 1994, for 15 years. Lisbon Protocol, Article I:
# Belarus, Kazakhstan, Russia and Ukraine take the place of the Soviet Union; Article VI: it enters into force with the
# treaty.
# bits/1992-lisbon-protocol, us-department-of-state/2001-lisbon-protocol, white-house/2009-start-expiration
START_I: list[Case] = [
    ("start-i", "su", "1991-08-01", "signatory"),
    ("start-i", "su", "1993-01-01", "succeeded"),
    ("start-i", "kz", "1992-06-01", "signatory"),
    ("start-i", "ua", "1993-12-31", "signatory"),
    ("start-i", "ua", "1994-02-04", "ratified"),
    ("start-i", "ru", "1993-01-01", "ratified"),
    ("start-i", None, "1994-12-04", "signed"),
    ("start-i", None, "1994-12-05", "in force"),
    ("start-i", "ua", "1994-12-05", "party"),
    ("start-i", "kz", "1994-12-05", "party"),
    ("start-i", "by", "1994-12-05", "party"),
    ("start-i", "ru", "1994-12-05", "party"),
    ("start-i", None, "2009-12-04", "in force"),
    ("start-i", None, "2009-12-06", "ended"),
    ("start-i", "ua", "2009-12-06", "former party"),
    ("lisbon-protocol", None, "1994-12-04", "signed"),
    ("lisbon-protocol", "by", "1994-12-05", "party"),
    ("lisbon-protocol", None, "2009-12-06", "ended"),
]

# SORT, Article IV: in force on the exchange of the instruments, until 31 December 2012 or an agreement that supersedes
# it, which New START does (its Article XIV (4)). Threshold Test Ban Treaty, Article IV: in force on the exchange of the
# instruments.
# kremlin/2003-06-01-moscow-treaty, crs/2011-02-07-sort, fas/ttbt-overview
SORT_AND_TTBT: list[Case] = [
    ("sort", None, "2002-05-24", "signed"),
    ("sort", "us", "2003-05-31", "ratified"),
    ("sort", None, "2003-06-01", "in force"),
    ("sort", None, "2011-02-04", "in force"),
    ("sort", None, "2011-02-05", "ended"),
    ("sort", "ru", "2011-02-05", "former party"),
    ("threshold-test-ban-treaty", None, "1974-07-03", "signed"),
    ("threshold-test-ban-treaty", "su", "1980-01-01", "signatory"),
    ("threshold-test-ban-treaty", None, "1990-12-10", "signed"),
    ("threshold-test-ban-treaty", None, "1990-12-11", "in force"),
    ("threshold-test-ban-treaty", "ru", "2020-01-01", "party"),
]

# Provisional application from 17 July 1992, by the Helsinki Document. Article XXII (2): in force ten days after the
# last instrument. Article XIX (2): withdrawal 150 days after notice. Russia suspended it without an article of its own.
# fas/1992-cfe-helsinki-document, osce/1990-cfe-text, ap/2007-11-20-cfe-glance, russian-foreign-ministry/2023-11-07-cfe,
# white-house/2023-11-07-cfe
CFE: list[Case] = [
    ("cfe-treaty", None, "1990-11-19", "signed"),
    ("cfe-treaty", None, "1992-07-16", "signed"),
    ("cfe-treaty", None, "1992-07-17", "provisionally applied"),
    ("cfe-treaty", "de", "1992-08-01", "provisionally applying"),
    ("cfe-treaty", None, "1992-11-08", "provisionally applied"),
    ("cfe-treaty", None, "1992-11-09", "in force"),
    ("cfe-treaty", "ua", "1992-11-09", "party"),
    ("cfe-treaty", "ru", "2007-12-11", "party"),
    ("cfe-treaty", "ru", "2007-12-13", "suspended"),
    ("cfe-treaty", None, "2007-12-13", "in force"),
    ("cfe-treaty", "ru", "2023-11-06", "suspended"),
    ("cfe-treaty", "ru", "2023-11-07", "withdrawn"),
    ("cfe-treaty", None, "2023-11-07", "in force"),
    ("cfe-treaty", "us", "2023-12-06", "party"),
    ("cfe-treaty", "us", "2023-12-07", "suspended"),
]

# Article IX (3): in force on 5 March 1970; (4): for a later state on the day of its instrument. Article X (1):
# withdrawal three months after notice. North Korea's notice of 1993 was suspended before it took effect.
# un-treaty-collection/1968-npt-text, us-department-of-state/1992-france-npt, ieadb/2026-npt, iaea/dprk-chronology
NPT: list[Case] = [
    ("npt", None, "1968-06-30", None),
    ("npt", None, "1970-03-04", "signed"),
    ("npt", None, "1970-03-05", "in force"),
    ("npt", "us", "1969-01-01", "signatory"),
    ("npt", "gb", "1969-01-01", "ratified"),
    ("npt", "su", "1970-03-05", "party"),
    ("npt", "ru", "1992-01-01", "party"),
    ("npt", "cn", "1992-03-08", "not a party"),
    ("npt", "cn", "1992-03-17", "party"),
    ("npt", "fr", "1992-08-01", "not a party"),
    ("npt", "fr", "1992-08-03", "party"),
    ("npt", "za", "1991-07-09", "not a party"),
    ("npt", "za", "1991-07-10", "party"),
    ("npt", "ua", "1994-12-04", "not a party"),
    ("npt", "ua", "1994-12-05", "party"),
    ("npt", "kp", "1985-12-11", "not a party"),
    ("npt", "kp", "1985-12-12", "party"),
    ("npt", "kp", "1993-06-13", "party"),
    ("npt", "kp", "2003-01-09", "party"),
    ("npt", "in", "2020-01-01", "not a party"),
    ("npt", "il", "2020-01-01", "not a party"),
    ("npt", None, "1995-05-12", "in force"),
]

# Chemical Weapons Convention, Article XXI (1): in force on 29 April 1997; (2): for a state whose instrument comes later
# on the thirtieth day after it.
# portuguese-parliament/1996-cwc-text, un-treaty-collection/2026-cwc-status, al-jazeera/2018-05-23-palestine-opcw
CWC: list[Case] = [
    ("chemical-weapons-convention", None, "1997-04-28", "signed"),
    ("chemical-weapons-convention", "sy", "2013-10-13", "ratified"),
    ("chemical-weapons-convention", None, "1997-04-29", "in force"),
    ("chemical-weapons-convention", "us", "1997-04-28", "ratified"),
    ("chemical-weapons-convention", "us", "1997-04-29", "party"),
    ("chemical-weapons-convention", "ru", "1997-11-04", "signatory"),
    ("chemical-weapons-convention", "ru", "1997-11-05", "ratified"),
    ("chemical-weapons-convention", "ru", "1997-12-04", "ratified"),
    ("chemical-weapons-convention", "ru", "1997-12-05", "party"),
    ("chemical-weapons-convention", "ir", "1997-12-02", "ratified"),
    ("chemical-weapons-convention", "ir", "1997-12-03", "party"),
    ("chemical-weapons-convention", "sy", "2013-10-14", "party"),
    ("chemical-weapons-convention", "ps", "2018-05-16", "not a party"),
    ("chemical-weapons-convention", "ps", "2018-06-15", "ratified"),
    ("chemical-weapons-convention", "ps", "2018-06-16", "party"),
    ("chemical-weapons-convention", "il", "2020-01-01", "signatory"),
    ("chemical-weapons-convention", "kp", "2020-01-01", "not a party"),
]

# Article 15 (1): in force 90 days after the fiftieth instrument, that of Honduras of 24 October 2020; (2): for a later
# state 90 days after its own.
# ican/honduras, ican/2020-50-states-parties, un-treaty-collection/2026-tpnw-status
TPNW: list[Case] = [
    ("tpnw", None, "2017-08-01", "proposed"),
    ("tpnw", None, "2017-09-20", "signed"),
    # Article 15 (2): 90 days after each instrument after the fiftieth; Benin deposited on 11 December 2020.
    ("tpnw", "bj", "2021-03-10", "ratified"),
    ("tpnw", "bj", "2021-03-11", "party"),
    ("tpnw", None, "2021-01-21", "signed"),
    ("tpnw", None, "2021-01-22", "in force"),
    ("tpnw", "at", "2018-05-08", "ratified"),
    ("tpnw", "at", "2021-01-21", "ratified"),
    ("tpnw", "at", "2021-01-22", "party"),
    ("tpnw", "hn", "2021-01-22", "party"),
    ("tpnw", "kh", "2021-04-21", "ratified"),
    ("tpnw", "kh", "2021-04-22", "party"),
    ("tpnw", "bj", "2021-03-11", "party"),
    ("tpnw", "mn", "2022-03-09", "ratified"),
    ("tpnw", "mn", "2022-03-10", "party"),
    ("tpnw", "us", "2022-01-01", "not a party"),
    ("tpnw", "ru", "2022-01-01", "not a party"),
]

# Partial Test Ban Treaty, Article III (3), (4): in force with the instruments of the three original parties, and for
# others on the day of theirs. Outer Space Treaty, Article XIV (3): in force with those of five states.
# un-treaty-collection/1963-partial-test-ban-text, ieadb/2026-ptbt, un-treaty-collection/1967-outer-space-treaty-text,
# unoosa/2022-status-of-agreements
PTBT_AND_SPACE: list[Case] = [
    ("partial-test-ban-treaty", None, "1963-08-05", "signed"),
    ("partial-test-ban-treaty", None, "1963-10-09", "signed"),
    ("partial-test-ban-treaty", None, "1963-10-10", "in force"),
    ("partial-test-ban-treaty", "us", "1963-10-10", "party"),
    ("partial-test-ban-treaty", "de", "1964-11-30", "signatory"),
    ("partial-test-ban-treaty", "de", "1964-12-01", "party"),
    ("partial-test-ban-treaty", "pk", "1988-03-02", "signatory"),
    ("partial-test-ban-treaty", "pk", "1988-03-03", "party"),
    ("partial-test-ban-treaty", "ru", "2020-01-01", "party"),
    ("outer-space-treaty", None, "1967-01-27", "signed"),
    ("outer-space-treaty", None, "1967-10-09", "signed"),
    ("outer-space-treaty", None, "1967-10-10", "in force"),
    ("outer-space-treaty", "us", "1967-10-10", "party"),
    ("outer-space-treaty", "ru", "2021-11-15", "party"),
    ("outer-space-treaty", "su", "1980-01-01", "party"),
    ("outer-space-treaty", "bg", "1967-10-09", "signatory"),
    ("outer-space-treaty", "bg", "1967-10-10", "party"),
    ("outer-space-treaty", "uy", "1970-08-30", "signatory"),
    ("outer-space-treaty", "uy", "1970-08-31", "party"),
    ("outer-space-treaty", "jo", "2020-01-01", "signatory"),
]

# No treaties: the guidelines of the regime apply from 16 April 1987, and the code from its launching conference; a
# state takes part from the day on which it joins. Of 1995 only the year is given.
# mtcr/guidelines, acda/1997-mtcr-anniversary, mtcr/2016-india-accession, aca/2003-code-of-conduct,
# japanese-foreign-ministry/2016-india-hcoc
MTCR_AND_CODE: list[Case] = [
    ("mtcr", None, "1987-04-15", None),
    ("mtcr", None, "1987-04-16", "in force"),
    ("mtcr", "gb", "1987-04-16", "party"),
    ("mtcr", "ru", "1994-12-31", "not a party"),
    ("mtcr", "ru", "1996-01-01", "party"),
    ("mtcr", "in", "2016-06-26", "not a party"),
    ("mtcr", "in", "2016-06-27", "party"),
    ("mtcr", "cn", "2020-01-01", "not a party"),
    ("mtcr", "il", "2020-01-01", "not a party"),
    ("hague-code-of-conduct", None, "2002-11-24", None),
    ("hague-code-of-conduct", None, "2002-11-25", "in force"),
    ("hague-code-of-conduct", "ru", "2002-11-25", "party"),
    ("hague-code-of-conduct", "ng", "2002-11-24", None),
    ("hague-code-of-conduct", "ng", "2010-01-01", "unclear between not a party and party"),
    ("hague-code-of-conduct", "ng", "2024-04-11", "party"),
    ("hague-code-of-conduct", "in", "2016-05-31", "not a party"),
    ("hague-code-of-conduct", "in", "2016-06-01", "party"),
]

# Russia and China: in force from 16 December 2010 for ten years, and extended for ten more before they were over. India
# and Pakistan: in force on signature.
# cntd/2009-russia-china-agreement, russianforces/2010-russia-china-launches, xinhua/2020-russia-china-extension,
# indian-ministry-of-external-affairs/2005-missile-pre-notification-text, aca/2005-11-india-pakistan-missile-pact
LAUNCHES_IN_ASIA: list[Case] = [
    ("russia-china-launch-notification-agreement", None, "2009-10-13", "signed"),
    ("russia-china-launch-notification-agreement", None, "2010-12-15", "signed"),
    ("russia-china-launch-notification-agreement", None, "2010-12-16", "in force"),
    ("russia-china-launch-notification-agreement", "cn", "2015-01-01", "party"),
    ("russia-china-launch-notification-agreement", None, "2020-12-17", "in force"),
    ("russia-china-launch-notification-agreement", "ru", "2024-11-21", "party"),
    ("india-pakistan-ballistic-missile-pre-notification-agreement", None, "2005-10-02", "proposed"),
    ("india-pakistan-ballistic-missile-pre-notification-agreement", None, "2005-10-03", "in force"),
    ("india-pakistan-ballistic-missile-pre-notification-agreement", "pk", "2024-03-14", "party"),
    ("india-pakistan-ballistic-missile-pre-notification-agreement", "cn", "2024-03-14", "not a party"),
]

# Adoption Day, on which the commitments took effect, was 18 October 2015. The United States ceased to take part on 8
# May 2018; the others went on.
# russian-foreign-ministry/2015-jcpoa-text, iran-watch/2015-11-09-adoption-day, asil/2018-05-08-jcpoa
JCPOA: list[Case] = [
    ("jcpoa", None, "2015-07-13", None),
    ("jcpoa", None, "2015-10-17", "signed"),
    ("jcpoa", None, "2015-10-18", "in force"),
    ("jcpoa", "us", "2018-05-07", "party"),
    ("jcpoa", "us", "2018-05-08", "withdrawn"),
    ("jcpoa", None, "2018-05-09", "in force"),
    ("jcpoa", "ir", "2020-01-01", "party"),
]

# The first edition applied from 1 January 1991. In 2023 Russia suspended the exchange of information alone.
# bpb/1990-11-17-vienna-document, aca/2023-03-vienna-document
VIENNA: list[Case] = [
    ("vienna-document", None, "1990-12-31", "signed"),
    ("vienna-document", None, "1991-01-01", "in force"),
    ("vienna-document", "kz", "1992-01-29", "not a party"),
    ("vienna-document", "kz", "1992-01-30", "party"),
    ("vienna-document", "ru", "2023-06-01", "party"),
]

# Each of the three in force on signature: Accidents Measures, Article 9; Incidents at Sea, Article VIII; 1988. Russia
# continues the Soviet Union. The memorandum of 2000 was announced in 1998.
# us-department-of-state/1971-accidents-measures, us-european-command/2017-incsea-statement,
# fas/launch-notification-overview, aca/1998-moscow-summit
NOTICE_AND_SAFETY: list[Case] = [
    ("accidents-measures-agreement", None, "1971-09-29", None),
    ("accidents-measures-agreement", None, "1971-09-30", "in force"),
    ("accidents-measures-agreement", "ru", "2024-11-21", "party"),
    ("incidents-at-sea-agreement", None, "1972-05-24", "proposed"),
    ("incidents-at-sea-agreement", None, "1972-05-25", "in force"),
    ("incidents-at-sea-agreement", "gb", "2020-01-01", "not a party"),
    ("launch-notification-agreement-1988", None, "1988-04-30", None),
    ("launch-notification-agreement-1988", None, "1988-05-31", "in force"),
    ("launch-notification-agreement-1988", "su", "1992-06-01", "succeeded"),
    ("launch-notification-agreement-1988", "ru", "2024-11-21", "party"),
    ("launch-notification-agreement-1988", "us", "2024-11-21", "party"),
    ("launch-notification-memorandum-2000", None, "1998-09-01", None),
    ("launch-notification-memorandum-2000", None, "2000-12-15", "proposed"),
]

# Budapest Memorandum: in force on signature. Biological Weapons Convention, Article XIV (3): in force with the
# instruments of 22 states. The draft on weapons in space is a draft.
# un-treaty-collection/1994-budapest-memorandum, uk-foreign-office/bwc-status, ieadb/bwc-members, ampeid/jordan,
# micronesian-embassy/2024-07-12-bwc, space-review/2014-ppwt
OTHERS: list[Case] = [
    ("budapest-memorandum", "ru", "1994-12-05", "party"),
    ("biological-weapons-convention", None, "1975-03-25", "signed"),
    ("biological-weapons-convention", None, "1975-03-26", "in force"),
    ("biological-weapons-convention", "su", "1975-03-26", "party"),
    ("biological-weapons-convention", "se", "1975-02-26", "not a party"),
    ("biological-weapons-convention", "se", "1975-02-27", "signatory"),
    ("biological-weapons-convention", "se", "1976-02-05", "party"),
    ("biological-weapons-convention", "jo", "1975-05-29", "signatory"),
    ("biological-weapons-convention", "jo", "1975-05-30", "party"),
    ("biological-weapons-convention", "fm", "2024-07-11", "not a party"),
    ("biological-weapons-convention", "fm", "2024-07-12", "party"),
    ("biological-weapons-convention", "sy", "2025-01-01", "signatory"),
    ("biological-weapons-convention", "il", "2025-01-01", "not a party"),
    ("ppwt", None, "2008-02-11", None),
    ("ppwt", None, "2020-01-01", "proposed"),
]

STATUS: list[Case] = [
    *INF, *START_II, *NEW_START, *CTBT, *OPEN_SKIES, *ABM, *SALT, *START_I, *SORT_AND_TTBT, *CFE, *NPT, *CWC, *TPNW,
    *PTBT_AND_SPACE, *MTCR_AND_CODE, *LAUNCHES_IN_ASIA, *JCPOA, *VIENNA, *NOTICE_AND_SAFETY, *OTHERS,
]  # fmt: skip


@pytest.mark.parametrize(
    ("treaty", "state", "day", "expected"), STATUS, ids=[f"{t} {s or 'whole'} {d}" for t, s, d, _ in STATUS]
)
def test_an_agreement_stood_so(real: Dataset, treaty: str, state: str | None, day: str, expected: str | None) -> None:
    entry, on = treaty_of(real, treaty), date.fromisoformat(day)
    interval = standing_on(real, entry, state, on) if state else status_on(entry, on)
    assert (interval.words if interval else None) == expected


# Who had suspended it: the sources are those above.
SUSPENDED: list[tuple[str, str, set[str]]] = [
    ("inf-treaty", "2019-02-01", set()),
    ("inf-treaty", "2019-02-03", {"us"}),
    ("inf-treaty", "2019-03-05", {"us", "ru"}),
    ("inf-treaty", "2019-08-02", set()),
    ("cfe-treaty", "2023-11-08", set()),
    ("cfe-treaty", "2023-12-08", {"us", "it"}),
    ("new-start", "2023-02-21", set()),
    ("new-start", "2023-02-27", set()),
    ("new-start", "2023-02-28", {"ru"}),
    ("new-start", "2026-02-05", {"ru"}),
    ("new-start", "2026-02-06", set()),
    ("cfe-treaty", "2007-12-11", set()),
    ("cfe-treaty", "2007-12-13", {"ru"}),
    ("cfe-treaty", "2023-11-06", {"ru"}),
    ("vienna-document", "2023-06-01", set()),
]


@pytest.mark.parametrize(
    ("treaty", "day", "expected"), SUSPENDED, ids=[f"{treaty} {day}" for treaty, day, _ in SUSPENDED]
)
def test_these_had_suspended_it(real: Dataset, treaty: str, day: str, expected: set[str]) -> None:
    interval = status_on(treaty_of(real, treaty), date.fromisoformat(day))
    assert interval
    assert interval.suspended_by == expected


# Who took whose place: Lisbon Protocol, Article I, and for the others Russia's continuation of the Soviet Union.
# bits/1992-lisbon-protocol, fas/1987-inf-treaty-text, umn-human-rights-library/1972-abm-treaty-text
SUCCEEDED: list[tuple[str, str, str, str | None]] = [
    ("inf-treaty", "ru", "1992-06-01", "su"),
    ("start-i", "ua", "1992-06-01", "su"),
    ("start-i", "kz", "1994-12-05", "su"),
    ("start-i", "us", "1994-12-05", None),
    ("abm-treaty", "ru", "1995-01-01", "su"),
    ("new-start", "ru", "2020-01-01", None),
]


@pytest.mark.parametrize(
    ("treaty", "state", "day", "expected"), SUCCEEDED, ids=[f"{t} {s} {d}" for t, s, d, _ in SUCCEEDED]
)
def test_a_state_took_the_place_of_another(
    real: Dataset, treaty: str, state: str, day: str, expected: str | None
) -> None:
    interval = standing_on(real, treaty_of(real, treaty), state, date.fromisoformat(day))
    assert interval
    assert interval.successor_to == expected
