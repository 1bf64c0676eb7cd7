"""Which event type the words of a frame make together (codebook section 3)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, prep_of
from waqai.frame.scene import Scene
from waqai.model import EventType, WordMention
from waqai.normalise import readings
from waqai.resources.wordsets import wordset

_AIMED = wordset("against") | {""}
_SUICIDE_WORDS = ("suicide",)


_TAKEN = frozenset(("kidnap", "detain-raid", "led-off", "taken-away"))
_HURT = frozenset(("kill", "die", "injure", "result", "destroy", "affect"))
_PLANTED = frozenset(("ied", "mine", "remnant"))
_LED = _TAKEN | {"take-from-home"}
_GUNMEN = frozenset(("unknown", "crime"))
_GROUND = frozenset(("ambush", "besiege-post"))
_DONE = frozenset(
    ("kill", "die", "injure", "arrest", "seize-persons", "clash", "storm", "attack", "shoot", "air", "airmeans", "shell", "explode")
)  # fmt: skip


def weapon_of(scene: Scene, f: Frame) -> tuple[WordMention | None, str | None, set[str]]:
    """The means named in the frame: mention, codebook value and device kinds present."""
    ln = scene.lines[f.line]
    named = [(p.first, p.last) for i in ln.places if (p := scene.place(i)).last - p.first > 1]
    covers = [c.last for c in ln.of("support")]
    found = [
        w
        for w in ln.weapons
        if f.first <= w.first < f.last and not any(a < w.first < b for a, b in named) and not any(0 <= w.first - c <= 3 for c in covers)
    ]
    values = [(w, scene.entry(w).weapon) for w in found]
    devices = {d for w in found if (d := scene.entry(w).device)}
    trig = {scene.entry(w).weapon for w in f.triggers} - {None}
    distinct = {v for _, v in values if v} | {v for v in trig if v}
    if "drone" in distinct:
        distinct -= {"airstrike", "rocket", "unspecified", "vbied", "ied"}
    if "vbied" in distinct:
        distinct -= {"ied", "unspecified"}
    if "mortar" in distinct:
        distinct -= {"artillery", "rocket"}
    if "airstrike" in distinct:
        distinct -= {"rocket", "unspecified", "small_arms"}
    if "suicide_vest" in distinct:
        distinct -= {"ied", "unspecified"}
    if "mine" in distinct:
        distinct -= {"ied"}
    if distinct == {"artillery", "rocket"} and not any(scene.entry(w).weapon == "artillery" for w in f.triggers):
        distinct = {"rocket"} if all(_tank(scene, w) for w, v in values if v == "artillery") else distinct
    if len(distinct) != 1:
        return None, None, devices
    value = distinct.pop()
    mention = next((w for w, v in values if v == value), None)
    if mention is None:
        mention = next((w for w in f.triggers if scene.entry(w).weapon == value), None)
    return mention, value, devices


def _tank(scene: Scene, w: WordMention) -> bool:
    """A tank that is hit, not one that fires (``دبابة … بصاروخ موجّه``)."""
    return not w.prefix.endswith("ب") and any(r in wordset("tanks") for _, r in readings(scene.words[w.first]))


def decide(scene: Scene, f: Frame) -> None:
    """Set event type and weapon from classes, devices and weapons."""
    mention, value, devices = weapon_of(scene, f)
    c = f.classes
    t: EventType
    explosive = bool(c & {"explode", "device", "vbied", "suicide"})
    if "foil" in c:
        # a foiled attempt keeps the type of what was foiled when it was under way
        t = EventType.FOILED_PLOT
        if "suicide" in c and "killed" in f.tolls:
            t = EventType.SUICIDE_BOMBING  # killed before he could blow himself up
        elif c & {"attack", "storm", "repel", "incursion", "clash"} and not explosive and not _before_it_was_done(scene, f):
            t = EventType.ATTACK
    elif "defuse" in c and devices and not ("explode" in c and f.tolls):
        t = EventType.VEHICLE_BOMB if "vbied" in devices else EventType.IED
    elif "grave" in c:
        t = EventType.OTHER
    elif "suicide" in c or ("suicide" in devices and explosive):
        t = EventType.SUICIDE_BOMBING
    elif "assassinate" in c and explosive and "vbied" not in c:
        t = EventType.ASSASSINATION  # "اغتيل عقيد بانفجار عبوة لاصقة"
    elif value == "drone" and (explosive or c & {"airmeans", "air", "attack", "target", "kill", "shell"}):
        t = EventType.AIRSTRIKE
    elif (
        c & {"airmeans"}
        and not c & {"air", "shell"}
        and all(scene.entry(w).id == "drop-bomb" for w in f.triggers if scene.cls(w) == "airmeans")
        and not (value in ("drone", "airstrike") or _words(scene, f, "dropped"))
    ):
        t = EventType.ATTACK  # a grenade thrown by hand
    elif value == "rocket" and _words(scene, f, "direct-rocket") and not c & {"air"}:
        t = EventType.ATTACK
    elif value == "rocket" and c & {"target", "attack", "affect"} and not explosive:
        t = EventType.SHELLING
    elif "vbied" in c and _words(scene, f, "driven-in"):
        t = EventType.SUICIDE_BOMBING
    elif ("vbied" in c or "vbied" in devices) and (explosive or c & {"attack", "target", "op"}):
        t = EventType.VEHICLE_BOMB
    elif "body" in c and any(scene.entry(w).id in _TAKEN for w in f.triggers):
        t = EventType.EXECUTION  # found dead after he was taken
    elif "abduct" in c and not c & {"execute", "attack"}:
        t = EventType.ABDUCTION
    elif "execute" in c:
        t = EventType.EXECUTION
    elif c & {"arrest", "seize-persons"} and not explosive and not _captives(scene, f):
        t = EventType.ARREST
    elif c & {"shell"} and c & {"shoot"} and any(scene.entry(w).id in _GROUND for w in f.triggers):
        t = EventType.ATTACK
    elif "shell" in c and _near(scene, f, ("artillery", "mortar")) and not _near(scene, f, ("drone", "airstrike")):
        t = EventType.SHELLING
    elif c & {"explode", "device"} and (value in ("drone", "airstrike") or _dropped(scene, f)):
        t = EventType.AIRSTRIKE
    elif c & {"explode", "device"}:
        t = EventType.IED
    elif c & {"air", "airmeans"} or (
        value in ("drone", "airstrike") and c & {"shell", "target", "attack", "affect", "op", "kill", "under", "storm"}
    ):
        t = EventType.AIRSTRIKE
    elif devices & _PLANTED and c <= _HURT | {"target"} and _by_device(scene, f):
        t = EventType.IED
    elif c <= _HURT and value in ("artillery", "mortar", "rocket") and mention is not None and mention.prefix.endswith("ب"):
        t = EventType.SHELLING  # "قُتل عنصر بقذيفة هاون"
    elif c <= _HURT and ("die" in c or f.main.form in ("masdar", "passive")) and _in_jail(scene, f):
        t = EventType.EXECUTION
    elif "shell" in c or (value in ("artillery", "mortar") and c & {"target", "attack", "affect", "under"}):
        t = EventType.SHELLING
    elif "assassinate" in c:
        t = EventType.ASSASSINATION
    elif "launch" in c and scene.cls(f.main) == "launch" and not c & _DONE:
        t = EventType.STRATEGIC_DEVELOPMENT  # a campaign announced, nothing done yet
    elif _overran(scene, f):
        t = EventType.ATTACK
    elif "seize" in c or ("enter" in c and ("clash" in c or _words(scene, f, "town-falls")) and _near_place(scene, f)):
        t = EventType.SEIZURE_OF_TERRITORY
    elif "escape" in c:
        t = EventType.PRISON_BREAK
    elif "body" in c and not c & {"shoot", "attack", "target"}:
        t = EventType.OTHER
    elif c & {"loot", "burn"}:
        t = EventType.LOOTING
    elif "protest" in c:
        t = EventType.PROTEST
    elif "clash" in c and not c & {"attack", "target", "storm", "raid"}:
        t = EventType.SHELLING if _answered(scene, f) else EventType.ARMED_CLASH
    elif c & {"raid", "find", "cell", "incursion"} and not c & {"attack"} and ("target" not in c or scene.cls(f.main) in ("raid", "cell")):
        t = EventType.RAID
    elif c & {"attack", "target", "storm", "repel", "op", "destroy", "shootdown", "under", "affect", "neutralise"} or "shoot" in c:
        t = EventType.ATTACK
    elif c & {"move", "launch", "release", "enter"}:
        t = EventType.STRATEGIC_DEVELOPMENT
    elif "clash" in c:
        t = EventType.ARMED_CLASH
    else:
        t = EventType.ATTACK
    if t == EventType.ATTACK and not c & {"attack", "target", "storm", "op", "repel"}:
        named = next((e.type for w in f.triggers if (e := scene.entry(w)).type == "assassination"), None)
        t = EventType.ASSASSINATION if named and c <= {"kill", "die", "injure", "result", "under"} else t
    f.event_type = t
    f.weapon, f.weapon_value = mention, value
    if t == EventType.IED and value not in ("ied", "mine"):
        f.weapon_value = None
        f.weapon = None
    elif t in (EventType.ARREST, EventType.RAID, EventType.ABDUCTION, EventType.PROTEST, EventType.SEIZURE_OF_TERRITORY,
               EventType.OTHER, EventType.STRATEGIC_DEVELOPMENT):  # fmt: skip
        f.weapon, f.weapon_value = None, None
    elif t == EventType.AIRSTRIKE and value not in ("drone", "airstrike"):
        f.weapon_value = None
    elif t == EventType.VEHICLE_BOMB:
        f.weapon_value = "vbied"
    elif t == EventType.SUICIDE_BOMBING and value not in ("suicide_vest", "vbied"):
        f.weapon_value, f.weapon = None, None


def _in_jail(scene: Scene, f: Frame) -> bool:
    """``استشهاد المعتقل فلان في سجن مجدو``: a captive dies where he is held."""
    free = wordset("captives").isdisjoint(scene.words[f.main.last : f.main.last + 3])
    return not free and ("kill" in f.classes or _words(scene, f, "jails"))


def _before_it_was_done(scene: Scene, f: Frame) -> bool:
    """``إحباط هجوم على كنيسة قبل تنفيذه``."""
    return any(f.first <= c.first < f.last and c.text.startswith("قبل") for c in scene.lines[f.line].of("foilcue"))


def _overran(scene: Scene, f: Frame) -> bool:
    """``اجتاحوا معسكراً``: a post is overrun; no other word says that ground was taken."""
    over = {w.first for w in f.triggers if scene.entry(w).id == "overrun"}
    return bool(over) and all(w.first in over for w in f.triggers if scene.cls(w) == "seize")


def _answered(scene: Scene, f: Frame) -> bool:
    """``ردّت المدفعية على مصادر النيران``: guns that answer shell; nobody is met on the ground."""
    return scene.entry(f.main).id == "answer-fire" and any(
        0 < f.main.first - w.first <= 6 and scene.entry(w).weapon in ("artillery", "mortar") for w in scene.lines[f.line].weapons
    )


def _captives(scene: Scene, f: Frame) -> bool:
    """``قتلوا خمسين جندياً وأسروا اثنين``: captives of a fight are its outcome, not an arrest."""
    held = [w for w in f.triggers if scene.cls(w) in ("arrest", "seize-persons")]
    fought = f.classes & {"kill", "attack", "clash", "storm", "op", "target", "destroy"}
    return bool(held and fought) and all(scene.entry(w).id in ("capture", "fall-captive") for w in held)


def _by_device(scene: Scene, f: Frame) -> bool:
    """``بشظايا مقذوف``, ``حولت عبوة سيارته إلى حطام``: the device harms; it is not what somebody carried or laid."""
    causes = wordset("device-cause")
    for w in scene.lines[f.line].weapons:
        if f.first <= w.first < f.last and scene.entry(w).device in _PLANTED:
            before = scene.words[w.first - 1] if w.first > f.first else ""
            if before == "علي" and w.first > f.first + 1:
                before = scene.words[w.first - 2]  # ``داس على جسم متفجر``
            if w.prefix.endswith("ب") or before in causes or scene.words[w.last] in causes:
                return True
    return False


def _near_place(scene: Scene, f: Frame) -> bool:
    """``دخول حي الكريم بعد معارك``: a place is the object of the entering."""
    w = next(x for x in f.triggers if scene.cls(x) == "enter")
    if scene.words[w.last - 1].endswith(("ها", "وه", "ته")):  # ``خرج الجيش من البلدة فدخلتها القوات``
        return any(f.first <= scene.place(i).first < w.first for i in scene.lines[scene.owner[w.first]].places)
    return any(0 <= scene.place(i).first - w.last <= 6 for i in scene.lines[scene.owner[w.first]].places)


def _words(scene: Scene, f: Frame, name: str) -> bool:
    """A word of the named set stands in the frame's words."""
    known = wordset(name)
    return any(any(r in known for _, r in readings(w)) for w in scene.words[f.first : f.last])


