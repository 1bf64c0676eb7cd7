"""Places a sentence names that are not where the event was: who speaks from there, where shots came from, what holds the place.

A candidate is only set aside when another one remains, so a report that says nothing better keeps what it has.
"""

from __future__ import annotations

from collections.abc import Callable

from waqai.frame.details import detail, stands_for
from waqai.frame.facts import Candidate
from waqai.frame.frames import Frame
from waqai.frame.offstage import carried_off, left_behind, offstage, seat
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.frame.whenwhere import place_in_actor
from waqai.model import EventType, PlaceLevel, PlaceMention
from waqai.resources.areas import area_words
from waqai.resources.wordsets import wordset

_SMALL = frozenset((PlaceLevel.SITE, PlaceLevel.VILLAGE, PlaceLevel.TOWN, PlaceLevel.CITY))
_TAKINGS = frozenset((EventType.ARREST, EventType.ABDUCTION))
_REACH = 14  # tokens from the verb to where somebody was taken
_DATED = 6  # tokens between a verb and what is stormed, for a day between them (اقتحموا في 14 نوفمبر مستشفى)
_WIDTH = {
    PlaceLevel.VILLAGE: 1, PlaceLevel.TOWN: 1, PlaceLevel.CITY: 2, PlaceLevel.DISTRICT: 3, PlaceLevel.SUBREGION: 4,
    PlaceLevel.GOVERNORATE: 5,
}  # fmt: skip
_SPEAKERS = frozenset(("source", "media", "monitor"))
_OFFICES = frozenset(("ministry", "officials", "state", "police"))
_NEIGHBOURS = frozenset(("local sources", "residents", "activists", "relatives"))
_AIMED = wordset("aimed-at")
_STORMED = wordset("stormed")
_LAUNCH = wordset("launched-from")
_IN = wordset("place-in")
_HERE = wordset("complement-in")
_GROUNDS = wordset("own-grounds")
_STATIONED = wordset("stationed")
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
    moved = f.event_type is not EventType.STRATEGIC_DEVELOPMENT and scene.holds("carried-off")
    pool = [
        c
        for c in pool
        if not isinstance(i := c.value, int)
        or not (
            _in_passing(scene, i)
            or _stands_for_rulers(scene, i)
            or seat(scene, i)
            or (moved and carried_off(scene, f, i))
            or (fled and left_behind(scene, i))
        )
    ]
    if len([c for c in pool if isinstance(c.value, int)]) < 2:
        return pool
    pointed = {scene.place(c.value).container for c in pool if isinstance(c.value, int)}
    left = _without(pool, lambda i: (i not in pointed and _spoken_from(scene, i)) or _shot_from(scene, i))
    told = {scene.owner[scene.place(c.value).first] for c in left if isinstance(c.value, int) and _stands_alone(scene, c.value)}
    left = _residents(scene, left)
    left = _without(left, lambda i: _home(scene, i, told))
    left = _without(left, lambda i: _measured(scene, i) or _hospital_by_the_way(scene, i))
    here = [c.value for c in left if isinstance(c.value, int)]
    left = _without(left, lambda i: offstage(scene, f, i, here))
    direct = next((c.value for c in left if isinstance(c.value, int) and _complement(scene, f, c.value)), None)
    if direct is not None:
        left = _without(left, lambda i: i != direct and _another_clause(scene, f, i, direct))
    if f.aggregate:
        return left
    here = [c.value for c in left if isinstance(c.value, int)]
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
    held |= {i for i in here if _country(scene.place(i)) and any(_within_country(scene, k, i) for k in here)}
    left = _without(left, lambda i: i in held)
    return _without(left, lambda i: _stationed(scene, i))


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
    ln, words = _line(scene, m), scene.words
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
    k = first - 1 if scene.words[first - 1] in _IN else first
    own = {t.count.text for t in f.tolls.values()} | ({f.events.text} if f.events is not None else set())
    return any(
        n.last == k and n.noun is None and n.first > f.main.first and n.text not in own and n.form in ("digits", "words")
        for n in ln.numbers
    )


