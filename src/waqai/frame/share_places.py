"""Which places and counts of a line belong to shares of a total, not to the whole."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.one_event import counts_events
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import NumberMention, PlaceLevel
from waqai.resources.wordsets import wordset

_LINK = wordset("share-link")
_WORST = 6  # tokens from a place to the number of its dead
_WITH, _BY = ("ب", "بواقع"), 5


def tolls_of_places(scene: Scene, k: int, parent: Frame) -> set[int]:
    """``خمسين مجزرة … اللاذقية دفعت الثمن بـ 683 قتيلاً، تلتها طرطوس بـ 433``: first tokens of what is told of places."""
    if parent.events is None:
        return set()
    ln = scene.lines[k]
    with_ba = [n for n in ln.numbers if n.form == "digits" and scene.words[n.first - 1] in _WITH and _after_place(scene, ln, n)]
    return {n.first for n in with_ba} if len(with_ba) > 1 else set()


def _after_place(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    return any(0 <= n.first - scene.place(i).last <= _BY and "," not in scene.words[scene.place(i).last : n.first] for i in ln.places)


def of_a_place(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    """``في الخليل بـ 120 حالة``: a number brought in by ``ب`` right behind a place."""
    return _with(scene, n) and any(0 <= n.first - scene.place(i).last <= 1 for i in ln.places)


def free_place(scene: Scene, k: int, parent: Frame) -> None:
    """A total is not where one of its shares is: a place of line ``k`` with a number of its own is no place of the whole."""
    if parent.place is None or scene.owner[scene.place(parent.place).first] != k:
        return
    ln = scene.lines[k]
    own = {t.count.text for t in parent.tolls.values()} | ({parent.events.text} if parent.events is not None else set())
    if not _numbered(scene, ln, parent.place, own):
        return
    others = [i for i in ln.places if not _numbered(scene, ln, i, own) and scene.place(i).relation not in PASSING]
    whole = [
        i
        for i in others
        if (r := scene.place(i).ref) is not None and r.level in (PlaceLevel.COUNTRY, PlaceLevel.SUBREGION, PlaceLevel.GOVERNORATE)
    ]
    parent.place, parent.place_rule = (whole[0], "place:of-the-whole") if whole else (None, "")


def free_time(scene: Scene, k: int, parent: Frame) -> None:
    """``منذ بداية العام إلى 66 جريمة، منها 15 جريمة في شباط``: the month with a number of its own is no period of the whole."""
    t, ln = parent.time, scene.lines[k]
    if t is None or str(t.precision) != "month" or not ln.sentence.first <= t.first < ln.sentence.last:
        return
    whole = next((x for x in ln.times if x is not t and str(x.precision) in ("range", "year") and x.start is not None), None)
    if whole is None or parent.events is None:
        return
    if any(0 < t.first - n.last <= 3 and counts_events(n) and n.text != parent.events.text for n in ln.numbers):
        parent.time, parent.time_rule = whole, "time:of-the-whole"


def place_of_count(scene: Scene, f: Frame) -> None:
    """``جاءت ديالى أولى بست هجمات، تلتها كركوك بأربع``: the number of the first place is its own, whatever places follow."""
    if not f.aggregate or f.events is None:
        return
    ln = scene.lines[f.line]
    n = next((n for n in ln.numbers if f.first <= n.first < f.last and n.text == f.events.text), None)
    if n is None or len(ln.places) < 2 or not _with(scene, n):
        return
    mine = [i for i in ln.places if scene.place(i).relation not in PASSING and 0 <= n.first - scene.place(i).last <= _BY]
    mine = [i for i in mine if "," not in scene.words[scene.place(i).last : n.first]]
    rest = [m for m in ln.numbers if m.first > n.last and _with(scene, m) and _after_place(scene, ln, m)]
    first = next((i for i in ln.places if scene.place(i).relation not in PASSING), None)
    if mine and rest and first == mine[-1]:
        f.place, f.place_rule = mine[-1], "place:share"


def _with(scene: Scene, n: NumberMention) -> bool:
    """``بست``, ``بـ 14``, ``بواقع 12``: the number is brought in by ``ب``."""
    return scene.words[n.first - 1] in _WITH or (scene.words[n.first].startswith("ب") and n.form in ("words", "dual", "digits"))


def _numbered(scene: Scene, ln: Lines, i: int, total: set[str | None]) -> bool:
    """``42 في دير الزور``, ``دير الزور (42)``, ``دير الزور: 42``: the place has a number, which is not that of the total."""
    p = scene.place(i)
    for n in ln.numbers:
        if n.text in total or n.form in ("singular", "plural", "ordinal"):
            continue
        if 0 < p.first - n.last <= 4 and any(w in _LINK or w == "علي" for w in scene.words[n.last : p.first]):
            return "," not in scene.words[n.last : p.first]
        if n.first - p.last == 1 and scene.words[p.last] in ("(", ":", "/", "-"):
            return True
        between = scene.words[p.last : n.first]
        if _with(scene, n) and 0 < len(between) <= _WORST and not wordset("worst-hit").isdisjoint(between):
            return True  # "وأن بغداد كانت الأكثر تضرراً بـ 352 قتيلاً"
        if _with(scene, n) and 0 <= n.first - p.last <= 2:
            return True  # "تلتها طرطوس بـ 433", "تصدرتها نيجيريا بتسع هجمات"
        if n.first == p.last and (n.noun is None or counts_events(n)):
            return True  # "درعا 40، حلب 30", "وبادية حمص 38 عملية"
    return False
