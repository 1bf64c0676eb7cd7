"""Who is who when something is shot down, and when a force tells that another was attacked.

``أسقطت الدفاعات ثلاث مسيّرات كانت تتجه نحو المطار``: whoever brings down what was sent at him did not send it. ``أسقطت مسيّرة إسرائيلية``,
``طائرة أمريكية``: where the thing is another's, who brings it down hits him. ``قال الجهاز إن القوات الأمريكية تعرضت لهجوم``: who tells
of an attack on somebody else did not make it.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive
from waqai.frame.merge import has_article
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, Modality, WordMention
from waqai.resources.wordsets import wordset

_DOWN = frozenset(("shootdown", "destroy"))
_MET = frozenset(("repel", "neutralise"))
_STATE = frozenset(("state_force", "ministry", "international"))
_SENDS = frozenset(("armed_group", "militia", "state_force", "international"))
_TOPIC = 5  # tokens from who launched it to the verb behind
_FROM_AFAR = frozenset((EventType.AIRSTRIKE, EventType.SHELLING))
_THING = 6  # tokens from the verb to the thing brought down
_WAGED = 3  # tokens from the party of a light verb to its noun
_DEFENCES = 6  # tokens from the air defences to their verb


def settle_shot_down(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """Take the interceptor or the teller out of the place of the doer.

    Args:
        scene: the document.
        f: the ranked frame.
        source: who answers for it; ``None`` for the outlet.
    """
    p = f.perpetrator
    met = f.event_type is EventType.AIRSTRIKE and f.modality is Modality.FOILED and f.weapon_value == "drone"
    told = p is not None and source is not None and p.name_en == source.name_en
    chosen = f.perpetrator_rule.startswith(("perpetrator:", "agent:announced", "agent:own-subject"))
    if p is None or f.aggregate or not (chosen or (met and told)):
        return
    if _only_tells(scene, f, source):
        f.perpetrator, f.perpetrator_rule = None, ""
        return
    if wages(scene, f, p):
        return
    down = _DOWN | _MET if met else _DOWN
    w = next((w for w in f.triggers if scene.cls(w) in down and scene.owner[w.first] >= 0 and not is_passive(scene, w)), None)
    if w is None:
        return
    ln = scene.lines[scene.owner[w.first]]
    thing = _brought_down(ln, w)
    if thing is not None and thing.name_en not in (None, p.name_en):
        f.target, f.target_rule = thing, "target:shot-down"
    elif f.event_type is EventType.AIRSTRIKE and thing is None and (f.modality is Modality.FOILED or _by_defences(scene, w)):
        sent = _launcher(scene, ln, p)
        f.perpetrator, f.perpetrator_rule = sent, "agent:launched" if sent is not None else ""
        if f.target is not None and f.target.name_en == p.name_en and f.target.last <= w.first:
            f.target, f.target_rule = None, ""


def wages(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """``نفذت إسرائيل عدواناً ... وتصدت الدفاعات وأسقطت``: the party of a light verb with a noun of striking behind it makes the blow."""
    owner = scene.owner[p.first]
    if owner < 0:
        return False
    ln = scene.lines[owner]
    if not any(c.last == p.first or c.first == p.last for c in ln.of("light")):
        return False
    behind = next((w for w in ln.triggers if w.first >= p.last), None)
    return behind is not None and behind in f.triggers and behind.first - p.last <= _WAGED and scene.cls(behind) not in _MET | _DOWN


def _brought_down(ln: Lines, w: WordMention) -> ActorMention | None:
    """The aircraft with an owner right behind the verb."""
    return next(
        (a for a in ln.actors if 0 <= a.first - w.last <= _THING and ("object", "aircraft") in a.attrs and a.name_en is not None), None
    )


def _launcher(scene: Scene, ln: Lines, interceptor: ActorMention) -> ActorMention | None:
    """``وكانت الميليشيا قد أطلقتها``, ``أطلقها الحوثيون``: the party beside the verb of launching."""
    words, launched = scene.words, wordset("launched-it")
    for i in range(ln.sentence.first, ln.sentence.last):
        if words[i] in launched:
            sent = [a for a in ln.actors if a.name_en not in (None, interceptor.name_en) and a.category in _SENDS]
            behind = next((a for a in sent if a.first == i + 1), None)
            return behind or next((a for a in reversed(sent) if 0 <= i - a.last <= _TOPIC), None)
    return None


def _by_defences(scene: Scene, w: WordMention) -> bool:
    words, defences = scene.words, wordset("air-defences")
    near = (i for i in range(max(0, w.first - _DEFENCES), min(w.last + _DEFENCES, len(words))) if words[i] in defences)
    return any(words[i - 1] not in wordset("ministries") for i in near)  # ``وزارة الدفاع`` shoots nothing down by its name


def _only_tells(scene: Scene, f: Frame, source: ActorMention | None) -> bool:
    """A force of the state that says another came under attack; whoever tells that ``الغارات`` struck people."""
    p = f.perpetrator
    if source is None or p is None or p.name_en != source.name_en:
        return False
    if _of_a_blow(scene, f, p):
        return True
    if source.category not in _STATE or f.target is None:
        return False
    under = wordset("comes-under")
    return any(not under.isdisjoint(scene.words[x.first : x.main.first + 1]) for x in f.parts)


def _of_a_blow(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """``قالت قناة الحوثيين إن الغارات قتلت راعيين``: a blow told before, of which one says that it struck people or nobody."""
    if f.event_type not in _FROM_AFAR or f.main.form != "masdar" or not has_article(f.main) or p.last > f.main.first:
        return False
    if f.target is not None and f.target.category != "civilians":
        return False
    if f.target is None and not f.tolls:
        return False
    return not wordset("that").isdisjoint(scene.words[p.last : f.main.first]) and scene.owner[p.first] == scene.owner[f.main.first]
