"""Whether two triggers of a sentence tell one happening.

Two means are one when one names the other (``هجوم بعبوة``), two when a hard break or a second place stands between.
"""

from __future__ import annotations

from waqai.frame.charged import told_by_itself
from waqai.frame.classes import APART, GENERIC, GROUP_OF, OUTCOME, VERB
from waqai.frame.clauses import Clause, adds_event, happened_too
from waqai.frame.denied_what import told_after_denial
from waqai.frame.in_another_town import in_another_town
from waqai.frame.joining_signs import (
    OBJECT,
    SINCE_TOTALS,
    bare_clauses,
    before_that,
    bodies_dug_out,
    both_fell,
    broke_in,
    clause_of,
    culprits,
    dated_between,
    drone_near,
    hard_between,
    held_for_it,
    is_drone,
    kinds_of,
    launched,
    of_him,
    on_the_spot,
    other_cases,
    other_means,
    others_of_them,
    outcomes_of,
    own_time_of,
    placed_anew,
    risen_after,
    since_then,
    told_anew,
    told_with_toll,
    with_next_outcome,
)
from waqai.frame.massacre import with_its_means
from waqai.frame.naming import STATES, charge
from waqai.frame.scene import Lines, Scene
from waqai.frame.slain_elsewhere import count_of_anothers, slain_elsewhere
from waqai.frame.some_time_after import some_time_after
from waqai.frame.split import counted_apart
from waqai.frame.then_followed import sequel
from waqai.frame.turning import cause_ahead, placed, placed_behind
from waqai.model import WordMention
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


_BODY = 6  # tokens from the verb of finding to whose body it is
_BROKEN_INTO = frozenset(("raid", "storm"))
_STRUCK = frozenset(("air", "fire", "explosive", "clash"))
_AFAR = frozenset(("explosive", "fire", "air"))
_AMBUSHES = frozenset(("ambush", "set-ambush", "fall-into-ambush"))
_WAKE = wordset("in-the-wake")
_MEASURES = frozenset(("move", "raid", "arrest", "launch", "release"))
_LEFT = 3  # tokens from "أوقعت" to the words for those it left
_SUBJECT = 3  # tokens from ``تعرّضت`` to what it met
_ATTACKS = frozenset(("attack", "target", "storm"))
_DONE_BEFORE = frozenset(("explosive", "violent", "fire"))
_ON_FOOT = frozenset(("attack", "storm", "repel"))


_HOLDS = frozenset(("arrest", "seize-persons"))
_BLOWS = frozenset(("attack", "explode", "device", "vbied", "suicide", "shell", "air", "clash", "assassinate", "shoot"))


def _opens_list(scene: Scene, i: int) -> bool:
    """``على النحو التالي:`` stands right before token ``i``."""
    return i > 1 and scene.words[i - 1] == ":" and scene.words[i - 2] in wordset("as-follows")


def _second_of_two(scene: Scene, g: list[WordMention], c: Clause) -> bool:
    """A clause that opens with ``والثانية`` where the first of the two was named before."""
    word = scene.words[c.first]
    if not word.startswith("و") or word[1:] not in wordset("second-of-them"):
        return False
    return not wordset("first-of-two").isdisjoint(scene.words[scene.lines[scene.owner[g[0].first]].sentence.first : c.first])


