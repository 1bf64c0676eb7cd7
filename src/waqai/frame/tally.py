"""Totals over a period or area: told as numbers of events, or as tolls of a month (codebook section 8).

A total is split where the text splits it: every place or actor with a number of its own is a further tally. Numbers of cases
(``173 حالة اعتقال``, ``78 جريمة``) are numbers of persons.
"""

from __future__ import annotations

from waqai.frame.announced import announced
from waqai.frame.besides import count_of_all
from waqai.frame.frames import Frame, Toll
from waqai.frame.one_event import counts_events, noun_readings, of_the_day, on_a_day, one_event, one_night, salvo
from waqai.frame.otherwhen import opens_apart
from waqai.frame.scene import Lines, Scene
from waqai.frame.share_places import of_a_place
from waqai.frame.split import split_by_place
from waqai.frame.who_tell import who_tell
from waqai.model import CountRange, EventType, NumberMention, PlaceLevel, Span, TimeMention, WordMention
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

_CASE_NOUNS = wordset("case-nouns")
_LONG = frozenset(("month", "year", "season", "range", "month_part"))
_PERSONS = {
    EventType.ARREST: "captured",
    EventType.ASSASSINATION: "killed",
    EventType.EXECUTION: "killed",
    EventType.ABDUCTION: "captured",
}
_SIDES = frozenset(("armed_group", "state_force", "militia", "international"))


_BY_MEANS = frozenset((EventType.AIRSTRIKE, EventType.SHELLING, EventType.IED))
_TOLD = frozenset(("kill", "die", "injure"))
_OUTCOMES = frozenset(("injure", "kill", "die"))  # "إصاباتهم خطرة" are no several events
_BARE = frozenset(("kill", "die"))
_DAY_DEAD = 20  # dead that a body counts in a day all over the land
_WITH_MEANS = frozenset(
    ("explode", "device", "vbied", "suicide", "air", "airmeans", "shell", "attack", "storm", "target", "shoot", "clash")
)
_RISEN = 20
_MANY_HELD = 10
_MANY_NEUTRALISED = 5
_WEEK, _AROUND = 6, 12  # days; of a part of a month, that tells about when it was
_FIGHT = 31  # days
_APART = 4  # tokens from the event to the word that sets several apart
_MONTHLY = frozenset(("month", "year", "season"))


_AREAS = frozenset((PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.SUBREGION, PlaceLevel.CITY, PlaceLevel.DISTRICT))

_WIDE = frozenset((PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.SUBREGION, PlaceLevel.NONE))
_COUNTRIES = frozenset((PlaceLevel.COUNTRY, PlaceLevel.SUBREGION))


def to_range(n: NumberMention) -> CountRange:
    """A number mention as a whole-number range."""

    def whole(x: float | None) -> int | None:
        return None if x is None else int(x)

    return CountRange(whole(n.low), whole(n.best), whole(n.high), n.text)


def event_number(scene: Scene, ln: Lines, f: Frame, listed: bool = False) -> NumberMention | None:
    """A number of events stated in the frame's words: three operations, 71 attacks.

    In a list of shares (``listed``) a number of another clause that has an actor of its own is that actor's, and the number that
    counts the frame's own main word goes before those of the items told before it.
    """
    numbers = sorted(ln.numbers, key=lambda n: not n.first <= f.main.first < n.last) if listed else ln.numbers
    for n in numbers:
        if f.first <= n.first < f.last and n.form not in ("singular", "ordinal", "plural") and counts_events(n):
            if n.form == "vague" and n.noun is not None and n.noun in wordset("single-event"):
                continue  # "ودانت عواصم عدة هجوم أنقرة"
            if any(t.first < n.first and (t.count.best or 0) > (n.best or 0) for t in f.tolls.values()) and of_a_place(scene, ln, n):
                continue  # "اعتقلت 440 …، وسُجلت أعلى نسبة في الخليل بـ 120 حالة"
            apart = listed and n.last < f.main.first and "," in scene.words[n.last : f.main.first]
            if not (apart and any(0 <= n.first - a.last <= 4 and a.category in _SIDES for a in ln.actors)):
                return n
    return None


