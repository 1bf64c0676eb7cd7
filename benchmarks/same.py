"""Does a change of code leave every coded word as it was? Codes all reports at hand and keeps one hash per report.

    python -m benchmarks.same --write before.json      # before the change
    python -m benchmarks.same --against before.json    # after it

The hash covers the claims contract, every mention layer, the voices, the frames kept and dropped, and the pairs of frames that were
compared with the facts about them. Each report is coded twice, in text order and backwards, so that nothing that is kept from one
report to the next may show. Reports: ``examples/reports``, ``tests/gold`` and, when WAQAI_SHARED names the folder, its sample and
development reports. Exit code 1 when a report differs.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from waqai.model import Report
from waqai.model.serial import coded_to_dict
from waqai.pipeline import Coder
from waqai.read import read_inputs
from waqai.settings import Settings

ROOT = Path(__file__).resolve().parents[1]


def plain(x: object) -> object:
    """Any value of the model as JSON can hold it; sets are sorted."""
    if x is None or isinstance(x, (int, float)):
        return x
    if isinstance(x, str):
        return str(x)
    if isinstance(x, (date, datetime)):
        return x.isoformat()
    if dataclasses.is_dataclass(x):
        return [type(x).__name__, *(plain(getattr(x, f.name)) for f in dataclasses.fields(x))]
    if isinstance(x, dict):
        return [[plain(k), plain(v)] for k, v in x.items()]
    if isinstance(x, (set, frozenset)):
        return sorted(str(y) for y in x)
    if isinstance(x, (list, tuple)):
        return [plain(y) for y in x]
    raise TypeError(f"{type(x).__name__} has no plain form; add one here")


def reports() -> Iterator[Report]:
    """All reports at hand, each id once per folder."""
    folders = [ROOT / "examples" / "reports", ROOT / "tests" / "gold"]
    shared = Settings.from_env().shared
    if shared:
        folders += [shared / "seeds", shared / "gold" / "dev" / "inputs.jsonl"]
    for folder in folders:
        paths = sorted(folder.glob("*.txt")) if folder.name == "gold" else [folder]
        # without path and time of the file: two copies of the project compare
        yield from (dataclasses.replace(r, path=None, retrieved_at=None) for r in read_inputs(paths) if isinstance(r, Report))


def picture(coder: Coder, report: Report) -> str:
    """Hash of everything the pipeline makes of a report."""
    log: list[tuple[tuple[str, ...], tuple[object, ...], object]] = []
    t = coder.trace(report)
    whole = [coded_to_dict(t.coded), plain(t.doc), plain(t.voices), plain(t.story.frames), plain(t.story.dropped)]
    coder.trace(report, log)  # type: ignore[arg-type]
    text = json.dumps([*whole, [[sorted(facts), plain(a), plain(b)] for facts, a, b in log]], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    ap = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    ap.add_argument("--write", type=Path, help="keep the hashes in this file")
    ap.add_argument("--against", type=Path, help="compare with the hashes in this file")
    args = ap.parse_args(arguments)
    coder, pool = Coder(), list(reports())
    found = {f"{n} {r.id}": picture(coder, r) for n, r in enumerate(pool)}
    differ = []
    for n, r in reversed(list(enumerate(pool))):
        if picture(coder, r) != found[f"{n} {r.id}"]:
            differ.append(f"{n} {r.id} (first and second reading)")
    if args.write:
        args.write.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")
    if args.against:
        kept = json.loads(args.against.read_text(encoding="utf-8"))
        differ += sorted(k for k in kept.keys() | found.keys() if kept.get(k) != found.get(k))
    print(f"{len(found)} reports, {len(differ)} differ", *differ[:20], sep="\n  ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
