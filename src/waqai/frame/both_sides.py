"""The dead and wounded of both sides: ``فقد الجيش تسعة جنود، فيما قُتل أحد عشر من المهاجمين`` is a toll of twenty.

Attackers who fall are counted (codebook 8). A second count is added to the first when it is told by a word of its own, nobody else
says it, and those it counts are another side's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.frame.counts import add_counts, count_of, is_dated, is_thing, stops, who_counted
from waqai.frame.frames import Frame, Toll
from waqai.frame.outcome_subject import ROLE_OF, pronoun_of
from waqai.frame.outcomes import LOSING
from waqai.frame.scene import Lines, Scene
from waqai.frame.sum_list import sum_list
from waqai.frame.who_tell import who_tell
from waqai.model import ActorMention, CountRange, NumberMention, WordMention
from waqai.normalise import readings
from waqai.resources.wordsets import wordset

_EVENTS = wordset("event-nouns") | wordset("raid-nouns")
_SIDES = frozenset(("state_force", "armed_group", "militia", "international", "tribe"))
_OUTCOMES = frozenset(("kill", "die", "injure", "result"))
_AGAIN = frozenset(("clash", "attack", "storm"))
_CAME = wordset("those-who-did")
_ROLES = ("killed", "injured")


def other_side(a: ActorMention | None, b: ActorMention | None) -> bool:
    """Two parties to the fighting that are not the same one; those nobody names (``المهاجمين``) are not the one who is named."""
    if a is None or b is None or a.name_en == b.name_en:
        return False
    return (a.category in _SIDES and b.category in (*_SIDES, "unknown")) or (b.category in _SIDES and a.category == "unknown")


def sides_apart(a: Toll, b: Toll) -> bool:
    """Both are counted, and they count people of two sides; who loses ``جنودها`` has killed the others."""
    if not a.count.best or not b.count.best or a.combined or b.combined:
        return False
    lost, other = (a, b) if a.rule == "toll:lost" else (b, a)
    if (
        lost.rule == "toll:lost"
        and other.rule != "toll:lost"
        and (lost.who is None or lost.who.name_en is None or lost.who.text.endswith(("ه", "ها", "هم", "نا")))
    ):
        return other.who is not None and other.who.category in (*_SIDES, "unknown")
    return other_side(a.who, b.who)


def add_other_side(scene: Scene, ln: Lines, f: Frame) -> None:
    """Add to the toll kept for a frame what its sentence counts of the other side's people."""
    if len(ln.numbers) < 2:
        return
    for role in _ROLES:
        kept = f.tolls.get(role)
        if kept is None or not kept.count.best or kept.combined or kept.rule == "toll:besides":
            continue
        if kept.who is None:
            kept = replace(kept, who=_whose(scene, ln, kept.first, kept.first + 2, None))
        for t in counted_again(scene, ln, f, role):
            lo, hi = sorted((kept.first, t.first))
            against = scene.words[max(0, hi - 1)] in wordset("as-against") and not kept.combined
            came = _came_and_fell(scene, kept.who, t.who) or _came_and_fell(scene, t.who, kept.who)
            if (
                lo == hi
                or not t.count.best
                or not (against or came or sides_apart(kept, t))
                or any(lo < s.first < hi for s in ln.speech)
                or _part(ln, t.first)
            ):
                continue
            f.tolls[role] = replace(kept, count=add_counts(kept.count, t.count), who=f.tolls[role].who, rule="toll:both-sides")
            break


def _came_and_fell(scene: Scene, a: ActorMention | None, b: ActorMention | None) -> bool:
    """``وسقط من المهاجمين أربعة``: ``b`` are those who attacked, ``a`` somebody else."""
    return b is not None and scene.words[b.first] in _CAME and (a is None or a.name_en != b.name_en)


