"""Frames of different sentences that tell one happening are brought together.

A later frame joins an earlier one when nothing they state contradicts: the same family of events, places one inside the other or
one of them silent, dates that meet, actors that agree, tolls that can both hold. A definite event noun without anything new
(``الهجوم``, ``الانفجار``) always goes back to the nearest event of its kind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from waqai.frame.both_sides import sides_apart
from waqai.frame.clauses import begins_another
from waqai.frame.counts import add_counts
from waqai.frame.frames import Frame, Toll
from waqai.frame.massacre import meet, stays_attack
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, PlaceLevel, PlaceMention, WordMention
from waqai.resources.wordsets import wordset

_BROAD = frozenset((PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.SUBREGION))
_SETTLED = frozenset((PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.DISTRICT))
_UNDER_DISTRICT = frozenset((PlaceLevel.SUBREGION, PlaceLevel.VILLAGE, PlaceLevel.TOWN))
_NO_FINER = (EventType.ATTACK, EventType.ARMED_CLASH, EventType.OTHER)
_BOMBS = frozenset((EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING))
_ATTEMPT = frozenset((EventType.ASSASSINATION, EventType.IED))
_AMBUSH = frozenset(("ambush", "set-ambush", "fall-into-ambush"))
_GENERIC_TYPES = frozenset((EventType.ATTACK,))
_OUTCOMES = frozenset(("kill", "die", "injure", "result", "neutralise", "target", "affect", "attack", "body"))
_NEAR_FAMILIES = frozenset(
    pair
    for p in (
        ("attack", "explosive"), ("attack", "remote"), ("attack", "execution"), ("attack", "detain"), ("remote", "explosive"),
        ("attack", "property"), ("attack", "plot"), ("explosive", "plot"), ("abduct", "execution"),
        ("detain", "plot"), ("attack", "other"), ("execution", "other"), ("attack", "territory"),
    )
    for pair in (p, p[::-1])
)  # fmt: skip
Compatible = Callable[[ActorMention, ActorMention], bool]


def families_meet(a: Frame, b: Frame) -> bool:
    """The two event types can name one happening; a generic attack meets anything that harms."""
    fa, fb = a.family(), b.family()
    if ("neutralise" in a.classes) != ("neutralise" in b.classes) and {fa, fb} & {"remote", "explosive"}:
        return False  # whom a force neutralised elsewhere was not shelled
    if fa == fb:
        if fa == "remote" and a.event_type != b.event_type:  # shells and an air raid
            return not (a.weapon_value and b.weapon_value and a.weapon_value != b.weapon_value)
        return True
    if (fa, fb) not in _NEAR_FAMILIES:
        return "execution" in (fa, fb) and meet(a, b)
    if {a.event_type, b.event_type} == _ATTEMPT and _its_blast(a, b):
        return True
    return a.event_type in _GENERIC_TYPES or b.event_type in _GENERIC_TYPES or only_outcome(a) or only_outcome(b)


def _its_blast(a: Frame, b: Frame) -> bool:
    """``محاولة اغتيال بعبوة ناسفة … وأسفر الانفجار عن مقتل اثنين من حراسه``: the bomb meant for one man, and its blast told again."""
    meant, blast = (a, b) if a.event_type is EventType.ASSASSINATION else (b, a)
    return meant.weapon_value in ("ied", "vbied") and blast.definite


def only_outcome(f: Frame) -> bool:
    """Nothing but what became of people, and the plainest words for an attack."""
    return f.classes <= _OUTCOMES


def place_relation(scene: Scene, a: int | None, b: int | None) -> str:
    """``same``, ``inside`` (one holds the other), ``open`` (one is silent) or ``different``."""
    if a is None or b is None:
        return "open"
    if a == b:
        return "same"
    p, q = scene.place(a), scene.place(b)
    if p.ref is None or q.ref is None:
        return "same" if p.text == q.text else "different"
    if p.ref.id is not None and p.ref.id == q.ref.id:
        return "same"
    if p.ref.name_ar == q.ref.name_ar:
        return "same"
    if p.container == b or q.container == a or _held_by(scene, p, q) or _held_by(scene, q, p):
        return "inside"
    for x, y in ((p.ref, q.ref), (q.ref, p.ref)):
        if x.level == PlaceLevel.COUNTRY and (x.country == y.country or y.country is None):
            return "inside"
        if x.level == PlaceLevel.GOVERNORATE and x.admin1 is not None and x.admin1 == y.admin1:
            return "inside"
        if x.level == PlaceLevel.SUBREGION and (x.admin1 is None or x.admin1 == y.admin1):
            return "inside"
        if x.level == PlaceLevel.DISTRICT and x.admin2 is not None and x.admin2 == y.admin2:
            return "inside"
        if x.level == PlaceLevel.DISTRICT and y.level in _UNDER_DISTRICT and y.admin2 is None and x.admin1 == y.admin1:
            return "inside"  # "قضاء العمادية", "جبل متين"
        if y.level == PlaceLevel.SITE and y.id is None and x.level in _SETTLED and y.admin1 in (None, x.admin1) and y.lat is None:
            return "inside"  # "جرمانا", "ساحة السيوف": a street or square no table knows
        if x.level == PlaceLevel.CITY and y.level == PlaceLevel.SITE and x.admin1 == y.admin1:
            near = x.lat is not None and y.lat is not None and x.lon is not None and y.lon is not None
            if not near or (abs((x.lat or 0) - (y.lat or 0)) < 0.15 and abs((x.lon or 0) - (y.lon or 0)) < 0.15):
                return "inside"
    return "different"


def _held_by(scene: Scene, m: PlaceMention, o: PlaceMention) -> bool:
    """``حي الهامة ببلدة الطيبة`` and, further on, ``البلدة``."""
    holder = scene.place(m.container).ref if m.container is not None and m.relation != "anaphor" else None
    return holder is not None and o.ref is not None and holder.id is not None and holder.id == o.ref.id


def _same_admin(scene: Scene, a: int | None, b: int | None) -> bool:
    """Both places lie in one governorate, or that of one is not known."""
    if a is None or b is None:
        return True
    p, q = scene.place(a).ref, scene.place(b).ref
    return p is None or q is None or p.admin1 is None or q.admin1 is None or p.admin1 == q.admin1


def dates_meet(a: Frame, b: Frame) -> str:
    """``same``, ``open`` (one is silent) or ``different``."""
    if a.time is None or b.time is None:
        return "open"
    if a.time.start is None or b.time.start is None:
        return "same" if a.time.text == b.time.text or a.time.deictic == b.time.deictic else "different"
    ae, be = a.time.end or a.time.start, b.time.end or b.time.start
    return "same" if a.time.start <= be and b.time.start <= ae else "different"


def tolls_meet(a: Frame, b: Frame) -> str:
    """``same``, ``open`` or ``different`` over the roles both state."""
    verdict = "open"
    if not a.tolls or not b.tolls:
        return verdict
    for role in ("killed", "injured", "captured"):
        x, y = a.tolls.get(role), b.tolls.get(role)
        if x is None or y is None:
            continue
        if x.count.best is None or y.count.best is None:
            continue
        if x.count.best == y.count.best:
            verdict = "same" if verdict != "different" else verdict
        else:
            return "different"
    return verdict


def _actors_clash(a: ActorMention | None, b: ActorMention | None) -> bool:
    if a is None or b is None or a.name_en is None or b.name_en is None:
        return False
    if a.name_en in _WHOEVER or b.name_en in _WHOEVER:
        return False
    return a.name_en != b.name_en


def _caught_for_it(a: Frame, b: Frame) -> bool:
    """``قتل مسلحون مختاراً. وألقت الشرطة القبض على اثنين``: who is held by one party for what another did is an event of its own."""
    held, done = (a, b) if a.event_type is EventType.ARREST else (b, a)
    if held.event_type is not EventType.ARREST or done.event_type is EventType.ARREST or done.family() == "detain":
        return False
    p, q = held.perpetrator, done.perpetrator
    return p is not None and q is not None and p.category in _STATE and q.category in _AT_LARGE and "captured" in held.tolls


_WHOEVER = frozenset(("unknown gunmen", "militants"))  # ``إرهابي فجّر نفسه … الهجوم الذي نفّذه التنظيم``
_STATE = frozenset(("state_force", "ministry"))
_AT_LARGE = frozenset(("armed_group", "militia", "unknown", "crime", "tribe"))
_ANOTHER = wordset("another")
_VICTIMS = frozenset(("kill", "die", "injure"))
_BESIDE = 6  # tokens between the word for the dead and that for the wounded
_SEPARATE = wordset("separate-words")


def says_another(scene: Scene, f: Frame) -> bool:
    """The words say it is another one: ``هجوم آخر``, ``في حادث منفصل``, ``بهجوم مماثل``."""
    for w in f.triggers:
        for j in range(w.last, min(w.last + 3, f.last)):
            if scene.words[j] in _ANOTHER and not (_beside_the_dead(scene, f, j) or _ranked(scene, j)):
                return True
    ln = scene.lines[f.line]
    if f.first > ln.sentence.first and begins_another(scene, ln, f.first):
        return True
    return any(
        not _SEPARATE.isdisjoint(scene.words[c.first : c.last]) and f.first - 2 <= c.first <= f.main.first
        for c in ln.of("sep")
    )  # fmt: skip


def _beside_the_dead(scene: Scene, f: Frame, j: int) -> bool:
    """``مقتل جندي وإصابة آخر``: another person beside the one counted right before, no other event."""
    if scene.words[j].startswith("ال"):
        return False
    told = [x for x in f.triggers if x.first < j and scene.cls(x) in _VICTIMS]
    last = max(told, key=_start, default=None)
    if last is None or last.last != j:
        return False
    return any(0 < last.first - x.last <= _BESIDE and scene.cls(x) != scene.cls(last) for x in told)


def _start(w: WordMention) -> int:
    return w.first


def _ranked(scene: Scene, j: int) -> bool:
    """``الهجوم الذي يعتبر الثاني``, ``وهو الثاني خلال أسبوع``: which one it is in a row, told of the event itself."""
    return scene.words[j].startswith("ال") and scene.words[j - 1] in wordset("it-is")


def is_definite(f: Frame) -> bool:
    """The naming trigger is a definite noun or carries a pronoun: it goes back to something told."""
    return f.main.form == "masdar" and has_article(f.main)


def has_article(w: WordMention) -> bool:
    """``الانفجار``, also where the lexicon lists the noun with its article."""
    return w.prefix.endswith("ال") or (w.text.startswith("ال") and not w.text.startswith(("القاء", "القبض")))


def same_event(scene: Scene, old: Frame, new: Frame, another: bool) -> float:
    """Score that ``new`` tells what ``old`` tells; positive means yes. ``another`` is what ``says_another`` says of ``new``."""
    if old.aggregate != new.aggregate:
        return -9
    if old.many != new.many or not families_meet(old, new) or _caught_for_it(old, new) or _meanwhile(scene, old, new):
        return -9
    s = 0.0
    place = place_relation(scene, old.place, new.place)
    dates = dates_meet(old, new)
    tolls = tolls_meet(old, new)
    if place == "different":
        s -= 1.0 if is_definite(new) and new.time is None and _same_admin(scene, old.place, new.place) else 3
    elif place == "same":
        s += 1.6
    elif place == "inside":
        s += 0.9
    if dates == "different":
        s -= 3
    elif dates == "same":
        s += 0.6
    if tolls == "different":
        s -= 1.4
    elif tolls == "same":
        s += 1.6
    if _actors_clash(old.perpetrator, new.perpetrator):
        s -= 1.5
    elif old.perpetrator is not None and new.perpetrator is not None:
        s += 0.4
    if _actors_clash(old.target, new.target):
        s -= 0.6
    elif old.target is not None and new.target is not None:
        s += 0.4
    if old.event_type == new.event_type:
        s += 0.5
    if is_definite(new):
        s += 1.2
    if another:
        s -= 3
    gap = scene.lines[new.line].sentence.paragraph - scene.lines[max(old.lines)].sentence.paragraph
    s -= 0.15 * max(0, gap - 1)
    if old.block in ("title", "heading") and place != "different" and dates != "different":
        s += 0.8
    if new.place is None and new.time is None:
        s += 0.6 if tolls != "different" else 0.2
    return s


def _meanwhile(scene: Scene, old: Frame, new: Frame) -> bool:
    """``قُتل عنصر في هجوم، في وقت تواصل فيه القوات حملة الاعتقالات``: deeds of another kind that go on beside it."""
    if old.family() == new.family() or new.first == scene.lines[new.line].sentence.first or scene.cls(new.main) in _VICTIMS:
        return False
    at = new.first + (scene.words[new.first] == "في")
    return scene.words[at] in wordset("going-on-beside")


def own_place(f: Frame) -> int | None:
    """The place the frame's own clause names; ``None`` when it took one over."""
    return f.place if f.place_rule.startswith(("place:own", "place:list")) else None


