"""One event told with a month or a night only: no total, whatever the period."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType, NumberMention, PlaceLevel, WordMention
from waqai.normalise import fold, readings
from waqai.resources.wordsets import wordset

EVENT_NOUNS = wordset("event-nouns")
_SPOTS = frozenset((PlaceLevel.VILLAGE, PlaceLevel.SITE, PlaceLevel.TOWN))
_MEANS = frozenset(("attack", "shoot", "explode", "device", "vbied", "suicide", "shell", "air", "airmeans", "clash", "storm", "target"))
_AT_ONCE = frozenset((EventType.EXECUTION, EventType.ABDUCTION))
_WIDE = frozenset((PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.NONE))
_BLASTS = frozenset(("explode", "suicide", "vbied", "device"))
_AT_MOST = 50  # persons taken or killed in one act of which only the month is told
_SALVO = 12  # strikes told as one raid at most
_MONTH = 31  # days
_YEAR = 366
_BLAST_OF_A_YEAR = frozenset(("explode", "storm"))  # ``فجّرت العام الماضي فندقاً في المدينة``
_THIRD = 125  # of a year, in days: ``مطلع 2022``
_ONCE = frozenset(("attack", "storm", "shoot", "air", "clash", "raid", "under"))  # what is done at one time
_OF_A_YEAR = wordset("told-once")  # ``في هجوم عام 2014``
_THE_ONE = {"ال" + x: x for x in _OF_A_YEAR}
_TOLD = 3  # tokens behind a known event in which it says which one
_DAYLONG = 60  # on one day at one place


def one_event(scene: Scene, f: Frame) -> bool:
    """``في مارس قُتل 44 مدنياً في هجوم على مسجد في قرية …``: one attack at one spot, though only its month is told."""
    ref = scene.place(f.place).ref if f.place is not None else None
    if "grave" in f.classes and not wordset("several-graves").isdisjoint(scene.words[f.main.first : f.main.last]):
        return False
    if "grave" in f.classes or (f.time is not None and f.time.rule == "until"):
        return True  # ``مقبرة جماعية فيها رفات 26``, ``اشتباكات تواصلت حتى الفجر``
    if "body" in f.classes and not wordset("one-grave").isdisjoint(scene.words[f.first : f.last]):
        return True  # ``فتح الفريق المقبرة السابعة عشرة واستخرج رفات 38``
    if f.event_type in _AT_ONCE and ref is not None and ref.level not in _WIDE and not f.main.text.endswith("ات"):
        return all((t.count.best or 0) <= _AT_MOST for t in f.tolls.values())  # ``خطف 19 شخصاً في ريف حماة الشرقي``
    means = (w for w in f.triggers if scene.cls(w) in _BLASTS and w.form in ("masdar", "phrase"))
    many = not wordset("plural-devices").isdisjoint(scene.words[f.first : f.last])  # "بانفجار ألغام في الحديدة خلال شهر آب"
    died_in = not many and any(not scene.words[w.first].endswith("ات") and _behind(scene, w) for w in means)
    if died_in and ref is not None and ref.level is PlaceLevel.CITY:
        return True  # ``قُتل 30 شخصاً في تفجير مسجد في بيشاور``
    if _at_a_time(scene, f) or _clash_of_days(f):
        return True
    spot = ref is not None and ref.level in _SPOTS
    named = [w for w in f.triggers if w.form in ("masdar", "phrase") and not scene.words[w.first].rstrip("هامن").endswith("ات")]
    heads = {fold(w.text.split(" ")[0]).removeprefix("ب" if w.form == "phrase" else "") for w in named}
    if ref is not None and ref.level not in _WIDE and any(_an_event(scene, f, w) for w in named):
        return True  # ``نصب الأسبوع الماضي كميناً لحافلة في بادية المسرب``
    return spot and (not heads.isdisjoint(EVENT_NOUNS) or any(scene.words[w.first] in wordset("one-event") for w in named))


def _at_a_time(scene: Scene, f: Frame) -> bool:
    """``قُتل عشرة في كانون الثاني في ضربة على قافلة``, ``نفذت مطلع 2022 إنزالاً``: one attack, though only its month is told.

    A noun that counts, in the singular and new to the reader, or a verb of attacking with a place of its own; what went on
    ``خلال`` a month did not happen at one time.
    """
    if f.time is None or f.time.start is None or f.time.end is None or f.many:
        return False
    words, single = scene.words, wordset("single-event")
    for w in f.triggers:
        i = w.first
        if scene.cls(w) == "airmeans" and words[i] in wordset("one-aircraft") and (f.time.end - f.time.start).days <= _MONTH:
            return True  # "قتلت مسيّرة سبعة أطفال في آذار"
        known = _THE_ONE.get(words[i]) if words[i] in _THE_ONE and _specified(scene, w) else None
        if w.form not in ("masdar", "phrase") or ((known or words[i]) not in single and words[i].removeprefix("ب") not in single):
            continue
        ranked = (i > 0 and words[i - 1].lstrip("و") in wordset("ranks")) or (
            (words[i].removeprefix("ب") in _OF_A_YEAR or known is not None) and f.time.rule not in ("since", "until", "range")
        )
        if not has_number(scene, w) and (ranked or (f.time.end - f.time.start).days <= _MONTH):
            return not (f.time.first > 0 and words[f.time.first - 1] in wordset("throughout"))
    if words[f.main.first - 1] in wordset("at-the-time"):
        return True
    ref = scene.place(f.place).ref if f.place is not None else None
    if ref is None or ref.level in _WIDE or (f.time.end - f.time.start).days > _YEAR:
        return False
    if (f.time.end - f.time.start).days > _THIRD:
        return (
            any(w.form in ("past", "passive") and scene.cls(w) in _BLAST_OF_A_YEAR for w in f.triggers) and str(f.time.precision) == "year"
        )
    if f.time.first > 0 and words[f.time.first - 1] in wordset("throughout"):
        return False
    if any(w.form in ("past", "passive") and scene.cls(w) in _ONCE for w in f.triggers):
        return True
    return any(words[i] in wordset("at-the-time") for i in range(f.first, f.last))


def _specified(scene: Scene, w: WordMention) -> bool:
    """``الهجوم الإسرائيلي على مبنى``, ``التفجير الذي استهدف الحافلة``: behind the article what tells it from others."""
    behind = scene.words[w.last : w.last + _TOLD]
    return any(x in wordset("relatives") or x in ("علي", "ضد") for x in behind)


def has_number(scene: Scene, w: WordMention) -> bool:
    """``14 هجوماً``: the noun of events is counted."""
    return any(n.first < w.first <= n.last and (n.best or 2) > 1 for n in scene.lines[scene.owner[w.first]].numbers)


def _clash_of_days(f: Frame) -> bool:
    """``من 27 آب حتى أمس أودت الاشتباكات بين … و…``: fighting of some days is one clash."""
    t = f.time
    if t is None or t.start is None or t.end is None or str(t.precision) not in ("range", "days"):
        return False
    return (
        f.classes.isdisjoint(("explode", "air", "shell"))
        and "clash" in f.classes
        and (t.end - t.start).days <= _MONTH
        and t.rule != "since"
    )


def _behind(scene: Scene, w: WordMention) -> bool:
    """``بتفجير``, ``في هجوم``: what the dead of the clause died in."""
    return w.prefix.endswith("ب") or scene.words[w.first - 1] in wordset("place-in")


def _an_event(scene: Scene, f: Frame, w: WordMention) -> bool:
    """``كميناً``, ``هجوماً``: one of its kind, the object of a verb, not ``11 هجوماً``."""
    word = scene.words[w.first]
    if not word.endswith("ا") or word[:-1] not in EVENT_NOUNS:
        return False
    return not any(n.last == w.first or n.first <= w.first < n.last for n in scene.lines[f.line].numbers)


def one_night(f: Frame) -> bool:
    """``ليل الأحد - الاثنين``, ``من مساء السبت إلى فجر الأحد``."""
    t = f.time
    return t is not None and t.start is not None and t.end is not None and (t.end - t.start).days <= 1


def salvo(scene: Scene, n: NumberMention, f: Frame) -> bool:
    """``ثلاث غارات على مواقع التنظيم``: strikes in a row on one target are one event, unless they are told apart."""
    most = _DAYLONG if on_a_day(f) else _SALVO
    if n.best is None or n.best > most or noun_readings(n).isdisjoint(wordset("salvo-nouns")):
        return False
    return wordset("told-apart").isdisjoint(scene.words[n.last : n.last + 3])


def of_the_day(f: Frame, context: Frame) -> bool:
    """``ففي بعقوبة قُتل مدنيان بانفجار عبوة`` under a total of one day: an event told by its means is one of those counted."""
    if context.time is not None and (context.time.end != context.time.start or str(context.time.precision) not in ("day", "days")):
        return False
    return (bool(f.classes & _MEANS) or f.perpetrator is not None) and not f.main.text.endswith("ات")


def on_a_day(f: Frame) -> bool:
    """The frame has a day and a place."""
    return f.time is not None and str(f.time.precision) == "day" and f.place is not None


def noun_readings(n: NumberMention) -> frozenset[str]:
    """The counted noun under every clitic reading; empty when there is none."""
    return frozenset(r for _, r in readings(fold(n.noun.split(" ")[0]))) if n.noun else frozenset()


def counts_events(n: NumberMention) -> bool:
    """The number counts events: operations, attacks, cases."""
    return not noun_readings(n).isdisjoint(EVENT_NOUNS)
