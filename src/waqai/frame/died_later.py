"""The one who is wounded and dies of it is dead: ``أُصيب المختار برصاص مجهولين، وفارق الحياة متأثراً بجراحه`` leaves no wounded."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.resources.wordsets import wordset

_NEAR = 7
_SOON = 3  # tokens from ``ثم`` or ``ما لبث`` to the verb of dying
_HIS = ("toll:singular-verb", "toll:antecedent", "toll:pronoun")  # nobody else is told of


def settle_died_later(scene: Scene, ln: Lines, f: Frame) -> None:
    """Take the one who died of his wounds out of the wounded of the frame."""
    dead, hurt = f.tolls.get("killed"), f.tolls.get("injured")
    if dead is None or hurt is None or not dead.count.best or not hurt.count.best:
        return
    if not dead.count.best == hurt.count.best == 1 or dead.rule not in _HIS:
        return
    w = next((w for w in f.triggers if hurt.first < w.first and scene.cls(w) == "die"), None)
    if w is None or any(hurt.first < s.first < w.first for s in ln.speech):
        return
    near = scene.words[w.first : w.first + _NEAR]
    before = scene.words[max(hurt.first, w.first - _SOON) : w.first]
    if not (wordset("of-wounds") | wordset("wake-of-it")).isdisjoint(near) or not wordset("soon-after").isdisjoint(before):
        del f.tolls["injured"]
        if dead.who is None:
            f.tolls["killed"] = replace(dead, who=hurt.who)
