"""Candidates for the arguments of a frame and what speaks for each: the features of the ranking tables.

Every candidate is described by short names of facts a reader would use ("after the verb, no preposition, armed group"). The weights
of these facts stand in ``data/models/arguments.tsv``; the command that tuned them stands at the head of that file. The choice of
the hand-written rules is one fact among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from waqai.frame.frames import Frame, Part
from waqai.frame.roles import cannot_act, is_object, place_in_actor, prep_of, worked_for
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, PlaceLevel, TimeMention, WordMention
from waqai.resources.weights import total
from waqai.resources.wordsets import wordset

_VERB = frozenset(("past", "present", "passive"))
_SPEAKING = frozenset(("source", "media", "monitor"))
NULL = "<none>"
_FORCES = wordset("our-forces")
_OURS = _FORCES | wordset("our-posts")


class Facts:
    """Facts that often stand together, with the sum of their weights by table. Tables do not change once they are in use."""

    __slots__ = ("names", "sums")

    def __init__(self, *names: str) -> None:
        self.names = names
        self.sums: dict[int, tuple[Mapping[str, float], float]] = {}

    def weight(self, table: Mapping[str, float]) -> float:
        """Sum of the weights of the facts in ``table``."""
        known = self.sums.get(id(table))
        if known is None:  # the table is kept beside its sum, so its id stays its own
            known = self.sums[id(table)] = (table, total(table, self.names))
        return known[1]


class Candidate(NamedTuple):
    """A possible value (``None`` = not stated) with the facts that speak for or against it.

    ``key`` is what is compared: an actor's canonical name, a place index, a time's interval. ``shared`` are groups of facts met
    with many candidates, ``own`` those of this one.
    """

    key: str
    value: ActorMention | TimeMention | int | None
    own: tuple[str, ...]
    rule: str
    shared: tuple[Facts, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """All facts by name."""
        return (*(x for group in self.shared for x in group.names), *self.own)


_BUCKETS = ("0", "1", "3", "3", "6", "6", "6", *["10"] * 4, *["16"] * 6, *["30"] * 14)


def _bucket(d: int) -> str:
    return "0" if d < 0 else _BUCKETS[d] if d <= 30 else "far"


def main_line(scene: Scene, f: Frame) -> int:
    """The line that holds the naming trigger."""
    return scene.owner[f.main.first] if scene.owner[f.main.first] >= 0 else f.line


def _near_part(f: Frame, line: int) -> Part:
    for p in f.parts:
        if p.line == line:
            return p
    before = [p for p in f.parts if p.line > line]
    return before[0] if before else f.parts[-1]


def _scope(scene: Scene, f: Frame) -> list[int]:
    """Lines a frame may take its arguments from: its own, the one before each, and the headline."""
    own = {p.line for p in f.parts}
    out = set(own)
    for k in own:
        if k > 0 and scene.lines[k - 1].sentence.paragraph >= scene.lines[k].sentence.paragraph - 1:
            out.add(k - 1)
        if k > 1 and scene.lines[k - 2].sentence.paragraph >= scene.lines[k].sentence.paragraph - 1:
            out.add(k - 2)
    for k in own:
        h = scene.header_of(k)
        if h is not None:
            out.add(h)
    return sorted(out)


def _where(scene: Scene, f: Frame, line: int) -> str:
    if any(p.line == line for p in f.parts):
        return "own"
    if scene.lines[line].sentence.block in ("title", "heading"):
        return "title"
    if any(scene.header_of(p.line) == line for p in f.parts):
        return "header"
    return "before"


def _reach(scene: Scene, f: Frame) -> list[tuple[int, Lines, Part, str]]:
    """The lines of ``_scope`` with the part they stand nearest to and ``_where`` they are. Kept for the frame seen last."""
    state = [(p.line, p) for p in f.parts]
    known = scene.memo.get("reach")
    if known is None or known[0] is not f or known[1] != state:
        reach = [(line, scene.lines[line], _near_part(f, line), _where(scene, f, line)) for line in _scope(scene, f)]
        known = scene.memo["reach"] = (f, state, reach)
    return known[2]


def _position(scene: Scene, ln: Lines, p: Part, first: int, last: int, line: int) -> tuple[str, str]:
    """Side and distance of a mention to the naming trigger of the part, and whether it stands in the part's clauses."""
    if line != p.line:
        return "out", "out"
    inside = "in" if p.first <= first < p.last else "sent"
    if first >= p.main.last:
        return f"after{_bucket(first - p.main.last)}", inside
    return f"before{_bucket(p.main.first - last)}", inside


