"""Whose a statement is: ``نشرة إعلامية صادرة عن الجماعة``, ``منشور منسوب إلى الحركة``, ``بيان أصدرته الوزارة``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.bodies import named_body
from waqai.attribute.persons import SPEAKERS, STOPS
from waqai.model import ActorMention, Doc
from waqai.resources.wordsets import wordset

_KINDS = wordset("statement-kinds") | wordset("report-nouns")
_WORKED_OUT = wordset("worked-out-by")
_TIES, _ISSUED = wordset("statement-ties"), wordset("put-out-by") | _WORKED_OUT
_ADJECTIVES = 2  # words between a statement and what ties it to its issuer
_TO = wordset("issued-to")
_QUOTES = frozenset(('"', "(", "/", "'"))


def issuer(doc: Doc, words: Sequence[str], actors: Sequence[ActorMention], at: int, end: int) -> ActorMention | None:
    """``نشرة إعلامية صادرة عن الجماعة``, ``بيان أصدرته الوزارة``, ``منشور للحركة``: whose the statement at token ``at`` is.

    Args:
        doc, words, actors: the document, its folded tokens, the actors of the sentence.
        at: the token of the noun (``بيان``).
        end: where the sentence or the verb's reach ends.

    An outlet that only printed it (``بيان نشرته وكالة رويترز``) did not issue it.
    """
    if at >= end or words[at].removeprefix("ل") not in _KINDS:
        return None
    for k in range(at + 1, min(end - 1, at + 2 + _ADJECTIVES)):
        if words[k] in STOPS:
            return None
        here = next((a for a in actors if a.first == k and a.category in SPEAKERS and a.name_en is not None), None)
        if here is not None:
            return here if words[k].startswith("ل") and here.form == "named" and here.category != "media" else None
        if words[k].startswith("لل") and (own := named_body(doc, words, k)) is not None:
            return own  # ``تقرير للمركز الإعلامي للثورة``, of a body no list holds
        if words[k].startswith("ل") and (own := named_body(doc, [*words[:k], words[k][1:], *words[k + 1 :]], k)) is not None:
            return own  # ``وفق إحصاء لمركز بيان للدراسات``
        tied = words[k] in _TIES and words[k + 1] in _TO
        if tied or words[k] in _ISSUED:
            j = k + 1 + tied
            while j < end and words[j] in _QUOTES:
                j += 1
            if (
                (tied or words[k] in _WORKED_OUT)
                and not any(a.first == j for a in actors)
                and (own := named_body(doc, words, j)) is not None
            ):
                return own
            a = next((a for a in actors if a.first == j and a.category in SPEAKERS and a.name_en is not None), None)
            return a if a is not None and (tied or a.category != "media") and a.form in ("named", "described") else None
    return None
