"""Sources by number: items of a round-up closed by ``(2)`` and a list at its end, ``المصادر: 1- لجان التنسيق 2- شبكة شام``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.bodies import named_body
from waqai.attribute.lines import mention
from waqai.attribute.persons import SPEAKERS
from waqai.attribute.voice import Voice
from waqai.model import ActorMention, Doc
from waqai.resources.wordsets import wordset

_HEADS = wordset("list-of-sources")
_MARKS = frozenset(("-", "\u2013", "\u2014", ".", ")", ":"))


def by_number(doc: Doc, words: Sequence[str]) -> tuple[list[Voice], int]:
    """A voice for every stretch closed by the number of a source in brackets, from the number or the paragraph's head before it.

    The list itself tells nothing: the second value is its first token, the end of the text without one.

    Args:
        doc, words: the document and its folded tokens.
    """
    at = next((i for i in range(len(words) - 1, 0, -1) if words[i] in _HEADS), None)
    listed = _listed(doc, words, at + 1) if at is not None else {}
    if at is None or not listed:
        return [], len(words)
    heads: dict[int, int] = {}
    for s in doc.text.sentences:
        heads.setdefault(s.paragraph, s.first)
    begins = sorted(heads.values())
    out: list[Voice] = []
    before = 0
    for i in range(2, at):
        if words[i] != ")" or not words[i - 1].isdigit() or words[i - 2] != "(":
            continue
        src = listed.get(int(words[i - 1]))
        first = max([b for b in begins if b <= i - 2] + [before], default=0)
        if src is not None:
            out.append(Voice(first, i, "accord", src, mention(doc, i - 1), True))
        before = i + 1
    return out, at if out else len(words)


def _listed(doc: Doc, words: Sequence[str], at: int) -> dict[int, ActorMention]:
    """Number → the source that stands behind it in the list."""
    out: dict[int, ActorMention] = {}
    for i in range(at, len(words) - 2):
        if not words[i].isdigit() or words[i + 1] not in _MARKS:
            continue
        a = next((a for a in doc.actors if a.first == i + 2 and a.category in SPEAKERS and a.name_en is not None), None)
        a = a or named_body(doc, words, i + 2)
        if a is not None:
            out.setdefault(int(words[i]), a)
    return out
