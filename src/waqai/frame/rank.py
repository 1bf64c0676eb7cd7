"""Second look at the arguments of a merged frame: the candidate with the greatest weight of facts is taken."""

from __future__ import annotations

from collections.abc import Collection

from waqai.frame.by_the_border import named_beside
from waqai.frame.cast import actor_candidates
from waqai.frame.conventions import as_civilians
from waqai.frame.details import opens_line
from waqai.frame.facts import Candidate, best
from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.frame.setting import place_candidates, time_candidates
from waqai.frame.whenwhere import dates_speech
from waqai.model import ActorMention, EventType, PlaceLevel, TimeMention
from waqai.resources.weights import weights
from waqai.resources.wordsets import wordset

_FINE = frozenset((PlaceLevel.SITE, PlaceLevel.VILLAGE, PlaceLevel.TOWN, PlaceLevel.CITY))
_SMALL_AREAS = frozenset(
    (
        "countryside",
        "region",
        "mountain",
        "plain",
        "valley",
        "desert",
        "subregion",
        "district",
        "side",
        "area",
        "subdistrict",
        "directorate",
    )
)
_FIGHTERS = frozenset(("armed_group", "state_force", "militia", "international", "tribe"))
_ANNOUNCE = frozenset(("ministry", "state_force", "international"))
_UNSEEN = frozenset((EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING))
_ENEMIES = frozenset(("armed_group", "militia", "unknown", "crime"))
_PERSONS_OF_NOBODY = frozenset((EventType.ARREST, EventType.VEHICLE_BOMB))
_HOLDS = frozenset((EventType.ARREST, EventType.RAID))
_EACH = frozenset(("كل", "بكل"))
_MANY = 4  # places of a list that the area around them stands for


def rank_frame(scene: Scene, f: Frame, source: ActorMention | None, before: Frame | None, items: Collection[int] = ()) -> None:
    """Fill perpetrator, target, place and time of a frame from the ranking tables.

    Args:
        scene: the document.
        f: a merged frame with the choices of the rules.
        source: who answers for it; ``None`` for the outlet.
        before: the event told before it, already ranked; ``None`` for the first.
        items: for a total, the places of its items.
    """
    pools: dict[str, list[Candidate]] = {}
    for role in ("perpetrator", "target"):
        table = weights(role)
        if not table or (f.aggregate and f.parts and "tally:item" in f.rules):
            continue
        previous = getattr(before, role) if before is not None else None
        pools[role] = actor_candidates(scene, f, role, source, previous)
        if role == "perpetrator" and f.perpetrator_rule in ("agent:by-phrase", "agent:claims", "agent:accused", "agent:through"):
            continue  # ``على يد``, ``نفّذه``: the words say who
        lent = f.perpetrator if role == "perpetrator" and f.perpetrator_rule == "agent:list-header" else None
        _take(f, role, best(pools[role], table))
        if lent is not None and f.perpetrator is None:
            f.perpetrator, f.perpetrator_rule = lent, "agent:list-header"  # ``وُفّق المجاهدون إلى:`` over the items
    _own_words(scene, f, source, pools)
    if len(pools) == 2:
        _part(f, pools)
    if f.perpetrator is not None and f.target is not None and f.perpetrator.first == f.target.first:
        f.target, f.target_rule = None, ""
    if f.target is None and "target" in pools:
        _victims(f)
    table = weights("place")
    if table and "tally:item" not in f.rules:
        c = best(place_candidates(scene, f, before.place if before is not None else None, items), table)
        f.place, f.place_rule = (c.value if isinstance(c.value, int) else None), c.rule
    if f.place is not None:
        f.place = named_beside(scene, f.place)
    f.place, f.more_places = _each_of(scene, f)
    table2 = weights("date")
    if table2 and "tally:item" not in f.rules:
        prev = before.time if before is not None else None
        c = best(time_candidates(scene, f, prev, lambda ln, i: dates_speech(scene, ln, i)), table2)
        f.time, f.time_rule = (c.value if isinstance(c.value, TimeMention) else None), c.rule


