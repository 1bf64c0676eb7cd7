"""Speed, start-up and memory in one run on one core, with dateparser's date search as the yardstick.

    python benchmarks/bench.py [--runs 3] [--json FILE]

The pipeline reads everything in a report; the yardstick only looks for dates. Both are measured alike, each in processes of
their own, in three states:

first   one sentence coded before, so that data is loaded; then each report once. A command on a few files.
new     warmed up on other reports (our gold texts and the other set); then each report once. A long run.
again   the same reports until it is fastest. What caches can do at best.

Speeds are characters per second of processor time, so that a busy machine does not count. dateparser is asked twice: with
``languages=["ar"]``, which spares it the search for the language, and as a newcomer calls it, with the text alone.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES, SHARED = "examples/reports", "sample reports of WAQAI_SHARED"
PASSES = 8
STATES = ("first", "new", "again")
SENTENCE = "قُتل جندي أمس بانفجار لغم قرب تدمر."


def folders() -> dict[str, Path]:
    """The report sets at hand."""
    from waqai.settings import Settings

    shared = Settings.from_env().shared
    out = {EXAMPLES: ROOT / "examples" / "reports"}
    if shared and (shared / "seeds").is_dir():
        out[SHARED] = shared / "seeds"
    return out


YARDSTICKS = {"dateparser (ar)": ["ar"], "dateparser (text alone)": None}


def worker(subject: str) -> Callable[[object], object]:
    """What is measured: the whole pipeline on a report, or the yardstick on its text."""
    if subject == "pipeline":
        from waqai.pipeline import Coder

        return Coder().code  # type: ignore[return-value]
    from dateparser.search import search_dates

    languages = YARDSTICKS[subject]
    return lambda report: search_dates(report.text, languages=languages)  # type: ignore[attr-defined]


def child(subject: str, name: str, state: str) -> None:
    """Measure one subject on one set; prints characters per second and peak memory in MB."""
    from waqai.model import Report
    from waqai.read import make_report, read_inputs
    from waqai.resources import settle

    sets = {k: [r for r in read_inputs([v]) if isinstance(r, Report)] for k, v in folders().items()}
    reports = sets.pop(name)
    warm = [make_report(SENTENCE)]
    if state == "new":
        gold = sorted((ROOT / "tests" / "gold").glob("*.txt"))
        warm += [r for rs in sets.values() for r in rs] + [r for r in read_inputs(gold) if isinstance(r, Report)]
    work = worker(subject)
    for r in warm:
        work(r)
    settle()  # as the commands do after their first report
    size = sum(len(r.text) for r in reports)
    rates = []
    for _ in range(PASSES if state == "again" else 1):
        gc.collect()
        start = time.process_time()
        for r in reports:
            work(r)
        rates.append(size / (time.process_time() - start))
    print(json.dumps({"rate": max(rates), "mb": peak(), "characters": size, "reports": len(reports)}))


def peak() -> int:
    """Peak memory of this process in MB."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(kilobytes // (1024 * 1024 if sys.platform == "darwin" else 1024))


def measured(subject: str, name: str, runs: int) -> dict[str, float]:
    """Characters per second in each state, best of ``runs`` processes; peak memory; size of the set."""
    out: dict[str, float] = {}
    for state in STATES:
        for _ in range(runs):
            command = [sys.executable, __file__, "--child", subject, name, state]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                sys.exit(f"{subject} failed on {name}: {done.stderr.strip().splitlines()[-1]}")
            result = json.loads(done.stdout.splitlines()[-1])
            out[state] = max(out.get(state, 0.0), result["rate"])
            out["mb"] = max(out.get("mb", 0), result["mb"])
            out |= {"characters": result["characters"], "reports": result["reports"]}
    return out


def startup(runs: int) -> tuple[float, float, int]:
    """Wall and processor seconds (best) and peak memory in MB (worst) of ``waqai code`` on one file, in a process of its own.

    Modules are read from bytecode as after an installation: a setting that keeps Python from writing it is not handed on.
    """
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    script = (
        "import resource, sys\nfrom waqai.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)"
    )
    best, least, memory = float("inf"), float("inf"), 0
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", script, "code", str(ROOT / "docs" / "sample.txt"), "-o", f"{folder}/out.jsonl"]
        for _ in range(runs + 4):
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=settings)
            best = min(best, time.perf_counter() - start)
            cpu, peak_memory = done.stderr.split()[-2:]
            least = min(least, float(cpu))
            memory = max(memory, int(peak_memory) // (1024 * 1024 if sys.platform == "darwin" else 1024))
    return best, least, memory


def show(name: str, row: dict[str, dict[str, float]]) -> None:
    """Print the figures of one set."""
    ours = row["pipeline"]
    per_report = ours["characters"] / ours["reports"]

    def line(label: str, values: list[float], digits: int = 0) -> None:
        print(f"  {label:<36}" + "".join(f"{v:>12,.{digits}f}" for v in values))

    print(f"\n{name}: {ours['reports']:.0f} reports, {ours['characters']:,.0f} characters")
    print(" " * 38 + "".join(f"{s:>12}" for s in STATES))
    line("whole pipeline, characters/s", [ours[s] for s in STATES])
    line("whole pipeline, reports/s", [ours[s] / per_report for s in STATES])
    for yardstick in [y for y in YARDSTICKS if y in row]:
        theirs = row[yardstick]
        line(f"{yardstick}, characters/s", [theirs[s] for s in STATES])
        line("  the pipeline is faster by", [ours[s] / theirs[s] for s in STATES], 1)
    line("peak memory, MB", [ours["mb"]])


def main(arguments: Sequence[str] | None = None) -> None:
    ap = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    ap.add_argument("--runs", type=int, default=3, help="processes per measurement; the best counts")
    ap.add_argument("--json", type=Path, help="write the figures to this file as well")
    ap.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    args = ap.parse_args(arguments)
    if args.child:
        child(*args.child)
        return
    try:
        import dateparser

        yardstick = f"dateparser {dateparser.__version__}"
    except ImportError:
        yardstick = ""
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, one used")
    print(yardstick or "no yardstick: pip install dateparser")
    figures: dict[str, object] = {"python": platform.python_version(), "yardstick": yardstick}
    for name in folders():
        row = {s: measured(s, name, args.runs) for s in ("pipeline", *(YARDSTICKS if yardstick else ()))}
        figures[name] = row
        show(name, row)
    wall, cpu, memory = startup(args.runs)
    figures |= {"startup_s": round(wall, 3), "startup_cpu_s": round(cpu, 3), "startup_mb": memory}
    print(f"\nstart-up of waqai code on one file: {wall:.2f} s ({cpu:.2f} s of processor time), peak memory {memory} MB")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
