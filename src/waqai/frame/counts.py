"""How many persons the words count: number mentions added up, things and dates left out, and who is counted.

Numbers joined by ``و`` in one list add up; those after ``بينهم`` are parts and do not.
"""

from __future__ import annotations

from collections.abc import Iterable

from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, CountRange, NumberMention
from waqai.normalise import fold, readings
from waqai.resources.wordsets import wordset

_REACH = 9
_NEXT_ONE = 4
_OF_ONE = ("يه", "يها", "ائه", "ائها", "اته", "اتها")  # plurals with a pronoun: "شركائه", "موظفيها"
_COLLECTIVE = wordset("collectives")
_STOP = frozenset((";", "."))
AND_ONE = frozenset(("واحد", "واحدي"))  # "وأحد مرافقيه", "وإحدى بناته"
_MOTHER = ("وام", "وزوجته", "ووالده", "ووالدته")
_OPEN = frozenset(("cause", "agentby", "result"))


def count_of(n: NumberMention) -> CountRange:
    """The number of a mention as whole persons."""
    low = None if n.low is None else int(n.low)
    best = None if n.best is None else int(n.best)
    high = None if n.high is None else int(n.high)
    return CountRange(low, best, high, n.text)


def add_counts(a: CountRange, b: CountRange) -> CountRange:
    """Both counts together; an open second one leaves the upper end open."""

    def plus(x: int | None, y: int | None) -> int | None:
        return None if x is None or y is None else x + y

    text = f"{a.text} + {b.text}"
    if b.best is None and a.low is not None:  # "ثلاثة مدنيين وآخرون": at least what is counted
        return CountRange(a.low, a.best, None, text)
    return CountRange(plus(a.low, b.low), plus(a.best, b.best), plus(a.high, b.high), text)


def is_thing(scene: Scene, n: NumberMention) -> bool:
    """The number counts things, time or distance."""
    if n.noun_span is not None and n.last in scene.things and scene.tokens[n.last].start == n.noun_span[0]:
        return True
    bare = n.noun is None and n.form in ("digits", "words", "vague", "range", "fraction")
    for i in range(n.first, min(n.last + (2 if bare else 0), len(scene.words))):
        if i >= n.last and (
            i in scene.means or scene.words[i] in wordset("prepositions") or scene.words[i] in wordset("setting-prepositions")
        ):
            break  # "قُتل خمسة بانفجار", "قتلوا خمسة خلال هجوم"
        if i in scene.things:
            return True
        if scene.words[i] in ("%", "$") or (scene.words[i] == "من" and i >= n.last):
            break
    if n.form == "ordinal":
        return True
    return n.noun is not None and any(r in wordset("age") for _, r in readings(fold(n.noun)))


def is_dated(ln: Lines, n: NumberMention) -> bool:
    """The number is part of a date."""
    return bool(ln.times) and any(t.first <= n.first < t.last for t in ln.times)


def actor_at(actors: Iterable[ActorMention], lo: int, hi: int) -> ActorMention | None:
    """The first actor that overlaps tokens ``[lo, hi)`` and is no source."""
    for a in actors:
        if a.first < hi and a.last > lo and a.category not in ("source", "media", "monitor"):
            return a
    return None


def who_counted(scene: Scene, ln: Lines, n: NumberMention, limit: int) -> ActorMention | None:
    """The actor a number counts: overlapping its noun, or right after it (``خمسة من عناصر قسد``)."""
    a = actor_at(ln.actors, n.first, n.last + (1 if n.noun is None else 0))
    if a is not None and a.category != "unspecified":
        return a
    later = [x for x in ln.actors if n.last <= x.first <= n.last + 3 and x.first < limit]
    for x in later:
        prev = scene.before(x.first)
        if (prev in ("من", "في", "ل") or scene.proclitic(x).endswith(("ل", "لل")) or x.first == n.last) and x.category not in (
            "source",
            "media",
            "monitor",
        ):
            return x
    if a is None and n.noun is None:  # "سقط من المهاجمين خمسة"
        return next((x for x in ln.actors if x.last == n.first and scene.before(x.first) == "من"), None)
    return a


def stops(scene: Scene, ln: Lines, lo: int, hi: int) -> int:
    """Where the reach of an outcome ends: a cause, an agent phrase, another outcome or a strong mark."""
    end = hi
    for c in ln.cues:
        if lo <= c.first < end and scene.cls(c) in _OPEN and not any(t.first in (c.first, c.last) for t in ln.times):
            end = c.first  # but "قُتل خلال الشهر الماضي 12 شخصاً"
    for w in ln.triggers:
        if lo <= w.first < end and scene.cls(w) not in ("under",):
            end = w.first
    for i in range(lo, end):
        if scene.words[i] in _STOP:
            return i
    return end


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
    verbs = [w for w in ln.triggers if w.last == n.first and w.form in ("past", "present") and not fold(w.text).endswith("وا")]
    if not verbs or "\u064f" in verbs[0].text[:3] or any(scene.cls(w) == "die" for w in verbs):
        return False
    rest = [x for x in ln.numbers if a.last <= x.first < hi and x.first - a.last <= 3 and x.noun is not None and not is_thing(scene, x)]
    rest = [x for x in rest if not joined(scene, x)]  # "قُتل عنصران من النظام وعنصر من الحزب"
    end = next((t.last for t in ln.times if t.first == a.last), a.last)  # ``ملثمان ليل الثلاثاء صاحب ورشة``
    word = scene.words[end] if end < hi else "."
    if word in wordset("distribution") or word in wordset("riding"):
        return False  # "قتل عنصران من قسد أحدهما قيادي"
    return bool(rest) or not (word in wordset("prepositions") or word in (",", ".", ":") or word[:1] in "بلوف")


