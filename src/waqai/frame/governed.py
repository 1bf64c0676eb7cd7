"""What a mention is governed by and what it can do: its preposition, whether it names a thing, a passive verb."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.scene import Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_PREPS = wordset("prepositions")
_ALLEGED = wordset("alleged")
_WITH = wordset("cooperation")
_CHARGE = wordset("charged-with") | wordset("charged") | wordset("cooperation-charges")
_CHARGE_BACK = 5  # tokens from the cooperation back to the charge
_SPIES = wordset("spies")
_EYES = wordset("eyes-of")
_SUPPLIES = wordset("supplies")
_SPIED = wordset("spied-out")
_PURSUITS = wordset("nouns-of-pursuit")
_HOLD = wordset("holding-of-areas")
_AREAS = wordset("areas-held")
_IN_SERVICE = wordset("in-service")
_FOR = wordset("service-for")
_SERVED = frozenset(("state_force", "armed_group", "militia", "international", "officials"))
_SERVICE = 3  # tokens from the party back to the verb: ``في صفوف``, a quotation mark
_DAMMA = "\u064f"
_ONE_CAUGHT, _CATCHERS = wordset("one-caught"), wordset("catchers")


def is_passive(scene: Scene, w: WordMention) -> bool:
    """The verb is written as passive: a form of its own (``أُصيب``) or a ḍamma on its first letter (``قُتل``)."""
    if w.form == "passive":
        return True
    if (
        w.form == "past"
        and w.last + 1 < len(scene.words)
        and scene.words[w.last] in _ONE_CAUGHT
        and scene.entry(w).id == "seize-item-person"
    ):
        return scene.words[w.last + 1] not in _CATCHERS  # "ضبط إرهابي بحوزته حزام": he is the one caught; not "ضبط عنصر أمن حقيبة"
    return w.form in ("past", "present") and _DAMMA in w.text[: 3 + len(w.prefix)]


def prep_of(scene: Scene, a: ActorMention) -> str:
    """The preposition governing an actor: a word before it or a letter on it; ``""`` for none."""
    known = scene.preps.get(a.first)
    if known is not None and known[0] is a:
        return known[1]
    prep = _read_prep(scene, a)
    scene.preps[a.first] = (a, prep)
    return prep


def _read_prep(scene: Scene, a: ActorMention) -> str:
    pre = scene.proclitic(a)
    core = pre[1:] if pre.startswith(("و", "ف")) else pre
    if core.startswith("لل") or core in ("ل", "ب", "ك", "بال", "كال"):
        return core[0]
    b = scene.before(a.first)
    if b in ("ل", "ب"):
        return b
    if b.startswith("ل") and b in ("لدي",):
        return b
    return b if b in _PREPS else ""


_STILL = frozenset(("post", "headquarters", "homes", "public place", "hospital", "livelihood", "vehicle"))


def cannot_act(a: ActorMention) -> bool:
    """The words name a thing that does nothing: a post, a house, a vehicle. Patrols, aircraft and guns act."""
    return bool(a.attrs) and any(k == "object" and v in _STILL for k, v in a.attrs)


def is_object(a: ActorMention) -> bool:
    """The words name a thing or post of the actor (``مواقع لقوات النظام``, ``دورية``), which is hit and does not act."""
    return bool(a.attrs) and any(k == "object" for k, _ in a.attrs)


def worked_for(scene: Scene, a: ActorMention) -> bool:
    """The victim is said to have worked for the actor (``يعمل لصالح قسد``, ``جاسوساً للجيش``): the actor is the target (codebook 5.4)."""
    words = scene.words
    if a.form == "described" and words[a.first].lstrip("وب").removeprefix("ل") in _SPIES:
        return True
    before = scene.before(a.first)
    if before in _EYES and _read_prep(scene, a) == "ل":
        return True
    if before in _SUPPLIES and not _SPIED.isdisjoint(words[a.last : a.last + 2]):
        return True
    if serves(scene, a):
        return True
    if _ALLEGED.isdisjoint(words[max(0, a.first - 3) : a.first]):
        return False
    near = (i for i in range(max(0, a.first - 3), a.first) if words[i] in _ALLEGED and scene.owner[i] == scene.owner[a.first])
    return any(words[i] not in _WITH or _charged(words, i) for i in near)


def serves(scene: Scene, a: ActorMention) -> bool:
    """``الذي يعمل مع الفرقة``, ``كان يعمل في صفوف قسد``: a verb of serving and its preposition right before the party."""
    if a.category not in _SERVED:
        return False
    words = scene.words
    i = a.first - 1
    while i > 0 and a.first - i <= _SERVICE and (words[i] == '"' or words[i] in _FOR):
        i -= 1
    return i < a.first - 1 and words[i] in _IN_SERVICE


def pursued(scene: Scene, a: ActorMention) -> bool:
    """``ملاحقة خلايا التنظيم``: those behind a noun of pursuit are hunted; ``ملاحقة الأمن للخلايا`` has its object behind them."""
    words = scene.words
    if scene.before(a.first) not in _PURSUITS:
        return False
    return not (a.last < len(words) and words[a.last].startswith("ل") and scene.owner[a.last] == scene.owner[a.first])


def _charged(words: Sequence[str], i: int) -> bool:
    """``بتهمة التعاون مع التحالف``, and not ``نفذت قسد بالتعاون مع التحالف عملية``."""
    return any(w in _CHARGE for w in words[max(0, i - _CHARGE_BACK) : i])


def holds_the_area(scene: Scene, a: ActorMention) -> bool:
    """``مناطق سيطرة قسد``, ``ضمن مناطق نفوذ الإدارة الذاتية``: says where, neither who did it nor to whom."""
    words = scene.words
    near = words[max(0, a.first - 3) : a.first + 1]
    return not _HOLD.isdisjoint(near) and not _AREAS.isdisjoint(near)


def joined_below(scene: Scene, a: ActorMention, others: Sequence[ActorMention]) -> bool:
    """``مسلحون عبروا من مناطق خاضعة لسيطرة الجيش والفصائل، هاجموا``: joined by و to one whose hold over an area is told."""
    if not scene.words[a.first].startswith("و") or not a.text.startswith("و"):
        return False
    holds = wordset("holding-of-areas")
    return any(b.last == a.first and (scene.words[b.first] in holds or scene.words[b.first - 1] in holds) for b in others)
