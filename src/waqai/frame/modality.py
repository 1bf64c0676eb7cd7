"""How a claim is put: reported, claimed, denied, foiled, planned, a total (codebook section 4)."""

from __future__ import annotations

from datetime import date
from functools import cache

from waqai.frame.frames import Frame
from waqai.frame.saying import Said
from waqai.model import ActorMention, EventType, Modality
from waqai.normalise import fold
from waqai.resources.registry import Actor, registry

_BELLIGERENT = frozenset(("armed_group", "state_force", "militia", "ministry", "tribe", "international"))
_CIVIL = frozenset(("COP", "JUD", "MED"))
_ASIDE = frozenset(("source", "monitor", "media", "civilians"))  # who takes no part reports, even when he accuses
_STATE = frozenset(("state_force", "ministry"))
_UNDER_ARMS = frozenset(("armed_group", "militia", "state_force"))
_DONE = frozenset(("past", "passive"))
_ANONYMOUS = frozenset(("military-source", "security-source", "government-source"))


def same_side(a: ActorMention | None, b: ActorMention | None, day: date | None = None, published: date | None = None) -> bool:
    """Both mentions are of one side: the same actor, an actor and its parent, or actors of one party.

    Args:
        a, b: mentions; ``None`` is on nobody's side.
        day, published: as in ``Registry.at``; a dated body is taken as what it was then.
    """
    if a is None or b is None or a.name_en is None or b.name_en is None:
        return False
    if a.name_en == b.name_en:
        return True
    if a.actor_id is None or b.actor_id is None:
        return False
    reg = registry()
    x, y = (reg.in_role(m.actor_id or "", "perpetrator", day, published) for m in (a, b))
    if x.id == y.id or x.parent == y.id or y.parent == x.id:
        return True
    sides = [{x.side, y.side}, {reg.actor(a.actor_id).side, reg.actor(b.actor_id).side}]
    return any(len(s) == 1 and None not in s for s in sides)


def _party(src: ActorMention, day: date | None, published: date | None) -> Actor | None:
    """The party a source speaks for; ``None`` for those who take no part: outlets, monitors, unnamed sources."""
    if src.actor_id is None:
        return None
    reg = registry()
    own, acts = reg.actor(src.actor_id), reg.in_role(src.actor_id, "perpetrator", day, published)
    if own.category in ("monitor", "officials") or src.actor_id in _ANONYMOUS or (own.category == "international" and own.side is None):
        return None  # peacekeepers and the United Nations are no party
    if acts.category in _BELLIGERENT:
        return acts
    return own if own.side is not None else None


def _of_one_state(src: ActorMention, perp: ActorMention | None) -> bool:
    """``مصادر أمنية تركية`` of what Turkish forces did: they speak for them."""
    if perp is None or perp.actor_id is None or perp.category != "state_force":
        return False
    cc = registry().actor(perp.actor_id).country
    said = {w.removeprefix("ال").removesuffix("ه").removesuffix("ين").removesuffix("ون") for w in fold(src.text).split()}
    return cc is not None and any(fold(a) in said for a in registry().countries[cc].adj)


@cache
def _armed_sides() -> frozenset[str]:
    """Sides that fight as armed groups: their police is a party too (Asayish)."""
    return frozenset(a.side for a in registry().actors.values() if a.category == "armed_group" and a.side is not None)


def _outlet(src: ActorMention) -> bool:
    """A party's outlet that is quoted under its own name (``SANA``), unlike one that stands for the party (Amaq)."""
    return src.actor_id is not None and registry().in_role(src.actor_id, "claimant").category == "media"


def _of_states(src: ActorMention, hit: ActorMention | None) -> bool:
    """``خلية الإعلام الأمني: عبوة أصابت عنصرين من الحشد``: a state tells what befell forces of a state, its own or another's; no enemy."""
    if hit is None or hit.actor_id is None or registry().actor(src.actor_id or "").category not in _STATE:
        return False
    own = registry().actor(src.actor_id or "").country
    return hit.category == "state_force" or (
        hit.category == "militia" and own is not None and registry().actor(hit.actor_id).country == own
    )