def _small(m: PlaceMention) -> bool:
    return m.ref is not None and m.ref.level in _SMALL


def _line(scene: Scene, m: PlaceMention) -> Lines | None:
    k = scene.owner[m.first]
    return scene.lines[k] if k >= 0 else None


def _spoken_from(scene: Scene, i: int) -> bool:
    """``وفق مراسلنا في دمشق``, ``قيادة الأركان في باماكو``: where the speaker sits; ``مصادر في بلدة X، حيث جرى`` is where it was."""
    m = scene.place(i)
    ln = _line(scene, m)
    if ln is None:
        return False
    if place_in_actor(scene, ln, i) and not any(a.first == m.first and a.last == m.last for a in ln.actors):
        return True
    words = scene.words
    start = m.first - 1 if words[m.first - 1] in _IN else m.first
    if words[start - 1] in ('"', "'"):
        start -= 1  # مراسل وكالة "X" في دمشق
    elif words[start - 1] == ")":
        start = max((k for k in range(max(0, start - 6), start) if words[k] == "("), default=start)  # الأمن الداخلي (الأسايش) بالمخيم
    if start == m.first and scene.place_prep(i) not in ("ب", "في"):
        return False
    end = next((o.last for k in ln.places if (o := scene.place(k)).first == m.last), m.last)  # في إقليم دوسو بجنوب غربي النيجر تقول
    for a in ln.actors:
        if a.last != start or (a.name_en in _NEIGHBOURS and not _tells_of_another(scene, ln, i)):
            continue
        said = any(-1 <= a.first - s.last <= 3 for s in ln.speech)
        subject = a.category != "civilians" and any(
            0 <= a.first - s.last <= 1 or (s.first in (m.last, end) and scene.cls(s) != "accord" and s.text[0] != "و") for s in ln.speech
        )
        if a.category in _SPEAKERS or subject or (said and a.category in _OFFICES):
            return "حيث" not in words[m.last : m.last + 3]
    return False


def _tells_of_another(scene: Scene, ln: Lines, i: int) -> bool:
    """``قال ناشطون في درعا إن القصف طال بلدة طفس``: the line goes on to a place that does not lie around the speaker's."""
    m = scene.place(i)
    if m.ref is None:
        return False
    width = _WIDTH.get(m.ref.level, 0)
    return any(
        k != i
        and (o := scene.place(k)).first > m.last
        and o.container != i
        and m.container != k
        and o.relation not in PASSING
        and o.ref is not None
        and _WIDTH.get(o.ref.level, 0) <= max(width, 3)
        and any(m.last <= w.first < o.first for w in ln.triggers)
        for k in ln.places
    )


def _shot_from(scene: Scene, i: int) -> bool:
    """``أُطلقت من محيط X``, ``من اتجاه X``: where it came from, whatever else the words say of the place."""
    m = scene.place(i)
    if scene.owner[m.first] < 0:
        return False
    before = scene.words[max(0, m.first - 4) : m.first]
    if before[-2:] in (["من", "جهه"], ["من", "اتجاه"]):
        return True
    k = len(before) - 1
    while k >= 0 and before[k] in ("محيط", "اتجاه", "جهه", "ناحيه", "داخل", "اراضي", "مناطق", "مواقع"):
        k -= 1
    return k >= 1 and before[k] == "من" and (before[k - 1] in _LAUNCH or (k >= 2 and before[k - 2] in _LAUNCH))


def _stands_alone(scene: Scene, i: int) -> bool:
    """A place that is neither passed through nor only part of somebody's name."""
    m = scene.place(i)
    ln = _line(scene, m)
    return m.relation not in PASSING and not (ln is not None and place_in_actor(scene, ln, i))


def _home(scene: Scene, i: int, told: set[int]) -> bool:
    """``من نازحي ريف X``; ``شاب من أبناء بلدة Y`` in a line that tells of another place: where somebody comes from."""
    m, a = scene.place(i), area_words()
    if m.relation != "from":
        return False
    before = scene.words[max(0, m.first - 2) : m.first]
    if not a.words["living_away"].isdisjoint(before):
        return bool(told)
    return scene.owner[m.first] in told and not a.words["home"].isdisjoint(before)


