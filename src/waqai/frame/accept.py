"""Which frames are events at all: hypotheticals, habits, memories, sport and empty mentions are not (codebook 2.6-2.9)."""

from __future__ import annotations

from datetime import date

from waqai.frame.circumstance import circumstance, described, fled, goes_on, hunted, in_a_row, memory_of, only_planned, purpose, state
from waqai.frame.frames import Frame
from waqai.frame.kinds import decide
from waqai.frame.recurring import recurs
from waqai.frame.scene import Lines, Scene
from waqai.frame.tolls import read_tolls
from waqai.frame.weighed import (
    called_off,
    dated,
    either,
    enough,
    in_court,
    matter_of_record,
    not_begun,
    old_footage,
    perhaps,
    plot,
    to_come,
    vehicle_stopped,
    weighed,
    yearly,
)
from waqai.model import EventType, Modality
from waqai.resources.wordsets import wordset

_FIRST_YEAR = 2011
_OF_A_WAR = 10_000  # dead
_NEXT = 6
_MANAGED = 7  # tokens from ``لم يتمكن`` to what was not done
_GROUND = frozenset(("raid", "incursion", "find", "cell", "storm", "clash", "shoot", "attack"))

_NOT_MANAGED = frozenset((EventType.ARREST, EventType.SEIZURE_OF_TERRITORY, EventType.PRISON_BREAK, EventType.RAID))
_OPEN = frozenset(("shell", "air", "airmeans", "device", "vbied", "suicide", "shoot", "clash", "protest", "attack", "storm"))


_PARTIES = frozenset(("armed_group", "militia", "state_force"))


def _cue_before(scene: Scene, ln: Lines, f: Frame, cls: str, reach: int) -> bool:
    i = f.main.first
    cues = ln.of(cls)
    before = 6 if f.main.prefix == "و" and cls == "hypo" else 2  # "مخاوف من حملة اعتقالات وقصف"
    return bool(cues) and any(0 <= i - c.last < reach and c.first >= f.first - before for c in cues)


def _habit(scene: Scene, ln: Lines, f: Frame) -> bool:
    """Words of habit before the event; ``تتعرض`` of a headline or of the first line is the news (``دورية للجيش تتعرض لهجوم``)."""
    if not _cue_before(scene, ln, f, "habit", 6):
        return False
    news = f.line == 0 or ln.sentence.block in ("title", "heading")
    return not news or any(scene.words[c.first] not in wordset("news-now") for c in ln.of("habit"))


def _may(scene: Scene, f: Frame) -> bool:
    """``قد`` before a present verb, its light verb too, and ``حذّر … من``: the thing is only possible."""
    verbs = [f.main, *(c for c in scene.lines[f.line].of("light") if f.first <= c.first < f.main.first)]
    if any(w.form == "present" and w.first > 0 and scene.words[w.first - 1] in wordset("may") for w in verbs):
        return True
    i = f.main.first
    if f.main.form not in ("past", "passive") and f.main.prefix.endswith("ب") and _threatened(scene, f):
        return True
    words = scene.words
    if f.main.form == "masdar" and not f.tolls and words[i - 1] in wordset("any") and not _none_such(scene, f):
        return True  # ``أي هجوم سيقطع الطريق``
    if (f.main.form == "masdar" and perhaps(scene, f)) or enough(scene, f):
        return True
    if not f.tolls and f.main.form != "passive" and not_begun(scene, f):
        return True
    if (
        (f.main.form != "past" or words[i - 1] in wordset("before-a-noun"))
        and not _counted(f)
        and (not dated(f) or to_come(f))
        and weighed(scene, f)
    ):
        return True
    return i > 0 and words[i - 1] == "من" and any(w in wordset("warning") for w in words[max(f.first, i - 8) : i - 1])


def _threatened(scene: Scene, f: Frame) -> bool:
    """``هددت الحركة أمس باستهداف السفن``: nothing has been done, and the day is that of the threat."""
    i = f.main.first
    k = next((j for j in range(i - 1, max(f.first, i - 9) - 1, -1) if scene.words[j] in wordset("threats")), -1)
    return k >= 0 and not any(k < w.first < i for w in f.triggers) and "killed" not in f.tolls


def _war_toll(scene: Scene, f: Frame) -> bool:
    """The dead of a whole war without a time: how things are, no count of a period (codebook 2.6)."""
    dead = f.tolls.get("killed")
    if (
        f.aggregate
        or dead is None
        or (dead.count.low or 0) < _OF_A_WAR
        or (f.time is not None and f.time.start is not None and f.time.start != f.time.end)
    ):
        return False
    return not wordset("the-war").isdisjoint(scene.words[f.first : f.last]) and f.family() == "attack"


