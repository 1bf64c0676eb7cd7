"""Somebody hurt in another town: ``قُتل مدني بقصف على مدينة أريحا، وأصيب آخرون في بلدة سرمين`` tells two happenings (codebook 2.5)."""

from __future__ import annotations

from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import PlaceLevel, WordMention

_TOWNS = frozenset((PlaceLevel.VILLAGE, PlaceLevel.TOWN, PlaceLevel.CITY))
_HARM = frozenset(("injure", "kill", "die"))
_BEHIND = 7  # tokens from the verb of harm over those hurt to the town


def in_another_town(scene: Scene, ln: Lines, before: tuple[int, int], w: WordMention) -> bool:
    """Whether those hurt by verb ``w`` were in a town other than the one told in the clause before.

    Args:
        scene: the document.
        ln: the sentence.
        before: first and last token of the clause before.
        w: a verb of harm joined by ``و``.
    """
    if scene.cls(w) not in _HARM:
        return False
    there = [i for i in ln.places if before[0] <= scene.place(i).first < before[1] and _town(scene, i)]
    here = next((i for i in ln.places if 0 < scene.place(i).first - w.last <= _BEHIND and _town(scene, i)), None)
    if not there or here is None or scene.place_prep(here) not in ("في", "ب"):
        return False
    if any(w.last <= x.first < scene.place(here).first for x in ln.triggers):
        return False
    return not any(_within(scene, here, i) for i in there)


def _town(scene: Scene, i: int) -> bool:
    p = scene.place(i)
    return p.ref is not None and p.ref.level in _TOWNS and p.relation not in PASSING


def _within(scene: Scene, i: int, j: int) -> bool:
    """One place, or one named as the container of the other."""
    return scene.same_place(i, j) or scene.place(i).container == j or scene.place(j).container == i