def _near(scene: Scene, f: Frame, values: tuple[str, ...]) -> bool:
    """A weapon of these kinds stands within six words of the naming trigger, or is that trigger."""
    ln = scene.lines[f.line]
    if scene.entry(f.main).weapon in values:
        return True
    return any(scene.entry(w).weapon in values and -6 <= w.first - f.main.last <= 6 and f.first <= w.first < f.last for w in ln.weapons)


_FROM_AFAR = {
    "airstrike": EventType.AIRSTRIKE, "drone": EventType.AIRSTRIKE, "artillery": EventType.SHELLING, "rocket": EventType.SHELLING,
    "mortar": EventType.SHELLING,
}  # fmt: skip


_MEANS_TYPES = frozenset((EventType.AIRSTRIKE, EventType.SHELLING, EventType.IED, EventType.ARMED_CLASH, EventType.SUICIDE_BOMBING))
_MEANS_GROUP = {
    "clash": "ground", "shoot": "ground", "attack": "ground", "storm": "ground", "assassinate": "ground", "explode": "device",
    "device": "device", "suicide": "device", "vbied": "device", "shell": "fire", "air": "air", "airmeans": "air",
}  # fmt: skip


def _mixed(scene: Scene, f: Frame) -> bool:
    """``قصف واشتباكات وانفجارات``: a total by several means is a total of attacks."""
    named = [w for w in f.triggers if scene.cls(w) in _MEANS_GROUP]
    joined = any(w.prefix.startswith("و") and w.form == "masdar" for w in named)
    groups = {_MEANS_GROUP[scene.cls(w)] for w in named}
    return joined and len(groups) > 1 and groups != {"fire", "air"}


