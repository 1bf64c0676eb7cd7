"""A second look at the event type, once all sentences of an event are together and its sides are known."""

from __future__ import annotations

from waqai.frame.domain import stray
from waqai.frame.frames import Frame
from waqai.frame.kind_signs import (
    captives,
    few,
    led_and_shot,
    led_off,
    mixed,
    on_foot,
    private,
    words,
    wrecked,
)
from waqai.frame.kinds import decide
from waqai.frame.one_person import meant_for_one
from waqai.frame.scene import Scene
from waqai.frame.shooting import settle_shots
from waqai.frame.sought_out import device_for_one
from waqai.model import EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_GUNMEN = frozenset(("unknown", "crime"))
_FROM_AFAR = {
    "airstrike": EventType.AIRSTRIKE, "drone": EventType.AIRSTRIKE, "artillery": EventType.SHELLING, "rocket": EventType.SHELLING,
    "mortar": EventType.SHELLING,
}  # fmt: skip


_ENTRY = frozenset(("storm", "enter", "move", "incursion"))
_KEEP_ORDER = ("Israel", "police", "security forces")
_ONE_AND_HIS_MEN = 4  # an assassination takes guards and family along
_CROWD = 8  # tokens around the shots in which a crowd is broken up
_FREED = 6  # tokens from a verb of freeing to whom it frees
_ARMED = frozenset(("armed_group", "state_force", "militia", "international"))
_MEANS_TYPES = frozenset((EventType.AIRSTRIKE, EventType.SHELLING, EventType.IED, EventType.ARMED_CLASH, EventType.SUICIDE_BOMBING))


