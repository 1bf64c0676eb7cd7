"""Constructions that leave no doubt about the sides, wherever the parties stand.

``حاول مسلحون التسلل إلى نقاط الجيش``: who tries, and where to. ``الجيش هو من قصفه``, ``من نفّذ الهجوم هم مسلحون``: a cleft sentence
names the doer. ``وقع قائد في كمين``: who falls into it was hit. ``زرع مسلحون عبوة انفجرت بدورية``: who laid the device, and at
whom it went off.
``مسلحون طوّقوا الحي وقتلوا``: a verb in the plural without a subject goes on with the men told in the nominative.
"""

from __future__ import annotations

from collections.abc import Callable

from waqai.frame.conventions import as_civilians, as_gunmen
from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of, worked_for
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime", "coalition"))
_FORCES = _PARTY - {"unknown", "crime"}
_HIT = _FORCES | {"ministry", "officials"}
_ARMED = frozenset(("armed_group", "militia", "unknown", "crime"))
_OPEN = frozenset(("civilians", "unspecified", "property"))
_SAID = frozenset(("agent:by-phrase", "agent:claims", "agent:accused", "agent:share", "agent:between"))
_FOUGHT = frozenset((EventType.ATTACK, EventType.SHELLING, EventType.ARMED_CLASH, EventType.ASSASSINATION, EventType.IED))
_MUTUAL = frozenset((EventType.ARMED_CLASH, EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.PRISON_BREAK))
_TAKEN = frozenset((EventType.ARREST, EventType.ABDUCTION, EventType.ASSASSINATION, EventType.EXECUTION))
_HARMS_ONE = frozenset(("kill", "assassinate", "execute", "abduct", "arrest", "seize-persons"))
_DOES_TO = frozenset((*_HARMS_ONE, "injure", "target", "attack", "shell", "air", "storm", "destroy"))
_FIRED = frozenset((EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE))
_FIRES = frozenset(("shoot", "shell", "air", "attack", "airmeans"))
_PERSONS = frozenset(("civilians", "officials", "media"))
_MEANT = 10  # tokens from a person to the pronoun that means him
_ONE_SIDED = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))
_GOES_ON = frozenset(
    ("kill", "injure", "assassinate", "execute", "abduct", "arrest", "attack", "target", "shell", "shoot", "raid", "storm", "burn", "loot",
     "seize", "destroy")
)  # fmt: skip
_ENDS = frozenset((".", ";", ":", "!", "?"))
_DUAL, _MANY = ("ان",), ("ون",)
_TRIED = 14  # tokens from the verb of trying to what was tried
_GOAL = 8  # tokens from what was tried to whose post it was
_FELL = 18  # tokens from the verb of falling to the ambush
_CLEFT = 14  # tokens between the deed and the one named for it
_LAID = 20  # tokens from laying a device to its going off
_AT = 6  # tokens from the blast to what it hit
_ON = 30  # tokens over which a subject goes on


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
    if p is not None and t is not None and p.name_en == t.name_en and f.event_type in _ONE_SIDED and t.category in _FORCES:
        f.target, f.target_rule = None, ""  # nobody shells himself


def _lines(scene: Scene, f: Frame) -> list[tuple[Lines, WordMention]]:
    return [(scene.lines[scene.owner[w.first]], w) for w in f.triggers if scene.owner[w.first] >= 0]


def _give(scene: Scene, f: Frame, a: ActorMention, rule: str) -> None:
    """Make it the perpetrator; it was not hit, but those counted or named right behind the verb were."""
    if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
        f.perpetrator, f.perpetrator_rule = a, rule
    if f.target is None or f.target.name_en != a.name_en or f.event_type in _MUTUAL:
        return
    f.target, f.target_rule = None, ""
    hurt = [t.who for t in f.tolls.values() if t.who is not None]
    if scene.owner[f.main.first] >= 0:
        near = scene.lines[scene.owner[f.main.first]].actors
        hurt += [b for b in near if 0 <= b.first - f.main.last <= 1 and b.category in (*_HIT, "civilians") and not prep_of(scene, b)]
    other = next((b for b in hurt if b.name_en not in (None, a.name_en)), None)
    if other is not None:
        f.target, f.target_rule = other, "target:hurt"


