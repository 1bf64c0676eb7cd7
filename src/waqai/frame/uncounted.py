"""Dead and wounded told by a noun alone: ``أوقعت إصابات``, ``جراح اثنين منهم خفيفة``, ``ابنها القتيل``."""

from __future__ import annotations

from waqai.frame.counts import count_of, is_dated, is_thing, stops, who_counted
from waqai.frame.frames import Frame, Toll, keep_better
from waqai.frame.scene import Lines, Scene
from waqai.frame.sum_list import sum_list
from waqai.frame.unharmed import not_known
from waqai.model import CountRange, EventType, Span, WordMention
from waqai.resources.wordsets import wordset

_NEAR = 4  # tokens from the word of causing or falling to the wounds
_HARMS = frozenset(
    (
        EventType.ATTACK, EventType.ASSASSINATION, EventType.EXECUTION, EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED,
        EventType.RAID, EventType.VEHICLE_BOMB,
    )
)  # fmt: skip


def read_uncounted(scene: Scene, ln: Lines, f: Frame) -> None:
    """Keep the wounded told without a number (``وقوع إصابات``) or by their wounds (``جراح اثنين``), where none are counted."""
    if "injured" in f.tolls or "killed_or_injured" in f.tolls:
        return
    if "killed" not in f.tolls and "shoot" in f.classes:
        for w in f.triggers:
            if scene.entry(w).id == "sniper" and not (f.tolls.keys() & {"killed"}):
                _picked_off(scene, ln, f, w)
    for w in f.triggers:
        if scene.entry(w).id == "injure" and w.form == "masdar" and scene.words[w.first].endswith("اصابات") and _fell(scene, ln, w.first):
            keep_better(f, Toll("injured", CountRange(2, None, None, w.text), w.span, w.first, None, False, "toll:open-plural"))
            return
    for n in ln.numbers:
        if f.first < n.first < f.last and scene.words[n.first - 1] in wordset("wounds-of") and n.form in ("digits", "words", "dual"):
            part = scene.words[n.last] in wordset("of-them") if n.last < len(scene.words) else False
            if not part and not is_thing(scene, n) and not is_dated(ln, n):
                keep_better(f, Toll("injured", count_of(n), n.span, n.first, who_counted(scene, ln, n, f.last), False, "toll:wounds"))
                return


def _picked_off(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> None:
    """``قنص ثلاثة من الشبيحة``: whom snipers are said to have picked off are dead, where they are counted."""
    got = sum_list(scene, ln, w.last, stops(scene, ln, w.last, f.last), 4)
    if got is not None and got[0].best is not None and got[1].form != "singular":
        keep_better(f, Toll("killed", got[0], got[1].span, got[1].first, got[2], False, "toll:sniped"))


def _fell(scene: Scene, ln: Lines, at: int) -> bool:
    """The wounds at token ``at`` are told as fallen or caused, and are no hits."""
    words = scene.words
    if words[at].startswith(("ال", "وال")) or not wordset("hits").isdisjoint(words[at + 1 : at + 2]) or not_known(scene, ln, at):
        return False
    before = words[max(ln.sentence.first, at - _NEAR) : at]
    if not wordset("none-negation").isdisjoint(before) or "," in before[-1:]:
        return False
    caused = any(0 <= at - x.first <= _NEAR and scene.cls(x) == "result" for x in (*ln.triggers, *ln.cues))
    return caused or not wordset("falling").isdisjoint(before)


def count_the_one(scene: Scene, frames: list[Frame]) -> None:
    """``مؤكدة أن ابنها القتيل مدني``: of an event that tells nothing else of dead, the one who is called so."""
    words = scene.words
    one, dead = wordset("the-one-dead"), wordset("the-dead-one")
    at = [i for i, w in enumerate(words) if w in one or (w in dead and words[i + 1 : i + 2] == ["هو"])]
    if not at:
        return
    for f in frames:
        if f.event_type not in _HARMS or f.aggregate or f.tolls.keys() & {"killed", "killed_or_injured"} or f.no_harm:
            continue
        covered = {p.line for x in frames if x is not f for p in x.parts}
        own = [i for i in at if any(p.first <= i < p.last for p in f.parts)]
        i = next((i for i in own or at if own or (scene.owner[i] == max(f.lines) + 1 and scene.owner[i] not in covered)), None)
        if i is not None:
            t = scene.tokens[i]
            span = Span(t.start, t.end)
            f.tolls["killed"] = Toll("killed", CountRange(1, 1, 1, scene.doc.text.slice(span)), span, i, None, False, "toll:the-one")
