"""Which event type the words of a frame make together (codebook section 3)."""

from __future__ import annotations

from waqai.frame.among_them import of_part
from waqai.frame.frames import Frame
from waqai.frame.kind_signs import (
    PLANTED,
    TAKEN,
    answered,
    before_it_was_done,
    by_device,
    captives,
    driven_in,
    dropped,
    in_its_place,
    in_jail,
    left_before,
    near,
    near_place,
    others_aircraft,
    overran,
    traces,
    under_fire,
    words,
)
from waqai.frame.massacre import by_means
from waqai.frame.scene import Scene
from waqai.model import EventType, WordMention
from waqai.normalise import readings
from waqai.resources.wordsets import wordset

_SUICIDE_WORDS = ("suicide",)


_HURT = frozenset(("kill", "die", "injure", "result", "destroy", "affect"))


_SEARCH = frozenset(("raid", "find", "cell", "incursion", "arrest", "seize-persons", "result"))
_GROUND = frozenset(("ambush", "besiege-post"))
_DONE = frozenset(
    ("kill", "die", "injure", "arrest", "seize-persons", "clash", "storm", "attack", "shoot", "air", "airmeans", "shell", "explode")
)  # fmt: skip


def _takes_it(scene: Scene, f: Frame, c: set[str]) -> bool:
    """Those who enter a place take it: there was fighting, or others fled or left it."""
    if not c & {"attack", "storm", "target"} and left_before(scene, f):
        return True
    return ("clash" in c or words(scene, f, "town-falls")) and near_place(scene, f)


def weapon_of(scene: Scene, f: Frame) -> tuple[WordMention | None, str | None, set[str]]:
    """The means named in the frame: mention, codebook value and device kinds present."""
    ln = scene.lines[f.line]
    named = [(p.first, p.last) for i in ln.places if (p := scene.place(i)).last - p.first > 1]
    covers = [c.last for c in ln.of("support")]
    found = [
        w
        for w in ln.weapons
        if f.first <= w.first < f.last
        and not any(a < w.first < b or (w.first == b and scene.words[b] in wordset("of-the-air")) for a, b in named)
        and not any(0 <= w.first - c <= 3 for c in covers)
        and not _blown_up(scene, f, w)
        and not of_part(scene, ln, w)
        and (w.first < f.main.last or wordset("flies-over").isdisjoint(scene.words[max(f.first, w.first - 3) : min(f.last, w.last + 4)]))
    ]
    if "burn" in f.classes and "shoot" not in f.classes:
        found = [w for w in found if scene.words[w.first] not in wordset("mere-fire")]  # "أضرموا النار في مركبات"
    values = [(w, scene.entry(w).weapon) for w in found]
    trapped = wordset("trapped-things")
    devices = {d for w in found if (d := scene.entry(w).device) and not (d == "vbied" and scene.words[w.first - 1] in trapped)}
    trig = {scene.entry(w).weapon for w in f.triggers if w.first not in covers} - {None}
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
    if distinct == {"artillery", "rocket"} and "shell" not in f.classes:  # "بالأسلحة الصاروخية والمدفعية"
        return None, "rocket", devices
    if len(distinct) != 1:
        return None, None, devices
    value = distinct.pop()
    mention = next((w for w, v in values if v == value), None)
    if mention is None:
        mention = next((w for w in f.triggers if scene.entry(w).weapon == value), None)
    return mention, value, devices


def _blown_up(scene: Scene, f: Frame, w: WordMention) -> bool:
    """``تفجير طائرة ركاب``: the aircraft is what was blown up, not what did it."""
    if scene.entry(w).weapon != "airstrike" or scene.words[w.first] not in wordset("one-aircraft"):
        return False
    return any(x.last == w.first and x.form == "masdar" and scene.cls(x) == "explode" for x in f.triggers)


def _tank(scene: Scene, w: WordMention) -> bool:
    """A tank that is hit, not one that fires (``دبابة … بصاروخ موجّه``)."""
    return not w.prefix.endswith("ب") and any(r in wordset("tanks") for _, r in readings(scene.words[w.first]))


def _qualitative(scene: Scene, w: WordMention) -> bool:
    """``عملية نوعية``: of a party, what it did to its foe; of the police, a search."""
    return scene.entry(w).id == "sec-op" and w.text.endswith("نوعية")


