"""Lines that say at their head or close who tells them: ``مصدر طبي: …``, ``#أعماق | …``, ``… (مصدر أمني)``; items of a list."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.bodies import heads_lines, named_body
from waqai.attribute.clocks import timed
from waqai.attribute.looks import party, speaks_for
from waqai.attribute.persons import SPEAKERS, person, speaks_as
from waqai.attribute.signers import dateline
from waqai.model import ActorMention, Doc, Sentence, Span, WordMention
from waqai.resources.wordsets import wordset

THAT = wordset("speech-end") - {":"} | {"عن"}
_AFTER_NUMBER = frozenset(("-", ".", ")", "/"))
_MARKS = frozenset(("-", "\u2013", "\u2014", "*"))
_JOINTLY = frozenset(("بالاشتراك", "بالتعاون", "بالتنسيق", "مع"))
_CLOSERS = frozenset((")", ".", "]"))
_BEFORE_TAIL = frozenset(("(", "-", "\u2013", "\u2014", ":", "|", "["))
_BYLINES = frozenset(("(", "/", "-", "\u2013", "\u2014"))
_CALLED = wordset("so-called")
_CLOSE = 7  # tokens of the source that closes a line
_OPENS = frozenset(('"', "(", "«", "[", "#", "'", "/", "...", "."))


def _mark(words: Sequence[str], s: Sentence, actors: list[ActorMention]) -> int | None:
    """The colon after a name at the head of a line; a bar only after a party's name, for others set topics off with it."""
    for i in range(s.first, min(s.last, s.first + 16)):
        if words[i] == ":":
            if words[i - 1].isdigit() and words[i + 1 : i + 2] and words[i + 1].isdigit():
                continue  # ``15:05 – وزارة الدفاع: …``
            return i
        if words[i] == "|" and any(a.last == i and a.first - s.first <= 2 and party(a) for a in actors):
            return i
    return None


def mention(doc: Doc, i: int) -> WordMention:
    """Token ``i`` as a word of saying."""
    token = doc.text.tokens[i]
    return WordMention(Span(token.start, token.end), token.word, "speech", "speech.say", "phrase", "", i, i + 1)


def header(
    doc: Doc, words: list[str], s: Sentence, actors: list[ActorMention], speech: list[WordMention], signer: ActorMention | None
) -> tuple[WordMention, ActorMention] | None:
    """``عاجل | مصدر طبي: …``, ``تحديث – خلية الإعلام الأمني: …``, ``#أعماق | …``: the name before the mark says the line.

    Args:
        doc, words, s, actors: the document, its folded tokens, the sentence, its actors.
        speech: words of saying in the sentence.
        signer: who signs the text; its own bodies say nothing of their own.

    Returns:
        The mark as a word of saying and the source; ``None`` without such a head.
    """
    at = _mark(words, s, actors)
    if at is None or any(w.first < at for w in speech):
        return None
    if any(w.layer in ("trigger", "toll") and s.first <= w.first < at and not _in_name(actors, w.first) for w in doc.words):
        return None
    named = [a for a in actors if a.last <= at and a.category in SPEAKERS and a.name_en is not None]
    jointly = len(named) > 1 and not _JOINTLY.isdisjoint(words[named[0].last : named[1].first])
    told = len(named) > 1 and named[-1].category == "media" and named[-2].last >= named[-1].first - 2 and _to(words, named[-1])
    a = named[0 if jointly else -2 if told else -1] if named else None  # ``مصدر أمني لتلفزيون سوريا: …``
    if a is not None and a.category == "media" and not told and a.first > s.first and _to(words, a):
        a = None  # ``أحد السكان لـ"درج": …``: an outlet that is spoken to
        told = any(x.last <= at for x in named)
    if a is None:
        lead = s.first + 2 if words[s.first + 1] in ("|", "-", "\u2013") else s.first  # ``عاجل | نقابة المحامين: …``
        a = named_body(doc, words, lead) if heads_lines(words, lead) else None
        a = a or (person(doc, words, actors, lead) if speaks_as(doc, words, lead) else None)
    if (
        a is None
        or a.first - s.first > 7
        or (at - (named[-1].last if told else a.last) > 4 and not jointly)
        or (a.number is not None and not timed(words, a.first))
        or dateline(words, a, s)
    ):
        return None
    if a.category == "media" and words[a.first - 1] in _BYLINES and any(s.first <= p.first and p.last <= a.first for p in doc.places):
        return None  # ``بيروت - (أ ف ب): …``
    if _labels(words, s, at, a):
        return None
    other = a.form == "named" and party(a) and signer is not None and a.name_en != signer.name_en
    own = other and (item(words, s) or _we(words, at + 1))
    if signer is not None and speaks_for(signer, a) and not own:
        return None
    return mention(doc, at), a


