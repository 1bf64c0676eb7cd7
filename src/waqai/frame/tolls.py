"""Tolls: how many were killed, injured or captured, read from the words around the outcome.

Three shapes carry a toll: an outcome with what follows it (``قُتل خمسة``, ``إصابة طفلين``), a toll noun with its number (``ثلاثة قتلى``,
``سقوط 4 جرحى``), and killed and wounded together (``12 بين قتيل وجريح``). Numbers joined by ``و`` in one list add up; those after
``بينهم`` are parts and do not.
"""

from __future__ import annotations

from collections.abc import Iterable

from waqai.frame.frames import Frame, Toll
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, CountRange, NumberMention, Span, WordMention
from waqai.normalise import fold, readings
from waqai.resources.wordsets import wordset

ROLE_OF = {
    "kill": "killed", "die": "killed", "injure": "injured", "assassinate": "killed", "execute": "killed",
    "arrest": "captured", "seize-persons": "captured", "abduct": "captured",
}  # fmt: skip
_REACH = 9
_COLLECTIVE = wordset("collectives")
_STOP = frozenset((";", "."))
_OPEN = frozenset(("cause", "agentby", "result"))


def _range(n: NumberMention) -> CountRange:
    low = None if n.low is None else int(n.low)
    best = None if n.best is None else int(n.best)
    high = None if n.high is None else int(n.high)
    return CountRange(low, best, high, n.text)


def _add(a: CountRange, b: CountRange) -> CountRange:
    def plus(x: int | None, y: int | None) -> int | None:
        return None if x is None or y is None else x + y

    text = f"{a.text} + {b.text}"
    if b.best is None and a.low is not None:  # "ثلاثة مدنيين وآخرون": at least what is counted
        return CountRange(a.low, a.best, None, text)
    return CountRange(plus(a.low, b.low), plus(a.best, b.best), plus(a.high, b.high), text)


def _is_thing(scene: Scene, n: NumberMention) -> bool:
    """The number counts things, time or distance."""
    bare = n.noun is None and n.form in ("digits", "words", "vague", "range", "fraction")
    for i in range(n.first, min(n.last + (2 if bare else 0), len(scene.words))):
        if i >= n.last and scene.words[i] in wordset("prepositions"):
            break
        if i in scene.things:
            return True
        if scene.words[i] in ("%", "$") or (scene.words[i] == "من" and i >= n.last):
            break
    if n.form == "ordinal":
        return True
    return n.noun is not None and any(r in wordset("age") for _, r in readings(fold(n.noun)))


def _dated(ln: Lines, n: NumberMention) -> bool:
    return any(t.first <= n.first < t.last for t in ln.times)


def _actor_at(actors: Iterable[ActorMention], lo: int, hi: int) -> ActorMention | None:
    for a in actors:
        if a.first < hi and a.last > lo and a.category not in ("source", "media", "monitor"):
            return a
    return None


def _who(scene: Scene, ln: Lines, n: NumberMention, limit: int) -> ActorMention | None:
    """The actor a number counts: overlapping its noun, or right after it (``خمسة من عناصر قسد``)."""
    a = _actor_at(ln.actors, n.first, n.last + (1 if n.noun is None else 0))
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
    return a


def _stops(scene: Scene, ln: Lines, lo: int, hi: int) -> int:
    """Where the reach of an outcome ends: a cause, an agent phrase, another outcome or a strong mark."""
    end = hi
    for c in ln.cues:
        if lo <= c.first < end and scene.cls(c) in _OPEN:
            end = c.first
    for w in ln.triggers:
        if lo <= w.first < end and scene.cls(w) not in ("under",):
            end = w.first
    for i in range(lo, end):
        if scene.words[i] in _STOP:
            return i
    return end


