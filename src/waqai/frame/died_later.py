"""Wounded who die later are counted once, among the dead.

``أُصيب المختار برصاص مجهولين، وفارق الحياة متأثراً بجراحه`` wounds nobody who lives; ``إصابة خمسة، توفي أحدهم لاحقاً`` leaves four.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import CountRange
from waqai.resources.wordsets import wordset

_NEAR = 7
_HIS = ("toll:singular-verb", "toll:antecedent", "toll:pronoun")  # nobody else is told of


def settle_died_later(scene: Scene, ln: Lines, f: Frame) -> None:
    """Take those who died of their wounds out of the wounded of the frame."""
    dead, hurt = f.tolls.get("killed"), f.tolls.get("injured")
    if dead is None or hurt is None or not dead.count.best or not hurt.count.best:
        return
    one = dead.count.best == hurt.count.best == 1 and dead.rule in _HIS
    w = next((w for w in f.triggers if hurt.first < w.first and scene.cls(w) == "die" and (one or 0 <= dead.first - w.first <= 2)), None)
    if w is None or any(hurt.first < s.first < w.first for s in ln.speech):
        return
    near = scene.words[w.first : w.first + _NEAR]
    if one and not (wordset("of-wounds") | wordset("wake-of-it")).isdisjoint(near):
        del f.tolls["injured"]
        return
    part = not wordset("one-of-them").isdisjoint(near[1:3]) or not wordset("of-them").isdisjoint(near[1:4])
    if part and dead.count.best < hurt.count.best:
        left = hurt.count.best - dead.count.best
        f.tolls["injured"] = replace(hurt, count=CountRange(left, left, left, hurt.count.text), rule="toll:living")