def _party(a: ActorMention) -> bool:
    return a.name_en is not None and a.category in _PARTY and (a.form != "pronoun" or bool(a.attrs))


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
    for ln, w in _lines(scene, f):
        lo = max(ln.sentence.first, w.first - _TRIED)
        if w.form != "masdar" or tries.isdisjoint(words[lo : w.first]):
            continue
        at = max(i for i in range(lo, w.first) if words[i] in tries)
        if not _ENDS.isdisjoint(words[at : w.first]) or any(at < x.first < w.first for x in ln.triggers):
            continue
        who = _who_tries(scene, ln, at, w.first)
        if who is None:
            continue
        if f.perpetrator_rule not in _SAID:
            _give(scene, f, who, "agent:tries")
        goal = next((a for a in ln.actors if w.last <= a.first <= w.last + _GOAL and a.category in _HIT and a.name_en is not None), None)
        if goal is not None and goal.name_en != who.name_en and (f.target is None or f.target.category in _OPEN):
            near = wordset("against") | {"داخل", "ل", "في", "علي"}
            if prep_of(scene, goal) in near or not near.isdisjoint(words[max(w.last, goal.first - 2) : goal.first]):
                f.target, f.target_rule = goal, "target:tried"
        if f.target is None:  # ``تصدت وحدة من الجيش لإرهابيين حاولوا التسلل``
            own = next((a for a in ln.actors if a.last <= who.first and words[a.first - 1] in wordset("beats-back")), None)
            if own is not None and own.category in _FORCES and own.name_en not in (None, who.name_en):
                f.target, f.target_rule = own, "target:repels"
        return


def _who_tries(scene: Scene, ln: Lines, at: int, end: int) -> ActorMention | None:
    behind = (at + 1, _past_count(scene, ln, at + 1))  # ``مجموعة من المرتزقة`` is one mention, ``اثنان من المرتزقة`` a number and one
    a = next((a for a in ln.actors if a.first in behind and a.last <= end), None)
    if a is not None and _party(a):
        return a
    if not scene.words[at].endswith(("وا", "ا", "ون", "ان")):
        return None
    return next((a for a in reversed(ln.actors) if 0 <= at - a.last <= 2 and _party(a)), None)


def _cleft(scene: Scene, f: Frame) -> None:
    """``الأهالي هم من تصدى``, ``إن القوات هي التي قصفت``, ``من نفذ الهجوم هم مسلحون``, ``أن يكون التنظيم من يقف خلف الهجوم``."""
    if not scene.holds("copula"):
        return
    words, copula, who = scene.words, wordset("copula"), wordset("cleft-who")
    for ln, w in _lines(scene, f):
        if w is not f.main:
            continue
        i = w.first - 1
        verb = (w.form in ("past", "present") and not is_passive(scene, w)) or (w.form == "masdar" and words[i] == "من")
        if verb and i > ln.sentence.first and words[i] in who and words[i - 1] in copula:
            a = next((a for a in reversed(ln.actors) if 0 <= i - 1 - a.last <= 1 and _party(a)), None)
            if a is not None:
                _give(scene, f, a, "agent:cleft")
                return
        if f.perpetrator_rule in _SAID:
            return
        lo, hi = w.first - 1, min(ln.sentence.last - 1, w.last + _CLEFT)
        if lo < ln.sentence.first or words[lo] != "من" or scene.before(lo) in wordset("taken-from"):
            continue
        opens = lo == ln.sentence.first or scene.before(lo) in wordset("that") or words[lo - 1] in wordset("clause-marks")
        if not (w.form in ("past", "present") or opens):  # unvowelled ``من خطف الطبيب هم`` reads like a noun
            continue
        at = next((k for k in range(w.last, hi) if words[k] in copula or words[k] in _ENDS), hi)
        if at < hi and words[at] in copula:
            a = next((a for a in ln.actors if 0 < a.first - at <= 2 and _party(a)), None)
            if a is not None:
                _give(scene, f, a, "agent:cleft")
                return


def _stands_behind(scene: Scene, f: Frame) -> None:
    """``رجحت مصادر أن يكون تنظيم القاعدة من يقف خلف العملية``: told behind the act, in its sentence or the next."""
    if f.perpetrator is not None or not scene.holds("stands-behind") or f.event_type in _MUTUAL:
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
            near = [a for a in ln.actors if lo <= a.first and a.last <= i and _party(a)] or [a for a in ln.actors if a.first == i + 1]
            if near and _party(near[-1]) and (f.target is None or f.target.name_en != near[-1].name_en):
                f.perpetrator, f.perpetrator_rule = near[-1], "agent:stands-behind"
                return


