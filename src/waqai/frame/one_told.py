"""One person or a group told away from the word of what befell them.

Before the verb (``إن مدير المشفى اختُطف``, ``وكان ليث قد أوقف``), behind the setting, behind ``على`` (``ألقت القبض في حملة على أربعة``).
"""

from __future__ import annotations

from waqai.frame.companions import companions
from waqai.frame.counts import actor_at, stops
from waqai.frame.frames import Frame, Toll
from waqai.frame.outcome_subject import antecedent
from waqai.frame.scene import Lines, Scene
from waqai.frame.sum_list import sum_list
from waqai.model import CountRange, Span, WordMention
from waqai.normalise import fold
from waqai.resources.given import given_names
from waqai.resources.wordsets import wordset

_BETWEEN = 9  # tokens between two names of one row
_END = frozenset((".", ":", ";"))
_ON = 12  # tokens from the word of holding to "على"
_BACK = 10  # tokens from a verb back to its subject
_PASSIVE = frozenset(("اصيب", "اصيبت", "اغتيل", "اغتيلت", "اختطف", "اختطفت"))  # never active without an object
_UPON = {"عليه": 1, "عليها": 1, "عليهما": 2, "عليهم": 0}


def held_upon(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> Toll | None:
    """Who was held, told behind ``على`` some words after the holding; ``None`` when the words do not say."""
    if scene.entry(w).id not in ("seize-person", "nab"):
        return None
    pronoun = scene.words[w.last - 1]
    on = w.last - 1 if pronoun in _UPON else next((i for i in range(w.last, min(w.last + _ON, f.last)) if _upon(scene, i)), None)
    if on is None or any(w.last <= x.first < on and x.form in ("past", "present", "passive") for x in ln.triggers):
        return None
    span = Span(scene.tokens[on].start, scene.tokens[on].end)
    size = _UPON.get(scene.words[on])
    if size is None:
        end = stops(scene, ln, on + 1, f.last)
        got = sum_list(scene, ln, on + 1, end)
        if got is None:
            return _named_upon(scene, ln, on + 1, f.last)
        return Toll("captured", companions(scene, ln, got[0], got[1].last, end), got[1].span, got[1].first, got[2], False, "toll:upon")
    if size == 0:
        before = antecedent(scene, ln, f, w)
        low = int(before.best) if before is not None and before.best is not None and before.best > 1 else 2
        exact = low if before is not None and before.best == low else None
        return Toll("captured", CountRange(low, exact, exact, scene.doc.text.slice(span)), span, on, None, False, "toll:upon")
    return Toll("captured", CountRange(size, size, size, scene.doc.text.slice(span)), span, on, None, False, "toll:upon")


def _named_upon(scene: Scene, ln: Lines, at: int, hi: int) -> Toll | None:
    """``القبض على سامر الأحمد في الحفة وجعفر حسن في القرداحة``: one for each first name of the row, whatever place stands between."""
    at += scene.words[at : at + 1] == ['"']
    if at >= hi or scene.words[at] not in given_names():
        return None
    size, last = 1, at
    for i in range(at + 1, hi):
        word = scene.words[i]
        if i - last > _BETWEEN or word in _END or any(x.first == i and x.form in ("past", "present", "passive") for x in ln.triggers):
            break
        if word[:1] == "و" and word[1:] in given_names():
            size, last = size + 1, i
    span = Span(scene.tokens[at].start, scene.tokens[last].end)
    return Toll("captured", CountRange(size, size, size, scene.doc.text.slice(span)), span, at, None, False, "toll:upon")


def one_behind(scene: Scene, ln: Lines, w: WordMention, hi: int, role: str) -> Toll | None:
    """``اعتُقل خلال إنزال جوي في ريف دمشق قيادي سابق``: one person with a title, behind how and where it happened."""
    if w.last >= hi or scene.words[w.last] not in (*wordset("setting-prepositions"), *wordset("prepositions"), "خلاله", "خلالها"):
        return None
    held = {i for k in ln.places for i in range(scene.place(k).first, scene.place(k).last)}
    for i in range(w.last + 1, min(w.last + _ON, hi)):
        word = scene.words[i]
        if word in (",", ".", ":") or any(x.first == i and x.form in ("past", "present", "passive") for x in ln.triggers):
            return None
        if word in wordset("titles") and i not in held and scene.words[i - 1] not in wordset("prepositions") and not word.startswith("ال"):
            end = stops(scene, ln, i, hi)
            got = sum_list(scene, ln, i, end)
            if got is not None and got[0].best is not None:  # "رئيس الفرع فلان و29 آخرون"
                return Toll(role, got[0], got[1].span, got[1].first, got[2], False, "toll:one-behind")
            span = Span(scene.tokens[i].start, scene.tokens[i].end)
            count = CountRange(1, 1, 1, scene.doc.text.slice(span))
            return Toll(role, companions(scene, ln, count, i + 1, end, True), span, i, None, False, "toll:one-behind")
    return None


def person_behind(scene: Scene, ln: Lines, lo: int, hi: int) -> int | None:
    """Where one person is told in tokens ``[lo, hi)`` behind the event and its setting; ``None`` when none is."""
    held = {i for k in ln.places for i in range(scene.place(k).first, scene.place(k).last)}
    held.update(i for t in ln.times for i in range(t.first, t.last))
    for i in range(lo, min(lo + _ON, hi)):
        word = scene.words[i]
        if word in (",", ".", ":") or any(x.first == i and x.form in ("past", "present", "passive") for x in ln.triggers):
            return None
        person = word in wordset("parents") or word in wordset("titles") or word in wordset("named-one")
        one = any(n.first == i and n.form == "singular" for n in ln.numbers) and i not in scene.things
        if (person or one) and i not in held and scene.words[i - 1] not in wordset("prepositions"):
            return i
    return None


def _upon(scene: Scene, i: int) -> bool:
    return scene.words[i] == "علي" or scene.words[i] in _UPON


def one_before(scene: Scene, ln: Lines, w: WordMention) -> Span | None:
    """The one person who is the subject of a singular passive verb and stands before it; ``None`` for several, things and clauses."""
    word = fold(w.text)
    told = "\u064f" in w.text[:5] or scene.words[w.first - 1] == "قد" or w.form == "passive" or scene.cls(w) == "die" or word in _PASSIVE
    if w.prefix or not told or word.endswith(("وا", "ا", "ن", "ه", "هم")) or w.form == "present":
        return None
    lo = max(ln.sentence.first, w.first - _BACK)
    start = next(
        (i + 1 for i in range(w.first - 1, lo - 1, -1) if scene.words[i] in wordset("that") or scene.words[i] in wordset("had-been")), None
    )
    if start is None or start >= w.first or any(start <= x.first < w.first for x in ln.triggers):
        return None
    if any(start <= n.first < w.first and n.form != "singular" and n.best != 1 and n.noun is not None for n in ln.numbers):
        return None
    head = scene.words[start]
    a = actor_at(ln.actors, start, start + 1)
    person = (
        head in wordset("titles")
        or head in wordset("named-one")
        or head in wordset("kin-nouns")
        or any(n.first == start and n.form == "singular" for n in ln.numbers)
    )
    named = a is None and scene.words[start - 1] in wordset("had-been") and scene.words[w.first - 1] == "قد"  # "وكان ليث قد أوقف"
    if not person and (not named or start in scene.things or head.endswith(("ين", "ون", "ات"))):
        return None
    last = a.last if a is not None else start + 1
    return Span(scene.tokens[start].start, scene.tokens[min(last, w.first) - 1].end)