def _acts(scene: Scene, ln: Lines, n: NumberMention, hi: int) -> bool:
    """A plural that names armed men right after a verb, with another noun phrase after it: they act."""
    a = next((x for x in ln.actors if x.first <= n.first < x.last), None)
    if a is None or a.category not in ("unknown", "armed_group", "state_force", "militia", "tribe", "crime"):
        return False
    verb = next((w for w in ln.triggers if w.last == n.first and w.form in ("past", "present")), None)
    if verb is None or "\u064f" in verb.text[:3]:
        return False
    rest = [x for x in ln.numbers if a.last <= x.first < hi and x.first - a.last <= 3 and not _is_thing(scene, x)]
    word = scene.words[a.last] if a.last < hi else "."
    return bool(rest) or not (word in wordset("prepositions") or word in (",", ".", ":") or word[:1] in "بلوف")


def joined(scene: Scene, n: NumberMention) -> bool:
    """The number is joined by ``و`` to what stands before (``وأربعة``, but not ``واحدة``)."""
    if not scene.words[n.first].startswith("و"):
        return False
    return n.span.start > scene.tokens[n.first].start or (n.form in ("vague", "plural", "singular", "dual") and n.text.startswith("و"))


def _sum_list(
    scene: Scene, ln: Lines, lo: int, hi: int, reach: int = _REACH
) -> tuple[CountRange, NumberMention, ActorMention | None] | None:
    """The first person count in ``[lo, hi)`` with the counts joined to it by ``و``; parts after ``بينهم`` are passed over."""
    among = [c for c in ln.cues if lo <= c.first < hi and scene.cls(c) == "among"]
    total: CountRange | None = None
    first: NumberMention | None = None
    who: ActorMention | None = None
    best_n = -1
    prev_end = lo
    for n in ln.numbers:
        if not lo <= n.first < hi or _is_thing(scene, n) or _dated(ln, n):
            continue
        if n.form == "plural" and n.noun is not None and any(r in _COLLECTIVE for _, r in readings(fold(n.noun))):
            continue
        if total is None and n.first - lo > reach:
            break
        if total is None and n.form in ("plural", "dual") and _acts(scene, ln, n, hi):
            continue  # "خطف مسلحون تاجرين": the first plural is the subject
        opened = [c for c in among if prev_end <= c.first < n.first]
        if opened:
            # inside a "بينهم" parenthesis unless a comma closed it and "و" goes on
            commas = sum(1 for i in range(opened[-1].last, n.first) if scene.words[i] == ",")
            if not commas or not joined(scene, n):
                continue
        if total is None:
            total, first = _range(n), n
        elif joined(scene, n) and n.form not in ("plural",) and n.first - prev_end <= 7:
            total = _add(total, _range(n))
        else:
            break
        a = _who(scene, ln, n, hi)
        size = int(n.best or n.low or 0)
        if a is not None and size > best_n:
            who, best_n = a, size
        prev_end = n.last
    if total is None or first is None:
        return None
    return total, first, who


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
    for n in reversed(ln.numbers):
        if n.first <= t.first and t.first - n.last <= 5 and not _dated(ln, n) and n.form not in ("plural", "singular"):
            between = words[n.last : t.first]
            if "بين" in between or t.first - n.first <= 2 or n.noun_span is not None:
                return n, t.last + 1
    # "قتيل وجريح" with "بين" and a number further back, else two open plurals
    return (None, t.last + 1) if second else None


