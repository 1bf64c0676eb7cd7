"""Two tellings of one event whose tolls differ: two versions, or one toll from the least to the most (codebook 2.2 and 8)."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.merge import dates_meet, place_relation
from waqai.frame.scene import Scene
from waqai.model import ActorMention, CountRange, EventType
from waqai.resources.registry import registry

_NEUTRAL = frozenset(("source", "officials", "media", "monitor"))
_PARTIES = frozenset(("armed_group", "militia", "state_force"))
_ONE_PERSON = ("toll:singular-verb", "toll:antecedent", "toll:pronoun", "toll:one-before", "toll:unnumbered")
_COUNTED = ("killed", "injured", "captured")


def tolls_differ(a: Frame, b: Frame) -> bool:
    """Both count the killed or the injured exactly, and not alike."""
    return any(
        (x := a.tolls.get(r)) is not None and (y := b.tolls.get(r)) is not None
        and x.count.best is not None and y.count.best is not None and x.count.best != y.count.best
        for r in _COUNTED
    )  # fmt: skip


def one_toll(old: Frame, new: Frame, a: ActorMention | None, b: ActorMention | None, raised: bool = False) -> bool:
    """Neither teller takes part, they are not the same, and what they count differently is more than none.

    A toll that has risen is no second one, unless the second teller raised it (``ورفعت المنظمة العدد إلى``).
    """
    if any(t.count.best == 0 for f in (old, new) for t in f.tolls.values()):
        return False
    if ("rise" in new.rules and not raised) or dates_meet(old, new) == "different":
        return False
    return a is not None and b is not None and a.name_en != b.name_en and is_neutral(a) and is_neutral(b)


def is_neutral(a: ActorMention) -> bool:
    """A source, office, outlet or monitor that takes no part."""
    return a.category in _NEUTRAL and (a.actor_id is None or registry().actor(a.actor_id).side is None)  # no party's agency


def boasts(old: Frame, new: Frame, teller: ActorMention | None) -> bool:
    """A party counts dead where only wounded were told of (``أصيب شرطيان … وأعلن التنظيم أنه قتل ستة``)."""
    if teller is None or teller.category not in _PARTIES or "killed" in old.tolls:
        return False
    hurt, killed = old.tolls.get("injured"), new.tolls.get("killed")
    return hurt is not None and killed is not None and bool(hurt.count.best) and bool(killed.count.best)


def other_victims(old: Frame, new: Frame, a: ActorMention | None, b: ActorMention | None) -> bool:
    """A party says it hit its foe, somebody else that civilians were hit, or the reverse: two versions (codebook 2.2)."""
    if old.target is None or new.target is None or (name := {old.target.category, new.target.category}) == {"civilians"}:
        return False
    kinds = {old.event_type, new.event_type}
    if len(kinds) > 1 and (new.event_type is not EventType.ATTACK or not new.tolls):
        return False
    if "civilians" not in name or not name & _PARTIES or dates_meet(old, new) == "different":
        return False
    did = {x.perpetrator.name_en for x in (old, new) if x.perpetrator is not None}
    told = {x.name_en for x in (a, b) if x is not None}
    return (a.name_en if a is not None else None) != (b.name_en if b is not None else None) and bool(did & told)


def admits(scene: Scene, f: Frame) -> bool:
    """``وأقر الجيش بتنفيذ الضربة، موضحاً أنه استهدف مسلحين``: the deed is admitted, no version is set against another."""
    return any(scene.entry(s).id == "admit" for s in scene.lines[f.line].speech)


def widen(old: Frame, new: Frame) -> None:
    """The tolls of ``old`` reach from the least to the most that the two tell."""
    for role in _COUNTED:
        x, y = old.tolls.get(role), new.tolls.get(role)
        if x is None or y is None or x.count.best is None or y.count.best is None or x.count.best == y.count.best:
            continue
        if y.count.best == 1 and y.rule in _ONE_PERSON:
            continue  # "قال السائق قبل أن يفارق الحياة": one of them, no other count
        low, high = sorted((x.count.best, y.count.best))
        old.tolls[role] = replace(x, count=CountRange(low, None, high, f"{x.count.text} – {y.count.text}"))


def share_place(scene: Scene, frames: list[Frame]) -> None:
    """Two versions of one event have one place (codebook 2.2): ``في الفاشر`` and, in the other version, ``شرق الفاشر``."""
    for n, f in enumerate(frames):
        if f.place is None or scene.place(f.place).relation != "side" or f.aggregate:
            continue
        for old in frames[:n]:
            same = (
                old.place is not None
                and old.event_type is f.event_type
                and not old.aggregate
                and place_relation(scene, old.place, f.place) == "same"
            )
            names = [(x.perpetrator and x.perpetrator.name_en, x.target and x.target.name_en) for x in (old, f)]
            if same and names[0] == names[1] and None not in names[0] and dates_meet(old, f) != "different" and tolls_differ(old, f):
                f.place, f.place_rule = old.place, "place:same-event"
                break
