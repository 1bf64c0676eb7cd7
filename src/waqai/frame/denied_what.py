"""A denial, and whether it denies an event at all.

``وتتهم كابل بإيواء المسلحين، وهو ما تنفيه``, ``ونفت العائلة وجود أي سلاح في البيت``, ``وقد نفت الوزارة مراراً استهداف المدنيين``: what is
denied there is another charge, a thing, or what is always said; no event of the report is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_OWN_WORDS = 5  # tokens of a sentence before its denial that say something of their own
_OBJECT = 12  # tokens from the denying word to what it denies
_OFTEN = 4
_MATTER = 4  # tokens behind who denies in which a matter of peace stands
_QUOTES = ('"', "'")
_SAYS = frozenset(("say", "announce", "accuse", "count"))


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial: the denying word, who denies, and the tokens ``[first, last)`` it covers."""

    word: WordMention
    source: ActorMention | None
    first: int
    last: int


def standing(scene: Scene, d: Denial) -> bool:
    """``ونفت الوزارة مراراً``, ``تنفي الجماعة باستمرار``: what is denied whenever it is said."""
    last = d.source.last if d.source is not None and d.source.first >= d.word.last else d.word.last
    s = scene.lines[scene.owner[d.word.first]].sentence
    often = wordset("denied-often")
    return not often.isdisjoint(scene.words[max(s.first, d.word.first - 2) : min(s.last, last + _OFTEN)])


def corrects(scene: Scene, d: Denial) -> bool:
    """``نفت الحكومة هذه الحصيلة وقالت إن خمسة فقط قتلوا``: a toll is denied and another told; a rival version, no denial (codebook 2.2)."""
    k = scene.owner[d.word.first]
    end = scene.lines[k].sentence.last
    after = scene.words[d.word.last : min(end, d.word.last + _OBJECT)]
    at = next((j for j, w in enumerate(after) if w in wordset("figures-denied")), None)
    if at is None or any(w in wordset("that") - {"عن"} for w in after[:at]):
        return False
    lines = scene.lines[k : k + 2]
    return any(n.first > d.word.last + at and n.form not in ("ordinal", "singular") for ln in lines for n in ln.numbers)


def disputed(scene: Scene, k: int, at: int) -> bool:
    """``ونفت الوزارة هذه الحصيلة وقالت إن``, ``وشكك الجيش في الأرقام``: what line ``k`` tells at ``at`` is no later count.

    Nor is it where ``تضاربت الروايات``: a count of another teller.
    """
    s = scene.lines[k].sentence
    before = scene.lines[k - 1].sentence.first if k else s.first
    if scene.holds("accounts-differ") and not wordset("accounts-differ").isdisjoint(scene.words[before:at]):
        return True
    doubts = {w.first for w in scene.lines[k].speech if scene.cls(w) == "deny"}
    doubts |= {i for i in range(s.first, at) if scene.words[i].removeprefix("و") in wordset("doubts")}
    figures = (i for i in range(s.first, at) if scene.words[i] in wordset("figures-denied"))
    return any(any(d < i for d in doubts) for i in figures)


def told_after_denial(scene: Scene, ln: Lines, last: WordMention, w: WordMention) -> bool:
    """``نفت قسد قصف نقطة، وقالت إن الفصائل هاجمت مواقعها``: what who denies says instead is an event of its own.

    Args:
        scene: the document.
        ln: the sentence.
        last: the trigger before.
        w: a verb of another happening.
    """
    if w.form not in ("past", "passive"):
        return False
    denied = any(scene.cls(s) == "deny" and s.last <= last.first for s in ln.speech)
    says = (s for s in ln.speech if last.last <= s.first < w.first and scene.cls(s) != "deny")
    return denied and any(not wordset("speech-end").isdisjoint(scene.words[s.last : s.last + 2]) for s in says)


def of_no_event(scene: Scene, frames: Sequence[Frame], d: Denial) -> bool:
    """Whether a denial that names no event denies something else than one told before.

    Args:
        scene: the document.
        frames: the frames told so far.
        d: the denial.
    """
    words, i = scene.words, d.word.first
    s = scene.lines[scene.owner[i]].sentence
    if _thing(scene, d, s.last) or _other_matter(scene, d, s.last):
        return True
    if not _pronoun(scene, d, s.last) or i - s.first < _OWN_WORDS:
        return False
    told = [w.first for f in frames for w in f.triggers if s.first <= w.first < i]
    since = max(told, default=s.first - 1)
    said = [x for x in scene.lines[scene.owner[i]].speech if since < x.first < i - 2 and scene.cls(x) in _SAYS]
    if not said and (told or wordset("deems").isdisjoint([w.lstrip("وف") for w in words[s.first : i]])):
        return False
    first = said[0].first if said else s.first
    return wordset("blames-him").isdisjoint([w.lstrip("وب") for w in words[first:i]])


def _pronoun(scene: Scene, d: Denial, end: int) -> bool:
    """``تنفي ذلك``, ``وهو ما تنفيه``: it denies what was just said."""
    if d.word.form in ("past", "present") and scene.words[d.word.first].endswith(("يه", "اه", "ته", "وه")):
        return True
    last = d.source.last if d.source is not None and d.source.first >= d.word.last else d.word.last
    return next((w for w in scene.words[last:end] if w not in _QUOTES), "") == "ذلك"


def _other_matter(scene: Scene, d: Denial, end: int) -> bool:
    """``نفت الوزارة تأجيل الامتحانات``, ``نفى وجود أزمة خبز``: what is denied is a matter of peace, no event."""
    last = d.source.last if d.source is not None and d.source.first >= d.word.last else d.word.last
    near = scene.words[last : min(end, last + _MATTER)]
    if not near or wordset("matters-of-peace").isdisjoint(near):
        return False
    return wordset("denied-tale").isdisjoint(scene.words[d.word.last : min(end, d.word.last + _OBJECT)])


def _thing(scene: Scene, d: Denial, end: int) -> bool:
    """``نفت وجود أي سلاح في البيت``: arms and the like, no event and no toll."""
    after = scene.words[d.word.last : min(end, d.word.last + _OBJECT)]
    at = next((j for j, w in enumerate(after) if w in wordset("presence-of")), None)
    return at is not None and not wordset("arms-kept").isdisjoint(after[at + 1 : at + 4])
