"""Who may have done it and to whom: the candidates for ``perpetrator`` and ``target`` and what speaks for each."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple

from waqai.frame.facts import NULL, Candidate, Facts
from waqai.frame.frames import Frame, Part
from waqai.frame.governed import cannot_act, is_object, is_passive, prep_of, worked_for
from waqai.frame.hurt import hurt, only_hit, stands_by
from waqai.frame.reach import VERB, coarse, in_reach, position, shape_of, trigger_before
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_LOSSES = wordset("admitted-losses")
_STATE = frozenset(("state_force", "ministry", "international"))
_SPEAKING = frozenset(("source", "media", "monitor"))
_FORCES = wordset("our-forces")
_OURS = _FORCES | wordset("our-posts")
_ARMED = {
    "armed_group": "armed", "state_force": "armed", "militia": "armed", "international": "armed", "tribe": "armed", "ministry": "armed",
    "unknown": "unknown", "crime": "unknown", "civilians": "civil", "officials": "civil", "unspecified": "civil", "property": "thing",
}  # fmt: skip
_MEANS = frozenset(("air", "airmeans", "shell", "attack", "explode"))
_STATE = frozenset(("state_force", "ministry"))
_TELLERS = _STATE | {"armed_group", "militia"}
_OWNS = frozenset(("", "ال"))
_PREP_GROUP = {"ل": "to", "على": "against", "علي": "against", "ضد": "against", "بحق": "against", "نحو": "against", "صوب": "against",
               "باتجاه": "against",
               "تجاه": "against", "من": "of", "ب": "by", "مع": "with", "بين": "between", "في": "in", "داخل": "in",
               "الي": "against"}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _nobody(kind: str, shape: str, tolled: bool, bare: bool, ours: bool, ruled: bool) -> Facts:
    """What speaks for nobody being named."""
    return Facts(
        f"null|{kind}", f"null|{shape}", "null", f"null|{shape}|toll:{tolled}", f"null|bare:{bare}", f"null|ours:{ours}",
        f"null|ruled:{ruled}", f"null|toll:{tolled}", f"null|{kind}|ruled:{ruled}",
    )  # fmt: skip


class _View(NamedTuple):
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


def _views(scene: Scene, f: Frame) -> list[_View]:
    """The actors in reach of a frame. Kept for the frame seen last: its two roles ask one after the other."""
    kind = str(f.event_type)
    state = (kind, f.passive, f.main, [(p.line, p.first, p.last, p.main) for p in f.parts], [(k, t.who) for k, t in f.tolls.items()])
    known = scene.memo.get("views")
    if known is not None and known[0] is f and known[1] == state:
        return known[2]  # type: ignore[no-any-return]
    counts, lead = _mentions(scene)
    tolled = {(k, t.who.first) for k, t in f.tolls.items() if t.who is not None}
    mutual = kind == "armed_clash"
    out: list[_View] = []
    for line, ln, p, where in in_reach(scene, f):
        here = line == p.line
        cls, kind_of = scene.cls(p.main), shape_of(scene, f, p.main)
        speaking = [a for a in ln.actors if a.category not in _SPEAKING]
        last_before = next((a for a in reversed(speaking) if a.last <= p.main.first), None) if here else None
        unclaimed_at = [c.last for c in ln.of("unclaimed")]
        suffered = [w.last for w in f.triggers if is_passive(scene, w)]  # ``استُهدفت دورية``: the patrol did not do it
        hit_here = hurt(scene, ln)
        joined = (-1, "")
        for a in speaking:
            name = a.name_en
            if name is None or _backs(scene, a):
                continue
            side, inside = position(scene, ln, p, a.first, a.last, line)
            prep = prep_of(scene, a)
            at = coarse(side, inside, where)
            how = _PREP_GROUP.get(prep, "other") if prep else "none"
            armed = _ARMED.get(a.category, "other")
            worked = worked_for(scene, a)
            standing = [f"{cls}|{at}|{how}", trigger_before(scene, ln, a.first)]
            hit = a.first == joined[0] and name == joined[1]
            for k, first in tolled:
                if first == a.first:
                    hit = True
                    standing += (f"toll:{k}", f"{kind}|toll:{k}")
            if hit:
                joined = (a.last, name)  # ``قُتل ضباط وعناصر من القوات``
            unclaimed = bool(unclaimed_at) and any(0 <= a.first - last <= 2 for last in unclaimed_at)
            struck = any(0 <= a.first - last <= 1 for last in suffered) or a.first in hit_here
            dead = hit and not mutual and not (kind == "suicide_bombing" and a.category == "armed_group")
            barred = worked or unclaimed or cannot_act(a) or struck or dead or stands_by(scene, kind, a) or only_hit(scene, ln, a)
            if here and (tie := _tie(scene, p, a)):
                standing += (tie, f"{tie}|{armed}", f"{tie}|{kind_of}")
            if worked:
                standing.append("worked-for")
            if a.first in hit_here:
                standing += ("hurt", f"hurt|{where}")
            if is_object(a):
                standing += ("object", f"object|{side[:5]}")
            shared = (
                _sort(kind, armed, a.category, a.form),
                _standing(armed, where, inside, kind_of, at, how),
                _told(a.number is not None, kind_of, min(counts[name], 4), armed, name == lead),
            )
            topic = armed == "armed" and how == "none" and side.startswith("before")
            after = kind_of if here and a.first >= p.main.last else ""
            before = f"rank-before:1|{kind_of}" if a is last_before else ""
            out.append(_View(a, name, where, side, at, line, after, before, topic, barred, shared, tuple(standing)))
    scene.memo["views"] = (f, state, out)
    return out


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


def _backs(scene: Scene, a: ActorMention) -> bool:
    """``القوات التي يقودها الأكراد``, ``الفصائل المدعومة من أنقرة``: the one who leads or backs the one that acts."""
    before = scene.words[max(0, a.first - 2) : a.first]
    if not before:
        return False
    if before[-1] in wordset("left-over") or (before[-1] in wordset("foremost") and is_object(a)):
        return True  # ``لغم من مخلفات التنظيم``, ``البلدة، أبرز معاقل الحركة``
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
            if m.name_en is not None and m.category in _ARMED:
                counts[m.name_en] = counts.get(m.name_en, 0) + 1
        lead = next(iter(counts), "")
        known = scene.memo["mentions"] = ({**{a.name_en: 0 for a in scene.doc.actors if a.name_en}, **counts}, lead)
    return known


def _bare_verb(scene: Scene, f: Frame) -> bool:
    """An active verb without a subject after it (``واعتقلت ستة شبان``): the subject is the one spoken of before."""
    w = f.main
    if w.form not in ("past", "present") or f.passive or scene.cls(w) in ("die", "explode", "under"):
        return False
    ln = scene.lines[scene.owner[w.first]]
    near = [a for a in ln.actors if 0 <= a.first - w.last <= 3 and a.category in _ARMED and prep_of(scene, a) == ""]
    return not any(_ARMED[a.category] in ("armed", "unknown") and a.number is None and not is_object(a) for a in near)


class _NamesOurs(dict[str, bool]):
    """Word → whether it names the speaker's own forces or posts, a letter before it allowed. Emptied when it grows past a limit."""

    def __missing__(self, word: str) -> bool:
        if len(self) > 200_000:
            self.clear()
        found = self[word] = word in _OURS or word[1:] in _OURS
        return found


