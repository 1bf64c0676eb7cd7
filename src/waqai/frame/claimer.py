"""Who takes responsibility: the subject of ``تبنى`` or ``أعلن مسؤوليته``, named beside the verb or left out when told on."""

from __future__ import annotations

from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.introduced import introduced
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "ministry"))
_BEFORE, _AFTER, _BACK, _SUBJECT = 6, 4, 4, 2
_PREPS = wordset("prepositions")


def _free(scene: Scene, a: ActorMention) -> bool:
    """No preposition stands before the name or on it."""
    return scene.proclitic(a).lstrip("وف") in ("", "ال") and scene.before(a.first) not in _PREPS


def _beside(scene: Scene, ln: Lines, s: WordMention) -> ActorMention | None:
    at = introduced(scene.words, s.last, ln.sentence.last)
    if at > s.last:  # ``تبنت ما تعرف بـ"…"``
        return next((a for a in ln.actors if a.first == at and a.category in _PARTY and a.name_en), None)
    own = [a for a in ln.actors if a.category in _PARTY and a.name_en and _free(scene, a)]
    for a in own if scene.words[s.last - 1] != "عن" else ():  # behind ``مسؤوليته عن`` stands what is adopted
        if 0 <= a.first - s.last <= _AFTER and not any(s.last <= w.first < a.first and "ال" not in w.prefix for w in ln.triggers):
            return a  # ``وتبنت الهجوم جماعة``: what is adopted may stand between, told as known
    before = [a for a in own if 0 <= s.first - a.last <= _BEFORE]
    return before[-1] if before else _announces(scene, ln, s, own)


def _announces(scene: Scene, ln: Lines, s: WordMention, own: list[ActorMention]) -> ActorMention | None:
    """``وأعلنت الحركة، المدرجة على قوائم الإرهاب، مسؤوليتها عن``: the subject of the announcing verb, however much is said of it."""
    told = [t for t in ln.speech if t.first < s.first and scene.cls(t) in ("announce", "say") and t.form in ("past", "present")]
    if not told or s.form != "phrase":
        return None
    return next((a for a in own if 0 <= a.first - told[-1].last <= _SUBJECT and a.last <= s.first), None)


def claimer(scene: Scene, ln: Lines, s: WordMention) -> ActorMention | None:
    """The party that adopts; for a bare verb (``كما تبنى إعدام``) the one that adopted last, at most four lines before."""
    found = _beside(scene, ln, s)
    if found is not None or s.form not in ("past", "present"):
        return found
    for t in reversed(ln.speech):  # ``نشرت وكالة أعماق بيانات تتبنى فيها``: who told in the same sentence
        if t.first < s.first and s.form == "present" and (told := _beside(scene, ln, t)) is not None:
            return told
    k = scene.owner[s.first]
    for back in range(k, max(-1, k - _BACK - 1), -1):
        for t in reversed(scene.lines[back].speech):
            if t.first < s.first and scene.cls(t) == "claim-resp" and (told := _beside(scene, scene.lines[back], t)) is not None:
                return told
    return None
