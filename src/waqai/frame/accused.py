"""Who is blamed did it, by the word of the one who blames: ``اتهم X Y بقتل``, ``متهماً Y بالوقوف خلفه``, ``حمّل X Y مسؤولية``."""

from __future__ import annotations

from typing import NamedTuple

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime"))
_ACCUSERS = frozenset((*_PARTY, "source", "media", "monitor", "ministry", "officials", "civilians"))
_OWN_B = wordset("own-b")
_REACH = 18  # tokens between the word of blame and what somebody is blamed for


class Blame(NamedTuple):
    """A word of blame: who blames (``None`` when another sentence names him), who is blamed, where the deed begins; tokens."""

    at: int
    accuser: ActorMention | None
    accused: ActorMention
    deed: int


def blames(scene: Scene, ln: Lines) -> list[Blame]:
    """The blame laid in a line, in text order. Kept by line."""
    known: dict[int, list[Blame]] = scene.memo.setdefault("blames", {})
    found = known.get(ln.sentence.first)
    if found is None:
        found = known[ln.sentence.first] = _read(scene, ln)
    return found


def _read(scene: Scene, ln: Lines) -> list[Blame]:
    out: list[Blame] = []
    words = scene.words
    if not wordset("blamed-as-a-rule").isdisjoint(words[ln.sentence.first : ln.sentence.last]):
        return out  # ``وعادة ما تتهم X Y بالوقوف خلف هذه التفجيرات``
    for s in ln.speech:
        if scene.cls(s) == "accuse" and s.form != "phrase":
            deed = next((i for i in range(s.last, min(s.last + _REACH, ln.sentence.last)) if _begins_deed(scene, ln, i)), None)
            if deed is not None and (blamed := _is_blamed(scene, ln, s.first, s.last, deed)) is not None:
                out.append(Blame(s.first, None, blamed, deed))
            elif deed is not None:
                _add(scene, ln, out, s.first, s.last, deed, verb=s.form in ("past", "present"))
    for i in range(ln.sentence.first, ln.sentence.last - 2):
        if words[i] in wordset("blame-verbs") and words[i - 1] not in wordset("negation"):
            end = next((j for j in range(i + 2, min(i + _REACH, ln.sentence.last)) if words[j] in wordset("responsibility")), None)
            if end is not None and wordset("blame-to-come").isdisjoint(words[end + 1 : end + 3]):
                _add(scene, ln, out, i, i + 1, end, verb=words[i] in wordset("blame-finite"))
    return out


def _is_blamed(scene: Scene, ln: Lines, at: int, behind: int, deed: int) -> ActorMention | None:
    """``في ضربات اتُّهمت إسرائيل بتنفيذها``: behind a noun of attack the verb is passive, and the party behind it is blamed."""
    if not any(w.form == "masdar" and w.last == at for w in ln.triggers) and scene.words[at - 1] not in wordset("attacks-told"):
        return None
    if scene.words[deed] not in wordset("accused-of-it"):
        return None
    a = next((a for a in ln.actors if a.first == behind and a.last <= deed), None)
    return a if a is not None and a.name_en is not None and a.category in _ACCUSERS else None


def _begins_deed(scene: Scene, ln: Lines, i: int) -> bool:
    """``بقتل``, ``بأنها``, ``بالوقوف خلف``: a noun or clause behind ``ب`` that is neither a place nor an actor."""
    word = scene.words[i]
    own = word in _OWN_B or scene.before(i) in wordset("prepositions")  # ``في بيان``
    if not word.startswith("ب") or len(word) < 4 or own:
        return False
    if any(a.first <= i < a.last for a in ln.actors):
        return False
    return not any(scene.place(k).first <= i < scene.place(k).last for k in ln.places)


def _add(scene: Scene, ln: Lines, out: list[Blame], at: int, lo: int, deed: int, *, verb: bool) -> None:
    named = [
        a
        for a in ln.actors
        if at <= a.first < deed and a.last > lo and a.name_en is not None and a.form != "pronoun" and a.category in _ACCUSERS
    ]
    free = [
        a
        for a in named
        if (scene.proclitic(a).strip("وف") not in ("ب", "ل", "لل") or scene.words[a.first - 1] in wordset("belonging-to"))
        and (scene.before(a.first) not in wordset("prepositions") or _thrown_on(scene, a, at))
    ]
    parties = [a for a in free if a.category in _PARTY or (verb and a.category == "ministry" and a is not free[0])]
    if not parties:
        return
    accuser: ActorMention | None = None
    accused = parties[0]
    nobodies = (a for a in ln.actors if accused.last <= a.first < deed and (a.name_en is None or a.category == "civilians"))
    if verb and accused.first == lo and any(nobodies):
        return  # ``اتهمت الشرطة ثلاثة رجال بخطف تاجر``: men of no party
    if verb and len(free) > 1 and free[0].name_en != free[-1].name_en:
        accuser = free[0]
        accused = next((a for a in parties if a.name_en != accuser.name_en), accused)
    if accuser is not None and accused is accuser:
        return
    if accused.last < len(scene.words) and scene.words[accused.last] == "او" and any(a.first > accused.last for a in parties):
        return  # ``اتهمت خلايا الحركة أو الوحدات``: one of two
    if accuser is None:
        before = [a for a in ln.actors if a.last <= at and at - a.last <= 4 and a.name_en is not None and a.category in _ACCUSERS]
        accuser = before[-1] if before and before[-1].name_en != accused.name_en else None
    out.append(Blame(at, accuser, accused, deed))


def _thrown_on(scene: Scene, a: ActorMention, at: int) -> bool:
    """``ألقت باللوم على الحركة``."""
    return scene.before(a.first) == "علي" and (scene.words[at] in wordset("throws-blame"))


def accused_of(scene: Scene, f: Frame) -> Blame | None:
    """The blame laid for a frame in one of its sentences; ``None`` when nobody is blamed for it.

    What somebody is blamed for stands behind the word of blame; or the event is told first and meant by a pronoun
    (``متهمة الوحدات بتنفيذه``).
    """
    for part in f.parts:
        for b in blames(scene, scene.lines[part.line]):
            main = part.main.first
            if f.main.first < b.at and points_back(scene, b.deed) and _answers(scene, f, b):
                continue
            if b.deed <= main <= b.deed + _REACH and not _ends_between(scene, b.deed, main):
                return b
            if main < b.at and points_back(scene, b.deed):
                return b
    return None


def _answers(scene: Scene, f: Frame, b: Blame) -> bool:
    """``نفت الحركة ذلك واتهمت الجيش بقصفه``: the one said to have done it denies it and lays it on another: a version of its own."""
    if f.perpetrator is None or f.perpetrator.category not in _PARTY or f.perpetrator.name_en == b.accused.name_en:
        return False
    lines = range(scene.owner[f.main.first], scene.owner[b.at] + 1)
    return any(scene.cls(s) == "deny" and s.first < b.at for k in lines for s in scene.lines[k].speech)


def _ends_between(scene: Scene, lo: int, hi: int) -> bool:
    return any(scene.words[i] in (".", ";") for i in range(lo, hi))


def points_back(scene: Scene, i: int) -> bool:
    """The deed at token ``i`` is one told before: ``بتنفيذه``, ``بالوقوف وراء الهجوم``, ``المسؤولية``."""
    return scene.words[i] in wordset("accused-of-it") or scene.words[i] in wordset("responsibility")
