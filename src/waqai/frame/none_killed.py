"""Who was not killed: ``لم تسفر العملية عن قتلى``, ``دون أن يسفر ذلك عن إصابة أي شخص``, ``ولم يخلف القصف قتلى أو جرحى``.

The words of killing and wounding between the negation and "anybody" tell no event and no toll.
"""

from __future__ import annotations

from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_REACH = 10  # tokens from the verb to "anybody"
_STOP = frozenset((",", ".", ";", ":", "الا", "سوي", "بل"))
_OUTCOMES = frozenset(("kill", "die", "injure", "result"))


def none_killed(scene: Scene) -> list[tuple[int, int]]:
    """Tokens ``[a, b)`` of such words, from the negation to the last word that says nobody; found once per document.

    Args:
        scene: the document.

    Returns:
        The stretches in text order.
    """
    known: list[tuple[int, int]] | None = scene.memo.get("none-killed")
    if known is None:
        known = scene.memo["none-killed"] = _find(scene.words) if scene.holds("yields") else []
    return known


def leave_out(scene: Scene) -> None:
    """Take the words of harm that befell nobody out of the sentences, before anything is made of them."""
    for a, b in none_killed(scene):
        k = scene.owner[a]
        if k < 0:
            continue
        ln = scene.lines[k]
        ln.triggers[:] = [w for w in ln.triggers if not (a <= w.first < b and scene.cls(w) in _OUTCOMES)]
        ln.tolls[:] = [w for w in ln.tolls if not a <= w.first < b]


def _find(words: list[str]) -> list[tuple[int, int]]:
    out = []
    yields, negation, anybody, harm, hurt = (wordset(n) for n in ("yields", "none-negation", "anybody", "harming", "harmed"))
    for v, word in enumerate(words):
        if word not in yields or v == 0:
            continue
        i = v - 2 if words[v - 1] == "ان" else v - 1
        if i < 0 or words[i] not in negation:
            continue
        last = min(len(words), v + 1 + _REACH)
        end = next((j for j in range(v + 1, last) if words[j] in _STOP), last)
        at = [j for j in range(v + 1, end) if words[j].removeprefix("ب") in harm]
        if at and (who := next((j for j in range(at[0] + 1, end) if words[j] in anybody), None)) is not None:
            out.append((i, who + 1))
            continue
        pair = next((j for j in range(v + 1, end - 2) if words[j] in hurt and words[j + 1] in ("او", "ولا") and words[j + 2] in hurt), None)
        if pair is not None:
            out.append((i, pair + 3))
    return out
