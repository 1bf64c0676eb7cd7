"""The lead, then the same told in full: the commonest shape of a news report.

``قُتل ثلاثة جنود بهجوم غربي درعا. وقال مصدر أمني إن مسلحين هاجموا نقطة للجيش في طفس وقتلوا ثلاثة جنود``: whoever is quoted right behind the
lead, with the same victims in the same part of the country, tells the event of the lead (codebook 2.1), be the words all new.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.apart import apart
from waqai.frame.clauses import adds_event
from waqai.frame.frames import Frame
from waqai.frame.known_again import may_be_one
from waqai.frame.made_exact import done_again, made_exact, the_same_one, told_on
from waqai.frame.merge import dates_meet, families_meet, finer, has_article, own_time, place_relation, says_another, tolls_meet
from waqai.frame.other_voice import force_of
from waqai.frame.scene import Scene
from waqai.model import EventType, Modality, PlaceLevel, WordMention
from waqai.resources.wordsets import wordset

_ROLES = ("killed", "injured", "captured", "killed_or_injured")
_LOOSE = frozenset(("near", "side", "offset"))
_SETTLED = (PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE)
_OPENING = 3  # tokens of a sentence in which the teller's verb stands
_ONCE = (EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.SEIZURE_OF_TERRITORY)
_BLASTS = (EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING, EventType.ASSASSINATION, EventType.ATTACK)
_WITH = 4  # tokens from his death to those who died with him
_DUAL = ("ان", "ين")


def told_in_full(scene: Scene, frames: Sequence[Frame], f: Frame) -> Frame | None:
    """The event of the lead where ``f`` tells it over again in full; else ``None``.

    Args:
        scene: the document.
        frames: the frames before it, settled.
        f: the frame, not yet settled.
    """
    body = [x for x in frames if x.block not in ("title", "heading") and x.denial is None]
    if body and any(test(scene, body[-1], f) for test in (_the_event, _the_bomb, his_death, _they_shot, the_same_one)):
        return body[-1]
    if body and quoted(scene, f) and told_on(scene, body[-1], f):
        return body[-1]
    if len(body) != 1 or not quoted(scene, f) or f.event_type in _ONCE:
        return None
    old = body[0]
    if old.many and not f.many:
        return None  # "قُتل شاب وأُصيب آخر في حادثتي إطلاق نار": each is told by itself
    if len(old.lines) > 2 or old.modality is not f.modality or f.modality is Modality.DENIED or says_another(scene, f):
        return None
    if apart(scene, old, f) or _two_towns(scene, old, f):
        return None
    if _taken(scene, old, f):
        return old
    if not may_be_one(scene, old, f) and not _near_it(scene, old, f):
        return None
    same = _same_victims(old, f) or _same_sides(scene, old, f) or _named_again(scene, old, f) or _same_thing(scene, old, f)
    return old if same or made_exact(scene, old, f) or done_again(scene, old, f) else None


def take_in_full(scene: Scene, old: Frame, f: Frame) -> None:
    """The full telling names the place more exactly than the lead did, and who died with the one the lead told of."""
    if his_death(scene, old, f):
        old.tolls["killed"] = f.tolls["killed"]
    if f.place is None or old.place is None or f.classes <= {"shoot"}:
        return
    loose = scene.place(old.place).relation in _LOOSE and scene.place(f.place).relation not in _LOOSE
    if loose or finer(scene, f.place, old.place):
        old.place, old.place_rule = f.place, f.place_rule


def quoted(scene: Scene, f: Frame) -> bool:
    """The sentence opens with somebody who tells it, and with nothing that leads on to another event."""
    ln = scene.lines[f.line]
    first = ln.sentence.first
    if not wordset("another-story").isdisjoint(scene.words[first : first + _OPENING]) or ln.of("sep") or adds_event(scene, ln, first):
        return False
    if any(w in wordset("another") and not w.startswith("ال") for w in scene.words[first : f.main.first]):
        return False  # ``وقال المرصد إن مدنياً آخر قُتل``
    if scene.words[first] == '"':
        return True
    return any(s.first - first <= _OPENING and s.last <= f.main.first for s in ln.speech)


def _two_towns(scene: Scene, old: Frame, f: Frame) -> bool:
    """Each names a town or village of its own, and in it: ``في نوى``, then ``في جاسم``."""
    if old.place is None or f.place is None or place_relation(scene, old.place, f.place) != "different":
        return False
    p, q = scene.place(old.place), scene.place(f.place)
    regions = wordset("regions-of")
    return all(
        x.ref is not None and x.ref.level in _SETTLED and x.relation not in _LOOSE and scene.words[x.first] not in regions for x in (p, q)
    )


def _same_victims(old: Frame, f: Frame) -> bool:
    """As many dead, wounded or held, where both say how many, and nothing that differs."""
    pairs = [(old.tolls[r].count.best, f.tolls[r].count.best) for r in _ROLES if r in old.tolls and r in f.tolls]
    return any(a for a, b in pairs if a == b) and all(a == b or a is None or b is None for a, b in pairs)


def _the_event(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وأفاد المرصد أن الهجوم وقع قرب الصوامع``: the noun with the article behind ``أن``, then that it happened, no other toll."""
    there = f.place is not None and old.place is not None and scene.same_place(f.place, old.place)
    if not any(_took_place(scene, w) or (there and _that_took_place(scene, w)) for w in f.triggers):
        return False
    if f.aggregate or old.aggregate or f.many or old.many or f.denial is not None or not 0 < f.line - max(old.lines) <= 2:
        return False
    if not families_meet(old, f) or dates_meet(old, f) == "different" or tolls_meet(old, f) == "different" or says_another(scene, f):
        return False
    p, q, hit = old.perpetrator, f.perpetrator, old.target
    answered = q is not None and hit is not None and q.name_en == hit.name_en  # those attacked, who answered and tell of it
    return answered or p is None or q is None or p.name_en == q.name_en or "unknown gunmen" in (p.name_en, q.name_en)