def add_slain(scene: Scene, ln: Lines, f: Frame) -> None:
    """``اقتحم ثلاثة انتحاريين محطة وقتلوا 16 عاملاً، قبل أن تقضي عليهم القوات``: add the attackers, killed in their turn."""
    kept = f.tolls.get("killed")
    if kept is None or not kept.count.best or kept.combined or kept.rule == "toll:both-sides":
        return
    for w in f.triggers:
        all_died = w.form == "masdar" and w.prefix == "ب" and not wordset("all-of-them").isdisjoint(scene.words[w.last : w.last + 1])
        if scene.cls(w) not in ("kill", "die") or w.first <= kept.first or not (all_died or w.form in ("past", "present")):
            continue
        size = _of_them(scene, w)
        came = next((n for n in ln.numbers if f.first <= n.first < w.first and n.first != kept.first and _attack(scene, ln, f, n)), None)
        if size is not None and came is not None and came.best is not None and (came.best > 2 if size == 0 else came.best == size):
            f.tolls["killed"] = replace(kept, count=add_counts(kept.count, count_of(came)), rule="toll:both-sides")
        return


def add_self_blown(scene: Scene, ln: Lines, f: Frame) -> None:
    """``قُتل عنصران من التنظيم وفجّر ثالث نفسه``: who blew himself up is one of the dead of his side."""
    kept = f.tolls.get("killed")
    if kept is None:
        _blown_up(scene, ln, f)
        return
    if not kept.count.best or kept.combined or (kept.who is not None and kept.who.category not in (*_SIDES, "unknown")):
        return
    for w in f.triggers:
        at = w.first + 1 if w.form == "phrase" else w.last
        if scene.cls(w) not in ("explode", "suicide") or w.first <= kept.first or at + 2 > f.last:
            continue
        him, own = scene.words[at], scene.words[at + 1 : at + 3]
        n = next((n for n in ln.numbers if n.first == at and n.form in ("digits", "words", "dual")), None)
        size = int(n.best) if n is not None and n.best is not None else 1 if him in wordset("told-one") else 0
        if size and not wordset("themselves").isdisjoint(own):
            f.tolls["killed"] = replace(kept, count=add_counts(kept.count, CountRange(size, size, size, him)), rule="toll:both-sides")
            return


def _blown_up(scene: Scene, ln: Lines, f: Frame) -> None:
    """``تخللتها اشتباكات وتفجير عناصر لأنفسهم``: in a search, those who blow themselves up are its dead."""
    if not f.classes & _SEARCHED:
        return
    for w in f.triggers:
        if scene.cls(w) not in ("explode", "suicide") or w.last + 1 >= f.last:
            continue
        if any(scene.words[i].removeprefix("ل") in wordset("themselves") for i in range(w.last, min(w.last + 3, f.last))):
            n = next((n for n in ln.numbers if n.first == w.last), None)
            own = count_of(n) if n is not None else CountRange(1, 1, 1, w.text)
            f.tolls["killed"] = Toll("killed", own, w.span, w.first, None, False, "toll:blown-up")
            return


def _of_them(scene: Scene, w: WordMention) -> int | None:
    """The number the pronoun of a verb of killing stands for: ``تقضي عليهم`` 0 for several."""
    if scene.entry(w).company and "علي" in scene.entry(w).company:
        return next((_PRONOUN[x] for x in scene.words[w.last : w.last + 3] if x in _PRONOUN), None)
    return pronoun_of(w)


def _attack(scene: Scene, ln: Lines, f: Frame, n: NumberMention) -> bool:
    """Those counted come to attack: they stand right behind a verb of attacking."""
    if n.form not in ("digits", "words", "dual", "singular") or is_thing(scene, n):
        return False
    return any(0 <= n.first - x.last <= 1 and x.form == "past" and scene.cls(x) in _COMING for x in f.triggers)


_SEARCHED = frozenset(("raid", "arrest", "incursion", "find", "cell"))
_COMING = frozenset(("attack", "storm", "raid", "incursion", "shoot", "target"))
_PRONOUN = {"عليه": 1, "عليها": 1, "عليهما": 2, "عليهم": 0}


