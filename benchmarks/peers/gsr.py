"""The Arabic event sentences of openeventdata (arabic_event_gsr, MIT), read by Waqai: ``python -m benchmarks.peers.gsr``.

About three trained coders marked who did what to whom in newswire of 2007–2011. A figure is the mean token F1 of one field over sentences
and coders; beside it stands the same figure for every coder against the others, on the same sentences. Two empty answers agree (1), an
empty one against words does not (0). The sentences lie in the optional data folder (``WAQAI_SHARED``).

The adapter maps conventions only. The coders' verb is the deed done to somebody (``قتل``), where a claim is named after its means
(``انفجار``): of the triggers of a frame the outcome is taken. Their actors are bare nouns: numbers and ``عدد من`` go. They name every
person; the actor registry holds forces and groups: where a frame names no target, the noun phrase after the deed is taken as written.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from waqai.frame.frames import Frame
from waqai.frame.outcomes import ROLE_OF
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, Report, WordMention
from waqai.normalise import fold, tokenize
from waqai.pipeline import Coder
from waqai.resources.wordsets import wordset

FIELDS = ("verb", "source", "target")
KEYS = {"verb": "verb", "source": "source_actor", "target": "target_actor"}
# What the anchors of the project state for the human pairs of the whole file; ours are computed below.
STATED = {"assault": {"source": 0.81, "verb": 0.66, "target": 0.58}, "protest": {"source": 0.75, "verb": 0.54, "target": 0.52}}
_OUTCOME = frozenset(("kill", "die", "abduct", "assassinate", "execute", "arrest"))
_FAINT = frozenset(("result", "injure", "affect", "under"))
_VERBS = frozenset(("past", "present", "passive"))
_PHRASE = 4  # words of a noun phrase taken as written
Answer = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence with the answers of its coders."""

    set: str
    text: str
    coders: tuple[Answer, ...]


def folder() -> Path | None:
    """The data file, or ``None`` when the optional folder is absent."""
    root = os.environ.get("WAQAI_SHARED")
    base = Path(root) if root else Path(__file__).resolve().parents[2].parent / "shared"
    path = base / "gold" / "arabic_event_gsr_dev.jsonl"
    return path if path.is_file() else None


def words_of(text: str) -> frozenset[str]:
    """The folded words of a stretch, marks left out."""
    return frozenset(t.word for t in tokenize(text) if t.word[0].isalnum())


def rows(path: Path) -> Iterator[Row]:
    """Sentences with coders' spans."""
    for line in path.read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        if r["part"] == "spans":
            coders = tuple({f: words_of(" ".join(c[KEYS[f]])) for f in FIELDS} for c in r["coders"])
            yield Row(r["set"], r["text"], coders)


def token_f1(a: frozenset[str], b: frozenset[str]) -> float:
    """F1 of two token sets; two empty ones agree."""
    if not a and not b:
        return 1.0
    both = len(a & b)
    return 2 * both / (len(a) + len(b)) if both else 0.0


def _fits(f: Frame, want: str) -> bool:
    if want == "protest":
        return f.event_type == EventType.PROTEST
    return f.event_type not in (EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.OTHER)


def _choose(frames: list[Frame], want: str) -> Frame | None:
    """The frame the coders would mark: the one with most arguments, the first of equals."""
    fit = [f for f in frames if _fits(f, want) and f.drop not in ("hypothetical", "negated")]
    if not fit:
        return None
    return max(fit, key=lambda f: ((f.perpetrator is not None) + (f.target is not None) + bool(f.tolls), -f.main.first))


def _deed(scene: Scene, f: Frame) -> WordMention:
    own = sorted(f.triggers, key=lambda w: w.first)
    verbs = [w for w in own if w.form in _VERBS and scene.cls(w) not in _FAINT]
    done = [w for w in own if scene.cls(w) in _OUTCOME]
    # a verb tells the deed before a noun does, a death before the means
    for group in ([w for w in verbs if w in done], verbs, done):
        if group:
            return group[0]
    return f.main


def _words(scene: Scene, lo: int, hi: int) -> frozenset[str]:
    return frozenset(scene.words[i] for i in range(lo, hi) if scene.words[i][0].isalnum())


def _actor(scene: Scene, a: ActorMention) -> frozenset[str]:
    numbers = {i for n in scene.doc.numbers for i in range(n.first, n.last) if n.noun is None or scene.words[i] != fold(n.noun)}
    bare = frozenset(scene.words[i] for i in range(a.first, a.last) if scene.words[i][0].isalpha() and i not in numbers)
    return bare or _words(scene, a.first, a.last)


