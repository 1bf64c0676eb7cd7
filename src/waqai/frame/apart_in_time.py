"""A day told in another paragraph is not that of an event elsewhere: each item of a round-up has its own day or none (codebook 6.1)."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.merge import has_article
from waqai.frame.scene import Scene
from waqai.model import TimeMention, TimePrecision
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


def _ties(scene: Scene, f: Frame, t: TimeMention) -> bool:
    """Whether words tie the event to the day told before: ``القصف``, ``وعلى إثر ذلك``, ``فجراً``; a period is that of a whole report."""
    if t.precision not in _DAYS or (f.main.form == "masdar" and has_article(f.main)):
        return True
    s = scene.lines[scene.owner[f.main.first]].sentence
    words = scene.words[s.first : s.last]
    return not wordset("bare-dayparts").isdisjoint(words) or not wordset("thereupon").isdisjoint(words[:_OPENING])