def _launches(scene: Scene, f: Frame) -> bool:
    """The launch names the event, also where the noun of the operation stands behind it (``أطلقت القوات عملية عسكرية``)."""
    if "raid" in f.classes and ("find" in f.classes or words(scene, f, "ended-in")):
        return False  # "شرعت قوة بعملية تفتيش، نتج عنها تدمير وكرين": searched, and told with what came of it
    if scene.cls(f.main) == "launch":
        return True
    verb = next((w for w in f.triggers if scene.cls(w) == "launch" and w.first < f.main.first), None)
    if verb is None or scene.cls(f.main) not in ("raid", "op") or f.main.form in ("past", "present", "passive"):
        return False
    f.main = verb
    return True


def complex_assault(scene: Scene, f: Frame) -> bool:
    """An ambush, a storming or shooting beside the device: the device only opened the assault."""
    c = f.classes
    if c & {"foil", "defuse"}:
        return False
    if "storm" in c or {"shoot", "attack"} <= c:
        return True
    ambush = any(scene.entry(w).id in _AMBUSHES for w in f.triggers)
    return ambush and c & {"shoot", "storm", "clash"} != set()


_WENT_OFF = frozenset(("explode", "kill", "die", "injure", "result"))  # else a belt in a cache
_AMBUSHES = frozenset(("ambush", "set-ambush", "fall-into-ambush"))


