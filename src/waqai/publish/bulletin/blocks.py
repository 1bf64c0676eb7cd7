"""The parts a bulletin is made of, free of any file format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from waqai.publish.quotes import Piece


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1–3, ``anchor`` its link target, ``link`` the anchor it leads to."""

    text: str
    level: int = 2
    anchor: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; ``role`` is ``lead``, ``note``, ``draft``, ``told`` (stays with what follows) or empty."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short lines."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure: number, its name, the lines under it."""

    number: str
    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """Key figures side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``link`` is an anchor of this document, ``number`` sets it centred and left-to-right."""

    text: str
    number: bool = False
    link: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first column heads its rows. A row of one cell heads those that follow it.

    ``widths`` are per cent of the page, given to long tables so that nobody must read them all to set the first row.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()

    @property
    def short(self) -> bool:
        """Whether it should stand on one page."""
        return len(self.rows) <= 14

    def number(self, column: int) -> bool:
        """Whether a column holds numbers: those of its first full row do."""
        return next((row[column].number for row in self.rows if len(row) > 1), False)


@dataclass(frozen=True)
class Picture:
    """A drawing, made when it is asked for: ``svg`` for pages and PDF, ``png`` for Word; ``alt`` says what it shows."""

    draw: Callable[[str], bytes]
    alt: str
    caption: str = ""

    @cached_property
    def svg(self) -> str:
        """The drawing as an ``<svg>`` element."""
        return self.draw("svg").decode()

    @cached_property
    def png(self) -> bytes:
        """The drawing as a PNG file."""
        return self.draw("png")


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words of a report, always Arabic; ``source`` names who said it and where; ``url`` may be empty."""

    pieces: tuple[Piece, ...]
    source: str
    url: str = ""


Block = Heading | Para | Items | Cards | Table | Picture | Quote


@dataclass(frozen=True, slots=True)
class Part:
    """One language of a bulletin."""

    lang: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A bulletin: one part, or two when both languages are asked for."""

    parts: tuple[Part, ...]
    profile: str
    method_version: str
    draft: bool
    figures: dict[str, dict[str, int]] = field(default_factory=dict)
