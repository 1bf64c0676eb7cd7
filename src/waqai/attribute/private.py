"""Private people who speak under a name nobody knows: told by their age (``خالد (44 عاماً)``) or by whom they speak to."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.bodies import named_body
from waqai.attribute.offices import title
from waqai.attribute.persons import SPEAKERS, STOPS, TITLES
from waqai.attribute.speakers import hearer, named_subject
from waqai.model import ActorMention, Doc, Sentence, Span, Stance, WordMention
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_AGE = wordset("years-of-age")
_THAT = wordset("speech-end")
_LONGEST = 4  # tokens of a name
_PEOPLE = "local-sources"


def private(doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, s: Sentence) -> ActorMention | None:
    """Who speaks when the verb names somebody without title, body or trade; ``None`` for others.

    Args:
        doc, words, actors: the document, its folded tokens, the actors of the sentence.
        w: a verb of saying for which no speaker is known.
        s: its sentence.
    """
    j = named_subject(words, actors, w, s.last)
    if j is None or words[j].startswith("ال") or words[j] in TITLES or title(words[j]) or named_body(doc, words, j) is not None:
        return None
    end = j
    while end < s.last and end - j <= _LONGEST and words[end] not in _THAT and words[end] not in STOPS and words[end] not in ("(", '"'):
        if any(a.first <= end < a.last for a in actors):
            break
        end += 1
    if end == j or end - j > _LONGEST or any(a.first <= j < a.last and a.category in SPEAKERS for a in actors):
        return None
    if any(x.layer in ("trigger", "toll") and j <= x.first < end for x in doc.words):
        return None
    aged = words[end : end + 1] == ["("] and words[end + 1 : end + 2] != [] and words[end + 1].isdigit() and words[end + 2] in _AGE
    aged = aged or words[end : end + 3] == ["(", "اسم", "مستعار"]
    heard = any(a.first - end <= 1 and a.first >= end and hearer(words, a, w) for a in actors)
    if not (aged or heard):
        return None
    a = registry().actor(_PEOPLE)
    span = Span(doc.text.tokens[j].start, doc.text.tokens[end - 1].end)
    return ActorMention(
        span, doc.text.slice(span), a.id, a.name_en, a.name_ar, Stance.NEUTRAL, "described", a.category, None, (), j, j, end
    )
