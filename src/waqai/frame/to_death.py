"""Whom they tortured or beat to death is dead: ``عذّبتهما حتى الموت``, ``ضربوا رجلاً حتى الموت``, ``رُجمت امرأة حتى الموت``."""

from __future__ import annotations

from waqai.frame.counts import count_of
from waqai.frame.frames import Frame, Toll
from waqai.frame.scene import Lines, Scene
from waqai.model import CountRange, Span
from waqai.resources.wordsets import wordset

_BACK = 6  # tokens from "to death" to whom it befell
_DOERS = frozenset(("armed_group", "state_force", "militia", "unknown"))
_ENDING = (("هما", 2), ("ها", 1), ("ه", 1))


def settle_to_death(scene: Scene, f: Frame) -> None:
    """Give a frame the dead that "to death" tells of, where nothing else counts any.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.aggregate or {"killed", "killed_or_injured"} & f.tolls.keys() or not scene.holds("death-itself"):
        return
    for part in f.parts:
        ln = scene.lines[part.line]
        for i in range(part.first + 1, min(part.last + 1, ln.sentence.last) - 1):
            if scene.words[i] == "حتي" and scene.words[i + 1] in wordset("death-itself"):
                count = _of_them(scene, ln, i)
                if count is not None:
                    span = Span(scene.tokens[i].start, scene.tokens[i + 1].end)
                    f.tolls["killed"] = Toll("killed", count, span, i, None, False, "toll:to-death")
                return


def _of_them(scene: Scene, ln: Lines, i: int) -> CountRange | None:
    """How many: those named right before, or those the verb's pronoun means."""
    near = [a for a in ln.actors if i - _BACK <= a.first < i and a.category not in _DOERS]
    if near:
        a = near[-1]
        n = next((n for n in ln.numbers if a.first <= n.first < a.last or (n.last == a.first and n.form in ("digits", "words"))), None)
        if n is not None and n.low is not None:
            return count_of(n)
        if scene.words[a.first] in wordset("one-person"):
            return CountRange(1, 1, 1, a.text)
    verb = scene.words[i - 1]
    for ending, many in _ENDING:
        if verb.endswith(ending):
            return CountRange(many, many, many, verb)
    return None
