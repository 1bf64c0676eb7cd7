"""Who may have done it and to whom: the candidates for ``perpetrator`` and ``target`` and what speaks for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from waqai.frame.facts import NULL, Candidate, Facts
from waqai.frame.frames import Frame
from waqai.frame.governed import joined_below
from waqai.frame.hurt import dressed
from waqai.frame.near import ARMED, SPEAKING, View, views
from waqai.frame.reach import shape_of
from waqai.frame.scene import Scene
from waqai.frame.tellers import STATE, bare_verb, heals, speaks_of_own, tells_of_anothers
from waqai.frame.turning import fights_elsewhere
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_CARRIED = 4  # tokens from a verb of carrying or dying to the hospital
_UNDER_ARMS = frozenset(("state_force", "armed_group", "militia", "international"))


@lru_cache(maxsize=1 << 14)
def _nobody(kind: str, shape: str, tolled: bool, bare: bool, ours: bool, ruled: bool) -> Facts:
    """What speaks for nobody being named."""
    return Facts(
        f"null|{kind}", f"null|{shape}", "null", f"null|{shape}|toll:{tolled}", f"null|bare:{bare}", f"null|ours:{ours}",
        f"null|ruled:{ruled}", f"null|toll:{tolled}", f"null|{kind}|ruled:{ruled}",
    )  # fmt: skip


def _elsewhere(scene: Scene, f: Frame, name: str) -> tuple[int, int]:
    """How often the rules make an actor perpetrator and target of the other events of the report, two at most."""
    known = scene.memo.get("ruled-cast")
    if known is None:
        own = {x.main.first: (x.perpetrator and x.perpetrator.name_en, x.target and x.target.name_en) for x in scene.memo.get("frames", ())}
        known = scene.memo["ruled-cast"] = (own, Counter(p for p, _ in own.values()), Counter(t for _, t in own.values()))
    own, did, bore = known
    mine = own.get(f.main.first, ("", ""))
    return min(did[name] - (mine[0] == name), 2), min(bore[name] - (mine[1] == name), 2)


@lru_cache(maxsize=1 << 12)
def _other_roles(mine: int, theirs: int, where: str, armed: str) -> Facts:
    """Its roles in the other events."""
    return Facts(f"else:{mine}|{theirs}", f"else:{mine}|{theirs}|{where}", f"else-theirs:{theirs}|{armed}")


@lru_cache(maxsize=1 << 12)
def _against(doer: str, category: str, kind: str, at: str) -> Facts:
    """Who it would be hit by."""
    return Facts(f"vs:{doer}|{category}", f"vs:{doer}|{category}|{kind}", f"vs:{doer}|{at}")


def _beside(scene: Scene, f: Frame, doer: ActorMention) -> frozenset[int]:
    """First tokens of the parties joined by ``و`` to a mention of the doer in the frame's sentences."""
    out = set()
    for p in f.parts:
        last = -1
        for a in scene.lines[p.line].actors:
            if a.first == last and a.name_en not in (None, doer.name_en) and scene.words[a.first][0] == "و" and a.text[0] == "و":
                out.add(a.first)
                last = a.last
            elif a.first == last and a.form == "pronoun" and scene.words[a.first] in wordset("and-their-men"):
                last = a.last  # ``قوات X ومرتزقتها من التنظيمات الإرهابية``
            elif last >= 0 and a.first - last == 1 and scene.words[last] == "من" and scene.words[last - 1] in wordset("and-their-men"):
                out.add(a.first)
                last = a.last
            elif a.name_en == doer.name_en:
                last = a.last
    return frozenset(out)


def _ridden(scene: Scene, a: ActorMention, seen: Sequence[View]) -> bool:
    """``قصف مسلحون يستقلون دراجة نارية نقطة للجيش``: what the doers ride, with somebody under arms behind it."""
    if scene.words[a.first - 1] not in wordset("riding"):
        return False
    return any(v.actor.first >= a.last and v.actor.category in _UNDER_ARMS for v in seen)


def _carried_there(scene: Scene, a: ActorMention) -> bool:
    """``توفي أحدهم بالمستشفى``, ``نقلوا إلى المشفى``: a hospital the wounded were carried to was not hit."""
    if not any(k == "object" and v == "hospital" for k, v in a.attrs):
        return False
    return not wordset("carried-or-died").isdisjoint(scene.words[max(0, a.first - _CARRIED) : a.first])


def _tells_of_others(scene: Scene, f: Frame, a: ActorMention) -> bool:
    """An official right behind the verb of telling, before the deeds of others he tells of; not one who tells how he got away."""
    if (
        f.event_type is EventType.ASSASSINATION
        or a.first >= f.main.first
        or scene.words[a.first - 1].lstrip("وف") not in wordset("he-says")
    ):
        return False
    s = scene.lines[scene.owner[a.first]].sentence if scene.owner[a.first] >= 0 else None
    between = scene.words[a.last : f.main.first]
    return s is not None and s.first >= a.first - 3 and not wordset("that").isdisjoint(between)


def _whose_things(scene: Scene, a: ActorMention) -> bool:
    """``أضرار بمنازل المواطنين``, ``سيارات لبعض الأهالي``: a fight that damaged what is theirs was not fought with them."""
    return any(k == "object" for k, _ in a.attrs) or any(i in scene.things for i in range(max(0, a.first - 2), a.first))


