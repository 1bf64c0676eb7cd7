"""Sentences that plainly go on with what was told before, whatever the merging table weighs."""

from __future__ import annotations

from waqai.frame.both_sides import named_again
from waqai.frame.frames import Frame, Toll
from waqai.frame.merge import has_article, own_place, own_time, place_relation, says_another
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.normalise import readings
from waqai.resources.wordsets import wordset


def name_of(a: ActorMention | None) -> str | None:
    """Canonical name of an actor; ``None`` for nobody and for one without a name."""
    return a.name_en if a is not None else None


def two_items(a: Frame, b: Frame) -> bool:
    """Two different numbers of dead."""
    x, y = a.tolls.get("killed"), b.tolls.get("killed")
    return x is not None and y is not None and x.count.best is not None and y.count.best is not None and x.count.best != y.count.best


def other_count(a: Frame, b: Frame) -> bool:
    """Two totals of different kinds, places or periods: ``تسع حالات اعتقال وثلاث حالات قتل``, ``وسُجل في تموز 15 هجوماً``."""
    counted = all("tally:event-count" in f.rules and f.events is not None for f in (a, b))
    if not counted or a.events == b.events:
        return False
    if a.line == b.line and a.event_type != b.event_type:
        return True
    if b.place_rule == "place:share" and a.place_rule != "place:share":
        return True
    x, y = a.time, b.time
    told = b.time_rule.startswith(("time:own", "time:share", "time:month")) and str(y.precision if y is not None else "") in (
        "month",
        "year",
    )
    return told and x is not None and y is not None and x.start is not None and (x.start, x.end) != (y.start, y.end)


