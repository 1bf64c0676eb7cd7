"""A day told in another paragraph is not that of an event elsewhere: each item of a round-up has its own day or none (codebook 6.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from waqai.frame.frames import Frame
from waqai.frame.merge import has_article
from waqai.frame.scene import Scene
from waqai.frame.whenwhere import dates_speech
from waqai.model import EventType, TimeMention, TimePrecision
from waqai.resources.wordsets import wordset

_DAYS = frozenset((TimePrecision.DAY, TimePrecision.DAYS))
_OPENING = 4  # tokens at the head of a line that tie it to the one before


def leave_day(scene: Scene, f: Frame, done: Sequence[Frame]) -> None:
    """``قُتل جندي أمس في درعا.`` and, a paragraph on, ``وفي إدلب، انفجرت عبوة``: not told to be of yesterday.

    Args:
        scene: the document.
        f: a frame with the date the ranking gave it; it loses one that only another paragraph tells of an event elsewhere, when the
            line opens a section or an item or the two places lie in different governorates.
        done: the frames told before it.
    """
    t, at = f.time, f.place
    if t is None or at is None or f.aggregate or not f.time_rule.startswith("time:before"):
        return
    here, there = scene.owner[f.main.first], scene.owner[t.first]
    if there < 0 or scene.owner[scene.place(at).first] != here or _ties(scene, f, t):
        return
    mine, told = scene.lines[here].sentence, scene.lines[there].sentence
    if mine.paragraph == told.paragraph or told.block in ("title", "heading"):
        return
    of = next((x for x in reversed(done) if x.time is not None and x.time.first == t.first), None)
    if of is None or of.place is None or of.place == at or scene.same_place(of.place, at):
        return
    a, b = scene.place(at).ref, scene.place(of.place).ref
    apart = a is not None and b is not None and a.admin1 is not None and b.admin1 is not None and a.admin1 != b.admin1
    if apart or scene.bullet(here) or scene.words[mine.first] in wordset("section-openers"):
        f.time, f.time_rule = None, "time:elsewhere"


def leave_saying(scene: Scene, f: Frame, done: Sequence[Frame]) -> None:
    """``أعلن الجهاز، أمس، اعتقال ثمانية، فيما أعلنت الوكالة القبض على ثلاثة``: the day is that of who spoke first, or of a verdict.

    Args:
        scene: the document.
        f: a frame with the date the ranking gave it; it loses one told before another speaks, or of the court that tries the deed.
        done: the frames told before it; the day of one of them may be its own.
    """
    t, i = f.time, f.main.first
    if (
        t is None
        or f.aggregate
        or not f.time_rule.startswith("time:own")
        or t.first >= i
        or f.event_type is EventType.STRATEGIC_DEVELOPMENT
    ):
        return
    k = scene.owner[t.first]
    if k < 0 or k != scene.owner[i] or any(x.time is not None and x.time.first == t.first for x in done):
        return
    ln = scene.lines[k]
    speaks = any(t.last <= s.first and s.last <= i and scene.cls(s) in ("announce", "say", "continue") for s in ln.speech)
    tried = scene.holds("courts") and not wordset("tried-for").isdisjoint(w.lstrip("و") for w in scene.words[t.last : i])
    if (speaks and dates_speech(scene, ln, t.first)) or (tried and _in_court(scene.words[ln.sentence.first : t.first])):
        f.time, f.time_rule = None, "time:of-who-spoke"


def leave_stretch(scene: Scene, f: Frame) -> None:
    """``قُتل ثمانية، ومن المتوقع ارتفاع العدد في الساعات المقبلة``, ``الاحتجاجات المتواصلة منذ شهرين``: times of what may come or goes on.

    Args:
        scene: the document.
        f: a ranked frame; those who are dead or hurt were so before today, and how long another thing has gone on is no day of it.
    """
    t = f.time
    if t is None or f.aggregate:
        return
    told = scene.doc.text.report.published
    hurt = any(r in ("killed", "injured") and x.count.best for r, x in f.tolls.items())
    if hurt and t.deictic and t.start is not None and told is not None and t.start > date(told.year, told.month, told.day):
        f.time, f.time_rule = None, "time:to-come"
    elif t.first > f.main.last + 1 and t.text.lstrip("وف").startswith("منذ") and scene.words[t.first - 1] in wordset("gone-on-since"):
        f.time, f.time_rule = None, "time:gone-on"


def _in_court(words: Sequence[str]) -> bool:
    return any(w in wordset("courts") or w.lstrip("وفب") in wordset("courts") for w in words)


def _ties(scene: Scene, f: Frame, t: TimeMention) -> bool:
    """Whether words tie the event to the day told before: ``القصف``, ``وعلى إثر ذلك``, ``فجراً``; a period is that of a whole report."""
    if t.precision not in _DAYS or (f.main.form == "masdar" and has_article(f.main)):
        return True
    s = scene.lines[scene.owner[f.main.first]].sentence
    words = scene.words[s.first : s.last]
    return not wordset("bare-dayparts").isdisjoint(words) or not wordset("thereupon").isdisjoint(words[:_OPENING])
