"""Victims told twice over in one clause: a second count on top of the first, and the count of all that a total led to."""

from __future__ import annotations

from waqai.frame.counts import add_counts, stops, sum_list
from waqai.frame.frames import Frame, Toll
from waqai.frame.outcome_subject import ROLE_OF
from waqai.frame.scene import Lines, Scene
from waqai.resources.wordsets import wordset


def add_besides(scene: Scene, ln: Lines, f: Frame) -> None:
    """``مقتل ضابط، إضافة إلى مقتل 26 جندياً``: add what a second word of the same outcome counts behind ``إضافة إلى``."""
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


def count_of_all(scene: Scene, ln: Lines, f: Frame) -> None:
    """``34 عملية اغتيال أسفرت عن مقتل 22``: of several events the number told, not one for the word that stands without a number."""
    for role, toll in [*f.tolls.items()]:
        if toll.rule != "toll:unnumbered":
            continue
        del f.tolls[role]
        for w in f.triggers:
            if ROLE_OF.get(scene.cls(w)) != role or w.first <= toll.first:
                continue
            told = sum_list(scene, ln, w.last, stops(scene, ln, w.last, f.last))
            if told is not None and told[0].best is not None:
                f.tolls[role] = Toll(role, told[0], told[1].span, told[1].first, told[2], False, "toll:of-all")
                break
