"""Lines with the hour at their head: ``🔴 18:34 مدير المشفى: وصلنا أربعة قتلى``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.model import Doc, Sentence


def timed(words: Sequence[str], i: int) -> bool:
    """``18:34 مدير المشفى: …``: the number before the name is the time of the line."""
    return i > 2 and words[i - 1].isdigit() and words[i - 2] == ":" and words[i - 3].isdigit()


def after_clock(words: Sequence[str], s: Sentence) -> int:
    """The first token of a line behind its mark and its time of day (``🔴 18:34 مدير المشفى: …``)."""
    k = s.first + (len(words[s.first]) == 1 and not words[s.first].isalnum())
    return k + 3 if k + 3 < s.last and words[k].isdigit() and words[k + 1] == ":" and words[k + 2].isdigit() else k


def by_the_clock(doc: Doc, words: Sequence[str]) -> bool:
    """Lines with the hour at their head told by two sources or more: ``18:34 مصدر طبي: …``, ``18:40 وزارة الدفاع: قواتنا …``."""
    timed = {k for s in doc.text.sentences if (k := after_clock(words, s)) > s.first + 2}
    heads = {a.name_en for a in doc.actors if a.first in timed and a.name_en is not None and ":" in words[a.last : a.last + 3]}
    return len(heads) > 1
