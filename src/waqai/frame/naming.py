"""Which trigger of a group names the event.

The most specific means does; effects, occasions, charges, cover and things taken do not, unless nothing else stands there.
"""

from __future__ import annotations

from waqai.frame.classes import GENERIC, GROUP_OF, OUTCOME, VERB
from waqai.frame.scene import Lines, Scene
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

# How sharply a class of trigger names an event.
_RANK = {
    "execute": 9, "assassinate": 9, "abduct": 9, "suicide": 9, "vbied": 9, "arrest": 8, "seize-persons": 8, "seize": 7,
    "explode": 8, "air": 8, "shell": 8, "shoot": 7, "clash": 7, "loot": 7, "burn": 5, "protest": 7, "escape": 8,
    "foil": 9, "defuse": 8, "body": 6, "grave": 8, "raid": 6, "find": 5, "cell": 6, "device": 6, "airmeans": 6, "attack": 6,
    "storm": 5, "target": 5, "incursion": 5, "repel": 5, "shootdown": 6, "launch": 5, "move": 4, "release": 3, "enter": 4,
    "destroy": 4, "op": 4, "kill": 3, "die": 3, "neutralise": 3, "under": 2, "affect": 2, "injure": 2, "result": 0,
}  # fmt: skip


# What a body looked like: it makes the type, and the finding names the event.
STATES = frozenset(("bound-hands", "torture-death"))
# Prisoners are taken in an attack or a clash, which names the event.
_PRISONERS = ("capture", "fall-captive")
_OWN_RANK = {**dict.fromkeys(STATES, 5), **dict.fromkeys(_PRISONERS, 4)}


_ABOUT = 7  # tokens from "after the force set about" to the deed
_STRIKES = ("air", "shell", "explode", "vbied", "suicide", "device")


def naming_trigger(scene: Scene, g: list[WordMention]) -> WordMention:
    """The trigger that names the event: the most specific means, else the first outcome."""
    if len(g) == 1:
        return g[0]
    return max(g, key=lambda w: (_OWN_RANK.get(scene.entry(w).id) or _RANK.get(scene.cls(w), 1), -w.first))


def may_name(scene: Scene, ln: Lines, g: list[WordMention]) -> list[WordMention]:
    """The triggers that may name the event: effects, occasions, charges, cover and things taken left out; all when none is left."""
    return [
        w
        for w in g
        if not (
            _consequence(scene, ln, w)
            or _occasion(scene, g, w)
            or charge(scene, ln, g, w)
            or _cover(scene, ln, w)
            or _sound(scene, g, w)
            or _not_done(scene, w)
            or _takes_things(scene, w)
            or _prisoners(scene, g, w)
        )
    ] or g


def _occasion(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """A means named only as what another followed: ``اشتباكات اندلعت بعد محاولة اغتيال القائد``."""
    if w.form in VERB or w.first == 0 or not (scene.words[w.first - 1] in wordset("in-the-wake") or _set_about(scene, w)):
        return False
    if scene.cls(w) == "abduct":
        return False  # "اقتادوهم بعد اختطافهم"
    if scene.cls(w) in _STRIKES and all(scene.cls(x) in OUTCOME | {"body", "under", "target", "affect"} for x in g if x is not w):
        return False  # "انتشلت جثتي طفلين من تحت الأنقاض بعد غارة على الحي"
    known = w.prefix.endswith("ال") and scene.cls(w) in GENERIC  # "نفذت عقب الهجوم حملة تفتيش"
    return any((known or x.first < w.first) and x is not w and scene.cls(x) in GROUP_OF and scene.cls(x) not in GENERIC for x in g)


def _set_about(scene: Scene, w: WordMention) -> bool:
    """``بعد قيام القوة باعتقال القائد``: the noun of a deed behind one of setting about it, which says what came first."""
    if not w.prefix.endswith("ب"):
        return False
    for i in range(max(1, w.first - _ABOUT), w.first - 1):
        if scene.words[i] in wordset("setting-about"):
            return scene.words[i - 1] in wordset("in-the-wake")
    return False


def charge(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """``القبض على متهمين بتفجير``, ``اعتقال منفذ هجوم``: what somebody is held for, in a group that tells of holding him."""
    if w.form in VERB or GROUP_OF.get(scene.cls(w)) == "detain" or not any(scene.cls(x) in ("arrest", "seize-persons") for x in g):
        return False
    before = scene.words[max(ln.sentence.first, w.first - 4) : w.first + 1]
    return not wordset("held-for").isdisjoint(before)


def _prisoners(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """``بسطوا سيطرتهم على المنطقة … ووقع في الأسر 38``: prisoners are taken in what else the group tells."""
    if scene.entry(w).id not in _PRISONERS:
        return False
    return any((c := scene.cls(x)) in GENERIC or (c in GROUP_OF and GROUP_OF[c] not in ("detain", "abduct")) for x in g)


def _takes_things(scene: Scene, w: WordMention) -> bool:
    """``والاستيلاء على 4 عربات``: things are taken, no ground."""
    if scene.cls(w) != "seize":
        return False
    after = range(w.last, min(w.last + 4, len(scene.words)))
    placed = {i for k in scene.lines[scene.owner[w.first]].places for i in range(scene.place(k).first, scene.place(k).last)}
    return any(i in scene.things and i not in scene.grounds and i not in placed for i in after) or any(
        scene.words[i].isdigit() for i in after if scene.words[i - 1] == "علي"
    )


def _cover(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``تحت غطاء من الطيران``, ``بإسناد من المدفعية``: what helped the attack is not what it was done with."""
    return scene.cls(w) in ("air", "airmeans", "shell") and any(0 <= w.first - c.last <= 3 for c in ln.of("support"))


def _not_done(scene: Scene, w: WordMention) -> bool:
    """``ألقت مروحية لغمين، لم ينفجر أحدهما``: what did not happen does not name what did."""
    return w.form in VERB and w.first > 0 and scene.words[w.first - 1] in wordset("negation")


def _sound(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """``سُمعت أصوات الانفجارات`` in a clash or strike: what it sounded like."""
    if scene.cls(w) != "explode" or w.first == 0 or scene.words[w.first - 1] not in wordset("sounds"):
        return False
    return any(x is not w and scene.cls(x) in ("clash", "shell", "air", "airmeans", "shoot", "attack") for x in g)


def _went_off(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``عثروا على لغم ولعبوا به ما أدى إلى انفجاره``: the thing found went off; nothing else struck."""
    if scene.cls(w) != "explode" or not scene.words[w.first].endswith(("ه", "ها", "هما")):
        return False
    before = {scene.cls(x) for x in ln.triggers if x.first < w.first}
    return "find" in before and before <= OUTCOME | {"find", "device", "result", "body"}


def _consequence(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """A means named only as the effect of another (``ما أدى إلى تفجير إحداهما``) or as its background (``على خلفية توقيف``)."""
    cls = scene.cls(w)
    if cls in OUTCOME or w.form in VERB or _went_off(scene, ln, w):
        return False
    near = [c for c in ln.cues if 0 <= w.first - c.last <= 2]
    if not near:
        return False
    lead = scene.words[w.first - 1] if w.first > ln.sentence.first else ""
    leads = lead in wordset("leads-to") or w.prefix.endswith("ب")
    return any((leads and scene.cls(c) == "result") or scene.entry(c).id == "backdrop" for c in near)
