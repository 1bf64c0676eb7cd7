"""Triggers of one sentence grouped into happenings.

A result word (``قُتل``, ``أصيب``, ``أسفر عن``) belongs to the means beside it (``هجوم``, ``انفجار``); two means are one happening when one
names the other (``هجوم بعبوة``), two when a hard break or a second place stands between.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.clauses import Clause, adds_event, clauses
from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import Span, WordMention
from waqai.normalise import fold, readings
from waqai.resources.wordsets import wordmap, wordset

OUTCOME = frozenset(("kill", "die", "injure", "neutralise", "result"))
GENERIC = frozenset(("target", "affect", "attack", "op", "under", "repel", "destroy", "storm"))
GROUP_OF = {
    "shoot": "violent", "assassinate": "violent", "clash": "clash", "shootdown": "violent",
    "explode": "explosive", "device": "explosive", "suicide": "explosive", "vbied": "explosive", "defuse": "explosive",
    "shell": "fire", "air": "air", "airmeans": "air", "arrest": "detain", "raid": "detain", "find": "detain",
    "cell": "detain", "seize-persons": "detain", "incursion": "detain", "abduct": "abduct", "execute": "execute",
    "seize": "territory", "enter": "territory", "loot": "property", "burn": "property", "protest": "protest",
    "foil": "plot", "move": "move", "launch": "move", "release": "move", "body": "body", "grave": "body", "escape": "prison",
}  # fmt: skip
# Means that live together in one happening.
_TOGETHER = frozenset(
    frozenset(p)
    for p in (
        ("violent", "clash"), ("violent", "explosive"), ("fire", "air"), ("detain", "clash"), ("detain", "violent"),
        ("explosive", "clash"), ("execute", "violent"), ("plot", "violent"), ("plot", "explosive"), ("plot", "detain"),
        ("detain", "air"), ("territory", "clash"), ("territory", "violent"), ("prison", "clash"),
        ("prison", "property"), ("property", "violent"),
        ("execute", "abduct"), ("execute", "detain"), ("body", "execute"), ("body", "violent"), ("body", "abduct"), ("explosive", "air"),
        ("detain", "explosive"),
        ("explosive", "fire"),
        ("fire", "violent"),
    )
)  # fmt: skip
# Kinds that are happenings of their own beside an attack, not parts of it.
_APART = frozenset(("detain", "abduct", "territory", "property", "protest", "move", "body", "prison"))
_VERB = frozenset(("past", "present", "passive"))
_DETAIL = 12
# A hit of these classes is kept only when nothing in the sentence names the event better.
_WEAK = frozenset(("result", "affect", "under"))


def _kinds(scene: Scene, g: list[WordMention]) -> set[str]:
    return {GROUP_OF[c] for w in g if (c := scene.cls(w)) in GROUP_OF}


def _clause_of(cs: list[Clause], i: int) -> int:
    for k, c in enumerate(cs):
        if c.first <= i < c.last:
            return k
    return len(cs) - 1


def _hard_between(cs: list[Clause], a: int, b: int) -> bool:
    return a < b and any(c.hard for c in cs[a + 1 : b + 1])


def _own_place(scene: Scene, ln: Lines, c: Clause) -> bool:
    return any(
        c.first <= scene.place(i).first < c.last and scene.place(i).relation not in PASSING
        for i in ln.places
    )  # fmt: skip


def _drone_near(scene: Scene, ln: Lines, first: int, last: int) -> bool:
    return any(first <= x.first <= last + 4 and scene.entry(x).id == "drone" for x in ln.triggers)


def _own_time(ln: Lines, c: Clause) -> bool:
    return any(c.first <= t.first < c.last for t in ln.times)


def _joins(scene: Scene, ln: Lines, cs: list[Clause], g: list[WordMention], w: WordMention) -> bool:
    """Whether trigger ``w`` tells the same happening as group ``g`` before it."""
    last = g[-1]
    a, b = _clause_of(cs, last.first), _clause_of(cs, w.first)
    cls, kinds = scene.cls(w), _kinds(scene, g)
    kind = GROUP_OF.get(cls, "")
    verb = w.form in _VERB
    hard = _hard_between(cs, a, b)
    if b > a and adds_event(scene, ln, cs[b].first):
        return False
    if kinds == {"protest"} and not verb and not wordset("protest-about").isdisjoint(scene.words[max(0, w.first - 3) : w.first]):
        return False  # "قطعوا الطريق احتجاجاً على مقتل شاب": what they protest against happened before
    if {cls, scene.cls(last)} == {"shootdown", "airmeans"} and not hard and _drone_near(scene, ln, last.first, w.last):
        return True  # "أسقطت الدفاعات الجوية مسيّرة"
    if "body" in kinds and scene.entry(w).id in _STATES:
        return True  # "عثرت على جثتين، وكانتا موثوقتي الأيدي"
    outcomes = {scene.cls(x) for x in g} & OUTCOME
    fresh = b > a and _own_place(scene, ln, cs[b]) and _own_place(scene, ln, cs[a])
    if {kind, *kinds} == {"detain", "abduct"} and last.form in _VERB and not hard and not fresh and _of_him(scene, w):
        return True  # "اقتادوا 12 تاجراً بعد اختطافهم"
    if verb and not hard and not fresh and _of_him(scene, w):
        if kind == "property" and kinds & {"violent", "fire", "explosive", "clash"}:
            return True  # "أمطروا الحافلة بالرصاص ثم أحرقوها"
        if kind == "abduct" and kinds & {"execute"}:
            return True  # "أعدم أربعة بعدما خطفهم"
    if cls in OUTCOME:
        if a == b:
            return True
        if hard and (fresh or (kinds and kinds <= _APART - {"detain"} and _own_time(ln, cs[b]))):
            return False
        if cls == "result":
            return True
        # "قُتل اثنان في أ، وقُتل ثالث في ب": the same outcome again with a place of its own is another happening
        if fresh and (cls in outcomes or (cls in ("kill", "die") and outcomes & {"kill", "die"})):
            return False
        return not (hard and outcomes)
    # "هجوم شنّه مسلحون", "رشقات أطلقها مجهولون": a relative verb with a pronoun goes on with its noun
    if verb and w.text.endswith(("ها", "ه", "هما", "هم")) and (kind in kinds or cls in GENERIC or not kinds) and not hard:
        return True
    if hard and (fresh or kinds):
        return False
    if cls in GENERIC:
        if a == b:
            return True
        if kinds and kinds <= _APART:
            return not verb and not fresh
        return not (fresh and verb)
    generic = bool({scene.cls(x) for x in g} & GENERIC)
    if not kinds:
        if kind in _APART and (generic or outcomes):
            return a == b and not verb
        # a means after a bare outcome: its cause, unless it has a place of its own
        return not (fresh and cs[b].hard)
    if kind in kinds:
        return not (verb and (fresh or (b > a and _own_time(ln, cs[a]) and _own_time(ln, cs[b]))))
    if a != b and (fresh or (verb and kind in _APART)):
        return False
    return any(frozenset((kind, k)) in _TOGETHER for k in kinds)


def _of_him(scene: Scene, w: WordMention) -> bool:
    """A verb or verbal noun with the pronoun of those told of: ``وخطفوه``, ``اختطافهم``."""
    return scene.words[w.first].endswith(("ه", "ها", "هم", "هما", "هن"))


def _next_item(scene: Scene, cs: list[Clause], g: list[WordMention], w: WordMention) -> bool:
    """``…، وأن 118 شخصاً قضوا`` in a report of totals: the next thing counted."""
    a, b = _clause_of(cs, g[-1].first), _clause_of(cs, w.first)
    return b > a and scene.words[cs[b].first] in wordset("and-that") and scene.cls(w) in OUTCOME


# How sharply a class of trigger names an event.
_RANK = {
    "execute": 9, "assassinate": 9, "abduct": 9, "suicide": 9, "vbied": 9, "arrest": 8, "seize-persons": 8, "seize": 7,
    "explode": 8, "air": 8, "shell": 8, "shoot": 7, "clash": 7, "loot": 7, "burn": 7, "protest": 7, "escape": 8,
    "foil": 9, "defuse": 8, "body": 6, "grave": 8, "raid": 6, "find": 5, "cell": 6, "device": 6, "airmeans": 6, "attack": 6,
    "storm": 5, "target": 5, "incursion": 5, "repel": 5, "shootdown": 6, "launch": 5, "move": 4, "release": 3, "enter": 4,
    "destroy": 4, "op": 4, "kill": 3, "die": 3, "neutralise": 3, "under": 2, "affect": 2, "injure": 2, "result": 0,
}  # fmt: skip


# What a body looked like: it makes the type, and the finding names the event.
_STATES = frozenset(("bound-hands", "torture-death"))
_STATE_RANK = 5


def _main(scene: Scene, g: list[WordMention]) -> WordMention:
    """The trigger that names the event: the most specific means, else the first outcome."""
    if len(g) == 1:
        return g[0]
    return max(g, key=lambda w: (_STATE_RANK if scene.entry(w).id in _STATES else _RANK.get(scene.cls(w), 1), -w.first))


def group_line(scene: Scene, k: int, skip: Sequence[tuple[int, int]] = (), in_tally: bool = False) -> list[Frame]:
    """Proto-frames of one sentence in text order; each covers the clauses of its triggers.

    Args:
        scene: the document.
        k: line index.
        skip: token intervals that belong to shares of a total.
        in_tally: a total was told just before, so a number of events is a trigger by itself.
    """
    ln = scene.lines[k]
    triggers = [
        w for w in ln.triggers if not spoken(scene, ln, w) and not (skip and any(a <= w.first < b for a, b in skip))
    ]  # fmt: skip
    triggers = _with_counted(scene, ln, triggers, skip, in_tally)
    if not triggers:
        return []
    cs = clauses(scene, ln)
    groups: list[list[WordMention]] = []
    for w in triggers:
        if groups and not (in_tally and _next_item(scene, cs, groups[-1], w)) and _joins(scene, ln, cs, groups[-1], w):
            groups[-1].append(w)
        else:
            groups.append([w])
    # a group of results only ("أسفر عن") says nothing by itself
    groups = [g for g in groups if any(scene.cls(w) != "result" for w in g)]
    frames: list[Frame] = []
    for n, g in enumerate(groups):
        first = cs[_clause_of(cs, g[0].first)].first
        last = cs[_clause_of(cs, g[-1].first)].last
        if n == 0:
            first = ln.sentence.first
        if n + 1 < len(groups):
            nxt = groups[n + 1][0].first
            c = cs[_clause_of(cs, nxt)]
            last = c.first if c.first > g[-1].first else nxt
        else:
            last = ln.sentence.last
        if frames and first < frames[-1].last:
            first = frames[-1].last
        own = _naming(scene, ln, g)
        main = _main(scene, own)
        frames.append(
            Frame(main, g, k, first, last, ln.sentence.block, classes={scene.cls(w) for w in own}, lines=[k])
        )  # fmt: skip
    return frames


def _naming(scene: Scene, ln: Lines, g: list[WordMention]) -> list[WordMention]:
    """The triggers that may name the event: effects, occasions, charges, cover and things taken left out; all when none is left."""
    return [
        w
        for w in g
        if not (
            _consequence(scene, ln, w)
            or _occasion(scene, g, w)
            or _charge(scene, ln, g, w)
            or _cover(scene, ln, w)
            or _sound(scene, g, w)
            or _not_done(scene, w)
            or _takes_things(scene, w)
        )
    ] or g


_NOT_TRIGGER = wordset("not-trigger")


def spoken(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """A trigger that is really something else: part of a date (``فجر اليوم``), of an actor's or of a place's name."""
    first, last = w.first, w.last
    if last - first == 1 and scene.words[first] in _NOT_TRIGGER:
        return True
    for t in ln.times:
        if t.first <= first < t.last:
            return True
    if scene.cls(w) == "seize" and (w.form == "masdar" or w.text.endswith("ة")) and _no_seizing(scene, ln, w):
        return True
    if scene.entry(w).id == "amputate" and any(0 < w.first - t.last <= _DETAIL for t in ln.tolls):
        return True  # "استقبل 17 مصاباً، بُترت أطراف أربعة منهم": a detail of the wounds
    if scene.entry(w).id in ("smash", "destroy-mil") and not wordset("damage").isdisjoint(
        scene.words[max(ln.sentence.first, first - 3) : first]
    ):
        return True  # "اقتصرت الأضرار على تحطم الزجاج"
    if scene.cls(w) in ("airmeans", "shell"):
        return False
    for a in ln.actors:
        inside = a.first <= first and last <= a.last and a.last - a.first > 1
        if inside and (a.form == "named" or (a.form == "described" and a.actor_id is not None and a.first + 1 < first)):
            return True
    for i in ln.places:
        p = scene.place(i)
        if p.first < first < p.last:
            return True
    return False


def _no_seizing(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``سيطرة الصقور`` is a checkpoint, ``خارج سيطرة النظام`` a state of things, ``تحرير كمال طه`` an editor's credit."""
    word = scene.words[w.first]
    if word.endswith("تحرير"):
        return not wordset("credits").isdisjoint(scene.words[ln.sentence.first : w.first])
    if scene.entry(w).id != "seize-territory" or not word.endswith(("سيطره", "سيطرتها", "سيطرته", "سيطرتهم")):
        return False
    at_it = w.first > ln.sentence.first and scene.words[w.first - 1] in wordset("at-a-post")
    return wordset("over-something").isdisjoint(scene.words[w.last : min(ln.sentence.last, w.last + (1 if at_it else 8))])


