"""Somebody or something told of before, with the article: the sentence goes on with the event it was told of in.

``انفجرت عبوة بدورية في ريف درعا. وقال المراسل إن مجهولين فجّروا العبوة لدى مرور الدورية بين إنخل وجاسم``: what comes with the article is the
device, the car, the victims, the gunmen of the lead, and the place is where in that area it was. The same number of dead over again says
the same.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import dates_meet, families_meet, place_relation, says_another, tolls_meet
from waqai.frame.other_voice import force_of
from waqai.frame.scene import Scene
from waqai.model import EventType, PlaceLevel
from waqai.resources.wordsets import wordset

_REACH = 2  # lines between the two
_AROUND = 6  # tokens around the event's word in which the known one stands
_WIDE = frozenset((PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE, PlaceLevel.SUBREGION, PlaceLevel.DISTRICT, PlaceLevel.CITY))
_SETTLED = (PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE)
_SURE = 5  # dead; fewer may be a coincidence
_HARM = ("killed", "injured")
_BLOWS = frozenset(
    (
        EventType.AIRSTRIKE,
        EventType.SHELLING,
        EventType.ATTACK,
        EventType.IED,
        EventType.VEHICLE_BOMB,
        EventType.SUICIDE_BOMBING,
        EventType.ASSASSINATION,
    )
)
_BODY = 3  # tokens from the word of bringing out to the body
_RESCUED = 2  # sentences from the blow to the bodies


def known_again(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether ``f`` tells more of ``old``, whose device, vehicle, victims or gunmen it names with the article.

    Args:
        scene: the document.
        old: the event told just before.
        f: the frame, not yet settled.
    """
    if not may_be_one(scene, old, f):
        return False
    if f.event_type is EventType.RAID and old.event_type is not EventType.RAID:
        return False  # ``وباشرت القوات عملية تفتيش لملاحقة العناصر``: what followed the attack
    before = {w for p in old.parts for w in scene.words[p.first : p.last]}
    known = wordset("participants")
    for i in range(max(f.first, f.main.first - _AROUND), min(f.last, f.main.last + _AROUND)):
        w = scene.words[i]
        if scene.words[i - 1] in ("من", "صفوف", "بين") and scene.words[i - 2] in wordset("some-or-in"):
            continue  # ``أصيب عدد من المدنيين``, ``في صفوف المدنيين``: any civilians
        bare = w[2:] if w.startswith("ال") else w[3:] if w.startswith(("بال", "وال", "فال", "كال")) else ""
        if bare in known and not before.isdisjoint((bare, "ب" + bare, "ل" + bare, "و" + bare, bare + "ا")):
            return True
    return False


