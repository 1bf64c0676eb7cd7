"""Whose a post is that gunmen hit: ``هاجم مسلحون قاعدة عسكرية``, ``انفجار عبوة بدورية أمنية``.

What is military is the army's in whose land it lies, what is for security its security forces', a post on the border its border guards'.
In Syria and Palestine several powers keep posts, and whom a state hits is never its own.
"""

from __future__ import annotations

from waqai.frame.conventions import known_at
from waqai.frame.foe import land_of
from waqai.frame.frames import Frame
from waqai.frame.other_side import allied
from waqai.frame.phrases import bare
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_HIT = frozenset(
    (
        EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED, EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB,
        EventType.RAID,
    )
)  # fmt: skip
_REBELS = frozenset(("unknown", "armed_group", "crime"))
_NOBODY = frozenset(("civilians", "unspecified", "property"))
_MANY_POWERS = frozenset(("SY", "PS", "IL"))
_REACH = 9  # tokens from the blow to the post
_KIND = 2  # tokens from the post to the word that says which force it is of


def name_posts(scene: Scene, frames: list[Frame]) -> None:
    """Fill the target of events in which gunmen hit a post or a vehicle of a state no word names.

    Args:
        scene: the document.
        frames: the frames kept, their sides set.
    """
    if not scene.holds("state-posts") and not scene.holds("army-posts"):
        return
    for f in frames:
        p, t = f.perpetrator, f.target
        if f.aggregate or f.denial is not None or f.event_type not in _HIT or (p is not None and p.category not in _REBELS):
            continue
        if t is not None and (t.category not in _NOBODY or bare(scene.words[t.first]) not in wordset("bare-persons")):
            continue
        land = land_of(scene, f)
        at, kind = _post(scene, f)
        body = registry().body(land, kind) if land is not None and land not in _MANY_POWERS and at >= 0 else None
        if body is None:
            continue
        hit = known_at(scene, at, body)
        if p is None or not allied(p, hit):
            f.target, f.target_rule = hit, "target:post-of-the-land"


def _post(scene: Scene, f: Frame) -> tuple[int, str]:
    """The token of the post behind the blow and the force its adjective names; -1 for none."""
    words = scene.words
    for p in f.parts:
        if p.main is not f.main:
            continue
        lo = min(w.last for w in f.triggers if scene.owner[w.first] == p.line)
        for i in range(lo, min(p.last, scene.lines[p.line].sentence.last)):
            word = words[i]
            if word in (".", ";", ":") or i > p.main.last + _REACH:
                break
            if words[i - 1] in wordset("from-or-near") or (i > 1 and words[i - 2] in wordset("from-or-near") and words[i - 1] == "من"):
                continue  # ``قرب قاعدة عسكرية``, ``من ثكنة``
            near = [bare(x) for x in words[i + 1 : i + 1 + _KIND]]
            thing = word if word in wordset("state-posts") else bare(word)
            if thing in wordset("state-posts"):
                for kind in ("security", "border", "army"):
                    if not wordset(f"post-{kind}").isdisjoint(near):
                        return i, kind
            if word in wordset("army-posts") or bare(word) in wordset("army-posts"):
                return i, "army"
    return -1, ""
