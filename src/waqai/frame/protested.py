"""Whom a protest is against: the party named after "against" (``ضد الحكومة``), condemned (``تندد بسياسات
الحكومة``), or told to do something (``مطالبين الحكومة بدفع الرواتب``, ``برحيل الفصائل``).

What it is about (``احتجاجا على مقتل``) is no target.
"""

from __future__ import annotations

from waqai.frame.arguments import Arguments
from waqai.frame.frames import Frame
from waqai.frame.phrases import plain
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

# Whom nobody demonstrates against: the people themselves, and those who only report.
_NEVER = frozenset(("civilians", "unspecified", "property", "source", "media", "monitor"))

_GAP = 5  # tokens from the word of protest to the party: ``تندد بسياسات وممارسات قوات ...``
_PASSED = frozenset(('"', "(", ")", "فيها", "فيه", "خلالها", "خلاله"))


def name_opposed(scene: Scene, f: Frame) -> None:
    """Fill the target of a protest that has none with the party it is against, which does not protest itself."""
    if f.event_type != EventType.PROTEST or f.target is not None or f.aggregate or scene.owner[f.main.first] < 0:
        return
    found = _against(scene, f) if "ضد" in scene.words else None
    found = found or next((a for p in f.parts for a in _blamed(scene, scene.lines[p.line], p.main.first)), None)
    if found is None:
        return
    if f.perpetrator is not None and f.perpetrator.name_en == found.name_en:
        f.perpetrator, f.perpetrator_rule = None, ""  # it does not protest against itself
    f.target, f.target_rule = found, "target:protested-against"


def _against(scene: Scene, f: Frame) -> ActorMention | None:
    """Whom ``ضد`` names."""
    phrases = scene.memo.get("arguments")
    if phrases is None:
        phrases = scene.memo["arguments"] = Arguments(scene)
    tokens = frozenset(phrases.opposed(f.main.first, strictly=True))
    if tokens and f.perpetrator is not None and f.perpetrator.first in tokens:
        f.perpetrator, f.perpetrator_rule = None, ""
    mine = f.perpetrator.name_en if f.perpetrator is not None else None
    for a in scene.lines[scene.owner[f.main.first]].actors if tokens else ():
        if a.first in tokens and _can_be(a) and a.name_en != mine:
            return a
    return None


def _can_be(a: ActorMention) -> bool:
    return a.name_en is not None and a.category not in _NEVER and a.form != "pronoun"


def _blamed(scene: Scene, ln: Lines, main: int) -> list[ActorMention]:
    """The parties behind a word of protest or demand that follows the protest in its sentence, in text order."""
    words = scene.words
    condemns, demands, matters = wordset("protest-condemns"), wordset("protest-demands"), wordset("protest-conduct")
    out: list[ActorMention] = []
    for i in range(main, ln.sentence.last - 1):
        aim = plain(words[i]).removeprefix("ال")  # ``المظاهرات المناهضة لممارسات قسد``
        if aim not in condemns and aim not in demands:
            continue
        a = next((a for a in ln.actors if i < a.first <= i + _GAP and not (a.first == i + 1 and a.actor_id == "residents")), None)
        if a is None or not _can_be(a):
            continue
        crowd = next((b.last for b in ln.actors if b.first == i + 1 and b.actor_id == "residents"), i + 1)  # ``طالب المحتجون بطرد قسد``
        gap = [w for w in words[crowd : a.first] if w not in _PASSED]
        letter = scene.proclitic(a)[-1:] or ("ب" if words[a.first].startswith("بال") else "")
        if aim in demands:
            away = 0 < len(gap) < 4 and gap[0][:1] in ("ب", "ل") and _noun(gap[0]) in wordset("protest-demand-away")
            known = (not letter and (not gap or (away and len(gap) == 1))) or (away and letter == "ل" and len(gap) > 1)
        elif gap:
            begins = 1 if gap[0] == "علي" else 0
            known = all(_noun(w) in matters for w in gap[begins:]) and (begins == 1 or gap[0][:1] in ("ب", "ل")) and letter != "ب"
        else:
            known = letter in ("ب", "ل")
        if known:
            out.append(a)
    return out


def _noun(w: str) -> str:
    """A word without conjunction, preposition and article."""
    w = plain(w)
    if w[:1] in ("ب", "ل") and len(w) > 3:
        w = w[2:] if w.startswith("لل") else w[1:]
    return w.removeprefix("ال")
