"""Constructions that leave no doubt about the sides, wherever the parties stand.

``حاول مسلحون التسلل إلى نقاط الجيش``: who tries, and where to. ``الجيش هو من قصفه``, ``من نفّذ الهجوم هم مسلحون``: a cleft sentence
names the doer. ``وقع قائد في كمين``: who falls into it was hit. ``زرع مسلحون عبوة انفجرت بدورية``: who laid the device, and at
whom it went off.
``مسلحون طوّقوا الحي وقتلوا``: a verb in the plural without a subject goes on with the men told in the nominative.
"""

from __future__ import annotations

from collections.abc import Callable

from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of, worked_for
from waqai.frame.meant_again import (
    ENDS,
    FORCES,
    GOAL,
    HIT,
    LAID,
    MUTUAL,
    OPEN,
    SAID,
    behind_its_subject,
    first_of_two,
    give,
    goes_on,
    lines,
    on_whom,
    party,
    them,
    unclaimed,
    whom_it_means,
)
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.areas import area_words
from waqai.resources.wordsets import wordset

_FOUGHT = frozenset((EventType.ATTACK, EventType.SHELLING, EventType.ARMED_CLASH, EventType.ASSASSINATION, EventType.IED))


_ONE_SIDED = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))


_TRIED = 14  # tokens from the verb of trying to what was tried

_FELL = 18  # tokens from the verb of falling to the ambush
_FOR = 7  # tokens from a trap to those it was laid for
_CLEFT = 14  # tokens between the deed and the one named for it

_AT = 6  # tokens from the blast to what it hit


