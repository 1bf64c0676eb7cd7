"""Who fights whom in a clash told with ``بين``: ``اشتباكات بين الطرفين``, ``مواجهات بين لواء X وفرقة Y``, also of one party."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_SIDES = wordset("both-sides")
_FIRED = frozenset((EventType.SHELLING, EventType.ATTACK, EventType.ARMED_CLASH))
_SHELLED = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))
_ADJECTIVES = 4  # tokens from shelling to "mutual"
_FIGHTS = frozenset(("armed_group", "state_force", "militia", "tribe", "international", "unknown"))
_QUARREL = 24  # tokens from ``خلاف بين`` to the fight
_NEAR, _REACH = 20, 12  # tokens from the clash to ``بين``, from one side to the other


def name_sides(scene: Scene, f: Frame) -> None:
    """Fill the sides of a clash from ``بين``; what the ranking chose stays where no such words stand."""
    if f.event_type in _FIRED and not f.aggregate:
        _exchange(scene, f)
    if f.event_type in _SHELLED and f.perpetrator is not None and _is_mutual(scene, f):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:mutual"
    if f.event_type != EventType.ARMED_CLASH or f.aggregate:
        return
    between = _between(scene, f)
    if between is not None:
        f.perpetrator, f.target = between
        f.perpetrator_rule, f.target_rule = "agent:between", "target:between"
    elif not _quarrel(scene, f) and not _with(scene, f) and (f.perpetrator is None or f.target is None):
        _two_sides(scene, f)
        _of_one_people(scene, f)


def _is_mutual(scene: Scene, f: Frame) -> bool:
    """``القصف المدفعي والجوي المتبادل بين الجيش والدعم السريع``: whose shells they were the words do not say."""
    behind = scene.words[f.main.first : f.main.last + _ADJECTIVES]
    at = next((i for i, w in enumerate(behind) if w in wordset("mutual")), -1)
    return at >= 0 and "بين" in scene.words[f.main.first + at : f.main.first + at + 3]


def _exchange(scene: Scene, f: Frame) -> None:
    """``تبادل الجيش ومقاتلو العشائر القصف``: two parties joined behind a verb of exchange fire at each other."""
    if f.target is not None and f.target.category == "civilians":
        return  # whose shell hit them is not said
    for p in f.parts:
        if wordset("exchanges").isdisjoint(scene.words[p.first : p.main.last]):
            continue
        ln = scene.lines[p.line]
        for i in range(p.first, p.main.last):
            if scene.words[i] not in wordset("exchanges"):
                continue
            pair = _pair(scene, ln, i, p.last)
            if pair is not None:
                (f.perpetrator, f.target), f.perpetrator_rule, f.target_rule = pair, "agent:exchanges", "target:exchanges"
                if f.event_type is EventType.ATTACK and "shoot" in f.classes:
                    f.event_type = EventType.ARMED_CLASH  # ``تبادل الجيش والحركة إطلاق النار``
                return


def _quarrel(scene: Scene, f: Frame) -> bool:
    """``تطور خلاف بين شبان من عشيرة X وآخرين من Y إلى إطلاق نار``: those who quarrelled fight."""
    for p in f.parts:
        lo = max(p.first, p.main.first - _QUARREL)
        for i in range(p.main.first - 1, lo, -1):
            if scene.words[i] != "بين" or wordset("quarrels").isdisjoint(scene.words[max(lo, i - 5) : i]):
                continue
            pair = _pair(scene, scene.lines[p.line], i, p.main.first)
            if pair is None:
                a = next((a for a in scene.lines[p.line].actors if 0 < a.first - i <= 4 and a.category == "tribe"), None)
                pair = None if a is None else (a, a)
            if pair is not None:
                (f.perpetrator, f.target), f.perpetrator_rule, f.target_rule = pair, "agent:quarrels", "target:quarrels"
                return True
    return False


def _of_one_people(scene: Scene, f: Frame) -> None:
    """``اقتتال عشائري``, ``بين العشيرتين``: of a feud of which one clan is named, the other side is a clan as well."""
    named = f.perpetrator if f.perpetrator is not None else f.target
    if named is None or named.category != "tribe" or not (_two_clans(scene, named) or (named.last - named.first > 1 and not named.attrs)):
        return
    if f.target is None:
        f.target, f.target_rule = named, "target:feud"
    if f.perpetrator is None:
        f.perpetrator, f.perpetrator_rule = named, "agent:feud"


def _two_clans(scene: Scene, a: ActorMention) -> bool:
    return scene.words[a.first].lstrip("وب") in wordset("two-clans")


def _with(scene: Scene, f: Frame) -> bool:
    """``أصيب فتى خلال مواجهات مع الجيش``: of a clash that hurt civilians the side behind ``مع`` is the one that shot."""
    hurt = next((t.who for t in f.tolls.values() if t.who is not None and t.who.category == "civilians"), None)
    if hurt is None:
        return False
    for w in f.triggers:
        if scene.cls(w) != "clash" or scene.owner[w.first] < 0:
            continue
        at = next((i for i in range(w.last, min(w.last + 4, len(scene.words))) if scene.words[i] == "مع"), None)
        a = next((a for a in scene.lines[scene.owner[w.first]].actors if at is not None and 0 < a.first - at <= 2), None)
        if a is None or a.category not in _FIGHTS or a.name_en is None:
            continue
        near = f.perpetrator is not None and any(p.first <= f.perpetrator.first < p.last for p in f.parts)
        if near and f.perpetrator is not None and f.perpetrator.name_en != a.name_en:
            return False
        f.perpetrator, f.perpetrator_rule = a, "agent:with"
        f.target, f.target_rule = hurt, "target:hurt-in-clash"
        return True
    return False


def _between(scene: Scene, f: Frame) -> tuple[ActorMention, ActorMention] | None:
    """``بين عناصر من لواء X وأخرى من فرقة Y``: the two mentions, in text order; two factions of one party may bear one name."""
    words = scene.words
    for p in f.parts:
        ln = scene.lines[p.line]
        for i in range(p.main.last, min(p.main.last + _NEAR, p.last)):
            if words[i] == "بين":
                return _pair(scene, ln, i, p.last)
            if words[i] in (".", ";", ":"):
                break
    return None


def pair_behind(scene: Scene, ln: Lines, i: int, end: int) -> tuple[ActorMention, ActorMention] | None:
    """The two parties behind ``بين`` at token ``i``, up to ``end``; ``None`` when they are not two."""
    return _pair(scene, ln, i, end)


def _pair(scene: Scene, ln: Lines, i: int, end: int) -> tuple[ActorMention, ActorMention] | None:
    words = scene.words
    named = [a for a in ln.actors if i < a.first < end and a.category in _FIGHTS and a.name_en is not None and a.form != "pronoun"]
    first = next((a for a in named if a.first - i <= 4), None)
    if first is None:
        return None
    if first.category == "tribe" and _two_clans(scene, first):
        return first, first
    for b in named:
        if b.first < first.last or b.first - first.last > _REACH:
            continue
        gap = words[first.last : b.first]
        if any(w in (".", ";", "(", ")") for w in gap):
            return None
        joined = words[b.first].startswith("و") or any(w == "و" or w in wordset("other-side") for w in gap)
        backer = len(gap) > 1 and gap[-1] == "من" and gap[-2] in wordset("backed-from")
        if joined and not backer and (b.actor_id != first.actor_id or b.text.lstrip("و") != first.text):
            return first, b
    return (first, first) if _within(scene, i, first) else None


def _within(scene: Scene, i: int, a: ActorMention) -> bool:
    """``بين مجموعتين من الجيش الوطني``, ``بين أبناء عمومة من عشيرة X``: both sides are of one party."""
    return any(w in wordset("sides-within") for w in scene.words[i + 1 : a.last])


def _two_sides(scene: Scene, f: Frame) -> None:
    """``اشتباكات بين الطرفين``: the two parties the text named last before them."""
    p = next((p for p in f.parts if p.main is f.main), f.parts[-1])
    at = next((i for i in range(p.first, p.last) if scene.words[i] in _SIDES), None)
    if at is None:
        return
    named: list[ActorMention] = []
    for a in reversed(scene.doc.actors):
        known = a.category in _FIGHTS and a.category != "unknown" and a.name_en is not None
        if known and a.first < at and all(a.name_en != x.name_en for x in named):
            named.append(a)
    if len(named) >= 2:
        f.perpetrator, f.target = named[1], named[0]
        f.perpetrator_rule, f.target_rule = "agent:both-sides", "target:both-sides"
