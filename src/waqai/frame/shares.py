"""Shares of a total: every place, actor or month with a number of its own is a further tally (codebook section 8).

``تسع عمليات في الرقة وعمليتان في حلب`` names the share after its number, ``محافظة أربيل بـ 48 ضربة`` before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.frame.counts import joined
from waqai.frame.frames import Frame
from waqai.frame.one_event import counts_events, noun_readings
from waqai.frame.scene import Lines, Scene
from waqai.frame.share_anchors import SIDES, Anchor, anchors, small
from waqai.frame.split import placed
from waqai.model import EventType, NumberMention
from waqai.resources.wordsets import wordset

_LINK, _BLAME = wordset("share-link"), wordset("share-blame")
TAKEN = frozenset((EventType.ARREST, EventType.ABDUCTION))
_ASSAULTS = frozenset(("attack", "target", "kill", "explode", "shoot", "clash", "storm", "shell", "air"))
_PREPS = wordset("place-prepositions")
_OF_THESE = (["من", "هذه"], ["من", "تلك"])
AT = ("ب", "في", "على")
_ACTS = ("past", "present", "passive")
_BEFORE, _AFTER, _NEAR, _FAR = 12, 4, 3, 5
_MOST = 5  # tokens from "most of them" to where they were
_OUTCOME_FAR = 14  # tokens from a number of events to the dead they left


@dataclass(slots=True)
class Share:
    """One anchor with its numbers, in text order."""

    anchor: Anchor
    numbers: list[NumberMention] = field(default_factory=list)


def _another_did(ln: Lines, n: NumberMention, parent: Frame) -> bool:
    """``شن الطيران الروسي ست غارات`` after a total of what the group did: somebody else, told with a verb of his own."""
    if parent.events is not None:
        return False
    who = next((a for a in ln.actors if 0 <= n.first - a.last <= 1 and a.category in SIDES), None)
    if who is None or who.name_en is None or (parent.perpetrator is not None and who.name_en == parent.perpetrator.name_en):
        return False
    return any(c.form == "past" and 0 <= who.first - c.last <= 1 for c in ln.of("light"))


def _counts_persons(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    if n.noun is None:
        return True
    return not any(i in scene.things for i in range(n.first, min(n.last + 1, len(scene.words))))


def of_events(n: NumberMention) -> bool:
    """The number counts events, be they two."""
    return counts_events(n) or not noun_readings(n).isdisjoint(wordset("event-duals"))


def find_shares(scene: Scene, k: int, parent: Frame, taken: set[int]) -> list[Share]:
    """Shares of ``parent`` in line ``k``; ``taken`` holds first tokens of numbers already used."""
    ln = scene.lines[k]
    found = anchors(scene, ln, parent)
    if not found:
        return []
    shares: dict[Anchor, Share] = {}
    used_until = ln.sentence.first
    since_whole = min((i for i in taken if i >= parent.first), default=0) if k in parent.lines else 0
    for n in ln.numbers:
        if n.first in taken or not _may_be_share(scene, ln, n, parent, used_until):
            continue
        if not of_events(n) and _of_the_dead(scene, ln, n, found):
            continue
        if not shares and of_events(n) and not counts_events(n):
            continue  # "مقتل 12 في ضربتين": the last of a row of shares at most
        open_share = list(shares.values())[-1] if shares else None
        if open_share is not None and _closes(scene, ln, n, open_share, found):
            open_share.numbers.append(n)
            used_until = n.last
            continue
        near = _in_question(scene, ln, n, found)
        after = _anchor_behind(scene, ln, n, near)
        if after is not None and _whose_dead(scene, ln, n, after, parent):
            used_until = max(used_until, after[3])
            continue  # "52 من قوات النظام", "6 منهم من قسد": whom the dead were of
        if after is not None and not _linked(scene, ln, n, after):
            after = None
        before = [a for a in near if a[3] <= n.first and n.first - a[3] <= _BEFORE and a[3] > used_until - 1]
        before = [a for a in before if a[2] >= since_whole or "," not in scene.words[a[3] : n.first]]
        if before and after is None and _of_all_before(scene, n, before[-1]):
            continue
        anchor = after or (before[-1] if before else None)
        if anchor is None and shares:
            last = list(shares.values())[-1]
            near_it = n.first - last.numbers[-1].last
            if (near_it <= 4 and joined(scene, n)) or (near_it <= 2 and of_events(last.numbers[0]) and _is_toll(ln, n)):
                anchor = last.anchor
        if anchor is None or (anchor in shares and n.first - shares[anchor].numbers[-1].last > _FAR):
            continue
        shares.setdefault(anchor, Share(anchor)).numbers.append(n)
        used_until = max(n.last, anchor[3] if after else n.last)
    return list(shares.values())


def _may_be_share(scene: Scene, ln: Lines, n: NumberMention, parent: Frame, used_until: int) -> bool:
    """No ordinal, date, thing or percentage, nobody let go again, and nobody counted behind ``بينهم`` without a place."""
    words = scene.words
    if n.form in ("ordinal", "plural") or words[n.first] in wordset("one-of-them"):
        return False
    if words[n.first].endswith(("ها", "ه")) and words[n.last - 1].startswith("ال"):
        return False  # "ولاية الخرطوم بمدنها الثلاث": how many towns it has
    if n.form == "singular" and n.noun is not None and wordset("just-one").isdisjoint(words[n.first : n.last + 1]):
        return False
    if any(t.first <= n.first < t.last for t in ln.times) or (of_events(n) and _another_did(ln, n, parent)):
        return False
    if not wordset("let-go").isdisjoint(words[max(ln.sentence.first, n.first - 3) : n.first]):
        return False  # "أفرج عن ستة منهم": let go again
    if not (of_events(n) or _counts_persons(scene, ln, n)) or (words[n.last : n.last + 1] == ["%"]):
        return False
    if of_events(n) or (n.noun is None and placed(scene, ln, n)):
        return True
    return not any(used_until <= c.first < n.first and n.first - c.last <= 2 for c in ln.of("among"))


def _closes(scene: Scene, ln: Lines, n: NumberMention, share: Share, found: list[Anchor]) -> bool:
    """``11 عملية في البادية ضمن مناطق سيطرة القوات، أوقعت 51 قتيلاً``: the dead that the events of the share before left."""
    if len(share.numbers) != 1 or not of_events(share.numbers[0]) or not _is_toll(ln, n):
        return False
    since = share.numbers[0].last
    apart = any(a[0] == "place" and since <= a[2] < n.first and "," in scene.words[since : a[2]] for a in found)
    return not apart and n.first - since <= _OUTCOME_FAR


def _in_question(scene: Scene, ln: Lines, n: NumberMention, found: list[Anchor]) -> list[Anchor]:
    """Ministries did no share of persons counted, and a village has one only when it is said to ("إصابة جنديين في قرية" has none)."""
    near = found if of_events(n) else [a for a in found if a[0] != "actor" or ln.actors[a[1]].category != "ministry"]
    if n.noun is None:  # "خمس منها قرب القريتين"
        return near
    return [a for a in near if a[0] != "place" or not small(scene, a[1]) or scene.words[a[2] - 1] in wordset("registers")]


def _anchor_behind(scene: Scene, ln: Lines, n: NumberMention, near: list[Anchor]) -> Anchor | None:
    """The anchor that follows a number closely."""
    reach = _AFTER + 2 if scene.words[n.last : n.last + 2] in _OF_THESE else _AFTER  # "50 من هذه العمليات نُفذت في دير الزور"
    return next((a for a in near if 0 <= a[2] - n.last <= reach), None)


def _gap(scene: Scene, n: NumberMention, a: Anchor) -> list[str]:
    return [x for x in scene.words[n.last : a[2]] if x != '"']


def _whose_dead(scene: Scene, ln: Lines, n: NumberMention, after: Anchor, parent: Frame) -> bool:
    """``6 منهم من قسد`` behind a number of dead: kinds of victims, no share of a doer."""
    if after[0] != "actor" or _gap(scene, n, after)[-1:] != ["من"] or of_events(n):
        return False
    return "killed" in parent.tolls or any(x.first < n.first and _is_toll(ln, x) for x in ln.numbers)


def _linked(scene: Scene, ln: Lines, n: NumberMention, after: Anchor) -> bool:
    """The words between a number and the anchor behind it say that it is the anchor's."""
    gap = _gap(scene, n, after)
    if "," in gap or any(x.first > n.first and x.last <= after[2] for x in ln.numbers):
        return False
    if any(w in _LINK for w in gap):
        return True
    if after[0] == "place":
        plain = _PREPS.issuperset(gap or [scene.words[after[2]]])  # "واثنتان قرب خانقين"
        return scene.place_prep(after[1]) in AT or "علي" in gap or plain
    return after[0] == "actor" and (not _BLAME.isdisjoint(gap) or (not gap and scene.proclitic(ln.actors[after[1]]) == "ل"))


