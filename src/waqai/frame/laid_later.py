"""At whose door a later sentence lays an event told without a doer.

``… وقال التنظيم إن مقاتليه نفذوا التفجير``, ``إن عناصر من الحركة هم من شنوا الهجوم``, ``وحمّلت السلطات الحركة مسؤولية التفجير``: the
sentence names the deed again with the article and whoever did it. A party that says so of itself answers for the event (codebook 2.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from waqai.frame.accused import blames
from waqai.frame.frames import Frame, Part
from waqai.frame.governed import prep_of
from waqai.frame.merge import families_meet
from waqai.frame.scene import Lines, Scene
from waqai.frame.suspected import Laid, is_flag, suspects
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "crime", "coalition"))
_BLASTS = frozenset((EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING))
_FIRE = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))
_KILLING = frozenset((EventType.ASSASSINATION, EventType.EXECUTION, EventType.ATTACK))
_TAKING = frozenset((EventType.ABDUCTION, EventType.LOOTING))
_ANY = _BLASTS | _FIRE | _KILLING | _TAKING
_KINDS = (("deed-blast", _BLASTS), ("deed-fire", _FIRE), ("deed-killing", _KILLING), ("deed-taking", _TAKING))
_REACH = 8  # sentences between an event and whose it was
_PARTY_TO_DEED = 8  # tokens of a clause from the verb to the deed
_BLAMED = 4  # tokens from the word of blame to the deed
_OPENS = ("ا", "ل", "ب", "و", "م", "ق", "خ", "ذ")  # first letters of a deed told before
_OWN_WORD = "agent:owns-up"


def lend_headline(scene: Scene, frames: list[Frame], dropped: list[Frame]) -> None:
    """``مقتل قيادي في غارة للتحالف`` over ``قُتل قيادي بغارة``: the side only the headline names is that of the first event of its kind.

    Args:
        scene: the document.
        frames: the frames kept, in text order.
        dropped: frames that were no events; those of headlines among them.
    """
    for h in dropped:
        if h.drop != "headline-only" or h.aggregate or not (h.perpetrator_rule.startswith("agent:") or h.target_rule.startswith("target:")):
            continue
        told = [f for f in frames if f.line > h.line and f.denial is None and not f.aggregate]
        f = next((f for f in told if families_meet(f, h)), None)
        if f is None or f is not told[0] or f.event_type not in _ANY:
            continue
        body = {a.name_en for ln in scene.lines[h.line + 1 :] for a in ln.actors}
        _lend(f, "perpetrator", h.perpetrator, f.target, "agent:of-the-headline", body)
        _lend(f, "target", h.target, f.perpetrator, "target:of-the-headline", body)


def _lend(f: Frame, role: str, a: ActorMention | None, other: ActorMention | None, rule: str, body: set[str | None]) -> None:
    """Give a frame the side ``a`` of its headline where it has none, the body does not name it and it is not the other side."""
    if getattr(f, role) is None and a is not None and _did(a) and a.name_en not in body and (other is None or other.name_en != a.name_en):
        setattr(f, role, a)
        setattr(f, f"{role}_rule", rule)


def lay_later(scene: Scene, frames: list[Frame], speaker_of: Callable[[int], ActorMention | None]) -> None:
    """Give events without a doer the one a later sentence names.

    Args:
        scene: the document.
        frames: the frames kept, in text order; one that gains its doer gains the sentence as a part.
        speaker_of: the source covering a token.
    """
    if not any(
        scene.holds(name)
        for name in (
            "does-the-deed",
            "stands-behind",
            "answers-for",
            "responsibility",
            "accused-of-it",
            "of-whose-making",
            "tells-suspicion",
        )
    ):
        return
    for k, ln in enumerate(scene.lines):
        for laid in _laid_in(scene, ln):
            f = _told_before(scene, frames, k, laid)
            if f is None:
                continue
            source = speaker_of(laid.deed)
            own = source is not None and source.name_en == laid.party.name_en and not laid.hedged
            if f.target is not None and f.target.last == laid.deed and scene.owner[laid.deed] == k:
                f.target, f.target_rule = None, ""  # ``والجيش الوطني يتهم قسد``: who accuses was not hit
            f.perpetrator, f.perpetrator_rule = laid.party, _OWN_WORD if own else "agent:laid-later"
            if not any(p.line == k for p in f.parts):
                f.parts.append(Part(k, ln.sentence.first, ln.sentence.last, f.main))


def _laid_in(scene: Scene, ln: Lines) -> Iterator[Laid]:
    """Whom a sentence lays a deed on that it names with the article."""
    words, lo, hi = scene.words, ln.sentence.first, ln.sentence.last
    if not wordset("blamed-as-a-rule").isdisjoint(words[lo:hi]):
        return  # ``وعادة ما تتهم X Y بالوقوف خلف هذه التفجيرات``
    at = [i for i in range(lo, hi) if words[i][:1] in _OPENS and _bare(words[i]) in wordset("the-deed")]
    for i in at:
        a = _doer(scene, ln, i)
        if a is not None:
            yield Laid(a, i, False)
            return
    if not wordset("tells-suspicion").isdisjoint(words[lo:hi]):
        yield from suspects(scene, ln)
    making = wordset("of-whose-making")
    made = next((i for i in range(lo + 1, hi - 1) if words[i] in making and words[i - 1] == "من"), -1)
    while 0 < made < hi - 2 and words[made + 1].removeprefix("و") in making:
        made += 1  # ``من صنع وزرع الحركة``
    a = next((a for a in ln.actors if a.first == made + 1), None) if made > 0 else None
    if a is not None and _did(a):  # ``تسجيلاً للتفجير قال إنه من تنفيذ عناصره``
        yield Laid(a, made, False)
        return
    for b in blames(scene, ln):
        i = next((i for i in at if b.deed <= i <= b.deed + _BLAMED), b.deed if words[b.deed] in wordset("its-blame") else -1)
        state = ("metonym", "1") in b.accused.attrs and b.accuser is not None
        if i >= 0 and b.accused.name_en is not None and (b.accused.category in _PARTY or state):
            yield Laid(b.accused, i, True)
            return


def _doer(scene: Scene, ln: Lines, deed: int) -> ActorMention | None:
    """The subject of the verb that has the deed for its object: before it, or between the two."""
    words, lo = scene.words, ln.sentence.first
    does, behind = wordset("does-the-deed"), wordset("stands-behind")
    for i in range(deed - 1, max(lo, deed - _PARTY_TO_DEED) - 1, -1):
        word = words[i]
        if word in (".", ";", ":") or word in wordset("negation"):
            return None
        stands = word in behind or word in wordset("answers-for")
        if not stands and word not in does and not (word[0] in "وف" and word[1:] in does):
            continue
        if i > lo and words[i - 1].removeprefix("و") in wordset("negation"):
            return None
        between = next((a for a in ln.actors if a.first == i + 1 and a.last <= deed), None)
        if between is not None and _did(between):
            rest = words[between.last : deed]
            linked = all(w in wordset("deed-links") for w in rest)
            return between if linked and (not stands or bool(rest)) and not prep_of(scene, between) else None
        if not all(w in wordset("deed-links") for w in words[i + 1 : deed]) or (stands and deed == i + 1):
            return None
        j = i
        while j > lo and (words[j - 1] in wordset("cleft-who") or words[j - 1] in wordset("copula") or words[j - 1] in ('"', "قد")):
            j -= 1
        if j > lo and words[j - 1] in wordset("itself"):  # ``وقالت الحركة إنها من نفذ العملية``
            j -= 1
        a = next((a for a in reversed(ln.actors) if a.last == j or (a.last == i and a.form == "pronoun")), None)
        return a if a is not None and _did(a) and not prep_of(scene, a) else None
    return None


def _bare(word: str) -> str:
    """``للتفجير``, ``بالهجوم``: the deed without the preposition written onto it."""
    return "ا" + word[1:] if word.startswith("لل") else word[1:] if word[0] in "بو" else word


def _stated_unknown(scene: Scene, a: ActorMention) -> bool:
    """``مجهولون``, ``مسلحان ملثمان``: a hedge does not replace what is told as unknown (codebook 5.2)."""
    return not wordset("told-as-unknown").isdisjoint(scene.words[a.first : a.last + 1])


def _found_killed(f: Frame) -> bool:
    """``العثور على شاب مقتول``, of which somebody may be suspected like of any killing."""
    return f.event_type is EventType.OTHER and "body" in f.classes


def _did(a: ActorMention) -> bool:
    return a.name_en is not None and a.category in _PARTY


def _told_before(scene: Scene, frames: list[Frame], k: int, laid: Laid) -> Frame | None:
    """The last event before the sentence that is of the deed's kind, when nobody else is said to have made it."""
    word = _bare(scene.words[laid.deed])
    kinds = next((kinds for name, kinds in _KINDS if word in wordset(name)), _FIRE if is_flag(scene, laid.party) else _ANY)
    here = [f for f in frames if any(p.line == k for p in f.parts)]
    if len(here) > 1 or (here and here[0].main.last > laid.deed):
        return None
    told = [
        f
        for f in here or frames
        if f.line <= k <= f.line + _REACH and f.denial is None and not f.aggregate and (f.event_type in _ANY or _found_killed(f))
    ]
    f = next((f for f in reversed(told) if f.event_type in kinds or (kinds is _ANY and _found_killed(f))), None)
    p = f.perpetrator if f is not None else None
    nameless = p is not None and p.category == "unknown" and laid.hedged
    if f is None or f.perpetrator_rule == "agent:claims" or (f.perpetrator_rule == "agent:by-phrase" and not nameless):
        return None
    if f.target is not None and f.target.first == laid.party.first:
        f.target, f.target_rule = None, ""
    elif f.target is not None and f.target.name_en == laid.party.name_en:
        return None
    free = (
        p is None or p.name_en is None or (p.category == "unknown" and not laid.blamed and not (laid.hedged and _stated_unknown(scene, p)))
    )
    return f if free else None
