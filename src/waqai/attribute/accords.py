"""Whom a text goes by: ``بحسب …``, ``نقلاً عن …``, ``علمت الصحيفة من …``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.issuers import issuer
from waqai.attribute.lines import mention
from waqai.attribute.persons import BACK, SPEAKERS, STOPS, person
from waqai.attribute.speakers import subject
from waqai.attribute.topics import apposed
from waqai.model import ActorMention, Doc, Sentence, WordMention
from waqai.resources.wordsets import wordset

_QUOTES = frozenset(('"', "(", "/", "'"))
_BEFORE_PERSON = wordset("before-speaker")
_ACCOUNTS = wordset("accounts")
_OBTAINED = wordset("obtained")
_HERS, _HIS = wordset("her-statement"), wordset("his-statement")
_BEFORE_ACCOUNT = _BEFORE_PERSON | _ACCOUNTS | _QUOTES | {"ل"}


def from_whom(
    doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], w: WordMention, s: Sentence, preposition: str
) -> ActorMention | None:
    """The source behind ``عن`` or ``من`` after a verb of quoting or hearing: ``نقلت الوكالة عن اثنين من السكان``."""
    end = min(s.last, w.last + 10)
    at = next((j for j in range(w.last, end) if words[j] == preposition or words[j] in STOPS), end)
    j = at + 1
    if at >= end or words[at] in STOPS:
        return None
    while j < s.last and (words[j] in _BEFORE_PERSON or words[j] in _QUOTES or (words[j] == "من" and words[j - 1] in _BEFORE_PERSON)):
        j += 1
    return person(doc, words, actors, j)


def after_accord(
    doc: Doc, words: list[str], actors: list[ActorMention], w: WordMention, verb: WordMention | None, s: Sentence
) -> ActorMention | None:
    """The source of ``بحسب …``: right after it, or the subject of its verb (``بحسب ما قاله لوكالة مدير المشفى``).

    Args:
        doc, words, actors: the document, its folded tokens, the actors of the sentence.
        w: the word of reference.
        verb: the verb of saying it brings (``ما نقل``), ``None`` without one.
        s: the sentence.
    """
    if verb is not None and verb.entry == "speech.stated":  # ``بحسب ما ورد في بيان الوزارة``, ``ما ورد في التقرير``
        # ``بيان لهيئة تحرير الشام``: the name may begin with the statement
        near = (a for a in actors if a.last > verb.last > a.first >= verb.first or 0 <= a.first - verb.last <= 2)
        found = next((a for a in near if a.category in SPEAKERS and words[verb.last] not in STOPS), None)
        return found or issuer(doc, words, actors, verb.last - 1, s.last)
    if verb is not None:
        far = min(s.last, verb.last + 12)
        for j in range(verb.last, far):
            if words[j] in STOPS:
                break
            if words[j] == "عن" and verb.entry == "speech.relay":
                k = j + 1
                while k < s.last and words[k] in _BEFORE_PERSON | _QUOTES:
                    k += 1
                at = next((a for a in actors if j < a.first <= k and a.category in SPEAKERS), None) or person(doc, words, actors, k)
                if at is not None:
                    return at
        return subject(doc, words, actors, verb, s, verb.first)
    j = w.last
    while j < s.last and words[j] in _BEFORE_ACCOUNT:
        j += 1
    if (of := issuer(doc, words, actors, j, s.last)) is not None:
        return of
    if j < s.last and words[j] in _OBTAINED:
        return from_whom(doc, words, actors, mention(doc, j), s, "من")  # ``وفق معلومات حصلت عليها الصحيفة من شهود``
    p = person(doc, words, actors, j) or apposed(doc, words, actors, j, s.last)
    if p is not None:
        return p
    told = next((x for x in doc.words if x.layer == "speech" and x.form in ("past", "present") and w.last < x.first <= w.last + 5), None)
    if told is not None and words[told.first - 1] in _ACCOUNTS and words[told.first].endswith(("ها", "ه")) and told.last < s.last:
        back = words[told.last] in BACK and not any(a.first == told.last and a.name_en is not None for a in actors)
        return None if back else subject(doc, words, actors, told, s, told.first)  # ``وفق حصيلة أوردها المرصد``, ``جمعها المركز``
    said = told.first if told is not None else s.last
    found = next((a for a in actors if 0 <= a.first - w.last <= 5 and a.category in SPEAKERS and a.first < said), None)
    if found is not None and any(x in ("عن", ",", ":") or x.removeprefix("ف") in wordset("that") for x in words[w.last : found.first]):
        return None  # ``وفق معلومات عن تحرك …``: what the information is about; ``بحسب الصفحة، فإن التنظيم …``: what she tells
    return found


def own_account(words: Sequence[str], i: int, end: int) -> bool:
    """``روايتها``, ``شهادته``, ``قولهم``: what somebody told who is not named beside it."""
    if i >= end:
        return False
    t = words[i]
    stem = next((t[: -len(e)] for e in ("هما", "ها", "هم", "ه") if t.endswith(e) and len(t) - len(e) > 3), None)
    if stem is None:
        return False
    return stem in _ACCOUNTS or (stem.endswith("ت") and f"{stem[:-1]}ه" in _ACCOUNTS)


def whose_statement(words: Sequence[str], at: int, s: Sentence, head: ActorMention) -> bool:
    """``تصدت الحركة لهجوم شنه الجيش، وفق بيان نشرته``: the statement at token ``at`` is its whose verb opens the sentence, by gender."""
    if (
        head.first - s.first > 2
        or at + 1 >= s.last
        or not (words[at + 1] in _HERS or words[at + 1] in _HIS or words[at].endswith(("ها", "ه")))
    ):
        return False
    hers = words[at + 1] in _HERS or words[at].endswith("ها")
    return words[head.first - 1].endswith("ت") == hers
