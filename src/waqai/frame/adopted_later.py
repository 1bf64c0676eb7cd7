"""An event adopted further on (``… وقال ضابط إن بين القتلى شرطيين. وتبنت حركة الشباب الهجوم``): the party did it and answers for it.

The adopting words name it again with the article and tell nothing new: the last event before them that fits and that nobody else made;
or they head the report.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.adopt import adopter
from waqai.frame.claimer import claimer
from waqai.frame.classes import HARMS
from waqai.frame.frames import Frame, Part
from waqai.frame.merge import families_meet
from waqai.frame.scene import Scene
from waqai.model import ActorMention
from waqai.resources.wordsets import wordset

_REACH = 8  # sentences
_SHORT = 7  # tokens of a sentence that only says who adopts it
_PLAIN = frozenset(("attack", "op", "target"))
_NUMBERED = wordset("statement-number")


def _again(scene: Scene, f: Frame, p: Part) -> bool:
    """The sentence only names an event told before: with the article, without a place or a toll of its own."""
    w, s = p.main, scene.lines[p.line].sentence
    if f.drop == "headline-only":
        return not f.aggregate
    if f.aggregate or "ال" not in w.prefix or any(s.first <= t.first < s.last for t in f.tolls.values()):
        return False
    if f.place is not None and s.first <= scene.place(f.place).first < s.last:
        return False
    behind = scene.words[w.last : w.last + 1]
    return not behind or behind[0] not in _NUMBERED  # ``الهجوم الثاني``


def _free(f: Frame, party: ActorMention) -> bool:
    """Nobody else is said to have made it."""
    p = f.perpetrator
    return p is None or p.name_en is None or p.category == "unknown" or p.name_en == party.name_en


def _by_headline(scene: Scene, frames: list[Frame], f: Frame, p: Part) -> None:
    """``داعش يتبنى تفجير منبج`` over the report of the blast: the first event that fits and that nobody else made."""
    party = adopter(scene, replace(f, parts=[p]))
    if party is None or any(x.perpetrator is not None and x.perpetrator.name_en == party.name_en for x in frames):
        return  # the party has a version of its own
    fits = (x for x in frames if x.main.first > p.first and x.event_type in HARMS and x.denial is None and not x.aggregate)
    x = next((x for x in fits if families_meet(x, f)), None)
    elsewhere = x is not None and x.place is not None and f.place is not None and not scene.same_place(x.place, f.place)
    if x is not None and not elsewhere and _free(x, party):
        x.perpetrator, x.perpetrator_rule = party, "agent:claims"
        x.parts.append(p)


def adopt_later(scene: Scene, frames: list[Frame], dropped: list[Frame]) -> None:
    """Give an event the party that adopts it in a later sentence.

    Args:
        scene: the document.
        frames: the frames kept, in text order; the adopted one gains the adopting sentence as a part.
        dropped: frames that were no events of their own.
    """
    _in_so_many_words(scene, frames)
    for f in dropped:
        for p in f.parts or [Part(f.line, f.first, f.last, f.main)]:
            if not any(scene.cls(s) == "claim-resp" for s in scene.lines[p.line].speech):
                continue
            if f.drop == "headline-only":
                _by_headline(scene, frames, f, p)
                continue
            if not _again(scene, f, p):
                continue
            party = adopter(scene, replace(f, parts=[p]))
            if party is None or any(p.line == q.line for x in frames for q in x.parts if x.perpetrator_rule == "agent:claims"):
                continue
            plain = scene.cls(p.main) in _PLAIN
            told = [x for x in frames if x.denial is None and not x.aggregate and abs(p.line - x.line) <= _REACH]
            told = [x for x in told if x.main.last <= p.first]
            fits = [x for x in told if x.event_type in HARMS and (plain or families_meet(x, f)) and _free(x, party)]
            if fits and fits[-1].perpetrator_rule != "agent:claims":
                fits[-1].perpetrator, fits[-1].perpetrator_rule = party, "agent:claims"
                fits[-1].parts.append(p)


def _in_so_many_words(scene: Scene, frames: list[Frame]) -> None:
    """``مسلحان يقتحمان المتحف ويقتلان عشرين. داعش يتبنى.``: a sentence of its own that says no more than who adopts the event before it."""
    for k, ln in enumerate(scene.lines[1:], 1):
        if not ln.speech or ln.triggers or ln.sentence.last - ln.sentence.first > _SHORT:
            continue
        s = next((s for s in ln.speech if scene.cls(s) == "claim-resp" and s.form in ("past", "present")), None)
        if s is None or scene.words[s.first - 1] in wordset("negation"):
            continue
        party = claimer(scene, ln, s)
        told = [
            x for x in frames if x.denial is None and not x.aggregate and x.event_type in HARMS and any(p.line == k - 1 for p in x.parts)
        ]
        if party is None or not told or not _free(told[-1], party):
            continue
        told[-1].perpetrator, told[-1].perpetrator_rule = party, "agent:claims"
        told[-1].parts.append(Part(k, ln.sentence.first, ln.sentence.last, told[-1].main))
