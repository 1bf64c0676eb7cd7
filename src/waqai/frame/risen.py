"""Tolls that rise after other news, and those who die of wounds told before: no event of their own.

``ارتفاع عدد شهداء المدرسة إلى 9`` belongs to the raid on that school, whatever stands between; in news told last first the risen
toll stands before what it is the toll of; ``استشهد عسكري ثانٍ متأثراً بإصابته`` is one of the wounded of the attack told before.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.goes_on import HARMLESS, at_least
from waqai.frame.merge import dates_meet, own_place, place_relation, says_another
from waqai.frame.scene import Scene
from waqai.model import CountRange, EventType, PlaceLevel
from waqai.resources.wordsets import wordset

_AT_HEAD = 5  # tokens in which a line of running news says that a toll has risen
_WIDE = frozenset((PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE, PlaceLevel.SUBREGION, PlaceLevel.DISTRICT, PlaceLevel.NONE))
_WOUNDS = 9  # tokens from the dying to the wounds
_WOUNDS_LINES = 3


def rises_of_it(scene: Scene, old: Frame, f: Frame) -> bool:
    """``ارتفاع عدد شهداء المدرسة في الدرج إلى 9`` after other news: the same place, no fewer dead, and nothing else told of them."""
    if (
        "rise" not in f.rules
        or f.aggregate
        or old.aggregate
        or old.event_type in HARMLESS
        or not f.classes <= {"kill", "die", "injure", "result"}
    ):
        return False
    if old.block in ("title", "heading") or own_place(f) is None:
        return False
    if place_relation(scene, old.place, f.place) not in ("same", "inside") or dates_meet(old, f) == "different":
        return False
    return all((t := old.tolls.get(role)) is None or at_least(n, t) for role, n in f.tolls.items())


def risen_to(scene: Scene, old: Frame, f: Frame) -> bool:
    """News told last first: the risen toll of a blast, then the blast with fewer dead in the same town."""
    if "rise" not in old.rules or f.aggregate or old.aggregate or old.event_type in HARMLESS or "rise" in f.rules or old.denial is not None:
        return False
    head = scene.lines[old.line].sentence.first + _AT_HEAD
    ref = scene.place(old.place).ref if old.place is not None else None
    if ref is None or ref.level in _WIDE or not any(c.first <= head for c in scene.lines[old.line].of("rise")):
        return False
    if not (old.family() == f.family() or old.classes <= {"kill", "die", "injure", "result"}) or f.event_type in HARMLESS:
        return False
    if place_relation(scene, old.place, f.place) not in ("same", "inside") or dates_meet(old, f) == "different" or says_another(scene, f):
        return False
    shared = old.tolls.keys() & f.tolls.keys()
    return bool(shared) and all(at_least(old.tolls[r], f.tolls[r]) for r in shared)


def more_of_it(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وسقطت أكثر من 20 قذيفة على القرية``: the same kind at the same place in the next sentence, with no toll, day or doer of its own."""
    if f.event_type is not old.event_type or f.event_type not in _FIRE or f.tolls or f.aggregate or old.aggregate or f.denial is not None:
        return False
    if (
        f.modality is not old.modality
        or not 0 < f.line - max(old.lines) <= 1
        or old.block in ("title", "heading")
        or (f.time is not None and f.time is not old.time)
    ):
        return False
    if own_place(f) is None or place_relation(scene, old.place, f.place) not in ("same", "inside") or says_another(scene, f):
        return False
    if f.target is not None and (old.target is None or old.target.name_en != f.target.name_en):
        return False
    return f.perpetrator is None or (old.perpetrator is not None and f.perpetrator.name_en == old.perpetrator.name_en)


_FIRE = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))


def of_his_wounds(scene: Scene, old: Frame, f: Frame) -> bool:
    """``استشهد اليوم عسكري ثانٍ متأثراً بإصابته``, ``بعدما توفي متأثراً بجراحه``: one of those hurt before has died, or the one told of.

    ``True`` when ``f`` tells no event of its own; one more of the wounded is then counted among the dead of ``old``.
    """
    if (
        "rise" in f.rules
        or not f.classes <= {"die", "injure"}
        or "die" not in f.classes
        or f.aggregate
        or old.aggregate
        or f.denial is not None
        or not (old.tolls.keys() & {"killed", "injured"})
    ):
        return False
    words, i = scene.words, f.main.first
    after = range(i, min(f.last - 1, i + _WOUNDS))
    at = next((j for j in after if words[j] in wordset("dying-of")), -1)
    if at < 0 or words[at + 1] not in wordset("his-wounds") or any(scene.cls(w) == "injure" and w.first != at + 1 for w in f.triggers):
        return False
    if f.line in old.lines:
        return words[i - 1] in wordset("after-that") and f.main.first > old.main.first
    if not 0 < f.line - max(old.lines) <= _WOUNDS_LINES or wordset("one-more").isdisjoint(words[i : at + 1]) or own_place(f) is not None:
        return False
    dead, hurt = old.tolls.get("killed"), old.tolls.get("injured")
    if dead is None or hurt is None or not dead.count.best or not hurt.count.best:
        return hurt is not None
    old.tolls["killed"] = replace(dead, count=_moved(dead.count, 1))
    old.tolls["injured"] = replace(hurt, count=_moved(hurt.count, -1))
    return True


def also_hurt(scene: Scene, old: Frame, f: Frame) -> bool:
    """``واستمر الهجوم نحو أربع ساعات. كما أصيب ثمانية أشخاص``: wounded of the event that the sentence before goes on to speak of.

    ``True`` when ``f`` tells no event of its own; its wounded are then those of ``old``.
    """
    if not f.classes <= {"injure"} or f.aggregate or old.aggregate or f.denial is not None or f.tolls.keys() != {"injured"}:
        return False
    if (
        old.tolls.keys() & {"injured", "killed_or_injured"}
        or own_place(f) is not None
        or f.perpetrator is not None
        or f.main.form == "masdar"
    ):
        return False
    line = scene.lines[f.line].sentence
    if (
        (f.time is not None and f.first <= f.time.first < f.last)
        or max(old.lines) >= f.line - 1
        or f.line - max(old.lines) > _WOUNDS_LINES + 1
    ):
        return False
    said = scene.lines[f.line - 1].sentence
    if said.paragraph != line.paragraph or wordset("the-event").isdisjoint(scene.words[said.first : said.last]):
        return False
    if scene.lines[f.line - 1].places or scene.lines[f.line].places:
        return False
    old.tolls["injured"] = f.tolls["injured"]
    return True


def _moved(c: CountRange, by: int) -> CountRange:
    n = (c.best or 0) + by
    return CountRange(n, n, n, c.text)
