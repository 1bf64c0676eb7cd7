"""Bodies that speak under a name the registry does not hold: ``مركز "ميزان" للتوثيق``, ``رابطة أهالي حماة``, ``غرفة طوارئ الأبيض``.

A named body keeps its English name (codebook section 4): known words are translated, the rest is written in Latin letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from waqai.model import ActorMention, Doc, Span, Stance
from waqai.normalise import fold
from waqai.resources.load import DATA, compiled, read_yaml
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_QUOTES = frozenset(('"', "'", "(", ")"))
_STOPS = frozenset((",", ":", ";", ".", "|", "-", "\u2013", "\u2014", "/"))
_KNOWN = frozenset(("monitor", "media", "source", "ministry", "international", "officials"))
_PARTIES = frozenset(("armed_group", "militia", "state_force"))
_OFFICE_OF = frozenset(("في", "لدي", "التابعه", "التابع", "ل"))
_LONGEST = 5
_ROOMS, _COUNCIL, _RESISTANCE = "emergency-rooms", "local-council", "resistance-committees"
_OF_PLACES = {
    _ROOMS: "Emergency Room",
    _COUNCIL: "local council",
    _RESISTANCE: "Resistance Committees",
}
_RIGHTS, _FOR_RIGHTS = fold("لحقوق الإنسان").split(), "for Human Rights"
_IN, _SEATS = frozenset(("في", "ب")), wordset("seats")


@cache
def _table() -> dict[str, Any]:
    path = DATA / "grammar" / "bodies.yml"

    def build() -> dict[str, Any]:
        rows = read_yaml(path)
        return {
            "kinds": {fold(k): {**v, "of": [fold(x) for x in v.get("of", ())]} for k, v in rows["kinds"].items()},
            "parts": {fold(k): v for n in ("parts", "adjectives") for k, v in rows[n].items()},
            "adjectives": frozenset(fold(k) for k in rows["adjectives"]),
            "letters": rows["letters"],
            **{n: frozenset(fold(str(w)) for w in rows[n]) for n in ("common", "not", "before")},
        }

    return compiled("bodies", build, [path], __file__)


def latin(word: str) -> str:
    """A folded Arabic word in Latin letters, with an ``a`` where two consonants meet."""
    out = ""
    letters = _table()["letters"]
    for i, ch in enumerate(word):
        t = letters.get(ch, "a" if ch in "هةىآأإ" else "")
        if ch == "ه" and i == len(word) - 1:
            t = "a"
        if ch in "وي" and (not out or out[-1] in "aiu"):
            t = "w" if ch == "و" else "y"
        if t == "a" and out.endswith("a"):
            continue
        if out and t and out[-1] not in "aiu" and t[0] not in "aiu":
            out += "a"
        out += t
    return out.capitalize()


def _bare(t: str) -> str:
    """The word without ``و``, article or the ``ل`` of purpose (``للتوثيق``, ``لحقوق``, ``والتأهيل``)."""
    if t.startswith(("وال", "ولل")) and len(t) > 5:
        t = t[1:]
    if t.startswith("و") and len(t) > 4 and t[1:] in _table()["parts"] and t not in _table()["parts"]:
        t = t[1:]
    if t.startswith("لل") and len(t) > 4:
        return t[2:]
    if t.startswith("ال") and len(t) > 4:
        return t[2:]
    return t[1:] if t.startswith("ل") and len(t) > 4 and t[1:] in _table()["parts"] else t


def _name_end(doc: Doc, words: Sequence[str], j: int) -> tuple[int, bool]:
    """Where the name behind the kind of body ends, and whether it stands in quotation marks."""
    n = len(words)
    k, quoted = j, False
    if k < n and words[k] in _QUOTES:
        close = next((i for i in range(k + 1, min(n, k + 2 + _LONGEST)) if words[i] in _QUOTES), None)
        if close is None:
            return j, False
        k, quoted = close + 1, True
    busy = {w.first for w in doc.words if w.layer in ("trigger", "toll", "speech") and j <= w.first < j + 2 * _LONGEST}
    ends = wordset("speech-end") | wordset("no-subject") | wordset("relatives") | wordset("report-nouns") | _STOPS | _QUOTES
    table = _table()
    while k < n and k - j < 2 * _LONGEST and words[k] not in ends and (k not in busy or _bare(words[k]) in table["parts"]):
        t = words[k]
        if quoted and _bare(t) not in table["parts"] and t.removeprefix("ال") not in table["common"]:
            break
        if not quoted and (k - j >= _LONGEST or (k > j and _adjective(_bare(words[k - 1])) and _outside(doc, words, k))):
            break
        if t[0].isdigit() or (len(t) < 2):
            break
        k += 1
    return k, quoted


def _outside(doc: Doc, words: Sequence[str], k: int) -> bool:
    """Behind the nationality of a body's members only its purpose, another adjective or a place goes on with the name."""
    t = words[k]
    known = t.startswith(("ل", "و")) or _bare(t) in _table()["parts"] or t.removeprefix("ال") in _table()["common"]
    return not known and not any(p.first == k for p in doc.places)