def events_span(scene: Scene, f: Frame) -> Span | None:
    """The words of a total that say how many events it counts: of its own sentences, the nearest that read so."""
    if f.events is None or not f.aggregate:
        return None
    here = [n for k in sorted({f.line, *f.lines}) for n in scene.lines[k].numbers if n.text == f.events.text]
    near = min(here, key=lambda n: abs(n.first - f.main.first), default=None)
    return None if near is None else near.span


def _long_span(f: Frame) -> bool:
    t = f.time
    if t is None:
        return False
    if t.start is not None and t.end is not None:
        few = all((x.count.best or 0) < _RISEN for x in f.tolls.values())
        return (t.end - t.start).days >= (_AROUND if few and _about_when(t) else _WEEK)
    return str(t.precision) in _LONG


def _about_when(t: TimeMention) -> bool:
    """``نهاية تشرين الثاني``, ``مطلع الشهر``: about when it was, no period over which somebody counts."""
    return fold(t.text).split(" ", 1)[0].removeprefix("و") in wordset("part-of-a-month")


def mark_tally(scene: Scene, f: Frame, context: Frame | None) -> None:
    """Set ``f.aggregate`` when the frame states a total, and ``f.events`` to the number of events told.

    Args:
        scene: the document.
        f: the frame.
        context: the tally told just before, whose period and actor an item of the same list takes over.
    """
    ln = scene.lines[f.line]
    n = event_number(scene, ln, f, context is not None)
    counted = any(scene.cls(s) == "count" and s.form != "masdar" and f.first - 8 <= s.first < f.last for s in ln.speech)
    if n is not None and (n.best is None or n.best >= 2):
        one_time = not (_long_span(f) or counted or context is not None)
        beside_it = n.first <= f.main.first <= n.last
        several = n.best is None and (
            not beside_it or (one_time and (on_a_day(f) or _on_one_town(scene, n, f)))
        )  # "عدة توغلات رافقتها اعتقالات", "لعدة هجمات مساء اليوم"
        loose = (n.best == 2 and one_time) or several
        f.many = True
        other = context is not None and context.event_type is not f.event_type and not (_long_span(f) or counted)
        if not loose and not ((one_time or (other and _by_a_verb(scene, f))) and salvo(scene, n, f)):
            f.aggregate = True
            f.many = True
            f.events = to_range(n)
            f.rules.append("tally:event-count")
            count_of_all(scene, ln, f)
            if f.time is None and _of_the_period(scene, f) and (told_before := _period_before(scene, f)) is not None:
                f.time, f.time_rule = told_before, "time:period-before"
            role = _PERSONS.get(f.event_type)
            old = f.tolls.get(role) if role is not None else None
            beside = 0 <= f.main.first - n.last <= 1 and old is not None and old.first > f.main.first
            # "إلى 66 جريمة، منها 15 جريمة في شباط و11 في حزيران": a bare number behind is that of a share
            beside = beside or (old is not None and any(x.first == old.first > n.last and x.noun is None for x in ln.numbers))
            if role is not None and (old is None or beside) and not noun_readings(n).isdisjoint(_CASE_NOUNS):
                f.tolls[role] = Toll(role, f.events, n.span, n.first, None, False, "toll:cases")
            return
    if f.main.form == "masdar" and _cases_of(scene, f):
        f.many = True
    if context is not None and not f.tolls:
        if _caused(scene, ln, f, context):
            return
        if _ended_too(scene, f, context):
            f.aggregate = True
            f.rules.append("tally:outcome-of-many")
            return
    total = sum(int(t.count.best or t.count.low or 0) for t in f.tolls.values())
    since = not wordset("since").isdisjoint(scene.words[f.first : f.last])
    if since and not f.tolls and f.main.form in ("masdar", "phrase") and _ordinal_beside(ln, f):
        f.aggregate = True
        f.rules.append("tally:nth")
        return
    named = (w for w in f.triggers if w.form in ("masdar", "phrase") and scene.cls(w) not in _OUTCOMES)
    plural = next((w for w in named if is_plural(scene, w)), None)
    if f.tolls and plural is not None and total >= 5 and not _day_told(f):
        period = f.time if _long_span(f) else _period_before(scene, f)
        fight = scene.cls(plural) == "clash" and not in_area(scene, f, _WIDE) and (period is None or str(period.precision) not in _MONTHLY)
        one = fight or ("rise" in f.rules and f.place is not None and not in_area(scene, f, _WIDE))
        if not one and (period is not None or total >= 20):
            f.aggregate = True
            if period is not None:
                f.time, f.time_rule = period, "time:period-before"
            f.rules.append("tally:plural")
            return
    if f.tolls and total >= 2 and _apart(scene, f):
        f.aggregate = f.many = True
        f.rules.append("tally:apart")
        return
    if since and total >= _RISEN and any(t.rule == "toll:noun:risen" for t in f.tolls.values()):
        f.aggregate = True
        f.rules.append("tally:risen-since")  # "ارتفع عدد الذين قُتلوا منذ بدء الحرب إلى 132"
        return
    if split_by_place(scene, ln, f):
        return
    if _held_all_over(scene, f):
        f.aggregate = True
        f.rules.append("tally:all-over")
        return
    if _neutralised(scene, ln, f, since):
        f.aggregate = True
        f.rules.append("tally:neutralised")
        return
    if (
        total >= _DAY_DEAD
        and f.classes <= _BARE
        and context is None
        and _documented(scene, ln, f)
        and (f.place is None or in_area(scene, f, _WIDE))
    ):
        f.aggregate = True
        f.rules.append("tally:day-count")  # "وثقت لجان التنسيق أمس استشهاد 105 أشخاص في سوريا"
        return
    rule = announced(scene, ln, f, total, _long_span(f), since)
    if rule:
        f.aggregate = True
        f.rules.append(rule)
        return
    if f.tolls and _long_span(f) and (counted or total >= 5) and not one_event(scene, f):
        f.aggregate = True
        f.rules.append("tally:toll-over-period")
    elif (
        f.tolls
        and f.main.text.endswith("ات")
        and f.main.form == "masdar"
        and f.time is not None
        and str(f.time.precision) in ("range", "days", "week")
        and not one_night(f)
        and not (scene.cls(f.main) == "clash" and _begun_and_ended(f))
    ):
        f.aggregate = True
        f.rules.append("tally:plural-over-period")
    elif (
        f.tolls
        and context is not None
        and f.time is None
        and total >= 3
        and in_area(scene, f)
        and not _single_means(scene, f)
        and not _another_tells(scene, ln, f, context)
        and not of_the_day(f, context)
        and not announced_before(scene, f)
    ):
        f.aggregate = True
        f.rules.append("tally:item")