_ARMED = {
    "armed_group": "armed", "state_force": "armed", "militia": "armed", "international": "armed", "tribe": "armed", "ministry": "armed",
    "unknown": "unknown", "crime": "unknown", "civilians": "civil", "officials": "civil", "unspecified": "civil", "property": "thing",
}  # fmt: skip
_PREP_GROUP = {"ل": "to", "على": "against", "علي": "against", "ضد": "against", "بحق": "against", "نحو": "against", "صوب": "against",
               "باتجاه": "against",
               "تجاه": "against", "من": "of", "ب": "by", "مع": "with", "بين": "between", "في": "in", "داخل": "in",
               "الي": "against"}  # fmt: skip
_AGENT_NOUNS = frozenset(
    ("attack", "air", "shell", "clash", "op", "storm", "suicide", "incursion", "launch", "move", "airmeans", "protest", "escape")
)
_HARM = frozenset(("kill", "die", "injure", "execute", "assassinate", "neutralise", "body", "grave", "result"))


def _shape(scene: Scene, f: Frame, w: WordMention) -> str:
    """How the naming trigger takes its arguments: active, passive or intransitive verb, agent noun, object noun, device."""
    cls = scene.cls(w)
    if w.form in _VERB:
        if cls in ("die", "under"):
            return "suffers"
        if cls in ("explode", "device"):
            return "device"
        if f.passive and w is f.main:
            return "passive"
        return "harm-verb" if cls in _HARM else "verb"
    if cls in ("explode", "device", "vbied"):
        return "device"
    if cls in _AGENT_NOUNS:
        return "agent-noun"
    return "harm-noun" if cls in _HARM else "object-noun"


def _coarse(side: str, inside: str, where: str) -> str:
    """Position in a few steps: adjacent, near or far, before or after, or another line."""
    if side == "out":
        return where
    far = side.removeprefix("after").removeprefix("before")
    step = "0" if far in ("0", "1") else "1" if far in ("3", "6") else "2"
    return f"{side[:1]}{step}{'' if inside == 'in' else 'x'}"


def _nearest_trigger(scene: Scene, ln: Lines, first: int) -> str:
    """The trigger or light verb right before a mention: class, form and distance."""
    best = ""
    best_d = 9
    for w in ln.triggers:
        d = first - w.last
        if 0 <= d < best_d:
            best, best_d = f"{scene.cls(w)}.{'v' if w.form in _VERB else 'n'}", d
    for c in ln.cues:
        if scene.cls(c) in ("light", "agentby", "support", "hedge", "among") and 0 <= first - c.last <= best_d and c.last <= first:
            best, best_d = scene.cls(c), first - c.last
    return f"{best}@{_bucket(best_d)}" if best else "none"


def _bare_verb(scene: Scene, f: Frame) -> bool:
    """An active verb without a subject after it (``واعتقلت ستة شبان``): the subject is the one spoken of before."""
    w = f.main
    if w.form not in ("past", "present") or f.passive or scene.cls(w) in ("die", "explode", "under"):
        return False
    ln = scene.lines[scene.owner[w.first]]
    near = [a for a in ln.actors if 0 <= a.first - w.last <= 3 and a.category in _ARMED and prep_of(scene, a) == ""]
    return not any(_ARMED[a.category] in ("armed", "unknown") and a.number is None and not is_object(a) for a in near)


def _own_words(scene: Scene) -> list[int]:
    """Tokens that name the speaker's own forces or posts."""
    known = scene.memo.get("own-words")
    if known is None:
        known = scene.memo["own-words"] = [i for i, w in enumerate(scene.words) if w in _OURS or w[1:] in _OURS]
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


