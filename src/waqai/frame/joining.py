"""Whether two triggers of a sentence tell one happening.

Two means are one when one names the other (``هجوم بعبوة``), two when a hard break or a second place stands between.
"""

from __future__ import annotations

from waqai.frame.charged import told_by_itself
from waqai.frame.classes import APART, GENERIC, GROUP_OF, OUTCOME, VERB
from waqai.frame.clauses import Clause, adds_event, happened_too
from waqai.frame.denied_what import told_after_denial
from waqai.frame.frames import Frame
from waqai.frame.massacre import with_its_means
from waqai.frame.naming import STATES, charge
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.frame.slain_elsewhere import count_of_anothers, slain_elsewhere
from waqai.frame.split import counted_apart
from waqai.frame.then_followed import sequel
from waqai.frame.turning import cause_ahead, placed, placed_behind
from waqai.model import PlaceLevel, WordMention
from waqai.resources.wordsets import wordset

# Means that live together in one happening.
_TOGETHER = frozenset(
    frozenset(p)
    for p in (
        ("violent", "clash"), ("violent", "explosive"), ("fire", "air"), ("detain", "clash"), ("detain", "violent"),
        ("explosive", "clash"), ("execute", "violent"), ("plot", "violent"), ("plot", "explosive"), ("plot", "detain"),
        ("detain", "air"), ("territory", "clash"), ("territory", "violent"), ("prison", "clash"),
        ("prison", "property"), ("property", "violent"),
        ("execute", "abduct"), ("execute", "detain"), ("body", "execute"), ("body", "violent"), ("body", "abduct"), ("explosive", "air"),
        ("detain", "explosive"),
        ("explosive", "fire"),
        ("fire", "violent"),
    )
)  # fmt: skip


_SINCE_TOTALS = frozenset(("dead-counted", "war-counted", "held-counted", "neutralised-counted"))
_ASSAULT = frozenset(("attack", "storm", "raid", "incursion"))
_BROKEN_INTO = frozenset(("raid", "storm"))
_STRUCK = frozenset(("air", "fire", "explosive", "clash"))
_AFAR = frozenset(("explosive", "fire", "air"))
_SINCE = 14
_NEXT = 5
_AMBUSHES = frozenset(("ambush", "set-ambush", "fall-into-ambush"))
_WAKE = wordset("in-the-wake")
_MEASURES = frozenset(("move", "raid", "arrest", "launch", "release"))
_SUBJECT = 3  # tokens from ``تعرّضت`` to what it met
_DATED = 3
_ATTACKS = frozenset(("attack", "target", "storm"))
_DONE_BEFORE = frozenset(("explosive", "violent", "fire"))
_ON_FOOT = frozenset(("attack", "storm", "repel"))


def _kinds(scene: Scene, g: list[WordMention]) -> set[str]:
    return {GROUP_OF[c] for w in g if (c := scene.cls(w)) in GROUP_OF}


def clause_of(cs: list[Clause], i: int) -> int:
    """Number of the clause that holds token ``i``; the last one when none does."""
    for k, c in enumerate(cs):
        if c.first <= i < c.last:
            return k
    return len(cs) - 1


def _hard_between(cs: list[Clause], a: int, b: int) -> bool:
    return a < b and any(c.hard for c in cs[a + 1 : b + 1])


_HOLDS = frozenset(("arrest", "seize-persons"))
_BLOWS = frozenset(("attack", "explode", "device", "vbied", "suicide", "shell", "air", "clash", "assassinate", "shoot"))
_OPERATIONS = frozenset(("raid", "op", "arrest", "seize-persons", "incursion", "storm", "cell", "foil", "abduct"))
_NAMED = 3  # tokens from a noun of holding to what those held are
_OBJECT = 8  # tokens from the bringing down to the drone


def _drone(scene: Scene, w: WordMention) -> bool:
    """``مسيّرتين مفخختين``, ``طائرة مسيّرة مسلحة``."""
    return w.form == "phrase" and scene.entry(w).weapon == "drone"


