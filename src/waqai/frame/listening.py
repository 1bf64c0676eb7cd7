"""Voices as a claim needs them, and who answers without a verb over the event: who closes what is told on, who adopts it, rumours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from waqai.frame.frames import Frame
from waqai.frame.reach import main_line
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_MILLS = wordset("rumour-mills")
_AGAIN, _ONCE, APART = wordset("outlet-again"), wordset("was"), wordset("apart") | wordset("meanwhile")


class VoiceLike(Protocol):
    """What a claim needs of a voice (see the attribute room)."""

    @property
    def cls(self) -> str:
        """Class of the speech word."""
        ...

    @property
    def source(self) -> ActorMention | None:
        """The speaker."""
        ...

    @property
    def first(self) -> int:
        """First token it covers."""
        ...

    @property
    def last(self) -> int:
        """End of the tokens it covers."""
        ...

    @property
    def word(self) -> WordMention:
        """The speech word."""
        ...

    @property
    def carried(self) -> bool:
        """The source was named in an earlier sentence."""
        ...


class VoicesLike(Protocol):
    """The voices of a document."""

    default: ActorMention | None

    @property
    def items(self) -> Sequence[VoiceLike]:
        """All voices in text order."""
        ...

    def at(self, i: int) -> VoiceLike | None:
        """The voice over token ``i``."""
        ...


def outlet_again(scene: Scene, line: int) -> bool:
    """``يُذكر أن``, ``تجدر الإشارة``, ``وكان … قد``: the outlet tells what happened before, whoever spoke last."""
    s = scene.lines[line].sentence
    if scene.words[s.first] in _ONCE and "قد" in scene.words[s.first : s.first + 8]:
        return True
    return begins(scene, line, _AGAIN)


def begins(scene: Scene, line: int, phrases: frozenset[str]) -> bool:
    """Whether the sentence begins with one of the phrases, of three words at most."""
    first = scene.lines[line].sentence.first
    return any(" ".join(scene.words[first : first + n]) in phrases for n in (1, 2, 3))


def closed_by(scene: Scene, f: Frame, voices: VoicesLike) -> ActorMention | None:
    """``سقطت ثلاث قذائف. ومرّت القذائف بسلام، كما أفادت مصادر أهلية``: who closes the sentence that goes on about what nobody else told."""
    after = max(p.line for p in f.parts) + 1
    home = main_line(scene, f)
    if after >= len(scene.lines) or f.aggregate or any(home <= scene.owner[v.word.first] < after for v in voices.items):
        return None
    ln = scene.lines[after]
    if ln.sentence.paragraph != scene.lines[home].sentence.paragraph or not (ln.triggers or ln.tolls or _named_again(scene, f, ln)):
        return None
    told = [v for v in voices.items if scene.owner[v.word.first] == after]
    if len(told) != 1 or told[0].cls != "accord" or told[0].carried or begins(scene, after, APART):
        return None
    if any(scene.owner[x.main.first] == after for x in scene.memo.get("frames", ())):
        return None  # the sentence has an event of its own
    return told[0].source


def _named_again(scene: Scene, f: Frame, ln: Lines) -> bool:
    """A thing told of without its article is named with it in the next sentence: ``قذائف`` … ``القذائف``."""
    own = set(scene.words[f.first : f.last])
    return any(t.startswith("ال") and t[2:] in own for t in scene.words[ln.sentence.first : ln.sentence.last])


def adopted_by(scene: Scene, f: Frame, voices: VoicesLike) -> ActorMention | None:
    """Who takes responsibility for an event answers for it, whoever else tells of it (codebook 2.3); ``None`` when nobody does."""
    if f.perpetrator_rule != "agent:claims" or f.perpetrator is None or f.aggregate:
        return None
    lines = {p.line for p in f.parts}
    return next(
        (
            v.source
            for v in voices.items
            if v.cls == "claim-resp"
            and v.source is not None
            and v.source.name_en == f.perpetrator.name_en
            and scene.owner[v.word.first] in lines
        ),
        None,
    )


def rumoured(scene: Scene, f: Frame, source: ActorMention) -> bool:
    """``تناقلت صفحات أنباء عن …، الأمر الذي نفاه``: what pages spread and somebody denies."""
    if not any(scene.words[i].removeprefix("و") in _MILLS for i in range(source.first, source.last)):
        return False
    return any(x.denial is not None and x.main is f.main for x in scene.memo.get("frames", ()))
