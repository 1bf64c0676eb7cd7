"""Later sentences that only tell more exactly where, or what kind of event, the one told just before was.

``وقالت الوزارة إن التفجيرين استهدفا مسجداً في شارع أطلس``: the definite noun goes back to the blasts in the city, and the street is
where they were. ``وهو أول هجوم من نوعه``: said of the attack told, no attack of its own.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import dates_meet, families_meet, finer, has_article, own_place, place_relation, says_another, tolls_meet
from waqai.frame.scene import PASSING, Scene
from waqai.model import PlaceLevel
from waqai.resources.wordsets import wordset

_REACH = 3  # lines between the telling and the one that goes back to it
_DEVICES = frozenset(("device", "vbied", "suicide"))
_ITS = 3  # tokens from the pronoun to the event noun


def more_exactly(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether ``f`` goes back to ``old`` with a definite noun and names a place within the place of ``old``."""
    if f.aggregate or old.aggregate or f.denial is not None or not 1 <= f.line - max(old.lines) <= _REACH or own_place(f) is None:
        return False
    if not (_goes_back(scene, f) or _blast_explained(scene, old, f)) or not (families_meet(old, f) or old.family() == f.family()):
        return False
    if old.tolls and any(t.count.best is not None for t in f.tolls.values()) and tolls_meet(old, f) != "same":
        return False  # a rival count is a version of its own
    if place_relation(scene, old.place, f.place) != "inside" or not finer(scene, f.place, old.place):
        return False
    if _nameless(scene, f.place) and not (_came_about(scene, f) or _blast_explained(scene, old, f)):
        return False
    return dates_meet(old, f) != "different" and not says_another(scene, f)


def _nameless(scene: Scene, place: int | None) -> bool:
    """A site without a name of its own: ``مستودع ذخيرة``."""
    ref = scene.place(place).ref if place is not None else None
    return ref is None or (ref.level == PlaceLevel.SITE and ref.name_en is None)


def _came_about(scene: Scene, f: Frame) -> bool:
    """``ووقع الهجوم عند حاجز X``: the sentence says nothing but where it was."""
    near = scene.words[max(0, f.main.first - 2) : f.main.first] + scene.words[f.main.last : f.main.last + 2]
    return has_article(f.main) and any(w.removeprefix("و") in wordset("came-about") for w in near)


def _blast_explained(scene: Scene, old: Frame, f: Frame) -> bool:
    """``هز انفجار المدينة. وأوضحت أن عبوة انفجرت في X``: a mere blast, and then by its teller what went off."""
    if old.tolls or old.classes & _DEVICES or not f.classes & _DEVICES or scene.cls(old.main) != "explode":
        return False
    return f.line - max(old.lines) <= 2 and any(s.first < f.main.first for s in scene.lines[f.line].speech)


def _goes_back(scene: Scene, f: Frame) -> bool:
    """A definite event noun, or a verb whose object is the known bomb: ``فجروا السيارة``."""
    words = scene.words
    if f.main.form == "masdar" and has_article(f.main) and not words[f.main.first].endswith("ات"):
        return True
    for w in f.triggers:
        if scene.cls(w) in ("target", "affect") and any(x.last == w.first and has_article(x) for x in f.triggers if x.form == "masdar"):
            return True  # ``أن الهجوم طال نقاطاً``
        if scene.cls(w) == "explode" and w.last < len(words) and words[w.last] in wordset("the-bomb"):
            return True
    return False


def says_what_it_was(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether ``f`` is a predicate of the event told: ``وهو ثاني هجوم خلال أسبوع``, ``ويعد هذا أعنف قصف``; it adds nothing to it."""
    if f.aggregate or f.tolls or not 0 <= f.line - max(old.lines) <= 1 or f.main.prefix:
        return False
    before = scene.words[max(scene.lines[f.line].sentence.first, f.main.first - _ITS) : f.main.first]
    return len(before) > 1 and before[-1] in wordset("ranks") and not wordset("it-is").isdisjoint(before[:-1])


def place_exactly(scene: Scene, frames: list[Frame]) -> None:
    """``وقال المراسل إن الحادثة وقعت جنوب قرية الغانم العلي``: a sentence without an event that says where the one before it was.

    Args:
        scene: the document.
        frames: the ranked frames in text order; those of a broad place take the finer one within it.
    """
    told = {p.line for f in frames for p in f.parts}
    for f in frames:
        if f.place is None or f.aggregate or f.more_places:
            continue
        for line in range(max(p.line for p in f.parts) + 1, min(f.parts[-1].line + _REACH, len(scene.lines))):
            if line in told:
                break
            found = _happened_at(scene, line, f.place)
            if found is not None:
                f.place, f.place_rule = found, "place:told-exactly"
                break


def _happened_at(scene: Scene, line: int, within: int) -> int | None:
    """The first finer place of a line behind ``الحادثة وقعت``; ``None`` when the line does not say where it happened."""
    ln, words = scene.lines[line], scene.words
    for i in range(ln.sentence.first, ln.sentence.last - 1):
        if words[i] not in wordset("the-event") or wordset("took-place").isdisjoint(words[max(0, i - 2) : i + 3]):
            continue
        for k in ln.places:
            p = scene.place(k)
            if p.first > i and p.relation not in PASSING and finer(scene, k, within) and place_relation(scene, within, k) == "inside":
                return k
    return None
