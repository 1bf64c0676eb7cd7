"""Who fell in one event did not do the next, and who only tells of a fight was not in it.

``قُتل شرطي في هجوم …، كما وقع هجوم على مركز للشرطة``; ``قال قائد الأمن إن الاشتباكات بدأت بعد حادثة سلب``.
"""

from __future__ import annotations

from collections.abc import Iterable

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_OF_OTHERS = frozenset((EventType.ARMED_CLASH, EventType.LOOTING))
_OFFICE = 5  # tokens from the verb of speaking to the force its subject serves
_AGAINST = frozenset(("مع", "ضد"))
_FELL = ("killed", "injured")


def not_the_fallen(scene: Scene, f: Frame, frames: Iterable[Frame]) -> None:
    """Take back a doer that the ranking found only among the dead and wounded of another event.

    Args:
        scene: the document.
        f: a ranked frame; its own victims are left to other rules.
        frames: all frames of the document.
    """
    p = f.perpetrator
    if p is None or not f.perpetrator_rule.startswith("perpetrator:") or f.aggregate or f.event_type is EventType.ARMED_CLASH:
        return
    if any(part.first <= p.first < part.last for part in f.parts):
        return
    others = (t.who for g in frames if g is not f for role, t in g.tolls.items() if role in _FELL)
    if not any(who is not None and who.first == p.first for who in others):
        return
    f.perpetrator, f.perpetrator_rule = None, "perpetrator:none"
    if f.target is None:
        hit = (a for part in f.parts for a in scene.lines[part.line].actors if part.main.last <= a.first < part.last)
        f.target = next((a for a in hit if a.name_en == p.name_en), None)
        f.target_rule = "target:own:after" if f.target is not None else ""


def not_the_teller(scene: Scene, f: Frame) -> None:
    """Take back a force that the ranking found only as who tells of a fight or robbery, where nobody is named on the other side.

    Args:
        scene: the document.
        f: a ranked frame.
    """
    p, w = f.perpetrator, f.main
    if p is None or f.target is not None or w.form not in ("masdar", "phrase"):
        return
    if f.event_type not in _OF_OTHERS and not _was_made(scene, f):
        return
    if not f.perpetrator_rule.startswith("perpetrator:") or p.form == "pronoun" or p.first >= w.first:
        return
    ln = scene.lines[f.line]
    told = next((s for s in ln.speech if s.last <= p.first <= s.last + _OFFICE and s.form in ("past", "present")), None)
    if told is None or scene.words[w.first - 1] in _AGAINST:
        return
    if any(scene.words[i] in wordset("speech-end") for i in range(p.last, min(p.last + _OFFICE, w.first))):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:none"


def _was_made(scene: Scene, f: Frame) -> bool:
    """``قال الجيش إن الهجوم نُفذ بقذيفة على نقطة عسكرية``: who calls it the attack, and leaves open who made it, did not make it."""
    w, words = f.main, scene.words
    if f.event_type is not EventType.ATTACK or not words[w.first].startswith("ال") or words[w.first - 1] not in wordset("that"):
        return False
    behind = words[w.last] if w.last < len(words) else ""
    return behind in wordset("was-made") and not wordset("agent-marks").intersection(words[w.last : f.last])
