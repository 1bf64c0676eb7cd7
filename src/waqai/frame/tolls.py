"""Tolls: how many were killed, injured or captured, read from the words around the outcome.

Three shapes carry a toll: an outcome with what follows it (``قُتل خمسة``, ``إصابة طفلين``; see ``outcomes``), a toll noun with its
number (``ثلاثة قتلى``, ``سقوط 4 جرحى``), and killed and wounded together (``12 بين قتيل وجريح``).
"""

from __future__ import annotations

from itertools import pairwise

from waqai.frame.besides import add_besides, add_chief, add_companions, add_joined
from waqai.frame.count_now import read_count_now, read_in_care
from waqai.frame.counts import count_of, is_dated, is_thing, joined, who_counted
from waqai.frame.died_later import settle_died_later
from waqai.frame.frames import Frame, Toll, keep_better
from waqai.frame.named_row import read_named
from waqai.frame.outcome_subject import ROLE_OF, total_of
from waqai.frame.outcomes import from_outcome
from waqai.frame.scene import Lines, Scene
from waqai.frame.sum_list import with_more
from waqai.frame.superseded import superseded
from waqai.frame.uncounted import read_uncounted
from waqai.frame.unharmed import not_known
from waqai.model import ActorMention, CountRange, NumberMention, Span, WordMention
from waqai.resources.wordsets import wordset

_TO_DEAD = 14  # tokens from "found" to "killed": "عُثر في محيط القرية على خمسة رعاة مقتولين"
_BEFORE_VERB = 4  # tokens from a count to the verb behind it: "1119 عراقياً قتلوا"
_WORST = 6  # tokens from a place to the number of its dead
_ALL = 25  # tokens in which the dead and the wounded are told apart
_FELL = 9  # tokens from a group to what it fell as
_ITEMS = 10  # tokens from ``بينهم`` to a further item of its row
_PARTS = 5  # tokens from "بينهم" to one of those told apart


def _who(scene: Scene, ln: Lines, n: NumberMention, t: WordMention, hi: int) -> ActorMention | None:
    """Whom a toll noun counts: as for any number, or as its adjective says (``ثلاثة قتلى مدنيين``)."""
    a = who_counted(scene, ln, n, hi)
    if a is not None and a.category != "unspecified":
        return a
    if a is None and scene.words[n.first - 1] in wordset("left-behind"):
        return next((x for x in reversed(ln.actors) if x.last <= n.first and n.first - x.last <= 2), None)  # "تركت الحركة وراءها تسع جثث"
    return next((x for x in ln.actors if x.first == t.last and x.category not in ("source", "media", "monitor")), a)


def _of_both(scene: Scene, ln: Lines, f: Frame, t: WordMention, role: str) -> NumberMention | None:
    """``تراوح عدد القتلى والجرحى بين 20 و30``: the one number of the dead and wounded together; none where each has its own."""
    if scene.words[t.first - 1] not in wordset("how-many"):
        return None
    other = next((x for x in ln.tolls if x.first == t.last and scene.words[x.first].startswith("وال")), None)
    if other is None or {role, scene.entry(other).weapon} != {"killed", "injured"}:
        return None
    told = [n for n in ln.numbers if t.first < n.first < f.last and n.form in ("digits", "words", "range") and not is_dated(ln, n)]
    return told[0] if len(told) == 1 and not is_thing(scene, told[0]) else None


def _office_of(scene: Scene, i: int) -> bool:
    """``شؤون الأسرى والشهداء``, ``رابطة أسر الشهداء والجرحى``: an office, a graveyard or families bear the name of the dead."""
    words, office = scene.words, wordset("offices-of-the-dead")
    if words[i - 1] == '"' and words[i + 1 : i + 2] == ['"']:
        return words[i - 2] in office  # مفرق "الشهداء"
    return (words[i].startswith("ال") and words[i - 1] in office) or (words[i].startswith("وال") and words[i - 2] in office)