def _fell(scene: Scene, f: Frame) -> None:
    """``وقع قائد الأمن في كمين``, ``دورية للجيش وقعت بكمين``: whoever falls into it."""
    if f.event_type not in _FOUGHT or not scene.holds("falls-into"):
        return
    words, falls = scene.words, wordset("falls-into")
    for ln, w in _lines(scene, f):
        if scene.cls(w) not in ("attack", "device") or w.form != "masdar" or words[w.first].lstrip("بلف") not in wordset("traps"):
            continue
        lo = max(ln.sentence.first, w.first - _FELL)
        at = next((i for i in range(w.first - 1, lo - 1, -1) if words[i] in falls), -1)
        if at < 0 or not (words[w.first].startswith("ب") or words[w.first - 1] in ("في", "ضمن")):
            continue
        a = next((a for a in ln.actors if at < a.first <= at + 3 and a.last <= w.first and not prep_of(scene, a)), None)
        if a is None:
            a = next((a for a in reversed(ln.actors) if 0 <= at - a.last <= 1), None)
        if a is None or a.name_en is None or a.category not in (*_HIT, "civilians"):
            continue
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en and f.perpetrator_rule not in _SAID:
            f.perpetrator, f.perpetrator_rule = None, ""
        if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
            f.target, f.target_rule = a, "target:fell-into"
        return


def _laid_before(scene: Scene, f: Frame) -> None:
    """``زرع عناصر من التنظيم عبوة على طريق عتق انفجرت بدورية للعمالقة``: who laid it did it, at whom it went off was hit."""
    if f.event_type is not EventType.IED:
        return
    words = scene.words
    for ln, w in _lines(scene, f):
        if scene.cls(w) != "explode" or w.form not in ("past", "present"):
            continue
        hit = next((a for a in ln.actors if w.last <= a.first <= w.last + _AT and a.category in _HIT and _went_off_at(scene, a)), None)
        if hit is not None and hit.name_en is not None and (f.target is None or hit.form != "pronoun"):
            if f.perpetrator is not None and f.perpetrator.first == hit.first:
                f.perpetrator, f.perpetrator_rule = None, ""
            if f.target is None or (f.target.first != hit.first and f.target_rule != "target:hurt"):
                f.target, f.target_rule = hit, "target:went-off-at"
        lays = wordset("lays-it")
        lo = max(ln.sentence.first, w.first - _LAID)
        if f.perpetrator_rule in _SAID or lays.isdisjoint(words[lo : w.first]):
            continue
        at = max(i for i in range(lo, w.first) if words[i] in lays)
        if not _ENDS.isdisjoint(words[at : w.first]):
            continue
        a = next((a for a in ln.actors if a.first == at + 1 and _party(a) and a.last <= w.first), None)
        if a is None and words[at].endswith(("وا", "ا", "ت")):
            a = next((a for a in reversed(ln.actors) if 0 <= at - a.last <= 2 and _party(a)), None)
        if a is not None and (f.target is None or f.target.name_en != a.name_en or hit is None):
            _give(scene, f, a, "agent:laid-it")
        if f.target is None:  # ``زرع مجهولون عبوة في سيارة مسؤول في الحزب انفجرت``
            near = (b for b in ln.actors if at < b.first and b.last <= w.first and b.category in _HIT and b.name_en is not None)
            car = next((b for b in near if any(k == "object" for k, _ in b.attrs)), None)
            if car is not None and (f.perpetrator is None or f.perpetrator.name_en != car.name_en):
                f.target, f.target_rule = car, "target:laid-in"


def _went_off_at(scene: Scene, a: ActorMention) -> bool:
    at = prep_of(scene, a) in ("ب", "في") or (scene.words[a.first].startswith("ب") and scene.words[a.first] not in wordset("b-weapons"))
    return at and not worked_for(scene, a) and any(k == "object" for k, _ in a.attrs)


def _goes_on(scene: Scene, f: Frame) -> None:
    """``أحاط مسلحون بالورشة وجرّدوا العمال``: the men told in the nominative are the subject of the verbs in the plural behind."""
    if f.event_type in _MUTUAL or f.perpetrator_rule in _SAID:
        return
    words = scene.words
    for ln, w in _lines(scene, f):
        if w is not f.main and f.perpetrator is not None:
            continue
        if w.form != "past" or scene.cls(w) not in _GOES_ON or is_passive(scene, w) or not words[w.first].endswith("وا"):
            continue
        if any(a.first == w.last and not prep_of(scene, a) and _party(a) and a.number is None for a in ln.actors):
            continue
        before = [a for a in ln.actors if a.last <= w.first and w.first - a.last <= _ON]
        men = [a for a in before if _in_nominative(scene, a)]
        if not men or (f.perpetrator is not None and f.perpetrator.first >= men[-1].first and f.perpetrator.category in _PARTY):
            continue
        a = men[-1]
        if any(t.who is not None and t.who.first == a.first for t in f.tolls.values()) or _dies(scene, ln, a):
            continue
        if not _ENDS.isdisjoint(words[a.last : w.first]) or not wordset("hard-break").isdisjoint(words[a.last : w.first]):
            continue
        if any(_party(b) and b.first >= a.last and not prep_of(scene, b) and b.form != "pronoun" for b in before):
            continue
        _give(scene, f, a if a.name_en is not None else as_gunmen(a), "agent:goes-on")
        return