def _single_means(scene: Scene, f: Frame) -> bool:
    """``عبوة انفجرت على دورية``, ``طائرات وجهت ضربة إلى وكر``: one deed told with its means, no share of what was counted before."""
    means = [w for w in f.triggers if scene.cls(w) in _WITH_MEANS]
    return any(w.form in ("past", "passive") or not scene.words[w.first].rstrip("هامن").endswith("ات") for w in means)


def _another_tells(scene: Scene, ln: Lines, f: Frame, total: Frame) -> bool:
    """``من جانبه، أعلن جهاز الأمن الوطني القبض على ثلاثة`` after what a monitor counted: told by somebody else."""
    mine, theirs = who_tell(ln, f.main.first), who_tell(scene.lines[total.line], scene.lines[total.line].sentence.last)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def announced_before(scene: Scene, f: Frame) -> bool:
    """``وكانت الشبكة أعلنت أمس مقتل طبيب وإصابة ثلاثة``: told by itself the day before, no share of today's total."""
    ln = scene.lines[f.line]
    was = scene.words[ln.sentence.first].removeprefix("و") in wordset("was")
    return was and any(str(t.precision) in ("day", "days") for t in ln.times if t.last <= f.main.first)


def _documented(scene: Scene, ln: Lines, f: Frame) -> bool:
    """``وثقت لجان التنسيق``, ``أحصت الشبكة``: a monitor stands at a verb of counting before the dead."""
    verbs = [s for s in ln.speech if scene.cls(s) == "count" and s.form != "masdar" and f.first <= s.first < f.main.first]
    return any(a.category == "monitor" and (0 <= a.first - s.last <= 1 or 0 <= s.first - a.last <= 1) for s in verbs for a in ln.actors)


