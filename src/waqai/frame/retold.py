"""One happening told twice, seen once the sides, the place and the day of every frame are known.

``أعلنت الوكالة اعتقال ثمانية، فيما أعلن الجهاز القبض على ثلاثة. وقالت الوكالة إن مفارزها ألقت القبض على ثمانية``:
two in the lead, then each of them again. Where nothing two frames state contradicts and they count the same people, they are
one claim (codebook 2.1); two happenings of one report hardly ever hit as many, and then the words say that it is another.
"""

from __future__ import annotations

from collections.abc import Callable

from waqai.frame.frames import Frame
from waqai.frame.merge import absorb, dates_meet, finer, place_relation, says_another
from waqai.frame.owned import fold_own_dead, fold_owned, name_in, own_up, same_people
from waqai.frame.scene import Scene
from waqai.frame.told_in_full import quoted
from waqai.frame.versions import share_place
from waqai.model import ActorMention, EventType, PlaceLevel
from waqai.resources.wordsets import wordset

_WIDE = frozenset((PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE, PlaceLevel.SUBREGION, PlaceLevel.DISTRICT, PlaceLevel.NONE))
_REPEATED = (EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.SEIZURE_OF_TERRITORY, EventType.LOOTING)
_PLAIN = frozenset(("target", "attack", "kill", "die", "injure", "result"))
_NEXT = 3  # lines in which one person is told of again
_HARM = frozenset(("killed", "injured"))


def fold_retold(scene: Scene, frames: list[Frame], speaker_of: Callable[[int], ActorMention | None]) -> list[Frame]:
    """The frames without those that tell an earlier one again; the earlier one takes from them what it lacks.

    Args:
        scene: the document.
        frames: the ranked and weeded frames in text order.
        speaker_of: the source covering a token.
    """
    kept: list[Frame] = []
    for f in frames:
        own_up(scene, f, speaker_of)
        if _sums_up(f, frames):
            f.drop = "checksum"
            continue
        event = kept and not f.aggregate and f.denial is None and f.total is None
        told = (
            x for x in kept if x.modality is f.modality and (x.event_type is f.event_type or _as_many_met(scene, x, f) or _plainer(x, f))
        )
        again = (x for x in told if _is_again(scene, x, f, x is kept[0] and not _day_of(kept[-1], x, f), speaker_of))
        old = next(again, None) if event else None
        if old is None:
            kept.append(f)
            continue
        narrow = finer(scene, f.place, old.place) or (old.place is not None and f.place is not None and _vaguer(scene, old.place, f.place))
        place, rule = (f.place, f.place_rule) if narrow else (old.place, old.place_rule)
        absorb(scene, old, f)
        old.place, old.place_rule = place, rule
        f.drop = "retold"
    kept = fold_own_dead(scene, fold_owned(scene, kept, speaker_of))
    share_place(scene, kept)
    return kept


def _is_again(scene: Scene, old: Frame, f: Frame, lead: bool, speaker_of: Callable[[int], ActorMention | None]) -> bool:
    """``f`` tells ``old`` again or goes on with it, and is no version of the party that did it."""
    if not (retold(scene, old, f) or (lead and more_of_the_lead(scene, old, f))):
        return False
    return not (f.tolls and old.tolls and _own_version(old, f, speaker_of))


