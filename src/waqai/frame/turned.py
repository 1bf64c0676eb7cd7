"""Blame turned around: who is said to have done it lays it on another (``نفت القوات قصف المشفى، واتهمت خصمها بقصفه``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from waqai.frame.accused import Blame, blames, points_back
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.frame.story import Story
from waqai.model import ActorMention, Span, WordMention

_BACK = 3  # sentences


def turn_blame(story: Story, speaker_of: Callable[[int], ActorMention | None]) -> None:
    """Add the version of everybody who throws an act laid on him back on another (codebook 2.2).

    Args:
        story: its frames are ranked and weeded; versions are added behind them.
        speaker_of: the source covering a token.
    """
    scene = story.scene
    for k, ln in enumerate(scene.lines):
        for b in blames(scene, ln) if ln.speech else ():
            if not points_back(scene, b.deed):
                continue
            accuser = b.accuser or speaker_of(b.at)
            base = _laid_on(story, accuser, b, k)
            if base is not None and accuser is not None:
                story.frames.append(_version(scene, base, b, accuser))


def _laid_on(story: Story, accuser: ActorMention | None, b: Blame, line: int) -> Frame | None:
    """The act told last that the accuser is said to have done; ``None`` without one."""
    if accuser is None or accuser.name_en is None or accuser.name_en == b.accused.name_en:
        return None
    owner = story.scene.owner
    return next(
        (
            f
            for f in reversed(story.frames)
            if "rival" not in f.rules
            and f.main.first < b.at and line - owner[f.main.first] <= _BACK and not f.aggregate and f.perpetrator is not None
            and f.perpetrator.name_en == accuser.name_en
        ),
        None,
    )  # fmt: skip


def _version(scene: Scene, base: Frame, b: Blame, accuser: ActorMention) -> Frame:
    start, end = scene.tokens[b.deed].start, scene.tokens[b.deed].end
    word = WordMention(
        Span(start, end), scene.doc.text.slice(Span(start, end)), "trigger", base.main.entry, "masdar", "", b.deed, b.deed + 1
    )
    f = replace(
        base, main=word, triggers=[word], lines=list(base.lines), parts=list(base.parts), tolls={}, rules=[*base.rules, "turned"],
        more_places=[], classes=set(base.classes), modality=None, denial=None, denier=None,
    )  # fmt: skip
    f.perpetrator, f.perpetrator_rule = b.accused, "agent:accused"
    if f.target is not None and f.target.name_en == b.accused.name_en:
        f.target, f.target_rule = None, ""
    f.asserted, f.asserter = True, accuser
    return f
