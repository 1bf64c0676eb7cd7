"""What recurs, goes on or is only talked about: words of events that single none of them out (codebook 2.6).

``وتتعرض القرى منذ أشهر لقصف يومي``, ``كل غارة جديدة تعيد عائلات``, ``ما زالت خلاياه تشن هجمات``: no day, no count of victims, and
words that say it happens again and again. A day or an exact toll of its own makes an event of any of them.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import has_article
from waqai.frame.recurring import recurs
from waqai.frame.scene import Scene
from waqai.model import EventType, PlaceLevel
from waqai.resources.wordsets import wordset

_BESIDE = 5  # tokens between a word of frequency and the event's
_PURPOSE = 7  # tokens from what people move for to the last thing meant
_VIEW = 8  # tokens from the verb of thinking to the event
_OPENING = 2  # lines that tell the news; a present tense is the headline's there
_OLD = 30  # days after which what goes on "since" a day is no news
_THAT = wordset("that")
_VERBS = frozenset(("past", "passive"))
_MEANS = frozenset(("airmeans", "shell", "shoot", "air"))
_WIDE = frozenset((PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE, PlaceLevel.SUBREGION, PlaceLevel.DISTRICT))
_YEARS = frozenset(("stretch-year-past", "stretch-month-past"))
_VAGUE = _YEARS | {"ago", "since"}


def generic(scene: Scene, f: Frame) -> bool:
    """Whether a frame singles out no event.

    Args:
        scene: the document.
        f: a ranked frame; one told in several sentences is always an event.
    """
    if f.denial is not None:
        return False
    if not _singled_out(f) and recurs(scene, f):
        return True
    if len(f.parts) > 1:
        return False
    if _spoken_of(scene, f):
        return True
    if _singled_out(f):
        return False
    if _of_old(scene, f) or _again(scene, f):
        return True
    if f.main.form not in ("masdar", "phrase", "past", "present"):
        return False
    if _charged(scene, f):
        return True
    return _meant(scene, f) or _viewed(scene, f) or _of_a_life(scene, f) or _as_things_are(scene, f) or _by_the_way(scene, f)


def _spoken_of(scene: Scene, f: Frame) -> bool:
    """``والغارة هي الثانية``, ``وتأتي الاعتقالات على خلفية``, ``التي نددت بالقصف الأخير``: a known event something is said of."""
    words, i = scene.words, f.main.first
    if _explained(scene, f) or _condemned(scene, f):
        return True
    if f.main.form not in ("masdar", "phrase") or f.tolls or f.aggregate or not (has_article(f.main) or words[i].startswith(("ال", "بال"))):
        return False
    if words[f.main.last : f.main.last + 1] and words[f.main.last] in wordset("is-the"):
        return True
    before = words[max(scene.lines[f.line].sentence.first, i - 3) : i]
    if any(w.lstrip("وف") in wordset("comes-as") for w in before[-2:]):
        return True
    return not _dated(f) and any(w.lstrip("وف") in wordset("condemning") for w in before)


def _condemned(scene: Scene, f: Frame) -> bool:
    """``أدان حاكم الإقليم استهداف المدنيين في المدينة``: a deed told before that somebody condemns; nobody is counted."""
    words, i = scene.words, f.main.first
    whose = words[f.main.last] if f.main.last < len(words) else ""
    known = words[i].startswith(("ال", "لل"))
    first = scene.lines[f.line].sentence.first
    opens = any(w.lstrip("وف") in wordset("condemning") for w in words[first : first + 2])
    if opens and known and f.main.form == "masdar" and f.line and not f.tolls and not f.aggregate:
        return True  # "وأدانت الشبكة، بأشد العبارات، المجزرة التي ارتكبتها القوات نتيجة للقصف المتعمد"
    if f.main.form != "masdar" or f.line == 0 or f.tolls or not (whose.startswith("ال") or known or words[i].endswith(("هم", "ها"))):
        return False
    if _dated(f) and not known:
        return False
    near = range(i - 1, max(first, i - _VIEW) - 1, -1)
    at = next((j for j in near if words[j].lstrip("وف") in wordset("condemning")), -1)
    return at >= 0 and not any(at < w.first < i for w in scene.lines[f.line].triggers)


def _explained(scene: Scene, f: Frame) -> bool:
    """``وقال إن قصف المواقع جاء بعد هجوم``, ``أن استهداف السفينة يأتي في إطار``: why it was done; the deed itself was told."""
    words, i = scene.words, f.main.first
    if f.main.form != "masdar" or f.tolls or f.aggregate or f.line == 0 or words[i - 1] not in _THAT or _dated(f):
        return False
    whose = words[f.main.last] if f.main.last < len(words) else ""
    if not whose.startswith("ال"):
        return False
    end = min(scene.lines[f.line].sentence.last, f.main.last + _VIEW)
    return any(words[j] in wordset("comes-as") and "," not in words[i:j] for j in range(f.main.last, end))


def _singled_out(f: Frame) -> bool:
    """A day of its own, victims or events that somebody counted; the victim of a bare ``قتل`` is not."""
    if any((t.count.best is not None or (t.count.low or 0) > 2) and t.rule != "toll:unnumbered" for t in f.tolls.values()):
        return True
    if f.aggregate and f.events is not None and f.events.best is not None:
        return True
    return _dated(f) and f.time is not None and str(f.time.precision) in ("day", "days", "night")


def _dated(f: Frame) -> bool:
    """Its own words say when; ``يهاجمون ليلاً`` does not."""
    return f.time is not None and f.time_rule.startswith("time:own") and (f.time.start is not None or f.time.deictic)


def _of_old(scene: Scene, f: Frame) -> bool:
    """``منذ أشهر``, ``في أعوام سابقة``; ``تشهد الجبهة معارك منذ 2019``: a present tense that began long ago."""
    t = f.time
    if t is None or not f.time_rule.startswith("time:own") or (t.start is None and t.rule not in _VAGUE):
        return _years_gone(scene, f)
    if t.rule in _YEARS:
        return True
    if t.rule == "ago":
        return t.text.lstrip("وف").startswith("منذ") and str(t.precision) != "day"
    if t.rule == "since" and f.tolls and any(c.first < f.main.first for c in scene.lines[f.line].of("habit")):
        return True  # ``وتعاني المنطقة منذ 2012 من عنف أودى بحياة الآلاف``
    if t.rule != "since" or not _present(scene, f):
        return False
    p = scene.doc.text.report.published
    return (
        t.start is not None
        and p is not None
        and (p.year - t.start.year) * 365 + (p.month - t.start.month) * 30 + p.day - t.start.day > _OLD
    )


def _years_gone(scene: Scene, f: Frame) -> bool:
    """``شهدت في أعوام سابقة هجمات``, ``كثفت في الآونة الأخيرة عمليات الدهم``, ``أيام سيطرة داعش``: uncounted, in times gone by."""
    words, i = scene.words, f.main.first
    if f.main.form != "masdar":
        return False
    s = scene.lines[f.line].sentence
    span = range(max(s.first, i - 2 * _BESIDE), min(s.last - 1, f.main.last + 2 * _BESIDE))
    gone, past = wordset("gone-by"), wordset("times-past")
    if any(words[j] in past and words[j + 1] in gone for j in span):
        return True
    during, rule = wordset("during"), wordset("rule-of")
    return any(words[j] in during and words[j + 1] in rule for j in span if j < i) and not f.tolls


def _present(scene: Scene, f: Frame) -> bool:
    """A verb in the present tense tells it, or carries its noun (``تشهد``, ``تتبادل … قصفاً``)."""
    if f.main.form == "present":
        return True
    ln = scene.lines[f.line]
    if any(c.form == "present" and f.first <= c.first < f.main.first for c in ln.of("light")):
        return True
    first = max(ln.sentence.first, f.main.first - 1 - _PURPOSE)
    return f.main.form == "masdar" and any(w.lstrip("و") in wordset("undergoing") for w in scene.words[first : f.main.first])


def _again(scene: Scene, f: Frame) -> bool:
    """``لقصف يومي``, ``حملات التمشيط المتواصلة``, ``كل غارة``, ``مثل هذه الهجمات``, ``ما زالت تشن هجمات``."""
    words, i = scene.words, f.main.first
    s = scene.lines[f.line].sentence
    before = words[max(s.first, i - _BESIDE) : i]
    if f.main.form == "masdar" and (before[-1:] == ["كل"] or (before[-1:] == ["هذه"] and before[-2:-1] in (["مثل"], ["لمثل"], ["بمثل"]))):
        return True
    if f.line < _OPENING:
        return False
    if any(
        words[j] == "كل" and words[j + 1] in wordset("each-time") for j in range(max(s.first, i - _BESIDE), min(s.last - 1, i + _BESIDE))
    ):
        return True
    near = before + words[f.main.last : min(s.last, f.main.last + _BESIDE)]
    if not wordset("again-and-again").isdisjoint(near):
        return True
    plural = f.main.form == "masdar" and words[i].endswith("ات")
    if plural and not wordset("on-and-on").isdisjoint(near):
        return True
    return plural and not wordset("still").isdisjoint(before)


def _meant(scene: Scene, f: Frame) -> bool:
    """``تستغله الخلايا للتحرك ليلاً ونصب كمائن``, ``للاختباء وشن هجمات``: what people move for."""
    words, i = scene.words, f.main.first
    if _dated(f) or f.event_type in (EventType.STRATEGIC_DEVELOPMENT, EventType.FOILED_PLOT):
        return False
    lo = max(scene.lines[f.line].sentence.first, i - _PURPOSE)
    aim = next((j for j in range(i - 1, lo - 1, -1) if words[j] in wordset("purposes")), -1)
    if aim < 0 or not _plural(words[f.main.last - 1 : f.main.last + 2]):
        return False
    return not any(w.form in _VERBS and aim < w.first < i for w in scene.lines[f.line].triggers)


def _plural(words: list[str]) -> bool:
    """``هجمات``, ``كمائن``: several, uncounted."""
    return any(w.endswith(("ات", "اته", "اتها", "اتهم")) or w in wordset("plural-events") for w in words)


def _viewed(scene: Scene, f: Frame) -> bool:
    """``يرى الخبير أن استهداف الدوريات رسالة``: the event is what a view is about; no verb tells that it happened."""
    words, i = scene.words, f.main.first
    if f.main.form not in ("masdar", "phrase") or i == 0 or words[i - 1] not in _THAT or _dated(f):
        return False
    first = scene.lines[f.line].sentence.first
    view = any(w.lstrip("و") in wordset("holds-view") for w in words[max(first, i - _VIEW) : i - 1])
    return view and not any(w.form in _VERBS and w.first > i for w in scene.lines[f.line].triggers)


def _of_a_life(scene: Scene, f: Frame) -> bool:
    """``وكان القتيل قد شارك في معارك تحرير الموصل``."""
    i = f.main.first
    if f.main.form != "masdar" or _dated(f) or f.tolls:
        return False
    before = scene.words[max(scene.lines[f.line].sentence.first, i - 4) : i]
    return _plural(scene.words[i : i + 1]) and any(w.lstrip("و") in wordset("took-part") for w in before)


def _charged(scene: Scene, f: Frame) -> bool:
    """``وتتهم منظمات قسد بملاحقة معارضيها واعتقالهم``: what somebody keeps being accused of, at no time and place told."""
    first = scene.lines[f.line].sentence.first
    if f.main.form != "masdar" or _dated(f) or (f.place_rule.startswith("place:own") and _in_a_town(scene, f)):
        return False
    return any(w.lstrip("وف") in wordset("accuses-now") for w in scene.words[first : first + 2])


def _as_things_are(scene: Scene, f: Frame) -> bool:
    """``وينشط عناصره في المثلث ويهاجمون نقاط الجيش ليلاً``, ``القصف يسبقنا إلى كل مكان``: the present tense in prose, undated."""
    if f.line < _OPENING or scene.bullet(f.line) or f.aggregate or _dated(f):
        return False
    if f.main.form == "present":
        return not _headed(scene, f)
    if f.main.form == "masdar" and _plural(scene.words[f.main.first - 1 : f.main.last]) and _present(scene, f):
        return not _headed(scene, f)  # ``خلايا صغيرة تنفذ هجمات واغتيالات``
    if scene.cls(f.main) in _MEANS and not _in_a_town(scene, f) and _only_goes_on(scene, f):
        return not _headed(scene, f)  # ``وتستهدف إسرائيل مواقع بالصواريخ والطائرات``, ``الطيران الروسي يقصف الأرياف``
    after = scene.words[f.main.last] if f.main.last < len(scene.words) else ""
    goes = after.startswith("ي") and len(after) > 3 and f.main.last < scene.lines[f.line].sentence.last
    return f.main.form == "masdar" and has_article(f.main) and goes and not f.place_rule.startswith("place:own:after")


def _only_goes_on(scene: Scene, f: Frame) -> bool:
    """All verbs of the frame stand in the present tense, and there is one; or those it tells of are about (``وينتشر في الريف مسلحون``)."""
    told = [w.form for w in f.triggers if w.form not in ("masdar", "phrase")]
    first = scene.lines[f.line].sentence.first
    return set(told) == {"present"} or (not told and scene.words[first].removeprefix("و") in wordset("is-about"))


def _in_a_town(scene: Scene, f: Frame) -> bool:
    """A settlement or a site is named: that may have been once."""
    ref = scene.place(f.place).ref if f.place is not None else None
    return f.place is not None and (ref is None or ref.level not in _WIDE)


def _headed(scene: Scene, f: Frame) -> bool:
    """The sentence stands in a headline, or says in the past tense what the present only paints."""
    ln = scene.lines[f.line]
    return ln.sentence.block in ("title", "heading") or any(w.form in _VERBS and w.first < f.main.first for w in ln.triggers)


def _by_the_way(scene: Scene, f: Frame) -> bool:
    """``مناطق القصف``, ``محاسبة من يقف وراء تفجير``, ``وتتهمها بقتل جنود``: named after it, to answer for it, charged with it."""
    words, i = scene.words, f.main.first
    if f.main.form == "passive" or _dated(f):
        return False
    before = words[max(scene.lines[f.line].sentence.first, i - _PURPOSE) : i]
    if before[-1:] and before[-1] in wordset("until") and f.main.form in ("masdar", "phrase"):
        return True  # ``محاربة الإرهاب حتى القضاء عليه``
    named = f.place is not None and f.place_rule.startswith("place:own:after") and scene.place(f.place).relation != "anaphor"
    if not named and not wordset("confessing").isdisjoint(words[scene.lines[f.line].sentence.first : i]):
        return True  # ``اعترفوا بزرع عبوات ناسفة``
    if f.main.form != "masdar":
        return not wordset("standing-charges").isdisjoint(before)  # ``يتبادل الطرفان الاتهامات بخرق الهدنة وقصف المدنيين``
    if before[-1:] and (
        before[-1] in wordset("area-of") or (f.main.prefix.startswith("و") and not wordset("area-of").isdisjoint(before[-3:]))
    ):
        return True
    if not wordset("to-account").isdisjoint(before) or not wordset("standing-charges").isdisjoint(before):
        return True
    return any(w.lstrip("و") in wordset("charging") for w in before) and not f.place_rule.startswith("place:own:after")
