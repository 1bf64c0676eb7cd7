"""What was stopped: sappers set a device off, a patrol comes between the gunmen and those they drag away (codebook section 4, foiled)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType, Modality
from waqai.resources.wordsets import wordset

_REACH = 9
_NEAR = 4
_HARMLESS_MADE = frozenset(("destroy", "neutralise"))
_MADE_SAFE = (EventType.FOILED_PLOT, EventType.IED, EventType.VEHICLE_BOMB)
_WAR_LEFT = ("war-remnant", "cluster-bomb")
_BOMBS = (EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB)


def settle_stopped(scene: Scene, f: Frame) -> None:
    """Mark a frame foiled when what it tells was stopped before it took effect."""
    foiled = f.event_type in _MADE_SAFE and any(scene.entry(w).foiled for w in f.triggers) and not _blew_up_in_hand(scene, f)
    foiled = foiled or (f.event_type in _BOMBS and not f.tolls.get("injured") and _never_went_off(scene, f))
    found = f.event_type is EventType.IED and "find" in f.classes and not f.tolls and not _went_off(scene, f)
    foiled = foiled or found or (f.event_type is EventType.IED and _made_safe(scene, f)) or _prevented(scene, f)
    if (f.weapon_value == "drone" and ("shootdown" in f.classes or _warded_off(scene, f))) or _destroyed_before(scene, f):
        f.event_type, f.weapon_value, foiled = EventType.AIRSTRIKE, "drone", True
    if "shootdown" in f.classes and not f.classes & {"foil", "explode"} and _rocket_met(scene, f):
        f.event_type, foiled = EventType.SHELLING, True
    if f.event_type is EventType.IED and _made_safe(scene, f) and _remnants(scene, f):
        f.event_type, f.weapon, f.weapon_value = EventType.OTHER, None, None  # ``فجّرت فرق الهندسة مخلفات حربية``
    elif foiled:
        f.modality = Modality.FOILED


def _blew_up_in_hand(scene: Scene, f: Frame) -> bool:
    """``أصيب خبير متفجرات أثناء محاولته تفكيك عبوة``: who would have made it safe was hurt."""
    if not any(f.tolls[r].count.best != 0 for r in ("killed", "injured", "killed_or_injured") if r in f.tolls):
        return False
    during, words = wordset("at-work-on"), scene.words
    return any(scene.entry(w).foiled and not during.isdisjoint(words[max(w.first - 2, 0) : w.first]) for w in f.triggers)


def _never_went_off(scene: Scene, f: Frame) -> bool:
    """``قبل أن يفجر نفسه``, ``سيارة مفخخة معدة للتفجير``, ``دمّرت ثلاث مفخخات``: the bomb did not go off."""
    ln = scene.lines[f.line]
    if any(c.text.startswith("قبل") and f.first <= c.first < f.last for c in ln.of("foilcue")):
        return True
    if _went_off(scene, f):
        return False
    if f.classes & {"find", "defuse"}:
        return True
    bombs = [w for w in f.triggers if scene.cls(w) == "vbied" and w.prefix != "ب"]
    # "دمّرت القوات سيارة مفخخة", "تدمير مفخختين", but "دمّرت سيارة مفخخة مقراً"
    return not f.tolls and any(
        scene.cls(w) == "destroy" and any((w.form == "masdar" or b.first > w.last) and 0 <= b.first - w.last <= _NEAR for b in bombs)
        for w in f.triggers
    )


def _went_off(scene: Scene, f: Frame) -> bool:
    """Something blew up; ``معدّة للتفجير`` only says what it was for."""
    return any(scene.cls(w) == "explode" and not w.prefix.startswith("ل") for w in f.triggers)


def _warded_off(scene: Scene, f: Frame) -> bool:
    """``تصدّت المنظومة لطائرة مسيّرة``: who meets a drone, and nobody is hurt."""
    if "repel" not in f.classes or any(t.count.best != 0 for t in f.tolls.values()):
        return False
    met = wordset("drones-met")
    return any(scene.cls(w) == "repel" and not met.isdisjoint(scene.words[w.last : w.last + _REACH]) for w in f.triggers)


def _destroyed_before(scene: Scene, f: Frame) -> bool:
    """``تدمير ثلاث مسيّرات قبل وصولها إلى أهدافها``, ``تحييد مسيّرات استُخدمت في الهجوم``: drones made harmless on their way."""
    if not f.classes & _HARMLESS_MADE or any(t.count.best != 0 for t in f.tolls.values()):
        return False
    sent = wordset("drones-sent")
    for w in f.triggers:
        if scene.cls(w) not in _HARMLESS_MADE:
            continue
        things = [i for i in range(w.last, min(f.last, w.last + _NEAR + 1)) if scene.words[i] in sent]
        if things and any(c.text.startswith("قبل") and c.first > w.first for c in scene.lines[f.line].of("foilcue")):
            return True
        if things and scene.cls(w) == "neutralise":
            return True
    return False


def _rocket_met(scene: Scene, f: Frame) -> bool:
    """``اعترض صاروخاً أطلقه الحوثيون قبل دخوله``: rockets brought down, and nobody killed."""
    killed = f.tolls.get("killed")
    if killed is not None and killed.count.best != 0:
        return False
    met = wordset("rockets-met")
    return any(scene.cls(w) == "shootdown" and not met.isdisjoint(scene.words[w.last : w.last + 2]) for w in f.triggers)


def _made_safe(scene: Scene, f: Frame) -> bool:
    """``فجّر رجال الهندسة ست عبوات``, ``فجّرت تحت السيطرة``: the device went off by the hand of those who clear it."""
    w = next((x for x in reversed(f.triggers) if scene.cls(x) == "explode"), None)
    if w is None or (w.form not in ("past", "present") and w.prefix.startswith("ب")):
        return False
    killed = f.tolls.get("killed")
    if (killed is not None and killed.count.best != 0) or f.classes & {"kill", "die"}:
        return False
    subject = {t.removeprefix("ال") for t in scene.words[w.last : w.last + _NEAR]}
    told = " ".join(scene.words[w.last : f.last])
    return not subject.isdisjoint(wordset("sappers")) or any(p in told for p in wordset("controlled-blast"))


def _remnants(scene: Scene, f: Frame) -> bool:
    """What they blow up is left from the war, no device somebody planted."""
    if any(scene.cls(w) in ("device", "vbied", "suicide") and scene.entry(w).id not in _WAR_LEFT for w in f.triggers):
        return False
    return any(not wordset("left-from-war").isdisjoint(scene.words[w.last : min(f.last, w.last + _REACH)]) for w in f.triggers)


def _prevented(scene: Scene, f: Frame) -> bool:
    """``حالت دورية مساء أمس دون اختطاف الراعيين``: the event stands behind ``دون`` of a verb that comes between."""
    w = f.main
    if w.first < 2 or scene.words[w.first - 1] != "دون":
        return False
    lo = max(scene.lines[f.line].sentence.first, w.first - _REACH)
    return not wordset("comes-between").isdisjoint(scene.words[lo : w.first - 1])