def both_lost(scene: Scene, old: Frame, f: Frame) -> bool:
    """``فيما خسرت خمسة من جنودها``, ``بينما سقط من المهاجمين عشرة``: what the other side lost in the event told just before."""
    if f.aggregate or old.aggregate or not f.tolls:
        return False
    bare = old.classes <= _OUTCOMES and old.place is None and f.line == old.line  # "قتل جنديان، فيما قتل أربعة من المهاجمين، في هجوم على"
    # "وردت القوة على المهاجمين وقتلت اثنين منهم"
    answers = any(scene.cls(w) == "repel" or scene.entry(w).id == "answer-fire" for w in f.triggers)
    answers = answers and not (scene.lines[f.line].speech and scene.lines[old.line].speech)  # two tellers tell two versions
    known_kinds = _OUTCOMES | _AGAIN | ({"repel"} if answers else set())
    if not bare and (not f.classes <= known_kinds or (f.place is not None and f.place != old.place)):
        return False
    if not bare and not answers and f.classes & _AGAIN and not named_again(scene, f):
        return False
    if not 0 <= f.line - max(old.lines) <= 1 or any(w in wordset("others") for w in scene.words[f.main.first : f.last]):
        return False
    known = [(old.tolls[r], t) for r, t in f.tolls.items() if r in old.tolls]
    mine, theirs = (who_tell(scene.lines[k], scene.lines[k].sentence.last) for k in (f.line, max(old.lines)))
    if mine and theirs and mine.isdisjoint(theirs):
        return False  # "قالت الحكومة إن خمسة جنود قتلوا. وقالت الحركة إن 61 جندياً قتلوا": two versions
    if not known or not all(sides_apart(a, b) or _attackers(scene, a, b, f.first) for a, b in known) or not _looks_back(scene, old, f):
        return False
    f.rules.append("both-lost")
    return True


def _looks_back(scene: Scene, old: Frame, f: Frame) -> bool:
    """A verb of losing men, those who did the deed told before, or the deed itself named again (``خلال الاشتباكات``)."""
    again = named_again(scene, f)
    if again or (old.perpetrator is not None and any(_is(t.who, old.perpetrator) for t in f.tolls.values())):
        return True
    if any(scene.entry(w).id in LOSING for w in f.triggers):
        return True
    theirs = [t for r, t in f.tolls.items() if r in old.tolls and old.target is not None and _is(t.who, old.target)]
    if any(_attackers(scene, t, old.tolls[t.role], 0) for t in theirs):
        return True  # "وقتل خمسة من المهاجمين. وقال مصدر إن جنديين قُتلا"
    part = scene.words[f.first : f.last]
    return not (wordset("those-who-did").isdisjoint(part) and wordset("our-own").isdisjoint(part))


def _attackers(scene: Scene, old: Toll, new: Toll, start: int) -> bool:
    """``قُتل تسعة أشخاص … المهاجمين الأربعة قتلوا جميعاً``: the new ones are those who attacked, the others are not."""
    did, words = wordset("those-who-did"), scene.words
    told = [did.isdisjoint(words[t.first : t.first + 3]) for t in (old, new)]
    if told[1] and not wordset("of-them").isdisjoint(words[new.first : new.first + 3]):
        told[1] = did.isdisjoint(words[start : new.first])  # "ردت على المهاجمين وقتلت اثنين منهم"
    return bool(old.count.best and new.count.best) and told == [True, False]


def _is(a: ActorMention | None, b: ActorMention) -> bool:
    return a is not None and a.name_en is not None and a.name_en == b.name_en


