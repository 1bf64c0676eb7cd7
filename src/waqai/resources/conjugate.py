"""Every written form of a verb or event noun, on folded text.

News prose is written without vowels, so a form here is a skeleton: the past takes endings (``ت ا تا وا نا``), the present takes
prefixes (``ي ت ن ا``) and endings (``ون وا ان ن``), both take object pronouns. Weak final letters change before endings
(``نفي`` → ``نفت``, ``نفوا``). Over-generation is harmless: a form nobody writes never matches.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.resources.wordsets import wordset

OBJECTS = ("ه", "ها", "هم", "هما", "هن", "نا")
_PRESENT = ("ي", "ت", "ن")  # the first person singular is not written in news and looks like a past of form IV


def _weak(stem: str) -> bool:
    return stem.endswith(("ي", "ا"))


def past_forms(stem: str) -> Iterator[str]:
    """Past forms of a third person masculine singular such as ``قتل``, ``اغتال`` or ``نفي``."""
    base = stem[:-1] if _weak(stem) else stem
    yield from (stem, base + "ت", base + "تا", base + "وا", stem + "ا", base + "ن")
    if _weak(stem):
        yield from (stem + "ت", stem + "تا", stem + "ن")  # لقيت, ألقيت, اعتدين, بدأت
    if stem.endswith("ا"):
        yield stem + "وا"  # بدأوا
    if len(stem) >= 4 and stem[-2] == "ا" and not _weak(stem):  # hollow: اغتال → اغتلنا
        yield stem[:-2] + stem[-1] + "نا"
    elif len(stem) == 2:  # doubled: دكّ → دككنا
        yield stem + stem[-1] + "نا"
    else:
        yield stem + "نا"
    for o in OBJECTS:
        first = stem[:-1] + "ا" if _weak(stem) else stem
        yield first + o
        yield base + "ت" + o
        yield base + "و" + o
    if stem not in wordset("dead-or-held-stems"):  # "قتلاه" are his dead
        yield from (stem + "اه", stem + "اها")  # two of them: "اختطفاه", "أصاباها"


def present_forms(stem: str) -> Iterator[str]:
    """Present forms of a stem without its prefix, such as ``قتل`` for ``يقتل``."""
    base = stem[:-1] if _weak(stem) else stem
    for p in _PRESENT:
        yield p + stem
        if p in "يت":
            yield from (p + base + "ون", p + base + "وا", p + stem + "ان", p + stem + "ا", p + base + "ن")
            if stem.endswith("ا"):
                yield p + stem + "ون"  # يبدأون
        for o in OBJECTS:
            yield p + stem + o
            if p in "يت":
                yield from (p + base + "ون" + o, p + base + "و" + o)


def plain_forms(past: str, present: str) -> Iterator[str]:
    """Forms of the third person without an object: ``قتل``, ``قتلت``, ``قتلوا``, ``يقتل``, ``تقتل``, ``يقتلون``."""
    old = past[:-1] if _weak(past) else past
    new = present[:-1] if _weak(present) else present
    yield from (past, old + "ت", old + "وا", old + "تا", "ي" + present, "ت" + present, "ي" + new + "ون")
    if past.endswith("ا"):
        yield past + "ت"  # بدأت


def noun_forms(noun: str) -> Iterator[str]:
    """A masdar or event noun with indefinite accusative, dual, feminine plural and possessive pronouns."""
    yield noun
    if " " in noun or len(noun) < 3:
        return
    if noun.endswith("ه"):
        stem = noun[:-1] + "ت"
        yield from (stem + "ين", stem + "ان", noun[:-1] + "ات")
        for o in (*OBJECTS, "ي"):
            yield stem + o
        for o in OBJECTS:
            yield noun[:-1] + "ات" + o
        return
    if not noun.endswith(("ا", "ان", "ين", "ون")):
        yield from (noun + "ا", noun + "ين", noun + "ان")
    if not noun.endswith(("ين", "ون")):
        for o in OBJECTS:
            yield noun + o
