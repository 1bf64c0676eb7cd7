"""Dates a sentence names that are not the event's: of the report, of a statement, of the telling before.

Unlike a place a date is often not stated, so the candidates set aside may leave none (codebook 6.1).
"""

from __future__ import annotations

from datetime import date

from waqai.frame.facts import Candidate
from waqai.frame.frames import Frame
from waqai.frame.reach import main_line
from waqai.frame.scene import Scene
from waqai.model import EventType, TimeMention
from waqai.resources.wordsets import wordset

_DASHES = frozenset(("-", "–", "—", ":", "_", "/"))
_PERIODS = ("month", "year", "week", "range", "month_part")
_CLAUSE = 7
_VERBS = frozenset(("past", "present", "passive"))
_OVER = frozenset(("arrest", "seize-persons", "cell", "find", "foil", "neutralise", "kill", "die"))  # announced when it is over
_TAKINGS = frozenset((EventType.ARREST, EventType.ABDUCTION))
_AHEAD = 4  # tokens from a day to the word of its event
_BEHIND = 8  # tokens from the word of an event to its own day
_PART = 6  # tokens between the word of an event and a part of the day
_TELLER = 7  # tokens from a verb of telling to its day
_FILED = 31  # days from the day a report was filed to that it came out
_FREED = 4  # tokens from a release to its day
_THAT = wordset("that")


def _phrases(name: str) -> dict[str, list[list[str]]]:
    """First word → the words of each phrase of a set."""
    out: dict[str, list[list[str]]] = {}
    for words in sorted(p.split() for p in wordset(name)):
        out.setdefault(words[0], []).append(words)
    return out


_APART = _phrases("apart")
_MEANWHILE = _phrases("meanwhile")


def set_aside(scene: Scene, f: Frame, pool: list[Candidate]) -> list[Candidate]:
    """The candidates without the dates of other tellings.

    Args:
        scene: the document.
        f: the frame, with the date the rules gave it.
        pool: candidates for the date, ``NULL`` last.
    """
    lines = {p.line for p in f.parts}
    apart = f.time_rule != "time:of-the-total" and opens_apart(scene, f)
    left = [c for c in pool if not (isinstance(c.value, TimeMention) and _other(scene, f, c.value, apart, lines))]
    if any(isinstance(t := c.value, TimeMention) and scene.owner[t.first] in lines and _of_statement(scene, f, t) for c in pool):
        # أعلنت الشرطة، في فبراير، القبض على: told of a day, but not of its own
        left = [c for c in left if not isinstance(t := c.value, TimeMention) or scene.owner[t.first] in lines]
    left = _not_of_the_find(scene, f, _own_clause(scene, f, left))
    own = [
        c for c in left if isinstance(c.value, TimeMention) and _counted_back(scene, c.value) and 0 <= f.main.first - c.value.last <= _FREED
    ]
    if own:
        return own  # توفي أمس بعد ثلاثة أيام من إصابته برصاص مجهولين
    periods = [c.value for c in left if isinstance(c.value, TimeMention) and str(c.value.precision) in _PERIODS]
    beside = {t.first for t in periods if _compared(scene, f, t, periods)}
    left = [c for c in left if not (isinstance(c.value, TimeMention) and c.value.first in beside)]
    dated = [c for c in left if isinstance(c.value, TimeMention)]
    if dated and not f.aggregate and _opens(scene, f, _MEANWHILE):
        mine = [c for c in dated if isinstance(c.value, TimeMention) and scene.owner[c.value.first] in lines]
        return mine or [max(dated, key=lambda c: c.value.first if isinstance(c.value, TimeMention) else 0)]
    return left


def _not_of_the_find(scene: Scene, f: Frame, pool: list[Candidate]) -> list[Candidate]:
    """``عُثر أمس على خمسين جثة. وكانت القوات أعدمتهم العام الماضي``: the day of the killing, where it is told, not that of the find."""
    found = {p.line for p in f.parts if scene.cls(p.main) == "body"}
    killed = {p.line for p in f.parts if scene.cls(p.main) != "body"} - found
    if not found or not killed or f.event_type is EventType.OTHER:
        return pool
    told = any(isinstance(t := c.value, TimeMention) and scene.owner[t.first] in killed for c in pool)
    return [c for c in pool if not isinstance(t := c.value, TimeMention) or scene.owner[t.first] not in found] if told else pool


