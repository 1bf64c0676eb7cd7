"""The subject that stands at its verb did it, whatever other parties the report names.

``موضحاً أن قسد قصفت``: the topic right before an active verb. ``ألقت محلّقة إسرائيلية قنبلة``: the subject right behind one, when nobody of
the same sentence was found. ``رصدت القوات مسلحين أثناء محاولتهم التسلل``: who tries is the one spoken of last.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, is_object, is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime", "coalition"))
_SAID = frozenset(("agent:by-phrase", "agent:claims", "agent:accused", "agent:share", "agent:between"))
_ACTS = frozenset(
    ("kill", "assassinate", "execute", "abduct", "arrest", "seize-persons", "attack", "target", "shell", "air", "airmeans", "shoot", "raid",
     "storm", "burn", "loot", "seize", "explode", "destroy")
)  # fmt: skip
_BEHIND = frozenset(("attack", "target", "shell", "air", "airmeans", "shoot", "raid", "storm", "burn", "loot", "abduct", "arrest"))
_FALLING = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))
_FALLS = frozenset(("shell", "airmeans"))
_OWNER = 16  # tokens behind a projectile in which its owner may be told
_GUNS = frozenset(("aircraft", "artillery"))
_OWN_OBJECT = ("ه", "ها", "هم", "هما", "وا")
_TRIES = 3  # tokens between the one spoken of and ``محاولتهم``


def nobody_fired(scene: Scene, f: Frame) -> None:
    """``سقطت قذيفة على منزل``: it is nobody's whom only another sentence or the one who tells of it names (codebook 5.2)."""
    a = f.perpetrator
    if a is None or f.aggregate or f.event_type not in _FALLING or not f.perpetrator_rule.startswith("perpetrator:"):
        return
    falls = wordset("falls")
    for w in f.triggers:
        if w.form in ("past", "present", "passive"):
            if scene.cls(w) in _BEHIND and scene.words[w.first] not in falls:
                return
            continue
        if scene.cls(w) not in _FALLS or falls.isdisjoint(scene.words[max(0, w.first - 3) : w.last + 2]):
            continue
        if scene.owner[a.first] != scene.owner[w.first] or a.last <= w.first or a.first - w.last > _OWNER:
            f.perpetrator, f.perpetrator_rule = None, "perpetrator:just-falls"
        return


def settle_subject(scene: Scene, f: Frame) -> None:
    """Set the perpetrator of a ranked frame to the subject at its verb.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.aggregate or f.perpetrator_rule in _SAID or f.event_type in (EventType.PRISON_BREAK, EventType.PROTEST):
        return
    for w in f.triggers:
        if scene.owner[w.first] < 0:
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = _topic(scene, ln, f, w) or _behind(scene, ln, f, w) or _holds(scene, ln, f, w) or _tries(scene, ln, w)
        if a is None:
            continue
        if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
            was = f.perpetrator
            f.perpetrator, f.perpetrator_rule = a, "agent:own-subject"
            if f.target is not None and f.target.name_en == a.name_en:
                f.target, f.target_rule = was, "target:other-side" if was is not None else ""
                if was is None and a.last <= w.first:  # ``رصدت القوات مسلحين``
                    f.target = next((b for b in ln.actors if b.last <= a.first and b.name_en != a.name_en and _can(scene, f, b)), None)
        return


def _can(scene: Scene, f: Frame, a: ActorMention) -> bool:
    if a.name_en is None or a.category not in _PARTY or cannot_act(a) or prep_of(scene, a):
        return False
    return not any(t.who is not None and t.who.first == a.first for t in f.tolls.values())


def _topic(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """The party right before an active verb, at the head of its clause."""
    if w.form not in ("past", "present") or w.prefix or scene.cls(w) not in _ACTS or is_passive(scene, w):
        return None
    if scene.cls(w) == "explode" and scene.entry(w).id != "detonate":
        return None
    a = next((a for a in ln.actors if _ends_at(scene, a, w.first)), None)
    if a is None or not _can(scene, f, a):
        return None
    i = a.first - 1
    while i >= ln.sentence.first and scene.words[i] == '"':
        i -= 1
    heads = i < ln.sentence.first or scene.words[i] in wordset("that") or scene.words[i] in wordset("clause-marks")
    return a if heads else None


def _ends_at(scene: Scene, a: ActorMention, i: int) -> bool:
    return a.last == i or (a.last == i - 1 and scene.words[a.last] == '"')


def _behind(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """The party right behind an active verb; of the others only one of another sentence gives way to it."""
    if f.perpetrator is not None and scene.owner[f.perpetrator.first] == scene.owner[w.first]:
        return None
    if w.form not in ("past", "present") or scene.cls(w) not in _BEHIND or is_passive(scene, w) or w.text.endswith(_OWN_OBJECT):
        return None
    a = next((a for a in ln.actors if a.first == w.last), None)
    if a is None or a.number is not None or not _can(scene, f, a):
        return None
    return None if is_object(a) and not any(k == "object" and v in _GUNS for k, v in a.attrs) else a


def _tries(scene: Scene, ln: Lines, w: WordMention) -> ActorMention | None:
    """``رصدت القوات عناصر في أثناء محاولتهم التسلل``."""
    words = scene.words
    if w.first <= ln.sentence.first or words[w.first - 1] not in wordset("their-attempt"):
        return None
    return next(
        (a for a in reversed(ln.actors) if 0 <= w.first - 1 - a.last <= _TRIES and a.category in _PARTY and a.name_en is not None), None
    )


def _holds(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``احتجز حاجز للهيئة مهربين``, ``أوقفت نقطة تفتيش للجيش``: a post whose men hold somebody."""
    if f.perpetrator is not None or f.event_type not in (EventType.ARREST, EventType.ABDUCTION):
        return None
    if w.form != "past" or scene.cls(w) not in ("arrest", "seize-persons", "abduct") or is_passive(scene, w):
        return None
    a = next((a for a in ln.actors if a.first == w.last), None)
    if a is None or a.name_en is None or a.category not in _PARTY or prep_of(scene, a) or ("object", "post") not in a.attrs:
        return None
    return a