def _so_called(scene: Scene, f: Frame) -> bool:
    """A noun of attack alone in quotation marks, with no toll or day, and nobody armed about: a manner of speaking."""
    w = f.main
    if w.form != "masdar" or f.tolls or f.time is not None or f.weapon_value is not None or len(f.triggers) > 1 or w.first == 0:
        return False
    quoted = scene.words[w.first - 1] == '"' and scene.words[w.last : w.last + 1] == ['"']
    return quoted and not _armed(f)


def _calmed(scene: Scene, f: Frame) -> bool:
    """``عاد الهدوء إلى الحي عقب مواجهات``: the quiet is the news, and nothing is told of what came before it."""
    i = f.main.first
    if f.main.form in ("past", "passive", "present") or f.tolls or i == 0 or scene.words[i - 1] not in wordset("in-the-wake"):
        return False
    after = scene.lines[f.line].times
    return not wordset("calm").isdisjoint(scene.words[max(f.first, i - 9) : i]) and not any(i < t.first < f.last for t in after)


def _asked(scene: Scene, f: Frame) -> bool:
    """``من قصف السوق؟``, ``هل قتلت إسرائيل القيادي؟``: the sentence asks."""
    s = scene.lines[f.line].sentence
    words = scene.words
    last = next((i for i in range(s.last - 1, s.first, -1) if words[i] not in ('"', "'", ")")), s.first)
    if words[last] != "?":
        return False
    return any(w in wordset("interrogatives") for w in words[s.first : s.first + 4])


def judge(scene: Scene, f: Frame) -> None:
    """Set ``f.drop`` to the reason when the frame is no event; lower ``f.score`` when it is doubtful."""
    ln = scene.lines[f.line]
    own = f.place is not None or f.time is not None or bool(f.tolls)
    if _cue_before(scene, ln, f, "hypo", 7 if not dated(f) else 1) or _may(scene, f) or only_planned(scene, f):
        f.drop = "hypothetical"
    elif _asked(scene, f):
        f.drop = "question"
    elif either(scene, f) or yearly(scene, f) or matter_of_record(scene, f) or (not dated(f) and old_footage(scene, f)):
        f.drop = "in-general"
    elif plot(scene, f):
        f.drop = "other-domain"
    elif memory_of(scene, f) and not dated(f):
        f.drop = "other-domain"  # ``ذكرى اغتيال فلان``
    elif _cue_before(scene, ln, f, "noinfo", 4) and scene.words[f.main.first - 1] == "عن":
        f.drop = "negated"  # ``دون ورود معلومات عن اشتباكات``
    elif (
        ln.of("hist")
        and not (f.tolls and (_armed(f) or f.weapon_value is not None))
        and not _beside(scene, ln, f)
        and wordset("accounts-differ").isdisjoint(scene.words[ln.sentence.first : ln.sentence.last])  # ``تضاربت الروايات``: no novels
        and not _on_a_pitch(scene, ln, f)
        and not _held(scene, ln, f)
    ):
        f.drop = "other-domain"
    elif _habit(scene, ln, f) and not f.aggregate and (f.time is None or f.time.precision == "range") and not _counted(f):
        f.drop = "habitual"
    elif _again_and_again(scene, ln, f) or (not dated(f) and not _counted(f) and f.denial is None and recurs(scene, f)):
        f.drop = "habitual"  # ``تشهد المحافظة هجمات متكررة``
    elif f.time is not None and f.time.end is not None and f.time.end < date(_FIRST_YEAR, 1, 1):
        f.drop = "before-2011"
    elif _none_such(scene, f):
        f.drop = "negated"  # ``لم تسجل أي مواجهات``
    elif state(scene, f):
        f.drop = "state"  # ``ويسيطر التنظيم على الفلوجة منذ 2014``
    elif goes_on(scene, f):
        f.drop = "ongoing"  # ``تتواصل الضربات``, ``لا تتوقف عمليات الاغتيال``
    elif purpose(scene, f) or hunted(scene, f):
        f.drop = "purpose"  # ``قوة جاءت لتوقيف ضابط``
    elif circumstance(scene, f) or in_a_row(scene, f):
        f.drop = "circumstance"  # ``على الرغم من تنفيذ التحالف عمليات أمنية خلال الأسبوعين الماضيين``
    elif fled(scene, f):
        f.drop = "fled-from"
    elif called_off(scene, f):
        f.drop = "called-off"  # ``دعا إلى وقف القصف على المدينة``
    elif _calmed(scene, f):
        f.drop = "aftermath"  # ``عاد الهدوء عقب مواجهات``
    elif described(scene, f):
        f.drop = "described"  # ``الأهداف التي تم استهدافها``
    elif _war_toll(scene, f):
        f.drop = "war-toll"  # ``حصد النزاع أرواح نصف مليون``: no place, no period
    elif _so_called(scene, f):
        f.drop = "so-called"  # ``تتحدث عن "هجوم" على شبكات النحاس``
    elif in_court(scene, f):
        f.drop = "in-court"  # ``قضت محكمة بإعدام ثلاثة``
    elif vehicle_stopped(scene, f) and not _then_held(scene, f) and not _without_arrest(scene, f):
        f.drop = "described"
    elif not own and f.perpetrator is None and f.target is None and not _brought_down(scene, f) and not _headline_of_party(scene, f):
        f.drop = "bare-mention"
    elif f.event_type == EventType.STRATEGIC_DEVELOPMENT and f.place is None and f.time is None and not _announced(scene, ln, f):
        f.drop = "bare-strategic"
    elif _civil_campaign(scene, f):
        f.drop = "civil-campaign"
    elif (
        f.event_type == EventType.STRATEGIC_DEVELOPMENT
        and f.time is not None
        and f.time_rule.endswith("since")
        and not f.time.deictic
        and scene.cls(f.main) != "launch"
    ):
        f.drop = "background"  # ``يسعى الجيش إلى كسر الطوق المفروض منذ اندلاع الحرب``
    elif f.event_type in (EventType.SEIZURE_OF_TERRITORY,) and not _placed(scene, f):
        f.drop = "no-place"
    elif _neighbour_negated(scene, f):
        f.drop = "negated"


