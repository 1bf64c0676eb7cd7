"""Sides a later verb or pronoun takes over: who goes on acting, whom a pronoun means, whom the speaker's own words leave out."""

from __future__ import annotations

from waqai.frame.conventions import as_civilians, as_gunmen
from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime", "coalition"))
FORCES = PARTY - {"unknown", "crime"}
HIT = FORCES | {"ministry", "officials"}
_ARMED = frozenset(("armed_group", "militia", "unknown", "crime"))
OPEN = frozenset(("civilians", "unspecified", "property"))
SAID = frozenset(("agent:by-phrase", "agent:claims", "agent:accused", "agent:share", "agent:between"))
MUTUAL = frozenset((EventType.ARMED_CLASH, EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.PRISON_BREAK))
_TAKEN = frozenset((EventType.ARREST, EventType.ABDUCTION, EventType.ASSASSINATION, EventType.EXECUTION))
HARMS_ONE = frozenset(("kill", "assassinate", "execute", "abduct", "arrest", "seize-persons"))
_DOES_TO = frozenset((*HARMS_ONE, "injure", "target", "attack", "shell", "air", "storm", "destroy"))
_FIRED = frozenset((EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE))
_FIRES = frozenset(("shoot", "shell", "air", "attack", "airmeans"))
_PERSONS = frozenset(("civilians", "officials", "media"))
_MEANT = 10  # tokens from a person to the pronoun that means him
_GOES_ON = frozenset(
    ("kill", "injure", "assassinate", "execute", "abduct", "arrest", "attack", "target", "shell", "shoot", "raid", "storm", "burn", "loot",
     "seize", "destroy")
)  # fmt: skip
ENDS = frozenset((".", ";", ":", "!", "?"))
_DUAL = ("ان",)
_MANY = ("ون",)
GOAL = 8  # tokens from what was tried to whose post it was
LAID = 20  # tokens from laying a device to its going off
_ON = 30  # tokens over which a subject goes on


def lines(scene: Scene, f: Frame) -> list[tuple[Lines, WordMention]]:
    """The triggers of a frame that stand in a line, each with it."""
    return [(scene.lines[scene.owner[w.first]], w) for w in f.triggers if scene.owner[w.first] >= 0]


def give(scene: Scene, f: Frame, a: ActorMention, rule: str) -> None:
    """Make it the perpetrator; it was not hit, but those counted or named right behind the verb were."""
    if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
        f.perpetrator, f.perpetrator_rule = a, rule
    if f.target is None or f.target.name_en != a.name_en or f.event_type in MUTUAL:
        return
    f.target, f.target_rule = None, ""
    hurt = [t.who for t in f.tolls.values() if t.who is not None]
    if scene.owner[f.main.first] >= 0:
        near = scene.lines[scene.owner[f.main.first]].actors
        hurt += [b for b in near if 0 <= b.first - f.main.last <= 1 and b.category in (*HIT, "civilians") and not prep_of(scene, b)]
    other = next((b for b in hurt if b.name_en not in (None, a.name_en)), None)
    if other is not None:
        f.target, f.target_rule = other, "target:hurt"


def party(a: ActorMention) -> bool:
    """A party or gunmen by name or description; a bare pronoun is none."""
    return a.name_en is not None and a.category in PARTY and (a.form != "pronoun" or bool(a.attrs))


def goes_on(scene: Scene, f: Frame) -> None:
    """``أحاط مسلحون بالورشة وجرّدوا العمال``: the men told in the nominative are the subject of the verbs in the plural behind."""
    if f.event_type in MUTUAL or f.perpetrator_rule in SAID:
        return
    words = scene.words
    for ln, w in lines(scene, f):
        if w is not f.main and f.perpetrator is not None:
            continue
        if w.form != "past" or scene.cls(w) not in _GOES_ON or is_passive(scene, w) or not words[w.first].endswith("وا"):
            continue
        if any(a.first == w.last and not prep_of(scene, a) and party(a) and a.number is None for a in ln.actors):
            continue
        before = [a for a in ln.actors if a.last <= w.first and w.first - a.last <= _ON]
        men = [a for a in before if _in_nominative(scene, a)]
        if not men or (f.perpetrator is not None and f.perpetrator.first >= men[-1].first and f.perpetrator.category in PARTY):
            continue
        a = men[-1]
        if any(t.who is not None and t.who.first == a.first for t in f.tolls.values()) or _dies(scene, ln, a):
            continue
        if not ENDS.isdisjoint(words[a.last : w.first]) or not wordset("hard-break").isdisjoint(words[a.last : w.first]):
            continue
        if any(party(b) and b.first >= a.last and not prep_of(scene, b) and b.form != "pronoun" for b in before):
            continue
        give(scene, f, a if a.name_en is not None else as_gunmen(a), "agent:goes-on")
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


