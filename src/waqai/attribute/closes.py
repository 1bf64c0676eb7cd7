"""Verbs of saying behind what was said: ``…، كما يقول طبيب.``, ``«سقطت قذيفة»، يروي أحد السكان``, ``وقبل أيام، تضيف، خطف مسلحون …``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.lines import THAT
from waqai.attribute.persons import DATELINE_ENDS, STOPS, kinds_of_persons
from waqai.model import Doc, Sentence, WordMention
from waqai.resources.wordsets import wordset

_CLOSED = '"'
_SAYS = frozenset(("say", "continue"))
_OPENS = wordset("prepositions") | wordset("in-the-wake") | wordset("at-the-time-of")
_T_VERBS = frozenset(("تحدث", "تحدثت"))  # read as present by their first letter
_THIS = wordset("which-is")
_TOLD_BEFORE = 3  # tokens at least before a verb that closes them
_SUBJECT = 9  # tokens at most from the verb to the end of what it stands in


def _tells_nothing(doc: Doc, words: Sequence[str], w: WordMention, s: Sentence) -> bool:
    """Behind the verb, up to the next mark, neither ``that`` nor an event."""
    end = next((j for j in range(w.last, s.last) if words[j] in STOPS), s.last)
    if any(words[j] in THAT for j in range(w.last, end)):
        return False
    told = [x.first for x in doc.words if x.layer in ("trigger", "toll") and w.last <= x.first < end]
    named = (any(a.first <= i < a.last for a in doc.actors) or words[i - 1] in kinds_of_persons() for i in told)
    return all(named)  # ``نادي الأسير`` is a name, ``عائلة القتيل`` speaks


def closing(doc: Doc, words: list[str], w: WordMention, s: Sentence) -> bool:
    """``…، كما يقول طبيب.``, ``على ما أعلنت السلطات``: the verb closes what was told and tells nothing itself."""
    k = w.first - 1
    what = k > s.first and words[k] == "ما"
    as_told = k > s.first and words[k] == "كما"
    upon = what and words[k - 1] == "علي" and words[k - 2] not in DATELINE_ENDS
    this = what and words[k - 1] in _THIS and words[w.first].endswith(("ه", "ها")) and s.last - w.last <= _SUBJECT
    led = as_told or upon or this
    return led and w.form in ("past", "present") and not w.prefix and _tells_nothing(doc, words, w, s)


def set_in(doc: Doc, words: list[str], w: WordMention, s: Sentence, cls: str) -> int | None:
    """Where begins what a verb without a link closes or breaks into: its quotation or its sentence; ``None`` when it tells on.

    Args:
        doc, words: the document and its folded tokens.
        w: a verb of saying.
        s: its sentence.
        cls: its class.
    """
    if cls not in _SAYS or w.prefix or w.form not in ("past", "present"):
        return None
    k = w.first - 1
    comma = words[k] == ","
    k -= comma
    quote = next((q for q in doc.text.quotes if q.last == k), None) if words[k] == _CLOSED else None
    if not (comma or quote) or ":" in words[w.last : s.last] or not THAT.isdisjoint(words[w.last : s.last]):
        return None
    first = s.first if quote is None else min(s.first, quote.first)
    if w.first - first < _TOLD_BEFORE or not _tells_nothing(doc, words, w, s):
        return None
    if quote is not None:
        return first
    end = next((j for j in range(w.last, s.last) if words[j] in STOPS), s.last)
    ends = end >= s.last - 1
    past = w.form == "past" or words[w.first] in _T_VERBS
    if end - w.last > _SUBJECT or (past and not (ends and words[s.first].removeprefix("و") not in _OPENS)):
        return None
    return first