def _phrase(scene: Scene, w: WordMention, agent: ActorMention | None = None) -> frozenset[str]:
    """The noun phrase right after a deed and its agent, numbers passed over, until a preposition, a mark or another deed."""
    stops = wordset("prepositions") | wordset("that") | wordset("soft-break") | wordset("hard-break") | {",", ".", ";", ":", "(", "\n"}
    timed = {i for x in scene.doc.times for i in range(x.first, x.last)}
    deeds = {x.first for x in scene.doc.words if x.layer == "trigger"}
    numbers = {i for n in scene.doc.numbers for i in range(n.first, n.last) if n.noun is None or scene.words[i] != fold(n.noun)}
    out: list[int] = []
    start = agent.last if agent is not None and 0 <= agent.first - w.last <= 2 else w.last
    for i in range(start, min(start + _PHRASE + 3, len(scene.words))):
        if i in numbers or i in timed or scene.words[i] == '"':
            continue
        if scene.words[i] in stops or i in deeds or len(out) >= _PHRASE:
            break
        out.append(i)
    return frozenset(scene.words[i] for i in out)


def _source(scene: Scene, f: Frame, deed: WordMention) -> frozenset[str]:
    """The agent as written; the bomber where no side is named; the subject of a demonstration."""
    a = f.perpetrator
    if a is not None and not any(a.first <= w.first < a.last for w in f.triggers if scene.cls(w) == "protest"):
        return _actor(scene, a)
    nouns = {w.last for w in scene.doc.words if w.layer == "trigger" and scene.cls(w) != "suicide"}
    # "فجّر انتحاري", not "هجوم انتحاري": the word names a person
    bomber = next((w for w in f.triggers if scene.cls(w) == "suicide" and w.form == "masdar" and w.first not in nouns), None)
    if bomber is not None:
        return _words(scene, bomber.first, bomber.last)
    if f.event_type == EventType.PROTEST:
        verbs = [w for w in scene.doc.words if 0 <= deed.first - w.first <= 12 and w.form in _VERBS and w.layer in ("trigger", "cue")]
        return _phrase(scene, verbs[-1]) if verbs else frozenset()
    return frozenset()


def _target(scene: Scene, f: Frame, deed: WordMention, source: frozenset[str]) -> frozenset[str]:
    """Whom the deed struck: the persons its toll counts, else the target of the frame, else the noun phrase as written."""
    role = ROLE_OF.get(scene.cls(deed))
    toll = f.tolls.get(role) if role is not None else None
    if toll is not None:
        n = next((n for n in scene.doc.numbers if n.first == toll.first), None)
        counted = words_of(n.noun) if n is not None and n.noun is not None else frozenset()
        who = _actor(scene, toll.who) if toll.who is not None else frozenset()
        if counted | who:
            return counted | who
    after = _phrase(scene, deed, f.perpetrator)
    if f.target is not None:
        target = _actor(scene, f.target)
        # "المدرس هاني شعبان": the name goes on after the description
        return target | after if f.target.form == "described" and target & after else target
    return after - source if role is not None or deed.form in _VERBS else frozenset()


def answer(coder: Coder, text: str, want: str) -> Answer:
    """What Waqai says of one sentence, as token sets."""
    t = coder.trace(Report(id="gsr", text=text, sha256="gsr"))
    f = _choose([*t.story.frames, *t.story.dropped], want)
    if f is None:
        return dict.fromkeys(FIELDS, frozenset())
    scene = t.story.scene
    deed = _deed(scene, f)
    source = _source(scene, f, deed)
    target = _target(scene, f, deed, source) if want == "assault" else _actor(scene, f.target) if f.target is not None else frozenset()
    return {"verb": _words(scene, deed.first, deed.last) - source, "source": source, "target": target}


def mean(xs: list[float]) -> float:
    """Arithmetic mean; 0 for none."""
    return sum(xs) / len(xs) if xs else 0.0


def figures(found: list[tuple[Row, Answer]]) -> dict[str, tuple[float, float]]:
    """Per field: Waqai against the coders, coders against each other."""
    out: dict[str, tuple[float, float]] = {}
    for field in FIELDS:
        ours = [mean([token_f1(a[field], c[field]) for c in r.coders]) for r, a in found]
        pairs = [mean([token_f1(x[field], y[field]) for x, y in permutations(r.coders, 2)]) for r, _ in found if len(r.coders) > 1]
        out[field] = (mean(ours), mean(pairs))
    return out


def main() -> int:
    """Print the table; exit code 1 when a figure is below the human pairs."""
    path = folder()
    if path is None:
        print("the sentences are not here: set WAQAI_SHARED to the data folder", file=sys.stderr)
        return 2
    coder = Coder(weeded=False)
    found = [(r, answer(coder, r.text, r.set)) for r in rows(path)]
    below = 0
    print("set\tfield\tsentences\tWaqai\thuman pairs\thuman pairs as stated")
    for name in ("assault", "protest"):
        part = [x for x in found if x[0].set == name]
        for field, (ours, pairs) in figures(part).items():
            below += ours < pairs
            print(f"{name}\t{field}\t{len(part)}\t{ours:.3f}\t{pairs:.3f}\t{STATED[name][field]:.2f}")
    return int(below > 0)


if __name__ == "__main__":
    raise SystemExit(main())