def _of_all_before(scene: Scene, n: NumberMention, a: Anchor) -> bool:
    """``في بغداد والأنبار، 14 منهم بتهم الإرهاب``, ``في الرقة، ألقت خلالها القبض على 29``: of the whole, whatever place stands before."""
    words = scene.words[a[3] : n.first]
    if "," not in words:
        return False
    if scene.words[n.last : n.last + 1] and scene.words[n.last] in wordset("of-them"):
        return True
    return not of_events(n) and not wordset("during-them").isdisjoint(words[words.index(",") :])


def _of_the_dead(scene: Scene, ln: Lines, n: NumberMention, found: list[Anchor]) -> bool:
    """``51 قتيلاً، هم 43 من القوات و6 مدنيين و2 من التنظيم``: kinds of the dead, up to the next place with a number of its own."""
    starts = [c.last for c in ln.of("among")] + [i + 1 for i in range(ln.sentence.first, n.first) if scene.words[i] in wordset("those-are")]
    start = max((s for s in starts if s <= n.first), default=-1)
    if start < 0 or placed(scene, ln, n) or not any(x.first < start and _is_toll(ln, x) for x in ln.numbers):
        return False
    return not any(a[0] == "place" and start <= a[2] < n.first for a in found)


def _is_toll(ln: Lines, n: NumberMention) -> bool:
    """``66 عملية، 11 قتيلاً``: dead, wounded or held counted by their own noun."""
    return any(n.first <= t.first <= n.last for t in ln.tolls)


