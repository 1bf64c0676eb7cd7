"""Signs by which two triggers of a sentence are told together or apart; ``joining`` weighs them."""

from __future__ import annotations

from waqai.frame.classes import GROUP_OF, OUTCOME, VERB
from waqai.frame.clauses import Clause
from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.frame.turning import placed
from waqai.model import PlaceLevel, WordMention
from waqai.resources.wordsets import wordset

SINCE_TOTALS = frozenset(("dead-counted", "war-counted", "held-counted", "neutralised-counted"))
_ASSAULT = frozenset(("attack", "storm", "raid", "incursion"))
_SINCE = 14  # tokens
_NEXT = 5  # tokens
_DATED = 3  # tokens
_OPERATIONS = frozenset(("raid", "op", "arrest", "seize-persons", "incursion", "storm", "cell", "foil", "abduct"))
_NAMED = 3  # tokens from a noun of holding to what those held are
OBJECT = 8  # tokens from the bringing down to the drone


def kinds_of(scene: Scene, g: list[WordMention]) -> set[str]:
    """The groups of means the triggers belong to (``violent``, ``fire``, ``detain``), outcomes left out."""
    return {GROUP_OF[c] for w in g if (c := scene.cls(w)) in GROUP_OF}


def clause_of(cs: list[Clause], i: int) -> int:
    """Number of the clause that holds token ``i``; the last one when none does."""
    for k, c in enumerate(cs):
        if c.first <= i < c.last:
            return k
    return len(cs) - 1


def hard_between(cs: list[Clause], a: int, b: int) -> bool:
    """A hard break stands between clauses ``a`` and ``b``."""
    return a < b and any(c.hard for c in cs[a + 1 : b + 1])


def is_drone(scene: Scene, w: WordMention) -> bool:
    """``مسيّرتين مفخختين``, ``طائرة مسيّرة مسلحة``."""
    return w.form == "phrase" and scene.entry(w).weapon == "drone"


def drone_near(scene: Scene, ln: Lines, first: int, last: int) -> bool:
    """A word for a drone stands from token ``first`` to just behind ``last``."""
    return any(first <= x.first <= last + 4 and scene.entry(x).id == "drone" for x in ln.triggers)


def own_time_of(ln: Lines, c: Clause) -> bool:
    """The clause has a day or an hour of its own."""
    return any(c.first <= t.first < c.last for t in ln.times)


