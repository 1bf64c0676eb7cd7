"""Tolls from an outcome word: ``قُتل خمسة``, ``مقتل وإصابة 5``, ``ثلاثة مدنيين قُتلوا``, ``اغتيل عضو المجلس``, ``قتلهم``."""

from __future__ import annotations

from waqai.frame.companions import companions
from waqai.frame.counts import actor_at, count_of, stops, who_counted
from waqai.frame.frames import Frame, Toll, keep_better
from waqai.frame.governed import is_passive
from waqai.frame.lives import behind_setting, behind_subject, counted_far, is_dual, subject_told
from waqai.frame.named_before import named_before
from waqai.frame.next_ones import before_next, next_ones_own, two_of
from waqai.frame.nobody_more import charged, died_of_it, falls_down, hits_things, of_the_charge, undone
from waqai.frame.one_told import held_upon, one_before, one_behind
from waqai.frame.outcome_fixed import by_set_phrase
from waqai.frame.outcome_pair import role_before, share_number
from waqai.frame.outcome_subject import (
    ROLE_OF,
    and_their_number,
    antecedent,
    counted_later,
    dual_before,
    no_subject,
    number_of_those,
    one_alone,
    one_dies,
    pronoun_of,
    some_of_them,
    subject_before,
    subject_phrase,
    total_of,
)
from waqai.frame.scene import Lines, Scene
from waqai.frame.single import crews, inside_of, is_kin, named_there, row_of_names, those_inside, unnumbered
from waqai.frame.sum_list import behind_doers, made_up_of, members, sum_list
from waqai.frame.superseded import superseded
from waqai.frame.unharmed import not_known
from waqai.frame.victims import accusative, object_of, past_aside, past_manner
from waqai.frame.victims_of import subjected_to, victims_of
from waqai.model import ActorMention, CountRange, NumberMention, Span, WordMention
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

_HIT = 3  # tokens behind the verb in which it says that the target was hit
_THING = 16  # tokens from a thing to the pronoun that means it
_WHO = frozenset(("civilians", "officials", "media", "unspecified", "activists"))
_WITH = 10  # tokens behind the verb in which those who died with the one named stand
_SHORT_WORD = 4
_VERBS = ("past", "present", "passive")
LOSING = frozenset(("lose-men", "lose-people"))  # entries whose subject loses its own people


