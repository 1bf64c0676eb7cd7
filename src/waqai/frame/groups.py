"""Triggers of one sentence grouped into happenings.

A result word (``قُتل``, ``أصيب``, ``أسفر عن``) belongs to the means beside it (``هجوم``, ``انفجار``); two means are one happening when one
names the other (``هجوم بعبوة``), two when a hard break or a second place stands between.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.among_them import kind_of_total, of_part
from waqai.frame.clauses import Clause, clauses
from waqai.frame.control import no_change, still_searching
from waqai.frame.earlier import only_comes
from waqai.frame.frames import Frame
from waqai.frame.held_before import stands_so
from waqai.frame.joining import joins
from waqai.frame.joining_signs import cases_of, clause_of, next_item
from waqai.frame.massacre import RULE, is_massacre, means_of
from waqai.frame.naming import may_name, naming_trigger
from waqai.frame.one_by_one import item_triggers
from waqai.frame.scene import Lines, Scene
from waqai.frame.some_of_them import apart_from_whole
from waqai.frame.spoken import spoken
from waqai.frame.stood_there import stood_there
from waqai.model import Span, WordMention
from waqai.normalise import fold, readings
from waqai.resources.wordsets import wordmap, wordset

_OPEN = frozenset(("execute", "attack", "op"))  # what says nothing of the means
_FIRST = 4  # tokens from the dual to the first of the two


def group_line(scene: Scene, k: int, skip: Sequence[tuple[int, int]] = (), in_tally: bool = False) -> list[Frame]:
    """Proto-frames of one sentence in text order; each covers the clauses of its triggers.

    Args:
        scene: the document.
        k: line index.
        skip: token intervals that belong to shares of a total.
        in_tally: a total was told just before, so a number of events is a trigger by itself.
    """
    ln = scene.lines[k]
    triggers = [
        w
        for w in ln.triggers
        if not (
            spoken(scene, ln, w)
            or no_change(scene, ln, w)
            or still_searching(scene, ln, w)
            or only_comes(scene, ln, w)
            or stands_so(scene, ln, w)
            or stood_there(scene, ln, w)
            or of_part(scene, ln, w)
            or kind_of_total(scene, ln, w)
            or _heads_two(scene, ln, w)
        )
        and not (skip and any(a <= w.first < b for a, b in skip))
    ]
    goods = {w.first for w in triggers if scene.cls(w) == "loot"}
    triggers = [w for w in triggers if scene.cls(w) != "seize" or w.first not in goods]  # "استولى على منزلين": no ground changes hands
    triggers = _with_counted(scene, ln, triggers, skip, in_tally)
    if not triggers:
        return []
    items = [] if in_tally else item_triggers(scene, ln, triggers)
    if items:
        triggers = sorted([*triggers, *items], key=lambda w: w.first)
    cs = clauses(scene, ln)
    groups: list[list[WordMention]] = []
    for w in triggers:
        apart = not groups or w in items or (in_tally and next_item(scene, cs, groups[-1], w))
        if not apart and not apart_from_whole(scene, ln, groups[-1][-1], w) and joins(scene, ln, cs, groups[-1], w):
            groups[-1].append(w)
        else:
            groups.append([w])
    # a group of results only ("أسفر عن") says nothing by itself
    groups = [g for g in groups if any(scene.cls(w) != "result" for w in g)]
    frames: list[Frame] = []
    for n, g in enumerate(groups):
        first = _opening(scene, cs, groups[n - 1][-1] if n else None, g[0])
        last = cs[clause_of(cs, g[-1].first)].last
        if n == 0:
            first = ln.sentence.first
        elif g[0] in items:
            first = g[0].first
        if n + 1 < len(groups):
            nxt = groups[n + 1][0].first
            opening = _opening(scene, cs, g[-1], groups[n + 1][0])
            last = opening if opening > g[-1].first else nxt
            if last == nxt and cases_of(scene, ln, groups[n + 1][0]):
                last = nxt - 2  # the number of the cases is theirs
            if groups[n + 1][0] in items:
                last = nxt
        else:
            last = ln.sentence.last
        if frames and first < frames[-1].last:
            first = frames[-1].last
        own = may_name(scene, ln, g)
        main = naming_trigger(scene, own)
        frames.append(
            Frame(main, g, k, first, last, ln.sentence.block, classes={scene.cls(w) for w in own}, lines=[k])
        )  # fmt: skip
        if "execute" in frames[-1].classes and any(is_massacre(scene, w) for w in own):
            frames[-1].rules.append(RULE)
            frames[-1].classes |= means_of(scene, g)
    return frames


def _heads_two(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``وقوع مجزرتين: الأولى في بلدة …، والثانية …``: the dual that opens two happenings told one after the other is neither of them."""
    if scene.cls(w) not in _OPEN or w.form not in ("masdar", "phrase") or not scene.words[w.first].endswith(("ين", "ان")):
        return False
    if ln.triggers[-1] is w:
        return False
    words, second = scene.words[w.last : ln.sentence.last], wordset("second-of-them")
    opens = not wordset("first-of-two").isdisjoint(words[:_FIRST])
    return opens and any(x.startswith("و") and x[1:] in second for x in words)


def _opening(scene: Scene, cs: list[Clause], last: WordMention | None, w: WordMention) -> int:
    """Where the happening of ``w`` begins: its clause, or ``قبل أن تطوّق القوات المقر`` before ``وتعتقل ثلاثة``."""
    first = cs[clause_of(cs, w.first)].first
    if last is not None and first == w.first and w.form in ("past", "passive") and w.text.endswith("وا"):
        n = next((n for n in scene.lines[scene.owner[w.first]].numbers if n.last == w.first and n.noun is None), None)
        return n.first if n is not None and n.first >= last.last else first  # "بينهم 182 أعدموا على يد عناصر"
    if last is not None and w.form == "present" and scene.cls(w) in ("arrest", "seize-persons"):
        words = scene.words
        at = next((i for i in range(last.last, w.first - 1) if words[i] == "قبل" and words[i + 1] == "ان"), -1)
        if 0 <= at < first:
            return at
    return first


def _with_counted(
    scene: Scene, ln: Lines, triggers: list[WordMention], skip: Sequence[tuple[int, int]], in_tally: bool
) -> list[WordMention]:
    """Add a trigger for every number of events that none covers (``بلغت 50 عملية``), where a total is being told."""
    counting = in_tally or any(scene.cls(s) in ("count", "claim-resp") and s.form != "masdar" for s in ln.speech) or bool(ln.times)
    if not counting:
        return triggers
    out = list(triggers)
    nouns = wordmap("counted")
    for n in ln.numbers:
        if n.noun is None or n.noun_span is None or n.form in ("singular", "plural", "ordinal") or (n.best is not None and n.best < 3):
            continue
        if any(a <= n.first < b for a, b in skip) or any(w.first < n.last and w.last > n.first for w in triggers):
            continue
        entry = next((nouns[r] for _, r in readings(fold(n.noun.split(" ")[0])) if r in nouns), None)
        if entry is None:
            continue
        text = scene.doc.text.slice(n.noun_span)
        at = max(n.first, n.last - 1)
        out.append(WordMention(Span(*n.noun_span), text, "trigger", f"trigger.{entry}", "masdar", "", at, n.last))
    return sorted(out, key=lambda w: w.first)
