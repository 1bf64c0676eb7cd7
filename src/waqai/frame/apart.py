"""Sentences that plainly tell another event than the one before, whatever the merging table weighs."""

from __future__ import annotations

from waqai.frame.charged import deed_of_its_own
from waqai.frame.classes import GENERIC, GROUP_OF, OUTCOME, VERB
from waqai.frame.clauses import happened_too
from waqai.frame.frames import Frame
from waqai.frame.merge import is_definite, own_place, own_time, place_relation, says_another
from waqai.frame.milestones import of_a_year
from waqai.frame.scene import Scene
from waqai.frame.some_of_them import RULE as SOME
from waqai.model import EventType, Modality, PlaceLevel
from waqai.resources.wordsets import wordset

_HELD = (EventType.ARREST, EventType.ABDUCTION)
_FROM_AFAR = (EventType.SHELLING, EventType.AIRSTRIKE)
_OF_THEIR_OWN = (*_FROM_AFAR, EventType.RAID, EventType.ARREST, EventType.STRATEGIC_DEVELOPMENT, EventType.EXECUTION)
_TWO_SIDED = (EventType.ARMED_CLASH, EventType.RAID, EventType.ARREST)
_FOUGHT = frozenset(("attack", "explosive", "remote", "execution"))
_MEASURES = frozenset(("move", "raid", "arrest", "launch", "release"))
_HARM = frozenset(("killed", "injured", "killed_or_injured"))
_LIKE = {"violent": "ground", "clash": "ground", "explosive": "device", "fire": "fire", "air": "air"}
_AREAS = (PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY)
_NOBODY = frozenset(("unknown", "unspecified", "crime"))
_THROWN = frozenset(("throw-grenade", "hand-bomb"))
_HEAD = 4  # words in which a sentence says that it turns to something else