def retold(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether ``f`` counts the people of ``old`` again: the same kind of event, sides, day and part of the country, no other count."""
    if old.aggregate or old.denial is not None or old.total is not None:
        return False
    if _as_many_met(scene, old, f):
        met = _agree(old, f, "perpetrator") and _agree(old, f, "target") and dates_meet(old, f) != "different" and not _others(scene, f)
        return met and _one_area(scene, old.place, f.place) and not says_another(scene, f)
    if not f.tolls or not old.tolls:
        return False
    if _vaguely(scene, old, f):
        return True
    if "rise" in f.rules or not same_people(old, f):
        return False
    held = f.event_type is EventType.ARREST and place_relation(scene, old.place, f.place) == "same"  # "إرهابيين", then "مطلوبين"
    if not (_agree(old, f, "perpetrator") and (held or _agree(old, f, "target"))) or dates_meet(old, f) == "different":
        return False
    if says_another(scene, f) or _others(scene, f):
        return False
    if same_people(old, f) == 1:
        return (
            old.place is not None and place_relation(scene, old.place, f.place) in ("same", "inside") and f.line - max(old.lines) <= _NEXT
        )
    return _one_area(scene, old.place, f.place)


def _plainer(old: Frame, f: Frame) -> bool:
    """``قُتل أربعة في قصف على سيارة``, then ``استهدف العدو سيارة``: a plain attack after a strike told, as many dead and more than one."""
    strikes = (EventType.SHELLING, EventType.AIRSTRIKE)
    return old.event_type in strikes and f.event_type is EventType.ATTACK and f.classes <= _PLAIN and same_people(old, f) > 1


def _vaguely(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل أربعة بقصف على أم درمان. وذكرت لجان أن قذائف أصابت السوق، ما أسفر عن قتلى``: uncounted dead are those counted before.

    The next sentence has somebody tell of the same, there or in a part of it (codebook 2.2: a vague figure beside an exact one).
    """
    if old.many or f.many or f.line - max(old.lines) != 1 or not quoted(scene, f) or "rise" in f.rules or "rise" in old.rules:
        return False
    shared = [r for r in _HARM if r in old.tolls and r in f.tolls]
    exact = any(old.tolls[r].count.best is not None for r in shared)
    vague = all(t.count.best is None and t.count.high is None and t.count.low == 2 for t in f.tolls.values())
    if not exact or not vague or says_another(scene, f) or _others(scene, f) or dates_meet(old, f) == "different":
        return False
    met = _agree(old, f, "perpetrator") and _agree(old, f, "target")
    return met and old.place is not None and place_relation(scene, old.place, f.place) in ("same", "inside")


def more_of_the_lead(scene: Scene, lead: Frame, f: Frame) -> bool:
    """Whether ``f`` goes on with the event of the lead: one party does the same to the other that day there, and no two counts stand."""
    if lead.aggregate or lead.denial is not None or lead.total is not None or lead.many or f.many or lead.more_places or f.more_places:
        return False
    if f.event_type in _REPEATED or not 0 < f.line - max(lead.lines) <= _NEXT or f.tolls.keys() & lead.tolls.keys() or "rise" in f.rules:
        return False
    if f.classes <= {"shoot"} and not f.tolls:
        return False  # ``وأطلقت الرصاص لتفريق المحتجين``: they may fire again, at others
    p, q = (name_in(x.perpetrator, "perpetrator") for x in (lead, f))
    a, b = (name_in(x.target, "target") for x in (lead, f))
    if not ((p == q is not None and p != "unknown gunmen") or (a == b is not None and a != "civilians")):
        return False
    if None not in (p, q, a, b) and (p, a) != (q, b):
        return False
    if not (_agree(lead, f, "perpetrator") and _agree(lead, f, "target")) or dates_meet(lead, f) == "different":
        return False
    if (
        (lead.time is None and f.time is None and not quoted(scene, f))
        or lead.place is None
        or says_another(scene, f)
        or scene.bullet(f.line)
    ):
        return False
    return _one_area(scene, lead.place, f.place)


def _day_of(before: Frame, lead: Frame, f: Frame) -> bool:
    """``وأكد أنه في اليوم ذاته هاجم``: the undated lead is not meant; ``f`` has the day of another event told in between."""
    if lead.time is not None or before is lead or before.time is None or f.time is None or not f.time_rule.startswith("time:own"):
        return False
    return before.time.start is not None and before.time.start == f.time.start


def _sums_up(lead: Frame, frames: list[Frame]) -> bool:
    """``سلسلة هجمات أسفرت عن خطف مدنيين وإصابة شرطيين``: each of the counts is that of another happening told after it."""
    counts = {r: t.count.best for r, t in lead.tolls.items() if t.count.best}
    if len(counts) < 2 or lead.aggregate or lead.denial is not None or lead.block in ("title", "heading"):
        return False
    told: dict[str, Frame] = {}
    for x in frames:
        if x.line > max(lead.lines) and not x.aggregate and x.denial is None and counts.keys() & x.tolls.keys():
            roles = [r for r in counts if r in x.tolls and x.tolls[r].count.best]
            if len(roles) == 1 and x.tolls[roles[0]].count.best == counts[roles[0]]:
                told.setdefault(roles[0], x)
    return told.keys() == counts.keys() and len({x.family() for x in told.values()}) > 1


def _as_many_met(scene: Scene, old: Frame, f: Frame) -> bool:
    """``تحييد 6 إرهابيين شمالي العراق``, then ``تحييد 6 عبر عملية جوية في غارا``: neutralised are no toll, but as many are the same."""
    if not ("neutralise" in old.classes and "neutralise" in f.classes) or old.tolls.keys() & _HARM or f.tolls.keys() & _HARM:
        return False
    a, b = _neutralised(scene, old), _neutralised(scene, f)
    return a is not None and a == b


def _neutralised(scene: Scene, f: Frame) -> float | None:
    """How many a frame tells as neutralised."""
    for w in f.triggers:
        if scene.cls(w) == "neutralise" and scene.owner[w.first] >= 0:
            near = (n.best for n in scene.lines[scene.owner[w.first]].numbers if 0 <= n.first - w.last <= 2 and n.best)
            found = next(near, None)
            if found is not None:
                return found
    return None


def _others(scene: Scene, f: Frame) -> bool:
    """``وقال المرصد إن مدنياً آخر قُتل``."""
    first = scene.lines[f.line].sentence.first
    return any(w in wordset("another") and not w.startswith("ال") for w in scene.words[first : f.main.last + 2])


def _agree(old: Frame, f: Frame, role: str) -> bool:
    """One is silent or without a name, or both are the same party."""
    a, b = name_in(getattr(old, role), role), name_in(getattr(f, role), role)
    return a is None or b is None or a == b or "unknown gunmen" in (a, b)


def _own_version(old: Frame, f: Frame, speaker_of: Callable[[int], ActorMention | None]) -> bool:
    """Another teller has told it before the party that did it, which may say otherwise whom it hit."""
    a, b = speaker_of(old.main.first), speaker_of(f.main.first)
    by = name_in(f.perpetrator, "perpetrator")
    return by is not None and name_in(b, "perpetrator") == by and name_in(a, "perpetrator") != by


def _vaguer(scene: Scene, old: int, new: int) -> bool:
    """``في البادية السورية``, then ``في جبل البشري``: both are tracts of land, and one spans several governorates."""
    p, q = scene.place(old).ref, scene.place(new).ref
    return p is not None and q is not None and p.level is q.level and p.admin1 is None and q.admin1 is not None


def _one_area(scene: Scene, old: int | None, new: int | None) -> bool:
    """One place is silent, holds the other, or is wide and lies in the same governorate."""
    if place_relation(scene, old, new) != "different":
        return True
    p, q = (scene.place(i).ref if i is not None else None for i in (old, new))
    if p is None or q is None:
        return False
    return (p.level in _WIDE or q.level in _WIDE) and (p.admin1 is None or q.admin1 is None or p.admin1 == q.admin1)