def actor_candidates(scene: Scene, f: Frame, role: str, source: ActorMention | None, previous: ActorMention | None) -> list[Candidate]:
    """Candidates for ``perpetrator`` or ``target``; mentions of one actor are several candidates with one key.

    Args:
        scene: the document.
        f: the merged frame.
        role: ``perpetrator`` or ``target``.
        source: who answers for the frame; ``None`` for the outlet.
        previous: the same role in the event told before; ``None`` when there is none.
    """
    ruled = f.perpetrator if role == "perpetrator" else f.target
    other = f.target if role == "perpetrator" else f.perpetrator
    kind = str(f.event_type)
    how_ruled = (f.perpetrator_rule if role == "perpetrator" else f.target_rule) or "none"
    out: list[Candidate] = []
    bare = bare_verb(scene, f)
    ours = speaks_of_own(scene, f, role)
    tolled = any(t.who is not None for t in f.tolls.values())
    ruled_name = ruled.name_en if ruled is not None else None
    source_name = source.name_en if source is not None else None
    previous_name = previous.name_en if previous is not None else None
    against = "none" if other is None else other.category
    beside = _beside(scene, f, other) if role == "target" and other is not None and kind != "armed_clash" else frozenset()
    n_after, in_line = 0, -1
    told_of = tells_of_anothers(scene, f, source) if role == "perpetrator" else frozenset()
    seen = views(scene, f)
    for v in seen:
        if role == "perpetrator" and (v.barred or heals(v.actor)):
            continue
        if role == "perpetrator" and joined_below(scene, v.actor, scene.lines[v.line].actors):
            continue
        if role == "perpetrator" and source is not None and v.name == source.name_en and v.actor.first in told_of:
            continue
        if role == "perpetrator" and kind != "armed_clash" and fights_elsewhere(scene, f, v.actor):
            continue
        if role == "target" and source is not None and v.actor.first == source.first and v.actor.category in ("ministry", "officials"):
            continue  # a ministry or governor that tells is not hit by what it tells
        if role == "target" and v.actor.category == "officials" and _tells_of_others(scene, f, v.actor):
            continue  # ``وأوضح قائممقام القضاء أن مسلحين أعدموا``: nor an official
        if role == "target" and f.aggregate and v.actor.category == "ministry" and heals(v.actor):
            continue  # "أعلنت وزارة الصحة ارتفاع حصيلة الحرب": nor one that counts the dead
        if role == "target" and ("deed", "1") in v.actor.attrs:
            continue  # ``حملة اعتقالات إسرائيلية``: whose deed it is
        if role == "target" and (_carried_there(scene, v.actor) or dressed(scene, v.actor)):
            continue
        if role == "target" and v.actor.category == "property" and _ridden(scene, v.actor, seen):
            continue
        if role == "target" and kind == "armed_clash" and v.actor.category in ("civilians", "property") and _whose_things(scene, v.actor):
            continue
        if role == "target" and beside and v.actor.first in beside:
            continue  # ``هجوماً شنته قوات X وY``: who is joined to the doer is not hit
        a, name = v.actor, v.name
        facts = [*v.standing]
        if ruled is not None:
            if a.first == ruled.first:
                facts += ("ruled", f"ruled|{kind}", f"ruled:{how_ruled}", f"ruled:{how_ruled}|{v.at}")
            elif name == ruled_name:
                facts.append("ruled-name")
        if other is not None and a.first == other.first:
            facts.append("ruled-other")
        if source is not None and a.first == source.first:
            facts.append("speaks-here")
        if name == source_name:
            facts += ("speaker", f"speaker|{kind}")
        if name == previous_name:
            facts += ("as-before", f"as-before|bare:{bare}")
        if bare and v.topic:
            facts.append("topic-of-bare-verb")
        if ours and name == source_name:
            facts.append("ours")
        ps, ts = _elsewhere(scene, f, name)
        mine, theirs = (ps, ts) if role == "perpetrator" else (ts, ps)
        shared = (*v.shared, _other_roles(mine, theirs, v.where, ARMED.get(a.category, "other")))
        if role == "target":
            shared += (_against(against, a.category, kind, v.at),)
        if v.after:
            n_after = n_after + 1 if v.line == in_line else 1
            in_line = v.line
            facts.append(f"rank-after:{min(n_after, 3)}|{v.after}")
        elif v.before:
            facts.append(v.before)
        if name == "unknown gunmen":
            facts.append("unknown")
        out.append(Candidate(name, a, tuple(facts), f"{role}:{v.where}:{v.side}", shared))
    names = {c.key for c in out}
    if previous is not None and previous.name_en is not None and previous.name_en not in names:
        out.append(
            Candidate(
                previous.name_en,
                previous,
                ("carried", f"carried|{kind}", f"cat:{previous.category}", f"carried|bare:{bare}"),
                f"{role}:event-before",
            )
        )
    acts = (
        source is not None
        and source.category not in SPEAKING
        and source.first not in told_of
        and not (role == "perpetrator" and (heals(source) or source.category == "officials"))
        and not (role == "target" and source.category == "officials" and _tells_of_others(scene, f, source))
        and not (role == "perpetrator" and kind in ("suicide_bombing", "vehicle_bomb") and source.category in STATE)
    )
    if source is not None and acts and source.name_en is not None and source.name_en not in names:
        out.append(
            Candidate(
                source.name_en,
                source,
                ("only-speaker", f"only-speaker|{kind}", f"cat:{source.category}", *(("ours",) if ours else ())),
                f"{role}:speaker",
            )
        )
    shape = shape_of(scene, f, f.main)
    null = _nobody(kind, shape, tolled, bare, ours, ruled is not None)
    silent = (f"null|{scene.cls(f.main)}", f"null|rule:{how_ruled}", f"null|vs:{against}", f"null|vs:{against}|{kind}")
    out.append(Candidate(NULL, None, silent, f"{role}:none", (null,)))
    return out