def read_tolls(scene: Scene, f: Frame) -> None:
    """Fill ``f.tolls`` from its token range."""
    ln = scene.lines[f.line]
    lo, hi = f.first, f.last
    done: set[int] = set()
    for t in scene.within(ln.tolls, lo, hi):
        if t.first in done:
            continue
        role = scene.entry(t).weapon or "killed"
        both = _combined(scene, ln, t)
        if both is not None:
            n, end = both
            done.update(range(t.first, end))
            if n is not None:
                r = _range(n)
                if r.best is not None and (r.best != 1 or n.form not in ("singular",)):
                    _put(f, Toll("killed_or_injured", r, Span(n.span.start, scene.tokens[end - 1].end), n.first,
                                 _who(scene, ln, n, hi), True, "toll:combined"))  # fmt: skip
                    continue
            many = CountRange(2, None, None, scene.doc.text.slice(t.span))
            for r2 in ("killed", "injured"):
                _put(f, Toll(r2, many, t.span, t.first, None, False, "toll:open-plural"))
            continue
        if role == "missing":
            continue
        own = next((n for n in ln.numbers if n.first <= t.first < n.last and not _dated(ln, n)), None)
        if own is None:
            close = [n for n in ln.numbers if 0 <= t.first - n.last <= 1 and n.form not in ("plural", "singular")]
            own = close[-1] if close else None
        if own is None or _ordinal_or_date(ln, own):
            continue
        if own.form == "singular" and t.prefix.endswith("ال"):
            continue
        if own.form == "plural" and t.prefix.endswith("ال"):
            continue  # "القتلى": the dead told before
        if any(x.first == t.first for x in ln.triggers) and own.form in ("singular", "plural"):
            continue
        span = Span(own.span.start, max(own.span.end, t.span.end))
        risen = any(w in wordset("rise-verbs") for w in scene.words[max(lo, own.first - 4) : own.first])
        _put(f, Toll(role, _range(own), span, own.first, _who(scene, ln, own, hi), False, "toll:noun:risen" if risen else "toll:noun"))
    for w in f.triggers:
        role_of = ROLE_OF.get(scene.cls(w))
        if role_of is None:
            continue
        _from_outcome(scene, ln, f, w, role_of)


def _ordinal_or_date(ln: Lines, n: NumberMention) -> bool:
    return n.form == "ordinal" or _dated(ln, n)


def _put(f: Frame, t: Toll) -> None:
    """Keep the better of two tolls for one role: a counted one beats an open one, the first beats a repeat."""
    old = f.tolls.get(t.role)
    better = old is None or (old.count.best is None and t.count.best is not None)
    if better or (old is not None and old.first < t.first and t.rule.endswith(":risen")):
        f.tolls[t.role] = t


def _from_outcome(scene: Scene, ln: Lines, f: Frame, w: WordMention, role: str) -> None:
    hi = f.last
    both = f.tolls.get("killed_or_injured")
    if scene.entry(w).company and "علي" in scene.entry(w).company:  # "قضاء القوات على خلية": the victims follow the preposition
        on = next((i for i in range(w.last, min(w.last + 8, hi)) if scene.words[i].startswith("علي")), None)
        if on is not None:
            got = _sum_list(scene, ln, on + 1, _stops(scene, ln, on + 1, hi), reach=14)
            if got is not None and got[0].best is not None:
                _put(f, Toll(role, got[0], got[1].span, got[1].first, got[2], False, "toll:on"))
                return
    end = _stops(scene, ln, w.last, hi)
    # "مقتل وإصابة 5": the number stands after the pair of outcomes
    if end == w.last and w.form == "masdar":
        nxt = next((x for x in ln.triggers if x.first == end), None)
        if nxt is not None and nxt.form == "masdar" and scene.cls(nxt) in ("injure", "kill", "die") and scene.words[end].startswith("و"):
            got = _sum_list(scene, ln, nxt.last, _stops(scene, ln, nxt.last, hi))
            if got is not None and got[0].best not in (None, 1):
                f.tolls.setdefault(
                    "killed_or_injured", Toll("killed_or_injured", got[0], got[1].span, got[1].first, got[2], True, "toll:pair")
                )  # fmt: skip
            return
    inside = _inside(scene, w.last, hi)
    if inside is not None:
        for r in {role, *(_pair_role(scene, ln, f, w))}:
            _put(f, Toll(r, CountRange(1, None, None, scene.doc.text.slice(inside)), inside, w.last, None, False, "toll:inside"))
        return
    got = _sum_list(scene, ln, w.last, end)
    verb = w.form in ("past", "present", "passive")
    if verb and (got is None or got[0].best is None):
        got = _subject_before(scene, ln, f, w) or got
    if got is not None:
        count, n, who = got
        if both is not None and n.first == both.first:
            return
        _put(f, Toll(role, count, n.span, n.first, who, False, "toll:outcome"))
        return
    pronoun = _pronoun(w)
    if pronoun is not None:
        prior = _antecedent(scene, ln, f, w) if pronoun != 2 else None
        if prior is not None and (pronoun == 0) == (prior.best != 1):
            _put(f, Toll(role, _range(prior), w.span, w.first, _who(scene, ln, prior, w.first), False, "toll:pronoun"))
        else:
            n_of = CountRange(pronoun, pronoun, pronoun, w.text) if pronoun else CountRange(2, None, None, w.text)
            _put(f, Toll(role, n_of, w.span, w.first, None, False, "toll:pronoun"))
        return
    who2 = _actor_at([a for a in ln.actors if a.first >= w.last], w.last, end)
    if who2 is not None and who2.number is not None and who2.category != "ministry":
        _put(f, Toll(role, who2.number, who2.span, who2.first, who2, False, "toll:actor"))
        return
    one = _unnumbered(scene, ln, f, w, end)
    if one is not None:
        _put(f, Toll(role, CountRange(1, 1, 1, scene.doc.text.slice(one[0])), one[0], one[1], one[2], False, "toll:unnumbered"))
        return
    if verb and end - w.last <= 8 and _no_subject(scene, w):
        prior = _antecedent(scene, ln, f, w)
        if prior is not None and prior.best is not None:
            _put(f, Toll(role, _range(prior), prior.span, prior.first, _who(scene, ln, prior, w.first), False, "toll:antecedent"))