def read_tolls(scene: Scene, f: Frame) -> None:
    """Fill ``f.tolls`` from its token range."""
    ln = scene.lines[f.line]
    lo, hi = f.first, f.last
    done: set[int] = set()
    parts_end = -1  # where the number of a part ends
    for t in scene.within(ln.tolls, lo, hi):
        if t.first in done:
            continue
        role = scene.entry(t).weapon or "killed"
        if _office_of(scene, t.first) and not any(n.first == t.first and n.form in ("words", "digits") for n in ln.numbers):
            done.update((t.first, t.last))
            continue
        n = _of_both(scene, ln, f, t, role)
        if n is not None:
            done.update(x.first for x in ln.tolls if t.first <= x.first <= n.last + 1)
            span = Span(n.span.start, n.span.end)
            keep_better(f, Toll("killed_or_injured", count_of(n), span, n.first, who_counted(scene, ln, n, hi), True, "toll:combined"))
            continue
        both = None if not_known(scene, ln, t.first) else _combined(scene, ln, t)
        if both is not None:
            n, end = both
            done.update(range(t.first, end))
            if n is not None:
                r = count_of(n)
                if r.low is not None and n.form != "vague" and (r.best != 1 or n.form != "singular"):
                    keep_better(f, Toll("killed_or_injured", r, Span(n.span.start, scene.tokens[end - 1].end), n.first,
                                 who_counted(scene, ln, n, hi), True, "toll:combined"))  # fmt: skip
                    continue
            each = _each(ln, t)
            if each and scene.words[t.first - 1] != "بين":
                for n in each:  # "سقوط قتيل وجريحين"
                    r2 = "killed" if n is each[0] else "injured"
                    if role == "injured":
                        r2 = "killed" if r2 == "injured" else "injured"
                    keep_better(f, Toll(r2, count_of(n), n.span, n.first, who_counted(scene, ln, n, hi), False, "toll:noun"))
                continue
            of_all = _group_before(scene, ln, f, t.first)
            if of_all is not None:  # "قوة قوامها 8 جنود … سقط أفرادها بين قتيل وجريح"
                keep_better(f, Toll("killed_or_injured", count_of(of_all), of_all.span, of_all.first, None, True, "toll:combined"))
                continue
            least = 1 if _crew(scene, ln, t.first) else 2
            many = CountRange(least, None, None, scene.doc.text.slice(t.span))
            for r2 in ("killed", "injured"):
                keep_better(f, Toll(r2, many, t.span, t.first, None, False, "toll:open-plural"))
            continue
        if role == "missing" or not_known(scene, ln, t.first) or superseded(scene, ln, t.first):
            continue
        if scene.words[t.last : t.last + 1] == ["بين"] and any(x.first == t.last + 1 for x in ln.tolls):
            continue  # "108 من الضحايا بين قتيل وجريح"
        if scene.words[t.first - 1] in wordset("how-many"):
            n = total_of(ln, f, t, scene.words)  # "ارتفع عدد المصابين إلى تسعة"
            if n is not None and not any(n.first <= x.first < n.last for x in ln.tolls):
                keep_better(f, Toll(role, count_of(n), n.span, n.first, who_counted(scene, ln, n, hi), False, "toll:noun:risen"))
                continue
        to = next((n for n in ln.numbers if n.first == t.last + 1 and scene.words[t.last] == "الي"), None)
        to = to or next((n for n in ln.numbers if n.first == t.last and n.form in ("words", "digits") and n.noun is None), None)
        if to is not None and scene.words[t.first].startswith(("ال", "وال")):  # "ارتفاع عدد القتلى إلى خمسة والمصابين إلى 23"
            keep_better(f, Toll(role, count_of(to), to.span, to.first, who_counted(scene, ln, to, hi), False, "toll:noun:risen"))
            continue
        own = next((n for n in ln.numbers if n.first <= t.first < n.last and not is_dated(ln, n)), None)
        if own is not None and own.form == "plural":
            own = _of_them(scene, ln, t) or own
        if own is None:
            close = [n for n in ln.numbers if 0 <= t.first - n.last <= 1 and n.form not in ("plural", "singular")]
            own = close[-1] if close else _of_them(scene, ln, t)
        if own is None or _ordinal_or_date(ln, own):
            continue
        if role == "captured" and own.form == "singular" and any(0 < t.first - c.last <= _PARTS for c in ln.of("among")):
            continue  # "اعتقلت 15 فلسطينياً، بينهم طفلان وأسير محرر"
        if _some_of_the_dead(scene, ln, f, role, own):
            continue
        if role == "captured" and t.prefix.endswith("ال") and scene.before(own.first) in wordset("whose-home"):
            continue  # "داهمت منزلي الأسيرين": whom it names was held before
        if role == "injured" and t.first == own.last + 1 and scene.words[own.last] == "من" and scene.words[t.first].startswith("ال"):
            continue  # "ثلاثة من الجرحى بحال الخطر": some of those told before
        if _of_those_counted(scene, ln, f, role, own, t) or (parts_end >= 0 and joined(scene, own) and own.first - parts_end <= 1):
            parts_end = max(own.last, t.last)  # "بـ 352 قتيلاً و921 جريحاً"
            continue
        if role == "injured" and _of_the_wounded(scene, ln, own.first):
            continue  # "بعد وفاة ثلاثة جرحى"
        if scene.words[t.first].startswith("ال") and scene.words[own.first] in ("احد", "احدي"):
            continue  # "نُقل أحد المصابين إلى المشفى": one of those told before
        if own.form == "singular" and t.prefix.endswith("ال"):
            continue
        if role == "killed" and _all_victims(scene, ln, t, own):
            continue
        if own.form == "plural" and t.prefix.endswith("ال"):
            continue  # "القتلى": the dead told before
        inside = (
            x
            for x in ln.triggers
            if (x.first == t.first and scene.entry(x).id != "casualty-pair")
            or (x.first < t.first < x.last and scene.entry(x).id == "victim-of")
        )
        if own.form in ("singular", "plural") and any(inside):
            continue
        span = Span(own.span.start, max(own.span.end, t.span.end))
        risen = any(w in wordset("rise-verbs") for w in scene.words[max(lo, own.first - 4) : own.first])
        listed = own.form == "dual" and scene.words[t.first].endswith("تي")  # "جثتي رجل وزوجته": the pair is told one by one
        count = count_of(own) if listed else with_more(scene, ln, count_of(own), t.last, hi)
        keep_better(f, Toll(role, count, span, own.first, _who(scene, ln, own, t, hi), False, "toll:noun:risen" if risen else "toll:noun"))
    _cases(scene, ln, f)
    _bodies(scene, ln, f)
    for w in f.triggers:
        role_of = ROLE_OF.get(scene.cls(w))
        if role_of is None:
            continue
        from_outcome(scene, ln, f, w, role_of)
    read_named(scene, ln, f)
    settle_died_later(scene, ln, f)
    read_count_now(scene, ln, f)
    read_in_care(scene, ln, f)
    read_uncounted(scene, ln, f)
    add_besides(scene, ln, f)
    add_chief(scene, f)
    add_joined(scene, ln, f)
    add_companions(scene, ln, f)
    for role, toll in f.tolls.items():
        vague = (toll.count.low == 2 and toll.count.best is None) or toll.rule == "toll:unnumbered"
        if vague and (theirs := _their_number(scene, ln, toll.first)) is not None and (theirs.best or 0) > 1:
            f.tolls[role] = Toll(role, count_of(theirs), theirs.span, theirs.first, toll.who, False, "toll:their-number")
            break
    all_of = f.tolls.get("killed_or_injured")
    if all_of is not None and all_of.count.best:  # "سقطوا جميعاً، وعددهم ثمانية، بين قتيل وجريح": nothing more open beside it
        f.tolls = {r: t for r, t in f.tolls.items() if t is all_of or t.count.best is not None or t.count.low != 2}
    held, dead = f.tolls.get("captured"), f.tolls.get("killed")
    if held is not None and dead is not None and held.rule == "toll:noun" and held.first == dead.first:
        del f.tolls["captured"]  # "أعدمت أربعة أسرى"


