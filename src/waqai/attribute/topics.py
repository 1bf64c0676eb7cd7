"""Speakers before their verb or beside it: ``أما وكالة سانا فتحدثت``, ``محافظة حلب تعلن``, ``حمود، وهو معلم، حدّث``, ``أحصى الأهالي``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.bodies import named_body
from waqai.attribute.offices import title
from waqai.attribute.persons import DATELINE_ENDS, SPEAKERS, STOPS, STRONG, kinds_of_persons, person, speaks_as
from waqai.model import ActorMention, Doc, Sentence, WordMention
from waqai.resources.wordsets import wordset

_BEFORE_PERSON = wordset("before-speaker")
_TURNS = wordset("turns")
_NEGATION = wordset("negation")
_HE = wordset("he")
_BUT = wordset("but")
_RELATIVES = wordset("relatives") | wordset("speech-end")
_APPOSED = 8  # tokens of a name, with his age, before what is said of him
_COUNTING = frozenset(("local-sources", "relatives", "activists", "medical-source"))
_NAME_AT_HEAD = 7  # tokens of a name before its verb


def unlisted_topic(doc: Doc, words: Sequence[str], w: WordMention, s: Sentence) -> ActorMention | None:
    """``محافظة حلب تعلن``, ``مسعف أوضح``: a body or a person no list holds stands first and the verb right behind."""
    if w.form not in ("past", "present") or w.prefix or not 1 <= w.first - s.first <= _NAME_AT_HEAD:
        return None
    lead = s.first + (len(words[s.first]) == 1 and not words[s.first].isalnum())  # ``🔴 مدير المكتب ينفي``
    lead += words[lead] in _BUT
    known = lead < w.first and speaks_as(doc, words, lead)
    if known and not any(t in STOPS or t in DATELINE_ENDS or t in _RELATIVES for t in words[lead : w.first]):
        return person(doc, words, doc.actors, lead)
    if w.first - s.first < 2:
        return None
    p = named_body(doc, words, s.first) or named_body(doc, words, s.first, joined=True)
    ends = p is not None and (p.last == w.first or any(x.first <= p.last and x.last == w.first for x in doc.places))
    return p if ends else None


def by_trade(doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, s: Sentence) -> ActorMention | None:
    """``حمود، وهو معلم مدرسة، حدّث الصحيفة عن``: the unknown name before the verb by what is said of him."""
    if w.prefix or w.form not in ("past", "present") or words[w.first - 1] != ",":
        return None
    at = next((k for k in range(s.first + 1, min(w.first, s.first + 9)) if words[k] in _HE and words[k - 1] in (",", ")")), None)
    return person(doc, words, actors, at + 1) if at is not None else None


def head_of(doc: Doc, words: Sequence[str], w: WordMention, s: Sentence, actors: Sequence[ActorMention]) -> ActorMention | None:
    """``طالبت النقابة السلطات بالتحقيق، وقالت إن``: the body that is the subject of the verb before."""
    begin = s.first
    if words[begin] in _TURNS:  # ``من جهتها، دانت المنظمة الحملة، وقالت إنها``
        begin = next((k + 1 for k in range(begin, min(w.first, begin + 4)) if words[k] == ","), begin)
    lead = begin + (2 if words[begin] in _NEGATION else 1)  # ``ولم تشر الوزارة إلى ذلك، واكتفت بتغريدة``
    at = next((a for a in actors if a.first == lead and a.last <= w.first and a.category in SPEAKERS), None)
    verb = words[begin].removeprefix("و")
    if at is None and verb.endswith("ت") == words[w.first].endswith("ت"):
        at = named_body(doc, words, begin + 1)
    if at is None or at.category in STRONG or at.category == "monitor":
        return at
    doubts = words[begin].removeprefix("و") in wordset("doubts")  # ``وشكك الجيش في الحصيلة وقال إن``
    was = words[begin] in wordset("was") and words[at.last : at.last + 1] == ["قد"]  # ``وكانت الأسايش قد أوقفت …، وقالت إن``
    return at if (doubts or was) and verb.endswith("ت") == words[w.first].endswith("ت") else None


def first_named(doc: Doc, words: Sequence[str], w: WordMention, s: Sentence, actors: Sequence[ActorMention]) -> ActorMention | None:
    """``جهاز مكافحة الإرهاب قدّم رواية أخرى، وذكر في بيان أن``: the body that stands first, before its verb, goes on with a second verb."""
    if w.form != "past" or not w.prefix or words[w.first - 1] not in (",", "-"):
        return None
    lead = s.first + (words[s.first] in _BUT or words[s.first] in _TURNS)
    at = next((a for a in actors if a.first == lead and a.last < w.first and a.category in SPEAKERS and a.name_en is not None), None)
    at = at or named_body(doc, words, lead)
    if at is None or at.form == "pronoun" or at.number is not None or at.last >= w.first - 1:
        return None
    end = at.last
    while words[end] in ("في", "ب") or (words[end] not in STOPS and any(p.first <= end < p.last for p in doc.places)):
        end += 1  # ``… في إقليم كردستان قدّم``
    verb = words[end]
    tells = len(verb) > 2 and not verb.startswith(("ال", "لل")) and verb not in _RELATIVES and verb not in STOPS
    return at if tells and verb.endswith("ت") == words[w.first].endswith("ت") else None


def apposed(doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], j: int, end: int) -> ActorMention | None:
    """``يقول محمد، وهو سائق شاحنة، إن``: the unknown name at token ``j`` by what is said of him behind the comma."""
    at = next((k for k in range(j + 1, min(end, j + _APPOSED)) if words[k] == "," and words[k - 1] != "("), None)
    if at is None or at + 2 >= end:
        return None
    he = words[at + 1] in _HE
    if not (he or words[at + 1] in ("احد", "احدي") or title(words[at + 1])):
        return None
    if any(a.first <= k < a.last for k in range(j, at) for a in actors if a.category in SPEAKERS):
        return None
    k = at + 1 + he
    while k < end and words[k] in _BEFORE_PERSON:
        k += 1
    return person(doc, words, actors, k + 1 if k < end and words[k] == "من" else k)


def counter(doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], j: int) -> ActorMention | None:
    """Who counts at token ``j``: a body, or people of the place (``أحصى الأهالي``); what a province saw is no count of its office."""
    p = named_body(doc, words, j)
    if p is not None:
        return p if p.category != "officials" else None
    return person(doc, words, actors, j) if words[j].startswith("ال") and kinds_of_persons().get(words[j]) in _COUNTING else None


def topic_of(words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, s: Sentence) -> ActorMention | None:
    """``أما وكالة سانا فتحدثت``, ``وكان المرصد قد أشار``: the verb comes after its subject and a link."""
    led = words[s.first] in ("اما", "واما") and w.prefix == "ف"
    was = words[s.first] in wordset("was") and w.form in ("past", "present") and not w.prefix
    first = next((a for a in actors if s.first < a.first <= s.first + 2 and a.last <= w.first and a.category in SPEAKERS), None)
    if first is None or not (led or was):
        return None
    near = w.first - first.last <= (10 if led or words[w.first - 1] in ("قد", "وقد") else 4)
    return first if near else None