def _own_dead(f: Frame, src: ActorMention, day: date | None, published: date | None) -> bool:
    """``أعلن الجيش مقتل اثنين من عناصره في اشتباك مع مسلحين``: of a clash a side tells its own dead and none of the other's."""
    if f.event_type is not EventType.ARMED_CLASH or not f.tolls:
        return False
    return all(t.who is not None and t.who.form == "pronoun" and same_side(src, t.who, day, published) for t in f.tolls.values())


def modality(f: Frame, said: Said, published: date | None, outlet: str | None = None) -> Modality:
    """The modality of a frame.

    Args:
        f: the frame with its arguments.
        said: who answers for it and by what kind of word.
        published: day of the report; ``None`` when not known.
        outlet: side of a party's own outlet (registry ``side``): its unnamed military source speaks for the party; ``None`` for others.
    """
    if f.denial is not None:
        return Modality.DENIED
    if f.aggregate:
        return Modality.AGGREGATE
    if f.modality is not None:
        return f.modality
    day = f.time.start if f.time is not None else None
    if f.main.form == "present" and f.main.prefix.endswith("س"):
        return Modality.PLANNED  # ``ستطلق عملية``
    if published is not None and day is not None and day > published and f.main.form not in _DONE and not f.tolls:
        return Modality.PLANNED  # told before its day; a deed told in the past or with its dead is none
    src, perp = said.source, f.perpetrator
    if said.cls == "claim-resp" or (said.cls == "accuse" and (src is None or src.category not in _ASIDE)):
        return Modality.CLAIMED
    if src is None:
        return Modality.REPORTED
    when = day or published
    if src.actor_id in _ANONYMOUS:
        own = perp is not None and perp.actor_id is not None and outlet is not None and registry().actor(perp.actor_id).side == outlet
        return Modality.CLAIMED if own or _of_one_state(src, perp) else Modality.REPORTED
    party = _party(src, when, published)
    if party is None:
        return Modality.REPORTED
    if said.admits and (perp is None or f.event_type == EventType.ARMED_CLASH or not same_side(src, perp, when, published)):
        return Modality.REPORTED  # ``أقرّ الجيش بمقتل جنديين في كمين``: a loss it owns to
    if perp is None and registry().actor(src.actor_id or "").category == "source":
        return Modality.REPORTED
    if perp is None:  # a party tells what befell its enemy
        enemy = f.target is not None and f.target.category in _BELLIGERENT and not same_side(src, f.target, when, published)
        enemy = enemy and not _of_states(src, f.target)
        return Modality.CLAIMED if enemy and not _outlet(src) else Modality.REPORTED
    if same_side(src, perp, when, published):
        return Modality.REPORTED if _own_dead(f, src, when, published) else Modality.CLAIMED
    if _outlet(src) and said.cls == "accuse" and perp.name_en != "unknown gunmen":
        return Modality.CLAIMED  # ``اتهمت سانا "الإرهابيين" بإطلاق القذائف``
    if _outlet(src) or same_side(src, f.target, when, published) or perp.name_en == "unknown gunmen":
        return Modality.REPORTED
    speaker = registry().actor(src.actor_id or "")
    if said.cls != "accuse" and speaker.category in _STATE and f.target is not None and f.target.category in _UNDER_ARMS:
        return Modality.REPORTED  # ``أعلن جهاز مكافحة الإرهاب في الإقليم أن مسيرة تركية قتلت مقاتلين من حزب العمال``: the war of others
    if speaker.category == "source" or perp.category == "civilians":
        return Modality.REPORTED  # an official of a state that is no side tells of another's deed
    if (speaker.plover in _CIVIL or party.plover in _CIVIL) and party.side not in _armed_sides():
        return Modality.REPORTED  # police, courts and doctors tell what befell others
    return Modality.CLAIMED