def _again_and_again(scene: Scene, ln: Lines, f: Frame) -> bool:
    """``هجمات متكررة توقع ضحايا``: the plural with the word of frequency behind it, neither dated nor counted."""
    if f.main.form != "masdar" or f.aggregate or dated(f) or _counted(f) or not scene.words[f.main.first].endswith("ات"):
        return False
    return any(0 <= c.first - f.main.last <= 1 for c in ln.of("habit"))


def _without_arrest(scene: Scene, f: Frame) -> bool:
    """``توغلت قوة وأوقفت عربة``: the rest of the frame stands without the arrest; whether there is any."""
    rest = [w for w in f.triggers if scene.cls(w) != "arrest"]
    rest = rest if any(scene.cls(w) in _GROUND for w in rest) else []
    if rest:
        f.triggers, f.main, f.classes = rest, rest[0], {scene.cls(w) for w in rest}
        decide(scene, f)
    return bool(rest)


def _then_held(scene: Scene, f: Frame) -> bool:
    """``أوقفوا حافلات واحتجزوا من ركابها ضابطين``: those in the vehicle are held."""
    held = next((w for w in f.triggers if scene.cls(w) == "arrest" and w.first > f.main.last and w.form == f.main.form), None)
    if held is None:
        return False
    f.main = held
    read_tolls(scene, f)
    return True


def _held(scene: Scene, ln: Lines, f: Frame) -> bool:
    """``تظاهر العشرات ضد رفع الأسعار واعتقل الأمن أربعة منهم``: counted arrests beside words of prices."""
    soft = not any(scene.entry(c).id == "hist" for c in ln.of("hist"))
    return soft and f.event_type == EventType.ARREST and "captured" in f.tolls and _counted(f)


def _beside(scene: Scene, ln: Lines, f: Frame) -> bool:
    """Shells that set fields on fire, a march against prices, a rally on an anniversary: such words stand beside events, too."""
    if any(scene.entry(c).id == "hist" for c in ln.of("hist")) or memory_of(scene, f):
        return False
    if f.event_type == EventType.PROTEST and "protest" in f.classes:
        return bool(ln.places)  # ``خرج أهالي البلدة في مظاهرة احتجاجاً على الأسعار``: the place stands with the people
    return (
        f.place is not None and bool(f.classes & _OPEN) and (f.event_type == EventType.PROTEST or f.weapon_value is not None or _armed(f))
    )


def _civil_campaign(scene: Scene, f: Frame) -> bool:
    """``أطلقت زراعة البصرة حملة لمكافحة سوسة النخيل``: a campaign of nobody armed, against nobody."""
    if scene.cls(f.main) != "launch" or f.perpetrator is not None:
        return False
    after = scene.words[f.main.first : min(f.last, f.main.last + 6)]
    return not wordset("civil-campaign").isdisjoint(after) and wordset("armed-campaign").isdisjoint(after)