def own_time(f: Frame) -> bool:
    """The frame's own clause is dated."""
    return f.time is not None and not f.time_rule.startswith(("time:of-", "time:list"))


def absorb(scene: Scene, old: Frame, new: Frame) -> None:
    """Bring ``new`` into ``old``: finer place, stated date, exact toll, named actor; the body names the event, not the headline."""
    if old.block in ("title", "heading") and new.block not in ("title", "heading"):
        old.main, old.block = new.main, new.block
        for role in ("perpetrator", "target"):
            if getattr(new, role) is not None:
                setattr(old, role, getattr(new, role))
                setattr(old, f"{role}_rule", getattr(new, f"{role}_rule"))
        if new.event_type != EventType.ATTACK or only_outcome(old):
            old.event_type = new.event_type
        elif old.event_type is EventType.ARREST and "killed" in new.tolls and "captured" not in new.tolls:
            old.event_type = new.event_type  # "القضاء على اثنين وتوقيف 19": those held are told by themselves
            old.tolls.pop("captured", None)
    elif (
        only_outcome(old)
        and not only_outcome(new)
        and not (_slain(old, new) or stays_attack(old, new) or _searched_after(old, new) or _fought_in_it(old, new))
    ):
        if not _ambushed(scene, old, new):
            old.event_type, old.main = new.event_type, new.main
    elif old.event_type == EventType.IED and new.event_type in _BOMBS and "rise" in old.rules and old.classes <= _OUTCOMES | {"explode"}:
        old.event_type, old.main = new.event_type, new.main  # "ارتفاع ضحايا التفجير", then what blew up
    elif (old.event_type == EventType.EXECUTION and meet(old, new)) or (
        old.event_type == EventType.ATTACK
        and new.event_type not in _NO_FINER
        and not stays_attack(old, new)
        and not _searched_after(old, new)
        and not _ambushed(scene, old, new)
        and not _slain(old, new)
        and not _fought_in_it(old, new)
    ):
        old.event_type = new.event_type
    elif old.event_type is EventType.SHELLING and new.event_type is EventType.AIRSTRIKE and old.weapon_value is None and not old.aggregate:
        old.event_type = new.event_type  # "قُتل ستة في قصف على منزل. وقال شهود إن طائرة حربية استهدفت المنزل"
    if old.weapon_value is None:
        old.weapon_value, old.weapon = new.weapon_value, new.weapon
    if old.place is None:
        old.place, old.place_rule = new.place, new.place_rule
    elif new.place is not None and place_relation(scene, old.place, new.place) == "inside":
        a, b = scene.place(old.place), scene.place(new.place)
        if a.ref is not None and b.ref is not None and _grain(b.ref.level) > _grain(a.ref.level):
            old.place, old.place_rule = new.place, new.place_rule
    if old.time is None or (old.time.start is None and new.time is not None and new.time.start is not None):
        old.time, old.time_rule = (new.time, new.time_rule) if new.time is not None else (old.time, old.time_rule)
    if new.perpetrator is not None and (old.perpetrator is None or old.perpetrator.name_en in _WHOEVER):
        old.perpetrator, old.perpetrator_rule = new.perpetrator, new.perpetrator_rule
    if old.target is None:
        old.target, old.target_rule = new.target, new.target_rule
    for role, t in new.tolls.items():
        have = old.tolls.get(role)
        if have is not None and scene.words[new.first] in wordset("and-also") and new.line == old.lines[-1] and _another(have, t):
            old.tolls[role] = replace(have, count=add_counts(have.count, t.count))  # "اعتقلت شابين، كما أوقف شقيقهما"
        elif have is not None and ("both-lost" in new.rules or (new.line == old.lines[-1] and sides_apart(have, t))):
            old.tolls[role] = replace(have, count=add_counts(have.count, t.count))
        elif have is not None and have.rule == "toll:none" and have.count.text in wordset("escaped") and t.count.low:
            old.tolls[role] = t  # "نجا القائد من محاولة اغتيال … وأسفر الانفجار عن مقتل اثنين من حراسه"
        elif have is None or (have.count.best is None and have.count.high is None) or (t.count.best is not None and "rise" in new.rules):
            old.tolls[role] = t
    old.triggers = [*old.triggers, *new.triggers]
    old.classes |= new.classes
    old.lines.append(new.line)
    old.parts.extend(new.parts)
    old.no_harm = old.no_harm or new.no_harm


