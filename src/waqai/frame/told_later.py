"""A toll told in a sentence of its own: ``وقال المتحدث إن عدد الجرحى بلغ خمسة``, ``فيما لا يزال تسعة قيد العلاج``.

Such a sentence names no event. Its dead and wounded are those of the event told just before, unless it names another place or a period.
"""

from __future__ import annotations

from waqai.frame.count_now import risen
from waqai.frame.frames import Frame, Toll
from waqai.frame.other_tellers import SpeakerOf, from_to, teller_at, two_tellers
from waqai.frame.rival_count import rival_count
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.frame.sum_list import sum_list
from waqai.frame.tolls import read_tolls
from waqai.model import CountRange, EventType
from waqai.resources.wordsets import wordset

_HARMLESS = frozenset(
    (
        EventType.ARREST, EventType.RAID, EventType.ABDUCTION, EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.FOILED_PLOT,
        EventType.SEIZURE_OF_TERRITORY, EventType.LOOTING,
    )
)  # fmt: skip
_ARMED = frozenset(("attack", "storm", "clash", "shoot", "shell"))
_ROLES = ("killed", "injured")
_BACK = 2


def count_cells(scene: Scene, frames: list[Frame]) -> None:
    """``اعتقلت أفرادها. وقالت إن الخلية مكونة من ثلاثة رجال وامرأة``: its members are counted where it is described."""
    for f in frames:
        for role, t in f.tolls.items():
            if not _open(t.count) or scene.words[t.first] not in wordset("members") or f.aggregate:
                continue
            for k in range(max(f.lines), min(max(f.lines) + _BACK + 1, len(scene.lines))):
                ln = scene.lines[k]
                at = next((i for i in range(ln.sentence.first, ln.sentence.last) if scene.words[i] in wordset("made-up-of")), None)
                got = sum_list(scene, ln, at + 1, ln.sentence.last, 2) if at is not None else None
                if got is not None and got[0].best is not None:
                    f.tolls[role] = Toll(role, got[0], got[1].span, got[1].first, t.who, False, "toll:members")
                    break


def carry_tolls(scene: Scene, frames: list[Frame], speaker_of: SpeakerOf) -> None:
    """Give the counted dead and wounded of sentences without an event to the event told before."""
    _dug_out_since(frames)
    told = [f for f in frames if f.denial is None]
    told = [f for f in told if f.block not in ("title", "heading")] or told  # where only the headline names the event
    covered = {p.line for f in frames for p in f.parts}
    for k, ln in enumerate(scene.lines):
        if not (ln.tolls or _wounds(scene, ln)) or k in covered or ln.sentence.block in ("title", "heading") or not _only_tells(scene, ln):
            continue
        before = [f for f in told if max(f.lines) < k]
        last = max(before, key=lambda f: (max(f.lines), f.main.first), default=None)
        if last is None or last.aggregate or k - max(last.lines) > _BACK or _harmless(last) or not _here(scene, ln, last):
            continue
        s = ln.sentence
        stray = Frame(last.main, [], k, s.first, s.last, s.block)
        read_tolls(scene, stray)
        for role in _ROLES:
            t, have = stray.tolls.get(role), last.tolls.get(role)
            if t is None or not (t.count.best or (t.count.low or 0) > 2):
                continue
            if have is None or _open(have.count) or _the_last(scene, ln) or (_risen(scene, ln) and _more(t.count, have.count)):
                last.tolls[role] = t  # "وارتفعت الحصيلة إلى سبعة قتلى": the latest figure
            elif t.count.best and have.count.low:
                there = scene.lines[scene.owner[have.first]]
                a, b = teller_at(scene, there, have.first, speaker_of), teller_at(scene, ln, t.first, speaker_of)
                if two_tellers(a, b) and have.count.best != t.count.best:
                    last.tolls[role] = from_to(have, t)
                elif role == "killed" and (rival := rival_count(scene, last, stray, a, b)) is not None:
                    frames.insert(frames.index(last) + 1, rival)
                    covered.add(k)
                    break


def _dug_out_since(frames: list[Frame]) -> None:
    """``وارتفع عدد القتلى إلى 14 مع انتشال جثث أربعة``: bodies dug out of what was just told raise its toll and are no event beside it."""
    for k in range(len(frames) - 1, 0, -1):
        f, old = frames[k], frames[k - 1]
        t, have = f.tolls.get("killed"), old.tolls.get("killed")
        if (
            f.event_type != EventType.OTHER
            or "body" not in f.classes
            or f.place_rule == "place:own-clause"
            or t is None
            or t.rule != "toll:noun:risen"
        ):
            continue
        if f.denial is not None or old.denial is not None or old.aggregate or _harmless(old) or min(f.lines) - max(old.lines) > _BACK:
            continue
        if have is not None and _more(t.count, have.count):
            old.tolls["killed"] = t
            del frames[k]


def _wounds(scene: Scene, ln: Lines) -> bool:
    """``وجراح اثنين من البيشمركة خفيفة``."""
    return any(scene.words[n.first - 1] in wordset("wounds-of") for n in ln.numbers)


def _harmless(f: Frame) -> bool:
    """Nobody dies in such an event, unless it began with an attack (``هاجموا القرية وأحرقوا منازل``)."""
    return f.event_type in _HARMLESS and f.classes.isdisjoint(_ARMED)


def _risen(scene: Scene, ln: Lines) -> bool:
    """``ارتفعت الحصيلة إلى``, not ``أما مصدر أمني فقال إن الحصيلة 11``: the figure is the last of a count that went on."""
    s = ln.sentence
    return bool(ln.of("rise")) and risen(scene.words[s.first : s.last])


def _open(c: CountRange) -> bool:
    """``قتلى``, ``عشرات الجرحى``: no number is told."""
    return c.best is None and c.high is None and (c.low or 0) <= 2


def _more(new: CountRange, old: CountRange) -> bool:
    return new.low is not None and old.low is not None and new.low >= old.low


def _the_last(scene: Scene, ln: Lines) -> bool:
    """``الحصيلة النهائية``, ``حصيلة محدثة``: what is told takes the place of what was told before."""
    s = ln.sentence
    return any(scene.words[i] in wordset("tolls-told") and scene.words[i + 1] in wordset("last-toll") for i in range(s.first, s.last - 1))


def _only_tells(scene: Scene, ln: Lines) -> bool:
    """No event, habit or period is told."""
    if any(scene.cls(w) != "result" and scene.entry(w).id != "amputate" for w in ln.triggers) or ln.of("habit") or ln.of("hypo"):
        return False
    return all(str(t.precision) in ("day", "days", "none") and not t.rule.endswith("since") for t in ln.times)


def _here(scene: Scene, ln: Lines, f: Frame) -> bool:
    """No other place is named."""
    named = [i for i in ln.places if scene.place(i).relation not in PASSING and not _ward(scene, i)]
    return all(f.place is not None and scene.same_place(i, f.place) for i in named)


def _ward(scene: Scene, i: int) -> bool:
    """``مستشفى الرمادي``: the dead and wounded were brought there."""
    p = scene.place(i)
    return any(scene.words[j].endswith(("مستشفي", "مشفي")) for j in range(max(0, p.first - 1), p.last))