def same_toll(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether ``f`` tells the tolls of ``old`` again: many dead, or as many dead and wounded; in the same part of the country."""
    if "rise" in f.rules or not may_be_one(scene, old, f):
        return False
    pairs = [(old.tolls[r].count.best, f.tolls[r].count.best) for r in _HARM if r in old.tolls and r in f.tolls]
    if not pairs or any(a != b or not a for a, b in pairs):
        return False
    return len(pairs) == 2 or (pairs[0][0] or 0) >= _SURE


def same_two_tolls(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether another teller counts the very dead and wounded of ``old``: two equal numbers by one doer, the same day, are no chance."""
    if f.aggregate or old.aggregate or f.denial is not None or f.many or "rise" in f.rules or not 0 < f.line - max(old.lines) <= _REACH:
        return False
    pairs = [(old.tolls[r].count.best or 0, f.tolls[r].count.best or 0) for r in _HARM if r in old.tolls and r in f.tolls]
    if len(pairs) < 2 or any(a != b or not a for a, b in pairs) or sum(a for a, _ in pairs) < _SURE:
        return False
    p, q = old.perpetrator, f.perpetrator
    if p is None or q is None or p.name_en in (None, "unknown gunmen") or p.name_en != q.name_en or says_another(scene, f):
        return False
    if not {old.event_type, f.event_type} <= _BLOWS or dates_meet(old, f) == "different":
        return False
    a, b = (scene.place(x.place).ref if x.place is not None else None for x in (old, f))
    if a is None or b is None:
        return True
    if a.level in _SETTLED and b.level in _SETTLED and place_relation(scene, old.place, f.place) == "different":
        return False  # two towns struck the same day: the numbers are equal by chance
    return None in (a.admin1, b.admin1) or a.admin1 == b.admin1


def the_fallen(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل 24 جندياً بهجوم. وقالت الوكالة إن القتلى سقطوا جراء قذائف``: the dead with their article are those counted just before."""
    if not any(r in old.tolls and old.tolls[r].count.low for r in _HARM) or not may_be_one(scene, old, f):
        return False
    if any(scene.cls(s) == "deny" for s in scene.lines[f.line].speech):
        return False  # ``ونفى المصدر ذلك، موضحاً أن القتيلين هاجما الدورية``: a version of its own
    for i in range(f.first, min(f.main.first, f.last)):
        if scene.words[i].removeprefix("و") in wordset("the-fallen"):
            return i == f.first or scene.words[i - 1] in wordset("speech-end")
    return False


def may_be_one(scene: Scene, old: Frame, f: Frame) -> bool:
    """Nothing they state contradicts: not the kind, the day, the tolls, the doer, nor two towns."""
    if f.aggregate or old.aggregate or f.denial is not None or f.many or not 0 < f.line - max(old.lines) <= _REACH:
        return False
    if old.block in ("title", "heading") and old.event_type is not f.event_type:
        return False
    if not families_meet(old, f) or dates_meet(old, f) == "different" or tolls_meet(old, f) == "different":
        return False
    a, b = old.perpetrator, f.perpetrator
    if a is not None and b is not None and force_of(a) != force_of(b) and "unknown gunmen" not in (a.name_en, b.name_en):
        return False
    return _one_area(scene, old.place, f.place) and not says_another(scene, f)


def _one_area(scene: Scene, old: int | None, new: int | None) -> bool:
    """One is silent, holds the other, or is wide while the other lies in the same governorate or nobody knows where."""
    if place_relation(scene, old, new) != "different":
        return True
    p, q = (scene.place(i).ref if i is not None else None for i in (old, new))
    if p is None or q is None:
        return True
    if p.admin1 is not None and q.admin1 is not None and p.admin1 != q.admin1:
        return False
    return p.level in _WIDE or (q.level is PlaceLevel.SITE and q.lat is None)


def dug_out(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل شخصان في غارة على سيارة. وانتشلت فرق الإسعاف جثة من السيارة المستهدفة``: the dead of the blow just told, no more than those."""
    if f.event_type is not EventType.OTHER or "body" not in f.classes or f.aggregate or old.aggregate or "killed" not in old.tolls:
        return False
    if old.event_type not in _BLOWS or f.line - max(old.lines) > _RESCUED or says_another(scene, f):
        return False
    if f.place is not None and old.place is not None and not scene.same_place(f.place, old.place):
        return False
    meant = _his_body(scene, f) or not wordset("where-it-struck").isdisjoint(scene.words[f.main.last : f.last])
    if not meant or not wordset("of-other-blows").isdisjoint(scene.words[f.first : f.last]):
        return False
    dead, found = old.tolls["killed"].count, f.tolls.get("killed")
    most = None if found is None else found.count.best or found.count.low
    known = dead.best or dead.low
    return known is None or most is None or most <= known


def _his_body(scene: Scene, f: Frame) -> bool:
    """``انتشال جثمان الطفل وتسليمه إلى ذويه``: the body of somebody with the article, or with a pronoun (``جثته``)."""
    for i in range(f.main.last, min(f.last, f.main.last + _BODY)):
        w = scene.words[i]
        if w in wordset("his-body") or (w in wordset("bodies-borne") and w not in wordset("the-fallen")):
            behind = scene.words[i + 1 : i + 2]
            return w in wordset("his-body") or (bool(behind) and behind[0].startswith("ال"))
    return False


def pulled_out(scene: Scene, old: Frame, f: Frame) -> bool:
    """``أغارت طائرة على السوق، وانتشل متطوعوه جثتي رجل وحفيده وأسعفوا تسعة``: the blow itself tells no dead, the rescuers count them."""
    if f.event_type is not EventType.OTHER or "body" not in f.classes or f.aggregate or old.aggregate or "killed" in old.tolls:
        return False
    if old.event_type not in _BLOWS or not 0 <= f.line - max(old.lines) <= 1 or "killed" not in f.tolls or says_another(scene, f):
        return False
    if scene.words[f.main.first].lstrip("وف") not in wordset("pulls-out") or "killed_or_injured" in old.tolls:
        return False
    if scene.lines[f.line].sentence.paragraph != scene.lines[max(old.lines)].sentence.paragraph:
        return False
    if f.place is not None and (old.place is None or not scene.same_place(f.place, old.place)):
        return False
    if f.time is not None and (old.time is None or f.time.start != old.time.start):
        return False
    words = scene.words[f.first : f.last]
    if not (wordset("of-other-blows").isdisjoint(words) and wordset("nameless-dead").isdisjoint(words)):
        return False
    for role, t in f.tolls.items():
        old.tolls.setdefault(role, t)
    if old.target is None:
        old.target, old.target_rule = f.target, f.target_rule
    return True


def found_dead(scene: Scene, old: Frame, f: Frame) -> bool:
    """``عثروا على جثث … كانت قوات النظام قد أعدمتهم``: who killed those whose bodies were found."""
    if old.event_type is not EventType.OTHER or "body" not in old.classes or not 0 <= f.line - max(old.lines) <= 1 or f.aggregate:
        return False
    if f.event_type not in (EventType.EXECUTION, EventType.ASSASSINATION, EventType.ATTACK) or says_another(scene, f):
        return False
    return scene.words[f.main.last - 1].endswith(("هم", "هما", "ته", "وه")) and "killed" in f.tolls
