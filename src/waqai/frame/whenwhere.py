"""Where and when as the rules choose: the best place and the nearest date of an event's own words."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import EventType, PlaceLevel, PlaceMention, TimeMention
from waqai.resources.wordsets import wordset

_SOURCES = frozenset(("source", "media", "monitor"))
_MOVES = frozenset(("move", "reinforce"))
_GRAIN = {
    PlaceLevel.SITE: 6, PlaceLevel.VILLAGE: 6, PlaceLevel.TOWN: 5.5, PlaceLevel.CITY: 5, PlaceLevel.DISTRICT: 4.5,
    PlaceLevel.SUBREGION: 3, PlaceLevel.GOVERNORATE: 2, PlaceLevel.COUNTRY: 0.5, PlaceLevel.NONE: 0,
}  # fmt: skip


def place_score(scene: Scene, f: Frame, i: int, lo: int, hi: int) -> float:
    """How well place ``i`` fits as the place of the event: grain, nearness, position, relation."""
    p = scene.place(i)
    level = p.ref.level if p.ref is not None else PlaceLevel.VILLAGE
    s = float(_GRAIN[level])
    if p.relation == "near":
        s -= 1.6
    if p.kind in ("road", "street"):
        s -= 0.3
    d = min(abs(p.first - w.last) for w in f.triggers)
    s -= min(d, 30) * 0.06
    if scene.before(p.first) == "من" and scene.words[p.first - 1] == "من":
        s -= 3
    if p.ref is None or not p.candidate_ids:
        s -= 0.4
    return s


def assign_place(scene: Scene, f: Frame) -> None:
    """Choose the event's place from its own words, else leave it open for the context."""
    ln = scene.lines[f.line]
    pool = [
        i
        for i in ln.places
        if f.first <= scene.place(i).first < f.last
        and (scene.place(i).relation not in PASSING or _rallied_at(scene, f, i))
        and not place_in_actor(scene, ln, i)
        and not _stationed_at(scene, i)
    ]
    if not pool:
        return
    holders = {scene.place(i).container for i in pool}
    fine = [i for i in pool if i not in holders] or pool
    # "بلدتي البصيرة وهجين": the first of equals
    best = max(fine, key=lambda i: (round(place_score(scene, f, i, f.first, f.last), 3), -scene.place(i).first))
    f.place, f.place_rule = best, "place:own-clause"
    f.more_places = [i for i in fine if i != best]


def _stationed_at(scene: Scene, i: int) -> bool:
    """``القوات المتمركزة في سراقب``: where those who act stand, not where they hit."""
    p = scene.place(i)
    return p.first > 1 and not wordset("stationed").isdisjoint(scene.words[p.first - 2 : p.first])


def _rallied_at(scene: Scene, f: Frame, i: int) -> bool:
    """``خرج المحتجون إلى ساحة السير``: a crowd goes to a square to stand there, a column (``دخل رتل إلى إدلب``) to a town."""
    p = scene.place(i)
    if _MOVES & f.classes and f.event_type == EventType.STRATEGIC_DEVELOPMENT:
        return p.relation == "to" or p.kind == "crossing"
    return f.event_type == EventType.PROTEST and p.relation == "to" and p.ref is not None and p.ref.level == PlaceLevel.SITE


def place_in_actor(scene: Scene, ln: Lines, i: int) -> bool:
    """Whether place ``i`` of line ``ln`` only names an actor: ``شرطة كركوك``. Kept by place."""
    known: dict[int, bool] = scene.memo.setdefault("in-actor", {})
    found = known.get(i)
    if found is None:
        p = scene.place(i)
        first, last = p.first, p.last
        found = not _heads_item(scene, first, last) and any(
            a.first <= first and last <= a.last and (a.form == "named" or a.category in _SOURCES or _of_the_capital(scene, p))
            for a in ln.actors
        )
        known[i] = found
    return found


def _of_the_capital(scene: Scene, p: PlaceMention) -> bool:
    """``عناصر من قوات دمشق``: the capital stands for who rules in it."""
    return scene.words[p.first - 1] in wordset("rules-from") and p.kind in ("city", "capital", "governorate", "admin1")


def _heads_item(scene: Scene, first: int, last: int) -> bool:
    """``- ولاية خراسان: 4 عمليات``: at the head of a list item the name is where, whoever else bears it."""
    words = scene.words
    if words[last : last + 1] != [":"]:
        return False
    before = first - 1
    return before < 0 or not words[before][:1].isalnum() or (before > 0 and not words[before - 1][:1].isalnum())


def assign_time(scene: Scene, f: Frame) -> None:
    """Choose the event's date: the nearest time expression that does not date a statement (codebook 6.1)."""
    ln = scene.lines[f.line]
    pool = [t for t in ln.times if f.first <= t.first < f.last and not dates_speech(scene, ln, t.first)]
    if not pool:
        return

    def cost(t: TimeMention) -> int:
        return min(abs(t.first - w.first) for w in f.triggers)

    best = min(pool, key=lambda t: (cost(t), t.first))
    f.time, f.time_rule = best, f"time:{best.rule}"


_THAT = wordset("that")


def dates_speech(scene: Scene, ln: Lines, i: int) -> bool:
    """The time expression dates a statement: it follows a verb of saying or ``بحسب`` with neither content nor ``أن`` between."""
    for s in ln.speech:
        cls = scene.cls(s)
        if cls == "statement" or not 0 <= i - s.last <= 12:
            continue
        between = range(s.last, i)
        if any(scene.words[j] in _THAT for j in between) or any(s.last <= w.first < i for w in ln.triggers):
            continue
        if cls == "count":
            # "أحصت خلال الشهر الماضي": the period is that of the count
            continue
        return True
    return False