def refine(scene: Scene, f: Frame) -> None:
    """A second look at the type once all sentences of an event are together."""
    c = f.classes
    if f.event_type == EventType.ARREST and _captives(scene, f):
        decide(scene, f)
    raid = f.event_type == EventType.RAID and not f.aggregate
    seizing = f.event_type == EventType.ATTACK and c & {"op", "raid", "arrest"} and not c & {"attack", "storm", "shoot"}
    seizing = seizing and not _captives(scene, f)
    if f.event_type == EventType.LOOTING and c & {"attack", "shoot"} and ("killed" in f.tolls or "shoot" in c) and "protest" not in c:
        f.event_type = EventType.ATTACK  # ``هاجموا القرية وأحرقوا منازل``: the burning is part of the attack
    if raid and "shoot" in c and "killed" in f.tolls and f.perpetrator is not None and f.perpetrator.category in ("unknown", "armed_group"):
        f.event_type, raid = EventType.ATTACK, False  # gunmen broke into a house and shot
    if f.event_type == EventType.AIRSTRIKE and _on_foot(scene, f):
        f.event_type, f.weapon, f.weapon_value = EventType.ATTACK, None, None
    if "captured" in f.tolls and (raid or seizing):
        f.event_type = EventType.ARREST
    elif f.aggregate and f.event_type in _MEANS_TYPES and _mixed(scene, f):
        f.event_type, f.weapon, f.weapon_value = EventType.ATTACK, None, None
    elif f.event_type == EventType.EXECUTION and f.weapon_value in _FROM_AFAR and scene.entry(f.main).id == "massacre":
        f.event_type = _FROM_AFAR[f.weapon_value]  # ``مجزرة ارتكبها الطيران``
    elif f.event_type == EventType.ARREST and f.perpetrator is not None and f.perpetrator.category in _GUNMEN and _led_off(scene, f):
        f.event_type = EventType.ABDUCTION  # ``اقتاد مسلحون مجهولون تاجراً إلى جهة مجهولة``
    elif f.event_type == EventType.ARREST and c & {"kill"} and any(scene.entry(w).id == "detain-raid" for w in f.triggers):
        f.event_type = EventType.EXECUTION  # led away and killed
    elif f.event_type == EventType.ATTACK and not f.aggregate and not c & {"storm", "op", "repel", "clash", "incursion"}:
        if "shoot" in c:
            _personal(scene, f)
        elif (
            c <= {"kill", "injure", "result", "die"}
            and ("die" not in c or f.weapon_value in ("small_arms", "knife"))
            and _few(f, 2)
            and _private(f)
        ):
            f.event_type = EventType.ASSASSINATION


