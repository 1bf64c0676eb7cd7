"""A party that owns up: what others told of nobody known, and the party then tells of itself, is one claim, the party's (codebook 2.3).

``قُتل عنصر برصاص مجهولين في الشحيل. وقالت أعماق إن مقاتلي التنظيم قتلوا عنصراً في الشحيل``: the same count, sides, day and place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from waqai.frame.adopt import adopter
from waqai.frame.counts import add_counts
from waqai.frame.frames import Frame
from waqai.frame.governed import prep_of
from waqai.frame.merge import absorb, dates_meet, has_article, place_relation, says_another
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, Modality, PlaceLevel
from waqai.resources.registry import registry

_NEAR = 4  # lines between what others told and the party that owns up
_SHOT = frozenset((EventType.ATTACK, EventType.ASSASSINATION))
_PARTIES = frozenset(("armed_group", "militia", "media"))  # ``مقاتلو التنظيم`` behind its agency
_ROLES = ("killed", "injured", "captured")
_UNKNOWN = "unknown gunmen"


def own_up(scene: Scene, f: Frame, speaker_of: Callable[[int], ActorMention | None]) -> None:
    """``وقالت أعماق إن مقاتلي التنظيم استهدفوا``: a party that tells of itself, in one sentence of a frame of nobody known, did it."""
    if f.aggregate or f.denial is not None or f.perpetrator is None or f.perpetrator.name_en != _UNKNOWN or len(f.parts) < 2:
        return
    for p in f.parts:
        teller = speaker_of(p.main.first)
        if teller is None or name_in(teller, "perpetrator") is None or scene.owner[p.main.first] < 0:
            continue
        for a in scene.lines[scene.owner[p.main.first]].actors:
            same = a.category in _PARTIES and a.first > teller.first and name_in(a, "perpetrator") == name_in(teller, "perpetrator")
            if same and prep_of(scene, a) == "" and a.last <= p.main.first + 1:
                own = registry().in_role(a.actor_id, "perpetrator") if a.actor_id is not None else None
                party = a if own is None else replace(a, actor_id=own.id, name_en=own.name_en, category=own.category)
                f.perpetrator, f.perpetrator_rule = party, "agent:owns-up"
                return


def fold_owned(scene: Scene, frames: list[Frame], speaker_of: Callable[[int], ActorMention | None]) -> list[Frame]:
    """The frames without those their doer tells in another; the doer's own one takes from them what it lacks."""
    out: list[Frame] = []
    for f in frames:
        for x in list(out):
            told, mine = (x, f) if _owned(scene, x, f, speaker_of) else (f, x)
            if told is f and not _owned(scene, f, x, speaker_of):
                continue
            keep = _settled(scene, told.place) and not _settled(scene, mine.place)
            place, rule = (told.place, told.place_rule) if keep else (mine.place, mine.place_rule)
            absorb(scene, mine, told)
            mine.place, mine.place_rule = place, rule
            told.drop = "retold"
            if told is f:
                break
            out.remove(x)
        if not f.drop:
            out.append(f)
    return out


def fold_own_dead(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """``مقتل أربعة من مقاتلينا بهجوم. وأسفر الهجوم عن مقتل أحد المهاجمين``: the attackers' dead are of the attack (codebook 10)."""
    out: list[Frame] = []
    for f in frames:
        old = next((x for x in out if _of_the_attack(scene, x, f)), None)
        if old is None:
            out.append(f)
            continue
        a, b = old.tolls["killed"], f.tolls["killed"]
        finer_place = _settled(scene, f.place) and not _settled(scene, old.place)
        place, rule = (f.place, f.place_rule) if finer_place else (old.place, old.place_rule)
        absorb(scene, old, f)
        old.place, old.place_rule = place, rule
        old.tolls["killed"] = replace(a, count=add_counts(a.count, b.count))
        f.drop = "retold"
    return out


def _of_the_attack(scene: Scene, old: Frame, f: Frame) -> bool:
    """``f`` goes back to the attack of ``old`` by its article and counts dead of the attackers, so that the sides seem turned round."""
    if old.aggregate or f.aggregate or old.denial is not None or f.denial is not None or not 0 < f.line - max(old.lines) <= _NEAR:
        return False
    p, t = name_in(old.perpetrator, "perpetrator"), name_in(old.target, "target")
    q, u = name_in(f.perpetrator, "perpetrator"), name_in(f.target, "target")
    if None in (p, t, u) or u != p or q not in (None, t, p) or p == t:
        return False
    first = f.triggers[0]
    known = first.form == "masdar" and has_article(first) and scene.cls(first) in ("attack", "storm", "op")
    if not known or f.time_rule.startswith("time:own") or "killed" not in old.tolls or "killed" not in f.tolls or says_another(scene, f):
        return False
    return place_relation(scene, old.place, f.place) in ("same", "inside", "open")


def _owned(scene: Scene, told: Frame, mine: Frame, speaker_of: Callable[[int], ActorMention | None]) -> bool:
    """``told`` is the event of ``mine``, which its doer tells: as many dead, the same target, day and place, and no other doer."""
    if mine.modality is Modality.DENIED or told.aggregate or told.denial is not None or mine.aggregate or mine.denial is not None:
        return False
    by, before = name_in(mine.perpetrator, "perpetrator"), name_in(told.perpetrator, "perpetrator")
    tellers = {name_in(speaker_of(p.main.first), "perpetrator") for p in mine.parts}
    owner = by is not None and (adopter(scene, mine) is not None or by in tellers)
    near = min(abs(i - k) for i in mine.lines for k in told.lines) <= _NEAR
    if not owner or before not in (None, _UNKNOWN, by) or not near or says_another(scene, mine) or says_another(scene, told):
        return False
    a, b = name_in(told.target, "target"), name_in(mine.target, "target")
    if a is None or a != b or dates_meet(told, mine) == "different":
        return False
    kinds = {told.event_type, mine.event_type}
    counted = "killed" in mine.tolls and same_people(told, mine) > 0 and (len(kinds) == 1 or kinds <= _SHOT)
    # "داعش يتبنى استهداف عنصر": told in full after it
    announced = not told.tolls and by == before and told.event_type is EventType.ATTACK and adopter(scene, told) is not None
    if not (announced or (counted and before != by)) or told.place is None or mine.place is None:
        return False
    there = (i for i in scene.lines[mine.line].places if place_relation(scene, told.place, i) == "same")
    return place_relation(scene, told.place, mine.place) in ("same", "inside") or next(there, None) is not None


def _settled(scene: Scene, place: int | None) -> bool:
    ref = scene.place(place).ref if place is not None else None
    return ref is not None and ref.level in (PlaceLevel.VILLAGE, PlaceLevel.TOWN, PlaceLevel.CITY)


def same_people(old: Frame, f: Frame) -> int:
    """How many persons both count; 0 when one of their counts differs or is no single number."""
    n = 0
    for role in _ROLES:
        a, b = old.tolls.get(role), f.tolls.get(role)
        if a is None or b is None:
            continue
        if a.count.best != b.count.best or a.count.low != b.count.low or a.count.best is None:
            return 0
        n += a.count.best
    return n


def name_in(a: ActorMention | None, role: str) -> str | None:
    """The name a claim gives the party: a ministry's agency acts as its force."""
    if a is None or a.actor_id is None:
        return a.name_en if a is not None else None
    return registry().in_role(a.actor_id, role).name_en