_NAMES_OURS = _NamesOurs()


def _own_words(scene: Scene) -> list[int]:
    """Tokens that name the speaker's own forces or posts."""
    known = scene.memo.get("own-words")
    if known is None:
        known = scene.memo["own-words"] = list(compress(count(), map(_NAMES_OURS.__getitem__, scene.words)))
    return known


def _ours(scene: Scene, f: Frame, role: str) -> bool:
    """First person: ``أسرنا``, ``استهدفت قواتنا`` (perpetrator), ``هاجموا نقاطنا`` (target)."""
    words = scene.words
    for p in f.parts:
        w = p.main
        if role == "perpetrator" and w.form == "past" and words[w.first].endswith("نا") and len(words[w.first]) > 4:
            return True
        hit = [i for i in _own_words(scene) if p.first <= i < p.last]
        if role == "perpetrator" and any(i - w.last <= 3 and words[i] in _FORCES for i in hit):
            return True
        if role == "target" and any(words[i].lstrip("بلوف") not in _FORCES for i in hit):
            return True
    return False


def _tells_of_anothers(scene: Scene, f: Frame, source: ActorMention | None) -> frozenset[int]:
    """``قال الحوثيون إن غارة أمريكية …``: the strike bears another's name; the mentions of who tells it did not make it."""
    if source is None or source.name_en is None or f.event_type in (EventType.ARMED_CLASH, EventType.ARREST):
        return frozenset()
    ln = scene.lines[scene.owner[f.main.first]]
    lost = [t.who for k, t in f.tolls.items() if k in ("killed", "injured") and t.who is not None and t.who.name_en == source.name_en]
    lost += [a for a in ln.actors if f.tolls and a.name_en == source.name_en and scene.words[a.first - 1] == "من"]  # ``ستة من جنوده``
    if any(t.who is not None and _brothers(source, t.who) for k, t in f.tolls.items() if k in ("killed", "injured")):
        return frozenset((source.first, *(a.first for a in ln.actors if a.name_en == source.name_en)))
    if any(a.first > source.first and a.form == "pronoun" for a in lost):  # ``أوضح الجيش أن ستة من جنوده قتلوا``
        return frozenset((source.first, *(a.first for a in ln.actors if a.name_en == source.name_en)))
    admits = (w for w in ln.speech if w.entry == "speech.admit" and abs(source.first - w.last) <= 2)
    if any(not _LOSSES.isdisjoint(scene.words[w.last : w.last + 5]) for w in admits):
        return frozenset(a.first for a in ln.actors if a.name_en == source.name_en)  # ``اعترف الجيش بمقتل ضابط في كمين``
    if source.category in _TELLERS and f.main.entry.endswith(".explode") and not any(w.entry.endswith(".detonate") for w in f.triggers):
        return frozenset(a.first for a in ln.actors if a.name_en == source.name_en)  # ``ذكرت الشرطة أن عبوة انفجرت``
    if f.event_type not in (EventType.AIRSTRIKE, EventType.SHELLING):
        return frozenset()
    means = [
        w
        for w in f.triggers
        if w.form in ("masdar", "phrase") and scene.cls(w) in _MEANS and scene.owner[w.first] == scene.owner[f.main.first]
    ]
    theirs = any(
        w.first <= a.first <= w.last + (2 if w.form == "masdar" else -1)
        and a.name_en not in (None, source.name_en)
        and _ARMED.get(a.category) == "armed"
        and scene.proclitic(a) in _OWNS
        for w in means
        for a in ln.actors
    )
    if not theirs:
        return frozenset()
    return frozenset(a.first for a in ln.actors if a.name_en == source.name_en and a.last <= means[0].first)


