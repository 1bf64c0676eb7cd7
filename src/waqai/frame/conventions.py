"""What the codebook fixes about the sides of an event, whatever the words leave open (sections 5.2, 5.4, 10)."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object
from waqai.frame.phrases import bare
from waqai.frame.scene import Scene
from waqai.frame.sides import name_sides
from waqai.model import ActorMention, EventType, Modality, Span, Stance
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_VIOLENT = frozenset(
    (EventType.ASSASSINATION, EventType.ATTACK, EventType.ABDUCTION, EventType.EXECUTION, EventType.SHELLING, EventType.IED)
)
_AGAINST = _VIOLENT | {EventType.AIRSTRIKE, EventType.LOOTING, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING}
_THING = 3  # tokens from a thing hit to the tribe that owns it
_BEARING_ARMS = tuple(sorted(wordset("bearing-arms")))
_GUARDS = frozenset(("state_force", "ministry", "international", "militia"))
_HUNTED = frozenset((EventType.ATTACK, EventType.ARMED_CLASH, EventType.AIRSTRIKE, EventType.SHELLING, EventType.RAID, EventType.ARREST))
_PEOPLE = frozenset(("civilians", "unspecified", "property"))
_GOODS = 12  # tokens from the word of robbing or burning to the goods
_FROM_AFAR = (EventType.SHELLING, EventType.AIRSTRIKE)
_BOMBS = (EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING)
_PARTIES = frozenset(("armed_group", "militia"))


def settle_sides(scene: Scene, f: Frame) -> None:
    """Bring perpetrator and target of a ranked frame in line with the codebook.

    Residents who protest hit nobody, and a place that changes hands is taken from a party or from nobody; prisoners who break out
    are the perpetrators and their guards are not; civilians who shoot, kidnap or bomb without being named are unknown gunmen.
    """
    name_sides(scene, f)
    if f.aggregate and f.target is not None and _both_died(scene, f):
        f.target, f.target_rule = None, ""
    if f.target is not None and f.target.actor_id == "prisoners" and f.event_type in _AGAINST:
        f.target = as_civilians(f.target)  # ``توفي سجين تحت التعذيب``
    if f.target is None and "protest:dispersed" in f.rules:
        f.target, f.target_rule = civilians_at(scene, f.main.first), "target:protesters"
    if f.event_type is EventType.OTHER and "body" in f.classes and f.target is not None and f.target.actor_id == "unknown-gunmen":
        f.target = as_civilians(f.target)  # ``جثث ثلاثة مجهولين``: nobody knows who they were
    p = f.perpetrator
    if p is not None and f.event_type is EventType.ARREST and p.category in ("civilians", "unspecified", "property", "crime"):
        if f.target is None or p.category == "crime":
            f.target, f.target_rule = p, "target:held"  # ``واحتجز سائقها``: nobody but a party holds people
        p = f.perpetrator = None
    nameless = p is not None and p.category == "unknown" and f.event_type is EventType.AIRSTRIKE
    if p is not None and nameless and not wordset("aircraft").isdisjoint(scene.words[max(0, p.first - 2) : p.last]):
        f.perpetrator, f.perpetrator_rule = None, ""  # ``طيران مجهول``: nobody's plane, no gunmen
    if f.target is not None and f.target.actor_id == "residents" and f.event_type is not EventType.PROTEST:
        f.target = as_civilians(f.target)  # protesters who are shot at or held
    if f.target is not None and f.target.actor_id == "arab-tribes" and f.event_type in _AGAINST and _unarmed(scene, f.target):
        f.target = as_civilians(f.target)  # ``خمسة من أبناء قبيلة شمر``
    if f.event_type in _FROM_AFAR and f.target is not None and f.target.category == "property" and _mere_land(scene, f):
        f.target, f.target_rule = None, ""  # ``قذائف على أراضٍ زراعية``
    if f.event_type is EventType.FOILED_PLOT:
        _whose_plot(scene, f)
    if f.event_type is EventType.LOOTING and f.target is None:
        _whose_goods(scene, f)
    if f.event_type in (EventType.ARREST, EventType.RAID):
        _was_held(scene, f)
        member = _member_of(scene, f)
        if member is not None:
            f.target, f.target_rule = member, "target:member"
            if f.perpetrator is not None and f.perpetrator.first == member.first:
                f.perpetrator, f.perpetrator_rule = None, ""
    if f.perpetrator is not None and _nobodys(scene, f):
        f.perpetrator, f.perpetrator_rule = None, ""
    found = "defuse" in f.classes or scene.cls(f.main) == "body" or (f.modality is Modality.FOILED and f.event_type in _BOMBS)
    by_body = f.perpetrator is not None and _only_tells(scene, f, f.perpetrator)
    if by_body or (found and f.perpetrator is not None and f.perpetrator.category in _GUARDS):
        f.perpetrator, f.perpetrator_rule = None, ""  # who makes it safe did not lay it; who finds a body did not kill
    if f.event_type in (EventType.PROTEST, EventType.SEIZURE_OF_TERRITORY):
        if f.target is not None and f.target.category in _PEOPLE:
            f.target, f.target_rule = None, ""
    elif f.event_type == EventType.PRISON_BREAK:
        if f.perpetrator is not None and f.perpetrator.category in _GUARDS:
            f.perpetrator, f.perpetrator_rule = None, ""
        if f.perpetrator is None and f.target is not None and f.target.category not in _GUARDS:
            f.perpetrator, f.perpetrator_rule = f.target, "agent:escapes"
            f.target, f.target_rule = None, ""
        elif f.target is not None and f.target.category in _PEOPLE:
            f.target, f.target_rule = None, ""
        party = _prisoners_of(scene, f)
        if party is not None:
            f.perpetrator, f.perpetrator_rule = party, "agent:prisoners-of"
            if f.target is not None and f.target.name_en == party.name_en:
                f.target, f.target_rule = None, ""
    elif f.event_type in _VIOLENT and f.perpetrator is not None and _unnamed(f.perpetrator) and not f.aggregate:
        f.perpetrator = as_gunmen(f.perpetrator)


def _only_tells(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """Who finds the dead, or lays a deed on somebody, did not do it: ``عثرت قوى الأمن على جثة امرأة قُطع رأسها``, ``نسبت الشرطة الهجوم``."""
    if scene.words[p.first - 1] in wordset("ascribes") and p.first > 0:
        return True
    if (
        "body" not in f.classes
        or not p.last <= f.main.first
        or scene.words[f.main.first].startswith("و")
        or scene.owner[p.first] != scene.owner[f.main.first]
    ):
        return False
    return any(scene.cls(w) == "body" and w.form != "phrase" and w.last == p.first for w in scene.lines[scene.owner[p.first]].triggers)


def _mere_land(scene: Scene, f: Frame) -> bool:
    """Fields and orchards that are hit and do not burn, with nobody hurt."""
    if f.target is None or any(t.count.high != 0 for t in f.tolls.values()) or "burn" in f.classes:
        return False
    at = range(f.target.first, min(f.target.last + 1, len(scene.words)))
    return any(bare(scene.words[i]) in wordset("farm-lands") for i in at) and not scene.holds("burned")


def _prisoners_of(scene: Scene, f: Frame) -> ActorMention | None:
    """``فرّ ثلاثة سجناء من عناصر داعش``, ``سجناء التنظيم``: the party the prisoners belong to stands right behind them."""
    a = f.perpetrator
    if a is None or a.actor_id != "prisoners" or scene.owner[a.first] < 0:
        return None
    near = (b for b in scene.lines[scene.owner[a.first]].actors if 0 <= b.first - a.last <= 2)
    b = next(near, None)
    if b is None or b.category not in _PARTIES or b.name_en is None:
        return None
    return b if all(w in ("من", "ل") for w in scene.words[a.last : b.first]) else None


def _unarmed(scene: Scene, a: ActorMention) -> bool:
    """No word of the mention says that these members of a tribe bore arms, nor is what was hit a thing of war (``رتلاً عسكرياً للعشائر``)."""
    near = scene.words[max(0, a.first - _THING) : a.last]
    if not wordset("things-of-war").isdisjoint(near) or not wordset("of-war").isdisjoint(near) or is_object(a):
        return False
    return not any(bare(w).startswith(_BEARING_ARMS) for w in scene.words[a.first : a.last])


def _nobodys(scene: Scene, f: Frame) -> bool:
    """A legacy mine whose maker is named (codebook 5.2); arrests and abductions counted without saying whose, told after another's."""
    if f.event_type is EventType.IED:
        mine = any(not wordset("mine-words").isdisjoint(scene.words[w.first : w.last + 2]) for w in f.triggers)
        known = f.perpetrator is not None and f.perpetrator.category != "unknown"
        return mine and known and f.perpetrator_rule == "agent:by-phrase"
    return f.aggregate and f.event_type in (EventType.ARREST, EventType.ABDUCTION) and f.perpetrator_rule == "perpetrator:before:out"