def _neutralised(scene: Scene, ln: Lines, f: Frame, since: bool) -> bool:
    """``حيّدت خلال الأسبوع الأخير 58 مسلحاً``, ``عدد من تم تحييدهم منذ مطلع العام 1712``: put out of action over a week or more.

    The word gives no toll (codebook section 10), so the number stands beside it.
    """
    if scene.cls(f.main) != "neutralise" or f.tolls or not (since or _long_span(f)):
        return False
    behind = (n for n in ln.numbers if f.main.last <= n.first < f.last and n.form not in ("ordinal", "singular") and not counts_events(n))
    return any((n.best or 0) >= _MANY_NEUTRALISED for n in behind)


def _on_one_town(scene: Scene, n: NumberMention, f: Frame) -> bool:
    """``عدة غارات على محيط بلدة الناقورة``: strikes in a row on one town, no total."""
    return not in_area(scene, f) and f.place is not None and not noun_readings(n).isdisjoint(wordset("salvo-nouns"))


def _cases_of(scene: Scene, f: Frame) -> bool:
    """``في حادثتي إطلاق نار``, ``جراء حوادث إطلاق نار متفرقة``: the head of the event noun says that there were several."""
    head, w = scene.words[f.main.first - 1], f.main
    if head in wordset("two-cases-of"):
        return True
    return head in wordset("cases-of") and not wordset("told-apart").isdisjoint(scene.words[w.last : w.last + _APART])


def _apart(scene: Scene, f: Frame) -> bool:
    """``11 قتيلاً في هجمات متفرقة``: events in the plural said to be several, without their number."""
    w = f.main
    if w.form != "masdar" or not scene.words[w.first].endswith("ات") or w.last >= len(scene.words):
        return False
    return scene.words[w.last] in wordset("told-apart")


def _of_the_period(scene: Scene, f: Frame) -> bool:
    """``ورصد التقرير خلال العام 17 حالة``, ``كما وثق 9 حالات``: the period of the report told before."""
    words = scene.words
    return any(words[i] in wordset("period-of-report") and words[i - 1] in wordset("throughout") for i in range(f.first + 1, f.last))


def _ended_too(scene: Scene, f: Frame, context: Frame) -> bool:
    """``تسع مداهمات انتهت باعتقال 13 شخصاً وإحراق خيام``: a noun joined to another outcome of the operations counted before it."""
    joined = f.main.form in ("masdar", "phrase") and f.main.prefix.startswith("و") and context.aggregate and f.line == context.line
    return (
        joined
        and f.time is None
        and scene.cls(f.main) in ("burn", "loot", "arrest")
        and not wordset("ended-in").isdisjoint(scene.words[context.first : f.main.first])
    )


def _caused(scene: Scene, ln: Lines, f: Frame, total: Frame) -> bool:
    """``97 في قصف الطائرات``, ``83 بانفجار ألغام`` after a total of the dead: its share by cause. True when ``f`` was made one."""
    role = next((r for r in ("killed", "injured", "captured") if r in total.tolls), None)
    if role is None or f.main.form not in ("masdar", "phrase"):
        return False
    for n in ln.numbers:
        gap = f.main.first - n.last
        if n.noun is not None or n.form not in ("digits", "words") or not 0 <= gap <= 2 or n.first < f.first:
            continue
        if (gap == 0 and f.main.prefix.startswith("ب")) or (gap and scene.words[n.last] in wordset("setting-prepositions")):
            f.tolls[role] = Toll(role, to_range(n), n.span, n.first, None, False, "toll:share")
            f.aggregate = True
            f.rules.append("tally:item")
            return True
    return False


