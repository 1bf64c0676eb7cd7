"""What is denied stays told: the assertion and the denial are two claims with the same event (codebook 2.2).

Mostly the event was told before and the denial copies it. ``نفت الوزارة ما نشرته قناة عن قصف …`` tells it only while denying it: then those
who spread it answer for the assertion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.frame.denied_what import Denial, corrects, of_no_event, standing
from waqai.frame.frames import Frame
from waqai.frame.merge import families_meet, own_place, place_relation, same_event, says_another
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, Modality, Span, Stance, WordMention
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_SPREADERS = frozenset(("media", "armed_group", "militia", "state_force", "ministry", "monitor", "international", "source", "officials"))
_DOERS = frozenset(("armed_group", "militia", "state_force", "ministry"))
_OWN_DEED = 1.5
_NEAR = 7
_SEATED = 2  # tokens between who denies and where he sits
_THERE = ("same", "inside")
_OTHER, _SAME = -1.0, 0.3  # how alike the denied event must be to one told before, without and with words that it was spread


def covers(scene: Scene, d: Denial, i: int) -> bool:
    """Whether token ``i`` is denied: it stands in the denial, and no blame laid on others begins before it (``نفى …، متهماً X بقصف``)."""
    if not d.first <= i < d.last:
        return False
    accusing = {s.first for s in scene.lines[scene.owner[d.word.first]].speech if scene.cls(s) == "accuse"}
    words = scene.words
    return not any(words[j - 1] == "," and (j in accusing or words[j] in wordset("blame-verbs")) for j in range(d.word.last + 1, i))


def deny(scene: Scene, frames: list[Frame], f: Frame | None, d: Denial) -> None:
    """Keep a denial beside what it denies: the same event fields, the denier, the denying word.

    Args:
        scene: the document.
        frames: the frames told so far; the denial, and an assertion told only by it, are added.
        f: the frame inside the denying words; ``None`` when they tell no event.
        d: the denial.
    """
    if standing(scene, d) or corrects(scene, d) or (f is None and of_no_event(scene, frames, d)):
        return
    told = [x for x in frames if not x.aggregate and x.modality != Modality.DENIED]
    before = [x for x in told if x.main.first < d.word.first and scene.entry(x.main).id != "answer-fire"]
    old: Frame | None = None
    if f is not None and f.place is not None and _seat(scene, f, d):
        f.place = None  # نفى مصدر في وزارة الدفاع بصنعاء إطلاق أي صاروخ
    spread = spread_at(scene, d.word, f) if f is not None else None
    if f is not None:
        another = says_another(scene, f)
        scored = [(same_event(scene, x, f, another) + _his(x, d.source), n) for n, x in enumerate(told)]
        if scored and max(scored)[0] > (_OTHER if spread is None else _SAME):
            old = told[max(scored)[1]]
        there = old is not None and old.family() == f.family() and place_relation(scene, old.place, f.place) in _THERE
        if spread is not None and own_place(f) is not None and not there:
            old = None  # "عدم صحة ما تناقلته مواقع عن هجوم في الدبس" after news of another town
    if f is None:  # "اتهم خصمه باعتقال أربعين، وهو ما نفاه": what the sentence has just told
        here = scene.owner[d.word.first]
        old = next(
            (x for x in reversed(told) if here in x.lines and x.main.first < d.word.first and scene.owner[x.main.first] == here), None
        )
    if (
        f is None and old is None and d.source is not None
    ):  # ``قضى تحت التعذيب في سجن لهم. ونفى مسؤول ذلك``: what was told last, unless another did it
        last = before[-1] if before and scene.owner[d.word.first] - 1 in before[-1].lines else None
        old = last if last is not None and (last.perpetrator is None or last.perpetrator.name_en == d.source.name_en) else None
        if old is not None and old.perpetrator is None and old.event_type is EventType.IED:
            old = _of_the_denier(before, d.source) or old  # an old mine told in between is nobody's to deny
    if old is None and d.source is not None and spread is None:
        own = (x for x in reversed((before or told)[-4:]) if x.perpetrator is not None and x.perpetrator.name_en == d.source.name_en)
        old = next((x for x in own if f is None or families_meet(x, f)), None)
    if old is None and f is None and told:
        old = _told_of_there(scene, before, d) or _of_the_denier(before, d.source) or (before or told)[-1]
    empty = f is not None and old is None and f.place is None and f.target is None and (f.time is None or f.perpetrator is None)
    if (
        empty and spread is None and f is not None and f.main.form == "masdar"
    ):  # ``نفى الحزب أي صلة له بالخطف أو بالقتل``: of what was told of him
        old = _of_the_denier([x for x in before if x.perpetrator is not None and _same(x.perpetrator, d.source)], d.source)
    base = old or f
    if base is None or (empty and old is None):
        return
    if any(x.denial is not None and x.main is base.main and _same(x.denier, d.source) for x in frames):
        return  # ``رفضت الاتهام، ونفت …``
    if f is not None and old is None and spread is not None:
        f.asserted, f.asserter = True, _spreader(scene, f, spread, d.source)
        frames.append(f)
    copy = replace(
        base, triggers=[d.word], lines=list(base.lines), parts=list(base.parts), tolls=dict(base.tolls), rules=[*base.rules, "denial"],
        more_places=[], classes=set(base.classes), asserted=False, asserter=None,
    )  # fmt: skip
    copy.modality, copy.denial, copy.denier = Modality.DENIED, d.word, d.source
    if old is None and copy.perpetrator is None and d.source is not None and _own_deed(scene, base, d):
        copy.perpetrator = replace(d.source, category=registry().actor(d.source.actor_id or "").category)
        copy.perpetrator_rule = "agent:denies"
    elif old is None and d.source is not None and _same(copy.perpetrator, d.source) and _befell(scene, base, d):
        copy.perpetrator, copy.perpetrator_rule = None, ""
        if copy.target is None:
            copy.target, copy.target_rule = d.source, "target:denies"
    frames.append(copy)


def _own_deed(scene: Scene, f: Frame, d: Denial) -> bool:
    """``نفى الجيش استهداف مدنيين``, ``نفت الحركة تنفيذ الهجوم``: an armed side denies what it would itself have done."""
    a, w = d.source, f.main
    if a is None or a.actor_id is None or "shootdown" in f.classes or a.last > w.first:
        return False
    first = min([x.first for x in f.triggers if x.first >= max(a.last, d.word.last)], default=w.first)
    if registry().actor(a.actor_id).category not in _DOERS:
        return False
    between = {x for x in scene.words[max(a.last, d.word.last) : first] if x not in ('"', ",")}
    if w.form not in ("masdar", "phrase") and between and between.isdisjoint(wordset("be-it-that")):
        return False
    return between <= wordset("doing-it") and not (f.target is not None and _same(f.target, a))


def _befell(scene: Scene, f: Frame, d: Denial) -> bool:
    """``نفى الجيش وقوع هجوم على قاعدته``, ``نفت تعرّض مركز لها لهجوم``: what the denier is said to have suffered."""
    if d.source is None or d.source.last > f.main.first:
        return False
    return not wordset("it-befell").isdisjoint(scene.words[d.source.last : f.main.first])


def _of_the_denier(before: list[Frame], denier: ActorMention | None) -> Frame | None:
    """The event told last that the denier is said to have done or suffered; ``None`` for a denier without a name."""
    if denier is None or denier.name_en is None or denier.category not in _DOERS:
        return None
    sides = (x for x in reversed(before[-4:]) if denier.name_en in [a.name_en for a in (x.perpetrator, x.target) if a is not None])
    return next(sides, None)


def _seat(scene: Scene, f: Frame, d: Denial) -> bool:
    """Whether the place of ``f`` is where the denier sits: in his name or right behind it, before what is denied."""
    if f.place is None or d.source is None:
        return False
    first = scene.place(f.place).first
    return d.source.first <= first <= d.source.last + _SEATED and first < f.main.first


def _told_of_there(scene: Scene, told: list[Frame], d: Denial) -> Frame | None:
    """The event told last of a place the denial names: ``نفى أن يكون الطيران قد حلّق فوق بسقلا``."""
    named = [i for i in scene.lines[scene.owner[d.word.first]].places if d.first <= scene.place(i).first < d.last]
    for x in reversed(told):
        if x.place is None:
            continue
        holder = scene.place(x.place).container
        if any(scene.same_place(x.place, i) or (holder is not None and scene.same_place(holder, i)) for i in named):
            return x
    return None


def _his(x: Frame, denier: ActorMention | None) -> float:
    """Who denies a deed denies his own sooner than what another did."""
    if denier is None or x.perpetrator is None or denier.category not in _DOERS:
        return 0.0
    return _OWN_DEED if x.perpetrator.name_en == denier.name_en else 0.0


def _same(a: ActorMention | None, b: ActorMention | None) -> bool:
    return a is not None and b is not None and a.name_en == b.name_en


def spread_at(scene: Scene, word: WordMention, f: Frame) -> int | None:
    """The token of ``نشرته``, ``تداولته``, ``مزاعم``, ``أنباء`` between the denial and the event; ``None`` for a bare ``نفى وقوع``."""
    words = wordset("spread-by") | wordset("spread")
    lo = word.last if word.last <= f.main.first else scene.lines[scene.owner[f.main.first]].sentence.first  # ``ما يشاع عن … كذب``
    return next((i for i in range(lo, f.main.first) if scene.words[i] in words), None)


def _near(scene: Scene, f: Frame, i: int, denier: ActorMention | None) -> Iterator[ActorMention]:
    for a in scene.lines[f.line].actors:
        if i < a.first <= i + _NEAR and a.last <= f.main.first and a.category in _SPREADERS and not _same(a, denier):
            yield a  # not who denies: ``ما نشر عن قصف قواتنا``


def _spreader(scene: Scene, f: Frame, i: int, denier: ActorMention | None) -> ActorMention | None:
    """Who spread it: the party or outlet named after the word, else rumour; ``None`` (the outlet) when nobody is said to."""
    named = next(_near(scene, f, i, denier), None)
    mill = any(scene.words[j] in wordset("rumour-mills") for j in range(i, f.main.first))
    if named is not None and named.name_en is not None and not (mill and named.category == "source"):
        return named
    if scene.words[i] not in wordset("spread-by") and not mill:
        return None
    return rumours(scene, i)


def rumours(scene: Scene, i: int) -> ActorMention:
    """Rumour as a source, at token ``i``."""
    a = registry().actor("rumours")
    token = scene.tokens[i]
    span = Span(token.start, token.end)
    text = scene.doc.text.slice(span)
    return ActorMention(span, text, a.id, a.name_en, a.name_ar, Stance.NEUTRAL, "described", a.category, None, (), i, i, i + 1)