def settle_construction(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """Set the sides of a ranked frame that one of these constructions tells.

    Args:
        scene: the document.
        f: the ranked frame.
        source: who answers for it; ``None`` for the outlet.
    """
    if f.aggregate:
        return
    for look in _LOOKS:
        look(scene, f)
    _of_the_speaker(scene, f, source)
    p, t = f.perpetrator, f.target
    if p is not None and t is not None and p.name_en == t.name_en and f.event_type in _ONE_SIDED and t.category in FORCES:
        f.target, f.target_rule = None, ""  # nobody shells himself


def _past_count(scene: Scene, ln: Lines, i: int) -> int:
    """The token behind ``اثنان من``, ``عدد من``, ``أربعة``: ``i`` when no number stands there."""
    n = next((n for n in ln.numbers if n.first == i), None)
    if n is not None:
        i = n.last
    return i + 1 if n is not None and i < len(scene.words) and scene.words[i] == "من" else i


def _tries(scene: Scene, f: Frame) -> None:
    """``حاولت مجموعة من المرتزقة منتصف الليل التسلل إلى نقاط قواتنا``, ``تصدت الوحدة لإرهابيين حاولوا التسلل``."""
    if f.event_type not in _FOUGHT or not scene.holds("tries"):
        return
    tries, words = wordset("tries"), scene.words
    for ln, w in lines(scene, f):
        lo = max(ln.sentence.first, w.first - _TRIED)
        if w.form != "masdar" or tries.isdisjoint(words[lo : w.first]):
            continue
        at = max(i for i in range(lo, w.first) if words[i] in tries)
        if not ENDS.isdisjoint(words[at : w.first]) or any(at < x.first < w.first for x in ln.triggers):
            continue
        who = _who_tries(scene, ln, at, w.first)
        if who is None:
            continue
        if f.perpetrator_rule not in SAID:
            give(scene, f, who, "agent:tries")
        goal = next((a for a in ln.actors if w.last <= a.first <= w.last + GOAL and a.category in HIT and a.name_en is not None), None)
        if goal is not None and goal.name_en != who.name_en and (f.target is None or f.target.category in OPEN):
            near = wordset("against") | {"داخل", "ل", "في", "علي"}
            if prep_of(scene, goal) in near or not near.isdisjoint(words[max(w.last, goal.first - 2) : goal.first]):
                f.target, f.target_rule = goal, "target:tried"
        if f.target is None:  # ``تصدت وحدة من الجيش لإرهابيين حاولوا التسلل``
            own = next((a for a in ln.actors if a.last <= who.first and words[a.first - 1] in wordset("beats-back")), None)
            if own is not None and own.category in FORCES and own.name_en not in (None, who.name_en):
                f.target, f.target_rule = own, "target:repels"
        return


def _who_tries(scene: Scene, ln: Lines, at: int, end: int) -> ActorMention | None:
    behind = (at + 1, _past_count(scene, ln, at + 1))  # ``مجموعة من المرتزقة`` is one mention, ``اثنان من المرتزقة`` a number and one
    a = next((a for a in ln.actors if a.first in behind and a.last <= end), None)
    if a is not None and party(a):
        return a
    if not scene.words[at].endswith(("وا", "ا", "ون", "ان")):
        return None
    return next((a for a in reversed(ln.actors) if 0 <= at - a.last <= 2 and party(a)), None)


def _cleft(scene: Scene, f: Frame) -> None:
    """``الأهالي هم من تصدى``, ``إن القوات هي التي قصفت``, ``من نفذ الهجوم هم مسلحون``, ``أن يكون التنظيم من يقف خلف الهجوم``."""
    if not scene.holds("copula"):
        return
    words, copula, who = scene.words, wordset("copula"), wordset("cleft-who")
    for ln, w in lines(scene, f):
        if w is not f.main:
            continue
        i = w.first - 1
        verb = (w.form in ("past", "present") and not is_passive(scene, w)) or (w.form == "masdar" and words[i] == "من")
        if verb and i > ln.sentence.first and words[i] in who and words[i - 1] in copula:
            a = next((a for a in reversed(ln.actors) if 0 <= i - 1 - a.last <= 1 and party(a)), None)
            if a is not None:
                give(scene, f, a, "agent:cleft")
                return
        if f.perpetrator_rule in SAID:
            return
        lo, hi = w.first - 1, min(ln.sentence.last - 1, w.last + _CLEFT)
        if lo < ln.sentence.first or words[lo] != "من" or scene.before(lo) in wordset("taken-from"):
            continue
        opens = lo == ln.sentence.first or scene.before(lo) in wordset("that") or words[lo - 1] in wordset("clause-marks")
        if not (w.form in ("past", "present") or opens):  # unvowelled ``من خطف الطبيب هم`` reads like a noun
            continue
        at = next((k for k in range(w.last, hi) if words[k] in copula or words[k] in ENDS), hi)
        if at < hi and words[at] in copula:
            a = next((a for a in ln.actors if 0 < a.first - at <= 2 and party(a)), None)
            if a is not None:
                give(scene, f, a, "agent:cleft")
                return


def _stands_behind(scene: Scene, f: Frame) -> None:
    """``رجحت مصادر أن يكون تنظيم القاعدة من يقف خلف العملية``: told behind the act, in its sentence or the next."""
    if f.perpetrator is not None or not scene.holds("stands-behind") or f.event_type in MUTUAL:
        return
    words = scene.words
    last = max(scene.owner[w.first] for w in f.triggers)
    for k in range(last, min(last + 2, len(scene.lines))) if last >= 0 else ():
        ln = scene.lines[k]
        if wordset("stands-behind").isdisjoint(words[ln.sentence.first : ln.sentence.last]):
            continue
        for i in range(max(ln.sentence.first + 1, f.main.last), ln.sentence.last - 2):
            if words[i] not in wordset("stands-behind") or words[i + 1] not in ("وراء", "خلف"):
                continue
            if words[i + 2] not in wordset("the-deed"):
                continue
            lo = max(ln.sentence.first, i - 4)
            if not wordset("negation").isdisjoint(words[lo:i]) or any(x.first >= lo and x.last <= i for x in ln.triggers):
                continue
            near = [a for a in ln.actors if lo <= a.first and a.last <= i and party(a)] or [a for a in ln.actors if a.first == i + 1]
            if near and party(near[-1]) and (f.target is None or f.target.name_en != near[-1].name_en):
                f.perpetrator, f.perpetrator_rule = near[-1], "agent:stands-behind"
                return


def _fell(scene: Scene, f: Frame) -> None:
    """``وقع قائد الأمن في كمين``, ``دورية للجيش وقعت بكمين``: whoever falls into it."""
    if f.event_type not in _FOUGHT or not scene.holds("falls-into"):
        return
    words, falls = scene.words, wordset("falls-into")
    for ln, w in lines(scene, f):
        if scene.cls(w) not in ("attack", "device") or w.form != "masdar" or words[w.first].lstrip("بلف") not in wordset("traps"):
            continue
        lo = max(ln.sentence.first, w.first - _FELL)
        at = next((i for i in range(w.first - 1, lo - 1, -1) if words[i] in falls), -1)
        if at < 0 or not (words[w.first].startswith("ب") or words[w.first - 1] in ("في", "ضمن")):
            continue
        a = next((a for a in ln.actors if at < a.first <= at + 3 and a.last <= w.first and not prep_of(scene, a)), None)
        if a is None:
            a = next((a for a in reversed(ln.actors) if 0 <= at - a.last <= 1), None)
        if a is None or a.name_en is None or a.category not in (*HIT, "civilians"):
            continue
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en and f.perpetrator_rule not in SAID:
            f.perpetrator, f.perpetrator_rule = None, ""
        if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
            f.target, f.target_rule = a, "target:fell-into"
        return


def _trap_for(scene: Scene, f: Frame) -> None:
    """``كميناً نُصب، الأحد الماضي، لدورية من الحشد``, ``كمين لرتل للجيش``: for whom the trap was laid; ``كمين لداعش`` may be its owner's."""
    if f.event_type is not EventType.ATTACK:
        return
    words, traps, laid = scene.words, wordset("traps"), wordset("trap-laid")
    for ln, w in lines(scene, f):
        if scene.cls(w) != "attack" or words[w.first] not in traps:
            continue
        a = next((a for a in ln.actors if w.last <= a.first <= w.last + _FOR and a.letters == "ل"), None)
        if a is None or a.category not in HIT or a.name_en is None or not ENDS.isdisjoint(words[w.last : a.first]):
            continue
        if any(w.last <= x.first < a.first and words[x.first] not in laid for x in ln.triggers):
            continue
        if laid.isdisjoint(words[w.first - 1 : a.first]) and words[a.first].removeprefix("ل") not in wordset("posts"):
            continue
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en and f.perpetrator_rule not in SAID:
            f.perpetrator, f.perpetrator_rule = None, ""
        if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
            f.target, f.target_rule = a, "target:trap-for"
        return


def _laid_before(scene: Scene, f: Frame) -> None:
    """``زرع عناصر من التنظيم عبوة على طريق عتق انفجرت بدورية للعمالقة``: who laid it did it, at whom it went off was hit."""
    if f.event_type is not EventType.IED:
        return
    words = scene.words
    for ln, w in lines(scene, f):
        if scene.cls(w) != "explode" or not (w.form in ("past", "present") or _its_blast(scene, w)):
            continue
        hit = next((a for a in ln.actors if w.last <= a.first <= w.last + _AT and a.category in HIT and _went_off_at(scene, a)), None)
        if hit is not None and hit.name_en is not None and (f.target is None or hit.form != "pronoun"):
            if f.perpetrator is not None and f.perpetrator.first == hit.first:
                f.perpetrator, f.perpetrator_rule = None, ""
            if f.target is None or (f.target.first != hit.first and f.target_rule != "target:hurt"):
                f.target, f.target_rule = hit, "target:went-off-at"
        lays = wordset("lays-it")
        lo = max(ln.sentence.first, w.first - LAID)
        if f.perpetrator_rule in SAID or lays.isdisjoint(words[lo : w.first]):
            continue
        at = max(i for i in range(lo, w.first) if words[i] in lays)
        if not ENDS.isdisjoint(words[at : w.first]):
            continue
        a = next((a for a in ln.actors if a.first == at + 1 and party(a) and a.last <= w.first), None)
        if a is None and words[at].endswith(("وا", "ا", "ت")):
            a = next((a for a in reversed(ln.actors) if 0 <= at - a.last <= 2 and party(a)), None)
        if a is not None and (f.target is None or f.target.name_en != a.name_en or hit is None):
            give(scene, f, a, "agent:laid-it")
        if f.target is None:  # ``زرع مجهولون عبوة في سيارة مسؤول في الحزب انفجرت``
            near = (b for b in ln.actors if at < b.first and b.last <= w.first and b.category in HIT and b.name_en is not None)
            car = next((b for b in near if any(k == "object" for k, _ in b.attrs)), None)
            if car is not None and (f.perpetrator is None or f.perpetrator.name_en != car.name_en):
                f.target, f.target_rule = car, "target:laid-in"


def _its_blast(scene: Scene, w: WordMention) -> bool:
    """``زرعوا عبوة …، ما أدى لانفجارها``: that it went off, told by a noun."""
    bare = scene.words[w.first]
    return (
        w.form == "masdar"
        and bare.endswith(("ها", "ه"))
        and (bare.startswith("ل") or scene.words[w.first - 1] in area_words().words["goal"])
    )


def _went_off_at(scene: Scene, a: ActorMention) -> bool:
    at = prep_of(scene, a) in ("ب", "في") or (scene.words[a.first].startswith("ب") and scene.words[a.first] not in wordset("b-weapons"))
    return at and not worked_for(scene, a) and any(k == "object" for k, _ in a.attrs)


def _of_the_speaker(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """``ذكرت قسد أن خلية هاجمت سيارة لقواتها``: a thing of theirs that the enemy of the speaker attacks is the speaker's."""
    p, t = f.perpetrator, f.target
    if p is None or source is None or source.name_en in (None, p.name_en) or source.category not in FORCES or f.event_type in MUTUAL:
        return
    if t is not None and t.category != "property" and t.name_en != p.name_en:
        return
    for ln, w in lines(scene, f):
        if source.first > w.first or w.form not in ("past", "present"):
            continue
        a = next((a for a in ln.actors if w.last <= a.first <= w.last + _AT and a.form == "pronoun" and a.attrs), None)
        if a is not None and a.name_en == p.name_en and p.first < w.first:
            f.target, f.target_rule = source, "target:of-the-speaker"
            return


_LOOKS: tuple[Callable[[Scene, Frame], None], ...] = (
    _tries, _cleft, _stands_behind, _fell, _trap_for, _laid_before, goes_on, them, whom_it_means, behind_its_subject, on_whom, first_of_two,
    unclaimed
)  # fmt: skip
