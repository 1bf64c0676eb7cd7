"""Places of a sentence that are not where it happened: where somebody spoke, shot from, lived, or was brought."""

from __future__ import annotations

from waqai.frame.facts import Candidate
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.frame.whenwhere import place_in_actor
from waqai.model import PlaceLevel, PlaceMention
from waqai.resources.areas import area_words
from waqai.resources.wordsets import wordset

_DATED = 6  # tokens between a verb and what is stormed, for a day between them (اقتحموا في 14 نوفمبر مستشفى)
WIDTH = {
    PlaceLevel.VILLAGE: 1, PlaceLevel.TOWN: 1, PlaceLevel.CITY: 2, PlaceLevel.DISTRICT: 3, PlaceLevel.SUBREGION: 4,
    PlaceLevel.GOVERNORATE: 5,
}  # fmt: skip
_SPEAKER = 7  # tokens from a verb of speaking to the town its subject is of
_SOURCE = 6  # tokens from مصدرها to where it came from
_STRIKES = frozenset(
    ("attack", "target", "storm", "shoot", "clash", "shell", "air", "airmeans", "explode", "device", "vbied", "suicide", "assassinate",
     "execute", "abduct", "arrest", "raid", "burn", "loot", "destroy")
)  # fmt: skip
_FELL = frozenset(("kill", "die", "injure", "assassinate", "abduct", "arrest", "execute"))
_SPEAKERS = frozenset(("source", "media", "monitor"))
_OFFICES = frozenset(("ministry", "officials", "state", "police"))
_NEIGHBOURS = frozenset(("local sources", "residents", "activists", "relatives"))
_AIMED = wordset("aimed-at")
_STORMED = wordset("stormed")
_LAUNCH = wordset("launched-from")
IN = wordset("place-in")
_GROUNDS = wordset("own-grounds")
_STATIONED = wordset("stationed")


def line(scene: Scene, m: PlaceMention) -> Lines | None:
    """The line a place stands in; ``None`` outside all of them."""
    k = scene.owner[m.first]
    return scene.lines[k] if k >= 0 else None


def spoken_from(scene: Scene, i: int) -> bool:
    """``وفق مراسلنا في دمشق``, ``قيادة الأركان في باماكو``: where the speaker sits; ``مصادر في بلدة X، حيث جرى`` is where it was."""
    m = scene.place(i)
    ln = line(scene, m)
    if ln is None:
        return False
    if place_in_actor(scene, ln, i) and not any(a.first == m.first and a.last == m.last for a in ln.actors):
        return True
    words = scene.words
    if words[m.first - 1] in IN and any(a.first < m.first < a.last <= m.last and a.category in _SPEAKERS for a in ln.actors):
        return True  # وفق مصدر في مشفى X: the actor's words run into the place's
    start = m.first - 1 if words[m.first - 1] in IN else m.first
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
        if any(w.last == a.first and scene.cls(w) in _FELL for w in ln.triggers):
            continue  # قتل مسؤول أمني في مدينة عدن
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
    width = WIDTH.get(m.ref.level, 0)
    return any(
        k != i
        and (o := scene.place(k)).first > m.last
        and o.container != i
        and m.container != k
        and o.relation not in PASSING
        and o.ref is not None
        and WIDTH.get(o.ref.level, 0) <= max(width, 3)
        and any(m.last <= w.first < o.first for w in ln.triggers)
        for k in ln.places
    )


def shot_from(scene: Scene, i: int) -> bool:
    """``أُطلقت من محيط X``, ``من اتجاه X``: where it came from, whatever else the words say of the place."""
    m = scene.place(i)
    if scene.owner[m.first] < 0:
        return False
    before = scene.words[max(0, m.first - 4) : m.first]
    if before[-2:] in (["من", "جهه"], ["من", "اتجاه"]):
        return True
    if not wordset("shot-source").isdisjoint(scene.words[max(0, m.first - _SOURCE) : m.first]):
        return not {"على", "علي", ","} & set(before)  # قذائف مصدرها مواقع الجيش في X
    k = len(before) - 1
    while k >= 0 and before[k] in ("محيط", "اتجاه", "جهه", "ناحيه", "داخل", "اراضي", "مناطق", "مواقع"):
        k -= 1
    return k >= 1 and before[k] == "من" and (before[k - 1] in _LAUNCH or (k >= 2 and before[k - 2] in _LAUNCH))