def _all_victims(scene: Scene, ln: Lines, t: WordMention, n: NumberMention) -> bool:
    """``51 ضحية، منهم 23 قتيلاً و28 مصاباً``, ``41 ضحية، أي 16 حالة وفاة و25 إصابة``: the dead and the wounded together."""
    if scene.words[t.first].removeprefix("ال") not in wordset("victims") or not n.best:
        return False
    later = [x for x in ln.numbers if t.last <= x.first < t.last + _ALL and x.best and x.form in ("digits", "words", "dual")]
    return any(a.best + b.best == n.best for a, b in pairwise(later) if a.best and b.best)


def _of_those_counted(scene: Scene, ln: Lines, f: Frame, role: str, own: NumberMention, t: WordMention) -> bool:
    """``مقتل 11 … وقالت إن أربعة من القتلى سقطوا في جرائم``, ``بواقع 31 ضحية`` behind a total: a part of those counted before."""
    of_the = t.first == own.last + 1 and scene.words[own.last] == "من" and scene.words[t.first].startswith("ال")
    if not of_the and scene.words[own.first - 1] not in wordset("amounting-to") and not _of_a_town(scene, ln, own):
        return False
    whole = f.tolls.get(role) or f.tolls.get("killed_or_injured")
    if whole is not None and whole.first < own.first and (whole.count.best or 0) > (own.best or 0):
        return True
    told = [w.last for w in f.triggers if w.first < own.first and ROLE_OF.get(scene.cls(w)) == role]
    counted = (
        n for n in ln.numbers if told and told[0] - _BEFORE_VERB <= n.first < own.first and not is_dated(ln, n) and not is_thing(scene, n)
    )
    return any((n.best or 0) > (own.best or 0) for n in counted)