def _own_clause(scene: Scene, f: Frame, pool: list[Candidate]) -> list[Candidate]:
    """``… مساء السبت، فيما كشفت مفرزة يوم 8 أيلول مخبأ``: with a day right behind it, the event is not of the day before."""
    line, main = main_line(scene, f), f.main
    foreign = [w.first for w in scene.lines[line].triggers if w not in f.triggers]
    told = [t for c in pool if isinstance(t := c.value, TimeMention) and scene.owner[t.first] == line]
    day = next((t for t in told if 0 <= t.first - main.last <= _BEHIND and not any(main.last <= k < t.first for k in foreign)), None)
    if day is None:  # قضى خمسة السبت بقصف، وفق الدفاع المدني الذي أحصى منذ حزيران مقتل 61
        day = next((t for t in told if 0 <= main.first - t.last <= _AHEAD and not any(t.last <= k < main.first for k in foreign)), None)
    if day is None:
        return pool

    def before(t: TimeMention) -> bool:
        return scene.owner[t.first] == line and t.last <= main.first and any(t.last <= k < main.first for k in foreign)

    return [c for c in pool if not (isinstance(t := c.value, TimeMention) and before(t))]


def _compared(scene: Scene, f: Frame, t: TimeMention, periods: list[TimeMention]) -> bool:
    """``47 خرقاً خلال نيسان، في حين لم يزد العدد في آذار على 38``, ``بزيادة الثلث عن حزيران``: a period the event's own is compared with."""
    if t.first < f.main.first or not any(x.first < t.first and scene.owner[x.first] == scene.owner[t.first] for x in periods):
        return False
    reach = scene.words[max(f.main.last, t.first - _CLAUSE) : t.first]
    return not wordset("compared-clause").isdisjoint(reach) and not any(f.main.last <= w.first < t.first for w in f.triggers)


def opens_apart(scene: Scene, f: Frame) -> bool:
    """Whether the line of a frame begins another story: ``إلى ذلك``, ``وفي سياق متصل``, ``كما كشفت``."""
    return _opens(scene, f, _APART)


def _opens(scene: Scene, f: Frame, phrases: dict[str, list[list[str]]]) -> bool:
    s = scene.lines[main_line(scene, f)].sentence
    known = phrases.get(scene.words[s.first])
    return known is not None and any(scene.words[s.first : s.first + len(p)] == p for p in known)


def _other(scene: Scene, f: Frame, t: TimeMention, apart: bool, lines: set[int]) -> bool:
    line = scene.owner[t.first]
    if line < 0:
        return False
    if apart and line not in lines:
        return True
    if _of_release(scene, f, t) or ("body" in f.classes and _counted_back(scene, t)):
        return True  # عُثر اليوم على جثته بعد يومين من خطفه: not when he was killed
    if t.deictic and t.first and scene.words[t.first - 1] in wordset("anniversary"):
        return True  # يصادف اليوم مرور خمسة أعوام على المجزرة
    if _heads_report(scene, t) or (t.first and scene.words[t.first - 1] in wordset("issued")):
        return True  # في تقرير صدر أمس، اتهمت المنظمة جنوداً بإعدام
    return f.event_type is not EventType.STRATEGIC_DEVELOPMENT and not _daypart(scene, f) and _of_statement(scene, f, t)


def _daypart(scene: Scene, f: Frame) -> bool:
    """``أعلنت الشرطة، الثلاثاء، مقتل ثلاثة فجراً``: a part of the day without a day is that of the report."""
    parts, words = wordset("bare-dayparts"), scene.words
    low, high = max(0, f.main.first - _PART), min(len(words), f.main.last + _PART)
    near = [k for k in range(low, high) if words[k] in parts and scene.owner[k] == scene.owner[f.main.first]]
    return bool(near) and not any(t.first <= k < t.last for k in near for t in scene.lines[scene.owner[near[0]]].times)


def _counted_back(scene: Scene, t: TimeMention) -> bool:
    """``بعد يومين من خطفه``: the day somebody was taken, counted back from what came of it."""
    return t.rule == "text-before" and t.last < len(scene.words) and scene.words[t.last] in wordset("since-when")


def _of_release(scene: Scene, f: Frame, t: TimeMention) -> bool:
    """``وأُطلق سراحهما بعد أسبوع``, ``وأفرجوا عنه صباح الاثنين``: the day they were let go, not the day they were taken."""
    if f.event_type not in _TAKINGS or _counted_back(scene, t):
        return False
    for w in scene.lines[scene.owner[t.first]].triggers:
        if scene.cls(w) != "release" or w is f.main:
            continue
        if f.main.first < w.first and 0 <= t.first - w.last <= _FREED:
            return not any(w.last <= x.first < t.first for x in f.triggers)
        if t.last <= w.first and w.first - t.last <= 1 and w.first < f.main.first:
            return True  # وفي 21 تشرين الأول أُفرج عنه بعد أسبوعين من اختطافه
    return False


