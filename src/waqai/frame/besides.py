"""Victims told twice over in one clause: a second count on top of the first, and the count of all that a total led to."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.counts import add_counts, stops
from waqai.frame.frames import Frame, Toll
from waqai.frame.outcome_subject import ROLE_OF, pronoun_of
from waqai.frame.outcomes import from_outcome
from waqai.frame.scene import Lines, Scene
from waqai.frame.sum_list import sum_list
from waqai.model import CountRange, WordMention
from waqai.resources.wordsets import wordset


def add_besides(scene: Scene, ln: Lines, f: Frame) -> None:
    """``مقتل ضابط، إضافة إلى مقتل 26 جندياً``: add what a second word of the same outcome counts behind ``إضافة إلى``."""
    words = scene.words
    for w in f.triggers:
        role = ROLE_OF.get(scene.cls(w))
        toll = f.tolls.get(role) if role is not None else None
        if role is None or toll is None or toll.count.best is None or not f.first < w.first - 2 or toll.first >= w.first:
            continue
        if f"{words[w.first - 2]} {words[w.first - 1]}" not in wordset("besides"):
            continue
        more = sum_list(scene, ln, w.last, stops(scene, ln, w.last, f.last))
        if more is not None and more[0].best is not None:
            toll.count, toll.rule = add_counts(toll.count, more[0]), "toll:besides"


def add_chief(scene: Scene, f: Frame) -> None:
    """``القبض على متزعمها بالإضافة إلى ستة من أفرادها``: the one named by his rank, and those counted behind him."""
    for role in ("captured", "killed"):
        toll = f.tolls.get(role)
        if toll is None or not toll.count.best or toll.rule == "toll:besides" or toll.first < f.first + _CHIEF:
            continue
        words, i = scene.words, toll.first
        told = [w for w in f.triggers if ROLE_OF.get(scene.cls(w)) == role and w.last < i - 2]
        if not told or f"{words[i - 2]} {words[i - 1]}" not in wordset("besides"):
            continue
        between = words[told[-1].last : i - 2]
        if len(between) <= _CHIEF and not wordset("chiefs").isdisjoint(between):
            toll.count, toll.rule = add_counts(toll.count, CountRange(1, 1, 1, words[i - 2])), "toll:besides"


def add_joined(scene: Scene, ln: Lines, f: Frame) -> None:
    """``استشهاد عسكري وإصابة ثلاثة، ومقتل مواطن``: the same outcome again in one row of nouns is told of somebody else.

    Between the two stands another outcome, or the second is another word (``استشهاد طفل ومقتل عنصرين``), and nobody new speaks.
    """
    rows: dict[str, list[WordMention]] = {}
    for w in f.triggers:
        role = ROLE_OF.get(scene.cls(w))
        if role is not None and (w.form == "masdar" or _wounding(scene, w)):
            rows.setdefault(role, []).append(w)
    for role, row in rows.items():
        toll = f.tolls.get(role)
        if len(row) < 2 or toll is None or not toll.count.best or toll.first > row[1].first:
            continue
        a, b = row[0], row[1]
        between = [w for w in f.triggers if a.last <= w.first < b.first]
        if (
            b.prefix != "و"
            or not (between or _of_others(scene, a, b) or pronoun_of(a) is not None)
            or any(w.form != "masdar" or scene.cls(w) not in ROLE_OF for w in between if w.form in _VERBS)
        ):
            continue
        if any(a.last <= s.first < b.first for s in ln.speech):
            continue
        if between and not any(ROLE_OF.get(scene.cls(w)) not in (None, role) for w in between):
            continue
        more = next((t for t in _of_outcome(scene, ln, f, b, role) if t.count.best), None)
        if more is not None:
            toll.count, toll.rule = add_counts(toll.count, more.count), "toll:besides"


def add_companions(scene: Scene, ln: Lines, f: Frame) -> None:
    """``اغتيال مختار القرية، …، وأوضح المصدر أن المختار قُتل مع نجله``: the one told of before, now with those who died beside him."""
    toll = f.tolls.get("killed")
    if toll is None or toll.count.best != 1:
        return
    for w in f.triggers:
        if ROLE_OF.get(scene.cls(w)) != "killed" or w.first <= toll.first or w.last >= f.last:
            continue
        if scene.words[w.last] not in wordset("together-with") or w.form not in _VERBS:
            continue
        more = next((t for t in _of_outcome(scene, ln, f, w, "killed", 1) if (t.count.best or 0) > 1), None)
        if more is not None:
            f.tolls["killed"] = more
            return


def _wounding(scene: Scene, w: WordMention) -> bool:
    """``إصابة امرأة وجرح سبعة``: behind a noun of harm the word is a noun as well."""
    return w.prefix == "و" and scene.words[w.first] in wordset("and-wounding")


def _of_others(scene: Scene, a: WordMention, b: WordMention) -> bool:
    """``استشهاد طفل ومقتل ثلاثة عناصر``: the second noun is another word, or follows whom the first told of in the same breath."""
    between = scene.words[a.last : b.first]
    if not 0 < len(between) <= _ROW or "," in between or "." in between:
        return False
    return scene.words[a.first].lstrip("وب") != scene.words[b.first].removeprefix("و")


def _of_outcome(scene: Scene, ln: Lines, f: Frame, w: WordMention, role: str, before: int = 0) -> list[Toll]:
    """What the outcome ``w`` counts by itself; its subject stands at most ``before`` tokens ahead of it."""
    alone = replace(f, tolls={})
    from_outcome(scene, ln, alone, w, role)
    return [t for r, t in alone.tolls.items() if r == role and t.first >= w.first - before]


_CHIEF = 4  # tokens from the word of holding to those counted on top of their chief
_ROW = 8  # tokens between two nouns of one row
_VERBS = ("past", "present", "passive")


def count_of_all(scene: Scene, ln: Lines, f: Frame) -> None:
    """``34 عملية اغتيال أسفرت عن مقتل 22``: of several events the number told, not one for the word that stands without a number."""
    for role, toll in [*f.tolls.items()]:
        if toll.rule != "toll:unnumbered":
            continue
        del f.tolls[role]
        for w in f.triggers:
            if ROLE_OF.get(scene.cls(w)) != role or w.first <= toll.first:
                continue
            told = sum_list(scene, ln, w.last, stops(scene, ln, w.last, f.last))
            if told is not None and told[0].best is not None:
                f.tolls[role] = Toll(role, told[0], told[1].span, told[1].first, told[2], False, "toll:of-all")
                break
