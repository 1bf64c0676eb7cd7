"""A news item about one body's report: what it tells on without a source is still told by the report."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.listening import VoiceLike, VoicesLike, begins, outlet_again
from waqai.frame.modality import same_side
from waqai.frame.reach import main_line
from waqai.frame.saying import Said
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_REPORTS = wordset("report-nouns")
_OPENING = 3  # lines in which the report is presented
_BULLETINS = wordset("bulletins")
_PARTIES = frozenset(("armed_group", "militia", "state_force", "ministry"))
_WATCHERS = frozenset(("monitor", "international"))


def _presents(scene: Scene, v: VoiceLike) -> bool:
    """The voice is a body's and its line says that it speaks of a report (``أصدرت النقابة تقريرها``, ``بحسب تقرير للشبكة``)."""
    k = scene.owner[v.word.first]
    if v.source is None or not 0 <= k < _OPENING:
        return False
    s = scene.lines[k].sentence
    if v.source.category not in _WATCHERS:  # ``نشر التنظيم حصيلة عملياته``
        return v.source.category in _PARTIES and not _BULLETINS.isdisjoint(scene.words[s.first : s.last])
    if v.cls == "count" and v.word.form == "past":
        return True  # ``أحصت الشبكة مقتل …``
    return not _REPORTS.isdisjoint(scene.words[s.first : s.last])


def of_the_report(scene: Scene, f: Frame, said: Said, voices: VoicesLike) -> Said:
    """The body whose report the text is about, for what it tells without a source before anybody else speaks.

    Args:
        scene: the document.
        f: the frame.
        said: its source by its own words; kept when there is one.
        voices: all voices.
    """
    home = main_line(scene, f)
    if (
        said.source is not None
        or f.denial is not None
        or f.asserted
        or outlet_again(scene, home)
        or begins(scene, home, wordset("elsewhere-now"))
    ):
        return said
    body = next((v for v in voices.items if _presents(scene, v)), None)
    if body is None or body.source is None or body.word.first > f.main.first:
        return said
    own_total = f.aggregate and f.perpetrator is None and body.source.category == "armed_group"
    if body.source.category not in _WATCHERS and not own_total and not same_side(body.source, f.perpetrator):
        return said  # a party's bulletin tells of its own deeds
    own = body.source.name_en
    others = (v for v in voices.items if v.source is not None and v.source.name_en != own and v.word.first < f.last)
    return said if next(others, None) is not None else Said(body.source, "count", "voice:of-the-report")
