"""What an explosion told before turns out to have been: ``وتبيّن أن الانفجار ناجم عن سيارة مفخخة``, ``إن انتحارياً نفذ التفجير``.

A later sentence about the blast, known by its article, names a car bomb or a bomber: the blast was that. It is no event of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.merge import has_article
from waqai.frame.scene import Scene
from waqai.model import EventType, WordMention
from waqai.resources.wordsets import wordset

_BOMBS = frozenset((EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING))
_REACH = 2  # lines between the blast and what is said of it
_BARE = frozenset(("bare-mention", "other-domain"))
_KNOWN = frozenset(("device", "suicide", "defuse"))


def settle_cause(scene: Scene, frames: Sequence[Frame], dropped: Sequence[Frame]) -> None:
    """Give blasts of a kind not told the kind a later sentence tells.

    Args:
        scene: the document.
        frames: the ranked frames in text order.
        dropped: frames that tell no event of their own.
    """
    for f in frames:
        if f.event_type is not EventType.IED or f.aggregate or not f.classes & {"explode"} or f.classes & _KNOWN:
            continue
        if "vbied" in f.classes and len(f.parts) > 1:
            if any(scene.cls(w) == "vbied" and _denied(scene, w) for w in f.triggers):
                continue
            f.event_type, f.weapon_value = EventType.VEHICLE_BOMB, "vbied"
            continue
        last = max(f.lines)
        told = [d for d in dropped if d.drop in _BARE and d.event_type in _BOMBS and 0 < d.line - last <= _REACH]
        told += [d for d in frames if d.event_type in _BOMBS and 0 < d.line - last <= _REACH and _adds_nothing(scene, d)]
        for d in told:
            known = any(has_article(w) and scene.cls(w) == "explode" for w in d.triggers) or _bomber(scene, d)
            if known and not _denied(scene, d.main) and not any(last < x.line <= d.line and x is not d for x in frames):
                f.event_type, f.weapon, f.weapon_value = d.event_type, d.weapon, d.weapon_value
                if f.perpetrator is None and d.perpetrator is not None:
                    f.perpetrator, f.perpetrator_rule = d.perpetrator, d.perpetrator_rule
                d.drop = d.drop or "told-before"
                break


def _adds_nothing(scene: Scene, d: Frame) -> bool:
    """No toll, day or named place of its own: it can only be about the blast told before."""
    if d.tolls or d.aggregate or d.denial is not None or d.parts[1:] or (d.time is not None and d.time_rule.startswith("time:own")):
        return False
    own = d.place is not None and d.place_rule.startswith(("place:own", "place:list"))
    return not own or scene.place(d.place).ref is None if d.place is not None else True


def _bomber(scene: Scene, d: Frame) -> bool:
    """``انتحارياً تسلل وفجّر سترته``, ``المهاجم كان يرتدي حزاماً ناسفاً``: who carried the bomb, told after the blast."""
    if "suicide" not in d.classes:
        return False
    span = scene.words[d.first : d.last]
    return not wordset("blew-himself").isdisjoint(span) or not wordset("those-who-did").isdisjoint(span)


def _denied(scene: Scene, w: WordMention) -> bool:
    """``نفى أن يكون الانفجار ناجماً عن``, ``ليس ناجماً``."""
    if scene.owner[w.first] < 0:
        return False
    ln = scene.lines[scene.owner[w.first]]
    before = scene.words[ln.sentence.first : w.first]
    return any(scene.cls(x) == "deny" for x in ln.speech) or not wordset("not-the-cause").isdisjoint(before)
