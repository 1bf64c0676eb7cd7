"""Person counts of one list added up: ``شابين وثلاث نساء``, ``أب وأم وأربعة من أطفالهما``; parts after ``بينهم`` are passed over."""

from __future__ import annotations

from waqai.frame.counts import AND_ONE, add_counts, count_of, is_dated, is_thing, joined, ones_own, who_counted
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, CountRange, NumberMention, WordMention
from waqai.normalise import fold, readings
from waqai.resources.wordsets import wordset

_REACH = 9
_RIDE = 4  # tokens of a vehicle: "دراجة نارية سوداء اللون"
_NEXT_ONE = 4
_NEXT_PART = 3  # tokens between two parts of those told of behind "بينهم"
_COLLECTIVE = wordset("collectives")
_MOTHER = wordset("kin-by-pronoun")


def with_more(scene: Scene, ln: Lines, count: CountRange, lo: int, hi: int) -> CountRange:
    """Add persons joined to a toll noun: ``18 قتيلاً من البشمركة وثلاثة مدنيين``; not another toll, nor parts after ``بينهم``."""
    if count.best is None:
        return count
    for n in ln.numbers:
        one = n.form == "singular" and joined(scene, n) and n.first - lo <= _NEXT_ONE  # "ستة قتلى من مسلحي الطرفين ومدنياً"
        if not lo <= n.first < hi or not (one or n.form in ("digits", "words", "dual")):
            continue
        if n.form == "dual" and not joined(scene, n):
            continue  # "من مسلحي الطرفين"
        if n.first - lo > 6 or not joined(scene, n) or n.noun is None or is_thing(scene, n) or is_dated(ln, n):
            break
        if any(lo <= c.first < n.first for c in ln.of("among")) or "," in scene.words[lo : n.first]:
            break
        if any(n.first <= x.first <= n.last for x in (*ln.tolls, *ln.triggers)):
            break
        count, lo = add_counts(count, count_of(n)), n.last
    return count


