"""Victims told twice over in one clause: ``مقتل ضابط، إضافة إلى مقتل 26 جندياً``. The second count comes on top of the first."""

from __future__ import annotations

from waqai.frame.counts import add_counts, stops, sum_list
from waqai.frame.frames import Frame
from waqai.frame.outcome_subject import ROLE_OF
from waqai.frame.scene import Lines, Scene
from waqai.resources.wordsets import wordset


def add_besides(scene: Scene, ln: Lines, f: Frame) -> None:
    """Add to the tolls of a frame what a second word of the same outcome counts behind ``إضافة إلى``."""
    words = scene.words
    for w in f.triggers:
        role = ROLE_OF.get(scene.cls(w))
        toll = f.tolls.get(role) if role is not None else None
        if role is None or toll is None or toll.count.best is None or not f.first < w.first - 2 or toll.first >= w.first:
            continue
        if f"{words[w.first - 2]} {words[w.first - 1]}" not in wordset("besides"):
            continue
        more = sum_list(scene, ln, w.last, stops(scene, ln, w.last, f.last))
        if more is not None and more[0].best is not None:
            toll.count = add_counts(toll.count, more[0])