def _both_died(scene: Scene, f: Frame) -> bool:
    """``88 قتيلاً، هم 55 من قسد و9 من التنظيم و24 مدنياً``: a toll that counts the doer's own men is of two sides (codebook section 8)."""
    if f.perpetrator is None or f.event_type is not EventType.ATTACK or not f.tolls:
        return False
    name = f.perpetrator.name_en
    for p in f.parts:
        ln = scene.lines[p.line]
        for a in ln.actors:
            if (
                a.name_en == name
                and a.first > p.main.last
                and scene.words[a.first - 1] == "من"
                and any(n.last == a.first - 1 for n in ln.numbers)
            ):
                return True
    return False


def _unnamed(a: ActorMention) -> bool:
    """Civilians, unless they are the protesters of the report: those who storm or burn stay who they are."""
    return a.category == "civilians" and a.actor_id != "residents"


def _was_held(scene: Scene, f: Frame) -> None:
    """``خلية لداعش … جرى القبض على ثلاثة من أفرادها``: told without an agent, no group named before it did the holding."""
    a = f.perpetrator
    if a is None or a.category != "armed_group" or not f.perpetrator_rule.startswith("perpetrator:") or a.last > f.main.first:
        return
    if not wordset("was-done").isdisjoint(scene.words[max(0, f.main.first - 3) : f.main.first]):
        f.perpetrator, f.perpetrator_rule = None, ""
        if f.target is None or f.target.category in (*_GUARDS, "property"):
            f.target, f.target_rule = a, "target:was-held"