def _own_words(scene: Scene, f: Frame, source: ActorMention | None, pools: dict[str, list[Candidate]]) -> None:
    """What the event's own words settle, whatever else the report tells.

    Bodies found and bombers are nobody's whom only another sentence names; whoever is counted among the victims is not replaced by the
    target of another event; who announces that somebody was "neutralised" did it.
    """
    if "perpetrator" in pools and f.perpetrator is not None and {"body", "suicide"} & f.classes:
        here = {p.line for p in f.parts}
        if f.perpetrator_rule.endswith(":event-before") or scene.owner[f.perpetrator.first] not in here:
            f.perpetrator, f.perpetrator_rule = None, "perpetrator:none"
    if f.perpetrator is None and "neutralise" in f.classes and source is not None and source.category in _ANNOUNCE:
        f.perpetrator, f.perpetrator_rule = source, "agent:announced"
    if f.perpetrator is not None and (_tells_of_attack(scene, f, source) or (f.event_type in _UNSEEN and _only_teller(scene, f))):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:none"
    _by_the_speaker(scene, f, source)
    if "target" not in pools:
        return
    victims = [t.who for t in f.tolls.values() if t.who is not None and _somebody(scene, t.who)]
    if (
        victims
        and f.event_type != EventType.ARMED_CLASH
        and (f.target is None or scene.owner[f.target.first] not in {p.line for p in f.parts} or _stood_beside(scene, f.target))
    ):
        f.target, f.target_rule = (
            (None, "target:none") if f.aggregate or _just_persons(scene, f, victims[0]) else (as_civilians(victims[0]), "target:persons")
        )


def _stood_beside(scene: Scene, a: ActorMention) -> bool:
    """``قُتل شابان … بالقرب من حاجز للمخابرات``: a post near which it happened was not hit."""
    if a.first < 2 or not any(k == "object" for k, _ in a.attrs):
        return False
    near = scene.words[a.first - 2 : a.first]
    return near[1] in wordset("right-by") or (near[1] == "من" and near[0] in wordset("right-by"))


def _just_persons(scene: Scene, f: Frame, who: ActorMention) -> bool:
    """``أوقف شخصين``, ``قُتل سبعة أشخاص بسيارة مفخخة``: persons of whom nothing else is told (codebook 5.4)."""
    if f.event_type not in _PERSONS_OF_NOBODY or scene.words[who.first] not in wordset("mere-persons"):
        return False
    return wordset("told-of-persons").isdisjoint(scene.words[who.last : who.last + 3])


def _somebody(scene: Scene, who: ActorMention) -> bool:
    """``خمسة أشخاص``; not ``أربعة من عناصر المنظمة``: fighters whose party the words do not tell are no civilians."""
    if who.name_en is not None or who.category != "unspecified":
        return False
    word = scene.words[who.first].removeprefix("ال")
    return word not in wordset("fighting-men") and not (
        who.form == "pronoun" and word.removesuffix("ه").removesuffix("ها") in wordset("fighting-men")
    )


def _only_teller(scene: Scene, f: Frame) -> bool:
    """``سقطت ثلاثة صواريخ …، بحسب خلية الإعلام الأمني``: who is only quoted did not fire, unless an enemy of his was hit."""
    p = f.perpetrator
    if p is None or (f.target is not None and f.target.category in _ENEMIES):
        return False
    ln = scene.lines[scene.owner[p.first]]
    return any(scene.cls(s) == "accord" and 0 <= p.first - s.last <= 1 for s in ln.speech)


def _tells_of_attack(scene: Scene, f: Frame, source: ActorMention | None) -> bool:
    """``أعلنت الخلية مقتل مقاتل واحد في هجوم مطيبيجة``: a force of the state that tells who died in an attack was attacked."""
    p, w = f.perpetrator, f.main
    if p is None or source is None or p.first != source.first or p.category not in _ANNOUNCE or f.event_type is not EventType.ATTACK:
        return False
    if w.form != "masdar" or scene.cls(w) != "attack" or not (scene.words[w.first - 1] == "في" or w.prefix.endswith("ب")):
        return False
    return f.target is None or f.target.category not in _ENEMIES


