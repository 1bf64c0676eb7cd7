"""``waqai eval``: score the coder on gold documents, and hold the floors."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typer

from waqai.errors import UsageError
from waqai.evaluate import (
    GoldDoc,
    Record,
    Result,
    below,
    check_evidence,
    describe,
    figures,
    fingerprint,
    flat,
    load_floors,
    load_gold,
    load_phenomena,
    load_system,
    lowered,
    raised,
    run,
    save_floors,
    score,
    sum_evidence,
)
from waqai.evaluate.compare import Flat

app = typer.Typer()


@app.command("eval")
def evaluate(
    folders: list[Path] | None = typer.Argument(None, metavar="[DIR]...", help="More gold folders.", show_default=False),
    gold: list[Path] | None = typer.Option(None, "--gold", help="Gold folder (NAME.json, NAME.txt); may be repeated."),
    system: Path | None = typer.Option(None, "--sys", help="Score this claims file instead of running the coder."),
    phenomena: Path | None = typer.Option(None, "--phenomena", help="File of one-phenomenon records to run as well."),
    by: str | None = typer.Option(None, "--by", help="A table by type, outlet or phenomenon."),
    errors: bool = typer.Option(False, "--errors", help="List missed, spurious and differing claims."),
    per_doc: bool = typer.Option(False, "--per-doc", help="One line per document."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
    floors: Path | None = typer.Option(None, "--floors", help="Floors to hold; exit code 1 when one is broken."),
    lift: bool = typer.Option(False, "--raise", help="Lift the floors to the present figures where they are higher."),
    lower: bool = typer.Option(False, "--lower", help="Set the floors to the present figures; needs --reason."),
    reason: str | None = typer.Option(None, "--reason", help="Why a floor may fall; kept in the floors file."),
) -> None:
    """Score the coder on gold documents.

    Precision, recall and F1 of claims, accuracy of each field on matched claims, false positives on documents without
    an event, and whether every evidence span slices to words of the report.
    """
    if by not in (None, "type", "outlet", "phenomenon"):
        raise UsageError(f"--by {by!r} is not known. Use type, outlet or phenomenon")
    if lower and not reason:
        raise UsageError("a floor falls only with a reason. Add --reason 'why'")
    if (lift or lower) and floors is None:
        raise UsageError("--raise and --lower need --floors FILE")
    sources = [*(gold or []), *(folders or [])]
    if not sources:
        raise UsageError("no gold folder. Give one with --gold DIR")
    docs = load_gold(sources)
    group: Callable[[GoldDoc], Sequence[str]] | None = None
    if by == "outlet":
        group = lambda d: [d.outlet or "(none)"]  # noqa: E731
    elif by == "phenomenon":
        group = lambda d: d.phenomena or ["(none)"]  # noqa: E731
    coder = None if system else _coder()
    evidence = None
    claims: dict[str, list[Flat]]
    if system or coder is None:
        claims = load_system(system) if system else {}
    else:
        claims, parts = {}, []
        for d in docs:
            found = coder(d.text, d.published, d.outlet) if d.text is not None else []
            claims[d.id] = [f for c in found if (f := flat(c)) is not None]
            parts.append((d.id, check_evidence(d.text or "", found)))
        evidence = sum_evidence(parts)
    result = score(docs, claims, per_document=per_doc, errors=errors, group=group)
    result.evidence = evidence
    extra = _phenomena(phenomena, coder) if phenomena and coder else None
    plain = result.to_dict() | ({"phenomena": extra} if extra else {})
    print(json.dumps(plain, ensure_ascii=False, indent=1) if as_json else _text(result, extra, by, errors))
    if floors is not None:
        files = [p for d in docs for p in (d.path, d.path.with_suffix(".txt")) if p.exists()]
        corpus = fingerprint([*files, *([phenomena] if phenomena else [])])
        _hold(floors, figures(plain, extra["pass"] if extra else None), corpus, lift, reason if lower else None)


def _coder() -> Callable[[str, str | None, str | None], list[dict[str, Any]]]:
    from waqai.model.serial import claim_to_dict
    from waqai.pipeline import code_text

    def code(text: str, published: str | None, outlet: str | None) -> list[dict[str, Any]]:
        return [claim_to_dict(c) for c in code_text(text, published=published, outlet=outlet).claims]

    return code


def _phenomena(path: Path, coder: Callable[[str, str | None, str | None], list[dict[str, Any]]]) -> dict[str, Any]:
    def code(r: Record) -> list[Flat]:
        return [f for c in coder(r.text, r.published, r.outlet) if (f := flat(c)) is not None]

    return run(load_phenomena(path), code)


def _hold(path: Path, now: dict[str, float], corpus: str, lift: bool, reason: str | None) -> None:
    old = load_floors(path)
    if reason:
        save_floors(path, lowered(old, now, corpus, reason))
        print(f"floors set in {path}: {reason}", file=sys.stderr)
        return
    broken = below(old, now)
    if broken:
        if old["corpus"] not in (None, corpus):
            print("the gold documents have changed since the floors were set", file=sys.stderr)
        for line in broken:
            print(f"waqai: {line}", file=sys.stderr)
        print("waqai: mend the coder, or state a decision with --lower --reason", file=sys.stderr)
        raise typer.Exit(1)
    if lift:
        save_floors(path, raised(old, now, corpus))
    print(f"all {len(old['floors'])} floors hold", file=sys.stderr)


def _text(result: Result, extra: dict[str, Any] | None, by: str | None, errors: bool) -> str:
    d = result.to_dict()
    det = d["detection"]
    lines = [
        f"documents {d['documents']} · gold claims {det['gold_claims']} · system claims {det['system_claims']}",
        f"claims     precision {det['precision']:.3f}  recall {det['recall']:.3f}  F1 {det['f1']:.3f}",
    ]
    no = d["no_event"]
    if no["documents"]:
        lines.append(
            f"no event   {no['false_positive_documents']} of {no['documents']} documents with a false claim "
            f"({no['false_positive_rate']:.3f})"
        )
    if result.evidence and result.evidence["spans"]:
        e = result.evidence
        lines.append(f"evidence   {e['valid']} of {e['spans']} spans valid · {e['supported']} of {e['fields']} stated fields supported")
    if d["missing_documents"]:
        lines.append(f"missing    {', '.join(d['missing_documents'][:12])}")
    lines.append("fields on matched claims")
    lines += [f"  {k:<38} {v['acc']:.3f}  n={v['n']}" for k, v in d["fields_on_matched"].items() if v["n"]]
    if by == "type":
        lines.append("recall by type and modality")
        both = {**d["recall_by_event_type"], **d["recall_by_modality"]}
        lines += [f"  {k:<38} {v['recall']:.3f}  n={v['n']}" for k, v in both.items()]
    for name, g in d.get("groups", {}).items():
        lines.append(f"  {name[:38]:<38} P {g['precision']:.3f} R {g['recall']:.3f} F1 {g['f1']:.3f}  n={g['gold_claims']}")
    lines += [f"  {x['id']:<10} gold {x['gold']} system {x['system']} matched {x['matched']}" for x in result.per_document]
    if extra:
        lines.append(f"phenomena  {extra['pass']:.3f} of {extra['n']} records as expected")
        lines += [f"  {k:<38} {v['passed']} of {v['n']}" for k, v in extra["by_phenomenon"].items()]
        if errors:
            lines += [f"  {k}: {v}" for k, v in extra["failures"].items()]
    if errors:
        lines += [_error(e) for e in result.errors]
        if result.evidence:
            lines += [f"evidence  {p}" for p in result.evidence["problems"]]
    return "\n".join(lines)


def _error(e: dict[str, Any]) -> str:
    if "missed" in e:
        return f"missed    {e['id']}  {describe(e['missed'])}  «{e['missed'].get('trigger_ar')}»"
    if "spurious" in e:
        return f"spurious  {e['id']}  {describe(e['spurious'])}  «{e['spurious'].get('trigger_ar')}»"
    pairs = []
    for f in e["fields"]:
        keys = ("place_ar", "place_en") if f == "place" else (f,)
        pairs.append(f"{f}: {[e['gold'].get(k) for k in keys]} ≠ {[e['system'].get(k) for k in keys]}")
    return f"differs   {e['id']}  «{e['gold'].get('trigger_ar')}»  " + "; ".join(pairs)
