"""Where the text says that nobody knows who did it, the doer is unknown, not unstated (codebook 5.2).

``وقال مصدر في الشرطة إن الفاعل مجهول``, ``ولم تُعرف بعد الجهة التي قتلته``, ``إطلاق نار من سيارة مجهولة``. ``لم تتبن أي جهة الهجوم`` says
nothing of the kind.
"""

from __future__ import annotations

from waqai.frame.conventions import known_at
from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_BY_HAND = frozenset(
    (EventType.ATTACK, EventType.ASSASSINATION, EventType.EXECUTION, EventType.ABDUCTION, EventType.IED, EventType.VEHICLE_BOMB)
)
_DEVICES = frozenset(("device", "explode", "vbied"))
_NEAR = 4  # tokens between not knowing and who is not known
_FIRED = 4  # tokens from the shots to where they came from
_LATER = 2  # sentences behind the event that still speak of it
_BODY = 2  # tokens from ``الجهة`` to what it did


def settle_unknown(scene: Scene, f: Frame) -> None:
    """Give a frame without a doer the unknown one its sentence, or the next that tells of nothing else, speaks of.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.perpetrator is not None or f.aggregate or f.denial is not None or f.event_type not in _BY_HAND:
        return
    at = _shot_from(scene, f)
    if at < 0 and scene.holds("not-known"):
        at = _said(scene, f)
    if at >= 0:
        f.perpetrator, f.perpetrator_rule = known_at(scene, at, "unknown-gunmen"), "agent:stated-unknown"


def _shot_from(scene: Scene, f: Frame) -> int:
    """``لإطلاق نار كثيف من سيارة مجهولة``: the thing the shots came from, nobody's; ``-1`` where there is none."""
    if f.event_type not in (EventType.ATTACK, EventType.ASSASSINATION) or not scene.holds("shot-from"):
        return -1
    words, known_by = scene.words, wordset("stated-unknown-thing")
    for w in f.triggers:
        if scene.cls(w) not in ("shoot", "attack", "under") or scene.owner[w.first] < 0:
            continue
        end = scene.lines[scene.owner[w.first]].sentence.last - 2
        for i in range(w.last, min(w.last + _FIRED, end)):
            if words[i] in ("من", "علي") and words[i + 1] in wordset("shot-from") and not known_by.isdisjoint(words[i + 2 : i + 4]):
                return i + 1 if words[i] == "من" else -1
    return -1


def _said(scene: Scene, f: Frame) -> int:
    """The doer who is said not to be known, in the frame's last sentence from the deed on, or in a next one without an event."""
    last = max(p.line for p in f.parts)
    start = max(p.main.last for p in f.parts if p.line == last)
    sentence, device = scene.lines[last].sentence, bool(f.classes & _DEVICES)
    at = _in(scene, start, sentence.last, device)
    others = (w for w in scene.lines[last].triggers if start <= w.first < at and w not in f.triggers)
    if at >= 0 and not any(scene.cls(w) == scene.cls(f.main) for w in others):
        return at
    for ln in scene.lines[last + 1 : last + 1 + _LATER]:
        if not goes_on_about_it(scene, ln):
            return -1
        at = _in(scene, ln.sentence.first, ln.sentence.last, device)
        if at >= 0:
            return at
    return -1


def goes_on_about_it(scene: Scene, ln: Lines) -> bool:
    """A sentence names no event but one told before, with the article (``الجريمة``), or a body found."""
    return all(scene.cls(w) == "body" or scene.words[w.first].lstrip("وبفل").startswith(("ال", "لل")) for w in ln.triggers)


def _in(scene: Scene, first: int, last: int, device: bool) -> int:
    """``الفاعل مجهول``, ``لم تعرف هوية القاتل``, ``دون معرفة الجهة التي قتلته``; ``-1`` where none stands there."""
    words, doers, bodies, unknown = scene.words, wordset("doers"), wordset("doing-body"), wordset("not-known")
    for i in range(first, last):
        if words[i] not in unknown:
            continue
        alone = words[i] in wordset("unknown-adjectives")
        if device and not alone:
            continue  # of a device only ``الفاعل مجهول`` says that somebody laid it
        if not alone and wordset("not-yet").isdisjoint(words[max(first, i - 2) : i]):
            continue
        near = range(max(first, i - _NEAR) if alone else i + 1, i if alone else min(i + 1 + _NEAR, last))
        for k in near:
            if words[k] in doers or (words[k] in bodies and not wordset("did-it-to-him").isdisjoint(words[k + 1 : k + 2 + _BODY])):
                return k
    return -1
