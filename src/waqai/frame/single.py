"""Persons an outcome tells without a number: one by a noun in the singular, kin, those inside.

``اغتيل عضو المجلس``, ``وأصيب ولداه``, ``أوقفت المتهم``, ``من كان بداخلها``.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.lives import told_before
from waqai.frame.scene import Lines, Scene
from waqai.frame.victims import PERSONS
from waqai.model import ActorMention, NumberMention, Span, WordMention
from waqai.normalise import readings
from waqai.resources.given import given_names
from waqai.resources.wordsets import wordset

_HOLDS = frozenset(("arrest", "seize-persons"))
_EACH = wordset("each-of")  # "كل من", "كلاً من"
_NAMES = 14
_ROW = 40  # tokens a row of names may take
_NAME = 5  # tokens of one name, its age in brackets with it
_SHORT = 3
_AGAIN = 60  # tokens back to the whole name
_WOUND = 6  # tokens from who was hurt to the wounds


def unnumbered(scene: Scene, ln: Lines, f: Frame, w: WordMention, start: int, end: int) -> tuple[Span, int, ActorMention | None] | None:
    """``اغتيل عضو المجلس``, ``قتل مجهولون مخبرًا``: a noun in the singular after the outcome is one person."""
    if start < end and scene.words[start] in wordset("told-one") and not w.prefix.endswith("ال"):
        return Span(scene.tokens[start].start, scene.tokens[start].end), start, None
    if scene.cls(w) not in ("kill", "die", "assassinate", "execute", "abduct", "injure", "arrest", "seize-persons") or w.prefix.endswith(
        "ال"
    ):
        return None
    if any(0 <= w.first - c.last <= 1 for c in ln.of("attempt")) or f.aggregate:
        return None
    i = start
    if i + 1 < end and scene.words[i] in wordset("in-it"):
        i += 1  # "توفي بسببه السائق ومساعده"
        if scene.words[i] in wordset("the-driver") and scene.cls(w) in ("die", "kill", "injure"):
            return Span(scene.tokens[i].start, scene.tokens[i].end), i, None
    if scene.cls(w) == "injure" and i + 1 < end and scene.words[i] in wordset("shrapnel"):
        i += 1  # "وأصابت شظاياها ابن عمه"
    if i < end and scene.words[i] in wordset("kin-nouns") and (scene.words[i + 1 : i + 2] or [""])[0].endswith(("ه", "ها", "هم")):
        return Span(scene.tokens[i].start, scene.tokens[i + 1].end), i + 1, None
    if i + 1 < end and scene.words[i] in wordset("kin-nouns") and scene.words[i + 1].startswith("ال"):
        return Span(scene.tokens[i].start, scene.tokens[i + 1].end), i + 1, None  # "أصيب والد الطفل"
    if is_kin(scene, i, end):
        return Span(scene.tokens[i].start, scene.tokens[i].end), i, None  # "وأصيب ولداه"
    subject = next(
        (a for a in ln.actors if a.first == i and a.category in ("unknown", "armed_group", "state_force", "militia", "tribe")), None
    )
    if subject is not None and ("deed", "1") in subject.attrs:
        return None  # ``اعتقالات إسرائيلية``: who holds others
    if subject is not None and w.form in ("past", "present") and scene.words[i] not in wordset("named-one"):
        i = subject.last
        if i < end and scene.words[i] in wordset("belongs-to"):  # "خطفت الشبيبة التابعة لحزب العمال القاصر فلاناً"
            i = next((a.last for a in ln.actors if i < a.first <= i + 2), i)
    while i < end and (scene.words[i] in ('"', "(", "'", ",") or any(t.first <= i < t.last for t in ln.times)):
        i = next((t.last for t in ln.times if t.first <= i < t.last), i + 1)  # "قُتل مساء أمس بائع خضار"
    if i >= end:
        return None
    if i + 2 < end and scene.words[i] in _EACH and scene.words[i + 1] == "من" and scene.words[i + 2] not in wordset("inside"):
        return Span(scene.tokens[i].start, scene.tokens[i + 2].end), i, None  # "قُتل كل من محمد النصار ويوسف الجاحد"
    word = scene.words[i]
    plain = not word.endswith(("ون", "ين", "ات")) or len(word) <= 4 or word in wordset("named-one")
    if (
        not plain
        or word in wordset("not-a-person")
        or word in wordset("prepositions")
        or word in wordset("subordinate")
        or word in wordset("riding")
        or word in wordset("distribution")
        or not word[:1].isalpha()
    ):
        return None
    if word[:1] in "بلوف" and any(r in wordset("prepositions") or r in scene.words[:0] for _, r in readings(word)[1:]):
        return None
    titled = word in wordset("titles") and any(a.first == i and a.category in PERSONS for a in ln.actors)  # "إمام المسجد الكبير"
    if not titled and any(p.first <= i < p.last for k in ln.places if (p := scene.place(k))):
        return None
    if any(t.first <= i < t.last for t in ln.times):
        return None
    if any(n.first <= i < n.last for n in ln.numbers) or i in scene.things or any(x.first == i for x in ln.triggers):
        return None
    who = next((a for a in ln.actors if a.first <= i < a.last), None)
    if (
        word in wordset("named-one")
        and (who is None or who.category in PERSONS or scene.cls(w) in _HOLDS)
        and not _stops_own(scene, w, i, end)
    ):
        return Span(scene.tokens[i].start, scene.tokens[(who.last if who else i + 1) - 1].end), i, who
    if scene.cls(w) in _HOLDS and (who is None or who.category not in PERSONS or word.startswith("ال")):
        return None
    known = told_before(scene, ln, i) if who is None else who.category in PERSONS
    if who is None and w.form == "passive" and not word.startswith("ال"):
        known = not wordset("wounds").isdisjoint(scene.words[i + 1 : i + _WOUND])  # "كما أصيب زبون كان برفقته بجروح"
    if scene.cls(w) == "injure" and (not known or scene.before(w.first) == "عدم"):
        return None  # "أصابت أهدافها", "إصابة مباشرة"
    one_of_them = word in wordset("one-of-security")  # "قتل مسلحون عنصر أمن"
    other = who is not None and who.category != "officials" and who.form in ("named", "definite", "pronoun") and not one_of_them
    if who is not None and (other or who.category in ("media", "monitor", "source")):
        return None
    if (
        who is None
        and word.startswith("ال")
        and len(word) > 4
        and scene.cls(w) != "assassinate"
        and not (word in wordset("titles") or told_before(scene, ln, i) or _named_again(scene, i))
    ):
        return None
    span = Span(scene.tokens[i].start, scene.tokens[(who.last if who else i + 1) - 1].end)
    return span, i, who


def _named_again(scene: Scene, i: int) -> bool:
    """``سيارة المدعو علي العلوش … مقتل "العلوش"``: the last name of one who was named shortly before."""
    word, given = scene.words[i], given_names()
    back = (j for j in range(max(2, i - _AGAIN), i) if scene.words[j] == word)
    return any(
        scene.words[j - 1] in given or scene.words[j - 1] in wordset("named-one") or scene.words[j - 2] in wordset("named-one")
        for j in back
    )


def _stops_own(scene: Scene, w: WordMention, i: int, end: int) -> bool:
    """``أوقف الشيخ دراجته``: one who stops what is his own is not held."""
    own = (scene.words[j] for j in range(i + 1, min(i + 6, end)) if j in scene.things and scene.words[j - 1] not in wordset("prepositions"))
    return scene.cls(w) == "arrest" and w.form == "past" and any(x.endswith(("ته", "تها", "ه", "ها")) for x in own)


def is_kin(scene: Scene, i: int, end: int) -> bool:
    """``ولداه``, ``زوجها``: persons named by whose they are."""
    kin = "و" + scene.words[i] if i < end else ""
    return kin in wordset("with-one") or kin in wordset("with-two")


def crews(scene: Scene, i: int) -> int:
    """The least number of those inside told at token ``i``: ``طاقمها`` one, ``طاقميهما`` two."""
    return 2 if scene.words[i].endswith("هما") else 1


def named_there(scene: Scene, i: int, hi: int) -> int:
    """How many are named behind token ``i``: ``كل من محمد النصار ويوسف الجاحد`` two, ``المدعوين فلان وفلان`` two, one else."""
    if scene.words[i] not in _EACH and scene.words[i] not in wordset("those-named"):
        return 1
    at = i + 2 if scene.words[i] in _EACH else i + 1
    joined = 0
    for j in range(at + 1, min(hi, at + _NAMES)):
        word = scene.words[j]
        if word in wordset("prepositions") or word in wordset("setting-prepositions") or word in (",", ".", ":") or j in scene.means:
            break
        joined += (word.startswith("و") and len(word) > _SHORT) or (word == '"' and scene.words[j - 1] == "و")  # "أ" و"ب"
    return 1 + joined


def row_of_names(scene: Scene, i: int, hi: int) -> int:
    """``محمد الخلف وأحمد العلي وسالم``: one for each first name joined to the first; 1 when no row of names begins at ``i``."""
    if scene.words[i] in wordset("named-one"):
        i += 1
    if i + 1 < hi and scene.words[i] == '"':
        i += 1  # ``"صهيب الواوي" و"فارس الخطيب"``
    if i >= hi or scene.words[i] not in given_names():
        return 1
    size, last = 1, i
    for j in range(i + 1, min(hi, i + _ROW)):
        word = scene.words[j]
        if (word[:1] == "و" and word[1:] in given_names()) or (word in given_names() and _opens_quoted(scene.words[j - 2 : j])):
            size, last = size + 1, j
        elif j - last > _NAME or word in wordset("prepositions") or word in (".", ":", ";") or j in scene.means:
            break
    return size


def _opens_quoted(before: list[str]) -> bool:
    """``و "`` or ``, "`` right before a name."""
    return len(before) > 1 and before[1] == '"' and before[0] in ("و", ",")


def those_inside(scene: Scene, ln: Lines, lo: int) -> NumberMention | None:
    """``من فيها، وهم أربعة جنود``, ``من فيه وعددهم ثمانية``: the number of those inside, told behind them."""
    for i in range(lo + 1, min(lo + 7, ln.sentence.last)):
        if scene.words[i] in wordset("their-number") or scene.words[i] in wordset("namely"):
            return next((n for n in ln.numbers if 0 < n.first - i <= 2 and n.form in ("digits", "words", "dual") and n.best), None)
    return None


def inside_of(scene: Scene, i: int, hi: int) -> Span | None:
    """``من كان بداخلها``, ``من فيها``: those inside, their number unstated."""
    at = i + 1 if i < hi and scene.words[i] in wordset("all-of") else i  # "جميع من كان على متنها"
    if at + 2 < hi and scene.words[at] == "من" and scene.words[at + 1] in wordset("prepositions"):
        on = scene.words[at + 2] in wordset("inside")  # "من على متنها"
    else:
        on = at + 1 < hi and scene.words[at] == "من" and scene.words[at + 1] in wordset("inside")
    if on:
        return Span(scene.tokens[i].start, scene.tokens[min(at + 2, hi - 1)].end)
    if i < hi and scene.words[i] in wordset("its-crew") and not wordset("made-up-of").intersection(scene.words[i + 1 : i + 3]):
        return Span(scene.tokens[i].start, scene.tokens[i].end)  # "مقتل طاقمها"
    return None
