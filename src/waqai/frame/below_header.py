"""The town behind a verb, where a line opens with its province: ``وفي درعا، اغتال مجهولون القيادي السابق في مدينة جاسم``."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import PlaceLevel

_OPENS = 4  # tokens from the head of a sentence to the province it opens with
_SPOTS = frozenset((PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE))
_HEADS = frozenset((PlaceLevel.CITY, PlaceLevel.GOVERNORATE, PlaceLevel.SUBREGION))
_IN = ("في", "ب", "علي", "قرب")


def place_below_header(scene: Scene, f: Frame) -> None:
    """Replace the province a sentence opens with by the first town of that province in the frame's own words.

    Args:
        scene: the document.
        f: a ranked frame; left alone when its place is no such opening.
    """
    if f.place is None or f.aggregate or f.denial is not None:
        return
    head = scene.place(f.place)
    k = scene.owner[head.first]
    if k != scene.owner[f.main.first]:
        return
    ln = scene.lines[k]
    if not _opens(scene, ln, f.place) or f.main.first < head.last:
        return
    for i in ln.places:
        p = scene.place(i)
        if f.main.last <= p.first < f.last and p.relation not in PASSING and scene.place_prep(i) in _IN and _in_province(scene, f.place, i):
            f.place, f.place_rule = i, "place:below-header"
            return


def _opens(scene: Scene, ln: Lines, i: int) -> bool:
    """``وفي درعا،``, ``جنوباً في درعا،``: the place stands at the head of the sentence, a comma behind it."""
    p = scene.place(i)
    return p.first - ln.sentence.first <= _OPENS and p.last < ln.sentence.last and scene.words[p.last] == ","


def _in_province(scene: Scene, head: int, i: int) -> bool:
    """A town of the province that the opening word names, not the town of that name itself."""
    a, b = scene.place(head).ref, scene.place(i).ref
    if a is None or b is None or a.level not in _HEADS or b.level not in _SPOTS or scene.same_place(head, i):
        return False
    return a.admin1 is not None and a.admin1 == b.admin1
