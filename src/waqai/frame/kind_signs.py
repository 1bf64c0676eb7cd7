"""Signs in the words of a frame that tell one type of event from another: a device, a post, gunmen on foot, one person."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, prep_of
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.normalise import readings
from waqai.resources.wordsets import wordset

_AIMED = wordset("against") | {""}
PLANTED = frozenset(("ied", "mine", "remnant"))
TAKEN = frozenset(("kidnap", "detain-raid", "led-off", "taken-away"))
_IN_POSTS = frozenset(("state_force", "armed_group", "militia", "international", "police"))
_BLASTS = frozenset(("explode", "destroy", "result", "burn"))
_THING = 4  # tokens from the verb to the aircraft
_LED = TAKEN | {"take-from-home"}
_MEANS_GROUP = {
    "clash": "ground", "shoot": "ground", "attack": "ground", "storm": "ground", "assassinate": "ground", "explode": "device",
    "device": "device", "suicide": "device", "vbied": "device", "shell": "fire", "air": "air", "airmeans": "air",
}  # fmt: skip


def in_jail(scene: Scene, f: Frame) -> bool:
    """``استشهاد المعتقل فلان في سجن مجدو``: a captive dies where he is held."""
    free = wordset("captives").isdisjoint(scene.words[f.main.last : f.main.last + 3])
    return not free and ("kill" in f.classes or words(scene, f, "jails"))


def in_its_place(scene: Scene, f: Frame) -> EventType | None:
    """``أحبطت الشرطة تفجير عبوة مزروعة أسفل سيارة``: what was stopped had been put there, no mere plan; the type of the device."""
    if not any(scene.cls(w) == "explode" and w.form == "masdar" for w in f.triggers):
        return None
    if wordset("device-in-place").isdisjoint(scene.words[f.first : f.last]):
        return None
    kinds = {scene.entry(w).device for w in scene.lines[f.line].weapons if f.first <= w.first < f.last}
    if "vbied" in kinds or "vbied" in f.classes:
        return EventType.VEHICLE_BOMB
    return EventType.IED if "ied" in kinds or "device" in f.classes else None


def before_it_was_done(scene: Scene, f: Frame) -> bool:
    """``إحباط هجوم على كنيسة قبل تنفيذه``."""
    return any(f.first <= c.first < f.last and c.text.startswith("قبل") for c in scene.lines[f.line].of("foilcue"))


def wrecked(scene: Scene, f: Frame) -> bool:
    """``فجّروا برجين من خط الطاقة``, ``تفجير منزل أحد الوجهاء``: a building blown up by somebody, and nobody hurt, is property destroyed."""
    if f.perpetrator is None or f.aggregate or not f.classes <= _BLASTS or not {"killed", "injured"}.isdisjoint(f.tolls):
        return False
    p, near = f.perpetrator, scene.lines[f.line].actors
    if any(a.category in _IN_POSTS and a.name_en not in (None, p.name_en) and a.first > p.first for a in near if a.first >= f.first):
        return False  # ``فجّروا منزلاً لدى دخول قوة إسرائيلية إليه``
    blasts = (w for w in f.triggers if scene.entry(w).id in ("detonate", "blow-up-structure"))
    return any(not wordset("blown-up").isdisjoint(scene.words[w.first : w.last + _THING]) for w in blasts)


def overran(scene: Scene, f: Frame) -> bool:
    """``اجتاحوا معسكراً``: a post is overrun; no other word says that ground was taken."""
    over = {w.first for w in f.triggers if scene.entry(w).id == "overrun"}
    return bool(over) and all(w.first in over for w in f.triggers if scene.cls(w) == "seize")


def answered(scene: Scene, f: Frame) -> bool:
    """``ردّت المدفعية على مصادر النيران``: guns that answer shell; nobody is met on the ground."""
    return scene.entry(f.main).id == "answer-fire" and any(
        0 < f.main.first - w.first <= 6 and scene.entry(w).weapon in ("artillery", "mortar") for w in scene.lines[f.line].weapons
    )


def others_aircraft(scene: Scene, f: Frame) -> bool:
    """One aircraft of a foreign army is brought down, no drone sent to blow up."""
    for w in f.triggers:
        if scene.cls(w) != "shootdown":
            continue
        thing = range(w.last, min(f.last, w.last + _THING))
        one = any(scene.words[i] in wordset("one-aircraft") for i in thing)
        if one and wordset("sent-to-blow-up").isdisjoint(scene.words[w.last : min(f.last, w.last + 2 * _THING)]):
            return any(
                a.first in thing and ("object", "aircraft") in a.attrs and a.category in ("state_force", "international")
                for a in scene.lines[f.line].actors
            )
    return False


def under_fire(scene: Scene, f: Frame) -> bool:
    """A raid told of first, then that those who made it were fired at."""
    if not {"raid", "under"} <= f.classes or "air" in f.classes:
        return False
    raid = min(w.first for w in f.triggers if scene.cls(w) == "raid")
    return any(scene.cls(w) == "under" and raid < w.first for w in f.triggers)


def captives(scene: Scene, f: Frame) -> bool:
    """``قتلوا خمسين جندياً وأسروا اثنين``: captives of a fight are its outcome, not an arrest."""
    held = [w for w in f.triggers if scene.cls(w) in ("arrest", "seize-persons")]
    fought = f.classes & {"kill", "attack", "clash", "storm", "op", "target", "destroy"}
    return bool(held and fought) and all(scene.entry(w).id in ("capture", "fall-captive") for w in held)


def by_device(scene: Scene, f: Frame) -> bool:
    """``بشظايا مقذوف``, ``حولت عبوة سيارته إلى حطام``: the device harms; it is not what somebody carried or laid."""
    causes = wordset("device-cause")
    for w in scene.lines[f.line].weapons:
        if f.first <= w.first < f.last and scene.entry(w).device in PLANTED:
            before = scene.words[w.first - 1] if w.first > f.first else ""
            if before == "علي" and w.first > f.first + 1:
                before = scene.words[w.first - 2]  # ``داس على جسم متفجر``
            if w.prefix.endswith("ب") or before in causes or scene.words[w.last] in causes:
                return True
    return False


def near_place(scene: Scene, f: Frame) -> bool:
    """``دخول حي الكريم بعد معارك``: a place is the object of the entering."""
    w = next(x for x in f.triggers if scene.cls(x) == "enter")
    if scene.words[w.last - 1].endswith(("ها", "وه", "ته")):  # ``خرج الجيش من البلدة فدخلتها القوات``
        return any(f.first <= scene.place(i).first < w.first for i in scene.lines[scene.owner[w.first]].places)
    return any(0 <= scene.place(i).first - w.last <= 6 for i in scene.lines[scene.owner[w.first]].places)


def words(scene: Scene, f: Frame, name: str) -> bool:
    """A word of the named set stands in the frame's words."""
    known = wordset(name)
    return any(any(r in known for _, r in readings(w)) for w in scene.words[f.first : f.last])