def _none_such(scene: Scene, f: Frame) -> bool:
    """``أي`` before the event and a negation before that, or ``لم يكن له``."""
    i = f.main.first
    before = scene.words[max(f.first, i - 8) : i]
    if f.main.prefix.startswith("ل") and len(before) > 1 and before[-1] in wordset("been") and before[-2] in wordset("negation"):
        return True  # ``ولم يكن للقصف فيها نصيب``
    return not wordset("any").isdisjoint(before[-2:]) and not wordset("negation").isdisjoint(before)


def _on_a_pitch(scene: Scene, ln: Lines, f: Frame) -> bool:
    """``سقطت قذيفة وسط ملعب فقتلت طفلاً``: a pitch is only where it fell."""
    if "killed" not in f.tolls or not f.classes & {"shell", "air", "airmeans", "explode", "shoot"}:
        return False
    return all(
        scene.words[c.first].removeprefix("ال") == "ملعب" and scene.words[c.first - 1] in wordset("on-a-pitch") for c in ln.of("hist")
    )


def _headline_of_party(scene: Scene, f: Frame) -> bool:
    """``حزب الله: استهداف موقع المرج بالصواريخ``: an armed party stands before the noun of striking, a weapon behind it."""
    i = f.main.first
    if f.main.form != "masdar" or i < 2 or scene.words[i - 1] not in wordset("heads-a-claim") or scene.owner[i] < 0:
        return False
    ln = scene.lines[scene.owner[i]]
    said = any(a.last == i - 1 and a.category in _PARTIES for a in ln.actors)
    return said and any(w.first >= f.main.last for w in ln.weapons)


def _brought_down(scene: Scene, f: Frame) -> bool:
    """``أسقطت دفاعاتها مسيّرتين``: so many drones are news wherever it was."""
    if "shootdown" not in f.classes or f.modality is not Modality.FOILED or f.main.form not in ("past", "masdar"):
        return False
    return any(0 <= n.first - f.main.first <= _NEXT and n.best for n in scene.lines[f.line].numbers)


def _placed(scene: Scene, f: Frame) -> bool:
    """A place stands in the frame, or a pronoun goes back to one named shortly before (``اجتاحها المقاتلون``)."""
    after = scene.words[f.main.last] if f.main.last < len(scene.words) else ""
    if f.place is None and (
        scene.words[f.main.last - 1].endswith(("ها", "منه")) or (f.main.form != "masdar" and after in wordset("over-it"))
    ):
        at = [i for k in range(max(0, f.line - 3), f.line + 1) for i in scene.lines[k].places if scene.place(i).first < f.main.first]
        if at:
            f.place, f.place_rule = at[-1], "place:pronoun"
    if f.place is None and any(scene.entry(w).id == "drive-out" for w in f.triggers):  # ``إخراج المتمردين من البلدة``
        left = (i for i in scene.lines[f.line].places if scene.place(i).relation == "from" and f.main.last <= scene.place(i).first < f.last)
        f.place = next(left, None)
        f.place_rule = "place:driven-from" if f.place is not None else ""
    return f.place is not None


def _announced(scene: Scene, ln: Lines, f: Frame) -> bool:
    """``أعلنت الوزارة، في 8 تشرين الثاني، إطلاق عملية``: a campaign begins with its announcement; its day becomes the frame's."""
    if scene.entry(f.main).id in ("truce", "strike-truce", "cessation"):
        return any(scene.cls(w) == "clash" for x in scene.lines[: f.line + 1] for w in x.triggers)  # of the fight told before
    if scene.cls(f.main) != "launch":
        return False
    for s in ln.speech:
        if scene.cls(s) == "announce" and s.last <= f.main.first <= s.last + 14:
            day = next((t for t in ln.times if s.last <= t.first < f.main.first and t.start is not None), None)
            if day is not None:
                f.time, f.time_rule = day, "time:announced"
                return True
    return False


def _armed(f: Frame) -> bool:
    """An armed side acts or is hit."""
    sides = ("armed_group", "state_force", "militia", "international", "unknown")
    return any(a is not None and a.category in sides for a in (f.perpetrator, f.target))


def _counted(f: Frame) -> bool:
    return any(t.count.best is not None for t in f.tolls.values())


def _neighbour_negated(scene: Scene, f: Frame) -> bool:
    """``لم يقصف``; ``لم تتمكن القوات من القبض على المهاجمين``."""
    i = f.main.first
    if f.event_type in _NOT_MANAGED and f.main.form in ("masdar", "phrase") and not f.tolls.keys() & {"killed", "injured"}:
        span = range(max(f.first, i - _MANAGED), i - 1)
        if any(scene.words[j] in wordset("negation") and scene.words[j + 1] in wordset("manages") for j in span):
            return True
    return f.main.form in ("present", "past") and i > 0 and scene.words[i - 1] in wordset("negation")