def _of_a_town(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    """``وأن بغداد كانت الأكثر تضرراً بـ 352 قتيلاً``: a number brought in by ``ب`` behind the place that was hit most."""
    if scene.words[n.first - 1] != "ب" and not scene.words[n.first].startswith("ب"):
        return False
    p = next((scene.place(i) for i in reversed(ln.places) if scene.place(i).last <= n.first), None)
    if p is None or n.first - p.last > _WORST:
        return False
    ranked = scene.words[p.first - 1] in wordset("next-in-row") or (p.first > 1 and scene.words[p.first - 2] in wordset("next-in-row"))
    return ranked or not wordset("worst-hit").isdisjoint(scene.words[p.last : n.first])


def _in_the_row(scene: Scene, ln: Lines, lo: int, own: NumberMention) -> bool:
    """``بينهم 14 طفلاً و7 سيدات، وشهيد من الأطباء``: one more item of those told of behind ``بينهم``."""
    if not 0 < own.first - lo <= _ITEMS or not joined(scene, own):
        return False
    busy = any(lo <= x.first < own.first and (x.form != "masdar" or not x.prefix) for x in ln.triggers)
    return not busy and "." not in scene.words[lo : own.first] and any(lo <= n.first < own.first and n.best for n in ln.numbers)


def _some_of_the_dead(scene: Scene, ln: Lines, f: Frame, role: str, own: NumberMention) -> bool:
    """``بمقتل 41 شخصاً، بينهم 33 قتيلاً في شمال القطاع``: a share of those an outcome has counted before."""
    c = next(
        (c for c in ln.of("among") if f.first < c.first and (0 <= own.first - c.last <= 1 or _in_the_row(scene, ln, c.last, own))), None
    )
    if c is None or not own.best:
        return False
    if any(own.last < t.first < own.last + _PARTS and scene.entry(t).weapon != role for t in ln.tolls):
        return False  # "سقوط 51 ضحية، منهم 23 قتيلاً و28 مصاباً"
    told = [w.last for w in f.triggers if w.first < c.first and ROLE_OF.get(scene.cls(w)) == role]
    return any(
        told[0] <= n.first < c.first and (n.best or 0) > (own.best or 0) and not is_dated(ln, n) and not is_thing(scene, n)
        for n in (ln.numbers if told else ())
    )


def _their_number(scene: Scene, ln: Lines, lo: int) -> NumberMention | None:
    """``إعدام مرضى ومرافقين، قدّرت المنظمة عددهم بأكثر من 460``."""
    for i in range(lo, ln.sentence.last):
        if scene.words[i] in wordset("their-number"):
            return next((n for n in ln.numbers if 0 <= n.first - i <= 2 and n.form in ("digits", "words") and not is_dated(ln, n)), None)
    return None


def _each(ln: Lines, t: WordMention) -> list[NumberMention]:
    """One killed, two wounded, told by two nouns side by side; empty when either is a plural."""
    found = [n for n in ln.numbers if n.first in (t.first, t.last) and n.last == n.first + 1 and n.form in ("singular", "dual")]
    return found if len(found) == 2 else []


def _of_the_wounded(scene: Scene, ln: Lines, at: int) -> bool:
    """The wounded counted at token ``at`` are those who died: a word of death stands before them, told of nobody else."""
    if scene.words[at - 1] in wordset("death-cases"):
        return True
    between = any(t.first == at - 1 for t in ln.tolls)
    if scene.words[at].startswith("و") and not scene.words[at].startswith("واحد"):
        return False  # "وفاة شاب وخمسة جرحى"
    return any(
        (x.last == at or (x.last == at - 1 and not between)) and scene.cls(x) == "die" and scene.entry(x).id != "fall-dead"
        for x in ln.triggers
    )


def _crew(scene: Scene, ln: Lines, at: int) -> bool:
    """``أوقعوا طاقمها بين قتيل وجريح``: those inside, their number unstated."""
    return any(scene.words[i] in wordset("crew") for i in range(max(ln.sentence.first, at - 4), at))


def _group_before(scene: Scene, ln: Lines, f: Frame, at: int) -> NumberMention | None:
    """``قوة قوامها 8 جنود``: the number of the group told of before token ``at`` that all its members make up."""
    if wordset("crew").isdisjoint(scene.words[max(f.first, at - 5) : at]) and not scene.words[at - 2].endswith("ها"):
        return None
    made = wordset("made-up-of")
    i = next((i for i in range(at - 1, ln.sentence.first, -1) if scene.words[i] in made), None)
    n = next((n for n in ln.numbers if i is not None and 0 < n.first - i <= 2 and n.form in ("digits", "words")), None)
    return n if n is not None and n.best is not None and n.best > 1 and not is_thing(scene, n) else None


def _of_them(scene: Scene, ln: Lines, t: WordMention) -> NumberMention | None:
    """``موقعين خمسة منهم قتلى``, ``سقط خمسة من عناصر الحاجز جرحى``: a part counted, then what became of it."""
    if t.prefix or t.text.startswith("ال"):
        return None
    n = next((n for n in reversed(ln.numbers) if n.last < t.first and n.form not in ("plural", "singular", "ordinal")), None)
    if n is None or t.first - n.last > 5 or is_dated(ln, n) or is_thing(scene, n):
        return None
    between = scene.words[n.last : t.first]
    if any(w[:1] in "وف" and len(w) > 2 and w not in wordset("waw-words") for w in between[1:]):
        return None  # "فهلك ثلاثة منهم وفرّ الباقون جرحى"
    if between[0] not in ("من", *wordset("of-them")) or any(w in (",", ".", ":") for w in between):
        return None
    return None if any(n.last <= x.first < t.first for x in ln.triggers) else n


def _cases(scene: Scene, ln: Lines, f: Frame) -> None:
    """``14 إصابة``, ``16 حالة وفاة و25 حالة إصابة``: deaths and wounds counted as cases."""
    for n in ln.numbers:
        if not f.first <= n.first < f.last or n.form not in ("digits", "words", "dual") or is_dated(ln, n):
            continue
        last = n.last - 1 if n.noun is not None else n.last
        if n.noun_span is not None and n.last < f.last and scene.tokens[n.last].start == n.noun_span[0]:
            last = n.last  # the noun stands behind the mention
        if last < f.last and scene.words[last] in wordset("cases"):
            last += 1
        word = scene.words[last] if last < f.last else ""
        role = "killed" if word in wordset("death-cases") else "injured" if word in wordset("injury-cases") else ""
        if word in wordset("held-cases") and scene.words[last - 1] in wordset("cases"):
            role = "captured"
        if role and "," not in scene.words[n.last : f.main.first]:
            keep_better(f, Toll(role, count_of(n), n.span, n.first, None, False, "toll:cases"))


_FOUND = frozenset(("civilians", "officials", "unspecified", "armed_group", "state_force", "militia"))


def _found_dead(scene: Scene, ln: Lines, f: Frame) -> None:
    """``عُثر على شاب مقتول``: the person found is dead."""
    lo = next((w.last for w in f.triggers if scene.cls(w) == "body"), f.main.last)  # the shots behind it may name the event
    for i in range(lo, min(f.last, lo + _TO_DEAD)):
        if scene.words[i] in wordset("found-dead"):
            n = next((n for n in reversed(ln.numbers) if lo <= n.first < i and not is_thing(scene, n) and not is_dated(ln, n)), None)
            if n is not None and n.best is not None:
                keep_better(f, Toll("killed", count_of(n), n.span, n.first, who_counted(scene, ln, n, f.last), False, "toll:bodies"))
            elif n is None and not scene.words[i].endswith(("ين", "ان")):  # "عثر الأهالي على الشاب قاسم مقتولاً"
                span = Span(scene.tokens[i].start, scene.tokens[i].end)
                one = next((a for a in reversed(ln.actors) if lo <= a.first < i and a.category in _FOUND), None)
                keep_better(f, Toll("killed", CountRange(1, 1, 1, scene.doc.text.slice(span)), span, i, one, False, "toll:bodies"))
            return


def _bodies(scene: Scene, ln: Lines, f: Frame) -> None:
    """``عُثر على جثة شاب``, ``ثلاث جثث``, ``رفات 23 شخصاً``: bodies found are dead told by their number."""
    if not f.classes & {"body", "grave"}:
        return
    _found_dead(scene, ln, f)
    for i in range(f.first, f.last):
        word = scene.words[i]
        one, many = word in wordset("body"), word in wordset("bodies")
        if not one and not many:
            continue
        close = [n for n in ln.numbers if not _ordinal_or_date(ln, n) and n.form not in ("singular", "plural")]
        n = next((n for n in close if i - 1 <= n.last <= i + 1 or 0 <= n.first - i <= 2), None)
        if n is not None and (many or n.first > i):
            keep_better(f, Toll("killed", count_of(n), n.span, n.first, who_counted(scene, ln, n, f.last), False, "toll:bodies"))
        elif one or word in wordset("two-bodies"):
            who = next((a for a in ln.actors if a.first == i + 1), None)
            t = scene.tokens[i]
            text, size = scene.doc.text.slice(Span(t.start, t.end)), 1 if one else 2  # "انتشل متطوعوه جثتي رجل وحفيده"
            keep_better(f, Toll("killed", CountRange(size, size, size, text), Span(t.start, t.end), i, who, False, "toll:body"))
        return


def _combined(scene: Scene, ln: Lines, t: WordMention) -> tuple[NumberMention | None, int] | None:
    """``N ... بين قتيل وجريح``, ``N قتيلاً وجريحاً``, ``N قتلى وجرحى``: the number and the end of the phrase."""
    words = scene.words
    if t.last >= len(words):
        return None
    nxt = words[t.last]
    kinds = {scene.entry(w).weapon for w in ln.tolls if w.first in (t.first, t.last)}
    if not (nxt.startswith("و") and {"killed", "injured"} <= kinds):
        return None
    second = words[t.last]
    forms = {n.first: n.form for n in ln.numbers if n.first in (t.first, t.last)}
    if words[t.first - 1] != "بين" and forms.get(t.first) in ("singular", "dual") and forms.get(t.last) == "plural":
        return None  # "قتيلان وجرحى": the dead are counted, the wounded not
    pair = [forms.get(t.first), forms.get(t.last)]
    if words[t.first - 1] != "بين" and pair in (["dual", "singular"], ["singular", "dual"], ["dual", "dual"]):
        return None, t.last + 1  # "شهيدان وجريح"
    few = pair[1] in ("singular", "dual") and not words[t.last].endswith("ا")
    if words[t.first - 1] != "بين" and few and (pair[0] not in ("singular", "dual") or words[t.first].endswith("ا")):
        return None  # "15 قتيلاً وجريحان", "ثلاثة قتلى وجريح"
    for n in reversed(ln.numbers):
        reach = _FELL if words[t.first - 2] in wordset("who-fell") else 5  # "خمسة من متطوعي اللواء سقطوا بين قتيل وجريح"
        if n.first <= t.first and t.first - n.last <= reach and not is_dated(ln, n) and n.form not in ("plural", "singular"):
            between = words[n.last : t.first]
            if "بين" in between or t.first - n.first <= 2 or n.noun_span is not None:
                return n, t.last + 1
    # "قتيل وجريح" with "بين" and a number further back, else two open plurals
    return (None, t.last + 1) if second else None


def _ordinal_or_date(ln: Lines, n: NumberMention) -> bool:
    return n.form == "ordinal" or is_dated(ln, n)