def left_before(scene: Scene, f: Frame) -> bool:
    """``دخلت القوات البلدة بعد انسحاب خصومها``, ``انسحب التنظيم من البلدة ودخلتها القوات``: others left the place they enter."""
    ln, w = scene.lines[f.line], scene.words
    left, after = wordset("leaving"), wordset("leaves-behind")
    if any(w[j] in after and w[j + 1] in left for j in range(f.main.last, ln.sentence.last - 1)):
        return True
    if not w[f.main.first].endswith(("ها", "ه")) or not any(a.first == f.main.last for a in ln.actors):
        return False
    return any(w[j] in left and any(a.first == j + 1 for a in ln.actors) for j in range(ln.sentence.first, f.main.first))


def driven_in(scene: Scene, f: Frame) -> bool:
    """The car was driven into its target: ``اندفعت``, ``يقودها``, ``فجّر سائق الشاحنة نفسه``; a driver may also be among the dead."""
    if words(scene, f, "driven-in"):
        return True
    if words(scene, f, "drivers") and "نفسه" in scene.words[f.first : f.last]:
        return True
    theirs = (i for i in range(f.first + 1, f.last) if scene.words[i] in wordset("its-driver"))
    return any(scene.words[i - 1].lstrip("ب") not in wordset("befalls") for i in theirs)  # ``فجّرها سائقها``; not ``مقتل سائقها``


def near(scene: Scene, f: Frame, values: tuple[str, ...]) -> bool:
    """A weapon of these kinds stands within six words of the naming trigger, or is that trigger."""
    ln = scene.lines[f.line]
    if scene.entry(f.main).weapon in values:
        return True
    return any(scene.entry(w).weapon in values and -6 <= w.first - f.main.last <= 6 and f.first <= w.first < f.last for w in ln.weapons)


def mixed(scene: Scene, f: Frame) -> bool:
    """``قصف واشتباكات وانفجارات``: a total by several means is a total of attacks."""
    named = [w for w in f.triggers if scene.cls(w) in _MEANS_GROUP]
    joined = any(w.prefix.startswith("و") and w.form == "masdar" for w in named)
    groups = {_MEANS_GROUP[scene.cls(w)] for w in named}
    return joined and len(groups) > 1 and groups != {"fire", "air"}


def dropped(scene: Scene, f: Frame) -> bool:
    """``ألقت حوامة لغمين``: what blows up fell from the air."""
    return "airmeans" in f.classes and any(scene.entry(w).id == "drop-bomb" for w in f.triggers)