def goes_on(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وأصيب أربعة آخرون``, ``قال الإسعاف إن 12 أصيبوا``: a bare outcome in the next sentence, of persons not counted before."""
    if not f.classes <= {"kill", "die", "injure", "result"} or f.place is not None or f.perpetrator is not None:
        return False
    if f.aggregate and not (old.aggregate and f.line == old.lines[-1] and f.events is None):
        return False
    if not 0 <= f.line - max(old.lines) <= 1 or not old.tolls or not f.tolls or f.tolls.keys() & old.tolls.keys():
        return False
    if any(w in wordset("others") for w in scene.words[f.main.first : f.last]):
        return True
    said = scene.lines[f.line].speech
    counted = all(t.count.best is not None for t in f.tolls.values())
    return bool(said) and counted and f.time is None and old.event_type not in HARMLESS and said[0].first < f.main.first


def during_it(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وأصيب خلال الاقتحام فتى برصاص حي``: what befell people in the event told just before, named again with the article."""
    if f.aggregate or old.aggregate or not f.classes <= _IN_IT or not f.tolls or _counted_already(old, f):
        return False
    if not 0 <= f.line - max(old.lines) <= 1 or own_place(f) is not None or own_time(f):
        return False
    return named_again(scene, f)


def of_that(scene: Scene, old: Frame, f: Frame) -> bool:
    """``استقبل المستشفى 30 جريحاً من الغارة``: the event told just before, with the article, and victims not counted so far."""
    if f.aggregate or old.aggregate or not f.tolls or _counted_already(old, f):
        return False
    if f.main.form != "masdar" or not has_article(f.main) or own_time(f) or f.denial is not None:
        return False
    there = own_place(f)
    if not 0 <= f.line - max(old.lines) <= 1 or (there is not None and not _ward(scene, scene.place(there).first)):
        return False
    return f.family() == old.family() and f.event_type not in HARMLESS and not says_another(scene, f)


def _counted_already(old: Frame, f: Frame) -> bool:
    """A count of the same outcome was told, and not only as "some" (``وإصابة آخرين``)."""
    return any(
        (t := old.tolls.get(r)) is not None and (t.count.low != 2 or t.count.best is not None or t.count.high is not None) for r in f.tolls
    )


def _ward(scene: Scene, i: int) -> bool:
    """Token ``i`` names a hospital: the wounded are there, the event was not."""
    return any(w.endswith(("مستشفي", "مشفي")) for w in scene.words[i - 1 : i + 1])


def rises(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وارتفعت الحصيلة مساءً إلى سبعة قتلى بعد وفاة مصابين``: the toll of the event told just before, no death of its own."""
    if "rise" not in f.rules or f.aggregate or old.aggregate or not 0 <= f.line - max(old.lines) <= 2 or old.event_type in HARMLESS:
        return False
    if not f.classes <= {"kill", "die", "injure", "result", "body"}:
        return False
    more = not old.tolls or any((t := old.tolls.get(role)) is not None and at_least(n, t) for role, n in f.tolls.items())
    return more and place_relation(scene, old.place, f.place) != "different"


def risen_since(scene: Scene, old: Frame, f: Frame) -> bool:
    """``انفجرت أمس … وارتفع عدد القتلى اليوم``: the day is that of the count, so it does not tell the two apart."""
    if f.time is None or old.time is None or f.time.start is None or old.time.start is None:
        return False
    return rises(scene, old, f) and f.time.start > old.time.start and own_place(f) is None


def at_least(new: Toll, old: Toll) -> bool:
    """Whether a toll is no smaller than the one told before."""
    return new.count.low is not None and old.count.low is not None and new.count.low >= old.count.low


def the_thing_itself(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وكانت السيارة انفجرت``, ``وأضرموا النار في المركبات``: the thing told before, with the article, and the same again."""
    shared = _OF_THINGS & f.classes
    if (
        not shared
        or f.main.form not in ("past", "passive", "phrase")
        or f.aggregate != old.aggregate
        or not 0 < f.line - max(old.lines) <= 2
    ):
        return False
    if own_time(f) or place_relation(scene, old.place, f.place) == "different" or not _alike(shared, old.classes):
        return False
    known = {w[2:] if w.startswith("ال") else w for p in old.parts for w in scene.words[p.first : p.last]}
    near = range(max(f.first, f.main.first - 1), min(f.last, f.main.last + 4))
    return any(scene.words[i].startswith("ال") and i in scene.things and scene.words[i][2:] in known for i in near)


def _alike(new: frozenset[str], old: set[str]) -> bool:
    blast = {"explode", "device", "vbied"}
    return bool(new & blast and old & (blast | {"suicide"})) or bool(new & old - blast)


def limb_lost(scene: Scene, old: Frame, f: Frame) -> bool:
    """``ابنه يرقد في المشفى وقد بُترت ساقه``: what became of one who was hurt in the event told just before."""
    if all(scene.entry(w).id == "carried-wounded" for w in f.triggers):  # "لم ينجُ منهم إلا طفل نُقل جريحاً"
        return f.line - max(old.lines) <= 1 and old.event_type not in HARMLESS and not own_time(f)
    if any(scene.entry(w).id != "amputate" for w in f.triggers) or old.aggregate != f.aggregate or f.line - max(old.lines) > 1:
        return False
    limb = scene.words[f.main.last] if f.main.last < len(scene.words) else ""
    return limb.endswith(("ه", "ها", "هما", "هم"))


def at_that_time(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وشهدت البلدة، حينها، إنزالاً``: the next sentence goes on with the event told, where nothing is said of another place."""
    if f.line - max(old.lines) != 1 or old.aggregate != f.aggregate or place_relation(scene, old.place, f.place) == "different":
        return False
    first = scene.lines[f.line].sentence.first
    return not wordset("at-that-time").isdisjoint(scene.words[first : first + 12])


def told_again(scene: Scene, old: Frame, f: Frame) -> bool:
    """The same place named again, the same number of dead, the same perpetrator: one killing, unless the words say it is another."""
    x, y = old.tolls.get("killed"), f.tolls.get("killed")
    if x is None or y is None or x.count.best is None or x.count.best != y.count.best or old.aggregate or f.aggregate:
        return False
    if own_place(old) is None or own_place(f) is None or place_relation(scene, old.place, f.place) != "same":
        return False
    who = {name_of(old.perpetrator), name_of(f.perpetrator)} - {None}
    dates = old.time is None or f.time is None or old.time.start == f.time.start
    return len(who) == 1 and dates and not says_another(scene, f)


def definite_result(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وأضاف أن الانفجار أسفر عن إصابة ثلاثة``: the definite event noun, what it led to, and no place or day of its own."""
    if not 1 <= f.line - max(old.lines) <= 2 or f.aggregate != old.aggregate or f.denial is not None:
        return False
    if own_time(f) or own_place(f) is not None or "result" not in f.classes:
        return False
    if f.line - max(old.lines) > 1 and (old.block in ("title", "heading") or old.event_type in HARMLESS):
        return False
    if f.tolls.keys() & {r for r, t in old.tolls.items() if t.count.best is not None}:
        return False
    noun = next((w for w in f.triggers if w.form == "masdar" and has_article(w)), None)
    if noun is None or f.family() not in (old.family(), "attack"):
        return False
    return any(scene.cls(w) == "result" and 0 <= w.first - noun.last <= 2 for w in f.triggers)


def opening_of(scene: Scene, frames: list[Frame], f: Frame) -> Frame | None:
    """``وبدأ الهجوم بتفجير سيارة مفخخة``: how the attack told just before began; a complex attack is one event (codebook 2.4)."""
    old = next((x for x in reversed(frames) if x.denial is None and x.block not in ("title", "heading")), None)
    if old is None or f.line - max(old.lines) != 1 or old.event_type != EventType.ATTACK or f.aggregate or own_time(f):
        return None
    noun = next((w for w in f.triggers if scene.cls(w) in ("attack", "op") and has_article(w)), None)
    if noun is None or noun.first == 0 or scene.words[noun.first - 1] not in wordset("began"):
        return None
    return old if place_relation(scene, old.place, f.place) != "different" else None


def by_them(scene: Scene, old: Frame, f: Frame) -> bool:
    """``إن المهاجمين أطلقوا عليه النار``: those who did what was told just before, with no place or day of their own."""
    if not 0 <= f.line - max(old.lines) <= 1 or f.aggregate or old.aggregate or own_time(f) or own_place(f) is not None:
        return False
    if old.perpetrator is None and old.event_type not in _DONE_BY_SOMEBODY:
        return False
    part = scene.words[f.first : f.main.last + 2]
    return not wordset("those-who-did").isdisjoint(part) and not f.classes & {"arrest", "seize-persons", "protest", "move"}


def toll_told_after(scene: Scene, old: Frame, f: Frame) -> bool:
    """``مرّت المقطورة فوق لغم. قال ممرض في معدان إن سبعة قُتلوا``: the toll of the blast before; the place is the speaker's."""
    if old.tolls or old.event_type not in _BLASTS or f.aggregate or old.aggregate or f.denial is not None or own_time(f):
        return False
    if not f.classes <= {"kill", "die", "injure", "result"} or f.perpetrator is not None or not 0 <= f.line - max(old.lines) <= 1:
        return False
    said = scene.lines[f.line].speech
    if not said or said[0].first >= f.main.first or not any(t.count.best for t in f.tolls.values()):
        return False
    that = next((i for i in range(said[0].last, f.main.first) if scene.words[i] in wordset("that")), -1)
    return that > 0 and (f.place is None or scene.place(f.place).first < that)


_BLASTS = frozenset((EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING, EventType.SHELLING, EventType.AIRSTRIKE))


def lets_go(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قبل أن تخلي سبيل أحدهما``, ``وأفرج عنه مساءً``: those held in what was just told are let go; it ends the holding (codebook 10)."""
    if (
        "release" not in f.classes
        or not f.classes <= {"release", "launch"}
        or old.family() not in ("detain", "abduct")
        or not 0 <= f.line - max(old.lines) <= 1
        or f.denial is not None
    ):
        return False
    if f.place_rule.startswith("place:own:after") and place_relation(scene, old.place, f.place) == "different":
        return False
    return not wordset("them-held").isdisjoint(scene.words[f.main.first : f.main.last + _HELD])


def of_the_robbery(scene: Scene, old: Frame, f: Frame) -> bool:
    """``استولوا على عربتين … احتجزوا ركابهما حتى المغيب``: who is held or hurt, not killed, while being robbed (codebook 3, looting)."""
    if old.event_type is not EventType.LOOTING or old.aggregate or f.aggregate or not 0 <= f.line - max(old.lines) <= 1:
        return False
    if f.event_type not in _WHILE_ROBBED or own_place(f) not in (None, old.place) or own_time(f) or says_another(scene, f):
        return False
    if any(t.count.best for r, t in f.tolls.items() if r == "killed"):
        return False
    if old.perpetrator is not None and old.perpetrator.category not in ("unknown", "crime"):
        return False
    return f.perpetrator is None or name_of(f.perpetrator) == name_of(old.perpetrator)


def adopted(scene: Scene, frames: list[Frame], f: Frame) -> Frame | None:
    """``وتبنى التنظيم تفجير الكرادة``: the event told before at the place named, whatever was told in between (codebook 2.3)."""
    if f.main.form not in ("masdar", "phrase") or f.tolls or f.aggregate or own_time(f) or own_place(f) is None:
        return None
    said = (s for s in scene.lines[f.line].speech if scene.cls(s) == "claim-resp")
    if not any(0 <= f.main.first - s.last <= _ADOPTED for s in said):
        return None
    for old in reversed(frames):
        harm = old.event_type not in HARMLESS and old.denial is None and not old.aggregate and max(old.lines) < f.line
        if harm and old.place is not None and place_relation(scene, old.place, f.place) == "same":
            return old
    return None


ANY_DEED = frozenset(("op", "attack", "kill", "die", "injure", "result"))
_ADOPTED = 8  # tokens from the claim to the event


def adopts_the_last(scene: Scene, frames: list[Frame], f: Frame) -> Frame | None:
    """``وتبنت الحركة العملية، وزعمت أنها قتلت عشرين``: the harm told last, where the noun is known and has no place or day of its own."""
    if not f.definite or f.aggregate or f.denial is not None or own_time(f) or own_place(f) is not None or not f.classes <= ANY_DEED:
        return None
    said = (s for s in scene.lines[f.line].speech if scene.cls(s) == "claim-resp")
    if not any(0 <= f.main.first - s.last <= _ADOPTED for s in said):
        return None
    old = next((x for x in reversed(frames) if x.block not in ("title", "heading")), None)
    return old if old is not None and not old.aggregate and old.event_type not in HARMLESS and f.line - max(old.lines) <= 2 else None


def take_in(old: Frame, f: Frame) -> None:
    """Add what an event of the same act did to people; what names the act stays."""
    for role, t in f.tolls.items():
        have = old.tolls.get(role)
        if have is None or (have.count.best is None and have.count.high is None and (t.count.low or 0) > (have.count.low or 0)):
            old.tolls[role] = t  # "وأصيب آخرون", then nine of them
    old.lines.append(f.line)
    old.parts.extend(f.parts)


_WHILE_ROBBED = frozenset((EventType.LOOTING, EventType.ARREST, EventType.ABDUCTION, EventType.ATTACK, EventType.ASSASSINATION))


def taken_in_the_attack(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل حارس وجُرح ثلاثة واختُطف رابع``: taken in an attack with other victims (codebook 2.4)."""
    if f.line not in old.lines or f.aggregate or old.aggregate or f.classes != {"abduct"}:
        return False
    if old.event_type is not EventType.ATTACK or f.main.form not in ("past", "passive") or not f.main.prefix.startswith("و"):
        return False
    hurt = any(t.count.best for r, t in old.tolls.items() if r != "captured")
    if not hurt or own_place(f) is not None or own_time(f) or not f.tolls or "captured" in old.tolls:
        return False
    return f.perpetrator is None or old.perpetrator is None or name_of(f.perpetrator) == name_of(old.perpetrator)


_IN_IT = frozenset(("kill", "die", "injure", "result", "shoot", "raid", "incursion", "storm", "op", "attack"))
_SOURCE = 12  # tokens of the source a sentence opens with
_HELD = 5  # tokens from the letting go to whom
_OF_THINGS = frozenset(("explode", "device", "vbied", "burn", "loot"))
HARMLESS = frozenset((EventType.ARREST, EventType.RAID, EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.LOOTING))
_DONE_BY_SOMEBODY = (EventType.ASSASSINATION, EventType.ATTACK, EventType.ABDUCTION)


def result_of(scene: Scene, frames: list[Frame], f: Frame) -> Frame | None:
    """``وأسفر الهجوم عن مقتل جندي``, ``وأدت هذه العمليات إلى اعتقال ثلاثة``: what the event told just before led to."""
    ln = scene.lines[f.line]
    start = _behind_source(scene, ln)
    head = next((w for w in ln.triggers if 0 <= w.first - start <= 1 and w.first >= f.first and scene.cls(w) == "result"), None)
    if head is None or f.place_rule.startswith(("place:own", "place:list")) or f.denial is not None:
        return None
    i = head.last + (scene.words[head.last : head.last + 1] in (["هذه"], ["هذا"], ["تلك"]))
    named = scene.words[i] if i < len(scene.words) else ""
    if not named.startswith("ال") or not any(r in wordset("event-nouns") for _, r in readings(named)):
        return None
    old = next((x for x in reversed(frames) if x.denial is None and x.block not in ("title", "heading")), None)
    away = 2 if start > ln.sentence.first or (frames and old is frames[-1]) else 1
    if old is None or not 0 < f.line - max(old.lines) <= away or _counted_already(old, f) or (f.aggregate and not old.aggregate):
        return None
    return old


def _behind_source(scene: Scene, ln: Lines) -> int:
    """``ووفقاً للمصدر، أسفر الهجوم عن``: the first token behind the source a sentence opens with."""
    s = ln.sentence
    if not any(w.first == s.first and scene.cls(w) == "accord" for w in ln.speech):
        return s.first
    return next((i + 1 for i in range(s.first, min(s.last - 1, s.first + _SOURCE)) if scene.words[i] == ","), s.first)
