"""Tune the ranking tables of the frame room on gold claims.

    python -m benchmarks.tune --gold DIR [DIR ...] [--more tests/gold] [--inputs FILE.jsonl] [--out src/waqai/data/models/arguments.tsv]

For every gold claim the coder found, the candidates for one argument are ranked by a softmax over the sum of their facts' weights; the
candidates that equal the gold value share the probability. Plain gradient steps with a pull to zero; same input, same table.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from waqai.evaluate.align import align
from waqai.evaluate.compare import canonical, same_place
from waqai.evaluate.gold import GoldDoc, flat, load_gold
from waqai.evaluate.phenomena import load_phenomena
from waqai.frame import MergeLog
from waqai.frame.cast import actor_candidates
from waqai.frame.claims import _actor
from waqai.frame.facts import NULL, Candidate
from waqai.frame.frames import Frame
from waqai.frame.saying import OUTLET, claimant_candidates
from waqai.frame.setting import place_candidates, time_candidates
from waqai.frame.story import item_places
from waqai.frame.whenwhere import dates_speech
from waqai.frame.worth import document_facts
from waqai.frame.worth import facts as event_facts
from waqai.model import ActorMention, Report
from waqai.model.serial import claim_to_dict
from waqai.pipeline import Coder
from waqai.resources.registry import registry

Example = tuple[list[tuple[str, ...]], list[int]]
DECISIONS = ("perpetrator", "target", "place", "date", "claimant")
# Where the hand-written rules are good their choice stands until the gold speaks against it.
PRIOR = {
    "perpetrator": {},
    "target": {"ruled": 1.0, "ruled:target:victims": 1.5},
    "claimant": {"ruled": 2.0},
}
BIAS = -0.1  # log-odds under which a frame is no event; below zero because a missed event costs as much as an invented one
MERGE_PULL, MERGE_MIN, MERGE_EPOCHS, MERGE_BIAS = 0.5, 4, 30, -0.4
SHORT_BIAS = 0.8
EVENT_PULL, EVENT_MIN, EVENT_EPOCHS = 1.0, 4, 30
EPOCHS, RATE, PULL, MIN_COUNT = 40, 0.25, 0.1, 3


def _when(s: str | None) -> date | datetime | None:
    return None if not s else date.fromisoformat(s) if len(s) == 10 else datetime.fromisoformat(s)


def read_inputs(path: Path | None) -> dict[str, dict[str, object]]:
    """Publication dates and outlets by report id."""
    if path is None:
        return {}
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {r["id"]: r for r in rows}


def examples(golds: list[Path], inputs: dict[str, dict[str, object]]) -> Iterator[tuple[str, Example]]:
    """Ranking examples by decision, in document order."""
    coder = Coder(ranked=False, weeded=False)
    for doc in load_gold(golds):
        row = inputs.get(doc.id, {})
        report = Report(
            id=doc.id, text=doc.text, sha256=doc.id, outlet=row.get("outlet"), published=_when(row.get("published_at"))  # type: ignore[arg-type]
        )  # fmt: skip
        t = coder.trace(report)
        frames = {f.main.span: f for f in t.story.frames}
        rows = [(flat(claim_to_dict(c)), frames.get(c.evidence["trigger"][0])) for c in t.coded.claims]
        rows = [(r, f) for r, f in rows if r is not None and f is not None]
        scene = t.story.scene
        order = {id(f): n for n, f in enumerate(t.story.frames)}
        p = t.report.published
        published = None if p is None else date(p.year, p.month, p.day)
        for gi, si in align(doc.claims, [r for r, _ in rows]):
            gold, f = doc.claims[gi], rows[si][1]
            assert f is not None
            if "tally:item" in f.rules:
                continue
            n = order[id(f)]
            before = t.story.frames[n - 1] if n else None
            v = t.voices.at(f.main.first)
            source = v.source if v is not None and v.source is not None else t.voices.default
            day = _when(gold.get("date_start")) or (f.time.start if f.time else None)
            for role in ("perpetrator", "target"):
                prev = getattr(before, role) if before is not None else None
                cands = actor_candidates(scene, f, role, source, prev)
                yield role, _label_actor(cands, gold, role, day, published)
            cands = place_candidates(scene, f, before.place if before else None, item_places(t.story, f))
            yield "place", _label_place(cands, gold, f, scene)
            if f.denial is None:
                yield "claimant", _label_claimant(claimant_candidates(scene, f, t.voices), gold, day, published)
            cands = time_candidates(scene, f, before.time if before else None, partial(dates_speech, scene))
            yield "date", _label_date(cands, gold)


def merge_examples(golds: list[Path], inputs: dict[str, dict[str, object]]) -> Iterator[Example]:
    """Pairs of frames that tell one gold claim against pairs that tell two, as rankings of two."""
    coder = Coder(ranked=False, weeded=False)
    for doc in load_gold(golds):
        row = inputs.get(doc.id, {})
        report = Report(
            id=doc.id, text=doc.text, sha256=doc.id, outlet=row.get("outlet"), published=_when(row.get("published_at"))  # type: ignore[arg-type]
        )  # fmt: skip
        log: MergeLog = []
        coder.trace(report, log)
        for row_facts, olds, new in log:
            a = {c for s in olds for c in _claims_at(doc, s)}
            b = _claims_at(doc, new)
            if a and b:
                yield [row_facts, ()], [0 if a & b else 1]


def _claims_at(doc: GoldDoc, span: tuple[int, int]) -> set[int]:
    """Gold claims whose trigger, else whose other evidence, stands at or close to a span of the text."""
    exact, near = set(), set()
    for n, c in enumerate(doc.claims):
        for name, spans in c.get("evidence", {}).items():
            for a, b in _spans(spans):
                if name == "trigger" and a < span[1] and span[0] < b:
                    exact.add(n)
                elif (
                    name in ("fatalities", "injuries", "captured", "weapon", "trigger")
                    and a - 60 < span[1]
                    and span[0] < b + 60
                    and "\n" not in doc.text[min(a, span[0]) : max(b, span[1])]
                ):
                    near.add(n)
    return exact or near


def _spans(value: object) -> list[tuple[int, int]]:
    if isinstance(value, dict):
        out = [tuple(value["span"])] if "span" in value else []
        return out + [tuple(x["span"]) for x in value.get("additional", []) if "span" in x]  # type: ignore[return-value]
    return [tuple(x) for x in value] if isinstance(value, list) else []  # type: ignore[misc]


def event_examples(golds: list[Path], inputs: dict[str, dict[str, object]]) -> Iterator[Example]:
    """Frames that match a gold claim against those that match none, as rankings of two."""
    coder = Coder(weeded=False)
    for doc in load_gold(golds):
        row = inputs.get(doc.id, {})
        report = Report(
            id=doc.id, text=doc.text, sha256=doc.id, outlet=row.get("outlet"), published=_when(row.get("published_at"))  # type: ignore[arg-type]
        )  # fmt: skip
        t = coder.trace(report)
        spans = {(f.denial or f.main).span: n for n, f in enumerate(t.story.frames)}
        rows = [(flat(claim_to_dict(c)), spans.get(c.evidence["trigger"][0])) for c in t.coded.claims]
        rows = [(r, n) for r, n in rows if r is not None and n is not None]
        right = {rows[si][1] for _, si in align(doc.claims, [r for r, _ in rows])}
        frames, scene = t.story.frames, t.story.scene
        whole = document_facts(scene, frames)
        for n, f in enumerate(frames):
            v = t.voices.at(f.main.first)
            source = v.source if v is not None and v.source is not None else t.voices.default
            yield [(*event_facts(scene, f, n, frames, source), *whole), ()], [0 if n in right else 1]


def record_examples(path: Path) -> Iterator[Example]:
    """Frames of one-sentence records: events when the record expects as many claims, none when it expects no claim."""
    coder = Coder(weeded=False)
    for r in load_phenomena(path):
        t = coder.trace(Report(id=r.id, text=r.text, sha256=r.id, outlet=r.outlet, published=_when(r.published)))
        frames, scene = t.story.frames, t.story.scene
        if r.expect and len(frames) > len(r.expect):
            continue
        whole = document_facts(scene, frames)
        for n, f in enumerate(frames):
            v = t.voices.at(f.main.first)
            source = v.source if v is not None and v.source is not None else t.voices.default
            yield [(*event_facts(scene, f, n, frames, source), *whole), ()], [0 if r.expect else 1]


def _label_actor(cands: list[Candidate], gold: dict, role: str, day: date | None, published: date | None) -> Example:
    want = canonical(gold.get(role))
    right = []
    for i, c in enumerate(cands):
        if isinstance(c.value, ActorMention):
            ref = _actor(c.value, role, day, published)
            if want is not None and ref is not None and canonical(ref.name_en) == want:
                right.append(i)
        elif c.key == NULL and want is None:
            right.append(i)
    return [c.facts for c in cands], right


def _label_claimant(cands: list[Candidate], gold: dict, day: date | None, published: date | None) -> Example:
    want = canonical(gold.get("claimant"))
    right = []
    for i, c in enumerate(cands):
        name = OUTLET
        if isinstance(c.value, ActorMention):
            name = registry().in_role(c.value.actor_id, "claimant", day, published).name_en if c.value.actor_id else c.value.name_en
        if canonical(name) == want:
            right.append(i)
    return [c.facts for c in cands], right


def _label_place(cands: list[Candidate], gold: dict, f: Frame, scene) -> Example:
    right = []
    empty = not gold.get("place_ar") and not gold.get("place_en")
    for i, c in enumerate(cands):
        if isinstance(c.value, int):
            ref = scene.place(c.value).ref
            if not empty and ref is not None and same_place(gold, {"place_ar": ref.name_ar, "place_en": ref.name_en}):
                right.append(i)
        elif empty:
            right.append(i)
    return [c.facts for c in cands], right


def _label_date(cands: list[Candidate], gold: dict) -> Example:
    key = f"{gold.get('date_start')}|{gold.get('date_end')}"
    right = [i for i, c in enumerate(cands) if c.key == key or (c.key == NULL and not gold.get("date_start") and not gold.get("date_end"))]
    return [c.facts for c in cands], right


def tune(
    data: list[Example],
    pull: float | None = None,
    least: int | None = None,
    epochs: int | None = None,
    prior: dict[str, float] | None = None,
) -> dict[str, float]:
    """Weights that rank the right candidates first; a fact seen in fewer than ``least`` examples gets none."""
    pull = PULL if pull is None else pull
    least = MIN_COUNT if least is None else least
    count: dict[str, int] = {}
    for facts, right in data:
        if right:
            for x in {x for c in facts for x in c}:
                count[x] = count.get(x, 0) + 1
    prior = prior or {}
    w: dict[str, float] = dict(prior)
    g2: dict[str, float] = {}
    usable = [(f, r) for f, r in data if r and len(r) < len(f)]
    for _ in range(epochs or EPOCHS):
        for facts, right in usable:
            scores = [sum(w.get(x, 0.0) for x in c) for c in facts]
            top = max(scores)
            e = [math.exp(s - top) for s in scores]
            z = sum(e)
            zr = sum(e[i] for i in right)
            good = set(right)
            grad: dict[str, float] = {}
            for i, c in enumerate(facts):
                d = e[i] / z - (e[i] / zr if i in good else 0.0)
                if abs(d) > 1e-6:
                    for x in c:
                        grad[x] = grad.get(x, 0.0) + d
            for x, d in grad.items():
                if count.get(x, 0) < least:
                    continue
                d += pull * (w.get(x, 0.0) - prior.get(x, 0.0))
                g2[x] = g2.get(x, 0.0) + d * d
                w[x] = w.get(x, 0.0) - RATE * d / math.sqrt(g2[x] + 0.5)
    return {x: v for x, v in w.items() if abs(v) >= 0.02}


def accuracy(data: list[Example], w: dict[str, float]) -> tuple[int, int, int]:
    """Right first choices, examples, examples whose right value is no candidate."""
    ok = 0
    for facts, right in data:
        s = [sum(w.get(x, 0.0) for x in c) for c in facts]
        ok += s.index(max(s)) in right
    return ok, len(data), sum(not r for _, r in data)


def weights_cache_clear() -> None:
    """Read the table anew: the second stage is tuned on what the first one chooses."""
    from waqai.resources import weights as module

    module._tables.cache_clear()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", nargs="+", type=Path, required=True)
    ap.add_argument(
        "--more", nargs="*", type=Path, default=[], help="gold for the argument tables only: short texts do not teach what is no event"
    )
    ap.add_argument("--phenomena", type=Path, help="one-sentence records, for the table that tells events from mentions")
    ap.add_argument("--inputs", type=Path)
    ap.add_argument("--out", type=Path, default=Path("src/waqai/data/models/arguments.tsv"))
    ap.add_argument("--keep", nargs="*", default=[], choices=["merge"], help="a table taken over as it stands in --out")
    a = ap.parse_args()
    kept = [x for x in a.out.read_text(encoding="utf-8").splitlines() if x.split("\t")[0] in a.keep] if a.keep else []
    inputs = read_inputs(a.inputs)
    lines = [
        "# Weights of the facts that decide between readings (see frame/facts.py and who builds facts: cast, setting, merge …).",
        "# Tuned, not written:  python -m benchmarks.tune --gold DIR ... --inputs FILE",
        "# A fact with a positive weight speaks for a candidate, one with a negative weight against it.",
        "decision\tfact\tweight",
    ]

    def write(decision: str, w: dict[str, float], threshold: float | None = None) -> None:
        lines.extend(f"{decision}\t{x}\t{w[x]:.3f}" for x in sorted(w))
        if threshold is not None:
            lines.append(f"{decision}\tthreshold\t{threshold}")
        a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
        weights_cache_clear()

    a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    weights_cache_clear()
    if "merge" in a.keep:
        lines.extend(kept)
        write("merge", {})
    else:
        pairs = list(merge_examples(a.gold, inputs))
        w = tune(pairs, MERGE_PULL, MERGE_MIN, MERGE_EPOCHS)
        ok, n, _ = accuracy(pairs, w)
        print(f"merge: {ok} of {n} ({ok / max(1, n):.3f}); facts: {len(w)}")
        write("merge", w, MERGE_BIAS)
    by: dict[str, list[Example]] = {d: [] for d in DECISIONS}
    for decision, ex in examples([*a.gold, *a.more], inputs):
        by[decision].append(ex)
    for d in DECISIONS:
        w = tune(by[d], 0.3 if d in PRIOR else None, prior=PRIOR.get(d))
        ok, n, lost = accuracy(by[d], w)
        print(f"{d}: {ok} of {n} first ({ok / max(1, n):.3f}); not among the candidates: {lost}; facts: {len(w)}")
        write(d, w)
    events = list(event_examples([*a.gold, *a.more], inputs))
    if a.phenomena:
        events += record_examples(a.phenomena)
    short = [e for e in events if {"doc-lines:1", "doc-lines:2"} & set(e[0][0])]
    long = [e for e in events if not {"doc-lines:1", "doc-lines:2"} & set(e[0][0])]
    for name, rows, bias in (("event", long, BIAS), ("event-short", short, SHORT_BIAS)):
        w = tune(rows, EVENT_PULL, EVENT_MIN, EVENT_EPOCHS)
        ok, n, _ = accuracy(rows, w)
        print(f"{name}: {ok} of {n} ({ok / max(1, n):.3f}); facts: {len(w)}")
        write(name, w, bias)


if __name__ == "__main__":
    main()
