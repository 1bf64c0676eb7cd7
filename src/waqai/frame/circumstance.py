"""Mentions that only set the scene of the news: purposes, circumstances, series, states of things, memories."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.frame.weighed import (
    dated,
)
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_SLAIN = frozenset(("kill", "neutralise"))
_HUNT = 10  # tokens from the search to what it is for
_FLIGHT = 9  # tokens from the flight to its cause

_MEANT = 4  # tokens from "planned" to what was planned


def fled(scene: Scene, f: Frame) -> bool:
    """``أوضاع النازحين من قصف القرى``: what people fled from, in a sentence about them."""
    i = f.main.first
    if f.main.form != "masdar" or f.tolls or i < 2:
        return False
    near = scene.words[i - 2 : i - 1] if scene.words[i - 1] == "من" else scene.words[max(f.first, i - _FLIGHT) : i - 1]
    if not any(w in wordset("fled") or w.lstrip("و") in wordset("fled") for w in near):
        return False
    if scene.words[i - 1] != "من" and (scene.words[i - 1] not in wordset("because-of") or f.time is not None):
        return False
    return not any(i < t.first < i + 8 for t in scene.lines[f.line].times)


def memory_of(scene: Scene, f: Frame) -> bool:
    """``ذكرى تفجير``: the event is what is remembered."""
    if f.main.form != "masdar":
        return False
    return not wordset("memory-of").isdisjoint(scene.words[max(f.first, f.main.first - 3) : f.main.first])


def state(scene: Scene, f: Frame) -> bool:
    """Control in the present tense, or ``أثناء سيطرته``, tells how things stand; a headline and a day of its own make it news."""
    if f.event_type == EventType.STRATEGIC_DEVELOPMENT and f.main.form == "masdar" and scene.cls(f.main) == "enter":
        return scene.words[max(0, f.main.first - 1)] in wordset("as-it-enters")  # ``فجروا منزلاً لدى دخول قوة إليه``
    if f.event_type == EventType.STRATEGIC_DEVELOPMENT and f.main.form == "present" and scene.cls(f.main) == "move":
        return scene.words[max(0, f.main.first - 1)] in wordset("where-they-stand")  # ``معسكر جورين حيث تنتشر وحدات من الفرقة``
    if f.event_type != EventType.SEIZURE_OF_TERRITORY:
        return False
    word, before = scene.words[f.main.first], scene.words[max(0, f.main.first - 1)]
    if f.main.form == "masdar" and f.time is None and before in wordset("during") and word.endswith(("ته", "تها", "تهم")):
        return True  # ``أثناء سيطرته على البلدة``
    if f.main.form != "present" or f.block in ("title", "heading") or len(scene.lines) < 3:
        return False
    return not dated_day(f)


def goes_on(scene: Scene, f: Frame) -> bool:
    """Strikes in the plural that go on, increase or do not stop: no single event, unless a day or a toll makes one of them."""
    if f.main.form in ("past", "passive", "present") or f.aggregate or f.tolls or (dated_day(f) and not _since(f)):
        return False
    word = scene.words[f.main.first]
    before = scene.words[max(f.first, f.main.first - 5) : f.main.first]
    plural = word.endswith(("ات", "اته", "اتها", "اتهم")) or word in wordset("plural-events")
    return plural and not wordset("going-on").isdisjoint(before)


def _since(f: Frame) -> bool:
    """``منذ ثلاثة أيام``: its date says how long it has gone on."""
    return f.time is not None and f.time.text.lstrip("وف").startswith("منذ")


def purpose(scene: Scene, f: Frame) -> bool:
    """A verbal noun with ``ل`` after a verb of coming: what they came for, not what they did."""
    i = f.main.first
    if f.main.form not in ("masdar", "phrase") or f.main.prefix != "ل" or "killed" in f.tolls:
        return False
    if not wordset("came-for").isdisjoint(scene.words[max(f.first, i - 2) : i]):
        return True
    near = 8 if not wordset("campaign").isdisjoint(scene.words[max(0, i - 3) : i]) else 2
    launched = (w for w in scene.lines[f.line].triggers if w.last <= i and i - w.last <= near)
    return any(scene.cls(w) in ("launch", "move") for w in launched)  # ``انطلاق عملية عسكرية لاستعادة المدينة``


def hunted(scene: Scene, f: Frame) -> bool:
    """``باشرت بالبحث عن الجناة لإلقاء القبض عليهم``, ``دعا إلى ملاحقتهم والقبض عليهم``: what they are sought for; nobody is held yet."""
    i = f.main.first
    held = f.event_type is EventType.ARREST and f.tolls.keys() <= {"captured"}
    if f.main.form not in ("masdar", "phrase") or not (held or f.classes <= _SLAIN) or i == 0:
        return False
    if any(f.main.last <= n.first <= f.main.last + 2 and n.form not in ("plural", "vague") for n in scene.lines[f.line].numbers):
        return False  # ``ملاحقة الخلايا والقبض على ثلاثة``
    before = scene.words[max(scene.lines[f.line].sentence.first, i - _HUNT) : i]
    return not wordset("hunting").isdisjoint(before) and wordset("brought-about").isdisjoint(before)


def circumstance(scene: Scene, f: Frame) -> bool:
    """Operations in the plural, without number or toll, told as what something happened in spite of."""
    if f.aggregate or f.tolls or f.main.form == "past":
        return False
    if f.classes == {"enter"} and not dated_day(f) and scene.words[f.main.first].endswith(("ها", "هم", "ه")):
        return scene.words[f.main.first - 1] in wordset("at-the-time-of")  # ``أعدمتهم لدى دخولها البلدة``
    if not scene.words[f.main.first].endswith("ات"):
        return False
    before = scene.words[max(f.first, f.main.first - 20) : f.main.first]
    return not wordset("in-spite").isdisjoint(before) and not dated_day(f)


def in_a_row(scene: Scene, f: Frame) -> bool:
    """``بعد سلسلة هجمات صاروخية``: several that went before, none told."""
    before = scene.words[max(f.first, f.main.first - 3) : f.main.first]
    if f.tolls or f.aggregate or f.main.form != "masdar" or wordset("series").isdisjoint(before[-2:]):
        return False
    return not wordset("in-the-wake").isdisjoint(before) and not dated(f)


def described(scene: Scene, f: Frame) -> bool:
    """A verbal noun with a pronoun after ``التي تم``: what a thing went through, told of no event; nothing is counted."""
    i = f.main.first
    if f.main.form != "masdar" or f.tolls or i < 2 or not scene.words[i].endswith(("ها", "هم", "ه")) or scene.words[i].endswith("اه"):
        return False
    return scene.words[i - 1] in wordset("done-light") and scene.words[i - 2] in wordset("relatives-open")


def only_planned(scene: Scene, f: Frame) -> bool:
    """``عناصر من التنظيم خططوا لمهاجمة حواجز``: what they meant to do, and no more is told of it."""
    w = f.main
    if f.tolls or w.form != "masdar" or not w.prefix.endswith("ل"):
        return False
    return not wordset("planned-to").isdisjoint(scene.words[max(scene.lines[f.line].sentence.first, w.first - _MEANT) : w.first])


def dated_day(f: Frame) -> bool:
    """The frame has a day that its own words tell."""
    return f.time is not None and str(f.time.precision) == "day" and not f.time_rule.startswith("time:of-")