def _of_next_verb(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    """Those counted are the subject of a verb of being killed or hurt in the plural right behind them."""
    nxt = next((x for x in ln.triggers if n.last <= x.first <= n.last + 1 and x.form in ("past", "passive")), None)
    return nxt is not None and not nxt.prefix and scene.cls(nxt) in ("kill", "injure", "die") and fold(nxt.text).endswith("وا")


_TAKERS = frozenset(("state_force", "armed_group", "militia", "unknown", "ministry", "crime", "international"))
_THEN = 4  # tokens from those who did it to whom it befell


def sum_list(
    scene: Scene, ln: Lines, lo: int, hi: int, reach: int = _REACH
) -> tuple[CountRange, NumberMention, ActorMention | None] | None:
    """The first person count in ``[lo, hi)`` with the counts joined to it by ``و``; parts after ``بينهم`` are passed over."""
    among = [c for c in ln.of("among") if lo <= c.first < hi]
    theirs = scene.words[lo - 1].endswith("وا")  # "ثمانية جنود قُتلوا بينهم ضابطان"
    total: CountRange | None = None
    first: NumberMention | None = None
    who: ActorMention | None = None
    best_n = row_end = -1
    prev_end = lo
    for n in ln.numbers:
        if not lo <= n.first < hi or is_thing(scene, n) or is_dated(ln, n) or _of_a_name(ln, n):
            continue
        if n.form == "plural" and n.noun is not None and any(r in _COLLECTIVE for _, r in readings(fold(n.noun))):
            continue
        if total is None and n.first - lo > reach:
            break
        if total is None and n.form in ("plural", "dual") and _acts(scene, ln, n, hi):
            continue  # "خطف مسلحون تاجرين": the first plural is the subject
        if total is None and n.form == "plural" and _apart(scene, ln, lo, n):
            break  # "قُتل على الفور، فيما لاذ المهاجمون": others, not the dead
        if total is not None and any(c.first == n.first for c in among):
            continue  # "شابين، أحدهما من البلدة والآخر من خشام، إضافة إلى عنصر"
        opened = [c for c in among if prev_end <= c.first < n.first and (c.first != lo or theirs)]  # but "فقُتل منهم ثلاثون"
        if opened:
            # inside a "بينهم" parenthesis unless a comma closed it and "و" goes on
            commas = sum(1 for i in range(opened[-1].last, n.first) if scene.words[i] == ",")
            part = (n.noun is not None and any(r in wordset("part-nouns") for _, r in readings(fold(n.noun.split(" ")[0])))) or _a_part(
                scene, n
            )
            follows = (
                row_end >= 0 and joined(scene, n) and n.first - row_end <= _NEXT_PART and "," not in scene.words[row_end : n.first]
            )  # "بينهم 10 أطفال، و4 نساء ومتطوعان"
            if part or not commas or follows or not (joined(scene, n) or _added(scene, n)):
                row_end = n.last if part or follows else row_end
                continue
        if total is None:
            total, first = count_of(n), n
            if n.form == "singular" and scene.words[n.first] in wordset("construct-two") and scene.words[n.first].endswith("ي"):
                total = CountRange(2, 2, 2, n.text)  # "اغتالت قسد راعيي أغنام"
            if not wordset("made-up-of").isdisjoint(scene.words[lo : n.first]):
                total = members(scene, n)  # "عائلة مكونة من أب وأم وثلاثة أطفال"
            elif _named_before(scene, ln, lo, n, hi):
                size = 2 if n.first - lo == 2 and scene.words[n.last : n.last + 1] == ["من"] and scene.words[lo + 1] in _MOTHER else 1
                if size == 1:  # "مدير الناحية وشقيقه وأحد حراسه"
                    size += sum(w in wordset("with-one") for w in scene.words[lo + 1 : n.first])
                total = add_counts(CountRange(size, size, size, str(size)), total)  # "أب وأم وأربعة من أطفالهما"
        elif any(x.first <= n.last and n.first <= x.first and scene.entry(x).weapon == "injured" for x in ln.tolls):
            break  # "ثلاثة قتلى إضافة إلى 20 جريحاً"
        elif not wordset("namely").isdisjoint(scene.words[prev_end : n.first]):
            break  # "ثمانية من عائلة واحدة، هم الأب والأم وستة أطفال"
        elif not wordset("went-missing").isdisjoint(scene.words[prev_end : n.first]):
            break  # "قُتل ستة جنود وفقد ثلاثة آخرون"
        elif n.last <= hi and joined(scene, n) and _of_next_verb(scene, ln, n):
            break  # "قُتل سبعة وثلاثة آخرون أصيبوا"
        elif "," in scene.words[prev_end : n.first] and n.noun is None and any(0 <= scene.place(i).first - n.last <= 1 for i in ln.places):
            break  # "ومقتل اثنين، و14 في الحسكة انتهت باعتقال 21"
        elif _elsewhere(scene, ln, prev_end, n):
            break  # "مقتل 12 في بادية حمص وتسعة في بادية دير الزور"
        elif (
            (joined(scene, n) or _added(scene, n))
            and (n.form != "plural" or _and_others(scene, ln, n) or _two_more(scene, first, n, prev_end))
            and n.first - prev_end <= (16 if opened or _added(scene, n) else 7)
        ):
            total = add_counts(total, count_of(n) if not _two_more(scene, first, n, prev_end) else CountRange(2, 2, 2, n.text))
        else:
            break
        a = who_counted(scene, ln, n, hi)
        size = int(n.best or n.low or 0)
        if a is not None and size > best_n:
            who, best_n = a, size
        prev_end = n.last
    if total is None or first is None:
        return None
    if scene.words[first.last : first.last + 2] == ["من", "كل"] and scene.words[first.last + 2] in wordset("each-side"):
        total = add_counts(total, total)  # "مقتل عنصر من كل طرف"
    if (
        total.best is None
        and first.form == "plural"
        and not wordset("one-of").isdisjoint(scene.words[max(lo, first.first - 3) : first.first])
    ):
        return CountRange(1, 1, 1, first.text), first, who  # "القبض على فلان، أحد أبرز قادة التنظيم"
    if total.best is None and first.form == "plural" and scene.words[first.last : first.last + 1] == ["("]:
        again = next((n for n in ln.numbers if 0 < n.first - first.last <= 3 and n.form in ("digits", "words")), None)
        if again is not None and again.best is not None and not is_dated(ln, again):  # "إرهابيين (02) اثنين"
            return count_of(again), again, who
    if total.best is None and first.form in ("plural", "vague"):
        made = made_up_of(scene, ln, first.last, ln.sentence.last)
        if made is not None:  # "خلية مكونة من 5"
            total, first = members(scene, made), made
    return total, first, who


def _a_part(scene: Scene, n: NumberMention) -> bool:
    """``وطفلان وامرأتان``, ``وشهيد من الأطباء``, ``و3 ضحايا``: by the noun one of those told of already."""
    word = scene.words[n.last - 1].removeprefix("و")
    noun = fold((n.noun or word).split(" ")[0])
    if word in wordset("dead-again") or noun in wordset("dead-again"):
        return True
    stem = word[:-2] if word.endswith(("ان", "ين")) else word
    return stem in wordset("part-nouns") or (stem.endswith("ت") and f"{stem[:-1]}ه" in wordset("part-nouns"))


def members(scene: Scene, n: NumberMention) -> CountRange:
    """The members of a group made up of ``n``, with those named before it: ``عائلة مكونة من أب وأم وثلاثة أطفال`` is five."""
    at = next((i for i in range(n.first - 1, max(0, n.first - 6), -1) if scene.words[i] == "من"), None)
    if at is None or at + 1 >= n.first or not joined(scene, n):
        return count_of(n)
    more = 1 + sum(w in wordset("with-one") for w in scene.words[at + 2 : n.first])
    return add_counts(CountRange(more, more, more, str(more)), count_of(n))


def _two_more(scene: Scene, first: NumberMention | None, n: NumberMention, prev_end: int) -> bool:
    """``استشهاد ضابط ومجندين``: right behind one, a form that may be a dual is one."""
    word = scene.words[n.first]
    if first is None or first.form not in ("singular", "dual"):
        return False
    return n.form == "plural" and n.first == prev_end and word.startswith("و") and word.endswith("ين") and n.last == n.first + 1


def _and_others(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    """``أصيب مدني بجروح خطرة وآخرون``: more, their number unstated, unless they have a verb of their own."""
    if scene.words[n.last - 1].removeprefix("و") not in wordset("others"):
        return False
    return not any(n.last <= x.first <= n.last + 1 and x.form in ("past", "present", "passive") for x in ln.triggers)


def _elsewhere(scene: Scene, ln: Lines, lo: int, n: NumberMention) -> bool:
    """A bare count with a place of its own, after one that has another."""
    if n.noun is not None or len(ln.places) < 2:
        return False
    told = any(lo <= scene.place(i).first < n.first for i in ln.places)
    return told and any(0 <= scene.place(i).first - n.last <= 1 for i in ln.places)


def made_up_of(scene: Scene, ln: Lines, lo: int, hi: int) -> NumberMention | None:
    """``مؤلفة من 5``, ``قوامها عشرة``: the number of the group told of, in the same or the next clause."""
    at = next((i for i in range(lo, min(lo + 12, hi)) if scene.words[i] in wordset("made-up-of")), None)
    if at is None:
        return None
    family = wordset("parents").isdisjoint(scene.words[at + 1 : at + 3])
    near = (n for n in ln.numbers if at < n.first <= at + (2 if family else 5) and n.form in ("digits", "words", "dual"))
    return next((n for n in near if not is_thing(scene, n) and not is_dated(ln, n)), None)


def _of_a_name(ln: Lines, n: NumberMention) -> bool:
    """``حركة الشباب``, ``جبهة العمال``, ``قيادي في تنظيم حراس الدين``: the plural is a word of a party's own name."""
    if n.form == "plural" and any(a.first + 1 < n.first < a.last and a.category == "armed_group" for a in ln.actors):
        return True
    return n.form in ("plural", "singular", "dual") and any(a.form == "named" and a.first < n.first and n.last <= a.last for a in ln.actors)


def _acts(scene: Scene, ln: Lines, n: NumberMention, hi: int) -> bool:
    """A plural that names armed men right after a verb, with another noun phrase after it: they act."""
    a = next((x for x in ln.actors if x.first <= n.first < x.last), None)
    if a is None or a.category not in ("unknown", "armed_group", "state_force", "militia", "tribe", "crime"):
        return False
    if a.category == "unknown" and any(w.last == n.first and behind_doers(scene, ln, w) is not None for w in ln.triggers):
        return True
    verbs = [w for w in ln.triggers if w.last == n.first and w.form in ("past", "present") and not fold(w.text).endswith("وا")]
    if not verbs and _deed_of(scene, ln, n):  # "اختطاف المرتزقة 43 مواطناً"
        return any(x.first == a.last and x.noun is not None and not is_thing(scene, x) for x in ln.numbers)
    if (
        verbs
        and scene.words[n.first].endswith("ين")
        and (fold(verbs[0].text).endswith("ت") or scene.words[a.last : a.last + 1] == ["اثنين"])
    ):
        return False  # "وقتلت مسلحين اثنين": no subject in the accusative
    if not verbs or "\u064f" in verbs[0].text[:3] or any(scene.cls(w) == "die" for w in verbs):
        return False
    rest = [x for x in ln.numbers if a.last <= x.first < hi and x.first - a.last <= 3 and x.noun is not None and not is_thing(scene, x)]
    rest = [x for x in rest if not joined(scene, x)]  # "قُتل عنصران من النظام وعنصر من الحزب"
    end = next((t.last for t in ln.times if t.first == a.last), a.last)  # ``ملثمان ليل الثلاثاء صاحب ورشة``
    word = scene.words[end] if end < hi else "."
    if word in wordset("riding") and verbs[0].form == "past" and _behind_the_ride(scene, ln, end, hi):
        return True  # "قتل مسلحان يستقلان دراجة نارية شاباً"
    if word in wordset("distribution") or word in wordset("riding"):
        return False  # "قتل عنصران من قسد أحدهما قيادي"
    return bool(rest) or not (word in wordset("prepositions") or word in (",", ".", ":") or word[:1] in "بلوف")


def _behind_the_ride(scene: Scene, ln: Lines, at: int, hi: int) -> bool:
    """Behind what the subject rides stand persons without a preposition: those it befell."""
    i = at + 1
    while i < hi and i <= at + _RIDE and (i == at + 1 or scene.words[i] in wordset("ridden")):
        i += 1
    if i >= hi:
        return False
    counted = any(n.first <= i < n.last and not is_thing(scene, n) and not is_dated(ln, n) and n.form != "plural" for n in ln.numbers)
    named = any(a.first == i and a.category not in ("unspecified", "property", "source") for a in ln.actors)
    return counted or named


def behind_doers(scene: Scene, ln: Lines, w: WordMention) -> int | None:
    """``اغتيال مسلحين مجهولين، أمس، قاضياً``: the token at which those begin whom it befell; ``None`` when nobody did it there."""
    if w.form != "masdar" or scene.cls(w) not in ("assassinate", "abduct"):
        return None
    by = next((a for a in ln.actors if a.first == w.last and a.category == "unknown"), None)
    if by is None:
        return None
    people = (a.first for a in ln.actors if 0 <= a.first - by.last <= _THEN and a.category in ("civilians", "officials", "state_force"))
    return next(people, None)


def _deed_of(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    """The plural stands with the article right behind a noun of doing (``اختطاف``, not ``مقتل``)."""
    if n.form != "plural" or not scene.words[n.first].startswith("ال"):
        return False
    return any(w.last == n.first and w.form == "masdar" and scene.words[w.first] not in wordset("befalls") for w in ln.triggers)


def _apart(scene: Scene, ln: Lines, lo: int, n: NumberMention) -> bool:
    """An uncounted plural behind a comma (dates in between aside), or one that names a source, is not what the outcome counts."""
    if n.first > lo and any(a.first <= n.first < a.last and a.category in ("source", "media", "monitor") for a in ln.actors):
        return not any(a.last == n.first and a.category in _TAKERS for a in ln.actors)  # but "اعتقلت الشرطة ناشطين"
    dated = {i for t in ln.times for i in range(t.first - 1, t.last + 1)}
    return any(scene.words[i] == "," and i not in dated for i in range(lo, n.first))


def _named_before(scene: Scene, ln: Lines, lo: int, n: NumberMention, hi: int) -> bool:
    """``رئيس الفرع فلان و29 آخرون``, ``بائعة خضراوات وابنها``: the first count is joined to one named before it (``القيادي مع اثنين``)."""
    if n.best is None or n.first == lo or n.form in ("plural", "vague"):
        return False
    if scene.words[n.first - 1] in wordset("together-with") and n.first - lo <= 6:
        return True
    if scene.words[n.first] in AND_ONE and ones_own(scene, n.last):
        return n.first - lo <= 9  # "رئيس البلدية وأحد مرافقيه"
    if not joined(scene, n):
        return False
    if "," not in scene.words[lo : n.first] and scene.words[n.last : n.last + 1] == ["من"] and ones_own(scene, n.last + 1):
        return n.first - lo <= 9  # "رئيس البلدية واثنان من حراسه"
    word = scene.words[lo]
    one = next((i for i in range(lo, n.first) if scene.words[i] in wordset("named-one")), None)
    named = {i for a in ln.actors if one is not None and a.first <= one < a.last for i in range(a.first, a.last)}
    between = [w for i, w in enumerate(scene.words[lo : n.first], lo) if i not in named]  # "القيادي في الحزب فلان وثلاث نساء"
    if one is not None and len(between) <= 6 and wordset("prepositions").isdisjoint(between):
        return "," not in scene.words[one : n.first]  # "الشاب أحمد وثلاثة من أشقائه"
    if n.first - lo <= 3 and word in wordset("titles") and "," not in scene.words[lo : n.first]:
        return True  # "مدير مدرسة واثنين من المعلمين"
    kin = n.last + 1 < hi and f"و{scene.words[n.last + 1]}" in wordset("own-children")
    if kin and (n.first - lo == 1 or (n.first - lo == 2 and scene.words[lo + 1].startswith("و"))):
        return True  # "أب واثنان من أبنائه"
    if n.first - lo == 1 and word not in wordset("prepositions") and not wordset("own-children").isdisjoint(scene.words[n.first : n.last]):
        return True  # "أم وأطفالها الثلاثة", "أب وطفلاه"
    if word in wordset("prepositions") or not word[:1].isalpha():
        return False
    if n.first - lo == 1 and n.noun is not None and n.form in ("digits", "words") and word[:1] not in "وفبل":
        return (
            lo not in scene.things and not any(x.first == lo for x in (*ln.triggers, *ln.cues)) and not is_dated(ln, n)
        )  # "مدني وثلاثة أطفال"
    if word.startswith("ال") and n.first - lo <= 2 and not word.endswith(("ون", "ين", "ات")):
        return True  # "الأب وثلاثة من أبنائه"
    return n.form == "singular" or not wordset("others").isdisjoint(scene.words[n.last - 1 : n.last + 1])


def _added(scene: Scene, n: NumberMention) -> bool:
    """``فضلاً عن تسعة``, ``إضافة إلى ثلاثة``: the number is added to those before it."""
    return n.first >= 2 and f"{scene.words[n.first - 2]} {scene.words[n.first - 1]}" in wordset("besides")
