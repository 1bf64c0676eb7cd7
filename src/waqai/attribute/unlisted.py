"""Verbs of saying that no list holds (``ردّ المتحدث بأن …``: a verb, a speaker right behind it, "that"), and where what is said ends."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.lines import mention
from waqai.attribute.persons import SPEAKERS, STOPS
from waqai.attribute.speakers import subject
from waqai.model import ActorMention, Doc, Sentence, WordMention
from waqai.resources.wordsets import wordset

_THAT = wordset("that") - {"عن"}
_PRONOUNS = wordset("that-pronouns")
_UNSAYING = wordset("that-unsaid") | wordset("prepositions") | wordset("negation") | wordset("no-subject")
_SAID = wordset("speech-end") - {":"} | {"عن"}
_PARTIES = frozenset(("armed_group", "militia", "state_force", "ministry"))
_WHEN = wordset("when-that")
_FAR = 8
_WHO = wordset("relatives")
_SHADDA = "\u0651"


def _told(doc: Doc, words: Sequence[str], j: int, end: int) -> bool:
    """Behind "that" stands what is told, not what somebody wants or fears (``أن يغادروا``)."""
    if words[j] in _PRONOUNS or j + 1 >= end:
        return j + 1 < end
    t = words[j + 1]
    if not t.startswith(("ي", "ت", "ن")) or len(t) < 4:
        return True
    return any(a.first <= j + 1 < a.last for a in doc.actors) or any(p.first <= j + 1 < p.last for p in doc.places)


def said_that(doc: Doc, words: list[str], actors: list[ActorMention], s: Sentence) -> tuple[WordMention, ActorMention] | None:
    """The verb and the speaker of a sentence in which no listed word of saying has a speaker; ``None`` without such a verb.

    Args:
        doc, words, actors: the document, its folded tokens, the actors of the sentence.
        s: the sentence.
    """
    that = next((j for j in range(s.first + 2, s.last) if words[j] in _THAT), None)
    if that is None or words[that - 1] in _WHEN or not _told(doc, words, that, s.last):
        return None  # ``أسر مسلحون خمسة جنود بعد أن هاجموا ثكنة``
    comma = next((i + 1 for i in range(that - 1, s.first, -1) if words[i] in STOPS), s.first)
    for v in dict.fromkeys((comma, s.first)):
        bare = words[v].removeprefix("و").removeprefix("ف")
        if that - v < 2 or len(bare) < 2 or (bare in _UNSAYING and _SHADDA not in doc.text.slice(mention(doc, v).span)):
            continue  # ``بيّن``, ``دوّن`` show by their shadda what they are
        if any(n.first <= v < n.last for n in doc.numbers):
            continue  # ``خمسة جنود``
        if any(w.first == v and w.layer in ("trigger", "speech") for w in doc.words) or any(a.first <= v < a.last for a in actors):
            continue
        src = subject(doc, words, actors, mention(doc, v), s, s.first)
        if (
            src is not None
            and src.actor_id != "analyst"
            and v < src.first <= v + 3
            and that - src.last <= _FAR
            and src.category in SPEAKERS
            and src.form != "pronoun"
        ):
            return mention(doc, v), src
    return None


def until(doc: Doc, words: Sequence[str], w: WordMention, s: Sentence, actors: Sequence[ActorMention], src: ActorMention | None) -> int:
    """Where the words of a verb end: at a semicolon, or where another party goes on to act (``يعلن اغتيال ضابط وطالبان تعتقل``)."""
    end = next((c for c in range(w.last, s.last) if words[c] == ";"), s.last)
    if w.form == "present" and words[w.first - 1] in _WHO and words[w.first - 2] == "," and words[w.last] in _PRONOUNS:
        return next((c for c in range(w.last, end) if words[c] == ","), end)  # ``الجماعة، التي تقول إنها تقاتل …، بعدما قضى``
    later = [a for a in actors if w.last + 1 < a.first < end and words[a.first][:1] == "و" and a.category in _PARTIES]
    if not later or src is None or not _SAID.isdisjoint(words[w.last : later[0].first]):
        return end
    acts = {x.first for x in doc.words if x.layer == "trigger" and x.form in ("past", "present") and w.last < x.first < end}
    return next((a.first for a in later if a.last in acts and a.name_en not in (None, src.name_en)), end)
