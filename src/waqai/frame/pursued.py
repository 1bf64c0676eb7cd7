"""Members caught or killed in the course of a pursuit belong to those pursued; whom a law on terrorism is applied to, likewise.

``في إطار ملاحقة خلايا التنظيم اعتقلت القوات متزعماً``: a leader, a member or a cell of nobody named, told beside a noun of pursuit.
"""

from __future__ import annotations

from waqai.frame.conventions import known_at
from waqai.frame.foe import land_of
from waqai.frame.frames import Frame
from waqai.frame.governed import pursued
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_ARTICLE = 4  # tokens from the number of the article to the word of terrorism
_KINDS = frozenset((EventType.ARREST, EventType.RAID, EventType.ATTACK, EventType.AIRSTRIKE, EventType.ARMED_CLASH))


def settle_charged(scene: Scene, f: Frame) -> None:
    """``ثلاثة متهمين وفق المادة 4 إرهاب``: whom Iraq holds under the fourth article of its terrorism law are coded as men of ISIS."""
    t = f.target
    if f.event_type not in (EventType.ARREST, EventType.RAID) or (t is not None and t.name_en not in (None, "civilians", "unknown gunmen")):
        return
    if not scene.holds("terror-law") or land_of(scene, f) != "IQ":
        return
    terror, article = wordset("terror-law"), wordset("fourth-article")
    for part in f.parts:
        words = scene.words[part.first : part.last]
        at = next((i for i, w in enumerate(words) if w in terror and not article.isdisjoint(words[max(0, i - _ARTICLE) : i])), None)
        known = known_at(scene, part.first + at, "isis") if at is not None else None
        if known is not None:
            f.target, f.target_rule = known, "target:charged"
            return


def settle_pursued(scene: Scene, f: Frame) -> None:
    """Name whose member the target is, where the sentence names whom the doers pursue."""
    t = f.target
    if f.aggregate or f.event_type not in _KINDS or f.perpetrator is None or t is None or t.name_en not in (None, "civilians"):
        return
    if wordset("members-caught").isdisjoint(scene.words[t.first : t.last]):
        return
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            if a.name_en is not None and a.name_en != f.perpetrator.name_en and a.first < t.first and pursued(scene, a):
                f.target, f.target_rule = a, "target:pursued"
                return
