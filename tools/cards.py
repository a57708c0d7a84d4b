"""Draw the pictures that other sites show beside a link to a page, one a kind, into docs/assets/cards.

The letters are of Liberation Sans, which comes with vl-convert; a machine that has its own may set them a little
differently. So a picture says in itself what it was drawn from, by which a test knows whether it is out of date.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import click
import vl_convert

from macros.cards import HEIGHT, OTHER, WIDTH

CARDS = Path(__file__).resolve().parents[1] / "docs/assets/cards"
FONT = "Liberation Sans"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
# The codes of PNG for a filter of rows and for a sort of pixel.
SUB, RGB = 1, 2
# The light colours of docs/assets/site.css.
PAPER, INK, SOFT, RULE = "#fcfbf7", "#1d1c1a", "#5a5750", "#d9d4c7"
# Each kind: its word, what a page of it answers, and its colour.
KINDS = {
    "treaty": ("Treaty", "Who agreed what, and was it in force that day?", "#0f4f5c"),
    "weapon": ("Weapon", "What is it called, how far does it reach, who says so?", "#8a2b1f"),
    "term": ("Term", "What does the word mean, and to whom?", "#2d4f8a"),
    "event": ("Event", "What happened, and by whose account?", "#87500a"),
    "organisation": ("Organisation", "Who makes, keeps and carries out arms control?", "#1d6237"),
    "state": ("State", "What is it bound by, and what does it field?", "#5d5a54"),
    OTHER: ("Arms control", "Treaties, weapons and terms, sourced fact by fact", "#143d46"),
}
# Lives on a scale of time, as the site draws them: where each begins and ends, and how thick it is.
LIVES = ((0, 300, 26), (300, 430, 10), (90, 620, 26), (620, 800, 4), (210, 330, 4), (330, 880, 26), (480, 1040, 10))
ROWS = (0, 0, 1, 1, 2, 2, 3)


def svg(kind: str) -> str:
    """The picture of a kind as SVG."""
    word, line, colour = KINDS[kind]
    strokes = "".join(
        f'<rect x="{80 + start}" y="{472 + 30 * row - thick / 2}" width="{end - start}" height="{thick}"/>'
        for row, (start, end, thick) in zip(ROWS, LIVES, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{FONT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/><rect width="{WIDTH}" height="16" fill="{colour}"/>'
        f'<rect x="80" y="72" width="56" height="56" rx="7" fill="#143d46"/>'
        '<path transform="translate(80 72) scale(1.75)" d="M7 25 16 6l9 19M10.5 18h11" fill="none" stroke="#fcfaf4" '
        'stroke-width="3"/>'
        f'<text x="156" y="113" font-size="36" fill="{SOFT}">Arms Control Reference</text>'
        f'<text x="80" y="262" font-size="100" font-weight="bold" fill="{INK}">{word}</text>'
        f'<text x="80" y="330" font-size="36" fill="{SOFT}">{line}</text>'
        f'<rect x="80" y="430" width="1040" height="2" fill="{RULE}"/><g fill="{colour}">{strokes}</g></svg>'
    )


def png(kind: str) -> bytes:
    """The picture of a kind."""
    return smaller(vl_convert.svg_to_png(svg(kind), scale=1, ppi=72), kind)


def drawn_from(kind: str) -> bytes:
    """What a picture says of its origin: the name and the text of a part of a PNG, with the drawing's checksum."""
    return b"Source\0" + hashlib.sha256(svg(kind).encode()).hexdigest().encode()


def smaller(picture: bytes, kind: str) -> bytes:
    """A PNG of eight bits a channel without its alpha channel, packed as tightly as flat colours allow: a fifth of it.

    Raises ValueError where its rows are not filtered as vl-convert does it, each byte less that of the pixel before.
    """
    data = zlib.decompress(b"".join(content for name, content in chunks(picture) if name == b"IDAT"))
    length = 1 + 4 * WIDTH
    rows = [data[at : at + length] for at in range(0, len(data), length)]
    if any(row[0] != SUB for row in rows):
        message = "the rows of the picture are not filtered as expected"
        raise ValueError(message)
    plain = zlib.compress(b"".join(b"\0" + coloured(row[1:]) for row in rows), level=9)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, RGB, 0, 0, 0)
    return (
        SIGNATURE
        + chunk(b"IHDR", header)
        + chunk(b"tEXt", drawn_from(kind))
        + chunk(b"IDAT", plain)
        + chunk(b"IEND", b"")
    )


def coloured(row: bytes) -> bytes:
    """The red, green and blue of a row of differences in red, green, blue and alpha."""
    found = bytearray(3 * WIDTH)
    for channel in range(3):
        found[channel::3] = bytes(value & 255 for value in accumulate(row[channel::4]))
    return bytes(found)


def chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG: their names and what is in them."""
    at = len(SIGNATURE)
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += 12 + length


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@click.command()
def main() -> None:
    """Draw the pictures of all kinds."""
    CARDS.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (CARDS / f"{kind}.png").write_bytes(png(kind))


if __name__ == "__main__":
    main()
