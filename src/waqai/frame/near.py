"""The actors near a frame, and what stands the same for both roles about each."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from waqai.frame.facts import Facts
from waqai.frame.frames import Frame, Part
from waqai.frame.governed import cannot_act, holds_the_area, is_object, is_passive, prep_of, pursued, worked_for
from waqai.frame.hurt import hurt, only_hit, stands_by
from waqai.frame.reach import VERB, coarse, in_reach, position, shape_of, trigger_before
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention
from waqai.resources.wordsets import wordset

SPEAKING = frozenset(("source", "media", "monitor"))
ARMED = {
    "armed_group": "armed", "state_force": "armed", "militia": "armed", "international": "armed", "tribe": "armed", "ministry": "armed",
    "unknown": "unknown", "crime": "unknown", "civilians": "civil", "officials": "civil", "unspecified": "civil", "property": "thing",
}  # fmt: skip
_PREP_GROUP = {"ل": "to", "على": "against", "علي": "against", "ضد": "against", "بحق": "against", "نحو": "against", "صوب": "against",
               "باتجاه": "against",
               "تجاه": "against", "من": "of", "ب": "by", "مع": "with", "بين": "between", "في": "in", "داخل": "in",
               "الي": "against"}  # fmt: skip


class View(NamedTuple):
    """What stands the same for both roles about an actor near a frame."""

    actor: ActorMention
    name: str
    where: str
    side: str
    at: str
    line: int
    after: str
    before: str
    topic: bool
    barred: bool
    shared: tuple[Facts, ...]
    standing: tuple[str, ...]


class _Own(NamedTuple):
    """What stands the same about an actor whatever frame it is near."""

    actor: ActorMention
    name: str
    how: str
    armed: str
    worked: bool
    never: bool
    thing: bool
    trigger: str


def _own(scene: Scene, ln: Lines) -> tuple[list[ActorMention], list[_Own]]:
    """The actors of a line that do not only speak, and what stands about those that may take a role. Kept by line."""
    known: dict[int, tuple[list[ActorMention], list[_Own]]] = scene.memo.setdefault("own", {})
    found = known.get(ln.sentence.first)
    if found is None:
        speaking = [a for a in ln.actors if a.category not in SPEAKING]
        found = known[ln.sentence.first] = (
            speaking,
            [
                _Own(
                    a, a.name_en, _PREP_GROUP.get(prep, "other") if (prep := prep_of(scene, a)) else "none", ARMED.get(a.category, "other"),
                    (worked := worked_for(scene, a)), worked or pursued(scene, a) or _did_not(scene, ln, a), is_object(a),
                    trigger_before(scene, ln, a.first),
                )
                for a in speaking
                if a.name_en is not None and not _backs(scene, a) and not holds_the_area(scene, a) and not _names_a_place(scene, a)
            ],
        )  # fmt: skip
    return found


def views(scene: Scene, f: Frame) -> list[View]:
    """The actors in reach of a frame. Kept for the frame seen last: its two roles ask one after the other."""
    kind = str(f.event_type)
    state = (kind, f.passive, f.main, [(p.line, p.first, p.last, p.main) for p in f.parts], [(k, t.who) for k, t in f.tolls.items()])
    known = scene.memo.get("views")
    if known is not None and known[0] is f and known[1] == state:
        return known[2]  # type: ignore[no-any-return]
    counts, lead = _mentions(scene)
    tolled = {(k, t.who.first) for k, t in f.tolls.items() if t.who is not None}
    mutual = kind == "armed_clash"
    out: list[View] = []
    for line, ln, p, where in in_reach(scene, f):
        here = line == p.line
        cls, kind_of = scene.cls(p.main), shape_of(scene, f, p.main)
        speaking, may_take = _own(scene, ln)
        last_before = next((a for a in reversed(speaking) if a.last <= p.main.first), None) if here else None
        unclaimed_at = [c.last for c in ln.of("unclaimed")]
        suffered = [w.last for w in f.triggers if is_passive(scene, w)]  # ``استُهدفت دورية``: the patrol did not do it
        told = {w.first for w in f.triggers} if suffered else ()  # ``أصيبوا بهجوم للتنظيم``: the attack stands between
        hit_here = hurt(scene, ln)
        joined = (-1, "")
        for a, name, how, armed, worked, never, thing, trigger in may_take:
            side, inside = position(scene, ln, p, a.first, a.last, line)
            at = coarse(side, inside, where)
            standing = [f"{cls}|{at}|{how}", trigger]
            hit = a.first == joined[0] and name == joined[1]
            for k, first in tolled:
                if first == a.first:
                    hit = True
                    standing += (f"toll:{k}", f"{kind}|toll:{k}")
            if hit:
                joined = (a.last, name)  # ``قُتل ضباط وعناصر من القوات``
            unclaimed = bool(unclaimed_at) and any(0 <= a.first - last <= 2 for last in unclaimed_at)
            struck = any(0 <= a.first - last <= 1 and (a.first == last or last not in told) for last in suffered) or a.first in hit_here
            dead = hit and not mutual and not (kind == "suicide_bombing" and _bomber(scene, a))
            barred = never or unclaimed or struck or dead or stands_by(scene, kind, a)
            if here and (tie := _tie(scene, p, a)):
                standing += (tie, f"{tie}|{armed}", f"{tie}|{kind_of}")
            if worked:
                standing.append("worked-for")
            if a.first in hit_here:
                standing += ("hurt", f"hurt|{where}")
            if thing:
                standing += ("object", f"object|{side[:5]}")
            shared = (
                _sort(kind, armed, a.category, a.form),
                _standing(armed, where, inside, kind_of, at, how),
                _told(a.number is not None, kind_of, min(counts[name], 4), armed, name == lead),
            )
            topic = armed == "armed" and how == "none" and side.startswith("before")
            after = kind_of if here and a.first >= p.main.last else ""
            before = f"rank-before:1|{kind_of}" if a is last_before else ""
            out.append(View(a, name, where, side, at, line, after, before, topic, barred, shared, tuple(standing)))
    scene.memo["views"] = (f, state, out)
    return out


def _bomber(scene: Scene, a: ActorMention) -> bool:
    """Of an armed group, and not told as its member or leader: the dead of a suicide bombing may be those who made it."""
    if a.category != "armed_group":
        return False
    return a.form != "described" or not wordset("bombers").isdisjoint(scene.words[a.first : a.last])


def _tie(scene: Scene, p: Part, a: ActorMention) -> str:
    """A tie by grammar: antecedent of the relative the verb stands in, or subject of the verb that governs it; ``""`` for none.

    ``القوات التي قصفت المدينة`` did it, ``الإرهابي الذي قضت عليه القوات`` suffered it; ``حاول عناصر التنظيم التسلل``.
    """
    words, w = scene.words, p.main
    i = w.first
    if w.form in VERB and i and words[i - 1] in wordset("relatives") and 0 <= i - 1 - a.last <= 1:
        again = words[i].endswith(("ه", "ها", "هم", "هما")) or (w.last < len(words) and words[w.last] in wordset("resumed"))
        return "rel-obj" if again else "rel-subj"
    if a.last <= i <= a.last + 6 and a.first and words[a.first - 1] in wordset("control-verbs") and "," not in words[a.last : i]:
        return "controls"
    return ""


def _did_not(scene: Scene, ln: Lines, a: ActorMention) -> bool:
    """A thing that does nothing or is only hit; who condemns a deed: ``وأدانت الحركة الهجوم``."""
    if cannot_act(a) or only_hit(scene, ln, a):
        return True
    before = scene.words[a.first - 1].removeprefix("و") if a.first > 0 else ""
    if not wordset("embassies").isdisjoint(scene.words[a.first : a.last]):
        return True  # ``سقط صاروخ قرب السفارة الأمريكية``: buildings do nothing
    return before in wordset("condemning")


def _names_a_place(scene: Scene, a: ActorMention) -> bool:
    """``جبهة الملاح``, ``حي الصيادين``: people's word that names a front, a quarter or a village."""
    return a.category == "civilians" and a.last - a.first == 1 and a.first > 0 and scene.words[a.first - 1] in wordset("named-places")