def refine(scene: Scene, f: Frame) -> None:
    """A second look at the type once all sentences of an event are together."""
    c = f.classes
    if f.event_type == EventType.ARREST and captives(scene, f):
        decide(scene, f)
    crowd = f.event_type == EventType.ARMED_CLASH and f.target is not None and f.target.category == "civilians"
    if crowd and (_crowd_hurt(scene, f) or _shot_in_the_street(scene, f)):
        f.event_type = EventType.ATTACK  # ``أصيب طفل بالرصاص المطاطي خلال مواجهات مع القوات``: no fight between armed sides
    _searched_for(f)
    if f.event_type == EventType.SEIZURE_OF_TERRITORY and _freed(scene, f):
        f.event_type = EventType.RAID  # ``حررت قوة مشتركة أربعة مختطفين``: they are held no more
        f.tolls.pop("captured", None)
    if f.event_type == EventType.IED and wrecked(scene, f):
        f.event_type, f.weapon, f.weapon_value = EventType.LOOTING, None, None
    raid = f.event_type == EventType.RAID and not c & {"release", "under"}
    seizing = f.event_type == EventType.ATTACK and c & {"op", "raid", "arrest"} and not c & {"attack", "storm", "shoot"}
    seizing = seizing and not captives(scene, f)
    if f.event_type == EventType.LOOTING and "protest" not in c and _more_than_goods(f):
        f.event_type = EventType.ATTACK  # ``هاجموا القرية وقتلوا ثلاثة وأحرقوا منازل``: the burning is part of the attack
    if f.event_type is EventType.ATTACK and "abduct" in c and "shoot" not in c and {"killed", "injured"}.isdisjoint(f.tolls):
        f.event_type = EventType.ABDUCTION if "captured" in f.tolls and not f.aggregate else f.event_type  # ``هاجموا قرية وخطفوا 12``
    at_home = f.target is not None and f.target.category in ("civilians", "officials")
    broke_in = "shoot" in c or (any(scene.entry(w).id == "raid" for w in f.triggers) and (at_home or few(f, 1)))
    gunmen = f.perpetrator is not None and f.perpetrator.category in ("unknown", "armed_group", "crime")
    met = "clash" in c and f.target is not None and f.target.category in _ARMED
    if raid and gunmen and not met and not f.aggregate and "killed" in f.tolls and (broke_in or ("kill" in c and _murderous(f))):
        alone = few(f, 1) or (few(f, 2) and _murderous(f))
        f.event_type, raid = EventType.ASSASSINATION if alone else EventType.ATTACK, False  # gunmen broke into a house and killed
    crowd = f.perpetrator is not None and f.perpetrator.actor_id == "residents" and "killed" not in f.tolls
    if crowd and f.event_type == EventType.ATTACK and c <= {"storm", "protest", "enter", "move"}:
        f.event_type = EventType.PROTEST  # ``اقتحم محتجون مبنى البلدية``
    dead = f.tolls.get("killed")
    many = dead is not None and (dead.count.best or 0) > _ONE_AND_HIS_MEN and "explode" not in c
    if f.event_type is EventType.ASSASSINATION and many and not f.aggregate and (f.target is None or f.target.category == "civilians"):
        f.event_type = EventType.ATTACK  # ``اغتيال 11 مدنياً في القرية``: aimed at no one or two of them
    if f.event_type is EventType.ATTACK and c <= _ENTRY and _searching(f):
        f.event_type = EventType.RAID  # ``اقتحمت قوات الاحتلال بلدة``, ``اقتحمت الشرطة منزلاً``, and nobody hurt
    if f.event_type == EventType.AIRSTRIKE and on_foot(scene, f):
        f.event_type, f.weapon, f.weapon_value = EventType.ATTACK, None, None
    held = f.tolls.get("captured")
    landed = f.event_type is EventType.AIRSTRIKE and held is not None and held.count.best and not f.aggregate
    if held is not None and (raid or seizing or (landed and "killed" not in f.tolls)):
        f.event_type = EventType.ARREST  # ``غارة بمروحيات أسفرت عن القبض على مسؤول``
    elif f.aggregate and f.event_type in _MEANS_TYPES and mixed(scene, f):
        f.event_type, f.weapon, f.weapon_value = EventType.ATTACK, None, None
    elif f.event_type == EventType.EXECUTION and f.weapon_value in _FROM_AFAR and scene.entry(f.main).id == "massacre":
        f.event_type = _FROM_AFAR[f.weapon_value]  # ``مجزرة ارتكبها الطيران``
    elif (
        f.event_type == EventType.ARREST
        and f.perpetrator is not None
        and f.perpetrator.category in _GUNMEN
        and (led_off(scene, f) or words(scene, f, "kidnappers"))
    ):
        f.event_type = EventType.ABDUCTION  # ``اقتاد مسلحون مجهولون تاجراً إلى جهة مجهولة``
    elif f.event_type == EventType.ARREST and led_and_shot(scene, f):
        f.event_type = EventType.EXECUTION  # led away and killed
    elif f.event_type == EventType.ATTACK and not f.aggregate and not c & {"storm", "op", "repel", "clash", "incursion"}:
        if "shoot" in c:
            settle_shots(scene, f)
        elif (
            c <= {"kill", "injure", "result", "die", "raid", "loot", "burn"}
            and ("die" not in c or f.weapon_value in ("small_arms", "knife"))
            and few(f, 2)
            and private(f, at_home="raid" in c)
        ):
            f.event_type = EventType.ASSASSINATION


def _searching(f: Frame) -> bool:
    """Who holds a land or keeps order goes into a place or home of people without arms, and none are hurt (codebook 3: raid)."""
    by, on = f.perpetrator, f.target
    if by is None or by.category != "state_force" or f.aggregate or f.tolls.keys() - {"captured"}:
        return False
    if on is not None and on.category not in ("civilians", "property"):
        return False
    return (by.name_en or "").endswith(_KEEP_ORDER) or (on is not None and ("object", "homes") in on.attrs)


def _freed(scene: Scene, f: Frame) -> bool:
    """The verb of freeing takes captives, no town."""
    for w in f.triggers:
        if scene.entry(w).id == "liberate-territory" and not set(scene.words[w.last : w.last + _FREED]).isdisjoint(wordset("the-freed")):
            return True
    return False


def _murderous(f: Frame) -> bool:
    """Gunmen without a name or a banned group come to a house to kill; who rules there searches it."""
    who = f.perpetrator.actor_id if f.perpetrator is not None else None
    return private(f, at_home=True) or (few(f, 2) and who is not None and registry().actor(who).side == "isis")


