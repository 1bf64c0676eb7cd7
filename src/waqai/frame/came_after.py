"""Who comes after an event has not done it: ``هرعت قوات إلى المكان بعد إطلاق نار``, ``نقلت قوات الجيش المصابين إثر انفجار``."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_FROM = 12  # tokens from the verb of coming to the event it answers


def leave_comers(scene: Scene, f: Frame) -> None:
    """Take the perpetrator from a ranked frame when it only came, cordoned off, carried or inquired once the event was over.

    Args:
        scene: the document.
        f: the frame; its perpetrator stays when the event is the measure itself (a raid, an arrest, a move).
    """
    a = f.perpetrator
    if a is None or f.aggregate or not f.perpetrator_rule.startswith("perpetrator:") or a.last > f.main.first:
        return
    words, comes = scene.words, wordset("comes-after-it")
    verb = next(
        (i for i in (a.first - 1, a.last) if 0 <= i < len(words) and not comes.isdisjoint((words[i], words[i].removeprefix("و")))), None
    )
    if verb is None or f.main.first == verb:
        return
    at = min((w.first for w in f.triggers if w.first > max(verb, a.last - 1)), default=-1)
    if at < 0 or at - verb > _FROM:
        return
    before = words[max(verb, at - 2) : at]
    if not wordset("after-a-blow").isdisjoint(before):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:came-after"
