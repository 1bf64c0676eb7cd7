"""At whose door somebody lays an event in so many words, or as likely: ``نسب مصدر القصف إلى تركيا``.

``وأصابع الاتهام نحو التنظيم``, ``مرجحاً أن يكون التنظيم وراء العملية``, ``ويُعتقد أن خلاياه تقف وراءه``, ``الطائرات إسرائيلية``:
a hedge is coded when nothing stands against it (codebook 5.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "crime", "coalition"))
_STATES = frozenset((*_PARTY, "ministry", "officials"))
_REACH = 8  # tokens from a word of laying to whom it is laid on
_SUBJECT = 5  # tokens of the name before وراء and خلف, or before the verb of standing there


class Laid(NamedTuple):
    """Who did it, the token that names the deed again, whether somebody blames him for it, and whether it is only thought to be so."""

    party: ActorMention
    deed: int
    blamed: bool
    hedged: bool = False


def suspects(scene: Scene, ln: Lines) -> Iterator[Laid]:
    """Whom a sentence suspects of what was told before it, in text order.

    Yields:
        one item for each wording found; ``deed`` is the token that names the deed, or the one that means it (``وراءه``).
    """
    words, lo, hi = scene.words, ln.sentence.first, ln.sentence.last
    if not wordset("blamed-as-a-rule").isdisjoint(words[lo:hi]):
        return
    for i in range(lo, hi - 1):
        word = words[i]
        if word in wordset("ascribes"):
            found = _ascribed(scene, ln, i)
        elif word in wordset("of-accusation") and words[i - 1] in wordset("fingers"):
            found = _pointed(scene, ln, i)
        elif word in wordset("behind-it") or (word in wordset("behind") and i + 1 < hi and words[i + 1] in wordset("the-deed")):
            found = _stood_behind(scene, ln, i)
        else:
            continue
        if found is not None:
            yield found
    for s in ln.speech:
        a = _just_accused(scene, ln, s) if scene.cls(s) == "accuse" else None
        if a is not None:
            yield Laid(a, s.first, False, True)
    for a in ln.actors:
        if is_flag(scene, a):
            yield Laid(a, a.first, False, True)


def _just_accused(scene: Scene, ln: Lines, s: WordMention) -> ActorMention | None:
    """``والجيش الوطني يتهم قسد``: whom somebody accuses, with nothing behind him that says of what: of what was told before."""
    if s.form not in ("past", "present") or scene.words[s.first - 1] in wordset("negation"):
        return None
    behind = [a for a in ln.actors if s.last <= a.first < s.last + _REACH and _named(a) and not scene.proclitic(a)]
    before = any(0 <= s.first - a.last <= 1 and a.name_en is not None for a in ln.actors)
    a = behind[0] if before and behind else behind[1] if len(behind) > 1 else None
    if a is None or (before and a.first != s.last):
        return None
    ends = a.last >= len(scene.words) or scene.owner[a.last] != scene.owner[s.first] or scene.words[a.last] in (".", ",", ";", "\n")
    return a if ends else None


def is_flag(scene: Scene, a: ActorMention) -> bool:
    """``الطائرات كانت إسرائيلية``: the words say whose aircraft they were, so they fired or bombed."""
    if ("flag", "1") in a.attrs:
        return True
    head, end = scene.words[a.first], scene.words[a.last - 1]
    if a.last < len(scene.words) and scene.words[a.last] in wordset("of-make"):
        return False  # ``المسيرة تركية الصنع``
    return ("object", "aircraft") in a.attrs and head in wordset("flown") and end.endswith("يه") and not end.startswith("ال")


def _named(a: ActorMention) -> bool:
    return a.name_en is not None and a.category in _STATES and a.form != "pronoun"


def _behind_to(scene: Scene, ln: Lines, at: int, links: str) -> ActorMention | None:
    """The party behind ``إلى``, ``نحو`` or ``ل`` within reach of token ``at``."""
    for a in ln.actors:
        if at < a.first <= at + _REACH and _named(a):
            one_of = scene.words[a.first - 1].lstrip("و") in wordset("among-them")  # ``لجهات بينها قسد``
            to = not one_of and (scene.before(a.first) in wordset(links) or scene.proclitic(a).endswith("ل"))
            if to and scene.words[a.last : a.last + 1] != ["او"]:
                return a
    return None


def _ascribed(scene: Scene, ln: Lines, i: int) -> Laid | None:
    """``نسب الهجوم إلى X``, ``نسبته الشرطة إلى X``: the deed or its pronoun, and whom it is laid on."""
    words = scene.words
    if words[i - 1] in wordset("negation"):
        return None
    deed = next((j for j in range(i, min(i + _REACH, ln.sentence.last)) if words[j] in wordset("the-deed")), -1)
    if deed < 0 and "ال" + words[i - 1] in wordset("the-deed"):
        deed = i - 1  # ``وهي حادثة نُسبت إلى``
    if deed < 0 and words[i][-1:] not in ("ه", "ا"):
        return None
    a = _behind_to(scene, ln, max(i, deed), "ascribed-to")
    return Laid(a, deed if deed >= 0 else i, False, True) if a is not None else None


def _pointed(scene: Scene, ln: Lines, i: int) -> Laid | None:
    """``أصابع الاتهام تشير إلى X``: nobody where no finger points (``لا توجه أصابع الاتهام``)."""
    if not wordset("negation").isdisjoint(scene.words[max(ln.sentence.first, i - 4) : i]):
        return None
    a = _behind_to(scene, ln, i, "ascribed-to")
    return Laid(a, i, False, True) if a is not None else None


def _stood_behind(scene: Scene, ln: Lines, i: int) -> Laid | None:
    """``أن تكون خلايا X وراء العملية``, ``وقوف X خلفه``, ``أن X تقف وراءه``, ``اتهامات لX بالوقوف وراءها``."""
    words, lo = scene.words, ln.sentence.first
    deed = i if words[i] in wordset("behind-it") else i + 1
    j = i - 1
    if words[j] in wordset("stands-behind"):
        j -= 1
    while j > lo and words[j] in ('"', "هو", "هي", "هم", "من"):
        j -= 1
    a = next((a for a in reversed(ln.actors) if a.last <= j + 1), None)
    if a is None or j + 1 - a.last > 1 or not _named(a):
        return None
    before = words[max(lo, a.first - _SUBJECT) : a.first]
    told = not wordset("thought-to").isdisjoint(before) or not wordset("stands-behind").isdisjoint((*before, words[i - 1]))
    if not told or not wordset("negation").isdisjoint(before) or "او" in before:
        return None
    return Laid(a, deed, False, True)
