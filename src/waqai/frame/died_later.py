"""The one who is wounded and dies of it is dead: ``أُصيب المختار برصاص مجهولين، وفارق الحياة متأثراً بجراحه`` leaves no wounded."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame, Toll
from waqai.frame.scene import Lines, Scene
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

_NEAR = 7
_BEFORE = 3  # tokens before the verb of dying that say that the one told of did not live
_HIS = ("toll:singular-verb", "toll:antecedent", "toll:pronoun", "toll:one-before")  # nobody else is told of
_ALIKE = ("toll:outcome", "toll:antecedent", "toll:one-before", "toll:unnumbered", "toll:singular-verb", "toll:pronoun", "toll:actor")


def settle_died_later(scene: Scene, ln: Lines, f: Frame) -> None:
    """Take the one who died of his wounds out of the wounded of the frame."""
    dead, hurt = f.tolls.get("killed"), f.tolls.get("injured")
    if dead is None or hurt is None or not dead.count.best or not hurt.count.best:
        return
    if not dead.count.best == hurt.count.best == 1:
        return
    w = next((w for w in f.triggers if hurt.first < w.first and scene.cls(w) == "die"), None)
    told = (s for s in ln.speech if scene.words[s.first] not in wordset("taken-away"))  # "ونقل إلى المشفى" speaks of nobody
    if w is None or any(hurt.first < s.first < w.first for s in told) or not _nobody_new(scene, dead, w):
        return
    if _of_it(scene, w, hurt.first):
        del f.tolls["injured"]
        if dead.who is None:
            f.tolls["killed"] = replace(dead, who=hurt.who)


def settle_died_after(scene: Scene, f: Frame) -> None:
    """``فأصيب بجروح بليغة. وقال مصدر طبي إنه توفي بعد نقله إلى المشفى``: told in two sentences, the same one."""
    dead, hurt = f.tolls.get("killed"), f.tolls.get("injured")
    if dead is None or hurt is None or not dead.count.best == hurt.count.best == 1 or hurt.rule not in _ALIKE:
        return
    if dead.first <= hurt.first or scene.owner[dead.first] == scene.owner[hurt.first]:
        return
    w = next((w for w in scene.lines[scene.owner[dead.first]].triggers if scene.cls(w) == "die" and w.last >= dead.first), None)
    if w is not None and _nobody_new(scene, dead, w) and _of_it(scene, w, w.first):
        del f.tolls["injured"]


def _nobody_new(scene: Scene, dead: Toll, w: WordMention) -> bool:
    """The verb of dying names nobody: it looks back, or what stands behind it says how and when."""
    if dead.rule in _HIS:
        return True
    return w.last <= dead.first <= w.last + 1 and scene.words[w.last] in wordset("of-wounds") | wordset("upon-it")


def _of_it(scene: Scene, w: WordMention, hurt: int) -> bool:
    """He died of his wounds, or was taken away and yet died."""
    near = scene.words[w.first : w.first + _NEAR]
    if not (wordset("of-wounds") | wordset("wake-of-it")).isdisjoint(near):
        return True
    if not wordset("soon-after").isdisjoint(scene.words[max(hurt, w.first - _BEFORE) : w.first]):
        return True
    taken = not wordset("taken-away").isdisjoint(scene.words[hurt : w.first + _NEAR])
    return taken and not wordset("but-he").isdisjoint(scene.words[max(0, w.first - _BEFORE) : w.first])
