"""Who did it and to whom as the rules choose: each argument with the name of the rule that chose it."""

from __future__ import annotations

from waqai.frame.claimer import claimer
from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, is_object, is_passive, joined_below, prep_of, worked_for
from waqai.frame.scene import Lines, Scene
from waqai.frame.spoken_of import spoken_of
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_VERB = frozenset(("past", "present", "passive"))
_SOURCES = frozenset(("source", "media", "monitor"))
_NOT_AGENT = frozenset((*_SOURCES, "civilians", "officials", "unspecified", "ministry"))
_CIVIL_AGENT = frozenset(("protest", "loot", "burn", "clash"))
_AGAINST = wordset("against")
_AGENT_NOUN = frozenset(("attack", "air", "shell", "clash", "op", "storm", "suicide", "incursion", "launch", "move", "airmeans", "shoot"))
_OBJECT_NOUN = frozenset(
    (
        "target", "kill", "die", "injure", "assassinate", "execute", "arrest", "abduct", "raid", "loot", "burn", "seize",
        "neutralise", "destroy", "cell", "seize-persons",
    )
)  # fmt: skip
_MUTUAL = frozenset(("clash",))
_ITSELF = wordset("itself")
_WHERE = ("في", "علي", "قرب", "داخل", "عند", "امام", "بجانب", "تحت")  # behind a verb of laying: where


def _actors(ln: Lines, lo: int, hi: int) -> list[ActorMention]:
    return [a for a in ln.actors if lo <= a.first < hi and a.category not in _SOURCES and a.name_en is not None and a.form != "pronoun"]


def _can_act(a: ActorMention, f: Frame) -> bool:
    if cannot_act(a):
        return False
    if a.category in _NOT_AGENT:
        return (bool(f.classes & _CIVIL_AGENT) and a.category in ("civilians", "officials")) or a.category == "ministry"
    return True


def _said_of_another(scene: Scene, f: Frame, ln: Lines, i: int) -> bool:
    """``اعتقلت القوات مهرباً، فيما قال قائدها إن التنظيم يُموَّل من قبل الجيش``: behind a word of saying, and no event between."""
    told = max((w.last for w in f.triggers if w.last <= i), default=i)
    said = min((s.last for s in ln.speech if told <= s.first < i), default=i)
    return not wordset("that").isdisjoint(scene.words[said:i])


def _of_a_share(scene: Scene, ln: Lines, f: Frame, i: int) -> bool:
    """``قضى 28 منهم على يد``, ``و6 على يد``: another number than that of the event stands right before token ``i``."""
    if i and scene.words[i - 1] in wordset("share-of"):
        i -= 1
    mine = {t.first for t in f.tolls.values()}
    near = next((n for n in ln.numbers if n.last == i and n.first not in mine and n.form in ("digits", "words")), None)
    return near is not None and not (
        near.best == 1 and i - 2 >= f.first and scene.words[i - 2][-1] == scene.words[i - 1][-1]
    )  # "عائلة واحدة"


def _fires(a: ActorMention) -> bool:
    """A post whose men shoot: ``برصاص حاجز للجيش``, ``بنيران نقطة تابعة لقسد``."""
    return ("object", "post") in a.attrs and a.category in ("armed_group", "state_force", "militia", "international")


def _supported(scene: Scene, ln: Lines, a: ActorMention) -> bool:
    """The actor stands after a word of support: it backs, it does not act."""
    support = ln.of("support")
    return bool(support) and any(0 <= a.first - c.last <= 2 for c in support)


_AGENTIVE = frozenset(("arrest", "seize-persons", "raid", "find", "cell", "op", "destroy", "defuse", "seize", "launch"))


def _heads_line(scene: Scene, ln: Lines, f: Frame) -> ActorMention | None:
    """``قيادة عمليات نينوى: إلقاء القبض على``: the force that heads an item did what the item tells."""
    for a in ln.actors:
        if a.first - ln.sentence.first > 4:
            return None
        if a.last < ln.sentence.last and scene.words[a.last] == ":" and a.last <= f.main.first:
            return a if a.category in ("state_force", "militia", "armed_group", "international") else None
    return None


