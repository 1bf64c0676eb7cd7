"""The lines a frame may take its arguments from, and how a mention in them stands to the trigger that names the frame."""

from __future__ import annotations

from waqai.frame.frames import Frame, Part
from waqai.frame.scene import Lines, Scene
from waqai.model import WordMention

VERB = frozenset(("past", "present", "passive"))
_AGENT_NOUNS = frozenset(
    ("attack", "air", "shell", "clash", "op", "storm", "suicide", "incursion", "launch", "move", "airmeans", "protest", "escape")
)
_HARM = frozenset(("kill", "die", "injure", "execute", "assassinate", "neutralise", "body", "grave", "result"))
_BUCKETS = ("0", "1", "3", "3", "6", "6", "6", *["10"] * 4, *["16"] * 6, *["30"] * 14)


def bucket(d: int) -> str:
    """A distance in tokens in a few steps."""
    return "0" if d < 0 else _BUCKETS[d] if d <= 30 else "far"


# what ``position`` and ``coarse`` say at every distance
_FAR = 31
_AFTER = tuple(f"after{bucket(d)}" for d in range(_FAR + 1))
_BEFORE = tuple(f"before{bucket(d)}" for d in range(_FAR + 1))
_STEP = {"0": "0", "1": "0", "3": "1", "6": "1"}
_COARSE = {
    (side, inside): f"{side[:1]}{_STEP.get(side.removeprefix('after').removeprefix('before'), '2')}{'' if inside == 'in' else 'x'}"
    for side in (*_AFTER, *_BEFORE)
    for inside in ("in", "sent")
}


def main_line(scene: Scene, f: Frame) -> int:
    """The line that holds the naming trigger."""
    return scene.owner[f.main.first] if scene.owner[f.main.first] >= 0 else f.line


def _near_part(f: Frame, line: int) -> Part:
    for p in f.parts:
        if p.line == line:
            return p
    before = [p for p in f.parts if p.line > line]
    return before[0] if before else f.parts[-1]


def _scope(scene: Scene, f: Frame) -> list[int]:
    """Lines a frame may take its arguments from: its own, the one before each, and the headline."""
    own = {p.line for p in f.parts}
    out = set(own)
    for k in own:
        if k > 0 and scene.lines[k - 1].sentence.paragraph >= scene.lines[k].sentence.paragraph - 1:
            out.add(k - 1)
        if k > 1 and scene.lines[k - 2].sentence.paragraph >= scene.lines[k].sentence.paragraph - 1:
            out.add(k - 2)
    for k in own:
        h = scene.header_of(k)
        if h is not None:
            out.add(h)
    return sorted(out)


def _where(scene: Scene, f: Frame, line: int) -> str:
    if any(p.line == line for p in f.parts):
        return "own"
    if scene.lines[line].sentence.block in ("title", "heading"):
        return "title"
    if any(scene.header_of(p.line) == line for p in f.parts):
        return "header"
    return "before"


def in_reach(scene: Scene, f: Frame) -> list[tuple[int, Lines, Part, str]]:
    """The lines of ``_scope`` with the part they stand nearest to and ``_where`` they are. Kept for the frame seen last."""
    state = [(p.line, p) for p in f.parts]
    known = scene.memo.get("reach")
    if known is None or known[0] is not f or known[1] != state:
        reach = [(line, scene.lines[line], _near_part(f, line), _where(scene, f, line)) for line in _scope(scene, f)]
        known = scene.memo["reach"] = (f, state, reach)
    return known[2]


def position(scene: Scene, ln: Lines, p: Part, first: int, last: int, line: int) -> tuple[str, str]:
    """Side and distance of a mention to the naming trigger of the part, and whether it stands in the part's clauses."""
    if line != p.line:
        return "out", "out"
    inside = "in" if p.first <= first < p.last else "sent"
    d = first - p.main.last
    if d >= 0:
        return _AFTER[d if d < _FAR else _FAR], inside
    d = p.main.first - last
    return _BEFORE[0 if d < 0 else d if d < _FAR else _FAR], inside


def coarse(side: str, inside: str, where: str) -> str:
    """Position in a few steps: adjacent, near or far, before or after, or another line."""
    return where if side == "out" else _COARSE[side, inside]


def shape_of(scene: Scene, f: Frame, w: WordMention) -> str:
    """How the naming trigger takes its arguments: active, passive or intransitive verb, agent noun, object noun, device."""
    cls = scene.cls(w)
    if w.form in VERB:
        if cls in ("die", "under"):
            return "suffers"
        if cls in ("explode", "device"):
            return "device"
        if f.passive and w is f.main:
            return "passive"
        return "harm-verb" if cls in _HARM else "verb"
    if cls in ("explode", "device", "vbied"):
        return "device"
    if cls in _AGENT_NOUNS:
        return "agent-noun"
    return "harm-noun" if cls in _HARM else "object-noun"


def trigger_before(scene: Scene, ln: Lines, first: int) -> str:
    """The fact ``trig:`` with what ``_nearest_trigger`` says, kept by token."""
    known: dict[int, str] = scene.memo.setdefault("trigger-before", {})
    found = known.get(first)
    if found is None:
        found = known[first] = f"trig:{_nearest_trigger(scene, ln, first)}"
    return found


def _nearest_trigger(scene: Scene, ln: Lines, first: int) -> str:
    """The trigger or light verb right before a mention: class, form and distance."""
    best = ""
    best_d = 9
    for w in ln.triggers:
        d = first - w.last
        if 0 <= d < best_d:
            best, best_d = f"{scene.cls(w)}.{'v' if w.form in VERB else 'n'}", d
    for c in ln.cues:
        if scene.cls(c) in ("light", "agentby", "support", "hedge", "among") and 0 <= first - c.last <= best_d and c.last <= first:
            best, best_d = scene.cls(c), first - c.last
    return f"{best}@{bucket(best_d)}" if best else "none"
