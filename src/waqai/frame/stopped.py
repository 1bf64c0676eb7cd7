"""What was stopped: sappers set a device off, a patrol comes between the gunmen and those they drag away (codebook section 4, foiled)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_REACH = 9
_NEAR = 4


def made_safe(scene: Scene, f: Frame) -> bool:
    """``فجّر رجال الهندسة ست عبوات``, ``فجّرت تحت السيطرة``: the device went off by the hand of those who clear it."""
    w = f.main
    if "explode" not in f.classes or w.form not in ("past", "present"):
        return False
    killed = f.tolls.get("killed")
    if killed is not None and killed.count.best != 0:
        return False
    subject = {t.removeprefix("ال") for t in scene.words[w.last : w.last + _NEAR]}
    told = " ".join(scene.words[w.last : f.last])
    return not subject.isdisjoint(wordset("sappers")) or any(p in told for p in wordset("controlled-blast"))


def prevented(scene: Scene, f: Frame) -> bool:
    """``حالت دورية مساء أمس دون اختطاف الراعيين``: the event stands behind ``دون`` of a verb that comes between."""
    w = f.main
    if w.first < 2 or scene.words[w.first - 1] != "دون":
        return False
    lo = max(scene.lines[f.line].sentence.first, w.first - _REACH)
    return not wordset("comes-between").isdisjoint(scene.words[lo : w.first - 1])