def apart(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether frame ``f`` is another event than ``old`` beyond doubt.

    Args:
        scene: the document.
        old: an earlier frame.
        f: the frame that would join it.
    """
    if old.aggregate or f.aggregate or old.block in ("title", "heading"):
        return False
    if of_a_year(f) or SOME in f.rules:
        return True  # "الأراضي التي سيطر عليها قبل ثلاث سنوات"
    if (
        _body_found(scene, old, f)
        or _found_on_a_day(scene, old, f)
        or _of_anothers(old, f)
        or _fell_later(scene, old, f)
        or _held_after(scene, old, f)
        or _robbed_after(scene, old, f)
        or _answered(scene, old, f)
        or _found(old, f)
        or _measure_taken(scene, old, f)
        or _thrown_meanwhile(scene, old, f)
    ):
        return True
    if old.event_type in _HELD and f.line == old.line and f.family() != old.family() and deed_of_its_own(scene, f):
        return True
    if f.line in old.lines and old.event_type in _HELD and "shoot" in f.classes and scene.words[f.triggers[0].first - 1] == "كما":
        return True  # "اقتادوا شقيقين، كما أطلقوا النار على فتى"
    if f.line in old.lines:
        return _shelled_elsewhere(scene, old, f) or happened_too(scene, f.first, f.main)
    if _item_of_its_own(scene, old, f) or struck_back(old, f) or _another_elsewhere(scene, old, f) or _in_turn(scene, old, f):
        return True
    return _in_another_place(scene, old, f) or _other_means(scene, old, f) or _next_item(scene, f)


def _measure_taken(scene: Scene, old: Frame, f: Frame) -> bool:
    """``عززت القوات انتشارها بعد مقتل ثلاثة مدنيين``, ``أُعلنت الهدنة بعد مقتل 40``: what a measure answers is another event."""
    if not old.classes <= _MEASURES or f.line != old.line or f.main.first < old.main.first or is_definite(f):
        return False
    first = next((w for w in f.triggers if scene.cls(w) in OUTCOME and w.form not in VERB), None)
    return first is not None and scene.words[first.first - 1] in wordset("in-the-wake")


def _thrown_meanwhile(scene: Scene, old: Frame, f: Frame) -> bool:
    """``تواصل القوات التمشيط. أثناء ذلك، ألقت إحداهن قنبلة صوب دورية``: an attack on those who search is none of their doing."""
    if old.event_type not in (EventType.RAID, EventType.ARREST, EventType.STRATEGIC_DEVELOPMENT) or f.event_type is not EventType.ATTACK:
        return False
    thrown = any(scene.entry(w).id in _THROWN and w.form == "past" for w in f.triggers)
    return thrown and any(t.count.low for t in f.tolls.values())


def _held_after(scene: Scene, old: Frame, f: Frame) -> bool:
    """``هاجم مسلحون حاجزاً …، وفي أعقاب الهجوم أوقفت القوات خمسة``: who is held after an attack, by others than those who made it."""
    held = f.tolls.get("captured")
    if f.event_type not in _HELD or old.family() not in _FOUGHT or held is None or (f.main.form not in VERB and held.count.best is None):
        return False
    if own_place(f) is not None and place_relation(scene, old.place, f.place) == "different":
        return True
    if not wordset("steps-in").isdisjoint(scene.words[f.first : f.main.first]) and not old.classes & {"arrest", "raid"}:
        return True  # "وتدخلت الشرطة العسكرية لفض الاقتتال، واعتقلت خمسة"
    by, before = f.perpetrator, old.perpetrator
    gunmen = before is not None and before.category in ("unknown", "armed_group", "crime")
    if gunmen and f.main.form in VERB and f.line not in old.lines and (by is None or before is None or by.name_en != before.name_en):
        return True
    shot_dead = "shoot" in old.classes and "killed" in old.tolls and held.count.best is not None and not old.classes & {"arrest", "abduct"}
    if shot_dead and old.classes & {"storm", "incursion"} and f.main.form in VERB:
        return True  # "استشهد شاب برصاص الجنود خلال اقتحام البلدة، واعتقلوا شقيقه"
    if old.classes & {"arrest", "raid", "abduct", "seize-persons", "storm", "incursion", "op"}:
        return False
    return by is not None and (before is None or before.name_en != by.name_en) and by.category in ("state_force", "militia", "armed_group")


def _body_found(scene: Scene, old: Frame, f: Frame) -> bool:
    """``نجا من محاولة اغتيال، وعثر الأهالي على جثة شاب``: nobody died in what was told before."""
    if f.classes != {"body"} or f.main.form not in VERB or old.event_type is EventType.OTHER:
        return False
    dead = old.tolls.get("killed")
    return dead is not None and dead.count.best == 0 and wordset("his-body").isdisjoint(scene.words[f.first : f.last])


def _found_on_a_day(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل لاجئ في المخيم. وكانت القوى قد عثرت في 29 تموز على جثة امرأة``: a body of another day, told as background."""
    if "body" not in f.classes or "body" in old.classes or f.time is None or not own_time(f) or f.line in old.lines:
        return False
    s = scene.lines[f.line].sentence
    was = scene.words[s.first].removeprefix("و") in wordset("was") and "قد" in scene.words[s.first + 1 : f.main.first + 1]
    return was and (old.time is None or not own_time(old) or old.time.start != f.time.start)


def _fell_later(scene: Scene, old: Frame, f: Frame) -> bool:
    """``اعتُقل خمسة في نينوى. والسبت قُتل جندي``: a sentence that opens with a day of its own tells no more of the arrests before it."""
    if old.event_type not in _HELD or f.line in old.lines or not f.classes <= OUTCOME or not own_time(f) or f.time is None:
        return False
    first = scene.lines[f.line].sentence.first
    return first <= f.time.first <= first + 1 and (old.time is None or not own_time(old) or old.time.start != f.time.start)


def _shelled_elsewhere(scene: Scene, old: Frame, f: Frame) -> bool:
    """``صدت هجوماً على الفاشر، بينما أفاد سكان بتجدد القصف على معسكر أبو شوك``: another place, from afar, in a telling of its own."""
    if "repel" not in old.classes or not f.classes & {"shell", "air"} or f.main.first < old.last:
        return False
    return own_place(f) is not None and old.place is not None and f.place != old.place


def _item_of_its_own(scene: Scene, old: Frame, f: Frame) -> bool:
    """Two items of a list, each of which names what was done and where: ``● قصف مدفعي طال الضهيرة`` and ``● … تستهدف موقع بركة ريشا``."""
    if not (scene.bullet(f.line) and scene.bullet(max(old.lines))) or is_definite(f) or "rise" in f.rules:
        return False
    if f.place is None:
        return f.classes - OUTCOME != set() and f.main.form in VERB
    return f.classes - OUTCOME != set() and place_relation(scene, old.place, f.place) == "different"


def _robbed_after(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل ثلاثة …، ثم نهب المهاجمون المحال``: those who hurt people go on to rob, told with a verb and a subject of its own."""
    if f.event_type is not EventType.LOOTING or f.classes & {"attack", "shoot", "storm"}:
        return False
    if own_place(f) is not None and old.place is None and f.line not in old.lines and "killed" in old.tolls:
        return True  # ``قُتل ثلاثة أمس. واتهم قسد بإحراق منازل في الشدادي``
    if f.main.form not in VERB:
        return False
    if old.family() != "attack" or not old.tolls.keys() & _HARM or "loot" in old.classes or "burn" in old.classes:
        return False
    near = scene.words[max(f.first, f.main.first - 2) : f.main.last + 2]
    return not wordset("those-who-did").isdisjoint(near)


def _answered(scene: Scene, old: Frame, f: Frame) -> bool:
    """``ردّت المدفعية على مصادر النيران``: guns that answer shell whoever fired before."""
    if f.event_type is not EventType.SHELLING or any(scene.entry(w).id == "answer-fire" for w in old.triggers):
        return False
    if any(scene.entry(w).id == "answer-fire" for w in f.triggers):
        return True
    by, before = f.perpetrator, old.perpetrator  # ``وردت قسد بالقصف على مواقع``
    replied = f.line not in old.lines and scene.words[scene.lines[f.line].sentence.first] in wordset("answers")
    return replied and by is not None and before is not None and by.name_en != before.name_en


def _of_anothers(old: Frame, f: Frame) -> bool:
    """``القصف الإسرائيلي`` behind the shelling by another: the noun says whose it was."""
    p, q = old.perpetrator, f.perpetrator
    if f.perpetrator_rule != "agent:noun" or f.event_type not in _FROM_AFAR or p is None or q is None:
        return False
    return p.name_en != q.name_en and p.category not in _NOBODY


def struck_back(old: Frame, f: Frame) -> bool:
    """``هاجم التنظيم نقطة للجيش. ولاحقاً قصفت قوات الجيش البادية``: those who were hit do something else, or it befalls the attackers."""
    if f.event_type not in _OF_THEIR_OWN or old.event_type in _TWO_SIDED or is_definite(f) or f.classes & {"repel", "neutralise"}:
        return False
    by, hit, before, struck = (a.name_en if a is not None else None for a in (f.perpetrator, f.target, old.perpetrator, old.target))
    if before in (None, "unknown gunmen") or struck is None or before == struck:
        return False
    if by is None:
        return f.event_type in _FROM_AFAR and hit == before
    return by not in (before, hit) and (by == struck or (hit == before and f.event_type in _FROM_AFAR))


def _in_turn(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قصفت القوات الأوكرانية مستودعاً. وردّت القوات الروسية بقصف خاركيف``: another party answers, be it said or not whom was hit before."""
    p, q = old.perpetrator, f.perpetrator
    if p is None or q is None or None in (p.name_en, q.name_en) or p.name_en == q.name_en or f.event_type not in _OF_THEIR_OWN:
        return False
    return scene.words[scene.lines[f.line].sentence.first] in wordset("answering") and "repel" not in f.classes


def _another_elsewhere(scene: Scene, old: Frame, f: Frame) -> bool:
    """``هاجم نقطة في بادية السخنة. وهاجمت نقطة أخرى في بادية القريتين``: another one, at a place of its own."""
    a, b = own_place(old), own_place(f)
    if a is None or b is None or scene.place(a).text == scene.place(b).text or f.main.form not in VERB:
        return False
    p, q = scene.place(a).ref, scene.place(b).ref
    if p is None or q is None or p.id == q.id or p.level in _AREAS or q.level in _AREAS:
        return False
    return says_another(scene, f)


def _in_another_place(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وفي ربيعة أحرق التنظيم …``: the sentence opens with another place."""
    first = scene.lines[f.line].sentence.first
    at = first + (scene.words[first] in wordset("as-for"))
    if old.place is None or f.place is None or scene.words[at] not in wordset("in-at-the-head") or is_definite(f):
        return False
    return scene.place(f.place).first in (at + 1, at + 2) and place_relation(scene, old.place, f.place) == "different"


def _found(old: Frame, f: Frame) -> bool:
    """A device found or made safe is not the one that went off."""
    if f.modality is not Modality.FOILED or old.modality is Modality.FOILED or is_definite(f):
        return False
    if not any(t.count.best or t.count.low for r, t in old.tolls.items() if r in _HARM):
        return False
    return ("find" in f.classes and own_place(f) is not None) or ("defuse" in f.classes and f.main.form in VERB)


def _means(f: Frame) -> set[str]:
    kinds = {_LIKE[g] for c in f.classes if (g := GROUP_OF.get(c)) in _LIKE}
    return kinds | ({"ground"} if f.classes & {"attack", "storm"} else set())


def _other_means(scene: Scene, old: Frame, f: Frame) -> bool:
    """Another means with another number of dead and a place of its own, or in a sentence that goes over to another time."""
    mine, theirs = _means(f), _means(old)
    if not mine or not theirs or mine & theirs or is_definite(f):
        return False
    x, y = old.tolls.get("killed"), f.tolls.get("killed")
    if own_place(f) is not None and old.place is None:
        return x is not None and y is not None and x.count.best != y.count.best
    first = scene.lines[f.line].sentence.first
    head = " ".join(scene.words[first : first + _HEAD])
    opens = any(head.startswith(p) for p in wordset("before-or-after-that"))
    return opens and bool(f.classes & (GENERIC | GROUP_OF.keys())) and (y is not None or f.main.form in VERB)


def _next_item(scene: Scene, f: Frame) -> bool:
    """``وفي بيان آخر أنهم استهدفوا ثكنة``: another statement of a party tells another deed."""
    first = scene.lines[f.line].sentence.first
    head = " ".join(scene.words[first : first + _HEAD])
    return own_place(f) is not None and any(p in head for p in wordset("another-statement"))
