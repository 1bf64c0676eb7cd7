"""Who blames: the subject of ``اتهم``, which its object may stand in for; ``حمّل X Y مسؤولية``, blame without a word of accusing."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.persons import SPEAKERS, STOPS, STRONG
from waqai.model import ActorMention, Sentence, WordMention
from waqai.resources.wordsets import wordset

_PARTIES = SPEAKERS - STRONG | {"international", "ministry"}
_REACH = 14
_CATCH = "القبض"  # ``ألقت القوات القبض``
_QUOTES = frozenset(('"', "'", "(", ")"))
_VERBS, _BORNE = wordset("blame-finite") | wordset("blame-participles"), wordset("responsibility")
_PARTICIPLES, _THROWS = wordset("blame-participles"), wordset("throws-blame")
_OWN_B = wordset("own-b")
_SET_IN = 10
_SAID_OF = wordset("unsaid") | wordset("negation")


def _deed(words: Sequence[str], actors: Sequence[ActorMention], lo: int, hi: int) -> int:
    """Where it begins what somebody is blamed for (``بقتل``, ``بأنها``, ``بالوقوف``); ``hi`` when it is not told."""
    i, end = lo, min(hi, lo + _REACH)
    while i < end:
        t = words[i]
        again = next((j + 1 for j in range(i + 2, min(hi, i + _SET_IN)) if words[j] == ","), 0) if t == "," else 0
        if again:  # ``اتهم الحوثيون، السبت، التحالف بقصف``: a phrase set in
            i, end = again, min(hi, again + _REACH)
            continue
        if t in STOPS:
            return i
        if len(t) > 3 and t.startswith("ب") and t not in _OWN_B and not any(a.first <= i < a.last for a in actors):
            return i
        i += 1
    return end


def object_first(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, s: Sentence) -> bool:
    """``… واتهم قوات الدعم السريع بقصف``: between the verb and the deed stands one party and nobody else, the accused.

    The accuser is then who spoke before; with nobody before, the verb is passive (``اتُّهم الجيش بقتل``).
    """
    deed = _deed(words, actors, w.last, s.last)
    between = [a for a in actors if w.last <= a.first < deed and a.form != "pronoun"]
    names = {a.name_en for a in between}
    if not between or len(names) > 1 or between[0].category not in _PARTIES:
        return False
    a = between[0]
    if any(len(t) > 1 and t not in _QUOTES for t in words[w.last : a.first]):
        return False
    if words[a.last : a.last + 1] and words[a.last] in _BORNE and a.last < s.last:
        return True  # ``وحمّلت قوات الدعم السريع المسؤولية عن 97 من الوفيات``
    # ``واتهم الجيش السوداني الميليشيا المتمردة بقصف``: behind the name stands another noun
    return not any(t.startswith("ال") and len(t) > 3 for t in words[a.last + 1 : deed])


def laid(words: Sequence[str], s: Sentence) -> int | None:
    """The token of ``حمّل``, ``ألقى`` that lays responsibility on somebody in this sentence; ``None`` when none does."""
    for i in range(s.first, s.last - 2):
        if (
            words[i] in _VERBS
            and not (words[i] in _THROWS and _CATCH in words[i : i + 6])
            and (i == s.first or words[i - 1] not in _SAID_OF)
        ):
            end = next((j for j in range(i + 1, min(s.last, i + _REACH)) if words[j] in STOPS or words[j] in _BORNE), s.last)
            if end < s.last and words[end] in _BORNE:
                return i
    return None


def blamer(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, s: Sentence) -> ActorMention | None:
    """Who lays responsibility: the party right behind a finite verb, unless it is the one blamed; ``None`` when he stands before it."""
    if words[w.first] in _PARTICIPLES or (words[w.first] not in _THROWS and object_first(words, actors, w, s)):
        return None
    return next((a for a in actors if 0 <= a.first - w.last <= 1 and a.category in SPEAKERS), None)
