"""What followed an attack: ``هاجموا نقطة لقسد …، تبع ذلك مداهمة منازل واعتقال خمسة``: raids and arrests of those attacked."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import EventType, WordMention
from waqai.resources.wordsets import wordset

_FORCES = frozenset(("armed_group", "militia", "state_force", "international"))
_TAKEN = (EventType.RAID, EventType.ARREST)
_BEHIND = 14  # tokens from "that was followed by" to the raid


def followed_by(scene: Scene, first: int, last: int) -> bool:
    """``تبع ذلك``, ``أعقب ذلك`` in the tokens from ``first`` to ``last``."""
    words = scene.words
    return any(words[i] in wordset("then-followed") and words[i + 1] == "ذلك" for i in range(first, min(last, len(words) - 1)))


def sequel(scene: Scene, ln: Lines, last: WordMention, w: WordMention) -> bool:
    """Whether ``w`` opens what followed; ``last`` is the trigger before it."""
    if not scene.holds("then-followed") or scene.cls(w) not in ("raid", "arrest", "seize-persons", "move"):
        return False
    return followed_by(scene, last.last, w.first)


def opens_sequel(scene: Scene, f: Frame) -> bool:
    """Whether a frame, not yet settled, is what followed: a raid or an arrest of its own."""
    if f.event_type not in _TAKEN or f.aggregate or not scene.holds("then-followed"):
        return False
    return followed_by(scene, max(scene.lines[f.line].sentence.first, f.main.first - _BEHIND), f.main.first)


def settle_followed(scene: Scene, f: Frame, done: Sequence[Frame]) -> None:
    """Give a raid or arrest that followed an attack to those attacked; changed in place.

    Args:
        scene: the document.
        f: a ranked frame.
        done: the frames before it, ranked.
    """
    if f.event_type not in (*_TAKEN, EventType.STRATEGIC_DEVELOPMENT) or f.aggregate or not scene.holds("then-followed"):
        return
    hit = (x for x in reversed(done) if f.line in x.lines and x.target is not None and x.target.category in _FORCES)
    old = next((x for x in hit if x.target is not None and x.target.name_en is not None), None)
    if old is None or old.target is None:
        return
    if not followed_by(scene, max(scene.lines[f.line].sentence.first, f.main.first - _BEHIND), f.main.first):
        return
    p = f.perpetrator
    if p is None or p.first < old.main.first or (old.perpetrator is not None and p.name_en == old.perpetrator.name_en):
        f.perpetrator, f.perpetrator_rule = old.target, "agent:followed"
        if f.target is not None and f.target.name_en == old.target.name_en:
            f.target, f.target_rule = None, ""
