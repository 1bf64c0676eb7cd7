"""What the whole report is about, when it is not about conflict: sport, culture, drills, prices, remembrance, computers (codebook 2.9).

Violent words stand in all of these in another sense. A report whose words belong to such a field in more than a few places in a
hundred tells no event, save one with a number of dead and a party or a weapon. Reports of a court and reports that weigh what may come
tell only what they date.
"""

from __future__ import annotations

from functools import cache

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.frame.weighed import to_come
from waqai.model import EventType, Sentence
from waqai.resources.wordsets import wordset

_FIELDS = (
    "field-sport", "field-culture", "field-drill", "field-prices", "field-memory", "field-tech", "field-health", "field-farm",
    "field-politics", "field-arms", "field-heritage", "field-talks", "field-crime", "field-lesson", "field-condolence",
    "field-traffic",
)  # fmt: skip
_SOFT = ("field-court", "field-scenario", "field-obituary", "field-training")
_SPARSE = frozenset(("field-politics", "field-talks", "field-arms", "field-heritage", "field-farm"))
_BESIDE_WAR = _SPARSE | {"field-health", "field-lesson", "field-condolence"}
_COMPLAINTS = frozenset(("field-prices", "field-politics", "field-mixed"))
_MOVES = frozenset(("move", "launch", "release", "enter"))
_ACTING = frozenset(("armed_group", "state_force", "militia", "international", "unknown", "crime", "tribe"))
_SHARE = 0.02  # of all words; among reports with events none reaches it
_LEAST = 3
_MIXED, _MIXED_SHARE = 4, 0.035  # words of several fields together
_LEAST_OF = {"field-drill": 2}  # few words, and none of another sense
_SHARE_OF = {"field-drill": 0.012}
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
_MEANS = frozenset(("explode", "device", "vbied", "suicide", "air", "airmeans", "shell"))
_ARMED_DEEDS = frozenset(("op", "attack", "storm", "raid", "clash", "shoot"))
_FIGURES = frozenset(("kill", "execute", "assassinate", "abduct"))
_ARMED = frozenset(("armed_group", "state_force", "militia", "international"))


@cache
def _words_of(field: str) -> frozenset[str]:
    return frozenset(p + w for w in wordset(field) for p in _PROCLITICS)


@cache
def _all_words() -> frozenset[str]:
    return frozenset().union(*map(_words_of, _FIELDS))


def other_field(scene: Scene) -> str | None:
    """The field the report belongs to, as the name of its word set; ``None`` for news of conflict and all the rest."""
    words = scene.words
    if any(_marks_column(scene, s) for s in scene.doc.text.sentences[:4]):
        return "field-opinion"
    marks = list(filter(_all_words().__contains__, words))
    for field in _FIELDS if len(marks) >= 2 else ():
        n = sum(map(_words_of(field).__contains__, marks))
        if n >= _LEAST_OF.get(field, _LEAST) and n >= _SHARE_OF.get(field, _SHARE) * len(words):
            return field
    if len(marks) >= _MIXED and len(marks) >= _MIXED_SHARE * len(words):
        return "field-mixed"
    return None


def marked(scene: Scene, field: str) -> bool:
    """Whether the words of a field make up their share of the report; counted once."""
    known: dict[str, bool] = scene.memo.setdefault("fields", {})
    if field not in known:
        known_words = _words_of(field)
        n = sum(map(known_words.__contains__, scene.words))
        if n >= _LEAST:  # قضاء المقدادية … القضاء: a district is no court
            n -= sum(w in known_words for m in scene.doc.places for w in scene.words[m.first : m.last])
        known[field] = n >= _LEAST and n >= _SHARE * len(scene.words)
    return known[field]


def undated_talk(scene: Scene, f: Frame) -> bool:
    """A frame without a day of its own in a report of a court or of what may come: what a sentence is about, or a thing thought of."""
    if f.aggregate or f.denial is not None or (f.time is not None and f.time_rule.startswith("time:own") and not to_come(f)):
        return not f.aggregate and f.denial is None and not f.tolls and _of_years(f) and marked(scene, "field-court")
    if _held_there(scene, f):
        return _thought_of(scene, f)
    return any(marked(scene, field) for field in _SOFT) or _thought_of(scene, f)


