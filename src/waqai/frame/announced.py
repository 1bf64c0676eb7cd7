"""Totals the words announce: ``حصيلة الحرب``, ``عدد الموقوفين منذ``, ``وصل المستشفيات خلال 24 ساعة``, the head of a list."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_COUNTED = frozenset(("dead-counted", "war-counted", "held-counted"))  # entries of data/triggers/tallies.yml
_LEAST = 5  # fewer are the toll of one event
_WAR = 2000  # dead and wounded of no single event
_MANY = 20  # dead of more than one event, when told since a day


def announced(scene: Scene, ln: Lines, f: Frame, total: int, long: bool, since: bool) -> str:
    """The rule by which the words of a frame announce a total; empty when they do not.

    Args:
        scene: the document.
        ln: the line of the frame.
        f: the frame with its tolls and date.
        total: how many persons its tolls count.
        long: its date is a period.
        since: its words hold ``منذ``.
    """
    told = {scene.entry(w).id for w in (f.main, *f.triggers)}
    if told & _COUNTED and f.tolls and total >= _LEAST:
        if since or long:
            return "tally:dead-counted"
        if not wordset("whole-war").isdisjoint(scene.words[f.main.first : f.main.last]):
            return "tally:war"  # "حصيلة الحرب 15 ألف قتيل": no period told
    if total < _LEAST and long and _heads_list(scene, ln):
        return "tally:headed"
    if f.tolls and since and total >= _MANY and f.main.form not in ("masdar", "phrase") and (_days(f) >= 1 or _since_it_began(scene, f)):
        return "tally:since"  # "سقط منذ الأحد 250 قتيلاً"
    if total >= _WAR and f.event_type is EventType.ATTACK and (since or {"aggression", "waged-war"} & told):
        return "tally:war"  # "شنت عدواناً تحول إلى حرب أسفرت عن أكثر من 4 آلاف قتيل"
    if f.tolls and "hospital-dead" in told and total > 1 and f.time is not None and f.time.start != f.time.end:
        return "tally:hospitals"  # what a day of war brought is no single event
    return ""


def _heads_list(scene: Scene, ln: Lines) -> bool:
    """``حصيلة ضحايا الألغام في شباط:``, then a list."""
    s = ln.sentence
    return scene.words[s.last - 1] == ":" and not wordset("list-heads").isdisjoint(scene.words[s.first : s.first + 4])


def _since_it_began(scene: Scene, f: Frame) -> bool:
    """``قُتل 894 منذ بدء الحرب``, ``منذ وقف إطلاق النار``: a day no date tells."""
    words, begun = scene.words, wordset("begun")
    return any(words[i] in begun and words[i - 1] in wordset("since") for i in range(f.first + 1, f.last))


def _days(f: Frame) -> int:
    t = f.time
    return 0 if t is None or t.start is None or t.end is None else (t.end - t.start).days