def _labels(words: Sequence[str], s: Sentence, at: int, a: ActorMention) -> bool:
    """``- مناطق سيطرة قسد: استشهد 10``, ``- الجيش الوطني: 22 قتيلاً``: counts by who rules or did it; nobody speaks."""
    before = words[s.first : at]
    if not wordset("holding-of-areas").isdisjoint(before) or not wordset("areas-held").isdisjoint(before):
        return True
    return party(a) and item(words, s) and any(w.isdecimal() for w in words[at + 1 : min(at + 3, s.last)])


def _to(words: Sequence[str], a: ActorMention) -> bool:
    """``لتلفزيون سوريا``, ``لـ"الحدث"``: the one spoken to."""
    return words[a.first].startswith("ل") or "ل" in words[max(0, a.first - 2) : a.first]


def _we(words: Sequence[str], i: int) -> bool:
    """``استهدفنا``, ``تمكن مجاهدونا``: the line speaks of its own party."""
    return any(len(w) > 4 and w.endswith("نا") for w in words[i : i + 3])


def _in_name(actors: list[ActorMention], i: int) -> bool:
    return any(a.first <= i < a.last for a in actors)


def tail(doc: Doc, words: Sequence[str], s: Sentence, actors: list[ActorMention]) -> tuple[WordMention, ActorMention] | None:
    """``مقتل ثمانية في كمين (مصدر أمني لفرانس برس)``, ``… - وزارة الصحة``: the source that closes a line behind a mark.

    Returns:
        The mark and the source; ``None`` without such a close.
    """
    end = s.last
    while end > s.first and words[end - 1] in _CLOSERS:
        end -= 1
    last = actors[-1] if actors else None
    if last is None or last.last != end or last.category not in SPEAKERS:
        return _told_by_one(doc, words, s, actors, end)
    told = last.category == "media" and len(actors) > 1 and actors[-2].last == last.first and words[last.first].startswith("ل")
    a = actors[-2] if told else last
    if (
        a.category not in SPEAKERS
        or a.name_en is None
        or a.number is not None
        or words[a.first - 1] not in _BEFORE_TAIL
        or a.first <= s.first + 2
    ):
        return None
    if words[a.first - 1] == "(" and words[s.last - 1] not in _CLOSERS:
        return None
    return (mention(doc, a.first - 1), a) if any(w.layer == "trigger" and s.first <= w.first < a.first for w in doc.words) else None


def _told_by_one(
    doc: Doc, words: Sequence[str], s: Sentence, actors: list[ActorMention], end: int
) -> tuple[WordMention, ActorMention] | None:
    """``… (مسعف في المستشفى)``: the line is closed by a person known by what he is."""
    k = next((k for k in range(end - 2, max(s.first + 2, end - _CLOSE), -1) if words[k] in _BEFORE_TAIL), None)
    if k is None or not speaks_as(doc, words, k + 1) or len(words[k - 1]) < 2 or words[k - 1] in _CALLED:
        return None
    if words[k] == "(" and words[s.last - 1] not in _CLOSERS:
        return None
    if not any(w.layer == "trigger" and s.first <= w.first < k for w in doc.words):
        return None
    a = person(doc, words, actors, k + 1)
    return (mention(doc, k), a) if a is not None else None


def item(words: Sequence[str], s: Sentence) -> bool:
    """The line is an item of a list: a bullet, a picture sign or a number stands before it."""
    t = words[s.first]
    if t.isdigit():
        return s.first + 1 < s.last and words[s.first + 1] in _AFTER_NUMBER
    return t in _MARKS or (len(t) == 1 and not t.isalnum() and t not in _OPENS)
