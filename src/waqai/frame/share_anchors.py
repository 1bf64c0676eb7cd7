"""What a number in a line may belong to besides the total: places, actors and months (codebook section 8)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import holds_the_area
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import PlaceLevel, TimeMention
from waqai.resources.wordsets import wordset

_AREAS = frozenset((PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.SUBREGION, PlaceLevel.CITY, PlaceLevel.DISTRICT))
_PLACES = _AREAS | {PlaceLevel.TOWN, PlaceLevel.VILLAGE}  # of events counted: "خمس منها قرب القريتين"
SIDES = frozenset(("armed_group", "state_force", "militia", "international"))
_PLACES_OF = frozenset((("object", "post"), ("object", "headquarters")))
Anchor = tuple[str, int, int, int]  # kind, index or identity, first, last


def anchors(scene: Scene, ln: Lines, parent: Frame) -> list[Anchor]:
    """Places, actors and periods of a line that are not the total's own, in text order."""
    out: list[Anchor] = []
    for i in ln.places:
        p = scene.place(i)
        areas = _AREAS if parent.events is None and not _with_share(scene, p.first) else _PLACES
        passing = p.relation in PASSING and not (p.relation == "named" and _next_in_row(scene, i))
        area = p.ref is not None and not passing and (p.ref.level in areas or scene.words[p.first] in wordset("area-heads"))
        if area and _whose_seat(scene, out, p.first):
            continue  # "مدينة نيالا عاصمة جنوب دارفور بـ 228": the share is the town's
        if area and not _of_the_whole(scene, parent, i):
            out.append(("place", i, p.first, p.last))
    for n, a in enumerate(ln.actors):
        own = parent.perpetrator is not None and a.name_en == parent.perpetrator.name_en
        own = own or (parent.target is not None and a.name_en == parent.target.name_en and scene.words[a.first - 1] in ("من", "ضد"))
        handed = any(c.last == a.first for c in ln.of("agentby"))
        if scene.words[a.first - 1] in wordset("partner-prepositions") or holds_the_area(scene, a) or not _PLACES_OF.isdisjoint(a.attrs):
            continue  # "28 عملية مع قسد", "في مناطق سيطرة القوات"
        if (
            (a.category in SIDES or a.category == "ministry" or (handed and a.category in ("unknown", "crime", "police")))
            and a.name_en
            and (not own or handed)
        ):
            out.append(("actor", n, a.first, a.last))
    for n, t in enumerate(ln.times):
        if _another_period(t, parent.time):
            out.append(("time", n, t.first, t.last))
    return sorted(out, key=lambda x: x[2])


def _whose_seat(scene: Scene, out: list[Anchor], first: int) -> bool:
    """The land a place right before token ``first`` is the seat of."""
    seat = next((j for j in (first, first - 1, first - 2) if scene.words[j] in wordset("seat-of")), -1)
    return seat >= 0 and bool(out) and out[-1][0] == "place" and 0 <= seat - out[-1][3] <= 1


def _with_share(scene: Scene, first: int) -> bool:
    """``سجلت حيس ثلاثة``, ``خمس منها في بلدة ذيبان``: the words before a place give it a number of its own, however small it is."""
    words = scene.words
    return words[first - 1] in wordset("registers") or words[first - 2] in wordset("of-them") or words[first - 1] in wordset("of-them")


def _next_in_row(scene: Scene, i: int) -> bool:
    """``أما العراق فشهد 21 عملية``, ``ثم العراق بثلاث عمليات``, ``والعراق بعمليتين``: a place in a row, its number behind it."""
    p = scene.place(i)
    words = scene.words
    if p.last < len(words) and words[p.last].removeprefix("ف") in wordset("registers"):
        return True
    if not (words[p.first].startswith("و") or words[p.first - 1] in wordset("next-in-row")):
        return False
    numbers = scene.lines[scene.owner[p.first]].numbers
    return p.last < len(words) and words[p.last].startswith("ب") and any(n.first in (p.last, p.last + 1) for n in numbers)


def _another_period(t: TimeMention, whole: TimeMention | None) -> bool:
    """A month that is not the total's; a year where the total is of a year."""
    if whole is None or t.start is None or (t.start, t.end) == (whole.start, whole.end):
        return False
    if str(t.precision) == "month":
        return t.start != whole.start or t.end != whole.end
    return str(t.precision) == str(whole.precision) == "year"


def _of_the_whole(scene: Scene, parent: Frame, i: int) -> bool:
    """The place of the total itself; the town of an area's name is a part of it (``منطقة عفرين``, ``مركز مدينة عفرين``)."""
    if parent.place is None or not scene.same_place(parent.place, i):
        return False
    if i != parent.place and _one_of_row(scene, parent.place):
        return False
    here, whole = scene.place(i).ref, scene.place(parent.place).ref
    return here is None or whole is None or here.level is whole.level or here.level is not PlaceLevel.CITY


def _one_of_row(scene: Scene, i: int) -> bool:
    """``في دير الزور والحسكة``: another place is joined to it."""
    p = scene.place(i)
    row = (scene.place(j) for j in scene.lines[scene.owner[p.first]].places)
    return any(q.first == p.last and scene.words[q.first].startswith("و") for q in row)


def small(scene: Scene, i: int) -> bool:
    """A village, town or site that no word for an area stands before."""
    ref = scene.place(i).ref
    return ref is not None and ref.level not in _AREAS and scene.words[scene.place(i).first] not in wordset("area-heads")