def whom_it_means(scene: Scene, f: Frame) -> None:
    """``ناشط أفرج عنه بعد يومين من اعتقاله``, ``قيادي سابق جرى اغتياله``: whom the pronoun on the deed means."""
    if f.target is not None or f.event_type not in _TAKEN:
        return
    for ln, w in lines(scene, f):
        if scene.cls(w) not in HARMS_ONE or not scene.words[w.last - 1].endswith(("ه", "ها", "هم", "هما")) or w.form == "phrase":
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


def behind_its_subject(scene: Scene, f: Frame) -> None:
    """``اغتالت مسيّرة تركية قيادية في الوحدات``: verb, subject, object, with nothing between them."""
    p = f.perpetrator
    if p is None or f.target is not None or scene.owner[p.first] < 0 or f.event_type in MUTUAL:
        return
    ln = scene.lines[scene.owner[p.first]]
    b = next((b for b in ln.actors if b.first == p.last), None)
    if b is None or b.name_en in (None, p.name_en) or b.category not in (*HIT, "civilians") or prep_of(scene, b):
        return
    if scene.words[b.first].startswith("و") and scene.proclitic(b).startswith("و"):
        return
    verbs = (x for x in ln.triggers if x.last == p.first and x.form in ("past", "present"))
    if any(scene.cls(x) in _DOES_TO and not is_passive(scene, x) for x in verbs):
        f.target, f.target_rule = b, "target:behind-subject"


def on_whom(scene: Scene, f: Frame) -> None:
    """``صاروخين أُطلقا على قواتها``, ``أطلقوا رشقات في اتجاه مركز للجيش``: a force behind "on" or "towards"."""
    if f.target is not None or f.event_type not in _FIRED:
        return
    words, towards = scene.words, wordset("fired-towards")
    for ln, w in lines(scene, f):
        if scene.cls(w) not in _FIRES:
            continue
        near = (a for a in ln.actors if w.last < a.first <= w.last + GOAL and a.category in HIT and a.name_en is not None)
        a = next((a for a in near if words[a.first - 1] in towards), None)
        if a is None or (f.perpetrator is not None and f.perpetrator.name_en == a.name_en):
            continue
        if ENDS.isdisjoint(words[w.last : a.first]) and wordset("hand-words").isdisjoint(words[a.first - 1 : a.first + 1]):
            f.target, f.target_rule = a, "target:on-whom"
            return


def first_of_two(scene: Scene, f: Frame) -> None:
    """``القوات التركية والفصائل المدعومة منها اعتقلت``: of two who act together the first named (codebook 5.3)."""
    a = f.perpetrator
    if a is None or f.event_type in MUTUAL or f.perpetrator_rule in SAID or scene.owner[a.first] < 0 or scene.words[a.first][0] != "و":
        return
    if scene.words[a.first] in wordset("waw-words") or scene.words[a.first].startswith("وحد"):
        return  # ``وحدات``
    ln = scene.lines[scene.owner[a.first]]
    b = next((b for b in reversed(ln.actors) if 0 <= a.first - b.last <= 1), None)
    if b is None or b.category not in FORCES or b.name_en in (None, a.name_en) or (b.form == "pronoun" and not b.attrs):
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


def unclaimed(scene: Scene, f: Frame) -> None:
    """``قصفت مسيّرة مستودعاً ولم تعلن أي جهة مسؤوليتها``: whom only another sentence names did not say it was he."""
    a = f.perpetrator
    if a is None or not f.perpetrator_rule.startswith("perpetrator:") or a.category == "unknown":
        return
    own = {p.line for p in f.parts}
    if scene.owner[a.first] not in own and any(scene.lines[k].of("unclaimed") for k in own):
        f.perpetrator, f.perpetrator_rule = None, ""


def them(scene: Scene, f: Frame) -> None:
    """``تم التعرف إلى خمسة من المهاجمين وإلقاء القبض عليهم``: those spoken of before are held; they did not do it."""
    if f.event_type is not EventType.ARREST or not scene.holds("on-them"):
        return
    them = wordset("on-them")
    for ln, w in lines(scene, f):
        if scene.cls(w) not in ("arrest", "seize-persons") or them.isdisjoint(scene.words[w.last - 1 : w.last + 3]):
            continue
        at = next((i for i in range(max(w.first, w.last - 1), w.last + 3) if scene.words[i] in them), -1)
        if at < 0 or any(w.last <= a.first < at for a in ln.actors):
            continue
        named = [a for a in ln.actors if a.last <= w.first and w.first - a.last <= LAID and a.category in (*_ARMED, "civilians")]
        named = [a for a in named if a.name_en is not None and (a.form != "pronoun" or a.attrs)]
        if not named:
            continue
        a = named[-1]
        if f.perpetrator is not None and f.perpetrator.first == a.first:
            f.perpetrator, f.perpetrator_rule = None, ""
        if (f.target is None or f.target.category in OPEN or f.target.first == a.first) and (
            f.perpetrator is None or f.perpetrator.name_en != a.name_en
        ):
            f.target, f.target_rule = a, "target:them"
        return
