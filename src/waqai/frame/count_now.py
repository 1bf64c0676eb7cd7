"""Dead and wounded told without a word of killing of their own.

What a count has come to (``ليصبح العدد 11``, ``رفع الحصيلة ليلاً إلى تسعة``, ``إنهم خمسة``), and who lies in hospital
(``13 آخرين يتلقون العلاج``, ``ابنته في العناية المركزة``).
"""

from __future__ import annotations

from waqai.frame.counts import count_of, is_dated, is_thing, who_counted
from waqai.frame.frames import Frame, Toll, keep_better
from waqai.frame.scene import Lines, Scene
from waqai.model import CountRange, NumberMention, Span
from waqai.resources.wordsets import wordset

_COUNT, _CARE, _WARD = wordset("the-count"), wordset("in-care"), wordset("to-hospital")
_AHEAD = 5  # tokens from the count to its number
_RISE = 12  # tokens from a verb of rising to what the count has come to
_BACK = 6  # tokens from the word of care back to the persons
_PLAIN = ("digits", "words", "dual")


def _at(scene: Scene, name: str, words: frozenset[str], lo: int, hi: int) -> list[int]:
    known = scene.memo.get(name)
    if known is None:
        known = scene.memo[name] = [i for i, w in enumerate(scene.words) if w in words]
    return [i for i in known if lo <= i < hi]


def risen(words: list[str]) -> bool:
    """A verb of rising or reaching is among the words: ``وارتفعت``, ``بلغ``."""
    verbs = wordset("rise-verbs")
    return any(w in verbs or (w[:1] in "وف" and w[1:] in verbs) for w in words)


def count_now(scene: Scene, ln: Lines, lo: int, hi: int) -> NumberMention | None:
    """The number a count has come to in tokens ``[lo, hi)``; ``None`` when no count is told or a word says what is counted."""
    for i in _at(scene, "the-count", _COUNT, lo, hi):
        near = scene.words[max(lo, i - 3) : i + 3]
        if not risen(near) and wordset("become").isdisjoint(near):
            continue
        for n in ln.numbers:
            behind = i < n.first <= i + _AHEAD and n.first < hi
            before = 0 < i - n.last <= 1 and scene.words[n.first - 1] == "الي"  # "فارتفعت إلى ثلاثة أطفال حصيلة القنبلة"
            if not (behind or before) or n.form not in _PLAIN or is_dated(ln, n) or is_thing(scene, n):
                continue
            if wordset("from-before").isdisjoint(scene.words[n.first - 1 : n.first]) and not _of_a_period(ln, i, n):
                return n
    return _risen_to(scene, ln, lo, hi)


def _risen_to(scene: Scene, ln: Lines, lo: int, hi: int) -> NumberMention | None:
    """``حصيلة أولية تحدثت عن أربعة قبل أن ترتفع إلى تسعة``, ``ارتفعت حصيلة التفجير من أربعة قتلى إلى تسعة``: behind إلى."""
    words, first = scene.words, ln.sentence.first
    if wordset("tolls-told").isdisjoint(words[first:hi]):
        return None
    verbs = wordset("rise-verbs")
    for n in ln.numbers:
        if not lo <= n.first < hi or words[n.first - 1] != "الي" or n.form not in _PLAIN or is_dated(ln, n) or is_thing(scene, n):
            continue
        back = words[max(first, n.first - _RISE) : n.first]
        at = next((i for i in range(len(back)) if back[i] in verbs or back[i].lstrip("وف") in verbs), -1)
        toll = not wordset("tolls-told").isdisjoint(words[first : n.first]) and (n.noun is None or n.noun in wordset("the-dead-counted"))
        if at >= 0 and toll and not _of_a_period(ln, n.first - len(back) + at, n):
            return n
    return None


def _of_a_period(ln: Lines, i: int, n: NumberMention) -> bool:
    """``ارتفع العدد في تشرين الأول إلى 78``: the count of a month."""
    return any(i < t.first < n.first and str(t.precision) not in ("day", "days", "none") for t in ln.times)


def read_count_now(scene: Scene, ln: Lines, f: Frame) -> None:
    """Keep what the count of the dead has come to as the toll of the frame."""
    n = count_now(scene, ln, f.first, f.last)
    if n is None:
        return
    other = any(n.first <= t.first <= n.last and scene.entry(t).weapon != "killed" for t in ln.tolls)
    if not other:
        keep_better(f, Toll("killed", count_of(n), n.span, n.first, who_counted(scene, ln, n, f.last), False, "toll:count:risen"))


def read_in_care(scene: Scene, ln: Lines, f: Frame) -> None:
    """Keep those who are being treated as the wounded, where no wounded are told of."""
    if "injured" in f.tolls or "killed_or_injured" in f.tolls:
        return
    wards = [i for i in _at(scene, "to-hospital", _WARD, f.first, f.last) if _carried(scene, i)]
    for i in sorted((*_at(scene, "in-care", _CARE, f.first, f.last), *wards)):
        back = [n for n in ln.numbers if f.first <= n.first and 0 <= i - n.last <= _BACK and not is_dated(ln, n) and not is_thing(scene, n)]
        dead = f.tolls.get("killed")
        n = next((n for n in reversed(back) if n.form in (*_PLAIN, "singular") and (dead is None or n.first != dead.first)), None)
        if n is not None and not any(n.last <= x.first < i for x in ln.triggers):
            keep_better(f, Toll("injured", count_of(n), n.span, n.first, who_counted(scene, ln, n, i), False, "toll:in-care"))
            return
        kin = next((j for j in range(i - 1, max(f.first, i - _BACK) - 1, -1) if _kin(scene, j)), None)
        if kin is not None:  # "فيما بقيت ابنته الصغرى في العناية المركزة"
            t = scene.tokens[kin]
            span = Span(t.start, t.end)
            text = scene.doc.text.slice(span)
            keep_better(f, Toll("injured", CountRange(1, 1, 1, text), span, kin, None, False, "toll:in-care"))
            return


def _carried(scene: Scene, i: int) -> bool:
    """``نُقل خمسة إلى المستشفى``: whom somebody brings there, but no bodies."""
    words = scene.words
    if not words[i].startswith("لل") and words[i - 1] != "الي":
        return False
    near = words[max(0, i - _BACK - 2) : i]
    return not wordset("carried").isdisjoint(near) and wordset("bodies-borne").isdisjoint(near)


def _kin(scene: Scene, j: int) -> bool:
    word = scene.words[j]
    return (word if word.startswith("و") else f"و{word}") in wordset("with-one")
