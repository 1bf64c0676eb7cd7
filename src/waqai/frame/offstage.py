"""Places of the sentence that belong to something else than its event: what was planned, where shells came from, who lives where."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import EventType, PlaceLevel
from waqai.resources.wordsets import wordset

_FIRED = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))
_PLANNED = 3  # tokens from the deed meant to the place
_MEANT = 7  # tokens from the planning to the deed
_FLED = 6  # tokens from a verb of fleeing to the home left
_CARRIED = 12  # tokens from the verb that somebody was brought away to the place
_CARE = frozenset(("hospital", "prison", "camp", "base"))
_WHERE = 3  # tokens from a place to the verb that حيث opens
_TERMS = 3  # tokens from an agreement to with whom it is
_STATES = frozenset((PlaceLevel.CITY, PlaceLevel.COUNTRY))
_OFFICES = frozenset(("building", "post"))
_ACTING = frozenset(("arrest", "seize-persons", "find", "release", "cell"))
_OWNED = 4  # tokens from what an office owns to the office
_CLOSE = frozenset((",", ".", ")", "\n"))


def offstage(scene: Scene, f: Frame, i: int, pool: Sequence[int]) -> bool:
    """Whether place ``i`` is no place of the event, given the other places of ``pool``.

    Args:
        scene: the document.
        f: the frame.
        i: a place.
        pool: all places that may be meant; one that is better must stand in the line of ``i``.
    """
    m = scene.place(i)
    line = scene.owner[m.first]
    if line < 0:
        return False
    ln = scene.lines[line]
    others = [k for k in pool if k != i and scene.owner[scene.place(k).first] == line and scene.place(k).relation not in PASSING]
    if not others:
        return False
    if m.relation == "dateline":
        return True
    if m.relation == "from" and f.event_type in _FIRED and any(p.line == line for p in f.parts):
        return any(k != m.container for k in others)  # استُهدفت بالمدفعية من قاعدة X أطراف قرية Y
    if f.event_type in _FIRED and scene.holds("firing-posts") and _from_posts(scene, m.first):
        return True
    if scene.holds("where-when") and any(_where(scene, f, k) for k in others):
        return not _where(scene, f, i) and m.container not in others and i not in {scene.place(k).container for k in others}
    if f.event_type is EventType.PROTEST and _demanded(scene, f, i, others):
        return True
    if scene.holds("planning") and f.event_type is not EventType.FOILED_PLOT and _planned(scene, ln, i):
        return True
    return scene.holds("who-plural") and _of_them(scene, f, ln, i)


def carried_off(scene: Scene, f: Frame, i: int) -> bool:
    """``نُقل الجرحى إلى مشفى تشرين في دمشق``, ``ضابط نُقل إلى حميميم``: where the dead, hurt or held were brought."""
    first = scene.place(i).first
    line = scene.owner[first]
    if line < 0 or (f.event_type is EventType.EXECUTION and _where(scene, f, i)):
        return False  # نُقل إلى سجن X حيث قضى تحت التعذيب
    ln, words = scene.lines[line], scene.words
    bound = False
    for k in range(first, max(ln.sentence.first, first - _CARRIED) - 1, -1):
        w = words[k]
        if k == first:
            bound = w.startswith(("ل", "الي")) and scene.place(i).kind in _CARE
        elif w in wordset("place-goals") or w.lstrip("لب") in wordset("places-of-care"):
            bound = True
        if bound and (w in wordset("carried-off") or (w[0] in "وف" and w[1:] in wordset("carried-off"))):
            return not any(k < t.first < first for t in ln.triggers)
        if w in (".", "\n"):
            return False
    return False


def left_behind(scene: Scene, i: int) -> bool:
    """``امرأة نزحت قبل عامين من كفرنبل``, ``عائلة فرّت من ريف حماة``: the home they left."""
    m = scene.place(i)
    line = scene.owner[m.first]
    if m.relation != "from" or line < 0:
        return False
    for k in range(m.first - 1, max(scene.lines[line].sentence.first, m.first - _FLED) - 1, -1):
        if scene.words[k] in wordset("fled-from-home"):
            return not any(k < t.first < m.first for t in scene.lines[line].triggers)
        if scene.words[k] in _CLOSE:
            return False
    return False


def seat(scene: Scene, i: int) -> bool:
    """``المرصد الذي يتخذ من لندن مقراً``, ``ومقرها جنيف``: where somebody has his office."""
    m, words = scene.place(i), scene.words
    start = m.first - 1 if words[m.first - 1] in wordset("place-in") else m.first
    if start > 0 and words[start - 1] in wordset("its-seat"):
        return True
    return m.last < len(words) and words[m.last] in wordset("as-seat") and words[m.first - 1] == "من"


def came_to_terms(scene: Scene, i: int) -> bool:
    """``باتفاقين مع واشنطن وموسكو``, ``بالتنسيق مع بغداد``: governments by the names of their capitals or countries."""
    m, words = scene.place(i), scene.words
    if m.ref is None or m.ref.level not in _STATES or m.last - m.first > 1:
        return False
    k = m.first - 1
    if words[k] not in wordset("with-or-between"):
        k -= 1  # مع واشنطن وموسكو
    return k > 0 and words[k] in wordset("with-or-between") and not wordset("terms-with").isdisjoint(words[max(0, k - _TERMS) : k])


def office_acts(scene: Scene, i: int) -> bool:
    """``ألقى فرع الأمن الجنائي القبض``, ``مفارز مركز شرطة X``, ``سيارة لفرع أمن الدولة``: who acts or owns, no place."""
    m, words = scene.place(i), scene.words
    line = scene.owner[m.first]
    if m.kind not in _OFFICES or line < 0 or m.first == 0 or scene.place_prep(i) in ("في", "ب", "على"):
        return False
    before = words[m.first - 1]
    if before in wordset("office-people") or (before == "من" and words[m.first - 2] in wordset("office-people")):
        return True
    if scene.place_prep(i) == "ل":
        return not wordset("things-owned").isdisjoint(words[max(0, m.first - _OWNED) : m.first])
    return any(w.first < m.first <= w.last + 1 and scene.cls(w) in _ACTING and w.first == m.first - 1 for w in scene.lines[line].triggers)


def _from_posts(scene: Scene, first: int) -> bool:
    """``قصفت القوات من حواجزها في بلدة X قرى Y``: where the guns stand."""
    words = scene.words
    k = first - 2 if words[first - 1] in wordset("place-in") else first - 1
    return k > 0 and words[k].lstrip("ب") in wordset("firing-posts") and words[k - 1] in ("من", "انطلاقا")


def _where(scene: Scene, f: Frame, i: int) -> bool:
    """``في منطقة بانو حيث حوصر مخبأ``, ``في أبريهة عندما أطلق``: the word of the event follows the place and ``حيث``."""
    m = scene.place(i)
    if scene.words[m.first - 1] in wordset("place-goals"):
        return False  # إلى الرقة، حيث استولت على سد البعث
    opened = wordset("where-when")
    words = scene.words
    return any(
        1 <= w.first - m.last <= _WHERE
        and any(words[k] in opened and words[k - 1] != "في" for k in range(m.last, w.first))  # "في حين" goes over to another event
        for w in f.triggers
    )


def _demanded(scene: Scene, f: Frame, i: int, others: Sequence[int]) -> bool:
    """``وقفة في السويداء طالبوا فيها بفتح طريق دمشق``: what a protest asks for or is about."""
    words, first = scene.words, scene.place(i).first
    for k in range(first - 1, f.main.last - 1, -1):
        if words[k] in wordset("demanded"):
            return any(scene.place(o).last <= k for o in others)
    return False


def _planned(scene: Scene, ln: Lines, i: int) -> bool:
    """``كانوا يعدّون العدة لمهاجمة سجن X``, ``خططوا لتفجير أنفسهم في مدينة Y``: where it was to happen."""
    first = scene.place(i).first
    low = max(ln.sentence.first, first - _PLANNED)
    meant = next((k for k in range(first - 1, low - 1, -1) if scene.words[k] in wordset("meant-deeds")), -1)
    if meant < 0:
        return False
    return not wordset("planning").isdisjoint(scene.words[max(ln.sentence.first, meant - _MEANT) : meant])


def _of_them(scene: Scene, f: Frame, ln: Lines, i: int) -> bool:
    """``أقارب الأسرى الذين لا تزال جثامينهم في القطاع``: told of persons, with none of the event's words."""
    first = scene.place(i).first
    for k in range(first - 1, ln.sentence.first, -1):
        if scene.words[k] in _CLOSE:
            return False
        if scene.words[k] in wordset("who-plural"):
            return not any(k <= w.first < first for w in f.triggers)
    return False