def _with_counted(
    scene: Scene, ln: Lines, triggers: list[WordMention], skip: Sequence[tuple[int, int]], in_tally: bool
) -> list[WordMention]:
    """Add a trigger for every number of events that none covers (``بلغت 50 عملية``), where a total is being told."""
    counting = in_tally or any(scene.cls(s) in ("count", "claim-resp") and s.form != "masdar" for s in ln.speech) or bool(ln.times)
    if not counting:
        return triggers
    out = list(triggers)
    nouns = wordmap("counted")
    for n in ln.numbers:
        if n.noun is None or n.noun_span is None or n.form in ("singular", "plural", "ordinal") or (n.best is not None and n.best < 3):
            continue
        if any(a <= n.first < b for a, b in skip) or any(w.first < n.last and w.last > n.first for w in triggers):
            continue
        entry = next((nouns[r] for _, r in readings(fold(n.noun.split(" ")[0])) if r in nouns), None)
        if entry is None:
            continue
        text = scene.doc.text.slice(n.noun_span)
        at = max(n.first, n.last - 1)
        out.append(WordMention(Span(*n.noun_span), text, "trigger", f"trigger.{entry}", "masdar", "", at, n.last))
    return sorted(out, key=lambda w: w.first)


def _occasion(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """A means named only as what another followed: ``اشتباكات اندلعت بعد محاولة اغتيال القائد``."""
    if w.form in _VERB or w.first == 0 or scene.words[w.first - 1] not in wordset("in-the-wake"):
        return False
    if scene.cls(w) == "abduct":
        return False  # "اقتادوهم بعد اختطافهم"
    return any(x.first < w.first and scene.cls(x) in GROUP_OF and scene.cls(x) not in GENERIC for x in g)


def _charge(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """``القبض على متهمين بتفجير``, ``اعتقال منفذ هجوم``: what somebody is held for, in a group that tells of holding him."""
    if w.form in _VERB or GROUP_OF.get(scene.cls(w)) == "detain" or not any(scene.cls(x) in ("arrest", "seize-persons") for x in g):
        return False
    before = scene.words[max(ln.sentence.first, w.first - 4) : w.first + 1]
    return not wordset("held-for").isdisjoint(before)


def _takes_things(scene: Scene, w: WordMention) -> bool:
    """``والاستيلاء على 4 عربات``: things are taken, no ground."""
    if scene.cls(w) != "seize":
        return False
    after = range(w.last, min(w.last + 4, len(scene.words)))
    placed = {i for k in scene.lines[scene.owner[w.first]].places for i in range(scene.place(k).first, scene.place(k).last)}
    return any(i in scene.things and i not in placed for i in after) or any(
        scene.words[i].isdigit() for i in after if scene.words[i - 1] == "علي"
    )


def _cover(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``تحت غطاء من الطيران``, ``بإسناد من المدفعية``: what helped the attack is not what it was done with."""
    return scene.cls(w) in ("air", "airmeans", "shell") and any(0 <= w.first - c.last <= 3 for c in ln.of("support"))


def _not_done(scene: Scene, w: WordMention) -> bool:
    """``ألقت مروحية لغمين، لم ينفجر أحدهما``: what did not happen does not name what did."""
    return w.form in _VERB and w.first > 0 and scene.words[w.first - 1] in wordset("negation")


def _sound(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """``سُمعت أصوات الانفجارات`` in a clash or strike: what it sounded like."""
    if scene.cls(w) != "explode" or w.first == 0 or scene.words[w.first - 1] not in wordset("sounds"):
        return False
    return any(x is not w and scene.cls(x) in ("clash", "shell", "air", "airmeans", "shoot", "attack") for x in g)


def _consequence(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """A means named only as the effect of another (``ما أدى إلى تفجير إحداهما``) or as its background (``على خلفية توقيف``)."""
    cls = scene.cls(w)
    if cls in OUTCOME or w.form in _VERB:
        return False
    near = [c for c in ln.cues if 0 <= w.first - c.last <= 2]
    if not near:
        return False
    lead = scene.words[w.first - 1] if w.first > ln.sentence.first else ""
    leads = lead in wordset("leads-to") or w.prefix.endswith("ب")
    return any((leads and scene.cls(c) == "result") or scene.entry(c).id == "backdrop" for c in near)