def _ordinal_beside(ln: Lines, f: Frame) -> bool:
    """``سابع تفجير``, ``الهجوم الثالث والستون``: the event told is the last of a count."""
    return any(n.form == "ordinal" and (n.last == f.main.first or n.first == f.main.last) and (n.best or 0) > 1 for n in ln.numbers)


def is_plural(scene: Scene, w: WordMention) -> bool:
    """A plural event noun told as known: ``العمليات``, ``هجماته``."""
    word = scene.words[w.first]
    stem = word.rstrip("هامن") if len(word) > 5 else word
    return (word.endswith("ات") and w.prefix.endswith("ال")) or (stem.endswith("ات") and word != stem)


def _day_told(f: Frame) -> bool:
    return f.time is not None and str(f.time.precision) in ("day", "days") and not f.time.deictic


def _period_before(scene: Scene, f: Frame) -> TimeMention | None:
    """The last longer period told in the three sentences before."""
    for k in range(f.line, f.line - 1 if opens_apart(scene, f) else max(-1, f.line - 4), -1):
        for t in reversed(scene.lines[k].times):
            if str(t.precision) in _LONG and (t.end is None or t.start is None or (t.end - t.start).days >= 6):
                return t
    return None


def in_area(scene: Scene, f: Frame, levels: frozenset[PlaceLevel] = _AREAS) -> bool:
    """The place told is an area of one of these levels (a governorate, a city), no village or site."""
    if f.place is None:
        return False
    ref = scene.place(f.place).ref
    return ref is not None and ref.level in levels


def _begun_and_ended(f: Frame) -> bool:
    """``اشتباكات تواصلت حتى فجر الجمعة``: fighting of a few days."""
    t = f.time
    if t is None or t.end is None:
        return False
    return (t.start is None and t.rule == "until") or (t.start is not None and (t.end - t.start).days <= _FIGHT)


def _by_a_verb(scene: Scene, f: Frame) -> bool:
    """``شن الطيران ست غارات على مغارات في الجبل``: a deed of its own beside a total of something else."""
    return f.place is not None and any(c.form == "past" and f.first <= c.first < f.main.first for c in scene.lines[f.line].of("light"))


def _held_all_over(scene: Scene, f: Frame) -> bool:
    """``اعتقلت فجر اليوم 19 فلسطينياً في أنحاء متفرقة من الضفة``: so many held in a whole country or region on one day."""
    held = f.tolls.get("captured")
    if (
        f.event_type is not EventType.ARREST
        or held is None
        or (held.count.best or 0) < _MANY_HELD
        or f.main.form not in ("past", "passive")
    ):
        return False
    if f.total is not None:
        return False
    refs = (scene.place(i).ref for i in scene.lines[f.line].places if f.first <= scene.place(i).first < f.last)
    levels = {r.level for r in refs if r is not None}
    if not levels or not levels <= _WIDE:
        return False
    return levels <= _COUNTRIES or not wordset("all-over").isdisjoint(scene.words[max(f.first, held.first) : f.last])


def take_context(f: Frame, context: Frame) -> None:
    """An item of a tally has the period, and when silent the actors, of the total before it."""
    f.total = context
    if f.event_type is EventType.ATTACK and (f.classes <= {"attack"} or f.classes <= _TOLD) and context.event_type in _BY_MEANS:
        f.event_type, f.weapon, f.weapon_value = context.event_type, context.weapon, context.weapon_value  # "وسُجل في تموز 15 هجوماً"
    if f.time is None:
        f.time, f.time_rule = context.time, "time:of-the-total"
    if f.perpetrator is None:
        f.perpetrator, f.perpetrator_rule = context.perpetrator, "agent:of-the-total"
