"""Places a sentence names that are not where the event was: who speaks from there, where shots came from, what holds the place.

A candidate is only set aside when another one remains, so a report that says nothing better keeps what it has.
"""

from __future__ import annotations

from collections.abc import Callable

from waqai.frame.details import detail, opens_line, stands_for
from waqai.frame.facts import Candidate
from waqai.frame.frames import Frame
from waqai.frame.not_there import (
    IN,
    WIDTH,
    home,
    hospital_by_the_way,
    line,
    measured,
    residents,
    shot_from,
    spoken_from,
    stands_alone,
    stands_for_rulers,
    stationed,
)
from waqai.frame.offstage import came_to_terms, carried_off, left_behind, office_acts, offstage, seat
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.frame.some_of_them import of_a_part
from waqai.model import EventType, PlaceLevel, PlaceMention
from waqai.resources.areas import area_words
from waqai.resources.wordsets import wordset

_SMALL = frozenset((PlaceLevel.SITE, PlaceLevel.VILLAGE, PlaceLevel.TOWN, PlaceLevel.CITY))
_TAKINGS = frozenset((EventType.ARREST, EventType.ABDUCTION))
_REACH = 14  # tokens from the verb to where somebody was taken


_HERE = wordset("complement-in")
_BRACKETED = ([","], ["("], ["-"])
_STANDING = ("in", "near", "to")


_FOR_THEM = wordset("for-them")
_CLAUSE = 6  # tokens from the word of an event to its place
_PART_REACH = 9  # tokens from منها to the place of that part
_ASIDE = 6  # tokens from such a word to the place


def set_aside(scene: Scene, f: Frame, pool: list[Candidate]) -> list[Candidate]:
    """The candidates without the places that only stand near the event in the text.

    Args:
        scene: the document.
        f: the frame; totals keep every candidate that is not a speaker's seat.
        pool: candidates for the place, ``NULL`` last.

    Returns:
        The pool in the same order; at least one place remains when there was one.
    """
    if f.aggregate:
        pool = _of_a_total(scene, f, pool)
    fled = f.event_type is not EventType.PRISON_BREAK and scene.holds("fled-from-home")
    terms = scene.holds("terms-with")
    moved = f.event_type is not EventType.STRATEGIC_DEVELOPMENT and scene.holds("carried-off")
    pool = [
        c
        for c in pool
        if not isinstance(i := c.value, int)
        or not (
            _in_passing(scene, i)
            or _country_of_body(scene, i)
            or stands_for_rulers(scene, i)
            or seat(scene, i)
            or office_acts(scene, i)
            or (terms and came_to_terms(scene, i))
            or (moved and carried_off(scene, f, i))
            or (fled and left_behind(scene, i))
        )
    ]
    if len([c for c in pool if isinstance(c.value, int)]) < 2:
        return pool
    pointed = {scene.place(c.value).container for c in pool if isinstance(c.value, int)}
    left = _without(pool, lambda i: (i not in pointed and spoken_from(scene, i)) or shot_from(scene, i))
    told = {scene.owner[scene.place(c.value).first] for c in left if isinstance(c.value, int) and stands_alone(scene, c.value)}
    left = residents(scene, left)
    left = _without(left, lambda i: home(scene, i, told))
    left = _without(left, lambda i: measured(scene, i) or hospital_by_the_way(scene, i))
    here = [c.value for c in left if isinstance(c.value, int)]
    left = _without(left, lambda i: offstage(scene, f, i, here) or of_a_part(scene, f, i, here))
    left = _without(left, lambda i: _end_of_road(scene, i, here))
    direct = next((c.value for c in left if isinstance(c.value, int) and _complement(scene, f, c.value)), None)
    if direct is not None:
        left = _without(left, lambda i: i != direct and _another_clause(scene, f, i, direct))
    here = [c.value for c in left if isinstance(c.value, int)]
    if f.aggregate:  # ``في محافظة درعا جنوبي سوريا``: the total's own area, then where that lies
        lands = {i for i in here if _country(scene.place(i))}
        held = {i for i in lands if any(scene.place(k).last == scene.place(i).first and _within_country(scene, k, i) for k in here)}
        return _without(left, lambda i: i in held)
    if f.event_type is EventType.PROTEST:  # a crowd stands before the ministry, on the square
        stood = {
            m.container for k in here if (m := scene.place(k)).relation == "near" and m.ref is not None and m.ref.level is PlaceLevel.SITE
        }
        left = _without(left, lambda i: i in stood)
    else:
        left = _without(left, lambda i: detail(scene, i) and any(stands_for(scene, i, k) for k in here))
    if f.event_type in _TAKINGS:
        here = [c.value for c in left if isinstance(c.value, int)]
        taken = [i for i in here if _taken_from(scene, f, i)]
        left = _without(left, lambda i: i not in taken and any(_around(scene, i, k) for k in taken))
    here = [c.value for c in left if isinstance(c.value, int) and not detail(scene, c.value)]
    held = {h for k in here for h in _holders(scene, k)}
    held |= {i for i in here if opens_line(scene, i) and any(_told_inside(scene, f, k, i) for k in here)}
    held |= {i for i in here if _country(scene.place(i)) and any(_within_country(scene, k, i) for k in here)}
    held |= {i for i in here if scene.place(i).kind == "region" and any(_right_before(scene, k, i) for k in here)}
    left = _without(left, lambda i: i in held)
    return _without(left, lambda i: stationed(scene, i))