def assign_agents(scene: Scene, f: Frame) -> None:
    """Fill perpetrator and target."""
    ln = scene.lines[f.line]
    lo, hi = f.first, f.last
    actors = [a for a in _actors(ln, lo, hi) if not _supported(scene, ln, a)]
    tolled = {t.who.first for t in f.tolls.values() if t.who is not None}
    victims = [t.who for r in ("killed", "injured", "killed_or_injured", "captured") if (t := f.tolls.get(r)) and t.who]
    agent: ActorMention | None = None
    rule = ""
    aimed: ActorMention | None = None
    alleged = [a for a in actors if worked_for(scene, a)]
    actors = [a for a in actors if a not in alleged]

    for c in scene.within(ln.of("agentby"), lo, hi):
        if scene.words[c.first - 1] in wordset("held-by"):
            continue  # "القرية التي كانت بيد التنظيم": whose it was
        if f.tolls and _of_a_share(scene, ln, f, c.first):
            continue
        if "arrest" in f.classes and scene.words[c.first] in wordset("from-where"):
            continue  # ``أجهزة مصدرها إيران``, found with those held
        if ln.speech and _said_of_another(scene, f, ln, c.first):
            continue
        if scene.words[c.last - 1] in wordset("laid-it") and scene.words[c.last : c.last + 1] and scene.words[c.last] in _WHERE:
            continue  # ``عبوة كانت قد زرعتها في نقطة للجيش``: its subject is whoever was spoken of
        nxt = next((a for a in actors if a.first == c.first or 0 <= a.first - c.last <= 3), None)
        if nxt is not None and (before := spoken_of(scene, ln, c, nxt)) is not None:
            agent, rule, aimed = before, "agent:by-phrase", nxt
            break
        if nxt is not None and (_can_act(nxt, f) or _fires(nxt)) and nxt.first not in tolled:
            agent, rule = nxt, "agent:by-phrase"
            break

    targets: list[tuple[ActorMention, str]] = [(aimed, "target:launched-on")] if aimed is not None else []
    order = sorted(f.triggers, key=lambda w: (w is not f.main, w.first))
    for w in order:
        cls = scene.cls(w)
        if cls in ("result",):
            continue
        got_agent, got_target, how = _arguments(scene, f, ln, w, cls, actors, tolled)
        if agent is None and got_agent is not None and _can_act(got_agent, f):
            agent, rule = got_agent, how
        if got_target is not None:
            targets.append((got_target, how))
    if agent is None:
        for s in ln.speech:
            if scene.cls(s) == "claim-resp" and lo - 12 <= s.first < hi:
                near = claimer(scene, ln, s)
                if near is not None and _can_act(near, f):
                    agent, rule = near, "agent:claims"
                    break
    if agent is None and f.classes & _AGENTIVE:
        agent = _heads_line(scene, ln, f)
        rule = "agent:heads-line" if agent is not None else ""
    f.perpetrator, f.perpetrator_rule = agent, rule
    target: ActorMention | None = alleged[0] if alleged else None
    trule = "target:worked-for" if alleged else ""
    same = agent.first if agent is not None else -1
    for v in victims if target is None else []:
        if v.first != same and v.name_en is not None:
            target, trule = v, "target:victims"
            break
    if target is None:
        for m, how in targets:
            if m.first != same:
                target, trule = m, how
                break
    if target is None and "clash" in f.classes:
        rest = [a for a in actors if a.first != same]
        if agent is None and rest:
            f.perpetrator, f.perpetrator_rule = rest[0], "agent:clash-side"
            rest = rest[1:]
        if rest:
            target, trule = rest[0], "target:clash-side"
    f.target, f.target_rule = target, trule


