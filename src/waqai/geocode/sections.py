"""Sections of a report: after ``وفي ديالى،``, ``حلب:``, ``#درعا`` or ``وإلى مأرب، حيث`` the lines tell of that place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from waqai.model import PlaceMention, Text
from waqai.resources.areas import area_words
from waqai.resources.wordsets import wordset

_KINDS = frozenset(
    {"governorate", "province", "canton", "region", "countryside", "side", "district", "directorate", "subdistrict", "locality",
     "area", "city", "town", "place"}
)  # fmt: skip
_ENDS = frozenset({"\n", ".", "!", "?"})
_HEADS = frozenset({":", "\n"})
_FILED = 1  # lines in which a place with a colon says where the report was filed
_OUTLET = 7  # tokens an outlet's name and its marks take
_BACK = 4  # tokens between the start of a line and the place that opens it


class Section(NamedTuple):
    """The mention that opens a section, and whether it stands as its heading (``حلب:``, ``#درعا``)."""

    opener: int
    heading: bool


def sections_of(text: Text, places: Sequence[PlaceMention]) -> list[Section | None]:
    """For every mention the section it stands in; ``None`` before the first one.

    A section opened in a sentence (``وفي ديالى،``) goes on to the end of its paragraph; one with a heading goes on to the next heading.
    """
    words = [t.word for t in text.tokens]
    breaks = [k for k, w in enumerate(words) if w == "\n"]
    out: list[Section | None] = []
    heading: Section | None = None
    inline: Section | None = None
    paragraph = -1
    for k, m in enumerate(places):
        here = bisect_right(breaks, m.first)
        if here != paragraph:
            paragraph, inline = here, None
        out.append(inline or heading)
        how = _opens(words, m, here)
        if how == "heading":
            heading, inline = Section(k, True), None
        elif how:
            inline = Section(k, False)
    return out


def _opens(words: Sequence[str], m: PlaceMention, line: int) -> str:
    """``heading`` or ``inline`` when a mention opens a section, else empty."""
    if m.kind not in _KINDS or m.relation not in ("in", "to", "side", "dateline"):
        return ""
    w = area_words().words
    k, led, tagged = m.first - 1, m.text.startswith(("ب", "وب")), False
    while k >= 0 and m.first - k <= _BACK and words[k] not in _ENDS:
        word = words[k]
        if word in w["side_in"] or word in w["goal"]:
            led = True
        elif word == "#":
            tagged = True
        elif word[0].isalnum() and word not in wordset("section-leads"):
            return ""
        k -= 1
    if k >= 0 and words[k] not in _ENDS:
        return ""
    after = words[m.last] if m.last < len(words) else "\n"
    if after == ":" and m.relation == "dateline" and "\n" in words[m.last + 1 : m.last + _OUTLET]:
        return ""  # عدن: «الشرق الأوسط»
    if after in _HEADS and (tagged or (line >= _FILED and (after == ":" or m.relation == "dateline"))):
        return "heading"
    return "inline" if led and m.relation != "dateline" else ""
