"""Speed of dates and numbers together beside dateparser's date search: ``python -m benchmarks.bench_time``.

Texts are the invented reports of ``tests/gold``, else the project's own corpus sentences. Both tools read the same texts in the same
run on one core, in turns, five rounds each; the best round counts, in CPU time, so that a busy machine weighs less. dateparser is
called plainly and told the language; the table gives characters per second and the ratio to either call. Our main row makes the
tokens of each text once for dates and numbers, as the pipeline does; the others show each reader by itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from waqai.annotate.number import annotate_numbers, find_numbers
from waqai.annotate.time import annotate_times, find_times
from waqai.model import Report, Text
from waqai.normalise import tokenize
from waqai.resources import DATA

ANCHOR = date(2024, 5, 15)


def texts() -> list[str]:
    """The project's sample reports; corpus sentences when there are none."""
    folder = Path(__file__).resolve().parents[1] / "tests" / "gold"
    found = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
    if found:
        return found
    corpus = yaml.safe_load((DATA / "time" / "time.corpus.yml").read_text(encoding="utf-8"))
    lines = [f"قُتل ثلاثة جنود {s} في هجوم على حاجز قرب القرية، وفق مصدر محلي." for e in corpus["examples"] for s in e["say"]]
    return ["\n".join(lines[i : i + 12]) for i in range(0, len(lines), 12)]


def clock(runs: dict[str, Callable[[str], object]], all_texts: list[str], rounds: int) -> dict[str, float]:
    """Best CPU seconds of one round of each run over the texts, after a warm-up; the runs take turns."""
    best = dict.fromkeys(runs, float("inf"))
    for run in runs.values():
        run(all_texts[0])
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.process_time()
            for t in all_texts:
                run(t)
            best[name] = min(best[name], time.process_time() - start)
    return best


def both(t: str) -> None:
    """Dates and numbers of one text, its tokens made once."""
    text = Text(Report("bench", t, "0"), tokenize(t), ())
    annotate_times(text, ANCHOR)
    annotate_numbers(text)


def apart(t: str) -> None:
    """Dates and numbers of one text, each from the string."""
    find_times(t, ANCHOR)
    find_numbers(t)


def main() -> None:
    """Print the table."""
    given = texts()
    size = sum(map(len, given))
    prepared = {t: Text(Report("bench", t, "0"), tokenize(t), ()) for t in given}
    count = sum(len(p.tokens) for p in prepared.values())

    def annotate(t: str) -> None:
        annotate_times(prepared[t], ANCHOR)
        annotate_numbers(prepared[t])

    runs: dict[str, Callable[[str], object]] = {
        "dates and numbers": both,
        "dates and numbers, tokens given": annotate,
        "dates and numbers, each from the string": apart,
        "dates alone, from the string": lambda t: find_times(t, ANCHOR),
    }
    ours = clock(runs, given, 25)
    theirs: dict[str, float] = {}
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: no comparison")
    else:
        theirs = clock({"plain": search_dates, "told the language": lambda t: search_dates(t, languages=["ar"])}, given, 3)
        again = clock(runs, given, 25)
        ours = {name: min(ours[name], again[name]) for name in ours}
    print(f"{len(given)} texts, {size:,} characters, {count:,} tokens; CPU time")
    print(f"{'':46}{'characters/s':>14}" + "".join(f"{'× dateparser ' + name:>33}" for name in theirs))
    for name, seconds in ours.items():
        print(f"waqai, {name:39}{size / seconds:>14,.0f}" + "".join(f"{other / seconds:>33.1f}" for other in theirs.values()))
    for name, seconds in theirs.items():
        print(f"dateparser search_dates, {name:21}{size / seconds:>14,.0f}")


if __name__ == "__main__":
    main()