def _backs(scene: Scene, a: ActorMention) -> bool:
    """``القوات التي يقودها الأكراد``, ``الفصائل المدعومة من أنقرة``: the one who leads or backs the one that acts."""
    before = scene.words[max(0, a.first - 2) : a.first]
    if before and before[-1] == '"':  # ``مواليين لـ"القاعدة"``
        before = [w for w in scene.words[max(0, a.first - 4) : a.first] if w != '"']
        if before[-1:] == ["ل"]:
            return before[-2:-1] != [] and before[-2] in wordset("loyal")
    if not before:
        return False
    if before[-1] in wordset("left-over") or (before[-1] in wordset("foremost") and is_object(a)):
        return True  # ``لغم من مخلفات التنظيم``, ``البلدة، أبرز معاقل الحركة``
    if before[-1] in wordset("reign-of") and a.category in ("state_force", "ministry", "armed_group"):
        return True  # ``منذ سقوط النظام``
    if before[-1] in wordset("loyal"):
        return scene.proclitic(a)[-2:] in ("ل", "لل")  # "الفصيل الموالي لتركيا"
    return before[-1] in wordset("backed-by") or (before[-1] == "من" and before[0] in wordset("backed-from"))


@lru_cache(maxsize=1 << 14)
def _sort(kind: str, armed: str, category: str, form: str) -> Facts:
    """What an actor is."""
    return Facts(f"{kind}|cat:{armed}", f"cat:{category}", f"form:{form}")


@lru_cache(maxsize=1 << 14)
def _standing(armed: str, where: str, inside: str, kind_of: str, at: str, how: str) -> Facts:
    """Where it stands to the trigger."""
    return Facts(
        f"where:{where}", f"in:{inside}", f"{kind_of}|{at}|{how}", f"{kind_of}|{how}", f"{kind_of}|{at}", f"{at}|{how}",
        f"{armed}|{at}", f"{armed}|{kind_of}|{how}", f"{armed}|{kind_of}",
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _told(numbered: bool, kind_of: str, mentions: int, armed: str, first: bool) -> Facts:
    """Whether it is counted, and how much the text speaks of it."""
    return Facts(f"n:{'1' if numbered else '0'}|{kind_of}", f"mentions:{mentions}", f"mentions:{mentions}|{armed}", f"first:{first}")


def _mentions(scene: Scene) -> tuple[dict[str, int], str]:
    """How often the text names each actor that can act or suffer (0 for the others), and which it names first."""
    known = scene.memo.get("mentions")
    if known is None:
        counts: dict[str, int] = {}
        for m in scene.doc.actors:
            if m.name_en is not None and m.category in ARMED:
                counts[m.name_en] = counts.get(m.name_en, 0) + 1
        lead = next(iter(counts), "")
        known = scene.memo["mentions"] = ({**{a.name_en: 0 for a in scene.doc.actors if a.name_en}, **counts}, lead)
    return known