def _whose_plot(scene: Scene, f: Frame) -> None:
    """``إحباط مخطط لتفجير سوق والقبض على خلية لداعش``: the plot is the one group's that is spoken of, no force's."""
    if f.aggregate or (f.perpetrator is not None and f.perpetrator.category not in _GUARDS):
        return
    own = {p.line for p in f.parts}
    lines = {k for p in f.parts for k in (p.line, p.line + 1) if k < len(scene.lines)}
    groups = [
        a
        for k in sorted(lines)
        for a in scene.lines[k].actors
        if a.category == "armed_group"
        and a.name_en is not None
        and (k in own or not wordset("cell-of").isdisjoint(scene.words[max(0, a.first - 3) : a.first + 1]))
    ]
    if len({a.name_en for a in groups}) == 1:
        f.perpetrator, f.perpetrator_rule = groups[0], "agent:plots"
        if f.target is not None and f.target.name_en == groups[0].name_en:
            f.target, f.target_rule = None, ""


def _whose_goods(scene: Scene, f: Frame) -> None:
    """``أضرموا النار في مركبتين``, ``سرقة محصول الزيتون``: private goods robbed or burned are civilians' (codebook 5.4)."""
    goods = wordset("private-goods")
    for p in f.parts:
        for i in range(p.main.last, min(p.last, p.main.last + _GOODS)):
            if scene.words[i] in goods or bare(scene.words[i]) in goods:
                f.target, f.target_rule = civilians_at(scene, i), "target:private-goods"
                return