def _another(a: Toll, b: Toll) -> bool:
    """Both are counted in whole persons, and the second is no repeat of the first."""
    return a.count.best is not None and b.count.best is not None and b.count.best < a.count.best + 2 and not b.rule.endswith(":risen")


def _fought_in_it(old: Frame, new: Frame) -> bool:
    """``هجوم شنه التنظيم على حاجز. … واستمرت الاشتباكات ساعة``: the fighting with its article is how the attack went on."""
    launched = "attack" in old.classes and "clash" not in old.classes
    return launched and new.event_type is EventType.ARMED_CLASH and has_article(new.main)


def _ambushed(scene: Scene, old: Frame, new: Frame) -> bool:
    """A shell fired in an ambush leaves it an attack."""
    return new.event_type == EventType.SHELLING and any(scene.entry(w).id in _AMBUSH for w in old.triggers)


def _searched_after(old: Frame, new: Frame) -> bool:
    """``قُتل جنود في هجوم لبوكو حرام. وباشر الجيش حملة تفتيش``: the search by those who were attacked leaves it an attack."""
    p, q = old.perpetrator, new.perpetrator
    if new.event_type is not EventType.RAID or "killed" not in old.tolls or not old.classes & {"attack", "storm", "shoot"}:
        return False
    return p is not None and q is not None and p.name_en != q.name_en


def _slain(old: Frame, new: Frame) -> bool:
    """``قتلوا راعيين وسلبوا قطيعهما``: the dead of a robbery are an attack (codebook 10)."""
    dead = old.tolls.get("killed")
    return new.event_type is EventType.LOOTING and dead is not None and bool(dead.count.best)


def finer(scene: Scene, a: int | None, b: int | None) -> bool:
    """Whether place ``a`` is of a smaller kind than place ``b``; two places of one size, or an unknown one, are not."""
    p, q = (scene.place(x).ref if x is not None else None for x in (a, b))
    return p is not None and q is not None and _grain(p.level) > _grain(q.level)


def _grain(level: PlaceLevel) -> int:
    order = [PlaceLevel.NONE, PlaceLevel.COUNTRY, PlaceLevel.SUBREGION, PlaceLevel.GOVERNORATE, PlaceLevel.DISTRICT, PlaceLevel.CITY,
             PlaceLevel.TOWN, PlaceLevel.VILLAGE, PlaceLevel.SITE]  # fmt: skip
    return order.index(level)
