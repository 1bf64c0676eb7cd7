"""Who adopts an event did it: ``وتبنى تنظيم X الهجوم``, ``أعلنت الحركة مسؤوليتها عن التفجير`` (codebook 2.3)."""

from __future__ import annotations

from waqai.frame.claimer import claimer
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention
from waqai.resources.wordsets import wordset

_NEGATION = wordset("negation")
_NEAR = 9  # tokens from a denial to the responsibility denied


def adopter(scene: Scene, f: Frame) -> ActorMention | None:
    """The party that takes responsibility for a frame in one of its sentences; ``None`` when none does, or when it is said not to."""
    for part in f.parts:
        ln = scene.lines[part.line]
        for s in ln.speech:
            if scene.cls(s) != "claim-resp" or not part.first - 12 <= s.first < part.last:
                continue
            if s.first and scene.words[s.first - 1] in _NEGATION:
                continue
            denied = [d for d in ln.speech if scene.cls(d) == "deny" and 0 <= s.first - d.last <= _NEAR]
            if any("," not in scene.words[d.last : s.first] for d in denied):
                continue  # ``نفى التنظيم مسؤوليته عن الهجوم``
            found = claimer(scene, ln, s)
            if found is not None:
                return found
    return None


def owns_up(scene: Scene, f: Frame) -> bool:
    """``أعلنت الجماعة مسؤوليتها عن الكمين وادعت مقتل 17``: adopted with dead of its own count, a version of its own (codebook 2.3)."""
    told = any(t.role == "killed" and t.count.best is not None for t in f.tolls.values())
    return told and adopter(scene, f) is not None