def _took_place(scene: Scene, w: WordMention) -> bool:
    if w.form != "masdar" or not has_article(w) or scene.words[w.first - 1].removeprefix("ف") not in wordset("that"):
        return False
    return w.last < len(scene.words) and scene.words[w.last] in wordset("event-took-place")


def _that_took_place(scene: Scene, w: WordMention) -> bool:
    """``الهجوم الذي وقع في عتق``, of an attack told of in that place."""
    i, words = w.last, scene.words
    which = w.form == "masdar" and has_article(w) and i + 1 < len(words) and words[i] in wordset("relatives-open")
    return which and words[i + 1] in wordset("event-took-place")


def his_death(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل ضابط بانفجار. وقال مصدر إن العبوة أدت إلى مقتله مع اثنين من مرافقيه``: he and those with him."""
    one, all_of_them = old.tolls.get("killed"), f.tolls.get("killed")
    if one is None or all_of_them is None or one.count.best != 1 or (all_of_them.count.best or 0) < 2:
        return False
    if f.aggregate or f.many or own_time(f) or not 0 < f.line - old.line <= 2 or f.denial is not None or says_another(scene, f):
        return False
    the_man = "ال" + scene.words[one.first].removeprefix("ال")
    his = (
        w for w in f.triggers if scene.cls(w) in ("kill", "die")
        and (scene.words[w.last - 1].endswith(("له", "عه", "ته", "ده")) or scene.words[w.first - 1] == the_man)
    )  # fmt: skip
    return any(not wordset("together-with").isdisjoint(scene.words[w.last : w.last + _WITH]) for w in his)


def _the_bomb(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وقال المصدر إن القيادي كان في جولة في X عندما انفجر اللغم بسيارته``: the mine with its article went off once, wherever that was."""
    if old.event_type not in _BLASTS or f.event_type not in _BLASTS or f.aggregate or old.aggregate or f.many or old.many or own_time(f):
        return False
    if not 0 < f.line - max(old.lines) <= 2 or f.denial is not None or says_another(scene, f) or apart(scene, old, f):
        return False
    exploded = (w for w in f.triggers if scene.cls(w) == "explode" and w.form == "past")
    if not any(scene.words[i] in wordset("the-bomb") for w in exploded for i in range(w.last, min(w.last + 2, f.last))):
        return False
    p, q = (scene.place(x.place).ref if x.place is not None else None for x in (old, f))
    far = p is not None and q is not None and None not in (p.admin1, q.admin1) and p.admin1 != q.admin1
    return not far and (p is None or q is None or p.level not in _SETTLED or place_relation(scene, old.place, f.place) != "different")


def _they_shot(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وقال المصدر إن المهاجمين كانوا على دراجتين وفتحوا النار ثم فروا باتجاه البادية``: how they did it, and where they went."""
    if not f.classes <= {"shoot"} or f.tolls or f.aggregate or old.aggregate or old.denial is not None or own_time(f):
        return False
    if old.event_type not in (EventType.ATTACK, EventType.ASSASSINATION) or not 0 < f.line - max(old.lines) <= 1:
        return False
    first = scene.lines[f.line].sentence.first
    return not wordset("those-who-did").isdisjoint(scene.words[first : f.main.last + 2]) and not says_another(scene, f)


def _taken(scene: Scene, old: Frame, f: Frame) -> bool:
    """``اختُطف طبيب …. وقال أقاربه إن مسلحين اقتادوه إلى جهة مجهولة``: the words of arrest tell how he was abducted."""
    if old.event_type is not EventType.ABDUCTION or f.event_type is not EventType.ARREST or f.line - max(old.lines) > 2:
        return False
    p, q = old.perpetrator, f.perpetrator
    same = p is None or q is None or p.name_en == q.name_en
    return same and dates_meet(old, f) != "different" and _named_again(scene, old, f)


def _same_sides(scene: Scene, old: Frame, f: Frame) -> bool:
    """One party does the same to the other, and no two tolls are told: ``تعرض لداعش على نقطة للحشد``, then the village."""
    p, q, a, b = old.perpetrator, f.perpetrator, old.target, f.target
    if p is None or q is None or p.name_en in (None, "unknown gunmen") or force_of(p) != force_of(q) or old.event_type is not f.event_type:
        return False
    if old.tolls.keys() & f.tolls.keys():
        return False
    if a is None or b is None:
        return all(not wordset("repels").isdisjoint(scene.words[x.first : x.last]) for x in (old, f))
    return a.name_en == b.name_en and a.name_en not in (None, "civilians")


def _same_thing(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل جندي بسقوط قذيفة هاون على نقطة. وقالت مصادر إن مجهولين أطلقوا قذيفة``: the same device or post, no other toll."""
    if f.tolls or not old.tolls or own_time(f) or old.event_type is not f.event_type:
        return False
    if old.perpetrator is not None and f.perpetrator is not None and old.perpetrator.name_en != f.perpetrator.name_en:
        return False
    mine, theirs = ({_thing(w) for w in scene.words[x.first : x.last]} - {""} for x in (f, old))
    return not mine.isdisjoint(theirs)


def _thing(w: str) -> str:
    """A vehicle, post or device as it stands in the list of them; an empty text for any other word."""
    known = wordset("same-thing")
    for bare in (w, w[1:], w[2:], w.removesuffix("ا")):
        if bare in known:
            return bare
    return ""


def _near_it(scene: Scene, old: Frame, f: Frame) -> bool:
    """Nothing but the name of a place near by speaks against it: ``شمال شرقي بعقوبة``, then the village."""
    if old.place is None or f.place is None or place_relation(scene, old.place, f.place) != "different":
        return False
    p, q = scene.place(old.place).ref, scene.place(f.place).ref
    unknown = q is not None and q.level is PlaceLevel.SITE and q.lat is None
    if (scene.place(old.place).relation not in _LOOSE and not unknown) or dates_meet(old, f) == "different":
        return False
    known = p is not None and q is not None and q.lat is not None
    if known and p is not None and q is not None and None not in (p.admin1, q.admin1) and p.admin1 != q.admin1:
        return False
    return old.event_type is f.event_type and not old.aggregate and not f.aggregate and f.line - max(old.lines) <= 2


def _named_again(scene: Scene, old: Frame, f: Frame) -> bool:
    """``اختُطف طبيب …. وقال أقاربه إن مسلحين اعترضوا سيارة الطبيب``: whom it befell, with the article."""
    victims = [a for a in (old.target, *(t.who for t in old.tolls.values())) if a is not None]
    heads = {_bare(scene.words[a.first]) for a in victims} - {""}
    return any(w.startswith("ال") and _bare(w[2:]) in heads for w in scene.words[f.first : f.last])


def _bare(w: str) -> str:
    """A noun without the ending of the dual or of the accusative."""
    for end in _DUAL:
        if w.endswith(end) and len(w) > 5:
            return w[: -len(end)]
    return w[:-1] if w.endswith("ا") and len(w) > 3 else w
