"""The town or governorate that heads an item: ``- درعا: اعتقال شاب قرب إنخل``. It tells of which part of the land the item is."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Scene
from waqai.resources.wordsets import wordset

_BULLET = 2  # tokens a bullet or a number takes at the head of an item
_FROM = wordset("from-or-towards")


def settle_header(scene: Scene, f: Frame) -> None:
    """Take the place that the item itself names in the governorate of the place that heads it."""
    if f.place is None or f.aggregate or f.more_places:
        return
    head = scene.place(f.place)
    line = scene.owner[head.first]
    if line < 0 or line != f.line or head.last >= len(scene.words) or scene.words[head.last] != ":":
        return
    ln = scene.lines[line]
    if head.first - ln.sentence.first > _BULLET:
        return
    for i in ln.places:
        m = scene.place(i)
        if m.first <= head.last or m.first < f.main.first or m.relation in PASSING or scene.place_prep(i) in _FROM:
            continue
        if m.ref is not None and head.ref is not None and m.ref.admin1 is not None and m.ref.admin1 == head.ref.admin1:
            f.place, f.place_rule = i, "place:own:in-the-item"
            return
