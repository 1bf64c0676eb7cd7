"""Two who take no part count differently: one toll from the least to the most (codebook 8).

``قال المرصد إن أربعة قتلوا …، أما الدفاع المدني فأحصى ستة قتلى``, ``… وأحصى الأهالي 14 جثة. أما مصدر أمني فقال إن الحصيلة 11``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from waqai.frame.both_sides import counted_again
from waqai.frame.counts import count_of
from waqai.frame.frames import Frame, Toll
from waqai.frame.outcome_subject import ROLE_OF
from waqai.frame.scene import Lines, Scene
from waqai.frame.versions import is_neutral
from waqai.model import ActorMention, CountRange, WordMention
from waqai.resources.wordsets import wordset

SpeakerOf = Callable[[int], ActorMention | None]
_ROLES = ("killed", "injured")
_RAISED = 6  # tokens from who raises the count to its number
_TELLS = frozenset(("say", "count", "announce", "continue", "accord"))


def teller_at(scene: Scene, ln: Lines, i: int, speaker_of: SpeakerOf) -> ActorMention | None:
    """Who counts at token ``i``: the subject of the verb of saying or counting before it, else who speaks there."""
    raises = who_raises(scene, ln, i)
    if raises is not None:
        return raises
    s = next((s for s in reversed(ln.speech) if s.last <= i and scene.cls(s) in _TELLS), None)
    a = _subject(scene, ln, s) if s is not None else None
    return a if a is not None else speaker_of(i)


def who_raises(scene: Scene, ln: Lines, i: int) -> ActorMention | None:
    """``رفعت المنظمة عدد القتلى إلى خمسة``: who brings the count to the number at token ``i``."""
    verbs = wordset("raises-count")
    for a in ln.actors:
        if a.last <= i and i - a.last <= _RAISED and scene.words[a.first - 1] in verbs and _watches(a):
            return a
    return None


def _subject(scene: Scene, ln: Lines, s: WordMention) -> ActorMention | None:
    for a in ln.actors:
        topic = a.last == s.first and scene.words[a.first - 1] in wordset("as-for")  # "أما الدفاع المدني فأحصى"
        people = a.category == "civilians" and not wordset("witnesses").isdisjoint(scene.words[a.first : a.last])
        if (topic or a.first == s.last) and (is_neutral(a) or people or a.category == "source" or _service(scene, a)):
            return a
    return None


def widen_here(scene: Scene, ln: Lines, f: Frame, speaker_of: SpeakerOf) -> None:
    """Let the tolls of a frame reach to what another teller counts in the same sentence; of two tellers the first one's is kept."""
    said = [s.first for s in ln.speech if f.first < s.first < f.last and scene.cls(s) in _TELLS]
    said += [i for i in range(f.first + 1, f.last) if scene.words[i] in wordset("raises-count")]
    if not said or f.aggregate:
        return
    for role in _ROLES:
        kept = f.tolls.get(role)
        if kept is None or not kept.count.best:
            continue
        told = (*counted_again(scene, ln, f, role), *_before_its_verb(scene, ln, f, role))
        counts = sorted((t for t in told if t.count.best), key=lambda t: t.first)
        for t in counts:
            lo, hi = sorted((kept.first, t.first))
            if lo == hi or not any(lo < i < hi for i in said):
                continue
            one, other = (kept, t) if kept.first < t.first else (t, kept)
            if two_tellers(teller_at(scene, ln, one.first, speaker_of), teller_at(scene, ln, other.first, speaker_of)):
                f.tolls[role] = from_to(one, other)
                break


def _before_its_verb(scene: Scene, ln: Lines, f: Frame, role: str) -> Iterator[Toll]:
    """``قال سكان إن 70 مدنياً قتلوا``: counted right before the plural verb."""
    for w in f.triggers:
        if ROLE_OF.get(scene.cls(w)) == role and w.form in ("past", "passive") and scene.words[w.first].endswith("وا"):
            n = next((n for n in ln.numbers if 0 <= w.first - n.last <= 1 and n.noun is not None), None)
            if n is not None and n.first >= f.first:
                yield Toll(role, count_of(n), n.span, n.first, None, rule="")


def two_tellers(a: ActorMention | None, b: ActorMention | None) -> bool:
    """Two named tellers, neither of whom takes part."""
    return a is not None and b is not None and (a.name_en or a.text) != (b.name_en or b.text) and _watches(a) and _watches(b)


def _watches(a: ActorMention) -> bool:
    return is_neutral(a) or a.category in ("civilians", "source", "unspecified")  # "مصدر في الشرطة", "الدفاع المدني"


def _service(scene: Scene, a: ActorMention) -> bool:
    """``الدفاع المدني``, ``وزارة الصحة`` where nothing tells of which country."""
    return a.category == "unspecified" and scene.words[a.last - 1] in wordset("counting-services")


def from_to(a: Toll, b: Toll) -> Toll:
    """The first toll from the least to the most the two tell."""
    counts = [x for t in (a, b) for x in (t.count.low, t.count.best, t.count.high) if x is not None]
    most = None if a.count.high is None or b.count.high is None else max(counts)  # "أكثر من 40" has no upper end
    return replace(a, count=CountRange(min(counts), None, most, f"{a.count.text} – {b.count.text}"))
