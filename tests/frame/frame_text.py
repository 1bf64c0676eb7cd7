"""Short texts coded, for tests of the frame room."""

from __future__ import annotations

from functools import cache

from waqai.model import Claim, CodedReport, CountRange, Report
from waqai.pipeline import Coder, Trace, code_text

DAY = "2024-05-15"  # a Wednesday


@cache
def coded(text: str, published: str = DAY) -> CodedReport:
    """The coded report of a text, read on 15 May 2024."""
    return code_text(text, published=published)


def claims(text: str, published: str = DAY) -> tuple[Claim, ...]:
    """Its claims."""
    return coded(text, published).claims


def one(text: str, published: str = DAY) -> Claim:
    """Its only claim."""
    (claim,) = claims(text, published)
    return claim


def low_high(c: CountRange | None) -> tuple[int | None, int | None] | None:
    """The bounds of a count; ``None`` when not stated."""
    return None if c is None else (c.low, c.high)


def sides(c: Claim) -> tuple[str | None, str | None]:
    """Names of perpetrator and target."""
    return (c.perpetrator.name_en if c.perpetrator else None, c.target.name_en if c.target else None)


def trace(text: str) -> Trace:
    """Every layer of a text, frames as the rules leave them."""
    return Coder(ranked=False, weeded=False).trace(Report(id="t", text=text, sha256="t"))
