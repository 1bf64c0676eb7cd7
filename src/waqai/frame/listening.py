"""Voices as a claim needs them, and who answers without a verb over the event: who closes what is told on, who adopts it, rumours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from waqai.frame.frames import Frame
from waqai.frame.merge import families_meet
from waqai.frame.reach import main_line
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_AT_ITS_HEAD = 4  # tokens before the verb of saying
_ALONE = 14  # tokens of a sentence that only names the source
_NEAR_BY = frozenset(("local-sources", "medical-source", "security-source", "military-source", "local-officials"))
_TELLS = frozenset(("say", "continue", "accord"))
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
    def goes_on(self) -> Sequence[VoiceLike]:
        """Sentences without a speaker inside what one source tells."""
        ...

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
    """Who tells on, in the next sentence, what nobody else told; ``None`` when nobody does or the sentence has an event of its own.

    ``سقطت ثلاث قذائف. ومرّت القذائف بسلام، كما أفادت مصادر أهلية``; ``هاجم مسلحون القرية.\\nوقالت مصادر محلية إن المهاجمين …``.
    """
    after = max(p.line for p in f.parts) + 1
    home = main_line(scene, f)
    if after >= len(scene.lines) or f.aggregate or any(home <= scene.owner[v.word.first] < after for v in voices.items):
        return None
    ln = scene.lines[after]
    told = [v for v in voices.items if scene.owner[v.word.first] == after]
    if not told or told[0].carried or begins(scene, after, APART) or outlet_again(scene, after):
        return None
    v = told[0]
    lead = f.main.first == min(x.main.first for x in scene.memo.get("frames", (f,)))
    own = [x for x in scene.memo.get("frames", ()) if scene.owner[x.main.first] == after]
    if own and not (lead and all(_goes_on(scene, f, x) for x in own)):
        return None
    if v.cls == "accord" and len(told) == 1 and ln.sentence.paragraph == scene.lines[home].sentence.paragraph:
        alone = v.word.first == ln.sentence.first and ln.sentence.last - ln.sentence.first <= _ALONE  # "بحسب ما أفاد به المرصد."
        return v.source if alone or ln.triggers or ln.tolls or _named_again(scene, f, ln) else None
    source = v.source
    if v.cls not in _TELLS or source is None or source.actor_id not in _NEAR_BY or v.word.first - ln.sentence.first > _AT_ITS_HEAD:
        return None
    counts = source.actor_id == "medical-source" and bool(ln.tolls or ln.numbers)
    beside = ln.sentence.paragraph - scene.lines[home].sentence.paragraph
    return source if (lead and beside <= 1) or (counts and not beside) else None


def _goes_on(scene: Scene, f: Frame, x: Frame) -> bool:
    """What the next sentence tells is of the lead's kind and nowhere else."""
    at = scene.lines[scene.owner[x.main.first]].sentence
    elsewhere = x.place is not None and f.place is not None and not scene.same_place(x.place, f.place)
    return families_meet(x, f) and not (elsewhere and x.place is not None and at.first <= scene.place(x.place).first < at.last)


def _named_again(scene: Scene, f: Frame, ln: Lines) -> bool:
    """A thing told of without its article is named with it in the next sentence: ``قذائف`` … ``القذائف``."""
    own = set(scene.words[f.first : f.last])
    return any(t.startswith("ال") and t[2:] in own for t in scene.words[ln.sentence.first : ln.sentence.last])


def adopted_by(scene: Scene, f: Frame, voices: VoicesLike) -> ActorMention | None:
    """Who takes responsibility for an event answers for it, whoever else tells of it (codebook 2.3); ``None`` when nobody does."""
    if f.perpetrator_rule not in ("agent:claims", "agent:owns-up") or f.perpetrator is None or f.aggregate:
        return None
    said = ("claim-resp",) if f.perpetrator_rule == "agent:claims" else ("claim-resp", "say", "announce", "continue", "accord")
    lines = {p.line for p in f.parts}
    return next(
        (
            v.source
            for v in voices.items
            if v.cls in said and v.source is not None and v.source.name_en == f.perpetrator.name_en and scene.owner[v.word.first] in lines
        ),
        None,
    )


def rumoured(scene: Scene, f: Frame, source: ActorMention) -> bool:
    """``تناقلت صفحات أنباء عن …، الأمر الذي نفاه``: what pages spread and somebody denies."""
    if not any(scene.words[i].removeprefix("و") in _MILLS for i in range(source.first, source.last)):
        return False
    return any(x.denial is not None and x.main is f.main for x in scene.memo.get("frames", ()))