def _without(pool: list[Candidate], bad: Callable[[int], bool]) -> list[Candidate]:
    kept, placed = [], False
    for c in pool:
        if isinstance(c.value, int):
            if bad(c.value):
                continue
            placed = True
        kept.append(c)
    return kept if placed else pool


def _of_a_total(scene: Scene, f: Frame, pool: list[Candidate]) -> list[Candidate]:
    """The candidates without the villages of other lines: a total of many places is not where the incident told before it was."""
    own = {p.line for p in f.parts}
    pool = _without(pool, lambda i: _of_a_part(scene, f, i, most=True))
    return [
        c
        for c in pool
        if not isinstance(i := c.value, int)
        or (
            not _of_a_part(scene, f, i)
            and (scene.place(i).relation != "dateline" or scene.words[scene.place(i).last] == ":")  # مالي: 189 هجوماً
            and (scene.owner[scene.place(i).first] in own or not _small(scene.place(i)))
        )
    ]


def _of_a_part(scene: Scene, f: Frame, i: int, most: bool = False) -> bool:
    """``598 مدنياً، منهم 311 في الرقة``, ``193 خرقاً، منها 17 غارة على حيس``, ``وتصدرت الحديدة القائمة``: where a part of the counted was.

    ``most``: ask for the greater part (``أكثرها في تيلابيري``), which is the place when nothing else is named.
    """
    m = scene.place(i)
    ln, words = line(scene, m), scene.words
    if ln is None or m.first < 2:
        return False
    if words[m.first - 1].removeprefix("و") in wordset("ranks-first"):
        return not most and f.main.first < m.first
    if not most and _counted_there(scene, f, ln, i):
        return True
    held = {j for n in ln.numbers for j in range(n.first, n.last)}
    start = max(ln.sentence.first, m.first - _PART_REACH)
    for k in range(m.first - 1, start - 1, -1):
        if k == f.main.first:
            return False  # منها 17 غارة على حيس, of the raids themselves
        w = words[k].removeprefix("و")
        if not most and w in wordset("part-things"):
            return words[k] != w or words[k - 1] == "," or k - 1 in held or k + 1 in held  # but يتخذون منها ملاذاً
        if w in wordset("part-most" if most else "part-persons"):
            return all(j in held or words[j] in _HERE for j in range(k + 1, m.first))
        if w in (",", ".", ":"):
            return False
    return False


def _counted_there(scene: Scene, f: Frame, ln: Lines, i: int) -> bool:
    """``أحصت 12 هجوماً، سبعة في واسط وخمسة في بابل``: a bare number behind that of the whole, and where it was."""
    first = scene.place(i).first
    k = first - 1 if scene.words[first - 1] in IN else first
    own = {t.count.text for t in f.tolls.values()} | ({f.events.text} if f.events is not None else set())
    return any(
        n.last == k and n.noun is None and n.first > f.main.first and n.text not in own and n.form in ("digits", "words")
        for n in ln.numbers
    )


def _small(m: PlaceMention) -> bool:
    return m.ref is not None and m.ref.level in _SMALL


def _in_passing(scene: Scene, i: int) -> bool:
    """``نصرةً لأهلنا في غزة``, ``(المحظور في روسيا)``: whom it was done for, where a group is banned."""
    first = scene.place(i).first
    ln = line(scene, scene.place(i))
    if ln is None:
        return False
    before = scene.words[max(ln.sentence.first, first - _ASIDE) : first]
    for k in range(len(before) - 1, -1, -1):
        if before[k] in _FOR_THEM:
            at = first - len(before) + k
            if any(a.first <= at < a.last for a in ln.actors):
                continue  # جماعة نصرة الإسلام والمسلمين
            return not any(first - len(before) + k < w.first < first for w in ln.triggers)
        if before[k] in (",", ".", ")"):
            return False
    return False


def _country_of_body(scene: Scene, i: int) -> bool:
    """``شبكة أطباء السودان``: the country in the name of who counts or tells."""
    m = scene.place(i)
    ln = line(scene, m) if m.ref is not None and m.ref.level is PlaceLevel.COUNTRY else None
    return ln is not None and any(
        a.first < m.first and m.last <= a.last and a.category in ("source", "media", "monitor") for a in ln.actors
    )


def _taken_from(scene: Scene, f: Frame, i: int) -> bool:
    """``اعتقلت ثمانية شبان من بلدة X``: where they were taken; ``من أبناء بلدة X`` is their home."""
    m = scene.place(i)
    if m.relation != "from" or m.ref is None or scene.owner[m.first] < 0:
        return False
    if any(w in area_words().words["home"] for w in scene.words[max(0, m.first - 3) : m.first]):
        return False
    return any(p.line == scene.owner[m.first] and 0 < m.first - p.main.last <= _REACH for p in f.parts)