def _apart(scene: Scene, ln: Lines, lo: int, n: NumberMention) -> bool:
    """An uncounted plural behind a comma (dates in between aside), or one that names a source, is not what the outcome counts."""
    if n.first > lo and any(a.first <= n.first < a.last and a.category in ("source", "media", "monitor") for a in ln.actors):
        return True
    dated = {i for t in ln.times for i in range(t.first - 1, t.last + 1)}
    return any(scene.words[i] == "," and i not in dated for i in range(lo, n.first))


def joined(scene: Scene, n: NumberMention) -> bool:
    """The number is joined by ``و`` to what stands before (``وأربعة``, but not ``واحدة``)."""
    if n.first and scene.words[n.first - 1] == "و":  # "و12"
        return True
    if not scene.words[n.first].startswith("و"):
        return False
    return n.span.start > scene.tokens[n.first].start or (n.form in ("vague", "plural", "singular", "dual") and n.text.startswith("و"))


def ones_own(scene: Scene, i: int) -> bool:
    """``حراسه``, ``أفراد أسرته``, ``موظفيها``: company of one person named before."""
    words = scene.words
    if words[i : i + 1] == []:
        return False
    if words[i] in wordset("ones-own") or (i + 1 < len(words) and words[i + 1] in wordset("ones-own")):
        return True
    return words[i].endswith(_OF_ONE) and not words[i].startswith("ال") and scene.doc.text.report.text[scene.tokens[i].end - 1] != "ة"


def _named_before(scene: Scene, ln: Lines, lo: int, n: NumberMention, hi: int) -> bool:
    """``رئيس الفرع فلان و29 آخرون``, ``بائعة خضراوات وابنها``: the first count is joined to one named before it (``القيادي مع اثنين``)."""
    if n.best is None or n.first == lo or n.form in ("plural", "vague"):
        return False
    if scene.words[n.first - 1] in wordset("together-with") and n.first - lo <= 6:
        return scene.words[lo] not in wordset("together-with")
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
    if word.startswith("ال") and n.first - lo <= 2 and not word.endswith(("ون", "ين", "ات")):
        return True  # "الأب وثلاثة من أبنائه"
    return n.form == "singular" or not wordset("others").isdisjoint(scene.words[n.last - 1 : n.last + 1])


def _added(scene: Scene, n: NumberMention) -> bool:
    """``فضلاً عن تسعة``, ``إضافة إلى ثلاثة``: the number is added to those before it."""
    return n.first >= 2 and f"{scene.words[n.first - 2]} {scene.words[n.first - 1]}" in wordset("besides")


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


def sum_list(
    scene: Scene, ln: Lines, lo: int, hi: int, reach: int = _REACH
) -> tuple[CountRange, NumberMention, ActorMention | None] | None:
    """The first person count in ``[lo, hi)`` with the counts joined to it by ``و``; parts after ``بينهم`` are passed over."""
    among = [c for c in ln.of("among") if lo <= c.first < hi]
    total: CountRange | None = None
    first: NumberMention | None = None
    who: ActorMention | None = None
    best_n = -1
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
        opened = [c for c in among if prev_end <= c.first < n.first]
        if opened:
            # inside a "بينهم" parenthesis unless a comma closed it and "و" goes on
            commas = sum(1 for i in range(opened[-1].last, n.first) if scene.words[i] == ",")
            part = n.noun is not None and any(r in wordset("part-nouns") for _, r in readings(fold(n.noun.split(" ")[0])))
            if part or not commas or not (joined(scene, n) or _added(scene, n)):
                continue
        if total is None:
            total, first = count_of(n), n
            if _named_before(scene, ln, lo, n, hi):
                size = 2 if n.first - lo == 2 and scene.words[n.last : n.last + 1] == ["من"] and scene.words[lo + 1] in _MOTHER else 1
                if size == 1:  # "مدير الناحية وشقيقه وأحد حراسه"
                    size += sum(w in wordset("with-one") for w in scene.words[lo + 1 : n.first])
                total = add_counts(CountRange(size, size, size, str(size)), total)  # "أب وأم وأربعة من أطفالهما"
        elif any(x.first <= n.last and n.first <= x.first and scene.entry(x).weapon == "injured" for x in ln.tolls):
            break  # "ثلاثة قتلى إضافة إلى 20 جريحاً"
        elif not wordset("namely").isdisjoint(scene.words[prev_end : n.first]):
            break  # "ثمانية من عائلة واحدة، هم الأب والأم وستة أطفال"
        elif _elsewhere(scene, ln, prev_end, n):
            break  # "مقتل 12 في بادية حمص وتسعة في بادية دير الزور"
        elif (
            (joined(scene, n) or _added(scene, n))
            and n.form not in ("plural",)
            and n.first - prev_end <= (16 if opened or _added(scene, n) else 7)
        ):
            total = add_counts(total, count_of(n))
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
    if total.best is None and first.form in ("plural", "vague"):
        made = made_up_of(scene, ln, first.last, ln.sentence.last)
        if made is not None:  # "خلية مكونة من 5"
            total, first = count_of(made), made
    return total, first, who


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
    near = (n for n in ln.numbers if at < n.first <= at + 2 and n.form in ("digits", "words", "dual"))
    return next((n for n in near if not is_thing(scene, n) and not is_dated(ln, n)), None)
