"""Guns and aircraft act without an owner: ``قصفت الطائرات مواقع للتنظيم``, ``ضربت صواريخ رتلاً لقسد``, ``أغار الطيران على مقر``.

The party behind such a subject owns what was struck, and whose the guns were the words do not say. Nobody without an air force flies
an air raid: a drone is another thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_FROM_AFAR = (EventType.SHELLING, EventType.AIRSTRIKE)
_STRIKES = frozenset(("shell", "air", "airmeans", "target", "attack", "destroy", "affect", "under"))
_VERB = ("past", "present")
_OWN = frozenset((("object", "aircraft"), ("object", "artillery")))
_SAID = frozenset(("agent:by-phrase", "agent:claims", "agent:accused", "agent:share", "agent:of-itself", "agent:announced"))
_GROUNDED = frozenset(("armed_group", "tribe", "civilians", "crime", "unknown"))
_QUALIFIED = 3  # words between the guns and what they hit


def settle_means(scene: Scene, f: Frame) -> None:
    """Set the sides of a ranked frame whose grammatical subject is a gun, an aircraft or a strike.

    Args:
        scene: the document.
        f: the ranked frame; changed in place.
    """
    if f.event_type not in _FROM_AFAR or f.aggregate or f.perpetrator_rule in _SAID:
        return
    for w in f.triggers:
        if scene.cls(w) not in _STRIKES or scene.owner[w.first] < 0:
            continue
        a = _struck(scene, scene.lines[scene.owner[w.first]], w)
        if a is not None:
            _put(f, a)
            p = f.perpetrator
            far = p is not None and scene.owner[p.first] != scene.owner[w.first] and f.perpetrator_rule.startswith("perpetrator:")
            if far and w.form in _VERB and not scene.words[w.last].startswith("ال"):
                f.perpetrator, f.perpetrator_rule = None, "perpetrator:guns-of-nobody"  # ``ضربت صواريخ مقراً``
            break
    p = f.perpetrator
    if p is not None and p.category == "civilians":
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:hit-themselves"
        f.target, f.target_rule = (f.target, f.target_rule) if f.target is not None else (p, "target:hit")
    elif p is not None and f.event_type is EventType.AIRSTRIKE and p.category in _GROUNDED and _flown(scene, f):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:no-air-force"


def _struck(scene: Scene, ln: Lines, w: WordMention) -> ActorMention | None:
    """The owner of what is hit, right behind a subject that is a means of nobody."""
    words, guns = scene.words, wordset("guns-and-aircraft")
    if w.form in _VERB:
        if is_passive(scene, w) or words[w.last : w.last + 1] == [] or words[w.last].removeprefix("ال") not in guns:
            return None
        first = w.last + 1
    elif words[w.first].removeprefix("ال") in guns or scene.cls(w) in ("air", "airmeans"):
        first = w.last  # ``طالت غارات جوية``, ``قصف مدفعي يستهدف``: the strike itself is the subject
    else:
        return None
    a = next((a for a in ln.actors if a.first >= first), None)
    if a is None or a.first - first > _QUALIFIED or a.name_en is None or not _OWN.isdisjoint(a.attrs):
        return None
    if a.first == first and a.category != "civilians" and not any(k == "object" for k, _ in a.attrs):
        return None  # ``طالت غارات إسرائيلية``, ``قصفت طائرات الجيش``: theirs
    if any(b.first < first < b.last + 1 and b.name_en not in (None, a.name_en) and b.category != "civilians" for b in ln.actors):
        return None  # ``قصف الطيران الحربي سيارة لحزب الله``: the air force of the land
    if any(w.last <= x.first < a.first and x.form in _VERB and scene.cls(x) not in _STRIKES for x in ln.triggers):
        return None
    if any(b in (",", ".", ";", ":") for b in words[first : a.first]) or any(first <= b.first < a.first for b in ln.actors):
        return None
    if any(b.endswith(("ها", "هما", "هم")) for b in words[first : a.first]):
        return None  # ``قذائف أطلقها عناصر التنظيم``
    prep = prep_of(scene, a)
    if prep == "ل":
        return a if _of_what_is_hit(words, w, first, a.first) else None
    if w.form not in _VERB and not prep:
        aims = (x for x in ln.triggers if w.last <= x.first < a.first and x.form in _VERB)
        before = w.first > 0 and words[w.first - 1] in wordset("strikes-fall-on")
        if not before and next(aims, None) is None:
            return None  # ``غارات التحالف``: whose they were
    return a if prep in ("", "علي") else None


def _of_what_is_hit(words: Sequence[str], w: WordMention, first: int, last: int) -> bool:
    """``قصفت المدفعية مصفاة نفط لقسد``, ``ضربت صواريخ رتلاً لقسد``, ``غارات على قاعدة للتحالف``: a thing stands between guns and owner."""
    between = words[first:last]
    if not between or any(b.startswith("ال") or b in wordset("belonging") for b in between):
        return False
    if w.form not in _VERB:
        return "علي" in between[:-1]
    return words[w.last].startswith("ال") or between[0].endswith("ا")


def _put(f: Frame, a: ActorMention) -> None:
    """Make ``a`` the target; the same party cannot have done it."""
    p = f.perpetrator
    if p is not None and p.name_en == a.name_en:
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:guns-of-nobody"
    if f.target is None:
        f.target, f.target_rule = a, "target:of-the-guns"


def _flown(scene: Scene, f: Frame) -> bool:
    """Whether the words of the event speak of what only an air force flies, and of no drone."""
    words = [w for p in f.parts for w in scene.words[p.first : p.last]]
    if any(w.form == "past" and w.text.endswith("نا") for w in f.triggers):
        return False  # ``استهدفنا``: the speaker's own
    return not wordset("air-force").isdisjoint(words) and wordset("flown-by-groups").isdisjoint(words)
