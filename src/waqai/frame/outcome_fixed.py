"""Tolls of verbs whose victims a fixed word brings in: ``قضت على``, ``أودى بحياة``, ``فأودى براكبيها``."""

from __future__ import annotations

from waqai.frame.companions import companions
from waqai.frame.counts import count_of, stops
from waqai.frame.frames import Frame, Toll, keep_better
from waqai.frame.lives import after_lives, riders
from waqai.frame.scene import Lines, Scene
from waqai.frame.single import row_of_names
from waqai.frame.sum_list import made_up_of, sum_list
from waqai.model import CountRange, Span, WordMention
from waqai.resources.given import given_names
from waqai.resources.wordsets import wordset

_FAR = 30  # tokens from "قضت" to "على"


def _one_person(scene: Scene, at: int) -> bool:
    """``السائق``, ``محمد الخلف``."""
    word = scene.words[at]
    return (word.startswith("ال") and not word.endswith(("ين", "ات", "ون"))) or word in given_names()


def by_set_phrase(scene: Scene, ln: Lines, f: Frame, w: WordMention, role: str) -> bool:
    """Keep the toll of such a verb; ``True`` when nothing else about it is to be read."""
    hi = f.last
    far = scene.entry(w).id == "do-away-far"  # "قضت مفرزة للجيش، يوم 9 مارس، إثر كمين محكم، على إرهابيين اثنين"
    if far or (scene.entry(w).company and "علي" in scene.entry(w).company):  # "قضاء القوات على خلية": the victims follow the preposition
        on = next((i for i in range(w.last, min(w.last + (_FAR if far else 8), hi)) if scene.words[i].startswith("علي")), None)
        if on is not None:
            group = made_up_of(scene, ln, on + 1, hi)
            if group is not None:  # "قضاء القوات على خلية مكونة من 5"
                keep_better(f, Toll(role, count_of(group), group.span, group.first, None, False, "toll:group"))
                return True
            got = sum_list(scene, ln, on + 1, stops(scene, ln, on + 1, hi), reach=14)
            one = on + 2 if scene.words[on + 1 : on + 2] == ['"'] else on + 1
            if got is None and one < hi and scene.words[one] in wordset("named-one") | wordset("office-titles"):
                him = Span(scene.tokens[one].start, scene.tokens[one].end)  # "قضت على المخرب المدعو قاسم", "على مسؤول المدفعية"
                keep_better(f, Toll(role, CountRange(1, 1, 1, scene.doc.text.slice(him)), him, one, None, False, "toll:on"))
                return True
            if got is not None and got[0].best is not None:
                keep_better(f, Toll(role, got[0], got[1].span, got[1].first, got[2], False, "toll:on"))
                return True
    amputated = scene.entry(w).id == "amputate" and "killed" in f.tolls  # "ما أدى لوفاة أحدهما وبتر ساق الآخر"
    if amputated and w.last < hi and scene.words[w.last] in wordset("a-limb"):
        limb = Span(w.span.start, scene.tokens[w.last].end)
        keep_better(f, Toll(role, CountRange(1, 1, 1, scene.doc.text.slice(limb)), limb, w.first, None, False, "toll:limb"))
        return True
    if scene.entry(w).id == "claim-life" and (at := riders(scene, w, hi)) is not None:
        board = Span(scene.tokens[at].start, scene.tokens[at].end)
        two = not wordset("both-of-them").isdisjoint(scene.words[at + 1 : at + 3])
        size = 1 if scene.words[at].endswith("كبها") else 2
        count = CountRange(size, size if two or size == 1 else None, size if two or size == 1 else None, scene.doc.text.slice(board))
        keep_better(f, Toll(role, count, board, at, None, False, "toll:lives"))
        return True
    if scene.entry(w).id in ("claim-life", "harvest-lives"):
        at = after_lives(scene, ln, w, ln.sentence.last)
        if at is not None:
            got = sum_list(scene, ln, at, stops(scene, ln, at, ln.sentence.last))
            if got is not None:
                keep_better(
                    f, Toll(role, companions(scene, ln, got[0], got[1].last, hi), got[1].span, got[1].first, got[2], False, "toll:lives")
                )
            elif at < ln.sentence.last and _one_person(scene, at):
                span = Span(scene.tokens[at].start, scene.tokens[at].end)  # "أودى بحياة السائق ومرافقه"
                size = row_of_names(scene, at, hi)
                victim = CountRange(size, size, size, scene.doc.text.slice(span))
                keep_better(f, Toll(role, companions(scene, ln, victim, at + 1, hi), span, at, None, False, "toll:lives"))
            return True
    return False