def of_one_kind(shares: list[Share]) -> list[Share]:
    """Where shares count events, numbers of persons beside them are their tolls and no shares of their own."""
    events = [s for s in shares if any(of_events(n) for n in s.numbers)]
    return [s for s in shares if s in events or s.numbers[0].noun is None] if events else shares


def new_total(scene: Scene, ln: Lines, shares: list[Share], total: Frame) -> bool:
    """``ووثّق كذلك تسعة اعتداءات، خمسة منها في تعز``: the line counts events of its own before the shares, which are theirs."""
    if not shares:
        return False
    first = min(min(s.numbers[0].first, s.anchor[2]) for s in shares)
    if total.event_type in TAKEN and any(w.first < shares[0].numbers[0].first and scene.cls(w) in _ASSAULTS for w in ln.triggers):
        return True  # ``وعن الهجوم قبل أسبوع قال إن المهاجمين كانوا أربعة`` after a total of arrests
    if total.event_type not in TAKEN and any(w.first < first and scene.cls(w) == "arrest" and w.form in _ACTS for w in ln.triggers):
        return True  # ``فرع الأمن الجنائي اعتقل أربعة، وفرع المخابرات سبعة`` after a total of killings
    mine = {n.first for s in shares for n in s.numbers}
    whole = total.events.text if total.events is not None else None
    counts = [s for s in ln.speech if scene.cls(s) == "count" and s.form != "masdar"]
    return any(
        n.first < first
        and any(0 <= n.first - _past_time(ln, c.last) <= _NEAR for c in counts)
        and n.first not in mine
        and n.text != whole
        and n.form in ("digits", "words")
        and of_events(n)
        and (n.best or 0) >= 2
        for n in ln.numbers
    )


def _past_time(ln: Lines, i: int) -> int:
    """Past a time expression at token ``i``: ``وثّق منذ مطلع العام الجاري 38 عملية``."""
    return next((t.last for t in ln.times if t.first == i), i)


def within_total(s: Share, total: Frame) -> bool:
    """A share is no greater than the total: ``105`` in one report, ``441`` in another."""
    n = s.numbers[0].best
    if s.anchor[0] == "time":
        return True  # "61 حالة خلال آذار، بعد 83 في شباط": another month may have seen more
    whole = [c.best for c in (total.events, *(t.count for t in total.tolls.values())) if c is not None and c.best is not None]
    return n is None or not whole or n <= max(whole)


def plausible(scene: Scene, k: int, shares: list[Share]) -> bool:
    """At least two shares in the line, or one that counts events or says it is part of the total."""
    if len(shares) >= 2:
        return True
    if not shares:
        return False
    n = shares[0].numbers[0]
    if (
        scene.bullet(k)
        and shares[0].anchor[3] <= n.first
        and n.first - shares[0].anchor[3] <= 2
        and shares[0].anchor[2] - scene.lines[k].sentence.first <= 3
    ):
        return True  # "- الحديدة: 12 قتيلاً و9 جرحى"
    if shares[0].anchor[0] == "time" and not wordset("set-against").isdisjoint(scene.words[max(0, n.first - 4) : n.first]):
        return True  # "15 هجوماً في تموز، مقابل تسعة في حزيران"
    if shares[0].anchor[0] == "place" and not wordset("ranked-next").isdisjoint(scene.words[max(0, shares[0].anchor[2] - 2) : n.first]):
        return True  # "وجاءت نينوى ثانية بثلاثة"
    most = scene.words[max(0, shares[0].anchor[2] - _MOST) : shares[0].anchor[2]]
    if shares[0].anchor[0] == "place" and shares[0].anchor[3] <= n.first and not wordset("greatest-share").isdisjoint(most):
        return True  # "وسُجلت أعلى نسبة في الخليل بـ 120 حالة"
    return of_events(n) or any(w in wordset("share-of") for w in scene.words[max(0, n.first - 1) : n.last + 3])