def _noun_arguments(
    scene: Scene, f: Frame, ln: Lines, w: WordMention, cls: str, after: list[ActorMention], tolled: set[int]
) -> tuple[ActorMention | None, ActorMention | None]:
    """Agent and target of an event noun: ``هجوم التنظيم على``, ``قصف مواقع``, ``استهداف خلايا التنظيم موقعاً``."""
    agent: ActorMention | None = None
    target: ActorMention | None = None
    stop = min((x.first for x in f.triggers if x.first >= w.last and x.form in _VERB), default=f.last)
    near = [a for a in after if a.first < stop][:4]
    for n, a in enumerate(near):
        p = prep_of(scene, a)
        if p in _AGAINST:
            if target is None and a.first - w.last <= 12:
                target = a
            continue
        gap = a.first - (near[n - 1].last if n else w.last)
        thing = is_object(a)
        theirs = cls != "target" or any(prep_of(scene, x) == "" for x in near[n + 1 :])  # ``استهداف لداعش نقطة``, no ``استهداف لقسد``
        takes_agent = (cls in _AGENT_NOUN and (cls != "suicide" or p in ("ل", "من"))) or (
            cls in ("raid", "arrest", "target") and p == "ل" and theirs
        )
        if (
            takes_agent
            and agent is None
            and not thing
            and (cls != "airmeans" or a.number is None)
            and a.first - w.last <= 4
            and p in ("", "ل", "من")
            and a.first not in tolled
        ):
            agent = a
        elif agent is not None and target is None and p in ("", "ل") and gap <= 5:
            target = a
        elif cls in _OBJECT_NOUN or thing:
            if gap > 6 and target is None and agent is None:
                break
            if target is not None or p not in ("", "ل", "من", "ب"):
                continue
            nxt = near[n + 1] if n + 1 < len(near) else None
            if (
                nxt is not None
                and cls in ("target", "shell", "destroy", "arrest", "abduct")
                and not thing
                and agent is None
                and nxt.first - a.last <= 3
                and prep_of(scene, nxt) == ""
                and nxt.name_en != a.name_en
            ):
                # two noun phrases in a row: the first acts on the second
                agent, target = a, nxt
                break
            target = a
        elif target is None and p in ("", "ل") and gap <= 4:
            target = a
    return agent, target


def _arguments(
    scene: Scene, f: Frame, ln: Lines, w: WordMention, cls: str, actors: list[ActorMention], tolled: set[int]
) -> tuple[ActorMention | None, ActorMention | None, str]:
    """Agent and target that one trigger takes."""
    after = [a for a in actors if a.first >= w.last]
    before = [a for a in actors if a.last <= w.first]
    if w.form in _VERB:
        return _verb(scene, f, ln, w, cls, after, before, tolled)
    agent, target = _noun_arguments(scene, f, ln, w, cls, after, tolled)
    how = "agent:noun"
    # a light verb before an event noun: "شنّ التنظيم هجوماً على"
    light = [c for c in ln.of("light") if f.first - 4 <= c.first < w.first and w.first - c.first <= 18]
    if light and agent is None:
        c = light[-1]
        mid = [a for a in actors if c.last <= a.first < w.first and prep_of(scene, a) == "" and a.first - c.last <= 3]
        pre = [a for a in actors if a.last <= c.first and prep_of(scene, a) == "" and c.first - a.last <= 12]
        if mid:
            agent, how = mid[0], "agent:light-verb"
        elif pre and cls in _AGENT_NOUN | {"raid", "arrest", "launch"}:
            agent, how = pre[-1], "agent:light-verb-topic"
    if agent is None and before and scene.words[w.first - 1] in wordset("through"):
        b = before[-1]  # "ردّت إسرائيل عبر اغتيال القيادي"
        hit = b.category == "civilians" or b.number is not None or b.first in tolled or cls == "clash"
        if w.first - b.last <= 4 and prep_of(scene, b) == "" and not is_object(b) and not hit:
            agent, how = b, "agent:through"
    if agent is None and cls in _AGENT_NOUN and before and not after:
        b = before[-1]
        if w.first - b.last <= 3 and prep_of(scene, b) == "" and not is_object(b) and b.first not in tolled:
            agent, how = b, "agent:headline"
    return agent, target, how


_ITS_OBJECT = ("ها", "هم", "هما", "هن", "تهم", "ته")