def _english(doc: Doc, words: Sequence[str], first: int, last: int) -> str:
    """The words of a name in English: places by the gazetteer, known words by the table, the rest in Latin letters."""
    parts = _table()["parts"]
    first_words: list[str] = []
    heads: list[str] = []
    tails: list[str] = []
    i = first
    while i < last:
        place = next((p for p in doc.places if p.first <= i < p.last and p.ref is not None and p.ref.name_en), None)
        if place is not None and place.ref is not None and _bare(words[i]) not in parts:
            heads.append(place.ref.name_en or "")
            i = max(i + 1, min(place.last, last))
            continue
        t = _bare(words[i])
        if len(t) > 1:
            adjective = _adjective(t)
            (first_words if adjective else tails if t in parts else heads).append(adjective or parts.get(t, latin(t)))
        i += 1
    return " ".join(x for x in (*first_words, *heads, *reversed(tails)) if x)


def _mention(doc: Doc, first: int, last: int, en: str, category: str, actor_id: str | None = None) -> ActorMention:
    span = Span(doc.text.tokens[first].start, doc.text.tokens[last - 1].end)
    text = doc.text.slice(span)
    return ActorMention(span, text, actor_id, en, text, Stance.NEUTRAL, "described", category, None, (), first, first, last)


def room(doc: Doc, words: Sequence[str], a: ActorMention) -> ActorMention:
    """``غرفة طوارئ الأبيض``, ``المجلس المحلي في راجو``, ``لجان المقاومة بمدينة سنجة``: the body of a place has a name of its own.

    All of them together (``غرف الطوارئ``) keep theirs.
    """
    kind = _OF_PLACES.get(a.actor_id or "")
    if kind is None or (a.actor_id == _ROOMS and not words[a.first].removeprefix("و").startswith(fold("غرفة"))):
        return a
    at = a.last + 1 if words[a.last : a.last + 1] and words[a.last] in _IN else a.last
    at += at < len(words) and words[at].removeprefix("ب") in _SEATS and not any(p.first == at for p in doc.places)
    place = next((p for p in doc.places if p.ref is not None and p.first <= at < p.last and p.first >= a.last), None)
    if place is None or place.ref is None or not place.ref.name_en:
        return a
    return _mention(doc, a.first, place.last, f"{place.ref.name_en} {kind}", "officials" if a.actor_id == _COUNCIL else "monitor")


def _kind(words: Sequence[str], j: int) -> dict[str, Any] | None:
    """What kind of body the noun at token ``j`` names; with its article only before an adjective (``الشبكة اليمنية للحقوق``)."""
    table = _table()
    kind: dict[str, Any] | None = table["kinds"].get(words[j].removeprefix("و") if words[j].startswith("وال") else words[j])
    if kind is None and words[j].startswith(("ال", "لل")):
        kind = table["kinds"].get(words[j][2:])
        if kind is not None and not kind.get("any") and (kind.get("quoted") or _adjective(_bare(words[j + 1])) is None):
            return None
    return kind


def heads_lines(words: Sequence[str], j: int) -> bool:
    """Whether the body at token ``j`` may tell the line it heads; ``محافظة حلب: …`` says where it happened."""
    kind = _kind(words, j) if j + 1 < len(words) else None
    return kind is None or not kind.get("spoken")


def _adjective(t: str) -> str | None:
    """The English of an adjective in any number and gender (``الصوماليين`` → ``Somali``); ``None`` for other words."""
    adjectives, parts = _table()["adjectives"], _table()["parts"]
    stem = next((t[: -len(e)] for e in ("يين", "يون", "يات", "يه") if t.endswith(e) and len(t) > len(e) + 1), None)
    forms = (t,) if stem is None else (t, stem + "ي", stem + "يه")
    return next((parts[f] for f in forms if f in adjectives), None)


def _acronym(doc: Doc, words: Sequence[str], end: int) -> str | None:
    """``مركز المعلومات والتأهيل (HRITC)``: the name a body gives itself in Latin capitals, as written."""
    if words[end : end + 1] != ["("] or words[end + 2 : end + 3] != [")"]:
        return None
    t = doc.text.tokens[end + 1]
    raw = doc.text.slice(Span(t.start, t.end))
    return raw if len(raw) > 1 and raw.isascii() and raw.isupper() else None


def _members(a: ActorMention, j: int) -> bool:
    """``تجمع شباب دار حمر``, ``لجنة أطباء السودان``: those whom the body gathers, not another speaker."""
    return a.category == "source" and a.first == j + 1


