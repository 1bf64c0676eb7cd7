"""Who a victim told by name was, in apposition: ``استهدفت عبوة سيارة أحمد الحسن، القيادي في لواء القدس``.

Between commas behind the name stands what he was: a member of a party, an official. It is he who was hit, so his party is the target and
never the one who did it. The name is what is hit when it stands behind a deed that cannot be his: behind a verb with its subject, behind a
thing of his, or behind a verb of harm in the passive.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.given import given_names
from waqai.resources.wordsets import wordset

_HIT = frozenset(
    (
        EventType.ATTACK, EventType.ASSASSINATION, EventType.IED, EventType.ABDUCTION, EventType.EXECUTION, EventType.VEHICLE_BOMB,
        EventType.ARREST,
    )
)  # fmt: skip
_DEEDS = frozenset(("target", "assassinate", "kill", "injure", "abduct", "attack", "shoot", "die", "explode", "arrest", "seize-persons"))
_PARTIES = frozenset(("armed_group", "militia", "state_force", "international", "officials"))
_OPEN = frozenset(("civilians", "unspecified", "property"))
_NAME = 4  # tokens a name has at most
_ONE_OF = 3  # words of ``أحد أبرز``
_BACK = 9  # tokens from the deed to the name


def settle_apposed(scene: Scene, f: Frame) -> None:
    """Make the party of one told by name the target of a ranked frame.

    Args:
        scene: the document.
        f: the ranked frame; its perpetrator gives way where it is the apposition of the victim.
    """
    if f.aggregate or f.event_type not in _HIT:
        return
    for w in f.triggers:
        if scene.owner[w.first] < 0 or scene.cls(w) not in _DEEDS:
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = next((a for a in ln.actors if a.first > w.last and _is_apposition(scene, ln, w, a)), None)
        if a is None:
            continue
        if f.perpetrator is not None and f.perpetrator.first == a.first:
            doer = next((b for b in ln.actors if b.first == w.last and b.category == "unknown"), None)
            f.perpetrator, f.perpetrator_rule = doer, "agent:behind-active-verb" if doer is not None else ""
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en:
            return
        if f.target is None or f.target.category in _OPEN:
            f.target, f.target_rule = a, "target:apposed"
        return


def _is_apposition(scene: Scene, ln: Lines, w: WordMention, a: ActorMention) -> bool:
    """A comma and a name stand before the member of a party, and the deed before the name."""
    words = scene.words
    if a.category not in _PARTIES or a.name_en is None or a.form == "pronoun" or a.number is not None:
        return False
    at = a.first  # ``، أحد أبرز متزعمي الخلايا``
    while at - 1 > w.last and a.first - at < _ONE_OF and words[at - 1] in wordset("one-of-the-chief"):
        at -= 1
    if words[at - 1] not in (",", "("):
        return False
    if (at == a.first and words[at].removeprefix("ال") not in wordset("one-man-told")) or prep_of(scene, a):
        return False
    first = next((i for i in range(max(w.last, at - 1 - _NAME), at - 1) if words[i] in given_names() or _initials(words, i)), -1)
    if (
        first < 0
        or first - w.last > _BACK
        or any(words[i] in (".", ";", ":", ",") for i in range(w.last, first))
        or "," in words[first : at - 1]
    ):
        return False
    if any(b.first <= i < b.last for b in ln.actors for i in range(first, at - 1)):
        return False
    if any(w.last < x.first < a.first and x.form in ("past", "present") for x in ln.triggers):
        return False
    if w.form == "masdar" or scene.cls(w) == "die" or is_passive(scene, w):
        return True
    return first > w.last or words[w.first].endswith("ت")  # ``استهدف أحمد الحسن، القيادي، نقطة``: not his own deed


def _initials(words: Sequence[str], i: int) -> bool:
    """``(ع. س)``: a bracket with the first letter of a name behind it."""
    return words[i] == "(" and i + 1 < len(words) and len(words[i + 1]) == 1 and words[i + 1].isalpha()
