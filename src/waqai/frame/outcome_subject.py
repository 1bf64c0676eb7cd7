"""Where the count of an outcome stands that is not right behind it: its subject before it, a number told later, one person."""

from __future__ import annotations

from waqai.frame.counts import (
    add_counts,
    count_of,
    is_dated,
    is_thing,
    joined,
    who_counted,
)
from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, CountRange, NumberMention, WordMention
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

_ASIDE = 24  # tokens told of some of them before the verb of all
_BESIDE = 3
_TOPIC = 8  # tokens from "إن" to the verb of whom it tells
ROLE_OF = {
    "kill": "killed", "die": "killed", "injure": "injured", "assassinate": "killed", "execute": "killed",
    "arrest": "captured", "seize-persons": "captured", "abduct": "captured",
}  # fmt: skip


_BESIDES = fold("إضافة")  # ``37 قتيلاً، إضافة إلى 10``: no count that has come to ten


def total_of(ln: Lines, f: Frame, w: WordMention, words: list[str]) -> NumberMention | None:
    """``ارتفعت حصيلة القتلى في درعا إلى 41``, ``ارتفعت إلى 41 حصيلة القتلى``: the number the count has come to."""
    pool = [
        n
        for n in ln.numbers
        if f.first <= n.first < f.last
        and n.form not in ("singular", "plural", "dual", "ordinal")
        and not is_dated(ln, n)
        and words[n.first - 1] not in ("كان", "كانت")
    ]
    to = [
        n
        for n in pool
        if n.first
        and words[n.first - 1] in ("الي", "ل")
        and words[n.first - 2].removeprefix("و").removeprefix("ب").removeprefix("ال") != _BESIDES
        and (n.first > w.last or w.first - n.last <= 2 or words[n.first - 2] in wordset("rise-verbs"))
    ]
    after = [n for n in pool if n.last > w.last]  # ``عدد القتلى 37``: a noun may stand in the number
    found = to or after or [n for n in pool if w.first - n.last <= 2]
    return found[0] if found else None


