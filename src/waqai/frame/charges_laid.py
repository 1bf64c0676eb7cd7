"""``اتهمت الشرطة ثلاثة رجال بخطف تاجر``, ``وجّهت النيابة اتهامات لأربعة بقتل ناشطة``: who brings a charge has not done the deed."""

from __future__ import annotations

from waqai.frame.accused import blames
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_REACH = 12  # tokens from the word of the charge to the deed


def settle_charges(scene: Scene, f: Frame) -> None:
    """Take the doer from a deed whose only doer is the one who charges others with it.

    Args:
        scene: the document.
        f: the frame, its sides chosen; changed in place.
    """
    p, w, ln = f.perpetrator, f.main, scene.lines[f.line]
    if p is None or w.form != "masdar" or not w.prefix.endswith("ب") or not ln.sentence.first <= p.first < w.first:
        return
    lo = max(ln.sentence.first, w.first - _REACH)
    charge = next((s.first for s in ln.speech if scene.cls(s) == "accuse" and lo <= s.first < w.first), None)
    if charge is None:
        charge = next((i for i in range(lo, w.first) if scene.words[i] in wordset("charges-laid")), None)
    if charge is None or any(b.accused.name_en == p.name_en for b in blames(scene, ln)):
        return
    if p.last <= charge or p.first == charge + 1:
        f.perpetrator, f.perpetrator_rule = None, ""