def traces(scene: Scene, f: Frame) -> bool:
    """``جثة عليها آثار أعيرة نارية``, ``مصاباً بطلق ناري في الرأس``: shots a body bears the marks of; nobody is told to have fired them."""
    if f.classes & {"attack", "target", "kill", "assassinate"}:
        return False
    return all(w.form == "phrase" for w in f.triggers if scene.cls(w) == "shoot")


def led_off(scene: Scene, f: Frame) -> bool:
    """Somebody is only led or taken away; no word says arrested, held or charged."""
    held = [w for w in f.triggers if scene.cls(w) in ("arrest", "seize-persons")]
    return bool(held) and all(scene.entry(w).id in _LED for w in held)


def led_and_shot(scene: Scene, f: Frame) -> bool:
    """``اقتادوهم إلى أطراف القرية وأطلقوا عليهم النار``: led away, then killed."""
    led = [w.first for w in f.triggers if scene.entry(w).id == "detain-raid"]
    if not led:
        return False
    shots = (w for w in f.triggers if scene.cls(w) == "shoot" and w.form == "past" and w.first > led[0])
    at_them = any(not wordset("at-them").isdisjoint(scene.words[w.last : w.last + 3]) for w in shots)
    return "kill" in f.classes or at_them


def on_foot(scene: Scene, f: Frame) -> bool:
    """``أغارت مجموعة من التنظيم على ثكنة``: the verb alone speaks of the air, and who acts has no aircraft."""
    if f.perpetrator is None or f.perpetrator.category not in ("armed_group", "tribe", "unknown"):
        return False
    by_them = f.perpetrator.last  # ``شنّ مسلحو الجماعة غارة على القرية``
    ground = {
        w.first
        for w in f.triggers
        if scene.entry(w).id == "airstrike"
        and 0 <= w.first - by_them <= 2
        and w.prefix != "ب"
        and wordset("that").isdisjoint(scene.words[by_them : w.first])
        and scene.words[w.first - 1] not in wordset("prepositions")  # ``تحييد عناصر من الحزب في غارات``
        and wordset("from-the-air").isdisjoint(scene.words[w.last : w.last + 2])
    }
    if any(scene.cls(w) in ("air", "airmeans") and scene.entry(w).id != "raid-air" and w.first not in ground for w in f.triggers):
        return False
    if ground:
        return not any(f.first <= w.first < f.last and scene.entry(w).weapon == "drone" for w in scene.lines[f.line].weapons)
    found = any(f.first <= w.first < f.last and scene.entry(w).weapon in ("airstrike", "drone") for w in scene.lines[f.line].weapons)
    return not found and any(scene.entry(w).id == "raid-air" for w in f.triggers)


def few(f: Frame, most: int) -> bool:
    """No more than ``most`` persons are hit, and their number is told."""
    told = [t.count.best for r in ("killed", "injured") if (t := f.tolls.get(r)) is not None and t.count.best is not None]
    return bool(told) and 0 < sum(told) <= most


def private(f: Frame, at_home: bool = False) -> bool:
    """Victim and killer fit a killing of particular persons: civilians or somebody unnamed (``at_home``: in a house), by gunmen."""
    kinds = ("civilians", "officials", "unspecified", "property" if at_home else "")
    victim = f.target is None or f.target.category in kinds
    return victim and (f.perpetrator is None or f.perpetrator.category not in ("state_force", "ministry", "international"))


def at_post(scene: Scene, f: Frame) -> bool:
    """A post, a patrol or a vehicle of the target's side is fired at, though its men are named after it (``على حاجز للجيش فأصيب جندي``)."""
    if f.target is None:
        return any(_fired_at(scene, f, i) for i in range(f.first + 1, f.last))
    if f.target.category in ("civilians", "officials", "unknown", "crime"):
        return False
    if ("object", "homes") in f.target.attrs:
        return False  # ``أمام منزله``: no post
    if fired_at_post(scene, f):
        return True
    near = (a for a in scene.lines[f.line].actors if f.first <= a.first < f.last and a.name_en == f.target.name_en)
    return is_object(f.target) or any(is_object(a) and prep_of(scene, a) in _AIMED for a in near)


def fired_at_post(scene: Scene, f: Frame) -> bool:
    """The words of the shots or of the attack name a post, a patrol or a military vehicle of a party that has such."""
    party = f.target is not None and f.target.category in _IN_POSTS
    return party and any(_fired_at(scene, f, i) for i in range(f.first + 1, f.last))


def _fired_at(scene: Scene, f: Frame, i: int) -> bool:
    """``على حاجز``, ``استهدفوا نقطة``, ``باستهداف سيارة عسكرية``: a post or a military vehicle is what token ``i`` names."""
    w = scene.words[i]
    if w not in wordset("posts") and not (w in wordset("vehicles") and scene.words[i + 1].startswith("عسكري")):
        return False
    return scene.words[i - 1] == "علي" or any(x.last == i and scene.cls(x) in ("attack", "target", "storm", "shoot") for x in f.triggers)