def subject_before(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> tuple[CountRange, NumberMention, ActorMention | None] | None:
    """SVO: ``ثلاثة مدنيين قُتلوا``: the count right before the verb, with nothing but its own words between."""
    if scene.words[w.first].startswith(("و", "ف")) and w.prefix:
        return None
    if w.first > 1 and scene.words[w.first - 2].lstrip("و") in wordset("one-of-them"):  # "إن أحد جنودها قُتل"
        one = next((n for n in ln.numbers if n.first <= w.first - 1 and w.first - 2 < n.last), None)
        if one is not None:
            return CountRange(1, 1, 1, one.text), one, who_counted(scene, ln, one, w.first)
    of_all = _all_of_them(scene, ln, f, w) if fold(w.text).endswith("وا") else None
    if of_all is not None:
        return count_of(of_all), of_all, who_counted(scene, ln, of_all, w.first)
    for n in reversed(ln.numbers):
        far = 16 if scene.entry(w).id == "fell-in" else 12 if fold(w.text).endswith("وا") else 9 if ln.of("among") else 7
        if n.first >= w.first or n.first < f.first - 2 or w.first - n.last > far:
            continue
        if is_thing(scene, n) or is_dated(ln, n) or n.form == "ordinal" or scene.words[n.last] == ":":
            continue  # the last: "درعا 24: قُتل رئيس البلدية"
        if n.form == "plural" and scene.words[n.first].startswith("وال"):
            continue  # "131 من قوات النظام والمسلحين الموالين لها سقطوا"
        if n.form == "plural" and w.form != "phrase" and not scene.words[w.first].endswith(("وا", "ون", "ن", "ين")):
            continue  # "قالت مصادر إن الممرضة قُتلت"
        if any(n.last <= x.first < w.first for x in ln.triggers):
            return None
        if any(0 <= n.first - c.last <= 2 for c in ln.of("among")):
            continue  # "أربعة نازحين، بينهم طفلتان، قُتلوا"
        count, first = count_of(n), n
        for m in reversed(ln.numbers):  # "50 سجيناً و12 شرطياً قُتلوا"
            if m.first >= first.first or m.first < f.first - 2:
                continue
            if any(m.last <= x.first < first.first for x in ln.triggers):
                break  # "92 قُتلوا و143 أصيبوا"
            if any(x.last == m.first and ROLE_OF.get(scene.cls(x), ROLE_OF[scene.cls(w)]) != ROLE_OF[scene.cls(w)] for x in ln.triggers):
                break  # "قُتل سبعة وثلاثة آخرون أصيبوا"
            if any(m.first <= t.first <= m.last and scene.entry(t).weapon not in ("", None, ROLE_OF[scene.cls(w)]) for t in ln.tolls):
                break  # "ثمانية قتلى وسبعة أصيبوا"
            if not joined(scene, first) or first.first - m.last > 4 or is_thing(scene, m) or is_dated(ln, m) or m.best is None:
                break
            count, first = add_counts(count_of(m), count), m
        if joined(scene, first) and count.best is not None and _one_before(scene, ln, first.first):
            count = add_counts(CountRange(1, 1, 1, scene.words[first.first - 1]), count)  # "إن السائق وثلاثة ركاب قضوا"
        return _and_driver(scene, ln, count, n.last, w.first), first, who_counted(scene, ln, n, w.first)
    return None


def _all_of_them(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> NumberMention | None:
    """``47 شخصاً على الأقل، بينهم 30 مدنياً و14 جندياً، قُتلوا``: the number of all, when those behind ``بينهم`` are no more than it."""
    c = next((c for c in reversed(ln.of("among")) if 0 < w.first - c.last <= _ASIDE), None)
    if c is None or c.first <= f.first or any(c.first <= x.first < w.first for x in ln.triggers):
        return None
    total = next((n for n in reversed(ln.numbers) if 0 <= c.first - n.last <= _BESIDE and n.first >= f.first - 2), None)
    if total is None or not total.best or total.form not in ("digits", "words", "dual") or is_thing(scene, total) or is_dated(ln, total):
        return None
    if any(total.first <= t.first <= total.last and scene.entry(t).weapon != ROLE_OF[scene.cls(w)] for t in ln.tolls):
        return None  # "305 قتلى بينهم 27 طفلاً و128 أصيبوا"
    between = scene.words[c.last : w.first]
    if (between[-1:] and between[-1] in wordset("others")) or any(x.lstrip("و") in wordset("that") for x in between):
        return None  # "وأن 128 آخرين أصيبوا"
    own = next((n for n in reversed(ln.numbers) if c.last <= n.first < w.first and w.first - n.last <= 1), None)
    if own is not None and own.noun is None and joined(scene, own):
        return None  # "وثلاثة جُرحوا"
    parts = sum(n.best or 0 for n in ln.numbers if c.last <= n.first < w.first and n.form != "ordinal" and not is_dated(ln, n))
    return total if 0 < parts <= total.best else None


def some_of_them(scene: Scene, ln: Lines, w: WordMention, n: NumberMention) -> bool:
    """The number tells who was among those the plural verb looks back to; nothing stands between."""
    if not fold(w.text).endswith("وا"):
        return False
    return any(0 <= c.first - w.last <= 1 and 0 <= n.first - c.last <= 1 for c in ln.of("among"))


def _one_before(scene: Scene, ln: Lines, at: int) -> bool:
    """One person told with the article right behind ``إن``, to whom token ``at`` adds others."""
    head = scene.words[at - 1]
    if (
        not head.startswith("ال")
        or head.endswith(("ون", "ين", "ات"))
        or at - 1 in scene.things
        or scene.before(at - 1) not in wordset("that")
    ):
        return False
    return any(a.first <= at - 1 < a.last for a in ln.actors) or head in wordset("named-one")


def dual_before(scene: Scene, ln: Lines, w: WordMention) -> tuple[CountRange, ActorMention] | None:
    """``إن عضوين في صفوفها والسائق قضوا``: two told by a noun no list of counted nouns holds, before their plural verb."""
    if not fold(w.text).endswith(("وا", "ا")) or w.prefix:
        return None
    for a in reversed(ln.actors):
        if a.number is None or a.number.best is None or not 0 <= w.first - a.last <= 4:
            continue
        if "," in scene.words[a.last : w.first] or any(a.last <= x.first < w.first for x in ln.triggers):
            return None
        return _and_driver(scene, ln, a.number, a.last, w.first), a
    return None


def _and_driver(scene: Scene, ln: Lines, count: CountRange, lo: int, hi: int) -> CountRange:
    """``ثلاثة مقاتلين والسائق قُتلوا``: one more, told by the article."""
    if count.best is None:
        return count
    near = [a.first for a in ln.actors if lo <= a.first < hi and a.number is None and a.last - a.first == 1]
    one = [i for i in near if scene.words[i].startswith("وال") and not scene.words[i].endswith(("ون", "ين", "ات", "ال"))]
    more = len(one)
    return add_counts(count, CountRange(more, more, more, str(more))) if more else count


def antecedent(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> NumberMention | None:
    """The nearest persons counted before the verb in its sentence."""
    for n in reversed(ln.numbers):
        if n.first < w.first and w.first - n.last <= 22 and not is_thing(scene, n) and not is_dated(ln, n) and n.form != "ordinal":
            return n
    if f.line and fold(w.text).endswith(("وا", "هم")):  # ``ثم أُعدموا``: those counted in the sentence before
        back = scene.lines[f.line - 1]
        if back.sentence.paragraph >= ln.sentence.paragraph - 1:
            for n in reversed(back.numbers):
                if (
                    n.form not in ("singular", "plural", "ordinal")
                    and n.noun is not None
                    and not is_thing(scene, n)
                    and not is_dated(back, n)
                ):
                    return n
    return None


def pronoun_of(w: WordMention) -> int | None:
    """Number of the object pronoun: 1, 2, 0 for an open plural; ``None`` for none."""
    word = fold(w.text.split(" ")[-1])
    if w.form == "phrase" and w.last - w.first == 1:  # ``فأردياه``
        return 2 if word.endswith("هما") else 0 if word.endswith("هم") else 1 if word.endswith(("ه", "ها")) else None
    base = {"masdar": 3, "past": 4, "present": 5}.get(w.form, 9)
    if len(word) == base == 4 and w.text.endswith("ه"):
        return 1  # "خطفه مسلحون"
    if len(word) <= base:
        return None
    if word.endswith("هما"):
        return 2
    if word.endswith(("هم", "هن")):
        return 0
    if w.form == "masdar" and word.endswith(("ه", "ها")) and not w.text.endswith("ة"):
        return 1
    if w.form in ("past", "present") and w.text.endswith(("ه", "ها")) and word[-3:] != "اته":
        return 1  # a verb does not end in the feminine ending: "اختطفه", "أصابتها"
    return None


def counted_later(scene: Scene, ln: Lines, lo: int, hi: int) -> NumberMention | None:
    """The first persons counted in the words ahead, before another outcome and no part of those told."""
    for w in ln.triggers:
        if lo <= w.first < hi and scene.cls(w) in ROLE_OF:
            hi = w.first
    for n in ln.numbers:
        if lo <= n.first < hi and n.form in ("digits", "words", "dual") and not is_thing(scene, n) and not is_dated(ln, n):
            among = any(0 <= n.first - c.last <= 1 for c in ln.of("among"))
            return None if among or (n.noun is None and scene.words[n.last : n.last + 1] != ["من"]) else n
    return None


def number_of_those(scene: Scene, w: WordMention) -> bool:
    """``ارتفع عدد من قضوا في السجون إلى 60``, ``حصيلة المدنيين الذين قُتلوا … إلى 1383``."""
    if w.first > 2 and scene.words[w.first - 1] in wordset("relatives-open"):
        return any(x.lstrip("و") in wordset("how-many") for x in scene.words[max(0, w.first - 4) : w.first - 1])
    return w.first > 1 and scene.words[w.first - 1] == "من" and scene.words[w.first - 2].lstrip("و") in wordset("how-many")


def and_their_number(scene: Scene, ln: Lines, w: WordMention) -> CountRange | None:
    """``وقتلوهم جميعاً، وعددهم ثلاثة``."""
    at = next((i for i in range(w.last, min(w.last + 6, ln.sentence.last)) if scene.words[i] in wordset("their-number")), None)
    n = next((n for n in ln.numbers if at is not None and 0 <= n.first - at <= 2 and not is_dated(ln, n)), None)
    return count_of(n) if n is not None and n.best is not None else None


def one_dies(scene: Scene, w: WordMention) -> bool:
    """``معلمة … ففارقت الحياة``: a verb of dying in the singular that leaves its subject out."""
    if scene.cls(w) == "injure" and w.prefix == "ف" and w.last < len(scene.words) and scene.words[w.last].startswith("ب"):
        return True  # "أطلقوا النار صوبه … فأصيب بساقه"
    if scene.cls(w) == "kill" and w.prefix == "ف" and scene.words[w.last : w.last + 2] in (["علي", "الفور"], ["في", "الحال"]):
        return not fold(w.text).endswith(("وا", "ا"))  # "أطلقا النار على الحارس فقُتل على الفور"
    if scene.cls(w) != "die" or fold(w.text).endswith(("وا", "ا", "ن")):
        return False
    before = scene.before(w.first)
    if scene.entry(w).id == "breathe-last" and w.last < len(scene.words) and scene.words[w.last] == "الحياه":
        return True  # "وعابر سبيل كان على متن جرار فارق الحياة"
    if scene.words[w.last : w.last + 1] == ["علي"] and not wordset("wake-of-it").isdisjoint(scene.words[w.last + 1 : w.last + 2]):
        return True  # "إصابته بجروح توفي على إثرها"
    return before == "," or w.prefix in ("و", "ف") or scene.words[w.first - 1] in wordset("till-he")


def one_alone(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``إن الشهاري توفي يوم الجمعة``, ``القيادي الذي استشهد في غارة``: one who stands before a verb in the singular."""
    word = fold(w.text)
    dies = scene.cls(w) == "die" or (scene.cls(w) == "kill" and "\u064f" in w.text[:4])
    if not dies or w.prefix or w.form not in ("past", "passive") or word.endswith(("وا", "ا", "ن")):
        return False
    if scene.words[w.first - 1] in wordset("who-is-one"):
        return True
    that = next(
        (i for i in range(w.first - 1, max(ln.sentence.first - 1, w.first - _TOPIC), -1) if scene.words[i] in wordset("that")), None
    )
    if that is None or any(that < x.first < w.first for x in (*ln.triggers, *ln.speech)):
        return False
    if any(that < n.first < w.first and n.form != "singular" for n in ln.numbers):
        return False
    behind = next((n for n in ln.numbers if w.last <= n.first < w.last + _TOPIC and n.noun is not None and not is_dated(ln, n)), None)
    return behind is None and "," not in scene.words[that : w.first]


def subject_phrase(scene: Scene, w: WordMention) -> bool:
    """A set phrase whose subject dies stands behind it: ``نال اثنان من رفاقنا مرتبة الشهادة``."""
    return w.form == "phrase" and scene.entry(w).role == "subject-victim"


def no_subject(scene: Scene, w: WordMention) -> bool:
    """What stands behind the verb is not its subject: a word that belongs to the verb, or who did it."""
    at = w.last
    if at < len(scene.words) and scene.cls(w) == "die" and scene.words[at] in scene.entry(w).company:
        at += 1  # "فارقت الحياة"
    at = next((t.last for t in scene.lines[scene.owner[w.first]].times if t.first == at), at)  # "فارق الحياة اليوم متأثراً"
    nxt = scene.words[at] if at < len(scene.words) else "."
    return (
        nxt in wordset("prepositions")
        or nxt in (",", ".", '"', "و", "بعد", "قبل", "ايضا", "كذلك", "معه", "معها", "تحت")
        or nxt.startswith(("ب", "ل", "متاثر"))
    )