def _more_than_goods(f: Frame) -> bool:
    """Those who rob or burn also kill or shoot, or burn what is an armed side's."""
    c = f.classes
    if "killed" in f.tolls and c <= {"kill", "injure", "burn", "loot", "storm"} and _killed(f):
        return True  # ``قتلوا 22 قروياً ثم أحرقوا السوق``, ``نهبوا متجراً وقتلوا صاحبه``
    armed = "loot" not in c and f.target is not None and f.target.category in _ARMED
    return bool(c & {"attack", "shoot", "storm"}) and ("killed" in f.tolls or "shoot" in c or armed)


def settle_one(scene: Scene, f: Frame) -> None:
    """Make an attack meant for one person an assassination, and the bare bombing of those who only fly an air strike."""
    if meant_for_one(scene, f) or device_for_one(scene, f):
        f.event_type = EventType.ASSASSINATION
    if f.event_type is EventType.ASSASSINATION and f.perpetrator is None and stray(scene, f):
        f.event_type = EventType.ATTACK  # ``قُتل مدني برصاصة طائشة``
    if f.event_type is EventType.ASSASSINATION and _broke_up(scene, f):
        f.event_type = EventType.ATTACK
        f.tolls = {r: t for r, t in f.tolls.items() if r != "killed" or t.count.high != 0}
    by = f.perpetrator
    if by is not None and by.name_en in _FLIERS and f.event_type is EventType.SHELLING and f.weapon_value is None:
        f.event_type = EventType.AIRSTRIKE  # ``قصف للتحالف الدولي``


def _broke_up(scene: Scene, f: Frame) -> bool:
    """``قبل أن تفرقهم "أسايش" بالرصاص الحي``: fired into a crowd, at nobody in particular."""
    if f.perpetrator is None or f.perpetrator.category in _GUNMEN or not scene.holds("disperses"):
        return False  # "برصاص مجهولين أثناء تفريق الشرطة": those who shot broke up nothing
    first = scene.lines[f.line].sentence.first
    return any(w.removeprefix("و") in wordset("disperses") for w in scene.words[max(first, f.main.first - _CROWD) : f.main.last + _CROWD])


def _killed(f: Frame) -> bool:
    """A verb of killing in the active beside those of burning and robbing: they did that too."""
    return any(w.entry in _KILLS and w.form == "past" for w in f.triggers) and any(w.form == "past" for w in f.triggers[:1])


_FLIERS = frozenset(("US-led coalition", "US forces", "Saudi-led coalition"))
_KILLS = frozenset(("trigger.kill", "trigger.slay"))


def _searched_for(f: Frame) -> None:
    """``مقتل عنصرين من التنظيم خلال عملية التمشيط``: those killed in a search are whom it sought, not who made it."""
    dead = f.tolls.get("killed")
    if f.event_type != EventType.RAID or dead is None or dead.who is None or f.perpetrator is None:
        return
    if dead.who.category not in ("armed_group", "militia") or dead.who.name_en != f.perpetrator.name_en:
        return
    by = f.target if f.target is not None and f.target.category in ("state_force", "ministry", "international") else None
    f.perpetrator, f.perpetrator_rule = by, "agent:searches" if by is not None else ""
    f.target, f.target_rule = dead.who, "target:killed"


def _shot_in_the_street(scene: Scene, f: Frame) -> bool:
    """``استشهد فتى برصاص الجيش خلال مواجهات``: a force of the state hurt somebody of a crowd that throws stones."""
    p = f.perpetrator
    if p is None or p.category != "state_force" or not f.tolls.keys() & {"killed", "injured"}:
        return False
    if any(a.category in _ARMED and a.name_en != p.name_en for part in f.parts for a in scene.lines[part.line].actors):
        return False
    return any(not wordset("street-clashes").isdisjoint(scene.words[x.first : x.last]) for x in f.parts)


def _crowd_hurt(scene: Scene, f: Frame) -> bool:
    """Hurt by what is used against crowds: rubber bullets, gas."""
    means = wordset("crowd-means")
    return any(not means.isdisjoint(scene.words[p.first : p.last]) for p in f.parts)