def _drone_near(scene: Scene, ln: Lines, first: int, last: int) -> bool:
    return any(first <= x.first <= last + 4 and scene.entry(x).id == "drone" for x in ln.triggers)


def _own_time(ln: Lines, c: Clause) -> bool:
    return any(c.first <= t.first < c.last for t in ln.times)


def _culprits(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """Those held are who did it, and it was no operation of those who hold them."""
    if {scene.cls(x) for x in g} & _OPERATIONS:
        return False
    return not (wordset("involved") | wordset("suspects")).isdisjoint(scene.words[w.last : w.last + _NAMED])


def _launched(scene: Scene, last: WordMention, w: WordMention) -> bool:
    """The operation, without the article, behind the verb or the noun of its launch."""
    if scene.cls(last) != "launch" or scene.cls(w) not in ("raid", "op") or w.form in VERB or w.text.startswith("ال"):
        return False
    if scene.owner[last.first] != scene.owner[w.first] or not last.first - last.last < w.first - last.last <= _OBJECT:
        return False
    return w.prefix in ("", "ب") and scene.words[w.first - 1] not in wordset("course-of-operation")


def _before_that(scene: Scene, last: WordMention, w: WordMention) -> bool:
    """``قبل أن`` and a verb in the present between the fight and the arrest."""
    words = scene.words[last.last : w.first]
    return any(words[i] == "قبل" and words[i + 1] == "ان" for i in range(len(words) - 1))


def _told_with_toll(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Behind the blow the sentence tells whom it hurt."""
    return any(x.first > w.last and scene.cls(x) in OUTCOME for x in ln.triggers) and not scene.words[w.first].startswith("ال")


def _others_of_them(scene: Scene, last: WordMention, w: WordMention) -> bool:
    """``قُتل خمسة، وأُسر اثنان آخران``: behind the dead the others of the same men."""
    if scene.cls(last) not in ("kill", "die", "injure") or last.form not in VERB:
        return False
    return not (wordset("others") | wordset("another")).isdisjoint(scene.words[w.last : w.last + 2])


def joins(scene: Scene, ln: Lines, cs: list[Clause], g: list[WordMention], w: WordMention) -> bool:
    """Whether trigger ``w`` tells the same happening as group ``g`` before it."""
    last = g[-1]
    if scene.cls(w) == "launch" and w.first == last.last and scene.cls(last) in ("raid", "op") and scene.words[w.first].endswith("ها"):
        return any(scene.cls(x) not in ("raid", "op") for x in g)  # "اعتقلت ثلاثة خلال حملة أمنية أطلقتها في البادية"
    if _launched(scene, last, w):
        return True  # "أطلقت القوات العراقية، اليوم، عملية عسكرية": the operation is what is launched
    if w.first == last.first and {GROUP_OF.get(scene.cls(w)), GROUP_OF.get(scene.cls(last))} == {"detain", "abduct"}:
        return True  # "تحتجز شاباً رهينة": one word with two meanings
    if scene.cls(last) == "under" and (w.first == last.last or (w.prefix == "ل" and w.first - last.last <= _SUBJECT)):
        return True  # "تعرّضت لإطلاق نار"
    a, b = clause_of(cs, last.first), clause_of(cs, w.first)
    cls, kinds = scene.cls(w), _kinds(scene, g)
    kind = GROUP_OF.get(cls, "")
    verb = w.form in VERB
    hard = _hard_between(cs, a, b)
    if cls in _HOLDS and w.form == "present" and "detain" not in kinds and _before_that(scene, last, w):
        return False  # "تطور إلى إطلاق نار، قبل أن تطوق القوات المقر وتعتقل ثلاثة"
    if verb and cls == "shoot" and "detain" in kinds and scene.words[w.first - 1] == "كما":
        return False  # "اقتادوا شقيقين، كما أطلقوا النار على فتى"
    entered = {scene.cls(x) for x in g} == {"enter"} and cls in ("raid", "arrest", "seize-persons")
    if entered and verb and w.prefix == "و" and not hard and not _placed_anew(scene, ln, cs, a, b):
        return True  # "دخلت القوات إلى القرية وفتشت منزلين"
    stormed = {scene.cls(x) for x in g} <= _BROKEN_INTO | {"incursion"}
    if stormed and cls == "abduct" and verb and w.prefix == "و" and not hard and not _placed_anew(scene, ln, cs, a, b):
        return True  # "داهمت قسد منازل في القرية واختطفت خمسة شبان"
    if sequel(scene, ln, last, w):
        return False  # "هاجموا نقطة لقسد، تبع ذلك مداهمة منازل واعتقال خمسة"
    if cls in _HOLDS and verb and w.prefix == "و" and _others_of_them(scene, last, w) and not hard:
        return True  # "قُتل خمسة، وأُسر اثنان آخران، فجر الأربعاء، جراء هجوم": what befell the rest of them
    if b > a and adds_event(scene, ln, cs[b].first):
        return False
    if not verb and cls in OUTCOME and b > a - 1 and scene.words[w.first - 1] == "بعد" and _risen_after(scene, ln, g, w):
        return False  # "ارتفع عدد القتلى منذ مطلع الشهر إلى 9، بعد مقتل طفلين اليوم بلغم"
    harm = cls in OUTCOME - {"result"} or (cls in _BLOWS and _told_with_toll(scene, ln, w))
    if harm and not verb and scene.words[w.first - 1] in _WAKE and {scene.cls(x) for x in g} <= _MEASURES:
        return False  # "عززت القوات انتشارها بعد مقتل ثلاثة مدنيين", "… عقب هجوم أدى إلى مقتل عنصرين": what they answered
    if scene.entry(w).id in _SINCE_TOTALS and {scene.cls(x) for x in g} & OUTCOME and _since(scene, ln, w):
        return False  # "قُتل 14 خلال شباط، لترتفع حصيلة الضحايا منذ مطلع العام إلى 33"
    if cls in ("air", "airmeans") and scene.cls(last) == "assassinate" and w.prefix.endswith("ب") and not hard:
        return True  # "اغتالت قيادياً بغارة على سيارته"
    if cls in _HOLDS and not verb and w.prefix == "و" and outcomes_of(scene, g) and _culprits(scene, g, w):
        return False  # "مقتل شخص بشجار واعتقال المتورطين"
    if hard and verb and cls in GENERIC and not wordset("another").isdisjoint(scene.words[w.last : w.last + 4]):
        return False  # "هاجموا حاجزاً، كما هاجموا نقطة أخرى"
    if b > a and told_after_denial(scene, ln, last, w):
        return False  # "نفت قسد قصف نقطة، وقالت إن الفصائل هاجمت مواقعها"
    if b > a and happened_too(scene, cs[b].first, w):
        return False  # "هجوم على كمين، كما وقع هجوم على فندق"
    if cls == "defuse" and verb and b > a and outcomes_of(scene, g) and any(scene.cls(x) == "explode" for x in g):
        return False  # "أصيب ثلاثة بانفجار عبوة، فيما أبطل الخبراء عبوة ثانية"
    if hard and not kinds and kind in _AFAR and any(scene.cls(x) in _ON_FOOT for x in g):
        return False  # "هجوم على نقطة، وأضاف أن عبوة انفجرت على قوة"
    if kinds == {"protest"} and not verb and not wordset("protest-about").isdisjoint(scene.words[max(0, w.first - 3) : w.first]):
        return False  # "قطعوا الطريق احتجاجاً على مقتل شاب": what they protest against happened before
    if {cls, scene.cls(last)} == {"shootdown", "airmeans"} and not hard and _drone_near(scene, ln, last.first, w.last):
        return True  # "أسقطت الدفاعات الجوية مسيّرة"
    if cls == "airmeans" and _drone(scene, w) and not hard and any(scene.cls(x) == "shootdown" and w.first - x.last <= _OBJECT for x in g):
        return True  # "أسقطت مسيّرتين مفخختين"
    if cls == "release" and kinds & {"abduct", "detain"} and not hard and _of_him(scene, w) and not (b > a and placed(scene, ln, cs[b])):
        return True  # "اختطفوا سبعة ثم أطلق سراحهم": the release ends the holding (codebook 10)
    if (
        cls == "release"
        and verb
        and w.prefix == "و"
        and {scene.cls(x) for x in g} & _BROKEN_INTO
        and not hard
        and not _placed_anew(scene, ln, cs, a, b)
    ):
        return True  # "داهمت الوكر وحررت المخطوفين"
    bodies = kind == "body" or (cls == "find" and any(x.first == w.first and scene.cls(x) == "body" for x in ln.triggers))
    if bodies and kinds & _STRUCK and not hard and not _placed_anew(scene, ln, cs, a, b) and _on_the_spot(scene, cs[b], w):
        return True  # "استهدفت ضربة مضافة، وعثرت قوة وصلت المكان على أربع جثث"
    if kinds == {"body"} and kind in _STRUCK and not hard and _dug_out(scene, ln, g, w):
        return True  # "انتشلت الفرق جثتين إثر غارة على الحي"
    if verb and kind in _DONE_BEFORE and not hard and _held_for_it(scene, ln, g, w):
        return False  # "أوقفت أربعة متورطين في زرع عبوة انفجرت الأحد بدورية": what they are held for happened before
    if (
        cls == "body"
        and verb
        and w.prefix == "و"
        and kinds & {"violent"}
        and not outcomes_of(scene, g)
        and wordset("his-body").isdisjoint(scene.words[w.last : w.last + _DATED + 3])
    ):
        return False  # "نجا من محاولة اغتيال، وعثر الأهالي على جثة شاب"
    if kind == "air" and scene.words[w.first - 1] in wordset("that") and any(scene.entry(x).id in _AMBUSHES for x in g):
        return False  # "وقعت القافلة في كمين، مضيفاً أن الطيران تدخل ودمر عدة آليات"
    if not verb and kind in _AFAR and kinds and scene.words[w.first - 1] in _WAKE and _dated_between(ln, last.last, w.first):
        return False  # "أصيب خمسة بقذيفتين، مشيراً إلى أن المركز توقف الأسبوع الماضي بعد قصفه"
    if charge(scene, ln, g, w) and not hard:
        return not (
            (kind in _DONE_BEFORE or kind == "execute" or cls in _ATTACKS) and told_by_itself(scene, ln, w)
        )  # "القبض على متهمين بالسرقة"
    if "body" in kinds and scene.entry(w).id in STATES:
        return True  # "عثرت على جثتين، وكانتا موثوقتي الأيدي"
    outcomes = outcomes_of(scene, g)
    told = _with_next_outcome(scene, ln, cs, b) if b > a and verb and cls in OUTCOME and w.prefix == "و" else cs[b]
    ended = (
        told is not cs[b] and "result" in outcomes
    )  # "قصفت منزلاً في حي، ما أدى إلى مقتل ثلاثة، وقُتل أربعة وأصيب سبعة في قصف منزل في مخيم"
    here = b > a and placed(scene, ln, told)
    fresh = here and (
        placed(scene, ln, cs[a])
        or ((hard or ended) and any(placed(scene, ln, cs[clause_of(cs, x.first)]) for x in g))
        or placed_behind(scene, ln, cs, b)
    )
    if fresh and not verb and scene.words[cs[b].first] in wordset("answers"):
        return False  # "هاجموا قاعدة، وردت الطائرات بغارات على معسكر لهم"
    if fresh and kinds and _told_anew(scene, ln, cs[a], told, w, kind in kinds):
        return False
    if here and verb and cls in GENERIC and scene.words[cs[b].first] in wordset("another-one"):
        return False  # "أصابت غارة سوقاً في بلدة وقتلت ستة، وأخرى استهدفت مدرسة في بلدة أخرى"
    if {kind, *kinds} == {"detain", "abduct"} and last.form in VERB and not hard and not fresh and _of_him(scene, w):
        return True  # "اقتادوا 12 تاجراً بعد اختطافهم"
    if {kind, *kinds} == {"detain", "abduct"} and last.last == w.first and w.prefix == "و" and not verb:
        return True  # "سجلت خطف واحتجاز 14 مدنياً"
    if last.last == w.first and w.prefix == "و" and scene.cls(last) in ("kill", "die") and kind in ("detain", "abduct"):
        return True  # "قتل وأسر 15 جندياً"
    if verb and not hard and not fresh and _of_him(scene, w):
        if kind == "property" and kinds & {"violent", "fire", "explosive", "clash"}:
            return True  # "أمطروا الحافلة بالرصاص ثم أحرقوها"
        if kind == "abduct" and kinds & {"execute"}:
            return True  # "أعدم أربعة بعدما خطفهم"
    if kind == "property" and verb and not hard and not fresh and _broke_in(scene, g, w):
        return True  # "هاجموا منزلاً وسرقوا مصاغاً"
    if "enter" in {scene.cls(x) for x in g} and cls == "seize" and verb and not hard and not _own_time(ln, cs[b]):
        return True  # "دخلوا المدينة وبسطوا سيطرتهم على مقر اللواء"
    if _other_cases(scene, ln, g, w) or counted_apart(ln, g, w):
        return False
    if slain_elsewhere(scene, ln, g, w) or (hard and outcomes and count_of_anothers(scene, ln, cs[a], cs[b], w)):
        return False
    if cls in OUTCOME:
        if a == b:
            return True
        if fresh and w.form == "masdar" and w.prefix == "و" and kinds and _other_means(scene, ln, cs[b], w, kinds):
            return False  # "المدفعية تدك الوادي، وإصابة طفل برصاص دورية في قرية"
        if hard and verb and kinds and cause_ahead(scene, ln, cs, b, w):
            return False  # "تجددت الاشتباكات …، فيما قُتل اثنان وأصيب آخرون جراء غارات على مدينة الزاوية"
        if hard and (fresh or (kinds and kinds <= APART - {"detain"} and _own_time(ln, cs[b]))):
            return False
        if cls == "result":
            return True
        if hard and verb and not kinds and _both_fell(scene, ln, cls, outcomes, cs[b]) and _bare(scene, ln, cs, g, b):
            return True  # "قُتل ثلاثة فيما أصيب 20 خلال هجوم على المدينة"
        # "قُتل اثنان في أ، وقُتل ثالث في ب": the same outcome again with a place of its own is another happening
        if fresh and (cls in outcomes or (cls in ("kill", "die") and outcomes & {"kill", "die"})):
            return False
        return not (hard and outcomes)
    # "هجوم شنّه مسلحون", "رشقات أطلقها مجهولون": a relative verb with a pronoun goes on with its noun
    if verb and w.text.endswith(("ها", "ه", "هما", "هم")) and (kind in kinds or cls in GENERIC or not kinds) and not hard:
        return True
    if hard and (fresh or kinds):
        return False
    if not fresh and "execute" in (kind, *kinds) and with_its_means(scene, g, w):
        return True  # "ارتكبوا مجزرة بعد قصف السوق"
    if cls in GENERIC:
        if a == b:
            return True
        if kinds and kinds <= APART:
            return not verb and not fresh
        return not (fresh and verb)
    generic = bool({scene.cls(x) for x in g} & GENERIC)
    if not kinds:
        if kind in APART and (generic or outcomes):
            return a == b and not verb
        # a means after a bare outcome: its cause, unless it has a place of its own
        return not (fresh and (cs[b].hard or (verb and w.text.startswith("و"))))
    if kind in kinds:
        return not (verb and (fresh or (b > a and _own_time(ln, cs[a]) and _own_time(ln, cs[b]))))
    if a != b and (fresh or (verb and kind in APART)):
        return False
    return any(frozenset((kind, k)) in _TOGETHER for k in kinds)


def _both_fell(scene: Scene, ln: Lines, cls: str, outcomes: set[str], c: Clause) -> bool:
    """``قُتل ثلاثة فيما أصيب 20``, ``قُتل جندي وأصيب آخر بينما قُتل اثنان من المسلحين في اشتباكات``: the fallen of both sides of one fight."""
    if cls == "injure":
        return bool(outcomes) and outcomes <= {"kill", "die"}
    fight = any(c.first <= x.first < c.last and scene.cls(x) == "clash" for x in ln.triggers)
    return fight and cls in ("kill", "die") and bool(outcomes) and outcomes <= {"kill", "die", "injure"}


def _bare(scene: Scene, ln: Lines, cs: list[Clause], g: list[WordMention], b: int) -> bool:
    """The clauses of a group, up to clause ``b``, say neither where nor when."""
    first = clause_of(cs, g[0].first)
    opens = {t.first for t in ln.times if t.first <= ln.sentence.first + 1}  # ``والسبت قُتل جندي … بينما قُتل``: the day of both
    return not any(placed(scene, ln, c) or (_own_time(ln, c) and opens.isdisjoint(range(c.first, c.first + 2))) for c in cs[first:b])


def _with_next_outcome(scene: Scene, ln: Lines, cs: list[Clause], b: int) -> Clause:
    """``واستشهد أربعة | وأصيب ستة في قصف منزل في المخيم``: the outcomes told together share what stands behind the last of them."""
    c = cs[b]
    for nxt in cs[b + 1 :]:
        if nxt.hard or placed(scene, ln, c):
            break
        if not any(x.first == nxt.first and x.prefix == "و" and x.form in VERB and scene.cls(x) in OUTCOME for x in ln.triggers):
            break
        c = Clause(c.first, nxt.last, c.hard)
    return c


def _placed_anew(scene: Scene, ln: Lines, cs: list[Clause], a: int, b: int) -> bool:
    """The later clause has a place or day of its own."""
    return b > a and (placed(scene, ln, cs[b]) or _own_time(ln, cs[b]))


def _on_the_spot(scene: Scene, c: Clause, w: WordMention) -> bool:
    """Bodies found where it struck, or of those who attacked."""
    part = scene.words[c.first : c.last]
    if not wordset("their-bodies").isdisjoint(part):
        return True
    return not wordset("on-the-spot").isdisjoint(part) or not wordset("those-who-did").isdisjoint(part)


def _dug_out(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """Bodies counted right before what struck: it killed them, unless it has a day of its own."""
    if w.form in VERB:  # "جثة من تحت أنقاض مبنى قصفه الطيران"
        ruins = not wordset("on-the-spot").isdisjoint(t.removeprefix("ب") for t in scene.words[g[-1].last : w.first])
        return ruins and w.text.endswith(("ه", "ها", "هم"))
    if not wordset("after-a-blow").isdisjoint(scene.words[max(w.first - 2, 0) : w.first]) and w.first - g[0].first <= _SINCE:
        return not (_dated_between(ln, g[0].first, w.first) and _dated_between(ln, w.last, w.last + _SINCE))
    return False


def outcomes_of(scene: Scene, g: list[WordMention]) -> set[str]:
    """The classes of outcome a group tells."""
    return {scene.cls(x) for x in g} & OUTCOME


def _dated_between(ln: Lines, lo: int, hi: int) -> bool:
    return any(lo <= t.first < hi for t in ln.times)


def _held_for_it(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """The verb ``w``, with a day of its own, tells what those just held are charged with."""
    held = next((x for x in g if scene.cls(x) in ("arrest", "seize-persons")), None)
    if held is None or wordset("held-for").isdisjoint(scene.words[held.last : w.first]):
        return False
    return any(0 <= t.first - w.last <= _DATED and t.rule != "since" for t in ln.times)


def _risen_after(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """A count since some date has risen after deaths that have a day of their own."""
    day = any(w.last <= t.first <= w.last + _NEXT and str(t.precision) == "day" and t.deictic for t in ln.times)
    return day and any(scene.entry(x).id in _SINCE_TOTALS and _since(scene, ln, x) for x in g)


def since_total(scene: Scene, f: Frame) -> bool:
    """The frame tells what a count has come to since a day or year before (``لترتفع حصيلة ضحاياها منذ مطلع العام إلى 33``)."""
    return scene.entry(f.main).id in _SINCE_TOTALS and _since(scene, scene.lines[f.line], f.main)


def _since(scene: Scene, ln: Lines, w: WordMention) -> bool:
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


def _broke_in(scene: Scene, g: list[WordMention], w: WordMention) -> bool:
    """Those who fall upon a place go on to take or burn what is in it: the robbery is what they came for."""
    if w.prefix not in ("و", "ف") and scene.words[w.first - 1] != "ثم":
        return False
    told = {scene.cls(x) for x in g}
    armed = {"incursion"} if scene.cls(w) == "burn" else set()  # an army that blows up what it finds is told of for that
    return bool(told & _ASSAULT - armed) and told <= _ASSAULT | {"target", "affect", "burn", "loot"} - armed


def _other_means(scene: Scene, ln: Lines, c: Clause, w: WordMention, kinds: set[str]) -> bool:
    """The clause of the outcome ``w`` has means of its own, of another kind than those before."""
    return any(w.last <= x.first < c.last and (k := GROUP_OF.get(scene.cls(x))) is not None and k not in kinds for x in ln.triggers)


def _told_anew(scene: Scene, ln: Lines, a: Clause, b: Clause, w: WordMention, again: bool) -> bool:
    """``…، وأصيب خمسة في قصف على بلدة أخرى``, ``…، وآخر بانفجار لغم في شبوة``: an outcome with a means and a place of its own."""
    means = w if again and scene.words[b.first] in wordset("another-one") else None
    if means is None and scene.cls(w) in OUTCOME and w.form in VERB:
        means = next((x for x in ln.triggers if w.last <= x.first < b.last and scene.cls(x) in GROUP_OF and x.form not in VERB), None)
    if means is None or "ال" in scene.words[means.first][:3]:
        return False
    told = [i for i in ln.places if a.first <= scene.place(i).first < a.last and scene.place(i).relation not in PASSING]
    new = [i for i in ln.places if means.last <= scene.place(i).first < b.last and scene.place(i).relation not in PASSING]
    new = [i for i in new if scene.place(i).relation not in ("anaphor", "side") and not any(_one_place(scene, i, k) for k in told)]
    return bool(told and new)


def _one_place(scene: Scene, i: int, k: int) -> bool:
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


def _other_cases(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """``تسع حالات اعتقال وثلاث حالات قتل``: two kinds of case with a number each are two totals."""
    return cases_of(scene, ln, w) and any(scene.cls(x) != scene.cls(w) and cases_of(scene, ln, x) for x in g)


def _of_him(scene: Scene, w: WordMention) -> bool:
    """A verb or verbal noun with the pronoun of those told of: ``وخطفوه``, ``اختطافهم``, ``أطلق سراحهم``."""
    at = min(w.last, len(scene.words) - 1) if scene.cls(w) == "release" and w.last == w.first + 1 else w.first
    return scene.words[at].endswith(("ه", "ها", "هم", "هما", "هن"))


def next_item(scene: Scene, cs: list[Clause], g: list[WordMention], w: WordMention) -> bool:
    """``…، وأن 118 شخصاً قضوا`` in a report of totals: the next thing counted."""
    a, b = clause_of(cs, g[-1].first), clause_of(cs, w.first)
    return b > a and scene.words[cs[b].first] in wordset("and-that") and scene.cls(w) in OUTCOME