def _heads_report(scene: Scene, t: TimeMention) -> bool:
    """``الأبيض 27 أغسطس 2025 –``: the day the report was filed."""
    s = scene.lines[scene.owner[t.first]].sentence
    if t.first - s.first > 3 or t.last >= s.last or scene.words[t.last] not in _DASHES:
        return False
    out = scene.doc.text.report.published
    if t.start is not None and out is not None and abs((date(out.year, out.month, out.day) - t.start).days) > _FILED:
        return False  # ``- 14 أكتوبر 2017: تفجير شاحنة``: an item of a chronology
    return str(t.precision) == "day" and any(len(w) == 4 and w.isdigit() for w in scene.words[t.first : t.last])


def _of_statement(scene: Scene, f: Frame, t: TimeMention) -> bool:
    """``قالت القوة، السبت، إنها أحبطت``: between the verb of saying and what is said, with the event after it."""
    ln = scene.lines[scene.owner[t.first]]
    if _opens_statement(scene, f, t) or _of_the_teller(scene, t):
        return True
    told = f.triggers if any(scene.owner[w.first] == scene.owner[t.first] for w in f.triggers) else ln.triggers
    for s in ln.speech:
        if scene.cls(s) in ("statement", "count") or not 0 <= t.first - s.last <= 8:
            continue
        words = scene.words
        if any(words[j] in _THAT for j in range(s.last, t.first)) or any(s.last <= w.first < t.first for w in ln.triggers):
            continue
        if scene.words[t.first : t.first + 2] == ["وقت", "سابق"] or scene.words[t.first - 2 : t.first] == ["وقت", "سابق"]:
            return True  # ``أعلنت في وقت سابق اليوم مقتل``: when it was announced
        if scene.cls(s) == "claim-resp" and any(w.first >= t.last for w in told):
            return True  # ``وتبنى التنظيم، اليوم، تدمير``: the day it was adopted
        if (
            scene.cls(s) in ("announce", "say")
            and s.form in ("past", "present")
            and any(0 <= w.first - t.last <= 3 and w.form not in _VERBS and scene.cls(w) in _OVER for w in told)
        ):
            return True  # ``أعلنت الوزارة، الخميس، القبض على``: the day of the announcement
        after = next((j for j in range(t.last, min(t.last + 8, ln.sentence.last)) if words[j] in _THAT), None)
        if after is not None and any(w.first > after for w in told):
            return True
    return False


def _of_the_teller(scene: Scene, t: TimeMention) -> bool:
    """``قُتل 45 شخصاً …، كما أعلن شهود الخميس``: behind the event, the day it was told."""
    ln, words = scene.lines[scene.owner[t.first]], scene.words
    if t.last < ln.sentence.last and words[t.last] not in wordset("told-and-done"):
        return False
    for s in ln.speech:
        if not 0 <= t.first - s.last <= _TELLER or wordset("as-told").isdisjoint(words[max(ln.sentence.first, s.first - 2) : s.last]):
            continue
        if not ln.triggers or ln.triggers[0].first > s.first:
            continue  # كما أفاد المصدر بقيام مسلحين، فجر اليوم، باغتيال
        return not any(s.last <= w.first < t.first for w in ln.triggers) and not any(words[j] in _THAT for j in range(s.last, t.first))
    return False


def _opens_statement(scene: Scene, f: Frame, t: TimeMention) -> bool:
    """``وفي 24 تشرين الثاني، أعلنت القيادة القبض على``: at the head of the sentence, right before the verb of announcing."""
    ln, words = scene.lines[scene.owner[t.first]], scene.words
    if t.first - ln.sentence.first > 2:
        return False
    for s in ln.speech:
        if scene.cls(s) not in ("announce", "claim-resp") or s.form != "past" or not 0 <= s.first - t.last <= 1:
            continue
        between = next((w for w in ln.triggers if w.first >= s.last), None)
        own = any(w is between or w.entry == (between and between.entry) for w in f.triggers)
        return (
            between is not None and own and between.form not in _VERBS and not (_THAT - {"عن"}).intersection(words[s.last : between.first])
        )
    return False
