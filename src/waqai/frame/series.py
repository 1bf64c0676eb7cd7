"""Operations a party announces by number, then told one by one: ``أعلن التنظيم تنفيذ ثلاث عمليات …``, ``تبنت الحركة سلسلة هجمات``.

The items have no source of their own. They are the announcer's word as far as he is who did them: the report tells what he published.
"""

from __future__ import annotations

from typing import NamedTuple

from waqai.frame.frames import Frame
from waqai.frame.listening import VoicesLike, outlet_again
from waqai.frame.reach import main_line
from waqai.frame.saying import Said
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention
from waqai.resources.wordsets import wordset

_SPEAKS = frozenset(("announce", "claim-resp"))
_ARMED = frozenset(("armed_group", "militia", "state_force", "international"))
_DEEDS = frozenset(("attack", "op", "air", "shell", "target", "storm", "suicide", "assassinate", "explode"))
_OPENING = 3  # sentences in which the series is announced, headlines among them
_COUNT = 3  # tokens from the number to what it counts


class Series(NamedTuple):
    """Who announced several operations, and in which line."""

    source: ActorMention
    line: int


def announced_series(scene: Scene, voices: VoicesLike) -> Series | None:
    """The series a report is about; ``None`` when it announces none."""
    for v in voices.items:
        line = scene.owner[v.word.first]
        if v.source is None or v.cls not in _SPEAKS or v.source.category not in _ARMED or not 0 <= line < _OPENING:
            continue
        if _several(scene, scene.lines[line], v.word.last):
            return Series(v.source, line)
    return None


def _several(scene: Scene, ln: Lines, after: int) -> bool:
    """Whether more than one operation is counted behind token ``after`` of a line."""
    many = wordset("series-words")
    for w in ln.triggers:
        if w.first < after or scene.cls(w) not in _DEEDS or w.form in ("past", "present", "passive"):
            continue
        if not many.isdisjoint(scene.words[max(after, w.first - _COUNT) : w.first]):
            return True
        if any(0 <= w.first - n.last <= _COUNT or n.first <= w.first < n.last for n in ln.numbers if (n.low or 0) > 1):
            return True
    return False


def of_the_series(scene: Scene, f: Frame, said: Said, series: Series | None, voices: VoicesLike) -> Said:
    """The announcer of a series for an item of it that nobody else tells.

    Args:
        scene: the document.
        f: the frame.
        said: its source by its own words.
        series: the series of the report; ``None`` for none.
        voices: all voices.
    """
    if series is None or said.source is not None or f.perpetrator is None or f.perpetrator.name_en != series.source.name_en:
        return said
    home = main_line(scene, f)
    if home <= series.line or outlet_again(scene, home):
        return said
    between = (v for v in voices.items if series.line < scene.owner[v.word.first] <= home and v.source is not None)
    if any(v.source is not None and v.source.name_en != series.source.name_en for v in between):
        return said
    return Said(series.source, "announce", "voice:of-the-series")