def _brothers(a: ActorMention, b: ActorMention) -> bool:
    """Two forces or ministries of one state: ``قالت الشرطة إن جندياً قتل``."""
    if a.name_en == b.name_en or a.category not in _STATE or b.category not in _STATE or a.actor_id is None or b.actor_id is None:
        return False
    x, y = registry().actor(a.actor_id), registry().actor(b.actor_id)
    return x.country is not None and x.country == y.country


def _heals(a: ActorMention) -> bool:
    """A ministry of health, hospitals, rescuers, the United Nations: they count victims and make none."""
    return a.actor_id is not None and (a.actor_id == "un" or registry().actor(a.actor_id).plover == "MED")


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
    bare = _bare_verb(scene, f)
    ours = _ours(scene, f, role)
    tolled = any(t.who is not None for t in f.tolls.values())
    ruled_name = ruled.name_en if ruled is not None else None
    source_name = source.name_en if source is not None else None
    previous_name = previous.name_en if previous is not None else None
    against = "none" if other is None else other.category
    n_after, in_line = 0, -1
    told_of = _tells_of_anothers(scene, f, source) if role == "perpetrator" else frozenset()
    for v in _views(scene, f):
        if role == "perpetrator" and (v.barred or _heals(v.actor)):
            continue
        if role == "perpetrator" and source is not None and v.name == source.name_en and v.actor.first in told_of:
            continue
        if role == "target" and source is not None and v.actor.first == source.first and v.actor.category == "ministry":
            continue  # a ministry that tells is not hit by what it tells
        if role == "target" and f.aggregate and v.actor.category == "ministry" and _heals(v.actor):
            continue  # "أعلنت وزارة الصحة ارتفاع حصيلة الحرب": nor one that counts the dead
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
        shared = (*v.shared, _other_roles(mine, theirs, v.where, _ARMED.get(a.category, "other")))
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
        and source.category not in _SPEAKING
        and source.first not in told_of
        and not (role == "perpetrator" and (_heals(source) or source.category == "officials"))
        and not (role == "perpetrator" and kind in ("suicide_bombing", "vehicle_bomb") and source.category in _STATE)
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