def _around(scene: Scene, i: int, k: int) -> bool:
    """Whether ``i`` is a wider area of the same line than ``k``, where somebody was taken."""
    m, s = scene.place(i), scene.place(k)
    if m.ref is None or s.ref is None or scene.owner[m.first] != scene.owner[s.first]:
        return False
    if s.container == i:
        return True
    return m.ref.admin1 == s.ref.admin1 and WIDTH.get(m.ref.level, 0) > WIDTH.get(s.ref.level, 0)


def _complement(scene: Scene, f: Frame, i: int) -> bool:
    """``معركة في شمال القطاع``, ``هجوم على قاعدة X``: nothing but a preposition stands between the event's word and the place."""
    m = scene.place(i)
    if m.relation in PASSING:
        return False
    gap = m.first - f.main.last
    if gap == 0 or (gap == 1 and scene.words[m.first - 1] in _HERE):
        return True
    line = scene.owner[m.first]
    if not 1 < gap <= _CLAUSE or line != f.line or scene.place_prep(i) not in ("في", "ب", "على"):
        return False
    between = scene.words[f.main.last : m.first]
    return "," not in between and not any(f.main.last <= w.first < m.first and w not in f.triggers for w in scene.lines[line].triggers)


def _another_clause(scene: Scene, f: Frame, i: int, direct: int) -> bool:
    """Whether place ``i`` belongs to an event told before, while ``direct`` follows the word of this one and does not hold ``i``."""
    m, d = scene.place(i), scene.place(direct)
    line = scene.owner[m.first]
    if line != f.line or m.first > f.main.first or m.container == direct or d.container == i or scene.same_place(i, direct):
        return False
    between = [w for w in scene.lines[line].triggers if m.last <= w.first < f.main.first]
    if not between or (opens_line(scene, i) and all(w in f.triggers for w in between)):
        return any(w.last <= m.first and w is not f.main for w in scene.lines[line].triggers)
    return True


def _told_inside(scene: Scene, f: Frame, i: int, k: int) -> bool:
    """``وفي درعا البلد، أصابت رصاصة قناص فتى في حي المنشية``: a site of the event's clause lies in the place ``k`` its line opens with."""
    m, s = scene.place(i), scene.place(k)
    fine = m.ref is not None and (m.ref.level is PlaceLevel.SITE or s.kind == "axis")  # وفي محور الفاشر، قصف الجيش قرية X
    if m.relation != "in" or not fine or m.first < s.last or _country(s):
        return False
    line = scene.owner[m.first]
    return scene.owner[s.first] == line and any(p.line == line and p.first <= m.first < p.last for p in f.parts)


def _country(m: PlaceMention) -> bool:
    """A country, a side of one or a region over several governorates."""
    return m.kind in ("side", "country", "region") and m.ref is not None and m.ref.admin1 is None


def _within_country(scene: Scene, i: int, k: int) -> bool:
    """Whether ``i`` is a place in country ``k``, named in the same line."""
    m, h = scene.place(i), scene.place(k)
    if m.ref is None or h.ref is None or m.ref.admin1 is None:
        return False
    if h.kind == "region" and m.last != h.first:
        return False  # ``ولاية سوكوتو شمال غربي نيجيريا``: only right behind what it holds
    return m.ref.country == h.ref.country and m.relation not in PASSING and scene.owner[m.first] == scene.owner[h.first]


def _end_of_road(scene: Scene, i: int, here: list[int]) -> bool:
    """``على الطريق الرابط بين X وY``: an end of the road, which is the place itself."""
    m = scene.place(i)
    return m.relation == "between" and m.container in here


def _right_before(scene: Scene, i: int, k: int) -> bool:
    """``لمدينة خان يونس جنوب قطاع غزة``, ``في محافظة الأنبار، غربي العراق``: region ``k`` only says where place ``i`` lies."""
    m, h = scene.place(i), scene.place(k)
    if m.ref is None or h.ref is None or m.ref.country != h.ref.country or m.kind in ("side", "country", "region"):
        return False
    between = scene.words[m.last : h.first]
    return m.last <= h.first and (not between or between in _BRACKETED) and m.relation in _STANDING


def _holders(scene: Scene, i: int) -> list[int]:
    """What holds place ``i`` in the words of its own line, from near to far."""
    out: list[int] = []
    m = scene.place(i)
    if m.relation in PASSING or m.relation == "anaphor" or m.kind in ("countryside", "side", "offset"):
        return out
    beside = m.relation == "near" and m.ref is not None and m.ref.level is PlaceLevel.SITE
    line = scene.owner[m.first]
    k = m.container
    while k is not None and k not in out and k != i and scene.owner[scene.place(k).first] == line:
        if not (beside and scene.place(k).ref is not None and _small(scene.place(k))):
            out.append(k)  # قرب حقل X في ريف Y is no town, قرب جسر X في بلدة Y is
        k = scene.place(k).container
    return out