def _residents(scene: Scene, pool: list[Candidate]) -> list[Candidate]:
    """``قتلت ثمانية من سكان قرية X بمحلية Y``: with nothing but what holds it beside it, the home is the place."""
    homes = [c.value for c in pool if isinstance(c.value, int) and _lived_in(scene, c.value)]
    if len(homes) != 1:
        return pool
    home = homes[0]
    line = scene.owner[scene.place(home).first]
    around = {k for c in pool if isinstance(k := c.value, int) and k != home and scene.owner[scene.place(k).first] == line}
    holders, k = set(), scene.place(home).container
    while k is not None and k not in holders:
        holders.add(k)
        k = scene.place(k).container
    return [c for c in pool if c.value == home] if around and around <= holders else pool


def _lived_in(scene: Scene, i: int) -> bool:
    first = scene.place(i).first
    return not wordset("residents-of").isdisjoint(scene.words[max(0, first - 2) : first])


def _in_passing(scene: Scene, i: int) -> bool:
    """``نصرةً لأهلنا في غزة``, ``(المحظور في روسيا)``: whom it was done for, where a group is banned."""
    first = scene.place(i).first
    ln = _line(scene, scene.place(i))
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


def _measured(scene: Scene, i: int) -> bool:
    """``(45 كم جنوب كركوك)``: how far a place is from another one."""
    m = scene.place(i)
    return m.kind == "offset" or (m.kind == "side" and m.first > 0 and scene.words[m.first - 1] in area_words().words["units"])


def _stands_for_rulers(scene: Scene, i: int) -> bool:
    """``وكانت بغداد أعلنت``, ``نفت دمشق``: the capital is the government."""
    m = scene.place(i)
    ln = _line(scene, m)
    if (
        ln is None
        or m.last - m.first > 1
        or scene.place_prep(i)
        or m.ref is None
        or m.ref.level not in (PlaceLevel.CITY, PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE)
    ):
        return False
    return any(s.first == m.last or s.last == m.first for s in ln.speech)


def _stationed(scene: Scene, i: int) -> bool:
    """``قوات النظام المتمركزة في سراقب``: where a force stands that acts elsewhere."""
    m = scene.place(i)
    return any(w in _STATIONED for w in scene.words[max(0, m.first - 2) : m.first])


def _hospital_by_the_way(scene: Scene, i: int) -> bool:
    """Hospitals take in the wounded and give the figures; they are the place when the words aim at them."""
    m = scene.place(i)
    if m.kind != "hospital" or scene.owner[m.first] < 0:
        return False
    ln = scene.lines[scene.owner[m.first]]
    if any(w in _GROUNDS for w in scene.words[m.last : ln.sentence.last]):
        return False
    near = scene.words[max(ln.sentence.first, m.first - 2) : m.first]
    return not any(w in _AIMED for w in near) and not any(
        w in _STORMED for w in scene.words[max(ln.sentence.first, m.first - _DATED) : m.first]
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
    if m.ref is None or s.ref is None or scene.owner[m.first] != scene.owner[s.first] or m.ref.admin1 != s.ref.admin1:
        return False
    return s.container == i or _WIDTH.get(m.ref.level, 0) > _WIDTH.get(s.ref.level, 0)


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
    if not any(m.last <= w.first < f.main.first for w in scene.lines[line].triggers):
        return any(w.last <= m.first and w is not f.main for w in scene.lines[line].triggers)
    return True


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


def _holders(scene: Scene, i: int) -> list[int]:
    """What holds place ``i`` in the words of its own line, from near to far."""
    out: list[int] = []
    m = scene.place(i)
    if m.relation in PASSING or m.relation == "anaphor" or m.kind in ("countryside", "side", "offset"):
        return out
    if m.relation == "near" and m.ref is not None and m.ref.level is PlaceLevel.SITE:
        return out
    line = scene.owner[m.first]
    k = m.container
    while k is not None and k not in out and k != i and scene.owner[scene.place(k).first] == line:
        out.append(k)
        k = scene.place(k).container
    return out