def _struck(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """A direct hit stands right behind the verb, or what was hit is a thing (``استهدفت السفينة وأكدت إصابتها``)."""
    if any(t.first == w.last and scene.cls(t) == "affect" and t.form == "phrase" for t in ln.triggers):
        return True
    if not wordset("hits-home").isdisjoint(scene.words[w.last : w.last + _HIT]):
        return True
    if not scene.words[w.last - 1].endswith("ها"):
        return False
    back = range(w.first - 1, max(ln.sentence.first, w.first - _THING) - 1, -1)
    thing = next((i for i in back if scene.words[i].removeprefix("ال") in wordset("things-hit")), -1)
    return thing >= 0 and not any(thing < a.first < w.first and a.category in _WHO for a in ln.actors)


def _gone(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``وفُقد ضابط``: one person right behind the verb, in the nominative; ``فقد الجيش ضابطاً`` lost his man."""
    if w.last >= len(scene.words) or scene.words[w.last].startswith("ال") or scene.words[w.last].endswith("ا"):
        return False
    return any(a.first == w.last and a.last == w.last + 1 and a.form == "described" for a in ln.actors)


def _of_the_wounded(scene: Scene, w: WordMention, n: NumberMention) -> bool:
    """``توفي أحد الجرحى``, ``وفاة جريحين``: the wounded right behind the word of dying are dead; not ``مات شاب، وحملنا أربعة جرحى``."""
    word = scene.words[w.first]
    return n.first == w.last and not wordset("wounded-die").isdisjoint((word, word.lstrip("وف")))


def from_outcome(scene: Scene, ln: Lines, f: Frame, w: WordMention, role: str) -> None:
    """Keep the toll that outcome ``w`` states for ``role`` in its part of the sentence, if any."""
    hi = f.last
    if scene.entry(w).id == "war-cost" and any(x.first > w.first and ROLE_OF.get(scene.cls(x)) == role for x in f.triggers):
        return  # "أسفر القتال بين عشيرتين عن مقتل أربعة"
    if w.form == "masdar" and charged(scene, w):
        return  # "متهمين بقتل ناشط": victims of another event
    if role == "injured" and died_of_it(scene, ln, w):
        return  # "استشهد متأثراً بإصابته"
    if superseded(scene, ln, w.first) or of_the_charge(scene, ln, f, w.first):
        return
    if role == "injured" and hits_things(scene, ln, w):
        return
    if scene.entry(w).id == "lose-men" and _gone(scene, ln, w):
        return  # "قُتل عدد من العناصر وفُقد ضابط": missing, not dead
    if not_known(scene, ln, w.first) or falls_down(scene, w):
        return  # "ولم ترد أنباء عن سقوط ضحايا"
    if scene.entry(w).id in ("dead-counted", "war-counted", "held-counted") or number_of_those(scene, w):
        n = total_of(ln, f, w, scene.words)
        if n is not None and any(t.combined and t.first == n.first for t in f.tolls.values()):
            return  # "بلغ عدد القتلى والجرحى 45": of both together
        if n is not None:
            keep_better(f, Toll(role, count_of(n), n.span, n.first, who_counted(scene, ln, n, hi), False, "toll:noun:risen"))
        return
    if undone(scene, ln, f, w):
        return
    if scene.entry(w).id in ("victim-of", "fall-captive") and victims_of(scene, ln, f, w, role):
        return
    if subjected_to(scene, ln, f, w, role):
        return
    both = f.tolls.get("killed_or_injured")
    if by_set_phrase(scene, ln, f, w, role):
        return
    behind = w.last if w.form == "phrase" else past_aside(scene, ln, past_manner(scene, w.last, hi), hi)
    end = stops(scene, ln, behind, hi)
    if wordset("in-it").issuperset(scene.words[w.last : end]) and share_number(scene, ln, f, w, end, hi):
        return
    topic = named_before(scene, ln, w) if f.classes != {"die"} else None
    if topic is not None:
        count = companions(scene, ln, topic[0], w.last, min(w.last + _WITH, hi), True)
        keep_better(f, Toll(role, count, topic[1], topic[2], actor_at(ln.actors, topic[2], topic[2] + 1), False, "toll:one-before"))
        return
    verb = w.form in ("past", "present", "passive")
    start = behind_subject(scene, ln, w, hi) if verb and end == w.last else behind
    if scene.entry(w).id == "breathe-last" and start == w.last < hi - 1 and scene.words[start] in scene.entry(w).company:
        start += scene.words[start + 1] in wordset("named-one")  # "فارق الحياة الشاب فلان"
    if start > w.last:
        end = stops(scene, ln, start, hi)
    inside = inside_of(scene, w.last, hi)
    within = those_inside(scene, ln, w.last) if inside is not None else None
    if within is not None:  # "وقتلوا جميع من فيه وعددهم ثمانية"
        keep_better(f, Toll(role, count_of(within), within.span, within.first, None, False, "toll:inside"))
        return
    if inside is not None:
        for r in dict.fromkeys((role, *role_before(scene, ln, f, w))):
            keep_better(
                f,
                Toll(
                    r,
                    CountRange(crews(scene, w.last), None, None, scene.doc.text.slice(inside)),
                    inside,
                    w.last,
                    None,
                    False,
                    "toll:inside",
                ),
            )
        return
    pair_of = two_of(scene, ln, start, end)
    if pair_of is not None:
        keep_better(f, Toll(role, pair_of[0], pair_of[1], start, pair_of[2], False, "toll:dual"))
        return
    pronoun = pronoun_of(w)
    obj = object_of(scene, ln, w, hi) if pronoun is None and start == behind else None
    obj = behind_doers(scene, ln, w) if obj is None else obj
    if obj is not None and role == "captured" and (held := held_upon(scene, ln, f, w)) is not None:
        keep_better(f, held)  # "ألقت القوات القبض على متهمين اثنين ارتكبا جريمة"
        return
    if obj is not None:
        keep_better(f, _object_toll(scene, ln, obj, hi, role))
        return
    got = sum_list(scene, ln, start, end)
    if got is not None and scene.words[got[1].first - 1] in wordset("by-fire-of"):
        got = None  # "قُتلوا برصاص جندي": who fired
    if got is None and verb and start > behind:  # "قتلت غارات استهدفت سوقاً تسعة مدنيين"
        later = counted_later(scene, ln, start, hi)
        got = (count_of(later), later, who_counted(scene, ln, later, hi)) if later is not None else None
    before_it = verb and pronoun is None and subject_told(scene, ln, w, behind)
    if pronoun is not None or before_it:
        got = None
    elif verb and (got is None or got[1].form == "plural") and not is_kin(scene, w.last, end):
        behind = behind_setting(scene, ln, w.last if got is None else got[1].last, hi)
        if behind > start and scene.words[behind - 1] != ",":
            start, end = behind, stops(scene, ln, behind, hi)
            more = sum_list(scene, ln, start, end, reach=4)
            got = more if more is not None and more[1].form != "plural" else got
    if verb and is_dual(w) and (scene.cls(w) == "die" or is_passive(scene, w) or _goes_to_means(scene, ln, w)):
        got = None  # "اثنان جُرحا وأحد القادة قُتل"
    if verb and got is None and is_dual(w):
        fallen = dual_before(scene, ln, w) if _goes_to_means(scene, ln, w) else None  # "وكان شرطيان قتلا الخميس في هجوم"
        keep_better(f, Toll(role, CountRange(2, 2, 2, w.text), w.span, w.first, fallen[1] if fallen else None, False, "toll:dual"))
        return
    if verb and got is not None and not before_it and some_of_them(scene, ln, w, got[1]):
        got = None  # "ثلاثة عمال استشهدوا بينهم طفلان"
    if verb and got is not None and next_ones_own(scene, ln, w, got[1]):
        own = before_next(scene, ln, f, w, role)  # "إن طالباً قُتل وسبعة أصيبوا"
        if own is not None:
            keep_better(f, own)
        return
    if got is not None and _two_by_things(scene, got[1]):
        got = CountRange(2, 2, 2, got[0].text), got[1], got[2]
    open_plural = got is not None and got[0].best is None and got[1].form in ("plural", "vague")
    if (
        got is None
        and pronoun is None
        and verb
        and not before_it
        and (fold(w.text).endswith(("وا", "ون")) or (w.last < end and accusative(scene, w.last)))
        and scene.cls(w) != "die"
        and not is_passive(scene, w)
        and not _goes_to_means(scene, ln, w)
    ):
        one = unnumbered(scene, ln, f, w, start, end)  # "إن مسلحين اغتالوا عضو المجلس"
        if one is not None:
            victim = CountRange(1, 1, 1, scene.doc.text.slice(one[0]))
            after = one[2].last if one[2] is not None else one[1] + 1
            keep_better(f, Toll(role, companions(scene, ln, victim, after, end, True), one[0], one[1], one[2], False, "toll:unnumbered"))
            return
    beside = got is not None and got[1].first == w.last and scene.cls(w) != "die" and not is_passive(scene, w)
    if open_plural and got is not None and got[1].first == w.last < len(scene.words) and scene.words[w.last] in wordset("others"):
        beside = beside or not fold(w.text).endswith(("وا", "ا"))  # "14 شخصاً بينما أصيب آخرون"
    if (verb or subject_phrase(scene, w)) and pronoun is None and (got is None or (open_plural and not beside)):
        got = subject_before(scene, ln, f, w) or got
    pair = dual_before(scene, ln, w) if verb and got is None and pronoun is None else None
    if pair is not None:
        keep_better(f, Toll(role, pair[0], pair[1].span, pair[1].first, pair[1], False, "toll:actor"))
        return
    if got is not None:
        count, n, who = got
        shared = f.tolls.get(role)
        if (both is not None and n.first == both.first) or (shared is not None and shared.rule == "toll:pair" and shared.first == n.first):
            return
        past = n.last + (n.last < len(scene.words) and n.noun == scene.words[n.last])
        if (
            role == "killed"
            and scene.words[w.first] not in wordset("death-cases")
            and not _of_the_wounded(scene, w, n)
            and any(n.first <= t.first <= past and not t.prefix and scene.entry(t).weapon == "injured" for t in ln.tolls)
        ):
            role = "injured"  # "سقط أربعة جرحى", "سقط ثلاثة جنود جرحى"
        ours = not wordset("our-own").isdisjoint(scene.words[n.first : n.first + 4])
        rule = "toll:lost" if ours or scene.entry(w).id in LOSING else "toll:outcome"
        keep_better(f, Toll(role, companions(scene, ln, count, n.last, end), n.span, n.first, who, False, rule))
        return
    if pronoun is not None:
        prior = antecedent(scene, ln, f, w) if pronoun != 2 else None
        told = and_their_number(scene, ln, w) if pronoun == 0 else None
        if prior is None and told is None and role == "injured" and _struck(scene, ln, w):
            return  # ``استهدفوا الموقع وأصابوه إصابة مباشرة``: a hit, nobody wounded
        if told is None and prior is not None and (pronoun == 0) == (prior.best != 1):
            told_of = companions(scene, ln, count_of(prior), w.last, end) if pronoun == 1 else count_of(prior)
            keep_better(f, Toll(role, told_of, w.span, w.first, who_counted(scene, ln, prior, w.first), False, "toll:pronoun"))
        else:
            n_of = CountRange(pronoun, pronoun, pronoun, w.text) if pronoun else told or CountRange(2, None, None, w.text)
            if pronoun == 1:
                n_of = companions(scene, ln, n_of, w.last, end)
            keep_better(f, Toll(role, n_of, w.span, w.first, None, False, "toll:pronoun"))
        return
    who2 = actor_at([a for a in ln.actors if a.first >= w.last], w.last, end)
    if who2 is not None and who2.first == w.last and who2.category in ("unknown", "crime") and scene.cls(w) == "assassinate" and verb:
        if not is_passive(scene, w) and "اغتيل" not in scene.words[w.first]:  # ``اغتال ملثمان صاحب ورشة``: who does it, not whom
            keep_better(f, Toll(role, CountRange(1, 1, 1, w.text), w.span, w.first, None, False, "toll:unnumbered"))
        return
    if who2 is not None and who2.number is not None and who2.category != "ministry":
        keep_better(f, Toll(role, who2.number, who2.span, who2.first, who2, False, "toll:actor"))
        return
    group = made_up_of(scene, ln, w.last, min(end + 8, hi))
    if group is not None:
        keep_better(f, Toll(role, members(scene, group), group.span, group.first, None, False, "toll:group"))
        return
    if start < end and scene.words[start] in wordset("the-rest"):  # "فقتل ثلاثة منهم وجرح البقية"
        rest = Span(scene.tokens[start].start, scene.tokens[start].end)
        two = 2 if _written_dual(scene.doc.text.slice(rest)) else None  # "وأصابت الآخرَين"
        keep_better(f, Toll(role, CountRange(2, two, two, scene.doc.text.slice(rest)), rest, start, None, False, "toll:some"))
        return
    if (
        scene.entry(w).id == "suffer-wounds"
        and w.form == "past"
        and not fold(w.text).endswith(("وا", "ا"))
        and not any(w.last <= a.first < w.last + 5 and (a.number is not None or a.category == "property") for a in ln.actors)
    ):
        keep_better(f, Toll(role, CountRange(1, 1, 1, w.text), w.span, w.first, None, False, "toll:singular-verb"))
        return
    if start + 1 < end and scene.words[start] in wordset("some") and scene.words[start + 1] in wordset("of-them"):
        some = Span(scene.tokens[start].start, scene.tokens[start + 1].end)  # "فأصابت عدداً منهم"
        keep_better(f, Toll(role, CountRange(2, None, None, scene.doc.text.slice(some)), some, start, None, False, "toll:some"))
        return
    if scene.entry(w).id == "amputate" and scene.words[min(w.last, hi - 1)].endswith(("ه", "ها")):
        whose = scene.words[w.last]
        size = 2 if whose.endswith("هما") else 1  # "فبُترت ساقه"
        keep_better(f, Toll(role, CountRange(size, size, size, w.text), w.span, w.first, None, False, "toll:limb"))
        return
    if role == "captured" and (held := held_upon(scene, ln, f, w)) is not None:
        keep_better(f, held)
        return
    far = counted_far(scene, ln, w, hi)
    if far is not None:
        got = sum_list(scene, ln, far.first, stops(scene, ln, far.first, hi))
        if got is not None:
            keep_better(f, Toll(role, got[0], got[1].span, got[1].first, got[2], False, "toll:outcome"))
            return
    if verb and (chief := one_behind(scene, ln, w, hi, role)) is not None:
        keep_better(f, chief)
        return
    one = unnumbered(scene, ln, f, w, start, end) if scene.entry(w).id != "massacre" else None
    if one is not None and scene.words[one[1] - 1] not in wordset("by-fire-of"):
        two = not wordset("both-died").isdisjoint(scene.words[w.last : w.last + 6])  # "لقي راعيا أغنام حتفهما"
        two = two or (scene.words[one[1]].endswith("ي") and two_of(scene, ln, one[1], end) is not None)  # "قتلت قسد راعيي أغنام"
        named = max(named_there(scene, one[1], end), row_of_names(scene, one[1], hi))
        size = named if named > 1 else 2 if two or "و" + scene.words[one[1]] in wordset("with-two") else 1
        first = CountRange(size, size, size, scene.doc.text.slice(one[0]))
        count = first if two else companions(scene, ln, first, one[2].last if one[2] else one[1] + 1, end, True)
        keep_better(f, Toll(role, count, one[0], one[1], one[2], False, "toll:unnumbered"))
        return
    if verb and no_subject(scene, w) and (sole := one_before(scene, ln, w)) is not None:
        keep_better(f, Toll(role, CountRange(1, 1, 1, scene.doc.text.slice(sole)), sole, w.first, None, False, "toll:one-before"))
        return
    if verb and end - w.last <= 8 and no_subject(scene, w):
        prior = antecedent(scene, ln, f, w)
        agrees = prior is not None and (prior.best == 1 or fold(w.text).endswith(("وا", "ا", "ن")))  # "أطلق مسلحان النار عليه فقُتل"
        if prior is not None and prior.best is not None and agrees:
            keep_better(
                f, Toll(role, count_of(prior), prior.span, prior.first, who_counted(scene, ln, prior, w.first), False, "toll:antecedent")
            )
        elif one_dies(scene, w) or one_alone(scene, ln, w):
            keep_better(f, Toll(role, CountRange(1, 1, 1, w.text), w.span, w.first, None, False, "toll:singular-verb"))


def _object_toll(scene: Scene, ln: Lines, obj: int, hi: int, role: str) -> Toll:
    """The persons told by the object that begins at ``obj``: counted, else one."""
    end = stops(scene, ln, obj, hi)
    pair_of = two_of(scene, ln, obj, end) if scene.words[obj].endswith("ي") else None
    if pair_of is not None:  # "خطف مسلحون راعيي أغنام"
        return Toll(role, pair_of[0], pair_of[1], obj, pair_of[2], False, "toll:dual")
    got = sum_list(scene, ln, obj, end, reach=6 if scene.words[obj] in wordset("named-one") else 1)
    if got is not None:
        count, n, who = got
        if _two_by_things(scene, n):
            count = CountRange(2, 2, 2, count.text)
        return Toll(role, companions(scene, ln, count, n.last, end), n.span, n.first, who, False, "toll:object")
    a = next((a for a in ln.actors if a.first <= obj < a.last), None)
    span = Span(scene.tokens[obj].start, scene.tokens[(a.last if a else obj + 1) - 1].end)
    text = scene.doc.text.slice(span)
    size_of = max(named_there(scene, obj, end), row_of_names(scene, obj, hi), 2 if _written_dual(text) else 1)
    size = CountRange(size_of, size_of, size_of, text)
    if size_of == 1 and _plural(scene.words[obj], a):
        return Toll(role, CountRange(2, None, None, text), span, obj, a, False, "toll:object")
    count = companions(scene, ln, size, a.last if a else obj + 1, end, True)
    return Toll(role, count, span, obj, a, False, "toll:object")


def _plural(word: str, a: ActorMention | None) -> bool:
    """``خطف مسلحون حجارين``: more than one by the ending of a noun that means civilians, whatever the lists know of it."""
    if a is None or a.category != "civilians" or word.startswith("ال"):
        return False
    return len(word) > _SHORT_WORD and word.endswith(("ين", "ات"))


def _written_dual(text: str) -> bool:
    """``عاملَين``, ``صيادَي سمك``: the fatha before the yāʾ makes it two."""
    word = text.split(" ", 1)[0]
    return "\u064e\u064a" in word and fold(word).endswith(("ي", "ين"))


def _two_by_things(scene: Scene, n: NumberMention) -> bool:
    """``سائقَي شاحنتين``, ``سائقي الشاحنتين``: one each of two things; a construct that ends in yāʾ may be a dual."""
    if n.form != "plural" or not scene.words[n.last - 1].endswith("ي") or n.last >= len(scene.words):
        return False
    return _written_dual(n.text) or (n.last in scene.things and scene.words[n.last].endswith(("تين", "تان", "بين")))


def _goes_to_means(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``سبعة مدنيين قتلوا بقصف``, ``شرطيان قتلا الخميس في هجوم``: what follows the verb, or its day, is no victim."""
    day = next((t for t in ln.times if t.first == w.last), None)
    i = day.last if day is not None else w.last
    nxt = scene.words[i] if i < len(scene.words) else "."
    if nxt.startswith("ب") or nxt in wordset("prepositions") or nxt in wordset("in-the-course"):
        return True
    return any(x.first == i for x in ln.triggers)
