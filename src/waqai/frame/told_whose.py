"""Whose the victims or the thing hit were, told behind the event: ``… والسيارة تابعة لقسد``, ``وقال إن القتيلين من عناصر الحشد``.

Such a sentence tells no event of its own. It names the victims or the thing with the article, or goes on with ``وهو``, ``وكان يعمل``, and
says which party they belong to; that party was hit (codebook 5.4). Who did it (``المنفذ``) is not told of in this way.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.frame.conventions import as_civilians
from waqai.frame.frames import Frame
from waqai.frame.governed import holds_the_area
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_HIT = frozenset(
    (
        EventType.ATTACK, EventType.ASSASSINATION, EventType.EXECUTION, EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING,
        EventType.SHELLING, EventType.AIRSTRIKE, EventType.ABDUCTION, EventType.ARREST, EventType.OTHER,
    )
)  # fmt: skip
_PERSONAL = frozenset(
    (EventType.ATTACK, EventType.ASSASSINATION, EventType.EXECUTION, EventType.ABDUCTION, EventType.ARREST, EventType.OTHER)
)
_PARTIES = frozenset(("armed_group", "militia", "state_force", "international", "officials", "civilians"))
_OPEN = frozenset(("civilians", "unspecified", "property"))
_LINES = 3  # sentences behind the event
_TO_LINK = 5  # tokens from the victim or thing to the word of belonging
_TO_PARTY = 6  # tokens from the word of belonging to the party
_NAME = 5  # tokens behind the killing in which its victim is named
_TO_PERSONS = frozenset(("kill", "die", "injure", "assassinate", "execute", "abduct", "arrest"))
_LONG = 4  # letters a name has at least
_BACK = 6  # tokens in which a doer or a negation undoes it


def tell_whose(scene: Scene, frames: list[Frame], dropped: list[Frame]) -> None:
    """Give events whose target is open the party a later clause or sentence tells.

    Args:
        scene: the document.
        frames: the frames kept, in text order.
        dropped: frames that were no events; where one tells another happening the event's own telling ends.
    """
    if not scene.holds("belongs-link"):
        return
    others = (f for f in dropped if f.drop not in ("bare-mention", "headline-only"))
    told = sorted((f for f in (*frames, *others) if f.denial is None), key=lambda f: f.main.first)
    for n, f in enumerate(told):
        if f.drop or f.aggregate or f.event_type not in _HIT or (f.target is not None and f.target.category not in _OPEN):
            continue
        lo = f.main.last
        end = next((g.first for g in told[n + 1 :] if g.line > f.line or g.main.first > f.main.first), len(scene.words))
        for k in range(f.line, min(max(f.lines or [f.line]) + _LINES + 1, len(scene.lines))):
            ln = scene.lines[k]
            first, last = max(lo, ln.sentence.first), min(end, ln.sentence.last)
            if first >= last:
                continue
            a = _whose(scene, ln, f, first, last)
            if a is not None:
                f.target, f.target_rule = a, "target:told-whose"
                break


def _whose(scene: Scene, ln: Lines, f: Frame, lo: int, hi: int) -> ActorMention | None:
    """The party that somebody or something told of is said to belong to, in one stretch of a sentence."""
    for i in _links(scene, ln, f, lo, hi):
        near = (a for a in ln.actors if i < a.first <= i + _TO_PARTY or a.first <= i < a.last)
        a = next((a for a in near if a.name_en is not None or a.first != i), None)  # ``المنتسب إلى قسد``: the link is no party
        a = a if a is not None and a.last <= hi else None
        if a is None or a.name_en is None or a.category not in _PARTIES or a.form == "pronoun" or holds_the_area(scene, a):
            continue
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en:
            continue
        if not all(_passes(scene, ln, x) for x in range(i + 1, a.first)):
            continue
        return as_civilians(a) if a.category == "civilians" else a
    return None


def _links(scene: Scene, ln: Lines, f: Frame, lo: int, hi: int) -> Iterator[int]:
    """Tokens of words of belonging whose subject is a victim or a thing of the event."""
    words = scene.words
    links, things, victims = wordset("belongs-link"), wordset("things-told"), wordset("victims-told")
    for i in range(lo, hi):
        if words[i].lstrip("و") not in links:
            continue
        near = words[max(lo, i - _TO_LINK) : i + 1]
        back = words[max(ln.sentence.first, i - _BACK) : i]
        if not wordset("negation").isdisjoint(back) or not wordset("doers-told").isdisjoint(back):
            continue
        thing = any(w.removeprefix("و") in things for w in near)
        victim = any(w.removeprefix("و") in victims for w in near) or _goes_on(scene, f, near)
        if (thing and words[i].lstrip("و") in wordset("things-belong")) or (victim and words[i].lstrip("و") in wordset("victims-belong")):
            yield i


def _goes_on(scene: Scene, f: Frame, near: list[str]) -> bool:
    """``وكان يعمل``, ``وقال إن الصياصنة قيادي``: the one victim, by a pronoun or his name."""
    if f.event_type not in _PERSONAL or (f.perpetrator is not None and f.perpetrator.category != "unknown"):
        return False
    hit = max((t.count.best or 0 for t in f.tolls.values()), default=0)
    if hit > 2 or not f.tolls:
        return False
    if not wordset("both-were" if hit == 2 else "he-was").isdisjoint(near):
        return True
    name = {w for t in f.triggers if scene.cls(t) in _TO_PERSONS for w in scene.words[t.last : t.last + _NAME]}
    return any(len(w) > _LONG and w not in wordset("right-by") and (w in name or w.removeprefix("و") in name) for w in near)


def _passes(scene: Scene, ln: Lines, i: int) -> bool:
    """Words between a word of belonging and the party: prepositions, men and ranks, counts."""
    word = scene.words[i]
    return word in wordset("belongs-through") or any(n.first <= i < n.last for n in ln.numbers)
