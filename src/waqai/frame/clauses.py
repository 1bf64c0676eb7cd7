"""Where one clause ends and the next begins, and whether the break is soft or hard.

A hard break starts telling something else (``كما``, ``فيما``, ``وفي حلب``, a new sentence part after ``؛``); a soft break goes on
with the same happening (``ما أسفر عن``, ``حيث``, a verb joined by ``و``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.frame.classes import GENERIC, GROUP_OF, OUTCOME
from waqai.frame.earlier import brings_earlier
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import WordMention
from waqai.model.quick import quick
from waqai.resources.wordsets import wordset

_HARD = wordset("hard-break")
_HARD_AFTER_COMMA = wordset("hard-after-comma")
_SOFT = wordset("soft-break")
_SUBORDINATE = wordset("subordinate")
_SEPARATE = wordset("separate-words")
_POINTS = frozenset((",", ":"))
# A clause begins only at these, at a verb, or behind a comma or colon.
_OPENERS = wordset("ordinal-openers")
_ORDINALS = wordset("ordinals")
_AND_THAT = wordset("and-that")
_FAR = 16  # tokens
_SAYS_ON = wordset("says-on")
_LAST_ONE = wordset("the-last-one")
_SECOND = wordset("second-of-them")
_AS_FOLLOWS = wordset("as-follows")
_AND_COMMA = frozenset((",", "فيما", "بينما"))
_WAS = frozenset(("كان", "وكان", "كانت", "وكانت"))
_TOO = 3  # tokens from "also" to the event that took place as well
_AHEAD = 16  # tokens in which the place of another event follows
_EDGES = _LAST_ONE | _OPENERS | _HARD | _SUBORDINATE | _AND_THAT | {"ان", "(", "[", "([", ")", "]", ")]", ";", "في"}


@quick
@dataclass(frozen=True, slots=True)
class Clause:
    """Token interval ``[first, last)`` of one clause; ``hard`` when it begins a separate telling."""

    first: int
    last: int
    hard: bool


def clauses(scene: Scene, ln: Lines) -> list[Clause]:
    """Cut a sentence into clauses, in order, covering it."""
    words, s = scene.words, ln.sentence
    verbs = {w.first for w in ln.triggers if w.form in ("past", "present", "passive")}
    strikes = {w.first for w in ln.triggers if w.first in verbs and scene.cls(w) not in OUTCOME}
    denied = {x.first for x in ln.speech if scene.cls(x) == "deny"}
    said = {x.first for x in ln.speech if x.form == "participle"}
    blamed = {x.first for x in ln.speech if x.form == "participle" and scene.cls(x) == "accuse"}
    dated = {t.first for t in ln.times}
    told = ln.triggers[0].first if ln.triggers else s.last
    light = {c.first for c in ln.of("light") if c.form == "past" and c.first > told}
    placed = {scene.place(i).first for i in ln.places} | dated
    apart = {c.first for c in ln.of("sep") if not _SEPARATE.isdisjoint(words[c.first : c.last])}
    cuts: list[tuple[int, bool]] = [(s.first, True)]
    depth = 0
    for i, w in enumerate(words[s.first : s.last], s.first):
        if w not in _EDGES and i not in verbs and words[i - 1] not in _POINTS:
            continue
        if w in "([":
            depth += 1
        elif w in ")]":
            depth = max(0, depth - 1)
        if depth or i == s.first:
            continue
        prev = words[i - 1]
        if w == ";":
            cuts.append((i + 1, True))
        elif prev == ":" and words[i - 2] in _AS_FOLLOWS:
            cuts.append((i, True))  # "تفاصيل بعض الهجمات كالآتي: في 4 آب هاجم"
        elif prev == ":" and w != '"':
            cuts.append((i, False))
        elif prev == "," and i in said and any(i <= j < i + 30 for j in dated) and any(i <= j < i + 30 for j in placed - dated):
            cuts.append((i, True))  # "لافتاً إلى أن ... في مكان، في تاريخ": another happening is brought in
        elif prev == "," and i in said and placed and _tells_another(scene, ln, i, True) and any(i <= j < i + _AHEAD for j in placed):
            cuts.append((i, True))  # "ثلاثة أصيبوا بلغم في تدمر، مشيراً إلى اغتيال شرطي في نمر"
        elif prev == "," and w in _AND_THAT and _elsewhere(i, s.first, s.last, placed - dated, dated, verbs):
            cuts.append((i, True))  # "إن عبوة انفجرت في بلدة، وإن مسلحين هاجموا نقطة في أخرى"
        elif prev == "," and (adds_event(scene, ln, i) or _adds_more(scene, ln, i)):
            cuts.append((i, True))  # "قتل عنصراً في مدينة، بالإضافة إلى استهداف اثنين"
        elif prev == "," and (i in blamed or w in wordset("blame-verbs")):
            cuts.append((i, True))  # "نافياً القصف، متهماً الجيش بقصف السوق"
        elif begins_another(scene, ln, i):
            cuts.append((i, True))  # "أن جندياً قُتل في قرية، وأن نقطة في أخرى قُصفت"
        elif prev == "," and brings_earlier(scene, ln, i):
            cuts.append((i, True))  # "…، ويأتي الهجوم بعد يوم من مقتل شخصين في تفجير"
        elif prev == "," and i in apart:
            cuts.append((i, True))  # "…، وفي عملية منفصلة ألقت القبض على ثالث"
        elif prev == "," and i in denied:
            cuts.append((i, True))  # "…، نافياً ما تداولته قنوات عن …"
        elif w in _LAST_ONE and words[i - 1] in _WAS:
            cuts.append((i - 1, True))  # "11 هجوماً، وكان آخرها حين انفجرت مسيرة"
        elif w in _OPENERS and i + 1 < s.last and words[i + 1] in _ORDINALS:
            cuts.append((i, True))  # "وأن الثانية استهدفت سفينة"
        elif i in strikes and prev in _AND_COMMA and words[i + 1 : i + 2] and words[i + 1] in _SECOND:
            cuts.append((i, True))  # "سقطت الأولى في الساحة، وطالت الثانية الضاحية"
        elif w in _HARD or (w == "في" and i + 1 < s.last and _meanwhile(words, i + 1)):
            cuts.append((i, True))
        elif prev == "," and w in _HARD_AFTER_COMMA:
            near = any(j in placed for j in range(i, min(i + 3, s.last)))
            cuts.append((i, near))
        elif prev == "," and i in light:
            cuts.append((i, False))  # "متابعةً للهجوم الذي أوقع قتيلين، تمكنت القوات من القبض على المنفذين"
        elif (prev == "," and (w[:1] in "وف" or w in _SOFT)) or (w[:1] == "و" and i in verbs) or w in _SUBORDINATE:
            cuts.append((i, False))
    out: list[Clause] = []
    for k, (start, hard) in enumerate(cuts):
        end = cuts[k + 1][0] if k + 1 < len(cuts) else s.last
        if end > start:
            out.append(Clause(start, end, hard))
    return out


def _meanwhile(words: Sequence[str], i: int) -> bool:
    """``في حين``, ``في المقابل``, ``في وقت تواصل فيه``; not ``في وقت متأخر``, ``في وقت سابق``."""
    if words[i] == "وقت":
        return i + 1 < len(words) and words[i + 1] not in wordset("kinds-of-time")
    return words[i] in wordset("beside-clauses")


def _elsewhere(i: int, first: int, last: int, places: set[int], days: set[int], verbs: set[int]) -> bool:
    """Behind token ``i`` an event in a verb with a place and a day of its own, and a place before."""
    end = min(last, i + _FAR)
    return any(first <= j < i for j in places) and all(any(i < j < end for j in told) for told in (verbs, places, days))


def begins_another(scene: Scene, ln: Lines, i: int) -> bool:
    """``وأن`` or ``أضاف أن`` at token ``i`` goes over to another event."""
    w = scene.words[i]
    return (w in _AND_THAT or (w == "ان" and scene.words[i - 1] in _SAYS_ON)) and _tells_another(scene, ln, i, w == "ان")


def happened_too(scene: Scene, first: int, w: WordMention) -> bool:
    """``كما وقع هجوم مسلح على فندق``: an event without an article that took place as well; ``first`` is where its clause begins."""
    if scene.words[first] != "كما" or w.form != "masdar" or w.prefix or w.text.startswith("ال") or w.first - first > _TOO:
        return False
    return scene.words[w.first - 1] in wordset("came-about") and wordset("in-it").isdisjoint(scene.words[w.last : w.last + 2])


def _tells_another(scene: Scene, ln: Lines, i: int, added: bool) -> bool:
    """Events stand on both sides of token ``i``, each with a place of its own (``added``: with means of its own)."""
    before = {k for w in ln.triggers if w.first < i and (k := _kind(scene.cls(w)))}
    after = {k for w in ln.triggers if w.first > i and scene.cls(w) not in OUTCOME and (k := _kind(scene.cls(w)))}
    if not before or not after or scene.words[i + 1] in wordset("those-who-did"):
        return False  # "وأن المهاجمين الخمسة قُتلوا"
    new = after - before - {"event"}
    told = (w for w in ln.triggers if w.first > i and w.form in ("past", "passive") and _kind(scene.cls(w)))
    if new and not added and any(wordset("in-it").isdisjoint(scene.words[w.last : w.last + 2]) for w in told):
        return True
    if added and not new:
        return False
    here = [k for k in ln.places if scene.place(k).first < i and scene.place(k).relation not in PASSING]
    there = [k for k in ln.places if i < scene.place(k).first < i + _AHEAD and scene.place(k).relation not in PASSING]
    there = [k for k in there if scene.place_prep(k) or scene.place(k).relation == "near"]
    if added:
        return bool(here)
    return bool(here and there) and not any(scene.same_place(a, b) for a in here for b in there)


def _kind(cls: str) -> str:
    return "" if cls == "shootdown" else GROUP_OF.get(cls, "event" if cls in GENERIC or cls in OUTCOME - {"result"} else "")


def adds_event(scene: Scene, ln: Lines, i: int) -> bool:
    """``بالإضافة إلى``, ``فضلاً عن`` before an event noun at token ``i``."""
    if " ".join(scene.words[i : i + 2]) not in wordset("besides"):
        return False
    return any(w.first == i + 2 and w.form == "masdar" and scene.cls(w) not in ("injure", "kill", "die") for w in ln.triggers)


def _adds_more(scene: Scene, ln: Lines, i: int) -> bool:
    """``إضافة إلى أربعة آخرين جرى تحييدهم في …``: the same outcome again, counted and with a place of its own."""
    if " ".join(scene.words[i : i + 2]) not in wordset("besides"):
        return False
    counted = any(i + 2 <= n.first <= i + 3 for n in ln.numbers)
    return counted and any(i < w.first < i + 9 for w in ln.triggers) and any(i < scene.place(p).first < i + 14 for p in ln.places)