def joins(scene: Scene, ln: Lines, cs: list[Clause], g: list[WordMention], w: WordMention) -> bool:
    """Whether trigger ``w`` tells the same happening as group ``g`` before it."""
    last = g[-1]
    if scene.cls(w) == "launch" and w.first == last.last and scene.cls(last) in ("raid", "op") and scene.words[w.first].endswith("ها"):
        return any(scene.cls(x) not in ("raid", "op") for x in g)  # "اعتقلت ثلاثة خلال حملة أمنية أطلقتها في البادية"
    if launched(scene, last, w):
        return True  # "أطلقت القوات العراقية، اليوم، عملية عسكرية": the operation is what is launched
    if w.first == last.first and {GROUP_OF.get(scene.cls(w)), GROUP_OF.get(scene.cls(last))} == {"detain", "abduct"}:
        return True  # "تحتجز شاباً رهينة": one word with two meanings
    if scene.cls(last) == "under" and (w.first == last.last or (w.prefix == "ل" and w.first - last.last <= _SUBJECT)):
        return True  # "تعرّضت لإطلاق نار"
    a, b = clause_of(cs, last.first), clause_of(cs, w.first)
    cls, kinds = scene.cls(w), kinds_of(scene, g)
    if b > a and any(_second_of_two(scene, g, c) for c in cs[a + 1 : b + 1]):
        return False  # "مجزرتين، الأولى في 17 أيار حين أغارت طائرات، والثانية في 26 منه حين قُتل سبعة"
    if some_time_after(scene, w):
        return False  # "بدأ الجيش عملية بعد أسبوع من هجوم على القرية"
    if b > a and any(_opens_list(scene, c.first) for c in cs[a + 1 : b + 1]):
        return False  # "تفاصيل بعض الهجمات كالآتي: في 4 آب هاجم"
    if a == b and cls == "result" and w.form == "phrase" and scene.cls(last) == "result" and w.first - last.last <= _LEFT:
        return True  # "47 عملية أوقعت 112 بين قتيل وجريح": what they left behind
    kind = GROUP_OF.get(cls, "")
    verb = w.form in VERB
    hard = hard_between(cs, a, b)
    if cls in _HOLDS and w.form == "present" and "detain" not in kinds and before_that(scene, last, w):
        return False  # "تطور إلى إطلاق نار، قبل أن تطوق القوات المقر وتعتقل ثلاثة"
    if verb and cls == "shoot" and "detain" in kinds and scene.words[w.first - 1] == "كما":
        return False  # "اقتادوا شقيقين، كما أطلقوا النار على فتى"
    entered = {scene.cls(x) for x in g} == {"enter"} and cls in ("raid", "arrest", "seize-persons")
    if entered and verb and w.prefix == "و" and not hard and not placed_anew(scene, ln, cs, a, b):
        return True  # "دخلت القوات إلى القرية وفتشت منزلين"
    stormed = {scene.cls(x) for x in g} <= _BROKEN_INTO | {"incursion"}
    if stormed and cls == "abduct" and verb and w.prefix == "و" and not hard and not placed_anew(scene, ln, cs, a, b):
        return True  # "داهمت قسد منازل في القرية واختطفت خمسة شبان"
    if sequel(scene, ln, last, w):
        return False  # "هاجموا نقطة لقسد، تبع ذلك مداهمة منازل واعتقال خمسة"
    if (
        cls in _HOLDS
        and verb
        and w.prefix == "و"
        and others_of_them(scene, last, w)
        and not hard
        and not (placed(scene, ln, cs[a]) and placed(scene, ln, cs[b]))
    ):
        return True  # "قُتل خمسة، وأُسر اثنان آخران، فجر الأربعاء، جراء هجوم": what befell the rest of them
    if b > a and adds_event(scene, ln, cs[b].first):
        return False
    if not verb and cls in OUTCOME and b > a - 1 and scene.words[w.first - 1] == "بعد" and risen_after(scene, ln, g, w):
        return False  # "ارتفع عدد القتلى منذ مطلع الشهر إلى 9، بعد مقتل طفلين اليوم بلغم"
    harm = cls in OUTCOME - {"result"} or (cls in _BLOWS and told_with_toll(scene, ln, w))
    if harm and not verb and scene.words[w.first - 1] in _WAKE and {scene.cls(x) for x in g} <= _MEASURES:
        return False  # "عززت القوات انتشارها بعد مقتل ثلاثة مدنيين", "… عقب هجوم أدى إلى مقتل عنصرين": what they answered
    if scene.entry(w).id in SINCE_TOTALS and {scene.cls(x) for x in g} & OUTCOME and since_then(scene, ln, w):
        return False  # "قُتل 14 خلال شباط، لترتفع حصيلة الضحايا منذ مطلع العام إلى 33"
    if cls in ("air", "airmeans") and scene.cls(last) == "assassinate" and w.prefix.endswith("ب") and not hard:
        return True  # "اغتالت قيادياً بغارة على سيارته"
    if cls in _HOLDS and not verb and w.prefix == "و" and outcomes_of(scene, g) and culprits(scene, g, w):
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
    if {cls, scene.cls(last)} == {"shootdown", "airmeans"} and not hard and drone_near(scene, ln, last.first, w.last):
        return True  # "أسقطت الدفاعات الجوية مسيّرة"
    if cls == "airmeans" and is_drone(scene, w) and not hard and any(scene.cls(x) == "shootdown" and w.first - x.last <= OBJECT for x in g):
        return True  # "أسقطت مسيّرتين مفخختين"
    if cls == "release" and kinds & {"abduct", "detain"} and not hard and of_him(scene, w) and not (b > a and placed(scene, ln, cs[b])):
        return True  # "اختطفوا سبعة ثم أطلق سراحهم": the release ends the holding (codebook 10)
    if (
        cls == "release"
        and verb
        and w.prefix == "و"
        and {scene.cls(x) for x in g} & _BROKEN_INTO
        and not hard
        and not placed_anew(scene, ln, cs, a, b)
    ):
        return True  # "داهمت الوكر وحررت المخطوفين"
    bodies = kind == "body" or (cls == "find" and any(x.first == w.first and scene.cls(x) == "body" for x in ln.triggers))
    if bodies and kinds & _STRUCK and not hard and not placed_anew(scene, ln, cs, a, b) and on_the_spot(scene, cs[b], w):
        return True  # "استهدفت ضربة مضافة، وعثرت قوة وصلت المكان على أربع جثث"
    if kinds == {"body"} and kind in _STRUCK and not hard and bodies_dug_out(scene, ln, g, w):
        return True  # "انتشلت الفرق جثتين إثر غارة على الحي"
    if verb and kind in _DONE_BEFORE and not hard and held_for_it(scene, ln, g, w):
        return False  # "أوقفت أربعة متورطين في زرع عبوة انفجرت الأحد بدورية": what they are held for happened before
    if (
        cls == "body"
        and verb
        and w.prefix == "و"
        and kinds & {"violent"}
        and not outcomes_of(scene, g)
        and wordset("his-body").isdisjoint(scene.words[w.last : w.last + _BODY])
    ):
        return False  # "نجا من محاولة اغتيال، وعثر الأهالي على جثة شاب"
    if kind == "air" and scene.words[w.first - 1] in wordset("that") and any(scene.entry(x).id in _AMBUSHES for x in g):
        return False  # "وقعت القافلة في كمين، مضيفاً أن الطيران تدخل ودمر عدة آليات"
    if not verb and kind in _AFAR and kinds and scene.words[w.first - 1] in _WAKE and dated_between(ln, last.last, w.first):
        return False  # "أصيب خمسة بقذيفتين، مشيراً إلى أن المركز توقف الأسبوع الماضي بعد قصفه"
    if charge(scene, ln, g, w) and not hard:
        return not (
            (kind in _DONE_BEFORE or kind == "execute" or cls in _ATTACKS) and told_by_itself(scene, ln, w)
        )  # "القبض على متهمين بالسرقة"
    if "body" in kinds and scene.entry(w).id in STATES:
        return True  # "عثرت على جثتين، وكانتا موثوقتي الأيدي"
    outcomes = outcomes_of(scene, g)
    told = with_next_outcome(scene, ln, cs, b) if b > a and verb and cls in OUTCOME and w.prefix == "و" else cs[b]
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
    if fresh and kinds and told_anew(scene, ln, cs[a], told, w, kind in kinds):
        return False
    if here and verb and cls in GENERIC and scene.words[cs[b].first] in wordset("another-one"):
        return False  # "أصابت غارة سوقاً في بلدة وقتلت ستة، وأخرى استهدفت مدرسة في بلدة أخرى"
    if {kind, *kinds} == {"detain", "abduct"} and last.form in VERB and not hard and not fresh and of_him(scene, w):
        return True  # "اقتادوا 12 تاجراً بعد اختطافهم"
    if {kind, *kinds} == {"detain", "abduct"} and last.last == w.first and w.prefix == "و" and not verb:
        return True  # "سجلت خطف واحتجاز 14 مدنياً"
    if last.last == w.first and w.prefix == "و" and scene.cls(last) in ("kill", "die") and kind in ("detain", "abduct"):
        return True  # "قتل وأسر 15 جندياً"
    if verb and not hard and not fresh and of_him(scene, w):
        if kind == "property" and kinds & {"violent", "fire", "explosive", "clash"}:
            return True  # "أمطروا الحافلة بالرصاص ثم أحرقوها"
        if kind == "abduct" and kinds & {"execute"}:
            return True  # "أعدم أربعة بعدما خطفهم"
    if kind == "property" and verb and not hard and not fresh and broke_in(scene, g, w):
        return True  # "هاجموا منزلاً وسرقوا مصاغاً"
    if "enter" in {scene.cls(x) for x in g} and cls == "seize" and verb and not hard and not own_time_of(ln, cs[b]):
        return True  # "دخلوا المدينة وبسطوا سيطرتهم على مقر اللواء"
    if other_cases(scene, ln, g, w) or counted_apart(ln, g, w):
        return False
    if slain_elsewhere(scene, ln, g, w) or (hard and outcomes and count_of_anothers(scene, ln, cs[a], cs[b], w)):
        return False
    if cls in OUTCOME:
        if a == b:
            return True
        if fresh and w.form == "masdar" and w.prefix == "و" and kinds and other_means(scene, ln, cs[b], w, kinds):
            return False  # "المدفعية تدك الوادي، وإصابة طفل برصاص دورية في قرية"
        if hard and verb and kinds and cause_ahead(scene, ln, cs, b, w):
            return False  # "تجددت الاشتباكات …، فيما قُتل اثنان وأصيب آخرون جراء غارات على مدينة الزاوية"
        if hard and (fresh or (kinds and kinds <= APART - {"detain"} and own_time_of(ln, cs[b]))):
            return False
        if cls == "result":
            return True
        if fresh and verb and w.prefix == "و" and in_another_town(scene, ln, (cs[a].first, cs[a].last), w):
            return False  # "قُتل مدني بقصف على مدينة أريحا، وأصيب آخرون في بلدة سرمين"
        if hard and verb and not kinds and both_fell(scene, ln, cls, outcomes, cs[b]) and bare_clauses(scene, ln, cs, g, b):
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
        return not (verb and (fresh or (b > a and own_time_of(ln, cs[a]) and own_time_of(ln, cs[b]))))
    if a != b and (fresh or (verb and kind in APART)):
        return False
    return any(frozenset((kind, k)) in _TOGETHER for k in kinds)
