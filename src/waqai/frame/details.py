"""Sites known by what they are for (``سوق الخضار``, ``مقر قيادة الفرقة``): the settlement or quarter they lie in is the place."""

from __future__ import annotations

from waqai.frame.scene import PASSING, Scene
from waqai.model import PlaceLevel, PlaceMention
from waqai.resources.areas import area_words
from waqai.resources.wordsets import wordset

_SETTLED = frozenset((PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE, PlaceLevel.DISTRICT))
_DETAILS = frozenset(("hospital", "building", "school", "facility", "post", "market", "university", "embassy", "farm", "site", "square"))
_NAMED = frozenset(("hospital", "school", "university", "square"))  # called by a name of their own: the place, unless only near it
_BESIDE = _DETAILS | {
    "shrine", "roundabout", "street", "checkpoint", "bridge", "camp", "neighbourhood", "junction", "base", "prison", "park", "port",
}  # fmt: skip
_NEAR = wordset("only-near")
_BESIDE_IT = 3  # tokens from a part of a place to what it is a part of


def detail(scene: Scene, i: int) -> bool:
    """A site known by what it is for (``سوق الخضار``, ``محطة الكهرباء``), not by a name of its own."""
    m = scene.place(i)
    if m.relation == "near" and m.kind in _BESIDE and _by(scene, m):
        return True
    a = area_words()
    rest = scene.words[m.first + 1 : m.last]
    if m.kind == "road":
        return bool(rest) and all(
            w in a.words["name_site_tails"] or w in a.words["part_adjectives"] or w in a.words["spanning"] for w in rest
        )
    if m.kind == "checkpoint":  # حاجز المدخل الشمالي للمدينة
        return bool(rest) and all(w in a.side_adjectives or w in a.words["part_adjectives"] or w in wordset("entrances") for w in rest)
    if m.kind == "neighbourhood":
        return bool(rest) and all(w in a.side_adjectives or w in a.words["name_ordinals"] for w in rest)  # الحي الشرقي من البلدة
    if m.kind == "school" and m.container is not None and scene.place(m.container).kind == "neighbourhood":
        return True  # مدرسة X في حي Y
    if m.kind == "street" and m.container is not None and scene.place(m.container).kind == "neighbourhood":
        return True  # شارع البلتاجي بحي التفاح
    if m.kind not in _DETAILS or m.kind in _NAMED or scene.words[m.first].removeprefix("ب") in wordset("named-houses"):
        return False
    if m.ref is not None and m.ref.id is not None and m.kind not in ("site", "market", "building"):
        return False
    if m.kind == "market":
        return all(w in a.words["name_generic"] and w not in a.words["name_virtues"] for w in rest) or not _in_city(
            scene, m
        )  # سوق الحسبة بمدينة السويداء is a place of the city
    if rest and (
        rest[0] in a.words["name_virtues"] or (len(rest) > 1 and (rest[0] in a.words["name_honours"] or rest[0] in a.words["name_heads"]))
    ):
        return False  # محطة السلام, مزرعة الحاج علي
    return all(w in a.common or w.isdigit() for w in rest)


def _in_city(scene: Scene, m: PlaceMention) -> bool:
    holder = scene.place(m.container) if m.container is not None else None
    return holder is not None and holder.ref is not None and holder.ref.level is PlaceLevel.CITY


def _by(scene: Scene, m: PlaceMention) -> bool:
    """``قرب مخيم X``, ``أمام مدرسة Y``: only near it; the surroundings (``محيط``) of a site are still its own."""
    return any(w.lstrip("وب") in _NEAR for w in scene.words[m.first : m.first + 2])


def stands_for(scene: Scene, i: int, k: int) -> bool:
    """Whether settlement ``k`` of the same line is what detail ``i`` lies in."""
    m, s = scene.place(i), scene.place(k)
    if (
        i == k
        or s.ref is None
        or (s.ref.level not in _SETTLED and s.kind not in ("camp", "neighbourhood"))
        or s.relation in PASSING
        or scene.owner[s.first] != scene.owner[m.first]
    ):
        return False
    if m.kind == "neighbourhood" and not 0 <= s.first - m.last <= _BESIDE_IT:
        return False  # قال مصدر بالمخيم إنهم تسللوا إلى خيمة في القسم الخامس
    if m.kind == "road" and s.relation == "near":
        return 0 <= s.first - m.last <= 2  # على الطريق الدولي قرب قرية X
    if m.container == k or (m.kind == "checkpoint" and s.first == m.last):
        return True  # حاجز المدخل الغربي لمدينة X
    held = m.container is not None and (c := scene.place(m.container)).ref is not None and c.ref.level in _SETTLED
    return not held and s.ref.level in _SETTLED and opens_line(scene, k)


def opens_line(scene: Scene, k: int) -> bool:
    """``وفي سنجة عاصمة الولاية، أدى``: the sentence opens with place ``k``, and what follows is told of it."""
    m = scene.place(k)
    line = scene.owner[m.first]
    if line < 0 or m.relation in PASSING:
        return False
    start = scene.lines[line].sentence.first
    led = scene.words[start : m.first]
    return (
        len(led) <= 3
        and (m.text.startswith(("ب", "وب")) or not wordset("place-in").isdisjoint(led))
        and wordset("section-leads").issuperset(w for w in led if w not in wordset("place-in"))
    )