def _of_years(f: Frame) -> bool:
    """``منذ عام 2006``, ``عام 2014``: a year and no day, as a court tells of what it tries."""
    return f.time is not None and str(f.time.precision) == "year"


def _held_there(scene: Scene, f: Frame) -> bool:
    """So many held at a place of its own, in a sentence of no court: news, whatever court the next paragraph tells of."""
    held = f.tolls.get("captured")
    if f.event_type is not EventType.ARREST or held is None or not held.count.best or not f.place_rule.startswith("place:own"):
        return False
    return not any(w.lstrip("وبل") in wordset("courts") for p in f.parts for w in scene.words[p.first : p.last])


def in_general(scene: Scene, f: Frame) -> bool:
    """``يقتل المسلحون جندياً فتقصف الدولة قرية``: the present tense in a report that names no day of our time tells how things go."""
    if f.time is not None or f.aggregate or f.denial is not None or len(scene.lines) < 3:
        return False
    if any((t.count.low or 0) > 1 for t in f.tolls.values()):
        return False
    if any(scene.lines[p.line].sentence.block in ("title", "heading") or p.main.form != "present" for p in f.parts):
        return False
    return not any(t.deictic or t.start is not None for ln in scene.lines for t in ln.times)


def _thought_of(scene: Scene, f: Frame) -> bool:
    """``سيناريوهات عدة لهجوم: غارات على …``: the sentence weighs what may come."""
    first = scene.lines[f.line].sentence.first
    return not wordset("thought-of").isdisjoint(scene.words[first : f.main.first])


def figurative(scene: Scene, f: Frame) -> bool:
    """``قتل أحلامهم``: what is hit is nobody; ``قصفها الخبراء بالملاحظات``: what is used is no weapon; ``مشبهاً العواصف بغارات``."""
    w, words = f.main, scene.words
    if scene.cls(w) in _FIGURES and not wordset("figurative-objects").isdisjoint(words[w.last : w.last + 1]):
        return True
    if w.form == "passive" and not wordset("figurative-objects").isdisjoint(words[max(0, w.first - 2) : w.first]):
        return True  # "اقتصاد غزة دُمّر"
    if "killed" in f.tolls:
        return False
    if w.form in ("past", "passive", "present") and words[w.first - 1] in wordset("abstract-agents") and _bare_subject(scene, w.first - 1):
        return not any(t.count.best for t in f.tolls.values())
    sentence, i = scene.lines[scene.owner[f.main.first]].sentence, f.main.first
    if f.main.form == "masdar" and not wordset("likened").isdisjoint(scene.words[max(sentence.first, i - 10) : i]):
        return True
    after = scene.words[f.main.last : min(sentence.last, f.main.last + 6)]
    return not wordset("figurative-means").isdisjoint(after)


def _bare_subject(scene: Scene, i: int) -> bool:
    """``إن الحرب سرقت``, not ``مخلفات الحرب أودت``: the word is the subject, not what another noun belongs to."""
    return scene.owner[i] != scene.owner[i - 1] or scene.words[i - 1] in ("ان", ",", ":", ".", '"') if i else True


def _marks_column(scene: Scene, s: Sentence) -> bool:
    """A line that only says ``رأي`` or ``مقال رأي``."""
    own = [w for w in scene.words[s.first : s.last] if len(w) > 1]
    return 0 < len(own) <= 2 and all(w in wordset("opinion-mark") for w in own)


def harmless(scene: Scene, f: Frame) -> bool:
    """``الانفجارات ناجمة عن تدريبات``, ``هو انفجار أسطوانة غاز``: a bang nobody meant, with no party named and nobody killed."""
    if not f.classes & {"explode", "airmeans", "shell"} or f.perpetrator is not None or _device(scene, f):
        return False
    killed = f.tolls.get("killed")
    return not (killed is not None and killed.count.best) and _explained(scene)