@lru_cache(maxsize=1 << 14)
def _standing(
    kind: str, armed: str, category: str, form: str, where: str, inside: str, kind_of: str, at: str, how: str, cls: str
) -> Facts:  # fmt: skip
    """What an actor is and where it stands to the trigger."""
    return Facts(
        f"{kind}|cat:{armed}", f"cat:{category}", f"form:{form}", f"where:{where}", f"in:{inside}", f"{kind_of}|{at}|{how}",
        f"{kind_of}|{how}", f"{kind_of}|{at}", f"{at}|{how}", f"{armed}|{at}", f"{armed}|{kind_of}|{how}", f"{armed}|{kind_of}",
        f"{cls}|{at}|{how}",
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _told(trig: str, numbered: bool, kind_of: str, mentions: int, armed: str, first: bool) -> Facts:
    """What stands before an actor, and how much the text speaks of it."""
    return Facts(
        f"trig:{trig}", f"n:{'1' if numbered else '0'}|{kind_of}", f"mentions:{mentions}", f"mentions:{mentions}|{armed}", f"first:{first}"
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
    mutual = kind in ("armed_clash", "suicide_bombing")
    out: list[_View] = []
    for line, ln, p, where in _reach(scene, f):
        here = line == p.line
        cls, kind_of = scene.cls(p.main), _shape(scene, f, p.main)
        speaking = [a for a in ln.actors if a.category not in _SPEAKING]
        last_before = next((a for a in reversed(speaking) if a.last <= p.main.first), None) if here else None
        for a in speaking:
            name = a.name_en
            if name is None:
                continue
            side, inside = _position(scene, ln, p, a.first, a.last, line)
            prep = prep_of(scene, a)
            at = _coarse(side, inside, where)
            how = _PREP_GROUP.get(prep, "other") if prep else "none"
            armed = _ARMED.get(a.category, "other")
            worked = worked_for(scene, a)
            standing = [x for k, first in tolled if first == a.first for x in (f"toll:{k}", f"{kind}|toll:{k}")]
            unclaimed = any(scene.cls(c) == "unclaimed" and 0 <= a.first - c.last <= 2 for c in ln.cues)
            barred = worked or unclaimed or cannot_act(a) or (bool(standing) and not mutual)
            if worked:
                standing.append("worked-for")
            if is_object(a):
                standing += ("object", f"object|{side[:5]}")
            shared = (
                _standing(kind, armed, a.category, a.form, where, inside, kind_of, at, how, cls),
                _told(_trigger_before(scene, ln, a.first), a.number is not None, kind_of, min(counts[name], 4), armed, name == lead),
            )
            topic = armed == "armed" and how == "none" and side.startswith("before")
            after = kind_of if here and a.first >= p.main.last else ""
            before = f"rank-before:1|{kind_of}" if a is last_before else ""
            out.append(_View(a, name, where, side, at, line, after, before, topic, barred, shared, tuple(standing)))
    scene.memo["views"] = (f, state, out)
    return out


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


def _trigger_before(scene: Scene, ln: Lines, first: int) -> str:
    """As ``_nearest_trigger``, kept by token."""
    known: dict[int, str] = scene.memo.setdefault("trigger-before", {})
    found = known.get(first)
    if found is None:
        found = known[first] = _nearest_trigger(scene, ln, first)
    return found


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
    n_after, in_line = 0, -1
    for v in _views(scene, f):
        if v.barred and role == "perpetrator":
            continue
        if role == "target" and source is not None and v.actor.first == source.first and v.actor.category == "ministry":
            continue  # a ministry that tells is not hit by what it tells
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
        if v.after:
            n_after = n_after + 1 if v.line == in_line else 1
            in_line = v.line
            facts.append(f"rank-after:{min(n_after, 3)}|{v.after}")
        elif v.before:
            facts.append(v.before)
        if name == "unknown gunmen":
            facts.append("unknown")
        out.append(Candidate(name, a, tuple(facts), f"{role}:{v.where}:{v.side}", v.shared))
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
    if source is not None and source.name_en is not None and source.name_en not in names and source.category not in _SPEAKING:
        out.append(
            Candidate(
                source.name_en,
                source,
                ("only-speaker", f"only-speaker|{kind}", f"cat:{source.category}", *(("ours",) if ours else ())),
                f"{role}:speaker",
            )
        )
    shape = _shape(scene, f, f.main)
    null = [
        f"null|{kind}",
        f"null|{shape}",
        "null",
        f"null|{shape}|toll:{bool(tolled)}",
        f"null|{scene.cls(f.main)}",
        f"null|rule:{how_ruled}",
        f"null|bare:{bare}",
        f"null|ours:{ours}",
        f"null|ruled:{ruled is not None}",
        f"null|toll:{bool(tolled)}",
    ]
    null.append(f"null|{kind}|ruled:{ruled is not None}")
    out.append(Candidate(NULL, None, tuple(null), f"{role}:none"))
    return out


@lru_cache(maxsize=1 << 14)
def _sited(kind: str, level: str, relation: str, where: str, inside: str, side: str, prep: str) -> Facts:
    """How a place stands to the trigger."""
    return Facts(
        f"lvl:{level}", f"{kind}|lvl:{level}", f"rel:{relation}", f"where:{where}", f"in:{inside}", f"side:{side}",
        f"prep:{prep}|{where}", f"lvl:{level}|{where}", f"prep:{prep}|{side[:5]}",
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _named(level: str, kind: str, relation: str, holder: bool, nth: str, known: bool, within: bool) -> Facts:
    """What kind of place it is, among the others of its line."""
    return Facts(
        f"holder:{holder}", f"holder:{holder}|lvl:{level}", f"kind:{kind}", f"rel:{relation}|lvl:{level}", f"nth:{nth}", f"known:{known}",
        f"actor:{within}",
    )  # fmt: skip


def place_candidates(scene: Scene, f: Frame, previous: int | None) -> list[Candidate]:
    """Candidates for the place of a frame; ``previous`` is the place of the event told before."""
    kind = str(f.event_type)
    out: list[Candidate] = []
    pool: list[int] = []
    reach = _reach(scene, f)
    holders: set[int | None] = set()
    for _, ln, _, _ in reach:
        holders.update([scene.place(i).container for i in ln.places])
    for line, ln, p, where in reach:
        seen_in = 0
        for i in ln.places:
            m = scene.place(i)
            level = m.ref.level if m.ref is not None else PlaceLevel.NONE
            side, inside = _position(scene, ln, p, m.first, m.last, line)
            prep = scene.place_prep(i)
            if inside == "in":
                seen_in += 1
            facts: list[str] = []
            if f.place == i:
                facts += ["ruled", f"ruled:{f.place_rule}", f"ruled|{where}"]
            elif f.place is not None and scene.same_place(f.place, i):
                facts.append("ruled-same")
            if previous is not None and (previous == i or scene.same_place(previous, i)):
                facts += ["as-before", f"as-before|{where}"]
            if f.aggregate:
                facts.append(f"tally|lvl:{level}")
            pool.append(i)
            nth = str(min(seen_in, 4)) if inside == "in" else "x"
            within = place_in_actor(scene, ln, i)
            shared = (
                _sited(kind, str(level), m.relation, where, inside, side, prep),
                _named(str(level), m.kind, m.relation, i in holders, nth, bool(m.candidate_ids), within),
            )
            out.append(Candidate(str(i), i, tuple(facts), f"place:{where}:{side}", shared))
    for other, how in ((previous, "carried"), (f.place, "inherited")):
        if other is not None and other not in pool:
            pool.append(other)
            lv = scene.place(other).ref
            out.append(
                Candidate(
                    str(other),
                    other,
                    (how, f"{how}|{kind}", f"{how}|{f.place_rule}", f"{how}|lvl:{lv.level if lv else 'none'}"),
                    f"place:{how}",
                )
            )
    out.append(Candidate(NULL, None, ("null", f"null|{kind}", f"null|tally:{f.aggregate}", f"null|any:{bool(pool)}"), "place:none"))
    return out


def time_candidates(scene: Scene, f: Frame, previous: TimeMention | None, speech: Callable[[Lines, int], bool]) -> list[Candidate]:
    """Candidates for the date of a frame; ``speech`` says whether a time expression dates a statement."""
    kind = str(f.event_type)
    out: list[Candidate] = []
    seen: set[int] = set()
    reach = _reach(scene, f)
    for line, ln, p, where in reach:
        for n, t in enumerate(ln.times):
            side, inside = _position(scene, ln, p, t.first, t.last, line)
            said = speech(ln, t.first)
            facts = [
                f"where:{where}", f"in:{inside}", f"side:{side}", f"prec:{t.precision}", f"said:{said}", f"said:{said}|{where}",
                f"deictic:{t.deictic}|{where}", f"nth:{min(n, 3)}|{where}", f"prec:{t.precision}|{where}",
                f"open:{t.start is None}|{t.end is None}",
                f"tally:{f.aggregate}|prec:{t.precision}", f"first:{t.first - ln.sentence.first <= 3}|{where}", f"in:{inside}|said:{said}",
            ]  # fmt: skip
            if f.time is not None and f.time.first == t.first:
                facts += ["ruled", f"ruled|{where}", f"ruled|{f.time_rule.split(':')[0]}"]
            if previous is not None and previous.first == t.first:
                facts += ["as-before", f"as-before|{where}"]
            seen.add(t.first)
            out.append(Candidate(f"{t.start}|{t.end}", t, tuple(facts), f"time:{where}:{t.rule}"))
    for t2, how in ((previous, "carried"), (f.time, "inherited")):
        if t2 is not None and t2.first not in seen:
            seen.add(t2.first)
            facts2 = (how, f"{how}|{kind}", f"{how}|prec:{t2.precision}", f"{how}|tally:{f.aggregate}", f"{how}|{f.time_rule}")
            out.append(Candidate(f"{t2.start}|{t2.end}", t2, facts2, f"time:{how}"))
    out.append(
        Candidate(NULL, None, ("null", f"null|tally:{f.aggregate}", f"null|ruled:{f.time is not None}", f"null|{kind}"), "time:none")
    )
    return out


def score(c: Candidate, table: Mapping[str, float]) -> float:
    """Sum of the weights of a candidate's facts."""
    s, key = 0.0, id(table)
    for group in c.shared:
        known = group.sums.get(key)
        s += group.weight(table) if known is None else known[1]
    return total(table, c.own, s)


def best(cands: list[Candidate], table: Mapping[str, float]) -> Candidate:
    """The candidate with the highest sum of weights; of equals the one that comes first in the text."""
    top, top_score = cands[-1], float("-inf")
    for c in cands:
        s = score(c, table)
        if s > top_score + 1e-9:
            top, top_score = c, s
    return top


def facts_of(cands: list[Candidate]) -> Iterator[str]:
    """All facts, for the tuning command."""
    for c in cands:
        yield from c.facts
