"""Lines that say at their head or close who tells them: ``مصدر طبي: …``, ``#أعماق | …``, ``…، كما يقول طبيب``; items of a list."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.bodies import named_body
from waqai.attribute.looks import party, speaks_for
from waqai.attribute.signers import dateline
from waqai.attribute.speakers import DATELINE_ENDS, SPEAKERS, STOPS
from waqai.model import ActorMention, Doc, Sentence, Span, WordMention
from waqai.resources.wordsets import wordset

THAT = wordset("speech-end") - {":"} | {"عن"}
_AFTER_NUMBER = frozenset(("-", ".", ")", "/"))
_MARKS = frozenset(("-", "\u2013", "\u2014", "*"))
_OPENS = frozenset(('"', "(", "«", "[", "#", "'", "/", "...", "."))


def _mark(words: Sequence[str], s: Sentence, actors: list[ActorMention]) -> int | None:
    """The colon after a name at the head of a line; a bar only after a party's name, for others set topics off with it."""
    for i in range(s.first, min(s.last, s.first + 16)):
        if words[i] == ":":
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
    if any(w.layer in ("trigger", "toll") and s.first <= w.first < at for w in doc.words):
        return None
    a = next((a for a in reversed(actors) if a.last <= at and a.category in SPEAKERS and a.name_en is not None), None)
    if a is None:
        lead = s.first + 2 if words[s.first + 1] in ("|", "-", "\u2013") else s.first  # ``عاجل | نقابة المحامين: …``
        a = named_body(doc, words, lead)
    if a is None or a.first - s.first > 7 or at - a.last > 4 or a.number is not None or dateline(words, a, s):
        return None
    if signer is not None and speaks_for(signer, a):
        return None
    return mention(doc, at), a


def item(words: Sequence[str], s: Sentence) -> bool:
    """The line is an item of a list: a bullet, a picture sign or a number stands before it."""
    t = words[s.first]
    if t.isdigit():
        return s.first + 1 < s.last and words[s.first + 1] in _AFTER_NUMBER
    return t in _MARKS or (len(t) == 1 and not t.isalnum() and t not in _OPENS)


def closing(doc: Doc, words: list[str], w: WordMention, s: Sentence) -> bool:
    """``…، كما يقول طبيب.``, ``على ما أعلنت السلطات``: the verb closes what was told and tells nothing itself."""
    k = w.first - 1
    led = k > s.first and (words[k] == "كما" or (words[k] == "ما" and words[k - 1] == "علي" and words[k - 2] not in DATELINE_ENDS))
    if not led or w.form not in ("past", "present") or w.prefix:
        return False
    end = next((j for j in range(w.last, s.last) if words[j] in STOPS), s.last)
    if any(words[j] in THAT for j in range(w.last, end)):
        return False
    return not any(x.layer in ("trigger", "toll") and w.last <= x.first < end for x in doc.words)