def _in_nominative(scene: Scene, a: ActorMention) -> bool:
    """``مسلحون``, ``عشرات الرجال``: subjects by their form, or men who open fire."""
    word = scene.words[a.first]
    if a.category == "unknown" and word.endswith(_MANY + _DUAL):
        return a.name_en is not None
    return a.name_en is None and a.category == "unspecified" and word in wordset("men-who-fire") and not prep_of(scene, a)


def _dies(scene: Scene, ln: Lines, a: ActorMention) -> bool:
    """``قُتل مسلحون وفرّ آخرون``: the subject of a word of dying."""
    return any(w.last == a.first and (scene.cls(w) == "die" or is_passive(scene, w)) for w in ln.triggers)


def _whom_it_means(scene: Scene, f: Frame) -> None:
    """``ناشط أفرج عنه بعد يومين من اعتقاله``, ``قيادي سابق جرى اغتياله``: whom the pronoun on the deed means."""
    if f.target is not None or f.event_type not in _TAKEN:
        return
    for ln, w in _lines(scene, f):
        if scene.cls(w) not in _HARMS_ONE or not scene.words[w.last - 1].endswith(("ه", "ها", "هم", "هما")) or w.form == "phrase":
            continue
        if scene.words[w.last - 1].endswith(("مه", "يه", "فه", "له", "طه", "ره", "نه")) and w.form != "masdar":
            continue
        near = [a for a in ln.actors if a.last <= w.first and w.first - a.last <= _MEANT and a.form in ("described", "named")]
        near = [a for a in near if a.name_en is not None and not any(k == "object" for k, _ in a.attrs)]
        near = [a for a in near if a.category in _PERSONS or a.actor_id == "activists" or ("former", "1") in a.attrs]
        if near and (f.perpetrator is None or f.perpetrator.name_en != near[-1].name_en):
            a = near[-1]
            f.target, f.target_rule = (as_civilians(a) if a.category in ("media", "source") else a), "target:meant"
            return


def _behind_its_subject(scene: Scene, f: Frame) -> None:
    """``اغتالت مسيّرة تركية قيادية في الوحدات``: verb, subject, object, with nothing between them."""
    p = f.perpetrator
    if p is None or f.target is not None or scene.owner[p.first] < 0 or f.event_type in _MUTUAL:
        return
    ln = scene.lines[scene.owner[p.first]]
    b = next((b for b in ln.actors if b.first == p.last), None)
    if b is None or b.name_en in (None, p.name_en) or b.category not in (*_HIT, "civilians") or prep_of(scene, b):
        return
    if scene.words[b.first].startswith("و") and scene.proclitic(b).startswith("و"):
        return
    verbs = (x for x in ln.triggers if x.last == p.first and x.form in ("past", "present"))
    if any(scene.cls(x) in _DOES_TO and not is_passive(scene, x) for x in verbs):
        f.target, f.target_rule = b, "target:behind-subject"


def _on_whom(scene: Scene, f: Frame) -> None:
    """``صاروخين أُطلقا على قواتها``, ``أطلقوا رشقات في اتجاه مركز للجيش``: a force behind "on" or "towards"."""
    if f.target is not None or f.event_type not in _FIRED:
        return
    words, towards = scene.words, wordset("fired-towards")
    for ln, w in _lines(scene, f):
        if scene.cls(w) not in _FIRES:
            continue
        near = (a for a in ln.actors if w.last < a.first <= w.last + _GOAL and a.category in _HIT and a.name_en is not None)
        a = next((a for a in near if words[a.first - 1] in towards), None)
        if a is None or (f.perpetrator is not None and f.perpetrator.name_en == a.name_en):
            continue
        if _ENDS.isdisjoint(words[w.last : a.first]) and wordset("hand-words").isdisjoint(words[a.first - 1 : a.first + 1]):
            f.target, f.target_rule = a, "target:on-whom"
            return