def culprits(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """Those held are who did it, and it was no operation of those who hold them."""
    if {scene.cls(x) for x in g} & _OPERATIONS:
        return False
    return not (wordset("involved") | wordset("suspects")).isdisjoint(scene.words[w.last : w.last + _NAMED])


def launched(scene: Scene, last: WordMention, w: WordMention) -> bool:
    """The operation, without the article, behind the verb or the noun of its launch."""
    if scene.cls(last) != "launch" or scene.cls(w) not in ("raid", "op") or w.form in VERB or w.text.startswith("ال"):
        return False
    if scene.owner[last.first] != scene.owner[w.first] or not last.first - last.last < w.first - last.last <= OBJECT:
        return False
    return w.prefix in ("", "ب") and scene.words[w.first - 1] not in wordset("course-of-operation")


def before_that(scene: Scene, last: WordMention, w: WordMention) -> bool:
    """``قبل أن`` and a verb in the present between the fight and the arrest."""
    words = scene.words[last.last : w.first]
    return any(words[i] == "قبل" and words[i + 1] == "ان" for i in range(len(words) - 1))


def told_with_toll(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Behind the blow the sentence tells whom it hurt."""
    return any(x.first > w.last and scene.cls(x) in OUTCOME for x in ln.triggers) and not scene.words[w.first].startswith("ال")


def others_of_them(scene: Scene, last: WordMention, w: WordMention) -> bool:
    """``قُتل خمسة، وأُسر اثنان آخران``: behind the dead the others of the same men."""
    if scene.cls(last) not in ("kill", "die", "injure") or last.form not in VERB:
        return False
    return not (wordset("others") | wordset("another")).isdisjoint(scene.words[w.last : w.last + 2])


def both_fell(scene: Scene, ln: Lines, cls: str, outcomes: set[str], c: Clause) -> bool:
    """``قُتل ثلاثة فيما أصيب 20``, ``قُتل جندي وأصيب آخر بينما قُتل اثنان من المسلحين في اشتباكات``: the fallen of both sides of one fight."""
    if cls == "injure":
        return bool(outcomes) and outcomes <= {"kill", "die"}
    fight = any(c.first <= x.first < c.last and scene.cls(x) == "clash" for x in ln.triggers)
    return fight and cls in ("kill", "die") and bool(outcomes) and outcomes <= {"kill", "die", "injure"}


def bare_clauses(scene: Scene, ln: Lines, cs: list[Clause], g: list[WordMention], b: int) -> bool:
    """The clauses of a group, up to clause ``b``, say neither where nor when."""
    first = clause_of(cs, g[0].first)
    opens = {t.first for t in ln.times if t.first <= ln.sentence.first + 1}  # ``والسبت قُتل جندي … بينما قُتل``: the day of both
    return not any(placed(scene, ln, c) or (own_time_of(ln, c) and opens.isdisjoint(range(c.first, c.first + 2))) for c in cs[first:b])


def with_next_outcome(scene: Scene, ln: Lines, cs: list[Clause], b: int) -> Clause:
    """``واستشهد أربعة | وأصيب ستة في قصف منزل في المخيم``: the outcomes told together share what stands behind the last of them."""
    c = cs[b]
    for nxt in cs[b + 1 :]:
        if nxt.hard or placed(scene, ln, c):
            break
        if not any(x.first == nxt.first and x.prefix == "و" and x.form in VERB and scene.cls(x) in OUTCOME for x in ln.triggers):
            break
        c = Clause(c.first, nxt.last, c.hard)
    return c


def placed_anew(scene: Scene, ln: Lines, cs: list[Clause], a: int, b: int) -> bool:
    """The later clause has a place or day of its own."""
    return b > a and (placed(scene, ln, cs[b]) or own_time_of(ln, cs[b]))


def on_the_spot(scene: Scene, c: Clause, w: WordMention) -> bool:
    """Bodies found where it struck, or of those who attacked."""
    part = scene.words[c.first : c.last]
    if not wordset("their-bodies").isdisjoint(part):
        return True
    return not wordset("on-the-spot").isdisjoint(part) or not wordset("those-who-did").isdisjoint(part)


def bodies_dug_out(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """Bodies counted right before what struck: it killed them, unless it has a day of its own."""
    if w.form in VERB:  # "جثة من تحت أنقاض مبنى قصفه الطيران"
        ruins = not wordset("on-the-spot").isdisjoint(t.removeprefix("ب") for t in scene.words[g[-1].last : w.first])
        return ruins and w.text.endswith(("ه", "ها", "هم"))
    if not wordset("after-a-blow").isdisjoint(scene.words[max(w.first - 2, 0) : w.first]) and w.first - g[0].first <= _SINCE:
        return not (dated_between(ln, g[0].first, w.first) and dated_between(ln, w.last, w.last + _SINCE))
    return False


def outcomes_of(scene: Scene, g: list[WordMention]) -> set[str]:
    """The classes of outcome a group tells."""
    return {scene.cls(x) for x in g} & OUTCOME


def dated_between(ln: Lines, lo: int, hi: int) -> bool:
    """A time stands in tokens ``[lo, hi)``."""
    return any(lo <= t.first < hi for t in ln.times)


def held_for_it(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """The verb ``w``, with a day of its own, tells what those just held are charged with."""
    held = next((x for x in g if scene.cls(x) in ("arrest", "seize-persons")), None)
    if held is None or wordset("held-for").isdisjoint(scene.words[held.last : w.first]):
        return False
    return any(0 <= t.first - w.last <= _DATED and t.rule != "since" for t in ln.times)


def risen_after(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """A count since some date has risen after deaths that have a day of their own."""
    day = any(w.last <= t.first <= w.last + _NEXT and str(t.precision) == "day" and t.deictic for t in ln.times)
    return day and any(scene.entry(x).id in SINCE_TOTALS and since_then(scene, ln, x) for x in g)


def since_total(scene: Scene, f: Frame) -> bool:
    """The frame tells what a count has come to since a day or year before (``لترتفع حصيلة ضحاياها منذ مطلع العام إلى 33``)."""
    return scene.entry(f.main).id in SINCE_TOTALS and since_then(scene, scene.lines[f.line], f.main)


def since_then(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """A count that has risen since a date further back than a day or so."""
    words, at = scene.words, w.first - 1
    if at > 0 and words[at] in wordset("by-that"):
        at -= 1
    if at < 0 or words[at] not in wordset("rise-verbs"):
        return False
    if any(words[i] in wordset("since") and words[i + 1] in wordset("begun") for i in range(w.last, min(w.last + _SINCE, len(words) - 1))):
        return True
    later = (t for t in ln.times if w.last <= t.first <= w.last + _SINCE)
    told = (t for t in later if not wordset("since").isdisjoint(scene.words[t.first - 1 : t.last]))
    return any(not (t.deictic and str(t.precision) == "day") for t in told)


def broke_in(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """Those who fall upon a place go on to take or burn what is in it: the robbery is what they came for."""
    if w.prefix not in ("و", "ف") and scene.words[w.first - 1] != "ثم":
        return False
    told = {scene.cls(x) for x in g}
    armed = {"incursion"} if scene.cls(w) == "burn" else set()  # an army that blows up what it finds is told of for that
    return bool(told & _ASSAULT - armed) and told <= _ASSAULT | {"target", "affect", "burn", "loot"} - armed


def other_means(scene: Scene, ln: Lines, c: Clause, w: WordMention, kinds: set[str]) -> bool:
    """The clause of the outcome ``w`` has means of its own, of another kind than those before."""
    return any(w.last <= x.first < c.last and (k := GROUP_OF.get(scene.cls(x))) is not None and k not in kinds for x in ln.triggers)


def told_anew(scene: Scene, ln: Lines, a: Clause, b: Clause, w: WordMention, again: bool) -> bool:
    """``…، وأصيب خمسة في قصف على بلدة أخرى``, ``…، وآخر بانفجار لغم في شبوة``: an outcome with a means and a place of its own."""
    means = w if again and scene.words[b.first] in wordset("another-one") else None
    if means is None and scene.cls(w) in OUTCOME and w.form in VERB:
        means = next((x for x in ln.triggers if w.last <= x.first < b.last and scene.cls(x) in GROUP_OF and x.form not in VERB), None)
    if means is None or "ال" in scene.words[means.first][:3]:
        return False
    told = [i for i in ln.places if a.first <= scene.place(i).first < a.last and scene.place(i).relation not in PASSING]
    new = [i for i in ln.places if means.last <= scene.place(i).first < b.last and scene.place(i).relation not in PASSING]
    new = [i for i in new if scene.place(i).relation not in ("anaphor", "side") and not any(one_place(scene, i, k) for k in told)]
    return bool(told and new)


def one_place(scene: Scene, i: int, k: int) -> bool:
    """Whether two places of a line are one, or the first may lie in the other."""
    p, q = scene.place(i), scene.place(k)
    if p.ref is None or (
        not p.candidate_ids and p.ref.level is PlaceLevel.SITE and q.ref is not None and q.ref.level is not PlaceLevel.SITE
    ):
        return True
    return p.container == k or q.container == i or (p.container is not None and p.container == k) or scene.same_place(i, k)


def cases_of(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``تسع حالات اعتقال``: the word says what kind of case is counted right before it."""
    at = w.first + 1 if scene.words[w.first] in wordset("cases") and w.last > w.first + 1 else w.first  # ``19 حالة اختطاف`` in one
    if scene.words[at - 1] not in wordset("cases"):
        return False
    return any(at - 2 <= n.last - 1 < at and n.form in ("digits", "words", "dual") for n in ln.numbers)


def other_cases(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """``تسع حالات اعتقال وثلاث حالات قتل``: two kinds of case with a number each are two totals."""
    return cases_of(scene, ln, w) and any(scene.cls(x) != scene.cls(w) and cases_of(scene, ln, x) for x in g)


def of_him(scene: Scene, w: WordMention) -> bool:
    """A verb or verbal noun with the pronoun of those told of: ``وخطفوه``, ``اختطافهم``, ``أطلق سراحهم``."""
    at = min(w.last, len(scene.words) - 1) if scene.cls(w) == "release" and w.last == w.first + 1 else w.first
    return scene.words[at].endswith(("ه", "ها", "هم", "هما", "هن"))


def next_item(scene: Scene, cs: list[Clause], g: list[WordMention], w: WordMention) -> bool:
    """``…، وأن 118 شخصاً قضوا`` in a report of totals: the next thing counted."""
    a, b = clause_of(cs, g[-1].first), clause_of(cs, w.first)
    return b > a and scene.words[cs[b].first] in wordset("and-that") and scene.cls(w) in OUTCOME
