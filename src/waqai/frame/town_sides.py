"""Sides of a city: ``انفجرت عبوة غرب مدينة هيت`` was not in the city, and the side is a subregion of its own (codebook 7)."""

from __future__ import annotations

from dataclasses import replace

from waqai.model import GeoPrecision, PlaceLevel, PlaceMention, PlaceRef
from waqai.normalise import fold
from waqai.resources.areas import area_words

_ENGLISH = {"N": "north", "S": "south", "E": "east", "W": "west"}


def beside_a_city(m: PlaceMention, ref: PlaceRef) -> PlaceRef:
    """The location of ``شرقي تكريت`` with its side; a village or a town (``شرق بلدة X``) is too small to have sides and stays itself.

    Args:
        m: the mention.
        ref: its location, at the city.
    """
    if m.relation != "side" or m.kind == "side" or ref.level is not PlaceLevel.CITY:
        return ref
    words = m.text.split()
    sides = area_words().sides
    head = fold(words[0])
    for cut in range(min(3, len(head))):
        if sides.get(head[cut:], "C") in _ENGLISH:
            break
    else:
        return ref
    if any((t := area_words().types.get(fold(w))) is not None and t.number != "one" for w in words[1:]):
        return ref  # شرق مدينتي X وY: the first of them
    words[0] = words[0][cut:]
    found = list(dict.fromkeys(_ENGLISH[s] for w in words if (s := sides.get(fold(w))) in _ENGLISH))
    english = f"{'-'.join(found).capitalize()} of {ref.name_en}" if ref.name_en else None
    precision = GeoPrecision.AREA if ref.lat is not None else ref.geo_precision
    return replace(
        ref,
        id=None,
        name_ar=" ".join(words),
        name_en=english,
        kind="side",
        level=PlaceLevel.SUBREGION,
        pcode=None,
        geo_precision=precision,
    )