def _unnumbered(scene: Scene, ln: Lines, f: Frame, w: WordMention, end: int) -> tuple[Span, int, ActorMention | None] | None:
    """``اغتيل عضو المجلس``, ``قتل مجهولون مخبرًا``: a noun in the singular after the outcome is one person."""
    if scene.cls(w) not in ("kill", "die", "assassinate", "execute", "abduct") or w.prefix.endswith("ال"):
        return None
    if any(scene.cls(c) == "attempt" and 0 <= w.first - c.last <= 1 for c in ln.cues) or f.aggregate:
        return None
    i = w.last
    subject = next(
        (a for a in ln.actors if a.first == i and a.category in ("unknown", "armed_group", "state_force", "militia", "tribe")), None
    )
    if subject is not None and w.form in ("past", "present"):
        i = subject.last
    while i < end and scene.words[i] in ('"', "(", "'"):
        i += 1
    if i >= end:
        return None
    word = scene.words[i]
    plain = not word.endswith(("ون", "ين", "ات")) or len(word) <= 4
    if (
        not plain
        or word in wordset("not-a-person")
        or word in wordset("prepositions")
        or word in wordset("subordinate")
        or not word[:1].isalpha()
    ):
        return None
    if word[:1] in "بلوف" and any(r in wordset("prepositions") or r in scene.words[:0] for _, r in readings(word)[1:]):
        return None
    if any(p.first <= i < p.last for k in ln.places if (p := scene.place(k))) or any(t.first <= i < t.last for t in ln.times):
        return None
    if any(n.first <= i < n.last for n in ln.numbers) or i in scene.things or any(x.first == i for x in ln.triggers):
        return None
    who = next((a for a in ln.actors if a.first <= i < a.last), None)
    if who is not None and (who.category in ("media", "monitor", "source") or who.form in ("named", "definite", "pronoun")):
        return None
    if who is None and word.startswith("ال") and len(word) > 4 and scene.cls(w) != "assassinate":
        return None
    span = Span(scene.tokens[i].start, scene.tokens[(who.last if who else i + 1) - 1].end)
    return span, i, who


