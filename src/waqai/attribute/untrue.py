"""What is called untrue (``عار عن الصحة``, ``كذب وافتراء``): who calls it so, and how far the words reach."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.persons import SPEAKERS
from waqai.attribute.voice import Voice
from waqai.model import ActorMention, Doc, Sentence, WordMention
from waqai.resources.wordsets import wordset

_DENIED = 9  # tokens from a denial to the responsibility denied
_SPREAD = wordset("spread-by") | wordset("spread")


def refuter(
    words: Sequence[str], items: Sequence[Voice], w: WordMention, s: Sentence, actors: Sequence[ActorMention], current: ActorMention | None
) -> ActorMention | None:
    """Who calls it untrue: who speaks before the tale is told, not those who spread it (``وصف الناطق ما أعلنته الحركة … بأنه كاذب``).

    Args:
        words, items: folded tokens and the voices read so far.
        w: the words that call it untrue.
        s, actors: their sentence and its actors.
        current: who speaks in the sentence, also behind those words.
    """
    spread = next((j for j in range(s.first, w.first) if words[j] in _SPREAD), w.first)
    told = [a for a in actors if a.last <= w.first and a.category in SPEAKERS and a.name_en is not None]
    said = [v.source for v in items if s.first <= v.word.first < spread and v.source is not None]
    if said:
        return said[-1]
    if spread == w.first:
        return current or (told[-1] if told else None)
    teller = next((a for a in told if a.last <= spread), None)
    if teller is None and current is not None and spread <= current.first < w.first:
        return None  # ``رداً على ما نشرته بعض الصفحات … : الخبر كاذب``: who signs the text says so
    return teller or current


def refuted_to(doc: Doc, words: Sequence[str], w: WordMention, s: Sentence) -> int:
    """Where ends what is called untrue: at the next comma when an event stands before the words, else with the sentence."""
    if not any(x.layer == "trigger" and s.first <= x.first < w.first for x in doc.words):
        return s.last
    return next((j for j in range(w.last, s.last) if words[j] == ","), s.last)


def denied_too(words: Sequence[str], v: WordMention, w: WordMention) -> bool:
    """``نفى التنظيم مسؤوليته عن الهجوم``, ``نفت "القوات" أي علاقة لها أو مسؤوليتها عن``: the denial reaches the word."""
    return 0 <= w.first - v.last <= _DENIED and "," not in words[v.last : w.first]
