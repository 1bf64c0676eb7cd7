"""Of whom the text says that nobody knows who he was, nothing more is known: the target is null (codebook 5.4).

``عُثر على جثة رجل لم تُعرف هويته``, ``ولم يتم التعرف على هوية صاحبها``, ``هوية الضحية ما زالت مجهولة``. ``ولم تُعرف هوية القاتل`` is another.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.frame.stated_unknown import goes_on_about_it
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_DEATHS = frozenset((EventType.ASSASSINATION, EventType.EXECUTION, EventType.OTHER, EventType.ATTACK, EventType.ABDUCTION))
_NEAR = 5  # tokens between not knowing and who is not known
_LATER = 2  # sentences behind the event in which it is said


def settle_victim_unknown(scene: Scene, f: Frame) -> None:
    """Take back a target of whom nothing but that he was a person is told.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    t = f.target
    if t is None or f.aggregate or f.denial is not None or f.event_type not in _DEATHS or not scene.holds("identity"):
        return
    if t.category != "civilians" or t.form != "described" or scene.words[t.first].removeprefix("و") not in wordset("somebody"):
        return
    last = max(p.line for p in f.parts)
    for k in range(last, min(last + 1 + _LATER, len(scene.lines))):
        ln = scene.lines[k]
        if k > last and not goes_on_about_it(scene, ln):
            return
        first = max(t.last, ln.sentence.first) if k == last else ln.sentence.first
        if _not_identified(scene, first, ln.sentence.last, beside=t.last if k == last else -1, single=_alone(scene, f)):
            f.target, f.target_rule = None, "target:not-identified"
            return


def _alone(scene: Scene, f: Frame) -> bool:
    """Nobody else a pronoun could mean: no doer in the words of the event."""
    return f.perpetrator is None or not any(p.first <= f.perpetrator.first < p.last for p in f.parts)


def _not_identified(scene: Scene, first: int, last: int, *, beside: int, single: bool) -> bool:
    """Whether the words say that he is not identified; ``beside`` is the token behind his noun, ``-1`` in another sentence."""
    words = scene.words
    for i in range(first, last):
        if words[i] not in wordset("identity"):
            continue
        his = i + 1 < last and words[i] in wordset("identity-of") and words[i + 1] in wordset("victim-meant")
        if not his and (words[i] in wordset("identity-of") or not (single or i - beside < _NEAR)):
            continue
        lo = max(first, i - _NEAR)
        plain = not wordset("unknown-adjectives").isdisjoint(words[i : min(last, i + _NEAR + 2)])
        for k in range(lo, i):
            if words[k] in wordset("identified") and not wordset("not-yet").isdisjoint(words[max(first, k - 2) : k]):
                return True
        if plain:
            return True
    return False
