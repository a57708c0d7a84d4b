"""Charts: drawn without a browser, in the site's colours, with the same in words."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from armsref import load
from armsref.model import Treaty, Weapon
from macros import charts
from tests.conftest import Data, treaty, weapon

TODAY = date(2026, 1, 1)


def a_weapon(data: Data, ranges: str) -> Weapon:
    entry = load(data({"weapons/x.yml": weapon(f"name: X\nrange_km: [{ranges}]")}))["x"]
    assert isinstance(entry, Weapon)
    return entry


def a_treaty(data: Data, *acts: str) -> Treaty:
    history = "".join(f"  - {{date: {act.split()[0]}, act: {act.split()[1]}, source: aca/inf}}\n" for act in acts)
    entry = load(data({"treaties/x.yml": treaty(f"name: X\nhistory:\n{history}")}))["x"]
    assert isinstance(entry, Treaty)
    return entry


def claim(amounts: str) -> str:
    return f"{{{amounts}, source: aca/inf}}"


def test_every_claim_has_its_mark_and_every_threshold_its_line(data: Data) -> None:
    drawn = charts.ranges(a_weapon(data, ", ".join(map(claim, ("value: 500", "max: 5500", "min: 250")))))
    assert drawn.count("var(--mark)") == 3
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    assert {"500", "up to 5,500", "at least 250"} <= set(texts)
    assert {"300", "1,000", "3,000", "5,500"} <= set(texts)


@pytest.mark.parametrize("amounts", ["value: 0", "value: 999999", "min: 40000, max: 50000"])
def test_a_range_off_the_scale_is_drawn_at_its_end(data: Data, amounts: str) -> None:
    drawn = charts.ranges(a_weapon(data, claim(amounts)))
    assert drawn.count("var(--mark)") == 1
    assert "NaN" not in drawn


def test_a_drawing_is_one_picture_with_a_description(data: Data) -> None:
    drawn = charts.ranges(a_weapon(data, claim("value: 500")))
    root = ElementTree.fromstring(drawn.replace("xlink:", ""))
    assert (root.get("role"), root.get("aria-label")) == ("img", "Range of X in km, on a logarithmic scale: 500.")
    assert "aria-" not in drawn.replace("aria-label=", "", 1)


def test_a_drawing_has_no_colour_of_its_own(data: Data) -> None:
    drawn = charts.life(a_treaty(data, "1990-01-01 signed", "1991-01-01 entered-into-force"), TODAY)
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn))
    assert colours <= {"none", "transparent", *re.findall(r"var\(--[a-z]+\)", drawn)}


def test_a_life_is_thicker_while_it_is_in_force_and_stops_when_it_ends(data: Data) -> None:
    entry = a_treaty(data, "1990-01-01 signed", "1991-01-01 entered-into-force", "2000-01-01 terminated")
    drawn = charts.life(entry, TODAY)
    heights = re.findall(r'<path d="M[\d.]+,[\d.]+h[\d.]+v([\d.]+)h-[\d.]+Z" fill="var\(--(?:new|good)\)"', drawn)
    assert heights == ["5", "16"]
    assert ">today<" in drawn
    assert "signed from 1 January 1990, in force from 1 January 1991, ended from 1 January 2000" in drawn


def test_all_bars_share_one_scale(data: Data) -> None:
    first = date(1950, 1, 1)
    one = charts.bar(a_treaty(data, "1990-01-01 signed", "1991-01-01 entered-into-force"), TODAY, first)
    other = charts.bar(a_treaty(data, "1970-01-01 signed", "1991-01-01 entered-into-force"), TODAY, first)
    begins = [re.findall(r'd="M([\d.]+),[\d.]+h[\d.]+v16', each) for each in (one, other)]
    assert begins[0] == begins[1] != []


def test_a_name_cannot_end_the_description(data: Data, tmp_path: Path) -> None:
    entry = load(data({"weapons/x.yml": weapon(f"name: '\"><script>'\nrange_km: {claim('value: 500')}")}))["x"]
    assert isinstance(entry, Weapon)
    assert "<script>" not in charts.ranges(entry)