def _by_the_speaker(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """``وإنه احتجز طواقمها``: what a force tells of itself by a pronoun; ``القبض على أربعة``: whom it tells to be held it holds itself,
    where only another sentence names another party."""
    p = f.perpetrator
    if source is None or source.category not in _ANNOUNCE or source.name_en is None or f.event_type not in _HOLDS:
        return
    if p is not None and (p.name_en == source.name_en or not f.perpetrator_rule.startswith("perpetrator:")):
        return
    w = f.main
    of_itself = w.form == "past" and w.first > 0 and scene.words[w.first - 1] in wordset("itself")
    subject = p is not None and p.first > 0 and scene.words[p.first - 1] in wordset("that")
    far = p is not None and p.category == "armed_group" and scene.owner[p.first] not in {x.line for x in f.parts}
    if (of_itself and p is not None and not subject) or far:
        f.perpetrator, f.perpetrator_rule = source, "agent:of-itself"


def _take(f: Frame, role: str, c: Candidate) -> None:
    setattr(f, role, c.value if isinstance(c.value, ActorMention) else None)
    setattr(f, f"{role}_rule", c.rule)


def _part(f: Frame, pools: dict[str, list[Candidate]]) -> None:
    """Nobody attacks himself: the target, the less certain of the two roles, takes its second choice."""
    if f.perpetrator is None or f.target is None or f.perpetrator.name_en != f.target.name_en:
        return
    name = f.perpetrator.name_en
    _take(f, "target", best([c for c in pools["target"] if c.key != name], weights("target")))


def _victims(f: Frame) -> None:
    """``قتل الجيش عنصرا من داعش في غارة``: nobody else being aimed at, the fighters killed are the target (codebook 5.4)."""
    for role in ("killed", "injured", "captured", "killed_or_injured"):
        toll = f.tolls.get(role)
        who = toll.who if toll is not None else None
        if who is None or who.category not in _FIGHTERS or who.name_en is None:
            continue
        if f.perpetrator is None or f.perpetrator.name_en != who.name_en:
            f.target, f.target_rule = who, f"target:{role}"
        return


def _each_of(scene: Scene, f: Frame) -> tuple[int | None, list[int]]:
    """``في كل من أ وب``: the first place of the list and the others, when the frame stands at one of them."""
    if f.place is None or f.aggregate:
        return f.place, []
    line = scene.owner[scene.place(f.place).first]
    if line < 0:
        return f.place, []
    ln, words = scene.lines[line], scene.words
    if _EACH.isdisjoint(words[ln.sentence.first : ln.sentence.last]):
        return _of_list(scene, f, f.place), []
    for i in range(ln.sentence.first, ln.sentence.last - 2):
        if words[i] in _EACH and words[i + 1] == "من":
            members = [k for k in ln.places if scene.place(k).first >= i + 2]
            chain: list[int] = []
            end = i + 2
            for k in members:
                p = scene.place(k)
                gap = words[end : p.first]
                held = any(scene.place(c).container == k for c in chain)  # وبلدة صوران شمالي حلب
                if (
                    any(w not in (",", "و", "-") for w in gap)
                    or held
                    or (chain and p.container is None and p.kind in ("countryside", "governorate"))
                ):
                    break
                chain.append(k)
                end = p.last
            if f.place in chain and len(chain) > 1:
                return chain[0], chain[1:]
    return _area_of(scene, f), []


def _of_list(scene: Scene, f: Frame, place: int) -> int:
    """``في بلدتي X وY``: the first of a list; of more than three the area they lie in (codebook 2.5)."""
    ln = scene.lines[scene.owner[scene.place(place).first]]
    chain = [place]
    for step in (-1, 1):
        k = ln.places.index(place) + step
        while 0 <= k < len(ln.places):
            a, b = (ln.places[k], chain[0]) if step < 0 else (chain[-1], ln.places[k])
            if not _joined(scene, a, b):
                break
            chain.insert(0, a) if step < 0 else chain.append(b)
            k += step
    if len(chain) == 1:
        return place
    first, last = scene.place(chain[0]), scene.place(chain[-1])
    if any(first.first <= w.first < last.last for w in ln.triggers):
        return place
    if len(chain) < _MANY:
        return chain[0]
    held = [h for k in chain if (h := scene.place(k).container) is not None and scene.place(h).kind in _SMALL_AREAS]
    around = held[-1] if held else _around_list(scene, ln, chain)
    return chain[0] if around is None else around


def _around_list(scene: Scene, ln: Lines, chain: list[int]) -> int | None:
    """``وفي الريف الشرقي، انتزعت قرى أ وب وج ود``, ``قرى أ وب وج ود في محيط المدينة``: the area before or behind a long list."""
    behind = ln.places.index(chain[-1]) + 1
    if behind < len(ln.places):
        k = ln.places[behind]
        between = scene.words[scene.place(chain[-1]).last : scene.place(k).first]
        if scene.place(k).relation in ("near", "anaphor") and wordset("around").issuperset(between):
            return k
    return next((k for k in ln.places if k not in chain and scene.place(k).kind in _SMALL_AREAS and opens_line(scene, k)), None)


def _joined(scene: Scene, a: int, b: int) -> bool:
    """Whether two places are neighbours in a list: nothing but a comma between them, or ``و`` on the second."""
    p, q = scene.place(a), scene.place(b)
    if (
        p.ref is None
        or q.ref is None
        or not {p.ref.level, q.ref.level} <= _FINE
        or p.relation != q.relation
        or p.container == b
        or q.container == a
    ):
        return False
    between = scene.words[p.last : q.first]
    return between in ([","], ["و"], [",", "و"]) or (not between and scene.proclitic(q).startswith("و"))


def _area_of(scene: Scene, f: Frame) -> int | None:
    """More than three places under one named area: the area (codebook 2.5)."""
    if f.place is None:
        return None
    p = scene.place(f.place)
    if p.container is None:
        return f.place
    line = scene.owner[p.first]
    box = scene.place(p.container)
    if line < 0 or scene.owner[box.first] != line:
        return f.place
    together = [k for k in scene.lines[line].places if scene.place(k).container == p.container and abs(scene.place(k).first - p.first) < 20]
    return p.container if len(together) > 3 and box.kind in _SMALL_AREAS else f.place
