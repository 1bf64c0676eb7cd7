"""The doer a relative verb goes back to: ``منيت المليشيا بانتكاسة بعد هجوم شنته على مواقع الجيش``: it launched it, on the army."""

from __future__ import annotations

from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_PARTIES = frozenset(("armed_group", "state_force", "militia", "international", "tribe", "coalition", "unknown"))
_OWN = ("ه", "ها", "وه", "وها")


def spoken_of(scene: Scene, ln: Lines, c: WordMention, on: ActorMention) -> ActorMention | None:
    """Who did what a relative verb tells, when its subject is not written out.

    Args:
        scene: the document.
        ln: the sentence.
        c: the cue of an agent (``شنته``, ``نفذها``).
        on: the first actor behind the cue.

    Returns:
        The party told before; ``None`` when ``on`` is no target of the verb, or nobody was told.
    """
    words = scene.words
    if not words[c.last - 1].endswith(_OWN) or c.last >= len(words) or words[c.last] not in wordset("launched-against"):
        return None
    if on.first < c.last:
        return None
    told = [a for a in ln.actors if a.last <= c.first and a.category in _PARTIES and a.name_en not in (None, on.name_en)]
    return told[-1] if told else None