def of_a_feast(scene: Scene, f: Frame) -> bool:
    """``رصاصة طائشة في حفل زفاف``, ``إطلاق نار ابتهاجاً``: shots of joy, with nobody who meant to hit (a wedding shot at is an event)."""
    if f.perpetrator is not None or f.denial is not None or f.classes & _MEANS:
        return False
    words = _told_in(scene, f)
    joy = f.weapon_value == "small_arms" and not words.isdisjoint(wordset("in-joy"))
    return joy or (stray(scene, f) and not words.isdisjoint(wordset("feast")))


def stray(scene: Scene, f: Frame) -> bool:
    """``قُتل مدني برصاصة طائشة``: the one hit was not the one meant."""
    return f.weapon_value in (None, "small_arms") and not _told_in(scene, f).isdisjoint(wordset("stray-shot"))


def _told_in(scene: Scene, f: Frame) -> set[str]:
    """All words of the sentences that tell of it."""
    return {w for k in f.lines for w in scene.words[scene.lines[k].sentence.first : scene.lines[k].sentence.last]}


def _device(scene: Scene, f: Frame) -> bool:
    """A device is named, and not in order to say that it was none (``لا لغم ولا عبوة``)."""
    no = wordset("negation") | wordset("not-a")
    found = [w for w in f.triggers if scene.cls(w) in ("device", "vbied", "suicide")]
    return any(w.first == 0 or scene.words[w.first - 1] not in no for w in found)


def _explained(scene: Scene) -> bool:
    """The report says so of what was heard; read once."""
    known = scene.memo.get("explained")
    if known is None:
        words, causes, things = scene.words, wordset("harmless-cause"), wordset("harmless-thing")
        known = any(
            (w in wordset("caused-by") and not causes.isdisjoint(words[i + 1 : i + 6]))
            or (w in wordset("bang") and i + 1 < len(words) and words[i + 1] in things)
            for i, w in enumerate(words)
        )
        scene.memo["explained"] = known
    return bool(known)


def _acted(f: Frame) -> bool:
    """Gunmen or a force that act where the words say, or a bomb, shell or strike that harmed a number of people."""
    placed = f.place is not None and f.place_rule.startswith("place:own")
    if placed and f.perpetrator is not None and f.perpetrator.category in _ACTING and not f.classes <= _MOVES:
        return True
    harmed = bool(f.classes & {"kill", "die", "injure"}) or any(t.count.best for t in f.tolls.values())
    return bool(f.classes & _MEANS) and harmed


def hard(f: Frame, field: str) -> bool:
    """A killing with an armed party and a number, or a bomb, shell or strike with counted dead: told as such even in the sports pages.

    Of a drill nothing is hard, of a film or a book only a killing with a day and a place of its own; among prices, remembrance and
    computers whatever has both, or any toll of an armed side.
    """
    if field == "field-drill":
        return False
    killed = f.tolls.get("killed")
    dead = killed is not None and bool(killed.count.best)
    told = f.place is not None and f.time is not None and f.time_rule.startswith("time:own") and str(f.time.precision) == "day"
    if field in _BESIDE_WAR and (_acted(f) or (dead and f.place is not None and "kill" in f.classes and f.classes & _ARMED_DEEDS)):
        return True
    if (
        field in _COMPLAINTS
        and "protest" in f.classes
        and f.event_type is EventType.PROTEST
        and f.place is not None
        and f.perpetrator is not None
    ):
        return True  # ``مظاهرة احتجاجاً على غلاء الأسعار``
    if field in _SPARSE:
        told = told and (bool(f.tolls) or f.weapon_value is not None or f.perpetrator is not None)
    if field == "field-culture":
        return told and (dead or "kill" in f.classes)
    armed = any(a is not None and a.category in _ARMED for a in (f.perpetrator, f.target))
    if field == "field-memory":
        return told
    if field != "field-sport" and (told or (armed and any(t.count.best for t in f.tolls.values()))):
        return True
    if killed is None or not dead:
        return False
    return armed or (bool(f.classes & _MEANS) and killed.rule in ("toll:outcome", "toll:noun", "toll:combined"))