def _for_rights(doc: Doc, words: Sequence[str], first: int, last: int) -> int | None:
    """``منظمة "نبراس لحقوق الإنسان"``: where a name's own words end and its purpose begins; ``None`` without it."""
    return next((k for k in range(first + 1, last - 1) if words[k] == _RIGHTS[0] and words[k + 1] == _RIGHTS[1]), None)


def _telling(doc: Doc, named: Sequence[str], j: int) -> bool:
    """Words that name one body and not any of its kind: definite, a place, or a known word with a name behind it."""
    common, parts = _table()["common"], _table()["parts"]
    if any(t.startswith(("ال", "لل")) and t.removeprefix("ال") not in common for t in named):
        return True
    if any(p.first > j and p.last <= j + 1 + len(named) for p in doc.places):
        return True
    return len(named) > 1 and any(_bare(t) in parts for t in named if t not in common)


def _belongs_to(doc: Doc, words: Sequence[str], end: int) -> ActorMention | None:
    """``هيئة الطاقة في الإدارة الذاتية``, ``مكتب الطوارئ التابع لقسد``: the party whose office the body is."""
    k = end
    while k < len(words) and k - end < 3 and (words[k] in _OFFICE_OF or words[k] in _QUOTES):
        k += 1
    if k == end or not _OFFICE_OF.intersection(words[end:k]):
        return None
    return next((a for a in doc.actors if a.first == k and a.category == "ministry"), None)


def named_body(doc: Doc, words: Sequence[str], j: int, joined: bool = False) -> ActorMention | None:
    """The body named at token ``j``, or behind its spokesman there; ``None`` when no such name stands there.

    Args:
        doc: the document.
        words: its folded tokens.
        j: the token where the speaker of a verb of saying stands.
        joined: ``و`` or ``ف`` is written onto the noun (``ومركز "أمان" وثق``).
    """
    if not joined:
        return _named_body(doc, words, j)
    noun = words[j][1:]
    return _named_body(doc, [*words[:j], noun, *words[j + 1 :]], j) if words[j][0] in "وف" and noun in _table()["kinds"] else None


def _named_body(doc: Doc, words: Sequence[str], j: int) -> ActorMention | None:
    table = _table()
    for _ in range(3):
        if j < len(words) and words[j] in table["before"]:
            j += 1
    kind = _kind(words, j) if j + 1 < len(words) else None
    if kind is None:
        return None
    if kind.get("spoken") and not any(p.first <= j < p.last or p.first == j + 1 for p in doc.places):
        return None  # ``محافظة الغابات``
    if kind.get("any"):
        a = registry().actor(kind["as"])
        return _mention(doc, j, j + 1, a.name_en or "", a.category, a.id)
    end, quoted = _name_end(doc, words, j + 1)
    names = [t for t in words[j + 1 : end] if t not in _QUOTES]
    if (
        not names
        or names[0].removeprefix("ال") in table["not"]
        or (kind.get("quoted") and not quoted and ("cat" in kind or _bare(names[0]) not in table["parts"]))
    ):
        return None
    named = names[: names.index("في")] if "في" in names else names  # ``لجنة إنقاذ في الولاية`` has no name
    if not named or not (quoted or _telling(doc, named, j)):
        return None
    if all(t.removeprefix("ال") in table["common"] for t in names):
        return None
    if any(a.actor_id is not None and a.category in _KNOWN and j <= a.first < end and not _members(a, j) for a in doc.actors):
        return None
    if "cat" in kind and any(a.actor_id is not None and a.category in _PARTIES and j < a.first < end for a in doc.actors):
        return None  # ``موقع «ألوية العمالقة»`` stands for the party
    outlet = fold(doc.text.report.outlet or "")
    if outlet and not kind.get("own") and (outlet in " ".join(names) or " ".join(names) in outlet):
        a = registry().actor("outlet")
        return _mention(doc, j, end, a.name_en or "", "media", a.id)
    if "as" in kind and any(_bare(t) in kind["of"] or t.removeprefix("ل") in kind["of"] for t in names):
        a = registry().actor(kind["as"])
        return _mention(doc, j, end, a.name_en or "", a.category, a.id)
    if kind.get("only"):
        return None
    if (owner := _belongs_to(doc, words, end)) is not None:
        return _mention(doc, j, owner.last, owner.name_en or "", owner.category, owner.actor_id)
    short = _acronym(doc, words, end)
    if short is not None:
        return _mention(doc, j, end, short, kind.get("cat", "monitor"))
    if (by := _for_rights(doc, words, j + 1, end)) is not None:
        en = f"{_english(doc, words, j + 1, by)}{'' if quoted else ' ' + kind['en']} {_FOR_RIGHTS}"
        return _mention(doc, j, end, en.strip(), kind.get("cat", "monitor"))
    en = _english(doc, words, j + 1, end)
    return _mention(doc, j, end, f"{en} {kind['en']}", kind.get("cat", "monitor")) if en else None