def stands_alone(scene: Scene, i: int) -> bool:
    """A place that is neither passed through nor only part of somebody's name."""
    m = scene.place(i)
    ln = line(scene, m)
    return m.relation not in PASSING and not (ln is not None and place_in_actor(scene, ln, i))


def home(scene: Scene, i: int, told: set[int]) -> bool:
    """``من نازحي ريف X``; ``شاب من أبناء بلدة Y`` in a line that tells of another place: where somebody comes from."""
    m, a = scene.place(i), area_words()
    if m.relation != "from":
        return False
    if _speakers_town(scene, m):
        return True
    before = scene.words[max(0, m.first - 2) : m.first]
    if not a.words["living_away"].isdisjoint(before):
        return bool(told)
    return scene.owner[m.first] in told and not a.words["home"].isdisjoint(before)


def _speakers_town(scene: Scene, m: PlaceMention) -> bool:
    """``وقال الرائد محمد من بلدة X القريبة: انفجرت سيارة``: between the verb of speaking and what is said stands who speaks."""
    ln = line(scene, m)
    if ln is None:
        return False
    said = next((s for s in ln.speech if s.last <= m.first and m.first - s.last <= _SPEAKER and s.form in ("past", "present")), None)
    if said is None or any(said.last <= w.first < m.first for w in ln.triggers):
        return False
    if scene.words[m.last : m.last + 1] == [] or scene.words[m.last] not in wordset("lying-near"):
        return False  # ``يروي شهود من بلدة X أن``: they tell of their own town
    return not wordset("speech-end").isdisjoint(scene.words[m.last : m.last + 3])


def residents(scene: Scene, pool: list[Candidate]) -> list[Candidate]:
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


def measured(scene: Scene, i: int) -> bool:
    """``(45 كم جنوب كركوك)``: how far a place is from another one."""
    m = scene.place(i)
    return m.kind == "offset" or (m.kind == "side" and m.first > 0 and scene.words[m.first - 1] in area_words().words["units"])


def stands_for_rulers(scene: Scene, i: int) -> bool:
    """``وكانت بغداد أعلنت``, ``نفت دمشق``: the capital is the government."""
    m = scene.place(i)
    ln = line(scene, m)
    if (
        ln is None
        or m.last - m.first > 1
        or scene.place_prep(i)
        or m.ref is None
        or m.ref.level not in (PlaceLevel.CITY, PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE)
    ):
        return False
    return any(s.first == m.last or s.last == m.first for s in ln.speech)


def stationed(scene: Scene, i: int) -> bool:
    """``قوات النظام المتمركزة في سراقب``: where a force stands that acts elsewhere."""
    m = scene.place(i)
    return any(w in _STATIONED for w in scene.words[max(0, m.first - 2) : m.first])


def hospital_by_the_way(scene: Scene, i: int) -> bool:
    """Hospitals take in the wounded and give the figures; they are the place when the words aim at them."""
    m = scene.place(i)
    if scene.owner[m.first] < 0 or (m.kind != "hospital" and not _called_hospital(scene, m)):
        return False
    ln = scene.lines[scene.owner[m.first]]
    if any(w in _GROUNDS for w in scene.words[m.last : ln.sentence.last]):
        return False
    near = scene.words[max(ln.sentence.first, m.first - 2) : m.first]
    if any(w in _AIMED for w in near) or _hit_inside(scene, ln, m, near):
        return False
    return not any(w in _STORMED for w in scene.words[max(ln.sentence.first, m.first - _DATED) : m.first])


def _called_hospital(scene: Scene, m: PlaceMention) -> bool:
    """A table may call it a facility; the words say what it is."""
    found = area_words().types.get(scene.words[m.first].removeprefix("ب"))
    return found is not None and found.kind == "hospital"


def _hit_inside(scene: Scene, ln: Lines, m: PlaceMention, near: list[str]) -> bool:
    """``انفجرت عبوة في مستشفى X``: a preposition ties it to what strikes; ``توفي في مستشفى X``, ``قال طبيب في`` do not."""
    if not (near and near[-1] in IN) and not m.text.startswith("ب"):
        return False
    struck = next((w for w in reversed(ln.triggers) if w.last <= m.first), None)
    if struck is None or m.first - struck.last > _DATED or scene.cls(struck) not in _STRIKES:
        return False
    told = [s.first for s in ln.speech] + [a.first for a in ln.actors if a.category in _SPEAKERS]
    if any(struck.last <= k < m.first for k in told):
        return False
    return "," not in scene.words[struck.last : m.first]