def _dropped(scene: Scene, f: Frame) -> bool:
    """``ألقت حوامة لغمين``: what blows up fell from the air."""
    return "airmeans" in f.classes and any(scene.entry(w).id == "drop-bomb" for w in f.triggers)


def _led_off(scene: Scene, f: Frame) -> bool:
    """Somebody is only led or taken away; no word says arrested, held or charged."""
    held = [w for w in f.triggers if scene.cls(w) in ("arrest", "seize-persons")]
    return bool(held) and all(scene.entry(w).id in _LED for w in held)


def _on_foot(scene: Scene, f: Frame) -> bool:
    """``أغارت مجموعة من التنظيم على ثكنة``: the verb alone speaks of the air, and who acts has no aircraft."""
    if f.perpetrator is None or f.perpetrator.category not in ("armed_group", "tribe", "unknown"):
        return False
    by_them = f.perpetrator.last  # ``شنّ مسلحو الجماعة غارة على القرية``
    ground = {w.first for w in f.triggers if scene.entry(w).id == "airstrike" and 0 <= w.first - by_them <= 2 and w.prefix != "ب"}
    if any(scene.cls(w) in ("air", "airmeans") and scene.entry(w).id != "raid-air" and w.first not in ground for w in f.triggers):
        return False
    if ground:
        return not any(f.first <= w.first < f.last and scene.entry(w).weapon == "drone" for w in scene.lines[f.line].weapons)
    found = any(f.first <= w.first < f.last and scene.entry(w).weapon in ("airstrike", "drone") for w in scene.lines[f.line].weapons)
    return not found and any(scene.entry(w).id == "raid-air" for w in f.triggers)