def _member_of(scene: Scene, f: Frame) -> ActorMention | None:
    """``أوقفت سوريين للاشتباه بانتمائهما إلى داعش``: whom those held are said to belong to (codebook 5.4)."""
    words = scene.words
    for p in f.parts:
        for a in scene.lines[p.line].actors:
            if a.category not in _PARTIES or a.name_en is None or not p.first <= a.first < p.last:
                continue
            before = words[max(p.main.last, a.first - 3) : a.first]
            if before and not wordset("membership").isdisjoint(before):
                return a
    return None


# Tolls such an event does not have: those executed or shot are the dead, not the held; a march, a truce or a convoy harms nobody, and
# the dead of a robbery or of a dispersed march are an attack of their own (codebook sections 3 and 10).
_NO_TOLL = {
    EventType.ASSASSINATION: ("captured",),
    EventType.LOOTING: ("killed",),
    EventType.FOILED_PLOT: ("killed", "injured", "killed_or_injured"),
    EventType.PROTEST: ("killed", "injured", "captured", "killed_or_injured"),
    EventType.STRATEGIC_DEVELOPMENT: ("killed", "injured", "captured", "killed_or_injured"),
}


def settle_tolls(f: Frame) -> None:
    """Leave out the tolls that belong to what led to the event or followed it."""
    if f.aggregate:
        return
    for role in _NO_TOLL.get(f.event_type, ()):
        if role in f.tolls and f.tolls[role].count.high != 0:
            del f.tolls[role]
    held = f.tolls.get("captured")
    if f.event_type == EventType.EXECUTION and held is not None and any(w.first == held.first and w.form == "masdar" for w in f.triggers):
        del f.tolls["captured"]  # "أعدموا خمسة بعد يوم من خطفهم"
    if f.modality is Modality.FOILED and f.event_type in (EventType.ABDUCTION, EventType.ARREST):
        f.tolls.pop("captured", None)


def as_civilians(a: ActorMention) -> ActorMention:
    """``خمسة أشخاص`` who are hit: civilians, as nothing else is said of them."""
    known = registry().actor("civilians")
    return replace(a, actor_id=known.id, name_en=known.name_en, name_ar=known.name_ar, category=known.category)


def civilians_at(scene: Scene, i: int) -> ActorMention:
    """Civilians, seen in the word at token ``i``."""
    return known_at(scene, i, "civilians")


def known_at(scene: Scene, i: int, actor_id: str) -> ActorMention:
    """An actor of the registry, seen in the word at token ``i``."""
    known, token = registry().actor(actor_id), scene.tokens[i]
    span = Span(token.start, token.end)
    return ActorMention(
        span, scene.doc.text.slice(span), known.id, known.name_en, known.name_ar, Stance.NEUTRAL, "described", known.category,
        None, (), i, i, i + 1
    )  # fmt: skip


def as_gunmen(a: ActorMention) -> ActorMention:
    """``راكبا دراجة نارية`` who shoot: an armed group without a name."""
    known = registry().actor("unknown-gunmen")
    return replace(a, actor_id=known.id, name_en=known.name_en, name_ar=known.name_ar, category=known.category)


def settle_hunted(scene: Scene, f: Frame) -> None:
    """``قواته قتلت ستة مسلحين``: whom a force of the state fights are militants, unless the text says unknown or masked."""
    p, t = f.perpetrator, f.target
    if p is None or t is None or t.actor_id != "unknown-gunmen" or p.category not in ("state_force", "ministry"):
        return
    if f.event_type in _HUNTED and wordset("stated-unknown").isdisjoint(scene.words[t.first : t.last + 1]):
        known = registry().actor("militants")
        f.target = replace(t, actor_id=known.id, name_en=known.name_en, name_ar=known.name_ar, category=known.category)
