"""Who stands behind the copula did what the clause before it tells: ``الجهة التي قصفت القرية هي قوات قسد``.

Also ``من نفذ الهجوم هم عناصر الحركة``.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, is_passive
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "crime", "unknown", "coalition"))
_CLAUSE = 8  # tokens from the verb to the copula


def settle_cleft(scene: Scene, f: Frame) -> None:
    """Set the doer a cleft sentence names last.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.aggregate:
        return
    words = scene.words
    for w in f.triggers:
        noun = w.form == "masdar" and scene.words[max(0, w.first - 2) : w.first] == ["ان", "من"]  # ``إن من قصف القرية هم``
        if (w.form != "past" and not noun) or w.first == 0 or is_passive(scene, w) or scene.owner[w.first] < 0:
            continue
        if words[w.first - 1] not in wordset("cleft-who"):
            continue
        ln = scene.lines[scene.owner[w.first]]
        end = min(w.last + _CLAUSE, ln.sentence.last)
        at = next((i for i in range(w.last, end) if words[i] in wordset("copula")), -1)
        if at < 0 or not {".", ",", ";", ":"}.isdisjoint(words[w.last : at]):
            continue
        a = next((a for a in ln.actors if 0 < a.first - at <= 2 and a.category in _PARTY and a.name_en is not None), None)
        if a is None or cannot_act(a):
            continue
        f.perpetrator, f.perpetrator_rule = a, "agent:cleft"
        if f.target is not None and f.target.name_en == a.name_en:
            f.target, f.target_rule = None, ""
        return