def _first_of_two(scene: Scene, f: Frame) -> None:
    """``القوات التركية والفصائل المدعومة منها اعتقلت``: of two who act together the first named (codebook 5.3)."""
    a = f.perpetrator
    if a is None or f.event_type in _MUTUAL or f.perpetrator_rule in _SAID or scene.owner[a.first] < 0 or scene.words[a.first][0] != "و":
        return
    if scene.words[a.first] in wordset("waw-words") or scene.words[a.first].startswith("وحد"):
        return  # ``وحدات``
    ln = scene.lines[scene.owner[a.first]]
    b = next((b for b in reversed(ln.actors) if 0 <= a.first - b.last <= 1), None)
    if b is None or b.category not in _FORCES or b.name_en in (None, a.name_en) or (b.form == "pronoun" and not b.attrs):
        return
    if b.last < a.first and not scene.words[b.last].startswith("ال"):
        return
    if (f.target is not None and f.target.name_en == b.name_en) or any(
        t.who is not None and t.who.first == b.first for t in f.tolls.values()
    ):
        return
    if (
        b.number is not None
        or prep_of(scene, b) not in ("", prep_of(scene, a))
        or any(w.last == b.first and is_passive(scene, w) for w in ln.triggers)
    ):
        return
    f.perpetrator, f.perpetrator_rule = b, "agent:first-of-two"


def _of_the_speaker(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """``ذكرت قسد أن خلية هاجمت سيارة لقواتها``: a thing of theirs that the enemy of the speaker attacks is the speaker's."""
    p, t = f.perpetrator, f.target
    if p is None or source is None or source.name_en in (None, p.name_en) or source.category not in _FORCES or f.event_type in _MUTUAL:
        return
    if t is not None and t.category != "property" and t.name_en != p.name_en:
        return
    for ln, w in _lines(scene, f):
        if source.first > w.first or w.form not in ("past", "present"):
            continue
        a = next((a for a in ln.actors if w.last <= a.first <= w.last + _AT and a.form == "pronoun" and a.attrs), None)
        if a is not None and a.name_en == p.name_en and p.first < w.first:
            f.target, f.target_rule = source, "target:of-the-speaker"
            return


def _unclaimed(scene: Scene, f: Frame) -> None:
    """``قصفت مسيّرة مستودعاً ولم تعلن أي جهة مسؤوليتها``: whom only another sentence names did not say it was he."""
    a = f.perpetrator
    if a is None or not f.perpetrator_rule.startswith("perpetrator:") or a.category == "unknown":
        return
    own = {p.line for p in f.parts}
    if scene.owner[a.first] not in own and any(scene.lines[k].of("unclaimed") for k in own):
        f.perpetrator, f.perpetrator_rule = None, ""


def _them(scene: Scene, f: Frame) -> None:
    """``تم التعرف إلى خمسة من المهاجمين وإلقاء القبض عليهم``: those spoken of before are held; they did not do it."""
    if f.event_type is not EventType.ARREST or not scene.holds("on-them"):
        return
    them = wordset("on-them")
    for ln, w in _lines(scene, f):
        if scene.cls(w) not in ("arrest", "seize-persons") or them.isdisjoint(scene.words[w.last - 1 : w.last + 3]):
            continue
        at = next((i for i in range(max(w.first, w.last - 1), w.last + 3) if scene.words[i] in them), -1)
        if at < 0 or any(w.last <= a.first < at for a in ln.actors):
            continue
        named = [a for a in ln.actors if a.last <= w.first and w.first - a.last <= _LAID and a.category in (*_ARMED, "civilians")]
        named = [a for a in named if a.name_en is not None and (a.form != "pronoun" or a.attrs)]
        if not named:
            continue
        a = named[-1]
        if f.perpetrator is not None and f.perpetrator.first == a.first:
            f.perpetrator, f.perpetrator_rule = None, ""
        if (f.target is None or f.target.category in _OPEN or f.target.first == a.first) and (
            f.perpetrator is None or f.perpetrator.name_en != a.name_en
        ):
            f.target, f.target_rule = a, "target:them"
        return


_LOOKS: tuple[Callable[[Scene, Frame], None], ...] = (
    _tries, _cleft, _stands_behind, _fell, _laid_before, _goes_on, _them, _whom_it_means, _behind_its_subject, _on_whom, _first_of_two,
    _unclaimed
)  # fmt: skip
