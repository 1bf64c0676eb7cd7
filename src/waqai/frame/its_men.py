"""``طوّقت قوات النظام مقر الميليشيا واعتقلت ثلاثة من عناصرها``: the pronoun is not of those who hold, but of those held.

A party arrests the men of another; where the pronoun was read as the subject's own, whom the sentence names between the two owns them.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType

_TAKINGS = (EventType.ARREST, EventType.ABDUCTION)
_PARTIES = frozenset(("armed_group", "militia", "state_force", "international"))


def settle_its_men(scene: Scene, f: Frame) -> None:
    """Give those held to the party named between the captor and the pronoun; ``f`` is changed in place."""
    t, p = f.target, f.perpetrator
    if f.event_type not in _TAKINGS or t is None or t.form != "pronoun" or t.name_en is None or scene.owner[t.first] < 0:
        return
    if p is not None and p.name_en != t.name_en:
        return
    before = [a for a in scene.lines[scene.owner[t.first]].actors if a.last <= t.first and a.category in _PARTIES and a.form != "pronoun"]
    subject = next((a for a in reversed(before) if a.name_en == t.name_en), None)
    if subject is None:
        return
    owner = next((a for a in before if a.first >= subject.last and a.name_en not in (None, t.name_en) and _post(a)), None)
    if owner is None:
        return
    f.target, f.target_rule = owner, "target:its-men"
    if p is None:
        f.perpetrator, f.perpetrator_rule = subject, "agent:its-men"


def _post(a: ActorMention) -> bool:
    """``مقر الميليشيا``, ``حاجز للفصيل``: a thing of the party."""
    return any(k == "object" for k, _ in a.attrs)