def _verb(
    scene: Scene, f: Frame, ln: Lines, w: WordMention, cls: str, after: list[ActorMention], before: list[ActorMention],
    tolled: set[int],
) -> tuple[ActorMention | None, ActorMention | None, str]:  # fmt: skip
    near = [a for a in after if a.first - w.last <= 7]
    free = [a for a in near if prep_of(scene, a) == ""]
    if _after_event_noun(scene, f, w):  # "هجوم استهدف مواقعها": the attack is the subject
        return None, next((a for a in near if prep_of(scene, a) in ("", "ل", "علي")), None), "target:verb-object"
    if cls in ("repel", "body", "foil", "defuse", "shootdown"):
        # the one who repels, finds or foils is not the one who did it
        return None, free[0] if free and cls == "repel" else None, "target:repels"
    if cls == "under":  # "تعرّض X لهجوم من Y"
        subject = free[0] if free and not _event_between(f, w, free[0]) else (before[-1] if before else None)
        return None, subject, "target:under-attack"
    if cls in ("die",):
        subject = free[0] if free else None
        return None, subject, "target:died"
    if is_passive(scene, w):
        subject = free[0] if free else (before[-1] if before and w.first - before[-1].last <= 4 else None)
        return None, subject, "target:passive"
    if w.form == "past" and w.text.endswith("نا") and len(w.text) > 4:  # "قنصنا جندياً": we did, whom follows
        us = [a for a in before if prep_of(scene, a) == "" and w.first - a.last <= 14 and _can_act(a, f)]
        hit = next((a for a in near if prep_of(scene, a) in ("", "ل", "علي", "ضد", "ب", "من")), None)
        return us[-1] if us else None, hit, "agent:ours"
    victim_first = bool(free) and free[0].first in tolled
    if cls in ("kill", "injure", "arrest", "abduct", "execute", "assassinate", "seize-persons"):
        if free and not victim_first and _can_act(free[0], f) and free[0].number is None:
            rest = [a for a in after if a.first > free[0].first]
            toll_after = any(t.first >= free[0].last for t in f.tolls.values())
            has_object = any(prep_of(scene, a) in ("", "علي") for a in rest[:1]) or toll_after or cls not in ("kill", "injure")
            if has_object:
                target = next((a for a in rest if prep_of(scene, a) in ("", "علي", "ل", "من", "ب")), None)
                return free[0], target, "agent:verb-subject"
        topic = [a for a in before if prep_of(scene, a) == "" and w.first - a.last <= 12 and _can_act(a, f)]
        if free and not victim_first and w.text.endswith(_ITS_OBJECT) and not is_object(free[0]) and _can_act(free[0], f):
            hit = next((a for a in reversed(before) if prep_of(scene, a) == "" and w.first - a.last <= 6), None)
            return free[0], hit, "agent:after-its-object"  # ``المواطنة خطفها عناصر الفصيل``
        feminine_or_plural = w.text.endswith(("ت", "وا", "ه", "هم", "ها")) or w.form == "present"
        if topic and (feminine_or_plural or victim_first) and topic[-1].first not in tolled:
            return topic[-1], free[0] if free else None, "agent:topic"
        return None, free[0] if free else None, "target:verb-object"
    if cls in ("explode",):
        if free and _can_act(free[0], f) and scene.entry(w).id == "detonate":
            return free[0], None, "agent:verb-subject"
        told = scene.words[w.first - 1] in _ITSELF or w.text.endswith("وا")  # ``أعلنت الكتائب أنها فجرت عبوة``
        doer = [a for a in before if prep_of(scene, a) == "" and _can_act(a, f) and w.first - a.last <= 12]
        if told and doer and w.form in ("past", "present") and scene.entry(w).id == "detonate":
            return doer[-1], None, "agent:topic"
        return None, None, ""
    plural = w.form == "past" and w.text.endswith("وا")  # the subject of a plural verb stands before it
    subject = free[0] if free and not plural and _can_act(free[0], f) else None
    topic = [a for a in before if prep_of(scene, a) == "" and _can_act(a, f) and w.first - a.last <= 14]
    topic = [a for a in topic if not joined_below(scene, a, before)]
    if subject is not None:
        rest = [a for a in after if a.first > subject.first and a.first - subject.last <= 14]
        target = next((a for a in rest if prep_of(scene, a) in ("", "ل", "علي", "ضد", "من", "ب", "مع", "في")), None)
        if target is None and topic and cls not in ("clash",) and w.form == "past" and not w.text.startswith(("و", "ف")):
            # SVO: "مسلحون هاجموا دورية"
            return topic[-1], subject, "agent:topic"
        if target is None and topic and w.text.endswith(("وا", "ت", "ون")):
            return topic[-1], subject, "agent:topic"
        return subject, target, "agent:verb-subject"
    target = next((a for a in near if prep_of(scene, a) in ("", "ل", "علي", "ضد", "ب", "من")), None)
    if topic:
        return topic[-1], target, "agent:topic"
    return None, target, "target:verb-object"


def _event_between(f: Frame, w: WordMention, a: ActorMention) -> bool:
    """``وقعت في كمين نصبته فلول``: whoever stands behind the event noun belongs to it."""
    return any(x.form == "masdar" and w.last <= x.first < a.first for x in f.triggers)


def _after_event_noun(scene: Scene, f: Frame, w: WordMention) -> bool:
    """A verb right after an event noun tells of it: the noun is the subject."""
    return any(x.form == "masdar" and 0 <= w.first - x.last <= 1 and not _means_person(scene, x) for x in f.triggers)


def _means_person(scene: Scene, x: WordMention) -> bool:
    return scene.cls(x) in ("airmeans", "shoot", "suicide")
