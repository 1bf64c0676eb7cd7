"""Who speaks for a body by the office he holds in it: ``نائب رئيس مركز المصالحة``, ``مستشار الصحافة في وزارة الدفاع``, ``رئيس المركز``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.model import ActorMention
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_BODIES = frozenset(("monitor", "media", "ministry", "state_force", "armed_group", "militia", "international"))
_TITLES = wordset("office-titles")
_ENDS = wordset("speech-end") | wordset("relatives") | wordset("office-ends") | {",", ":", ";", ".", "-", "|"}
_RANKS = wordset("ranks-of-officers")
_BACK, _AGAIN = wordset("source-again"), wordset("the-speaker")
_AFTER_NAME = wordset("speech-end") | {",", ":", ";", ".", "الي", "علي", "ذاته", "نفسه", "عن", "ب"}
_STATEMENTS = wordset("own-statement") | {"حديث", "افاده", "موتمر", "اتصال", "مقابله", "احاطه", "كلمه", "لقاء"}
_TIES = wordset("offices") | wordset("so-called") | {"في", "لدي", "باسم", "من", "ب", "ل"}
_OWN_LETTER = wordset("clitic-like") | wordset("own-b")
_QUOTES = frozenset(('"', "(", "'"))
_THIS = wordset("this")
_REACH = 12


def title(word: str) -> bool:
    """A word for somebody who holds an office, with or without the article."""
    return word in _TITLES or word.removeprefix("ال") in _TITLES


def body_of(words: Sequence[str], actors: Sequence[ActorMention], j: int, end: int) -> ActorMention | None:
    """The body in which the person at token ``j`` holds his office; ``None`` when none is named behind his title.

    Args:
        words, actors: folded tokens and actors of the sentence.
        j: the token of the title.
        end: end of the sentence.
    """
    if j >= end or not title(words[j]):
        return None
    stop = next((k for k in range(j + 1, min(end, j + _REACH)) if words[k] in _ENDS), min(end, j + _REACH))
    for a in actors:
        if not j < a.first < stop or a.name_en is None or a.form == "pronoun" or a.actor_id == "outlet":
            continue  # ``أبلغ مدير المستشفى مراسلنا``
        if a.category == "source" and a.actor_id is not None and registry().actor(a.actor_id).category in _BODIES:
            return a  # ``مستشار الصحافة والعلاقات العامة في وزارة الدفاع``
        if a.category in _BODIES and _held_in(words, a, j):
            return None if a.category == "media" and words[a.first].startswith("ل") else a
    return None


def _held_in(words: Sequence[str], a: ActorMention, j: int) -> bool:
    """The body is tied to the office: by a preposition, as its second noun, as what calls itself so; not ``… السلطة المحلية جماعة``."""
    k = a.first - 1
    while words[k] in _QUOTES or words[k] in _THIS:
        k -= 1
    t, prev = words[a.first], words[k]
    if prev == "من" and k - j > 2:
        return False  # ``أعلن المتحدث مقتل ثلاثة من التنظيم``
    return prev in _TIES or title(prev) or (t.startswith(("ل", "ب")) and t not in _OWN_LETTER)


def bare_officer(words: Sequence[str], actors: Sequence[ActorMention], j: int, end: int) -> bool:
    """``وأضاف العميد محمد سمير أن``: a rank and a name, no body behind them: the spokesman of whoever spoke before, by his name."""
    if j >= end or words[j] not in _RANKS:
        return False
    stop = next((k for k in range(j + 1, min(end, j + _REACH)) if words[k] in _AFTER_NAME), None)
    if stop is None or stop == j + 1:
        return False
    return not any(words[k] in _TIES for k in range(j + 1, stop)) and not any(j < a.first < stop and a.category in _BODIES for a in actors)


def goes_back(words: Sequence[str], j: int, end: int) -> bool:
    """``المسؤول العسكري``, ``الطبيب``, ``نائب رئيس المركز`` without a name: who spoke before."""
    k = j
    while k < end - 1 and title(words[k]) and not words[k].startswith("ال"):
        k += 1
    if words[k] not in (_BACK if k > j else _AGAIN):
        return False
    k += 1
    while k < end and k - j < 4 and words[k].startswith("ال") and words[k] not in _AFTER_NAME:
        k += 1
    if k >= end or words[k] in _AFTER_NAME:
        return True
    return words[k] in ("في", "خلال", "عبر") and k + 1 < end and words[k + 1] in _STATEMENTS