def _few(f: Frame, most: int) -> bool:
    """No more than ``most`` persons are hit, and their number is told."""
    told = [t.count.best for r in ("killed", "injured") if (t := f.tolls.get(r)) is not None and t.count.best is not None]
    return bool(told) and 0 < sum(told) <= most


def _private(f: Frame) -> bool:
    """Victim and killer fit a killing of particular persons: civilians or somebody unnamed, by unseen or named gunmen."""
    victim = f.target is None or f.target.category in ("civilians", "officials", "unspecified")
    return victim and (f.perpetrator is None or f.perpetrator.category not in ("state_force", "ministry", "international"))


def _at_post(scene: Scene, f: Frame) -> bool:
    """A post, a patrol or a vehicle of the target's side is fired at, though its men are named after it (``على حاجز للجيش فأصيب جندي``)."""
    if f.target is None or f.target.category in ("civilians", "officials", "unknown", "crime"):
        return False
    near = (a for a in scene.lines[f.line].actors if f.first <= a.first < f.last and a.name_en == f.target.name_en)
    return is_object(f.target) or any(is_object(a) and prep_of(scene, a) in _AIMED for a in near)


def _personal(scene: Scene, f: Frame) -> None:
    """Shooting at one, two or three particular persons is an assassination; at a post, a vehicle or a crowd it is an attack."""
    if f.weapon_value not in (None, "small_arms", "knife"):
        return
    on_post = _at_post(scene, f)
    by_force = f.perpetrator is not None and f.perpetrator.category in ("state_force", "ministry", "international")
    harmed = [t.count.best for r in ("killed", "injured") if (t := f.tolls.get(r)) is not None and t.count.best]
    single = f.target is not None and (
        (f.target.number is not None and f.target.number.best is not None and f.target.number.best <= 3)
        or scene.words[f.target.first] in wordset("titles")
    )
    if by_force and not any(scene.entry(w).id.startswith("sniper") for w in f.triggers):
        return
    if (harmed and sum(harmed) <= 3 and not on_post) or (not harmed and (single or _private(f)) and f.target is not None and not on_post):
        f.event_type = EventType.ASSASSINATION