def decide(scene: Scene, f: Frame) -> None:
    """Set event type and weapon from classes, devices and weapons."""
    mention, value, devices = weapon_of(scene, f)
    c = f.classes
    t: EventType
    explosive = bool(c & {"explode", "device", "vbied", "suicide"})
    if "foil" in c:
        # a foiled attempt keeps the type of what was foiled when it was under way
        t = EventType.FOILED_PLOT
        if any(scene.entry(w).id == "stop-smuggling" for w in f.triggers):
            t = EventType.RAID  # "أحبطت محاولة لتهريب شحنة أسلحة": arms taken, no attack stopped
        elif "suicide" in c and "killed" in f.tolls:
            t = EventType.SUICIDE_BOMBING  # killed before he could blow himself up
        elif (planted := in_its_place(scene, f)) is not None:
            t = planted  # found and made safe (codebook 3)
        elif c & {"attack", "storm", "repel", "incursion", "clash"} and not explosive and not before_it_was_done(scene, f):
            t = EventType.ATTACK
    elif "shootdown" in c and not c & {"air", "shell"} and others_aircraft(scene, f):
        t = EventType.ATTACK  # "أسقطت دفاعاتنا طائرة أمريكية", but "أسقطت ثلاث مسيّرات كانت تتجه نحو المطار"
    elif "defuse" in c and devices and not ("explode" in c and f.tolls):
        t = EventType.VEHICLE_BOMB if "vbied" in devices else EventType.IED
    elif "defuse" in c and not c & {"find", "raid", "explode"}:
        t = EventType.VEHICLE_BOMB if words(scene, f, "vehicles") and words(scene, f, "explosives") else EventType.IED
    elif "grave" in c:
        t = EventType.OTHER
    elif "suicide" in c or ("suicide" in devices and explosive and not ("find" in c and c.isdisjoint(_WENT_OFF))):
        t = EventType.SUICIDE_BOMBING
    elif "assassinate" in c and explosive and "vbied" not in c:
        t = EventType.ASSASSINATION  # "اغتيل عقيد بانفجار عبوة لاصقة"
    elif value == "drone" and (explosive or c & {"airmeans", "air", "attack", "target", "kill", "shell"}):
        t = EventType.AIRSTRIKE
    elif (
        c & {"airmeans"}
        and not c & {"air", "shell"}
        and all(scene.entry(w).id == "drop-bomb" for w in f.triggers if scene.cls(w) == "airmeans")
        and not (value in ("drone", "airstrike") or words(scene, f, "dropped"))
    ):
        t = EventType.ATTACK  # a grenade thrown by hand
    elif (
        (value == "rocket" or (value is None and c >= {"shell", "shoot"}))
        and words(scene, f, "direct-rocket")
        and not c & {"air"}
        and not c <= _SEARCH
    ):
        t = EventType.ATTACK
    elif value == "rocket" and c & {"target", "attack", "affect"} and not explosive:
        t = EventType.SHELLING
    elif "vbied" in c and driven_in(scene, f):
        t = EventType.SUICIDE_BOMBING
    elif ("vbied" in c or "vbied" in devices) and (explosive or c & {"attack", "target", "op"}):
        t = EventType.VEHICLE_BOMB
    elif "body" in c and any(scene.entry(w).id in TAKEN for w in f.triggers):
        t = EventType.EXECUTION  # found dead after he was taken
    elif "abduct" in c and "execute" not in c and ("attack" not in c or ("shoot" not in c and {"killed", "injured"}.isdisjoint(f.tolls))):
        t = EventType.ABDUCTION
    elif "execute" in c and not by_means(scene, f):
        t = EventType.EXECUTION
    elif c & {"arrest", "seize-persons"} and not explosive and not captives(scene, f):
        t = EventType.ARREST
    elif under_fire(scene, f) and not explosive:
        t = EventType.RAID  # "أثناء عملية دهم تعرضت الدورية لإطلاق نار": those who die in a raid belong to it (codebook 2.4)
    elif c & {"shell"} and c & {"shoot"} and any(scene.entry(w).id in _GROUND for w in f.triggers):
        t = EventType.ATTACK
    elif "shell" in c and near(scene, f, ("artillery", "mortar")) and not near(scene, f, ("drone", "airstrike")):
        t = EventType.SHELLING
    elif c & {"explode", "device"} and (value in ("drone", "airstrike") or dropped(scene, f)):
        t = EventType.AIRSTRIKE
    elif c & {"explode", "device"} and complex_assault(scene, f):
        t = EventType.ATTACK  # "وقعوا في كمين، فجّروا فيه عبوة ثم انقضوا بالرشاشات" (codebook 2.4)
    elif c & {"explode", "device"}:
        t = EventType.IED
    elif c & {"air", "airmeans"} or (
        value in ("drone", "airstrike") and c & {"shell", "target", "attack", "affect", "op", "kill", "under", "storm"}
    ):
        t = EventType.AIRSTRIKE
    elif devices & PLANTED and c <= _HURT | {"target"} and by_device(scene, f):
        t = EventType.IED
    elif c <= _HURT and value in ("artillery", "mortar", "rocket") and mention is not None and mention.prefix.endswith("ب"):
        t = EventType.SHELLING  # "قُتل عنصر بقذيفة هاون"
    elif c <= _HURT and ("die" in c or f.main.form in ("masdar", "passive")) and in_jail(scene, f):
        t = EventType.EXECUTION
    elif "shell" in c or (value in ("artillery", "mortar") and c & {"target", "attack", "affect", "under"}):
        t = EventType.SHELLING
    elif "assassinate" in c:
        t = EventType.ASSASSINATION
    elif "launch" in c and not c & _DONE and _launches(scene, f):
        t = EventType.STRATEGIC_DEVELOPMENT  # a campaign announced, nothing done yet
    elif overran(scene, f):
        t = EventType.ATTACK
    elif "seize" in c or ("enter" in c and _takes_it(scene, f, c)):
        t = EventType.SEIZURE_OF_TERRITORY
    elif "escape" in c:
        t = EventType.PRISON_BREAK
    elif "body" in c and (not c & {"shoot", "attack", "target"} or traces(scene, f)):
        t = EventType.OTHER
        f.main = next(w for w in f.triggers if scene.cls(w) == "body")
    elif c & {"loot", "burn"} and not ({"attack", "kill"} <= c and "killed" in f.tolls):  # "الكمين، … مقتل 17 جندياً والاستيلاء على أسلحة"
        t = EventType.LOOTING
    elif "protest" in c:
        t = EventType.PROTEST
    elif "clash" in c and not c & {"attack", "target", "storm", "raid"}:
        t = EventType.SHELLING if answered(scene, f) else EventType.ARMED_CLASH
    elif "target" in c and not c & {"find", "cell"} and any(_qualitative(scene, w) for w in f.triggers):
        t = EventType.ATTACK  # "نفذت قواتنا عملية نوعية استهدفت نقطة للعدو"
    elif (
        c & {"raid", "find", "cell", "incursion"}
        and not c & {"attack"}
        and not {"under", "shoot"} <= c
        and ("target" not in c or scene.cls(f.main) in ("raid", "cell"))
    ):
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
    f.weapon, f.weapon_value = mention, value if mention is not None else None
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