def named_again(scene: Scene, f: Frame) -> bool:
    """``خلال الاقتحام``, ``في الاشتباكات``: an event told before, with the article, behind a word of setting."""
    for i in range(f.first, min(f.last - 1, f.main.first + 5)):
        named = scene.words[i + 1]
        if scene.words[i] in wordset("setting-prepositions") and named.startswith("ال") and any(r in _EVENTS for _, r in readings(named)):
            return True
    return False


def _part(ln: Lines, at: int) -> bool:
    return any(0 <= at - c.first <= 3 for c in ln.of("among"))


def counted_again(scene: Scene, ln: Lines, f: Frame, role: str) -> Iterator[Toll]:
    """Every count of the frame's clauses that stands with a word of its own."""
    for w in f.triggers:
        if ROLE_OF.get(scene.cls(w)) == role and w.first >= f.first and not negated(scene, ln, w):
            got = sum_list(scene, ln, w.last, stops(scene, ln, w.last, f.last), 4)
            kept = f.tolls.get(role)
            if got is not None and kept is not None and kept.rule == "toll:object" and got[1].first == w.last < kept.first:
                continue  # "قتل مسلحان يستقلان دراجة شرطياً": the subject, whoever the object is
            if got is not None:
                ours = not wordset("our-own").isdisjoint(scene.words[got[1].first : got[1].first + 4])
                lost = "toll:lost" if ours or scene.entry(w).id in LOSING else ""
                yield Toll(role, got[0], got[1].span, got[1].first, got[2], rule=lost)
    for t in ln.tolls:
        if f.first <= t.first < f.last and scene.entry(t).weapon == role:
            yield from _at_noun(scene, ln, f, role, t)
    if role == "killed":
        yield from _opposite(scene, ln, f)


def _at_noun(scene: Scene, ln: Lines, f: Frame, role: str, t: WordMention) -> Iterator[Toll]:
    for n in ln.numbers:
        bodies = n.first == t.last and scene.words[t.first] in wordset("bodies")  # "جثث أربعة من المهاجمين"
        if bodies or n.first <= t.first < n.last or 0 <= t.first - n.last <= 1:
            if n.form not in ("singular", "plural", "ordinal") and not is_dated(ln, n):
                yield Toll(role, count_of(n), n.span, n.first, _whose(scene, ln, n.first, n.last, who_counted(scene, ln, n, f.last)))
            return


def _whose(scene: Scene, ln: Lines, lo: int, hi: int, who: ActorMention | None) -> ActorMention | None:
    """``عشر جثث تركها المهاجمون``, ``ترك المهاجمون وراءهم عشر جثث``: bodies without a side are those of who left them."""
    if who is not None:
        return who
    near = (a for a in ln.actors if -4 <= a.last - lo <= 0 or 0 <= a.first - hi <= 2)
    return next((a for a in near if scene.words[a.first] in wordset("those-who-did")), None)


def _opposite(scene: Scene, ln: Lines, f: Frame) -> Iterator[Toll]:
    """``مقابل 15 من المهاجمين``, ``سقط من المهاجمين أحد عشر``: counted without a word of dying of its own."""
    for n in ln.numbers:
        if not f.first < n.first < f.last or n.form not in ("digits", "words", "dual") or is_thing(scene, n) or is_dated(ln, n):
            continue
        before = scene.words[n.first - 1]
        if before in wordset("as-against"):
            yield Toll("killed", count_of(n), n.span, n.first, _whose(scene, ln, n.first, n.last, who_counted(scene, ln, n, f.last)))
        elif before in wordset("those-who-did") and n.noun is None:
            yield Toll("killed", count_of(n), n.span, n.first, next((a for a in ln.actors if a.last == n.first), None))


def negated(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``ولم تفقد أحداً`` counts nobody; ``ولم تفقد سوى مقاتل`` does."""
    if w.form not in ("past", "present", "passive") or wordset("none-negation").isdisjoint(
        scene.words[max(ln.sentence.first, w.first - 2) : w.first]
    ):
        return False
    return wordset("nobody-but").isdisjoint(scene.words[w.last : w.last + 3])