def _subject_before(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> tuple[CountRange, NumberMention, ActorMention | None] | None:
    """SVO: ``ثلاثة مدنيين قُتلوا``: the count right before the verb, with nothing but its own words between."""
    if scene.words[w.first].startswith(("و", "ف")) and w.prefix:
        return None
    for n in reversed(ln.numbers):
        if n.first >= w.first or n.first < f.first - 2 or w.first - n.last > 7:
            continue
        if _is_thing(scene, n) or _dated(ln, n) or n.form == "ordinal":
            continue
        if any(n.last <= x.first < w.first for x in ln.triggers):
            return None
        return _range(n), n, _who(scene, ln, n, w.first)
    return None


def _antecedent(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> NumberMention | None:
    """The nearest persons counted before the verb in its sentence."""
    for n in reversed(ln.numbers):
        if n.first < w.first and w.first - n.last <= 22 and not _is_thing(scene, n) and not _dated(ln, n) and n.form != "ordinal":
            return n
    return None


def _pronoun(w: WordMention) -> int | None:
    """Number of the object pronoun: 1, 2, 0 for an open plural; ``None`` for none."""
    word = fold(w.text.split(" ")[-1])
    base = {"masdar": 3, "past": 4, "present": 5}.get(w.form, 9)
    if len(word) <= base:
        return None
    if word.endswith("هما"):
        return 2
    if word.endswith(("هم", "هن")):
        return 0
    if w.form == "masdar" and word.endswith(("ه", "ها")) and not w.text.endswith("ة"):
        return 1
    if w.form in ("past", "present") and word.endswith(("ته", "وه", "اه", "تها", "وها", "له")) and word[-3:] != "اته":
        return 1
    return None


def _no_subject(scene: Scene, w: WordMention) -> bool:
    nxt = scene.words[w.last] if w.last < len(scene.words) else "."
    return nxt in wordset("prepositions") or nxt in (",", ".", '"', "و") or nxt.startswith(("ب", "ل", "متاثر"))


_NONE_NEGATION, _ONLY_DAMAGE, _ESCAPED = wordset("none-negation"), wordset("only-damage"), wordset("escaped")
_NONE_WORDS = _NONE_NEGATION | _ONLY_DAMAGE | _ESCAPED


def _none_words(scene: Scene) -> list[int]:
    """Tokens that may open such words, found once per document."""
    known = scene.memo.get("none-words")
    if known is None:
        known = scene.memo["none-words"] = [i for i, w in enumerate(scene.words) if w in _NONE_WORDS]
    return known


def read_none(scene: Scene, f: Frame) -> None:
    """``دون وقوع إصابات``, ``واقتصرت الأضرار على الماديات``, ``ونجا``: none killed and none injured, where nothing else is counted."""
    ln = scene.lines[f.line]
    words = scene.words
    hit: tuple[int, int] | None = None
    for i in _none_words(scene):
        if not f.first <= i < f.last:
            continue
        w = words[i]
        if w in _NONE_NEGATION:
            for j in range(i + 1, min(i + (13 if w.endswith("لم") else 6), f.last)):
                if words[j] in wordset("none-unknown") or words[j] in (",", "."):
                    break
                if words[j] in wordset("none-nouns"):
                    after = words[j + 1] if j + 1 < f.last else ""
                    if after not in wordset("property-loss"):
                        hit = (i, j + 1)
                    break
        elif w in _ONLY_DAMAGE and any(x in wordset("property-loss") for x in words[i + 1 : i + 6]):
            hit = (i, min(i + 4, f.last))
        elif w in _ESCAPED and f.classes & {"shoot", "target", "assassinate", "explode", "attack", "under"}:
            hit = (i, i + 1)
        if hit:
            break
    if hit is None:
        return
    span = Span(scene.tokens[hit[0]].start, scene.tokens[hit[1] - 1].end)
    f.no_harm = True
    for role in ("killed", "injured"):
        old = f.tolls.get(role)
        if old is None or old.first > hit[0]:
            f.tolls[role] = Toll(role, CountRange(0, 0, 0, scene.doc.text.slice(span)), span, hit[0], None, False, "toll:none")
    _ = ln


def _inside(scene: Scene, i: int, hi: int) -> Span | None:
    """``من كان بداخلها``, ``من فيها``: those inside, their number unstated."""
    if i + 1 < hi and scene.words[i] == "من" and scene.words[i + 1] in wordset("inside"):
        return Span(scene.tokens[i].start, scene.tokens[min(i + 2, hi - 1)].end)
    return None


def _pair_role(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> list[str]:
    """The role of the outcome joined right before (``مقتل وإصابة من``)."""
    return [ROLE_OF[scene.cls(x)] for x in f.triggers if x.last == w.first and scene.cls(x) in ROLE_OF]
