"""``في محافظة دير الزور على الحدود مع العراق``: a border or side of the country says where the named place lies, where the event was."""

from __future__ import annotations

from waqai.frame.scene import Scene
from waqai.model import PlaceLevel
from waqai.resources.wordsets import wordset

_LEVELS = frozenset(PlaceLevel) - {PlaceLevel.SUBREGION, PlaceLevel.COUNTRY, PlaceLevel.NONE}


def named_beside(scene: Scene, place: int) -> int:
    """The place that stands right before a border, and else the place itself.

    Args:
        scene: the document.
        place: number of the place chosen for a frame.

    Returns:
        The number of the place named before ``على الحدود مع X`` with nothing but a preposition between; ``place`` when none is,
        or when the border is one of the place's own names (``معبر``, ``مخفر على الحدود``).
    """
    m = scene.place(place)
    line = scene.owner[m.first]
    if m.kind == "region" and line >= 0:
        held = (k for k in scene.lines[line].places if scene.place(k).container == place and 0 <= m.first - scene.place(k).last <= 1)
        return next(held, place)  # ``ولاية بورنو شمال شرقي نيجيريا``
    if m.kind != "border" or line < 0:
        return place
    for k in scene.lines[line].places:
        p = scene.place(k)
        if p.last <= m.first and p.ref is not None and p.ref.level in _LEVELS and p.ref.country != _across(scene, place):
            gap = scene.words[p.last : m.first]
            if len(gap) <= 2 and all(w == "," or w in wordset("beside-border") for w in gap):
                return k
    return place


def _across(scene: Scene, place: int) -> str | None:
    """The country on the other side: the one the border is said to be with."""
    ref = scene.place(place).ref
    return ref.country if ref is not None else None
