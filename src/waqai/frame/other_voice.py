"""Another voice tells the event over again: the same dead on the same day at the same place, by the same hand (codebook 2.1).

``قُتل ثمانية في غارة أمس، وفق متطوعين …. وقالت الوزارة إن غارة على المدينة أمس أدت إلى مقتل ثمانية``: several sources of one event are no
several events, whoever else was quoted in between.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.merge import dates_meet, families_meet, has_article, own_place, own_time, place_relation, says_another, tolls_meet
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, Modality
from waqai.resources.registry import registry

_BACK = 6  # frames
_FAR = 8  # lines
_CLAIMED = (EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB, EventType.IED, EventType.ATTACK)
_GUESSED = ("agent:headline", "agent:heads-line")
_OUTCOMES = frozenset(("kill", "die", "injure", "result"))
_NEAR = 4  # lines
_SURE = 5  # dead; fewer may be a coincidence
_NAMELESS = (None, "unknown gunmen", "militants", "civilians")


def other_voice(scene: Scene, frames: Sequence[Frame], f: Frame) -> Frame | None:
    """The event among those told that ``f`` tells again; ``None`` where it may be another.

    Args:
        scene: the document.
        frames: the frames before it, settled.
        f: the frame, not yet settled.
    """
    dead = f.tolls.get("killed")
    if (
        dead is None
        or not dead.count.best
        or dead.rule == "toll:noun:risen"
        or "rise" in f.rules
        or f.aggregate
        or f.many
        or f.denial is not None
        or f.modality is Modality.DENIED
    ):
        return None
    for old in reversed(frames[-_BACK:]):
        if old.denial is None and old.block not in ("title", "heading") and _same(scene, old, f, dead.count.best):
            return old
    return None


def told_of_the_claimed(scene: Scene, old: Frame, f: Frame) -> bool:
    """``تبنت الحركة تفجير سيارة أمس في المدينة. وقالت الشرطة إن سيارة انفجرت وقتلت ثمانية`` (codebook 2.3)."""
    if (
        f.event_type is not old.event_type
        or f.event_type not in _CLAIMED
        or old.perpetrator is None
        or f.perpetrator_rule == "agent:claims"
    ):
        return False
    if f.aggregate or old.aggregate or f.many or f.denial is not None or old.denial is not None or not 0 < f.line - max(old.lines) <= _NEAR:
        return False
    if not any(scene.cls(s) == "claim-resp" for k in old.lines for s in scene.lines[k].speech):
        return False
    if "killed" in old.tolls or any(scene.cls(s) == "claim-resp" for s in scene.lines[f.line].speech):
        return False  # the count of the group is a version of its own
    if f.perpetrator_rule not in _GUESSED and force_of(f.perpetrator) not in (*_NAMELESS, force_of(old.perpetrator)):
        return False
    where = place_relation(scene, old.place, f.place)
    meet = where in ("same", "open") and dates_meet(old, f) != "different" and tolls_meet(old, f) != "different"
    return meet and not says_another(scene, f)


def none_of_these(scene: Scene, old: Frame, f: Frame, one_teller: bool) -> bool:
    """``ولم تسفر الغارة عن مقتل أي جندي أو مدنيين``: who else was not hit, told by the teller of those who were; no rival count."""
    if not f.tolls or any(t.count.best != 0 for t in f.tolls.values()) or f.aggregate or old.aggregate or f.denial is not None:
        return False
    if own_place(f) is not None or any(w.form in ("past", "passive") and scene.cls(w) not in _OUTCOMES for w in f.triggers):
        return False  # ``قصفت الطائرات القرية دون خسائر``: a deed of its own
    hit = any(t.count.best for t in old.tolls.values())
    return hit and one_teller and 0 < f.line - max(old.lines) <= _NEAR and _goes_back(f) and not own_time(f) and families_meet(old, f)


def _same(scene: Scene, old: Frame, f: Frame, dead: int) -> bool:
    x = old.tolls.get("killed")
    if x is None or x.count.best != dead or old.aggregate or old.many or not 0 < f.line - max(old.lines) <= _FAR:
        return False
    if tolls_meet(old, f) != "same" or not families_meet(old, f) or dates_meet(old, f) == "different":
        return False
    p, q = force_of(old.perpetrator), force_of(f.perpetrator)
    if p != q and p not in _NAMELESS and q not in _NAMELESS:
        return False
    where = place_relation(scene, old.place, f.place)
    if where == "different":
        return False
    dated = own_time(old) and own_time(f) and dates_meet(old, f) == "same"
    another = says_another(scene, f)
    if dead >= _SURE and (dated or (where != "open" and not another) or _goes_back(f)):
        return True
    a, b = (t.name_en if t is not None else None for t in (old.target, f.target))
    if (a == b or None in (a, b)) and _goes_back(f) and not own_time(f) and not another and f.line - max(old.lines) <= _NEAR:
        return True  # ``أفاد المرصد من جهته بمقتل ثلاثة في الغارة``
    known = p == q and p not in _NAMELESS and a == b and a not in _NAMELESS
    return known and dated and where != "open" and not another


def force_of(a: ActorMention | None) -> str | None:
    """Who acts: a command's deeds are its force's."""
    if a is None or a.actor_id is None:
        return a.name_en if a is not None else None
    stands_for = registry().actor(a.actor_id).as_actor
    return registry().actor(stands_for).name_en if stands_for is not None else a.name_en


def _goes_back(f: Frame) -> bool:
    """``بعد الغارة``, ``جراء الهجوم``: the event noun with the article."""
    return any(w.form == "masdar" and has_article(w) for w in f.triggers)
